"""Columns that both stores have are explained in the same words

Revision: 0020, after 0019

Only the comments change, which SQLite does not keep.
"""

from collections.abc import Iterator

from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None

LANGUAGES = {"ky": "Kyrgyz", "ru": "Russian", "en": "English"}
NAMED = {
    "annotation": "annotation",
    "holiday": "holiday",
    "station": "station",
    "admin_unit": "unit",
    "site": "site",
    "organisation": "organisation",
    "price_index": "deflator",
}
LOADED = (
    *("annotation", "grievance", "grievance_status_history", "sla_rule", "holiday", "incident", "incident_issue"),
    *("incident_actor", "incident_source", "indicator", "threshold", "station", "observation", "statistic"),
    *("case_statistic", "target", "admin_unit", "admin_alias", "population", "site", "site_operator", "site_district"),
    *("layer", "reply", "organisation", "fx_rate", "price_index", "sharing_rule", "mineral_sales", "national_revenue"),
    "flow",
)
OTHERS = {
    "incident": {
        "starts_on": "First day; the first day of the period where date_precision is coarser",
        "district_code": "District where it took place; empty: known only for the oblast",
        "confidence": "Trust in the coding: high, medium or low",
    },
    "population": {"year": "Calendar year"},
    "reply": {
        "organisation_code": "Who replies, in the list of organisations; empty: not in it",
        "stage": "Stage of the revenue figures; empty: all",
        "stream_code": "Stream of the revenue figures; empty: all",
        "payer_code": "Who paid; empty: any, or nobody",
        "indicator_code": "Indicator of the figures; empty: all",
        "issue_code": "Issue of the incidents or grievances; empty: all",
        "district_code": "District that it is about; of figures empty: any",
        "site_id": "Site that it is about",
        "incident_id": "Incident that it is about",
    },
    "site": {"district_code": "District in which the site is stated to lie"},
    "station": {"site_id": "Site that it watches; empty: none in particular"},
    "threshold": {"water_use": "drinking, fishery; empty for other media"},
}


def upgrade() -> None:
    """Explain the columns anew."""
    if op.get_bind().dialect.supports_comments:
        for table, column, comment in _explained():
            op.alter_column(table, column, comment=comment)


def _explained() -> Iterator[tuple[str, str, str]]:
    for code, language in LANGUAGES.items():
        yield from ((table, f"name_{code}", f"Name of the {noun}, in {language}") for table, noun in NAMED.items())
        yield "reply", f"text_{code}", f"The reply, in {language}"
    yield from ((table, "source_key", "Where the row comes from") for table in LOADED)
    for table, columns in OTHERS.items():
        yield from ((table, column, comment) for column, comment in columns.items())
