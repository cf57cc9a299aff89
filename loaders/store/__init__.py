"""The private store: what the loaders know. The web never reads it."""

from loaders.store import grievances, incidents, monitoring, people, places, revenue, runs
from loaders.store.base import metadata

__all__ = ["grievances", "incidents", "metadata", "monitoring", "people", "places", "revenue", "runs"]
