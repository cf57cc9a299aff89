"""Grievances by full years that are closed once, so that no two versions differ by a single case

Revision: 0020, after 0019
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None

TABLES = ("grievance_year", "grievance_part_year", "grievance_outcome", "grievance_wait")


def upgrade() -> None:
    """Nothing is kept: the next publication counts anew, and what follows must not mix two ways of counting."""
    for table in TABLES:
        op.drop_table(table)
    year = "Full year in which the grievances were counted"
    part = "Grievances of the whole country received in the year, or come to the stage in it; empty when withheld"
    _make_years(
        year,
        "Grievances received in the year; empty when withheld",
        "Grievances of all years open at the end of the year; empty for districts, or when withheld",
        "Grievances closed in the year; empty whenever open_count is",
        "Grievances by full year and area, suppressed; a year that is published is not counted again",
    )
    _make_parts(
        year,
        "Of a stage: one that grievances have come to, or passed",
        part,
        "Grievances of the whole country by full year, divided in one way at a time, suppressed",
    )
    _make_outcomes(
        [_number("year", "Full year in which it happened first, or at whose end it stood", True)],
        "acknowledged, resolved (within the deadline), reopened, appealed; age of open ones",
        "in_time or missed; of reopened and appealed: happened, and all to which it could; days since receipt",
        "Grievances; empty when withheld",
        "What became of the grievances of the whole country in each full year, suppressed",
    )
    _make_waits(
        [_number("year", "Full year in which it was done, or at whose end they were open", True)],
        sa.Integer(),
        "Days within which nine of ten were done; empty for the same reasons",
        "How long grievances have waited, by full year; in whole days",
    )


def downgrade() -> None:
    for table in TABLES:
        op.drop_table(table)
    year = "Year in which the grievances were received"
    _make_years(
        year,
        "Grievances received; empty when withheld",
        "Of those, still open at the end of the last full quarter; empty when withheld, alone or with all",
        "Of those, closed by then; empty whenever open_count is",
        "Grievances by year of receipt and area, suppressed",
    )
    _make_parts(
        year,
        "Of a stage: the furthest that a grievance has reached",
        "Grievances in the whole country; empty when withheld",
        "Grievances of the whole country by year of receipt, divided in one way at a time, suppressed",
    )
    _make_outcomes(
        [],
        "received, state, acknowledged, resolved (within the deadline), reopened, appealed; age of open ones",
        "One of the answers, of which each grievance has one",
        "Grievances of all years together; empty when withheld",
        "What became of the grievances of the whole country by the end of the last full quarter, suppressed",
    )
    _make_waits(
        [],
        sa.Float(),
        "Days within which nine of ten were done; empty whenever median_days is",
        "How long grievances of all years have waited by the end of the last full quarter",
    )


def _text(name: str, length: int, comment: str) -> sa.Column[Any]:
    return sa.Column(name, sa.String(length=length), nullable=False, comment=comment)


def _number(name: str, comment: str, is_key: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.Integer(), nullable=not is_key, comment=comment)


def _make(table: str, comment: str, keys: list[sa.Column[Any]], columns: list[sa.Column[Any]]) -> None:
    op.create_table(
        table,
        *keys,
        *columns,
        _text("source_key", 64, "Where the row comes from"),
        sa.ForeignKeyConstraint(["source_key"], ["source.source_key"], name=op.f(f"fk_{table}_source_key")),
        sa.PrimaryKeyConstraint(*(key.name for key in keys), name=op.f(f"pk_{table}")),
        comment=comment,
    )


def _withheld(what: str) -> sa.Column[Any]:
    return sa.Column("is_withheld", sa.Boolean(), nullable=False, comment=f"True: {what} hidden to protect people")


def _make_years(year: str, received: str, still_open: str, closed: str, comment: str) -> None:
    _make(
        "grievance_year",
        comment,
        [_number("year", year, True), _text("area_code", 8, "District, oblast or country (417)")],
        [
            _text("area_level", 8, "district, oblast or country"),
            _withheld("all counts are"),
            _number("received_count", received),
            _number("open_count", still_open),
            _number("closed_count", closed),
        ],
    )


def _make_parts(year: str, code: str, count: str, comment: str) -> None:
    kind = _text("kind", 8, "What code is: issue, channel, body (responsible) or stage")
    counts = [_withheld("the count is"), _number("grievance_count", count)]
    _make("grievance_part_year", comment, [kind, _text("code", 32, code), _number("year", year, True)], counts)


def _make_outcomes(years: list[sa.Column[Any]], question: str, answer: str, count: str, comment: str) -> None:
    kind = _text("kind", 8, "What code is: country, issue, channel or body (responsible)")
    keys = [kind, _text("code", 32, "417 for the country"), *years]
    counts = [_withheld("the count is"), _number("grievance_count", count)]
    asked = [_text("question", 16, question), _text("answer", 16, answer)]
    _make("grievance_outcome", comment, [*keys, *asked], counts)


def _make_waits(years: list[sa.Column[Any]], days: sa.types.TypeEngine[Any], most: str, comment: str) -> None:
    kind = _text("kind", 8, "country, issue, channel, body, or district (only resolve)")
    keys = [kind, _text("code", 32, "417 for the country, SOATE code of a district"), *years]
    wait = _text("wait", 16, "acknowledge, resolve (resolved ones only), open (open ones, so far)")
    median = "Median days from receipt; empty when withheld or of too few grievances"
    found = [
        sa.Column(name, days, nullable=True, comment=about)
        for name, about in (("median_days", median), ("p90_days", most))
    ]
    _make("grievance_wait", comment, [*keys, wait], found)
