"""KoboToolbox exports of measurements: the numbers stay, the people go."""

import tomllib

import pytest

from loaders.formats.kobo_readings import KOBO_READINGS
from loaders.gate.checks import LoadRefused
from loaders.store.monitoring import observation
from tests.loaders.formats.whole import MAPPINGS, csv_bytes, tidy_tables

MAPPING = tomllib.loads((MAPPINGS / "example_kobo_readings.toml").read_text(encoding="utf-8"))
HEADER = (
    "start,end,today,deviceid,phone,team/leader_name,sample/station,sample/place,"
    "sample/_place_latitude,sample/_place_longitude,sample/_place_altitude,sample/_place_precision,water/ph,"
    "water/arsenic,quality,quality/duplicate,quality/doubtful,_id,_uuid,_submission_time,_submitted_by"
)
LINES = (
    "2024-05-01T09:00:00+06:00,x,2024-05-01,collect:abc,0555123456,Aibek,example-station-01,41.86 78.2 0 0,41.86,78.2,"
    "3000,5,7.4,12,,0,0,1,u1,2024-05-01T10:00:00,aibek",
    "2024-05-02T09:00:00+06:00,x,2024-05-02,collect:abc,0555123456,Aibek,example-station-02,,,,,,7.1,nd,duplicate,1,0,2,"
    "u2,2024-05-02T10:00:00,aibek",
    "2024-05-03T09:00:00+06:00,x,,collect:abc,0555123456,Aibek,example-station-02,,,,,,7.1,8,,0,0,3,u3,"
    "2024-05-03T10:00:00,aibek",
)


def read(reference, content=None, **changes):
    return KOBO_READINGS.read(content or csv_bytes(HEADER, *LINES), "kobo.csv", MAPPING | changes, reference)


def test_values_flags_and_units(reference):
    rows = tidy_tables("readings", read(reference), reference)[observation]
    values = [(row.indicator_code, row.qualifier, row.value_num, row.qa_flag) for row in rows.itertuples()]
    assert values == [
        ("ph", "", 7.4, "ok"),
        ("as", "", 0.012, "ok"),
        ("ph", "", 7.1, "duplicate"),
        ("as", "<", 0.005, "duplicate"),
    ]
    assert set(rows["collected_by"]) == {"community"}


def test_a_sample_without_a_date_is_set_aside(reference):
    assert [(item.row, item.column, item.value) for item in read(reference).set_aside] == [(4, "today", None)]


def test_nothing_of_a_person_is_left(reference):
    reading = read(reference)
    remains = reading.frame.to_csv() + repr(reading.set_aside) + repr(reading.warnings)
    assert not [secret for secret in ("Aibek", "aibek", "0555123456", "collect:abc") if secret in remains]


@pytest.mark.parametrize(("entry", "column"), [("team/*", "team/leader_name"), ("phone", "phone")])
def test_a_personal_column_that_nobody_listed_refuses_the_file(reference, entry, column):
    drop = [other for other in MAPPING["drop"] if other != entry]
    with pytest.raises(LoadRefused) as error:
        read(reference, drop=drop)
    assert error.value.column == column and "Aibek" not in str(error.value)


def test_the_geopoint_itself_must_be_listed(reference):
    content = csv_bytes(HEADER.replace("sample/place", "sample/gps", 1), *LINES)
    with pytest.raises(LoadRefused, match="looks personal"):
        read(reference, content)


def test_a_measurement_that_was_not_approved_is_told_and_not_loaded(reference):
    reviews = ("validation_status_approved", "validation_status_not_approved", "")
    lines = [f"{line},{review}" for line, review in zip(LINES, reviews, strict=True)]
    reading = read(reference, csv_bytes(f"{HEADER},_validation_status", *lines))
    assert set(reading.frame.index) == {2}
    assert [item.row for item in reading.set_aside if "not approved" in item.reason] == [3]


def test_flags_may_stand_in_one_column(reference):
    header = HEADER.replace("quality,quality/duplicate,quality/doubtful", "quality")
    lines = [line.replace(",,0,0,", ",,").replace(",,0,1,", ",doubtful,").replace(",1,0,", ",") for line in LINES]
    frame = read(reference, csv_bytes(header, *lines)).frame
    flags = frame.groupby("sampled_on")["qa_flag"].first().to_dict()
    assert flags == {"2024-05-01": "ok", "2024-05-02": "duplicate"}


def test_a_time_is_of_the_day_that_it_is_in_bishkek(reference):
    late = csv_bytes(HEADER, LINES[0].replace(",x,2024-05-01,", ",x,2024-05-01T20:00:00Z,"))
    assert set(read(reference, late).frame["sampled_on"]) == {"2024-05-02"}
