"""Annual counts of people, and what was promised: of both, the web sees less than stands here."""

from data_access.vocabulary.fields import monitoring
from loaders.store.base import private_table

case_statistic = private_table(monitoring.CASE_STATISTICS)
target = private_table(monitoring.TARGETS)
