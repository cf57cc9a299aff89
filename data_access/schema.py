"""The public store: every table and column that the web may read.

This module is the contract between the loaders, which write these tables in one
transaction per publication, and the web, which only reads them. Whatever stands here
has been released, aggregated per district and period, judged against limits, and
suppressed where a cell would be small. Nothing here describes a single person.

Codes: districts are keyed by the first eight digits of their SOATE code, oblasts by the
first five, the country by ``417``. Dates are calendar dates (Asia/Bishkek); months and
quarters are written as their first day. Money is in Kyrgyz som (KGS) unless the column
name says otherwise.
"""

from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    DateTime,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
)

COUNTRY_CODE = "417"

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


LANGUAGE_NAMES = {"ky": "Kyrgyz", "ru": "Russian", "en": "English"}


def _in_languages(name: str, comment: str, length: int = 300) -> list[Column[Any]]:
    return [
        Column(f"{name}_{code}", String(length), nullable=False, comment=f"{comment}, in {language}")
        for code, language in LANGUAGE_NAMES.items()
    ]


def _names(what: str) -> list[Column[Any]]:
    return _in_languages("name", f"Name of the {what}", 200)


def _source() -> Column[Any]:
    return Column(
        "source_key",
        ForeignKey("source.source_key"),
        nullable=False,
        comment="Where the row comes from",
    )


def _source_key() -> Column[Any]:
    return Column("source_key", ForeignKey("source.source_key"), primary_key=True, comment="Source that was checked")


def _district(*, nullable: bool, comment: str = "District: eight-digit SOATE code") -> Column[Any]:
    return Column("district_code", ForeignKey("district.district_code"), nullable=nullable, comment=comment)


def _judged() -> list[Column[Any]]:
    """How many readings a row is made of, how they were judged against the limits, and their mean."""
    return [
        Column("reading_count", Integer, nullable=False, comment="Readings taken, without rejected ones"),
        Column("ok_count", Integer, nullable=False, comment="Readings within the limit"),
        Column("near_count", Integer, nullable=False, comment="Readings within the limit but at 80 % of it or more"),
        Column("exceeds_count", Integer, nullable=False, comment="Readings beyond the limit"),
        Column(
            "cannot_tell_count", Integer, nullable=False, comment="Readings whose detection limit lies above the limit"
        ),
        Column("no_limit_count", Integer, nullable=False, comment="Readings without a limit in force"),
        Column("below_detection_count", Integer, nullable=False, comment="Readings below the detection limit"),
        Column(
            "mean_value",
            Float,
            comment="Mean in the indicator's unit, half the detection limit where below it; empty when most are below",
        ),
    ]


publication = Table(
    "publication",
    metadata,
    Column("version", Integer, primary_key=True, autoincrement=False, comment="Rises by one with each publication"),
    Column("published_at", DateTime(timezone=True), nullable=False, comment="When the version was published (UTC)"),
    Column("small_cell_limit", Integer, nullable=False, comment="Counts of people's cases below this are withheld"),
    comment="The one version that this store holds",
)

source = Table(
    "source",
    metadata,
    Column("source_key", String(64), primary_key=True, comment="Permanent key of the source"),
    Column("dataset", String(32), nullable=False, comment="revenue, monitoring, incidents, grievances or reference"),
    *_in_languages("title", "Title of the document or data set"),
    *_in_languages("publisher", "Who published it"),
    *_in_languages("licence", "Terms of use, as stated by the publisher"),
    Column("url", String(500), comment="Address of the document, if it has one"),
    Column("kind", String(16), nullable=False, comment="published, compiled (from named reports) or synthetic"),
    Column("cadence_days", Integer, comment="Expected days between updates; empty: none is promised"),
    Column(
        "complete_from",
        Date,
        comment="First day of a list that claims to have all; empty: it does not",
    ),
    Column("loaded_at", DateTime(timezone=True), nullable=False, comment="When the source was last loaded (UTC)"),
    Column(
        "covers_from",
        Date,
        comment="First day that its oldest record covers (grievances: its year); empty for code lists",
    ),
    Column("newest_on", Date, comment="Last day that its newest record covers"),
    Column("expected_on", Date, comment="Day by which newer figures are expected; empty: none are promised"),
    Column("row_count", Integer, nullable=False, comment="Rows kept from the source"),
    Column("read_count", Integer, comment="Rows of its file; empty where that tells what is held back"),
    Column("set_aside_count", Integer, comment="Rows of its file that were not kept; empty as read_count"),
    comment="Publisher, licence, kind and age of every source",
)

