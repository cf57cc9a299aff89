"""Annual counts of people, and what was promised: of both, the web sees less than stands here."""

from data_access.vocabulary.fields import monitoring
from loaders.store.base import loaded

case_statistic = loaded(monitoring.CASE_STATISTICS)
target = loaded(monitoring.TARGETS)
