"""Publishers' boundaries: matched by code, else by name, never by order; in any usual file format."""

import io
import json
import random
import zipfile

import geopandas
import pytest
from shapely.geometry import Polygon, box, shape

from loaders.config.sources import BUNDLED_FOLDER
from loaders.datasets.registry import DATASETS
from loaders.formats.boundary_layer import BOUNDARY_LAYER
from loaders.gate.checks import LoadRefused, validate
from loaders.store.places import admin_unit as unit

BUNDLED_LAYER = json.loads((BUNDLED_FOLDER / "districts.geojson").read_text(encoding="utf-8"))
BOW_TIE = Polygon([(75, 42), (75.4, 42.4), (75.4, 42), (75, 42.4)])
SPIKE = Polygon([(75, 42), (75.4, 42), (75.4, 42.4), (75.4, 42.9), (75.4, 42.4), (75, 42.4)])


@pytest.fixture(scope="module")
def layer(reference) -> geopandas.GeoDataFrame:
    """The bundled districts, in another order, with codes and names as publishers have them."""
    units = reference.frame(_districts())
    shapes = {feature["id"]: shape(feature["geometry"]) for feature in BUNDLED_LAYER["features"]}
    frame = units.rename(columns={"unit_code": "soate"}).assign(geometry=units["unit_code"].map(shapes))
    return geopandas.GeoDataFrame(frame.sample(frac=1, random_state=7), crs="EPSG:4326")


def _districts():
    oblast = unit.alias()
    columns = (unit.c.unit_code, unit.c.pcode, unit.c.name_en, unit.c.name_ru, oblast.c.name_en.label("oblast"))
    units = unit.join(oblast, oblast.c.unit_code == unit.c.parent_code)
    return unit.select().with_only_columns(*columns).select_from(units).where(unit.c.level == "district")


def _geojson(layer: geopandas.GeoDataFrame, *columns: str) -> bytes:
    return layer[[*columns, "geometry"]].to_json().encode()


def _save(layer: geopandas.GeoDataFrame, folder, name: str) -> bytes:
    layer.to_file(folder / name, engine="pyogrio")
    if not name.endswith(".shp"):
        return (folder / name).read_bytes()
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for part in folder.iterdir():
            archive.write(part, f"kgz/{part.name}")
    return content.getvalue()


def _right(reading, reference) -> bool:
    """True if every district has its own polygon."""
    validate(reading.frame, DATASETS["boundaries"].schema(reference), "layer")
    bundled_shapes = {feature["id"]: shape(feature["geometry"]) for feature in BUNDLED_LAYER["features"]}
    shapes = {row["code"]: shape(json.loads(row["feature"])["geometry"]) for row in reading.frame.to_dict("records")}
    return all(shapes[code].symmetric_difference(bundled_shapes[code]).area < 1e-4 for code in bundled_shapes)


@pytest.mark.parametrize("columns", [["soate"], ["pcode"], ["name_ru", "oblast"]])
def test_codes_or_names_decide_whatever_the_order(reference, layer, columns):
    assert _right(
        BOUNDARY_LAYER.read(_geojson(layer, *columns), "d.geojson", {"code": columns[:1]}, reference), reference
    )


def test_the_published_layer_is_matched_with_its_own_columns(published_file, reference):
    reading = BOUNDARY_LAYER.read(published_file("boundaries/kyrgyzstan_districts.geojson"), "d.geojson", {}, reference)
    assert len(reading.frame) == 54 and "generalise it" in reading.warnings[0]


@pytest.mark.parametrize("name", ["layer.shp", "layer.gpkg"])
def test_other_file_formats_and_coordinate_systems(reference, layer, tmp_path, name):
    content = _save(layer.to_crs("EPSG:32643"), tmp_path, name)
    assert _right(BOUNDARY_LAYER.read(content, name, {"code": ["soate"]}, reference), reference)


def test_an_archive_made_on_a_mac_holds_one_layer(reference, layer, tmp_path):
    content = io.BytesIO(_save(layer, tmp_path, "layer.shp"))
    with zipfile.ZipFile(content, "a") as archive:
        for name in ("__MACOSX/kgz/._layer.shp", "__MACOSX/kgz/._layer.dbf", "kgz/._layer.shp", "kgz/.DS_Store"):
            archive.writestr(name, b"\0\5\x16\7")
    assert _right(BOUNDARY_LAYER.read(content.getvalue(), "mac.zip", {"code": ["soate"]}, reference), reference)


def test_codes_as_numbers_and_with_the_zeros_of_villages(reference, layer):
    numbers = layer.assign(code=layer["soate"].astype(int), soate14=layer["soate"] + "000000")
    for column in ("code", "soate14"):
        assert _right(
            BOUNDARY_LAYER.read(_geojson(numbers, column), "d.geojson", {"code": [column]}, reference), reference
        )


