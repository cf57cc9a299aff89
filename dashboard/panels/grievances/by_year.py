"""Grievances year by year: counts only, some of them withheld."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from dashboard.figures import balance, theme
from dashboard.figures.base import Canvas, Picture
from dashboard.panels import reply_targets
from dashboard.panels.panel import PLACE_AND_PERIOD, Column, Panel
from dashboard.text import Words, wording
from dashboard.text.table import Cell, Table, number
from data_access.answers import grievances
from data_access.vocabulary.answer import Answer
from data_access.vocabulary.selection import Selection
from data_access.vocabulary.shape import CHART
from data_access.vocabulary.states import WITHHELD

COUNTS = ("received_count", "closed_count", "open_count")


def draw(answer: Answer, canvas: Canvas) -> Picture:
    """Grievances received in each year, of the country also closed, and open at its end; what is withheld is dotted."""
    words, frame = canvas.words, answer.frame
    dark, _, middle, light, _ = theme.shades("grievances", 5)
    counts = [
        balance.Count(
            words(f"grievance.{name}"), colour, dict(zip(frame["year"], frame[name].astype(float), strict=True))
        )
        for name, colour in zip(COUNTS, (light, middle, dark), strict=True)
        if name in frame
    ]
    return balance.by_year(answer, counts, canvas, words("unit.grievances"), wording.writer("grievances", words))


def tabulate(answer: Answer, words: Words, _selection: Selection) -> Table:
    """A row per year; withheld counts say so."""
    counts = [name for name in COUNTS if name in answer.frame]
    headers = (words("table.year"), *(words(f"grievance.{name}") for name in counts))
    return Table(headers, tuple(_year(row, counts, words) for row in answer.rows))


def say(answer: Answer, words: Words, _selection: Selection) -> str:
    """Received and closed in the chosen years, open at the end of the last, and how many years are withheld."""
    chosen_rows = answer.frame[answer.frame["year"].between(*answer.span)]
    known_rows = chosen_rows.dropna(subset="received_count")
    values: dict[str, object] = {"place": wording.place(answer, words), "years": words.years(answer.span)}
    if known_rows.empty:
        return words("say.grievances.none" if chosen_rows.empty else "say.grievances.withheld", **values)
    values["received"] = words.number(int(known_rows["received_count"].sum()))
    count_withheld = len(chosen_rows) - len(known_rows)
    left_out = [words.plural("say.grievances.hidden_years", count_withheld)] if count_withheld else []
    if "open_count" not in chosen_rows:
        return " ".join([words("say.grievances.received", **values), *left_out])
    last = chosen_rows.loc[chosen_rows["year"] == answer.span[1], "open_count"].dropna()
    values |= {
        "closed": _sum(known_rows["closed_count"], words),
        "year": answer.span[1],
        "open": words("state.withheld") if last.empty else words.number(int(last.iloc[0])),
    }
    return " ".join([words("say.grievances.counted", **values), *left_out])


def _sum(counts: Any, words: Words) -> str:
    """Of what is shown; where a part is withheld, at least so many."""
    known_counts = counts.dropna()
    if known_counts.empty:
        return words("state.withheld")
    total = words.number(int(known_counts.sum()))
    return words.least(total, len(known_counts) < len(counts))


def _year(row: Any, counts: Sequence[str], words: Words) -> tuple[Cell, ...]:
    return (
        Cell(str(row.year), choice=f"period:{row.year}"),
        *(number(getattr(row, name), words, state=WITHHELD) for name in counts),
    )


PANEL = Panel(
    key="grievances_by_year",
    topic="grievances",
    shape=CHART,
    depends_on=PLACE_AND_PERIOD,
    read=grievances.by_year,
    draw=draw,
    say=say,
    tabulate=tabulate,
    replies_to=partial(reply_targets.all_cases, "grievances", reply_targets.chosen_districts),
    columns={
        "received_count": Column(empty=WITHHELD),
        "closed_count": Column(empty=WITHHELD),
        "open_count": Column(empty=WITHHELD),
    },
)
