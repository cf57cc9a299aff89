"""Our own revenue format, of which loaders/bundled/revenue.csv is an example; the default of the dataset."""

from collections.abc import Mapping
from typing import Any

from loaders.formats.flows import COLUMNS
from loaders.formats.mapping import NO_ENTRIES, checked_mapping
from loaders.formats.tables import read_table
from loaders.gate.publisher_format import Format, Reading
from loaders.gate.reference_codes import ReferenceCodes


def read(content: bytes, file: str, mapping: Mapping[str, Any], _reference_codes: ReferenceCodes) -> Reading:
    """The rows as they are; only what a spreadsheet did to the file is mended. Raises LoadRefused."""
    checked_mapping(mapping, NO_ENTRIES, file)
    table = read_table(content, file)
    frame, set_aside = table.without_errors(COLUMNS)
    return Reading(frame, set_aside, table.warnings)


REVENUE_CSV = Format("revenue_csv", "revenue", read, (".csv", ".xlsx"))
