"""Districts beside each other, year by year."""

from collections.abc import Callable
from functools import partial

from dashboard.figures import beside
from dashboard.figures.base import Canvas, Picture, whole_span
from dashboard.panels import reply_targets
from dashboard.panels.panel import MONEY, PERIOD, Column, Panel
from dashboard.text import Words, instead, wording
from dashboard.text.table import Cell, Table, number
from data_access.answers import comparison
from data_access.vocabulary import languages, measures
from data_access.vocabulary.answer import Answer
from data_access.vocabulary.frames import named_rows
from data_access.vocabulary.selection import Selection
from data_access.vocabulary.shape import TALL
from data_access.vocabulary.source import incomplete_year
from data_access.vocabulary.states import MISSING, NOT_COLLECTED, WITHHELD


def draw(answer: Answer, canvas: Canvas) -> Picture:
    """Four lanes, one line for each chosen district in each."""
    words = canvas.words
    names = [names[words.language] for names in _names(answer).values()]
    lanes = [_lane(lane, answer, words) for lane in measures.LANE_UNITS if lane in set(answer.frame["lane"])]
    return beside.of_lanes(lanes, names, whole_span(answer), canvas)


def tabulate(answer: Answer, words: Words, _selection: Selection) -> Table:
    """A row per subject and year, a column per district."""
    names = _names(answer)
    headers = (
        words("table.subject"),
        words("table.year"),
        *(names_of_place[words.language] for names_of_place in names.values()),
    )
    wide = answer.frame.pivot(index=["lane", "year"], columns="slug", values="value")
    states = _states(answer)
    rows = [
        (
            Cell(_lane_title(lane, answer, words)),
            Cell(str(year), choice=f"period:{year}"),
            *(_cell((lane, year, slug), wide.at[(lane, year), slug], states, answer, words) for slug in names),
        )
        for lane in measures.LANE_UNITS
        for year in sorted({year for row_lane, year in wide.index if row_lane == lane}, reverse=True)
    ]
    return Table(headers, tuple(rows))


def say(answer: Answer, words: Words, _selection: Selection) -> str:
    """Which districts stand beside each other, over which years."""
    names = ", ".join(place_names[words.language] for place_names in _names(answer).values())
    return words("say.beside", places=names, years=words.years(whole_span(answer)))


def _names(answer: Answer) -> dict[str, dict[str, str]]:
    """Names by slug and language, in the order in which the districts were chosen."""
    rows = answer.frame.drop_duplicates("slug").to_dict("records")
    return {row["slug"]: languages.texts(row, "name") for row in rows}


def _lane(lane: str, answer: Answer, words: Words) -> beside.Lane:
    rows = answer.frame[(answer.frame["lane"] == lane) & answer.frame["value"].notna()]
    values, texts = [], []
    for slug, names in _names(answer).items():
        here = rows[rows["slug"] == slug]
        value_by_year = {int(row.year): float(row.value) for row in named_rows(here)}
        start = names[words.language]
        texts.append(
            {
                year: f"{start} · {year} · {_value_text(lane, value, answer, words)}"
                for year, value in value_by_year.items()
            }
        )
        values.append(value_by_year)
    return beside.Lane(_lane_title(lane, answer, words), values, texts, incomplete_year(answer.of_dataset(lane)))


def _lane_title(lane: str, answer: Answer, words: Words) -> str:
    """What the lane is of; where its name does not tell, with the unit."""
    unit = measures.lane_units(answer)[lane]
    if lane == "revenue":
        name = instead.money(answer, "key.revenue", words)
    else:
        name = words(f"key.{wording.lane(lane, answer)}")
    return name if unit == lane else f"{name}, {wording.unit(answer, unit, words)}"


def _value_text(lane: str, value: float, answer: Answer, words: Words) -> str:
    return wording.amount(value, measures.lane_units(answer)[lane], words, 1)


def _states(answer: Answer) -> Callable[[tuple[str, int, str]], str]:
    """What stands for a number (lane, year, slug) that is not there: a row without one says that it is withheld."""
    rows = answer.frame
    keys = set(zip(rows["lane"], rows["year"], rows["slug"], strict=True))
    lanes = {(lane, slug) for lane, _, slug in keys}
    return lambda at: WITHHELD if at in keys else MISSING if (at[0], at[2]) in lanes else NOT_COLLECTED


def _cell(
    at: tuple[str, int, str], value: float | None, states: Callable[..., str], answer: Answer, words: Words
) -> Cell:
    writer = partial(wording.full, unit=measures.lane_units(answer)[at[0]], words=words, places=1)
    if at[0] == "revenue" and at[2] in answer.terms.without_people:
        return Cell(words(instead.NO_PEOPLE), state=MISSING)
    return number(value, words, writer, state=states(at))


PANEL = Panel(
    key="compare_years",
    topic="compare",
    shape=TALL,
    depends_on=("district", "beside", *PERIOD, "stage", *MONEY),
    read=comparison.side_by_side,
    draw=draw,
    say=say,
    tabulate=tabulate,
    replies_to=reply_targets.lanes,
    columns={"value": Column(empty=WITHHELD)},
)
