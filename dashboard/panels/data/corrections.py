"""Which published figures were corrected: counted by source, then load by load."""

from typing import Any

from dashboard.figures import bars
from dashboard.figures.base import Canvas, Picture
from dashboard.panels import reply_targets
from dashboard.panels.data.changes import COLOURS
from dashboard.panels.data.source import marked_text
from dashboard.panels.panel import UNSTATED_KEY, Column, Panel
from dashboard.text import Words
from dashboard.text.table import Cell, Table, number
from data_access.answers import corrections
from data_access.vocabulary.answer import Answer
from data_access.vocabulary.frames import named_rows
from data_access.vocabulary.selection import Selection
from data_access.vocabulary.shape import REGISTER
from data_access.vocabulary.states import MISSING

# What stood there, by the column that counts it and the word for it.
KINDS = {"rows_changed": "corrected", "rows_removed": "removed"}
HEADERS = ("corrected_on", "source", "correction", "reason")


def draw(answer: Answer, canvas: Canvas) -> Picture:
    """A bar for each source: rows corrected and removed; where rows are not told, how many corrections."""
    words = canvas.words
    sources = answer.frame.fillna({"source_key": ""}).groupby("source_key", sort=False)
    counts = sources[[*KINDS]].sum()
    times, first = sources.size(), {key: named_rows(rows)[0] for key, rows in sources}
    parts = [bars.Part(words(f"change.{kind}"), COLOURS[kind], counts[name].tolist()) for name, kind in KINDS.items()]
    names = [_name(first[key], words).text for key in counts.index]

    def written(row: int, length: float) -> str:
        return words.number(length) if length else words.plural("count.corrections", int(times.iloc[row]))

    return bars.stacked_bars(names, parts, canvas, written)


def tabulate(answer: Answer, words: Words, _selection: Selection) -> Table:
    """When, of which source, what was corrected, how many rows, and why."""
    headers = (*(words(f"table.{name}") for name in HEADERS[:3]), *(words(f"change.{kind}") for kind in KINDS.values()))
    return Table((*headers, words("table.changes.reason")), tuple(_row(row, words) for row in answer.rows))


def say(answer: Answer, words: Words, _selection: Selection) -> str:
    """How many corrections there were, and the newest."""
    return words(
        "say.corrections",
        corrections=words.plural("count.corrections", len(answer.rows)),
        day=words.day(answer.rows[0].loaded_at),
        newest=sentence(answer.rows[0], words),
    )


def sentence(row: Any, words: Words) -> str:
    """What was corrected: source, rows where they are told, and why; also what the feed says of it."""
    counts = {
        kind: words.number(getattr(row, name))
        for name, kind in KINDS.items()
        if getattr(row, name) == getattr(row, name)
    }
    said = words("correction.counted", **counts) if len(counts) == len(KINDS) else words(f"load_note.{row.kind}")
    about = _name(row, words).text
    text = f"{about}: {said}" if about != said else said
    return f"{text} ({row.reason})" if row.reason else text


def _row(row: Any, words: Words) -> tuple[Cell, ...]:
    return (
        Cell(words.day(row.loaded_at), order=str(row.loaded_at)),
        _name(row, words)._replace(choice=f"source:{row.source_key}" if row.dataset else None),
        Cell(words(f"load_note.{row.kind}")),
        *(number(getattr(row, name), words, state=MISSING, otherwise="correction.untold") for name in KINDS),
        Cell(row.reason or words("change.no_reason")),
    )


def _name(row: Any, words: Words) -> Cell:
    """The title of the source; its key where it is here no longer; of a takedown what it is."""
    title = marked_text(row, "title", words)
    return title if title.text else Cell(row.source_key or words(f"load_note.{row.kind}"))


PANEL = Panel(
    key="data_corrections",
    topic="data",
    shape=REGISTER,
    depends_on=(),
    read=corrections.by_load,
    draw=draw,
    say=say,
    tabulate=tabulate,
    replies_to=reply_targets.no_codes,
    columns={
        "kind": Column(codes=("load_note",)),
        "rows_changed": Column(empty=UNSTATED_KEY),
        "rows_removed": Column(empty=UNSTATED_KEY),
    },
)
