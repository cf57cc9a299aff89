"""Exports of complaint registers: the steps stay, the people go."""

import tomllib

import pytest

from loaders.formats.kobo_grievances import KOBO_GRIEVANCES
from loaders.gate.checks import LoadRefused
from loaders.store.grievances import grievance
from tests.loaders.formats.whole import MAPPINGS, csv_bytes, tidy_tables

MAPPING = tomllib.loads((MAPPINGS / "example_kobo_grievances.toml").read_text(encoding="utf-8"))
HEADER = (
    "_id,deviceid,person/name,person/phone,place/raion,issue,issue/water,issue/dust,how,violence,complaint,received,"
    "answered,solved,closed,_submitted_by"
)
LINES = (
    "11,d,Aibek,0555123456,Джети-Огузский район,water,1,0,Письменно,no,text,01.02.2024,02.02.2024,,03.03.2024,u",
    "12,d,Aibek,0555123456,Ton district,water dust,1,1,устно,yes,text,5 февраля 2024,,,,u",
    "13,d,Aibek,0555123456,Naryn,dust,0,1,Устно,no,text,05.02.2024,,,,u",
    "14,d,Aibek,0555123456,Ton,dust,0,1,Устно,no,text,05.02.2024,01.02.2024,,,u",
    "15,d,Aibek,0555123456,Ton,dust,0,1,Устно,no,text,05.02.2024,30.02.2024,,,u",
    "16,d,Aibek,0555123456,Ton,,0,0,Устно,no,text,05.02.2024,,,,u",
    "17,d,Aibek,0555123456,Ton,dust,0,1,голубь,no,text,05.02.2024,,,,u",
)


def read(reference, *lines, header=HEADER, **changes):
    return KOBO_GRIEVANCES.read(csv_bytes(header, *(lines or LINES)), "grm.csv", MAPPING | changes, reference)


def test_cases_with_their_histories(reference):
    reading = read(reference)
    cases = tidy_tables("grievances", reading, reference)[grievance]
    columns = ["district_code", "issue_code", "channel", "is_sensitive", "current_status"]
    assert cases[columns].to_numpy().tolist() == [
        ["41702210", "water", "written", False, "closed"],
        ["41702220", "water", "oral", True, "received"],
    ]
    assert reading.frame["status"].tolist() == ["received", "acknowledged", "closed", "received"]
    assert (
        "cases with several issues, of which the first one in the order of the mapping is kept: 1" in reading.warnings
    )


def test_a_case_that_is_not_clear_is_set_aside_whole_without_its_words(reference):
    reading = read(reference)
    assert sorted((item.row, item.column) for item in reading.set_aside if item.column) == [
        (4, "place/raion"),
        (6, "answered"),
        (7, "issue"),
        (8, "how"),
    ]
    assert [(item.row, "before" in item.reason) for item in reading.set_aside if not item.column] == [(5, True)]
    assert {item.value for item in reading.set_aside} == {None}
    assert not [word for word in ("голубь", "Aibek", "0555123456", "text") if word in repr(reading)]


@pytest.mark.parametrize("column", ["ФИО", "аты-жөнү", "адрес", "gps", "tel"])
def test_a_personal_column_that_nobody_listed_refuses_the_file(reference, column):
    with pytest.raises(LoadRefused) as error:
        read(reference, header=HEADER.replace("complaint", column))
    assert error.value.column == column


def test_a_phone_number_in_a_harmless_column_refuses_the_file(reference):
    with pytest.raises(LoadRefused) as error:
        read(reference, LINES[0].replace("Письменно", "Письменно 0555 12 34 56"))
    assert (error.value.row, error.value.column) == (2, "how")
    assert "0555" not in str(error.value)


def test_a_column_of_the_mapping_must_be_there(reference):
    with pytest.raises(LoadRefused, match="column is missing"):
        read(reference, header=HEADER.replace("answered", "replied"))


