"""Panels about annual statistics of districts: where each stands in the newest year."""

from functools import partial
from typing import Any

from dashboard.figures import strips, theme
from dashboard.figures.base import Canvas, Picture
from dashboard.panels import reply_targets
from dashboard.panels.panel import PLACE_AND_PERIOD, UNSTATED_KEY, Column, Panel
from dashboard.text import Words, naming, wording
from dashboard.text.table import Cell, Table, number
from data_access.answers import conditions
from data_access.answers.statistic_rows import OF_DISTRICTS, OF_OBLASTS
from data_access.vocabulary import measures
from data_access.vocabulary.answer import Answer
from data_access.vocabulary.fields.field import IN_UNIT
from data_access.vocabulary.frames import named_rows
from data_access.vocabulary.legend import Key
from data_access.vocabulary.measures import Measure
from data_access.vocabulary.selection import Selection
from data_access.vocabulary.shape import TALL
from data_access.vocabulary.states import MISSING, NOT_COLLECTED

FIRST = {OF_DISTRICTS: "legend.first_figure", OF_OBLASTS: "legend.first_figure.oblast"}
MIDDLES = {OF_DISTRICTS: "table.median", OF_OBLASTS: "table.median_oblast"}


def draw(answer: Answer, canvas: Canvas) -> Picture:
    """A strip per statistic, with the chosen district now and at its first figure."""
    words = canvas.words
    here = answer.frame[answer.frame["is_here"]]
    names = here[f"name_{words.language}"].drop_duplicates().tolist()
    others = words(f"legend.other_{_level(answer)}s" if names else f"legend.{_level(answer)}s")
    rows = [_strip(measure, rows, bool(names), words) for measure, rows in _by_measure(answer)]
    picture = strips.of_measures(rows, names, others, canvas)
    earlier = (Key("hollow", words(FIRST[_level(answer)])),) if here["first_value"].notna().any() or names else ()
    return Picture(picture.figure, (*picture.legend, *earlier))


def _level(answer: Answer) -> str:
    """What the rows are of: districts, or oblasts."""
    return str(answer.frame["level"].iloc[0])


def tabulate(answer: Answer, words: Words, selection: Selection) -> Table:
    """A row per statistic: of the chosen district its value, place and change; the middle and ends of all."""
    own = ("table.value", "table.place", "table.change_since") if selection.district else ()
    level = _level(answer)
    of_all = (MIDDLES[level], "table.lowest", "table.highest", f"table.{level}s")
    keys = ("table.measure", "table.year", "table.better", *own, *of_all)
    rows = tuple(_row(measure, rows, words, bool(own)) for measure, rows in _by_measure(answer))
    return Table(tuple(words(key) for key in keys), rows)


def say(answer: Answer, words: Words, selection: Selection) -> str:
    """In how many statistics the chosen district stands in the better half; how far the districts lie apart."""
    place = wording.place(answer, words)
    if not selection.district:
        measure, rows = next(_by_measure(answer))
        low, high = (_amount(value, measure, words) for value in (rows["value"].min(), rows["value"].max()))
        name, year = naming.of_measure(measure, words), str(rows["year"].iloc[0])
        key = "say.conditions.all_oblasts" if rows["level"].iloc[0] == OF_OBLASTS else "say.conditions.all"
        return words(key, measure=name, year=year, low=low, high=high)
    ranked_rows = answer.frame[answer.frame["place"].notna()]
    counts = ranked_rows.groupby("code")["place"].transform("count")
    here = ranked_rows.assign(half=(counts + 1) / 2)[ranked_rows["is_here"]]
    is_wider = _level(answer) == OF_OBLASTS
    if here.empty:
        return words("say.conditions.none", place=place)
    better = words.number(int((here["place"] < here["half"]).sum()))
    of = here[f"name_{words.language}"].iloc[0] if is_wider else place
    return words.plural(
        "say.conditions.of_oblast" if is_wider else "say.conditions", len(here), place=of, better=better
    )


def _by_measure(answer: Answer) -> Any:
    for code, rows in answer.frame.groupby("code", sort=False):
        yield measures.of_indicator(code, answer.indicators), rows


def _amount(value: float, measure: Measure, words: Words) -> str:
    return wording.amount(value, measure.unit, words, measure.places)


