"""Dates that are shown beside figures, so that times can be compared."""

from data_access.vocabulary.fields import beside
from loaders.store.base import loaded

annotation = loaded(beside.ANNOTATIONS)
