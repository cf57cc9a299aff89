"""First tables of the private store

Revision: 0001, after None
"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "issue",
        sa.Column(
            "issue_code", sa.String(length=32), nullable=False, comment="What an incident or a grievance is about"
        ),
        sa.PrimaryKeyConstraint("issue_code", name=op.f("pk_issue")),
        comment="Issues shared by incidents and grievances; a list of the project, not of a source",
    )
    op.create_table(
        "revenue_stream",
        sa.Column("stream_code", sa.String(length=32), nullable=False, comment="Permanent key of the revenue stream"),
        sa.Column(
            "gfs_code",
            sa.String(length=16),
            nullable=True,
            comment="GFS code of the EITI list; empty: not government revenue",
        ),
        sa.Column(
            "eiti_requirement",
            sa.String(length=16),
            nullable=True,
            comment="EITI requirement it falls under; empty: 4.1 only",
        ),
        sa.PrimaryKeyConstraint("stream_code", name=op.f("pk_revenue_stream")),
        comment="Kinds of payment; a list of the project, not of a source",
    )
    op.create_table(
        "source",
        sa.Column("source_key", sa.String(length=64), nullable=False, comment="Permanent key of the source"),
        sa.Column(
            "dataset",
            sa.String(length=32),
            nullable=False,
            comment="revenue, monitoring, incidents, grievances or reference",
        ),
        sa.Column("loads", sa.String(length=32), nullable=False, comment="Dataset format that the source is loaded as"),
        sa.Column(
            "title_ky", sa.String(length=300), nullable=False, comment="Title of the document or data set, in Kyrgyz"
        ),
        sa.Column(
            "title_ru", sa.String(length=300), nullable=False, comment="Title of the document or data set, in Russian"
        ),
        sa.Column(
            "title_en", sa.String(length=300), nullable=False, comment="Title of the document or data set, in English"
        ),
        sa.Column("publisher_ky", sa.String(length=300), nullable=False, comment="Who published it, in Kyrgyz"),
        sa.Column("publisher_ru", sa.String(length=300), nullable=False, comment="Who published it, in Russian"),
        sa.Column("publisher_en", sa.String(length=300), nullable=False, comment="Who published it, in English"),
        sa.Column(
            "licence_ky",
            sa.String(length=300),
            nullable=False,
            comment="Terms of use, as stated by the publisher, in Kyrgyz",
        ),
        sa.Column(
            "licence_ru",
            sa.String(length=300),
            nullable=False,
            comment="Terms of use, as stated by the publisher, in Russian",
        ),
        sa.Column(
            "licence_en",
            sa.String(length=300),
            nullable=False,
            comment="Terms of use, as stated by the publisher, in English",
        ),
        sa.Column("url", sa.String(length=500), nullable=True, comment="Address of the document, if it has one"),
        sa.Column(
            "kind",
            sa.String(length=16),
            nullable=False,
            comment="published, compiled (from named reports) or synthetic",
        ),
        sa.Column(
            "cadence_days",
            sa.Integer(),
            nullable=True,
            comment="Expected days between updates; empty: none is promised",
        ),
        sa.PrimaryKeyConstraint("source_key", name=op.f("pk_source")),
        comment="Publisher, licence and kind of every source that was loaded",
    )
    op.create_table(
        "load_run",
        sa.Column("run_id", sa.Integer(), nullable=False, comment="Number of the load, rising"),
        sa.Column("source_key", sa.String(length=64), nullable=False, comment="Source that was loaded"),
        sa.Column("loads", sa.String(length=32), nullable=False, comment="Dataset format that it was loaded as"),
        sa.Column("file_name", sa.String(length=300), nullable=False, comment="Name of the file, without its folder"),
        sa.Column(
            "sha256",
            sa.String(length=64),
            nullable=False,
            comment="Hash of the file's bytes; an equal file is not loaded again",
        ),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False, comment="When the load began (UTC)"),
        sa.Column(
            "finished_at", sa.DateTime(timezone=True), nullable=False, comment="When its rows were checked (UTC)"
        ),
        sa.Column("rows_read", sa.Integer(), nullable=False, comment="Rows of the file"),
        sa.Column("rows_written", sa.Integer(), nullable=False, comment="Rows kept, in the main table of the dataset"),
        sa.Column("rows_rejected", sa.Integer(), nullable=False, comment="Rows of the file that were set aside"),
        sa.Column("status", sa.String(length=16), nullable=False, comment="loaded; a refused file leaves no row"),
        sa.Column(
            "message", sa.Text(), nullable=True, comment="Remark for people, for example which rows were set aside"
        ),
        sa.Column("loaded_by", sa.String(length=100), nullable=False, comment="System account that ran the loader"),
        sa.Column("period_first", sa.Date(), nullable=True, comment="First day that the rows cover"),
        sa.Column("period_last", sa.Date(), nullable=True, comment="Last day that the rows cover"),
        sa.ForeignKeyConstraint(
            ["source_key"],
            ["source.source_key"],
            name=op.f("fk_load_run_source_key"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("run_id", name=op.f("pk_load_run")),
        comment="One row per completed load",
    )
    op.create_index(op.f("ix_load_run_source_key"), "load_run", ["source_key"], unique=False)
    op.create_table(
        "admin_unit",
        sa.Column(
            "unit_code",
            sa.String(length=8),
            nullable=False,
            comment="SOATE code: five digits for oblasts, eight for districts",
        ),
        sa.Column("level", sa.String(length=8), nullable=False, comment="oblast or district"),
        sa.Column("parent_code", sa.String(length=8), nullable=True, comment="Oblast of a district"),
        sa.Column("slug", sa.String(length=64), nullable=True, comment="Permanent name in addresses; districts only"),
        sa.Column("pcode", sa.String(length=16), nullable=True, comment="OCHA P-code; districts only"),
        sa.Column(
            "unit_type",
            sa.String(length=24),
            nullable=True,
            comment="raion, city_oblast or city_republican; districts only",
        ),
        sa.Column("name_ky", sa.String(length=200), nullable=False, comment="Name of the unit in Kyrgyz"),
        sa.Column("name_ru", sa.String(length=200), nullable=False, comment="Name of the unit in Russian"),
        sa.Column("name_en", sa.String(length=200), nullable=False, comment="Name of the unit in English"),
        sa.Column("source_key", sa.String(length=64), nullable=False, comment="Source of the row"),
        sa.Column("run_id", sa.Integer(), nullable=False, comment="Load that wrote the row"),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False, comment="When the row was written (UTC)"),
        sa.ForeignKeyConstraint(
            ["parent_code"],
            ["admin_unit.unit_code"],
            name=op.f("fk_admin_unit_parent_code"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["run_id"], ["load_run.run_id"], name=op.f("fk_admin_unit_run_id"), initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["source_key"],
            ["source.source_key"],
            name=op.f("fk_admin_unit_source_key"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("unit_code", name=op.f("pk_admin_unit")),
        sa.UniqueConstraint("pcode", name=op.f("uq_admin_unit_pcode")),
        sa.UniqueConstraint("slug", name=op.f("uq_admin_unit_slug")),
        comment="Oblasts, raions, cities of oblast and of republican status",
    )
    op.create_index(op.f("ix_admin_unit_parent_code"), "admin_unit", ["parent_code"], unique=False)
    op.create_index(op.f("ix_admin_unit_source_key"), "admin_unit", ["source_key"], unique=False)
    op.create_table(
        "fx_rate",
        sa.Column("currency", sa.String(length=3), nullable=False, comment="ISO 4217 code"),
        sa.Column("year", sa.Integer(), nullable=False, comment="Calendar year"),
        sa.Column(
            "kgs_per_unit", sa.Float(), nullable=False, comment="KGS per unit of the currency, average of the year"
        ),
        sa.Column("source_key", sa.String(length=64), nullable=False, comment="Source of the row"),
        sa.Column("run_id", sa.Integer(), nullable=False, comment="Load that wrote the row"),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False, comment="When the row was written (UTC)"),
        sa.ForeignKeyConstraint(
            ["run_id"], ["load_run.run_id"], name=op.f("fk_fx_rate_run_id"), initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["source_key"],
            ["source.source_key"],
            name=op.f("fk_fx_rate_source_key"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("currency", "year", name=op.f("pk_fx_rate")),
        comment="Exchange rates by which amounts are turned into KGS",
    )
    op.create_index(op.f("ix_fx_rate_source_key"), "fx_rate", ["source_key"], unique=False)
    op.create_table(
        "indicator",
        sa.Column("indicator_code", sa.String(length=32), nullable=False, comment="Permanent key of the indicator"),
        sa.Column("medium", sa.String(length=24), nullable=False, comment="water, air, soil or people"),
        sa.Column("unit", sa.String(length=24), nullable=False, comment="Canonical unit"),
        sa.Column(
            "direction",
            sa.String(length=16),
            nullable=False,
            comment="higher_worse, lower_worse, higher_better or range",
        ),
        sa.Column("sdg", sa.String(length=24), nullable=True, comment="Sustainable Development Goals, comma separated"),
        sa.Column("source_key", sa.String(length=64), nullable=False, comment="Source of the row"),
        sa.Column("run_id", sa.Integer(), nullable=False, comment="Load that wrote the row"),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False, comment="When the row was written (UTC)"),
        sa.ForeignKeyConstraint(
            ["run_id"], ["load_run.run_id"], name=op.f("fk_indicator_run_id"), initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["source_key"],
            ["source.source_key"],
            name=op.f("fk_indicator_source_key"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("indicator_code", name=op.f("pk_indicator")),
        comment="What is measured",
    )
    op.create_index(op.f("ix_indicator_source_key"), "indicator", ["source_key"], unique=False)
    op.create_table(
        "layer",
        sa.Column("layer_key", sa.String(length=32), nullable=False, comment="districts or lakes"),
        sa.Column(
            "content",
            sa.Text(),
            nullable=False,
            comment="GeoJSON, CRS84 degrees; feature ids of districts are SOATE codes",
        ),
        sa.Column("source_key", sa.String(length=64), nullable=False, comment="Source of the row"),
        sa.Column("run_id", sa.Integer(), nullable=False, comment="Load that wrote the row"),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False, comment="When the row was written (UTC)"),
        sa.ForeignKeyConstraint(
            ["run_id"], ["load_run.run_id"], name=op.f("fk_layer_run_id"), initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["source_key"],
            ["source.source_key"],
            name=op.f("fk_layer_source_key"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("layer_key", name=op.f("pk_layer")),
        comment="Map layers as loaded; the published ones are computed from them",
    )
    op.create_index(op.f("ix_layer_source_key"), "layer", ["source_key"], unique=False)
    op.create_table(
        "national_revenue",
        sa.Column("fiscal_year", sa.Integer(), nullable=False, comment="Calendar year"),
        sa.Column(
            "amount_government_usd",
            sa.Float(),
            nullable=True,
            comment="USD, extractive revenue as reported by the government",
        ),
        sa.Column(
            "amount_company_usd", sa.Float(), nullable=True, comment="USD, extractive revenue as reported by companies"
        ),
        sa.Column(
            "kgs_per_usd",
            sa.Float(),
            nullable=True,
            comment="Average exchange rate of the year, as stated in the report",
        ),
        sa.Column("source_key", sa.String(length=64), nullable=False, comment="Source of the row"),
        sa.Column("run_id", sa.Integer(), nullable=False, comment="Load that wrote the row"),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False, comment="When the row was written (UTC)"),
        sa.ForeignKeyConstraint(
            ["run_id"],
            ["load_run.run_id"],
            name=op.f("fk_national_revenue_run_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["source_key"],
            ["source.source_key"],
            name=op.f("fk_national_revenue_source_key"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("fiscal_year", name=op.f("pk_national_revenue")),
        comment="National totals of the EITI reports",
    )
    op.create_index(op.f("ix_national_revenue_source_key"), "national_revenue", ["source_key"], unique=False)
    op.create_table(
        "organisation",
        sa.Column(
            "organisation_code", sa.String(length=64), nullable=False, comment="Permanent key of the organisation"
        ),
        sa.Column("organisation_type", sa.String(length=16), nullable=False, comment="company, state or fund"),
        sa.Column("name_ky", sa.String(length=200), nullable=False, comment="Name of the organisation in Kyrgyz"),
        sa.Column("name_ru", sa.String(length=200), nullable=False, comment="Name of the organisation in Russian"),
        sa.Column("name_en", sa.String(length=200), nullable=False, comment="Name of the organisation in English"),
        sa.Column("source_key", sa.String(length=64), nullable=False, comment="Source of the row"),
        sa.Column("run_id", sa.Integer(), nullable=False, comment="Load that wrote the row"),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False, comment="When the row was written (UTC)"),
        sa.ForeignKeyConstraint(
            ["run_id"], ["load_run.run_id"], name=op.f("fk_organisation_run_id"), initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["source_key"],
            ["source.source_key"],
            name=op.f("fk_organisation_source_key"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("organisation_code", name=op.f("pk_organisation")),
        comment="Companies that pay and bodies that receive",
    )
    op.create_index(op.f("ix_organisation_source_key"), "organisation", ["source_key"], unique=False)
    op.create_table(
        "publication",
        sa.Column("version", sa.Integer(), autoincrement=False, nullable=False, comment="Version of the public store"),
        sa.Column("run_id", sa.Integer(), nullable=True, comment="Newest load in it; empty: nothing was loaded"),
        sa.Column(
            "small_cell_limit",
            sa.Integer(),
            nullable=False,
            comment="Counts of people's cases below this were withheld",
        ),
        sa.Column("published_at", sa.DateTime(timezone=True), nullable=False, comment="When it was published (UTC)"),
        sa.ForeignKeyConstraint(
            ["run_id"], ["load_run.run_id"], name=op.f("fk_publication_run_id"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("version", name=op.f("pk_publication")),
        comment="What was published when; tells whether the public store is up to date",
    )
    op.create_table(
        "admin_alias",
        sa.Column("unit_code", sa.String(length=8), nullable=False, comment="District"),
        sa.Column("alias", sa.String(length=120), nullable=False, comment="Former name or other spelling"),
        sa.Column("source_key", sa.String(length=64), nullable=False, comment="Source of the row"),
        sa.Column("run_id", sa.Integer(), nullable=False, comment="Load that wrote the row"),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False, comment="When the row was written (UTC)"),
        sa.ForeignKeyConstraint(
            ["run_id"], ["load_run.run_id"], name=op.f("fk_admin_alias_run_id"), initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["source_key"],
            ["source.source_key"],
            name=op.f("fk_admin_alias_source_key"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["unit_code"],
            ["admin_unit.unit_code"],
            name=op.f("fk_admin_alias_unit_code"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("unit_code", "alias", name=op.f("pk_admin_alias")),
        comment="Names under which files and people also call a district",
    )
    op.create_index(op.f("ix_admin_alias_source_key"), "admin_alias", ["source_key"], unique=False)
    op.create_table(
        "grievance",
        sa.Column("grievance_key", sa.String(length=32), nullable=False, comment="Random; made anew at each load"),
        sa.Column(
            "received_on", sa.Date(), nullable=False, comment="Day of receipt; published by quarter and year only"
        ),
        sa.Column("district_code", sa.String(length=8), nullable=False, comment="District"),
        sa.Column("issue_code", sa.String(length=32), nullable=False, comment="What it is about"),
        sa.Column("channel", sa.String(length=16), nullable=False, comment="written, oral, online, hotline or meeting"),
        sa.Column(
            "responsible_body",
            sa.String(length=16),
            nullable=False,
            comment="company, aiyl_okmotu, district or republic",
        ),
        sa.Column(
            "is_sensitive", sa.Boolean(), nullable=False, comment="Violence, reprisal or sexual harm: in no breakdown"
        ),
        sa.Column("current_status", sa.String(length=24), nullable=False, comment="Last status of the history"),
        sa.Column("current_status_on", sa.Date(), nullable=False, comment="Day of the last status"),
        sa.Column("source_key", sa.String(length=64), nullable=False, comment="Source of the row"),
        sa.Column("run_id", sa.Integer(), nullable=False, comment="Load that wrote the row"),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False, comment="When the row was written (UTC)"),
        sa.ForeignKeyConstraint(
            ["district_code"],
            ["admin_unit.unit_code"],
            name=op.f("fk_grievance_district_code"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["issue_code"],
            ["issue.issue_code"],
            name=op.f("fk_grievance_issue_code"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["run_id"], ["load_run.run_id"], name=op.f("fk_grievance_run_id"), initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["source_key"],
            ["source.source_key"],
            name=op.f("fk_grievance_source_key"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("grievance_key", name=op.f("pk_grievance")),
        comment="Grievances, one row each",
    )
    op.create_index(op.f("ix_grievance_source_key"), "grievance", ["source_key"], unique=False)
    op.create_table(
        "population",
        sa.Column("unit_code", sa.String(length=8), nullable=False, comment="District"),
        sa.Column("year", sa.Integer(), nullable=False, comment="Year of the figure"),
        sa.Column("residents", sa.Integer(), nullable=False, comment="Residents, persons"),
        sa.Column(
            "basis",
            sa.String(length=200),
            nullable=True,
            comment="Where the figure comes from: census, estimate, and who published it",
        ),
        sa.Column("source_key", sa.String(length=64), nullable=False, comment="Source of the row"),
        sa.Column("run_id", sa.Integer(), nullable=False, comment="Load that wrote the row"),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False, comment="When the row was written (UTC)"),
        sa.ForeignKeyConstraint(
            ["run_id"], ["load_run.run_id"], name=op.f("fk_population_run_id"), initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["source_key"],
            ["source.source_key"],
            name=op.f("fk_population_source_key"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["unit_code"],
            ["admin_unit.unit_code"],
            name=op.f("fk_population_unit_code"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("unit_code", "year", name=op.f("pk_population")),
        comment="Residents per district and year",
    )
    op.create_index(op.f("ix_population_source_key"), "population", ["source_key"], unique=False)
    op.create_table(
        "site",
        sa.Column("site_id", sa.String(length=64), nullable=False, comment="Permanent key of the site"),
        sa.Column("district_code", sa.String(length=8), nullable=False, comment="District it is stated to lie in"),
        sa.Column("name_ky", sa.String(length=200), nullable=False, comment="Name of the site in Kyrgyz"),
        sa.Column("name_ru", sa.String(length=200), nullable=False, comment="Name of the site in Russian"),
        sa.Column("name_en", sa.String(length=200), nullable=False, comment="Name of the site in English"),
        sa.Column(
            "commodity", sa.String(length=120), nullable=True, comment="What is or was mined, as compiled (English)"
        ),
        sa.Column("operator", sa.String(length=200), nullable=True, comment="Operator, as compiled (English)"),
        sa.Column("status", sa.String(length=32), nullable=False, comment="State of the site in status_year"),
        sa.Column("status_year", sa.Integer(), nullable=True, comment="Year to which the status refers"),
        sa.Column("lat", sa.Float(), nullable=False, comment="Approximate latitude, degrees"),
        sa.Column("lon", sa.Float(), nullable=False, comment="Approximate longitude, degrees"),
        sa.Column("uncertainty_km", sa.Float(), nullable=False, comment="Radius within which the site lies, km"),
        sa.Column("note", sa.Text(), nullable=True, comment="Remark of the compiler (English)"),
        sa.Column("source_key", sa.String(length=64), nullable=False, comment="Source of the row"),
        sa.Column("run_id", sa.Integer(), nullable=False, comment="Load that wrote the row"),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False, comment="When the row was written (UTC)"),
        sa.ForeignKeyConstraint(
            ["district_code"],
            ["admin_unit.unit_code"],
            name=op.f("fk_site_district_code"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["run_id"], ["load_run.run_id"], name=op.f("fk_site_run_id"), initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["source_key"],
            ["source.source_key"],
            name=op.f("fk_site_source_key"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("site_id", name=op.f("pk_site")),
        comment="Mines, plants and legacy sites",
    )
    op.create_index(op.f("ix_site_source_key"), "site", ["source_key"], unique=False)
    op.create_table(
        "statistic",
        sa.Column("indicator_code", sa.String(length=32), nullable=False, comment="Indicator"),
        sa.Column("district_code", sa.String(length=8), nullable=False, comment="District"),
        sa.Column("year", sa.Integer(), nullable=False, comment="Calendar year"),
        sa.Column("value", sa.Float(), nullable=False, comment="Value in the indicator's unit"),
        sa.Column("source_key", sa.String(length=64), nullable=False, comment="Source of the row"),
        sa.Column("run_id", sa.Integer(), nullable=False, comment="Load that wrote the row"),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False, comment="When the row was written (UTC)"),
        sa.ForeignKeyConstraint(
            ["district_code"],
            ["admin_unit.unit_code"],
            name=op.f("fk_statistic_district_code"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["indicator_code"],
            ["indicator.indicator_code"],
            name=op.f("fk_statistic_indicator_code"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["run_id"], ["load_run.run_id"], name=op.f("fk_statistic_run_id"), initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["source_key"],
            ["source.source_key"],
            name=op.f("fk_statistic_source_key"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("indicator_code", "district_code", "year", name=op.f("pk_statistic")),
        comment="Annual statistics per district",
    )
    op.create_index(op.f("ix_statistic_source_key"), "statistic", ["source_key"], unique=False)
    op.create_table(
        "threshold",
        sa.Column("threshold_id", sa.Integer(), nullable=False, comment="Row number"),
        sa.Column("indicator_code", sa.String(length=32), nullable=False, comment="Indicator"),
        sa.Column(
            "water_use", sa.String(length=24), nullable=True, comment="drinking or fishery; empty for other media"
        ),
        sa.Column("averaging", sa.String(length=16), nullable=False, comment="single, day or year"),
        sa.Column("min_value", sa.Float(), nullable=True, comment="Lowest value within the limit, indicator's unit"),
        sa.Column("max_value", sa.Float(), nullable=True, comment="Highest value within the limit, indicator's unit"),
        sa.Column("basis", sa.String(length=16), nullable=False, comment="national or who"),
        sa.Column("legal_ref", sa.String(length=200), nullable=False, comment="Legal or technical reference"),
        sa.Column("valid_from", sa.Date(), nullable=False, comment="First day on which the limit holds"),
        sa.Column(
            "valid_to", sa.Date(), nullable=True, comment="Last day on which the limit holds; empty: still in force"
        ),
        sa.Column("is_example", sa.Boolean(), nullable=False, comment="True until checked against an official table"),
        sa.Column("source_key", sa.String(length=64), nullable=False, comment="Source of the row"),
        sa.Column("run_id", sa.Integer(), nullable=False, comment="Load that wrote the row"),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False, comment="When the row was written (UTC)"),
        sa.ForeignKeyConstraint(
            ["indicator_code"],
            ["indicator.indicator_code"],
            name=op.f("fk_threshold_indicator_code"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["run_id"], ["load_run.run_id"], name=op.f("fk_threshold_run_id"), initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["source_key"],
            ["source.source_key"],
            name=op.f("fk_threshold_source_key"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("threshold_id", name=op.f("pk_threshold")),
        comment="Dated limits against which readings are judged",
    )
    op.create_index(op.f("ix_threshold_source_key"), "threshold", ["source_key"], unique=False)
    op.create_table(
        "flow",
        sa.Column("flow_id", sa.String(length=64), nullable=False, comment="Permanent key of the flow"),
        sa.Column(
            "stage", sa.String(length=16), nullable=False, comment="payment, transfer, allocation, spending or social"
        ),
        sa.Column("fiscal_year", sa.Integer(), nullable=False, comment="Calendar year of the flow"),
        sa.Column("period_start", sa.Date(), nullable=False, comment="First day of the period that the flow is for"),
        sa.Column("period_end", sa.Date(), nullable=False, comment="Last day of the period that the flow is for"),
        sa.Column("payer_code", sa.String(length=64), nullable=True, comment="Organisation that paid"),
        sa.Column(
            "receiver_level",
            sa.String(length=24),
            nullable=False,
            comment="republic, oblast_fund, district_fund, local_budget or community",
        ),
        sa.Column("oblast_code", sa.String(length=8), nullable=True, comment="Oblast; empty: national"),
        sa.Column("district_code", sa.String(length=8), nullable=True, comment="District; empty: not assigned to one"),
        sa.Column("stream_code", sa.String(length=32), nullable=False, comment="Revenue stream"),
        sa.Column("gfs_code", sa.String(length=16), nullable=True, comment="GFS code as reported"),
        sa.Column("site_id", sa.String(length=64), nullable=True, comment="Site or project that it was levied on"),
        sa.Column(
            "purpose_code",
            sa.String(length=32),
            nullable=True,
            comment="What it was spent on; only for allocation and spending",
        ),
        sa.Column(
            "amount_company",
            sa.Float(),
            nullable=True,
            comment="In currency, as reported by the company; negative: refund",
        ),
        sa.Column(
            "amount_government",
            sa.Float(),
            nullable=True,
            comment="In currency, as reported by the government; negative: refund",
        ),
        sa.Column("currency", sa.String(length=3), nullable=False, comment="ISO 4217 code of the reported amounts"),
        sa.Column(
            "kgs_per_unit", sa.Float(), nullable=False, comment="Rate by which the amounts become KGS; 1 for KGS"
        ),
        sa.Column("amount_kgs", sa.Float(), nullable=False, comment="KGS: the government's figure, else the company's"),
        sa.Column(
            "recon_status",
            sa.String(length=16),
            nullable=False,
            comment="matched, explained, unexplained, one_sided or not_in_scope",
        ),
        sa.Column("discrepancy_note", sa.Text(), nullable=True, comment="Why the two sides differ, as reported"),
        sa.Column("source_key", sa.String(length=64), nullable=False, comment="Source of the row"),
        sa.Column("run_id", sa.Integer(), nullable=False, comment="Load that wrote the row"),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False, comment="When the row was written (UTC)"),
        sa.ForeignKeyConstraint(
            ["district_code"],
            ["admin_unit.unit_code"],
            name=op.f("fk_flow_district_code"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["oblast_code"],
            ["admin_unit.unit_code"],
            name=op.f("fk_flow_oblast_code"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["payer_code"],
            ["organisation.organisation_code"],
            name=op.f("fk_flow_payer_code"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["run_id"], ["load_run.run_id"], name=op.f("fk_flow_run_id"), initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["site_id"], ["site.site_id"], name=op.f("fk_flow_site_id"), initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["source_key"],
            ["source.source_key"],
            name=op.f("fk_flow_source_key"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["stream_code"],
            ["revenue_stream.stream_code"],
            name=op.f("fk_flow_stream_code"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("flow_id", name=op.f("pk_flow")),
        comment="Revenue flows as reported, one row per payer, receiver, stream and period",
    )
    op.create_index(op.f("ix_flow_source_key"), "flow", ["source_key"], unique=False)
    op.create_table(
        "grievance_status_history",
        sa.Column("grievance_key", sa.String(length=32), nullable=False, comment="Grievance"),
        sa.Column("seq", sa.Integer(), nullable=False, comment="Order of the steps, from 1; dates do not decrease"),
        sa.Column("status", sa.String(length=24), nullable=False, comment="received, acknowledged, … closed"),
        sa.Column("status_on", sa.Date(), nullable=False, comment="Day on which the status was reached"),
        sa.Column("source_key", sa.String(length=64), nullable=False, comment="Source of the row"),
        sa.Column("run_id", sa.Integer(), nullable=False, comment="Load that wrote the row"),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False, comment="When the row was written (UTC)"),
        sa.ForeignKeyConstraint(
            ["grievance_key"],
            ["grievance.grievance_key"],
            name=op.f("fk_grievance_status_history_grievance_key"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["run_id"],
            ["load_run.run_id"],
            name=op.f("fk_grievance_status_history_run_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["source_key"],
            ["source.source_key"],
            name=op.f("fk_grievance_status_history_source_key"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("grievance_key", "seq", name=op.f("pk_grievance_status_history")),
        comment="Steps of each grievance",
    )
    op.create_index(
        op.f("ix_grievance_status_history_source_key"), "grievance_status_history", ["source_key"], unique=False
    )
    op.create_table(
        "incident",
        sa.Column("incident_id", sa.String(length=32), nullable=False, comment="Permanent key of the incident"),
        sa.Column(
            "starts_on",
            sa.Date(),
            nullable=False,
            comment="First day, or first day of the period if not known to the day",
        ),
        sa.Column("date_precision", sa.String(length=8), nullable=False, comment="day, week, month or year"),
        sa.Column("oblast_code", sa.String(length=8), nullable=True, comment="Oblast where it took place"),
        sa.Column(
            "district_code", sa.String(length=8), nullable=True, comment="District; empty: known only for the oblast"
        ),
        sa.Column("geo_precision", sa.Integer(), nullable=False, comment="1 place, 2 near, 3 district, 4 oblast"),
        sa.Column("site_id", sa.String(length=64), nullable=True, comment="Site that it was about"),
        sa.Column("company", sa.String(length=200), nullable=True, comment="Company concerned, as reported"),
        sa.Column("category", sa.String(length=32), nullable=False, comment="protest, road_blockade, …"),
        sa.Column("event_type", sa.String(length=48), nullable=True, comment="ACLED event type"),
        sa.Column("sub_event_type", sa.String(length=48), nullable=True, comment="ACLED sub-event type"),
        sa.Column(
            "severity", sa.Integer(), nullable=False, comment="1 petition … 5 mass violence, deaths or large damage"
        ),
        sa.Column("participants_min", sa.Integer(), nullable=True, comment="Participants, lowest figure reported"),
        sa.Column("participants_max", sa.Integer(), nullable=True, comment="Participants, highest figure reported"),
        sa.Column("injured_min", sa.Integer(), nullable=True, comment="Injured, lowest figure reported"),
        sa.Column("injured_max", sa.Integer(), nullable=True, comment="Injured, highest figure reported"),
        sa.Column("fatalities_min", sa.Integer(), nullable=True, comment="Deaths, lowest figure reported"),
        sa.Column("fatalities_max", sa.Integer(), nullable=True, comment="Deaths, highest figure reported"),
        sa.Column("arrests", sa.Integer(), nullable=True, comment="Persons arrested, as reported"),
        sa.Column(
            "description",
            sa.Text(),
            nullable=True,
            comment="What happened, from public reports; names no private person",
        ),
        sa.Column(
            "response",
            sa.Text(),
            nullable=True,
            comment="Documented response, from public reports; names no private person",
        ),
        sa.Column("outcome_code", sa.String(length=32), nullable=False, comment="Documented outcome"),
        sa.Column(
            "confidence", sa.String(length=8), nullable=False, comment="high, medium or low: trust in the coding"
        ),
        sa.Column("visibility", sa.String(length=12), nullable=False, comment="public, or restricted: not published"),
        sa.Column("source_key", sa.String(length=64), nullable=False, comment="Source of the row"),
        sa.Column("run_id", sa.Integer(), nullable=False, comment="Load that wrote the row"),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False, comment="When the row was written (UTC)"),
        sa.ForeignKeyConstraint(
            ["district_code"],
            ["admin_unit.unit_code"],
            name=op.f("fk_incident_district_code"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["oblast_code"],
            ["admin_unit.unit_code"],
            name=op.f("fk_incident_oblast_code"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["run_id"], ["load_run.run_id"], name=op.f("fk_incident_run_id"), initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["site_id"], ["site.site_id"], name=op.f("fk_incident_site_id"), initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["source_key"],
            ["source.source_key"],
            name=op.f("fk_incident_source_key"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("incident_id", name=op.f("pk_incident")),
        comment="Documented incidents",
    )
    op.create_index(op.f("ix_incident_source_key"), "incident", ["source_key"], unique=False)
    op.create_table(
        "station",
        sa.Column("station_id", sa.String(length=64), nullable=False, comment="Permanent key of the station"),
        sa.Column("district_code", sa.String(length=8), nullable=False, comment="District it stands in"),
        sa.Column("site_id", sa.String(length=64), nullable=True, comment="Site that it watches"),
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
        sa.Column("name_ky", sa.String(length=200), nullable=False, comment="Name of the station in Kyrgyz"),
        sa.Column("name_ru", sa.String(length=200), nullable=False, comment="Name of the station in Russian"),
        sa.Column("name_en", sa.String(length=200), nullable=False, comment="Name of the station in English"),
        sa.Column("source_key", sa.String(length=64), nullable=False, comment="Source of the row"),
        sa.Column("run_id", sa.Integer(), nullable=False, comment="Load that wrote the row"),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False, comment="When the row was written (UTC)"),
        sa.ForeignKeyConstraint(
            ["district_code"],
            ["admin_unit.unit_code"],
            name=op.f("fk_station_district_code"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["run_id"], ["load_run.run_id"], name=op.f("fk_station_run_id"), initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["site_id"], ["site.site_id"], name=op.f("fk_station_site_id"), initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["source_key"],
            ["source.source_key"],
            name=op.f("fk_station_source_key"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("station_id", name=op.f("pk_station")),
        comment="Where samples are taken",
    )
    op.create_index(op.f("ix_station_source_key"), "station", ["source_key"], unique=False)
    op.create_table(
        "incident_issue",
        sa.Column("incident_id", sa.String(length=32), nullable=False, comment="Incident"),
        sa.Column("issue_code", sa.String(length=32), nullable=False, comment="What it was about"),
        sa.Column("source_key", sa.String(length=64), nullable=False, comment="Source of the row"),
        sa.Column("run_id", sa.Integer(), nullable=False, comment="Load that wrote the row"),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False, comment="When the row was written (UTC)"),
        sa.ForeignKeyConstraint(
            ["incident_id"],
            ["incident.incident_id"],
            name=op.f("fk_incident_issue_incident_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["issue_code"],
            ["issue.issue_code"],
            name=op.f("fk_incident_issue_issue_code"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["run_id"],
            ["load_run.run_id"],
            name=op.f("fk_incident_issue_run_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["source_key"],
            ["source.source_key"],
            name=op.f("fk_incident_issue_source_key"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("incident_id", "issue_code", name=op.f("pk_incident_issue")),
        comment="Issues of each incident",
    )
    op.create_index(op.f("ix_incident_issue_source_key"), "incident_issue", ["source_key"], unique=False)
    op.create_table(
        "incident_source",
        sa.Column("incident_id", sa.String(length=32), nullable=False, comment="Incident"),
        sa.Column("seq", sa.Integer(), nullable=False, comment="Order of the reports, from 1"),
        sa.Column("title", sa.String(length=300), nullable=False, comment="Report or medium, as named by the compiler"),
        sa.Column("url", sa.String(length=500), nullable=True, comment="Address of the report"),
        sa.Column("source_key", sa.String(length=64), nullable=False, comment="Source of the row"),
        sa.Column("run_id", sa.Integer(), nullable=False, comment="Load that wrote the row"),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False, comment="When the row was written (UTC)"),
        sa.ForeignKeyConstraint(
            ["incident_id"],
            ["incident.incident_id"],
            name=op.f("fk_incident_source_incident_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["run_id"],
            ["load_run.run_id"],
            name=op.f("fk_incident_source_run_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["source_key"],
            ["source.source_key"],
            name=op.f("fk_incident_source_source_key"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("incident_id", "seq", name=op.f("pk_incident_source")),
        comment="Reports that document each incident",
    )
    op.create_index(op.f("ix_incident_source_source_key"), "incident_source", ["source_key"], unique=False)
    op.create_table(
        "observation",
        sa.Column("obs_id", sa.Integer(), nullable=False, comment="Row number"),
        sa.Column("station_id", sa.String(length=64), nullable=False, comment="Station"),
        sa.Column("indicator_code", sa.String(length=32), nullable=False, comment="Indicator"),
        sa.Column("sampled_on", sa.Date(), nullable=False, comment="Day of sampling, Asia/Bishkek"),
        sa.Column("averaging", sa.String(length=16), nullable=False, comment="single, day or year"),
        sa.Column(
            "value_num",
            sa.Float(),
            nullable=True,
            comment="Value in the indicator's unit; for < and > the bound, empty if not stated",
        ),
        sa.Column(
            "qualifier", sa.String(length=1), nullable=False, comment="empty, < below detection, > above range, ~ about"
        ),
        sa.Column("value_reported", sa.String(length=40), nullable=False, comment="Value as written in the file"),
        sa.Column("unit_reported", sa.String(length=24), nullable=False, comment="Unit as written in the file"),
        sa.Column(
            "collected_by", sa.String(length=16), nullable=False, comment="company, state, community or laboratory"
        ),
        sa.Column("qa_flag", sa.String(length=16), nullable=False, comment="ok, suspect, rejected, duplicate or blank"),
        sa.Column("source_key", sa.String(length=64), nullable=False, comment="Source of the row"),
        sa.Column("run_id", sa.Integer(), nullable=False, comment="Load that wrote the row"),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False, comment="When the row was written (UTC)"),
        sa.ForeignKeyConstraint(
            ["indicator_code"],
            ["indicator.indicator_code"],
            name=op.f("fk_observation_indicator_code"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["run_id"], ["load_run.run_id"], name=op.f("fk_observation_run_id"), initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["source_key"],
            ["source.source_key"],
            name=op.f("fk_observation_source_key"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["station_id"],
            ["station.station_id"],
            name=op.f("fk_observation_station_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("obs_id", name=op.f("pk_observation")),
        comment="Single measurements",
    )
    op.create_index(op.f("ix_observation_source_key"), "observation", ["source_key"], unique=False)
    op.create_index(op.f("ix_observation_station_id"), "observation", ["station_id"], unique=False)


def downgrade() -> None:
    op.drop_index(op.f("ix_observation_station_id"), table_name="observation")
    op.drop_index(op.f("ix_observation_source_key"), table_name="observation")
    op.drop_table("observation")
    op.drop_index(op.f("ix_incident_source_source_key"), table_name="incident_source")
    op.drop_table("incident_source")
    op.drop_index(op.f("ix_incident_issue_source_key"), table_name="incident_issue")
    op.drop_table("incident_issue")
    op.drop_index(op.f("ix_station_source_key"), table_name="station")
    op.drop_table("station")
    op.drop_index(op.f("ix_incident_source_key"), table_name="incident")
    op.drop_table("incident")
    op.drop_index(op.f("ix_grievance_status_history_source_key"), table_name="grievance_status_history")
    op.drop_table("grievance_status_history")
    op.drop_index(op.f("ix_flow_source_key"), table_name="flow")
    op.drop_table("flow")
    op.drop_index(op.f("ix_threshold_source_key"), table_name="threshold")
    op.drop_table("threshold")
    op.drop_index(op.f("ix_statistic_source_key"), table_name="statistic")
    op.drop_table("statistic")
    op.drop_index(op.f("ix_site_source_key"), table_name="site")
    op.drop_table("site")
    op.drop_index(op.f("ix_population_source_key"), table_name="population")
    op.drop_table("population")
    op.drop_index(op.f("ix_grievance_source_key"), table_name="grievance")
    op.drop_table("grievance")
    op.drop_index(op.f("ix_admin_alias_source_key"), table_name="admin_alias")
    op.drop_table("admin_alias")
    op.drop_table("publication")
    op.drop_index(op.f("ix_organisation_source_key"), table_name="organisation")
    op.drop_table("organisation")
    op.drop_index(op.f("ix_national_revenue_source_key"), table_name="national_revenue")
    op.drop_table("national_revenue")
    op.drop_index(op.f("ix_layer_source_key"), table_name="layer")
    op.drop_table("layer")
    op.drop_index(op.f("ix_indicator_source_key"), table_name="indicator")
    op.drop_table("indicator")
    op.drop_index(op.f("ix_fx_rate_source_key"), table_name="fx_rate")
    op.drop_table("fx_rate")
    op.drop_index(op.f("ix_admin_unit_source_key"), table_name="admin_unit")
    op.drop_index(op.f("ix_admin_unit_parent_code"), table_name="admin_unit")
    op.drop_table("admin_unit")
    op.drop_index(op.f("ix_load_run_source_key"), table_name="load_run")
    op.drop_table("load_run")
    op.drop_table("source")
    op.drop_table("revenue_stream")
    op.drop_table("issue")
