"""Map layers: district boundaries and lakes."""

import json

import pandas as pd
import pandera.pandas as pa
from shapely import force_2d
from shapely.errors import ShapelyError
from shapely.geometry import mapping, shape

from loaders.gate.checks import LoadRefused, one_of
from loaders.gate.dataset import Dataset, Tidy, no_period
from loaders.gate.json_text import read_json
from loaders.gate.reference_codes import ReferenceCodes
from loaders.store.places import layer

# West, south, east, north of the country, with room for generalised borders.
COUNTRY = (69.0, 39.0, 80.5, 43.5)


def lies_in_country(bounds: tuple[float, float, float, float]) -> bool:
    """Whether a box of degrees (west, south, east, north) lies in that of the country."""
    return COUNTRY[0] <= bounds[0] and COUNTRY[1] <= bounds[1] and bounds[2] <= COUNTRY[2] and bounds[3] <= COUNTRY[3]


def read_geojson(content: bytes, file: str) -> pd.DataFrame:
    """One row per feature: ``code`` (its id), ``geometry_type``, ``is_valid``, ``is_inside`` the country and
    ``feature`` (GeoJSON text without heights).
    """
    features = feature_list(read_json(content, file), file)
    return pd.DataFrame([_row(feature, number, file) for number, feature in enumerate(features, start=1)])


def feature_list(content: object, file: str) -> list[dict]:
    """The features of a collection. Raises LoadRefused when the file is no collection, or an empty one."""
    features = content.get("features") if isinstance(content, dict) else None
    if not isinstance(features, list) or not all(isinstance(feature, dict) for feature in features):
        raise LoadRefused(file, "is not a GeoJSON feature collection; save the layer as GeoJSON")
    if not features:
        raise LoadRefused(file, "has no features")
    return features


def _row(feature: dict, number: int, file: str) -> dict:
    try:
        geometry = force_2d(shape(feature["geometry"]))
        properties = dict(feature.get("properties") or {})
    except (ValueError, KeyError, TypeError, AttributeError, IndexError, ShapelyError) as error:
        raise LoadRefused(file, "the feature has no geometry or properties that can be read", number) from error
    if geometry.is_empty:
        raise LoadRefused(file, "the feature has an empty geometry; draw it or delete the feature", number)
    code = str(properties.get("district_code") or feature.get("id") or "")
    return {
        "code": code,
        "geometry_type": geometry.geom_type,
        "is_valid": geometry.is_valid,
        "is_inside": lies_in_country(geometry.bounds),
        "feature": json.dumps(
            {**feature, "id": code, "geometry": mapping(geometry)}, ensure_ascii=False, separators=(",", ":")
        ),
    }


def _polygons() -> dict[str, pa.Column]:
    valid = pa.Check.eq(True, error="the polygon crosses itself or is otherwise not valid")
    inside = pa.Check.eq(True, error="lies outside the country; coordinates must be degrees, longitude before latitude")
    return {
        "geometry_type": one_of(("Polygon", "MultiPolygon"), "polygon type"),
        "is_valid": pa.Column(bool, valid),
        "is_inside": pa.Column(bool, inside),
        "feature": pa.Column(str),
    }


def _district_schema(reference_codes: ReferenceCodes) -> pa.DataFrameSchema:
    districts = reference_codes.units("district")
    complete = pa.Check(
        lambda frame: districts <= set(frame["code"]),
        error="some districts have no polygon: the map would show them as missing",
    )
    return pa.DataFrameSchema({"code": one_of(districts, "district", unique=True), **_polygons()}, complete)


def _lake_schema(_reference_codes: ReferenceCodes) -> pa.DataFrameSchema:
    return pa.DataFrameSchema({"code": pa.Column(str), **_polygons()})


def _as_layer(key: str):
    def tidy(frame: pd.DataFrame, _reference_codes: ReferenceCodes) -> Tidy:
        content = '{"type":"FeatureCollection","features":[' + ",".join(frame["feature"]) + "]}"
        return {layer: pd.DataFrame([{"layer_key": key, "content": content}])}

    return tidy


BOUNDARIES = Dataset("boundaries", read_geojson, _district_schema, _as_layer("districts"), no_period, ("code",))
LAKES = Dataset("lakes", read_geojson, _lake_schema, _as_layer("lakes"), no_period, ("code",))
