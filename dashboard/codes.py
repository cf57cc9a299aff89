"""Which texts say what the codes of a column mean."""

# Columns of codes -> families of texts, the first that has one.
FAMILIES = {
    "state": ("state",),
    "category": ("category",),
    "outcome_code": ("outcome_code",),
    "outcome_group": ("outcome",),
    "outcome": ("recon",),
    "stage": ("stage",),
    "stream_code": ("stream",),
    "receiver_level": ("level",),
    "level": ("level",),
    "purpose_code": ("purpose",),
    "role": ("site_role",),
    "unit_type": ("unit_type",),
    "collected_by": ("collected_by",),
    "issue_code": ("issue",),
    "measure": ("measure",),
    "lane": ("topic",),
    "indicator_code": ("indicator", "measure"),
    "recon_status": ("recon",),
    "timeliness": ("timeliness",),
    "comparison": ("due",),
    "severity": ("severity",),
    "dataset": ("dataset",),
    "change": ("change",),
}
