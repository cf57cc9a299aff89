"""The mappings that the project brings along fit their formats; those not used elsewhere are tried here."""

import json

import pytest

from loaders.formats.airnow import AIRNOW
from loaders.formats.mass_mobilization import MASS_MOBILIZATION
from loaders.formats.open311 import OPEN311
from tests.loaders.formats.whole import MAPPINGS, mapping_of


def test_open311(reference):
    request = {
        "service_request_id": "1",
        "status": "open",
        "service_code": "dust",
        "requested_datetime": "2024-05-01T20:00:00",
        "extended_attributes": {"ward": "2", "channel": "web"},
    }
    frame = OPEN311.read(json.dumps([request]).encode(), "r.json", mapping_of("example_open311"), reference).frame
    assert frame[["district_code", "issue_code", "channel"]].to_numpy().tolist() == [["41702220", "air", "online"]]


def test_airnow(reference, published_file):
    content = published_file("published/airnow_bishkek_pm25_2020.csv")
    frame = AIRNOW.read(content, "a.csv", mapping_of("airnow_bishkek"), reference).frame
    assert set(frame["station_id"]) == {"bishkek-us-embassy"}


def test_mass_mobilization(reference, published_file):
    content = published_file("published/mass_mobilization_kyrgyzstan.csv")
    assert len(MASS_MOBILIZATION.read(content, "m.csv", mapping_of("mass_mobilization"), reference).frame) == 181


@pytest.mark.parametrize("path", sorted(MAPPINGS.glob("*.toml")), ids=lambda path: path.name)
def test_every_mapping_is_toml(path):
    assert isinstance(mapping_of(path.stem), dict)
