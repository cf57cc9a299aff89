"""Which replies stand beside an answer, and how they are told on a page and in a file."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from dashboard.panels.panel import Panel
from dashboard.text import Words, wording
from dashboard.text.table import Link, Table, with_marks
from data_access.answers import choices, indicator_list, places, replies
from data_access.store.database import Snapshot
from data_access.vocabulary.answer import Answer
from data_access.vocabulary.reply import Reply
from data_access.vocabulary.selection import Selection
from layouts.replies import Said, place


def concerning(snapshot: Snapshot, panel: Panel, answer: Answer, selection: Selection) -> tuple[Reply, ...]:
    """The replies to something that a panel shows for a choice, by date."""
    listed = replies.listed(snapshot)
    shown = panel.reply_targets(answer, selection) if listed else None
    return tuple(one for one in listed if one.concerns(shown))


def told(snapshot: Snapshot, found: Sequence[Reply], answer: Answer, words: Words) -> list[Said]:
    """The replies in words."""
    return [_said(snapshot, one, answer, words) for one in found]


def in_lines(snapshot: Snapshot, found: Sequence[Reply], answer: Answer, words: Words) -> list[str]:
    """Each reply on one line, for files."""
    return [_line(one, words) for one in told(snapshot, found, answer, words)]


def marked(content: Table, key: str, found: Sequence[Reply], words: Words) -> Table:
    """The table of a panel with the numbers of the replies to single rows, which lead to the first of them."""
    numbers = defaultdict(list)
    for number, one in enumerate(found, start=1):
        numbers[f"{one.subject}:{one.key}"].append(number)
    marks = {
        row: Link(words("replies.mark", numbers=", ".join(map(str, of_row))), f"#{place(key, of_row[0])}")
        for row, of_row in numbers.items()
    }
    return with_marks(content, marks) if marks else content


def _said(snapshot: Snapshot, one: Reply, answer: Answer, words: Words) -> Said:
    is_translated = one.original and one.original != words.language
    return Said(
        day=words.day(one.day),
        kind=words(f"replies.by.{one.kind}"),
        by=one.by[words.language],
        about=words("replies.about", what=" · ".join(_about(snapshot, one, answer, words))),
        text=one.texts[words.language],
        translated=words(f"replies.translated.{one.original}") if is_translated else None,
        document=words("replies.document", name=one.reference),
        address=one.url,
        example=words("kind.synthetic") if one.is_synthetic else None,
    )


def _line(said: Said, words: Words) -> str:
    marks = [mark for mark in (said.example, said.translated, said.document, said.address) if mark]
    return f"{said.day}, {said.kind}: {said.by}. {said.about}. «{said.text}» ({'; '.join(marks)})"


def _about(snapshot: Snapshot, one: Reply, answer: Answer, words: Words) -> Iterator[str]:
    """What it is about, part by part."""
    if one.subject == "site":
        yield choices.names(snapshot, "site")[one.key][words.language]
    elif one.subject == "incident":
        yield from _incident(one, answer, words)
    elif one.subject == "district":
        yield places.names_of(snapshot, one.key)[words.language]
    else:
        yield from _figures(snapshot, one, words)


def _incident(one: Reply, answer: Answer, words: Words) -> Iterator[str]:
    row = next(row for row in answer.rows if row.incident_id == one.key)
    yield wording.date_of(row, words)
    yield words(f"category.{row.category}")


def _figures(snapshot: Snapshot, one: Reply, words: Words) -> Iterator[str]:
    if not (one.stage or one.stream or one.indicator):
        yield words(f"topic.{one.topic}")
    keys = {"stage": one.stage, "stream": one.stream, "issue": one.issue}
    yield from (words(f"{family}.{code}") for family, code in keys.items() if code)
    if one.indicator:
        listed = indicator_list.listed(snapshot)
        yield listed[one.indicator].names[words.language] if one.indicator in listed else one.indicator
    if one.payer:
        yield choices.names(snapshot, "operator")[one.payer][words.language]
    if one.district:
        yield places.names_of(snapshot, one.district)[words.language]
    if one.years:
        yield words.years(one.years)
