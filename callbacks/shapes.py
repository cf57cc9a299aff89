"""Geometries of map layers, for pictures that are drawn without a browser."""

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

import orjson

from data_access import layers
from data_access.database import Snapshot

ADDRESS = re.compile(r"layers/([0-9a-f]+)/([a-z_]+)\.geojson")
LAYERS_REMEMBERED = 20


class Shapes:
    """Reads layers by their addresses and keeps the geometries: an address names its content's hash."""

    def __init__(self) -> None:
        self._read = lru_cache(LAYERS_REMEMBERED)(_geometries)

    def of(self, snapshot: Snapshot) -> Callable[[str], Mapping[str, Any]]:
        """From the address of a layer to its geometries by the id of their feature."""
        return lambda address: self._read(snapshot, *ADDRESS.search(address).groups())


def _geometries(snapshot: Snapshot, sha256: str, key: str) -> dict[str, Any]:
    features = orjson.loads(layers.content(snapshot, key, sha256))["features"]
    return {feature["id"]: feature["geometry"] for feature in features}
