"""AirNow's hourly files: the known answers are computed here in another way, line by line."""

import csv
import io
from collections import defaultdict
from datetime import datetime, timedelta
from statistics import fmean

import pytest

from loaders.formats.airnow import AIRNOW
from loaders.gate.checks import LoadRefused
from loaders.store.monitoring import observation
from tests.loaders.formats.whole import csv_bytes, tidy_tables

MAPPING = {"stations": {"Bishkek": "example-station-01"}}
HEADER = (
    "Site,Parameter,Date (LT),Year,Month,Day,Hour,NowCast Conc.,AQI,AQI Category,Raw Conc.,Conc. Unit,Duration,QC Name"
)


def by_hand(content: bytes) -> tuple[dict[str, float], int]:
    """Daily means, and the number of days that have none."""
    hours: dict[str, dict[str, float | None]] = defaultdict(dict)
    for line in csv.reader(io.StringIO(content.decode("utf-8-sig"))):
        if line[0] == "Bishkek":
            stamp, value, quality = line[2], float(line[10]), line[13]
            hour = int(stamp[11:13]) % 12 + (12 if stamp.endswith("PM") else 0)
            ends = datetime.fromisoformat(stamp[:10]) + timedelta(hours=hour)
            day = (ends - timedelta(minutes=1)).date().isoformat()
            hours[day].setdefault(stamp, value if quality == "Valid" and value != -999 else None)
    values_by_day = {day: [value for value in of_day.values() if value is not None] for day, of_day in hours.items()}
    means = {day: fmean(values) for day, values in values_by_day.items() if len(values) >= 18}
    return {day: mean for day, mean in means.items() if mean >= 0}, len(hours)


@pytest.mark.parametrize(("year", "days", "without"), [(2019, 322, 3), (2020, 357, 5)])
def test_daily_means_of_the_published_files(reference, published_file, year, days, without):
    content = published_file(f"published/airnow_bishkek_pm25_{year}.csv")
    reading = AIRNOW.read(content, "airnow.csv", MAPPING, reference)
    expected, all_days = by_hand(content)
    means = dict(zip(reading.frame["sampled_on"], reading.frame["value"].astype(float), strict=True))
    assert len(means) == days and all_days - days == without
    assert means == {day: pytest.approx(mean, abs=0.0501) for day, mean in expected.items()}
    assert set(tidy_tables("readings", reading, reference)[observation]["averaging"]) == {"day"}


def test_the_hour_that_occurs_twice_is_set_aside_once(reference, published_file):
    content = published_file("published/airnow_bishkek_pm25_2019.csv")
    twice = [item for item in AIRNOW.read(content, "a.csv", MAPPING, reference).set_aside if "twice" in item.reason]
    assert [(item.row, item.value) for item in twice] == [(767, "2019-03-10 03:00 AM")]


def hour(number: int, value: str, quality: str = "Valid") -> str:
    stamp = (datetime(2019, 5, 1) + timedelta(hours=number)).strftime("%Y-%m-%d %I:%M %p")
    return f"Bishkek,PM2.5 - Principal,{stamp},2019,05,01,01,1,1,Good,{value},UG/M3,1 Hr,{quality}"


@pytest.mark.parametrize(("valid", "days"), [(18, 1), (17, 0)])
def test_eighteen_valid_hours_make_a_day(reference, valid, days):
    hours = [hour(n, "10.0") if n <= valid else hour(n, "-999.0", "Missing") for n in range(1, 25)]
    reading = AIRNOW.read(csv_bytes(HEADER, *hours), "a.csv", MAPPING, reference)
    assert len(reading.frame) == days
    assert len([item for item in reading.set_aside if "needs 18" in item.reason]) == 1 - days


def test_negative_noise_counts_and_the_missing_mark_does_not(reference):
    hours = [hour(n, {1: "-2.0", 2: "-999.0"}.get(n, "4.0")) for n in range(1, 25)]
    reading = AIRNOW.read(csv_bytes(HEADER, *hours), "a.csv", MAPPING, reference)
    assert reading.frame["value"].tolist() == [str(round((22 * 4 - 2) / 23, 1))]


def test_a_site_without_station_is_set_aside_and_another_file_refused(reference):
    other = AIRNOW.read(csv_bytes(HEADER, hour(1, "1").replace("Bishkek", "Almaty")), "a.csv", MAPPING, reference)
    assert other.frame.empty and other.set_aside[0].column == "Site"
    with pytest.raises(LoadRefused, match="column Site, Parameter, .*: the columns are missing; there are a, b"):
        AIRNOW.read(csv_bytes("a,b", "1,2"), "a.csv", MAPPING, reference)
    with pytest.raises(LoadRefused, match="stations"):
        AIRNOW.read(csv_bytes(HEADER, hour(1, "1")), "a.csv", {}, reference)


def test_a_value_that_is_no_number_is_told_and_not_taken_for_a_missing_one(reference):
    hours = [hour(n, {1: "1250,5"}.get(n, "4.0")).replace("1250,5", '"1250,5"') for n in range(1, 25)]
    reading = AIRNOW.read(csv_bytes(HEADER, *hours), "a.csv", MAPPING, reference)
    assert reading.frame["value"].tolist() == ["4.0"]
    assert [(item.row, item.column, item.value) for item in reading.set_aside] == [(2, "Raw Conc.", "1250,5")]


def test_an_hour_is_valid_in_any_letters(reference):
    hours = [hour(n, "4.0", "VALID") for n in range(1, 25)]
    assert len(AIRNOW.read(csv_bytes(HEADER, *hours), "a.csv", MAPPING, reference).frame) == 1
