"""Generalise the district layer: ``python -m tools.bundled.boundaries DISTRICTS.geojson LAKES.geojson OUT_DIR``.

Districts and lakes are simplified together as one coverage, so that shared edges stay shared
and the lakes still fill their holes. Polygons are wound with clockwise exteriors, which
spherical drawing (d3) needs and which is the opposite of RFC 7946.
"""

import argparse
import json
from pathlib import Path

import geopandas
import numpy as np
import shapely

from data_access.vocabulary import languages

#: Degrees; the side of a square as large as the smallest corner that is kept (about 1 km).
TOLERANCE = 0.012
#: Decimals of a degree (about 100 m): finer than the simplification, so no edge collapses.
DECIMALS = 3
#: Square degrees (about 14 km2). A smaller unit is enlarged: Kara-Kul (1 km2) could be neither seen nor clicked.
SMALLEST_AREA = 0.0015

METADATA = {
    "title": "Districts and large lakes of Kyrgyzstan, generalised for small scales",
    "attribution": "Boundaries: Ministry of Emergency Situations of the Kyrgyz Republic; OCHA (COD-AB)",
    "licence": "usually CC BY-IGO; the operator confirms this before a public launch",
    "changes": "simplified as a coverage, rounded to 0.001 degrees; the city of Kara-Kul is drawn larger than it is",
    "crs": "CRS84; exterior rings are clockwise",
}


def generalise(areas: np.ndarray) -> np.ndarray:
    """Simplify polygons (degrees) that touch without gaps or overlaps; the result touches likewise.

    Raises ``ValueError`` when the result is no coverage or a polygon is lost.
    """
    simple = shapely.coverage_simplify(enlarge_small(areas), TOLERANCE)
    areas_to_the_grid = shapely.transform(simple, lambda xy: np.round(xy, DECIMALS))
    if shapely.is_empty(areas_to_the_grid).any() or not shapely.is_valid(areas_to_the_grid).all():
        raise ValueError("a polygon was lost or became invalid: lower TOLERANCE or raise DECIMALS")
    if not shapely.coverage_is_valid(areas_to_the_grid):
        raise ValueError("the layer has gaps or overlaps: is the input a coverage?")
    return shapely.orient_polygons(areas_to_the_grid, exterior_cw=True)


def enlarge_small(areas: np.ndarray) -> np.ndarray:
    """Give units below SMALLEST_AREA a circle of that area, taken from the neighbours that it covers."""
    for index in np.flatnonzero(shapely.area(areas) < SMALLEST_AREA):
        circle = shapely.buffer(shapely.centroid(areas[index]), np.sqrt(SMALLEST_AREA / np.pi))
        larger = shapely.union(areas[index], shapely.intersection(circle, shapely.union_all(areas)))
        areas = shapely.difference(areas, larger)
        areas[index] = larger
    return areas


def write_layer(path: Path, keys: list[str], properties: list[dict[str, str]], polygons: np.ndarray) -> None:
    """Write GeoJSON with one feature per line and the attribution in a top-level ``metadata`` member."""
    features = [
        {"type": "Feature", "id": key, "properties": own, "geometry": shapely.geometry.mapping(polygon)}
        for key, own, polygon in zip(keys, properties, polygons, strict=True)
    ]
    lines = ",\n".join(json.dumps(feature, ensure_ascii=False, separators=(",", ":")) for feature in features)
    metadata = json.dumps(METADATA, ensure_ascii=False)
    path.write_text(
        f'{{"type":"FeatureCollection","metadata":{metadata},"features":[\n{lines}\n]}}\n', encoding="utf-8"
    )


def generalise_files(districts_path: Path, lakes_path: Path, out: Path) -> None:
    """Write districts.geojson (id: eight-digit SOATE code) and lakes.geojson to ``out``."""
    districts, lakes = geopandas.read_file(districts_path), geopandas.read_file(lakes_path)
    codes = districts["code"].tolist()
    names = lakes[[*languages.columns("name")]].to_dict("records")
    polygons = generalise(np.concatenate([districts.geometry.values, lakes.geometry.values]))
    district_shapes, water = polygons[: len(codes)], polygons[len(codes) :]
    write_layer(out / "districts.geojson", codes, [{"district_code": code} for code in codes], district_shapes)
    write_layer(out / "lakes.geojson", [name["name_en"].lower() for name in names], names, water)


def main() -> None:
    """Read the two layers and the output folder from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("districts", "lakes", "out_dir"):
        parser.add_argument(name, type=Path)
    arguments = parser.parse_args()
    generalise_files(arguments.districts, arguments.lakes, arguments.out_dir)


if __name__ == "__main__":
    main()
