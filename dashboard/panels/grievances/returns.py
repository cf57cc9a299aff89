"""How many grievances were reopened or appealed."""

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
from data_access.vocabulary.shape import TALL
from data_access.vocabulary.states import MISSING, WITHHELD


def draw(answer: Answer, canvas: Canvas) -> Picture:
    """Percent reopened and appealed: all (or the chosen issue), then by responsible body."""
    words = canvas.words
    frame = answer.frame[answer.frame["kind"] != "channel"].reset_index(drop=True)
    shares = 100 * frame["happened"] / frame["could"].where(frame["could"] > 0)
    parts = [bars.Part(words("unit.percent"), theme.middle("grievances"), plain(shares))]

    def bar_text(row: int, _length: float) -> str:
        share = _share(frame.iloc[row], words)
        is_shown = frame["happened"][row] == frame["happened"][row]
        return with_left_out(share, frame["withheld_years"][row], words) if is_shown else share

    names = [f"{words(f'returned.{row.question}')}: {group_name(row, words)}" for row in named_rows(frame)]
    return bars.stacked_bars(names, parts, canvas, bar_text)


def tabulate(answer: Answer, words: Words, _selection: Selection) -> Table:
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
        about = (Cell(words(f"returned.{row.question}")), Cell(group_name(row, words)))
        counts = (number(row.happened, words, state=WITHHELD), number(row.could, words, state=WITHHELD))
        rows.append((*about, *counts, share, number(row.withheld_years, words)))
    return Table(headers, tuple(rows))


def say(answer: Answer, words: Words, selection: Selection) -> str:
    """Shares of the country or of the chosen issue."""
    whole = [row for row in answer.rows if row.kind in ("country", "issue")]
    missing = dict.fromkeys(("reopened", "appealed"), words("state.missing"))
    shares = missing | {row.question: _share(row, words) for row in whole}
    notes = left_out(max((row.withheld_years for row in whole if row.could == row.could), default=0), words)
    return " ".join([words("say.returned", about=about(answer, selection, words), **shares), *notes])


def _share(row: Any, words: Words) -> str:
    """Percent, or why there is none: a count is withheld, or there was nothing to count."""
    if row.happened != row.happened:
        return words("state.withheld")
    return words.percent(100 * row.happened / row.could, 0) if row.could else words("state.missing")


PANEL = Panel(
    key="grievances_returned",
    topic="grievances",
    shape=TALL,
    depends_on=(*PERIOD, "issue"),
    read=outcomes.returns,
    draw=draw,
    say=say,
    tabulate=tabulate,
    replies_to=partial(reply_targets.cases, "grievances", reply_targets.country),
    columns={
        "code": Column(codes=BY_ROW),
        "happened": grievance_column("Reopened or appealed in the chosen years; empty: withheld"),
        "could": grievance_column(
            "First resolved (if reopened) or decided (if appealed) in the chosen years; empty: withheld"
        ),
    },
)
