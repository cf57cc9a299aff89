"""Answers of panels as what a page shows, remembered by what was asked and of which version."""

from operator import attrgetter
from threading import Lock
from typing import NamedTuple

import orjson
from cachetools import LRUCache, cachedmethod

from callbacks import naming
from callbacks.leading import hrefs
from callbacks.reader import Reader
from dashboard import measures, wording
from dashboard.answer import Answer
from dashboard.clock import today
from dashboard.figures.base import Canvas, Ground, Label, Picture, SiteMark
from dashboard.figures.dated import marked
from dashboard.figures.notice import notice
from dashboard.panel import Panel
from dashboard.route import Route
from dashboard.selection import Selection
from dashboard.text import Words
from data_access import annotations, places, sites
from data_access.database import Snapshot
from layouts import panel as layout
from layouts import reading
from layouts.finished import finished

REMEMBERED, ANSWERS_REMEMBERED = 2_000, 200


class Rendered(NamedTuple):
    """Picture, head, foot and help of a panel, finished."""

    figure: orjson.Fragment
    head: orjson.Fragment
    foot: orjson.Fragment
    help: orjson.Fragment


class Below(NamedTuple):
    """What leads on from a panel, finished, and its table as data: empty where it is closed."""

    links: orjson.Fragment
    table: str


def _asked(_self: "Renderer", snapshot: Snapshot, route: Route, panel: Panel, selection: Selection) -> tuple:
    return snapshot.version, today(), route, panel.key, selection


def _of_data(_self: "Renderer", snapshot: Snapshot, panel: Panel, selection: Selection) -> tuple:
    return snapshot.version, today(), panel.key, selection


