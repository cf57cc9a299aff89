"""What the newest figures have changed of an edition: counted by data set, then row by row."""

from datetime import date
from typing import Any

from dashboard.figures import bars, theme
from dashboard.figures.base import Canvas, Picture
from dashboard.panels import reply_targets
from dashboard.panels.panel import Column, Panel
from dashboard.text import Words
from dashboard.text.table import Cell, Table
from data_access.answers import changes
from data_access.vocabulary.answer import Answer
from data_access.vocabulary.codes import FAMILIES
from data_access.vocabulary.selection import Selection
from data_access.vocabulary.shape import TALL
from data_access.vocabulary.states import VALUE, ZERO

# Rows of the table on a page; the file has them all.
MOST_ROWS = 100
KINDS = ("added", "corrected", "removed")
COLOURS = {"added": theme.COMPARISON_COLOURS[2], "corrected": theme.PATTERN, "removed": theme.COMPARISON_COLOURS[1]}
REMOVAL_KINDS = ("unpublished", "taken_down")
# Changes of which no row is told, only that there were some.
UNTOLD = (*REMOVAL_KINDS, "republished")
# Families of texts of codes that mean something else elsewhere.
OWN = {
    "state": ("due",),
    "status": ("site_status",),
    "kind": ("site_kind",),
    "confidence": ("confidence",),
}
TEXT_FAMILIES = FAMILIES | OWN
# Columns that tell a machine more than a reader.
UNSAID = frozenset({"averaging", "recon_status"})


def draw(answer: Answer, canvas: Canvas) -> Picture:
    """A bar for each data set: rows added, corrected and removed; of counts of people, that there are new ones."""
    words, counts_by_dataset = canvas.words, counts(answer)
    parts = [
        bars.Part(
            words(f"change.{kind}"), COLOURS[kind], [of_dataset[kind] for of_dataset in counts_by_dataset.values()]
        )
        for kind in KINDS
    ]
    names = [words(f"dataset.{name}") for name in counts_by_dataset]
    return bars.stacked_bars(
        names, parts, canvas, lambda _row, length: words.number(length) if length else words("change.republished")
    )


def say(answer: Answer, words: Words, _selection: Selection) -> str:
    """How many rows came, were corrected and went, and how many data sets stay as they were."""
    all_counts = counts(answer).values()
    texts = {kind: words.number(sum(of_dataset[kind] for of_dataset in all_counts)) for kind in KINDS}
    sentence = words("say.changes", datasets=words.plural("count.datasets", len(all_counts)), **texts)
    limit_text = words("say.changes.listed", count=words.number(MOST_ROWS)) if len(answer.rows) > MOST_ROWS else ""
    return " ".join(filter(None, (sentence, *_summaries(answer, words), limit_text)))


def tabulate(answer: Answer, words: Words, _selection: Selection) -> Table:
    """The first changes, data set by data set: what it is about, what stood there, what stands there, and why."""
    names = ("change", "dataset", "row", "column", "before", "after", "reason")
    headers = tuple(words(f"table.changes.{name}") for name in names)
    return Table(headers, tuple(_row(row, answer, words) for row in answer.rows[:MOST_ROWS]))


def counts(answer: Answer) -> dict[str, dict[str, int]]:
    """By data set, the number of rows of each of KINDS; a row with several corrected columns counts once."""
    counts_by_dataset: dict[str, dict[str, int]] = {}
    corrected_rows = set()
    for row in answer.rows:
        of_dataset = counts_by_dataset.setdefault(row.dataset, dict.fromkeys(KINDS, 0))
        if row.change == "corrected" and (row.dataset, row.key) in corrected_rows:
            continue
        corrected_rows.add((row.dataset, row.key))
        if row.change != "republished":
            of_dataset["removed" if row.change in REMOVAL_KINDS else row.change] += row.count
    return counts_by_dataset


def _summaries(answer: Answer, words: Words) -> list[str]:
    """Incidents of which nothing more is told, and tables of counts of which no row is."""
    totals = {change: sum(row.count for row in answer.rows if row.change == change) for change in UNTOLD}
    return [words.plural(f"say.changes.{change}", count) for change, count in totals.items() if count]


def _row(row: Any, answer: Answer, words: Words) -> tuple[Cell, ...]:
    if row.change in UNTOLD:
        about = words.plural(f"say.changes.{row.change}", row.count)
        detail_cells = (Cell(about), Cell(""), Cell(""), Cell(""), Cell(""))
    else:
        detail_cells = (
            Cell(_about(row, answer, words)),
            Cell(words(f"column.{row.column}")),
            _value(row, row.before, row.before_state, answer, words),
            _value(row, row.after, row.after_state, answer, words),
            Cell(row.reason or words("change.no_reason")),
        )
    change = "removed" if row.change in REMOVAL_KINDS else row.change
    return (Cell(words(f"change.{change}")), Cell(words(f"dataset.{row.dataset}")), *detail_cells)


def _about(row: Any, answer: Answer, words: Words) -> str:
    """The key of a row in words."""
    key = dict(part.split("=", 1) for part in row.key.split("; "))
    silent_columns = UNSAID | {"oblast_code"} if "district_code" in key else UNSAID
    texts = (_code(column, value, answer, words) for column, value in key.items() if column not in silent_columns)
    return " · ".join(filter(None, texts))


def _code(column: str, value: str, answer: Answer, words: Words) -> str:
    code_names = answer.names.get(f"{column}:{value}")
    if code_names:
        return code_names[words.language]
    if column == "month":
        return words.month(date.fromisoformat(value))
    texts = (words(f"{family}.{value}") for family in TEXT_FAMILIES.get(column, ()) if words.has(f"{family}.{value}"))
    return next(texts, value)


def _value(row: Any, text: str | None, state: str | None, answer: Answer, words: Words) -> Cell:
    """What stands in a cell on one side; nothing where there is no such row."""
    if state is None:
        return Cell("–")
    if text is None or state not in (VALUE, ZERO):
        return Cell(words(f"state.{state}"), state=state)
    if row.type in ("number", "integer"):
        is_year = row.column.endswith("year")
        return Cell(text if is_year else words.number(float(text), _places(float(text))), is_number=True, state=state)
    if row.type == "date":
        return Cell(words.day(date.fromisoformat(text)))
    return Cell(_code(row.column, text, answer, words))


def _places(value: float) -> int:
    return 0 if value.is_integer() or abs(value) >= 1000 else 4


PANEL = Panel(
    key="changes",
    topic="data",
    shape=TALL,
    depends_on=(),
    read=changes.since_edition,
    draw=draw,
    say=say,
    tabulate=tabulate,
    replies_to=reply_targets.no_codes,
    columns={
        "change": Column(
            "added, corrected, removed, unpublished or taken_down (incidents, counted), republished (whole tables)"
        ),
        "key": Column("What the row is about, as column=value; …; empty where rows are only counted"),
        "column": Column("Column that was corrected; of a row that came or went, the one that tells the most of it"),
        "type": Column("Type of the column in Table Schema; before and after are texts, as they are of several types"),
        "before": Column("What stood there; empty: see before_state"),
        "before_state": Column("State of the number before; empty: there was no such row"),
        "after": Column("What stands there now; empty: see after_state"),
        "after_state": Column("State of the number now; empty: there is no such row"),
        "count": Column("Rows that are counted here"),
    },
)
