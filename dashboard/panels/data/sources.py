"""Panels about sources: all of them, and one: who published what, how it was loaded and checked, how old it is."""

import re

from dashboard import wording
from dashboard.answer import WITHHELD, Answer
from dashboard.figures import periods, theme
from dashboard.figures.base import Canvas, Picture
from dashboard.legend import Key
from dashboard.selection import Selection
from dashboard.tables import Cell, Table, number
from dashboard.text import Words

REFERENCE = "#8b959c"


def draw_register(answer: Answer, canvas: Canvas) -> Picture:
    """The period that each source covers."""
    bars = [_bar(row, canvas.words) for row in answer.rows if row.newest_on]
    return periods.of_things(bars, canvas, [Key("expected", canvas.words("legend.expected"))])


def tabulate_register(answer: Answer, words: Words, _selection: Selection) -> Table:
    """A row per source."""
    names = ("subject", "source", "state", "period", "expected", "loaded", "read", "set_aside", "kind", "publisher")
    headers = tuple(words(f"table.{name}") for name in names)
    return Table(headers, tuple(_source(row, words) for row in answer.rows))


def say_register(answer: Answer, words: Words, _selection: Selection) -> str:
    """How many sources are late, on time, or promise nothing; of an edition, how many there are."""
    counts, total = answer.frame["timeliness"].value_counts(), words.plural("count.sources", len(answer.frame))
    if "dated" in counts:
        return words("say.register.dated", sources=total)
    return words(
        "say.register",
        sources=total,
        late=words.number(int(counts.get("late", 0))),
        on_time=words.number(int(counts.get("on_time", 0))),
        unknown=words.number(int(counts.get("unknown", 0))),
    )


def draw_source(answer: Answer, canvas: Canvas) -> Picture:
    """The period that it covers, and when newer figures are expected; nothing of one without dates."""
    row = answer.rows[0]
    bars = [_bar(row, canvas.words)] if row.newest_on else []
    legend = [Key("expected", canvas.words("legend.expected"))] if row.expected_on else []
    return periods.of_things(bars, canvas, legend)


def say_source(answer: Answer, words: Words, _selection: Selection) -> str:
    """Who published it, what kind of figures they are, and whether newer ones are late."""
    row = answer.rows[0]
    return words(
        "say.source",
        publisher=getattr(row, f"publisher_{words.language}"),
        kind=words(f"kind.{row.kind}.means"),
        state=wording.freshness(row.newest_on or None, row.expected_on or None, row.timeliness, words),
    )


def tabulate_source(answer: Answer, words: Words, _selection: Selection) -> Table:
    """Fact by fact, then check by check."""
    row = answer.rows[0]
    facts = [(Cell(words(f"table.{name}")), cell) for name, cell in _facts(row, words)]
    checks = [_check(check, words) for check in answer.frame.attrs["checks"]]
    form = (Cell(words("check.form")), Cell(words("check.form.means")))
    return Table((words("table.of_source"), words("table.known")), (*facts, form, *checks))


def _facts(row, words: Words):
    """Pairs of the key of a header and a cell."""
    language = words.language
    yield "publisher", Cell(getattr(row, f"publisher_{language}"))
    yield "document", Cell(getattr(row, f"title_{language}"), address=row.url if isinstance(row.url, str) else None)
    yield "kind", Cell(f"{words(f'kind.{row.kind}')}: {words(f'kind.{row.kind}.means')}")
    yield "licence", Cell(getattr(row, f"licence_{language}"))
    yield "period", Cell(_period(row, words))
    state = wording.freshness(row.newest_on or None, row.expected_on or None, row.timeliness, words)
    yield "freshness", Cell(state, state=row.timeliness)
    yield "method", Cell(words(f"method.{row.dataset}"))
    yield "loaded", Cell(words.day(row.loaded_at))
    yield "read", _rows(row.read_count, words)
    yield "kept", number(int(row.row_count), words)
    yield "set_aside", _rows(row.set_aside_count, words)


def _check(check: dict, words: Words) -> tuple[Cell, Cell]:
    """What a check does to a row that breaks it; what it looks for, and how many rows broke it."""
    count = check["row_count"]
    is_told = count is not None and count == count
    outcome = words.plural("check.outcome", int(count)) if is_told else words("state.withheld")
    key = f"check.{code_of(check['reason'])}"
    reason = words(key) if words.has(key) else check["reason"]
    return Cell(words(f"check_severity.{check['severity']}")), Cell(f"{reason} · {outcome}")


def code_of(reason: str) -> str:
    """What a loader writes, as keys are written."""
    return re.sub("[^a-z0-9]+", "_", reason.lower()).strip("_")


def _bar(row, words: Words) -> periods.Period:
    """A source along time (row of ``sources.register``, one that has dates)."""
    return periods.Period(
        getattr(row, f"title_{words.language}"),
        row.covers_from or row.newest_on,
        row.newest_on,
        row.expected_on or None,
        theme.middle(row.dataset) if row.dataset in theme.RAMPS else REFERENCE,
        _hover(row, words),
    )


def _hover(row, words: Words) -> str:
    title, state = getattr(row, f"title_{words.language}"), words(f"timeliness.{row.timeliness}")
    return f"{title} · {_period(row, words)} · {state}"


def _source(row, words: Words) -> tuple[Cell, ...]:
    return (
        Cell(words(f"topic.{row.dataset}")),
        Cell(getattr(row, f"title_{words.language}"), choice=f"source:{row.source_key}"),
        Cell(words(f"timeliness.{row.timeliness}"), state=row.timeliness),
        Cell(_period(row, words)),
        Cell(words.day(row.expected_on) if row.expected_on else words("table.not_promised")),
        Cell(words.day(row.loaded_at)),
        _rows(row.read_count, words),
        _rows(row.set_aside_count, words),
        Cell(words(f"kind.{row.kind}")),
        Cell(getattr(row, f"publisher_{words.language}")),
    )


def _rows(count: float | None, words: Words) -> Cell:
    """Grievances are counted in full quarters only; the state of their register is nobody's business."""
    return number(count, words, state=WITHHELD)


def _period(row, words: Words) -> str:
    """What a source covers."""
    if not row.newest_on:
        return words("table.undated")
    newest = words.day(row.newest_on)
    return f"{words.day(row.covers_from)} – {newest}" if row.covers_from else words("table.until", date=newest)
