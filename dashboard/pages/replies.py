"""Which replies stand beside an answer, and how they are told on a page and in a file."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from dashboard.pages.panel_view import ReplyText
from dashboard.panels.panel import Panel
from dashboard.text import Words, wording
from dashboard.text.table import Link, Table, with_marks
from data_access.answers import choices, indicator_list, places, replies
from data_access.store.database import Snapshot
from data_access.vocabulary.answer import Answer
from data_access.vocabulary.reply import Reply
from data_access.vocabulary.selection import Selection


def of_panel(snapshot: Snapshot, panel: Panel, answer: Answer, selection: Selection) -> tuple[Reply, ...]:
    """The replies to something that a panel shows for a choice, by date."""
    all_replies = replies.by_date(snapshot)
    targets = panel.reply_targets(answer, selection) if all_replies else None
    return tuple(one for one in all_replies if one.concerns(targets))


def numbers(snapshot: Snapshot, items: Sequence[Reply]) -> list[int]:
    """The numbers of replies among all by date, by which pages name them."""
    all_replies = replies.by_date(snapshot)
    return [all_replies.index(one) + 1 for one in items]


def reply_texts(snapshot: Snapshot, items: Sequence[Reply], answer: Answer, words: Words) -> list[ReplyText]:
    """The replies in words."""
    numbered = zip(numbers(snapshot, items), items, strict=True)
    return [_reply_text(snapshot, number, one, answer, words) for number, one in numbered]


def in_lines(snapshot: Snapshot, items: Sequence[Reply], answer: Answer, words: Words) -> list[str]:
    """Each reply on one line, for files."""
    return [_line(one, words) for one in reply_texts(snapshot, items, answer, words)]


def with_reply_marks(snapshot: Snapshot, content: Table, items: Sequence[Reply], words: Words) -> Table:
    """The table of a panel with the numbers of the replies to single rows, which lead to the first of them."""
    numbers_by_row = defaultdict(list)
    for number, one in zip(numbers(snapshot, items), items, strict=True):
        numbers_by_row[f"{one.subject}:{one.key}"].append(number)
    marks = {
        row: Link(words("replies.mark", numbers=", ".join(map(str, of_row))), f"#reply-{of_row[0]}")
        for row, of_row in numbers_by_row.items()
    }
    return with_marks(content, marks) if marks else content


def _reply_text(snapshot: Snapshot, number: int, reply: Reply, answer: Answer, words: Words) -> ReplyText:
    is_translated = reply.original and reply.original != words.language
    return ReplyText(
        number=number,
        day=words.day(reply.day),
        kind=words(f"replies.by.{reply.kind}"),
        by=reply.by[words.language],
        about=words("replies.about", what=" · ".join(_about(snapshot, reply, answer, words))),
        text=reply.texts[words.language],
        translation_mark=words(f"replies.translated.{reply.original}") if is_translated else None,
        document=words("replies.document", name=reply.reference),
        address=reply.url,
        example=words("kind.synthetic") if reply.is_synthetic else None,
    )


def _line(reply: ReplyText, words: Words) -> str:
    marks = [mark for mark in (reply.example, reply.translation_mark, reply.document, reply.address) if mark]
    return f"{reply.day}, {reply.kind}: {reply.by}. {reply.about}. «{reply.text}» ({'; '.join(marks)})"


def _about(snapshot: Snapshot, reply: Reply, answer: Answer, words: Words) -> Iterator[str]:
    """What it is about, part by part."""
    if reply.subject == "site":
        yield choices.names(snapshot, "site")[reply.key][words.language]
    elif reply.subject == "incident":
        yield from _incident(reply, answer, words)
    elif reply.subject == "district":
        yield places.names_of(snapshot, reply.key)[words.language]
    else:
        yield from _figures(snapshot, reply, words)


def _incident(reply: Reply, answer: Answer, words: Words) -> Iterator[str]:
    row = next(row for row in answer.rows if row.incident_id == reply.key)
    yield wording.date_of(row, words)
    yield words(f"category.{row.category}")


def _figures(snapshot: Snapshot, reply: Reply, words: Words) -> Iterator[str]:
    if not (reply.stage or reply.stream or reply.indicator):
        yield words(f"topic.{reply.topic}")
    keys = {"stage": reply.stage, "stream": reply.stream, "issue": reply.issue}
    yield from (words(f"{family}.{code}") for family, code in keys.items() if code)
    if reply.indicator:
        indicators = indicator_list.by_code(snapshot)
        yield indicators[reply.indicator].names[words.language] if reply.indicator in indicators else reply.indicator
    if reply.payer:
        yield choices.names(snapshot, "operator")[reply.payer][words.language]
    if reply.district:
        yield places.names_of(snapshot, reply.district)[words.language]
    if reply.years:
        yield words.years(reply.years)
