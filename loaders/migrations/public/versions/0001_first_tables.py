"""First tables of the public store

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
        sa.PrimaryKeyConstraint("indicator_code", name=op.f("pk_indicator")),
        comment="What is measured",
    )
    op.create_table(
        "layer",
        sa.Column("layer_key", sa.String(length=32), nullable=False, comment="districts, oblasts, lakes or patterns"),
        sa.Column("sha256", sa.String(length=64), nullable=False, comment="Hash of the content; part of its address"),
        sa.Column(
            "content",
            sa.Text(),
            nullable=False,
            comment="GeoJSON, CRS84; polygons wound clockwise for spherical drawing",
        ),
        sa.PrimaryKeyConstraint("layer_key", name=op.f("pk_layer")),
        comment="Generalised map layers; feature ids are SOATE codes (patterns: state:code)",
    )
    op.create_table(
        "oblast",
        sa.Column("oblast_code", sa.String(length=5), nullable=False, comment="Five-digit SOATE code"),
        sa.Column(
            "name_ky",
            sa.String(length=200),
            nullable=False,
            comment="Name of the oblast or city of republican status, in Kyrgyz",
        ),
        sa.Column(
            "name_ru",
            sa.String(length=200),
            nullable=False,
            comment="Name of the oblast or city of republican status, in Russian",
        ),
        sa.Column(
            "name_en",
            sa.String(length=200),
            nullable=False,
            comment="Name of the oblast or city of republican status, in English",
        ),
        sa.Column("label_lat", sa.Float(), nullable=False, comment="Latitude at which to write the name, degrees"),
        sa.Column("label_lon", sa.Float(), nullable=False, comment="Longitude at which to write the name, degrees"),
        sa.PrimaryKeyConstraint("oblast_code", name=op.f("pk_oblast")),
        comment="Seven oblasts and the two cities of republican status",
    )
    op.create_table(
        "organisation",
        sa.Column(
            "organisation_code", sa.String(length=64), nullable=False, comment="Permanent key of the organisation"
        ),
        sa.Column("name_ky", sa.String(length=200), nullable=False, comment="Name of the organisation, in Kyrgyz"),
        sa.Column("name_ru", sa.String(length=200), nullable=False, comment="Name of the organisation, in Russian"),
        sa.Column("name_en", sa.String(length=200), nullable=False, comment="Name of the organisation, in English"),
        sa.Column(
            "is_synthetic", sa.Boolean(), nullable=False, comment="True for invented organisations of the sample"
        ),
        sa.PrimaryKeyConstraint("organisation_code", name=op.f("pk_organisation")),
        comment="Companies that pay and bodies that receive",
    )
    op.create_table(
        "publication",
        sa.Column(
            "version", sa.Integer(), autoincrement=False, nullable=False, comment="Rises by one with each publication"
        ),
        sa.Column(
            "published_at", sa.DateTime(timezone=True), nullable=False, comment="When the version was published (UTC)"
        ),
        sa.Column(
            "small_cell_limit", sa.Integer(), nullable=False, comment="Counts of people's cases below this are withheld"
        ),
        sa.PrimaryKeyConstraint("version", name=op.f("pk_publication")),
        comment="The one version that this store holds",
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
        sa.Column(
            "loaded_at", sa.DateTime(timezone=True), nullable=False, comment="When the source was last loaded (UTC)"
        ),
        sa.Column("newest_on", sa.Date(), nullable=True, comment="Last day that its newest record covers"),
        sa.Column("row_count", sa.Integer(), nullable=False, comment="Rows kept from the source"),
        sa.PrimaryKeyConstraint("source_key", name=op.f("pk_source")),
        comment="Publisher, licence, kind and age of every source",
    )
    op.create_table(
        "district",
        sa.Column("district_code", sa.String(length=8), nullable=False, comment="First eight digits of the SOATE code"),
        sa.Column(
            "slug", sa.String(length=64), nullable=False, comment="Permanent name in addresses, for example jeti-oguz"
        ),
        sa.Column("pcode", sa.String(length=16), nullable=False, comment="OCHA P-code"),
        sa.Column("oblast_code", sa.String(length=5), nullable=False, comment="Oblast it belongs to"),
        sa.Column("unit_type", sa.String(length=24), nullable=False, comment="raion, city_oblast or city_republican"),
        sa.Column("name_ky", sa.String(length=200), nullable=False, comment="Name of the district, in Kyrgyz"),
        sa.Column("name_ru", sa.String(length=200), nullable=False, comment="Name of the district, in Russian"),
        sa.Column("name_en", sa.String(length=200), nullable=False, comment="Name of the district, in English"),
        sa.Column("population", sa.Integer(), nullable=True, comment="Residents, persons"),
        sa.Column("population_year", sa.Integer(), nullable=True, comment="Year of the population figure"),
        sa.Column(
            "population_source", sa.String(length=200), nullable=True, comment="Where the population figure comes from"
        ),
        sa.Column("label_lat", sa.Float(), nullable=False, comment="Latitude of a point inside the district, degrees"),
        sa.Column("label_lon", sa.Float(), nullable=False, comment="Longitude of a point inside the district, degrees"),
        sa.ForeignKeyConstraint(["oblast_code"], ["oblast.oblast_code"], name=op.f("fk_district_oblast_code")),
        sa.PrimaryKeyConstraint("district_code", name=op.f("pk_district")),
        sa.UniqueConstraint("pcode", name=op.f("uq_district_pcode")),
        sa.UniqueConstraint("slug", name=op.f("uq_district_slug")),
        comment="Raions, cities of oblast significance and cities of republican status",
    )
    op.create_table(
        "grievance_issue_year",
        sa.Column("year", sa.Integer(), nullable=False, comment="Year in which the grievances were received"),
        sa.Column("issue_code", sa.String(length=32), nullable=False, comment="What they are about"),
        sa.Column("is_withheld", sa.Boolean(), nullable=False, comment="True: the count is hidden to protect people"),
        sa.Column(
            "grievance_count",
            sa.Integer(),
            nullable=True,
            comment="Grievances in the whole country; empty when withheld",
        ),
        sa.Column("source_key", sa.String(length=64), nullable=False, comment="Where the row comes from"),
        sa.ForeignKeyConstraint(["source_key"], ["source.source_key"], name=op.f("fk_grievance_issue_year_source_key")),
        sa.PrimaryKeyConstraint("year", "issue_code", name=op.f("pk_grievance_issue_year")),
        comment="Grievances of the whole country by year of receipt and issue, suppressed",
    )
    op.create_table(
        "grievance_quarter",
        sa.Column("quarter", sa.Date(), nullable=False, comment="First day of the quarter; only full quarters"),
        sa.Column("is_withheld", sa.Boolean(), nullable=False, comment="True: the counts are hidden to protect people"),
        sa.Column(
            "received_count",
            sa.Integer(),
            nullable=True,
            comment="Grievances received in the quarter; empty when withheld",
        ),
        sa.Column(
            "closed_count", sa.Integer(), nullable=True, comment="Grievances closed in the quarter; empty when withheld"
        ),
        sa.Column(
            "open_count",
            sa.Integer(),
            nullable=True,
            comment="Grievances open at the end of the quarter; empty when withheld",
        ),
        sa.Column("source_key", sa.String(length=64), nullable=False, comment="Where the row comes from"),
        sa.ForeignKeyConstraint(["source_key"], ["source.source_key"], name=op.f("fk_grievance_quarter_source_key")),
        sa.PrimaryKeyConstraint("quarter", name=op.f("pk_grievance_quarter")),
        comment="Grievances of the whole country by quarter, suppressed",
    )
    op.create_table(
        "grievance_status_year",
        sa.Column("year", sa.Integer(), nullable=False, comment="Year in which the grievances were received"),
        sa.Column("status", sa.String(length=24), nullable=False, comment="Status at the end of the last full quarter"),
        sa.Column("is_withheld", sa.Boolean(), nullable=False, comment="True: the count is hidden to protect people"),
        sa.Column(
            "grievance_count",
            sa.Integer(),
            nullable=True,
            comment="Grievances in the whole country; empty when withheld",
        ),
        sa.Column("source_key", sa.String(length=64), nullable=False, comment="Where the row comes from"),
        sa.ForeignKeyConstraint(
            ["source_key"], ["source.source_key"], name=op.f("fk_grievance_status_year_source_key")
        ),
        sa.PrimaryKeyConstraint("year", "status", name=op.f("pk_grievance_status_year")),
        comment="Grievances of the whole country by year of receipt and status, suppressed",
    )
    op.create_table(
        "grievance_year",
        sa.Column("year", sa.Integer(), nullable=False, comment="Year in which the grievances were received"),
        sa.Column("area_code", sa.String(length=8), nullable=False, comment="District, oblast or country (417)"),
        sa.Column("area_level", sa.String(length=8), nullable=False, comment="district, oblast or country"),
        sa.Column("is_withheld", sa.Boolean(), nullable=False, comment="True: all counts are hidden to protect people"),
        sa.Column("received_count", sa.Integer(), nullable=True, comment="Grievances received; empty when withheld"),
        sa.Column(
            "open_count",
            sa.Integer(),
            nullable=True,
            comment="Of those, still open at the end of the last full quarter; empty when withheld, alone or with all",
        ),
        sa.Column(
            "closed_count",
            sa.Integer(),
            nullable=True,
            comment="Of those, closed by then; empty whenever open_count is",
        ),
        sa.Column(
            "resolve_days_median",
            sa.Float(),
            nullable=True,
            comment="Median days from receipt to resolution; empty when withheld or fewer than the limit",
        ),
        sa.Column("source_key", sa.String(length=64), nullable=False, comment="Where the row comes from"),
        sa.ForeignKeyConstraint(["source_key"], ["source.source_key"], name=op.f("fk_grievance_year_source_key")),
        sa.PrimaryKeyConstraint("year", "area_code", name=op.f("pk_grievance_year")),
        comment="Grievances by year of receipt and area, suppressed",
    )
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
        sa.Column("source_key", sa.String(length=64), nullable=False, comment="Where the row comes from"),
        sa.ForeignKeyConstraint(["source_key"], ["source.source_key"], name=op.f("fk_national_revenue_source_key")),
        sa.PrimaryKeyConstraint("fiscal_year", name=op.f("pk_national_revenue")),
        comment="National totals of the EITI reports",
    )
    op.create_table(
        "threshold",
        sa.Column("threshold_id", sa.Integer(), nullable=False, comment="Row number within the version"),
        sa.Column("indicator_code", sa.String(length=32), nullable=False, comment="Indicator"),
        sa.Column("water_use", sa.String(length=24), nullable=True, comment="drinking, fishery; empty for other media"),
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
        sa.ForeignKeyConstraint(
            ["indicator_code"], ["indicator.indicator_code"], name=op.f("fk_threshold_indicator_code")
        ),
        sa.PrimaryKeyConstraint("threshold_id", name=op.f("pk_threshold")),
        comment="Dated limits against which readings are judged",
    )
    op.create_table(
        "district_alias",
        sa.Column("district_code", sa.String(length=8), nullable=False, comment="District"),
        sa.Column("alias", sa.String(length=120), nullable=False, comment="Former name or other spelling"),
        sa.ForeignKeyConstraint(
            ["district_code"], ["district.district_code"], name=op.f("fk_district_alias_district_code")
        ),
        sa.PrimaryKeyConstraint("district_code", "alias", name=op.f("pk_district_alias")),
        comment="Names under which people also look for a district",
    )
    op.create_table(
        "reading",
        sa.Column("reading_id", sa.Integer(), nullable=False, comment="Row number within the version"),
        sa.Column("month", sa.Date(), nullable=False, comment="First day of the month of sampling"),
        sa.Column("district_code", sa.String(length=8), nullable=False, comment="District: eight-digit SOATE code"),
        sa.Column("indicator_code", sa.String(length=32), nullable=False, comment="Indicator"),
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
        sa.Column(
            "max_times_limit",
            sa.Float(),
            nullable=True,
            comment="Largest reading as a multiple of its limit; empty without a limit",
        ),
        sa.Column("source_key", sa.String(length=64), nullable=False, comment="Where the row comes from"),
        sa.ForeignKeyConstraint(["district_code"], ["district.district_code"], name=op.f("fk_reading_district_code")),
        sa.ForeignKeyConstraint(
            ["indicator_code"], ["indicator.indicator_code"], name=op.f("fk_reading_indicator_code")
        ),
        sa.ForeignKeyConstraint(["source_key"], ["source.source_key"], name=op.f("fk_reading_source_key")),
        sa.PrimaryKeyConstraint("reading_id", name=op.f("pk_reading")),
        comment="Water and air readings per district, month and indicator, judged against limits",
    )
    op.create_index(
        op.f("ix_reading_indicator_code_month_district_code"),
        "reading",
        ["indicator_code", "month", "district_code"],
        unique=False,
    )
    op.create_table(
        "revenue",
        sa.Column("revenue_id", sa.Integer(), nullable=False, comment="Row number within the version"),
        sa.Column("fiscal_year", sa.Integer(), nullable=False, comment="Calendar year of the flow"),
        sa.Column(
            "district_code",
            sa.String(length=8),
            nullable=True,
            comment="District that the money concerns; empty: not assigned to a district",
        ),
        sa.Column(
            "oblast_code", sa.String(length=5), nullable=True, comment="Oblast; empty: not assigned to an oblast"
        ),
        sa.Column(
            "stage",
            sa.String(length=16),
            nullable=False,
            comment="payment, transfer, allocation, spending or social; never summed together",
        ),
        sa.Column("stream_code", sa.String(length=32), nullable=False, comment="Revenue stream"),
        sa.Column(
            "receiver_level",
            sa.String(length=24),
            nullable=False,
            comment="republic, oblast_fund, district_fund, local_budget or community",
        ),
        sa.Column(
            "purpose_code",
            sa.String(length=32),
            nullable=True,
            comment="What it was spent on; only for allocation and spending",
        ),
        sa.Column(
            "payer_code",
            sa.String(length=64),
            nullable=True,
            comment="Organisation that paid; empty for transfers within government",
        ),
        sa.Column(
            "recon_status",
            sa.String(length=16),
            nullable=False,
            comment="matched, explained, unexplained, one_sided or not_in_scope",
        ),
        sa.Column(
            "amount_kgs",
            sa.Float(),
            nullable=False,
            comment="KGS, net of refunds: the government's figure, else the company's",
        ),
        sa.Column(
            "refund_kgs",
            sa.Float(),
            nullable=False,
            comment="KGS, the part of amount_kgs that is refunds and corrections (zero or negative)",
        ),
        sa.Column(
            "amount_company_kgs",
            sa.Float(),
            nullable=True,
            comment="KGS as reported by the company; empty: not reported",
        ),
        sa.Column(
            "amount_government_kgs",
            sa.Float(),
            nullable=True,
            comment="KGS as reported by the government; empty: not reported",
        ),
        sa.Column("flow_count", sa.Integer(), nullable=False, comment="Flows summed in the row"),
        sa.Column("source_key", sa.String(length=64), nullable=False, comment="Where the row comes from"),
        sa.ForeignKeyConstraint(["district_code"], ["district.district_code"], name=op.f("fk_revenue_district_code")),
        sa.ForeignKeyConstraint(["oblast_code"], ["oblast.oblast_code"], name=op.f("fk_revenue_oblast_code")),
        sa.ForeignKeyConstraint(["source_key"], ["source.source_key"], name=op.f("fk_revenue_source_key")),
        sa.PrimaryKeyConstraint("revenue_id", name=op.f("pk_revenue")),
        comment="Revenue flows per year, place, stage, stream, receiver level, purpose, payer and "
        "reconciliation status",
    )
    op.create_index(
        op.f("ix_revenue_stage_fiscal_year_district_code"),
        "revenue",
        ["stage", "fiscal_year", "district_code"],
        unique=False,
    )
    op.create_table(
        "site",
        sa.Column("site_id", sa.String(length=64), nullable=False, comment="Permanent key of the site"),
        sa.Column(
            "district_code", sa.String(length=8), nullable=False, comment="District in which the site is stated to lie"
        ),
        sa.Column("name_ky", sa.String(length=200), nullable=False, comment="Name of the site, in Kyrgyz"),
        sa.Column("name_ru", sa.String(length=200), nullable=False, comment="Name of the site, in Russian"),
        sa.Column("name_en", sa.String(length=200), nullable=False, comment="Name of the site, in English"),
        sa.Column(
            "commodity", sa.String(length=120), nullable=True, comment="What is or was mined, as compiled (English)"
        ),
        sa.Column("status", sa.String(length=32), nullable=False, comment="State of the site in status_year"),
        sa.Column("status_year", sa.Integer(), nullable=True, comment="Year to which the status refers"),
        sa.Column("lat", sa.Float(), nullable=False, comment="Approximate latitude, degrees"),
        sa.Column("lon", sa.Float(), nullable=False, comment="Approximate longitude, degrees"),
        sa.Column("uncertainty_km", sa.Float(), nullable=False, comment="Radius within which the site lies, km"),
        sa.Column("source_key", sa.String(length=64), nullable=False, comment="Where the row comes from"),
        sa.ForeignKeyConstraint(["district_code"], ["district.district_code"], name=op.f("fk_site_district_code")),
        sa.ForeignKeyConstraint(["source_key"], ["source.source_key"], name=op.f("fk_site_source_key")),
        sa.PrimaryKeyConstraint("site_id", name=op.f("pk_site")),
        comment="Mines, plants and legacy sites",
    )
    op.create_table(
        "statistic",
        sa.Column("indicator_code", sa.String(length=32), nullable=False, comment="Indicator"),
        sa.Column("district_code", sa.String(length=8), nullable=False, comment="District"),
        sa.Column("year", sa.Integer(), nullable=False, comment="Calendar year"),
        sa.Column("value", sa.Float(), nullable=False, comment="Value in the indicator's unit"),
        sa.Column("source_key", sa.String(length=64), nullable=False, comment="Where the row comes from"),
        sa.ForeignKeyConstraint(["district_code"], ["district.district_code"], name=op.f("fk_statistic_district_code")),
        sa.ForeignKeyConstraint(
            ["indicator_code"], ["indicator.indicator_code"], name=op.f("fk_statistic_indicator_code")
        ),
        sa.ForeignKeyConstraint(["source_key"], ["source.source_key"], name=op.f("fk_statistic_source_key")),
        sa.PrimaryKeyConstraint("indicator_code", "district_code", "year", name=op.f("pk_statistic")),
        comment="Annual statistics per district, for example the poverty rate",
    )
    op.create_table(
        "incident",
        sa.Column("incident_id", sa.String(length=32), nullable=False, comment="Permanent key of the incident"),
        sa.Column(
            "starts_on",
            sa.Date(),
            nullable=False,
            comment="First day; the first day of the period where date_precision is coarser",
        ),
        sa.Column("date_precision", sa.String(length=8), nullable=False, comment="day, week, month or year"),
        sa.Column(
            "district_code",
            sa.String(length=8),
            nullable=True,
            comment="District where it took place; empty: known only for the oblast",
        ),
        sa.Column("oblast_code", sa.String(length=5), nullable=True, comment="Oblast where it took place"),
        sa.Column("site_id", sa.String(length=64), nullable=True, comment="Site that it was about"),
        sa.Column("category", sa.String(length=32), nullable=False, comment="protest, road_blockade, …"),
        sa.Column(
            "is_conflict",
            sa.Boolean(),
            nullable=False,
            comment="False for accidents and regulatory stops, which are not counted as conflicts",
        ),
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
        sa.Column("outcome_code", sa.String(length=32), nullable=False, comment="Documented outcome"),
        sa.Column(
            "outcome_group",
            sa.String(length=16),
            nullable=False,
            comment="positive, partial, none, unknown or not_applicable",
        ),
        sa.Column("report_title", sa.String(length=300), nullable=False, comment="Report or reports that document it"),
        sa.Column("report_url", sa.String(length=500), nullable=True, comment="Address of a report"),
        sa.Column("source_key", sa.String(length=64), nullable=False, comment="Where the row comes from"),
        sa.ForeignKeyConstraint(["district_code"], ["district.district_code"], name=op.f("fk_incident_district_code")),
        sa.ForeignKeyConstraint(["oblast_code"], ["oblast.oblast_code"], name=op.f("fk_incident_oblast_code")),
        sa.ForeignKeyConstraint(["site_id"], ["site.site_id"], name=op.f("fk_incident_site_id")),
        sa.ForeignKeyConstraint(["source_key"], ["source.source_key"], name=op.f("fk_incident_source_key")),
        sa.PrimaryKeyConstraint("incident_id", name=op.f("pk_incident")),
        comment="Released incidents; no private person is named",
    )
    op.create_index(
        op.f("ix_incident_starts_on_district_code"), "incident", ["starts_on", "district_code"], unique=False
    )
    op.create_table(
        "incident_issue",
        sa.Column("incident_id", sa.String(length=32), nullable=False, comment="Incident"),
        sa.Column("issue_code", sa.String(length=32), nullable=False, comment="What it was about"),
        sa.ForeignKeyConstraint(["incident_id"], ["incident.incident_id"], name=op.f("fk_incident_issue_incident_id")),
        sa.PrimaryKeyConstraint("incident_id", "issue_code", name=op.f("pk_incident_issue")),
        comment="Issues of each incident",
    )


def downgrade() -> None:
    op.drop_table("incident_issue")
    op.drop_index(op.f("ix_incident_starts_on_district_code"), table_name="incident")
    op.drop_table("incident")
    op.drop_table("statistic")
    op.drop_table("site")
    op.drop_index(op.f("ix_revenue_stage_fiscal_year_district_code"), table_name="revenue")
    op.drop_table("revenue")
    op.drop_index(op.f("ix_reading_indicator_code_month_district_code"), table_name="reading")
    op.drop_table("reading")
    op.drop_table("district_alias")
    op.drop_table("threshold")
    op.drop_table("national_revenue")
    op.drop_table("grievance_year")
    op.drop_table("grievance_status_year")
    op.drop_table("grievance_quarter")
    op.drop_table("grievance_issue_year")
    op.drop_table("district")
    op.drop_table("source")
    op.drop_table("publication")
    op.drop_table("organisation")
    op.drop_table("oblast")
    op.drop_table("layer")
    op.drop_table("indicator")
