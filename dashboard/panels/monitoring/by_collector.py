"""Who takes readings, and whether they agree."""

from functools import partial

from dashboard.figures import bars
from dashboard.figures.base import Canvas, Picture
from dashboard.figures.judgements import JUDGEMENTS, parts
from dashboard.panels import reply_targets
from dashboard.panels.panel import PLACE_AND_PERIOD, Column, Panel
from dashboard.text import Words, wording
from dashboard.text.table import Cell, Table, of_rows
from data_access.answers import stations
from data_access.vocabulary.answer import Answer
from data_access.vocabulary.selection import Selection
from data_access.vocabulary.shape import CHART

FEWEST_PAIRS = 4


def draw(answer: Answer, canvas: Canvas) -> Picture:
    """A bar for each kind of people who took readings, by judgement."""
    words, frame = canvas.words, answer.frame
    names = [words(f"collected_by.{code}") for code in frame["code"]]
    return bars.stacked_bars(names, parts(frame, words), canvas, lambda _row, length: words.number(length))


def tabulate(answer: Answer, words: Words, _selection: Selection) -> Table:
    """A row for each kind of people who took readings."""
    headers = {"code": words("table.collector"), **{key: words(f"judgement.{key}") for key in JUDGEMENTS}}
    return of_rows(answer.frame, headers, words, lambda row: Cell(words(f"collected_by.{row.code}")))


def say(answer: Answer, words: Words, _selection: Selection) -> str:
    """How often community and laboratory agreed, where both measured the same."""
    place, years = wording.place(answer, words), words.years(answer.span)
    pairs, agreements = int(answer.frame["pairs"].iloc[0]), int(answer.frame["agreeing"].iloc[0])
    if pairs < FEWEST_PAIRS:
        return words("say.agreement.few", place=place, years=years, pairs=words.number(pairs))
    share = words.percent(100 * agreements / pairs, 0)
    counts = {"pairs": words.number(pairs), "agreeing": words.number(agreements)}
    return words("say.agreement", place=place, years=years, share=share, **counts)


PANEL = Panel(
    key="readings_by_collector",
    topic="monitoring",
    shape=CHART,
    depends_on=(*PLACE_AND_PERIOD, "indicator"),
    read=stations.by_collector,
    draw=draw,
    say=say,
    tabulate=tabulate,
    replies_to=partial(reply_targets.readings, reply_targets.chosen_districts),
    columns={
        "code": Column(codes=("collected_by",)),
        "pairs": Column("Months in which community and laboratory both measured, the same in every row"),
        "agreeing": Column("Those of them in which the larger mean is at most twice the smaller one"),
    },
)
