"""What stands under a panel's picture: what was left out, what was replied, and where the figures come from."""

from dataclasses import replace
from typing import Any

from dashboard.address.reader import Reader
from dashboard.address.route import Route
from dashboard.figures import rows
from dashboard.figures.base import Picture
from dashboard.pages import replies
from dashboard.pages.cell_links import to_source
from dashboard.panels import UNPLACED_PANELS
from dashboard.panels.panel import Panel
from dashboard.text import Words, notes, wording
from data_access.store.database import Snapshot
from data_access.vocabulary import measures
from data_access.vocabulary.answer import Answer
from data_access.vocabulary.selection import Selection
from layouts import panel as layout
from layouts.replies import block


def foot(
    reader: Reader,
    snapshot: Snapshot,
    route: Route,
    panel: Panel,
    answer: Answer,
    selection: Selection,
    picture: Picture,
) -> list[Any]:
    """The foot of a panel that shows an answer."""
    words = reader.words[route.language]
    addresses = [to_source(one.key, route, selection.edition, reader) for one in answer.sources]
    source = layout.brief_source if route.is_lite else layout.source
    sources = [source(one, href, words) for one, href in zip(answer.sources, addresses, strict=True)]
    dated = layout.date_list(picture.date_marks, words) if picture.date_marks else None
    left_out = [*notes.of_answer(answer, words), *_of_edition(snapshot, words)]
    said = replies.reply_texts(snapshot, replies.of_panel(snapshot, panel, answer, selection), answer, words)
    unplaced = _unplaced(reader, route, panel, answer, selection)
    in_rows = rows.of(picture.figure)
    count = in_rows.count if in_rows else None
    return layout.foot(picture.legend, dated, left_out, unplaced, block(panel.key, said, words), sources, count)


def without_picture(snapshot: Snapshot, words: Words) -> list[Any]:
    """The foot of a panel that has nothing to show."""
    return layout.notes(_of_edition(snapshot, words))


def _of_edition(snapshot: Snapshot, words: Words) -> list[str]:
    """A picture that is cut out of its page must still say that it is of an edition."""
    return [wording.edition(snapshot.edition, words)] if snapshot.edition else []


def _unplaced(reader: Reader, route: Route, panel: Panel, answer: Answer, selection: Selection) -> Any:
    """The way to the rows that a map could not place; None where it placed all."""
    if answer.unplaced is None or not answer.unplaced.count:
        return None
    topic = measures.measure_of(panel.topic, selection.measure, selection.medium).topic
    key = UNPLACED_PANELS[topic]
    there = reader.href(route.to(topic), replace(selection, tables=(key,)))
    return layout.to_rows(reader.words[route.language]("unplaced.show"), there, key, topic == route.topic)
