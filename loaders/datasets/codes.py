"""Code lists that belong to the project, not to any source: they are written by ``upgrade``.

Streams with their GFS code follow the EITI list; where practice and list differ the row says
what is used here, and the multi-stakeholder group may change it.
"""

from sqlalchemy import Connection, delete, insert

from loaders.store.incidents import issue
from loaders.store.revenue import revenue_stream

# stream, GFS code, EITI requirement other than 4.1
STREAMS = (
    ("royalty", "1415E1", None),
    ("bonus", "1415E2", None),
    ("mining_income_tax", "1141E", None),
    ("profit_tax", "1112E1", None),
    ("kumtor_gross_tax", "1141E", None),
    ("infra_2pct", "1415E4", "4.6"),
    ("issyk_kul_1pct", "1415E4", "4.6"),
    ("naryn_06pct", "144E1", "4.6"),
    ("licence_retention", "114521E", None),
    ("land_property", "113E", "4.6"),
    ("vat_sales", "1141E", None),
    ("customs", "1151E", None),
    ("social_contrib", "1212E", None),
    ("pollution_fee", "114522E", None),
    ("agri_loss", "1415E5", None),
    ("lease", "1415E5", "4.6"),
    ("fines", "143E", None),
    ("dividends", "1412E1", None),
    ("social_package", None, "6.1"),
    ("voluntary_social", None, "6.1"),
    ("reclamation_deposit", None, None),
    # What reports on payments to governments state by their own, wider categories.
    ("taxes", "11E", None),
    ("withholding_tax", "1112E1", None),
    ("fees", "114521E", None),
    ("infrastructure", "1415E4", None),
    ("royalty_or_2pct", "1415E", None),
    ("mineral_base_4pct", "1415E4", None),
)
ISSUES = (
    "revenue",
    "jobs",
    "water",
    "air",
    "land",
    "livestock",
    "health",
    "radiation",
    "road",
    "social_package",
    "compensation",
    "resettlement",
    "information",
    "licence",
    "politics",
    "worker_safety",
    "security",
    "environment",
    "other",
)


def write_codes(connection: Connection) -> None:
    """Make both code tables of the private store hold exactly these lists."""
    streams = [dict(zip(revenue_stream.c.keys(), row, strict=True)) for row in STREAMS]
    for table, rows in ((revenue_stream, streams), (issue, [{"issue_code": code} for code in ISSUES])):
        connection.execute(delete(table))
        connection.execute(insert(table), rows)
