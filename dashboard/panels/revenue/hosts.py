"""Whether districts with a working mine get more than others."""

from functools import partial
from typing import Any

from dashboard.figures import bars, theme
from dashboard.figures.base import Canvas, Picture
from dashboard.panels import reply_targets
from dashboard.panels.panel import MONEY, PERIOD, Column, Panel
from dashboard.text import Words, wording
from dashboard.text.table import Cell, Table, number
from data_access.answers.revenue import fairness
from data_access.vocabulary.answer import Answer
from data_access.vocabulary.frames import named_rows
from data_access.vocabulary.selection import Selection
from data_access.vocabulary.shape import CHART
from data_access.vocabulary.states import MISSING


def draw(answer: Answer, canvas: Canvas) -> Picture:
    """Two bars: districts with a working mine, and the others."""
    words, frame = canvas.words, answer.frame
    names = [_group(row, words) for row in named_rows(frame)]
    part = bars.Part("", theme.middle("revenue"), frame["value"].tolist())
    return bars.stacked_bars(names, [part], canvas, lambda _row, value: words.short_number(value))


def tabulate(answer: Answer, words: Words, _selection: Selection) -> Table:
    """The same two rows."""
    headers = (words("table.group"), words("table.districts"), wording.unit(answer, answer.terms.unit, words))
    rows = tuple(
        (
            Cell(words(f"hosts.{row.code}")),
            number(row.districts, words),
            number(row.value, words, words.number),
        )
        for row in answer.rows
    )
    return Table(headers, rows)


def say(answer: Answer, words: Words, _selection: Selection) -> str:
    """How many times as much the one group gets as the other."""
    values, years = answer.frame.set_index("code")["value"], wording.years(answer, words)
    host, other = values.get("host"), values.get("other")
    if host is None or not other or other < 0:
        return words("say.hosts.alone", years=years)
    return words(
        "say.hosts",
        years=years,
        host=wording.amount(host, answer.terms.unit, words),
        other=wording.amount(other, answer.terms.unit, words),
        times=words.number(host / other, 1),
    )


def _group(row: Any, words: Words) -> str:
    return f"{words(f'hosts.{row.code}')}, {words.plural('count.districts', row.districts)}"


PANEL = Panel(
    key="revenue_hosts",
    topic="revenue",
    shape=CHART,
    depends_on=(*PERIOD, "stage", "stream", "operator", *MONEY),
    read=fairness.hosts,
    draw=draw,
    say=say,
    tabulate=tabulate,
    replies_to=partial(reply_targets.revenue, None, reply_targets.country),
    columns={"code": Column(codes=("hosts",)), "value": Column(empty=MISSING)},
)
