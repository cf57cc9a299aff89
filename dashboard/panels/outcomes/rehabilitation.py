"""Rehabilitation from inventory to use: which stages of each site are told, with hectares where there are any."""

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from dashboard.figures import grid, theme
from dashboard.figures.base import Canvas, Picture
from dashboard.panels import reply_targets
from dashboard.panels.panel import UNSTATED_KEY, Column, Panel
from dashboard.text import Words, wording
from dashboard.text.table import NO_RANK, Cell, Table, without_empty_columns
from dashboard.text.words import HELD
from data_access.answers import rehabilitation
from data_access.vocabulary.answer import Answer
from data_access.vocabulary.fields.rehabilitation import STAGES
from data_access.vocabulary.legend import Key
from data_access.vocabulary.selection import Selection
from data_access.vocabulary.shape import REGISTER
from data_access.vocabulary.states import MISSING

# On a phone the first three are seen at once.
HEADERS = (
    *("site", "rehabilitation_stage", "when", "hectares_done", "volume_moved", "cost"),
    *("funder", "after_use", "monitored_until", "told_of_it", "report"),
)
ACCEPTED = STAGES.index("accepted")
EARLIER, NEWEST = theme.RAMPS["outcomes"][1], theme.RAMPS["outcomes"][3]
# Of an amount of money: one grant must be told from the next.
FIGURES = 4
AMOUNTS = ("hectares_planned", "hectares_done", "volume_planned", "volume_moved")


def draw(answer: Answer, canvas: Canvas) -> Picture:
    """A row for each site, a cell for each stage that is told, the last one dark; hectares behind them, if any."""
    words, sites = canvas.words, _by_site(answer)
    hectares = [_hectares(stages, words) for stages in sites]
    behind = [words("unit.hectares")] if any(hectares) else []
    rows = [_row(stages, len(behind), words) for stages in sites]
    earlier = [Key(EARLIER, words("legend.earlier_stage"))] if any(0 in row.classes for row in rows) else []
    legend = [Key(NEWEST, words("legend.newest_stage")), *earlier, Key("none", words("legend.stage_untold"))]
    columns = [*(words(f"rehabilitation_stage.{stage}") for stage in STAGES), *behind]
    picture = grid.of_cells(rows, columns, (EARLIER, NEWEST), legend, canvas)
    if behind:
        picture.figure["layout"]["annotations"] += [_note(text, row) for row, text in enumerate(hectares)]
    return picture


def tabulate(answer: Answer, words: Words, _selection: Selection) -> Table:
    """Site and stage, when, hectares and volume done of planned, money, who pays, use, how long it is watched."""
    headers = tuple(words(f"table.{name}") for name in HEADERS)
    return without_empty_columns(Table(headers, tuple(_stage(row, words) for row in answer.rows)))


def say(answer: Answer, words: Words, _selection: Selection) -> str:
    """At how many sites the works are accepted, and hectares done of those that are told."""
    sites = _by_site(answer)
    accepted_count = sum(STAGES.index(stages[-1].rehabilitation_stage) >= ACCEPTED for stages in sites)
    planned_hectares, done_hectares = (
        sum(_newest_value(stages, f"hectares_{name}") or 0.0 for stages in sites) for name in ("planned", "done")
    )
    sentence = words(
        "say.rehabilitation",
        place=wording.place(answer, words),
        sites=words.plural("count.sites", len(sites)),
        accepted=words.number(accepted_count),
    )
    if not planned_hectares:
        return f"{sentence} {words('say.rehabilitation.no_hectares')}"
    amounts = {"done": words.number(done_hectares, 1), "planned": words.number(planned_hectares, 1)}
    return f"{sentence} {words('say.rehabilitation.hectares', **amounts)}"


def _by_site(answer: Answer) -> list[Sequence[Any]]:
    """The stages of each site in their order."""
    return [[*stages] for _, stages in groupby(answer.rows, lambda row: row.site_id)]


def _newest_value(stages: Sequence[Any], name: str) -> float | None:
    """The amount as the newest stage that has one tells it: what is done by then, not a sum of stages."""
    return next((value for row in reversed(stages) if (value := getattr(row, name)) == value), None)


def _row(stages: Sequence[Any], empty: int, words: Words) -> grid.Row:
    """The stages of a site, and so many empty cells behind them."""
    row_by_stage = {row.rehabilitation_stage: row for row in stages}
    name, newest = _site(stages[0], words), stages[-1].rehabilitation_stage
    return grid.Row(
        name,
        [int(stage == newest) if stage in row_by_stage else None for stage in STAGES] + [None] * empty,
        [_hover(name, stage, row_by_stage.get(stage), words) for stage in STAGES] + [""] * empty,
        [f"site:{stages[0].site_id}"] * (len(STAGES) + empty),
    )


