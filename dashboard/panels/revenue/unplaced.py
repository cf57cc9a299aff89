"""Money that is assigned to no district."""

from dataclasses import replace
from typing import Any

from dashboard.figures import columns, theme
from dashboard.figures.base import Canvas, Picture
from dashboard.panels import reply_targets
from dashboard.panels.panel import PERIOD, TERMS, Panel
from dashboard.text import Words, wording
from dashboard.text.table import Cell, Table, number
from data_access.answers.revenue import unplaced
from data_access.vocabulary import facets
from data_access.vocabulary.answer import Answer
from data_access.vocabulary.selection import Selection
from data_access.vocabulary.shape import CHART
from data_access.vocabulary.states import MISSING

SERIES_COLOURS = {"oblast": theme.RAMPS["revenue"][3], "nowhere": theme.RAMPS["revenue"][1]}


def draw(answer: Answer, canvas: Canvas) -> Picture:
    """Columns by year: what is known for an oblast, and what for no place at all."""
    words = canvas.words
    frame = answer.frame.assign(known=answer.frame["oblast_code"].isna().map({True: "nowhere", False: "oblast"}))
    wide = frame.pivot_table(index="fiscal_year", columns="known", values="value", aggfunc="sum", min_count=1)
    series = columns.series_of(wide, SERIES_COLOURS, lambda key: words(f"unplaced.{key}"))
    unit = answer.terms.unit
    name, writer = wording.unit(answer, unit, words), wording.writer(unit, words)
    # The rows are those of the chosen years alone: an axis of all years would show the others as empty.
    of_choice = replace(answer, known_years=answer.years)
    return columns.by_year(of_choice, wide.index.tolist(), series, canvas, name, writer)


def tabulate(answer: Answer, words: Words, _selection: Selection) -> Table:
    """The rows, newest first."""
    unit = wording.unit(answer, answer.terms.unit, words)
    keys = ("table.fiscal_year", "table.oblast", "control.stream", "table.level", "table.payer", "table.records")
    headers = (*(words(key) for key in keys), f"{words('table.amount')}, {unit}")
    return Table(headers, tuple(_row(row, answer, words) for row in answer.rows))


def say(answer: Answer, words: Words, selection: Selection) -> str:
    """How many rows and how much, and how much of it is known for an oblast."""
    frame, unit = answer.frame, answer.terms.unit
    return words(
        "say.unplaced",
        stage=words(f"stage.{facets.effective_value(selection, 'stage')}"),
        years=wording.years(answer, words),
        rows=words.plural("count.records", int(frame["flow_count"].sum())),
        amount=wording.amount(float(frame["value"].sum()), unit, words),
        oblast=wording.amount(float(frame.loc[frame["oblast_code"].notna(), "value"].sum()), unit, words),
    )


def _row(row: Any, answer: Answer, words: Words) -> tuple[Cell, ...]:
    name, payer = getattr(row, f"name_{words.language}"), answer.names.get(row.payer)
    return (
        Cell(str(row.fiscal_year), choice=f"period:{row.fiscal_year}"),
        Cell(_place(name, row, words)) if isinstance(name, str) else Cell(words("unplaced.nowhere"), state=MISSING),
        Cell(words(f"stream.{row.stream_code}"), choice=f"stream:{row.stream_code}"),
        Cell(words(f"level.{row.receiver_level}")),
        Cell(payer[words.language], choice=row.payer) if payer else Cell(words("operator.none")),
        number(int(row.flow_count), words),
        number(row.value, words, words.number),
    )


def _place(name: str, row: Any, words: Words) -> str:
    """The oblast, and how it is known where its source does not name it as such."""
    return f"{name} ({words(f'place_basis.{row.place_basis}')})" if row.place_basis else name


PANEL = Panel(
    key="revenue_unplaced",
    topic="revenue",
    shape=CHART,
    depends_on=(*PERIOD, "stage", "stream", "operator", *TERMS),
    read=unplaced.by_flow,
    draw=draw,
    say=say,
    tabulate=tabulate,
    replies_to=reply_targets.no_codes,
    lists_unplaced=True,
)
