"""Grievances by issue, channel, stage or age: counts only, some of them withheld."""

from typing import Any

from dashboard.figures import bars, theme
from dashboard.figures.base import Canvas, Picture, plain
from dashboard.text import Words
from dashboard.text.table import Cell, Table
from data_access.vocabulary.answer import Answer
from data_access.vocabulary.facets import BY_KEY
from data_access.vocabulary.frames import named_rows
from data_access.vocabulary.selection import Selection
from data_access.vocabulary.states import VALUE, WITHHELD, ZERO


def draw(family: str, answer: Answer, canvas: Canvas) -> Picture:
    """A bar per issue, channel or other code, with the words for a withheld one."""
    words, frame = canvas.words, _in_order(family, answer.frame)
    values = frame["value"].tolist()
    partial = frame["is_partial"].tolist()
    parts = [bars.Part(words("unit.grievances"), theme.middle("grievances"), plain(values))]

    def bar_text(row: int, _length: float) -> str:
        return _count(values[row], partial[row], words)

    choices = [f"{family}:{code}" for code in frame["code"]] if family in BY_KEY else ()
    return bars.stacked_bars([words(f"{family}.{code}") for code in frame["code"]], parts, canvas, bar_text, choices)


def tabulate(family: str, answer: Answer, words: Words, _selection: Selection) -> Table:
    """A row per code, which chooses it where it can be chosen."""
    rows = tuple(
        (
            Cell(words(f"{family}.{row.code}"), choice=f"{family}:{row.code}" if family in BY_KEY else None),
            _count_cell(row.value, row.is_partial, words),
        )
        for row in named_rows(_in_order(family, answer.frame))
    )
    return Table((words(f"table.{family}"), words("unit.grievances")), rows)


def say(family: str, answer: Answer, words: Words, selection: Selection) -> str:
    """The chosen code, or the most frequent."""
    known_rows = answer.frame.dropna(subset="value").sort_values("value", ascending=False)
    chosen_code = getattr(selection, family, None)
    known_rows = known_rows if chosen_code is None else known_rows[known_rows["code"] == chosen_code]
    if known_rows.empty:
        return words("say.grievances.withheld", place=words("place.country"), years=words.years(answer.span))
    first = named_rows(known_rows)[0]
    return words(
        f"say.grievances.{family}_chosen" if chosen_code else f"say.grievances.{family}",
        years=words.years(answer.span),
        code=words(f"{family}.{first.code}"),
        grievances=words.plural("unit.grievances.amount", int(first.value)),
        total=_total(answer.frame, words),
    )


def _in_order(family: str, frame: Any) -> Any:
    """By number; ages and stages in their own order."""
    return (
        frame if family in ("age", "stage_reached") else frame.sort_values("value", ascending=False, ignore_index=True)
    )


def _count_cell(value: float, is_partial: bool, words: Words) -> Cell:
    state = _state(value, is_partial)
    return Cell(_count(value, is_partial, words), state=state, is_number=state != WITHHELD)


def _count(value: float, is_partial: bool, words: Words) -> str:
    if _state(value, is_partial) == WITHHELD:
        return words("state.withheld")
    return words.least(words.number(value), is_partial)


def _state(value: float, is_partial: bool) -> str:
    """At least 0 says nothing: that is withheld."""
    if value != value or (is_partial and value == 0):
        return WITHHELD
    return VALUE if value else ZERO


def _total(frame: Any, words: Words) -> str:
    """The sum of what is shown; where anything is withheld, at least so many."""
    total = words.number(int(frame["value"].sum()))
    is_whole = frame["value"].notna().all() and not frame["is_partial"].any()
    return words.least(total, not is_whole)
