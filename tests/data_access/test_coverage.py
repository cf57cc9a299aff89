"""What is known for which years, and which sources are late."""

import shutil
from datetime import date, timedelta

import pytest
from sqlalchemy import create_engine, update

from data_access.answers import coverage, sources
from data_access.store.database import Database
from data_access.vocabulary import clock, schema
from data_access.vocabulary.selection import Selection

STATISTIC = "SELECT year, count(DISTINCT district_code) FROM statistic WHERE indicator_code ="
COUNTS = {
    ("revenue", "transfer"): "SELECT fiscal_year, count(DISTINCT district_code) FROM revenue WHERE stage = 'transfer'",
    (
        "monitoring",
        "readings",
    ): "SELECT CAST(substr(month, 1, 4) AS INTEGER), count(DISTINCT district_code) FROM reading",
    ("monitoring", "poverty"): f"{STATISTIC} 'poverty'",
    ("monitoring", "unemp"): f"{STATISTIC} 'unemp'",
    ("grievances", "grievances"): "SELECT year, count(*) FROM grievance_year WHERE area_level = 'district'",
}


@pytest.fixture(scope="module")
def database(example_public_url):
    return Database(example_public_url)


@pytest.mark.parametrize("lane", COUNTS, ids="/".join)
def test_districts_with_a_figure_are_counted_year_by_year(database, example_public_url, lane):
    frame = coverage.by_year(database.snapshot(), Selection()).frame
    rows = frame[(frame["subject"] == lane[0]) & (frame["code"] == lane[1])]
    with create_engine(example_public_url).connect() as connection:
        expected = connection.exec_driver_sql(f"{COUNTS[lane]} GROUP BY 1").fetchall()
    assert dict(zip(rows["year"], rows["districts"], strict=True)) == {y: n for y, n in map(tuple, expected) if n}


def test_a_list_covers_a_district_of_which_it_has_a_record(database, example_public_url):
    frame = coverage.by_year(database.snapshot(), Selection()).frame
    rows = frame[frame["code"] == "incidents"]
    query = """SELECT CAST(substr(starts_on, 1, 4) AS INTEGER), count(DISTINCT district_code) FROM incident
               WHERE district_code IS NOT NULL GROUP BY 1"""
    with create_engine(example_public_url).connect() as connection:
        assert dict(zip(rows["year"], rows["districts"], strict=True)) == dict(
            map(tuple, connection.exec_driver_sql(query))
        )


@pytest.mark.parametrize(
    ("expected", "timeliness"), [(None, "unknown"), (0, "on_time"), (1, "on_time"), (-1, "late"), (-4000, "late")]
)
def test_late_is_what_was_expected_before_today(example_public_url, tmp_path, expected, timeliness):
    day = None if expected is None else clock.today() + timedelta(days=expected)
    path = tmp_path / "public.sqlite"
    shutil.copy(example_public_url.removeprefix("sqlite:///"), path)
    with create_engine(f"sqlite:///{path}").begin() as connection:
        connection.execute(update(schema.source).values(expected_on=day))
    answer = sources.register(Database(f"sqlite:///{path}").snapshot(), Selection())
    assert set(answer.frame["timeliness"]) == {timeliness}
    late = {"late": True, "on_time": False, "unknown": None}[timeliness]
    freshness = sources.freshness(Database(f"sqlite:///{path}").snapshot())
    assert {of_dataset["is_late"] for of_dataset in freshness.values()} == {late}
    assert {one["timeliness"] for of_dataset in freshness.values() for one in of_dataset["sources"].values()} == {
        timeliness
    }


def test_a_register_of_people_is_not_followed_from_day_to_day(database):
    rows = sources.register(database.snapshot(), Selection()).frame.set_index("dataset").loc[["grievances"]]
    row = rows.iloc[0]
    assert row["read_count"] != row["read_count"] and row["set_aside_count"] != row["set_aside_count"]
    assert (row["covers_from"].month, row["covers_from"].day) == (1, 1)
    assert row["newest_on"] + timedelta(days=1) in {date(row["newest_on"].year, month, 1) for month in (4, 7, 10)} | {
        date(row["newest_on"].year + 1, 1, 1)
    }
