"""Which texts say what the codes of a column mean."""

from data_access.vocabulary.fields import common, incidents, money, monitoring, places, sources

# Columns that mean the same wherever they stand.
FIELDS_WITH_FAMILIES = (
    *(incidents.CATEGORY, incidents.OUTCOME, incidents.OUTCOME_GROUP, incidents.SEVERITY, common.ISSUE),
    *(money.STAGE, money.STREAM, money.RECEIVER_LEVEL, money.PURPOSE, money.RECON_STATUS),
    *(places.SITE_ROLE, places.UNIT_TYPE, monitoring.COLLECTED_BY, monitoring.INDICATOR, sources.DATASET),
)
# Columns of codes -> families of texts, the first that has one.
FAMILIES = {field.name: field.families for field in FIELDS_WITH_FAMILIES} | {
    "state": ("state",),
    "outcome": ("recon",),
    "level": ("level",),
    "measure": ("measure",),
    "lane": ("topic",),
    "timeliness": ("timeliness",),
    "comparison": ("due",),
    "change": ("change",),
}
