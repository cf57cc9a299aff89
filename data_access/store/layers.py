"""Map layers, served once under an address that holds their hash."""

from sqlalchemy import select

from data_access.store.database import Snapshot, per_version
from data_access.vocabulary import schema

layer = schema.layer.c


@per_version
def hashes(snapshot: Snapshot) -> dict[str, str]:
    """Hash of each layer's content by its key."""
    rows = snapshot.frame(select(layer.layer_key, layer.sha256))
    return dict(zip(rows["layer_key"], rows["sha256"], strict=True))


def content(snapshot: Snapshot, key: str, sha256: str) -> str | None:
    """GeoJSON of a layer; None where the version holds no such layer."""
    rows = snapshot.frame(select(layer.content).where(layer.layer_key == key, layer.sha256 == sha256))
    return None if rows.empty else rows["content"].iloc[0]
