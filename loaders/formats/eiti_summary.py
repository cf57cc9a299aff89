"""EITI Summary Data workbooks, templates 0.9 to 2.1, as rows of the documented revenue format.

Amounts are what the government discloses; of what was reconciled, the companies' too. The mapping says which code a
stream has (``[stream_alias]``) and which level of government an agency is (``[receiver_level]``); companies and
projects may have codes (``[payer]``, ``[site]``). What the workbook does not say, or not clearly, may be stated:
``period_start``, ``period_end``, ``currency``, ``country``, ``unit``, ``decimal``.
"""

from collections.abc import Mapping
from dataclasses import asdict, replace
from decimal import Decimal
from typing import Any

import pandas as pd

from data_access.vocabulary.stages import PAYMENT
from loaders.formats.eiti_about import LABELS, about, is_example
from loaders.formats.eiti_layout import is_matrix
from loaders.formats.eiti_matrix import read_matrix
from loaders.formats.eiti_parts import once, read_parts
from loaders.formats.eiti_unit import unit
from loaders.formats.flows import TABLES, resolve, to_documented_columns
from loaders.formats.mapping import CODES, DAY, DECIMAL, NUMBER, TEXT, Entries, checked_mapping
from loaders.formats.tables import Grid, grids
from loaders.gate.checks import LoadRefused
from loaders.gate.publisher_format import Format, Reading
from loaders.gate.reference_codes import ReferenceCodes

MAPPING = Entries(
    {"stream_alias": CODES, "receiver_level": CODES},
    {**dict.fromkeys(TABLES, CODES), **dict.fromkeys(LABELS, (TEXT, DAY)), "decimal": DECIMAL, "unit": NUMBER},
)
SIDES = ("amount_company", "amount_government")


def read(content: bytes, file: str, mapping: Mapping[str, Any], _reference_codes: ReferenceCodes) -> Reading:
    """All payments of the workbook. Raises LoadRefused when it is no such workbook or the mapping lacks a table."""
    checked_mapping(mapping, MAPPING, file)
    sheets = [grid for grid in grids(content, file) if not is_example(grid)]
    common = asdict(about(sheets, mapping, file))
    multiplier = unit(sheets, mapping, common["currency"], file)
    payments = _in_units(_payments(sheets, common["currency"], mapping.get("decimal"), file), multiplier)
    rows = resolve(payments.frame.assign(stage=PAYMENT, **_missing(common, payments.frame)), mapping)
    payments_once, part_warnings = once(rows.frame) if "part" in rows.frame else (rows.frame, ())
    set_aside, warnings = payments.set_aside + rows.set_aside, payments.warnings + rows.warnings + part_warnings
    if payments_once.empty and not set_aside:
        raise LoadRefused(file, "has no amounts in its revenue tables")
    return Reading(to_documented_columns(payments_once, "eiti"), set_aside, warnings)


def _payments(sheets: list[Grid], currency: str, decimal: str | None, file: str) -> Reading:
    matrix = next((grid for grid in sheets if is_matrix(grid)), None)
    reading = read_matrix(matrix, file, decimal) if matrix else read_parts(sheets, currency, decimal)
    if reading is None:
        raise LoadRefused(file, "has neither the matrix of template 0.9 to 1.x nor the tables of parts 4 and 5")
    return reading


def _in_units(reading: Reading, multiplier: Decimal) -> Reading:
    """The same payments in whole units of their currency, and that they were counted in others."""
    if multiplier == 1:
        return reading
    sides = [name for name in SIDES if name in reading.frame]
    amounts = {
        name: reading.frame[name].map(lambda cell: format(Decimal(cell) * multiplier, "f"), "ignore") for name in sides
    }
    unit_warning = (
        f"its amounts are in units of {multiplier:,} and were multiplied; sums that are told are as it prints them"
    )
    return replace(reading, frame=reading.frame.assign(**amounts), warnings=(unit_warning, *reading.warnings))


def _missing(common: Mapping[str, str], frame: pd.DataFrame) -> dict[str, str]:
    """What the rows do not say themselves."""
    return {name: value for name, value in common.items() if name not in frame}


EITI_SUMMARY = Format("eiti_summary", "revenue", read, (".xlsx", ".xlsm"))
