"""Replies of companies, state bodies and communities to what is shown

Revision: 0014, after 0012
"""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0012"
branch_labels = None
depends_on = None

REFERENCES = {
    "organisation_code": "organisation.organisation_code",
    "stream_code": "revenue_stream.stream_code",
    "payer_code": "organisation.organisation_code",
    "indicator_code": "indicator.indicator_code",
    "issue_code": "issue.issue_code",
    "district_code": "admin_unit.unit_code",
    "site_id": "site.site_id",
    "source_key": "source.source_key",
    "run_id": "load_run.run_id",
}


def upgrade() -> None:
    languages = (("ky", "Kyrgyz"), ("ru", "Russian"), ("en", "English"))
    op.create_table(
        "reply",
        _text("reply_id", 64, "Permanent key of the reply", is_needed=True),
        sa.Column("replied_on", sa.Date(), nullable=False, comment="Day of the reply"),
        _text("by_kind", 16, "Who replies: company, state, community or other", is_needed=True),
        _text("organisation_code", 64, "The same in the list of them"),
        *(_text(f"by_{code}", 200, f"Who replies, where not listed, in {name}") for code, name in languages),
        _text("subject_kind", 16, "What it is about: figure, site, incident or district", is_needed=True),
        _text("topic", 16, "Of a figure: revenue, monitoring, incidents or grievances"),
        _text("stage", 16, "Of revenue figures; empty: all stages"),
        _text("stream_code", 32, "Of revenue figures; empty: all streams"),
        _text("payer_code", 64, "Of revenue figures; empty: all payers"),
        _text("indicator_code", 32, "Of monitoring; empty: all indicators"),
        _text("issue_code", 32, "Of incidents and grievances; empty: all issues"),
        _text("district_code", 8, "District; of a figure empty: any"),
        _text("site_id", 64, "Site"),
        _text("incident_id", 32, "Incident"),
        sa.Column("first_year", sa.Integer(), nullable=True, comment="First year of the figures; empty: all years"),
        sa.Column("last_year", sa.Integer(), nullable=True, comment="Last year of the figures; empty: all years"),
        *(_text(f"text_{code}", 600, f"The reply in {name}", is_needed=True) for code, name in languages),
        _text("original_language", 2, "ky, ru or en; the others are translations. Empty: none is"),
        _text("reference", 200, "Document in which it was given", is_needed=True),
        _text("url", 300, "Web address of the document"),
        _text("source_key", 64, "Source of the row", is_needed=True),
        sa.Column("run_id", sa.Integer(), nullable=False, comment="Load that wrote the row"),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False, comment="When the row was written (UTC)"),
        *(_reference(column, target) for column, target in REFERENCES.items()),
        sa.PrimaryKeyConstraint("reply_id", name=op.f("pk_reply")),
        comment="Replies to figures, sites, incidents and districts, in the words of those who gave them",
    )
    for column in ("incident_id", "source_key"):
        op.create_index(op.f(f"ix_reply_{column}"), "reply", [column], unique=False)


def downgrade() -> None:
    op.drop_table("reply")


def _text(name: str, length: int, comment: str, is_needed: bool = False) -> sa.Column:
    return sa.Column(name, sa.String(length=length), nullable=not is_needed, comment=comment)


def _reference(column: str, target: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_reply_{column}")
    return sa.ForeignKeyConstraint([column], [target], name=name, initially="DEFERRED", deferrable=True)
