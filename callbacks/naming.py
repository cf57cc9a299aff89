"""What choices are called, and which option stands for none."""

from dashboard import measures
from dashboard.facets import BY_KEY, Facet
from dashboard.selection import Selection
from dashboard.text import Words
from data_access import choices
from data_access.database import Snapshot


def named(snapshot: Snapshot, facet: Facet, value: str, words: Words) -> str:
    """The name of a value that can be chosen."""
    if facet.is_named:
        return choices.names(snapshot, facet.key)[value][words.language]
    return words(f"{facet.words or facet.key}.{value}")


def default(key: str, topic: str) -> str:
    """The option of a control that holds without a choice."""
    return measures.chosen(topic, None).key if key == "measure" else BY_KEY[key].default


def shown(selection: Selection, key: str, topic: str) -> str:
    """The option that a control shows."""
    if key == "measure":
        return measures.chosen(topic, selection.measure).key
    return getattr(selection, key) or BY_KEY[key].default
