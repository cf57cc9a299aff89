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
    "sites": "status",
    "exchange_rates": "kgs_per_unit",
    "prices": "index_value",
}
# Tables whose rows are not compared: what they tell of changes with the tables above, or has no figure of its own.
NOT_COMPARED = frozenset(
    {
        *("stations", "limits", "indicators", "targets", "incident_issues", "operators"),
        *("site_districts", "organisations", "districts", "oblasts", "population", "dates", "replies", "sources"),
        *("source_checks", "load_notes"),
    }
)
# Counts of people: two versions of a row would tell of the one who came between them, so no row of these is told.
UNTOLD = (
    *("grievances", "grievance_parts", "grievance_outcomes", "grievance_times"),
    *("grievance_quarters", "grievance_sensitive"),
)
# They follow from what is compared, or say where the row comes from.
LEFT_OUT = frozenset({"source_key", "is_withheld", "area_level", "is_conflict", "outcome_group"})


def require_declared() -> None:
    """Raise LookupError that names what is missing here: a table, the number of one, or a column that it has not."""
    unknown = (name for name in tables.TABLES if not _is_known(name))
    faults = [f"the table {name!r} is in none of KEYS, UNTOLD and NOT_COMPARED" for name in unknown]
    faults += [f"the table {name!r} has no entry in MAIN" for name in KEYS if name not in MAIN]
    faults += [f"{name!r} is no table" for name in {*KEYS, *MAIN, *UNTOLD, *NOT_COMPARED} if name not in tables.TABLES]
    named = ((name, column) for name, columns in KEYS.items() for column in (*columns, MAIN.get(name, columns[0])))
    faults += [f"{name!r} has no column {column!r}" for name, column in named if not _has(name, column)]
    if faults:
        raise LookupError(f"data_access/natural_keys.py: {'; '.join(faults)}")


def _is_known(name: str) -> bool:
    return name in KEYS or name in UNTOLD or name in NOT_COMPARED


def _has(name: str, column: str) -> bool:
    return name not in tables.TABLES or column in tables.TABLES[name].c


def compared(name: str) -> list[str]:
    """The columns of a table in which a row can be corrected: neither its key nor its number in the version."""
    columns = tables.TABLES[name].c
    return [one.name for one in columns if not one.primary_key and one.name not in {*LEFT_OUT, *KEYS[name]}]
