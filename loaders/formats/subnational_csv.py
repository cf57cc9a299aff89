"""Series of what regions and districts received: one row per year, stream and place."""

from collections.abc import Mapping
from typing import Any

from data_access.vocabulary.stages import TRANSFER
from loaders.formats.mapped_payments import read_payments
from loaders.formats.reconciliation import flows
from loaders.gate.publisher_format import Format, Reading
from loaders.gate.reference_codes import ReferenceCodes


def read(content: bytes, file: str, mapping: Mapping[str, Any], _reference_codes: ReferenceCodes) -> Reading:
    """Transfers from the state. Rows without a place are national; a place that the mapping lacks is set aside.

    Where no column or constant says who received the money, it is the kind of the place: ``[receiver_level]`` then
    has entries for ``district``, ``oblast`` and ``country``. Raises LoadRefused.
    """
    return flows(read_payments(content, file, mapping), mapping, TRANSFER, "sub")


SUBNATIONAL_CSV = Format("subnational_csv", "revenue", read, (".csv", ".xlsx"))
