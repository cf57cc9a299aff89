"""How many conflict incidents there were, year by year."""

from functools import partial

from dashboard.figures import columns
from dashboard.figures.base import Canvas, Picture
from dashboard.panels import reply_targets
from dashboard.panels.incidents.severities import SEVERITIES
from dashboard.panels.panel import ABOUT, PLACE_AND_PERIOD, Column, Panel
from dashboard.text import Words, wording
from dashboard.text.table import Table, of_years
from data_access.answers import incidents
from data_access.vocabulary.answer import Answer
from data_access.vocabulary.selection import Selection
from data_access.vocabulary.shape import CHART
from data_access.vocabulary.states import MISSING


def draw(answer: Answer, canvas: Canvas) -> Picture:
    """Incidents per year, stacked by severity."""
    words, frame = canvas.words, answer.frame
    years = sorted(set(frame["year"]))
    wide = frame.pivot_table(index="year", columns="severity", values="value", aggfunc="sum", min_count=1)
    series = columns.series_of(wide, SEVERITIES, lambda level: words(f"severity.{level}"))
    writer = wording.writer(answer.counted_unit, words)
    return columns.by_year(answer, years, series, canvas, words(f"unit.{answer.counted_unit}"), writer)


def tabulate(answer: Answer, words: Words, _selection: Selection) -> Table:
    """Years down, severities across."""
    return of_years(
        answer.frame, words, "year", "severity", lambda level: words(f"severity.{level}"), words("table.year")
    )


def say(answer: Answer, words: Words, _selection: Selection) -> str:
    """The year with most recorded incidents among those chosen."""
    counts = answer.frame[answer.frame["year"].between(*answer.span)].groupby("year")["value"].sum()
    place, years = wording.place(answer, words), words.years(answer.span)
    if counts.empty:
        return words("say.incidents.no_record", place=place, years=years)
    if not counts.max():
        return words("say.incidents.zero", place=place, years=years)
    incidents = words.plural(f"unit.{answer.counted_unit}.amount", int(counts.max()))
    return words("say.incidents.most", place=place, years=years, year=int(counts.idxmax()), incidents=incidents)


PANEL = Panel(
    key="incidents_by_year",
    topic="incidents",
    shape=CHART,
    depends_on=(*PLACE_AND_PERIOD, *ABOUT, "count"),
    read=incidents.by_year,
    draw=draw,
    say=say,
    tabulate=tabulate,
    replies_to=partial(reply_targets.cases, "incidents", reply_targets.chosen_districts),
    columns={"value": Column(empty=MISSING)},
)
