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
    chosen = answer.frame[answer.frame["year"].between(*answer.span)]
    shown = chosen.dropna(subset="received_count")
    known: dict[str, object] = {"place": wording.place(answer, words), "years": words.years(answer.span)}
    if shown.empty:
        return words("say.grievances.none" if chosen.empty else "say.grievances.withheld", **known)
    known["received"] = words.number(int(shown["received_count"].sum()))
    hidden = len(chosen) - len(shown)
    left_out = [words.plural("say.grievances.hidden_years", hidden)] if hidden else []
    if "open_count" not in chosen:
        return " ".join([words("say.grievances.received", **known), *left_out])
    last = chosen.loc[chosen["year"] == answer.span[1], "open_count"].dropna()
    known |= {
        "closed": _sum(shown["closed_count"], words),
        "year": answer.span[1],
        "open": words("state.withheld") if last.empty else words.number(int(last.iloc[0])),
    }
    return " ".join([words("say.grievances.counted", **known), *left_out])


def _sum(counts: Any, words: Words) -> str:
    """Of what is shown; where a part is withheld, at least so many."""
    known = counts.dropna()
    if known.empty:
        return words("state.withheld")
    total = words.number(int(known.sum()))
    return total if len(known) == len(counts) else words("value.at_least", value=total)


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
