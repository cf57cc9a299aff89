"""Panels about one district, or a few of them, among all others."""

from typing import Any

from dashboard.figures import strips, theme
from dashboard.figures.base import Canvas, Picture
from dashboard.panels import reply_targets
from dashboard.panels.panel import MONEY, PLACE_AND_PERIOD, Panel
from dashboard.text import Words, naming, wording
from dashboard.text.table import Cell, Table
from data_access.answers import measure_values
from data_access.vocabulary import measures
from data_access.vocabulary.answer import Answer
from data_access.vocabulary.frames import named_rows
from data_access.vocabulary.reply import ReplyTargets
from data_access.vocabulary.selection import Selection
from data_access.vocabulary.shape import LONG
from data_access.vocabulary.states import MISSING


def draw(answer: Answer, canvas: Canvas) -> Picture:
    """A strip per measure, with the chosen districts among all others."""
    words = canvas.words
    names = _chosen_rows(answer.frame)[f"name_{words.language}"].tolist()
    others = words("legend.other_districts" if names else "legend.districts")
    return strips.of_measures(
        [_strip(measure, rows, words) for measure, rows in _measures(answer)], names, others, canvas
    )


def tabulate(answer: Answer, words: Words, _selection: Selection) -> Table:
    """A row per measure: value and rank of each chosen district, the middle of all districts."""
    names = _chosen_rows(answer.frame)[f"name_{words.language}"].tolist()
    headers = (words("table.measure"), *names, words("table.median"))
    return Table(headers, tuple(_row(measure, rows, words) for measure, rows in _measures(answer)))


def say(answer: Answer, words: Words, _selection: Selection) -> str:
    """The measure in which the first chosen district stands highest among the others."""
    counts = answer.frame.groupby("measure")["value"].transform("count")
    here = answer.frame[(answer.frame["here"] == 0) & (answer.frame["value"] > 0) & (counts > 1)]
    place = wording.place(answer, words)
    if here.empty:
        return words("say.standing.none", place=place, years=words.years(answer.span))
    first = here.sort_values("rank").iloc[0]
    ranked_rows = answer.frame[(answer.frame["measure"] == first["measure"]) & answer.frame["rank"].notna()]
    return words(
        "say.standing",
        place=place,
        years=words.years((int(first["from_year"]), int(first["to_year"]))),
        measure=naming.of_measure(measures.of_answer(measures.of(first["measure"]), answer), words),
        rank=int(first["rank"]),
        n=len(ranked_rows),
    )


def _measures(answer: Answer) -> Any:
    for key, rows in answer.frame.groupby("measure", sort=False):
        yield measures.of_answer(measures.of(key), answer), rows


def _chosen_rows(rows: Any) -> Any:
    """One row for each chosen district, in their order."""
    return rows.dropna(subset="here").drop_duplicates("here").sort_values("here")


def _strip(measure: measures.Measure, rows: Any, words: Words) -> strips.Strip:
    known_rows, chosen_rows = rows.dropna(subset="value"), _chosen_rows(rows)
    names = known_rows[f"name_{words.language}"]
    return strips.Strip(
        name=_name(measure, rows, words),
        colour=theme.middle(measure.topic),
        values=known_rows["value"].tolist(),
        texts=[
            f"{name} · {_value(row, measure, words)}" for name, row in zip(names, named_rows(known_rows), strict=True)
        ],
        choices=[f"district:{slug}" for slug in known_rows["slug"]],
        place_values=[None if value != value else float(value) for value in chosen_rows["value"]],
        place_texts=[_standing_text(row, len(known_rows), measure, words) for row in named_rows(chosen_rows)],
    )


def _standing_text(row: Any, count: int, measure: measures.Measure, words: Words) -> str:
    value = _value(row, measure, words)
    # Many share a zero: it has no place among them.
    return " · ".join([value, *wording.rank(row.rank, count, words)]) if row.value > 0 else value


def _value(row: Any, measure: measures.Measure, words: Words) -> str:
    return wording.area_value(row, measure, words)


def _row(measure: measures.Measure, rows: Any, words: Words) -> tuple[Cell, ...]:
    known_values = rows["value"].dropna()
    chosen_cells = (
        Cell(_standing_text(row, len(known_values), measure, words), state=row.state)
        for row in named_rows(_chosen_rows(rows))
    )
    return (Cell(_name(measure, rows, words)), *chosen_cells, _middle(known_values, measure, words))


def _middle(known_values: Any, measure: measures.Measure, words: Words) -> Cell:
    """The middle of the districts with a figure, and how many these are."""
    if known_values.empty:
        return Cell(words("state.missing"), state=MISSING)
    median = wording.amount(float(known_values.median()), measure.unit, words, measure.places)
    return Cell(f"{median} · {words.plural('count.districts', len(known_values))}")


def _name(measure: measures.Measure, rows: Any, words: Words) -> str:
    """The measure, and the years that its numbers are of: they differ from measure to measure."""
    years = words.years((int(rows["from_year"].iloc[0]), int(rows["to_year"].iloc[0])))
    return f"{naming.of_measure(measure, words)}, {years}"


def replies_to(answer: Answer, selection: Selection) -> ReplyTargets:
    """Every measure of the chosen districts, and these as a whole."""
    districts, keys = (
        reply_targets.chosen_districts(answer, selection),
        reply_targets.codes_of_column("measure", answer),
    )
    targets = (reply_targets.of_measure(key, answer.span, districts, selection) for key in keys)
    return ReplyTargets(figures=tuple(targets), districts=districts)


PANEL = Panel(
    key="district_standing",
    topic="district",
    shape=LONG,
    depends_on=(*PLACE_AND_PERIOD, "stage", *MONEY),
    read=measure_values.standing,
    draw=draw,
    say=say,
    tabulate=tabulate,
    replies_to=replies_to,
)
