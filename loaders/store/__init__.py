"""The private store: what the loaders know. The web never reads it."""

from data_access.vocabulary.fields import PUBLISHED
from data_access.vocabulary.fields.field import BOTH
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
from loaders.store.base import loaded, metadata

# Tables that only their data set and its publication know.
OTHERS = [loaded(one) for one in PUBLISHED.values() if one.store == BOTH and one.name not in metadata.tables]

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
