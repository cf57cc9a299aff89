"""The private store: what the loaders know. The web never reads it."""

from loaders.store import annotations, grievances, incidents, monitoring, people, places, revenue, runs
from loaders.store.base import metadata

__all__ = ["annotations", "grievances", "incidents", "metadata", "monitoring", "people", "places", "revenue", "runs"]
