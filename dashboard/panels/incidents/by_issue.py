"""What conflict incidents were about."""

from functools import partial
from typing import Any

from dashboard.figures import bars
from dashboard.figures.base import Canvas, Picture
from dashboard.panels import reply_targets
from dashboard.panels.incidents.severities import SEVERITIES
from dashboard.panels.panel import PLACE_AND_PERIOD, Column, Panel
from dashboard.text import Words, wording
from dashboard.text.table import Cell, Table, number
from data_access.answers import incidents
from data_access.vocabulary.answer import Answer
from data_access.vocabulary.selection import Selection
from data_access.vocabulary.shape import BARS
from data_access.vocabulary.states import MISSING


def draw(answer: Answer, canvas: Canvas) -> Picture:
    """A bar per issue, the most frequent first, stacked by severity; a click chooses the issue."""
    words, wide = canvas.words, _issues(answer)
    names = [words(f"issue.{code}") for code in wide.index]
    parts = [
        bars.Part(words(f"severity.{level}"), colour, wide[level].tolist())
        for level, colour in SEVERITIES.items()
        if level in wide
    ]
    choices = [f"issue:{code}" for code in wide.index]
    return bars.stacked_bars(names, parts, canvas, lambda _row, length: words.number(length), choices)


def tabulate(answer: Answer, words: Words, selection: Selection) -> Table:
    """A row per issue, severities across."""
    wide = _issues(answer)
    rows = tuple(
        (Cell(words(f"issue.{code}"), choice=f"issue:{code}"), *(number(n, words) for n in counts))
        for code, counts in zip(wide.index, wide.to_numpy().tolist(), strict=True)
    )
    marked_rows = tuple(row for row, code in enumerate(wide.index) if code == selection.issue)
    return Table((words("table.issue"), *(words(f"severity.{level}") for level in wide.columns)), rows, marked_rows)


def say(answer: Answer, words: Words, _selection: Selection) -> str:
    """What incidents were about most often."""
    counts = _issues(answer).sum(axis=1)
    return words(
        "say.issue.most",
        place=wording.place(answer, words),
        years=words.years(answer.span),
        issue=words(f"issue.{counts.index[0]}"),
        incidents=words.plural("unit.incidents.amount", int(counts.iloc[0])),
    )


def _issues(answer: Answer) -> Any:
    """Issues down, the most frequent first, severities across from the highest."""
    wide = answer.frame.pivot_table(index="code", columns="severity", values="value", aggfunc="sum", fill_value=0)
    order = wide.sum(axis=1).sort_values(ascending=False, kind="stable").index
    return wide.loc[order, sorted(wide.columns, reverse=True)].astype(int)


PANEL = Panel(
    key="incidents_by_issue",
    topic="incidents",
    shape=BARS,
    depends_on=(*PLACE_AND_PERIOD, "actor", "site", "by"),
    read=incidents.by_issue,
    draw=draw,
    say=say,
    tabulate=tabulate,
    replies_to=partial(reply_targets.issues, "incidents", reply_targets.chosen_districts),
    columns={"code": Column(codes=("issue",)), "value": Column(empty=MISSING)},
)
