"""Reconciliation reports: what companies say they paid beside what the government says it received."""

from collections.abc import Mapping
from typing import Any

from data_access.vocabulary.stages import PAYMENT
from loaders.formats.flows import resolve, to_documented_columns
from loaders.formats.mapped_payments import read_payments
from loaders.formats.totals import AMOUNTS
from loaders.gate.checks import LoadRefused
from loaders.gate.publisher_format import Format, Reading
from loaders.gate.reference_codes import ReferenceCodes


def read(content: bytes, file: str, mapping: Mapping[str, Any], _reference_codes: ReferenceCodes) -> Reading:
    """Payments with both sides. Raises LoadRefused when the mapping names no column for one of them."""
    for side in AMOUNTS:
        if side not in mapping.get("columns", {}):
            raise LoadRefused(file, f"[columns] of the mapping must name the column of {side}")
    return flows(read_payments(content, file, mapping), mapping, PAYMENT, "rec")


def flows(payments: Reading, mapping: Mapping[str, Any], stage: str, prefix: str) -> Reading:
    """Payments as rows of the documented format; ``stage`` is that of rows which state none."""
    rows = resolve(payments.frame.assign(stage=payments.frame["stage"].fillna(stage)), mapping)
    set_aside = payments.set_aside + rows.set_aside
    return Reading(to_documented_columns(rows.frame, prefix), set_aside, payments.warnings + rows.warnings)


RECONCILIATION = Format("reconciliation", "revenue", read, (".xlsx", ".csv"))
