"""Publishers' district boundaries, matched to the districts by code, else by name, never by their order.

Columns of codes hold SOATE codes or OCHA P-codes; columns of names any name or alias of a district. The mapping may
name them (``code``, ``name``, ``oblast``: lists of columns) and decide doubtful names (``[district]``
name = code). A feature whose code and name belong to different districts is refused: its rows were joined wrongly.
"""

import json
import re
from collections.abc import Mapping
from typing import Any

import geopandas
import pandas as pd
from shapely.geometry import mapping as as_geojson
from sqlalchemy import select

from data_access.vocabulary.soate import DISTRICT_DIGITS
from loaders.datasets.boundaries import read_geojson
from loaders.formats.geometry import read_layer, repair
from loaders.formats.mapping import CODES, TEXT, TEXTS, Entries, Lookup, checked_mapping
from loaders.gate.checks import LoadRefused
from loaders.gate.gazetteer import Gazetteer
from loaders.gate.publisher_format import Format, Reading
from loaders.gate.reference_codes import ReferenceCodes
from loaders.gate.spelling import name_key
from loaders.store.places import admin_unit

# How COD-AB layers and ours call their columns.
USUAL = {
    "code": r"district_code|code|soate\w*|adm2_?pcode|pcode|id",
    "name": r"name(?:_\w+)?|adm2_(?!pcode)\w+|district(?:_name)?|raion|rayon|район",
    "oblast": r"oblast(?:_\w+)?|province|region|adm1_(?!pcode)\w+|область",
}
MAPPING = Entries(
    {}, {**dict.fromkeys(USUAL, TEXTS), "district": CODES, **dict.fromkeys(("crs", "encoding", "layer"), TEXT)}
)
# A remark on a name, such as the former one.
BRACKETS = re.compile(r"\([^)]*\)")
DISTRICTS = frozenset({"district", "city"})
# Larger layers make the map slow on a phone.
LARGE_BYTES = 1_000_000


def read(content: bytes, file: str, mapping: Mapping[str, Any], reference_codes: ReferenceCodes) -> Reading:
    """One feature per district. Raises LoadRefused with the names of what is unmatched, doubled or missing."""
    checked_mapping(mapping, MAPPING, file)
    source_layer = read_layer(content, file, mapping)
    columns = {role: _columns(source_layer, role, mapping, file) for role in USUAL}
    titles = source_layer[columns["name"] + columns["code"]].astype("str").fillna("(empty)").agg(" / ".join, axis=1)
    codes = _Matcher(reference_codes, mapping.get("district", {})).codes(source_layer, columns, titles, file)
    shapes, repairs = _valid(source_layer, titles, file)
    features = [_feature(code, shape) for code, shape in zip(codes, shapes, strict=True)]
    layer = json.dumps({"type": "FeatureCollection", "features": features}).encode()
    size = (f"the layer has {len(layer) / 1e6:.1f} MB; generalise it for phones",) if len(layer) > LARGE_BYTES else ()
    return Reading(read_geojson(layer, file).set_axis(source_layer.index), (), (*repairs, *size))