source_check = Table(
    "source_check",
    metadata,
    _source_key(),
    Column("seq", Integer, primary_key=True, comment="Order of the checks, from 1"),
    Column("reason", String(300), nullable=False, comment="What is wrong with a row that breaks it (English)"),
    Column("severity", String(16), nullable=False, comment="What that does: refused, set_aside or warning"),
    Column("row_count", Integer, comment="Rows that broke it; empty: withheld, as it would tell of what is held back"),
    comment="Checks that ran over the rows of every source when it was last loaded",
)

load_note = Table(
    "load_note",
    metadata,
    Column("note_id", Integer, primary_key=True, comment="Row number within the version, the oldest first"),
    Column(
        "source_key",
        String(64),
        comment="Source that changed, also one that is here no longer; empty: takedown of an incident",
    ),
    Column("kind", String(8), nullable=False, comment="load, undo, release (of figures) or takedown"),
    Column("loaded_at", DateTime(timezone=True), nullable=False, comment="When it happened (UTC)"),
    Column("rows_added", Integer, comment="Rows that came; empty: cannot be told, or of incidents and grievances"),
    Column("rows_changed", Integer, comment="Rows that have other values; empty whenever rows_added is"),
    Column("rows_removed", Integer, comment="Rows that went; empty whenever rows_added is"),
    Column("reason", String(500), comment="Why, as the loader's operator told"),
    comment="When and why the figures of each source changed",
)

layer = Table(
    "layer",
    metadata,
    Column("layer_key", String(32), primary_key=True, comment="districts, oblasts, lakes or patterns"),
    Column("sha256", String(64), nullable=False, comment="Hash of the content; part of its address"),
    Column("content", Text, nullable=False, comment="GeoJSON, CRS84; polygons wound clockwise for spherical drawing"),
    comment="Generalised map layers; feature ids are SOATE codes (patterns: state:code)",
)

oblast = Table(
    "oblast",
    metadata,
    Column("oblast_code", String(5), primary_key=True, comment="Five-digit SOATE code"),
    *_names("oblast or city of republican status"),
    Column("label_lat", Float, nullable=False, comment="Latitude at which to write the name, degrees"),
    Column("label_lon", Float, nullable=False, comment="Longitude at which to write the name, degrees"),
    comment="Seven oblasts and the two cities of republican status",
)

district = Table(
    "district",
    metadata,
    Column("district_code", String(8), primary_key=True, comment="First eight digits of the SOATE code"),
    Column(
        "slug", String(64), nullable=False, unique=True, comment="Permanent name in addresses, for example jeti-oguz"
    ),
    Column("pcode", String(16), nullable=False, unique=True, comment="OCHA P-code"),
    Column("oblast_code", ForeignKey("oblast.oblast_code"), nullable=False, comment="Oblast it belongs to"),
    Column("unit_type", String(24), nullable=False, comment="raion, city_oblast or city_republican"),
    *_names("district"),
    Column("population", Integer, comment="Residents, persons"),
    Column("population_year", Integer, comment="Year of the population figure"),
    Column("population_source", String(200), comment="Where the population figure comes from"),
    Column("label_lat", Float, nullable=False, comment="Latitude of a point inside the district, degrees"),
    Column("label_lon", Float, nullable=False, comment="Longitude of a point inside the district, degrees"),
    comment="Raions, cities of oblast significance and cities of republican status",
)

district_alias = Table(
    "district_alias",
    metadata,
    Column("district_code", ForeignKey("district.district_code"), primary_key=True, comment="District"),
    Column("alias", String(120), primary_key=True, comment="Former name or other spelling"),
    comment="Names under which people also look for a district",
)

