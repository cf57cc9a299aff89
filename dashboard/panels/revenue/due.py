"""What was due by the rule beside what was paid."""

from typing import Any

from dashboard.figures import theme
from dashboard.figures.base import Canvas, Picture
from dashboard.figures.gaps import Side, by_year
from dashboard.figures.notice import notice
from dashboard.panels import reply_targets
from dashboard.panels.panel import PERIOD, TERMS, Column, Panel
from dashboard.text import Words, wording
from dashboard.text.table import Cell, Table, number
from data_access.answers.revenue import due as revenue_due
from data_access.vocabulary.answer import Answer
from data_access.vocabulary.fields.field import IN_UNIT
from data_access.vocabulary.frames import named_rows
from data_access.vocabulary.reply import Figures, ReplyTargets
from data_access.vocabulary.selection import Selection
from data_access.vocabulary.shape import CHART
from data_access.vocabulary.stages import PAYMENT, TRANSFER
from data_access.vocabulary.states import MISSING

COLOURS = {"less": theme.RAMPS["revenue"][4], "more": theme.RAMPS["revenue"][2]}
IN_TABLE = ("less", "more", "cannot_be_checked", "agrees")
# A gap that is less than this part of what was due is none.
EVEN = 0.0005
# So many figures, that the gap between two amounts can be seen in them.
FIGURES = 4


def draw(answer: Answer, canvas: Canvas) -> Picture:
    """What payers paid less, and what others paid more than was due, year by year; what was paid is in the table."""
    words, gaps = canvas.words, _gaps(answer)
    if gaps.empty:
        return notice(_gap_sentences(answer, gaps, words), words)
    writer = wording.writer(answer.terms.unit, words)
    nothing = [0.0] * len(gaps)
    sides = [
        Side(words("due.less"), COLOURS["less"], gaps["less"].tolist(), nothing),
        Side(words("due.more"), COLOURS["more"], nothing, gaps["more"].tolist()),
    ]
    ends = [_end(row, words) for row in named_rows(gaps)]
    names = (words("due.gap", unit=wording.unit(answer, answer.terms.unit, words)),)
    return by_year(answer, gaps.index.tolist(), sides, ends, canvas, names, writer)


def tabulate(answer: Answer, words: Words, selection: Selection) -> Table:
    """Years and payers, what needs a look first; then the levels: of all payers, or of a chosen one."""
    unit = wording.unit(answer, answer.terms.unit, words)
    keys = ("state", "fiscal_year", "payer", "level", "due", "paid", "variance")
    frame = answer.frame
    is_wanted = frame["level"].isna() | frame["payer_code"].isna() | (frame["payer_code"] == selection.operator)
    shown_rows = frame[is_wanted & frame["fiscal_year"].between(*answer.span)]
    order = shown_rows.assign(order=shown_rows["comparison"].map(IN_TABLE.index), whole=shown_rows["level"].notna())
    rows = order.sort_values(["whole", "order", "fiscal_year"], ascending=[True, True, False], kind="stable")
    return Table(
        tuple(words(f"table.{key}", unit=unit) for key in keys),
        tuple(_row(row, answer, words) for row in named_rows(rows)),
    )


def say(answer: Answer, words: Words, _selection: Selection) -> str:
    """How much less or more was paid than was due, in which years most, and what nobody can check."""
    frame = _of_payers(answer)
    chosen_rows = frame[frame["fiscal_year"].between(*answer.span)]
    is_known = chosen_rows["comparison"] != "cannot_be_checked"
    sentences = [
        _gap_sentences(answer, chosen_rows[is_known], words),
        *_unchecked(answer, chosen_rows[~is_known], words),
    ]
    return " ".join(sentences)


