"""Companies' figures beside the government's: the outcome first."""

from dashboard import wording
from dashboard.answer import Answer
from dashboard.figures import columns, theme
from dashboard.figures.base import Canvas, Picture
from dashboard.selection import Selection
from dashboard.tables import Cell, Table, number
from dashboard.text import Words

OUTCOMES = {
    "matched": theme.RAMPS["revenue"][1],
    "explained": theme.RAMPS["revenue"][3],
    "unexplained": theme.INK,
    "one_sided": theme.RAMPS["revenue"][0],
    "not_reporting": theme.PAPER,
}
# What needs a look first.
IN_TABLE = ("unexplained", "not_reporting", "one_sided", "explained", "matched")
SUMMED = ["value", "government", "company", "flows"]


def draw(answer: Answer, canvas: Canvas) -> Picture:
    """Columns by year, stacked by outcome."""
    words = canvas.words
    wide = answer.frame.pivot_table(index="fiscal_year", columns="outcome", values="value", aggfunc="sum", min_count=1)
    series = columns.series_of(wide, OUTCOMES, lambda key: words(f"recon.{key}"), hatched="not_reporting")
    unit = answer.money.unit
    name, written = wording.unit(answer, unit, words), wording.writer(unit, words)
    return columns.by_year(answer, wide.index.tolist(), series, canvas, name, written)


def tabulate(answer: Answer, words: Words, selection: Selection) -> Table:
    """A row per outcome and payer over the chosen years; of one chosen payer, a row per outcome and year."""
    unit = wording.unit(answer, answer.money.unit, words)
    by = "fiscal_year" if selection.operator else "payer"
    keys = ("outcome", by, "government", "company", "variance", "percent")
    headers = tuple(words(f"table.{key}", unit=unit) for key in keys)
    return Table(headers, tuple(_row(row, by, answer, words) for row in _rows(_chosen(answer), by).itertuples()))


def say(answer: Answer, words: Words, _selection: Selection) -> str:
    """How much agrees, what differs without an explanation, and who did not report."""
    chosen = _chosen(answer)
    sums = chosen.groupby("outcome")["value"].sum()
    place, years, total = wording.place(answer, words), words.years(answer.years), float(sums.sum())
    if total <= 0:
        return words("say.revenue.none", place=place, years=years)
    silent = chosen[chosen["outcome"] == "not_reporting"]
    apart = chosen.loc[chosen["outcome"] == "unexplained", "variance"].abs().sum()
    return words(
        "say.reconciliation",
        place=place,
        years=years,
        share=words.percent(100 * sums.get("matched", 0.0) / total, 0),
        amount=wording.amount(float(apart), answer.money.unit, words),
        silent=words.plural("count.company_years", len(silent.groupby(["fiscal_year", "payer"]))),
    )


def _chosen(answer: Answer):
    return answer.frame[answer.frame["fiscal_year"].between(*answer.years)]


def _rows(chosen, by: str):
    """Rows summed over what is not asked for; a side that is missing throughout stays missing."""
    sums = chosen.groupby(["outcome", by], as_index=False)[[*SUMMED, "variance"]].sum(min_count=1)
    base = sums["government"].where(sums["government"] != 0)
    sums = sums.assign(
        percent=100 * sums["variance"] / base,
        order=sums["outcome"].map(IN_TABLE.index),
        size=-sums["variance"].abs().fillna(0),
    )
    return sums.sort_values(["order", "size", by], ignore_index=True)


def _row(row, by: str, answer: Answer, words: Words) -> tuple[Cell, ...]:
    outcome = Cell(words(f"recon.{row.outcome}"))
    if by == "fiscal_year":
        subject = Cell(str(row.fiscal_year), choice=f"period:{row.fiscal_year}")
    else:
        is_named = row.payer in answer.names
        name = answer.names[row.payer][words.language] if is_named else words("operator.none")
        subject = Cell(name, choice=row.payer if is_named else None)
    return (
        outcome,
        subject,
        number(row.government, words, otherwise="recon.not_stated"),
        number(row.company, words, otherwise="recon.not_stated"),
        number(row.variance, words, words.signed, otherwise="due.unknown"),
        number(row.percent, words, words.percent, otherwise="due.unknown"),
    )
