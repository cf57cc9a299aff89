"""The newest reading of each indicator at a place, with the limit that held then."""

from datetime import date

import pytest

from data_access.answers import newest_readings
from data_access.store.database import Database, Snapshot
from data_access.vocabulary import schema
from data_access.vocabulary.selection import Selection


@pytest.fixture(scope="module")
def snapshot(example_public_url) -> Snapshot:
    return Database(example_public_url).snapshot()


@pytest.mark.parametrize(
    "choice", [{"district": "jeti-oguz"}, {"district": "jeti-oguz", "until": "2022-06"}, {"site": "kumtor"}]
)
def test_a_row_per_indicator_is_its_newest_month_in_the_period(snapshot, choice):
    selection = Selection(**choice)
    frame = newest_readings.newest(snapshot, selection).frame
    assert len(frame) > 3 and frame["code"].is_unique
    last = selection.last_day or date.max
    months = snapshot.frame(schema.station_month.select())
    for row in frame.itertuples():
        same = months[(months["indicator_code"] == row.code) & (months["station_id"] == row.station_id)]
        assert row.month == max(month for month in same["month"] if month <= last)


def test_of_several_stations_the_one_furthest_beyond_its_limit_stands_there(snapshot):
    frame = newest_readings.newest(snapshot, Selection(district="jeti-oguz")).frame
    months = snapshot.frame(schema.station_month.select())
    stations = snapshot.frame(schema.station.select()).set_index("station_id")["district_code"]
    here = months[months["station_id"].map(stations) == stations[frame["station_id"].iloc[0]]]
    for row in frame.dropna(subset="times").itertuples():
        rivals = here[(here["indicator_code"] == row.code) & (here["month"] == row.month)]
        assert row.times == rivals["max_times_limit"].max()


def test_the_limit_is_that_of_the_month(snapshot):
    frame = newest_readings.newest(snapshot, Selection(district="jeti-oguz")).frame.set_index("code")
    assert (frame["least"]["ph"], frame["most"]["ph"]) in {(6.0, 9.0), (6.5, 8.5)}
    assert frame["least"].isna()["as"] and frame["most"]["as"] > 0


def test_where_nothing_is_measured_there_is_nothing(snapshot):
    assert newest_readings.newest(snapshot, Selection(district="bishkek", until="1990")).is_empty
