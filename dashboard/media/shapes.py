"""Geometries of map layers, for pictures that are drawn without a browser."""

import re
from collections.abc import Callable, Mapping
from typing import Any

import orjson

from data_access.store import layers
from data_access.store.database import Snapshot
from data_access.store.memory import Memory

ADDRESS = re.compile(r"layers/([0-9a-f]+)/([a-z_]+)\.geojson")
LAYERS_REMEMBERED = 20
Geometries = Mapping[str, Any]


class Shapes:
    """Reads layers by their addresses and keeps the geometries: an address names its content's hash."""

    def __init__(self) -> None:
        self._geometries_by_layer: Memory[Geometries] = Memory(LAYERS_REMEMBERED)

    def of(self, snapshot: Snapshot) -> Callable[[str], Geometries]:
        """From the address of a layer to its geometries by the id of their feature."""
        return lambda address: self._geometries(snapshot, *ADDRESS.search(address).groups())

    def _geometries(self, snapshot: Snapshot, sha256: str, key: str) -> Geometries:
        return self._geometries_by_layer.recall((sha256, key), lambda: _by_id(layers.content(snapshot, key, sha256)))


def _by_id(layer: str) -> Geometries:
    return {feature["id"]: feature["geometry"] for feature in orjson.loads(layer)["features"]}
