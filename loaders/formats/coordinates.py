"""Coordinates in degrees, minutes and seconds or as decimals, and whether they lie in the stated district."""

import json
import re
from typing import Any

import pandas as pd
from shapely import Point
from shapely.geometry import shape
from sqlalchemy import select

from loaders.gate.reference_codes import ReferenceCodes
from loaders.store.places import layer

NUMBER = r"\d+(?:[.,]\d+)?"
ANGLE = re.compile(
    rf"(?P<side>[NSEWСЮВЗ]?)\s*(?P<sign>-?)(?P<degrees>{NUMBER})\s*[°º˚]?\s*"
    rf"(?:(?P<minutes>{NUMBER})\s*['′’м]?\s*)?(?:(?P<seconds>{NUMBER})\s*(?:[\"″”с]|''|′′)?\s*)?"
    r"(?P<end>[NSEW]|[сюСЮ]\.?\s*ш\.?|[вз]\.?\s*д\.?|[ВЗ]\.?\s*[Дд]\.?)?",
)
NEGATIVE = "SWЮЗюз"
# The layer is generalised to about 500 m, and stations stand on rivers that are borders.
TOLERANCE_DEGREES = 0.02


def degrees(text: str) -> float | None:
    """``42°12'35" с.ш.``, ``42 12 35,4 N``, ``42,2097`` -> decimal degrees; None if it cannot be read."""
    match = ANGLE.fullmatch(text.strip())
    if not match:
        return None
    parts = [float((match[part] or "0").replace(",", ".")) for part in ("degrees", "minutes", "seconds")]
    if parts[0] > 180 or parts[1] >= 60 or parts[2] >= 60:
        return None
    value = parts[0] + parts[1] / 60 + parts[2] / 3600
    side = match["side"] or (match["end"] or "")[:1]
    return -value if match["sign"] or (side and side in NEGATIVE) else value


def outside_warnings(places: pd.DataFrame, reference_codes: ReferenceCodes) -> list[str]:
    """A sentence per row whose point does not lie in its district; nothing is moved.

    ``places``, by row of the file: ``latitude`` and ``longitude`` as written, ``district_code``.
    """
    shapes = _district_shapes(reference_codes)
    sentences: list[str] = []
    for row, latitude, longitude, district in places.dropna().itertuples():
        north, east = degrees(latitude), degrees(longitude)
        if north is None or east is None:
            sentences.append(f"row {row}: the coordinates cannot be read")
        elif district in shapes and shapes[district].distance(Point(east, north)) > TOLERANCE_DEGREES:
            sentences.append(f"row {row}: the coordinates lie outside the stated district {district}; left as stated")
    return sentences


def _district_shapes(reference_codes: ReferenceCodes) -> dict[str, Any]:
    content = reference_codes.frame(select(layer.c.content).where(layer.c.layer_key == "districts"))["content"]
    features = [feature for text in content for feature in json.loads(text)["features"]]
    return {feature["id"]: shape(feature["geometry"]) for feature in features}
