"""What projects aimed at, and what is reported of it, with the evidence."""

from typing import Any

from dashboard.figures import bars, theme
from dashboard.figures.base import Canvas, Picture
from dashboard.panels import reply_targets
from dashboard.panels.panel import PLACE_AND_PERIOD, UNSTATED_KEY, Column, Panel
from dashboard.text import Words, wording
from dashboard.text.table import NO_RANK, Cell, Table, number, without_empty_columns
from data_access.answers import projects
from data_access.vocabulary.answer import Answer
from data_access.vocabulary.fields.projects import AIMS, IN_RESULT_UNIT
from data_access.vocabulary.selection import Selection
from data_access.vocabulary.shape import REGISTER
from data_access.vocabulary.states import MISSING

# On a phone the first three are seen at once.
HEADERS = (
    "result_indicator",
    "target",
    "actual",
    "period_of_result",
    "baseline",
    "result",
    "evidence",
    "project",
    "sdg",
)
# The length of a bar that reaches its target.
WHOLE = 100.0
INDICATOR = ["project_id", "result_number", "result_indicator_number"]


def draw(answer: Answer, canvas: Canvas) -> Picture:
    """A bar for each indicator: which part of the target is reached and what is left, or that nothing is reported.

    Of the newest period that has an actual, else of the newest one.
    """
    words, newest = canvas.words, _newest(answer)
    names = [getattr(row, f"result_indicator_{words.language}") for row in newest]
    shares = [_share(row) for row in newest]
    silent = [not _is_told(row.actual_value) for row in newest]
    rests = [0.0 if share is None else max(WHOLE - share, 0.0) for share in shares]
    reached_part = bars.Part(words("table.actual"), theme.middle("outcomes"), shares)
    others = (
        bars.Part(words("result.left"), theme.RAMPS["outcomes"][0], rests),
        bars.Part(words("state.missing"), theme.PAPER, [WHOLE if one else 0.0 for one in silent], "/"),
    )
    shown_parts = [reached_part, *(part for part in others if any(part.values))]
    return bars.stacked_bars(names, shown_parts, canvas, lambda place, _length: _beside(newest[place], words))


def tabulate(answer: Answer, words: Words, _selection: Selection) -> Table:
    """What is counted, target and actual of a period, baseline, outcome, evidence, project, goals."""
    headers = tuple(words(f"table.{name}") for name in HEADERS)
    return without_empty_columns(Table(headers, tuple(_result(row, words) for row in answer.rows)))


def say(answer: Answer, words: Words, selection: Selection) -> str:
    """How many indicators there are, of how many it is told what was reached, and how many reached their target."""
    place = wording.place(answer, words)
    newest = _newest(answer)
    rows_with_actual = [row for row in newest if _is_told(row.actual_value)]
    return words(
        "say.project_results" if rows_with_actual else "say.project_results.none",
        place=f"{place}, {words(f'goal.{selection.goal}')}" if selection.goal else place,
        indicators=words.plural("count.result_indicators", len(newest)),
        projects=words.plural("count.projects", answer.frame["project_id"].nunique()),
        told=words.number(len(rows_with_actual)),
        reached=words.number(sum(_has_reached(row) for row in rows_with_actual)),
    )


def _newest(answer: Answer) -> list[Any]:
    """Of each indicator the newest period of which something is reported, else the newest one."""
    frame = answer.frame.assign(is_silent=answer.frame["actual_value"].isna())
    order = frame.sort_values([*INDICATOR, "is_silent"], kind="stable").drop_duplicates(INDICATOR).index
    return [answer.rows[place] for place in sorted(order)]


def _share(row: Any) -> float | None:
    """Part of the target in percent; None where either is not told, or the target is zero."""
    if not (_is_told(row.actual_value) and _is_told(row.target_value) and row.target_value):
        return None
    return max(float(WHOLE * row.actual_value / row.target_value), 0.0)


def _has_reached(row: Any) -> bool:
    """Whether the actual lies on the right side of a target that is told."""
    at_least, _ = AIMS
    return bool(row.actual_value >= row.target_value if row.aim == at_least else row.actual_value <= row.target_value)


def _beside(row: Any, words: Words) -> str:
    """Actual and target, each where it is told."""
    target = _value(row.target_value, row, words) if _is_told(row.target_value) else words("result.no_target")
    if not _is_told(row.actual_value):
        return words("result.target", target=target) if _is_told(row.target_value) else target
    return words("result.of_target", actual=_value(row.actual_value, row, words), target=target)


def _result(row: Any, words: Words) -> tuple[Cell, ...]:
    language = words.language
    return (
        Cell(getattr(row, f"result_indicator_{language}")),
        _cell(row.target_value, row, words, "result.no_target"),
        _cell(row.actual_value, row, words),
        Cell(_period(row, words)),
        Cell(_baseline(row, words)),
        Cell(getattr(row, f"result_{language}")),
        Cell(row.evidence or NO_RANK, address=row.evidence_url, language="en"),
        Cell(getattr(row, f"project_{language}"), address=row.url),
        Cell((row.sdg or NO_RANK).replace(",", ", ")),
    )


def _cell(value: float, row: Any, words: Words, otherwise: str | None = None) -> Cell:
    return number(value, words, lambda one: _value(one, row, words), otherwise=otherwise)


def _period(row: Any, words: Words) -> str:
    first, last = row.period_start, row.period_end
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return words.years((first.year, last.year))
    return f"{words.day(first)} – {words.day(last)}"


def _baseline(row: Any, words: Words) -> str:
    if not _is_told(row.baseline_value):
        return NO_RANK
    return words("result.baseline", value=_value(row.baseline_value, row, words), year=int(row.baseline_year))


def _value(value: float, row: Any, words: Words) -> str:
    return wording.full(value, row.result_unit, words, 0 if value.is_integer() else 1)


def _is_told(value: float | None) -> bool:
    return value is not None and value == value


PANEL = Panel(
    key="project_results",
    topic="outcomes",
    shape=REGISTER,
    depends_on=(*PLACE_AND_PERIOD, "goal"),
    read=projects.by_outcome,
    draw=draw,
    say=say,
    tabulate=tabulate,
    replies_to=reply_targets.no_codes,
    columns={
        "actual_value": Column(unit=IN_RESULT_UNIT, empty=MISSING),
        "target_value": Column(unit=IN_RESULT_UNIT, empty=UNSTATED_KEY),
        "baseline_value": Column(unit=IN_RESULT_UNIT, empty=UNSTATED_KEY),
        "baseline_year": Column(empty=UNSTATED_KEY),
        "result": Column("Outcome, in a sentence of the compiler"),
        "result_indicator": Column("What is counted"),
        "project": Column("Name of the project"),
        "result_kind": Column(codes=("result_kind",)),
        "result_unit": Column(codes=("result_unit",)),
        "aim": Column(codes=("aim",)),
    },
)
