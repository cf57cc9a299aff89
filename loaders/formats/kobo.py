"""What all KoboToolbox and ODK exports have: columns about the form and the device, groups, tick boxes, reviews."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from loaders.formats.columns import present
from loaders.formats.mapping import TEXT, TEXTS
from loaders.formats.tables import read_table
from loaders.gate.personal import without_personal
from loaders.gate.publisher_format import SetAside

# Entries of every mapping: personal columns (``group/*``: a whole group), harmless ones, the sheet, the zone of times
# without an offset.
ENTRIES = {"drop": TEXTS, "ignore": TEXTS, "sheet": TEXT, "zone": TEXT}
# Who sent the form and with which device: dropped from every export.
ALWAYS_DROPPED = (
    *("deviceid", "subscriberid", "simserial", "phonenumber", "phone_number", "username", "email", "_submitted_by"),
    *("_geolocation", "_attachments", "_notes", "_tags", "audit", "device_id", "meta/instanceName"),
)
HARMLESS = (
    *("start", "end", "today", "_id", "_uuid", "_submission_time", "_validation_status", "_status", "__version__"),
    *("_version_", "_index", "formhub/uuid", "meta/instanceID", "meta/rootUuid", "instanceID", "_xform_id_string"),
    *("_parent_index", "_parent_table_name", "_submission__id", "_submission__uuid", "ReviewState"),
)
TICK_VALUES = frozenset({"1", "1.0", "true", "yes"})
# Where those who keep the form say whether a record holds (KoboToolbox, ODK Central), and what says that it does not.
REVIEWS = ("_validation_status", "ReviewState")
REFUSAL_VALUES = frozenset({"validation_status_not_approved", "not approved", "not_approved", "rejected"})
NOT_APPROVED = "is marked as not approved by those who keep the form; it is not counted"


@dataclass(frozen=True)
class Export:
    """``frame`` has the wanted columns only; ``set_aside`` are cells that show an error and records not approved.

    They do not repeat what is written.
    """

    frame: pd.DataFrame
    set_aside: tuple[SetAside, ...]
    warnings: tuple[str, ...]

    @property
    def approved_records(self) -> pd.DataFrame:
        """The frame without the records that were not approved."""
        return self.frame.drop(index=[one.row for one in self.set_aside if one.row and one.reason == NOT_APPROVED])


def read_export(
    content: bytes, file: str, mapping: Mapping[str, Any], columns: Collection[str], boxes: Collection[str] = ()
) -> Export:
    """The ``columns`` columns and those of tick ``boxes``; ``mapping`` may list ``drop`` and ``ignore``.

    Raises LoadRefused when anything left may be about a person, or a wanted column is missing.
    """
    table = read_table(content, file, mapping.get("sheet"))
    columns = [*columns, *boxes_in(table.frame, boxes)]
    drop = (*ALWAYS_DROPPED, *mapping.get("drop", ()))
    answers = without_personal(table.frame, drop, (*HARMLESS, *mapping.get("ignore", ())), columns, file)
    present(answers, columns, file)
    errors = [SetAside(one.row, one.column, None, one.reason) for one in table.errors if one.column in columns]
    return Export(answers, (*errors, *_refusals(table.frame)), table.warnings)


def codes_of_ticks(table: pd.DataFrame, options: Mapping[str, str]) -> pd.Series:
    """Codes of the ticked boxes of a select_multiple, ``;`` between them: ``question/option`` -> code.

    The boxes have a column each, or all of a question stand in its own column, with spaces between them.
    """
    codes = [_is_ticked(table, box).map({True: code, False: ""}) for box, code in options.items()]
    cells = [";".join(dict.fromkeys(filter(None, row))) or None for row in zip(*codes, strict=True)]
    return pd.Series(cells, table.index, dtype="str")


def boxes_in(table: pd.DataFrame, boxes: Collection[str]) -> list[str]:
    """The columns in which these boxes stand."""
    return [*dict.fromkeys(_column_of(box, table) for box in boxes)]


def _column_of(box: str, table: pd.DataFrame) -> str:
    question = box.rpartition("/")[0]
    return question if box not in table and question in table else box


def _is_ticked(table: pd.DataFrame, box: str) -> pd.Series:
    column, option = _column_of(box, table), box.rpartition("/")[2]
    if column == box:
        return table[box].str.lower().isin(TICK_VALUES)
    return table[column].fillna("").map(lambda answer: option in answer.split())


def _refusals(table: pd.DataFrame) -> list[SetAside]:
    refusal_marks = (
        table[column].str.strip().str.lower().isin(REFUSAL_VALUES) for column in REVIEWS if column in table
    )
    rows = {row for is_refused in refusal_marks for row in table.index[is_refused]}
    return [SetAside(row, None, None, NOT_APPROVED) for row in sorted(rows)]
