"""Panels that set measures against each other and districts beside each other."""

from collections.abc import Callable
from functools import partial

from dashboard import instead, measures, wording
from dashboard.answer import MISSING, NOT_COLLECTED, WITHHELD, Answer, incomplete_year
from dashboard.facets import held
from dashboard.figures import beside, scatter, theme
from dashboard.figures.base import Canvas, Picture
from dashboard.selection import Selection
from dashboard.tables import Cell, Table, number
from dashboard.text import LANGUAGES, Words


def draw_pairs(answer: Answer, canvas: Canvas) -> Picture:
    """Every district with both measures as a dot."""
    words, frame, selection = canvas.words, answer.frame, canvas.selection
    x, y = _measures(answer, selection)
    names = frame[f"name_{words.language}"]
    dots = scatter.Dots(
        frame["x"].tolist(),
        frame["y"].tolist(),
        frame["population"].tolist(),
        names.tolist(),
        [
            f"{name} · {words(f'measure.{x.key}')}: {_amount(row.x, x, words)} · {_amount(row.y, y, words)}"
            for name, row in zip(names, frame.itertuples(), strict=True)
        ],
        [f"beside:{slug}" for slug in frame["slug"]],
        frame["slug"].isin(selection.districts).tolist(),
    )
    titles = (_title(answer, "x", x, words), _title(answer, "y", y, words))
    return scatter.of_districts(dots, *titles, theme.middle(y.topic), canvas)


def tabulate_pairs(answer: Answer, words: Words, selection: Selection) -> Table:
    """A row per district with both measures, the highest of the first one on top."""
    x, y = _measures(answer, selection)
    frame = answer.frame.sort_values("x", ascending=False, ignore_index=True)
    headers = (words("table.district"), _title(answer, "x", x, words), _title(answer, "y", y, words))
    rows = tuple(
        (
            Cell(getattr(row, f"name_{words.language}"), choice=f"beside:{row.slug}"),
            number(row.x, words, partial(wording.full, unit=x.unit, words=words, places=x.places)),
            number(row.y, words, partial(wording.full, unit=y.unit, words=words, places=y.places)),
        )
        for row in frame.itertuples()
    )
    return Table(headers, rows, tuple(n for n, slug in enumerate(frame["slug"]) if slug in selection.districts))


def say_pairs(answer: Answer, words: Words, selection: Selection) -> str:
    """Whether the two go together, of how many districts, and how sure one can be; never why."""
    row = answer.frame.iloc[0]
    x, y = (words(f"measure.{measure.key}") for measure in _measures(answer, selection))
    known = {"districts": words.plural("count.all_districts", len(answer.frame)), "x": x, "y": y}
    return f"{words(f'say.pairs.{_verdict(answer, row)}', **known, **_interval(row, words))}{_left_out(row, words)}"


def _verdict(answer: Answer, row) -> str:
    if answer.is_synthetic:
        return "example"
    if row["rho"] != row["rho"]:
        return "few"
    return "together" if row["rho_low"] > 0 else "opposite" if row["rho_high"] < 0 else "unclear"


def _interval(row, words: Words) -> dict[str, str]:
    return {name: words.signed(row[column], 2) for name, column in _INTERVAL.items() if row["rho"] == row["rho"]}


def _left_out(row, words: Words) -> str:
    count = int(row["withheld_count"])
    return f" {words.plural('say.pairs.withheld', count)}" if count else ""


def draw_side_by_side(answer: Answer, canvas: Canvas) -> Picture:
    """Four lanes, one line for each chosen district in each."""
    words = canvas.words
    names = [names[words.language] for names in _names(answer).values()]
    lanes = [_lane(lane, answer, words) for lane in measures.LANE_UNITS if lane in set(answer.frame["lane"])]
    return beside.of_lanes(lanes, names, answer.known, canvas)


