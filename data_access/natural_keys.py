"""By what a row of a published table is found again in another version, and what of it can be corrected."""

from data_access import tables

# Tables that people read -> the columns by which a row is found again: numbers of rows are those of a version.
KEYS = {
    "revenue": (
        *("fiscal_year", "stage", "stream_code", "payer_code", "receiver_level", "district_code", "oblast_code"),
        *("site_id", "purpose_code", "recon_status", "source_key"),
    ),
    "shares_due": ("fiscal_year", "stream_code", "payer_code", "receiver_level"),
    "national_revenue": ("fiscal_year",),
    "readings": ("month", "district_code", "indicator_code", "source_key"),
    "station_readings": ("month", "station_id", "indicator_code", "averaging", "collected_by", "source_key"),
    "statistics": ("year", "district_code", "indicator_code"),
    "oblast_statistics": ("year", "oblast_code", "indicator_code"),
    "incidents": ("incident_id",),
    "grievances": ("year", "area_code"),
    "grievance_parts": ("year", "kind", "code"),
    "grievance_outcomes": ("kind", "code", "question", "answer"),
    "grievance_times": ("kind", "code", "wait"),
    "grievance_quarters": ("quarter",),
    "sites": ("site_id",),
    "exchange_rates": ("year", "currency"),
    "prices": ("year",),
}
# The number of a row that tells the most of it, for rows that came or went as a whole.
MAIN = {
    "revenue": "amount_kgs",
    "shares_due": "due_kgs",
    "national_revenue": "amount_government_usd",
    **dict.fromkeys(("readings", "station_readings"), "reading_count"),
    **dict.fromkeys(("statistics", "oblast_statistics"), "value"),
    "incidents": "starts_on",
    **dict.fromkeys(("grievances", "grievance_quarters"), "received_count"),
    **dict.fromkeys(("grievance_parts", "grievance_outcomes"), "grievance_count"),
    "grievance_times": "median_days",
    "sites": "status",
    "exchange_rates": "kgs_per_unit",
    "prices": "index_value",
}
# They follow from what is compared, or say where the row comes from.
LEFT_OUT = frozenset({"source_key", "is_withheld", "area_level", "is_conflict", "outcome_group"})


def compared(name: str) -> list[str]:
    """The columns of a table in which a row can be corrected: neither its key nor its number in the version."""
    columns = tables.TABLES[name].c
    return [one.name for one in columns if not one.primary_key and one.name not in {*LEFT_OUT, *KEYS[name]}]
