"""EITI Summary Data workbooks: the sheet about the report, and how their labels are matched."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import pandas as pd

from loaders.formats.tables import Grid
from loaders.gate.checks import LoadRefused
from loaders.gate.numbers import PLACEHOLDER

LABELS = {
    "country": r"(?:name of )?country(?: or area)?(?: name)?",
    "period_start": r"start date",
    "period_end": r"end date",
    "currency": r"(?:reporting currency )?iso.*currency.*",
}
# A workbook need not name its country; without the others its amounts are of no time and of no money.
NEEDED_ENTRIES = ("period_start", "period_end", "currency")
# Names and codes of the country in the languages in which reports are written.
OURS = re.compile(r"\b(?:kyrgyz\w*|kirgh?[iy]z\w*|кыргыз\w*|киргиз\w*|kgz|kg)\b")
# Only spellings in which day and month cannot be mixed up.
DATES = ("%Y-%m-%d", "%d.%m.%Y", "%d %B %Y", "%B %d, %Y", "%d-%b-%Y")


@dataclass(frozen=True)
class About:
    """What all figures of a workbook have in common; days as ISO text."""

    period_start: str
    period_end: str
    currency: str


def about(grids: Iterable[Grid], mapping: Mapping[str, Any], file: str) -> About:
    """Period and currency: what the mapping states, else what the workbook says. Raises LoadRefused without.

    So it does where the country that is stated is another one.
    """
    values = dict(_labels(grids)) | {name: str(mapping[name]) for name in LABELS if name in mapping}
    require_ours(values.get("country"), file)
    for name in NEEDED_ENTRIES:
        if name not in values:
            raise LoadRefused(file, f"does not say its {name}; state it in the mapping of its source")
    days = {name: _day(values[name], name, file) for name in ("period_start", "period_end")}
    if not re.fullmatch(r"[A-Z]{3}", values["currency"].strip()):
        raise LoadRefused(file, "is not an ISO currency code", column="currency", value=values["currency"])
    return About(**days, currency=values["currency"].strip())


def require_ours(country: str | None, file: str) -> None:
    """Raise LoadRefused when the money is that of another country; None: no country is named."""
    if country is not None and not OURS.search(label(country)):
        reason = "the country that the file names is another one: this is no money of the Kyrgyz Republic"
        raise LoadRefused(file, reason, column="country", value=country.strip())


def is_example(grid: Grid) -> bool:
    """True for the sheets with which the template explains itself."""
    return "example" in grid.name.lower()


def label(cell: object) -> str:
    """A cell as words in small letters, to compare labels that differ in punctuation; empty if there is none."""
    return "" if pd.isna(cell) else " ".join(re.findall(r"[^\W_]+", str(cell).lower()))


def without_placeholders(cells: pd.DataFrame) -> pd.DataFrame:
    """Cells with those that say nothing, such as ``<text>`` and ``-``, as missing."""
    nothing = re.compile(rf"{PLACEHOLDER.pattern}|-")
    return cells.mask(cells.apply(lambda column: column.str.strip().str.fullmatch(nothing).fillna(False)))


def _labels(grids: Iterable[Grid]) -> Iterable[tuple[str, str]]:
    """The first filled cell to the right of each label, the first label of all counts."""
    names_before: set[str] = set()
    for grid in grids:
        for _, row in without_placeholders(grid.cells).iterrows():
            for name, value in _in_row(row.dropna().tolist()):
                if name not in names_before:
                    names_before.add(name)
                    yield name, value


def _in_row(cells: list[str]) -> Iterable[tuple[str, str]]:
    """Each label with the cell behind it, unless that is one more spelling of the label."""
    for cell, value in zip(cells, cells[1:], strict=False):
        for name, pattern in LABELS.items():
            if re.fullmatch(pattern, label(cell)) and not re.fullmatch(pattern, label(value)):
                yield name, value


def _day(text: str, name: str, file: str) -> str:
    for spelling in DATES:
        try:
            return datetime.strptime(text.strip(), spelling).date().isoformat()
        except ValueError:
            continue
    raise LoadRefused(file, "is not a date; state it in the mapping as YYYY-MM-DD", column=name, value=text)
