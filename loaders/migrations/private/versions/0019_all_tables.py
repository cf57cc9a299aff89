"""All tables of the private store

Revision: 0019, the first

Its number is that of the last revision whose place it takes: a store that has those has these tables. Helpers are its
own, as it must make the same tables whatever the code declares later. Nothing goes back behind it.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = None
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)
LANGUAGES = {"ky": "Kyrgyz", "ru": "Russian", "en": "English"}


def upgrade() -> None:
    _create_runs()
    _create_places()
    _create_sites()
    _create_revenue()
    _create_monitoring()
    _create_people()
    _create_incidents()
    _create_annotations()
    _create_grievances()


def _create_runs() -> None:
    _table(
        "source",
        "Publisher, licence and kind of every source that was loaded",
        [
            _required("source_key", sa.String(64), "Permanent key of the source"),
            _required("dataset", sa.String(32), "revenue, monitoring, incidents, grievances or reference"),
            _required("loads", sa.String(32), "Dataset format that the source is loaded as"),
            *_in_languages(_required, "title", sa.String(300), "Title of the document or data set, in {}"),
            *_in_languages(_required, "publisher", sa.String(300), "Who published it, in {}"),
            *_in_languages(_required, "licence", sa.String(300), "Terms of use, as stated by the publisher, in {}"),
            _optional("url", sa.String(500), "Address of the document, if it has one"),
            _required("kind", sa.String(16), "published, compiled (from named reports) or synthetic"),
            _optional("cadence_days", sa.Integer(), "Expected days between updates; empty: none is promised"),
            _optional("complete_from", sa.Date(), "First day of a list that claims to have all; empty: it does not"),
        ],
        key=["source_key"],
    )
    _table(
        "load_run",
        "One row per completed load; a refused file leaves none",
        [
            _required("run_id", sa.Integer(), "Number of the load, rising"),
            _required("source_key", sa.String(64), "Source that was loaded"),
            _required("loads", sa.String(32), "Dataset format that it was loaded as"),
            _required("file_name", sa.String(300), "Name of the file, without its folder"),
            _required("sha256", sa.String(64), "Hash of the file's bytes; an equal file is not loaded again"),
            _required("started_at", MOMENT, "When the load began (UTC)"),
            _required("finished_at", MOMENT, "When its rows were checked (UTC)"),
            _required("rows_read", sa.Integer(), "Rows of the file"),
            _required("rows_written", sa.Integer(), "Rows kept, in the main table of the dataset"),
            _required("rows_rejected", sa.Integer(), "Rows of the file that were set aside"),
            _optional(
                "rows_added", sa.Integer(), "Rows that its source did not have before; empty: cannot be compared"
            ),
            _optional(
                "rows_changed", sa.Integer(), "Rows that its source had with other values; empty: cannot be compared"
            ),
            _optional("rows_removed", sa.Integer(), "Rows that its source has no longer; empty: cannot be compared"),
            _required(
                "status",
                sa.String(16),
                "loaded; embargoed until release_at, then released by another load, or withdrawn before",
            ),
            _optional("message", sa.Text(), "Remark of a load of before reasons were published; is not published"),
            _optional("reason", sa.String(500), "Why it was loaded or taken back, as the operator told; is published"),
            _required("loaded_by", sa.String(100), "System account that ran the loader"),
            _optional("period_first", sa.Date(), "First day that the rows cover"),
            _optional("period_last", sa.Date(), "Last day that the rows cover"),
            _optional("undoes", sa.Integer(), "Load that this one took back; empty: a load of a file"),
            _optional("release_at", MOMENT, "When an embargo ends (UTC); empty: a load without one"),
            _optional(
                "may_remove", sa.Boolean(), "Of a load under embargo: whether many rows may vanish when it is released"
            ),
            _optional(
                "releases", sa.Integer(), "Load under embargo whose rows this one brought in; empty: another load"
            ),
        ],
        key=["run_id"],
        refers={"source_key": "source.source_key"},
        indexes=[["source_key"]],
    )
    _table(
        "kept_rows",
        "Rows of every load as they were accepted, so that any of them can be compared and loaded again",
        [
            _required("run_id", sa.Integer(), "Load that the rows belong to"),
            _required("seq", sa.Integer(), "Order of the parts, from 1"),
            _required("content", sa.LargeBinary(), "Rows in the dataset's columns: JSON by column, zlib"),
        ],
        key=["run_id", "seq"],
        refers={"run_id": "load_run.run_id"},
    )
    _table(
        "load_check",
        "Checks of the rows of each load, also those that every row passed; no cell of a file",
        [
            _required("run_id", sa.Integer(), "Load in which it ran"),
            _required("seq", sa.Integer(), "Order of the checks, from 1"),
            _required("reason", sa.String(300), "What is wrong with a row that breaks it"),
            _required("severity", sa.String(16), "What that does: refused, set aside or warning"),
            _required("row_count", sa.Integer(), "Rows that broke it; of a folder, of all of its files"),
        ],
        key=["run_id", "seq"],
        refers={"run_id": "load_run.run_id"},
    )
    _table(
        "publication",
        "What was published when, or announced; tells whether the public store is up to date",
        [
            sa.Column(
                "version", sa.Integer(), autoincrement=False, nullable=False, comment="Version of the public store"
            ),
            _optional("run_id", sa.Integer(), "Newest load in it; empty: nothing was loaded"),
            _optional("decision_id", sa.Integer(), "Newest decision about an incident in it; empty: there was none"),
            _required("small_cell_limit", sa.Integer(), "Counts of people's cases below this were withheld"),
            _optional(
                "tables", sa.String(8), "Revision of the public tables that it filled; empty: before that was noted"
            ),
            _optional(
                "attempt", sa.Integer(), "Number of the attempt to publish, rising; empty: before attempts were noted"
            ),
            _optional(
                "is_confirmed", sa.Boolean(), "Whether it is known to have become public; empty: before that was noted"
            ),
            _required("published_at", MOMENT, "When it was published (UTC)"),
        ],
        key=["version"],
        refers={"run_id": "load_run.run_id"},
    )


def _create_places() -> None:
    _loaded_table(
        "admin_unit",
        "Oblasts, raions, cities of oblast and of republican status",
        [
            _required("unit_code", sa.String(8), "SOATE code: five digits for oblasts, eight for districts"),
            _required("level", sa.String(8), "oblast or district"),
            _optional("parent_code", sa.String(8), "Oblast of a district"),
            _optional("slug", sa.String(64), "Permanent name in addresses; districts only"),
            _optional("pcode", sa.String(16), "OCHA P-code; districts only"),
            _optional("unit_type", sa.String(24), "raion, city_oblast or city_republican; districts only"),
            *_in_languages(_required, "name", sa.String(200), "Name of the unit in {}"),
        ],
        key=["unit_code"],
        refers={"parent_code": "admin_unit.unit_code"},
        unique=[["pcode"], ["slug"]],
        indexes=[["parent_code"]],
    )
    _loaded_table(
        "admin_alias",
        "Names under which files and people also call a district",
        [
            _required("unit_code", sa.String(8), "District"),
            _required("alias", sa.String(120), "Former name or other spelling"),
        ],
        key=["unit_code", "alias"],
        refers={"unit_code": "admin_unit.unit_code"},
    )
    _loaded_table(
        "population",
        "Residents per district and year",
        [
            _required("unit_code", sa.String(8), "District"),
            _required("year", sa.Integer(), "Year of the figure"),
            _required("residents", sa.Integer(), "Residents, persons"),
            _optional("basis", sa.String(200), "Where the figure comes from: census, estimate, and who published it"),
        ],
        key=["unit_code", "year"],
        refers={"unit_code": "admin_unit.unit_code"},
    )
    _loaded_table(
        "layer",
        "Map layers as loaded; the published ones are computed from them",
        [
            _required("layer_key", sa.String(32), "districts or lakes"),
            _required("content", sa.Text(), "GeoJSON, CRS84 degrees; feature ids of districts are SOATE codes"),
        ],
        key=["layer_key"],
    )


def _create_sites() -> None:
    _loaded_table(
        "organisation",
        "Companies that pay and bodies that receive",
        [
            _required("organisation_code", sa.String(64), "Permanent key of the organisation"),
            _required("organisation_type", sa.String(16), "company, state or fund"),
            *_in_languages(_required, "name", sa.String(200), "Name of the organisation in {}"),
        ],
        key=["organisation_code"],
    )
    _loaded_table(
        "site",
        "Mines, plants and legacy sites",
        [
            _required("site_id", sa.String(64), "Permanent key of the site"),
            _required("district_code", sa.String(8), "District it is stated to lie in"),
            *_in_languages(_required, "name", sa.String(200), "Name of the site in {}"),
            _optional("kind", sa.String(16), "mine, plant, legacy or pilot (an area of monitoring); empty: not told"),
            _optional("commodity", sa.String(120), "What is or was mined, as compiled (English)"),
            _optional("operator", sa.String(200), "Operator, as compiled (English)"),
            _required("status", sa.String(32), "State of the site in status_year"),
            _optional("status_year", sa.Integer(), "Year to which the status refers"),
            _required("lat", sa.Float(), "Approximate latitude, degrees"),
            _required("lon", sa.Float(), "Approximate longitude, degrees"),
            _required("uncertainty_km", sa.Float(), "Radius within which the site lies, km"),
            _optional("note", sa.Text(), "Remark of the compiler (English)"),
            _optional("basis", sa.String(300), "Reports that it was compiled from"),
        ],
        key=["site_id"],
        refers={"district_code": "admin_unit.unit_code"},
    )
    _loaded_table(
        "site_operator",
        "Who ran a site, and when",
        [
            _required("site_operator_id", sa.Integer(), "Row number"),
            _required("site_id", sa.String(64), "Site"),
            _required("operator", sa.String(200), "Who ran it, as the report writes it"),
            _optional("organisation_code", sa.String(64), "The same in the list of organisations; empty: not in it"),
            _optional("valid_from", sa.Date(), "First day; empty: not known"),
            _optional("valid_to", sa.Date(), "Last day; empty: to this day, or not known"),
            _optional(
                "stated_year", sa.Integer(), "Year of which a report names it, where no first and no last day is known"
            ),
            _required("basis", sa.String(300), "Report that says so"),
        ],
        key=["site_operator_id"],
        refers={"site_id": "site.site_id", "organisation_code": "organisation.organisation_code"},
    )
    _loaded_table(
        "site_district",
        "Districts that a site concerns beside the one that it is stated to lie in",
        [
            _required("site_id", sa.String(64), "Site"),
            _required("area_code", sa.String(8), "District; an oblast where only that is known"),
            _required("role", sa.String(16), "host, affected or revenue_sharing"),
            _required("basis", sa.String(300), "Report that says so"),
        ],
        key=["site_id", "area_code", "role"],
        refers={"area_code": "admin_unit.unit_code", "site_id": "site.site_id"},
    )


def _create_revenue() -> None:
    _table(
        "revenue_stream",
        "Kinds of payment; a list of the project, not of a source",
        [
            _required("stream_code", sa.String(32), "Permanent key of the revenue stream"),
            _optional("gfs_code", sa.String(16), "GFS code of the EITI list; empty: not government revenue"),
            _optional("eiti_requirement", sa.String(16), "EITI requirement it falls under; empty: 4.1 only"),
        ],
        key=["stream_code"],
    )
    _loaded_table(
        "fx_rate",
        "Exchange rates by which amounts are turned into KGS",
        [
            _required("currency", sa.String(3), "ISO 4217 code"),
            _required("year", sa.Integer(), "Calendar year"),
            _required("kgs_per_unit", sa.Float(), "KGS per unit of the currency, average of the year"),
        ],
        key=["currency", "year"],
    )
    _loaded_table(
        "price_index",
        "Price index by which amounts are turned into prices of one year",
        [
            _required("year", sa.Integer(), "Calendar year"),
            _required("index_value", sa.Float(), "Price level of the year; 100 in the base year"),
            _required("base_year", sa.Integer(), "Year whose prices are the measure"),
            *_in_languages(_required, "name", sa.String(200), "Name of the deflator in {}"),
        ],
        key=["year"],
    )
    _loaded_table(
        "sharing_rule",
        "Dated rules by which a payment is due and shared",
        [
            _required("stream_code", sa.String(32), "Revenue stream"),
            _required(
                "national_register",
                sa.String(8),
                "yes: deposits in the register of national significance; no: all others",
            ),
            _required("receiver_level", sa.String(24), "Who gets the share"),
            _required("rate", sa.Float(), "Part of mineral sales that is due, 0 to 1"),
            _required("share", sa.Float(), "Part of what is due that the receiver gets, 0 to 1"),
            _required("valid_from", sa.Date(), "First day on which the rule holds"),
            _optional("valid_to", sa.Date(), "Last day on which the rule holds; empty: still in force"),
            _required("legal_ref", sa.String(200), "Law and articles"),
        ],
        key=["stream_code", "national_register", "receiver_level", "valid_from"],
        refers={"stream_code": "revenue_stream.stream_code"},
    )
    _loaded_table(
        "national_revenue",
        "National totals of the EITI reports",
        [
            _required("fiscal_year", sa.Integer(), "Calendar year"),
            _optional("amount_government_usd", sa.Float(), "USD, extractive revenue as reported by the government"),
            _optional("amount_company_usd", sa.Float(), "USD, extractive revenue as reported by companies"),
            _optional("kgs_per_usd", sa.Float(), "Average exchange rate of the year, as stated in the report"),
        ],
        key=["fiscal_year"],
    )
    _loaded_table(
        "mineral_sales",
        "Sales of minerals per company and year, on which payments are due",
        [
            _required("payer_code", sa.String(64), "Company that sold"),
            _required("year", sa.Integer(), "Calendar year"),
            _required("sales_kgs", sa.Float(), "Revenue from minerals, KGS"),
            _required(
                "national_register",
                sa.String(8),
                "yes, no or unknown: whether the deposit was in the register of national significance",
            ),
        ],
        key=["payer_code", "year", "national_register"],
        refers={"payer_code": "organisation.organisation_code"},
    )
    _loaded_table(
        "flow",
        "Revenue flows as reported, one row per payer, receiver, stream and period",
        [
            _required("flow_id", sa.String(64), "Permanent key of the flow"),
            _required("stage", sa.String(16), "payment, transfer, allocation, spending or social"),
            _required("fiscal_year", sa.Integer(), "Calendar year of the flow"),
            _required("period_start", sa.Date(), "First day of the period that the flow is for"),
            _required("period_end", sa.Date(), "Last day of the period that the flow is for"),
            _optional("payer_code", sa.String(64), "Organisation that paid"),
            _required(
                "receiver_level", sa.String(24), "republic, oblast_fund, district_fund, local_budget or community"
            ),
            _optional("oblast_code", sa.String(8), "Oblast; empty: national"),
            _optional("district_code", sa.String(8), "District; empty: not assigned to one"),
            _required("stream_code", sa.String(32), "Revenue stream"),
            _optional("gfs_code", sa.String(16), "GFS code as reported"),
            _optional("site_id", sa.String(64), "Site or project that it was levied on"),
            _optional("purpose_code", sa.String(32), "What it was spent on; only for allocation and spending"),
            _optional("amount_company", sa.Float(), "In currency, as reported by the company; negative: refund"),
            _optional("amount_government", sa.Float(), "In currency, as reported by the government; negative: refund"),
            _required("currency", sa.String(3), "ISO 4217 code of the reported amounts"),
            _required("kgs_per_unit", sa.Float(), "Rate by which the amounts become KGS; 1 for KGS"),
            _required("amount_kgs", sa.Float(), "KGS: the government's figure, else the company's"),
            _required("recon_status", sa.String(16), "matched, explained, unexplained, one_sided or not_in_scope"),
            _optional("discrepancy_note", sa.Text(), "Why the two sides differ, as reported"),
        ],
        key=["flow_id"],
        refers={
            "payer_code": "organisation.organisation_code",
            "oblast_code": "admin_unit.unit_code",
            "district_code": "admin_unit.unit_code",
            "stream_code": "revenue_stream.stream_code",
            "site_id": "site.site_id",
        },
    )


def _create_monitoring() -> None:
    _loaded_table(
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
    _loaded_table(
        "threshold",
        "Dated limits against which readings are judged",
        [
            _required("threshold_id", sa.Integer(), "Row number"),
            _required("indicator_code", sa.String(32), "Indicator"),
            _optional("water_use", sa.String(24), "drinking or fishery; empty for other media"),
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
    _loaded_table(
        "station",
        "Where samples are taken",
        [
            _required("station_id", sa.String(64), "Permanent key of the station"),
            _required("district_code", sa.String(8), "District it stands in"),
            _optional("site_id", sa.String(64), "Site that it watches"),
            _required("medium", sa.String(24), "water, air or soil"),
            _optional("water_use", sa.String(24), "drinking or fishery; empty for other media"),
            _required("position", sa.String(16), "upstream, at, downstream, background or settlement"),
            *_in_languages(_required, "name", sa.String(200), "Name of the station in {}"),
        ],
        key=["station_id"],
        refers={"district_code": "admin_unit.unit_code", "site_id": "site.site_id"},
    )
    _loaded_table(
        "observation",
        "Single measurements",
        [
            _required("obs_id", sa.Integer(), "Row number"),
            _required("station_id", sa.String(64), "Station"),
            _required("indicator_code", sa.String(32), "Indicator"),
            _required("sampled_on", sa.Date(), "Day of sampling, Asia/Bishkek"),
            _required("averaging", sa.String(16), "single, day or year"),
            _optional(
                "value_num", sa.Float(), "Value in the indicator's unit; for < and > the bound, empty if not stated"
            ),
            _required("qualifier", sa.String(1), "empty, < below detection, > above range, ~ about"),
            _required("value_reported", sa.String(40), "Value as written in the file"),
            _required("unit_reported", sa.String(24), "Unit as written in the file"),
            _required("collected_by", sa.String(16), "company, state, community or laboratory"),
            _required("qa_flag", sa.String(16), "ok, suspect, rejected, duplicate or blank"),
        ],
        key=["obs_id"],
        refers={"indicator_code": "indicator.indicator_code", "station_id": "station.station_id"},
        indexes=[["station_id"]],
    )


def _create_people() -> None:
    _loaded_table(
        "statistic",
        "Annual statistics per district, or per oblast where only that is known",
        [
            _required("indicator_code", sa.String(32), "Indicator"),
            _required("district_code", sa.String(8), "District, or oblast"),
            _required("year", sa.Integer(), "Calendar year"),
            _optional("value", sa.Float(), "Value in the indicator's unit; empty: withheld by its publisher"),
        ],
        key=["indicator_code", "district_code", "year"],
        refers={"indicator_code": "indicator.indicator_code", "district_code": "admin_unit.unit_code"},
    )
    _loaded_table(
        "case_statistic",
        "Annual counts of people per district, from which rates are published",
        [
            _required("indicator_code", sa.String(32), "Indicator"),
            _required("district_code", sa.String(8), "District"),
            _required("year", sa.Integer(), "Calendar year"),
            _required("cases", sa.Integer(), "People counted in the year; never published"),
            _required("residents", sa.Integer(), "Residents among whom they were counted, persons"),
        ],
        key=["indicator_code", "district_code", "year"],
        refers={"district_code": "admin_unit.unit_code", "indicator_code": "indicator.indicator_code"},
    )
    _loaded_table(
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
        ],
        key=["target_id"],
        refers={
            "district_code": "admin_unit.unit_code",
            "site_id": "site.site_id",
            "indicator_code": "indicator.indicator_code",
        },
    )


def _create_incidents() -> None:
    _table(
        "issue",
        "Issues shared by incidents and grievances; a list of the project, not of a source",
        [
            _required("issue_code", sa.String(32), "What an incident or a grievance is about"),
        ],
        key=["issue_code"],
    )
    _loaded_table(
        "incident",
        "Documented incidents",
        [
            _required("incident_id", sa.String(32), "Permanent key of the incident"),
            _optional(
                "episode_id", sa.String(32), "Same for all incidents of one wave or event; empty: it stands alone"
            ),
            _required("starts_on", sa.Date(), "First day, or first day of the period if not known to the day"),
            _required("date_precision", sa.String(8), "day, week, month or year"),
            _optional("oblast_code", sa.String(8), "Oblast where it took place"),
            _optional("district_code", sa.String(8), "District; empty: known only for the oblast"),
            _required("geo_precision", sa.Integer(), "1 place, 2 near, 3 district, 4 oblast"),
            _optional("site_id", sa.String(64), "Site that it was about"),
            _optional("company", sa.String(200), "Company concerned, as reported"),
            _required("category", sa.String(32), "protest, road_blockade, …"),
            _optional("event_type", sa.String(48), "ACLED event type"),
            _optional("sub_event_type", sa.String(48), "ACLED sub-event type"),
            _required("severity", sa.Integer(), "1 petition … 5 mass violence, deaths or large damage"),
            _optional("participants_min", sa.Integer(), "Participants, lowest figure reported"),
            _optional("participants_max", sa.Integer(), "Participants, highest figure reported"),
            _optional("injured_min", sa.Integer(), "Injured, lowest figure reported"),
            _optional("injured_max", sa.Integer(), "Injured, highest figure reported"),
            _optional("fatalities_min", sa.Integer(), "Deaths, lowest figure reported"),
            _optional("fatalities_max", sa.Integer(), "Deaths, highest figure reported"),
            _optional("arrests", sa.Integer(), "Persons arrested, as reported"),
            _optional("description", sa.Text(), "What happened, from public reports; names no private person"),
            _optional("response", sa.Text(), "Documented response, from public reports; names no private person"),
            _required("outcome_code", sa.String(32), "Documented outcome"),
            _required("confidence", sa.String(8), "high, medium or low: trust in the coding"),
            _required("visibility", sa.String(12), "public, or restricted: held back until two persons release it"),
        ],
        key=["incident_id"],
        refers={
            "oblast_code": "admin_unit.unit_code",
            "district_code": "admin_unit.unit_code",
            "site_id": "site.site_id",
        },
    )
    _loaded_table(
        "incident_issue",
        "Issues of each incident",
        [
            _required("incident_id", sa.String(32), "Incident"),
            _required("issue_code", sa.String(32), "What it was about"),
        ],
        key=["incident_id", "issue_code"],
        refers={"issue_code": "issue.issue_code", "incident_id": "incident.incident_id"},
    )
    _loaded_table(
        "incident_actor",
        "Who the report of each incident names, by role; never a person or a group",
        [
            _required("incident_id", sa.String(32), "Incident"),
            _required("role", sa.String(32), "Role that its report names; unknown: it names none"),
        ],
        key=["incident_id", "role"],
        refers={"incident_id": "incident.incident_id"},
    )
    _loaded_table(
        "incident_source",
        "Reports that document each incident",
        [
            _required("incident_id", sa.String(32), "Incident"),
            _required("seq", sa.Integer(), "Order of the reports, from 1"),
            _required("title", sa.String(300), "Report or medium, as named by the compiler"),
            _optional("url", sa.String(500), "Address of the report"),
        ],
        key=["incident_id", "seq"],
        refers={"incident_id": "incident.incident_id"},
    )
    _table(
        "incident_decision",
        "Incidents held back, proposed, released by a second person, and taken down",
        [
            _required("decision_id", sa.Integer(), "Number of the decision, rising"),
            _required("incident_id", sa.String(32), "Key of the incident it is about"),
            _required("decision", sa.String(12), "held, proposed, released or taken_down"),
            _optional("reason", sa.String(16), "Code of the reason for a takedown"),
            _required("decided_at", MOMENT, "When it was decided (UTC)"),
            _optional("decided_by", sa.String(40), "Role or initials; empty: a file marked the incident as restricted"),
            _optional(
                "was_public", sa.Boolean(), "Of a takedown: whether the incident was ever public; only then it is told"
            ),
            _required("account", sa.String(100), "System account that ran the loader"),
            _optional("content_hash", sa.String(64), "Hash of what was proposed or released; a takedown empties it"),
        ],
        key=["decision_id"],
        indexes=[["incident_id"]],
    )


def _create_annotations() -> None:
    _loaded_table(
        "annotation",
        "Projects, elections, laws, changes of operator and events on time axes",
        [
            _required("annotation_id", sa.String(64), "Permanent key of the annotation"),
            _required("kind", sa.String(16), "project, election, law, operator or event"),
            _required("starts_on", sa.Date(), "First day; of a month or a year its first day"),
            _optional("ends_on", sa.Date(), "Last day; empty: the one day, month or year"),
            _required("date_precision", sa.String(8), "day, month or year: how exactly the dates are known"),
            *_in_languages(_required, "name", sa.String(200), "Name of the annotation in {}"),
            _optional("district_code", sa.String(8), "District it is about; empty: the country"),
            _optional("site_id", sa.String(64), "Site it is about"),
            _required("subjects", sa.String(80), "Topics beside which it is shown, comma separated"),
            _required("reference", sa.String(200), "Document or report that states it"),
            _optional("url", sa.String(300), "Web address of the document"),
        ],
        key=["annotation_id"],
        refers={"district_code": "admin_unit.unit_code", "site_id": "site.site_id"},
    )
    _loaded_table(
        "reply",
        "Replies to figures, sites, incidents and districts, in the words of those who gave them",
        [
            _required("reply_id", sa.String(64), "Permanent key of the reply"),
            _required("replied_on", sa.Date(), "Day of the reply"),
            _required("by_kind", sa.String(16), "Who replies: company, state, community or other"),
            _optional("organisation_code", sa.String(64), "The same in the list of them"),
            *_in_languages(_optional, "by", sa.String(200), "Who replies, where not listed, in {}"),
            _required("subject_kind", sa.String(16), "What it is about: figure, site, incident or district"),
            _optional("topic", sa.String(16), "Of a figure: revenue, monitoring, incidents or grievances"),
            _optional("stage", sa.String(16), "Of revenue figures; empty: all stages"),
            _optional("stream_code", sa.String(32), "Of revenue figures; empty: all streams"),
            _optional("payer_code", sa.String(64), "Of revenue figures; empty: all payers"),
            _optional("indicator_code", sa.String(32), "Of monitoring; empty: all indicators"),
            _optional("issue_code", sa.String(32), "Of incidents and grievances; empty: all issues"),
            _optional("district_code", sa.String(8), "District; of a figure empty: any"),
            _optional("site_id", sa.String(64), "Site"),
            _optional("incident_id", sa.String(32), "Incident"),
            _optional("first_year", sa.Integer(), "First year of the figures; empty: all years"),
            _optional("last_year", sa.Integer(), "Last year of the figures; empty: all years"),
            *_in_languages(_required, "text", sa.String(600), "The reply in {}"),
            _optional("original_language", sa.String(2), "ky, ru or en; the others are translations. Empty: none is"),
            _required("reference", sa.String(200), "Document in which it was given"),
            _optional("url", sa.String(300), "Web address of the document"),
        ],
        key=["reply_id"],
        refers={
            "stream_code": "revenue_stream.stream_code",
            "site_id": "site.site_id",
            "issue_code": "issue.issue_code",
            "indicator_code": "indicator.indicator_code",
            "payer_code": "organisation.organisation_code",
            "district_code": "admin_unit.unit_code",
            "organisation_code": "organisation.organisation_code",
        },
        indexes=[["incident_id"]],
    )


def _create_grievances() -> None:
    _loaded_table(
        "grievance",
        "Grievances, one row each",
        [
            _required("grievance_key", sa.String(32), "Random; made anew at each load"),
            _required("received_on", sa.Date(), "Day of receipt; published by quarter and year only"),
            _required("district_code", sa.String(8), "District"),
            _required("issue_code", sa.String(32), "What it is about"),
            _required("channel", sa.String(16), "written, oral, online, hotline or meeting"),
            _required("responsible_body", sa.String(16), "company, aiyl_okmotu, district or republic"),
            _required("is_sensitive", sa.Boolean(), "Violence, reprisal or sexual harm: in no breakdown"),
            _required("current_status", sa.String(24), "Last status of the history"),
            _required("current_status_on", sa.Date(), "Day of the last status"),
            _optional(
                "acknowledge_due_on", sa.Date(), "Last day to acknowledge it; derived; empty: no rule, or not known"
            ),
            _optional("resolve_due_on", sa.Date(), "Last day to resolve it; derived; empty: no rule, or not known"),
        ],
        key=["grievance_key"],
        refers={"issue_code": "issue.issue_code", "district_code": "admin_unit.unit_code"},
    )
    _loaded_table(
        "grievance_status_history",
        "Steps of each grievance",
        [
            _required("grievance_key", sa.String(32), "Grievance"),
            _required("seq", sa.Integer(), "Order of the steps, from 1; dates do not decrease"),
            _required("status", sa.String(24), "received, acknowledged, … closed"),
            _required("status_on", sa.Date(), "Day on which the status was reached"),
        ],
        key=["grievance_key", "seq"],
        refers={"grievance_key": "grievance.grievance_key"},
    )
    _loaded_table(
        "sla_rule",
        "Dated terms in which grievances must be answered",
        [
            _required("sla_rule_id", sa.Integer(), "Row number"),
            _required("body_type", sa.String(16), "Responsible body, as in grievance"),
            _optional("severity", sa.String(16), "ordinary or sensitive; empty: all grievances"),
            _optional("ack_days", sa.Integer(), "Days to acknowledge, from the day after receipt; empty: no term"),
            _optional("resolve_days", sa.Integer(), "Days to resolve, from the day after receipt; empty: no term"),
            _required("day_type", sa.String(16), "working or calendar"),
            _required("valid_from", sa.Date(), "First day of receipt for which the rule holds"),
            _optional("valid_to", sa.Date(), "Last day of receipt for which the rule holds; empty: still in force"),
            _required("legal_ref", sa.String(200), "Law, contract or procedure"),
            _required("is_example", sa.Boolean(), "True until checked against the text of the law"),
        ],
        key=["sla_rule_id"],
    )
    _loaded_table(
        "holiday",
        "Days that are no working days although they may fall on Monday to Friday",
        [
            _required("day", sa.Date(), "Day off, also when it falls on a weekend"),
            *_in_languages(_required, "name", sa.String(200), "Name of the holiday in {}"),
        ],
        key=["day"],
    )
    _table(
        "posted_event",
        "Events of grievances that are counted in a closed quarter; no single grievance is named",
        [
            _required("quarter", sa.Date(), "First day of the quarter in which they were published"),
            _required("event", sa.String(24), "received, closed, or another that is published"),
            _required("district_code", sa.String(16), "District of the grievances"),
            _required("issue_code", sa.String(32), "Issue of the grievances"),
            _required("channel", sa.String(16), "Channel of the grievances"),
            _required("responsible_body", sa.String(16), "Responsible body of the grievances"),
            _required("attempt", sa.Integer(), "Publication that they were first counted in"),
            _required("event_count", sa.Integer(), "How many such events"),
        ],
        key=["quarter", "event", "district_code", "issue_code", "channel", "responsible_body"],
    )
    _table(
        "decided_count",
        "What the versions so far have shown and withheld, so that no two of them can be solved together",
        [
            _required("kept_in", sa.String(8), "area, part, outcome or quarter: the table of the counts"),
            _required("kind", sa.String(8), "country, oblast, district, issue, channel, body or stage"),
            _required("code", sa.String(32), "Area, code of the kind, or quarter"),
            _required("year", sa.Integer(), "Year that they are counted in"),
            _required("what", sa.String(16), "Which counts: received, state, flows, open or a question"),
            _required("counts", sa.String(60), "The counts that are decided on together, comma separated"),
            _required("attempt", sa.Integer(), "Publication that it was decided in"),
            _required("is_withheld", sa.Boolean(), "False: at least one version has shown them"),
            _required("small_cell_limit", sa.Integer(), "Limit at which it was decided"),
        ],
        key=["kept_in", "kind", "code", "year", "what", "counts", "attempt"],
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


def _loaded_table(
    name: str,
    comment: str,
    columns: Sequence[sa.Column[Any]],
    *,
    key: Sequence[str],
    refers: Mapping[str, str] | None = None,
    unique: Sequence[Sequence[str]] = (),
    indexes: Sequence[Sequence[str]] = (),
) -> None:
    """Make a table whose rows come from files, and say from which."""
    provenance = [
        _required("source_key", sa.String(64), "Source of the row"),
        _required("run_id", sa.Integer(), "Load that wrote the row"),
        _required("updated_at", MOMENT, "When the row was written (UTC)"),
    ]
    refers = {**(refers or {}), "source_key": "source.source_key", "run_id": "load_run.run_id"}
    indexes = [*indexes, ["source_key"]]
    _table(name, comment, [*columns, *provenance], key=key, refers=refers, unique=unique, indexes=indexes)


def _foreign_key(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
    """Checked when the transaction ends: a load deletes and writes codes that others refer to."""
    return sa.ForeignKeyConstraint(
        [column], [target], name=f"fk_{table}_{column}", deferrable=True, initially="DEFERRED"
    )


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
