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


@pytest.mark.parametrize("text", FIFTH_OF_AUGUST)
def test_one_day_in_many_spellings(text):
    assert read_dates(pd.Series([text])).days.tolist() == ["2019-08-05"]


@pytest.mark.parametrize("text", PROBLEMS)
def test_what_is_no_day_has_a_problem(text):
    dates = read_dates(pd.Series([text], index=[7]))
    assert dates.days.isna().all() and PROBLEMS[text] in dates.problems[7]


def test_tomorrow_is_a_problem_and_today_is_not():
    tomorrow = today() + timedelta(days=1)
    dates = read_dates(pd.Series([tomorrow.isoformat(), today().isoformat(), None], index=[2, 3, 4]))
    assert dates.problems.to_dict() == {2: "lies in the future"}
    assert dates.days[3] == today().isoformat() and pd.isna(dates.days[4])


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
    dates = read_dates(pd.Series([None, None], dtype="str"))
    assert dates.days.isna().all() and dates.problems.empty


@pytest.mark.parametrize(
    ("text", "of_zone"),
    [
        ("2025-12-31T20:15:00Z", "2026-01-01"),
        ("2025-12-31T20:15:00.000+00:00", "2026-01-01"),
        ("2025-12-31 20:15 UTC", "2026-01-01"),
        ("31.12.2025 20:15:00 GMT+1", "2026-01-01"),
        ("2026-01-01T00:10:00+07:00", "2025-12-31"),
        ("2026-01-01T00:10:00+0600", "2026-01-01"),
    ],
)
def test_a_time_with_its_offset_is_of_the_day_in_bishkek(text, of_zone):
    dates = read_dates(pd.Series([text]), zone=ZoneInfo("America/Chicago"))
    assert dates.days.tolist() == read_dates(pd.Series([text])).days.tolist() == [of_zone]


@pytest.mark.parametrize(
    ("text", "as_written", "of_utc"),
    [
        ("2025-12-31T20:15:00", "2025-12-31", "2026-01-01"),
        ("31.12.2025 8:15 PM", "2025-12-31", "2026-01-01"),
        ("31.12.2025 12:15 a.m.", "2025-12-31", "2025-12-31"),
        ("2025-12-31", "2025-12-31", "2025-12-31"),
    ],
)
def test_a_time_without_an_offset_is_one_of_the_zone_that_the_mapping_states(text, as_written, of_utc):
    column = pd.Series([text])
    days = [read_dates(column).days[0], read_dates(column, zone=ZoneInfo("UTC")).days[0]]
    assert days == [as_written, of_utc]


def test_an_hour_that_there_is_not_has_a_problem():
    assert "does not exist" in read_dates(pd.Series(["2025-12-31T25:15:00Z"])).problems[0]
