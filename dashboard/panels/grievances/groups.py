"""Which grievances a number is of, in words, and what it leaves out."""

from functools import partial
from typing import Any

from dashboard.panels.panel import Column
from dashboard.text import Words
from data_access.vocabulary.answer import Answer
from data_access.vocabulary.selection import Selection
from data_access.vocabulary.states import WITHHELD

# A number of grievances, withheld where it is empty.
grievance_column = partial(Column, unit="grievances", empty=WITHHELD)


def left_out(years: int, words: Words) -> list[str]:
    """How many of the chosen years are left out because they are withheld."""
    return [words.plural("say.grievances.hidden_years", int(years))] if years else []


def with_left_out(sentence: str, years: int, words: Words) -> str:
    """At the end of a bar, and in a second line how many years are left out of it."""
    return "\n".join([sentence, *([words.plural("count.withheld_years", int(years))] if years else [])])


def about(answer: Answer, selection: Selection, words: Words) -> str:
    """The years, and the kind of grievances."""
    kind = issue(selection, words)
    return words("say.years_about", years=words.years(answer.span), about=kind[:1].lower() + kind[1:])


def group_name(row: Any, words: Words) -> str:
    """All grievances, or those of one issue, channel or body."""
    return words("issue.all") if row.kind == "country" else words(f"{row.kind}.{row.code}")


def issue(selection: Selection, words: Words) -> str:
    """The chosen issue, or all of them."""
    return words(f"issue.{selection.issue}") if selection.issue else words("issue.all")
