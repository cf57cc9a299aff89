"""JSON and map layers that are damaged, too deep, elsewhere or of other shapes."""

import json

import pytest

from tests.loaders.kinds import only_exhaustive
from tests.loaders.stand_ins import FILES

SQUARE = [[76, 42], [76, 43], [77, 43], [77, 42], [76, 42]]
TEXT = FILES["boundaries"]


def layer(ring: object, kind: str = "Polygon", **changes: object) -> bytes:
    """The stand-in's boundaries, the first feature with this ring."""
    collection = json.loads(TEXT)
    first = collection["features"][0]
    first["geometry"] = {"type": kind, "coordinates": [ring]}
    collection["features"][0] = first | changes
    return json.dumps(collection).encode()


BOTH = {
    "nothing": (b"", "is empty"),
    "cut off": (TEXT.encode()[:100], "is cut off"),
    "number that is none": (TEXT.replace("43]", "NaN]", 1).encode(), "holds a number that is none"),
    "infinity": (TEXT.replace("43]", "-Infinity]", 1).encode(), "holds a number that is none"),
    "entry twice": (TEXT.replace('"type"', '"type": 1, "type"', 1).encode(), "column type: an object"),
    "deep list": (b"[" * 1_000_000, "is nested more deeply"),
    "deep object": (b'{"features":' * 1_000_000, "is nested more deeply"),
}
LAYERS = {
    "no collection": (b"{}", "is not a GeoJSON feature collection"),
    "features no list": (b'{"features": {}}', "is not a GeoJSON feature collection"),
    "features no objects": (b'{"features": [1]}', "is not a GeoJSON feature collection"),
    "no features": (b'{"type": "FeatureCollection", "features": []}', "has no features"),
}
SHAPES = {
    "words": (layer([["a", "b"]] * 5), "row 1"),
    "crossing itself": (layer([SQUARE[i] for i in (0, 2, 1, 3, 0)]), "row 1"),
    "too few points": (layer([[76, 42], [77, 43]]), "b.geojson"),
    "no geometry": (layer(SQUARE, geometry=None), "row 1"),
    "empty": (layer([]), "row 1"),
    "line": (layer(SQUARE[0], "LineString"), "b.geojson"),
    "unknown kind": (layer(SQUARE, "Circle"), "row 1"),
    "metres": (layer([[x * 10_000, y * 100_000] for x, y in SQUARE]), "the country"),
    "latitude first": (layer([[y, x] for x, y in SQUARE]), "the country"),
}
REQUEST = {"service_request_id": "1", "status": "open", "service_code": "dust", "requested_datetime": "2024-05-01"}
REQUEST |= {"extended_attributes": {"ward": "1", "channel": "web"}}
REQUESTS = {
    "no list": ({}, "is not a list of GeoReport v2"),
    "no requests": ([], "has no requests"),
    "no objects": ([1], "is not a list of GeoReport v2"),
    "notes a text": ([REQUEST | {"notes": "x"}], "row 1: notes must be a list"),
    "notes no objects": ([REQUEST | {"notes": [1]}], "row 1: notes must be a list"),
    "attributes a list": ([REQUEST | {"extended_attributes": [1]}], "row 1: notes must be"),
    "no number": ([REQUEST | {"service_request_id": None}], "row 1, column grievance_ref"),
    "year 0": ([REQUEST | {"requested_datetime": "0000-01-01"}], "row 1, column notes"),
    "year 9999": ([REQUEST | {"requested_datetime": "9999-12-31T23:59:59"}], "lies in the future"),
    "number for a time": ([REQUEST | {"requested_datetime": 5}], "row 1, column notes"),
}
YEARS = {
    "no record": ([], "is not a country's record"),
    "no years": ({"revenues": {}, "metadata": {}}, "has no row that can be loaded"),
    "year in words": ({"revenues": {"last": {"government": "1"}}, "metadata": {}}, "row 1, column fiscal_year"),
    "year 9999": ({"revenues": {"9999": {"government": "1"}}, "metadata": {}}, "row 1, column fiscal_year"),
    "list": ({"revenues": {"2013": {"government": [1]}}, "metadata": {}}, "row 1, column amount_government_usd"),
    "exponent": ({"revenues": {"2013": {"government": "1e999"}}, "metadata": {}}, "row 1, column amount_government"),
    "endless": ({"revenues": {"2013": {"government": "9" * 400}}, "metadata": {}}, "row 1, column amount_government"),
}
EVENT = {"id": 1, "date_start": "2010-06-10", "date_prec": "1", "type_of_violence": "2", "country": "Kyrgyzstan"}
EVENT |= {"adm_1": "Issyk-Kul", "adm_2": None, "where_prec": "4", "low": "1", "high": "3"}
EVENTS = {
    "no properties": ([{"properties": None}], "has a feature without properties"),
    "word for a number": ([{"properties": EVENT | {"low": "x"}}], "row 1, column fatalities_min"),
    "lowest above highest": ([{"properties": EVENT | {"low": "9"}}], "row 1: a lowest figure"),
    "no such month": ([{"properties": EVENT | {"date_start": "2010-13-10"}}], "row 1, column date_start"),
    "year 9999": ([{"properties": EVENT | {"date_start": "9999-12-31"}}], "row 1, column date_start"),
    "twice": ([{"properties": EVENT}] * 2, "row 1, column incident_id: occurs twice"),
}


@pytest.mark.parametrize("case", BOTH)
@pytest.mark.parametrize(
    "key",
    ["boundaries", only_exhaustive("lakes"), "boundary_layer", "open311", only_exhaustive("eiti_api"), "ucdp_ged"],
)
def test_damaged_json(refused_content, key, case):
    content, reason = BOTH[case]
    message = refused_content(key, content, "b.geojson")
    # What does not begin as GeoJSON is tried as a table, or is named as what it is not.
    assert reason in message or key in ("boundary_layer", "ucdp_ged") and not content.startswith(b"{")


@pytest.mark.parametrize("case", LAYERS)
@pytest.mark.parametrize("key", ["boundaries", only_exhaustive("lakes"), "boundary_layer", "ucdp_ged"])
def test_what_is_no_collection(refused_content, key, case):
    content, reason = LAYERS[case]
    assert reason in refused_content(key, content, "b.geojson")


@pytest.mark.parametrize("case", SHAPES)
@pytest.mark.parametrize("key", ["boundaries", only_exhaustive("lakes"), "boundary_layer"])
def test_shapes_that_cannot_be_drawn(refused_content, key, case):
    content, where = SHAPES[case]
    assert where in refused_content(key, content, "b.geojson")


@pytest.mark.parametrize(
    ("key", "content", "reason"),
    [("open311", *case) for case in REQUESTS.values()]
    + [("eiti_api", *case) for case in YEARS.values()]
    + [("ucdp_ged", {"features": features}, reason) for features, reason in EVENTS.values()],
    ids=[*REQUESTS, *(f"years: {case}" for case in YEARS), *(f"events: {case}" for case in EVENTS)],
)
def test_records_of_other_shapes(refused_content, key, content, reason):
    assert reason in refused_content(key, json.dumps(content).encode(), "r.json")


def test_heights_are_left_out(run, desk, tmp_path):
    path = tmp_path / "b.geojson"
    path.write_bytes(layer([[x, y, 700] for x, y in SQUARE]))
    assert run("load", "boundaries", path, "--source", "boundaries", "--dry-run") == (0, "")
    assert desk.is_as_before()
