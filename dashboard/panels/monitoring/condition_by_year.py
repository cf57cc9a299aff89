"""Panels about one annual statistic year by year: a district, the middle one, and the range of all."""

from functools import partial
from typing import Any

from dashboard.figures import spread
from dashboard.figures.base import Canvas, Picture
from dashboard.panels import reply_targets
from dashboard.panels.monitoring.conditions import MIDDLES
from dashboard.panels.panel import PLACE_AND_PERIOD, UNSTATED_KEY, Column, Panel
from dashboard.text import Words, naming, wording
from dashboard.text.table import Cell, Table, number
from data_access.answers import conditions
from data_access.answers.statistic_rows import OF_OBLASTS
from data_access.vocabulary import measures
from data_access.vocabulary.answer import Answer
from data_access.vocabulary.fields.field import IN_UNIT
from data_access.vocabulary.frames import named_rows
from data_access.vocabulary.measures import Measure
from data_access.vocabulary.selection import Selection
from data_access.vocabulary.shape import WIDE
from data_access.vocabulary.states import MISSING, VALUE, ZERO


def draw(answer: Answer, canvas: Canvas) -> Picture:
    """The chosen statistic year by year: the district, the middle district, and the range of all."""
    words, measure = canvas.words, _measure(answer)
    years = [_year(row, measure, answer, words) for row in answer.rows]
    targets = [_target(row, measure, words) for row in answer.extras["targets"]]
    level = answer.frame["level"].iloc[0]
    names = [words(f"legend.range_of.{level}"), words(f"legend.middle.{level}")]
    if canvas.selection.district:
        names.append(_place(answer, words))
    unit = f"{naming.of_measure(measure, words)}, {wording.unit(answer, measure.unit, words)}"
    country = words("place.country") if _has_country(answer) else ""
    return spread.by_year(years, targets, tuple(names), unit, canvas, country)


def tabulate(answer: Answer, words: Words, selection: Selection) -> Table:
    """A row per year."""
    measure, frame = _measure(answer), answer.frame.sort_values("year", ascending=False)
    own = (_place(answer, words),) if selection.district else ()
    country = _has_country(answer)
    keys = (MIDDLES[frame["level"].iloc[0]], "table.lowest", "table.highest", f"table.{frame['level'].iloc[0]}s")
    rows = tuple(
        (
            Cell(str(row.year), choice=f"period:{row.year}"),
            *((_here(row, measure, words),) if own else ()),
            *(_cell(value, measure, words) for value in (row.median, row.low, row.high)),
            number(_count(row), words),
            *((_cell(row.country, measure, words),) if country else ()),
        )
        for row in named_rows(frame)
    )
    last = (words("place.country"),) if country else ()
    return Table((words("table.year"), *own, *(words(key) for key in keys), *last), rows)


def say(answer: Answer, words: Words, selection: Selection) -> str:
    """The newest figure of the period, which way is better, and what it was at first."""
    measure, frame = _measure(answer), answer.frame
    chosen_rows = frame[frame["year"].between(*answer.span)]
    column = "value" if selection.district else "median"
    known_rows = chosen_rows.dropna(subset=column)
    name, better = naming.of_measure(measure, words), words(f"direction.{frame['direction'].iloc[0]}")
    if known_rows.empty:
        silent = chosen_rows["state"].iloc[-1] if selection.district else MISSING
        state = wording.state(silent, measure, words)
        return words("say.condition.none", place=wording.place(answer, words), measure=name, state=state)
    first, last = known_rows.iloc[0], known_rows.iloc[-1]
    values = {
        "now": _amount(last[column], measure, words),
        "year": str(int(last["year"])),
        "before": _amount(first[column], measure, words),
        "first": str(int(first["year"])),
        "median": _amount(last["median"], measure, words),
    }
    key = "say.oblasts" if frame["level"].iloc[0] == OF_OBLASTS else "say.condition"
    key += "" if selection.district else ".median"
    key += ".once" if values["first"] == values["year"] else ""
    return words(key, place=_place(answer, words), measure=name, better=better, **values)