population = Table(
    "population",
    metadata,
    Column("district_code", ForeignKey("district.district_code"), primary_key=True, comment="District"),
    Column("year", Integer, primary_key=True, comment="Calendar year"),
    Column("residents", Integer, nullable=False, comment="Residents, persons"),
    comment="Every known population figure of each district",
)

fx_rate = Table(
    "fx_rate",
    metadata,
    Column("currency", String(3), primary_key=True, comment="ISO 4217 code"),
    Column("year", Integer, primary_key=True, comment="Calendar year"),
    Column("kgs_per_unit", Float, nullable=False, comment="KGS per unit of the currency, average of the year"),
    _source(),
    comment="Exchange rates",
)

price_index = Table(
    "price_index",
    metadata,
    Column("year", Integer, primary_key=True, comment="Calendar year"),
    Column("index_value", Float, nullable=False, comment="Price level of the year; 100 in the base year"),
    Column("base_year", Integer, nullable=False, comment="Year whose prices are the measure"),
    *_names("deflator"),
    _source(),
    comment="Price index by which amounts are turned into prices of one year",
)

site = Table(
    "site",
    metadata,
    Column("site_id", String(64), primary_key=True, comment="Permanent key of the site"),
    _district(nullable=False, comment="District in which the site is stated to lie"),
    *_names("site"),
    Column("kind", String(16), comment="mine, plant, legacy or pilot (an area of monitoring); empty: not told"),
    Column("commodity", String(120), comment="What is or was mined, as compiled (English)"),
    Column("status", String(32), nullable=False, comment="State of the site in status_year"),
    Column("status_year", Integer, comment="Year to which the status refers"),
    Column("lat", Float, nullable=False, comment="Approximate latitude, degrees"),
    Column("lon", Float, nullable=False, comment="Approximate longitude, degrees"),
    Column("uncertainty_km", Float, nullable=False, comment="Radius within which the site lies, km"),
    Column("note", Text, comment="Remark of the compiler (English)"),
    Column("basis", String(300), comment="Reports that it was compiled from"),
    _source(),
    comment="Mines, plants and legacy sites",
)

site_operator = Table(
    "site_operator",
    metadata,
    Column("site_operator_id", Integer, primary_key=True, comment="Row number within the version"),
    Column("site_id", ForeignKey("site.site_id"), nullable=False, comment="Site"),
    Column("operator", String(200), nullable=False, comment="Who ran it, as the report writes it"),
    Column(
        "organisation_code",
        ForeignKey("organisation.organisation_code"),
        comment="The same in the list of organisations; empty: not in it",
    ),
    Column("valid_from", Date, comment="First day; empty: not known"),
    Column("valid_to", Date, comment="Last day; empty: to this day, or not known"),
    Column("stated_year", Integer, comment="Year of which a report names it, where no first and no last day is known"),
    Column("basis", String(300), nullable=False, comment="Report that says so"),
    _source(),
    comment="Who ran a site, and when",
)

site_district = Table(
    "site_district",
    metadata,
    Column("site_id", ForeignKey("site.site_id"), primary_key=True, comment="Site"),
    Column("area_code", String(8), primary_key=True, comment="District; an oblast where only that is known"),
    Column("role", String(16), primary_key=True, comment="host, affected or revenue_sharing"),
    Column("basis", String(300), comment="Report that says so"),
    _source(),
    comment="Districts that a site concerns, the one that it is stated to lie in among them",
)

