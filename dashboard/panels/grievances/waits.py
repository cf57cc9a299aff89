"""The panel about how many days people wait."""

from functools import partial
from typing import Any

from dashboard.figures import bars, theme
from dashboard.figures.base import Canvas, Picture, plain
from dashboard.panels import reply_targets
from dashboard.panels.grievances.groups import about, issue
from dashboard.panels.panel import PERIOD, UNSTATED_KEY, Column, Panel
from dashboard.text import Words
from dashboard.text.table import NO_RANK, Cell, Table, number
from data_access.answers import outcomes
from data_access.vocabulary.answer import Answer
from data_access.vocabulary.selection import Selection
from data_access.vocabulary.shape import CHART
from data_access.vocabulary.states import WITHHELD


def draw(answer: Answer, canvas: Canvas) -> Picture:
    """For each wait the days of half of the grievances, and of nine of ten."""
    words, frame = canvas.words, answer.frame
    half, ninth = theme.shades("grievances", 2)
    median, most = frame["median_days"], frame["p90_days"]
    parts = [
        bars.Part(words("wait.half"), half, plain(median)),
        bars.Part(words("wait.ninth"), ninth, plain((most - median).fillna(0))),
    ]

    def bar_text(row: int, _length: float) -> str:
        return _days(median[row], most[row], words)

    return bars.stacked_bars([_wait(row, words) for row in answer.rows], parts, canvas, bar_text)


def tabulate(answer: Answer, words: Words, _selection: Selection) -> Table:
    """A row per wait, with the year that its days are of."""
    headers = (words("table.wait"), words("table.year"), words("wait.median_days"), words("wait.p90_days"))
    rows = (
        (
            Cell(words(f"wait.{row.code}")),
            Cell(str(row.year) if row.year == row.year else NO_RANK),
            number(row.median_days, words, state=WITHHELD),
            number(row.p90_days, words, state=WITHHELD),
        )
        for row in answer.rows
    )
    return Table(headers, tuple(rows))


def say(answer: Answer, words: Words, selection: Selection) -> str:
    """The median days until a resolution, and those of the open ones beside it, each with its year."""
    row_by_code = {row.code: row for row in answer.rows if row.median_days == row.median_days}
    values = {"about": issue(selection, words)}
    if "resolve" not in row_by_code:
        return words("say.waits.withheld", about=about(answer, selection, words))
    values |= {"resolve": _amount(row_by_code["resolve"], words), "year": row_by_code["resolve"].year}
    if "open" not in row_by_code:
        return words("say.waits.resolved", **values)
    return words("say.waits", open=_amount(row_by_code["open"], words), end=row_by_code["open"].year, **values)


def _amount(row: Any, words: Words) -> str:
    return words.plural("unit.days.amount", round(row.median_days))


def _wait(row: Any, words: Words) -> str:
    """What is waited for, and the year that the days are of."""
    wait = words(f"wait.{row.code}")
    return words("wait.of_year", wait=wait, year=row.year) if row.year == row.year else wait


def _days(median: float, most: float, words: Words) -> str:
    if median != median:
        return words("state.withheld")
    days_by_key = {"wait.half_days": median, "wait.ninth_days": most}
    return "\n".join(
        words(key, days=words.plural("unit.days.amount", round(days)))
        for key, days in days_by_key.items()
        if days == days
    )


PANEL = Panel(
    key="grievances_waits",
    topic="grievances",
    shape=CHART,
    depends_on=(*PERIOD, "issue"),
    read=outcomes.waits,
    draw=draw,
    say=say,
    tabulate=tabulate,
    replies_to=partial(reply_targets.cases, "grievances", reply_targets.country),
    columns={
        "code": Column(codes=("wait",)),
        "median_days": Column(empty=WITHHELD),
        "p90_days": Column(empty=WITHHELD),
        "year": Column(empty=UNSTATED_KEY),
    },
)
