"""Indicators, limits, stations, observations and annual statistics."""

from data_access.vocabulary.fields import monitoring
from loaders.store.base import private_table

indicator = private_table(monitoring.INDICATORS)
threshold = private_table(monitoring.THRESHOLDS)
station = private_table(monitoring.STATIONS)
observation = private_table(monitoring.OBSERVATIONS)
statistic = private_table(monitoring.STATISTICS)
national_statistic = private_table(monitoring.NATIONAL_STATISTICS)