revenue = Table(
    "revenue",
    metadata,
    Column("revenue_id", Integer, primary_key=True, comment="Row number within the version"),
    Column("fiscal_year", Integer, nullable=False, comment="Calendar year of the flow"),
    _district(nullable=True, comment="District that the money concerns; empty: not assigned to a district"),
    Column("oblast_code", ForeignKey("oblast.oblast_code"), comment="Oblast; empty: not assigned to an oblast"),
    Column(
        "stage",
        String(16),
        nullable=False,
        comment="payment, transfer, allocation, spending or social; never summed together",
    ),
    Column("stream_code", String(32), nullable=False, comment="Revenue stream"),
    Column(
        "receiver_level",
        String(24),
        nullable=False,
        comment="republic, oblast_fund, district_fund, local_budget or community",
    ),
    Column("purpose_code", String(32), comment="What it was spent on; only for allocation and spending"),
    Column("payer_code", String(64), comment="Organisation that paid; empty for transfers within government"),
    Column("site_id", String(64), comment="Site that it was levied on; empty: on none, or not told"),
    Column(
        "recon_status", String(16), nullable=False, comment="matched, explained, unexplained, one_sided or not_in_scope"
    ),
    Column(
        "amount_kgs", Float, nullable=False, comment="KGS, net of refunds: the government's figure, else the company's"
    ),
    Column(
        "refund_kgs",
        Float,
        nullable=False,
        comment="KGS, the part of amount_kgs that is refunds and corrections (zero or negative)",
    ),
    Column("amount_company_kgs", Float, comment="KGS as reported by the company; empty: not reported"),
    Column("amount_government_kgs", Float, comment="KGS as reported by the government; empty: not reported"),
    Column("flow_count", Integer, nullable=False, comment="Flows summed in the row"),
    _source(),
    Index(None, "stage", "fiscal_year", "district_code"),
    comment="Revenue flows per year, place, stage, stream, receiver level, purpose, payer and reconciliation status",
)

revenue_due = Table(
    "revenue_due",
    metadata,
    Column("due_id", Integer, primary_key=True, comment="Row number within the version"),
    Column("fiscal_year", Integer, nullable=False, comment="Calendar year"),
    Column("stream_code", String(32), nullable=False, comment="Revenue stream"),
    Column("payer_code", String(64), comment="Organisation that owes; empty: all together"),
    Column("receiver_level", String(24), comment="Who is to get it; empty: all levels together"),
    Column("due_kgs", Float, comment="KGS due by the rule in force all year; empty: cannot be told"),
    Column("paid_kgs", Float, comment="KGS paid (of all payers: passed on to the level); empty: not recorded"),
    Column("state", String(24), nullable=False, comment="agrees, less, more or cannot_be_checked"),
    _source(),
    comment="What was due by dated sharing rules beside what was paid",
)

organisation = Table(
    "organisation",
    metadata,
    Column("organisation_code", String(64), primary_key=True, comment="Permanent key of the organisation"),
    *_names("organisation"),
    Column("is_synthetic", Boolean, nullable=False, comment="True for invented organisations of the sample"),
    comment="Companies that pay and bodies that receive",
)

national_revenue = Table(
    "national_revenue",
    metadata,
    Column("fiscal_year", Integer, primary_key=True, comment="Calendar year"),
    Column("amount_government_usd", Float, comment="USD, extractive revenue as reported by the government"),
    Column("amount_company_usd", Float, comment="USD, extractive revenue as reported by companies"),
    Column("kgs_per_usd", Float, comment="Average exchange rate of the year, as stated in the report"),
    _source(),
    comment="National totals of the EITI reports",
)

indicator = Table(
    "indicator",
    metadata,
    Column("indicator_code", String(32), primary_key=True, comment="Permanent key of the indicator"),
    Column("medium", String(24), nullable=False, comment="water, air, soil or people"),
    Column("unit", String(24), nullable=False, comment="Canonical unit"),
    Column("direction", String(16), nullable=False, comment="higher_worse, lower_worse, higher_better or range"),
    Column("sdg", String(24), comment="Sustainable Development Goals, comma separated"),
    comment="What is measured",
)

threshold = Table(
    "threshold",
    metadata,
    Column("threshold_id", Integer, primary_key=True, comment="Row number within the version"),
    Column("indicator_code", ForeignKey("indicator.indicator_code"), nullable=False, comment="Indicator"),
    Column("water_use", String(24), comment="drinking, fishery; empty for other media"),
    Column("averaging", String(16), nullable=False, comment="single, day or year"),
    Column("min_value", Float, comment="Lowest value within the limit, indicator's unit"),
    Column("max_value", Float, comment="Highest value within the limit, indicator's unit"),
    Column("basis", String(16), nullable=False, comment="national or who"),
    Column("legal_ref", String(200), nullable=False, comment="Legal or technical reference"),
    Column("valid_from", Date, nullable=False, comment="First day on which the limit holds"),
    Column("valid_to", Date, comment="Last day on which the limit holds; empty: still in force"),
    Column("is_example", Boolean, nullable=False, comment="True until checked against an official table"),
    comment="Dated limits against which readings are judged",
)

