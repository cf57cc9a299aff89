"""Panels about single stations, and about who takes readings."""

from datetime import date

from dashboard import wording
from dashboard.answer import Answer
from dashboard.figures import bars, station
from dashboard.figures.base import Canvas, Picture
from dashboard.figures.judged import JUDGEMENTS, parts
from dashboard.selection import Selection
from dashboard.tables import Cell, Table, number, of_rows
from dashboard.text import Words

FEWEST_PAIRS = 4


def draw_series(answer: Answer, canvas: Canvas) -> Picture:
    """Months of one station and indicator, with the limits that held."""
    words = canvas.words
    code = answer.frame["code"].iloc[0]
    months = [
        station.Month(row.month, _known(row.value), _height(row), f"{words.month(row.month)} · {_said(row, words)}")
        for row in answer.rows
        if _height(row) is not None
    ]
    return station.by_month(months, _limits(answer), answer.known, wording.indicator_in_unit(code, words), canvas)


def tabulate_series(answer: Answer, words: Words, _selection: Selection) -> Table:
    """A row per month: its mean or detection limit, times the limit, and who took the readings."""
    (unit,) = wording.indicator_unit(answer.frame["code"].iloc[0], words) or [words("table.value")]
    headers = (words("table.month"), unit, words("table.times"), words("table.collector"))
    rows = tuple(
        (
            Cell(words.month(row.month), choice=f"period:{row.month.year}"),
            Cell(_value(row, words), state=row.state, is_number=_known(row.value) is not None),
            number(row.times, words, lambda times: words.number(times, 1), otherwise="station.no_times"),
            Cell(words(f"collected_by.{row.collected_by}")),
        )
        for row in answer.rows
    )
    return Table(headers, rows)


def say_series(answer: Answer, words: Words, selection: Selection) -> str:
    """Which station and indicator, how many readings of the period were beyond the limit, and how far at most."""
    chosen = answer.frame[[selection.covers(month) for month in answer.frame["month"]]]
    times = chosen["times"].max()
    return words(
        "say.station" if times == times and times > 1 else "say.station.within",
        station=answer.names["station"][words.language],
        indicator=wording.indicator(answer.frame["code"].iloc[0], words),
        years=words.years(answer.years),
        readings=words.plural("count.readings", int(chosen["reading_count"].sum())),
        exceeding=words.number(int(chosen["exceeds"].sum())),
        times=words.number(times, 1) if times == times else "",
    )


def draw_collectors(answer: Answer, canvas: Canvas) -> Picture:
    """A bar for each kind of people who took readings, by judgement."""
    words, frame = canvas.words, answer.frame
    names = [words(f"collected_by.{code}") for code in frame["code"]]
    return bars.stacked(names, parts(frame, words), canvas, lambda _row, length: words.number(length))


def tabulate_collectors(answer: Answer, words: Words, _selection: Selection) -> Table:
    """A row for each kind of people who took readings."""
    headers = {"code": words("table.collector"), **{key: words(f"judgement.{key}") for key in JUDGEMENTS}}
    return of_rows(answer.frame, headers, words, lambda row: Cell(words(f"collected_by.{row.code}")))


def say_collectors(answer: Answer, words: Words, _selection: Selection) -> str:
    """How often community and laboratory agreed, where both measured the same."""
    place, years = wording.place(answer, words), words.years(answer.years)
    pairs, agreeing = int(answer.frame["pairs"].iloc[0]), int(answer.frame["agreeing"].iloc[0])
    if pairs < FEWEST_PAIRS:
        return words("say.agreement.few", place=place, years=years, pairs=words.number(pairs))
    share = words.percent(100 * agreeing / pairs, 0)
    counts = {"pairs": words.number(pairs), "agreeing": words.number(agreeing)}
    return words("say.agreement", place=place, years=years, share=share, **counts)


def _limits(answer: Answer) -> list[station.Limit]:
    return [
        station.Limit(float(row[bound]), row["valid_from"], row["valid_to"] if _is_day(row["valid_to"]) else None)
        for row in answer.frame.attrs["limits"]
        for bound in ("min_value", "max_value")
        if _known(row[bound]) is not None
    ]


def _is_day(value: object) -> bool:
    return isinstance(value, date) and value == value


def _known(value: float | None) -> float | None:
    return None if value is None or value != value else float(value)


def _height(row) -> float | None:
    """Where a month's mark stands: at its mean, else at the detection limit that nothing reached."""
    return _known(row.detection_limit) if _known(row.value) is None else _known(row.value)


def _value(row, words: Words) -> str:
    if _known(row.value) is not None:
        return words.short_number(row.value)
    limit = _known(row.detection_limit)
    return words("state.missing") if limit is None else words("value.below", value=words.short_number(limit))


def _said(row, words: Words) -> str:
    parts = [_value(row, words)]
    if _known(row.times) is not None:
        parts.append(words("value.times_limit", n=words.number(row.times, 1)))
    return " · ".join([*parts, words(f"collected_by.{row.collected_by}")])