def _place(answer: Answer, words: Words) -> str:
    """The chosen district, or its oblast where the figures are the oblast's."""
    return answer.names["oblast"][words.language] if "oblast" in answer.names else wording.place(answer, words)


def _has_country(answer: Answer) -> bool:
    return bool(answer.frame["country"].notna().any())


def _measure(answer: Answer) -> Measure:
    return measures.of_indicator(answer.frame["code"].iloc[0], answer.indicators)


def _amount(value: float, measure: Measure, words: Words) -> str:
    return wording.amount(value, measure.unit, words, measure.places)


def _value(row: Any, measure: Measure, words: Words) -> str:
    if row.state in (VALUE, ZERO):
        return _amount(row.value, measure, words)
    return wording.state(row.state, measure, words)


def _year(row: Any, measure: Measure, answer: Answer, words: Words) -> spread.Year:
    low, median, high, here, whole = (None if value != value else float(value) for value in _numbers(row))
    return spread.Year(int(row.year), low, median, high, here, row.state, _hover(row, measure, answer, words), whole)


def _numbers(row: Any) -> tuple[float, ...]:
    return row.low, row.median, row.high, row.value, row.country


def _hover(row: Any, measure: Measure, answer: Answer, words: Words) -> str:
    parts = [str(row.year)]
    if answer.place:
        parts.append(f"{_place(answer, words)}: {_value(row, measure, words)}")
    if row.median == row.median:
        low, median, high = (_amount(value, measure, words) for value in (row.low, row.median, row.high))
        parts.append(words("value.spread", median=median, low=low, high=high))
    if row.country == row.country:
        parts.append(f"{words('place.country')}: {_amount(row.country, measure, words)}")
    return " · ".join(parts)


def _count(row: Any) -> int:
    return 0 if row.n != row.n else int(row.n)


def _here(row: Any, measure: Measure, words: Words) -> Cell:
    return Cell(_value(row, measure, words), state=row.state, is_number=row.state in (VALUE, ZERO))


def _cell(value: float, measure: Measure, words: Words) -> Cell:
    return number(value, words, lambda one: _amount(one, measure, words))


def _target(row: dict[str, Any], measure: Measure, words: Words) -> spread.Target:
    since, until = (
        day.year if day is not None and day == day else None for day in (row["valid_from"], row["valid_to"])
    )
    name = row[f"name_{words.language}"]
    value = _amount(row["value"], measure, words)
    label = words("target.of_site", value=value, site=name) if isinstance(name, str) else words("target", value=value)
    return spread.Target(float(row["value"]), since, until, label)


PANEL = Panel(
    key="condition_by_year",
    topic="monitoring",
    shape=WIDE,
    depends_on=(*PLACE_AND_PERIOD, "measure"),
    read=conditions.by_year,
    draw=draw,
    say=say,
    tabulate=tabulate,
    replies_to=partial(reply_targets.indicators, reply_targets.chosen_districts),
    columns={
        "code": Column(codes=("measure",)),
        "level": Column("district, or oblast where the figures are of oblasts since no district has one"),
        "median": Column("Median of the districts, or oblasts, with a figure", unit=IN_UNIT, empty=UNSTATED_KEY),
        "low": Column("Lowest figure of a district, or oblast", unit=IN_UNIT, empty=UNSTATED_KEY),
        "high": Column("Highest figure of a district, or oblast", unit=IN_UNIT, empty=UNSTATED_KEY),
        "country": Column(
            "The country as a whole, as published: no mean of its places", unit=IN_UNIT, empty=UNSTATED_KEY
        ),
        "n": Column("Districts, or oblasts, with a figure", unit="places", empty=UNSTATED_KEY),
    },
)