reading = Table(
    "reading",
    metadata,
    Column("reading_id", Integer, primary_key=True, comment="Row number within the version"),
    Column("month", Date, nullable=False, comment="First day of the month of sampling"),
    _district(nullable=False),
    Column("indicator_code", ForeignKey("indicator.indicator_code"), nullable=False, comment="Indicator"),
    *_judged(),
    Column("max_times_limit", Float, comment="Largest reading as a multiple of its limit; empty without a limit"),
    _source(),
    Index(None, "indicator_code", "month", "district_code"),
    comment="Water and air readings per district, month and indicator, judged against limits",
)

station = Table(
    "station",
    metadata,
    Column("station_id", String(64), primary_key=True, comment="Permanent key of the station"),
    _district(nullable=False, comment="District it stands in"),
    Column("site_id", String(64), comment="Site that it watches; empty: none in particular"),
    Column("medium", String(24), nullable=False, comment="water, air or soil"),
    Column("water_use", String(24), comment="drinking or fishery; empty for other media"),
    Column("position", String(16), nullable=False, comment="upstream, at, downstream, background or settlement"),
    *_names("station"),
    _source(),
    comment="Where samples are taken",
)

station_month = Table(
    "station_month",
    metadata,
    Column("station_month_id", Integer, primary_key=True, comment="Row number within the version"),
    Column("station_id", ForeignKey("station.station_id"), nullable=False, comment="Station"),
    Column("indicator_code", ForeignKey("indicator.indicator_code"), nullable=False, comment="Indicator"),
    Column("month", Date, nullable=False, comment="First day of the month of sampling"),
    Column("averaging", String(16), nullable=False, comment="single, day or year"),
    Column("collected_by", String(16), nullable=False, comment="company, state, community or laboratory"),
    *_judged(),
    Column("min_value", Float, comment="Lowest value that was detected, indicator's unit"),
    Column("max_value", Float, comment="Highest value that was detected, indicator's unit"),
    Column("detection_limit", Float, comment="Highest detection limit of the readings below it, indicator's unit"),
    Column("max_times_limit", Float, comment="Largest reading as a multiple of its limit; empty without a limit"),
    _source(),
    Index(None, "station_id", "indicator_code", "month"),
    comment="Readings per station, indicator, month and who took them, judged against limits",
)

statistic = Table(
    "statistic",
    metadata,
    Column("indicator_code", ForeignKey("indicator.indicator_code"), primary_key=True, comment="Indicator"),
    Column("district_code", ForeignKey("district.district_code"), primary_key=True, comment="District"),
    Column("year", Integer, primary_key=True, comment="Calendar year"),
    Column(
        "value", Float, comment="Value in the indicator's unit; empty: withheld by its publisher, or of a few people"
    ),
    _source(),
    comment="Annual statistics per district, for example the poverty rate",
)

oblast_statistic = Table(
    "oblast_statistic",
    metadata,
    Column("indicator_code", ForeignKey("indicator.indicator_code"), primary_key=True, comment="Indicator"),
    Column("oblast_code", ForeignKey("oblast.oblast_code"), primary_key=True, comment="Oblast"),
    Column("year", Integer, primary_key=True, comment="Calendar year"),
    Column("value", Float, nullable=False, comment="Value in the indicator's unit"),
    _source(),
    comment="Annual statistics that are known per oblast only",
)

target = Table(
    "target",
    metadata,
    Column("target_id", String(64), primary_key=True, comment="Permanent key of the target"),
    Column("indicator_code", ForeignKey("indicator.indicator_code"), nullable=False, comment="Indicator"),
    Column("district_code", ForeignKey("district.district_code"), nullable=False, comment="District it is about"),
    Column("site_id", ForeignKey("site.site_id"), comment="Site whose licence or plan sets it"),
    Column("value", Float, nullable=False, comment="What is to be reached, indicator's unit"),
    Column("valid_from", Date, comment="First day on which it holds; empty: the source states none"),
    Column("valid_to", Date, comment="Last day on which it holds; empty: still in force"),
    Column("legal_ref", String(200), nullable=False, comment="Licence, agreement or plan that sets it"),
    _source(),
    comment="What a licence or a plan promises of an indicator",
)

