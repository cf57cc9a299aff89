"""Grievances without anything that names or finds a person, the terms of their answers, and the counts of them."""

from sqlalchemy import Boolean, Date, Integer, String

from data_access.vocabulary.fields.common import IS_EXAMPLE as EXAMPLE
from data_access.vocabulary.fields.common import (
    ISSUE,
    LEGAL_REF,
    SOURCE,
    VALID_FROM,
    VALID_TO,
    YEAR_OF,
    names,
    row_number,
)
from data_access.vocabulary.fields.entity import AS_A_WHOLE, Entity
from data_access.vocabulary.fields.field import (
    BY_ROW,
    DAYS,
    NUMBER,
    PRIVATE,
    PUBLIC,
    YEAR,
    Bounds,
    Codes,
    Field,
    Reference,
)
from data_access.vocabulary.fields.places import AREA, DISTRICT
from data_access.vocabulary.soate import COUNTRY_CODE
from data_access.vocabulary.states import OF_WIDER_AREAS, WITHHELD

CHANNELS = Codes("channel", ("written", "oral", "online", "hotline", "meeting"))
BODIES = Codes("responsible body", ("company", "aiyl_okmotu", "district", "republic"))
STATUSES = Codes(
    "status",
    (
        *("received", "acknowledged", "screened", "out_of_scope", "assessing", "in_resolution", "resolution_offered"),
        *("resolved", "closed", "appealed", "reopened", "withdrawn", "rejected"),
    ),
)
# What a rule may be limited to.
SEVERITIES = {False: "ordinary", True: "sensitive"}
DAY_TYPES = Codes("kind of days", ("working", "calendar"))
A_TERM = Bounds(1, 1000)

CHANNEL = Field("channel", String(16), "written, oral, online, hotline or meeting", holds=CHANNELS)
RESPONSIBLE_BODY = Field("responsible_body", String(16), "company, aiyl_okmotu, district or republic", holds=BODIES)
STATUS = Field("status", String(24), "received, acknowledged, … closed", holds=STATUSES)
STATUS_ON = Field("status_on", Date, "Day on which the status was reached")
DUE_ON = Field("due_on", Date, "Last day", nullable=True)
TERM = Field("days", Integer, "Days", holds=A_TERM, nullable=True)
KIND = Field("kind", String(8), "What code is", is_key=True)
CODE = Field("code", String(32), f"{COUNTRY_CODE} for the country", tag="#meta+code", families=BY_ROW, is_key=True)
FULL_YEAR = YEAR_OF.key(says="Full year in which the grievances were counted")
IS_WITHHELD = Field("is_withheld", Boolean, "True: the count is hidden to protect people", is_compared=False)
COUNT = Field("grievance_count", Integer, "Grievances; empty when withheld", unit=NUMBER, empty=WITHHELD, nullable=True)
OF_QUARTER = "in the quarter; empty when withheld"

