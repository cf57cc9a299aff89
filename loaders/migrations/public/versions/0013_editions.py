"""Published versions that are kept under a name

Revision: 0013, after 0012
"""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "edition",
        sa.Column(
            "edition_key",
            sa.String(length=40),
            nullable=False,
            comment="Permanent name of the edition, as addresses write it",
        ),
        sa.Column("title_ky", sa.String(length=200), nullable=False, comment="Title of the edition, in Kyrgyz"),
        sa.Column("title_ru", sa.String(length=200), nullable=False, comment="Title of the edition, in Russian"),
        sa.Column("title_en", sa.String(length=200), nullable=False, comment="Title of the edition, in English"),
        sa.Column("version", sa.Integer(), nullable=False, comment="Version whose figures it holds"),
        sa.Column(
            "published_at",
            sa.DateTime(timezone=True),
            nullable=False,
            comment="When that version was published (UTC)",
        ),
        sa.Column("frozen_at", sa.DateTime(timezone=True), nullable=False, comment="When the edition was made (UTC)"),
        sa.Column("frozen_by", sa.String(length=40), nullable=False, comment="Role or initials of who made it"),
        sa.Column(
            "sha256",
            sa.String(length=64),
            nullable=True,
            comment="Hash of its content, which is a SQLite file; empty: it was withdrawn",
        ),
        sa.Column(
            "byte_count", sa.Integer(), nullable=True, comment="Size of that file in bytes; empty: it was withdrawn"
        ),
        sa.Column("removed_count", sa.Integer(), nullable=False, comment="Records taken down since it was made"),
        sa.Column(
            "withdrawn_at",
            sa.DateTime(timezone=True),
            nullable=True,
            comment="When it was withdrawn (UTC); empty: it stands",
        ),
        sa.Column("withdrawn_why", sa.String(length=300), nullable=True, comment="Why it was withdrawn"),
        sa.PrimaryKeyConstraint("edition_key", name=op.f("pk_edition")),
        comment="Published versions that were kept under a name; no publication changes them",
    )
    op.create_table(
        "edition_part",
        sa.Column("edition_key", sa.String(length=40), nullable=False, comment="Edition"),
        sa.Column("part", sa.Integer(), nullable=False, comment="Order of the parts, from 1"),
        sa.Column(
            "content",
            sa.LargeBinary(),
            nullable=False,
            comment="Part of the compressed file (zlib); all together are it",
        ),
        sa.ForeignKeyConstraint(["edition_key"], ["edition.edition_key"], name=op.f("fk_edition_part_edition_key")),
        sa.PrimaryKeyConstraint("edition_key", "part", name=op.f("pk_edition_part")),
        comment="Contents of editions; local copies of the store do not have them",
    )


def downgrade() -> None:
    op.drop_table("edition_part")
    op.drop_table("edition")
