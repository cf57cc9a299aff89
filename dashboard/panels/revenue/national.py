"""What government and companies report of the whole country."""

from functools import partial
from typing import Any

from dashboard.figures import lines, theme
from dashboard.figures.base import Canvas, Picture, whole_span
from dashboard.panels import reply_targets
from dashboard.panels.panel import PERIOD, TERMS, Column, Panel
from dashboard.text import Words, wording
from dashboard.text.table import Cell, Table, of_rows
from data_access.answers.revenue import national
from data_access.vocabulary.answer import Answer
from data_access.vocabulary.fields.field import IN_UNIT
from data_access.vocabulary.frames import named_rows
from data_access.vocabulary.selection import Selection
from data_access.vocabulary.shape import CHART
from data_access.vocabulary.stages import PAYMENT
from data_access.vocabulary.states import MISSING

AMOUNT_COLUMNS = ("amount_government", "amount_company")


def draw(answer: Answer, canvas: Canvas) -> Picture:
    """Both sides' national totals; they lie so close that the marks differ in shape."""
    words, frame = canvas.words, answer.frame
    styles = ((theme.RAMPS["revenue"][4], "solid", "circle"), (theme.RAMPS["revenue"][2], "dot", "diamond-open"))
    drawn_lines = [
        lines.Line(words(f"revenue.{column}"), colour, frame[column].tolist(), dash, symbol)
        for column, (colour, dash, symbol) in zip(AMOUNT_COLUMNS, styles, strict=True)
    ]
    unit = answer.terms.unit
    name, writer = wording.unit(answer, unit, words), wording.writer(unit, words)
    return lines.by_year(frame["fiscal_year"].tolist(), drawn_lines, canvas, name, whole_span(answer), writer)


def tabulate(answer: Answer, words: Words, _selection: Selection) -> Table:
    """Both figures of each year."""
    headers = {"fiscal_year": words("table.year"), **{column: words(f"revenue.{column}") for column in AMOUNT_COLUMNS}}
    return of_rows(
        answer.frame, headers, words, lambda row: Cell(str(row.fiscal_year), choice=f"period:{row.fiscal_year}")
    )


def say(answer: Answer, words: Words, _selection: Selection) -> str:
    """The last chosen year that has both figures, with their difference; before it a later one that has one only."""
    known_rows = answer.frame[answer.frame["fiscal_year"].between(*answer.span)].dropna(subset="amount_government")
    both = known_rows.dropna(subset=list(AMOUNT_COLUMNS))
    if known_rows.empty:
        return words("say.revenue.none", place=wording.place(answer, words), years=wording.years(answer, words))
    last = int(known_rows["fiscal_year"].iloc[-1])
    is_newer = both.empty or last > both["fiscal_year"].iloc[-1]
    sentences = [_one_side(last, known_rows, answer, words)] if is_newer else []
    return " ".join([*sentences, *(_both_sides(row, answer, words) for row in named_rows(both.tail(1)))])


def _one_side(year: int, known_rows: Any, answer: Answer, words: Words) -> str:
    """The government's figure, against the year before where the same source tells of both."""
    amounts = known_rows.set_index("fiscal_year")["amount_government"]
    values = {"year": year, "government": wording.amount(amounts[year], answer.terms.unit, words)}
    if year - 1 not in amounts or not answer.is_told_alike(year):
        return words("say.reported.one_side", **values)
    change = wording.change(amounts[year], amounts[year - 1], words)
    return words("say.reported.one_side_change", **values, change=change, before=year - 1)


def _both_sides(row: Any, answer: Answer, words: Words) -> str:
    government, company, unit = row.amount_government, row.amount_company, answer.terms.unit
    values = {"year": int(row.fiscal_year), "government": wording.amount(government, unit, words)}
    if government == company:
        return words("say.reported.alike", **values)
    return words(
        "say.reported.government_more" if government > company else "say.reported.company_more",
        **values,
        difference=words(f"unit.{unit}.amount", n=words.number(abs(government - company))),
        share=words.percent(100 * abs(government - company) / abs(government), 3),
    )


PANEL = Panel(
    key="revenue_reported",
    topic="revenue",
    shape=CHART,
    depends_on=(*PERIOD, *TERMS),
    read=national.totals,
    draw=draw,
    say=say,
    tabulate=tabulate,
    replies_to=partial(reply_targets.revenue, PAYMENT, reply_targets.country),
    columns={
        "amount_government": Column("Extractive revenue as reported by the government", unit=IN_UNIT, empty=MISSING),
        "amount_company": Column("Extractive revenue as reported by companies", unit=IN_UNIT, empty=MISSING),
    },
)
