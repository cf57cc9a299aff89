"""Geometries of map layers, for pictures that are drawn without a browser."""

import re
from collections.abc import Callable, Mapping
from typing import Any

import orjson
from cachetools import LRUCache

from data_access import layers
from data_access.database import Snapshot

ADDRESS = re.compile(r"layers/([0-9a-f]+)/([a-z_]+)\.geojson")
LAYERS_REMEMBERED = 20
Geometries = Mapping[str, Any]


class Shapes:
    """Reads layers by their addresses and keeps the geometries: an address names its content's hash."""

    def __init__(self) -> None:
        self._read: LRUCache[tuple[str, str], Geometries] = LRUCache(LAYERS_REMEMBERED)

    def of(self, snapshot: Snapshot) -> Callable[[str], Geometries]:
        """From the address of a layer to its geometries by the id of their feature."""
        return lambda address: self._geometries(snapshot, *ADDRESS.search(address).groups())

    def _geometries(self, snapshot: Snapshot, sha256: str, key: str) -> Geometries:
        found = self._read.get((sha256, key))
        if found is None:
            features = orjson.loads(layers.content(snapshot, key, sha256))["features"]
            found = self._read[sha256, key] = {feature["id"]: feature["geometry"] for feature in features}
        return found
