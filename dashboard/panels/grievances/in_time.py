"""Whether grievances were resolved in time."""

from functools import partial
from typing import Any

from dashboard.figures import bars, theme
from dashboard.figures.base import Canvas, Picture, plain
from dashboard.panels import reply_targets
from dashboard.panels.grievances.groups import about, grievance_column, group_name, left_out, with_left_out
from dashboard.panels.panel import PERIOD, Column, Panel
from dashboard.text import Words
from dashboard.text.table import Cell, Table, number
from data_access.answers import outcomes
from data_access.vocabulary.answer import Answer
from data_access.vocabulary.fields.field import BY_ROW
from data_access.vocabulary.frames import named_rows
from data_access.vocabulary.selection import Selection
from data_access.vocabulary.shape import CHART
from data_access.vocabulary.states import WITHHELD

DUE = ("in_time", "missed", "acknowledged_in_time", "acknowledged_missed")


def draw(answer: Answer, canvas: Canvas) -> Picture:
    """Of each responsible body the shares of those grievances whose deadline can be judged, with their number."""
    words, frame = canvas.words, answer.frame
    totals = frame["in_time"] + frame["missed"]
    parts = [
        bars.Part(words(f"in_time.{name}"), colour, plain(100 * frame[name] / totals))
        for name, colour in zip(("in_time", "missed"), theme.shades("grievances", 2), strict=True)
    ]

    def bar_text(row: int, _length: float) -> str:
        if totals[row] != totals[row]:
            return words("state.withheld")
        if not totals[row]:
            return words("in_time.nothing_due")
        share = words.percent(100 * frame["in_time"][row] / totals[row], 0)
        share_text = words("count.of", part=share, whole=words.number(totals[row]))
        return with_left_out(share_text, frame["withheld_years"][row], words)

    return bars.stacked_bars([group_name(row, words) for row in named_rows(frame)], parts, canvas, bar_text)


def tabulate(answer: Answer, words: Words, _selection: Selection) -> Table:
    """A row per responsible body: resolved in time and not, acknowledged in time and not, and the years left out."""
    headers = (words("table.body"), *(words(f"in_time.{name}") for name in DUE), words("table.withheld_years"))
    rows = (
        (
            Cell(group_name(row, words)),
            *(number(getattr(row, name), words, state=WITHHELD) for name in DUE),
            number(max(row.withheld_years, row.acknowledged_withheld_years), words),
        )
        for row in answer.rows
    )
    return Table(headers, tuple(rows))


def say(answer: Answer, words: Words, selection: Selection) -> str:
    """Shares of the country or of the chosen issue."""
    whole = answer.frame[~answer.frame["kind"].eq("body")]
    row: Any = next(iter(named_rows(whole)), None)
    judged_count = row.in_time + row.missed if row else float("nan")
    values = {"about": about(answer, selection, words)}
    if not judged_count > 0:
        return words("say.in_time.withheld", **values)
    values |= {
        "share": words.percent(100 * row.in_time / judged_count, 0),
        "n": words.plural("unit.grievances.amount", judged_count),
    }
    notes = left_out(row.withheld_years, words)
    due = row.acknowledged_in_time + row.acknowledged_missed
    if not due > 0:
        return " ".join([words("say.in_time.resolved", **values), *notes])
    acknowledged_share = words.percent(100 * row.acknowledged_in_time / due, 0)
    return " ".join([words("say.in_time", acknowledged=acknowledged_share, **values), *notes])


PANEL = Panel(
    key="grievances_in_time",
    topic="grievances",
    shape=CHART,
    depends_on=(*PERIOD, "issue"),
    read=outcomes.in_time,
    draw=draw,
    say=say,
    tabulate=tabulate,
    replies_to=partial(reply_targets.cases, "grievances", reply_targets.country),
    columns={
        "code": Column(codes=BY_ROW),
        "in_time": grievance_column("Resolved within the deadline; empty: withheld"),
        "missed": grievance_column("Not resolved within the deadline; empty: withheld"),
        "acknowledged_in_time": grievance_column("Acknowledged within the deadline; empty: withheld"),
        "acknowledged_missed": grievance_column("Not acknowledged within the deadline; empty: withheld"),
        "acknowledged_withheld_years": Column(
            "Chosen years that are withheld, and left out of the two numbers before it"
        ),
    },
)