def tabulate_side_by_side(answer: Answer, words: Words, _selection: Selection) -> Table:
    """A row per subject and year, a column per district."""
    names = _names(answer)
    headers = (words("table.subject"), words("table.year"), *(found[words.language] for found in names.values()))
    wide = answer.frame.pivot(index=["lane", "year"], columns="slug", values="value")
    states = _states(answer)
    rows = [
        (
            Cell(_lane_title(lane, answer, words)),
            Cell(str(year), choice=f"period:{year}"),
            *(_cell((lane, year, slug), wide.at[(lane, year), slug], states, answer, words) for slug in names),
        )
        for lane in measures.LANE_UNITS
        for year in sorted({year for found, year in wide.index if found == lane}, reverse=True)
    ]
    return Table(headers, tuple(rows))


def say_side_by_side(answer: Answer, words: Words, _selection: Selection) -> str:
    """Which districts stand beside each other, over which years."""
    names = ", ".join(found[words.language] for found in _names(answer).values())
    return words("say.beside", places=names, years=words.years(answer.known))


_INTERVAL = {"rho": "rho", "low": "rho_low", "high": "rho_high"}


def _measures(answer: Answer, selection: Selection) -> tuple[measures.Measure, measures.Measure]:
    x, y = (measures.of_answer(measures.BY_KEY[held(selection, key)], answer) for key in ("x", "y"))
    return x, y


def _amount(value: float, measure: measures.Measure, words: Words) -> str:
    return wording.amount(value, measure.unit, words, measure.places)


def _title(answer: Answer, axis: str, measure: measures.Measure, words: Words) -> str:
    """Measure, unit and years: with a lag the two axes are of different years."""
    row = answer.frame.iloc[0]
    years = words.years((int(row[f"{axis}_first"]), int(row[f"{axis}_last"])))
    return f"{words(f'measure.{measure.key}')}, {wording.unit(answer, measure.unit, words)}, {years}"


def _names(answer: Answer) -> dict[str, dict[str, str]]:
    """Names by slug and language, in the order in which the districts were chosen."""
    rows = answer.frame.drop_duplicates("slug").to_dict("records")
    return {row["slug"]: {code: row[f"name_{code}"] for code in LANGUAGES} for row in rows}


def _lane(lane: str, answer: Answer, words: Words) -> beside.Lane:
    rows = answer.frame[(answer.frame["lane"] == lane) & answer.frame["value"].notna()]
    values, texts = [], []
    for slug, names in _names(answer).items():
        here = rows[rows["slug"] == slug]
        found = {int(row.year): float(row.value) for row in here.itertuples()}
        start = names[words.language]
        texts.append({year: f"{start} · {year} · {_said(lane, value, answer, words)}" for year, value in found.items()})
        values.append(found)
    return beside.Lane(_lane_title(lane, answer, words), values, texts, incomplete_year(answer.of_dataset(lane)))


def _lane_title(lane: str, answer: Answer, words: Words) -> str:
    """What the lane is of; where its name does not tell, with the unit."""
    unit = measures.lane_units(answer)[lane]
    if lane == "revenue":
        name = instead.money(answer, "key.revenue", words)
    else:
        name = words(f"key.{wording.lane(lane, answer)}")
    return name if unit == lane else f"{name}, {wording.unit(answer, unit, words)}"


def _said(lane: str, value: float, answer: Answer, words: Words) -> str:
    return wording.amount(value, measures.lane_units(answer)[lane], words, 1)


def _states(answer: Answer) -> Callable[[tuple[str, int, str]], str]:
    """What stands for a number (lane, year, slug) that is not there: a row without one says that it is withheld."""
    rows = answer.frame
    told = set(zip(rows["lane"], rows["year"], rows["slug"], strict=True))
    lanes = {(lane, slug) for lane, _, slug in told}
    return lambda at: WITHHELD if at in told else MISSING if (at[0], at[2]) in lanes else NOT_COLLECTED


def _cell(
    at: tuple[str, int, str], value: float | None, states: Callable[..., str], answer: Answer, words: Words
) -> Cell:
    written = partial(wording.full, unit=measures.lane_units(answer)[at[0]], words=words, places=1)
    if at[0] == "revenue" and at[2] in answer.money.without_people:
        return Cell(words(instead.NO_PEOPLE), state=MISSING)
    return number(value, words, written, state=states(at))
