"""Payments as a publisher names them, turned into rows of the documented revenue format."""

import hashlib
from collections.abc import Hashable, Mapping
from decimal import Decimal
from typing import Any

import pandas as pd

from loaders.formats.mapping import Lookup
from loaders.formats.totals import by_row
from loaders.gate.numbers import total
from loaders.gate.publisher_format import Reading, SetAside

COLUMNS = (
    "flow_id",
    "stage",
    "period_start",
    "period_end",
    "payer_code",
    "receiver_level",
    "oblast_code",
    "district_code",
    "stream_code",
    "gfs_code",
    "site_id",
    "purpose_code",
    "amount_company",
    "amount_government",
    "currency",
    "discrepancy_note",
)
# Names in a file -> the mapping's table -> the column of ours.
NAME_COLUMNS = {
    "stream": ("stream_alias", "stream_code"),
    "agency": ("receiver_level", "receiver_level"),
    "payer": ("payer", "payer_code"),
    "project": ("site", "site_id"),
}
# A flow without these cannot be placed at all; without payer or site it is still a true amount.
REQUIRED_NAMES = ("stream", "agency")
TABLES = tuple(table for table, _ in NAME_COLUMNS.values())
IDENTITY = ("stage", "period_start", "period_end", "stream", "agency", "payer", "project", "place")


def resolve(raw: pd.DataFrame, mapping: Mapping[str, Any]) -> Reading:
    """Rows with codes for the names; those whose stream or receiver the mapping does not know are set aside.

    ``raw`` has the columns of NAME_COLUMNS as they are written and those of COLUMNS that need no names.
    """
    for name, (table, column) in NAME_COLUMNS.items():
        names = raw.get(name, pd.Series(pd.NA, raw.index, dtype="str"))
        raw = raw.assign(**{name: names, column: Lookup(mapping.get(table, {})).codes(names)})
    is_lost = raw[[NAME_COLUMNS[name][1] for name in REQUIRED_NAMES]].isna().any(axis=1)
    optional = [name for name in NAME_COLUMNS if name not in REQUIRED_NAMES]
    warnings = [
        *_lost_amounts(raw[is_lost]),
        *(text for name in optional for text in _unknown_names(raw[~is_lost], name)),
    ]
    return Reading(raw[~is_lost], _set_aside(raw[is_lost]), tuple(warnings))


def to_documented_columns(rows: pd.DataFrame, prefix: str) -> pd.DataFrame:
    """Resolved rows with the columns of the documented format, as text; ``prefix`` begins every flow_id."""
    return rows.assign(flow_id=_flow_ids(rows, prefix)).reindex(columns=list(COLUMNS)).astype("str")


def _set_aside(lost_rows: pd.DataFrame) -> tuple[SetAside, ...]:
    """One entry per row of the file: the first name that is not known."""
    by_row_number: dict[int, SetAside] = {}
    for name in REQUIRED_NAMES:
        table, column = NAME_COLUMNS[name]
        for row, name_text in by_row(lost_rows.loc[lost_rows[column].isna(), name]):
            missing = pd.isna(name_text)
            reason = "must not be empty" if missing else f"is not in [{table}] of the mapping"
            by_row_number.setdefault(row, SetAside(row, name, None if missing else name_text, reason))
    return tuple(by_row_number.values())


def _lost_amounts(lost_rows: pd.DataFrame) -> list[str]:
    """What the rows set aside amount to, per stream and receiver as they are written."""
    groups = lost_rows.groupby(["stream", "agency", "currency"], dropna=False, sort=False)
    return [
        f"not loaded: {_words(stream)}, received by {_words(agency)}: {_amount(group):,} {currency}"
        for (stream, agency, currency), group in groups
    ]


def _amount(group: pd.DataFrame) -> Decimal:
    sides = group.reindex(columns=["amount_government", "amount_company"]).astype("str")
    return total(sides["amount_government"].fillna(sides["amount_company"]).dropna())


def _unknown_names(rows: pd.DataFrame, name: str) -> list[str]:
    table, column = NAME_COLUMNS[name]
    strange_names = rows.loc[rows[name].notna() & rows[column].isna(), name].unique()
    return [f"loaded without {column}, as {each!r} is not in [{table}] of the mapping" for each in strange_names]


def _words(name: Hashable) -> str:
    return repr(name.strip()) if isinstance(name, str) else "(no name)"


def _flow_ids(rows: pd.DataFrame, prefix: str) -> pd.Series:
    """The same payment has the same key in every edition of a file, wherever it stands; equal ones are numbered."""
    parts = rows.reindex(columns=list(IDENTITY)).astype("str").fillna("")
    keys = pd.Series(["|".join(row) for row in parts.to_numpy()], rows.index, dtype="str")
    numbered = keys + "|" + keys.groupby(keys).cumcount().astype("str")
    return numbered.map(lambda key: f"{prefix}-{hashlib.sha256(key.encode()).hexdigest()[:16]}")
