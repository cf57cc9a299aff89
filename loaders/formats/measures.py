"""Tables with one column per quantity, as laboratories and forms have them, to rows of readings.csv."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from loaders.gate.publisher_format import SetAside
from loaders.gate.values import UNDECIDED_VALUES, is_readable, with_point

# Ways of writing *not detected* and *traces* other than those of readings.csv.
NOT_DETECTED = re.compile(
    r"(?:н\.?\s?/?\s?[оo]\.?|не\s?обн\w*\.?|табылган жок|n\.?\s?/?\s?d\.?|not detected)", re.IGNORECASE
)
TRACES = re.compile(r"(?:следы|сл\.?|traces?|изи)", re.IGNORECASE)
BELOW = re.compile(r"(?:менее|less than|ниже|≤)\s*", re.IGNORECASE)
UNCERTAINTY = re.compile(r"\s*(?:±|\+/-).*")
NOT_MEASURED = frozenset({"-", "–", "—"})


@dataclass(frozen=True)
class Quantity:
    """A column that is read: its indicator, the unit in it, and what *not detected* means there (as ``0,002``)."""

    column: str
    indicator: str
    unit: str
    detection_limit: str | None = None


def long(
    table: pd.DataFrame, shared_columns: pd.DataFrame, quantities: list[Quantity], decimal: str | None = None
) -> tuple[pd.DataFrame, list[SetAside]]:
    """One row per value, by row of the file; ``shared_columns``: the other columns of readings.csv, for the same rows.

    Empty cells were not measured. Values that cannot be read are set aside one by one: a sample with one slip of
    the pen keeps its other values. ``decimal`` is the sign that the mapping states for values such as ``1,250``, of
    which the column does not tell whether they are thousands.
    """
    frames, set_aside = [], []
    for quantity in quantities:
        cells = table.loc[shared_columns.index, quantity.column].dropna()
        spelt = cells.map({text: reported_value(text, quantity.detection_limit) for text in cells.unique()})
        values = with_point(spelt.astype("str"), decimal)
        readable = is_readable(values.fillna("?")).astype(bool)
        wrong = cells[~readable]
        reasons = values[~readable].isna().map({True: UNDECIDED_VALUES, False: "is not a value"})
        set_aside += [SetAside(row, quantity.column, text, reasons[row]) for row, text in wrong.items()]
        shared_cells = shared_columns.loc[values.index[readable]]
        frames.append(
            shared_cells.assign(indicator_code=quantity.indicator, value=values[readable], unit=quantity.unit)
        )
    return pd.concat(frames).sort_index(kind="stable")[COLUMNS], set_aside


COLUMNS = [
    "station_id",
    "indicator_code",
    "sampled_on",
    "averaging",
    "value",
    "unit",
    "collected_by",
    "qa_flag",
]


def reported_value(cell: str, detection_limit: str | None) -> str:
    """The value in a spelling that readings.csv knows: *not detected* is a bound where the limit is stated."""
    text = BELOW.sub("<", UNCERTAINTY.sub("", " ".join(cell.split())))
    if NOT_DETECTED.fullmatch(text):
        return f"<{detection_limit}" if detection_limit else "н/о"
    if TRACES.fullmatch(text):
        return "следы"
    return "-" if text in NOT_MEASURED else text


def constant_or_column(table: pd.DataFrame, entry: Any) -> pd.Series | str:
    """A mapping's entry that is one code for the whole file, or ``{column, words}``: a code per word of a column."""
    if not isinstance(entry, Mapping):
        return entry
    words = {word.casefold(): code for word, code in entry["words"].items()}
    return table[entry["column"]].str.strip().str.casefold().map(words)
