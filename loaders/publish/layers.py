"""Map layers as published: boundaries as loaded, oblasts dissolved from them, and hatching."""

import hashlib
import json

import geopandas as gpd
import pandas as pd
from shapely import orient_polygons
from shapely.geometry import mapping, shape
from shapely.geometry.base import BaseGeometry
from sqlalchemy import Connection

from data_access.vocabulary.soate import OBLAST_DIGITS
from loaders.publish.patterns import pattern_features
from loaders.store.frames import rows
from loaders.store.places import layer

CRS84 = "OGC:CRS84"


def loaded_shapes(connection: Connection, key: str) -> gpd.GeoDataFrame:
    """Geometry of a loaded layer by feature id, with the properties as columns; empty when it was never loaded."""
    content = rows(connection, layer).set_index("layer_key")["content"].get(key, '{"features": []}')
    features = json.loads(content)["features"]
    properties = pd.DataFrame([feature["properties"] for feature in features])
    shapes = [shape(feature["geometry"]) for feature in features]
    codes = pd.Index([feature["id"] for feature in features], dtype=object)
    return gpd.GeoDataFrame(properties.set_axis(codes), geometry=gpd.GeoSeries(shapes, index=codes, crs=CRS84))


def oblast_shapes(districts: gpd.GeoSeries) -> gpd.GeoSeries:
    """Oblasts by code: the first five digits of a district's SOATE code."""
    return gpd.GeoSeries(
        districts.groupby(districts.index.str[:OBLAST_DIGITS]).apply(lambda group: group.union_all()), crs=CRS84
    )


def published_layers(districts: gpd.GeoDataFrame, oblasts: gpd.GeoSeries, lakes: gpd.GeoDataFrame) -> pd.DataFrame:
    """Rows of the public ``layer`` table."""
    contents = {
        "districts": _collection(districts),
        "oblasts": _collection(oblasts.to_frame("geometry")),
        "lakes": _collection(lakes),
        "patterns": _collection(pattern_features(districts.geometry).to_frame("geometry")),
    }
    hashes = [hashlib.sha256(content.encode()).hexdigest() for content in contents.values()]
    return pd.DataFrame({"layer_key": [*contents], "sha256": hashes, "content": [*contents.values()]})


def _collection(frame: pd.DataFrame) -> str:
    properties = frame.drop(columns="geometry").to_dict("index")
    features = [
        {"type": "Feature", "id": code, "properties": properties.get(code, {}), "geometry": _geometry(shape)}
        for code, shape in frame["geometry"].items()
    ]
    return json.dumps({"type": "FeatureCollection", "features": features}, ensure_ascii=False, separators=(",", ":"))


def _geometry(shape: BaseGeometry) -> dict:
    """GeoJSON with exteriors clockwise, which is what drawing on a sphere takes for the inside."""
    geometry = mapping(orient_polygons(shape, exterior_cw=True))
    return {"type": geometry["type"], "coordinates": _round(geometry["coordinates"])}


def _round(part):
    """Three decimals are about 100 m, a tenth of a pixel on a map of the country."""
    return round(part, 3) if isinstance(part, float) else [_round(inner) for inner in part]
