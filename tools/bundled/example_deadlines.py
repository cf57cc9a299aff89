"""Example terms for grievances.

The terms are taken from notes on the law and on practice, not from a checked text: every row is marked as an example.
"""

from collections.abc import Iterator

SLA_RULE_COLUMNS = [
    "body_type",
    "severity",
    "ack_days",
    "resolve_days",
    "day_type",
    "valid_from",
    "valid_to",
    "legal_ref",
    "is_example",
]

_LAW = "Law of the Kyrgyz Republic No. 67 of 4 May 2007 on citizens' appeals; example, to be checked against the text"
_COMPANY = "example of a company's own procedure, after the practice of IFC and the World Bank"

#: Body, days to acknowledge, days to resolve, kind of days, first day, reference.
_RULES = (
    ("aiyl_okmotu", 1, 14, "working", "2007-05-04", _LAW),
    ("district", 1, 14, "working", "2007-05-04", _LAW),
    ("republic", 1, 14, "working", "2007-05-04", _LAW),
    ("company", 7, 30, "calendar", "2018-01-01", _COMPANY),
)


def sla_rules() -> Iterator[dict[str, object]]:
    """Rows of sla_rules.csv."""
    for body, acknowledge, resolve, kind, first, reference in _RULES:
        terms = {"ack_days": acknowledge, "resolve_days": resolve, "day_type": kind, "valid_from": first}
        yield {"body_type": body, "severity": None, "valid_to": None, "legal_ref": reference, "is_example": 1} | terms
