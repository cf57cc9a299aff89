"""Stations, and their readings by month

Revision: 0008, after 0007
"""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "station",
        sa.Column("station_id", sa.String(length=64), nullable=False, comment="Permanent key of the station"),
        sa.Column("district_code", sa.String(length=8), nullable=False, comment="District it stands in"),
        sa.Column("medium", sa.String(length=24), nullable=False, comment="water, air or soil"),
        sa.Column(
            "water_use", sa.String(length=24), nullable=True, comment="drinking or fishery; empty for other media"
        ),
        sa.Column(
            "position",
            sa.String(length=16),
            nullable=False,
            comment="upstream, at, downstream, background or settlement",
        ),
        sa.Column("name_ky", sa.String(length=200), nullable=False, comment="Name of the station, in Kyrgyz"),
        sa.Column("name_ru", sa.String(length=200), nullable=False, comment="Name of the station, in Russian"),
        sa.Column("name_en", sa.String(length=200), nullable=False, comment="Name of the station, in English"),
        sa.Column("source_key", sa.String(length=64), nullable=False, comment="Where the row comes from"),
        sa.ForeignKeyConstraint(["district_code"], ["district.district_code"], name=op.f("fk_station_district_code")),
        sa.ForeignKeyConstraint(["source_key"], ["source.source_key"], name=op.f("fk_station_source_key")),
        sa.PrimaryKeyConstraint("station_id", name=op.f("pk_station")),
        comment="Where samples are taken",
    )
    op.create_table(
        "station_month",
        sa.Column("station_month_id", sa.Integer(), nullable=False, comment="Row number within the version"),
        sa.Column("station_id", sa.String(length=64), nullable=False, comment="Station"),
        sa.Column("indicator_code", sa.String(length=32), nullable=False, comment="Indicator"),
        sa.Column("month", sa.Date(), nullable=False, comment="First day of the month of sampling"),
        sa.Column("averaging", sa.String(length=16), nullable=False, comment="single, day or year"),
        sa.Column(
            "collected_by", sa.String(length=16), nullable=False, comment="company, state, community or laboratory"
        ),
        sa.Column("reading_count", sa.Integer(), nullable=False, comment="Readings taken, without rejected ones"),
        sa.Column("ok_count", sa.Integer(), nullable=False, comment="Readings within the limit"),
        sa.Column(
            "near_count", sa.Integer(), nullable=False, comment="Readings within the limit but at 80 % of it or more"
        ),
        sa.Column("exceeds_count", sa.Integer(), nullable=False, comment="Readings beyond the limit"),
        sa.Column(
            "cannot_tell_count",
            sa.Integer(),
            nullable=False,
            comment="Readings whose detection limit lies above the limit",
        ),
        sa.Column("no_limit_count", sa.Integer(), nullable=False, comment="Readings without a limit in force"),
        sa.Column("below_detection_count", sa.Integer(), nullable=False, comment="Readings below the detection limit"),
        sa.Column(
            "mean_value",
            sa.Float(),
            nullable=True,
            comment="Mean in the indicator's unit, half the detection limit where below it; empty when most are below",
        ),
        sa.Column("min_value", sa.Float(), nullable=True, comment="Lowest value that was detected, indicator's unit"),
        sa.Column("max_value", sa.Float(), nullable=True, comment="Highest value that was detected, indicator's unit"),
        sa.Column(
            "detection_limit",
            sa.Float(),
            nullable=True,
            comment="Highest detection limit of the readings below it, indicator's unit",
        ),
        sa.Column(
            "max_times_limit",
            sa.Float(),
            nullable=True,
            comment="Largest reading as a multiple of its limit; empty without a limit",
        ),
        sa.Column("source_key", sa.String(length=64), nullable=False, comment="Where the row comes from"),
        sa.ForeignKeyConstraint(["station_id"], ["station.station_id"], name=op.f("fk_station_month_station_id")),
        sa.ForeignKeyConstraint(
            ["indicator_code"], ["indicator.indicator_code"], name=op.f("fk_station_month_indicator_code")
        ),
        sa.ForeignKeyConstraint(["source_key"], ["source.source_key"], name=op.f("fk_station_month_source_key")),
        sa.PrimaryKeyConstraint("station_month_id", name=op.f("pk_station_month")),
        comment="Readings per station, indicator, month and who took them, judged against limits",
    )
    op.create_index(
        op.f("ix_station_month_station_id_indicator_code_month"),
        "station_month",
        ["station_id", "indicator_code", "month"],
    )


def downgrade() -> None:
    op.drop_table("station_month")
    op.drop_table("station")
