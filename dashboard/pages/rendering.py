"""Answers of panels as what a page shows, remembered by what was asked and of which version."""

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

import orjson

from dashboard.address.reader import Reader
from dashboard.address.route import Route
from dashboard.downloads import formats
from dashboard.figures.base import Canvas, Ground, Label, SiteMark
from dashboard.figures.date_marks import with_dates
from dashboard.figures.notice import notice
from dashboard.pages import choice_names, panel_foot, panel_text, replies
from dashboard.pages.cell_links import hrefs
from dashboard.panels.panel import Panel
from dashboard.text import Words
from dashboard.text.table import Table
from data_access.answers import annotations, places, sites
from data_access.answers.sources import publication
from data_access.store.database import Snapshot
from data_access.store.memory import method_per_question
from data_access.vocabulary.answer import Answer, Source
from data_access.vocabulary.selection import Selection
from layouts import downloads
from layouts import panel as layout
from layouts.preserialized import preserialized
from layouts.table import table
from layouts.to_html import live_html

MOST_ENTRIES, MOST_ANSWERS = 2_000, 200


class Parts(NamedTuple):
    """Picture, head, foot and help of a panel; ``has_figure`` where the picture is more than a notice."""

    figure: dict
    head: list
    foot: list
    help: list
    sources: Sequence[Source]
    has_figure: bool


class RenderedPanel(NamedTuple):
    """Picture of a panel, finished, and head, foot and help as HTML."""

    figure: orjson.Fragment
    head: str
    foot: str
    help: str


class LinkedTable(NamedTuple):
    """A table, where each of its cells leads, and what it is called."""

    content: Table
    hrefs: list[list[str | None]]
    caption: str


class Below(NamedTuple):
    """What leads on from a panel, and its table, as HTML: empty where it is closed."""

    links: str
    table: str


