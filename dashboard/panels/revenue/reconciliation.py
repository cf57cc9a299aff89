"""Companies' figures beside the government's: the outcome first."""

from typing import Any

from dashboard.figures import columns, theme
from dashboard.figures.base import Canvas, Picture
from dashboard.figures.gaps import Side, by_year
from dashboard.panels import reply_targets
from dashboard.panels.panel import PLACE_AND_PERIOD, TERMS, UNSTATED_KEY, Column, Panel
from dashboard.text import Words, wording
from dashboard.text.table import Cell, Table, number
from data_access.answers.revenue import reconciliation
from data_access.vocabulary.answer import Answer
from data_access.vocabulary.fields.field import IN_UNIT
from data_access.vocabulary.frames import named_rows
from data_access.vocabulary.reply import Figures, ReplyTargets
from data_access.vocabulary.selection import Selection
from data_access.vocabulary.shape import CHART
from data_access.vocabulary.stages import PAYMENT
from data_access.vocabulary.states import MISSING

# What two sides state differently: the outcomes of which a difference can be drawn, the unexplained first.
COLOURS = {"unexplained": theme.RAMPS["revenue"][4], "explained": theme.RAMPS["revenue"][2]}
# What needs a look first.
IN_TABLE = ("unexplained", "not_reporting", "one_sided", "explained", "matched")
SUM_COLUMNS = ["value", "government", "company", "flows"]


def draw(answer: Answer, canvas: Canvas) -> Picture:
    """By how much the two reports differ in each year, and what of it is explained; whole flows are in the table.

    Where nothing can be compared, what either side states.
    """
    words, both = canvas.words, _of_both_sides(answer.frame)
    years = sorted({int(year) for year in both["fiscal_year"]})
    if not years:
        return _sides(answer, canvas)
    sides = [
        Side(words(f"recon.{key}"), colour, _sums(both, key, years, -1), _sums(both, key, years, 1))
        for key, colour in COLOURS.items()
    ]
    ends = [" · ".join(map(words.short_number, amounts)) for amounts in zip(*map(_lengths, sides), strict=True)]
    unit = answer.terms.unit
    names = (words("recon.gap", unit=wording.unit(answer, unit, words)), words("recon.gap_ends"))
    return by_year(answer, years, sides, ends, canvas, names, wording.writer(unit, words))


def _sides(answer: Answer, canvas: Canvas) -> Picture:
    """Columns of what one side states of each year, and of what the other does."""
    words, unit = canvas.words, answer.terms.unit
    sums = answer.frame.groupby("fiscal_year")[["government", "company"]].sum(min_count=1)
    amounts_by_side = {side: sums[side].tolist() for side in sums if sums[side].notna().any()}
    shades = theme.shades("revenue", len(amounts_by_side))
    series = [
        columns.Series(words(f"revenue.amount_{side}"), colour, amounts)
        for (side, amounts), colour in zip(amounts_by_side.items(), shades, strict=True)
    ]
    name, writer = wording.unit(answer, unit, words), wording.writer(unit, words)
    return columns.by_year(answer, sums.index.tolist(), series, canvas, name, writer)


def tabulate(answer: Answer, words: Words, selection: Selection) -> Table:
    """A row per outcome and payer over the chosen years; of one chosen payer, a row per outcome and year."""
    unit = wording.unit(answer, answer.terms.unit, words)
    by = "fiscal_year" if selection.operator else "payer"
    keys = ("outcome", by, "government", "company", "variance", "percent")
    headers = tuple(words(f"table.{key}", unit=unit) for key in keys)
    return Table(headers, tuple(_row(row, by, answer, words) for row in named_rows(_rows(_chosen_rows(answer), by))))


