"""The published list of protests, with places in free text."""

import pandas as pd
import pytest

from loaders.formats.mass_mobilization import MASS_MOBILIZATION
from loaders.gate.checks import LoadRefused
from loaders.store.incidents import incident
from tests.loaders.formats.whole import tidy_tables

FILE = "published/mass_mobilization_kyrgyzstan.csv"


@pytest.fixture(scope="module")
def reading(reference, published_file):
    return MASS_MOBILIZATION.read(published_file(FILE), "protests.csv", {}, reference)


@pytest.fixture(scope="module")
def rows(reading, reference) -> pd.DataFrame:
    return tidy_tables("incidents", reading, reference)[incident].set_index("incident_id")


def test_every_protest_is_kept_and_counted(reading, rows):
    assert reading.set_aside == ()
    assert "places of 164 protests: 92 district, 38 oblast, 13 several, 21 unresolved" in reading.warnings
    assert "13 protests in several places are 30 rows that share an episode_id and its figures" in reading.warnings
    assert len(rows) == 164 - 13 + 30 and reading.frame["episode_id"].nunique() == 164
    assert rows["oblast_code"].isna().sum() == 27


def test_several_places_are_rows_of_one_episode(reading, rows):
    episode = reading.frame[reading.frame["episode_id"] == "MM-7032010001"]
    assert episode["incident_id"].tolist() == [f"MM-7032010001-{n}" for n in (1, 2, 3)]
    assert episode["district_code"].fillna("").tolist() == ["41711000", "", ""]
    assert episode["oblast_code"].tolist() == ["41711", "41704", "41707"]
    assert rows.loc["MM-7032010001-2", "severity"] == 5, "people were killed"


def test_words_for_numbers(rows):
    def crowd(key: str) -> list:
        return rows.loc[key, ["participants_min", "participants_max"]].tolist()

    assert crowd("MM-7032020003") == [100, 999]
    assert crowd("MM-7032012016") == [1000, 9999]
    assert crowd("MM-7032014001") == [51, 99]
    assert crowd("MM-7032013020") == [2000, 2000]


def test_the_mapping_may_decide_a_name(reference, published_file):
    other_reading = MASS_MOBILIZATION.read(
        published_file(FILE), "protests.csv", {"places": {"Osh": "41721000"}}, reference
    )
    assert (other_reading.frame["district_code"] == "41721000").sum() == 2 + 12
    with pytest.raises(LoadRefused, match="no known district"):
        MASS_MOBILIZATION.read(published_file(FILE), "protests.csv", {"places": {"Osh": "1"}}, reference)


def test_who_protested_is_not_kept(reading):
    assert "keldibekov" not in reading.frame.to_csv().lower()
