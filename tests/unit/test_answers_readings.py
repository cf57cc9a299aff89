"""Answers about readings, counted once more from the rows of the public store with other means."""

import sqlite3

import pytest

from data_access.answers import indicators, stations
from data_access.store.database import Database, Snapshot
from data_access.vocabulary.selection import Selection


@pytest.fixture(scope="module")
def snapshot(example_public_url) -> Snapshot:
    return Database(example_public_url).snapshot()


@pytest.fixture(scope="module")
def rows(example_public_url):
    connection = sqlite3.connect(example_public_url.removeprefix("sqlite:///"))
    yield lambda sql, *values: connection.execute(sql, values).fetchall()
    connection.close()


@pytest.mark.parametrize("period", [("2019", "2026"), ("2021", "2021")])
def test_a_pair_of_place_and_indicator_has_a_share_only_where_most_can_be_judged(snapshot, rows, period):
    frame = indicators.judged_by_place(snapshot, Selection(since=period[0], until=period[1])).frame
    shares = {(row.slug, row.code): None if row.share != row.share else row.share for row in frame.itertuples()}
    query = """SELECT slug, indicator_code, sum(ok_count + near_count + exceeds_count), sum(exceeds_count),
               sum(cannot_tell_count) FROM reading JOIN district USING (district_code)
               WHERE month BETWEEN ? AND ? GROUP BY slug, indicator_code"""
    counts = rows(query, f"{period[0]}-01-01", f"{period[1]}-12-31")
    expected = {
        (slug, code): pytest.approx(100 * beyond / judged_count) if judged_count >= max(4, unjudged_count) else None
        for slug, code, judged_count, beyond, unjudged_count in counts
    }
    assert shares == expected and None in shares.values()


@pytest.mark.parametrize(
    ("counts", "share"), [((2, 1, 1, 2), 25), ((4, 0, 0, 4), 0), ((3, 0, 1, 5), None), ((2, 0, 1, 0), None)]
)
def test_a_share_is_of_those_that_can_be_judged(counts, share):
    """ok, near, exceeds, cannot_tell."""
    assert indicators.share_beyond(*counts) == share


def test_months_of_stations_add_up_to_those_of_districts(rows):
    query = "SELECT indicator_code, month, sum(reading_count), sum(exceeds_count) FROM {} GROUP BY 1, 2"
    of_stations, of_districts = rows(query.format("station_month")), rows(query.format("reading"))
    assert of_stations == of_districts and of_stations


def test_community_and_laboratory_are_compared_where_both_detected_something(snapshot, rows):
    means = rows(
        """SELECT collected_by, district_code, indicator_code, averaging, month, avg(mean_value) FROM station_month
           JOIN station USING (station_id) WHERE mean_value > 0 GROUP BY 1, 2, 3, 4, 5"""
    )
    of = {who: {tuple(key): mean for one, *key, mean in means if one == who} for who in ("community", "laboratory")}
    shared = of["community"].keys() & of["laboratory"].keys()
    near = [key for key in shared if 0.5 <= of["community"][key] / of["laboratory"][key] <= 2]
    frame = stations.by_collector(snapshot, Selection()).frame
    assert (set(frame["pairs"]), set(frame["agreeing"])) == ({len(shared)}, {len(near)})
    assert 0 < len(near) < len(shared)
