"""Dates that are shown beside figures, so that times can be compared."""

from data_access.vocabulary.fields import beside
from loaders.store.base import private_table

annotation = private_table(beside.ANNOTATIONS)
