"""Whether glaciers become larger or smaller, year by year: the range of those in the place, and the middle one."""

from functools import partial
from typing import Any

from dashboard.figures import spread
from dashboard.figures.base import Canvas, Picture
from dashboard.panels import reply_targets
from dashboard.panels.panel import PLACE_AND_PERIOD, Column, Panel
from dashboard.text import Words, naming, wording
from dashboard.text.table import Cell, Table, number
from data_access.answers import stations
from data_access.vocabulary.answer import Answer
from data_access.vocabulary.selection import Selection
from data_access.vocabulary.shape import CHART
from data_access.vocabulary.states import MISSING, VALUE


def draw(answer: Answer, canvas: Canvas) -> Picture:
    """A column from the lowest to the highest glacier of each year, a dash at the middle; of the chosen one a line."""
    words, frame = canvas.words, answer.frame
    names = [words("legend.range_of.glacier"), words("legend.middle.glacier")]
    here = frame[frame["is_here"]]
    if len(here):
        names.append(here[f"name_{words.language}"].iloc[0])
    by_year = dict(list(frame.groupby("year")))
    years = range(int(frame["year"].min()), int(frame["year"].max()) + 1)
    unit = naming.unit(answer, frame["code"].iloc[0], words)
    return spread.by_year(
        [_year(year, by_year.get(year), answer, words) for year in years], (), tuple(names), unit, canvas
    )


def _year(year: int, rows: Any, answer: Answer, words: Words) -> spread.Year:
    if rows is None:
        return spread.Year(year, None, None, None, None, MISSING, str(year))
    values, here = rows["value"], rows.loc[rows["is_here"], "value"]
    low, median, high = float(values.min()), float(values.median()), float(values.max())
    change_text = words(
        "value.spread",
        median=_change_text(median, answer, words),
        low=_change_text(low, answer, words),
        high=_change_text(high, answer, words),
    )
    text = f"{year} · {words.plural('count.glaciers', len(rows))} · {change_text}"
    return spread.Year(year, low, median, high, float(here.iloc[0]) if len(here) else None, VALUE, text)


def tabulate(answer: Answer, words: Words, _selection: Selection) -> Table:
    """Years down, glaciers across; an empty year of a glacier has no measurement."""
    frame, name = answer.frame, f"name_{words.language}"
    wide = frame.pivot_table(index="year", columns=name, values="value").sort_index(ascending=False)
    names = sorted(wide.columns, key=words.sort_key)
    writer = words.signed_number
    rows = tuple(
        (Cell(str(int(year)), choice=f"period:{int(year)}"), *(number(row[one], words, writer) for one in names))
        for year, row in wide.iterrows()
    )
    return Table((words("table.year"), *names), rows)


def say(answer: Answer, words: Words, selection: Selection) -> str:
    """In how many years the middle glacier became smaller, and the newest year."""
    chosen_rows = answer.frame[answer.frame["year"].between(*answer.span)]
    place = wording.place(answer, words)
    place = words("place.around_site", site=place) if selection.site else place
    count = words.plural("count.glaciers", chosen_rows["station_id"].nunique())
    values = {"place": place, "years": words.years(answer.span), "glaciers": count}
    if chosen_rows.empty:
        return words("say.glaciers.none", **values)
    middle = chosen_rows.groupby("year")["value"].median()
    last = int(middle.index[-1])
    return words(
        "say.glaciers",
        **values,
        down=words.number(int((middle < 0).sum())),
        n=words.number(len(middle)),
        year=last,
        value=_change_text(float(middle.iloc[-1]), answer, words),
    )


def _change_text(value: float, answer: Answer, words: Words) -> str:
    unit = naming.unit(answer, answer.frame["code"].iloc[0], words)
    return f"{words.signed_number(value)} {unit}"


PANEL = Panel(
    key="glacier_balance",
    topic="monitoring",
    shape=CHART,
    depends_on=(*PLACE_AND_PERIOD, "site", "station"),
    read=stations.by_year,
    draw=draw,
    say=say,
    tabulate=tabulate,
    replies_to=partial(reply_targets.indicators, reply_targets.chosen_districts),
    columns={
        "code": Column(codes=("indicator",)),
        "value": Column(empty=MISSING),
        "is_here": Column("True: what is chosen"),
    },
)
