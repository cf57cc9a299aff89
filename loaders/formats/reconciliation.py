"""Reconciliation reports: what companies say they paid beside what the government says it received."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import accumulate, product
from typing import Any

import pandas as pd

from data_access.vocabulary.stages import PAYMENT
from loaders.formats.flows import resolve, to_documented_columns
from loaders.formats.mapped_payments import read_payments, tables_of
from loaders.formats.totals import AMOUNTS
from loaders.gate.checks import LoadRefused
from loaders.gate.publisher_format import Format, Reading
from loaders.gate.reference_codes import ReferenceCodes


def read(content: bytes, file: str, mapping: Mapping[str, Any], _reference_codes: ReferenceCodes) -> Reading:
    """Payments with both sides. Raises LoadRefused when the mapping names no column for one of them."""
    for table, side in product(tables_of(mapping, file), AMOUNTS):
        if side not in table["columns"]:
            raise LoadRefused(file, f"[columns] of the mapping must name the column of {side}")
    return flows(read_payments(content, file, mapping), mapping, PAYMENT, "rec")


def flows(payments: Sequence[Reading], mapping: Mapping[str, Any], stage: str, prefix: str) -> Reading:
    """Payments of all tables as rows of the documented format; ``stage`` is that of rows which state none."""
    tables = []
    for one in payments:
        rows = resolve(one.frame.assign(stage=one.frame["stage"].fillna(stage)), mapping)
        tables.append(Reading(rows.frame, one.set_aside + rows.set_aside, one.warnings + rows.warnings))
    # Equal payments of several tables are numbered together.
    together = to_documented_columns(pd.concat([table.frame for table in tables]), prefix)
    ends = [*accumulate(len(table.frame) for table in tables)]
    cuts = zip(tables, [0, *ends], ends, strict=False)
    tables = [replace(table, frame=together.iloc[start:end]) for table, start, end in cuts]
    if len(tables) == 1:
        return tables[0]
    set_aside = tuple(place for table in tables for place in table.set_aside)
    warnings = tuple(text for table in tables for text in table.warnings)
    return Reading(together, set_aside, warnings, tuple(tables))


RECONCILIATION = Format("reconciliation", "revenue", read, (".xlsx", ".csv"))
