"""What was due by the rule beside what was paid."""

from dashboard import wording
from dashboard.answer import Answer
from dashboard.figures import columns, theme
from dashboard.figures.base import Canvas, Picture
from dashboard.selection import Selection
from dashboard.tables import Cell, Table, number
from dashboard.text import Words

STATES = {
    "agrees": theme.RAMPS["revenue"][1],
    "more": theme.RAMPS["revenue"][3],
    "less": theme.INK,
    "cannot_be_checked": theme.PAPER,
}
IN_TABLE = ("less", "more", "cannot_be_checked", "agrees")


def draw(answer: Answer, canvas: Canvas) -> Picture:
    """What payers paid in each year, stacked by whether it is what was due."""
    words, frame = canvas.words, _of_payers(answer)
    wide = frame.pivot_table(index="fiscal_year", columns="state", values="paid", aggfunc="sum", min_count=1)
    series = columns.series_of(wide, STATES, lambda key: words(f"due.{key}"), hatched="cannot_be_checked")
    unit = answer.money.unit
    name, written = wording.unit(answer, unit, words), wording.writer(unit, words)
    return columns.by_year(answer, wide.index.tolist(), series, canvas, name, written)


def tabulate(answer: Answer, words: Words, selection: Selection) -> Table:
    """Years and payers, what needs a look first; then the levels: of all payers, or of a chosen one."""
    unit = wording.unit(answer, answer.money.unit, words)
    keys = ("state", "fiscal_year", "payer", "level", "due", "paid", "variance")
    frame = answer.frame
    wanted = frame["level"].isna() | frame["payer_code"].isna() | (frame["payer_code"] == selection.operator)
    shown = frame[wanted & frame["fiscal_year"].between(*answer.years)]
    order = shown.assign(order=shown["state"].map(IN_TABLE.index), whole=shown["level"].notna())
    rows = order.sort_values(["whole", "order", "fiscal_year"], ascending=[True, True, False], kind="stable")
    return Table(
        tuple(words(f"table.{key}", unit=unit) for key in keys),
        tuple(_row(row, answer, words) for row in rows.itertuples()),
    )


def say(answer: Answer, words: Words, _selection: Selection) -> str:
    """How often the two agree, and how often nobody can tell."""
    frame = _of_payers(answer)
    chosen = frame[frame["fiscal_year"].between(*answer.years)]
    counts = chosen["state"].value_counts()
    checked = chosen[chosen["state"] != "cannot_be_checked"]
    known = {"years": words.years(answer.years), "unknown": int(counts.get("cannot_be_checked", 0)), "n": len(chosen)}
    if checked.empty:
        return words("say.due.unknown", **known)
    unit = answer.money.unit
    return words(
        "say.due",
        **known,
        due=wording.amount(float(checked["due"].sum()), unit, words),
        paid=wording.amount(float(checked["paid"].sum()), unit, words),
        agrees=int(counts.get("agrees", 0)),
        less=int(counts.get("less", 0)),
        more=int(counts.get("more", 0)),
    )


def _of_payers(answer: Answer):
    """The whole of each payer and year; levels repeat the same money."""
    return answer.frame[answer.frame["level"].isna()]


def _row(row, answer: Answer, words: Words) -> tuple[Cell, ...]:
    is_named = row.payer in answer.names
    payer = answer.names[row.payer][words.language] if is_named else words("due.all_payers")
    level = words(f"level.{row.level}") if isinstance(row.level, str) else words("due.all_levels")
    variance = row.paid - row.due
    return (
        Cell(words(f"due.{row.state}")),
        Cell(str(row.fiscal_year), choice=f"period:{row.fiscal_year}"),
        Cell(payer, choice=row.payer if is_named else None),
        Cell(level),
        number(row.due, words, otherwise="due.unknown"),
        number(row.paid, words, otherwise="recon.not_stated"),
        number(variance, words, words.signed, otherwise="due.unknown"),
    )
