"""The reader chooses: every control and every click ends here, and changes one thing, the address."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from dash import ALL, Dash, Input, Output, State, ctx, no_update

from callbacks.page_view import page_view
from dashboard.address.reader import Reader, View
from dashboard.pages import choice_names, page_chrome
from data_access.answers import choices
from data_access.vocabulary.facets import BY_KEY, for_topic
from data_access.vocabulary.selection import Selection
from layouts import ids, shell
from layouts.to_html import HTML, live_html

# What a mark of a picture may choose.
CLICKABLE_KEYS = frozenset({"district", "beside", "period", *BY_KEY})
# Why newer figures are not shown, where it is another reason than that the database does not answer.
NEWS = {"no_room": "news.no_room"}
YEAR = re.compile(r"(\d{4})-(\d{2})")


def register(app: Dash, reader: Reader) -> None:
    """One callback owns every choice: it hears all controls and the address, and brings them to say the same.

    On a place's page the place stands in the path: choosing another one leads to that one's page.
    """

    @app.callback(
        Output(ids.HERE_ID, "pathname"),
        Output(ids.HERE_ID, "search"),
        Output(ids.DISTRICT, "value"),
        Output(ids.PERIOD, "value"),
        Output(ids.choice(ALL), "value"),
        Output(ids.CHIPS, HTML),
        Output(ids.CHIPS, "data-title"),
        Output(ids.CHIPS, "data-answered"),
        Output(ids.CHIPS, "data-clicked"),
        Output(ids.NAVIGATION, HTML),
        Output(ids.LANGUAGES, HTML),
        Output(ids.NEWS, "children"),
        Output(ids.EDITION, HTML),
        Input(ids.HERE_ID, "search"),
        Input(ids.DISTRICT, "value"),
        Input(ids.PERIOD, "value"),
        Input(ids.choice(ALL), "value"),
        Input(ids.figure(ALL), "clickData"),
        Input(ids.figure(ALL), "selectedData"),
        State(ids.HERE_ID, "pathname"),
        State(ids.CHIPS, "data-answered"),
        State(ids.CHIPS, "data-clicked"),
    )
    def select(search, district, period, _choices, clicks, _brushes, path, answered, clicked):
        snapshot, route, before = page_view(reader, path, search)
        years = choices.all_years(snapshot)
        held = {
            ids.DISTRICT: district,
            ids.PERIOD: period,
            **{part["id"]["key"]: part.get("value") for part in ctx.inputs_list[3]},
        }
        clicks = sorted(filter(None, clicks), key=_moment)
        after = before
        if choice_names.answer_state(reader, View(snapshot, route, before)) == answered and not _is_led():
            late = [click for click in clicks if _moment(click) > (clicked or 0) and not _is_new(click)]
            after = _caught_up(before, held, late, route.topic, years)
        for change in ctx.triggered:
            after = next_selection(after, change, route.topic, years)
        after = reader.choice(snapshot, after.search)
        leading = route.towards(before, after)
        after = for_topic(after, leading.topic)
        problem = reader.database.problem
        news = problem and shell.news(reader.words[route.language](NEWS.get(problem, "news.older_copy")))
        path_there, _, query = reader.href(leading, after).partition("?")
        # A control that already shows it is left alone: who types there is not interrupted.
        shown = {
            control: no_update if value == held[control] else value
            for control, value in _shown(after, route.topic, years, held).items()
        }
        return (
            no_update if path_there == path else path_there,
            no_update if after == before else query and f"?{query}",
            shown[ids.DISTRICT],
            shown[ids.PERIOD],
            [shown[part["id"]["key"]] for part in ctx.outputs_list[4]],
            live_html(page_chrome.chips(snapshot, after, route, reader)),
            choice_names.title(snapshot, route.selection_on_page(after), route, reader.words[route.language]),
            choice_names.answer_state(reader, View(snapshot, leading, after)),
            max([clicked or 0, *map(_moment, clicks)]),
            live_html(
                shell.navigation(
                    page_chrome.topics(route, after, reader), page_chrome.example(snapshot, route, after, reader)
                )
            ),
            live_html(shell.languages(page_chrome.languages(route, after, reader))),
            news,
            live_html(page_chrome.edition(snapshot, route, after, reader)),
        )


def _shown(selection: Selection, topic: str, years: tuple[int, int], controls: Iterable[str]) -> dict[str, Any]:
    """What these controls show for a selection."""
    own = {key: choice_names.control_value(selection, key, topic) for key in controls if key in BY_KEY}
    return {ids.DISTRICT: choice_names.shown_places(selection, topic), ids.PERIOD: selection.shown_years(*years), **own}


def _caught_up(
    before: Selection, held: Mapping[str, Any], clicks: Iterable[dict], topic: str, years: tuple[int, int]
) -> Selection:
    """The selection with choices that no answer has come to yet: controls that hold other things than an answer set.

    Dash drops the answer to a choice when another follows it. On a slow link the first would be lost, and its control
    set back.
    """
    after, shown = before, _shown(before, topic, years, held)
    for control, value in held.items():
        may_hold = value or control == ids.DISTRICT  # no other is ever empty
        if may_hold and (value or None) != (shown[control] or None):
            after = _held(after, control, value, topic, years)
    for click in clicks:
        after = _clicked(after, click)
    return after


def _is_led() -> bool:
    """Whether the address itself has changed: by a link, or by going back. Then it counts, and nothing before it."""
    return any(change["prop_id"] == f"{ids.HERE_ID}.search" for change in ctx.triggered)


def _is_new(click: dict) -> bool:
    """Whether a click is what the callback is asked for."""
    return any(change["value"] == click for change in ctx.triggered)


def _moment(click: dict) -> int:
    """When a mark was clicked, as browsers count: ms since 1970."""
    moment = click.get("timestamp")
    return moment if type(moment) is int else 0


def next_selection(selection: Selection, change: dict, topic: str, years: tuple[int, int]) -> Selection:
    """The selection after one property of one component has changed."""
    name, _, prop = change["prop_id"].rpartition(".")
    value = change["value"]
    if name in (ids.DISTRICT, ids.PERIOD):
        return _held(selection, name, value, topic, years)
    if prop == "clickData" and value:
        return _clicked(selection, value)
    if prop == "selectedData" and value:
        return _brushed(selection, value, years)
    if name.startswith("{") and prop == "value":
        return _held(selection, re.search(r'"key":"(\w+)"', name)[1], value, topic, years)
    return selection


def _held(selection: Selection, control: str, value: Any, topic: str, years: tuple[int, int]) -> Selection:
    """The selection after a control has come to hold a value. An option that holds without a choice is not written."""
    if control == ids.DISTRICT:
        return selection.of(value if isinstance(value, list) else filter(None, [value]))
    if control == ids.PERIOD:
        return _of_years(selection, value, years) if value else selection
    return replace(selection, **{control: None if value == choice_names.default(selection, control, topic) else value})


def _of_years(selection: Selection, value: list[int], years: tuple[int, int]) -> Selection:
    """The period of the slider; its whole length is no choice. What it already shows is no change either."""
    if selection.shown_years(*years) == list(value):
        return selection
    if tuple(value) == years:
        return replace(selection, since=None, until=None)
    return replace(selection, since=str(value[0]), until=str(value[1]))


def _clicked(selection: Selection, click: dict) -> Selection:
    """A mark carries what it stands for, as ``key:value``."""
    marks = [point.get("customdata") for point in click.get("points", [])]
    meant = next((mark for mark in marks if isinstance(mark, str) and ":" in mark), None)
    if meant is None:
        return selection
    key, _, value = meant.partition(":")
    return selection.toggle(key, value) if key in CLICKABLE_KEYS else selection


def _brushed(selection: Selection, brush: dict, years: tuple[int, int]) -> Selection:
    """A stretch dragged along a time axis, as whole years where it is longer than two, else as months."""
    ends = [YEAR.match(str(end)) for end in (brush.get("range") or {}).get("x", [])]
    if len(ends) != 2 or not all(ends):
        return selection
    (first, first_month), (last, last_month) = sorted((int(end[1]), int(end[2])) for end in ends)
    if last - first >= 2:
        return _of_years(selection, [max(first, years[0]), min(last, years[1])], years)
    return replace(selection, since=f"{first}-{first_month:02}", until=f"{last}-{last_month:02}")