class Renderer:
    """Renders panels. What it has rendered it keeps for as long as there is room."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def question(self, snapshot: Snapshot, route: Route, panel: Panel, selection: Selection) -> str:
        """What a drawn panel answers; the same question needs no new drawing."""
        return f"{snapshot.version} {route.language} {panel.relevant(selection).search}"

    def is_helped(self, snapshot: Snapshot, panel: Panel, selection: Selection, question: str | None) -> bool:
        """Whether a panel that answers a question shows the same help already; none when it answers nothing yet."""
        if not question:
            return False
        before = self._reader.choice(snapshot, question.rpartition(" ")[2])
        return panel.help_keys(before) == panel.help_keys(selection)

    @method_per_question(MOST_ENTRIES)
    def picture(self, snapshot: Snapshot, route: Route, panel: Panel, selection: Selection) -> RenderedPanel:
        """The parts of a panel, finished. Raises DataUnavailable."""
        return _rendered(*self.parts(snapshot, route, panel, selection)[: len(RenderedPanel._fields)])

    def parts(self, snapshot: Snapshot, route: Route, panel: Panel, selection: Selection) -> Parts:
        """Picture, head and foot, or a notice that says why there is none. Raises DataUnavailable."""
        words = self._reader.words[route.language]
        answer = self.answer(snapshot, panel, selection)
        said = panel_text.of_answer(answer, panel, selection, words)
        head = layout.head(panel.key, *panel_text.on_page(said, selection), words)
        texts = panel_text.help_texts(panel, selection, answer.indicators, words)
        if answer.is_empty:
            foot = panel_foot.without_picture(snapshot, words)
            return Parts(notice(said.sentence, words).figure, head, foot, texts, (), has_figure=False)
        canvas = self.canvas(snapshot, words, selection)
        drawn = with_dates(panel.draw(answer, canvas), annotations.by_date(snapshot), panel.topic, canvas)
        foot = panel_foot.foot(self._reader, snapshot, route, panel, answer, selection, drawn)
        return Parts(drawn.figure, head, foot, texts, answer.sources, has_figure=True)

    def failure(self, route: Route, panel: Panel, selection: Selection, reason: str) -> RenderedPanel:
        """What stands in a panel that cannot be drawn, with the text of a key; nothing stale may stay there."""
        words = self._reader.words[route.language]
        why = words(reason)
        # Nothing can be read: what the data would name stands there by its code.
        head = layout.head(panel.key, panel_text.question(panel, selection, {}, words), why, None, words)
        return _rendered(notice(why, words).figure, head, [], panel_text.help_texts(panel, selection, {}, words))

    @method_per_question(MOST_ENTRIES)
    def below(self, snapshot: Snapshot, route: Route, panel: Panel, selection: Selection) -> Below:
        """What leads on from a panel, and its table, as HTML. Raises DataUnavailable."""
        links, tabled = self.beneath(snapshot, route, panel, selection)
        return Below(live_html(links), table(*tabled) if tabled else "")

    def beneath(
        self, snapshot: Snapshot, route: Route, panel: Panel, selection: Selection
    ) -> tuple[list, LinkedTable | None]:
        """Links to open the table and to files of the rows, and the table where it is open. Raises DataUnavailable."""
        words = self._reader.words[route.language]
        answer = self.answer(snapshot, panel, panel.relevant(selection))
        if answer.is_empty:
            return self._way_out(snapshot, route, panel, selection, words), None
        files = self._files(snapshot, route, panel, panel.row_filter(selection))
        tabled = partial(self._tabled, snapshot, answer, route, panel, selection)
        is_open = panel.key in selection.tables
        href = self._reader.href(route, selection.toggle("tables", panel.key))
        link = layout.toggle(words("table.hide" if is_open else "table.show"), href, is_open)
        if panel.shape.has_open_table or route.is_lite:
            found = tabled()
            is_short = len(found.content.rows) <= panel.shape.paper_rows
            if panel.shape.has_open_table or is_short:
                is_cut = route.is_lite and panel.shape.is_cut_on_paper and not is_short
                return [link, *files] if is_cut else files, found
        return [link, *files], tabled() if is_open else None

    def _files(self, snapshot: Snapshot, route: Route, panel: Panel, choice: Selection) -> list:
        """Files of the rows. An image is made by a script; pages without have the two files that phones open."""
        words = self._reader.words[route.language]
        rows = formats.links(self._reader.base_path, panel.key, panel.geometry, choice.search, route.language)
        if route.is_lite:
            return [downloads.line(rows[:2], words)]
        return [
            downloads.line(rows, words),
            downloads.image(formats.name(panel.key, choice, publication(snapshot)[1]), words),
        ]

    def _way_out(self, snapshot: Snapshot, route: Route, panel: Panel, selection: Selection, words: Words) -> list:
        """A link to the nearest choice with figures: the same without one of its parts, the place given up last.

        Where there is none, to the example, which shows what would stand here.
        """
        for name, without in reversed(choice_names.active_choices(snapshot, selection, route, words)):
            is_another = route.selection_on_page(without) != selection
            if is_another and not self.answer(snapshot, panel, panel.relevant(without)).is_empty:
                return [layout.way_out(words("empty.without", choice=name), self._reader.href(route, without))]
        is_gap = not self.answer(snapshot, panel, panel.relevant(selection)).waits_for_choice
        example = self._reader.example_href(snapshot, route, selection) if is_gap else None
        return [layout.to_example(words("example.offer"), example)] if example else []

    @method_per_question(MOST_ANSWERS)
    def answer(self, snapshot: Snapshot, panel: Panel, selection: Selection) -> Answer:
        """What a panel answers to the part of a choice that it depends on. Raises DataUnavailable."""
        return panel.answer(snapshot, selection)

    def canvas(self, snapshot: Snapshot, words: Words, selection: Selection) -> Canvas:
        """What pictures of a version are drawn with."""
        names = tuple(Label(*label) for label in places.oblast_labels(snapshot))
        ground = tuple(Ground(*district) for district in places.ground(snapshot))
        marks = tuple(SiteMark(*mark) for mark in sites.marks(snapshot))
        return Canvas(words, selection, self._reader.layers(snapshot), names, ground, marks, snapshot.edition)

    def _tabled(
        self, snapshot: Snapshot, answer: Answer, route: Route, panel: Panel, selection: Selection
    ) -> LinkedTable:
        words = self._reader.words[route.language]
        found = replies.of_panel(snapshot, panel, answer, panel.relevant(selection))
        content = replies.with_reply_marks(panel.tabulate(answer, words, selection), panel.key, found, words)
        leading = hrefs(content, route, selection, self._reader)
        return LinkedTable(content, leading, panel_text.title(answer, panel, selection, words))


def _rendered(figure: dict, *parts: list) -> RenderedPanel:
    return RenderedPanel(preserialized(figure), *map(live_html, parts))
