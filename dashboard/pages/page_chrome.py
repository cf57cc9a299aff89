"""What stands around every page: topics, languages, what is chosen, which edition is shown, the foot."""

from dataclasses import replace

from dashboard.address.reader import Reader, View
from dashboard.address.route import Route
from dashboard.figures.date_marks import date_text
from dashboard.pages import choice_names, search
from dashboard.pages.page_view import About, Chip, Chips, Chrome, EditionLine
from dashboard.pages.panel_view import Link
from dashboard.panels import TOPICS
from dashboard.text import LANGUAGES, wording
from data_access.answers import annotations, sources
from data_access.vocabulary.selection import Selection

CAUTIONS = ("absence", "cause", "withheld", "periods", "synthetic", "boundaries")


def chrome(view: View, reader: Reader) -> Chrome:
    """What stands around a page. Raises DataUnavailable."""
    snapshot, route, selection = view
    words = reader.words[route.language]
    example = reader.example_href(snapshot, route, selection)
    return Chrome(
        topics=[
            Link(words(f"topic.{topic}"), reader.href(route.to(topic), selection), topic == route.topic)
            for topic in TOPICS
        ],
        example=Link(words("example.name"), example) if example else None,
        languages=[(code, _in_language(code, route, selection, reader)) for code in LANGUAGES],
        chips=_chips(view, reader),
        edition=_edition(view, reader),
        live_href=reader.href(route.live, selection),
        search=search.form(route, selection, reader),
    )


def about(view: View, reader: Reader) -> About:
    """The foot of a page."""
    snapshot, route, selection = view
    words = reader.words[route.language]
    version, published_on = sources.edition(snapshot)
    is_invented = any(one.kind == "synthetic" for one in sources.all_of(snapshot))
    return About(
        dates=[(date_text(one, words), one.url) for one in annotations.beside(snapshot, selection)],
        cautions=[words(f"about.{key}") for key in CAUTIONS if key != "synthetic" or is_invented],
        version=words("about.version", version=version, date=words.day(published_on)),
        glossary_href=reader.glossary_href(route),
        reviews_href=reader.reviews_href(route),
    )


def _chips(view: View, reader: Reader) -> Chips:
    snapshot, route, selection = view
    words = reader.words[route.language]
    parts = choice_names.active_choices(snapshot, selection, route, words)
    choice_chips = [Chip(text, reader.href(route, without)) for text, without in parts]
    place_links = (("district", "district.open", len(selection.districts) == 1), ("site", "site.open", selection.site))
    count = len(selection.districts)
    return Chips(
        edition=_edition_chip(view, reader),
        places=choice_chips[:count],
        others=choice_chips[count:],
        pages=[
            Link(words(text), reader.href(route.to(kind), selection))
            for kind, text, is_chosen in place_links
            if is_chosen and route.topic != kind
        ],
        clear_href=reader.href(route, reader.within(snapshot, route.selection_on_page(Selection()))),
    )


def _edition_chip(view: View, reader: Reader) -> Chip | None:
    snapshot, route, selection = view
    if snapshot.edition is None or snapshot.edition.is_example:
        return None
    text = reader.words[route.language]("edition.chip", title=snapshot.edition.titles[route.language])
    return Chip(text, _newest_href(route, selection, reader))


def _edition(view: View, reader: Reader) -> EditionLine | None:
    snapshot, route, selection = view
    if snapshot.edition is None:
        return None
    words, there = reader.words[route.language], _newest_href(route, selection, reader)
    edition_text = wording.edition(snapshot.edition, words)
    if snapshot.edition.is_example:
        return EditionLine(edition_text, "", Link(words("example.leave"), there), is_example=True)
    is_newest = sources.publication(reader.database.snapshot())[0] == snapshot.edition.version
    lead = words("edition.newest" if is_newest else "edition.newer")
    return EditionLine(edition_text, lead, Link(words("edition.see_current"), there), is_example=False)


def _newest_href(route: Route, selection: Selection, reader: Reader) -> str:
    return reader.href(route, replace(selection, edition=None))


def _in_language(code: str, route: Route, selection: Selection, reader: Reader) -> Link:
    there = reader.href(replace(route, language=code), selection)
    return Link(reader.words[code]("language.name"), there, code == route.language)
