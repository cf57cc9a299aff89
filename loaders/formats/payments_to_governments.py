"""Companies' reports on their payments to governments, as the laws of the United Kingdom and the EU ask for them.

One row per government, project and kind of payment, with the company's own figure: nobody has compared it yet. The
columns are those of the mapping, see ``mapped``.
"""

from collections.abc import Mapping
from typing import Any

from data_access.vocabulary.stages import PAYMENT
from loaders.formats.mapped_payments import read_payments, tables_of
from loaders.formats.reconciliation import flows
from loaders.gate.checks import LoadRefused
from loaders.gate.publisher_format import Format, Reading
from loaders.gate.reference_codes import ReferenceCodes

OTHER_SIDE = (
    "is what a government says, and a company's report has its own figure only: name it amount_company, or read a file "
    "with both sides as reconciliation"
)


def read(content: bytes, file: str, mapping: Mapping[str, Any], _reference_codes: ReferenceCodes) -> Reading:
    """Payments with the company's figure. Raises LoadRefused when the mapping takes it for the government's."""
    if any("amount_government" in table["columns"] for table in tables_of(mapping, file)):
        raise LoadRefused(file, f"[columns] of the mapping: amount_government {OTHER_SIDE}")
    return flows(read_payments(content, file, mapping), mapping, PAYMENT, "ptg")


PAYMENTS_TO_GOVERNMENTS = Format("payments_to_governments", "revenue", read, (".csv", ".xlsx"))
