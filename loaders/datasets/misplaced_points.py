"""Points that do not lie in the district that they are stated to lie in: told, never moved."""

import json
from collections.abc import Sequence

import pandas as pd
from shapely import Point, prepare
from shapely.geometry import shape
from sqlalchemy import select

from loaders.gate.reference_codes import ReferenceCodes
from loaders.gate.rules import Rule, Severity
from loaders.store.places import layer

# The polygons are generalised by about this much, in degrees (one kilometre).
TOLERANCE = 0.01


def place_rules(reference_codes: ReferenceCodes) -> Sequence[Rule]:
    """For rows with ``district_code``, ``lat`` and ``lon``; none before boundaries are loaded."""
    contents = reference_codes.frame(select(layer.c.content).where(layer.c.layer_key == "districts"))["content"]
    features = [feature for content in contents for feature in json.loads(content)["features"]]
    areas = {feature["id"]: shape(feature["geometry"]).buffer(TOLERANCE) for feature in features}
    for area in areas.values():
        prepare(area)
    return (Rule(_holds(areas), "the point lies outside the stated district", Severity.WARN, "district_code"),)


def _holds(areas: dict):
    def is_inside(row) -> bool:
        return row.district_code not in areas or areas[row.district_code].contains(Point(row.lon, row.lat))

    def holds(frame: pd.DataFrame) -> pd.Series:
        return pd.Series([is_inside(row) for row in frame.itertuples()], index=frame.index, dtype=bool)

    return holds