def _gap_sentences(answer: Answer, checked_rows: Any, words: Words) -> str:
    place, unit = wording.place(answer, words), answer.terms.unit
    if checked_rows.empty:
        return words("say.due.unknown", place=place, years=words.years(answer.span))
    due, paid_amount = float(checked_rows["due"].sum()), float(checked_rows["paid"].sum())
    gap = paid_amount - due
    key = "even" if abs(gap) < EVEN * due else "less" if gap < 0 else "more"
    return words(
        f"say.due.{key}",
        place=place,
        years=words.years((int(checked_rows["fiscal_year"].min()), int(checked_rows["fiscal_year"].max()))),
        due=wording.amount(due, unit, words, figures=FIGURES),
        paid=wording.amount(paid_amount, unit, words, figures=FIGURES),
        gap=wording.amount(abs(gap), unit, words),
        percent=words.percent(100 * abs(gap) / due if due else 0),
    )


def _unchecked(answer: Answer, unchecked_rows: Any, words: Words) -> list[str]:
    """What was paid without anybody being able to tell what was due."""
    if unchecked_rows.empty:
        return []
    years = sorted({int(year) for year in unchecked_rows["fiscal_year"]})
    paid_amount = wording.amount(float(unchecked_rows["paid"].sum()), answer.terms.unit, words)
    return [words("say.due.unchecked", paid=paid_amount, years=wording.spans(years, words))]


def _gaps(answer: Answer) -> Any:
    """Of each year in which anything can be checked: the sum of what is missing, and of what is too much."""
    frame = _of_payers(answer)
    checked_rows = frame[frame["comparison"] != "cannot_be_checked"]
    gap = (checked_rows["paid"] - checked_rows["due"]).where(checked_rows["comparison"] != "agrees", 0.0)
    parts = checked_rows.assign(less=gap.clip(upper=0), more=gap.clip(lower=0))
    return parts.groupby("fiscal_year")[["less", "more"]].sum()


def _end(row: Any, words: Words) -> str:
    """The sums of a year, as they stand at the end of its row."""
    amounts = [
        f"{sign}{words.short_number(abs(amount))}" for sign, amount in (("−", row.less), ("+", row.more)) if amount
    ]
    return " ".join(amounts) or words.number(0)


def _of_payers(answer: Answer) -> Any:
    """The whole of each payer and year; levels repeat the same money."""
    return answer.frame[answer.frame["level"].isna()]


def _row(row: Any, answer: Answer, words: Words) -> tuple[Cell, ...]:
    is_named = row.payer in answer.names
    payer = answer.names[row.payer][words.language] if is_named else words("due.all_payers")
    level = words(f"level.{row.level}") if isinstance(row.level, str) else words("due.all_levels")
    variance = row.paid - row.due
    return (
        Cell(words(f"due.{row.comparison}")),
        Cell(str(row.fiscal_year), choice=f"period:{row.fiscal_year}"),
        Cell(payer, choice=row.payer if is_named else None),
        Cell(level),
        number(row.due, words, otherwise="due.unknown"),
        number(row.paid, words, otherwise="recon.not_stated"),
        number(variance, words, words.signed_number, otherwise="due.unknown"),
    )


def replies_to(answer: Answer, _selection: Selection) -> ReplyTargets:
    """What was due of each payer beside what it paid, and what of that was passed on."""
    streams, payers = (reply_targets.codes_of_column(column, answer) for column in ("stream_code", "payer_code"))
    return reply_targets.figures(
        *(Figures("revenue", answer.span, stage=stage, streams=streams, payers=payers) for stage in (PAYMENT, TRANSFER))
    )


PANEL = Panel(
    key="revenue_due",
    topic="revenue",
    shape=CHART,
    depends_on=(*PERIOD, "stream", "operator", *TERMS),
    read=revenue_due.by_payer,
    draw=draw,
    say=say,
    tabulate=tabulate,
    replies_to=replies_to,
    columns={
        "level": Column("Who is to get it; empty: all levels together", tag="#org+receiver+code"),
        "due": Column("Due by the rule in force all year; empty: cannot be told", unit=IN_UNIT, empty=MISSING),
        "paid": Column("Paid, or passed on to the level; empty: not recorded", unit=IN_UNIT, empty=MISSING),
    },
)
