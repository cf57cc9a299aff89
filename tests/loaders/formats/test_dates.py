"""Dates in several spellings; day and month are never guessed."""

from datetime import timedelta
from zoneinfo import ZoneInfo

import pandas as pd
import pytest

from data_access.vocabulary.clock import today
from loaders.formats.dates import order_of, read_dates

FIFTH_OF_AUGUST = (
    "2019-08-05",
    "2019/08/05",
    "2019-08-05 00:00:00",
    "2019-08-05T10:00:00.000+06:00",
    "05.08.2019",
    "5.8.2019 г.",
    "05.08.2019 14:30",
    "05 August 2019",
    "August 5, 2019",
    "5-Aug-2019",
    "5 августа 2019",
    "5 августа 2019 г.",
    "2019-ж. 5-август",
    "2019-жылдын 5-августу",
)
PROBLEMS = {
    "31.02.2019": "does not exist",
    "2019-13-01": "does not exist",
    "05/08/2019": "day and month or month and day",
    "05-08-2019": "day and month or month and day",
    "05.08.19": "not a date",
    "43682": "not a date",
    "August 2019": "not a date",
    "soon": "not a date",
    "29 февраля 2019": "does not exist",
}


@pytest.mark.parametrize("written", FIFTH_OF_AUGUST)
def test_one_day_in_many_spellings(written):
    assert read_dates(pd.Series([written])).days.tolist() == ["2019-08-05"]


@pytest.mark.parametrize("written", PROBLEMS)
def test_what_is_no_day_has_a_problem(written):
    found = read_dates(pd.Series([written], index=[7]))
    assert found.days.isna().all() and PROBLEMS[written] in found.problems[7]


def test_tomorrow_is_a_problem_and_today_is_not():
    tomorrow = today() + timedelta(days=1)
    found = read_dates(pd.Series([tomorrow.isoformat(), today().isoformat(), None], index=[2, 3, 4]))
    assert found.problems.to_dict() == {2: "lies in the future"}
    assert found.days[3] == today().isoformat() and pd.isna(found.days[4])


def test_the_order_comes_from_the_mapping_or_from_the_column():
    doubtful = pd.Series(["05/08/2019", "06/07/2019"])
    assert read_dates(doubtful, "day_first").days[0] == "2019-08-05"
    assert read_dates(doubtful, "month_first").days[0] == "2019-05-08"
    assert read_dates(pd.concat([doubtful, pd.Series(["25/12/2019"])])).days.iloc[0] == "2019-08-05"
    assert read_dates(pd.concat([doubtful, pd.Series(["12/25/2019"])])).days.iloc[0] == "2019-05-08"
    assert order_of(["25/12/2019", "12/25/2019"]) is None


def test_with_dots_the_day_comes_first_whatever_the_order():
    assert read_dates(pd.Series(["05.08.2019"]), "month_first").days[0] == "2019-08-05"


def test_the_same_number_twice_is_one_day_in_any_order():
    assert read_dates(pd.Series(["05/05/2019"])).days[0] == "2019-05-05"


@pytest.mark.parametrize(("system", "serial"), [(1900, "43682"), (1904, "42220"), (1900, "43682.75")])
def test_serial_numbers_are_days_only_if_the_mapping_says_so(system, serial):
    assert read_dates(pd.Series([serial]), serials=system).days[0] == "2019-08-05"


def test_a_column_without_values_has_no_days_and_no_problems():
    found = read_dates(pd.Series([None, None], dtype="str"))
    assert found.days.isna().all() and found.problems.empty


@pytest.mark.parametrize(
    ("written", "of_zone"),
    [
        ("2025-12-31T20:15:00Z", "2026-01-01"),
        ("2025-12-31T20:15:00.000+00:00", "2026-01-01"),
        ("2025-12-31 20:15 UTC", "2026-01-01"),
        ("31.12.2025 20:15:00 GMT+1", "2026-01-01"),
        ("2026-01-01T00:10:00+07:00", "2025-12-31"),
        ("2026-01-01T00:10:00+0600", "2026-01-01"),
    ],
)
def test_a_time_with_its_offset_is_of_the_day_in_bishkek(written, of_zone):
    found = read_dates(pd.Series([written]), zone=ZoneInfo("America/Chicago"))
    assert found.days.tolist() == read_dates(pd.Series([written])).days.tolist() == [of_zone]


@pytest.mark.parametrize(
    ("written", "as_written", "of_utc"),
    [
        ("2025-12-31T20:15:00", "2025-12-31", "2026-01-01"),
        ("31.12.2025 8:15 PM", "2025-12-31", "2026-01-01"),
        ("31.12.2025 12:15 a.m.", "2025-12-31", "2025-12-31"),
        ("2025-12-31", "2025-12-31", "2025-12-31"),
    ],
)
def test_a_time_without_an_offset_is_one_of_the_zone_that_the_mapping_states(written, as_written, of_utc):
    column = pd.Series([written])
    found = [read_dates(column).days[0], read_dates(column, zone=ZoneInfo("UTC")).days[0]]
    assert found == [as_written, of_utc]


def test_an_hour_that_there_is_not_has_a_problem():
    assert "does not exist" in read_dates(pd.Series(["2025-12-31T25:15:00Z"])).problems[0]