class _Matcher:
    """Districts by code and by name."""

    def __init__(self, reference_codes: ReferenceCodes, decisions: Mapping[str, str]) -> None:
        units = reference_codes.frame(select(admin_unit).where(admin_unit.c.level == "district"))
        self._names = units.set_index("unit_code")["name_en"]
        self._by_code = dict(zip(units["pcode"], units["unit_code"], strict=True)) | {
            code: code for code in self._names.index
        }
        self._gazetteer, self._decisions = Gazetteer(reference_codes), Lookup(decisions)

    def codes(self, layer: pd.DataFrame, columns: Mapping[str, list[str]], titles: pd.Series, file: str) -> pd.Series:
        """District of each feature. Raises LoadRefused unless features and districts belong together one to one."""
        codes_by_feature = layer.apply(lambda row: self._match(row, columns, titles[row.name], file), axis=1)
        if codes_by_feature.isna().any():
            raise LoadRefused(
                file, f"belongs to no district that is known: {'; '.join(titles[codes_by_feature.isna()])}"
            )
        twice = codes_by_feature[codes_by_feature.duplicated(keep=False)].sort_values()
        if len(twice):
            raise LoadRefused(file, f"several features are the same district: {'; '.join(titles[twice.index])}")
        missing = self._names.drop(codes_by_feature)
        if len(missing):
            raise LoadRefused(file, f"has no feature for {', '.join(missing)}")
        return codes_by_feature

    def _match(self, row: pd.Series, columns: Mapping[str, list[str]], title: str, file: str) -> str | None:
        by_code = {code for name in columns["code"] if (code := self._by_code.get(_code(row[name])))}
        names = [row[name] for name in columns["name"] if isinstance(row[name], str)]
        oblasts = [row[name] for name in columns["oblast"] if isinstance(row[name], str)]
        by_name = self._by_names(names, oblasts)
        if len(by_code) > 1 or (by_code and by_name and not by_code & by_name):
            other = ", ".join(sorted(self._names[list(by_code | by_name)]))
            raise LoadRefused(file, f"codes and names of {title} belong to different districts: {other}", int(row.name))
        candidates = by_code or by_name
        return next(iter(candidates)) if len(candidates) == 1 else None

    def _by_names(self, names: list[str], oblasts: list[str]) -> set[str]:
        """Districts that all the names of a feature may mean, within its oblast."""
        decisions = set(self._decisions.codes(pd.Series(names, dtype="str")).dropna())
        candidates = [{unit.code for unit in self._units(name, oblasts)} for name in names]
        candidates = [codes for codes in candidates if codes]
        return decisions or (set.intersection(*candidates) or set.union(*candidates) if candidates else set())

    def _units(self, name: str, oblasts: list[str]) -> list:
        around = {
            unit.code for each in oblasts for unit in self._gazetteer.find(name_key(each)[0], frozenset({"oblast"}))
        }
        key, kinds = name_key(BRACKETS.sub("", name))
        units = self._gazetteer.find(key, kinds & DISTRICTS or DISTRICTS)
        return [unit for unit in units if not around or unit.oblasts & around]


def _columns(layer: geopandas.GeoDataFrame, role: str, mapping: Mapping[str, Any], file: str) -> list[str]:
    attributes = [str(name) for name in layer.columns if name != layer.geometry.name]
    for name in mapping.get(role, ()):
        if name not in attributes:
            raise LoadRefused(file, f"the column is missing; there are {', '.join(attributes)}", column=name)
    return list(mapping.get(role, ())) or [name for name in attributes if re.fullmatch(USUAL[role], name.lower())]


def _code(value: object) -> str:
    """A code as it is registered: without spaces, without what a number column adds, at the length of a district's."""
    text = re.sub(r"\s", "", str(value)).removesuffix(".0").upper()
    return text[:DISTRICT_DIGITS] if re.fullmatch(rf"\d{{{DISTRICT_DIGITS}}}0+", text) else text


def _valid(layer: geopandas.GeoDataFrame, titles: pd.Series, file: str) -> tuple[list, list[str]]:
    shapes, repairs = [], []
    for row, geometry in layer.geometry.items():
        shape, remark = repair(geometry)
        if shape is None:
            raise LoadRefused(file, f"{titles[row]} {remark}", int(row))
        shapes.append(shape)
        repairs += [f"{titles[row]} {remark}"] if remark else []
    return shapes, repairs


def _feature(code: str, shape) -> dict[str, Any]:
    return {"type": "Feature", "id": code, "properties": {"district_code": code}, "geometry": as_geojson(shape)}


BOUNDARY_LAYER = Format("boundary_layer", "boundaries", read, (".geojson", ".json", ".zip", ".gpkg"))
