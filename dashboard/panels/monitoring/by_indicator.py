"""Readings by indicator and judgement."""

from functools import partial
from typing import Any

from dashboard.figures import bars
from dashboard.figures.base import Canvas, Picture
from dashboard.figures.judgements import JUDGEMENTS, parts, shares_of
from dashboard.panels import reply_targets
from dashboard.panels.panel import PLACE_AND_PERIOD, Column, Panel
from dashboard.text import Words, naming, wording
from dashboard.text.table import Cell, Table, of_rows
from data_access.answers import indicators
from data_access.vocabulary.answer import Answer
from data_access.vocabulary.selection import Selection
from data_access.vocabulary.shape import CHART
from data_access.vocabulary.states import MISSING


def draw(answer: Answer, canvas: Canvas) -> Picture:
    """A bar per indicator, the ones most often beyond the limit first."""
    words, frame = canvas.words, _by_share(answer.frame)
    names = [naming.of_indicator(answer, code, words) for code in frame["code"]]
    shares = shares_of(frame, words)
    return bars.stacked_bars(names, parts(frame, words), canvas, lambda row, _length: shares[row])


def tabulate(answer: Answer, words: Words, _selection: Selection) -> Table:
    """A row per indicator."""
    headers = {"code": words("table.indicator"), **{key: words(f"judgement.{key}") for key in JUDGEMENTS}}
    return of_rows(
        _by_share(answer.frame),
        headers,
        words,
        lambda row: Cell(naming.of_indicator(answer, row.code, words), choice=f"indicator:{row.code}"),
    )


def say(answer: Answer, words: Words, _selection: Selection) -> str:
    """The indicator most often beyond its limit."""
    first = _by_share(answer.frame).iloc[0]
    place, years = wording.measured_at(answer, words), words.years(answer.span)
    if first["share"] != first["share"] or not first["exceeds"]:
        return words("say.indicator.none", place=place, years=years)
    return words(
        "say.indicator.first",
        place=place,
        years=years,
        indicator=naming.of_indicator(answer, first["code"], words),
        exceeding=words.number(first["exceeds"]),
        readings=words.plural("count.readings", int(first["judged"])),
    )


def _by_share(frame: Any) -> Any:
    return frame.sort_values("share", ascending=False, ignore_index=True)


PANEL = Panel(
    key="readings_by_indicator",
    topic="monitoring",
    shape=CHART,
    depends_on=PLACE_AND_PERIOD,
    read=indicators.judged_by_indicator,
    draw=draw,
    say=say,
    tabulate=tabulate,
    replies_to=partial(reply_targets.indicators, reply_targets.chosen_districts),
    columns={"code": Column(codes=("indicator",)), "share": Column(empty=MISSING)},
)
