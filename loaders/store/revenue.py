"""Money: organisations, streams, exchange rates, national totals and flows."""

from sqlalchemy import Column, Date, Float, Integer, String, Table, Text

from loaders.store.base import metadata, names, provenance, refers_to

organisation = Table(
    "organisation",
    metadata,
    Column("organisation_code", String(64), primary_key=True, comment="Permanent key of the organisation"),
    Column("organisation_type", String(16), nullable=False, comment="company, state or fund"),
    *names("organisation"),
    *provenance(),
    comment="Companies that pay and bodies that receive",
)

revenue_stream = Table(
    "revenue_stream",
    metadata,
    Column("stream_code", String(32), primary_key=True, comment="Permanent key of the revenue stream"),
    Column("gfs_code", String(16), comment="GFS code of the EITI list; empty: not government revenue"),
    Column("eiti_requirement", String(16), comment="EITI requirement it falls under; empty: 4.1 only"),
    comment="Kinds of payment; a list of the project, not of a source",
)

fx_rate = Table(
    "fx_rate",
    metadata,
    Column("currency", String(3), primary_key=True, comment="ISO 4217 code"),
    Column("year", Integer, primary_key=True, comment="Calendar year"),
    Column("kgs_per_unit", Float, nullable=False, comment="KGS per unit of the currency, average of the year"),
    *provenance(),
    comment="Exchange rates by which amounts are turned into KGS",
)

price_index = Table(
    "price_index",
    metadata,
    Column("year", Integer, primary_key=True, comment="Calendar year"),
    Column("index_value", Float, nullable=False, comment="Price level of the year; 100 in the base year"),
    Column("base_year", Integer, nullable=False, comment="Year whose prices are the measure"),
    *names("deflator"),
    *provenance(),
    comment="Price index by which amounts are turned into prices of one year",
)

sharing_rule = Table(
    "sharing_rule",
    metadata,
    Column("stream_code", refers_to("revenue_stream.stream_code"), primary_key=True, comment="Revenue stream"),
    Column(
        "national_register",
        String(8),
        primary_key=True,
        comment="yes: deposits in the register of national significance; no: all others",
    ),
    Column("receiver_level", String(24), primary_key=True, comment="Who gets the share"),
    Column("rate", Float, nullable=False, comment="Part of mineral sales that is due, 0 to 1"),
    Column("share", Float, nullable=False, comment="Part of what is due that the receiver gets, 0 to 1"),
    Column("valid_from", Date, primary_key=True, comment="First day on which the rule holds"),
    Column("valid_to", Date, comment="Last day on which the rule holds; empty: still in force"),
    Column("legal_ref", String(200), nullable=False, comment="Law and articles"),
    *provenance(),
    comment="Dated rules by which a payment is due and shared",
)

mineral_sales = Table(
    "mineral_sales",
    metadata,
    Column("payer_code", refers_to("organisation.organisation_code"), primary_key=True, comment="Company that sold"),
    Column("year", Integer, primary_key=True, autoincrement=False, comment="Calendar year"),
    Column("sales_kgs", Float, nullable=False, comment="Revenue from minerals, KGS"),
    Column(
        "national_register",
        String(8),
        primary_key=True,
        comment="yes, no or unknown: whether the deposit was in the register of national significance",
    ),
    *provenance(),
    comment="Sales of minerals per company and year, on which payments are due",
)

national_revenue = Table(
    "national_revenue",
    metadata,
    Column("fiscal_year", Integer, primary_key=True, comment="Calendar year"),
    Column("amount_government_usd", Float, comment="USD, extractive revenue as reported by the government"),
    Column("amount_company_usd", Float, comment="USD, extractive revenue as reported by companies"),
    Column("kgs_per_usd", Float, comment="Average exchange rate of the year, as stated in the report"),
    *provenance(),
    comment="National totals of the EITI reports",
)

flow = Table(
    "flow",
    metadata,
    Column("flow_id", String(64), primary_key=True, comment="Permanent key of the flow"),
    Column("stage", String(16), nullable=False, comment="payment, transfer, allocation, spending or social"),
    Column("fiscal_year", Integer, nullable=False, comment="Calendar year of the flow"),
    Column("period_start", Date, nullable=False, comment="First day of the period that the flow is for"),
    Column("period_end", Date, nullable=False, comment="Last day of the period that the flow is for"),
    Column("payer_code", refers_to("organisation.organisation_code"), comment="Organisation that paid"),
    Column(
        "receiver_level",
        String(24),
        nullable=False,
        comment="republic, oblast_fund, district_fund, local_budget or community",
    ),
    Column("oblast_code", refers_to("admin_unit.unit_code"), comment="Oblast; empty: national"),
    Column("district_code", refers_to("admin_unit.unit_code"), comment="District; empty: not assigned to one"),
    Column("stream_code", refers_to("revenue_stream.stream_code"), nullable=False, comment="Revenue stream"),
    Column("gfs_code", String(16), comment="GFS code as reported"),
    Column("site_id", refers_to("site.site_id"), comment="Site or project that it was levied on"),
    Column("purpose_code", String(32), comment="What it was spent on; only for allocation and spending"),
    Column("amount_company", Float, comment="In currency, as reported by the company; negative: refund"),
    Column("amount_government", Float, comment="In currency, as reported by the government; negative: refund"),
    Column("currency", String(3), nullable=False, comment="ISO 4217 code of the reported amounts"),
    Column("kgs_per_unit", Float, nullable=False, comment="Rate by which the amounts become KGS; 1 for KGS"),
    Column("amount_kgs", Float, nullable=False, comment="KGS: the government's figure, else the company's"),
    Column(
        "recon_status", String(16), nullable=False, comment="matched, explained, unexplained, one_sided or not_in_scope"
    ),
    Column("discrepancy_note", Text, comment="Why the two sides differ, as reported"),
    *provenance(),
    comment="Revenue flows as reported, one row per payer, receiver, stream and period",
)
