"""What meetings are followed up by: plans of two months, small grants, recommendations to the legislator."""

from sqlalchemy import Date, Float, Integer, String

from data_access.vocabulary.fields.common import KEY, SITE, SOURCE, in_languages
from data_access.vocabulary.fields.dialogue import DIALOGUE
from data_access.vocabulary.fields.entity import NOT_TOLD, Entity
from data_access.vocabulary.fields.field import NUMBER, Bounds, Field, Reference, codes_in_messages
from data_access.vocabulary.fields.places import DISTRICT, OBLAST
from data_access.vocabulary.fields.statements import CURRENCIES, PUBLISHED_IN, REPORT_ADDRESS

GRANT_STATES = ("agreed", "running", "finished", "returned")
RECOMMENDATION_STATES = ("drafted", "discussed", "accepted", "enacted", "rejected")
# The currencies of amounts stand beside them.
IN_GRANT_CURRENCY = "see column grant_currency"

PLACE = (
    DISTRICT.optional("District that it is about; empty: none, or known only for the oblast"),
    OBLAST.optional("Oblast that it is about, where no district is told"),
    SITE.optional("Site that it is about"),
)
DOCUMENT = (PUBLISHED_IN, REPORT_ADDRESS.optional("Web address where it stands; empty: on paper"), SOURCE)
PLAN = Field("plan_id", String(64), "Plan", holds=Reference("plan", "plan.plan_id", "plan.plan_id"))

PLANS = Entity(
    "plan",
    "Plans that a community or a group has made, of two months as a rule; their steps are commitments",
    (
        PLAN.key(says="Permanent key of the plan", holds=KEY),
        Field("plan_from", Date, "First day"),
        Field("plan_until", Date, "Last day"),
        *in_languages("plan", "What is to be reached by its end, in a sentence of the compiler", 300),
        *(one.optional() for one in in_languages("long_aim", "What is to be reached in the long run", 300)),
        DIALOGUE.optional("Meeting of the list in which it was made; empty: another one, or none"),
        *PLACE,
        *DOCUMENT,
    ),
    file="plans",
    is_published_as_loaded=True,
    changes=NOT_TOLD,
)
GRANTS = Entity(
    "small_grant",
    "Small grants for local consultations and works; who got one is told by kind of body",
    (
        Field("grant_id", String(64), "Permanent key of the grant", holds=KEY, is_key=True),
        Field("granted_on", Date, "Day on which it was agreed"),
        Field("grant_amount", Float, "Amount", unit=IN_GRANT_CURRENCY, holds=Bounds(0)),
        Field(
            "grant_currency",
            String(3),
            "KGS, USD or EUR",
            families=("statement_unit",),
            holds=codes_in_messages("currency", CURRENCIES),
        ),
        *in_languages("purpose", "What it is for, in a sentence of the compiler", 300),
        Field(
            "consultations_count", Integer, "Consultations held with it", unit=NUMBER, holds=Bounds(0), nullable=True
        ),
        Field(
            "grant_stage",
            String(16),
            "agreed, running, finished or returned",
            families=("grant_stage",),
            holds=codes_in_messages("state", GRANT_STATES),
        ),
        *PLACE,
        *DOCUMENT,
    ),
    file="grants",
    is_published_as_loaded=True,
    changes=NOT_TOLD,
)
RECOMMENDATIONS = Entity(
    "recommendation",
    "Recommendations to the legislator or a ministry, and how far each has come",
    (
        Field("recommendation_id", String(64), "Permanent key of the recommendation", holds=KEY, is_key=True),
        *in_languages("recommendation", "What is recommended, in a sentence of the compiler", 400),
        *in_languages("addressed_to", "Body that it is addressed to; never a person", 200),
        Field(
            "recommendation_stage",
            String(16),
            "drafted, discussed, accepted, enacted or rejected",
            families=("recommendation_stage",),
            holds=codes_in_messages("state", RECOMMENDATION_STATES),
        ),
        Field("reached_on", Date, "Day on which it came so far"),
        *PLACE,
        *DOCUMENT,
    ),
    file="recommendations",
    is_published_as_loaded=True,
    changes=NOT_TOLD,
)
