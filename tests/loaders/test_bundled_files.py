"""The real files in loaders/bundled: what their scripts make of the inputs, and fit for the map."""

import gzip
import json
import re
from pathlib import Path

import numpy as np
import pytest
import shapely

from data_access.store.settings import CHECKOUT
from data_access.vocabulary.languages import LANGUAGES
from loaders.datasets.actors import ACTOR_ROLES, UNKNOWN
from tools.bundled import real_monitoring, reference_money, reported
from tools.bundled.boundaries import generalise_files
from tools.bundled.files import read_rows
from tools.bundled.reference import compile_files
from tools.bundled.reference_actors import ROLES
from tools.bundled.reference_incidents import compile_incidents

BUNDLED = CHECKOUT / "loaders" / "bundled"
SHARED = CHECKOUT.parent / "shared" / "data"

needs_shared = pytest.mark.skipif(not SHARED.is_dir(), reason=f"the input files are not at {SHARED}")


def rows(name: str) -> list[dict[str, str]]:
    return read_rows(BUNDLED / f"{name}.csv")


def layer(name: str) -> tuple[list[dict], np.ndarray]:
    features = json.loads((BUNDLED / name).read_text(encoding="utf-8"))["features"]
    return features, np.array([shapely.geometry.shape(feature["geometry"]) for feature in features])


def assert_same_files(folder: Path) -> None:
    for path in folder.iterdir():
        assert path.read_bytes() == (BUNDLED / path.name).read_bytes(), path.name


@needs_shared
def test_reference_files_are_what_the_script_compiles(tmp_path):
    remarks = compile_files(SHARED / "reference", SHARED / "published", SHARED / "real", tmp_path)
    assert len([remark for remark in remarks if remark.startswith("poverty")]) == 4
    assert_same_files(tmp_path)


@needs_shared
def test_reported_files_are_what_the_script_compiles(tmp_path):
    reported.compile_files(SHARED / "real", BUNDLED, tmp_path)
    assert_same_files(tmp_path)


@needs_shared
def test_real_statistics_and_readings_are_what_the_script_compiles(tmp_path):
    real_monitoring.compile_files(SHARED / "real", tmp_path)
    assert_same_files(tmp_path)


@needs_shared
def test_files_of_real_money_are_what_the_script_compiles(tmp_path):
    reference_money.compile_files(SHARED / "real", tmp_path)
    assert len([*tmp_path.iterdir()]) == 10
    assert_same_files(tmp_path)


@needs_shared
def test_layers_are_what_the_script_draws(tmp_path):
    folder = SHARED / "boundaries"
    generalise_files(folder / "kyrgyzstan_districts.geojson", folder / "lakes.geojson", tmp_path)
    for name in ("districts.geojson", "lakes.geojson"):
        new, old = (json.loads((path / name).read_text(encoding="utf-8")) for path in (tmp_path, BUNDLED))
        assert new == old


def test_districts_and_lakes_fit_together_without_gaps():
    (_, districts), (_, lakes) = layer("districts.geojson"), layer("lakes.geojson")
    polygons = np.concatenate([districts, lakes])
    assert shapely.is_valid(polygons).all()
    assert shapely.coverage_is_valid(polygons)
    assert np.isclose(shapely.area(polygons).sum(), shapely.union_all(polygons).area)
    assert not any(polygon.intersects(lake.centroid) for polygon in districts for lake in lakes)


def test_layer_has_every_district_by_its_code_and_is_light():
    features, polygons = layer("districts.geojson")
    codes = [feature["id"] for feature in features]
    assert codes == [feature["properties"]["district_code"] for feature in features]
    assert sorted(codes) == [row["district_code"] for row in rows("districts")]
    assert len(codes) == 54
    assert shapely.area(polygons).min() > 0.001
    assert len(gzip.compress((BUNDLED / "districts.geojson").read_bytes())) <= 40_000


def test_exterior_rings_are_clockwise_for_spherical_drawing():
    for name in ("districts.geojson", "lakes.geojson"):
        _, polygons = layer(name)
        assert not shapely.is_ccw(shapely.get_exterior_ring(shapely.get_parts(polygons))).any()


def test_slugs_are_permanent_unique_and_kebab_case():
    slugs = {row["district_code"]: row["slug"] for row in rows("districts")}
    assert len(set(slugs.values())) == 54
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", slug) for slug in slugs.values())
    permanent = {
        "41702210": "jeti-oguz",
        "41703410": "manas-city",
        "41704245": "naryn",
        "41704400": "naryn-city",
        "41707215": "aitmatov",
        "41707225": "manas-talas",
        "41711000": "bishkek",
        "41721000": "osh-city",
    }
    assert slugs | permanent == slugs


def test_former_names_are_aliases_and_not_in_display_names():
    districts = {row["district_code"]: row for row in rows("districts")}
    names = [row[f"name_{language}"] for row in districts.values() for language in ("ky", "ru", "en")]
    assert not [name for name in names if "(" in name or not name]
    assert "Джалал-Абад" in districts["41703410"]["aliases"].split(";")
    assert "Kara-Buura" in districts["41707215"]["aliases"].split(";")


def test_poverty_of_the_swapped_pairs_goes_to_the_right_districts():
    poverty = {(row["district_code"], row["year"]): float(row["value"]) for row in rows("statistics")}
    assert (poverty["41706207", "2011"], poverty["41706207", "2020"]) == (63.3, 47)
    assert (poverty["41708203", "2011"], poverty["41708203", "2020"]) == (12.6, 8.9)
    assert (poverty["41702210", "2011"], poverty["41708209", "2011"]) == (22.8, 21.3)
    assert len(poverty) == 40 * 9


