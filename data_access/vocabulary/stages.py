"""Stages: where money is on its way, and how far a grievance came."""

from collections.abc import Mapping
from types import MappingProxyType

# Money is never added up across them.
PAYMENT, TRANSFER, ALLOCATION, SPENDING, SOCIAL = STAGES = ("payment", "transfer", "allocation", "spending", "social")
# No stage but what is asked of them by default: money that reached local level, by either way, each flow once.
REACHED = "reached"
# Money passes between bodies of the state at the other stages: their rows name no payer.
PAID_BY_COMPANIES = (PAYMENT, SOCIAL)
# The way of most grievances: one has reached all of them up to its furthest.
CASE_STAGES = ("received", "acknowledged", "assessed", "offered", "resolved", "closed")
# Of the grievances received in a year: kinds of division, each of what the one before has left, and in how many days
# since receipt they were resolved; the rest is ``LATER``, whether resolved since, open, or ended in another way.
COHORT_PARTS: Mapping[str, tuple[int, ...]] = MappingProxyType(
    {"days_90": (30, 60, 90), "days_180": (180,), "days_365": (365,)}
)
LATER = "later"
