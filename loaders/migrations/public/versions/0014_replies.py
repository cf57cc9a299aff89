"""Replies of companies, state bodies and communities to what is shown

Revision: 0014, after 0013
"""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

REFERENCES = {
    "organisation_code": "organisation.organisation_code",
    "payer_code": "organisation.organisation_code",
    "indicator_code": "indicator.indicator_code",
    "district_code": "district.district_code",
    "site_id": "site.site_id",
    "incident_id": "incident.incident_id",
    "source_key": "source.source_key",
}


def upgrade() -> None:
    languages = (("ky", "Kyrgyz"), ("ru", "Russian"), ("en", "English"))
    op.create_table(
        "reply",
        _text("reply_id", 64, "Permanent key of the reply", is_needed=True),
        sa.Column("replied_on", sa.Date(), nullable=False, comment="Day of the reply"),
        _text("by_kind", 16, "Who replies: company, state, community or other", is_needed=True),
        _text("organisation_code", 64, "Who replies, in the list of organisations; empty: not in it"),
        *(
            _text(f"by_{code}", 200, f"Company, body or community that replies, in {name}", True)
            for code, name in languages
        ),
        _text("subject_kind", 16, "What it is about: figure, site, incident or district", is_needed=True),
        _text("topic", 16, "Of a figure: revenue, monitoring, incidents or grievances"),
        _text("stage", 16, "Stage of the revenue figures; empty: all"),
        _text("stream_code", 32, "Stream of the revenue figures; empty: all"),
        _text("payer_code", 64, "Who paid; empty: any, or nobody"),
        _text("indicator_code", 32, "Indicator of the figures; empty: all"),
        _text("issue_code", 32, "Issue of the incidents or grievances; empty: all"),
        _text("district_code", 8, "District that it is about; of figures empty: any"),
        _text("site_id", 64, "Site that it is about"),
        _text("incident_id", 32, "Incident that it is about"),
        sa.Column("first_year", sa.Integer(), nullable=True, comment="First year of the figures; empty: all years"),
        sa.Column("last_year", sa.Integer(), nullable=True, comment="Last year of the figures; empty: all years"),
        *(_text(f"text_{code}", 600, f"The reply, in {name}", is_needed=True) for code, name in languages),
        _text("original_language", 2, "ky, ru or en; the others are translations. Empty: none is"),
        _text("reference", 200, "Document in which it was given", is_needed=True),
        _text("url", 300, "Web address of the document"),
        _text("source_key", 64, "Where the row comes from", is_needed=True),
        *(
            sa.ForeignKeyConstraint([column], [target], name=op.f(f"fk_reply_{column}"))
            for column, target in REFERENCES.items()
        ),
        sa.PrimaryKeyConstraint("reply_id", name=op.f("pk_reply")),
        comment="Replies to figures, sites, incidents and districts, in the words of those who gave them",
    )


def downgrade() -> None:
    op.drop_table("reply")


def _text(name: str, length: int, comment: str, is_needed: bool = False) -> sa.Column:
    return sa.Column(name, sa.String(length=length), nullable=not is_needed, comment=comment)
