"""Two measures against each other."""

from functools import partial
from typing import Any

from dashboard.figures import scatter, theme
from dashboard.figures.base import Canvas, Picture
from dashboard.panels import reply_targets
from dashboard.panels.panel import MONEY, PERIOD, UNSTATED_KEY, Column, Panel
from dashboard.text import Words, naming, wording
from dashboard.text.table import Cell, Table, number
from data_access.answers import comparison
from data_access.vocabulary import measures
from data_access.vocabulary.answer import Answer
from data_access.vocabulary.facets import effective_value
from data_access.vocabulary.frames import named_rows
from data_access.vocabulary.reply import ReplyTargets
from data_access.vocabulary.selection import Selection
from data_access.vocabulary.shape import TALL

_INTERVAL = {"rho": "rho", "low": "rho_low", "high": "rho_high"}


def draw(answer: Answer, canvas: Canvas) -> Picture:
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
            f"{name} · {naming.of_measure(x, words)}: {_amount(row.x, x, words)} · {_amount(row.y, y, words)}"
            for name, row in zip(names, named_rows(frame), strict=True)
        ],
        [f"beside:{slug}" for slug in frame["slug"]],
        frame["slug"].isin(selection.districts).tolist(),
    )
    titles = (_title(answer, "x", x, words), _title(answer, "y", y, words))
    return scatter.of_districts(dots, *titles, theme.middle(y.topic), canvas)


def tabulate(answer: Answer, words: Words, selection: Selection) -> Table:
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
        for row in named_rows(frame)
    )
    return Table(headers, rows, tuple(n for n, slug in enumerate(frame["slug"]) if slug in selection.districts))


def say(answer: Answer, words: Words, selection: Selection) -> str:
    """Whether the two go together, of how many districts, and how sure one can be; never why."""
    row = answer.frame.iloc[0]
    x, y = (naming.of_measure(measure, words) for measure in _measures(answer, selection))
    values = {"districts": words.plural("count.all_districts", len(answer.frame)), "x": x, "y": y}
    return f"{words(f'say.pairs.{_verdict(answer, row)}', **values, **_interval(row, words))}{_left_out(row, words)}"


def _verdict(answer: Answer, row: Any) -> str:
    if answer.is_synthetic:
        return "example"
    if row["rho"] != row["rho"]:
        return "few"
    return "together" if row["rho_low"] > 0 else "opposite" if row["rho_high"] < 0 else "unclear"


def _interval(row: Any, words: Words) -> dict[str, str]:
    return {name: words.signed_number(row[column], 2) for name, column in _INTERVAL.items() if row["rho"] == row["rho"]}


def _left_out(row: Any, words: Words) -> str:
    count = int(row["withheld_count"])
    return f" {words.plural('say.pairs.withheld', count)}" if count else ""


def _measures(answer: Answer, selection: Selection) -> tuple[measures.Measure, measures.Measure]:
    x, y = (measures.of_answer(measures.of(effective_value(selection, key)), answer) for key in ("x", "y"))
    return x, y


def _amount(value: float, measure: measures.Measure, words: Words) -> str:
    return wording.amount(value, measure.unit, words, measure.places)


def _title(answer: Answer, axis: str, measure: measures.Measure, words: Words) -> str:
    """Measure, unit and years: with a lag the two axes are of different years."""
    row = answer.frame.iloc[0]
    years = words.years((int(row[f"{axis}_first"]), int(row[f"{axis}_last"])))
    return f"{naming.of_measure(measure, words)}, {wording.unit(answer, measure.unit, words)}, {years}"


def replies_to(answer: Answer, selection: Selection) -> ReplyTargets:
    """Both measures, each over its own years."""
    first, districts = answer.rows[0], reply_targets.districts_of_rows(answer, selection)
    spans = {axis: (int(getattr(first, f"{axis}_first")), int(getattr(first, f"{axis}_last"))) for axis in ("x", "y")}
    return reply_targets.figures(
        *(
            reply_targets.of_measure(effective_value(selection, axis), span, districts, selection)
            for axis, span in spans.items()
        )
    )


PANEL = Panel(
    key="compare_pairs",
    topic="compare",
    shape=TALL,
    depends_on=("district", "beside", *PERIOD, "stage", *MONEY, "x", "y", "lag"),
    read=comparison.pairs,
    draw=draw,
    say=say,
    tabulate=tabulate,
    replies_to=replies_to,
    columns={
        "x": Column("Number across: the measure x of the address, in the unit of x_unit"),
        "y": Column("Number up: the measure y of the address, in the unit of y_unit"),
        "x_first": Column("First year of x"),
        "x_last": Column("Last year of x"),
        "y_first": Column("First year of y"),
        "y_last": Column("Last year of y"),
        "rho": Column("Spearman's rank correlation, the same in every row", empty=UNSTATED_KEY),
        "rho_low": Column("Lower end of its 95 % interval", empty=UNSTATED_KEY),
        "rho_high": Column("Upper end of its 95 % interval", empty=UNSTATED_KEY),
        "withheld_count": Column(
            "Districts left out because a number of theirs, or part of it, is withheld", unit="districts"
        ),
    },
)