annotation = Table(
    "annotation",
    metadata,
    Column("annotation_id", String(64), primary_key=True, comment="Permanent key of the annotation"),
    Column("kind", String(16), nullable=False, comment="project, election, law, operator or event"),
    Column("starts_on", Date, nullable=False, comment="First day; of a month or a year its first day"),
    Column("ends_on", Date, comment="Last day; empty: the one day, month or year"),
    Column("date_precision", String(8), nullable=False, comment="day, month or year: how exactly the dates are known"),
    *_names("annotation"),
    Column("district_code", ForeignKey("district.district_code"), comment="District it is about; empty: the country"),
    Column("site_id", ForeignKey("site.site_id"), comment="Site it is about"),
    Column("subjects", String(80), nullable=False, comment="Topics beside which it is shown, comma separated"),
    Column("reference", String(200), nullable=False, comment="Document or report that states it"),
    Column("url", String(300), comment="Web address of the document"),
    _source(),
    comment="Projects, elections, laws, changes of operator and events on time axes",
)

incident = Table(
    "incident",
    metadata,
    Column("incident_id", String(32), primary_key=True, comment="Permanent key of the incident"),
    Column("episode_id", String(32), comment="Same for all incidents of one wave or event; empty: it stands alone"),
    Column(
        "starts_on",
        Date,
        nullable=False,
        comment="First day; the first day of the period where date_precision is coarser",
    ),
    Column("date_precision", String(8), nullable=False, comment="day, week, month or year"),
    _district(nullable=True, comment="District where it took place; empty: known only for the oblast"),
    Column("oblast_code", ForeignKey("oblast.oblast_code"), comment="Oblast where it took place"),
    Column("site_id", ForeignKey("site.site_id"), comment="Site that it was about"),
    Column("category", String(32), nullable=False, comment="protest, road_blockade, …"),
    Column(
        "is_conflict",
        Boolean,
        nullable=False,
        comment="False for accidents and regulatory stops, which are not counted as conflicts",
    ),
    Column("event_type", String(48), comment="ACLED event type"),
    Column("sub_event_type", String(48), comment="ACLED sub-event type"),
    Column("severity", Integer, nullable=False, comment="1 petition … 5 mass violence, deaths or large damage"),
    Column("participants_min", Integer, comment="Participants, lowest figure reported"),
    Column("participants_max", Integer, comment="Participants, highest figure reported"),
    Column("injured_min", Integer, comment="Injured, lowest figure reported"),
    Column("injured_max", Integer, comment="Injured, highest figure reported"),
    Column("fatalities_min", Integer, comment="Deaths, lowest figure reported"),
    Column("fatalities_max", Integer, comment="Deaths, highest figure reported"),
    Column("outcome_code", String(32), nullable=False, comment="Documented outcome"),
    Column("outcome_group", String(16), nullable=False, comment="positive, partial, none, unknown or not_applicable"),
    Column("report_title", String(300), nullable=False, comment="Report or reports that document it"),
    Column("report_url", String(500), comment="Address of a report"),
    Column("source_count", Integer, comment="Number of reports that document it"),
    Column("confidence", String(8), comment="Trust in the coding: high, medium or low"),
    _source(),
    Index(None, "starts_on", "district_code"),
    comment="Released incidents; no private person is named",
)

incident_issue = Table(
    "incident_issue",
    metadata,
    Column("incident_id", ForeignKey("incident.incident_id"), primary_key=True, comment="Incident"),
    Column("issue_code", String(32), primary_key=True, comment="What it was about"),
    comment="Issues of each incident",
)

incident_actor = Table(
    "incident_actor",
    metadata,
    Column("incident_id", ForeignKey("incident.incident_id"), primary_key=True, comment="Incident"),
    Column("role", String(32), primary_key=True, comment="Role that its report names; unknown: it names none"),
    comment="Who the report of each incident names, by role; never a person or a group",
)

