"""Publishers' map layers: GeoJSON, zipped shapefile or GeoPackage, as valid polygons in WGS84."""

import tempfile
import warnings
import zipfile
from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from typing import Any

import geopandas
import shapely
from pyogrio.errors import DataSourceError
from pyproj.exceptions import CRSError
from shapely.errors import ShapelyError
from shapely.geometry.base import BaseGeometry

from loaders.datasets.boundaries import feature_list, lies_in_country
from loaders.formats.workbooks import ZIP, unpacked_safely
from loaders.gate.checks import LoadRefused
from loaders.gate.json_text import read_json

WGS84 = "EPSG:4326"
GEOPACKAGE = b"SQLite format 3\0"
# Only these parts of an archive are unpacked: others could refer to files and addresses elsewhere.
SHAPEFILE = (".shp", ".shx", ".dbf", ".prj", ".cpg")
# A repair that changes more of an area than this is no repair.
MOST_CHANGED = 0.01
POLYGONS = ("Polygon", "MultiPolygon")


def read_layer(content: bytes, file: str, mapping: Mapping[str, Any]) -> geopandas.GeoDataFrame:
    """Features in WGS84, rows counted from 1. Raises LoadRefused when they cannot be placed on the map.

    ``crs``, ``encoding`` and ``layer`` of the mapping state what the file does not.
    """
    with tempfile.TemporaryDirectory() as folder:
        path = _unpack(content, file, Path(folder))
        try:
            options = {name: mapping[name] for name in ("encoding", "layer") if name in mapping}
            with warnings.catch_warnings(action="ignore"):
                features = geopandas.read_file(path, engine="pyogrio", **options)
        except (DataSourceError, ShapelyError, ValueError) as error:
            raise LoadRefused(file, f"cannot be read as a map layer: {str(error).splitlines()[0]}") from error
    if not isinstance(features, geopandas.GeoDataFrame) or features.empty:
        raise LoadRefused(file, "has no features with a geometry")
    return _in_wgs84(features.set_axis(range(1, len(features) + 1)), file, mapping.get("crs"))


def repair(geometry: BaseGeometry | None) -> tuple[BaseGeometry | None, str | None]:
    """The geometry as valid polygons without heights, and what was done or, without a geometry, why there is none."""
    if geometry is None or geometry.is_empty or geometry.geom_type not in POLYGONS:
        return None, "has no polygon"
    flat = shapely.force_2d(geometry)
    if flat.is_valid:
        return flat, None
    reason = shapely.is_valid_reason(flat)
    parts = [part for part in shapely.get_parts(shapely.make_valid(flat)) if part.geom_type in POLYGONS]
    polygons = shapely.union_all(parts)
    if polygons.is_empty or abs(polygons.area - flat.area) > MOST_CHANGED * polygons.area:
        return None, f"is not a valid polygon and cannot be repaired without changing it: {reason}"
    return polygons, f"was not a valid polygon ({reason}) and has been repaired"


def _unpack(content: bytes, file: str, folder: Path) -> Path:
    if content.startswith(ZIP):
        return _shapefile(unpacked_safely(content, file), file, folder)
    if not content.startswith(GEOPACKAGE) and not content.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        raise LoadRefused(file, "is neither GeoJSON nor a zipped shapefile nor a GeoPackage")
    if not content.startswith(GEOPACKAGE):
        feature_list(read_json(content, file), file)
    path = folder / ("layer.gpkg" if content.startswith(GEOPACKAGE) else "layer.geojson")
    path.write_bytes(content.removeprefix(b"\xef\xbb\xbf"))
    return path


def _shapefile(archive: zipfile.ZipFile, file: str, folder: Path) -> Path:
    names = [name for name in map(PurePosixPath, archive.namelist()) if not _is_of_the_system(name)]
    layers = [name for name in names if name.suffix.lower() == ".shp"]
    if len(layers) != 1:
        raise LoadRefused(file, f"must hold exactly one shapefile; it holds {len(layers)}")
    for name in names:
        if name.with_suffix("") == layers[0].with_suffix("") and name.suffix.lower() in SHAPEFILE:
            (folder / f"layer{name.suffix.lower()}").write_bytes(_part(archive, name, file))
    return folder / "layer.shp"


def _is_of_the_system(name: PurePosixPath) -> bool:
    """True of what an operating system adds to an archive: macOS puts a ``._`` twin beside each file."""
    return "__MACOSX" in name.parts or name.name.startswith(".")


def _part(archive: zipfile.ZipFile, name: PurePosixPath, file: str) -> bytes:
    try:
        return archive.read(str(name))
    except (zipfile.BadZipFile, EOFError, OSError, NotImplementedError) as error:
        raise LoadRefused(file, f"is damaged: {name} cannot be unpacked") from error


def _in_wgs84(layer: geopandas.GeoDataFrame, file: str, crs: str | None) -> geopandas.GeoDataFrame:
    if layer.crs is None and crs is None:
        raise LoadRefused(file, "does not say its coordinate system; state crs, such as EPSG:32643, in the mapping")
    try:
        on_map = (layer if layer.crs else layer.set_crs(crs)).to_crs(WGS84)
    except CRSError as error:
        raise LoadRefused(file, f"has a coordinate system that is not known: {error}") from error
    west, south, east, north = on_map.total_bounds
    if not lies_in_country(on_map.total_bounds):
        box = f"{west:.2f} to {east:.2f} east, {south:.2f} to {north:.2f} north"
        raise LoadRefused(file, f"does not lie in the country ({box}); its coordinate system may be stated wrongly")
    return on_map
