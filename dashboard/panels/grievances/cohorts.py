"""Whether grievances are resolved sooner than in earlier years: of each year those within so many days."""

from functools import partial
from typing import Any

from dashboard.figures import lines, theme
from dashboard.figures.base import Canvas, Picture, whole_span
from dashboard.figures.withheld import withheld_years
from dashboard.panels import reply_targets
from dashboard.panels.panel import PERIOD, Column, Panel
from dashboard.text import Words
from dashboard.text.table import Cell, Table, number
from data_access.answers import outcomes
from data_access.vocabulary.answer import Answer
from data_access.vocabulary.legend import Key
from data_access.vocabulary.selection import Selection
from data_access.vocabulary.shape import CHART
from data_access.vocabulary.stages import COHORT_PARTS
from data_access.vocabulary.states import MISSING, WITHHELD

SPANS = tuple(days for spans in COHORT_PARTS.values() for days in spans)
# The lightest shade of the topic would be no line on paper.
COLOURS = (*theme.RAMPS["grievances"][1:], theme.INK)
SYMBOLS = ("circle", "square", "diamond", "triangle-up", "triangle-down")
# The spans that the sentence tells of.
TOLD = (90, 365)


def draw(answer: Answer, canvas: Canvas) -> Picture:
    """A line for each span: of those received in a year, the share that was resolved within it."""
    words, years = canvas.words, [*_by_year(answer)]
    shares = [_shares(rows) for rows in _by_year(answer).values()]
    drawn = [
        lines.Line(_within(days, words), colour, [one.get(days) for one in shares], symbol=symbol)
        for days, colour, symbol in zip(SPANS, COLOURS, SYMBOLS, strict=True)
    ]
    written = partial(words.percent, places=0)
    picture = lines.by_year(years, drawn, canvas, words("unit.percent"), whole_span(answer), written)
    hidden = [year for year, rows in _by_year(answer).items() if any(row.value != row.value for row in rows.values())]
    if not hidden:
        return picture
    data = [*picture.figure["data"], withheld_years(hidden, words)]
    legend = (*picture.legend, Key("dots", words("state.withheld")))
    return Picture(picture.figure | {"data": data}, legend)


def tabulate(answer: Answer, words: Words, _selection: Selection) -> Table:
    """A row per year of receipt: how many, and the share within each span; of a young one that it is too early."""
    headers = (words("table.year"), words("grievance.received_count"), *(_within(days, words) for days in SPANS))
    return Table(headers, tuple(_year(year, rows, words) for year, rows in _by_year(answer).items()))


def say(answer: Answer, words: Words, _selection: Selection) -> str:
    """Of the newest chosen year of which both spans are shown, and of the first one; what is too early to tell."""
    first_year, last_year = answer.span
    chosen = {year: rows for year, rows in _by_year(answer).items() if first_year <= year <= last_year}
    complete = {year: _shares(rows) for year, rows in chosen.items() if {*TOLD} <= _shares(rows).keys()}
    young = [year for year in range(first_year, last_year + 1) if SPANS[-1] not in chosen.get(year, {})]
    sentences = [_sentence(complete, words)] if complete else []
    if young:
        days = words.plural("unit.days.amount", SPANS[-1])
        sentences.append(words("say.cohorts.young", year=young[0], days=days))
    if sentences:
        return " ".join(sentences)
    return words("say.grievances.withheld", place=words("place.country"), years=words.years(answer.span))


def _sentence(complete: dict[int, dict[int, float]], words: Words) -> str:
    """The shares of the newest of some years, and beside them those of the first, where there are two."""
    first, newest = min(complete), max(complete)
    soon, late = (words.percent(complete[newest][days], 0) for days in TOLD)
    sentence = words("say.cohorts", year=newest, soon=soon, late=late)
    if first == newest:
        return sentence
    soon, late = (words.percent(complete[first][days], 0) for days in TOLD)
    return f"{sentence} {words('say.cohorts.first', year=first, soon=soon, late=late)}"


def _by_year(answer: Answer) -> dict[int, dict[int, Any]]:
    """The rows of each year by their span; all full years are there."""
    years: dict[int, dict[int, Any]] = {}
    for row in answer.rows:
        years.setdefault(int(row.year), {})[int(row.days)] = row
    return years


def _shares(rows: dict[int, Any]) -> dict[int, float]:
    """Percent by span, where it is shown, and anything was received."""
    return {
        days: 100 * row.value / row.received_count
        for days, row in rows.items()
        if row.value == row.value and row.received_count
    }


def _year(year: int, rows: dict[int, Any], words: Words) -> tuple[Cell, ...]:
    shares, received = _shares(rows), next(iter(rows.values())).received_count
    return (
        Cell(str(year), choice=f"period:{year}"),
        number(received, words, state=WITHHELD),
        *(_share(days, rows, shares, words) for days in SPANS),
    )


def _share(days: int, rows: dict[int, Any], shares: dict[int, float], words: Words) -> Cell:
    if days not in rows:
        return Cell(words("cohort.too_early"), state=MISSING)
    return number(shares.get(days), words, partial(words.percent, places=0), state=WITHHELD)


def _within(days: int, words: Words) -> str:
    return words("cohort.within", days=words.plural("unit.days.amount", days))


PANEL = Panel(
    key="grievances_cohorts",
    topic="grievances",
    shape=CHART,
    depends_on=PERIOD,
    read=outcomes.cohorts,
    draw=draw,
    say=say,
    tabulate=tabulate,
    replies_to=partial(reply_targets.all_cases, "grievances", reply_targets.country),
    columns={
        "days": Column("Days since receipt within which they were resolved", unit="days"),
        "received_count": Column(empty=WITHHELD),
        "value": Column(empty=WITHHELD),
    },
)
