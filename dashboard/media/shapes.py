"""Geometries of map layers, for pictures that are drawn without a browser."""

import re
from collections.abc import Callable, Mapping
from operator import attrgetter
from threading import Lock
from typing import Any

import orjson
from cachetools import LRUCache, cachedmethod

from data_access.store import layers
from data_access.store.database import Snapshot

ADDRESS = re.compile(r"layers/([0-9a-f]+)/([a-z_]+)\.geojson")
LAYERS_REMEMBERED = 20
Geometries = Mapping[str, Any]


class Shapes:
    """Reads layers by their addresses and keeps the geometries: an address names its content's hash."""

    def __init__(self) -> None:
        self._read: LRUCache[tuple[str, str], Geometries] = LRUCache(LAYERS_REMEMBERED)
        self._lock = Lock()

    def of(self, snapshot: Snapshot) -> Callable[[str], Geometries]:
        """From the address of a layer to its geometries by the id of their feature."""
        return lambda address: self._geometries(snapshot, *ADDRESS.search(address).groups())

    @cachedmethod(
        attrgetter("_read"), key=lambda _self, _snapshot, sha256, key: (sha256, key), lock=attrgetter("_lock")
    )
    def _geometries(self, snapshot: Snapshot, sha256: str, key: str) -> Geometries:
        features = orjson.loads(layers.content(snapshot, key, sha256))["features"]
        return {feature["id"]: feature["geometry"] for feature in features}
