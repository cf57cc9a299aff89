"""Exports of a complaint register with one row per change of status, in the register's own words. Needs a mapping.

Everything about persons is dropped first. What a register writes only beside a case's first step holds for all.
"""

from collections.abc import Mapping
from typing import Any
from zoneinfo import ZoneInfo

import pandas as pd

from data_access.vocabulary.fields.grievances import STATUSES
from loaders.formats.cases import Case, nameless, rows_of, told_once
from loaders.formats.columns import codes_for_words, without_words
from loaders.formats.dates import read_dates
from loaders.formats.kobo import ENTRIES, boxes_in, read_export
from loaders.formats.kobo_grievances import CASE, case_boxes, case_codes, case_columns
from loaders.formats.mapping import CODE_OR_COLUMN, DATE_ORDER, TEXT, Entries, NamedEntries, OneOf, checked_mapping
from loaders.formats.moments import zone_of
from loaders.gate.publisher_format import Format, Reading, SetAside
from loaders.gate.reference_codes import ReferenceCodes

STATUS = Entries({"column": TEXT, "words": NamedEntries(OneOf(STATUSES.values))}, {})
MAPPING = Entries(
    {**CASE, "status": STATUS, "date": TEXT}, {"date_order": DATE_ORDER, "sensitive": CODE_OR_COLUMN, **ENTRIES}
)


def read(content: bytes, file: str, mapping: Mapping[str, Any], reference_codes: ReferenceCodes) -> Reading:
    """Rows of grievances.csv; a case of which one step is not clear is set aside whole. Raises LoadRefused."""
    checked_mapping(mapping, MAPPING, file)
    columns = [mapping["ref"], *case_columns(mapping), mapping["status"]["column"], mapping["date"]]
    export = read_export(content, file, mapping, columns, case_boxes(mapping))
    table, warnings = export.frame, [*export.warnings]
    unnumbered = nameless(table[mapping["ref"]])
    table = table.drop(index=[item.row for item in unnumbered if item.row])
    refs = table[mapping["ref"]]
    about = [column for column in table if column in {*case_columns(mapping), *boxes_in(table, case_boxes(mapping))}]
    table = table.assign(**{column: table.groupby(refs)[column].transform("first") for column in about})
    codes, unclear = case_codes(table, mapping, reference_codes, warnings)
    steps, without_days = _steps(table, mapping, zone_of(mapping, file))
    set_aside = [*export.set_aside, *unnumbered, *unclear, *without_days]
    broken_cases = refs[refs.index.isin([item.row for item in set_aside])]
    lines = codes.join(steps)[~refs.isin(broken_cases)]
    cases = [
        Case(int(rows.index[0]), rows.iloc[0][codes.columns].to_dict(), _history(rows))
        for _, rows in lines.groupby("grievance_ref", sort=False)
    ]
    return Reading(rows_of(cases), tuple(set_aside), tuple(warnings))


def _steps(
    table: pd.DataFrame, mapping: Mapping[str, Any], zone: ZoneInfo | None
) -> tuple[pd.DataFrame, list[SetAside]]:
    entry, column = mapping["status"], mapping["date"]
    statuses, set_aside = codes_for_words(table[entry["column"]], entry["words"], entry["column"])
    dates = read_dates(table[column], mapping.get("date_order"), zone=zone)
    missing = dict.fromkeys(table.index[table[column].isna()], "is empty")
    set_aside += [SetAside(row, column, None, reason) for row, reason in (dates.problems.to_dict() | missing).items()]
    return pd.DataFrame({"status": statuses, "day": dates.days}), without_words(set_aside)


def _history(rows: pd.DataFrame) -> list[tuple[str, str]]:
    """Steps in the order of their days, those of one day as they stand in the file."""
    in_order = rows.sort_values("day", kind="stable")
    return told_once(zip(in_order["status"], in_order["day"], strict=True))


REGISTER_STEPS = Format("register_steps", "grievances", read, (".csv", ".xlsx"))
