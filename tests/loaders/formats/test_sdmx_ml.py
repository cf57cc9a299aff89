"""SDMX-ML of the National Statistical Committee: which series are meant, of which areas, and what is no value."""

import csv
import io
from collections import Counter

import pytest

from loaders.formats.sdmx_ml import COUNTRY, SDMX_ML
from loaders.gate.checks import LoadRefused
from tests.loaders.formats.whole import mapping_of, tidy_tables

MAPPING = mapping_of("nsc_unemployment")
TOTALS = {"SEX": "_T", "AGE": "_T", "URBANISATION": "_T"}
SERIES = {
    "poverty": {"SERIES": "SI_POV_NAHC", "UNIT_MEASURE": "PT"},
    "resp_mortality": {
        "SERIES": "SH_DTH_NCOM",
        "UNIT_MEASURE": "PER_100000_POP",
        "COMPOSITE_BREAKDOWN": "NCD_CRESPD",
    },
    "safe_water": {"SERIES": "SH_H2O_SAFE", "UNIT_MEASURE": "PT"},
    "wastewater_treated": {"SERIES": "EN_WWT_WWDS", "UNIT_MEASURE": "PT"},
    "occ_deaths": {"SERIES": "SL_EMP_FTLINJUR", "UNIT_MEASURE": "PER_100000_WKRS_EMP"},
    "authority_index": {"SERIES": "_L_KG_160602_1A", "UNIT_MEASURE": "IX"},
}
FILES = {
    "poverty": ("1.2.1", 153),
    "resp_mortality": ("3.4.1", 153),
    "safe_water": ("6.1.1", 115),
    "wastewater_treated": ("6.3.1", 105),
    "occ_deaths": ("8.8.1", 128),
    "authority_index": ("16.6.2.1", 81),
}
# That table has all areas by five digits; the cities are districts of the store.
CITIES = {"41711": "41711000", "41721": "41721000"}
FEMALE = b'REF_AREA="KG02" SEX="F"'
# The first value of Issyk-Kul oblast, both sexes.
OBS = b'<Obs TIME_PERIOD="2007" OBS_VALUE="7" OBS_STATUS="A" UNIT_MULT="0"'


@pytest.fixture
def content(sample_file) -> bytes:
    sample = sample_file("nsc_8.5.2.xml")
    assert OBS in sample and FEMALE in sample
    return sample


def _read(content: bytes, mapping: dict = MAPPING):
    return SDMX_ML.read(content, "8.5.2.xml", mapping, None)


def _values(frame) -> list:
    return sorted((row.district_code, row.year, float(row.value)) for row in frame.itertuples())


def test_the_series_of_the_mapping_is_read_by_oblast(content, reference):
    reading = _read(content)
    counts = Counter(reading.frame["district_code"])
    assert len(reading.frame) == 156
    assert len(counts) == 9 and [code for code in sorted(counts) if len(code) == 8] == ["41711000", "41721000"]
    first = reading.frame[reading.frame["district_code"] == "41702"]
    assert first[["year", "value"]].to_numpy().tolist()[0] == ["2007", "7"]
    assert reading.set_aside == () and reading.warnings == (f"{COUNTRY}: 18",)
    (statistics, *_) = tidy_tables("statistics", reading, reference).values()
    assert len(statistics) == 156


def test_the_known_values_of_unemployment(content, published_file):
    rows = csv.DictReader(io.StringIO(published_file("real/nsc_sdg/statistics_unemp_oblast.csv").decode()))
    expected = sorted((row["district_code"], row["year"], float(row["value"])) for row in rows)
    assert _values(_read(content).frame) == expected


@pytest.mark.parametrize("indicator", FILES)
def test_other_files_of_the_publisher(published_file, indicator):
    name, count = FILES[indicator]
    mapping = MAPPING | {"series": {indicator: TOTALS | SERIES[indicator]}}
    reading = _read(published_file(f"real/nsc_sdg/originals/{name}.xml"), mapping)
    rows = csv.DictReader(io.StringIO(published_file("real/nsc_sdg/nsc_sdg_oblast_statistics.csv").decode()))
    ours = [row for row in rows if row["indicator_code"] == indicator and len(row["area_code"]) == 5]
    areas = [CITIES.get(row["area_code"], row["area_code"]) for row in ours]
    expected = sorted((area, row["year"], float(row["value"])) for area, row in zip(areas, ours, strict=True))
    assert len(reading.frame) == count and _values(reading.frame) == expected


