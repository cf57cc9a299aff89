"""Money: organisations, streams, rates, prices, national totals, flows, and what was due."""

from sqlalchemy import Boolean, Date, Float, Integer, String, Text

from data_access.vocabulary import stages
from data_access.vocabulary.fields.common import (
    FISCAL_YEAR,
    KEY,
    LEGAL_REF,
    ORGANISATION,
    SITE,
    SOURCE,
    TO_ORGANISATION,
    TO_UNLISTED_ORGANISATION,
    TO_UNLISTED_SITE,
    VALID_FROM,
    VALID_TO,
    YEAR_OF,
    names,
    row_number,
)
from data_access.vocabulary.fields.entity import NOT_TOLD, Entity
from data_access.vocabulary.fields.field import (
    KGS,
    NUMBER,
    PRIVATE,
    PUBLIC,
    USD,
    YEAR,
    Bounds,
    Codes,
    Field,
    Form,
    Reference,
)
from data_access.vocabulary.fields.places import DISTRICT, OBLAST
from data_access.vocabulary.states import MISSING

TO_STREAM = Reference("revenue stream", "revenue_stream.stream_code")
STAGES = Codes("stage", stages.STAGES)
RECEIVER_LEVELS = Codes(
    "receiver level", ("republic", "oblast_fund", "district_fund", "local_budget", "local", "community")
)
PURPOSES = Codes(
    "purpose",
    (
        *("education", "health", "culture", "sport", "roads_water", "business", "social", "emergency"),
        *("administration", "own_investment", "other"),
    ),
)
PLACE_BASES = Codes("basis of the place", ("site", "oblast_or_district"))
REGISTER = ("yes", "no", "unknown")
A_RATE = Bounds(0.001)
A_PART = Bounds(0, 1)
OF_PRICES = Bounds(1991, 2100)

STREAM = Field("stream_code", String(32), "Revenue stream", families=("stream",), holds=TO_STREAM)
STAGE = Field(
    "stage",
    String(16),
    "payment, transfer, allocation, spending or social; never summed together",
    families=("stage",),
    holds=STAGES,
)
RECEIVER_LEVEL = Field(
    "receiver_level",
    String(24),
    "republic, oblast_fund, district_fund, local_budget, local (at local level, body not named) or community",
    tag="#org+receiver+code",
    families=("level",),
    holds=RECEIVER_LEVELS,
)
PURPOSE = Field(
    "purpose_code",
    String(32),
    "What it was spent on; only for allocation and spending",
    families=("purpose",),
    holds=PURPOSES,
    nullable=True,
)
PLACE_BASIS = Field(
    "place_basis",
    String(24),
    "site: place of the mine, the source names no body; oblast_or_district: which of the two is not told; empty: named",
    families=("place_basis",),
    holds=PLACE_BASES,
    nullable=True,
)
PAYER = Field("payer_code", String(64), "Organisation that paid", tag="#org+payer+code", holds=TO_ORGANISATION)
REACHED_LOCAL = Field(
    "reached_local",
    Boolean,
    "Whether it counts as money that reached local level: a transfer, or a payment to local level without a transfer of"
    " its stream and year to the same place",
    store=PUBLIC,
    is_compared=False,
)
RECON_STATUS = Field(
    "recon_status",
    String(16),
    "matched, explained, unexplained, one_sided or not_in_scope",
    families=("recon",),
    is_derived=True,
)
AMOUNT_KGS = Field("amount_kgs", Float, "KGS", unit=KGS, tag="#value+amount+kgs", is_derived=True)
CURRENCY = Field("currency", String(3), "ISO 4217 code", tag="#currency", holds=Form("[A-Z]{3}"))
GFS_CODE = Field("gfs_code", String(16), "GFS code as reported", nullable=True)
AMOUNT = Field("amount", Float, "In currency", nullable=True)
NATIONAL_REGISTER = Field("national_register", String(8), "Whether the deposit was in the register", is_key=True)