REGISTER = {
    **{"ref": "_id", "drop": ["person/*"], "ignore": ["issue"], "body": "aiyl_okmotu", "channel": "written"},
    **{"district": "41702210", "issue": {"options": {"issue/water": "water", "issue/dust": "air"}}},
    "steps": [{"status": "received", "column": "_submission_time"}, {"status": "closed", "column": "closed"}],
}
SUBMITTED = (
    "_id;_submission_time;issue;issue/water;issue/dust;closed;_validation_status",
    "1;2025-12-31T20:15:00;water;1;0;2026-01-20;validation_status_approved",
    "2;2025-12-31T20:15:00+00:00;dust;0;1;2026-01-20;validation_status_not_approved",
    "3;2025-12-31T20:15:00.000Z;water dust;1;1;2026-01-20;validation_status_approved",
)


def receipt(reading) -> dict[str, str]:
    first = reading.frame[reading.frame["status"] == "received"]
    return dict(zip(first["grievance_ref"], first["status_on"], strict=True))


def test_a_time_is_of_the_day_that_it_is_in_bishkek(reference):
    content = csv_bytes(*SUBMITTED)
    as_written = KOBO_GRIEVANCES.read(content, "grm.csv", REGISTER, reference)
    assert receipt(as_written) == {"1": "2025-12-31", "3": "2026-01-01"}
    of_zone = KOBO_GRIEVANCES.read(content, "grm.csv", REGISTER | {"zone": "UTC"}, reference)
    assert receipt(of_zone) == {"1": "2026-01-01", "3": "2026-01-01"}
    assert set(of_zone.frame.loc[of_zone.frame["status"] == "closed", "status_on"]) == {"2026-01-20"}
    with pytest.raises(LoadRefused, match="no time zone"):
        KOBO_GRIEVANCES.read(content, "grm.csv", REGISTER | {"zone": "Bishkek time"}, reference)


@pytest.mark.parametrize("word", ["validation_status_not_approved", "Not approved"])
def test_a_record_that_was_not_approved_is_told_and_not_counted(reference, word):
    content = csv_bytes(*SUBMITTED).replace(b"validation_status_not_approved", word.encode())
    reading = KOBO_GRIEVANCES.read(content, "grm.csv", REGISTER, reference)
    assert set(reading.frame["grievance_ref"]) == {"1", "3"}
    assert [(item.row, "not approved" in item.reason) for item in reading.set_aside] == [(3, True)]


def test_ticked_boxes_may_stand_in_one_column(reference):
    lines = (
        "_id;_submission_time;issue;closed",
        "1;2025-12-31;water;",
        "2;2025-12-31;dust water;",
        "3;2025-12-31;wet;",
    )
    reading = KOBO_GRIEVANCES.read(csv_bytes(*lines), "grm.csv", REGISTER, reference)
    assert reading.frame["issue_code"].tolist() == ["water", "water"]
    assert any("several issues" in warning and warning.endswith(": 1") for warning in reading.warnings)
    assert [item.row for item in reading.set_aside] == [4]


def test_without_the_boxes_and_their_column_the_boxes_are_named(reference):
    with pytest.raises(LoadRefused, match="column issue/water, issue/dust: the columns are missing"):
        KOBO_GRIEVANCES.read(csv_bytes("_id;_submission_time;closed", "1;2025-12-31;"), "grm.csv", REGISTER, reference)


@pytest.mark.parametrize("name", ["Жети-Өгүз району", "Жети-Ѳгүз району", "Жети-Ɵгүз району", "Жeти-Өгүз paйoнy"])
def test_a_place_is_known_whichever_letters_that_look_alike_were_typed(reference, name):
    mapping = REGISTER | {"issue": "water", "district": {"column": "raion"}}
    content = csv_bytes("_id;raion;_submission_time;closed", f"1;{name};01.02.2026;")
    assert KOBO_GRIEVANCES.read(content, "grm.csv", mapping, reference).frame["district_code"].tolist() == ["41702210"]
    words = mapping | {"district": {"column": "raion", "words": {"Жети-Өгүз району": "41702210"}}}
    assert KOBO_GRIEVANCES.read(content, "grm.csv", words, reference).frame["district_code"].tolist() == ["41702210"]
