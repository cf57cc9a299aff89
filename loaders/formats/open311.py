"""Open311 GeoReport v2 requests (JSON) with dated notes, to grievances with their histories.

Descriptions, addresses, coordinates, media, answers to questions and the texts of notes are dropped before anything
else. Days are those of the mapping's ``zone`` (default Asia/Bishkek); a time without an offset is one of that zone.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import pandas as pd

from data_access.vocabulary import clock
from data_access.vocabulary.fields.grievances import STATUSES as STEPS
from loaders.formats.cases import Case, codes_of, column_of, nameless, rows_of, told_once
from loaders.formats.mapping import CODE_OR_COLUMN, TEXT, TEXTS, Entries, NamedEntries, OneOf, checked_mapping
from loaders.formats.moments import zone_of
from loaders.gate.checks import LoadRefused
from loaders.gate.days import BISHKEK
from loaders.gate.json_text import read_json
from loaders.gate.personal import without_personal
from loaders.gate.publisher_format import Format, Reading, SetAside
from loaders.gate.reference_codes import ReferenceCodes

MAPPING = Entries(
    dict.fromkeys(("district", "issue", "channel", "body"), CODE_OR_COLUMN),
    {
        "zone": TEXT,
        "statuses": NamedEntries(OneOf(STEPS.values)),
        "sensitive": CODE_OR_COLUMN,
        "drop": TEXTS,
        "ignore": TEXTS,
    },
)
PERSONAL_FIELDS = (
    *("description", "address", "address_id", "zipcode", "lat", "long", "media_url", "status_notes", "attributes"),
    *("service_notice", "first_name", "last_name", "email", "phone", "device_id", "account_id"),
)
HARMLESS_FIELDS = (
    *("service_request_id", "status", "service_name", "service_code", "agency_responsible", "requested_datetime"),
    *("updated_datetime", "expected_datetime", "notes", "token", "jurisdiction_id"),
)
EXTENDED_ATTRIBUTES = "extended_attributes"
# GeoReport knows open and closed only, in any letters; the types of notes tell a little more.
STATUSES = {
    "open": "received",
    "submitted": "received",
    "opened": "received",
    "activity": "in_resolution",
    "follow_on_created": "in_resolution",
    "follow_on_closed": "in_resolution",
    "closed": "closed",
}


def read(content: bytes, file: str, mapping: Mapping[str, Any], _reference_codes: ReferenceCodes) -> Reading:
    """Rows of grievances.csv; rows of the file are places in its list, from 1. Raises LoadRefused."""
    checked_mapping(mapping, MAPPING, file)
    requests = _requests(content, file)
    table = _codes_only(requests, mapping, file)
    fields = [codes_of(table, mapping[entry], field) for entry, field in FIELDS.items()]
    sensitive, unclear = codes_of(table, mapping.get("sensitive", "0"), "is_sensitive")
    codes = pd.concat(
        [table["service_request_id"].rename("grievance_ref"), *(column for column, _ in fields), sensitive], axis=1
    )
    set_aside = [item for _, items in fields for item in items] + unclear + nameless(codes["grievance_ref"])
    statuses = STATUSES | {_plain(word): status for word, status in mapping.get("statuses", {}).items()}
    cases, broken_cases = _cases(requests, codes.dropna(), statuses, zone_of(mapping, file) or BISHKEK)
    frame = rows_of(cases)
    notes = sum(len(request.get("notes") or ()) for request in requests.values())
    summary = f"{len(requests)} requests with {notes} notes: {len(cases)} cases with {len(frame)} steps"
    return Reading(frame, (*set_aside, *broken_cases), (summary,))


FIELDS = {"district": "district_code", "issue": "issue_code", "channel": "channel", "body": "responsible_body"}


def _requests(content: bytes, file: str) -> dict[int, dict[str, Any]]:
    answer = read_json(content, file)
    if not isinstance(answer, list) or not all(isinstance(request, dict) for request in answer):
        raise LoadRefused(file, "is not a list of GeoReport v2 service requests")
    if not answer:
        raise LoadRefused(file, "has no requests")
    requests = dict(enumerate(answer, start=1))
    for row, request in requests.items():
        notes, further = request.get("notes") or [], request.get(EXTENDED_ATTRIBUTES) or {}
        if not isinstance(notes, list) or not isinstance(further, dict) or not all(isinstance(n, dict) for n in notes):
            raise LoadRefused(file, f"notes must be a list of objects, and {EXTENDED_ATTRIBUTES} an object", row)
    return requests


def _codes_only(requests: Mapping[int, dict], mapping: Mapping[str, Any], file: str) -> pd.DataFrame:
    """The fields that become codes, as a table; every other field is dropped or refuses the file."""
    flat = [_flat(request) for request in requests.values()]
    table = pd.DataFrame(flat, index=list(requests), dtype=object)
    entries = [mapping[entry] for entry in FIELDS] + [mapping.get("sensitive", "0")]
    columns = {"service_request_id", *(column for entry in entries for column in column_of(entry))}
    drop = [*PERSONAL_FIELDS, *mapping.get("drop", ())]
    fields = without_personal(table, drop, [*HARMLESS_FIELDS, *mapping.get("ignore", ())], columns, file)
    missing = sorted(columns - set(fields))
    if missing:
        raise LoadRefused(file, "no request has this field", column=missing[0])
    return fields.astype("str")


def _flat(request: Mapping[str, Any]) -> dict[str, str | None]:
    """Fields with those of extended_attributes (as ``extended_attributes.ward``) and of notes; texts only."""
    own = {name: value for name, value in request.items() if name not in (EXTENDED_ATTRIBUTES, "notes")}
    further = {
        f"{EXTENDED_ATTRIBUTES}.{name}": value for name, value in (request.get(EXTENDED_ATTRIBUTES) or {}).items()
    }
    in_notes = {name: None for note in request.get("notes") or () for name in note if name not in NOTE_FIELDS}
    return {name: None if value is None else str(value) for name, value in {**own, **further, **in_notes}.items()}


# Their texts are not read at all.
NOTE_FIELDS = ("datetime", "type", "summary", "description", EXTENDED_ATTRIBUTES)


def _cases(
    requests, codes: pd.DataFrame, statuses: Mapping[str, str], zone: ZoneInfo
) -> tuple[list[Case], list[SetAside]]:
    cases, set_aside = [], []
    for row, line in codes.to_dict("index").items():
        try:
            cases.append(Case(row, line, _steps(requests[row], statuses, zone)))
        except _NoHistory as error:
            set_aside.append(SetAside(row, error.field, None, str(error)))
        except (KeyError, TypeError, ValueError):
            set_aside.append(SetAside(row, "notes", None, "has a note or a request without a readable time"))
    return cases, set_aside


class _NoHistory(ValueError):
    """A request whose notes, or whose own status, are no history; why, and in which field."""

    def __init__(self, reason: str, field: str = "notes") -> None:
        super().__init__(reason)
        self.field = field


UNKNOWN_STATUS = "is a word that the mapping's statuses do not have; give it one of our statuses there"


def _steps(request: Mapping[str, Any], statuses: Mapping[str, str], zone: ZoneInfo) -> list[tuple[str, str]]:
    """Raises KeyError or ValueError when a time is missing or cannot be read, _NoHistory when the order is wrong."""
    moments = [(_moment(note["datetime"], zone), _plain(note["type"])) for note in request.get("notes") or ()]
    statuses_of_notes, word = {statuses.get(kind) for _, kind in moments} | {"received"}, _plain(request["status"])
    if word not in statuses:
        raise _NoHistory(UNKNOWN_STATUS, "status")
    if not any(statuses.get(kind) == "received" for _, kind in moments):
        moments.append((_moment(request["requested_datetime"], zone), "opened"))
    if statuses[word] not in statuses_of_notes:
        moments.append((_moment(request["updated_datetime"], zone), word))
    moments.sort(key=lambda pair: pair[0])
    strange_words = {kind for _, kind in moments} - set(statuses)
    if strange_words:
        raise _NoHistory("has a note of a type that the mapping's statuses do not have")
    if statuses[moments[0][1]] != "received":
        raise _NoHistory("a step is dated before the receipt")
    if moments[-1][0].date() > clock.today():
        raise _NoHistory("a step lies in the future")
    return told_once((statuses[kind], moment.date().isoformat()) for moment, kind in moments)


def _moment(text: str, zone: ZoneInfo) -> datetime:
    moment = datetime.fromisoformat(text)
    return moment.replace(tzinfo=zone) if moment.tzinfo is None else moment.astimezone(zone)


def _plain(word: str) -> str:
    """A word as it is looked up: ``Closed`` and ``CLOSED`` are ``closed``."""
    return " ".join(word.casefold().split())


OPEN311 = Format("open311", "grievances", read, (".json",))