ORGANISATIONS = Entity(
    "organisation",
    "Companies that pay and bodies that receive",
    (
        ORGANISATION.key(says="Permanent key of the organisation", holds=KEY, nullable=False),
        Field(
            "organisation_type",
            String(16),
            "company, state or fund",
            holds=Codes("organisation type", ("company", "state", "fund")),
            store=PRIVATE,
        ),
        *names("organisation", "#org+name+i_{lang}"),
        Field("is_synthetic", Boolean, "True for invented organisations of the example", store=PUBLIC),
    ),
    file="organisations",
    changes=NOT_TOLD,
)
REVENUE_STREAMS = Entity(
    "revenue_stream",
    "Kinds of payment; a list of the project, not of a source",
    (
        STREAM.key(says="Permanent key of the revenue stream", holds=None),
        GFS_CODE.but(says="GFS code of the EITI list; empty: not government revenue"),
        GFS_CODE.but(name="eiti_requirement", says="EITI requirement it falls under; empty: 4.1 only"),
    ),
    PRIVATE,
)
FX_RATES = Entity(
    "fx_rate",
    "Exchange rates",
    (
        CURRENCY.key(),
        YEAR_OF.key(holds=OF_PRICES),
        Field(
            "kgs_per_unit",
            Float,
            "KGS per unit of the currency, average of the year",
            unit="KGS per unit of currency",
            holds=A_RATE,
        ),
        SOURCE,
    ),
    file="exchange_rates",
    is_published_as_loaded=True,
    found_by=("year", "currency"),
    main="kgs_per_unit",
    private_says="Exchange rates by which amounts are turned into KGS",
)
PRICE_INDICES = Entity(
    "price_index",
    "Price index by which amounts are turned into prices of one year",
    (
        YEAR_OF.key(holds=OF_PRICES),
        Field(
            "index_value",
            Float,
            "Price level of the year; 100 in the base year",
            unit="100 in the base year",
            holds=A_RATE,
        ),
        Field("base_year", Integer, "Year whose prices are the measure", unit=YEAR, holds=OF_PRICES),
        *names("deflator"),
        SOURCE,
    ),
    file="prices",
    is_published_as_loaded=True,
    main="index_value",
)
SHARING_RULES = Entity(
    "sharing_rule",
    "Dated rules by which a payment is due and shared",
    (
        STREAM.key(),
        NATIONAL_REGISTER.but(
            says="yes: deposits in the register of national significance; no: all others",
            holds=Codes("state of the register (yes or no)", REGISTER[:2]),
        ),
        RECEIVER_LEVEL.key(says="Who gets the share"),
        Field("rate", Float, "Part of mineral sales that is due, 0 to 1", holds=A_PART),
        Field("share", Float, "Part of what is due that the receiver gets, 0 to 1", holds=A_PART),
        VALID_FROM.key(says="First day on which the rule holds"),
        VALID_TO.but(says="Last day on which the rule holds; empty: still in force"),
        LEGAL_REF.but(says="Law and articles"),
    ),
    PRIVATE,
    found_by=("stream_code", "national_register", "valid_from", "receiver_level"),
)
MINERAL_SALES = Entity(
    "mineral_sales",
    "Sales of minerals per company and year, on which payments are due",
    (
        PAYER.key(says="Company that sold"),
        YEAR_OF.key(holds=OF_PRICES),
        Field("sales_kgs", Float, "Revenue from minerals, KGS", holds=Bounds(0)),
        NATIONAL_REGISTER.but(
            says="yes, no or unknown: whether the deposit was in the register of national significance",
            holds=Codes("state of the register (yes, no or unknown)", REGISTER),
        ),
    ),
    PRIVATE,
)
NATIONAL_REVENUE = Entity(
    "national_revenue",
    "National totals, as reported: of the EITI reports in USD, of a ministry in KGS",
    (
        FISCAL_YEAR.key(),
        *(
            Field(
                f"amount_{side}_usd",
                Float,
                f"USD, extractive revenue as reported by {whom}",
                unit=USD,
                empty=MISSING,
                nullable=True,
            )
            for side, whom in (("government", "the government"), ("company", "companies"))
        ),
        Field(
            "amount_government_kgs",
            Float,
            "KGS, extractive revenue as reported by the government, where its report is in KGS",
            unit=KGS,
            empty=MISSING,
            nullable=True,
        ),
        Field(
            "kgs_per_usd",
            Float,
            "Average exchange rate of the year, as stated in the report",
            unit="KGS per USD",
            holds=A_RATE,
            nullable=True,
        ),
        SOURCE,
    ),
    file="national_revenue",
    is_published_as_loaded=True,
    main="amount_government_usd",
)
FLOWS = Entity(
    "flow",
    "Revenue flows as reported, one row per payer, receiver, stream and period",
    (
        Field("flow_id", String(64), "Permanent key of the flow", holds=KEY, is_key=True),
        STAGE.but(says="payment, transfer, allocation, spending or social"),
        FISCAL_YEAR.but(says="Calendar year of the flow", is_derived=True),
        Field("period_start", Date, "First day of the period that the flow is for"),
        Field("period_end", Date, "Last day of the period that the flow is for"),
        PAYER.optional(),
        RECEIVER_LEVEL,
        OBLAST.optional("Oblast; empty: national"),
        DISTRICT.optional("District; empty: not assigned to one"),
        PLACE_BASIS,
        STREAM,
        GFS_CODE,
        SITE.optional("Site or project that it was levied on"),
        PURPOSE,
        AMOUNT.but(name="amount_company", says="In currency, as reported by the company; negative: refund"),
        AMOUNT.but(name="amount_government", says="In currency, as reported by the government; negative: refund"),
        CURRENCY.but(says="ISO 4217 code of the reported amounts"),
        Field("kgs_per_unit", Float, "Rate by which the amounts become KGS; 1 for KGS", is_derived=True),
        AMOUNT_KGS.but(says="KGS: the government's figure, else the company's"),
        RECON_STATUS,
        Field("discrepancy_note", Text, "Why the two sides differ, as reported", longest=2000, nullable=True),
    ),
    PRIVATE,
)
REVENUE = Entity(
    "revenue",
    "Revenue flows per year, place, stage, stream, receiver level, purpose, payer and reconciliation status",
    (
        row_number("revenue_id"),
        FISCAL_YEAR.but(says="Calendar year of the flow"),
        DISTRICT.optional("District that the money concerns; empty: not assigned to a district"),
        OBLAST.optional("Oblast; empty: not assigned to an oblast"),
        PLACE_BASIS,
        STAGE,
        STREAM,
        RECEIVER_LEVEL,
        PURPOSE,
        PAYER.optional(
            "Organisation that paid; empty: not told, as in transfers within government", holds=TO_UNLISTED_ORGANISATION
        ),
        SITE.optional("Site that it was levied on; empty: on none, or not told", holds=TO_UNLISTED_SITE),
        RECON_STATUS,
        AMOUNT_KGS.but(says="KGS, net of refunds: the government's figure, else the company's"),
        Field(
            "refund_kgs",
            Float,
            "KGS, the part of amount_kgs that is refunds and corrections (zero or negative)",
            unit=KGS,
        ),
        *(
            Field(
                f"amount_{side}_kgs",
                Float,
                f"KGS as reported by the {side}; empty: not reported",
                unit=KGS,
                empty=MISSING,
                nullable=True,
            )
            for side in ("company", "government")
        ),
        Field("flow_count", Integer, "Flows summed in the row", unit=NUMBER),
        REACHED_LOCAL,
        SOURCE,
    ),
    PUBLIC,
    file="revenue",
    found_by=(
        *("fiscal_year", "stage", "stream_code", "payer_code", "receiver_level", "district_code", "oblast_code"),
        *("site_id", "purpose_code", "recon_status", "place_basis", "source_key"),
    ),
    main="amount_kgs",
    indexes=(("stage", "fiscal_year", "district_code"),),
)
REVENUE_DUE = Entity(
    "revenue_due",
    "What was due by dated sharing rules beside what was paid",
    (
        row_number("due_id"),
        FISCAL_YEAR,
        STREAM,
        PAYER.optional("Organisation that owes; empty: all together", holds=TO_UNLISTED_ORGANISATION),
        RECEIVER_LEVEL.optional("Who is to get it; empty: all levels together"),
        Field(
            "due_kgs",
            Float,
            "KGS due by the rule in force all year; empty: cannot be told",
            unit=KGS,
            empty=MISSING,
            nullable=True,
        ),
        Field(
            "paid_kgs",
            Float,
            "KGS paid (of all payers: passed on to the level); empty: not recorded",
            unit=KGS,
            empty=MISSING,
            nullable=True,
        ),
        # state is that of a number elsewhere.
        Field(
            "state", String(24), "agrees, less, more or cannot_be_checked", families=("due",), file_name="comparison"
        ),
        SOURCE,
    ),
    PUBLIC,
    file="shares_due",
    found_by=("fiscal_year", "stream_code", "payer_code", "receiver_level"),
    main="due_kgs",
)
