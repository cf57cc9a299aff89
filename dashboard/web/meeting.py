"""Meeting mode (``present=1``): a page, or the agenda of a meeting, as slides for the wall of a room."""

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple
from urllib.parse import urlencode

from flask import Flask, Response, redirect

from dashboard.address.agenda import NAME, Agenda, Item
from dashboard.address.reader import Reader, View
from dashboard.media import slides
from dashboard.pages.build import Builder
from dashboard.text import LANGUAGES, Words
from dashboard.web import assets, sharing
from dashboard.web.files import query_of_request
from dashboard.web.slides import Deck, Entry, PlacedSlide, document
from data_access.store.database import EditionUnavailable
from data_access.vocabulary import link
from data_access.vocabulary.selection import Selection
from layouts import templates

RULE = f"<any({', '.join(LANGUAGES)}):language>/{NAME}"
PRESENT = "present=1"


class OpenItem(NamedTuple):
    """An item of the agenda as the data know it now; ``lost_names`` is what its address names that they do not know."""

    number: int
    item: Item
    view: View | None
    lost_names: str


class Meeting:
    """The slides of one application."""

    def __init__(self, builder: Builder, agenda: Agenda, plotly: str) -> None:
        self._builder, self._reader, self._agenda, self._plotly = builder, builder.reader, agenda, plotly

    def register(self, server: Flask) -> None:
        """Answer the address of the agenda."""
        server.add_url_rule(self._reader.base_path + RULE, NAME, self.agenda, methods=["GET"])

    def page(self, view: View) -> Response:
        """A page as slides. Raises DataUnavailable."""
        words = self._reader.words[view.route.language]
        page_slides = [PlacedSlide(_anchor(one.key), "", one) for one in slides.of_page(self._builder, view)]
        head = sharing.head(sharing.card(self._reader, view), words, self._reader.base_path)
        return Response(
            document(Deck(page_slides, page_slides[0].slide.live), head, words, self._reader.base_path, self._plotly)
        )

    def agenda(self, language: str) -> Response:
        """The agenda as a list of links, or as slides. Raises DataUnavailable."""
        agenda, words, base = self._agenda.now(), self._reader.words[language], self._reader.base_path
        address = f"{base}{language}/{NAME}"
        is_presented = link.values(query_of_request()).get("present") == "1"
        if query_of_request() != (PRESENT if is_presented else ""):
            return redirect(f"{address}?{PRESENT}" if is_presented else address)
        open_items = [self._open_item(number, item, language) for number, item in enumerate(agenda.items, start=1)]
        addresses = {code: f"{base}{code}/{NAME}" for code in LANGUAGES}
        title = f"{words('agenda.title')} · {words('page.name')}"
        head = sharing.head(sharing.Card(title, words("agenda.lead"), addresses), words, base)
        decks = [[*self._of_item(one, words)] for one in open_items]
        entries = [*_entries(open_items, decks, address, language, self._reader)]
        if not is_presented:
            return Response(_agenda_page(entries, agenda.problem, head, words, base))
        first = PlacedSlide("slide-1", "", None, entries)
        deck = Deck([first, *_in_order(decks)], address)
        return Response(document(deck, head, words, base, self._plotly))

    def _open_item(self, number: int, item: Item, language: str) -> OpenItem:
        """Raises DataUnavailable; one edition that is gone does not end the meeting."""
        reader, route = self._reader, item.route(language)
        try:
            snapshot = reader.snapshot(item.search)
        except EditionUnavailable as error:
            return OpenItem(number, item, None, f"edition={error.edition.key}")
        item_route = reader.page(snapshot, route.path(reader.base_path))
        if item_route is None:
            return OpenItem(number, item, None, item.place)
        selection = replace(reader.selection(snapshot, item_route, item.search), present=None)
        return OpenItem(number, item, View(snapshot, item_route, selection), _unheeded_parts(item, selection))

    def _of_item(self, item: OpenItem, words: Words) -> Iterator[tuple[str, slides.Slide]]:
        """The slides of an item with what stands above them; none where the data do not know it."""
        if item.view is None or item.lost_names:
            return
        texts = {"title": item.item.title[words.language], "sentence": item.item.sentence[words.language]}
        above = words("agenda.above", n=item.number, **texts)
        for slide in slides.of_page(self._builder, item.view, item.item.panel):
            yield above, slide


def _agenda_page(entries: list[Entry], problem: str | None, head: sharing.Head, words: Words, base_path: str) -> str:
    """The agenda as a page of links. ``problem``: why its file could not be read again."""
    return templates.page(
        "agenda",
        entries=entries,
        problem=problem,
        head=head,
        words=words,
        address=f"{base_path}{words.language}/{NAME}",
        home=f"{base_path}{words.language}/overview",
        languages=[(code, f"{base_path}{code}/{NAME}") for code in LANGUAGES],
        code=f"{base_path}{sharing.CODE}",
        styles=assets.styles(base_path, "5-sharing.css", "4-print.css", "meeting/agenda.css"),
        scripts=[assets.address(base_path, assets.SHARING_SCRIPT)],
    )


def _anchor(key: str) -> str:
    return key if key == slides.KEY_FIGURES else f"title-{key}"


def _in_order(decks: list[list]) -> Iterator[PlacedSlide]:
    """All slides, numbered from the second on: the first is the agenda itself."""
    all_slides = (one for deck in decks for one in deck)
    for number, (above, slide) in enumerate(all_slides, start=2):
        yield PlacedSlide(f"slide-{number}", above, slide)


def _entries(items: list[OpenItem], decks: list[list], address: str, language: str, reader: Reader) -> Iterator[Entry]:
    number = 2
    for one, deck in zip(items, decks, strict=True):
        text = {"title": one.item.title[language], "sentence": one.item.sentence[language]}
        if deck:
            live = deck[0][1].live if one.item.panel else deck[0][1].live.partition("#")[0]
            yield Entry(**text, start=f"slide-{number}", live=live, lost_names="")
        else:
            yield Entry(**text, start="", live="", lost_names=one.lost_names)
        number += len(deck)


def _unheeded_parts(item: Item, selection: Selection) -> str:
    """The parts of an address that mean nothing to the data, as they were written."""
    selection_values = dict(sharing.pairs(selection.search))
    item_pairs = [(key, value) for key, value in sharing.pairs(item.search) if key != "present"]
    return urlencode([(key, value) for key, value in item_pairs if key not in selection_values], safe=",")
