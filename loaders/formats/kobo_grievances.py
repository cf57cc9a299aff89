"""KoboToolbox and other exports of a complaint register: one row per case, one column per step. Needs a mapping.

Everything about persons is dropped first; a column that may be about a person and is in no list refuses the file.
"""

from collections.abc import Mapping
from typing import Any
from zoneinfo import ZoneInfo

import pandas as pd

from data_access.vocabulary.fields.grievances import STATUSES
from loaders.formats.cases import Case, codes_of, column_of, nameless, rows_of, told_once
from loaders.formats.dates import read_dates
from loaders.formats.kobo import ENTRIES, codes_of_ticks, read_export
from loaders.formats.mapping import CODE_OR_COLUMN, CODES, DATE_ORDER, TEXT, Entries, ListOf, OneOf, checked_mapping
from loaders.formats.moments import zone_of
from loaders.formats.places import Resolver
from loaders.gate.gazetteer import Gazetteer
from loaders.gate.publisher_format import Format, Reading, SetAside
from loaders.gate.reference_codes import ReferenceCodes

STEP = Entries({"status": OneOf(STATUSES.values), "column": TEXT}, {})
# A district may be found by its name.
DISTRICT = (TEXT, Entries({"column": TEXT}, {"words": CODES}))
ISSUE = (*CODE_OR_COLUMN, Entries({"options": CODES}, {}))
CASE = {"ref": TEXT, "district": DISTRICT, "issue": ISSUE, "channel": CODE_OR_COLUMN, "body": CODE_OR_COLUMN}
MAPPING = Entries({**CASE, "steps": ListOf(STEP)}, {"date_order": DATE_ORDER, "sensitive": CODE_OR_COLUMN, **ENTRIES})


def read(content: bytes, file: str, mapping: Mapping[str, Any], reference_codes: ReferenceCodes) -> Reading:
    """Rows of grievances.csv. ``steps`` of the mapping is a list of {status, column}. Raises LoadRefused."""
    checked_mapping(mapping, MAPPING, file)
    steps = {step["column"]: step["status"] for step in mapping["steps"]}
    columns = [mapping["ref"], *case_columns(mapping), *steps]
    export = read_export(content, file, mapping, columns, case_boxes(mapping))
    table, warnings = export.approved_records, [*export.warnings]
    fields, unclear = case_codes(table, mapping, reference_codes, warnings)
    histories, without_days = _histories(table, steps, mapping.get("date_order"), zone_of(mapping, file))
    set_aside = [*export.set_aside, *unclear, *without_days, *nameless(table[mapping["ref"]])]
    codes = fields.drop(index={item.row for item in set_aside}, errors="ignore")
    cases = [Case(row, line, histories[row]) for row, line in codes.to_dict("index").items()]
    return Reading(rows_of(cases), tuple(set_aside), tuple(warnings))


def case_codes(
    table: pd.DataFrame, mapping: Mapping[str, Any], reference_codes: ReferenceCodes, warnings: list[str]
) -> tuple[pd.DataFrame, list[SetAside]]:
    """What the mapping says of a case, in the columns of grievances.csv, and the rows that it does not fit."""
    fields = [
        _district(table, mapping["district"], reference_codes),
        _issue(table, mapping["issue"], warnings),
        codes_of(table, mapping["channel"], "channel"),
        codes_of(table, mapping["body"], "responsible_body"),
        codes_of(table, mapping.get("sensitive", "0"), "is_sensitive"),
        (table[mapping["ref"]].rename("grievance_ref"), []),
    ]
    return pd.concat([column for column, _ in fields], axis=1), [item for _, items in fields for item in items]


def case_columns(mapping: Mapping[str, Any]) -> list[str]:
    """The columns that tell of a case, without those of ``case_boxes``."""
    entries = [mapping[name] for name in ("district", "channel", "body")] + [mapping.get("sensitive", "0")]
    entries += [] if case_boxes(mapping) else [mapping["issue"]]
    return [column for entry in entries for column in column_of(entry)]


def case_boxes(mapping: Mapping[str, Any]) -> list[str]:
    """The boxes of a select_multiple that tell of a case's issue, if they do."""
    issue = mapping["issue"]
    return [*issue["options"]] if isinstance(issue, Mapping) and "options" in issue else []


def _district(table: pd.DataFrame, entry: Any, reference_codes: ReferenceCodes) -> tuple[pd.Series, list[SetAside]]:
    """A code for all, the words of the mapping, or the names that the store knows."""
    if isinstance(entry, str) or "words" in entry:
        return codes_of(table, entry, "district_code")
    resolver = Resolver(Gazetteer(reference_codes))
    names = table[entry["column"]]
    resolutions = {text: resolver.resolve(text) for text in names.dropna().unique()}
    codes = {text: one.places[0].district for text, one in resolutions.items() if one.state == "district"}
    districts = names.map(codes).astype("str").rename("district_code")
    reason = "is not clearly one district"
    return districts, [SetAside(row, entry["column"], None, reason) for row in table.index[districts.isna()]]


def _issue(table: pd.DataFrame, entry: Any, warnings: list[str]) -> tuple[pd.Series, list[SetAside]]:
    """A code, the words of a column, or the boxes of a select_multiple, of which the mapping's first one counts."""
    if isinstance(entry, str) or "options" not in entry:
        return codes_of(table, entry, "issue_code")
    boxes = codes_of_ticks(table, entry["options"])
    several = boxes.str.contains(";", na=False).sum()
    if several:
        warnings.append(
            f"cases with several issues, of which the first one in the order of the mapping is kept: {several}"
        )
    issues = boxes.str.replace(";.*", "", regex=True).rename("issue_code")
    reason = "no issue of the mapping is ticked"
    return issues, [SetAside(row, "issue", None, reason) for row in table.index[issues.isna()]]


def _histories(
    table: pd.DataFrame, steps: Mapping[str, str], order: str | None, zone: ZoneInfo | None
) -> tuple[dict, list[SetAside]]:
    """Steps in the order of their days, those of one day in the order of the mapping."""
    dates = {column: read_dates(table[column], order, zone=zone) for column in steps}
    set_aside = [
        SetAside(row, column, None, reason)
        for column, reading in dates.items()
        for row, reason in reading.problems.items()
    ]
    days = pd.DataFrame({column: reading.days for column, reading in dates.items()}, index=table.index)
    histories = {}
    for row, line in days.to_dict("index").items():
        steps_by_day = sorted(
            ((day, status) for (_, status), day in zip(steps.items(), line.values(), strict=True) if pd.notna(day)),
            key=lambda pair: pair[0],
        )
        histories[row] = told_once((status, day) for day, status in steps_by_day)
        if not steps_by_day or steps_by_day[0][1] != "received":
            set_aside.append(SetAside(row, None, None, "has no receipt, or a step is dated before it"))
    return histories, set_aside


KOBO_GRIEVANCES = Format("kobo_grievances", "grievances", read, (".csv", ".xlsx"))