GRIEVANCES = Entity(
    "grievance",
    "Grievances, one row each",
    (
        Field("grievance_key", String(32), "Random; made anew at each load", is_key=True),
        Field("received_on", Date, "Day of receipt; published by quarter and year only"),
        DISTRICT.but(says="District"),
        ISSUE,
        CHANNEL,
        RESPONSIBLE_BODY,
        Field("is_sensitive", Boolean, "Violence, reprisal or sexual harm: in no breakdown"),
        STATUS.but(name="current_status", says="Last status of the history"),
        STATUS_ON.but(name="current_status_on", says="Day of the last status"),
        DUE_ON.but(name="acknowledge_due_on", says="Last day to acknowledge it; derived; empty: no rule, or not known"),
        DUE_ON.but(name="resolve_due_on", says="Last day to resolve it; derived; empty: no rule, or not known"),
    ),
    PRIVATE,
)
STATUS_HISTORY = Entity(
    "grievance_status_history",
    "Steps of each grievance",
    (
        Field(
            "grievance_key",
            String(32),
            "Grievance",
            holds=Reference("grievance", "grievance.grievance_key"),
            is_key=True,
        ),
        Field("seq", Integer, "Order of the steps, from 1; dates do not decrease", is_key=True),
        STATUS,
        STATUS_ON,
    ),
    PRIVATE,
)
SLA_RULES = Entity(
    "sla_rule",
    "Dated terms in which grievances must be answered",
    (
        row_number("sla_rule_id"),
        RESPONSIBLE_BODY.but(name="body_type", says="Responsible body, as in grievance"),
        Field(
            "severity",
            String(16),
            "ordinary or sensitive; empty: all grievances",
            holds=Codes("severity", tuple(SEVERITIES.values())),
            nullable=True,
        ),
        TERM.but(name="ack_days", says="Days to acknowledge, from the day after receipt; empty: no term"),
        TERM.but(name="resolve_days", says="Days to resolve, from the day after receipt; empty: no term"),
        Field("day_type", String(16), "working or calendar", holds=DAY_TYPES),
        VALID_FROM.but(says="First day of receipt for which the rule holds"),
        VALID_TO.but(says="Last day of receipt for which the rule holds; empty: still in force"),
        LEGAL_REF.but(says="Law, contract or procedure"),
        EXAMPLE.but(says="True until checked against the text of the law"),
    ),
    PRIVATE,
    found_by=("body_type", "severity", "valid_from"),
)
HOLIDAYS = Entity(
    "holiday",
    "Days that are no working days although they may fall on Monday to Friday",
    (Field("day", Date, "Day off, also when it falls on a weekend", is_key=True), *names("holiday")),
    PRIVATE,
)
GRIEVANCE_YEARS = Entity(
    "grievance_year",
    "Grievances by full year and area, suppressed; a year that is published is not counted again",
    (
        FULL_YEAR,
        AREA.key(),
        Field("area_level", String(8), "district, oblast or country", is_compared=False),
        IS_WITHHELD.but(says="True: all counts are hidden to protect people"),
        COUNT.but(name="received_count", says="Grievances received in the year; empty when withheld"),
        COUNT.but(
            name="open_count",
            says="Grievances of all years open at the end of the year; empty for districts, or when withheld",
            empty=OF_WIDER_AREAS,
        ),
        COUNT.but(
            name="closed_count",
            says="Grievances closed in the year; empty whenever open_count is",
            empty=OF_WIDER_AREAS,
        ),
        SOURCE,
    ),
    PUBLIC,
    file="grievances",
    changes=AS_A_WHOLE,
)
GRIEVANCE_PARTS = Entity(
    "grievance_part_year",
    "Grievances of the whole country by full year, divided in one way at a time, suppressed",
    (
        KIND.but(
            says="What code is: issue, channel, body (responsible), stage; days_90, days_180, days_365: days to resolve"
        ),
        CODE.but(
            says="Of a stage: one that grievances have come to, or passed; of days: resolved within so many, or later"
        ),
        FULL_YEAR,
        IS_WITHHELD,
        COUNT.but(
            says="Grievances of the whole country received in the year, or come to the stage in it; empty when withheld"
        ),
        SOURCE,
    ),
    PUBLIC,
    file="grievance_parts",
    changes=AS_A_WHOLE,
)
GRIEVANCE_OUTCOMES = Entity(
    "grievance_outcome",
    "What became of the grievances of the whole country in each full year, suppressed",
    (
        KIND.but(says="What code is: country, issue, channel or body (responsible)"),
        CODE,
        YEAR_OF.key(says="Full year in which it happened first, or at whose end it stood"),
        Field(
            "question",
            String(16),
            "acknowledged, resolved (within the deadline), reopened, appealed; age of open ones",
            is_key=True,
        ),
        Field(
            "answer",
            String(16),
            "in_time or missed; of reopened and appealed: happened, and all to which it could; days since receipt",
            is_key=True,
        ),
        IS_WITHHELD,
        COUNT,
        SOURCE,
    ),
    PUBLIC,
    file="grievance_outcomes",
    changes=AS_A_WHOLE,
)
GRIEVANCE_WAITS = Entity(
    "grievance_wait",
    "How long grievances have waited, by full year; in whole days",
    (
        KIND.but(says="country, issue, channel, body, or district (only resolve)"),
        CODE.but(says=f"{COUNTRY_CODE} for the country, SOATE code of a district"),
        YEAR_OF.key(says="Full year in which it was done, or at whose end they were open"),
        Field("wait", String(16), "acknowledge, resolve (resolved ones only), open (open ones, so far)", is_key=True),
        COUNT.but(
            name="median_days", says="Median days from receipt; empty when withheld or of too few grievances", unit=DAYS
        ),
        COUNT.but(
            name="p90_days", says="Days within which nine of ten were done; empty for the same reasons", unit=DAYS
        ),
        SOURCE,
    ),
    PUBLIC,
    file="grievance_times",
    changes=AS_A_WHOLE,
)
GRIEVANCE_QUARTERS = Entity(
    "grievance_quarter",
    "Grievances of the whole country by quarter, suppressed",
    (
        Field("quarter", Date, "First day of the quarter; only full quarters", tag="#date+start", is_key=True),
        IS_WITHHELD.but(says="True: the counts are hidden to protect people"),
        COUNT.but(name="received_count", says=f"Grievances received {OF_QUARTER}"),
        COUNT.but(name="closed_count", says=f"Grievances closed {OF_QUARTER}"),
        COUNT.but(name="open_count", says="Grievances open at the end of the quarter; empty when withheld"),
        SOURCE,
    ),
    PUBLIC,
    file="grievance_quarters",
    changes=AS_A_WHOLE,
)
GRIEVANCE_SENSITIVE = Entity(
    "grievance_sensitive",
    "Grievances about violence, reprisal or sexual harm, whole country; they are in no other count",
    (
        Field("through_year", Integer, "Last full year of receipt", unit=YEAR, is_key=True),
        Field("counted_in", Integer, "Only full multiples of this are counted", unit=NUMBER),
        COUNT.but(
            name="at_least_count", says="Grievances since the first year, rounded down; empty: fewer than one step"
        ),
        SOURCE,
    ),
    PUBLIC,
    file="grievance_sensitive",
    changes=AS_A_WHOLE,
)
