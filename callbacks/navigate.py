"""The reader opens a page: the frame, the controls and the empty panels of its topic."""

from dataclasses import replace
from functools import partial

from dash import Dash, Input, Output, State, ctx

from callbacks import naming, notices
from callbacks.answers import PASSING
from callbacks.heading import heading
from callbacks.leading import to_source
from callbacks.reader import Reader, View
from dashboard import facets, measures, panels
from dashboard.route import Route
from dashboard.selection import Selection
from dashboard.text import Words
from data_access import choices, places, sources
from data_access.database import EditionUnavailable, Snapshot
from layouts import controls, ids, page, shell
from layouts.about import about
from layouts.finished import finished


def register(app: Dash, reader: Reader) -> None:
    """Draw the page anew when the path changes; a change of the query alone leaves it."""

    @app.callback(Output(ids.ROOT, "children"), Input(ids.ADDRESS, "pathname"), State(ids.ADDRESS, "search"))
    def navigate(path: str, search: str) -> list:
        try:
            view = reader.view(path, search)
        except EditionUnavailable as problem:
            ctx.response.set_header(PASSING, "1")
            notice = notices.of_edition(reader, path, reader.route(path).language, problem)
            return finished(shell.notice(notice.title, notice.text, notice.link, notice.href))
        return finished(whole_page(reader, view))


def whole_page(reader: Reader, view: View) -> list:
    """The page of a route. Raises DataUnavailable."""
    snapshot, route, selection = view
    words = reader.words[route.language]
    years = choices.all_years(snapshot)
    chosen = naming.shown_places(selection, route.topic)
    period = selection.shown_years(*years)
    ways, answered = _ways(reader, view), naming.answered(reader, view)
    bar = controls.bar(words, district_options(snapshot, words), years, chosen, period, ways, answered)
    inside = [(panel.key, panel.shape, not panel.follows_place) for panel in panels.of_topic(route.topic)]
    of_topic = topic_choices(snapshot, route, selection, words)
    content = page.content(heading(snapshot, route, reader), inside, of_topic, words)
    address = partial(to_source, route=route, edition=selection.edition, reader=reader)
    foot = about(sources.all_of(snapshot), address, sources.edition(snapshot), words, reader.reviews_href(route))
    return shell.page(words, bar, content, foot)


def _ways(reader: Reader, view: View) -> controls.Ways:
    _, route, selection = view
    return controls.Ways(
        slides=reader.href(route, replace(selection, present="1")),
        lite=reader.href(route.lite, selection),
        paper=reader.href(route.lite, replace(selection, tables=())),
        code=f"{reader.base_path}qr.svg",
        agenda=f"{reader.base_path}{route.language}/agenda",
    )


def topic_choices(snapshot: Snapshot, route: Route, selection: Selection, words: Words) -> list[controls.Choice]:
    """The controls that a topic has of its own."""
    return [
        controls.Choice(
            facet.key,
            words(f"control.{facet.key}"),
            _options(snapshot, route.topic, facet, words),
            naming.shown(selection, facet.key, route.topic),
            choices.instead(snapshot).get(facet.key) or naming.default(selection, facet.key, route.topic),
        )
        for facet in facets.of_topic(route.topic)
    ]


def _options(snapshot: Snapshot, topic: str, facet: facets.Facet, words: Words) -> list[tuple[str, str]]:
    offered = {measure.key for measure in measures.offered(topic)} if facet.key == "measure" else None
    values = [value for value in choices.values(snapshot, facet.key) if offered is None or value in offered]
    options = [(value, naming.named(snapshot, facet, value, words)) for value in values]
    if facet.default != facets.ALL:
        return options
    # Names to look for stand by the alphabet, what is left over last; other options have an order of their own.
    found = sorted(options, key=lambda option: (option[0] == "other", words.sorting(option[1])))
    return [(facets.ALL, words(f"control.all_{facet.key}")), *found]


def district_options(snapshot: Snapshot, words: Words) -> list[dict]:
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
