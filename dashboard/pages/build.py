"""Pages as data: every panel is made here, once for all that write it, and fails here alone."""

import logging
from collections.abc import Collection
from dataclasses import replace
from functools import partial

from dashboard.address.reader import Reader, View
from dashboard.address.route import Route
from dashboard.figures import rows
from dashboard.figures.base import Canvas, Ground, Label, MeetingMark, Picture, SiteMark
from dashboard.figures.date_marks import with_dates
from dashboard.pages import (
    choice_names,
    gaps,
    page_chrome,
    panel_below,
    panel_text,
    replies,
    said_once,
    whom_to_tell,
)
from dashboard.pages.heading import heading
from dashboard.pages.key_figures import safe_figures
from dashboard.pages.page_choices import topic_choices
from dashboard.pages.page_view import PageView
from dashboard.pages.panel_text import PanelText
from dashboard.pages.panel_view import Link, PanelView, title_id
from dashboard.pages.source_lines import shown_sources, source_lines
from dashboard.panels import UNPLACED_PANELS
from dashboard.panels.panel import Panel
from dashboard.text import Words, notes
from data_access.answers import annotations, dialogue, places, sites
from data_access.store import pause
from data_access.store.database import Snapshot
from data_access.store.memory import method_per_question
from data_access.vocabulary import measures
from data_access.vocabulary.answer import Answer
from data_access.vocabulary.edition import EXAMPLE
from data_access.vocabulary.selection import Selection

LOG = logging.getLogger(__name__)
MOST_ANSWERS = 200
# Why newer figures are not shown, where it is another reason than that the database does not answer.
NEWS = {"no_room": "news.no_room"}


