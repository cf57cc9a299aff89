"""EITI Summary Data workbooks, templates 0.9 to 2.1, as rows of the documented revenue format.

Amounts are what the government discloses. The mapping says which code a stream has (``[stream_alias]``) and which
level of government an agency is (``[receiver_level]``); companies and projects may have codes (``[payer]``,
``[site]``). What the workbook does not say may be stated: ``period_start``, ``period_end``, ``currency``, ``decimal``.
"""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

import pandas as pd

from loaders.checks import LoadRefused
from loaders.formats.base import Format, Reading
from loaders.formats.eiti_about import LABELS, about, is_example
from loaders.formats.eiti_matrix import is_matrix, read_matrix
from loaders.formats.eiti_parts import once, read_parts
from loaders.formats.flows import TABLES, documented, resolved
from loaders.formats.mapping import CODES, DAY, DECIMAL, TEXT, Entries, checked_mapping
from loaders.formats.tables import Grid, grids
from loaders.known import Known

MAPPING = Entries(
    {"stream_alias": CODES, "receiver_level": CODES},
    {**dict.fromkeys(TABLES, CODES), **dict.fromkeys(LABELS, (TEXT, DAY)), "decimal": DECIMAL},
)


def read(content: bytes, file: str, mapping: Mapping[str, Any], _known: Known) -> Reading:
    """All payments of the workbook. Raises LoadRefused when it is no such workbook or the mapping lacks a table."""
    checked_mapping(mapping, MAPPING, file)
    sheets = [grid for grid in grids(content, file) if not is_example(grid)]
    common = asdict(about(sheets, mapping, file))
    found = _payments(sheets, common["currency"], mapping.get("decimal"), file)
    rows = resolved(found.frame.assign(stage="payment", **_missing(common, found.frame)), mapping)
    loaded, doubled = once(rows.frame) if "part" in rows.frame else (rows.frame, ())
    set_aside, warnings = found.set_aside + rows.set_aside, found.warnings + rows.warnings + doubled
    if loaded.empty and not set_aside:
        raise LoadRefused(file, "has no amounts in its revenue tables")
    return Reading(documented(loaded, "eiti"), set_aside, warnings)


def _payments(sheets: list[Grid], currency: str, decimal: str | None, file: str) -> Reading:
    matrix = next((grid for grid in sheets if is_matrix(grid)), None)
    found = read_matrix(matrix, file, decimal) if matrix else read_parts(sheets, currency, decimal)
    if found is None:
        raise LoadRefused(file, "has neither the matrix of template 0.9 to 1.x nor the tables of parts 4 and 5")
    return found


def _missing(common: Mapping[str, str], frame: pd.DataFrame) -> dict[str, str]:
    """What the rows do not say themselves."""
    return {name: value for name, value in common.items() if name not in frame}


EITI_SUMMARY = Format("eiti_summary", "revenue", read, (".xlsx", ".xlsm"))
