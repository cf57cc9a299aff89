"""What all KoboToolbox and ODK exports have: columns about the form and the device, groups, tick boxes."""

from collections.abc import Collection, Mapping
from typing import Any

import pandas as pd

from loaders.formats.base import SetAside
from loaders.formats.columns import present
from loaders.formats.mapping import TEXT, TEXTS
from loaders.formats.personal import without_personal
from loaders.formats.tables import Table, read_table

# Entries of every mapping: personal columns (``group/*``: a whole group), harmless ones, the sheet.
ENTRIES = {"drop": TEXTS, "ignore": TEXTS, "sheet": TEXT}
# Who sent the form and with which device: dropped from every export.
ALWAYS_DROPPED = (
    *("deviceid", "subscriberid", "simserial", "phonenumber", "phone_number", "username", "email", "_submitted_by"),
    *("_geolocation", "_attachments", "_notes", "_tags", "audit", "device_id", "meta/instanceName"),
)
HARMLESS = (
    *("start", "end", "today", "_id", "_uuid", "_submission_time", "_validation_status", "_status", "__version__"),
    *("_version_", "_index", "formhub/uuid", "meta/instanceID", "meta/rootUuid", "instanceID", "_xform_id_string"),
    *("_parent_index", "_parent_table_name", "_submission__id", "_submission__uuid"),
)
TICKED = frozenset({"1", "1.0", "true", "yes"})


def read_export(
    content: bytes, file: str, mapping: Mapping[str, Any], wanted: Collection[str]
) -> tuple[pd.DataFrame, Table]:
    """The ``wanted`` columns only, and the table's errors; ``mapping`` may list ``drop`` and ``ignore``.

    Raises LoadRefused when anything left may be about a person, or a wanted column is missing.
    """
    table = read_table(content, file, mapping.get("sheet"))
    drop = (*ALWAYS_DROPPED, *mapping.get("drop", ()))
    kept = without_personal(table.frame, drop, (*HARMLESS, *mapping.get("ignore", ())), wanted, file)
    present(kept, wanted, file)
    return kept, table


def ticked(table: pd.DataFrame, options: Mapping[str, str]) -> pd.Series:
    """Codes of the ticked boxes of a select_multiple, ``;`` between them: ``question/option`` -> code."""
    codes = [table[column].str.lower().isin(TICKED).map({True: code, False: ""}) for column, code in options.items()]
    joined = pd.concat(codes, axis=1).apply(lambda row: ";".join(dict.fromkeys(filter(None, row))), axis=1)
    return joined.where(joined != "")


def errors_in(table: Table, columns: Collection[str]) -> list[SetAside]:
    """Cells of these columns that show an error, without what they show."""
    return [SetAside(error.row, error.column, None, error.reason) for error in table.errors if error.column in columns]
