"""One station and indicator, month by month."""

from datetime import date
from functools import partial
from typing import Any

from dashboard.figures import station
from dashboard.figures.base import Canvas, Picture, whole_span
from dashboard.panels import reply_targets
from dashboard.panels.panel import PLACE_AND_PERIOD, UNSTATED_KEY, Column, Panel
from dashboard.text import Words, naming
from dashboard.text.table import Cell, Table, number
from data_access.answers import stations
from data_access.vocabulary.answer import Answer
from data_access.vocabulary.selection import Selection
from data_access.vocabulary.shape import WIDE
from data_access.vocabulary.states import MISSING


def draw(answer: Answer, canvas: Canvas) -> Picture:
    """Months of one station and indicator, with the limits that held."""
    words = canvas.words
    code = answer.frame["code"].iloc[0]
    months = [
        station.Month(row.month, _or_none(row.value), height, f"{_when(row, words)} · {_hover(row, words)}")
        for row in answer.rows
        for height in [_height(row)]
        if height is not None
    ]
    unit, averaging = naming.in_unit(answer, code, words), answer.frame["averaging"].iloc[0]
    return station.by_month(months, _limits(answer), whole_span(answer), unit, averaging, canvas)


def _when(row: Any, words: Words) -> str:
    return str(row.month.year) if row.averaging == "year" else words.month(row.month)


def tabulate(answer: Answer, words: Words, _selection: Selection) -> Table:
    """A row per month: its mean or detection limit, times the limit, and who took the readings."""
    unit = naming.unit(answer, answer.frame["code"].iloc[0], words) or words("table.value")
    headers = (words("table.month"), unit, words("table.times"), words("table.collector"))
    rows = tuple(
        (
            Cell(_when(row, words), choice=f"period:{row.month.year}"),
            Cell(_value(row, words), state=row.state, is_number=_or_none(row.value) is not None),
            number(row.times, words, lambda times: words.number(times, 1), otherwise="station.no_times"),
            Cell(words(f"collected_by.{row.collected_by}")),
        )
        for row in answer.rows
    )
    return Table(headers, rows)


def say(answer: Answer, words: Words, selection: Selection) -> str:
    """Which station and indicator, how many readings of the period were beyond the limit, and how far at most."""
    chosen_rows = answer.frame[[selection.covers(month) for month in answer.frame["month"]]]
    times, known_values = chosen_rows["times"].max(), chosen_rows["value"].dropna()
    if not answer.extras["limits"] and len(known_values):
        return _without_limit(answer, known_values, words)
    return words(
        "say.station" if times == times and times > 1 else "say.station.within",
        station=answer.names["station"][words.language],
        indicator=naming.of_indicator(answer, answer.frame["code"].iloc[0], words),
        years=words.years(answer.span),
        readings=words.plural("count.readings", int(chosen_rows["reading_count"].sum())),
        exceeding=words.number(int(chosen_rows["exceeds"].sum())),
        times=words.number(times, 1) if times == times else "",
    )


def _without_limit(answer: Answer, known_values: Any, words: Words) -> str:
    writer = words.signed_number if known_values.min() < 0 else words.short_number
    low, high = (writer(value) for value in (known_values.min(), known_values.max()))
    return words(
        "say.station.no_limit",
        station=answer.names["station"][words.language],
        indicator=naming.in_unit(answer, answer.frame["code"].iloc[0], words),
        years=words.years(answer.span),
        low=low,
        high=high,
    )


def _limits(answer: Answer) -> list[station.Limit]:
    return [
        station.Limit(float(row[bound]), row["valid_from"], row["valid_to"] if _is_day(row["valid_to"]) else None)
        for row in answer.extras["limits"]
        for bound in ("min_value", "max_value")
        if _or_none(row[bound]) is not None
    ]


def _is_day(value: object) -> bool:
    return isinstance(value, date) and value == value


def _or_none(value: float | None) -> float | None:
    return None if value is None or value != value else float(value)


def _height(row: Any) -> float | None:
    """Where a month's mark stands: at its mean, else at the detection limit that nothing reached."""
    return _or_none(row.detection_limit) if _or_none(row.value) is None else _or_none(row.value)


def _value(row: Any, words: Words) -> str:
    if _or_none(row.value) is not None:
        return words.short_number(row.value)
    limit = _or_none(row.detection_limit)
    return words("state.missing") if limit is None else words("value.below", value=words.short_number(limit))


def _hover(row: Any, words: Words) -> str:
    parts = [_value(row, words)]
    if _or_none(row.times) is not None:
        parts.append(words("value.times_limit", n=words.number(row.times, 1)))
    return " · ".join([*parts, words(f"collected_by.{row.collected_by}")])


PANEL = Panel(
    key="station_series",
    topic="monitoring",
    shape=WIDE,
    depends_on=(*PLACE_AND_PERIOD, "indicator", "station"),
    read=stations.series,
    draw=draw,
    say=say,
    tabulate=tabulate,
    replies_to=partial(reply_targets.indicators, reply_targets.chosen_districts),
    columns={
        "code": Column(codes=("indicator",)),
        "averaging": Column("single, day or year: what each reading is a mean of"),
        "month": Column("First day of the month of sampling"),
        "below": Column("Readings below the detection limit; where most are, there is no mean", unit="readings"),
        "times": Column("Largest reading as a multiple of its limit", empty=MISSING),
        "detection_limit": Column(empty=UNSTATED_KEY),
    },
)