reply = Table(
    "reply",
    metadata,
    Column("reply_id", String(64), primary_key=True, comment="Permanent key of the reply"),
    Column("replied_on", Date, nullable=False, comment="Day of the reply"),
    Column("by_kind", String(16), nullable=False, comment="Who replies: company, state, community or other"),
    Column(
        "organisation_code",
        ForeignKey("organisation.organisation_code"),
        comment="Who replies, in the list of organisations; empty: not in it",
    ),
    *_in_languages("by", "Company, body or community that replies", 200),
    Column("subject_kind", String(16), nullable=False, comment="What it is about: figure, site, incident or district"),
    Column("topic", String(16), comment="Of a figure: revenue, monitoring, incidents or grievances"),
    Column("stage", String(16), comment="Stage of the revenue figures; empty: all"),
    Column("stream_code", String(32), comment="Stream of the revenue figures; empty: all"),
    Column("payer_code", ForeignKey("organisation.organisation_code"), comment="Who paid; empty: any, or nobody"),
    Column("indicator_code", ForeignKey("indicator.indicator_code"), comment="Indicator of the figures; empty: all"),
    Column("issue_code", String(32), comment="Issue of the incidents or grievances; empty: all"),
    _district(nullable=True, comment="District that it is about; of figures empty: any"),
    Column("site_id", ForeignKey("site.site_id"), comment="Site that it is about"),
    Column("incident_id", ForeignKey("incident.incident_id"), comment="Incident that it is about"),
    Column("first_year", Integer, comment="First year of the figures; empty: all years"),
    Column("last_year", Integer, comment="Last year of the figures; empty: all years"),
    *_in_languages("text", "The reply", 600),
    Column("original_language", String(2), comment="ky, ru or en; the others are translations. Empty: none is"),
    Column("reference", String(200), nullable=False, comment="Document in which it was given"),
    Column("url", String(300), comment="Web address of the document"),
    _source(),
    comment="Replies to figures, sites, incidents and districts, in the words of those who gave them",
)

grievance_year = Table(
    "grievance_year",
    metadata,
    Column("year", Integer, primary_key=True, comment="Full year in which the grievances were counted"),
    Column("area_code", String(8), primary_key=True, comment="District, oblast or country (417)"),
    Column("area_level", String(8), nullable=False, comment="district, oblast or country"),
    Column("is_withheld", Boolean, nullable=False, comment="True: all counts are hidden to protect people"),
    Column("received_count", Integer, comment="Grievances received in the year; empty when withheld"),
    Column(
        "open_count",
        Integer,
        comment="Grievances of all years open at the end of the year; empty for districts, or when withheld",
    ),
    Column("closed_count", Integer, comment="Grievances closed in the year; empty whenever open_count is"),
    _source(),
    comment="Grievances by full year and area, suppressed; a year that is published is not counted again",
)

grievance_part_year = Table(
    "grievance_part_year",
    metadata,
    Column("kind", String(8), primary_key=True, comment="What code is: issue, channel, body (responsible) or stage"),
    Column("code", String(32), primary_key=True, comment="Of a stage: one that grievances have come to, or passed"),
    Column("year", Integer, primary_key=True, comment="Full year in which the grievances were counted"),
    Column("is_withheld", Boolean, nullable=False, comment="True: the count is hidden to protect people"),
    Column(
        "grievance_count",
        Integer,
        comment="Grievances of the whole country received in the year, or come to the stage in it; empty when withheld",
    ),
    _source(),
    comment="Grievances of the whole country by full year, divided in one way at a time, suppressed",
)

grievance_outcome = Table(
    "grievance_outcome",
    metadata,
    Column("kind", String(8), primary_key=True, comment="What code is: country, issue, channel or body (responsible)"),
    Column("code", String(32), primary_key=True, comment="417 for the country"),
    Column("year", Integer, primary_key=True, comment="Full year in which it happened first, or at whose end it stood"),
    Column(
        "question",
        String(16),
        primary_key=True,
        comment="acknowledged, resolved (within the deadline), reopened, appealed; age of open ones",
    ),
    Column(
        "answer",
        String(16),
        primary_key=True,
        comment="in_time or missed; of reopened and appealed: happened, and all to which it could; days since receipt",
    ),
    Column("is_withheld", Boolean, nullable=False, comment="True: the count is hidden to protect people"),
    Column("grievance_count", Integer, comment="Grievances; empty when withheld"),
    _source(),
    comment="What became of the grievances of the whole country in each full year, suppressed",
)

