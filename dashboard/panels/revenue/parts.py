"""Money by year and part, for every panel that divides it."""

from typing import Any

from dashboard.figures import columns, theme
from dashboard.figures.base import Canvas, Picture
from dashboard.text import Words, wording
from dashboard.text.table import Table, of_years
from data_access.vocabulary.answer import Answer
from data_access.vocabulary.selection import Selection

MOST_PARTS = 5
REST = "rest"


def draw_parts(family: str, answer: Answer, canvas: Canvas) -> Picture:
    """Columns by year of the four largest parts and the rest (frame: fiscal_year, code, value)."""
    words = canvas.words
    frame = _largest_and_rest(answer.frame)
    years = sorted(set(frame["fiscal_year"]))
    order = frame.groupby("code")["value"].sum().sort_values(ascending=False).index
    codes = [*(code for code in order if code != REST), *(code for code in order if code == REST)]
    wide = frame.pivot_table(index="fiscal_year", columns="code", values="value", aggfunc="sum", min_count=1)
    series = [
        columns.Series(words(f"{family}.{code}"), colour, wide[code].tolist())
        for code, colour in zip(codes, theme.shades("revenue", len(codes)), strict=True)
    ]
    unit = answer.terms.unit
    writer = wording.writer(unit, words)
    return columns.by_year(answer, years, series, canvas, wording.unit(answer, unit, words), writer)


def tabulate_parts(family: str, answer: Answer, words: Words, _selection: Selection) -> Table:
    """All parts, none of them summed up in a rest."""
    return of_years(
        answer.frame, words, "fiscal_year", "code", lambda code: words(f"{family}.{code}"), words("table.year")
    )


def _largest_and_rest(frame: Any) -> Any:
    sums = frame.groupby("code")["value"].sum().sort_values(ascending=False)
    if len(sums) <= MOST_PARTS:
        return frame
    small = set(sums.index[MOST_PARTS - 1 :])
    coded_rows = frame.assign(code=[REST if code in small else code for code in frame["code"]])
    return coded_rows.groupby(["fiscal_year", "code"], as_index=False)["value"].sum()
