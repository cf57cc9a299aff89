"""Incidents, what they were about, who is named by role, and who reported them."""

from sqlalchemy import Boolean, Integer, String, Text

from data_access.vocabulary.fields.common import DATE_PRECISION, ISSUE, SITE, SOURCE, STARTS_ON
from data_access.vocabulary.fields.entity import NOT_TOLD, Entity
from data_access.vocabulary.fields.field import (
    NO_UNIT,
    NUMBER,
    PERSONS,
    PRIVATE,
    PUBLIC,
    Bounds,
    Codes,
    Field,
    Form,
    Reference,
)
from data_access.vocabulary.fields.places import DISTRICT, OBLAST

TO_INCIDENT = Reference("incident", "incident.incident_id", "incident.incident_id")
PRECISIONS = Codes("date precision", ("day", "week", "month", "year"))
CONFIDENCES = Codes("confidence", ("high", "medium", "low"))
OUTCOMES = Codes(
    "outcome",
    (
        *("agreement_kept", "agreement", "dialogue", "commission", "compensation_partial", "work_suspended"),
        *("work_resumed_without_change", "licence_revoked", "project_cancelled", "criminal_case", "arrests_only"),
        *("none", "not_applicable", "unknown"),
    ),
)
CATEGORIES = Codes(
    "category",
    (
        *("protest", "road_blockade", "political_rally", "attack_on_site", "attack_on_office"),
        *("attack_on_civilians", "site_seizure", "hostage_taking", "intimidation", "clash_with_police"),
        *("clash_with_workers", "riot", "armed_clash", "property_damage", "agreement", "arrests"),
        *("strategic_development", "environmental_accident", "industrial_accident", "regulatory_suspension"),
        *("complaint", "dialogue", "other"),
    ),
)
# Of how many people a report gives a lowest and a highest figure.
COUNT_LABELS = {"participants": "Participants", "injured": "Injured", "fatalities": "Deaths"}
AFFECTED_TAGS = {"injured": "#affected+injured+num", "fatalities": "#affected+killed+num"}

INCIDENT = Field("incident_id", String(32), "Incident", tag="#event+id", holds=TO_INCIDENT)
CATEGORY = Field(
    "category", String(32), "protest, road_blockade, …", tag="#event+type", families=("category",), holds=CATEGORIES
)
SEVERITY = Field(
    "severity",
    Integer,
    "1 petition … 5 mass violence, deaths or large damage",
    unit=NO_UNIT,
    tag="#severity",
    families=("severity",),
    holds=Bounds(1, 5),
)
PLACE = OBLAST.optional("Oblast where it took place")
OUTCOME = Field("outcome_code", String(32), "Documented outcome", families=("outcome_code",), holds=OUTCOMES)
OUTCOME_GROUP = Field(
    "outcome_group",
    String(16),
    "positive, partial, none, unknown or not_applicable",
    families=("outcome",),
    store=PUBLIC,
    is_compared=False,
)
TITLE = Field("title", String(300), "Report or medium, as named by the compiler")
REPORT_URL = Field("url", String(500), "Address of the report", nullable=True)


def _people(what: str, meaning: str) -> tuple[Field, ...]:
    return tuple(
        Field(
            f"{what}_{end}",
            Integer,
            f"{meaning}, {word} figure reported",
            unit=PERSONS,
            tag=f"{AFFECTED_TAGS[what]}+{end}" if what in AFFECTED_TAGS else "",
            holds=Bounds(0),
            nullable=True,
        )
        for end, word in (("min", "lowest"), ("max", "highest"))
    )


ISSUES = Entity(
    "issue",
    "Issues shared by incidents and grievances; a list of the project, not of a source",
    (ISSUE.key(says="What an incident or a grievance is about", holds=None),),
    PRIVATE,
)
INCIDENTS = Entity(
    "incident",
    "Released incidents; no private person is named",
    (
        INCIDENT.key(says="Permanent key of the incident", holds=Form("[A-Za-z0-9-]{1,32}")),
        Field(
            "episode_id",
            String(32),
            "Same for all incidents of one wave or event; empty: it stands alone",
            holds=Form("[A-Za-z0-9_.-]{1,32}"),
            nullable=True,
        ),
        STARTS_ON.but(says="First day; the first day of the period where date_precision is coarser"),
        DATE_PRECISION.but(says="day, week, month or year", holds=PRECISIONS),
        # Released contents are known by a hash of the private columns, in their order.
        PLACE.but(store=PRIVATE),
        DISTRICT.optional("District where it took place; empty: known only for the oblast"),
        PLACE.but(store=PUBLIC),
        Field("geo_precision", Integer, "1 place, 2 near, 3 district, 4 oblast", holds=Bounds(1, 4), store=PRIVATE),
        SITE.optional("Site that it was about"),
        Field("company", String(200), "Company concerned, as reported", nullable=True, store=PRIVATE),
        CATEGORY,
        Field(
            "is_conflict",
            Boolean,
            "False for accidents and regulatory stops, which are not counted as conflicts",
            store=PUBLIC,
            is_compared=False,
        ),
        Field("event_type", String(48), "ACLED event type", nullable=True),
        Field("sub_event_type", String(48), "ACLED sub-event type", nullable=True),
        SEVERITY,
        *(field for what, meaning in COUNT_LABELS.items() for field in _people(what, meaning)),
        Field("arrests", Integer, "Persons arrested, as reported", holds=Bounds(0), nullable=True, store=PRIVATE),
        Field(
            "description",
            Text,
            "What happened, from public reports; names no private person",
            longest=2000,
            nullable=True,
            store=PRIVATE,
        ),
        Field(
            "response",
            Text,
            "Documented response, from public reports; names no private person",
            longest=2000,
            nullable=True,
            store=PRIVATE,
        ),
        OUTCOME,
        OUTCOME_GROUP,
        TITLE.but(name="report_title", says="Report or reports that document it", store=PUBLIC),
        REPORT_URL.but(name="report_url", says="Address of a report", store=PUBLIC),
        Field("source_count", Integer, "Number of reports that document it", unit=NUMBER, nullable=True, store=PUBLIC),
        Field(
            "confidence", String(8), "Trust in the coding: high, medium or low", holds=CONFIDENCES, nullable=True
        ).in_private(nullable=False),
        Field("visibility", String(12), "public, or restricted: held back until two persons release it", store=PRIVATE),
        SOURCE,
    ),
    file="incidents",
    main="starts_on",
    indexes=(("starts_on", "district_code"),),
    private_says="Documented incidents",
)
INCIDENT_ISSUES = Entity(
    "incident_issue",
    "Issues of each incident",
    (INCIDENT.key(), ISSUE.key(says="What it was about")),
    file="incident_issues",
    changes=NOT_TOLD,
)
INCIDENT_ACTORS = Entity(
    "incident_actor",
    "Who the report of each incident names, by role; never a person or a group",
    (INCIDENT.key(), Field("role", String(32), "Role that its report names; unknown: it names none", is_key=True)),
)
INCIDENT_SOURCES = Entity(
    "incident_source",
    "Reports that document each incident",
    (INCIDENT.key(), Field("seq", Integer, "Order of the reports, from 1", is_key=True), TITLE, REPORT_URL),
    PRIVATE,
)