def test_the_mapping_decides_a_name_that_is_not_known(reference, layer):
    code = layer["soate"].iloc[0]
    renamed_layer = layer.assign(name_ru=["Новое имя", *layer["name_ru"].iloc[1:]])
    mapping = {"district": {"новое  имя": code}}
    assert _right(
        BOUNDARY_LAYER.read(_geojson(renamed_layer, "name_ru", "oblast"), "d.geojson", mapping, reference), reference
    )


def test_a_name_that_a_city_and_its_raion_share_is_never_guessed(reference, layer):
    with pytest.raises(LoadRefused, match="belongs to no district that is known: .*Naryn"):
        BOUNDARY_LAYER.read(_geojson(layer, "name_en"), "d.geojson", {}, reference)


def test_rows_joined_wrongly_are_refused(reference, layer):
    wrong_layer = layer.assign(soate=random.Random(1).sample(layer["soate"].tolist(), len(layer)))
    with pytest.raises(LoadRefused, match="codes and names of .* belong to different districts"):
        BOUNDARY_LAYER.read(
            _geojson(wrong_layer, "soate", "name_en", "oblast"), "d.geojson", {"code": ["soate"]}, reference
        )


def test_unmatched_doubled_and_missing_districts_are_named(reference, layer):
    first, second = layer["soate"].iloc[:2]
    cases = {
        "belongs to no district that is known: .*99999999": layer.replace({"soate": {first: "99999999"}}),
        f"several features are the same district: .*{second}": layer.replace({"soate": {first: second}}),
        f"has no feature for {layer['name_en'].iloc[0]}": layer.iloc[1:],
    }
    for reason, wrong in cases.items():
        with pytest.raises(LoadRefused, match=reason.replace("(", r"\(").replace(")", r"\)")):
            BOUNDARY_LAYER.read(_geojson(wrong, "soate"), "d.geojson", {"code": ["soate"]}, reference)


@pytest.mark.parametrize(
    ("geometry", "reason"),
    [
        (BOW_TIE, "cannot be repaired without changing it"),
        (None, "has no polygon"),
        (BOW_TIE.boundary, "has no polygon"),
    ],
)
def test_geometries_beyond_repair_are_refused(reference, layer, geometry, reason):
    content = _geojson(_with_geometry(layer, geometry), "soate")
    with pytest.raises(LoadRefused, match=reason):
        BOUNDARY_LAYER.read(content, "d.geojson", {"code": ["soate"]}, reference)


def test_a_spike_is_cut_off_and_said(reference, layer):
    reading = BOUNDARY_LAYER.read(
        _geojson(_with_geometry(layer, SPIKE), "soate"), "d.geojson", {"code": ["soate"]}, reference
    )
    assert "has been repaired" in reading.warnings[0] and reading.frame["is_valid"].all()


def _with_geometry(layer: geopandas.GeoDataFrame, geometry) -> geopandas.GeoDataFrame:
    geometries = layer.geometry.tolist()
    return layer.set_geometry([geometry, *geometries[1:]], crs=layer.crs)


def test_a_layer_outside_the_country_or_without_coordinate_system_is_refused(reference, layer, tmp_path):
    abroad = layer.set_geometry([box(10, 50, 11, 51)] * len(layer), crs=layer.crs)
    with pytest.raises(LoadRefused, match="does not lie in the country"):
        BOUNDARY_LAYER.read(_geojson(abroad, "soate"), "d.geojson", {}, reference)
    content = _save(layer.set_crs(None, allow_override=True), tmp_path, "layer.shp")
    with pytest.raises(LoadRefused, match="state crs"):
        BOUNDARY_LAYER.read(content, "d.zip", {"code": ["soate"]}, reference)
    assert _right(BOUNDARY_LAYER.read(content, "d.zip", {"code": ["soate"], "crs": "EPSG:4326"}, reference), reference)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "is neither"),
        (b"a,b\n1,2\n", "is neither"),
        (b"{", "is not JSON"),
        (b"PK\x03\x04", "damaged or cut off"),
    ],
)
def test_what_is_no_layer_is_refused(reference, content, reason):
    with pytest.raises(LoadRefused, match=reason):
        BOUNDARY_LAYER.read(content, "d.geojson", {}, reference)


def test_an_archive_without_one_shapefile_is_refused(reference):
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr("layer.vrt", "<OGRVRTDataSource/>")
    with pytest.raises(LoadRefused, match="exactly one shapefile; it holds 0"):
        BOUNDARY_LAYER.read(content.getvalue(), "d.zip", {}, reference)