class Builder:
    """Builds pages. What was asked of the data and what was drawn it keeps for as long as there is room."""

    def __init__(self, reader: Reader) -> None:
        self.reader = reader

    def page(self, view: View, only: Collection[str] | None = None) -> PageView:
        """The page of a view, or with ``only`` some of its panels and no foot. Raises DataUnavailable."""
        snapshot, route, selection = view
        words = self.reader.words[route.language]
        page_panels = gaps.page_panels(snapshot, route, self.reader, self.answer)
        shown_panels = [panel for panel in page_panels.with_figures if only is None or panel.key in only]
        head = heading(snapshot, route, self.reader)
        panels = said_once.in_order([_on_page(self.panel(view, panel), selection) for panel in shown_panels])
        is_last = only is None or any(panel.key in only for panel in page_panels.with_figures[-1:])
        return PageView(
            title=choice_names.title(snapshot, selection, route, words),
            address=self.reader.href(route, selection),
            news=self._news(words),
            chrome=page_chrome.chrome(view, self.reader),
            heading=head,
            key_figures=safe_figures(view, self.reader) if head.has_key_figures else (),
            choices=topic_choices(snapshot, route, selection, words) if page_panels.with_figures else (),
            panels=panels,
            once=said_once.of_panels(view, page_panels.with_figures, self.reader, self.answer) if is_last else None,
            gaps=gaps.gaps_of(snapshot, route, self.reader, page_panels.without_figures),
            about=page_chrome.about(view, self.reader) if only is None else None,
            whom=whom_to_tell.of_place(view, self.reader),
        )

    def panel(self, view: View, panel: Panel) -> PanelView:
        """A panel of a page; one that fails says so in its place, and nothing stale may stay there."""
        try:
            return self._panel(view, panel)
        except Exception:
            LOG.exception("panel %s, %s", panel.key, view.selection.search)
            return self._failure(view, panel)

    def _panel(self, view: View, panel: Panel) -> PanelView:
        snapshot, route, selection = view
        words, relevant = self.reader.words[route.language], panel.relevant(selection)
        answer = self.answer(snapshot, panel, relevant)
        panel_words = self.text(snapshot, route.language, panel, relevant)
        panel_replies = replies.of_panel(snapshot, panel, answer, relevant)
        panel_view = PanelView(
            key=panel.key,
            shape=panel.shape,
            title=panel_words.title,
            sentence=panel_words.sentence,
            synthetic=panel_words.synthetic,
            scope=panel_text.scope(panel, selection, words),
            is_of_country=not panel.follows_place,
            heeds=panel.depends_on,
            replies=replies.numbers(snapshot, panel_replies),
            help=panel_text.help_texts(panel, relevant, answer.indicators, words),
            address=f"{self.reader.href(route.live, relevant)}#{title_id(panel.key)}",
            below=panel_below.below(
                view, panel, answer, panel_replies, self.reader, partial(self.answer, snapshot, panel)
            ),
        )
        return panel_view if answer.is_empty else self._with_picture(panel_view, view, panel, answer)

    def _with_picture(self, panel_view: PanelView, view: View, panel: Panel, answer: Answer) -> PanelView:
        """The panel with its picture and what stands under it."""
        snapshot, route, selection = view
        words, relevant = self.reader.words[route.language], panel.relevant(selection)
        picture = self.picture(snapshot, route.language, panel, relevant)
        return panel_view._replace(
            figure=picture.figure,
            figure_href=self.reader.figure_href(snapshot, route.language, panel.key, relevant),
            picture_href=self.reader.picture_href(snapshot, route.language, panel.key, relevant),
            rows=rows.of(picture.figure),
            legend=picture.legend,
            notes=notes.of_answer(answer, words),
            unplaced=self._unplaced(route, panel, answer, relevant),
            sources=source_lines(snapshot, shown_sources(answer), route, selection.edition, self.reader),
            origins=shown_sources(answer),
        )

    def _failure(self, view: View, panel: Panel) -> PanelView:
        """Nothing can be read: what the data would name stands there by its code."""
        words = self.reader.words[view.route.language]
        title = panel_text.question(panel, view.selection, {}, words)
        texts = panel_text.help_texts(panel, view.selection, {}, words)
        return PanelView(
            panel.key,
            panel.shape,
            title,
            words("empty.unreadable"),
            help=texts,
            is_broken=True,
            is_of_country=not panel.follows_place,
        )

    @method_per_question(MOST_ANSWERS, pause.let_others)
    def answer(self, snapshot: Snapshot, panel: Panel, selection: Selection) -> Answer:
        """What a panel answers to the part of a choice that it depends on. Raises DataUnavailable."""
        return panel.answer(snapshot, selection)

    @method_per_question(MOST_ANSWERS)
    def text(self, snapshot: Snapshot, language: str, panel: Panel, selection: Selection) -> PanelText:
        """What a panel says of its answer. Raises DataUnavailable."""
        answer = self.answer(snapshot, panel, selection)
        return panel_text.of_answer(answer, panel, selection, self.reader.words[language])

    @method_per_question(MOST_ANSWERS, pause.let_others)
    def picture(self, snapshot: Snapshot, language: str, panel: Panel, selection: Selection) -> Picture:
        """The picture of an answer that is not empty, with what happened meanwhile. Raises DataUnavailable."""
        canvas = self._canvas(snapshot, self.reader.words[language], selection)
        panel_picture = panel.draw(self.answer(snapshot, panel, selection), canvas)
        return with_dates(panel_picture, annotations.beside(snapshot, selection), panel.topic, canvas)

    def _canvas(self, snapshot: Snapshot, words: Words, selection: Selection) -> Canvas:
        """What pictures of a version are drawn with."""
        names = tuple(Label(*label) for label in places.oblast_labels(snapshot))
        ground = tuple(Ground(*district) for district in places.ground(snapshot))
        marks = tuple(SiteMark(*mark) for mark in sites.marks(snapshot))
        meetings = tuple(MeetingMark(*mark) for mark in dialogue.marks(snapshot))
        return Canvas(words, selection, self.reader.layers(snapshot), names, ground, marks, meetings, snapshot.edition)

    def _unplaced(self, route: Route, panel: Panel, answer: Answer, selection: Selection) -> Link | None:
        """The way to the rows that a map could not place; None where it placed all."""
        if answer.unplaced is None or not answer.unplaced.count:
            return None
        topic = measures.measure_of(panel.topic, selection.measure, selection.medium).topic
        key = UNPLACED_PANELS[topic]
        there = self.reader.href(route.to(topic), replace(selection, tables=(key,)))
        text = self.reader.words[route.language]("unplaced.show")
        return Link(text, f"{there}#{title_id(key)}", is_here=topic == route.topic)

    def _news(self, words: Words) -> str:
        problem = self.reader.database.problem
        return words(NEWS.get(problem, "news.older_copy")) if problem else ""


def _on_page(panel: PanelView, selection: Selection) -> PanelView:
    """Of the example the bar above its pages says what it is, and no panel on them says it again."""
    return panel._replace(synthetic=None) if selection.edition == EXAMPLE else panel