grievance_wait = Table(
    "grievance_wait",
    metadata,
    Column("kind", String(8), primary_key=True, comment="country, issue, channel, body, or district (only resolve)"),
    Column("code", String(32), primary_key=True, comment="417 for the country, SOATE code of a district"),
    Column("year", Integer, primary_key=True, comment="Full year in which it was done, or at whose end they were open"),
    Column(
        "wait",
        String(16),
        primary_key=True,
        comment="acknowledge, resolve (resolved ones only), open (open ones, so far)",
    ),
    Column("median_days", Integer, comment="Median days from receipt; empty when withheld or of too few grievances"),
    Column("p90_days", Integer, comment="Days within which nine of ten were done; empty for the same reasons"),
    _source(),
    comment="How long grievances have waited, by full year; in whole days",
)

grievance_quarter = Table(
    "grievance_quarter",
    metadata,
    Column("quarter", Date, primary_key=True, comment="First day of the quarter; only full quarters"),
    Column("is_withheld", Boolean, nullable=False, comment="True: the counts are hidden to protect people"),
    Column("received_count", Integer, comment="Grievances received in the quarter; empty when withheld"),
    Column("closed_count", Integer, comment="Grievances closed in the quarter; empty when withheld"),
    Column("open_count", Integer, comment="Grievances open at the end of the quarter; empty when withheld"),
    _source(),
    comment="Grievances of the whole country by quarter, suppressed",
)

grievance_sensitive = Table(
    "grievance_sensitive",
    metadata,
    Column("through_year", Integer, primary_key=True, autoincrement=False, comment="Last full year of receipt"),
    Column("counted_in", Integer, nullable=False, comment="Only full multiples of this are counted"),
    Column(
        "at_least_count", Integer, comment="Grievances since the first year, rounded down; empty: fewer than one step"
    ),
    _source(),
    comment="Grievances about violence, reprisal or sexual harm, whole country; they are in no other count",
)


edition = Table(
    "edition",
    metadata,
    Column("edition_key", String(40), primary_key=True, comment="Permanent name of the edition, as addresses write it"),
    *_in_languages("title", "Title of the edition", 200),
    Column("version", Integer, nullable=False, comment="Version whose figures it holds"),
    Column("published_at", DateTime(timezone=True), nullable=False, comment="When that version was published (UTC)"),
    Column("frozen_at", DateTime(timezone=True), nullable=False, comment="When the edition was made (UTC)"),
    Column("frozen_by", String(40), nullable=False, comment="Role or initials of who made it"),
    Column("sha256", String(64), comment="Hash of its content, which is a SQLite file; empty: it was withdrawn"),
    Column("byte_count", Integer, comment="Size of that file in bytes; empty: it was withdrawn"),
    Column("removed_count", Integer, nullable=False, comment="Records taken down since it was made"),
    Column("withdrawn_at", DateTime(timezone=True), comment="When it was withdrawn (UTC); empty: it stands"),
    Column("withdrawn_why", String(300), comment="Why it was withdrawn"),
    comment="Published versions that were kept under a name; no publication changes them",
)

edition_part = Table(
    "edition_part",
    metadata,
    Column("edition_key", ForeignKey("edition.edition_key"), primary_key=True, comment="Edition"),
    Column("part", Integer, primary_key=True, comment="Order of the parts, from 1"),
    Column("content", LargeBinary, nullable=False, comment="Part of the compressed file (zlib); all together are it"),
    comment="Contents of editions; local copies of the store do not have them",
)


def of_publication() -> list[Table]:
    """The tables that each publication fills anew, parents first; editions stay as they are."""
    return [table for table in metadata.sorted_tables if table not in (edition, edition_part)]
