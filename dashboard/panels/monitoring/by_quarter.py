"""Readings quarter by quarter, by judgement."""

from functools import partial

from dashboard.figures import columns
from dashboard.figures.base import Canvas, Picture
from dashboard.figures.judgements import COLOURS, JUDGEMENTS
from dashboard.panels import reply_targets
from dashboard.panels.panel import PLACE_AND_PERIOD, Panel
from dashboard.text import Words, wording
from dashboard.text.table import Cell, Table, of_rows
from data_access.answers import indicators
from data_access.vocabulary.answer import Answer
from data_access.vocabulary.selection import Selection
from data_access.vocabulary.shape import CHART


def draw(answer: Answer, canvas: Canvas) -> Picture:
    """Readings per quarter, stacked by judgement; quarters without readings stay empty."""
    words, frame = canvas.words, answer.frame
    series = [
        columns.Series(words(f"judgement.{key}"), colour, frame[key].tolist(), "/" if key == "cannot_tell" else "")
        for key, colour in zip(JUDGEMENTS, COLOURS, strict=True)
    ]
    writer = wording.writer("readings", words)
    return columns.by_quarter(answer, frame["quarter"].tolist(), series, canvas, words("unit.readings"), writer)


def tabulate(answer: Answer, words: Words, _selection: Selection) -> Table:
    """A row per quarter."""
    headers = {"quarter": words("table.quarter"), **{key: words(f"judgement.{key}") for key in JUDGEMENTS}}
    return of_rows(
        answer.frame, headers, words, lambda row: Cell(words.quarter(row.quarter), choice=f"period:{row.quarter.year}")
    )


def say(answer: Answer, words: Words, selection: Selection) -> str:
    """How many readings of the chosen period were beyond their limit, and how many cannot be judged."""
    chosen_rows = answer.frame[[selection.touches_quarter(quarter) for quarter in answer.frame["quarter"]]]
    counts = {key: int(chosen_rows[key].sum()) for key in JUDGEMENTS}
    judged_count = counts["ok"] + counts["near"] + counts["exceeds"]
    place, years = wording.measured_at(answer, words), words.years(answer.span)
    media_notes = [words(f"empty.none_{medium}") for medium in answer.extras["not_collected"]]
    if not judged_count:
        return " ".join([words("say.readings.none", place=place, years=years), *media_notes])
    sentence = words(
        "say.readings.judged",
        place=place,
        years=years,
        readings=words.plural("count.readings", judged_count),
        exceeding=words.number(counts["exceeds"]),
        share=words.percent(100 * counts["exceeds"] / judged_count),
        unjudged=words.plural("count.readings", counts["cannot_tell"]),
    )
    return " ".join([sentence, *media_notes])


PANEL = Panel(
    key="readings_by_quarter",
    topic="monitoring",
    shape=CHART,
    depends_on=(*PLACE_AND_PERIOD, "indicator"),
    read=indicators.judged_by_quarter,
    draw=draw,
    say=say,
    tabulate=tabulate,
    replies_to=partial(reply_targets.readings, reply_targets.chosen_districts),
)