class Renderer:
    """Renders panels. What it has rendered it keeps for as long as there is room."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._pictures: LRUCache = LRUCache(REMEMBERED)
        self._tables: LRUCache = LRUCache(REMEMBERED)
        self._answers: LRUCache = LRUCache(ANSWERS_REMEMBERED)
        self._lock = Lock()

    def question(self, snapshot: Snapshot, route: Route, panel: Panel, selection: Selection) -> str:
        """What a drawn panel answers; the same question needs no new drawing."""
        return f"{snapshot.version} {route.language} {panel.heeded(selection).search}"

    def is_helped(self, snapshot: Snapshot, panel: Panel, selection: Selection, question: str) -> bool:
        """Whether a panel that answers a question shows the same help already; none when it answers nothing yet."""
        before = Selection.parse(question.rpartition(" ")[2], self._reader.known(snapshot))
        return bool(question) and help_keys(panel, before) == help_keys(panel, selection)

    @cachedmethod(attrgetter("_pictures"), key=_asked, lock=attrgetter("_lock"))
    def picture(self, snapshot: Snapshot, route: Route, panel: Panel, selection: Selection) -> Rendered:
        """Picture, head and foot, or a notice that says why there is none. Raises DataUnavailable."""
        words = self._reader.words[route.language]
        answer = self._answer(snapshot, panel, selection)
        title = _title(answer, panel, selection, words)
        synthetic = words("kind.synthetic_view") if answer.is_synthetic else None
        if answer.is_empty:
            why = _why_empty(answer, panel, words)
            head = layout.head(panel.key, title, why, synthetic, words)
            return _rendered(notice(why, words).figure, head, [], _help(panel, selection, words))
        canvas = self._canvas(snapshot, words, selection)
        drawn = marked(panel.draw(answer, canvas), annotations.listed(snapshot), panel.topic, canvas)
        head = layout.head(panel.key, title, panel.say(answer, words, selection), synthetic, words)
        return _rendered(drawn.figure, head, _foot(drawn, answer, words), _help(panel, selection, words))

    def failure(self, route: Route, panel: Panel, selection: Selection) -> Rendered:
        """What stands in a panel that cannot be drawn; nothing stale may stay there."""
        words = self._reader.words[route.language]
        why = words("empty.unreadable")
        head = layout.head(panel.key, words(panel.question(selection)), why, None, words)
        return _rendered(notice(why, words).figure, head, [], _help(panel, selection, words))

    @cachedmethod(attrgetter("_tables"), key=_asked, lock=attrgetter("_lock"))
    def below(self, snapshot: Snapshot, route: Route, panel: Panel, selection: Selection) -> Below:
        """The table of a panel where it is open, and the link that opens or closes it. Raises DataUnavailable."""
        words = self._reader.words[route.language]
        answer = self._answer(snapshot, panel, panel.heeded(selection))
        if answer.is_empty:
            return Below(finished(self._way_out(snapshot, route, panel, selection, words)), "")
        if panel.keeps_table_open:
            return Below(finished([]), self._table(answer, route, panel, selection, words))
        is_open = panel.key in selection.tables
        href = self._reader.href(route, selection.toggle("tables", panel.key))
        link = layout.toggle(words("table.hide" if is_open else "table.show"), href, is_open)
        return Below(finished([link]), self._table(answer, route, panel, selection, words) if is_open else "")

    def _way_out(self, snapshot: Snapshot, route: Route, panel: Panel, selection: Selection, words: Words) -> list:
        """A link to the nearest choice with figures: the same without one of its parts, the place given up last."""
        for name, without in reversed(naming.made(snapshot, selection, route, words)):
            is_another = route.holding(without) != selection
            if is_another and not self._answer(snapshot, panel, panel.heeded(without)).is_empty:
                return [layout.way_out(words("empty.without", choice=name), self._reader.href(route, without))]
        return []

    @cachedmethod(attrgetter("_answers"), key=_of_data, lock=attrgetter("_lock"))
    def _answer(self, snapshot: Snapshot, panel: Panel, selection: Selection) -> Answer:
        return panel.answer(snapshot, selection)

    def _canvas(self, snapshot: Snapshot, words: Words, selection: Selection) -> Canvas:
        names = tuple(Label(*label) for label in places.oblast_labels(snapshot))
        ground = tuple(Ground(*district) for district in places.ground(snapshot))
        marks = tuple(SiteMark(*mark) for mark in sites.marks(snapshot))
        return Canvas(words, selection, self._reader.layers(snapshot), names, ground, marks)

    def _table(self, answer: Answer, route: Route, panel: Panel, selection: Selection, words: Words) -> str:
        content = panel.tabulate(answer, words, selection)
        return layout.table(
            content, hrefs(content, route, selection, self._reader), _title(answer, panel, selection, words)
        )


def _rendered(*parts: dict | list) -> Rendered:
    return Rendered(*map(finished, parts))


def _title(answer: Answer, panel: Panel, selection: Selection, words: Words) -> str:
    """The question; where it is about money alone, with the terms in which it is answered."""
    question = words(panel.question(selection))
    if answer.money is None or not (panel.topic == "revenue" or panel.kind == "map"):
        return question
    return f"{question} · {wording.unit(answer, answer.money.unit, words)}"


def _why_empty(answer: Answer, panel: Panel, words: Words) -> str:
    """No figures in the period, none for the place at all, or, where the record is complete, nothing recorded."""
    place = wording.place(answer, words)
    if answer.why:
        return words(f"empty.{answer.why}", place=place)
    if answer.money and answer.money.unknown_years:
        return words("money.unknown", years=wording.spans(answer.money.unknown_years, words))
    if answer.known is not None and answer.years is None:
        return words("empty.outside", place=place, years=words.years(answer.known))
    if answer.known is not None and panel.topic == "incidents":
        return words("say.incidents.no_record", place=place, years=words.years(answer.years))
    return words("empty.no_data", place=place)


def _foot(drawn: Picture, answer: Answer, words: Words) -> list:
    sources = [layout.source(one, words) for one in answer.sources]
    dated = layout.dated(drawn.dated, words) if drawn.dated else None
    return layout.foot(drawn.legend, dated, _notes(answer, words), sources)


def _help(panel: Panel, selection: Selection, words: Words) -> list:
    return reading.help_with(panel.key, [words(key) for key in help_keys(panel, selection)], words)


def help_keys(panel: Panel, selection: Selection) -> tuple[str, ...]:
    """Keys of the three texts that help with a panel; a map's are those of its measure."""
    if panel.kind == "map":
        key = measures.chosen(panel.topic, selection.measure).key
        return f"measure.{key}.means", "panel.map.reading", f"measure.{key}.limits"
    return tuple(f"panel.{panel.key}.{part}" for part in reading.PARTS)


def _notes(answer: Answer, words: Words) -> list[str]:
    """What the picture leaves out, and in which money it is."""
    notes = []
    if answer.unplaced and answer.unplaced.count:
        notes.append(_unplaced(answer, words))
    if answer.money:
        notes += wording.of_money(answer, words)
    return notes


def _unplaced(answer: Answer, words: Words) -> str:
    rows = words.plural("count.records", answer.unplaced.count)
    if answer.unplaced.value is None:
        return words("unplaced.records", rows=rows)
    return words(
        "unplaced.amount", rows=rows, amount=wording.amount(answer.unplaced.value, answer.money.currency, words)
    )
