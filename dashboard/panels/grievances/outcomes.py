"""Panels about what became of grievances."""

from dashboard.answer import MISSING, WITHHELD, Answer
from dashboard.figures import bars, theme
from dashboard.figures.base import Canvas, Picture, plain
from dashboard.selection import Selection
from dashboard.tables import Cell, Table, number
from dashboard.text import Words

DUE = ("in_time", "missed", "acknowledged_in_time", "acknowledged_missed")


def say_by_stage(answer: Answer, words: Words, _selection: Selection) -> str:
    """How many were received, acknowledged and resolved in the chosen years."""
    values = {row.code: _least(row.value, row.is_partial, words) for row in answer.frame.itertuples()}
    told = {code: values.get(code, words("state.missing")) for code in ("received", "acknowledged", "resolved")}
    return words("say.stages", years=words.years(answer.years), **told)


def say_by_age(answer: Answer, words: Words, _selection: Selection) -> str:
    """How many of those open at the end of the year had been open for longest."""
    values = answer.frame.set_index("code")["value"]
    if values.isna().any():
        return words("say.grievances.withheld", place=words("place.country"), years=words.years(answer.years))
    total = int(values.sum())
    over = int(values["over_90"])
    share = words.percent(100 * over / total, 0) if total else words.percent(0, 0)
    known = {"grievances": words.plural("unit.grievances.amount", total), "over": words.number(over), "share": share}
    return words("say.ages", year=answer.years[1], **known)


def draw_in_time(answer: Answer, canvas: Canvas) -> Picture:
    """Of each responsible body the shares of those grievances whose deadline can be judged, with their number."""
    words, frame = canvas.words, answer.frame
    totals = frame["in_time"] + frame["missed"]
    parts = [
        bars.Part(words(f"in_time.{name}"), colour, plain(100 * frame[name] / totals))
        for name, colour in zip(("in_time", "missed"), theme.shades("grievances", 2), strict=True)
    ]

    def written(row: int, _length: float) -> str:
        if totals[row] != totals[row]:
            return words("state.withheld")
        if not totals[row]:
            return words("in_time.nothing_due")
        share = words.percent(100 * frame["in_time"][row] / totals[row], 0)
        told = words("count.of", part=share, whole=words.number(totals[row]))
        return _with_left_out(told, frame["withheld_years"][row], words)

    return bars.stacked([_name(row, words) for row in frame.itertuples()], parts, canvas, written)


def tabulate_in_time(answer: Answer, words: Words, _selection: Selection) -> Table:
    """A row per responsible body: resolved in time and not, acknowledged in time and not, and the years left out."""
    headers = (words("table.body"), *(words(f"in_time.{name}") for name in DUE), words("table.withheld_years"))
    rows = (
        (
            Cell(_name(row, words)),
            *(_number(getattr(row, name), words) for name in DUE),
            number(max(row.withheld_years, row.acknowledged_withheld_years), words),
        )
        for row in answer.rows
    )
    return Table(headers, tuple(rows))


def say_in_time(answer: Answer, words: Words, selection: Selection) -> str:
    """Shares of the country or of the chosen issue."""
    whole = answer.frame[~answer.frame["kind"].eq("body")]
    row = next(whole.itertuples(), None)
    judged = row.in_time + row.missed if row else float("nan")
    known = {"about": about(answer, selection, words)}
    if not judged > 0:
        return words("say.in_time.withheld", **known)
    known |= {
        "share": words.percent(100 * row.in_time / judged, 0),
        "n": words.plural("unit.grievances.amount", judged),
    }
    left_out = _left_out(row.withheld_years, words)
    due = row.acknowledged_in_time + row.acknowledged_missed
    if not due > 0:
        return " ".join([words("say.in_time.resolved", **known), *left_out])
    acknowledged = words.percent(100 * row.acknowledged_in_time / due, 0)
    return " ".join([words("say.in_time", acknowledged=acknowledged, **known), *left_out])


def draw_returned(answer: Answer, canvas: Canvas) -> Picture:
    """Percent reopened and appealed: all (or the chosen issue), then by responsible body."""
    words = canvas.words
    frame = answer.frame[answer.frame["kind"] != "channel"].reset_index(drop=True)
    shares = 100 * frame["happened"] / frame["could"].where(frame["could"] > 0)
    parts = [bars.Part(words("unit.percent"), theme.middle("grievances"), plain(shares))]

    def written(row: int, _length: float) -> str:
        share = _share(frame.iloc[row], words)
        is_shown = frame["happened"][row] == frame["happened"][row]
        return _with_left_out(share, frame["withheld_years"][row], words) if is_shown else share

    names = [f"{words(f'returned.{row.question}')}: {_name(row, words)}" for row in frame.itertuples()]
    return bars.stacked(names, parts, canvas, written)


def tabulate_returned(answer: Answer, words: Words, _selection: Selection) -> Table:
    """A row per question and group: how many, beside how many resolved or decided, percent, and the years left out."""
    names = ("returned", "group", "happened", "could")
    headers = (*(words(f"table.{name}") for name in names), words("unit.percent"), words("table.withheld_years"))
    rows = []
    for row in answer.rows:
        # Of none there is no share.
        share = number(
            100 * row.happened / (row.could or float("nan")),
            words,
            lambda percent: words.percent(percent, 0),
            state=MISSING if row.could == 0 else WITHHELD,
        )
        about = (Cell(words(f"returned.{row.question}")), Cell(_name(row, words)))
        counts = (_number(row.happened, words), _number(row.could, words))
        rows.append((*about, *counts, share, number(row.withheld_years, words)))
    return Table(headers, tuple(rows))


def say_returned(answer: Answer, words: Words, selection: Selection) -> str:
    """Shares of the country or of the chosen issue."""
    whole = [row for row in answer.rows if row.kind in ("country", "issue")]
    missing = dict.fromkeys(("reopened", "appealed"), words("state.missing"))
    shares = missing | {row.question: _share(row, words) for row in whole}
    left_out = _left_out(max((row.withheld_years for row in whole if row.could == row.could), default=0), words)
    return " ".join([words("say.returned", about=about(answer, selection, words), **shares), *left_out])


def _share(row, words: Words) -> str:
    """Percent, or why there is none: a count is withheld, or there was nothing to count."""
    if row.happened != row.happened:
        return words("state.withheld")
    return words.percent(100 * row.happened / row.could, 0) if row.could else words("state.missing")


def _left_out(years: int, words: Words) -> list[str]:
    """How many of the chosen years are left out because they are withheld."""
    return [words.plural("say.grievances.hidden_years", int(years))] if years else []


def _with_left_out(told: str, years: int, words: Words) -> str:
    """At the end of a bar, and in a second line how many years are left out of it."""
    return "\n".join([told, *([words.plural("count.withheld_years", int(years))] if years else [])])


def about(answer: Answer, selection: Selection, words: Words) -> str:
    """The years, and the kind of grievances."""
    kind = issue(selection, words)
    return words("say.years_about", years=words.years(answer.years), about=kind[:1].lower() + kind[1:])


def _name(row, words: Words) -> str:
    return words("issue.all") if row.kind == "country" else words(f"{row.kind}.{row.code}")


def _least(value: float, is_partial: bool, words: Words) -> str:
    written = words.number(value)
    return words("value.at_least", value=written) if is_partial else written


def _number(value: float, words: Words) -> Cell:
    return number(value, words, state=WITHHELD)


def issue(selection: Selection, words: Words) -> str:
    """The chosen issue, or all of them."""
    return words(f"issue.{selection.issue}") if selection.issue else words("issue.all")
