"""One site before its rehabilitation and now: stage, land, waste, use, and readings near it, side by side."""

from typing import Any

from dashboard.figures import bars, theme
from dashboard.figures.base import Canvas, Picture
from dashboard.panels import reply_targets
from dashboard.panels.outcomes.rehabilitation import use_of, when
from dashboard.panels.panel import UNSTATED_KEY, Column, Panel
from dashboard.text import Words, wording
from dashboard.text.table import NO_RANK, Cell, Table, number
from dashboard.text.words import HELD
from data_access.answers import rehabilitation
from data_access.vocabulary.answer import Answer
from data_access.vocabulary.selection import Selection
from data_access.vocabulary.shape import FACTS
from data_access.vocabulary.states import MISSING

# The length of a bar: all readings that were judged.
WHOLE = 100.0
# Amounts in their order, and their units.
UNITS = {"hectares": "unit.hectares", "volume": "statement_unit.m3"}


def draw(answer: Answer, canvas: Canvas) -> Picture:
    """Readings near the site beyond their limits, of all that were judged: before the works, and since they ended."""
    words = canvas.words
    shares = [WHOLE * row.exceeds / row.judged if row.judged == row.judged else 0.0 for row in answer.rows]
    silent = [WHOLE if row.judged != row.judged else 0.0 for row in answer.rows]
    rest = [WHOLE - share - untold for share, untold in zip(shares, silent, strict=True)]
    names = [words(f"moment.readings.{row.moment}") for row in answer.rows]
    exceeding = bars.Part(words("judgement.exceeds"), theme.middle("monitoring"), shares)
    others = (
        bars.Part(words("moment.within"), theme.RAMPS["monitoring"][0], rest),
        bars.Part(words("moment.no_readings"), theme.PAPER, silent, "/"),
    )
    parts = [exceeding, *(part for part in others if any(part.values))]
    return bars.stacked_bars(names, parts, canvas, lambda place, _length: _readings(answer.rows[place], words).text)


def tabulate(answer: Answer, words: Words, _selection: Selection) -> Table:
    """A row for each fact, a column for each moment."""
    headers = (words("table.fact"), *(words(f"moment.{row.moment}") for row in answer.rows))
    facts = [(Cell(words("table.rehabilitation_stage")), *(_stage(row, words) for row in answer.rows))]
    for name, unit in UNITS.items():
        facts.append(
            (Cell(words(f"moment.{name}")), *(_amount(getattr(row, name), unit, words) for row in answer.rows))
        )
    facts.append((Cell(words("table.after_use")), *(_use(row, words) for row in answer.rows)))
    facts.append((Cell(words("table.monitored_until")), *(_watched(row, words) for row in answer.rows)))
    facts.append((Cell(words("moment.readings")), *(_readings(row, words) for row in answer.rows)))
    return Table(headers, tuple(facts))


def say(answer: Answer, words: Words, _selection: Selection) -> str:
    """How far it has come, what is done of the land, and whether it is used."""
    before, now = answer.rows
    stage = words(f"rehabilitation_stage.{now.rehabilitation_stage}")
    sentences = [words("say.before_after", place=wording.place(answer, words), stage=stage, when=when(now, words))]
    if before.hectares == before.hectares and now.hectares == now.hectares:
        amounts = {"done": words.number(now.hectares, 1), "planned": words.number(before.hectares, 1)}
        sentences.append(words("say.rehabilitation.hectares", **amounts))
    if now.after_use:
        sentences.append(words("say.before_after.use", use=use_of(now, words)))
    return " ".join(sentences)


def _stage(row: Any, words: Words) -> Cell:
    if not row.rehabilitation_stage:
        return Cell(words("legend.stage_untold"), state=MISSING)
    return Cell(f"{words(f'rehabilitation_stage.{row.rehabilitation_stage}')} ({when(row, words)})")


def _amount(value: float, unit: str, words: Words) -> Cell:
    return number(value, words, lambda one: f"{words.number(one, 1)}{HELD}{words(unit)}")


def _use(row: Any, words: Words) -> Cell:
    return Cell(use_of(row, words) if row.after_use else NO_RANK)


def _watched(row: Any, words: Words) -> Cell:
    return Cell(words.day(row.monitored_until) if row.monitored_until else NO_RANK)


def _readings(row: Any, words: Words) -> Cell:
    if row.judged != row.judged:
        return Cell(words("moment.no_readings"), state=MISSING)
    share = words.percent(100 * row.exceeds / row.judged, 0)
    return Cell(words("count.of", part=share, whole=words.number(row.judged)))


PANEL = Panel(
    key="rehabilitation_before_after",
    topic="site",
    shape=FACTS,
    depends_on=("site",),
    read=rehabilitation.before_and_after,
    draw=draw,
    say=say,
    tabulate=tabulate,
    replies_to=reply_targets.no_codes,
    columns={
        "moment": Column("before the rehabilitation (planned, first stage), or after it (done, newest stage)"),
        "rehabilitation_stage": Column(codes=("rehabilitation_stage",)),
        "after_use": Column(codes=("after_use",)),
        "is_used": Column(codes=("is_used",)),
        "hectares": Column("Hectares planned; after: done", unit="ha", empty=MISSING),
        "volume": Column("Waste to be moved or covered; after: moved or covered", unit="m3", empty=MISSING),
        "exceeds": Column(empty=UNSTATED_KEY),
        "judged": Column(empty=UNSTATED_KEY),
    },
)
