"""The private store: what the loaders know. The web never reads it."""

from data_access.vocabulary.fields import PUBLISHED_ENTITIES
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
from loaders.store.base import metadata, private_table

# Tables that only their data set and its publication know.
OTHER_TABLES = [
    private_table(one) for one in PUBLISHED_ENTITIES.values() if one.store == BOTH and one.name not in metadata.tables
]

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
