"""The newest annual statistics of what no district is known of: oblasts, and the chosen district's among them."""

from dataclasses import replace
from functools import partial

from dashboard.panels.monitoring import conditions
from data_access.answers.conditions import newest
from data_access.answers.statistic_rows import OF_OBLASTS
from data_access.vocabulary.shape import LONG

PANEL = replace(conditions.PANEL, key="conditions_of_oblasts", shape=LONG, read=partial(newest, OF_OBLASTS))
