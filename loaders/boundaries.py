"""Map layers: district boundaries and lakes."""

import json

import pandas as pd
import pandera.pandas as pa
from shapely.errors import ShapelyError
from shapely.geometry import shape

from loaders.checks import LoadRefused, one_of
from loaders.dataset import Dataset, Tidy, no_period
from loaders.known import Known
from loaders.store.places import layer


def read_geojson(content: bytes, file: str) -> pd.DataFrame:
    """One row per feature: ``code`` (its id), ``geometry_type``, ``is_valid`` and ``feature`` (GeoJSON text)."""
    try:
        features = json.loads(content)["features"]
        return pd.DataFrame([_row(feature) for feature in features])
    except (ValueError, KeyError, TypeError, AttributeError, ShapelyError) as error:
        raise LoadRefused(file, f"is not a GeoJSON feature collection ({type(error).__name__})") from error


def _row(feature: dict) -> dict:
    geometry = shape(feature["geometry"])
    code = str(feature["properties"].get("district_code") or feature.get("id") or "")
    return {
        "code": code,
        "geometry_type": geometry.geom_type,
        "is_valid": geometry.is_valid,
        "feature": json.dumps({**feature, "id": code}, ensure_ascii=False, separators=(",", ":")),
    }


def _polygons() -> dict[str, pa.Column]:
    valid = pa.Check.eq(True, error="the polygon crosses itself or is otherwise not valid")
    return {
        "geometry_type": one_of(("Polygon", "MultiPolygon"), "polygon type"),
        "is_valid": pa.Column(bool, valid),
        "feature": pa.Column(str),
    }


def _district_schema(known: Known) -> pa.DataFrameSchema:
    districts = known.units("district")
    complete = pa.Check(
        lambda frame: districts <= set(frame["code"]),
        error="some districts have no polygon: the map would show them as missing",
    )
    return pa.DataFrameSchema({"code": one_of(districts, "district", unique=True), **_polygons()}, complete)


def _lake_schema(_known: Known) -> pa.DataFrameSchema:
    return pa.DataFrameSchema({"code": pa.Column(str), **_polygons()})


def _as_layer(key: str):
    def tidy(frame: pd.DataFrame, _known: Known) -> Tidy:
        content = '{"type":"FeatureCollection","features":[' + ",".join(frame["feature"]) + "]}"
        return {layer: pd.DataFrame([{"layer_key": key, "content": content}])}

    return tidy


BOUNDARIES = Dataset("boundaries", read_geojson, _district_schema, _as_layer("districts"), no_period, ("code",))
LAKES = Dataset("lakes", read_geojson, _lake_schema, _as_layer("lakes"), no_period, ("code",))