def test_national_revenue_is_as_published():
    by_year = {row["fiscal_year"]: row for row in rows("national_revenue")}
    assert list(by_year) == [str(year) for year in range(2004, 2015)]
    assert by_year["2013"]["amount_government_usd"] == "172823179"
    assert by_year["2014"]["amount_company_usd"] == "171889530"
    assert by_year["2012"]["amount_company_usd"] == ""


def test_coarse_dates_of_incidents_carry_the_first_day():
    incidents = rows("incidents")
    ends = {"day": "", "month": "-01", "year": "-01-01"}
    assert len(incidents) == 39
    assert all(row["date"].endswith(ends[row["date_precision"]]) for row in incidents)


def test_further_incidents_go_on_in_the_first_list_and_repeat_none_of_it():
    first, further = rows("incidents"), rows("real_incidents_2002_2025")
    keys = [row["incident_id"] for row in first + further]
    assert sorted(int(key.rpartition("-")[2]) for key in keys) == list(range(1, 57))
    assert all(row["incident_id"].split("-")[1] == row["date"][:4] for row in further)


def test_a_meeting_in_both_lists_is_said_on_both_to_be_one_event():
    incidents = {row["incident_id"]: row for row in rows("incidents") + rows("real_incidents_2002_2025")}
    meetings = {row["dialogue_id"]: row for row in rows("real_dialogue")}
    pairs = {
        (incident, meeting)
        for incident, one in incidents.items()
        for meeting, other in meetings.items()
        if (one["date"], one["district_code"]) == (other["starts_on"], other["district_code"])
    }
    assert {incident for incident, _ in pairs} == {
        key for key, row in incidents.items() if row["category"] == "dialogue"
    }
    for incident, meeting in pairs:
        assert incidents[incident]["description"].endswith(f": {meeting}")
        assert all(meetings[meeting][f"dialogue_{code}"].endswith(f": {incident}") for code in LANGUAGES)


def test_severities_of_further_incidents_are_those_of_the_published_scale():
    least = {"road_blockade": 3, "industrial_accident": 5, "complaint": 1, "dialogue": 1}
    for row in rows("real_incidents_2002_2025"):
        deadly = int(row["fatalities_min"] or 0) > 0
        expected = 5 if deadly else 3 if "enter" in row["description"] else least.get(row["category"], 2)
        assert int(row["severity_1_5"]) == expected, row["incident_id"]


def test_the_wave_of_october_2020_is_one_episode():
    members = [row["incident_id"] for row in rows("incidents") if row["episode_id"] == "wave-2020-10-06"]
    assert members == [f"KGM-2020-{number:03}" for number in range(30, 37)]
    assert {row["episode_id"] for row in rows("incidents")} == {"", "wave-2020-10-06"}


def test_roles_are_coded_for_documented_incidents_from_the_list():
    roles_by_incident = {row["incident_id"]: row["actor_roles"] for row in rows("incidents")}
    assert (
        roles_by_incident == {key: ROLES.get(key, "") for key in roles_by_incident}
        and roles_by_incident.keys() >= ROLES.keys()
    )
    assert {role for roles in ROLES.values() for role in roles.split(";")} <= {*ACTOR_ROLES} - {UNKNOWN}


WAVES = [
    ({"a": "2020-10-06", "b": "2020-10-07", "c": "2020-10-08"}, {"a": "06", "b": "06", "c": "06"}),
    ({"a": "2020-10-06", "b": "2020-10-08"}, {}),
    (
        {"b": "2020-10-07", "a": "2020-10-06", "c": "2020-10-09", "d": "2020-10-09"},
        {"a": "06", "b": "06", "c": "09", "d": "09"},
    ),
]


@pytest.mark.parametrize(("days", "episodes"), WAVES)
def test_incidents_of_a_wave_follow_each_other_by_a_day_at_most(days, episodes):
    common = {"date_precision": "day", "issues": "jobs;post_election"}
    incidents = [{"incident_id": key, "date": day} | common for key, day in days.items()]
    other = [
        {"incident_id": "o", "date": "2020-10-06"} | common | change
        for change in ({"issues": "jobs"}, {"date_precision": "week"})
    ]
    episode_by_incident = {row["incident_id"]: row["episode_id"] for row in compile_incidents([*incidents, *other])[0]}
    assert episode_by_incident == dict.fromkeys([*days, "o"], "") | {
        key: f"wave-2020-10-{day}" for key, day in episodes.items()
    }


def test_codes_in_all_files_are_known():
    districts = {row["district_code"] for row in rows("districts")} | {""}
    for name in (
        "sites",
        "revenue",
        "stations",
        "statistics",
        "case_statistics",
        "targets",
        "annotations",
        "incidents",
        "real_incidents_2002_2025",
    ):
        assert {row["district_code"] for row in rows(name)} <= districts, name
    indicators = {row["indicator_code"] for row in rows("indicators")}
    for name in ("thresholds", "readings", "statistics", "conditions", "case_statistics", "targets"):
        assert {row["indicator_code"] for row in rows(name)} <= indicators, name
    assert {row["oblast_code"] for row in rows("districts")} == {row["oblast_code"] for row in rows("oblasts")}
    assert {row["station_id"] for row in rows("readings")} == {row["station_id"] for row in rows("stations")}
