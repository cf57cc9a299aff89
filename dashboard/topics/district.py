"""Panels about one district."""

from dashboard import measures, wording
from dashboard.answer import Answer
from dashboard.figures import strips, theme
from dashboard.figures.base import Canvas, Picture
from dashboard.selection import Selection
from dashboard.tables import Cell, Table
from dashboard.text import Words


def draw_standing(answer: Answer, canvas: Canvas) -> Picture:
    """A strip per measure, with the district among all others."""
    return strips.of_measures([_strip(key, rows, canvas.words) for key, rows in _measures(answer)], canvas)


def tabulate_standing(answer: Answer, words: Words, _selection: Selection) -> Table:
    """A row per measure: the district's value, its rank, the middle of all districts."""
    headers = tuple(words(f"table.{name}") for name in ("measure", "value", "rank", "median"))
    return Table(headers, tuple(_row(key, rows, words) for key, rows in _measures(answer)))


def say_standing(answer: Answer, words: Words, _selection: Selection) -> str:
    """The measure in which the district stands highest among the others."""
    here = answer.frame[answer.frame["is_here"] & (answer.frame["value"] > 0)]
    place, years = wording.place(answer, words), words.years(answer.years)
    if here.empty:
        return words("say.standing.none", place=place, years=years)
    first = here.sort_values("rank").iloc[0]
    known = answer.frame[(answer.frame["measure"] == first["measure"]) & answer.frame["rank"].notna()]
    return words(
        "say.standing",
        place=place,
        years=years,
        measure=words(f"measure.{first['measure']}"),
        rank=int(first["rank"]),
        n=len(known),
    )


def _measures(answer: Answer):
    for key, rows in answer.frame.groupby("measure", sort=False):
        yield measures.of_answer(measures.BY_KEY[key], answer), rows


def _strip(measure: measures.Measure, rows, words: Words) -> strips.Strip:
    known, here = rows.dropna(subset="value"), rows[rows["is_here"]].iloc[0]
    names = known[f"name_{words.language}"]
    return strips.Strip(
        name=words(f"measure.{measure.key}"),
        colour=theme.middle(measure.topic),
        values=known["value"].tolist(),
        texts=[f"{name} · {_value(row, measure, words)}" for name, row in zip(names, known.itertuples(), strict=True)],
        choices=[f"district:{slug}" for slug in known["slug"]],
        here=None if here["value"] != here["value"] else float(here["value"]),
        said=_said(here, len(known), measure, words),
    )


def _said(here, count: int, measure: measures.Measure, words: Words) -> str:
    value = _value(here, measure, words)
    # Many share a zero: it has no place among them.
    return f"{value} · {words('rank.of', rank=int(here['rank']), n=count)}" if here["value"] > 0 else value


def _value(row, measure: measures.Measure, words: Words) -> str:
    return wording.area_value(row, measure, words)


def _row(measure: measures.Measure, rows, words: Words) -> tuple[Cell, ...]:
    here, known = rows[rows["is_here"]].iloc[0], rows["value"].dropna()
    rank = words("rank.of", rank=int(here["rank"]), n=len(known)) if here["value"] > 0 else ""
    median = wording.amount(float(known.median()), measure.unit, words, measure.places) if len(known) else ""
    return (
        Cell(words(f"measure.{measure.key}")),
        Cell(_value(here, measure, words), state=here["state"]),
        Cell(rank),
        Cell(median),
    )