def _hectares(stages: Sequence[Any], words: Words) -> str:
    """Hectares done and planned; empty where no plan is told."""
    plan, works = (_newest_value(stages, f"hectares_{name}") for name in ("planned", "done"))
    if plan is None:
        return ""
    return f"{words.number(works, 1) if works is not None else NO_RANK}/{words.number(plan, 1)}"


def _note(text: str, row: int) -> dict[str, Any]:
    """In the last column, where no cell is shaded."""
    font = {"size": theme.SMALLEST_TYPE, "color": theme.INK}
    return {"text": text, "x": len(STAGES), "y": row, "showarrow": False, "font": font}


def _hover(name: str, stage: str, row: Any, words: Words) -> str:
    told = when(row, words) if row else words("legend.stage_untold")
    return f"{name} · {words(f'rehabilitation_stage.{stage}')} · {told}"


def _stage(row: Any, words: Words) -> tuple[Cell, ...]:
    language = words.language
    return (
        Cell(_site(row, words), choice=f"site:{row.site_id}", page="site"),
        Cell(words(f"rehabilitation_stage.{row.rehabilitation_stage}")),
        Cell(when(row, words)),
        _amount(row.hectares_done, row.hectares_planned, words("unit.hectares"), words),
        _amount(row.volume_moved, row.volume_planned, words("statement_unit.m3"), words),
        _cost(row, words),
        Cell(getattr(row, f"funder_{language}") or NO_RANK),
        Cell(use_of(row, words)),
        Cell(words.day(row.monitored_until) if row.monitored_until else NO_RANK),
        Cell(getattr(row, f"note_{language}") or NO_RANK),
        Cell(row.published_in, address=row.url, language="en"),
    )


def _amount(done_amount: float, planned_amount: float, unit: str, words: Words) -> Cell:
    """What is done of what is planned; of one that is not told, that."""
    if done_amount != done_amount and planned_amount != planned_amount:
        return Cell(words("state.missing"), state=MISSING)
    if planned_amount != planned_amount:
        return Cell(f"{words.number(done_amount, 1)}{HELD}{unit}")
    return Cell(_of_plan(None if done_amount != done_amount else done_amount, planned_amount, unit, words))


def _of_plan(done_amount: float | None, planned_amount: float, unit: str, words: Words) -> str:
    if done_amount is None:
        return words("rehabilitation.planned", amount=f"{words.number(planned_amount, 1)}{HELD}{unit}")
    amounts = {"done": words.number(done_amount, 1), "planned": words.number(planned_amount, 1), "unit": unit}
    return words("rehabilitation.of_plan", **amounts)


def _cost(row: Any, words: Words) -> Cell:
    if row.cost != row.cost or not row.cost_currency:
        return Cell(NO_RANK)
    return Cell(f"{words.short_number(row.cost, FIGURES)}{HELD}{words(f'statement_unit.{row.cost_currency}')}")


def use_of(row: Any, words: Words) -> str:
    """What the land is for, and whether it is used so, where that is told."""
    if not row.after_use:
        return NO_RANK
    use = words(f"after_use.{row.after_use}")
    return f"{use}; {words(f'is_used.{row.is_used}')}" if row.is_used else use


def when(row: Any, words: Words) -> str:
    """The day as exactly as it is known."""
    if not row.stage_began_on:
        return words("statement.undated")
    if row.date_precision == "year":
        return str(row.stage_began_on.year)
    return words.month(row.stage_began_on) if row.date_precision == "month" else words.day(row.stage_began_on)


def _site(row: Any, words: Words) -> str:
    """The name without what some have in brackets."""
    return str(getattr(row, f"site_name_{words.language}")).partition(" (")[0]


PANEL = Panel(
    key="rehabilitation_stages",
    topic="outcomes",
    shape=REGISTER,
    depends_on=("district", "site"),
    read=rehabilitation.by_site,
    draw=draw,
    say=say,
    tabulate=tabulate,
    replies_to=reply_targets.sites,
    columns={name: Column(empty=MISSING) for name in AMOUNTS}
    | {"cost": Column(empty=UNSTATED_KEY), "funder": Column("Body that pays; empty: not told")}
    | {name: Column(codes=(name,)) for name in ("rehabilitation_stage", "after_use", "is_used")},
)
