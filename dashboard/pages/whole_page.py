"""A whole page: the frame, the controls and the empty panels of its topic."""

from dataclasses import replace
from functools import partial

from dashboard.address.reader import Reader, View
from dashboard.address.route import Route
from dashboard.pages import choice_names, gaps
from dashboard.pages.cell_links import to_source
from dashboard.pages.gaps import PagePanels
from dashboard.pages.heading import heading
from dashboard.text import Words
from data_access.answers import choices, places, sources
from data_access.store.database import Snapshot
from data_access.vocabulary import facets, languages, measures
from data_access.vocabulary.selection import Selection
from layouts import controls, page, shell
from layouts.about import about


def whole_page(reader: Reader, view: View, of_page: PagePanels) -> list:
    """The page of a route with these panels. Raises DataUnavailable."""
    snapshot, route, selection = view
    words = reader.words[route.language]
    years = choices.all_years(snapshot)
    chosen = choice_names.shown_places(selection, route.topic)
    period = selection.shown_years(*years)
    ways, answered = _ways(reader, view), choice_names.answer_state(reader, view)
    bar = controls.bar(words, district_options(snapshot, words), years, chosen, period, ways, answered)
    inside = [(panel.key, panel.shape, not panel.follows_place) for panel in of_page.with_figures]
    left = gaps.gaps_of(snapshot, route, reader, of_page.without_figures)
    of_topic = topic_choices(snapshot, route, selection, words)
    content = page.content(heading(snapshot, route, reader), inside, left, of_topic, words)
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
            choice_names.control_value(selection, facet.key, route.topic),
            choices.instead(snapshot).get(facet.key) or choice_names.default(selection, facet.key, route.topic),
        )
        for facet in facets.of_topic(route.topic)
    ]


def _options(snapshot: Snapshot, topic: str, facet: facets.Facet, words: Words) -> list[tuple[str, str]]:
    known = choices.values(snapshot, facet.key)
    values = [value for value in known if facet.key != "measure" or measures.is_offered(value, topic)]
    options = [(value, choice_names.value_name(snapshot, facet, value, words)) for value in values]
    if facet.default != facets.ALL:
        return options
    # Names to look for stand by the alphabet, what is left over last; other options have an order of their own.
    found = sorted(options, key=lambda option: (option[0] == "other", words.sort_key(option[1])))
    return [(facets.ALL, words(f"control.all_{facet.key}")), *found]


def district_options(snapshot: Snapshot, words: Words) -> list[dict]:
    """Districts in the order of their names; found by their names in all languages and by older spellings."""
    other = places.aliases(snapshot).groupby("district_code")["alias"].agg(" ".join).to_dict()
    rows = places.districts(snapshot).to_dict("records")
    options = [
        {
            "value": row["slug"],
            "label": row[f"name_{words.language}"],
            "search": " ".join([*languages.texts(row, "name").values(), other.get(row["district_code"], "")]),
        }
        for row in rows
    ]
    return sorted(options, key=lambda option: words.sort_key(option["label"]))
