"""How conflict incidents ended."""

from functools import partial

from dashboard.figures import bars, theme
from dashboard.figures.base import Canvas, Picture
from dashboard.panels import reply_targets
from dashboard.panels.panel import ABOUT, PLACE_AND_PERIOD, Column, Panel
from dashboard.text import Words, wording
from dashboard.text.table import Cell, Table, number
from data_access.answers import incidents
from data_access.vocabulary.answer import Answer
from data_access.vocabulary.selection import Selection
from data_access.vocabulary.shape import CHART
from data_access.vocabulary.states import MISSING

OUTCOMES = ("positive", "partial", "none", "unknown")


def draw(answer: Answer, canvas: Canvas) -> Picture:
    """A bar per group of documented outcomes."""
    words = canvas.words
    counts = _outcomes(answer)
    parts = [bars.Part(words("unit.incidents"), theme.middle("incidents"), list(counts.values()))]
    names = [words(f"outcome.{group}") for group in counts]
    return bars.stacked_bars(names, parts, canvas, lambda _row, length: words.number(length))


def tabulate(answer: Answer, words: Words, _selection: Selection) -> Table:
    """A row per group of outcomes."""
    rows = ((Cell(words(f"outcome.{group}")), number(count, words)) for group, count in _outcomes(answer).items())
    return Table((words("table.outcome"), words("unit.incidents")), tuple(rows))


def say(answer: Answer, words: Words, _selection: Selection) -> str:
    """How many incidents ended with something, and of how many that is not known."""
    counts = _outcomes(answer)
    return words(
        "say.outcome.counts",
        place=wording.place(answer, words),
        years=words.years(answer.span),
        incidents=words.plural("unit.incidents.amount", sum(counts.values())),
        **{group: words.number(count) for group, count in counts.items()},
    )


def _outcomes(answer: Answer) -> dict[str, int]:
    counts = dict(zip(answer.frame["code"], answer.frame["value"], strict=True))
    return {group: int(counts.get(group, 0)) for group in OUTCOMES}


PANEL = Panel(
    key="incidents_by_outcome",
    topic="incidents",
    shape=CHART,
    depends_on=(*PLACE_AND_PERIOD, *ABOUT),
    read=partial(incidents.by_code, "outcome_group"),
    draw=draw,
    say=say,
    tabulate=tabulate,
    replies_to=partial(reply_targets.cases, "incidents", reply_targets.chosen_districts),
    columns={"code": Column(codes=("outcome",)), "value": Column(empty=MISSING)},
)
