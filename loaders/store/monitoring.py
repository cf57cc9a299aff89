"""Indicators, limits, stations, observations and annual statistics."""

from data_access.vocabulary.fields import monitoring
from loaders.store.base import loaded

indicator = loaded(monitoring.INDICATORS)
threshold = loaded(monitoring.THRESHOLDS)
station = loaded(monitoring.STATIONS)
observation = loaded(monitoring.OBSERVATIONS)
statistic = loaded(monitoring.STATISTICS)
