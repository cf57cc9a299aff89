"""What is measured around a site."""

from typing import Any

from dashboard.figures import bars
from dashboard.figures.base import Canvas, Picture
from dashboard.figures.judgements import parts, shares_of
from dashboard.panels import reply_targets
from dashboard.panels.panel import PERIOD, Column, Panel
from dashboard.text import Words, wording
from dashboard.text.table import Cell, Table, number
from data_access.answers import sites
from data_access.vocabulary.answer import Answer
from data_access.vocabulary.selection import Selection
from data_access.vocabulary.shape import CHART
from data_access.vocabulary.states import MISSING

COUNTS = ("exceeds", "near", "ok", "cannot_tell")


def draw(answer: Answer, canvas: Canvas) -> Picture:
    """A bar of judged readings per station; a click opens the station."""
    frame = answer.frame
    names = frame[f"name_{canvas.words.language}"].tolist()
    shares = shares_of(frame, canvas.words)
    choices = [f"station:{key}" for key in frame["station_id"]]
    return bars.stacked_bars(names, parts(frame, canvas.words), canvas, lambda row, _length: shares[row], choices)


def tabulate(answer: Answer, words: Words, _selection: Selection) -> Table:
    """Each station with its readings by judgement, and whether it is said to watch the site."""
    headers = (
        *(words(f"table.{name}") for name in ("station", "watches")),
        *(words(f"judgement.{key}") for key in COUNTS),
    )
    return Table(headers, tuple(_station(row, words) for row in answer.rows))


def say(answer: Answer, words: Words, _selection: Selection) -> str:
    """How many stations, how many of them for this site, and how many readings lie beyond their limit."""
    frame = answer.frame
    judged_count = int(frame[["exceeds", "near", "ok"]].to_numpy().sum())
    return words(
        "say.site_readings",
        site=wording.place(answer, words),
        years=words.years(answer.span),
        stations=words.plural("count.stations", len(frame)),
        named=words.number(int(frame["is_named"].sum())),
        readings=words.plural("count.readings", judged_count),
        exceeding=words.number(int(frame["exceeds"].sum())),
    )


def _station(row: Any, words: Words) -> tuple[Cell, ...]:
    return (
        Cell(getattr(row, f"name_{words.language}"), choice=f"station:{row.station_id}", page="monitoring"),
        Cell(words("site.watches" if row.is_named else "site.same_district")),
        *(number(int(getattr(row, key)), words) for key in COUNTS),
    )


PANEL = Panel(
    key="site_readings",
    topic="site",
    shape=CHART,
    depends_on=(*PERIOD, "site"),
    read=sites.readings,
    draw=draw,
    say=say,
    tabulate=tabulate,
    replies_to=reply_targets.no_codes,
    columns={
        "is_named": Column("True: the station is said to watch the site"),
        "share": Column(empty=MISSING),
    },
)
