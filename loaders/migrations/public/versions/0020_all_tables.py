"""All tables of the public store

Revision: 0020, the first

Its number is that of the last revision whose place it takes: a store that has those has these tables. Helpers are its
own, as it must make the same tables whatever the code declares later. Nothing goes back behind it.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = None
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)
LANGUAGES = {"ky": "Kyrgyz", "ru": "Russian", "en": "English"}


def upgrade() -> None:
    _create_sources()
    _create_places()
    _create_sites()
    _create_revenue()
    _create_monitoring()
    _create_people()
    _create_incidents()
    _create_annotations()
    _create_grievances()
    _create_editions()


def _create_sources() -> None:
    _table(
        "publication",
        "The one version that this store holds",
        [
            sa.Column(
                "version",
                sa.Integer(),
                autoincrement=False,
                nullable=False,
                comment="Rises by one with each publication",
            ),
            _required("published_at", MOMENT, "When the version was published (UTC)"),
            _required("small_cell_limit", sa.Integer(), "Counts of people's cases below this are withheld"),
        ],
        key=["version"],
    )
    _table(
        "source",
        "Publisher, licence, kind and age of every source",
        [
            _required("source_key", sa.String(64), "Permanent key of the source"),
            _required("dataset", sa.String(32), "revenue, monitoring, incidents, grievances or reference"),
            *_in_languages(_required, "title", sa.String(300), "Title of the document or data set, in {}"),
            *_in_languages(_required, "publisher", sa.String(300), "Who published it, in {}"),
            *_in_languages(_required, "licence", sa.String(300), "Terms of use, as stated by the publisher, in {}"),
            _optional("url", sa.String(500), "Address of the document, if it has one"),
            _required("kind", sa.String(16), "published, compiled (from named reports) or synthetic"),
            _optional("cadence_days", sa.Integer(), "Expected days between updates; empty: none is promised"),
            _optional("complete_from", sa.Date(), "First day of a list that claims to have all; empty: it does not"),
            _required("loaded_at", MOMENT, "When the source was last loaded (UTC)"),
            _optional(
                "covers_from",
                sa.Date(),
                "First day that its oldest record covers (grievances: its year); empty for code lists",
            ),
            _optional("newest_on", sa.Date(), "Last day that its newest record covers"),
            _optional("expected_on", sa.Date(), "Day by which newer figures are expected; empty: none are promised"),
            _required("row_count", sa.Integer(), "Rows kept from the source"),
            _optional("read_count", sa.Integer(), "Rows of its file; empty where that tells what is held back"),
            _optional("set_aside_count", sa.Integer(), "Rows of its file that were not kept; empty as read_count"),
        ],
        key=["source_key"],
    )
    _table(
        "source_check",
        "Checks that ran over the rows of every source when it was last loaded",
        [
            _required("source_key", sa.String(64), "Source that was checked"),
            _required("seq", sa.Integer(), "Order of the checks, from 1"),
            _required("reason", sa.String(300), "What is wrong with a row that breaks it (English)"),
            _required("severity", sa.String(16), "What that does: refused, set_aside or warning"),
            _optional(
                "row_count", sa.Integer(), "Rows that broke it; empty: withheld, as it would tell of what is held back"
            ),
        ],
        key=["source_key", "seq"],
        refers={"source_key": "source.source_key"},
    )
    _table(
        "load_note",
        "When and why the figures of each source changed",
        [
            _required("note_id", sa.Integer(), "Row number within the version, the oldest first"),
            _optional(
                "source_key",
                sa.String(64),
                "Source that changed, also one that is here no longer; empty: takedown of an incident",
            ),
            _required("kind", sa.String(8), "load, undo, release (of figures) or takedown"),
            _required("loaded_at", MOMENT, "When it happened (UTC)"),
            _optional(
                "rows_added", sa.Integer(), "Rows that came; empty: cannot be told, or of incidents and grievances"
            ),
            _optional("rows_changed", sa.Integer(), "Rows that have other values; empty whenever rows_added is"),
            _optional("rows_removed", sa.Integer(), "Rows that went; empty whenever rows_added is"),
            _optional("reason", sa.String(500), "Why, as the loader's operator told"),
        ],
        key=["note_id"],
    )


def _create_places() -> None:
    _table(
        "layer",
        "Generalised map layers; feature ids are SOATE codes (patterns: state:code)",
        [
            _required("layer_key", sa.String(32), "districts, oblasts, lakes or patterns"),
            _required("sha256", sa.String(64), "Hash of the content; part of its address"),
            _required("content", sa.Text(), "GeoJSON, CRS84; polygons wound clockwise for spherical drawing"),
        ],
        key=["layer_key"],
    )
    _table(
        "oblast",
        "Seven oblasts and the two cities of republican status",
        [
            _required("oblast_code", sa.String(5), "Five-digit SOATE code"),
            *_in_languages(_required, "name", sa.String(200), "Name of the oblast or city of republican status, in {}"),
            _required("label_lat", sa.Float(), "Latitude at which to write the name, degrees"),
            _required("label_lon", sa.Float(), "Longitude at which to write the name, degrees"),
        ],
        key=["oblast_code"],
    )
    _table(
        "district",
        "Raions, cities of oblast significance and cities of republican status",
        [
            _required("district_code", sa.String(8), "First eight digits of the SOATE code"),
            _required("slug", sa.String(64), "Permanent name in addresses, for example jeti-oguz"),
            _required("pcode", sa.String(16), "OCHA P-code"),
            _required("oblast_code", sa.String(5), "Oblast it belongs to"),
            _required("unit_type", sa.String(24), "raion, city_oblast or city_republican"),
            *_in_languages(_required, "name", sa.String(200), "Name of the district, in {}"),
            _optional("population", sa.Integer(), "Residents, persons"),
            _optional("population_year", sa.Integer(), "Year of the population figure"),
            _optional("population_source", sa.String(200), "Where the population figure comes from"),
            _required("label_lat", sa.Float(), "Latitude of a point inside the district, degrees"),
            _required("label_lon", sa.Float(), "Longitude of a point inside the district, degrees"),
        ],
        key=["district_code"],
        refers={"oblast_code": "oblast.oblast_code"},
        unique=[["pcode"], ["slug"]],
    )
    _table(
        "district_alias",
        "Names under which people also look for a district",
        [
            _required("district_code", sa.String(8), "District"),
            _required("alias", sa.String(120), "Former name or other spelling"),
        ],
        key=["district_code", "alias"],
        refers={"district_code": "district.district_code"},
    )
    _table(
        "population",
        "Every known population figure of each district",
        [
            _required("district_code", sa.String(8), "District"),
            _required("year", sa.Integer(), "Calendar year"),
            _required("residents", sa.Integer(), "Residents, persons"),
        ],
        key=["district_code", "year"],
        refers={"district_code": "district.district_code"},
    )


def _create_sites() -> None:
    _table(
        "organisation",
        "Companies that pay and bodies that receive",
        [
            _required("organisation_code", sa.String(64), "Permanent key of the organisation"),
            *_in_languages(_required, "name", sa.String(200), "Name of the organisation, in {}"),
            _required("is_synthetic", sa.Boolean(), "True for invented organisations of the sample"),
        ],
        key=["organisation_code"],
    )
    _table(
        "site",
        "Mines, plants and legacy sites",
        [
            _required("site_id", sa.String(64), "Permanent key of the site"),
            _required("district_code", sa.String(8), "District in which the site is stated to lie"),
            *_in_languages(_required, "name", sa.String(200), "Name of the site, in {}"),
            _optional("kind", sa.String(16), "mine, plant, legacy or pilot (an area of monitoring); empty: not told"),
            _optional("commodity", sa.String(120), "What is or was mined, as compiled (English)"),
            _required("status", sa.String(32), "State of the site in status_year"),
            _optional("status_year", sa.Integer(), "Year to which the status refers"),
            _required("lat", sa.Float(), "Approximate latitude, degrees"),
            _required("lon", sa.Float(), "Approximate longitude, degrees"),
            _required("uncertainty_km", sa.Float(), "Radius within which the site lies, km"),
            _optional("note", sa.Text(), "Remark of the compiler (English)"),
            _optional("basis", sa.String(300), "Reports that it was compiled from"),
            _required("source_key", sa.String(64), "Where the row comes from"),
        ],
        key=["site_id"],
        refers={"district_code": "district.district_code", "source_key": "source.source_key"},
    )
    _table(
        "site_operator",
        "Who ran a site, and when",
        [
            _required("site_operator_id", sa.Integer(), "Row number within the version"),
            _required("site_id", sa.String(64), "Site"),
            _required("operator", sa.String(200), "Who ran it, as the report writes it"),
            _optional("organisation_code", sa.String(64), "The same in the list of organisations; empty: not in it"),
            _optional("valid_from", sa.Date(), "First day; empty: not known"),
            _optional("valid_to", sa.Date(), "Last day; empty: to this day, or not known"),
            _optional(
                "stated_year", sa.Integer(), "Year of which a report names it, where no first and no last day is known"
            ),
            _required("basis", sa.String(300), "Report that says so"),
            _required("source_key", sa.String(64), "Where the row comes from"),
        ],
        key=["site_operator_id"],
        refers={
            "source_key": "source.source_key",
            "site_id": "site.site_id",
            "organisation_code": "organisation.organisation_code",
        },
    )
    _table(
        "site_district",
        "Districts that a site concerns, the one that it is stated to lie in among them",
        [
            _required("site_id", sa.String(64), "Site"),
            _required("area_code", sa.String(8), "District; an oblast where only that is known"),
            _required("role", sa.String(16), "host, affected or revenue_sharing"),
            _optional("basis", sa.String(300), "Report that says so"),
            _required("source_key", sa.String(64), "Where the row comes from"),
        ],
        key=["site_id", "area_code", "role"],
        refers={"site_id": "site.site_id", "source_key": "source.source_key"},
    )


def _create_revenue() -> None:
    _table(
        "fx_rate",
        "Exchange rates",
        [
            _required("currency", sa.String(3), "ISO 4217 code"),
            _required("year", sa.Integer(), "Calendar year"),
            _required("kgs_per_unit", sa.Float(), "KGS per unit of the currency, average of the year"),
            _required("source_key", sa.String(64), "Where the row comes from"),
        ],
        key=["currency", "year"],
        refers={"source_key": "source.source_key"},
    )
    _table(
        "price_index",
        "Price index by which amounts are turned into prices of one year",
        [
            _required("year", sa.Integer(), "Calendar year"),
            _required("index_value", sa.Float(), "Price level of the year; 100 in the base year"),
            _required("base_year", sa.Integer(), "Year whose prices are the measure"),
            *_in_languages(_required, "name", sa.String(200), "Name of the deflator, in {}"),
            _required("source_key", sa.String(64), "Where the row comes from"),
        ],
        key=["year"],
        refers={"source_key": "source.source_key"},
    )
    _table(
        "revenue",
        "Revenue flows per year, place, stage, stream, receiver level, purpose, payer and reconciliation status",
        [
            _required("revenue_id", sa.Integer(), "Row number within the version"),
            _required("fiscal_year", sa.Integer(), "Calendar year of the flow"),
            _optional(
                "district_code", sa.String(8), "District that the money concerns; empty: not assigned to a district"
            ),
            _optional("oblast_code", sa.String(5), "Oblast; empty: not assigned to an oblast"),
            _required(
                "stage", sa.String(16), "payment, transfer, allocation, spending or social; never summed together"
            ),
            _required("stream_code", sa.String(32), "Revenue stream"),
            _required(
                "receiver_level", sa.String(24), "republic, oblast_fund, district_fund, local_budget or community"
            ),
            _optional("purpose_code", sa.String(32), "What it was spent on; only for allocation and spending"),
            _optional("payer_code", sa.String(64), "Organisation that paid; empty for transfers within government"),
            _optional("site_id", sa.String(64), "Site that it was levied on; empty: on none, or not told"),
            _required("recon_status", sa.String(16), "matched, explained, unexplained, one_sided or not_in_scope"),
            _required("amount_kgs", sa.Float(), "KGS, net of refunds: the government's figure, else the company's"),
            _required(
                "refund_kgs",
                sa.Float(),
                "KGS, the part of amount_kgs that is refunds and corrections (zero or negative)",
            ),
            _optional("amount_company_kgs", sa.Float(), "KGS as reported by the company; empty: not reported"),
            _optional("amount_government_kgs", sa.Float(), "KGS as reported by the government; empty: not reported"),
            _required("flow_count", sa.Integer(), "Flows summed in the row"),
            _required("source_key", sa.String(64), "Where the row comes from"),
        ],
        key=["revenue_id"],
        refers={
            "district_code": "district.district_code",
            "source_key": "source.source_key",
            "oblast_code": "oblast.oblast_code",
        },
        indexes=[["stage", "fiscal_year", "district_code"]],
    )
    _table(
        "revenue_due",
        "What was due by dated sharing rules beside what was paid",
        [
            _required("due_id", sa.Integer(), "Row number within the version"),
            _required("fiscal_year", sa.Integer(), "Calendar year"),
            _required("stream_code", sa.String(32), "Revenue stream"),
            _optional("payer_code", sa.String(64), "Organisation that owes; empty: all together"),
            _optional("receiver_level", sa.String(24), "Who is to get it; empty: all levels together"),
            _optional("due_kgs", sa.Float(), "KGS due by the rule in force all year; empty: cannot be told"),
            _optional("paid_kgs", sa.Float(), "KGS paid (of all payers: passed on to the level); empty: not recorded"),
            _required("state", sa.String(24), "agrees, less, more or cannot_be_checked"),
            _required("source_key", sa.String(64), "Where the row comes from"),
        ],
        key=["due_id"],
        refers={"source_key": "source.source_key"},
    )
    _table(
        "national_revenue",
        "National totals of the EITI reports",
        [
            _required("fiscal_year", sa.Integer(), "Calendar year"),
            _optional("amount_government_usd", sa.Float(), "USD, extractive revenue as reported by the government"),
            _optional("amount_company_usd", sa.Float(), "USD, extractive revenue as reported by companies"),
            _optional("kgs_per_usd", sa.Float(), "Average exchange rate of the year, as stated in the report"),
            _required("source_key", sa.String(64), "Where the row comes from"),
        ],
        key=["fiscal_year"],
        refers={"source_key": "source.source_key"},
    )


def _create_monitoring() -> None:
    _table(
        "indicator",
        "What is measured",
        [
            _required("indicator_code", sa.String(32), "Permanent key of the indicator"),
            _required("medium", sa.String(24), "water, air, soil or people"),
            _required("unit", sa.String(24), "Canonical unit"),
            _required("direction", sa.String(16), "higher_worse, lower_worse, higher_better or range"),
            _optional("sdg", sa.String(24), "Sustainable Development Goals, comma separated"),
        ],
        key=["indicator_code"],
    )
    _table(
        "threshold",
        "Dated limits against which readings are judged",
        [
            _required("threshold_id", sa.Integer(), "Row number within the version"),
            _required("indicator_code", sa.String(32), "Indicator"),
            _optional("water_use", sa.String(24), "drinking, fishery; empty for other media"),
            _required("averaging", sa.String(16), "single, day or year"),
            _optional("min_value", sa.Float(), "Lowest value within the limit, indicator's unit"),
            _optional("max_value", sa.Float(), "Highest value within the limit, indicator's unit"),
            _required("basis", sa.String(16), "national or who"),
            _required("legal_ref", sa.String(200), "Legal or technical reference"),
            _required("valid_from", sa.Date(), "First day on which the limit holds"),
            _optional("valid_to", sa.Date(), "Last day on which the limit holds; empty: still in force"),
            _required("is_example", sa.Boolean(), "True until checked against an official table"),
        ],
        key=["threshold_id"],
        refers={"indicator_code": "indicator.indicator_code"},
    )
    _table(
        "reading",
        "Water and air readings per district, month and indicator, judged against limits",
        [
            _required("reading_id", sa.Integer(), "Row number within the version"),
            _required("month", sa.Date(), "First day of the month of sampling"),
            _required("district_code", sa.String(8), "District: eight-digit SOATE code"),
            _required("indicator_code", sa.String(32), "Indicator"),
            _required("reading_count", sa.Integer(), "Readings taken, without rejected ones"),
            _required("ok_count", sa.Integer(), "Readings within the limit"),
            _required("near_count", sa.Integer(), "Readings within the limit but at 80 % of it or more"),
            _required("exceeds_count", sa.Integer(), "Readings beyond the limit"),
            _required("cannot_tell_count", sa.Integer(), "Readings whose detection limit lies above the limit"),
            _required("no_limit_count", sa.Integer(), "Readings without a limit in force"),
            _required("below_detection_count", sa.Integer(), "Readings below the detection limit"),
            _optional(
                "mean_value",
                sa.Float(),
                "Mean in the indicator's unit, half the detection limit where below it; empty when most are below",
            ),
            _optional(
                "max_times_limit", sa.Float(), "Largest reading as a multiple of its limit; empty without a limit"
            ),
            _required("source_key", sa.String(64), "Where the row comes from"),
        ],
        key=["reading_id"],
        refers={
            "district_code": "district.district_code",
            "source_key": "source.source_key",
            "indicator_code": "indicator.indicator_code",
        },
        indexes=[["indicator_code", "month", "district_code"]],
    )
    _table(
        "station",
        "Where samples are taken",
        [
            _required("station_id", sa.String(64), "Permanent key of the station"),
            _required("district_code", sa.String(8), "District it stands in"),
            _optional("site_id", sa.String(64), "Site that it watches; empty: none in particular"),
            _required("medium", sa.String(24), "water, air or soil"),
            _optional("water_use", sa.String(24), "drinking or fishery; empty for other media"),
            _required("position", sa.String(16), "upstream, at, downstream, background or settlement"),
            *_in_languages(_required, "name", sa.String(200), "Name of the station, in {}"),
            _required("source_key", sa.String(64), "Where the row comes from"),
        ],
        key=["station_id"],
        refers={"source_key": "source.source_key", "district_code": "district.district_code"},
    )
    _table(
        "station_month",
        "Readings per station, indicator, month and who took them, judged against limits",
        [
            _required("station_month_id", sa.Integer(), "Row number within the version"),
            _required("station_id", sa.String(64), "Station"),
            _required("indicator_code", sa.String(32), "Indicator"),
            _required("month", sa.Date(), "First day of the month of sampling"),
            _required("averaging", sa.String(16), "single, day or year"),
            _required("collected_by", sa.String(16), "company, state, community or laboratory"),
            _required("reading_count", sa.Integer(), "Readings taken, without rejected ones"),
            _required("ok_count", sa.Integer(), "Readings within the limit"),
            _required("near_count", sa.Integer(), "Readings within the limit but at 80 % of it or more"),
            _required("exceeds_count", sa.Integer(), "Readings beyond the limit"),
            _required("cannot_tell_count", sa.Integer(), "Readings whose detection limit lies above the limit"),
            _required("no_limit_count", sa.Integer(), "Readings without a limit in force"),
            _required("below_detection_count", sa.Integer(), "Readings below the detection limit"),
            _optional(
                "mean_value",
                sa.Float(),
                "Mean in the indicator's unit, half the detection limit where below it; empty when most are below",
            ),
            _optional("min_value", sa.Float(), "Lowest value that was detected, indicator's unit"),
            _optional("max_value", sa.Float(), "Highest value that was detected, indicator's unit"),
            _optional(
                "detection_limit", sa.Float(), "Highest detection limit of the readings below it, indicator's unit"
            ),
            _optional(
                "max_times_limit", sa.Float(), "Largest reading as a multiple of its limit; empty without a limit"
            ),
            _required("source_key", sa.String(64), "Where the row comes from"),
        ],
        key=["station_month_id"],
        refers={
            "source_key": "source.source_key",
            "indicator_code": "indicator.indicator_code",
            "station_id": "station.station_id",
        },
        indexes=[["station_id", "indicator_code", "month"]],
    )


def _create_people() -> None:
    _table(
        "statistic",
        "Annual statistics per district, for example the poverty rate",
        [
            _required("indicator_code", sa.String(32), "Indicator"),
            _required("district_code", sa.String(8), "District"),
            _required("year", sa.Integer(), "Calendar year"),
            _optional(
                "value",
                sa.Float(),
                "Value in the indicator's unit; empty: withheld by its publisher, or of a few people",
            ),
            _required("source_key", sa.String(64), "Where the row comes from"),
        ],
        key=["indicator_code", "district_code", "year"],
        refers={
            "indicator_code": "indicator.indicator_code",
            "source_key": "source.source_key",
            "district_code": "district.district_code",
        },
    )
    _table(
        "oblast_statistic",
        "Annual statistics that are known per oblast only",
        [
            _required("indicator_code", sa.String(32), "Indicator"),
            _required("oblast_code", sa.String(5), "Oblast"),
            _required("year", sa.Integer(), "Calendar year"),
            _required("value", sa.Float(), "Value in the indicator's unit"),
            _required("source_key", sa.String(64), "Where the row comes from"),
        ],
        key=["indicator_code", "oblast_code", "year"],
        refers={
            "source_key": "source.source_key",
            "oblast_code": "oblast.oblast_code",
            "indicator_code": "indicator.indicator_code",
        },
    )
    _table(
        "target",
        "What a licence or a plan promises of an indicator",
        [
            _required("target_id", sa.String(64), "Permanent key of the target"),
            _required("indicator_code", sa.String(32), "Indicator"),
            _required("district_code", sa.String(8), "District it is about"),
            _optional("site_id", sa.String(64), "Site whose licence or plan sets it"),
            _required("value", sa.Float(), "What is to be reached, indicator's unit"),
            _optional("valid_from", sa.Date(), "First day on which it holds; empty: the source states none"),
            _optional("valid_to", sa.Date(), "Last day on which it holds; empty: still in force"),
            _required("legal_ref", sa.String(200), "Licence, agreement or plan that sets it"),
            _required("source_key", sa.String(64), "Where the row comes from"),
        ],
        key=["target_id"],
        refers={
            "district_code": "district.district_code",
            "indicator_code": "indicator.indicator_code",
            "source_key": "source.source_key",
            "site_id": "site.site_id",
        },
    )


def _create_incidents() -> None:
    _table(
        "incident",
        "Released incidents; no private person is named",
        [
            _required("incident_id", sa.String(32), "Permanent key of the incident"),
            _optional(
                "episode_id", sa.String(32), "Same for all incidents of one wave or event; empty: it stands alone"
            ),
            _required("starts_on", sa.Date(), "First day; the first day of the period where date_precision is coarser"),
            _required("date_precision", sa.String(8), "day, week, month or year"),
            _optional("district_code", sa.String(8), "District where it took place; empty: known only for the oblast"),
            _optional("oblast_code", sa.String(5), "Oblast where it took place"),
            _optional("site_id", sa.String(64), "Site that it was about"),
            _required("category", sa.String(32), "protest, road_blockade, …"),
            _required(
                "is_conflict",
                sa.Boolean(),
                "False for accidents and regulatory stops, which are not counted as conflicts",
            ),
            _optional("event_type", sa.String(48), "ACLED event type"),
            _optional("sub_event_type", sa.String(48), "ACLED sub-event type"),
            _required("severity", sa.Integer(), "1 petition … 5 mass violence, deaths or large damage"),
            _optional("participants_min", sa.Integer(), "Participants, lowest figure reported"),
            _optional("participants_max", sa.Integer(), "Participants, highest figure reported"),
            _optional("injured_min", sa.Integer(), "Injured, lowest figure reported"),
            _optional("injured_max", sa.Integer(), "Injured, highest figure reported"),
            _optional("fatalities_min", sa.Integer(), "Deaths, lowest figure reported"),
            _optional("fatalities_max", sa.Integer(), "Deaths, highest figure reported"),
            _required("outcome_code", sa.String(32), "Documented outcome"),
            _required("outcome_group", sa.String(16), "positive, partial, none, unknown or not_applicable"),
            _required("report_title", sa.String(300), "Report or reports that document it"),
            _optional("report_url", sa.String(500), "Address of a report"),
            _optional("source_count", sa.Integer(), "Number of reports that document it"),
            _optional("confidence", sa.String(8), "Trust in the coding: high, medium or low"),
            _required("source_key", sa.String(64), "Where the row comes from"),
        ],
        key=["incident_id"],
        refers={
            "source_key": "source.source_key",
            "site_id": "site.site_id",
            "oblast_code": "oblast.oblast_code",
            "district_code": "district.district_code",
        },
        indexes=[["starts_on", "district_code"]],
    )
    _table(
        "incident_issue",
        "Issues of each incident",
        [
            _required("incident_id", sa.String(32), "Incident"),
            _required("issue_code", sa.String(32), "What it was about"),
        ],
        key=["incident_id", "issue_code"],
        refers={"incident_id": "incident.incident_id"},
    )
    _table(
        "incident_actor",
        "Who the report of each incident names, by role; never a person or a group",
        [
            _required("incident_id", sa.String(32), "Incident"),
            _required("role", sa.String(32), "Role that its report names; unknown: it names none"),
        ],
        key=["incident_id", "role"],
        refers={"incident_id": "incident.incident_id"},
    )


def _create_annotations() -> None:
    _table(
        "annotation",
        "Projects, elections, laws, changes of operator and events on time axes",
        [
            _required("annotation_id", sa.String(64), "Permanent key of the annotation"),
            _required("kind", sa.String(16), "project, election, law, operator or event"),
            _required("starts_on", sa.Date(), "First day; of a month or a year its first day"),
            _optional("ends_on", sa.Date(), "Last day; empty: the one day, month or year"),
            _required("date_precision", sa.String(8), "day, month or year: how exactly the dates are known"),
            *_in_languages(_required, "name", sa.String(200), "Name of the annotation, in {}"),
            _optional("district_code", sa.String(8), "District it is about; empty: the country"),
            _optional("site_id", sa.String(64), "Site it is about"),
            _required("subjects", sa.String(80), "Topics beside which it is shown, comma separated"),
            _required("reference", sa.String(200), "Document or report that states it"),
            _optional("url", sa.String(300), "Web address of the document"),
            _required("source_key", sa.String(64), "Where the row comes from"),
        ],
        key=["annotation_id"],
        refers={
            "district_code": "district.district_code",
            "site_id": "site.site_id",
            "source_key": "source.source_key",
        },
    )
    _table(
        "reply",
        "Replies to figures, sites, incidents and districts, in the words of those who gave them",
        [
            _required("reply_id", sa.String(64), "Permanent key of the reply"),
            _required("replied_on", sa.Date(), "Day of the reply"),
            _required("by_kind", sa.String(16), "Who replies: company, state, community or other"),
            _optional(
                "organisation_code", sa.String(64), "Who replies, in the list of organisations; empty: not in it"
            ),
            *_in_languages(_required, "by", sa.String(200), "Company, body or community that replies, in {}"),
            _required("subject_kind", sa.String(16), "What it is about: figure, site, incident or district"),
            _optional("topic", sa.String(16), "Of a figure: revenue, monitoring, incidents or grievances"),
            _optional("stage", sa.String(16), "Stage of the revenue figures; empty: all"),
            _optional("stream_code", sa.String(32), "Stream of the revenue figures; empty: all"),
            _optional("payer_code", sa.String(64), "Who paid; empty: any, or nobody"),
            _optional("indicator_code", sa.String(32), "Indicator of the figures; empty: all"),
            _optional("issue_code", sa.String(32), "Issue of the incidents or grievances; empty: all"),
            _optional("district_code", sa.String(8), "District that it is about; of figures empty: any"),
            _optional("site_id", sa.String(64), "Site that it is about"),
            _optional("incident_id", sa.String(32), "Incident that it is about"),
            _optional("first_year", sa.Integer(), "First year of the figures; empty: all years"),
            _optional("last_year", sa.Integer(), "Last year of the figures; empty: all years"),
            *_in_languages(_required, "text", sa.String(600), "The reply, in {}"),
            _optional("original_language", sa.String(2), "ky, ru or en; the others are translations. Empty: none is"),
            _required("reference", sa.String(200), "Document in which it was given"),
            _optional("url", sa.String(300), "Web address of the document"),
            _required("source_key", sa.String(64), "Where the row comes from"),
        ],
        key=["reply_id"],
        refers={
            "indicator_code": "indicator.indicator_code",
            "source_key": "source.source_key",
            "site_id": "site.site_id",
            "payer_code": "organisation.organisation_code",
            "organisation_code": "organisation.organisation_code",
            "incident_id": "incident.incident_id",
            "district_code": "district.district_code",
        },
    )


def _create_grievances() -> None:
    _table(
        "grievance_year",
        "Grievances by full year and area, suppressed; a year that is published is not counted again",
        [
            _required("year", sa.Integer(), "Full year in which the grievances were counted"),
            _required("area_code", sa.String(8), "District, oblast or country (417)"),
            _required("area_level", sa.String(8), "district, oblast or country"),
            _required("is_withheld", sa.Boolean(), "True: all counts are hidden to protect people"),
            _optional("received_count", sa.Integer(), "Grievances received in the year; empty when withheld"),
            _optional(
                "open_count",
                sa.Integer(),
                "Grievances of all years open at the end of the year; empty for districts, or when withheld",
            ),
            _optional("closed_count", sa.Integer(), "Grievances closed in the year; empty whenever open_count is"),
            _required("source_key", sa.String(64), "Where the row comes from"),
        ],
        key=["year", "area_code"],
        refers={"source_key": "source.source_key"},
    )
    _table(
        "grievance_part_year",
        "Grievances of the whole country by full year, divided in one way at a time, suppressed",
        [
            _required("kind", sa.String(8), "What code is: issue, channel, body (responsible) or stage"),
            _required("code", sa.String(32), "Of a stage: one that grievances have come to, or passed"),
            _required("year", sa.Integer(), "Full year in which the grievances were counted"),
            _required("is_withheld", sa.Boolean(), "True: the count is hidden to protect people"),
            _optional(
                "grievance_count",
                sa.Integer(),
                "Grievances of the whole country received in the year, or come to the stage in it; empty when withheld",
            ),
            _required("source_key", sa.String(64), "Where the row comes from"),
        ],
        key=["kind", "code", "year"],
        refers={"source_key": "source.source_key"},
    )
    _table(
        "grievance_outcome",
        "What became of the grievances of the whole country in each full year, suppressed",
        [
            _required("kind", sa.String(8), "What code is: country, issue, channel or body (responsible)"),
            _required("code", sa.String(32), "417 for the country"),
            _required("year", sa.Integer(), "Full year in which it happened first, or at whose end it stood"),
            _required(
                "question",
                sa.String(16),
                "acknowledged, resolved (within the deadline), reopened, appealed; age of open ones",
            ),
            _required(
                "answer",
                sa.String(16),
                "in_time or missed; of reopened and appealed: happened, and all to which it could; days since receipt",
            ),
            _required("is_withheld", sa.Boolean(), "True: the count is hidden to protect people"),
            _optional("grievance_count", sa.Integer(), "Grievances; empty when withheld"),
            _required("source_key", sa.String(64), "Where the row comes from"),
        ],
        key=["kind", "code", "year", "question", "answer"],
        refers={"source_key": "source.source_key"},
    )
    _table(
        "grievance_wait",
        "How long grievances have waited, by full year; in whole days",
        [
            _required("kind", sa.String(8), "country, issue, channel, body, or district (only resolve)"),
            _required("code", sa.String(32), "417 for the country, SOATE code of a district"),
            _required("year", sa.Integer(), "Full year in which it was done, or at whose end they were open"),
            _required("wait", sa.String(16), "acknowledge, resolve (resolved ones only), open (open ones, so far)"),
            _optional(
                "median_days", sa.Integer(), "Median days from receipt; empty when withheld or of too few grievances"
            ),
            _optional("p90_days", sa.Integer(), "Days within which nine of ten were done; empty for the same reasons"),
            _required("source_key", sa.String(64), "Where the row comes from"),
        ],
        key=["kind", "code", "year", "wait"],
        refers={"source_key": "source.source_key"},
    )
    _table(
        "grievance_quarter",
        "Grievances of the whole country by quarter, suppressed",
        [
            _required("quarter", sa.Date(), "First day of the quarter; only full quarters"),
            _required("is_withheld", sa.Boolean(), "True: the counts are hidden to protect people"),
            _optional("received_count", sa.Integer(), "Grievances received in the quarter; empty when withheld"),
            _optional("closed_count", sa.Integer(), "Grievances closed in the quarter; empty when withheld"),
            _optional("open_count", sa.Integer(), "Grievances open at the end of the quarter; empty when withheld"),
            _required("source_key", sa.String(64), "Where the row comes from"),
        ],
        key=["quarter"],
        refers={"source_key": "source.source_key"},
    )
    _table(
        "grievance_sensitive",
        "Grievances about violence, reprisal or sexual harm, whole country; they are in no other count",
        [
            sa.Column(
                "through_year", sa.Integer(), autoincrement=False, nullable=False, comment="Last full year of receipt"
            ),
            _required("counted_in", sa.Integer(), "Only full multiples of this are counted"),
            _optional(
                "at_least_count",
                sa.Integer(),
                "Grievances since the first year, rounded down; empty: fewer than one step",
            ),
            _required("source_key", sa.String(64), "Where the row comes from"),
        ],
        key=["through_year"],
        refers={"source_key": "source.source_key"},
    )


def _create_editions() -> None:
    _table(
        "edition",
        "Published versions that were kept under a name; no publication changes them",
        [
            _required("edition_key", sa.String(40), "Permanent name of the edition, as addresses write it"),
            *_in_languages(_required, "title", sa.String(200), "Title of the edition, in {}"),
            _required("version", sa.Integer(), "Version whose figures it holds"),
            _required("published_at", MOMENT, "When that version was published (UTC)"),
            _required("frozen_at", MOMENT, "When the edition was made (UTC)"),
            _required("frozen_by", sa.String(40), "Role or initials of who made it"),
            _optional("sha256", sa.String(64), "Hash of its content, which is a SQLite file; empty: it was withdrawn"),
            _optional("byte_count", sa.Integer(), "Size of that file in bytes; empty: it was withdrawn"),
            _required("removed_count", sa.Integer(), "Records taken down since it was made"),
            _optional("withdrawn_at", MOMENT, "When it was withdrawn (UTC); empty: it stands"),
            _optional("withdrawn_why", sa.String(300), "Why it was withdrawn"),
        ],
        key=["edition_key"],
    )
    _table(
        "edition_part",
        "Contents of editions; local copies of the store do not have them",
        [
            _required("edition_key", sa.String(40), "Edition"),
            _required("part", sa.Integer(), "Order of the parts, from 1"),
            _required("content", sa.LargeBinary(), "Part of the compressed file (zlib); all together are it"),
        ],
        key=["edition_key", "part"],
        refers={"edition_key": "edition.edition_key"},
    )


def _table(
    name: str,
    comment: str,
    columns: Sequence[sa.Column[Any]],
    *,
    key: Sequence[str],
    refers: Mapping[str, str] | None = None,
    unique: Sequence[Sequence[str]] = (),
    indexes: Sequence[Sequence[str]] = (),
) -> None:
    """Make a table; ``refers`` has the column that each foreign key refers to."""
    op.create_table(
        name,
        *columns,
        *(_foreign_key(name, column, target) for column, target in (refers or {}).items()),
        *(sa.UniqueConstraint(*names, name=f"uq_{name}_{'_'.join(names)}") for names in unique),
        sa.PrimaryKeyConstraint(*key, name=f"pk_{name}"),
        comment=comment,
    )
    for names in indexes:
        op.create_index(f"ix_{name}_{'_'.join(names)}", name, list(names))


def _foreign_key(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [target], name=f"fk_{table}_{column}")


def _in_languages(
    column: Callable[[str, sa.types.TypeEngine[Any], str], sa.Column[Any]],
    name: str,
    kind: sa.types.TypeEngine[Any],
    comment: str,
) -> list[sa.Column[Any]]:
    return [column(f"{name}_{code}", kind, comment.format(language)) for code, language in LANGUAGES.items()]


def _required(name: str, kind: sa.types.TypeEngine[Any], comment: str) -> sa.Column[Any]:
    return sa.Column(name, kind, nullable=False, comment=comment)


def _optional(name: str, kind: sa.types.TypeEngine[Any], comment: str) -> sa.Column[Any]:
    return sa.Column(name, kind, nullable=True, comment=comment)
