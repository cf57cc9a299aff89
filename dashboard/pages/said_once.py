"""What a page says once for all its panels: replies, how figures were made, sources, words that are explained."""

import logging
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from dashboard.address.reader import Reader, View
from dashboard.pages import replies
from dashboard.pages.panel_view import PanelView, ReplyText, SourceLine
from dashboard.pages.source_lines import shown_sources, source_lines
from dashboard.panels.panel import Panel
from dashboard.text import notes
from dashboard.text.terms import marked_once
from data_access.store.database import Snapshot
from data_access.vocabulary.answer import Answer
from data_access.vocabulary.selection import Selection

SENTENCE_END = re.compile(r"(?<=[.!?])\s+")
LOG = logging.getLogger(__name__)


class SourceGroup(NamedTuple):
    """Sources of one publisher under one licence, which are ``terms``, each with its language where not the page's."""

    terms: Sequence[tuple[str, str | None]]
    sources: Sequence[SourceLine]


class SaidOnce(NamedTuple):
    """The replies to what a page shows, by date, what holds for its figures, and their sources, each once."""

    replies: Sequence[ReplyText]
    notes: Sequence[str]
    sources: Sequence[SourceGroup]


def of_panels(
    view: View, panels: Iterable[Panel], reader: Reader, ask: Callable[[Snapshot, Panel, Selection], Answer]
) -> SaidOnce:
    """What the panels of a page have in common; those that fail have nothing. Raises nothing."""
    words = reader.words[view.route.language]
    texts_by_number: dict[int, ReplyText] = {}
    answers: list[Answer] = []
    for panel in panels:
        try:
            relevant = panel.relevant(view.selection)
            answer = ask(view.snapshot, panel, relevant)
            panel_replies = replies.of_panel(view.snapshot, panel, answer, relevant)
            texts_by_number |= {
                one.number: one for one in replies.reply_texts(view.snapshot, panel_replies, answer, words)
            }
        except Exception:
            LOG.exception("panel %s, %s", panel.key, view.selection.search)
            continue
        if not answer.is_empty:
            answers.append(answer)
    sources_by_key = {one.key: one for answer in answers for one in shown_sources(answer)}
    lines = source_lines(view.snapshot, sources_by_key.values(), view.route, view.selection.edition, reader)
    return SaidOnce(
        [texts_by_number[number] for number in sorted(texts_by_number)], notes.of_page(answers, words), _groups(lines)
    )


def _groups(lines: Iterable[SourceLine]) -> list[SourceGroup]:
    """Sources by their terms, in the order of the first of each."""
    by_terms: dict[tuple[tuple[str, str | None], ...], list[SourceLine]] = {}
    for line in lines:
        by_terms.setdefault(tuple(line.terms), []).append(line)
    return [SourceGroup(*group) for group in by_terms.items()]


def in_order(panels: Sequence[PanelView]) -> list[PanelView]:
    """Panels of a page in their order: what one has said, those after it do not say again.

    That holds for words that are explained and for texts that help with reading. What a panel answers stays whole: it
    is read alone as well.
    """
    terms, sentences = set[str](), set[str]()
    return [
        one._replace(
            sentence=marked_once(one.sentence, terms),
            help=[(part, marked_once(text, terms)) for part, text in _unsaid_help(one, sentences)],
        )
        for one in panels
    ]


def _unsaid_help(panel: PanelView, sentences: set[str]) -> Iterator[tuple[str, str]]:
    for part, text in panel.help:
        new_sentences = [one for one in SENTENCE_END.split(text) if one not in sentences]
        sentences.update(new_sentences)
        if new_sentences:
            yield part, " ".join(new_sentences)
