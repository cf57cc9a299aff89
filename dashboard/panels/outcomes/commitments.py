"""What was promised, who owes it, and what became of it."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from dashboard.figures import bars, theme
from dashboard.figures.base import Canvas, Picture
from dashboard.panels import reply_targets
from dashboard.panels.panel import UNSTATED_KEY, Column, Panel
from dashboard.panels.site.statements import place
from dashboard.text import Words, wording
from dashboard.text.table import NO_RANK, Cell, Table
from data_access.answers import commitments
from data_access.vocabulary.answer import Answer
from data_access.vocabulary.fields.commitments import BODIES, STANDINGS
from data_access.vocabulary.selection import Selection
from data_access.vocabulary.shape import SENTENCES
from data_access.vocabulary.states import MISSING

# On a phone the first three are seen at once; sheets leave out the sixth and the seventh.
HEADERS = ("due_on", "commitment", "owed_by", "standing", "reported", "place", "made_in", "evidence")
# What ended otherwise than by being kept is grey.
GREENS = theme.RAMPS["outcomes"]
COLOURS = dict(zip(STANDINGS, (GREENS[4], GREENS[0], GREENS[2], theme.PATTERN, GREENS[1], theme.FRAME), strict=True))
NO_NEWS = "no_news"


def draw(answer: Answer, canvas: Canvas) -> Picture:
    """A bar for each kind of body that owes, parted by how what it owes stands."""
    words, counts = canvas.words, Counter((row.owing_body, row.standing) for row in answer.rows)
    bodies = [body for body in BODIES if any(body == one for one, _ in counts)]
    parts = [
        bars.Part(
            words(f"standing.{standing}"),
            colour,
            [counts[body, standing] for body in bodies],
            "/" if standing == NO_NEWS else "",
        )
        for standing, colour in COLOURS.items()
        if any(standing == one for _, one in counts)
    ]
    names = [words(f"body.{body}") for body in bodies]
    return bars.stacked_bars(names, parts, canvas, lambda _row, length: words.number(length))


def tabulate(answer: Answer, words: Words, _selection: Selection) -> Table:
    """By when, what, who owes it, how it stands, what was reported, where, where it was made, who tells of it."""
    headers = tuple(words(f"table.{name}") for name in HEADERS)
    reports = answer.extras["reports"]
    return Table(headers, tuple(_commitment(row, reports.get(row.commitment_id, ()), words) for row in answer.rows))


def say(answer: Answer, words: Words, _selection: Selection) -> str:
    """How many there are, and how they stand; silence is not failure."""
    counts = Counter(row.standing for row in answer.rows)
    parts = [
        words("value.named", name=words(f"standing.{one}"), value=words.number(counts[one]))
        for one in STANDINGS
        if counts[one]
    ]
    count = words.plural("count.commitments", len(answer.rows))
    sentence = words("say.commitments", place=wording.place(answer, words), commitments=count, parts="; ".join(parts))
    return f"{sentence} {words('say.commitments.no_news')}" if counts[NO_NEWS] else sentence


def _commitment(row: Any, reports: Sequence[Mapping[str, Any]], words: Words) -> tuple[Cell, ...]:
    language = words.language
    return (
        _due(row, words),
        Cell(getattr(row, f"commitment_{language}")),
        Cell(getattr(row, f"owed_by_{language}")),
        Cell(_standing(row, words)),
        Cell("; ".join(_report_text(one, words) for one in reports) or NO_RANK),
        place(row, words),
        Cell(_origin_text(row, words)),
        Cell(row.published_in, address=row.url, language="en"),
    )


def _due(row: Any, words: Words) -> Cell:
    if not row.due_on:
        return Cell(words("commitment.no_day"), state=MISSING)
    return Cell(words.day(row.due_on))


def _standing(row: Any, words: Words) -> str:
    """How it stands, and of one whose day has passed since when."""
    if row.overdue_days != row.overdue_days:
        return words(f"standing.{row.standing}")
    standing = words(f"standing.{NO_NEWS if row.standing == NO_NEWS else 'open'}")
    return words("commitment.past", standing=standing, days=words.plural("unit.days.amount", int(row.overdue_days)))


def _origin_text(row: Any, words: Words) -> str:
    """Where it was made, and when, as exactly as that is known."""
    parts = (words(f"made_in.{row.made_in}"), _day(row.made_on, row.date_precision, words))
    return ", ".join(filter(None, parts))


def _day(day: date | None, precision: str | None, words: Words) -> str:
    if not day:
        return ""
    if precision == "year":
        return str(day.year)
    return words.month(day) if precision == "month" else words.day(day)


def _report_text(report: Mapping[str, Any], words: Words) -> str:
    """One report: the day, what, who says so, and in which words."""
    day, by = words.day(report["reported_on"]), words(f"replies.by.{report['reported_by']}")
    state = words(f"fulfilment.{report['fulfilment']}")
    if report["moved_to"]:
        state = words("commitment.moved_to", day=words.day(report["moved_to"]))
    head = words("commitment.report", day=day, state=state, by=by)
    text = report[f"step_{words.language}"]
    return f"{head}: {text}" if text else head


PANEL = Panel(
    key="commitments_by_body",
    topic="outcomes",
    shape=SENTENCES,
    depends_on=("district", "site"),
    read=commitments.by_commitment,
    draw=draw,
    say=say,
    tabulate=tabulate,
    replies_to=reply_targets.no_codes,
    columns={
        "owed_by": Column("Body or office that owes it, in the language of the file"),
        "commitment": Column("What is owed, in the language of the file"),
        "standing": Column(
            "How it stands: overdue, no_news (nothing was reported of it), open, not_kept, kept or dropped",
            codes=("standing",),
        ),
        "overdue_days": Column("Days since it was due, of one that is not known to have ended", empty=UNSTATED_KEY),
    },
)
