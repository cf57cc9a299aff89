"""One source: who published it, how it was loaded and checked, how old it is."""

import re
from typing import Any

from dashboard.figures import periods, theme
from dashboard.figures.base import Canvas, Picture
from dashboard.panels import reply_targets
from dashboard.panels.panel import Column, Panel
from dashboard.text import Words, wording
from dashboard.text.table import Cell, Table, number
from data_access.answers import sources
from data_access.vocabulary.answer import Answer
from data_access.vocabulary.languages import LANGUAGES, translation
from data_access.vocabulary.legend import Key
from data_access.vocabulary.selection import Selection
from data_access.vocabulary.shape import FACTS
from data_access.vocabulary.states import WITHHELD

REFERENCE = "#8b959c"


def draw(answer: Answer, canvas: Canvas) -> Picture:
    """The period that it covers, and when newer figures are expected; nothing of one without dates."""
    row = answer.rows[0]
    bars = [bar(row, canvas.words)] if row.newest_on else []
    legend = [Key("expected", canvas.words("legend.expected"))] if row.expected_on else []
    return periods.of_things(bars, canvas, legend)


def say(answer: Answer, words: Words, _selection: Selection) -> str:
    """Who published it, what kind of figures they are, and whether newer ones are late."""
    row = answer.rows[0]
    return words(
        "say.source",
        publisher=marked_text(row, "publisher", words).text,
        kind=words(f"kind.{row.kind}.means"),
        state=wording.freshness(row.newest_on or None, row.expected_on or None, row.timeliness, words),
    )


def tabulate(answer: Answer, words: Words, _selection: Selection) -> Table:
    """Fact by fact, then check by check."""
    row = answer.rows[0]
    facts = [(Cell(words(f"table.{name}")), cell) for name, cell in _facts(row, words)]
    checks = [_check(check, words) for check in answer.extras["checks"]]
    form = (Cell(words("check.form")), Cell(words("check.form.means")))
    return Table((words("table.of_source"), words("table.known")), (*facts, form, *checks))


def _facts(row: Any, words: Words) -> Any:
    """Pairs of the key of a header and a cell."""
    yield "publisher", marked_text(row, "publisher", words)
    yield "document", marked_text(row, "title", words)._replace(address=row.url if isinstance(row.url, str) else None)
    yield "kind", Cell(f"{words(f'kind.{row.kind}')}: {words(f'kind.{row.kind}.means')}")
    yield "licence", marked_text(row, "licence", words)
    yield "period", Cell(period(row, words))
    state = wording.freshness(row.newest_on or None, row.expected_on or None, row.timeliness, words)
    yield "freshness", Cell(state, state=row.timeliness)
    yield "method", Cell(words(f"method.{row.dataset}"))
    yield "loaded", Cell(words.day(row.loaded_at))
    yield "read", rows(row.read_count, words)
    yield "kept", number(int(row.row_count), words)
    yield "set_aside", rows(row.set_aside_count, words)


def marked_text(row: Any, name: str, words: Words) -> Cell:
    """A text of a source; marked with its language where it is not translated yet."""
    text = translation({code: getattr(row, f"{name}_{code}") for code in LANGUAGES}, words.language)
    return Cell(text.text, language=text.language)


def _check(check: dict[str, Any], words: Words) -> tuple[Cell, Cell]:
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


def bar(row: Any, words: Words) -> periods.Period:
    """A source along time (row of ``sources.register``, one that has dates)."""
    return periods.Period(
        marked_text(row, "title", words).text,
        row.covers_from or row.newest_on,
        row.newest_on,
        row.expected_on or None,
        theme.middle(row.dataset) if row.dataset in theme.RAMPS else REFERENCE,
        _hover(row, words),
    )


def _hover(row: Any, words: Words) -> str:
    title, state = marked_text(row, "title", words).text, words(f"timeliness.{row.timeliness}")
    return f"{title} · {period(row, words)} · {state}"


def rows(count: float | None, words: Words) -> Cell:
    """Grievances are counted in full quarters only; the state of their register is nobody's business."""
    return number(count, words, state=WITHHELD)


def period(row: Any, words: Words) -> str:
    """What a source covers."""
    if not row.newest_on:
        return words("table.undated")
    newest = words.day(row.newest_on)
    return f"{words.day(row.covers_from)} – {newest}" if row.covers_from else words("table.until", date=newest)


PANEL = Panel(
    key="data_source",
    topic="data",
    shape=FACTS,
    depends_on=("source",),
    read=sources.chosen_source,
    draw=draw,
    say=say,
    tabulate=tabulate,
    replies_to=reply_targets.no_codes,
    details_of="source",
    columns={
        "kind": Column(codes=("kind",)),
        "read_count": Column(empty=WITHHELD),
        "set_aside_count": Column(empty=WITHHELD),
    },
)
