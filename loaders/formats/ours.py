"""Our own formats of readings, incidents and grievances: the rows as they are, in any encoding or as a workbook."""

from collections.abc import Mapping
from typing import Any

from loaders.formats.mapping import NO_ENTRIES, checked_mapping
from loaders.formats.tables import read_table
from loaders.gate.publisher_format import Format, Reading
from loaders.gate.reference_codes import ReferenceCodes


def read(content: bytes, file: str, mapping: Mapping[str, Any], _reference_codes: ReferenceCodes) -> Reading:
    """The rows as they are; only what a spreadsheet did to the file is mended. Raises LoadRefused."""
    checked_mapping(mapping, NO_ENTRIES, file)
    table = read_table(content, file)
    frame, set_aside = table.without_errors(list(table.frame))
    return Reading(frame, set_aside, table.warnings)


READINGS_CSV = Format("readings_csv", "readings", read, (".csv", ".xlsx"))
INCIDENTS_CSV = Format("incidents_csv", "incidents", read, (".csv", ".xlsx"))
GRIEVANCES_CSV = Format("grievances_csv", "grievances", read, (".csv", ".xlsx"))
