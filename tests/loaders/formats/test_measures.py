"""Units, values and coordinates as laboratories write them."""

import json

import pandas as pd
import pytest

from loaders.config.sources import BUNDLED_FOLDER
from loaders.formats.coordinates import degrees, outside_warnings
from loaders.formats.measures import reported_value
from loaders.formats.units import analyte_and_unit, unit_of
from loaders.gate.values import is_readable

HEADERS = {
    "As, мг/л": ("As", "mg/L"),
    "Мышьяк (мкг/дм3)": ("Мышьяк", "µg/L"),
    "Мышьяк (As), мкг/дм³": ("Мышьяк (As)", "µg/L"),
    "Cu [ug/L]": ("Cu", "µg/L"),
    "Медь; мг/дм3": ("Медь", "mg/L"),
    "pH": ("pH", "pH"),
    "Arsenic (ug/l As)": ("Arsenic", "µg/L"),
    "Nitrate, mg/l NO3": ("Nitrate", "mg/L"),
    "Arsenic (ug/l dissolved)": ("Arsenic (ug/l dissolved)", None),
    "pH, ед. рН": ("pH", "pH"),
    "Мутность, НТЕ": ("Мутность", "NTU"),
    "PM2.5 (мкг/м³)": ("PM2.5", "µg/m³"),
    "Примечание, прочее": ("Примечание, прочее", None),
}
VALUES = {
    "< 0.2": "< 0.2",
    "<0,005": "<0,005",
    "н/о": "<0.002",
    "Н.О.": "<0.002",
    "не обнаружено": "<0.002",
    "ND": "<0.002",
    "следы": "следы",
    "менее 0,01": "<0,01",
    "0,012 ± 0,003": "0,012",
    "–": "-",
    "7,4": "7,4",
}
ANGLES = {
    "42°12'36\" с.ш.": 42.21,
    "42° 12′ 36″ N": 42.21,
    "42 12 36 N": 42.21,
    "N 42°12.6'": 42.21,
    "42,21": 42.21,
    "42.21": 42.21,
    "78°12'00\" в.д.": 78.2,
    "33°30' ю.ш.": -33.5,
    "-33.5": -33.5,
    "42°61'00\"": None,
    "north": None,
    "200": None,
}


@pytest.mark.parametrize("header", HEADERS)
def test_a_header_names_analyte_and_unit(header):
    assert analyte_and_unit(header) == HEADERS[header]


@pytest.mark.parametrize("micro", ["µg/L", "μg/L", "ug/l", "мкг/л", "мкг / л"])
def test_micrograms_have_many_spellings(micro):
    assert unit_of(micro) == "µg/L"


@pytest.mark.parametrize("text", VALUES)
def test_values_become_readable_and_keep_their_bound(text):
    assert reported_value(text, "0.002") == VALUES[text]
    assert is_readable(pd.Series([reported_value(text, "0.002")])).all()


def test_without_a_detection_limit_not_detected_stays_what_it_is():
    assert reported_value("н.о.", None) == "н/о"


@pytest.mark.parametrize("text", ANGLES)
def test_coordinates_in_degrees_minutes_and_seconds(text):
    angle = degrees(text)
    assert angle == (None if ANGLES[text] is None else pytest.approx(ANGLES[text]))


class _Layer:
    """What a store knows of the example's boundaries."""

    def frame(self, _query) -> pd.DataFrame:
        return pd.DataFrame({"content": [json.dumps(json.loads((BUNDLED_FOLDER / "districts.geojson").read_text()))]})


def test_a_point_outside_its_district_is_said_and_not_moved():
    places = pd.DataFrame(
        {
            "latitude": ["41°52'00\"", "42,87", "42,87", "?", None],
            "longitude": ["78°12'00\"", "74,59", "74,59", "74", None],
            "district": ["41702210", "41711000", "41702210", "41711000", "41711000"],
        },
        index=[2, 3, 4, 5, 6],
    )
    warnings = outside_warnings(places, _Layer())
    assert [line[:6] for line in warnings] == ["row 4:", "row 5:"]
    assert "outside the stated district 41702210" in warnings[0]
