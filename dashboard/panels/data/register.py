"""All sources: who published what, how it was loaded and checked, how old it is."""

from typing import Any

from dashboard.figures import periods
from dashboard.figures.base import Canvas, Picture
from dashboard.panels import reply_targets
from dashboard.panels.data.source import bar, marked_text, period, rows
from dashboard.panels.panel import Column, Panel
from dashboard.text import Words
from dashboard.text.table import Cell, Table
from data_access.answers import sources
from data_access.vocabulary.answer import Answer
from data_access.vocabulary.legend import Key
from data_access.vocabulary.selection import Selection
from data_access.vocabulary.shape import REGISTER
from data_access.vocabulary.states import WITHHELD


def draw(answer: Answer, canvas: Canvas) -> Picture:
    """The period that each source covers."""
    bars = [bar(row, canvas.words) for row in answer.rows if row.newest_on]
    return periods.of_things(bars, canvas, [Key("expected", canvas.words("legend.expected"))])


def tabulate(answer: Answer, words: Words, _selection: Selection) -> Table:
    """A row per source."""
    names = ("subject", "source", "state", "period", "expected", "loaded", "read", "set_aside", "kind", "publisher")
    headers = tuple(words(f"table.{name}") for name in names)
    return Table(headers, tuple(_source(row, words) for row in answer.rows))


def say(answer: Answer, words: Words, _selection: Selection) -> str:
    """How many sources are late, on time, or promise nothing; of an edition, how many there are."""
    counts, total = answer.frame["timeliness"].value_counts(), words.plural("count.sources", len(answer.frame))
    if "dated" in counts:
        return words("say.register.dated", sources=total)
    return words(
        "say.register",
        sources=total,
        late=words.number(int(counts.get("late", 0))),
        on_time=words.number(int(counts.get("on_time", 0))),
        unknown=words.number(int(counts.get("unknown", 0))),
    )


def _source(row: Any, words: Words) -> tuple[Cell, ...]:
    return (
        Cell(words(f"topic.{row.dataset}")),
        marked_text(row, "title", words)._replace(choice=f"source:{row.source_key}"),
        Cell(words(f"timeliness.{row.timeliness}"), state=row.timeliness),
        Cell(period(row, words), order=str(row.newest_on or "")),
        Cell(
            words.day(row.expected_on) if row.expected_on else words("table.not_promised"),
            order=str(row.expected_on or ""),
        ),
        Cell(words.day(row.loaded_at), order=str(row.loaded_at)),
        rows(row.read_count, words),
        rows(row.set_aside_count, words),
        Cell(words(f"kind.{row.kind}")),
        marked_text(row, "publisher", words),
    )


PANEL = Panel(
    key="data_register",
    topic="data",
    shape=REGISTER,
    depends_on=(),
    read=sources.register,
    draw=draw,
    say=say,
    tabulate=tabulate,
    replies_to=reply_targets.no_codes,
    columns={
        "kind": Column(codes=("kind",)),
        "read_count": Column(empty=WITHHELD),
        "set_aside_count": Column(empty=WITHHELD),
    },
)
