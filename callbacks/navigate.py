"""The reader opens a page: the frame, the controls and the empty panels of its topic."""

from dash import Dash, Input, Output, State, no_update

from callbacks import naming
from callbacks.heading import heading
from callbacks.reader import Reader
from dashboard import facets, measures, panels
from dashboard.route import Route
from dashboard.selection import Selection
from dashboard.text import Words
from data_access import choices, places, sources
from data_access.database import Snapshot
from layouts import controls, ids, page, shell
from layouts.about import about
from layouts.finished import finished


def register(app: Dash, reader: Reader) -> None:
    """Draw the page anew when the path changes; a change of the query alone leaves it."""

    @app.callback(Output(ids.ROOT, "children"), Input(ids.ADDRESS, "pathname"), State(ids.ADDRESS, "search"))
    def navigate(path: str, search: str) -> list:
        snapshot = reader.database.snapshot()
        route = reader.page(snapshot, path)
        return no_update if route is None else finished(whole_page(reader, snapshot, route, search))


def whole_page(reader: Reader, snapshot: Snapshot, route: Route, search: str) -> list:
    """The page of a route. Raises DataUnavailable."""
    words = reader.words[route.language]
    selection = reader.selection(snapshot, route, search)
    years = choices.all_years(snapshot)
    chosen = [*selection.districts] if route.topic == "compare" else selection.district
    bar = controls.bar(words, _districts(snapshot, words), years, chosen, selection.shown_years(*years))
    inside = [(panel.key, panel.kind) for panel in panels.of_topic(route.topic)]
    of_topic = topic_choices(snapshot, route, selection, words)
    content = page.content(heading(snapshot, route, reader), inside, of_topic, words, reader.base_path)
    return shell.page(words, bar, content, about(sources.all_of(snapshot), sources.edition(snapshot), words))


def topic_choices(snapshot: Snapshot, route: Route, selection: Selection, words: Words) -> list[controls.Choice]:
    """The controls that a topic has of its own."""
    return [
        controls.Choice(
            facet.key,
            words(f"control.{facet.key}"),
            _options(snapshot, route.topic, facet, words),
            naming.shown(selection, facet.key, route.topic),
        )
        for facet in facets.of_topic(route.topic)
    ]


def _options(snapshot: Snapshot, topic: str, facet: facets.Facet, words: Words) -> list[tuple[str, str]]:
    everything = [(facets.ALL, words(f"control.all_{facet.key}"))] if facet.default == facets.ALL else []
    offered = {measure.key for measure in measures.offered(topic)} if facet.key == "measure" else None
    values = [value for value in choices.values(snapshot, facet.key) if offered is None or value in offered]
    return [*everything, *((value, naming.named(snapshot, facet, value, words)) for value in values)]


def _districts(snapshot: Snapshot, words: Words) -> list[dict]:
    """Districts in the order of their names; found by their names in all languages and by older spellings."""
    other = places.aliases(snapshot).groupby("district_code")["alias"].agg(" ".join).to_dict()
    rows = places.districts(snapshot).to_dict("records")
    options = [
        {
            "value": row["slug"],
            "label": row[f"name_{words.language}"],
            "search": " ".join(
                [*(row[f"name_{code}"] for code in ("ky", "ru", "en")), other.get(row["district_code"], "")]
            ),
        }
        for row in rows
    ]
    return sorted(options, key=lambda option: words.sorting(option["label"]))
