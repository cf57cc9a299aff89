"""Marks that turn the direction of writing, in the cells of a file."""

import pandas as pd

from data_access.vocabulary.bidi_marks import BIDI_MARKS, straight
from loaders.gate.per_distinct_value import by_distinct, to_categories
from loaders.gate.publisher_format import Reading

LEFT_OUT = "held invisible marks that turn the direction of writing (such as U+202E); the marks were left out"


def without_marks(reading: Reading) -> Reading:
    """The rows without such marks, with a warning for each column that had some."""
    flags = {name: _has_marks(cells) for name, cells in reading.frame.items()}
    counts = {name: int(is_marked.sum()) for name, is_marked in flags.items() if is_marked.any()}
    if not counts:
        return reading
    frame = reading.frame.assign(**{str(name): _without(reading.frame[name]) for name in counts})
    warnings = tuple(
        f"column {name}: {count} {'cell' if count == 1 else 'cells'} {LEFT_OUT} (first in row {flags[name].idxmax()})"
        for name, count in counts.items()
    )
    return Reading(frame, reading.set_aside, (*reading.warnings, *warnings))


def _has_marks(cells: pd.Series) -> pd.Series:
    turning = [one for one in to_categories(cells).categories if isinstance(one, str) and BIDI_MARKS.search(one)]
    return cells.isin(turning)


def _without(cells: pd.Series) -> pd.Series:
    """What is left; a cell that held nothing else is empty."""

    def clean_text(texts: pd.Series) -> pd.Series:
        clean_texts = texts.map(lambda one: straight(one) if isinstance(one, str) else one)
        return clean_texts.mask(clean_texts == "")

    return by_distinct(clean_text, cells)
