"""The reader chooses: every control and every click ends here, and changes one thing, the address."""

import re
from dataclasses import replace

from dash import ALL, Dash, Input, Output, State, ctx, no_update

from callbacks import around, naming
from callbacks.reader import Reader
from dashboard.facets import BY_KEY, fitting
from dashboard.selection import Selection
from data_access import choices
from layouts import ids, shell
from layouts.finished import finished

# What a mark of a picture may choose.
CLICKED = frozenset({"district", "beside", "period", *BY_KEY})
YEAR = re.compile(r"(\d{4})-(\d{2})")


def register(app: Dash, reader: Reader) -> None:
    """One callback owns every choice: it hears all controls and the address, and brings them to say the same.

    On a place's page the place stands in the path: choosing another one leads to that one's page.
    """

    @app.callback(
        Output(ids.HERE, "pathname"),
        Output(ids.HERE, "search"),
        Output(ids.DISTRICT, "value"),
        Output(ids.PERIOD, "value"),
        Output(ids.choice(ALL), "value"),
        Output(ids.CHIPS, "children"),
        Output(ids.CHIPS, "data-title"),
        Output(ids.NAVIGATION, "children"),
        Output(ids.LANGUAGES, "children"),
        Output(ids.NEWS, "children"),
        Output(ids.EDITION, "children"),
        Input(ids.HERE, "search"),
        Input(ids.DISTRICT, "value"),
        Input(ids.PERIOD, "value"),
        Input(ids.choice(ALL), "value"),
        Input(ids.figure(ALL), "clickData"),
        Input(ids.figure(ALL), "selectedData"),
        State(ids.HERE, "pathname"),
    )
    def select(search, _district, _period, _choices, _clicks, _brushes, path):
        snapshot, route, before = reader.view(path, search)
        after = before
        for change in ctx.triggered:
            after = changed(after, change, route.topic, choices.all_years(snapshot))
        after = Selection.parse(after.search, reader.known(snapshot))
        leading = route.towards(before, after)
        after = fitting(after, leading.topic)
        news = reader.database.problem and shell.news(reader.words[route.language]("news.older_copy"))
        there = reader.href(leading, after)
        path_there, _, query = there.partition("?")
        return (
            no_update if path_there == path else path_there,
            no_update if after == before else query and f"?{query}",
            [*after.districts] if route.topic == "compare" else after.district,
            after.shown_years(*choices.all_years(snapshot)),
            [naming.shown(after, choice["id"]["key"], route.topic) for choice in ctx.outputs_list[4]],
            finished(around.chips(snapshot, after, route, reader)),
            naming.title(snapshot, route.holding(after), route, reader.words[route.language]),
            finished(shell.navigation(around.topics(route, after, reader))),
            finished(shell.languages(around.languages(route, after, reader))),
            news,
            finished(around.edition(snapshot, route, after, reader)),
        )


def changed(selection: Selection, change: dict, topic: str, years: tuple[int, int]) -> Selection:
    """The selection after one property of one component has changed."""
    name, _, prop = change["prop_id"].rpartition(".")
    value = change["value"]
    if name == ids.DISTRICT:
        return selection.of(value if isinstance(value, list) else filter(None, [value]))
    if name == ids.PERIOD and value:
        return _of_years(selection, value, years)
    if prop == "clickData" and value:
        return _clicked(selection, value)
    if prop == "selectedData" and value:
        return _brushed(selection, value, years)
    if name.startswith("{") and prop == "value":
        return _chosen(selection, name, value, topic)
    return selection


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
    return selection.toggle(key, value) if key in CLICKED else selection


def _brushed(selection: Selection, brush: dict, years: tuple[int, int]) -> Selection:
    """A stretch dragged along a time axis, as whole years where it is longer than two, else as months."""
    ends = [YEAR.match(str(end)) for end in (brush.get("range") or {}).get("x", [])]
    if len(ends) != 2 or not all(ends):
        return selection
    (first, first_month), (last, last_month) = sorted((int(end[1]), int(end[2])) for end in ends)
    if last - first >= 2:
        return _of_years(selection, [max(first, years[0]), min(last, years[1])], years)
    return replace(selection, since=f"{first}-{first_month:02}", until=f"{last}-{last_month:02}")


def _chosen(selection: Selection, name: str, value: str, topic: str) -> Selection:
    """A control of the topic. The option that holds without a choice is not written down."""
    key = re.search(r'"key":"(\w+)"', name)[1]
    return replace(selection, **{key: None if value == naming.default(key, topic) else value})
