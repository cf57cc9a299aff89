"""UCDP GED as CSV and as GeoJSON."""

import json

import pytest

from loaders.formats.ucdp_ged import UCDP_GED
from loaders.gate.checks import LoadRefused
from loaders.store.incidents import incident
from tests.loaders.formats.whole import csv_bytes, tidy_tables

FIELDS = (
    *("id", "date_start", "date_prec", "type_of_violence", "country", "adm_1", "adm_2", "where_prec", "best", "low"),
    *("high", "latitude", "longitude", "side_a", "source_headline"),
)
EVENTS = (
    ("1", "2010-06-11 00:00:00.000", "1", "2", "Kyrgyzstan", "Osh province", "Kara-Suu district", "2", "7", "5", "9"),
    ("2", "2010-06-09", "4", "2", "Kyrgyzstan", "Jalal-Abad province", "", "4", "1", "1", "3"),
    ("3", "2010-06-12", "1", "3", "Kyrgyzstan", "Osh province", "Kara-Suu district", "6", "1", "1", "1"),
    ("4", "2010-06-12", "1", "1", "Uzbekistan", "", "", "6", "1", "1", "1"),
)
TAIL = ("40.7", "72.87", "Secret side", "Secret headline")


def as_csv() -> bytes:
    return csv_bytes(",".join(FIELDS), *(",".join((*event, *TAIL)) for event in EVENTS))


def as_geojson() -> bytes:
    features = [
        {"type": "Feature", "geometry": None, "properties": dict(zip(FIELDS, (*event, *TAIL), strict=True))}
        for event in EVENTS
    ]
    return json.dumps({"type": "FeatureCollection", "features": features}).encode()


def as_list() -> bytes:
    return json.dumps([dict(zip(FIELDS, (*event, *TAIL), strict=True)) for event in EVENTS]).encode()


def as_page(pages: int = 1) -> bytes:
    return json.dumps({"TotalCount": 4, "TotalPages": pages, "Result": json.loads(as_list())}).encode()


WAYS = {"csv": as_csv(), "geojson": as_geojson(), "list": as_list(), "page": as_page()}


@pytest.mark.parametrize("content", WAYS.values(), ids=WAYS)
def test_events_with_their_ranges_and_precisions(reference, content):
    reading = UCDP_GED.read(content, "ged", {}, reference)
    rows = tidy_tables("incidents", reading, reference)[incident].fillna({"oblast_code": "", "district_code": ""})
    columns = [
        "incident_id",
        "date_precision",
        "oblast_code",
        "district_code",
        "geo_precision",
        "fatalities_min",
        "fatalities_max",
    ]
    assert rows[columns].to_numpy().tolist() == [
        ["GED-1", "day", "41706", "41706226", 2, 5, 9],
        ["GED-2", "month", "41703", "", 4, 1, 3],
        ["GED-3", "day", "", "", 4, 1, 1],
    ]
    assert [str(day.date()) for day in rows["starts_on"]] == ["2010-06-11", "2010-06-01", "2010-06-12"]
    assert rows["category"].tolist() == ["armed_clash", "armed_clash", "attack_on_civilians"]
    assert [item.column for item in reading.set_aside] == ["country"]
    assert "Secret" not in reading.frame.to_csv()


def test_one_page_of_several_of_the_api_is_told(reference):
    assert "one page of the 3" in UCDP_GED.read(as_page(3), "ged", {}, reference).warnings[0]
    assert not any("page" in warning for warning in UCDP_GED.read(as_page(), "ged", {}, reference).warnings)


NO_EVENTS = (b"{}", b"[]", b'{"Result": [1]}', b'{"features": [1]}', b'{"features": ', csv_bytes("a,b", "1,2"))


@pytest.mark.parametrize("content", NO_EVENTS)
def test_a_file_of_another_kind_is_refused(reference, content):
    with pytest.raises(LoadRefused):
        UCDP_GED.read(content, "ged", {}, reference)