def test_a_total_is_never_mixed_with_its_parts(content):
    vague = {name: value for name, value in MAPPING["series"]["unemp"].items() if name != "SEX"}
    reason = (
        "row 38, column REF_AREA: two series of KG fit series.unemp of the mapping; state there which is meant: SEX"
    )
    with pytest.raises(LoadRefused, match=f"{reason} = _T or F"):
        _read(content, MAPPING | {"series": {"unemp": vague}})
    both = {"unemp": MAPPING["series"]["unemp"], "other": MAPPING["series"]["unemp"]}
    with pytest.raises(LoadRefused, match=r"is series.unemp and series.other of the mapping"):
        _read(content, MAPPING | {"series": both})


@pytest.mark.parametrize(
    ("attributes", "value"),
    [(b'OBS_VALUE="7" UNIT_MULT="3"', "7000"), (b'OBS_VALUE="7.25" UNIT_MULT="-1"', "0.725"), (b'OBS_VALUE="7"', "7")],
)
def test_values_are_multiplied_by_their_power_of_ten(content, attributes, value):
    frame = _read(content.replace(OBS, b'<Obs TIME_PERIOD="2007" ' + attributes, 1)).frame
    assert frame.loc[frame["district_code"] == "41702", "value"].iloc[0] == value


@pytest.mark.parametrize(
    "attributes", [b'OBS_STATUS="M"', b'OBS_VALUE="NaN" OBS_STATUS="A"', b'OBS_VALUE="9" OBS_STATUS="O"']
)
def test_a_missing_value_is_no_row(content, attributes):
    reading = _read(content.replace(OBS, b'<Obs TIME_PERIOD="2007" ' + attributes, 1))
    assert len(reading.frame) == 155 and "values that the file says are missing: 1" in reading.warnings


def test_a_suppressed_value_is_withheld(content, reference):
    reading = _read(content.replace(OBS, b'<Obs TIME_PERIOD="2007" OBS_STATUS="Q"', 1))
    assert reading.frame["is_withheld"].value_counts().to_dict() == {"0": 155, "1": 1}
    (statistics, *_) = tidy_tables("statistics", reading, reference).values()
    assert statistics["value"].isna().sum() == 1


def test_an_estimate_is_loaded_and_told(content):
    reading = _read(content.replace(OBS, OBS.replace(b'"A"', b'"E"'), 1))
    assert len(reading.frame) == 156 and "values loaded whose OBS_STATUS is another than A: 1" in reading.warnings


@pytest.mark.parametrize(
    ("right", "wrong", "column", "reason"),
    [
        (b'TIME_PERIOD="2007"', b'TIME_PERIOD="2007-Q1"', "TIME_PERIOD", "is not a year"),
        (b'OBS_VALUE="7"', b'OBS_VALUE="7,1"', "OBS_VALUE", "is not a number"),
        (b'UNIT_MULT="0"', b'UNIT_MULT="x"', "UNIT_MULT", "is not a power of ten"),
    ],
)
def test_a_value_that_is_not_clear_is_set_aside_by_line(content, right, wrong, column, reason):
    (item,) = _read(content.replace(OBS, OBS.replace(right, wrong), 1)).set_aside
    line = content[: content.index(OBS)].count(b"\n") + 1
    assert (item.row, item.column) == (line, column) and item.reason.startswith(reason)


def test_an_area_that_the_mapping_does_not_have_is_set_aside(content):
    areas = {area: code for area, code in MAPPING["areas"].items() if area != "KG21"}
    reading = _read(content, MAPPING | {"areas": areas})
    assert {(item.column, item.value) for item in reading.set_aside} == {("REF_AREA", "KG21")}
    assert len(reading.frame) + len(reading.set_aside) == 156


def test_a_series_that_is_not_there_is_told_or_refused(content):
    other = {"poverty": SERIES["poverty"]}
    warnings = _read(content, MAPPING | {"series": MAPPING["series"] | other}).warnings
    assert "series of the mapping that this file does not have: 1 (poverty)" in warnings
    with pytest.raises(LoadRefused, match="has no series of the mapping, which are poverty"):
        _read(content, MAPPING | {"series": other})


def test_a_unit_must_be_named(content):
    unitless = {name: value for name, value in MAPPING["series"]["unemp"].items() if name != "UNIT_MEASURE"}
    with pytest.raises(LoadRefused, match="series.unemp of the mapping must name UNIT_MEASURE"):
        _read(content, MAPPING | {"series": {"unemp": unitless}})


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        (b"StructureSpecificData", b"GenericData"),
        (b"schemas/v2_1/message", b"schemas/v3_0/message"),
        (b'dimensionAtObservation="TIME_PERIOD"', b'dimensionAtObservation="AllDimensions"'),
    ],
)
def test_another_kind_of_sdmx_is_refused(content, right, wrong):
    with pytest.raises(LoadRefused, match="is no SDMX-ML 2.1 of the kind structure specific"):
        _read(content.replace(right, wrong))