def _strip(measure: Measure, rows: Any, is_of_place: bool, words: Words) -> strips.Strip:
    """Of a chosen place also where it stands; one of which a statistic has no row was not asked about."""
    known_rows, here = rows.dropna(subset="value"), rows[rows["is_here"]]
    is_unasked = is_of_place and here.empty
    before = here["first_value"].dropna()
    names = known_rows[f"name_{words.language}"]
    return strips.Strip(
        name=f"{naming.of_measure(measure, words)}, {rows['year'].iloc[0]}",
        colour=theme.middle(measure.topic),
        values=known_rows["value"].tolist(),
        texts=[
            f"{name} · {_amount(row.value, measure, words)}"
            for name, row in zip(names, named_rows(known_rows), strict=True)
        ],
        choices=[f"district:{slug}" if slug else "" for slug in known_rows["slug"]],
        place_values=[None] if is_unasked else [None if value != value else float(value) for value in here["value"]],
        place_texts=[words(f"state.{NOT_COLLECTED}")]
        if is_unasked
        else [_standing_text(row, len(known_rows), measure, words) for row in named_rows(here)],
        note=words(f"direction.{rows['direction'].iloc[0]}"),
        before=None if before.empty else float(before.iloc[0]),
    )


def _standing_text(row: Any, count: int, measure: Measure, words: Words) -> str:
    value = wording.area_value(row, measure, words)
    return f"{value} · {_place(row, count, words)}" if row.place == row.place else value


def _place(row: Any, count: int, words: Words) -> str:
    return words("rank.from_best", rank=int(row.place), n=count)


def _row(measure: Measure, rows: Any, words: Words, has_own: bool) -> tuple[Cell, ...]:
    known_values = rows["value"].dropna()
    ends = known_values.median(), known_values.min(), known_values.max()
    own = _own(measure, rows, len(known_values), words) if has_own else ()
    return (
        Cell(naming.of_measure(measure, words), choice=f"measure:{measure.key}"),
        Cell(str(rows["year"].iloc[0])),
        Cell(words(f"direction.{rows['direction'].iloc[0]}")),
        *own,
        *(number(value, words, lambda end: _amount(end, measure, words)) for value in ends),
        number(len(known_values), words),
    )


def _own(measure: Measure, rows: Any, count: int, words: Words) -> tuple[Cell, ...]:
    row = next(iter(named_rows(rows[rows["is_here"]])), None)
    if row is None:
        return tuple(Cell(words(f"state.{NOT_COLLECTED}"), state=NOT_COLLECTED) for _ in range(3))
    return (
        Cell(wording.area_value(row, measure, words), state=row.state, is_number=row.value == row.value),
        Cell(_place_or_why_none(row, count, measure, words), state=row.state),
        _change(row, measure, words),
    )


def _place_or_why_none(row: Any, count: int, measure: Measure, words: Words) -> str:
    if row.value != row.value:
        return wording.state(row.state, measure, words)
    if row.place == row.place:
        return _place(row, count, words)
    return words("place.alone" if count == 1 else "place.unranked")


def _change(row: Any, measure: Measure, words: Words) -> Cell:
    """Against the first figure: in points of a share, else in the unit itself."""
    if row.value != row.value:
        return Cell(wording.state(row.state, measure, words), state=row.state)
    if row.first_value != row.first_value:
        return Cell(words("value.no_earlier"), state=MISSING)
    difference = words.signed_number(row.value - row.first_value, measure.places)
    return Cell(words("value.change_since", change=difference, year=int(row.first_year)))


PANEL = Panel(
    key="conditions_newest",
    topic="monitoring",
    shape=TALL,
    depends_on=PLACE_AND_PERIOD,
    read=partial(conditions.newest, OF_DISTRICTS),
    draw=draw,
    say=say,
    tabulate=tabulate,
    replies_to=partial(reply_targets.indicators, reply_targets.chosen_districts),
    columns={
        "code": Column(codes=("measure",)),
        "level": Column("district or oblast: what the rows are of"),
        "place": Column("Place from the better end, 1 for the best; empty where no end is the better one"),
        "is_here": Column("True: the chosen district, or its oblast"),
        "first_year": Column("Year of the first figure of the chosen place", empty=UNSTATED_KEY),
        "first_value": Column("First figure of the chosen place", unit=IN_UNIT, empty=UNSTATED_KEY),
    },
)
