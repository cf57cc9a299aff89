"""How evenly money is spread over people."""

from functools import partial
from typing import Any

from dashboard.figures import lorenz
from dashboard.figures.base import Canvas, Picture
from dashboard.panels import reply_targets
from dashboard.panels.panel import PLACE_AND_PERIOD, TERMS, Column, Panel
from dashboard.text import Words, wording
from dashboard.text.table import Cell, Table, number
from data_access.answers.revenue import fairness
from data_access.vocabulary.answer import Answer
from data_access.vocabulary.frames import named_rows
from data_access.vocabulary.selection import Selection
from data_access.vocabulary.shape import CHART
from data_access.vocabulary.states import MISSING

HALF = 50


def draw(answer: Answer, canvas: Canvas) -> Picture:
    """The share of the money that the people with the least of it get."""
    words = canvas.words
    points = [
        lorenz.Point(
            row.people_up_to,
            row.money_up_to,
            words("fairness.point", district=getattr(row, f"name_{words.language}"), **_shares(row, words)),
            f"district:{row.slug}",
            row.slug == canvas.selection.district,
        )
        for row in answer.rows
    ]
    axes, curves = (
        (words("fairness.people"), words("fairness.money")),
        (words("fairness.equal"), words("fairness.actual")),
    )
    names = (*axes, *curves)
    return lorenz.curve(points, names, canvas)


def tabulate(answer: Answer, words: Words, selection: Selection) -> Table:
    """A row per district, from the largest to the smallest part beside its people."""
    unit = wording.unit(answer, answer.terms.unit, words)
    keys = ("district", "residents", "people_share", "money", "money_share", "ratio")
    headers = tuple(words(f"table.{key}", unit=unit) for key in keys)
    rows = answer.frame.iloc[::-1]
    marked_rows = tuple(n for n, slug in enumerate(rows["slug"]) if slug == selection.district)
    return Table(headers, tuple(_row(row, words) for row in named_rows(rows)), marked_rows, "revenue")


def say(answer: Answer, words: Words, selection: Selection) -> str:
    """What an equal part would be, for the chosen district or for the half with the least."""
    frame = answer.frame
    values = {
        "years": wording.years(answer, words),
        "n": words.plural("count.districts", len(frame)),
        "gini": words.number(frame["gini"].iloc[0], 2),
    }
    here = frame[frame["slug"] == selection.district]
    if len(here):
        row = named_rows(here)[0]
        name = getattr(row, f"name_{words.language}")
        return words("say.fairness.district", **values, district=name, **_shares(row, words))
    if selection.district:
        return words("say.fairness.absent", **values, place=wording.place(answer, words))
    return words("say.fairness", **values, share=words.percent(money_of_lower_half(frame), 0))


def money_of_lower_half(frame: Any) -> float:
    """Percent of the money that goes to the half of the people who live where it is least per person."""
    before = frame[frame["people_up_to"] <= HALF]
    start, share = before.iloc[-1][["people_up_to", "money_up_to"]] if len(before) else (0.0, 0.0)
    next_row = frame.iloc[min(len(before), len(frame) - 1)]
    return float(share + (HALF - start) * next_row["ratio"])


def _shares(row: Any, words: Words) -> dict[str, str]:
    return {
        "people": words.percent(row.people_share),
        "money": words.percent(row.money_share),
        "ratio": words.number(row.ratio, 2),
    }


def _row(row: Any, words: Words) -> tuple[Cell, ...]:
    numbers = (
        number(row.residents, words),
        number(row.people_share, words, words.percent),
        number(row.value, words, words.number),
        number(row.money_share, words, words.percent),
        number(row.ratio, words, lambda ratio: words.number(ratio, 2)),
    )
    name = Cell(getattr(row, f"name_{words.language}"), choice=f"district:{row.slug}")
    return name, *numbers


PANEL = Panel(
    key="revenue_fairness",
    topic="revenue",
    shape=CHART,
    depends_on=(*PLACE_AND_PERIOD, "stage", "stream", "operator", *TERMS),
    read=fairness.shares,
    draw=draw,
    say=say,
    tabulate=tabulate,
    replies_to=partial(reply_targets.revenue, None, reply_targets.districts_of_rows),
    columns={
        "residents": Column("Residents, persons"),
        "people_share": Column("Share of all residents, percent", unit="percent"),
        "money_share": Column("Share of all money, percent", unit="percent"),
        "ratio": Column("Share of money to share of residents; 1 is equal"),
        "people_up_to": Column("Share of residents, summed up to this row, percent", unit="percent"),
        "money_up_to": Column("Share of money, summed up to this row, percent", unit="percent"),
        "gini": Column("Gini coefficient of money by residents, the same in every row"),
        "value": Column(empty=MISSING),
    },
    geometry="shape",
)
