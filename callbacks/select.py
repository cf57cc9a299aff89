"""The reader sets a control or chooses on a picture: all of it ends here, and changes one thing, the address."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from dash import Dash, Input, Output, State, ctx, no_update

from callbacks.page_view import page_view
from dashboard.address.reader import Reader, View
from dashboard.pages import choice_names
from data_access.answers import choices
from data_access.vocabulary.facets import BY_KEY, for_topic
from data_access.vocabulary.selection import Selection
from layouts import ids

# What a mark of a picture may choose.
CLICKABLE_KEYS = frozenset({"district", "beside", "period", *BY_KEY})
YEAR = re.compile(r"(\d{4})-(\d{2})")


def register(app: Dash, reader: Reader) -> None:
    """One callback owns every choice: it hears controls, pictures and the address, and brings them to say the same.

    On a place's page the place stands in the path: choosing another one leads to that one's page.
    """

    @app.callback(
        Output(ids.HERE_ID, "pathname"),
        Output(ids.HERE_ID, "search"),
        Output(ids.DISTRICT, "value"),
        Output(ids.PERIOD, "value"),
        Output(ids.STATE, "data-answered"),
        Output(ids.STATE, "data-heard"),
        Input(ids.HERE_ID, "search"),
        Input(ids.DISTRICT, "value"),
        Input(ids.PERIOD, "value"),
        Input(ids.DEED, "data"),
        State(ids.HERE_ID, "pathname"),
        State(ids.STATE, "data-answered"),
        State(ids.STATE, "data-heard"),
    )
    def select(search, district, period, deed, path, answer_state, last_moment):
        snapshot, route, before = page_view(reader, path, search)
        years = choices.all_years(snapshot)
        control_states = {ids.DISTRICT: district, ids.PERIOD: period}
        after = before
        if choice_names.answer_state(reader, View(snapshot, route, before)) == answer_state and not _is_led():
            after = _caught_up(before, control_states, route.topic, years)
        if deed and deed["moment"] > (last_moment or 0) and not _is_led():
            after = _with_deed(after, deed, years)
        for change in ctx.triggered:
            after = next_selection(after, change, years)
        after = reader.choice(snapshot, after.search)
        target = route.towards(before, after)
        after = for_topic(after, target.topic)
        path_there, _, query = reader.href(target, after).partition("?")
        # A control that already shows it is left alone: who types there is not interrupted.
        updates = {
            control: no_update if value == control_states[control] else value
            for control, value in _control_values(after, route.topic, years).items()
        }
        return (
            no_update if path_there == path else path_there,
            no_update if after == before else query and f"?{query}",
            updates[ids.DISTRICT],
            updates[ids.PERIOD],
            choice_names.answer_state(reader, View(snapshot, target, after)),
            max(last_moment or 0, deed["moment"] if deed else 0),
        )


def _control_values(selection: Selection, topic: str, years: tuple[int, int]) -> dict[str, Any]:
    """What the controls show for a selection."""
    return {ids.DISTRICT: choice_names.shown_places(selection, topic), ids.PERIOD: selection.shown_years(*years)}


def _caught_up(before: Selection, control_states: Mapping[str, Any], topic: str, years: tuple[int, int]) -> Selection:
    """The selection with choices that no answer has come to yet: controls that hold other things than an answer set.

    Dash drops the answer to a choice when another follows it. On a slow link the first would be lost, and its control
    set back.
    """
    after, answer_values = before, _control_values(before, topic, years)
    for control, value in control_states.items():
        may_hold = value or control == ids.DISTRICT  # a period is never empty
        if may_hold and (value or None) != (answer_values[control] or None):
            after = _with_control(after, control, value, years)
    return after


def _is_led() -> bool:
    """Whether the address itself has changed: by a link, or by going back. Then it counts, and nothing before it."""
    return any(change["prop_id"] == f"{ids.HERE_ID}.search" for change in ctx.triggered)


def next_selection(selection: Selection, change: dict, years: tuple[int, int]) -> Selection:
    """The selection after one property of one component has changed."""
    name, value = change["prop_id"].rpartition(".")[0], change["value"]
    return _with_control(selection, name, value, years) if name in (ids.DISTRICT, ids.PERIOD) else selection


def _with_control(selection: Selection, control: str, value: Any, years: tuple[int, int]) -> Selection:
    """The selection after a control has come to hold a value."""
    if control == ids.DISTRICT:
        return selection.of(value if isinstance(value, list) else filter(None, [value]))
    return _of_years(selection, value, years) if value else selection


def _of_years(selection: Selection, value: list[int], years: tuple[int, int]) -> Selection:
    """The period of the slider; its whole length is no choice. What it already shows is no change either."""
    if selection.shown_years(*years) == list(value):
        return selection
    if tuple(value) == years:
        return replace(selection, since=None, until=None)
    return replace(selection, since=str(value[0]), until=str(value[1]))


def _with_deed(selection: Selection, deed: dict, years: tuple[int, int]) -> Selection:
    """The selection after something was done on a picture: each of its marks stands for ``key:value``, and a time axis
    can be brushed."""
    for mark in deed["marks"]:
        key, _, value = mark.partition(":")
        selection = selection.toggle(key, value) if key in CLICKABLE_KEYS else selection
    return _with_stretch(selection, deed["stretch"], years) if deed["stretch"] else selection


def _with_stretch(selection: Selection, stretch: Iterable[str], years: tuple[int, int]) -> Selection:
    """A stretch dragged along a time axis, as whole years where it is longer than two, else as months."""
    ends = [YEAR.match(end) for end in stretch]
    if len(ends) != 2 or not all(ends):
        return selection
    (first, first_month), (last, last_month) = sorted((int(end[1]), int(end[2])) for end in ends)
    if last - first >= 2:
        return _of_years(selection, [max(first, years[0]), min(last, years[1])], years)
    return replace(selection, since=f"{first}-{first_month:02}", until=f"{last}-{last_month:02}")
