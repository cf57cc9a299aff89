"""The private store: what the loaders know. The web never reads it."""

from loaders.store import (
    annotations,
    decisions,
    grievances,
    incidents,
    monitoring,
    people,
    places,
    replies,
    revenue,
    runs,
)
from loaders.store.base import metadata

__all__ = [
    "annotations",
    "decisions",
    "grievances",
    "incidents",
    "metadata",
    "monitoring",
    "people",
    "places",
    "replies",
    "revenue",
    "runs",
]
