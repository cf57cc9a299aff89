"""What both meanings of PEM have: monitoring by groups of residents, and criteria that are scored round by round.

As participatory monitoring: areas, teams, and readings of a group beside those of a laboratory from the same sample.
As evaluation: criteria of an area, each scored from 0 to 4 at the beginning, in the middle and at the end.
"""

from sqlalchemy import Date, Float, Integer, String

from data_access.vocabulary.fields.common import KEY, SITE, SOURCE, in_languages, names
from data_access.vocabulary.fields.entity import NOT_TOLD, Entity
from data_access.vocabulary.fields.field import NUMBER, PERSONS, Bounds, Field, Reference, codes_in_messages
from data_access.vocabulary.fields.monitoring import INDICATOR, STATION
from data_access.vocabulary.fields.places import DISTRICT
from data_access.vocabulary.fields.projects import EVIDENCE, EVIDENCE_ADDRESS
from data_access.vocabulary.states import WITHHELD

ROLES = ("sampler", "observer", "local_authority", "company", "specialist")
ROUNDS = ("baseline", "mid", "end")
CRITERIA = ("information", "participation", "water", "air", "soil", "response", "rehabilitation", "skills")
LOWEST_SCORE, HIGHEST_SCORE = 0, 4
IN_PAIR_UNIT = "see column unit"
TO_AREA = Reference("area of monitoring", "pem_area.pem_area_id", "pem_area.pem_area_id")
PEM_AREA = Field("pem_area_id", String(64), "Area of participatory monitoring", holds=TO_AREA)

AREAS = Entity(
    "pem_area",
    "Areas in which groups of residents monitor: since when, by which protocol, how results are told back",
    (
        PEM_AREA.key(says="Permanent key of the area", holds=KEY),
        *names("area"),
        DISTRICT,
        SITE.optional("Site that is watched; empty: none in particular"),
        Field("monitored_since", Date, "First day of monitoring; empty: not told", nullable=True),
        Field(
            "protocol", String(100), "Protocol and its version, as the group calls it; empty: not told", nullable=True
        ),
        *(one.optional() for one in in_languages("told_back", "How results are told back to residents", 300)),
        EVIDENCE,
        EVIDENCE_ADDRESS,
        SOURCE,
    ),
    file="pem_areas",
    is_published_as_loaded=True,
    changes=NOT_TOLD,
)
TEAMS = Entity(
    "pem_team",
    "Members of the groups by role, in full tens; small numbers are withheld, and no sum is published",
    (
        PEM_AREA.key(),
        Field(
            "team_role",
            String(16),
            "sampler, observer, local_authority, company or specialist",
            families=("team_role",),
            holds=codes_in_messages("role", ROLES),
            is_key=True,
        ),
        Field(
            "member_count",
            Integer,
            "Members in full tens, at least so many; empty: fewer than ten",
            unit=PERSONS,
            holds=Bounds(0, 10_000),
            nullable=True,
            empty=WITHHELD,
        ).in_private(says="Members", nullable=False),
        SOURCE,
    ),
    file="pem_teams",
    changes=NOT_TOLD,
)
LABORATORY_CHECKS = Entity(
    "laboratory_check",
    "Pairs of a reading by residents and a laboratory's value of the same sample",
    (
        STATION.key(),
        INDICATOR.key(),
        Field("sampled_on", Date, "Day of the sample", tag="#date", is_key=True),
        Field("laboratory_sampled_on", Date, "Day of the laboratory's sample: the same one", is_compared=False),
        Field("community_value", Float, "Value that residents read", unit=IN_PAIR_UNIT),
        Field("laboratory_value", Float, "Value of the laboratory", unit=IN_PAIR_UNIT),
        Field("unit", String(24), "Unit of both values, that of the indicator", is_compared=False),
        Field("laboratory_unit", String(24), "Unit of the laboratory: the same one", is_compared=False),
        Field(
            "tolerance_percent",
            Float,
            "Greatest difference that the protocol allows",
            unit="percent",
            holds=Bounds(0, 200),
        ),
        Field("laboratory", String(200), "Laboratory, as it calls itself", is_compared=False),
        SOURCE,
    ),
    file="laboratory_checks",
    is_published_as_loaded=True,
    main="laboratory_value",
)
SCORES = Entity(
    "pem_score",
    "Criteria of an area, each scored from 0 to 4 in rounds",
    (
        PEM_AREA.key(),
        Field(
            "criterion",
            String(16),
            "information, participation, water, air, soil, response, rehabilitation or skills",
            families=("criterion",),
            holds=codes_in_messages("criterion", CRITERIA),
            is_key=True,
        ),
        Field(
            "round",
            String(8),
            "baseline, mid or end",
            families=("round",),
            holds=codes_in_messages("round", ROUNDS),
            is_key=True,
        ),
        Field("assessed_on", Date, "Day of the assessment", is_compared=False),
        Field(
            "score",
            Integer,
            "From 0 (nothing of it) to 4 (all of it)",
            unit=NUMBER,
            holds=Bounds(LOWEST_SCORE, HIGHEST_SCORE),
        ),
        Field("weight", Float, "How much it counts among the criteria of its area", unit=NUMBER, holds=Bounds(0, 100)),
        EVIDENCE,
        EVIDENCE_ADDRESS,
        SOURCE,
    ),
    file="pem_scores",
    is_published_as_loaded=True,
    main="score",
)