def say(answer: Answer, words: Words, _selection: Selection) -> str:
    """By how much the two reports differ, how much of that is not explained, and who did not report."""
    chosen_rows, unit = _chosen_rows(answer), answer.terms.unit
    place, years, total = wording.place(answer, words), wording.years(answer, words), float(chosen_rows["value"].sum())
    if total <= 0:
        return words("say.revenue.none", place=place, years=years)
    silent = chosen_rows[chosen_rows["outcome"] == "not_reporting"]
    both = _of_both_sides(chosen_rows)
    government_sum = float(both["government"].sum())
    if both.empty or government_sum <= 0:
        side = "one_sided" if chosen_rows["government"].notna().any() else "companies"
        return words(f"say.reconciliation.{side}", place=place, years=years, amount=wording.amount(total, unit, words))
    gaps = both.groupby("outcome")["variance"].apply(lambda gap: float(gap.abs().sum()))
    gap = float(gaps.sum())
    return words(
        "say.reconciliation",
        place=place,
        years=years,
        gap=wording.amount(gap, unit, words),
        percent=words.percent(100 * gap / government_sum),
        amount=wording.amount(float(gaps.get("unexplained", 0.0)), unit, words),
        silent=words.plural("count.company_years", len(silent.groupby(["fiscal_year", "payer"]))),
    )


def _of_both_sides(frame: Any) -> Any:
    """The rows of which both sides state a figure: only those differ or agree."""
    return frame[frame["variance"].notna()]


def _sums(both: Any, outcome: str, years: Any, sign: int) -> list[float]:
    """Of each year the differences of one outcome and one sign, net within a company."""
    rows = both[(both["outcome"] == outcome) & (sign * both["variance"] > 0)]
    return [*rows.groupby("fiscal_year")["variance"].sum().reindex(years, fill_value=0.0)]


def _lengths(side: Side) -> list[float]:
    """Both directions together."""
    return [more - less for less, more in zip(side.less, side.more, strict=True)]


def _chosen_rows(answer: Answer) -> Any:
    return answer.frame[answer.frame["fiscal_year"].between(*answer.span)]


def _rows(chosen_rows: Any, by: str) -> Any:
    """Rows summed over what is not asked for; a side that is missing throughout stays missing."""
    sums = chosen_rows.groupby(["outcome", by], as_index=False)[[*SUM_COLUMNS, "variance"]].sum(min_count=1)
    base = sums["government"].where(sums["government"] != 0)
    sums = sums.assign(
        percent=100 * sums["variance"] / base,
        order=sums["outcome"].map(IN_TABLE.index),
        size=-sums["variance"].abs().fillna(0),
    )
    return sums.sort_values(["order", "size", by], ignore_index=True)


def _row(row: Any, by: str, answer: Answer, words: Words) -> tuple[Cell, ...]:
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
        number(row.variance, words, words.signed_number, otherwise="due.unknown"),
        number(row.percent, words, words.percent, otherwise="due.unknown"),
    )


def replies_to(answer: Answer, selection: Selection) -> ReplyTargets:
    """What both sides say of each payer: whatever stream a reply is about, it is about their difference."""
    districts, payers = (
        reply_targets.chosen_districts(answer, selection),
        reply_targets.codes_of_column("payer_code", answer),
    )
    return reply_targets.figures(Figures("revenue", answer.span, districts, PAYMENT, None, payers))


PANEL = Panel(
    key="revenue_reconciliation",
    topic="revenue",
    shape=CHART,
    depends_on=(*PLACE_AND_PERIOD, "stream", "operator", *TERMS),
    read=reconciliation.by_outcome,
    draw=draw,
    say=say,
    tabulate=tabulate,
    replies_to=replies_to,
    columns={
        "government": Column(
            "Reported by the government, unit as stated; empty: not reported", unit=IN_UNIT, empty=MISSING
        ),
        "company": Column("Reported by the company, unit as stated; empty: not reported", unit=IN_UNIT, empty=MISSING),
        "flows": Column("Flows summed in the row"),
        "outcome": Column("Outcome of the reconciliation"),
        "variance": Column("Government less company; empty where a side is missing", unit=IN_UNIT),
        "percent": Column("Variance in percent of the government's figure", unit="percent", empty=UNSTATED_KEY),
        "value": Column(empty=MISSING),
    },
)
