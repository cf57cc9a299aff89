"""What bodies have promised around mines, and what was reported of it since."""

from sqlalchemy import Date, String

from data_access.vocabulary.fields.common import DATE_PRECISION, KEY, SITE, SOURCE, in_languages
from data_access.vocabulary.fields.dialogue import DIALOGUE
from data_access.vocabulary.fields.entity import NOT_TOLD, Entity
from data_access.vocabulary.fields.field import Codes, Field, Reference, codes_in_messages
from data_access.vocabulary.fields.follow_up import PLAN
from data_access.vocabulary.fields.grievances import BODIES as PUBLIC_BODIES
from data_access.vocabulary.fields.places import DISTRICT, OBLAST
from data_access.vocabulary.fields.statements import (
    PRECISIONS,
    PUBLISHED_IN,
    QUOTE,
    QUOTE_LANGUAGE,
    REPORT_ADDRESS,
)

BODIES = (*PUBLIC_BODIES.values, "community", "project")
ORIGINS = ("dialogue", "meeting", "licence", "agreement", "statement", "plan")
STATES = ("begun", "partly", "moved", "kept", "not_kept", "dropped")
REPORTERS = ("company", "state", "community", "other")
# What a reader sees of a commitment on a day. Without any report it is not said to be broken.
STANDINGS = ("overdue", "no_news", "open", "not_kept", "kept", "dropped")

COMMITMENT = Field(
    "commitment_id",
    String(64),
    "Commitment",
    holds=Reference("commitment", "commitment.commitment_id", "commitment.commitment_id"),
)
OWING_BODY = Field(
    "owing_body",
    String(16),
    "Kind of body that owes it: company, aiyl_okmotu, district, republic, community or project",
    families=("body",),
    holds=codes_in_messages("body", BODIES),
)
OWED_BY = in_languages("owed_by", "Body or office that owes it; never a person", 200)
MADE_IN = Field(
    "made_in",
    String(16),
    "Where it was made: dialogue, meeting, licence, agreement, statement or plan",
    families=("made_in",),
    holds=codes_in_messages("origin", ORIGINS),
)
STATE = Field(
    "fulfilment",
    String(16),
    "What was reported: begun, partly, moved (put off), kept, not_kept or dropped (by agreement)",
    families=("fulfilment",),
    holds=Codes(f"state ({', '.join(STATES)})", STATES),
)

COMMITMENTS = Entity(
    "commitment",
    "What bodies have promised, and by when; in no sum",
    (
        COMMITMENT.key(says="Permanent key of the commitment", holds=KEY),
        MADE_IN,
        DIALOGUE.optional("Meeting of the list in which it was made; empty: another one, or none"),
        PLAN.optional("Plan of which it is a step; empty: of none"),
        Field("made_on", Date, "Day on which it was made; empty: not traced", nullable=True),
        DATE_PRECISION.optional("day, month or year: how exactly made_on is known", holds=PRECISIONS),
        Field("due_on", Date, "Day by which it was to be kept; empty: none was named", nullable=True),
        OWING_BODY,
        *OWED_BY,
        *in_languages("commitment", "What is owed, in a sentence of the compiler", 400),
        DISTRICT.optional("District that it is about; empty: none, or known only for the oblast"),
        OBLAST.optional("Oblast that it is about, where no district is told"),
        SITE.optional("Site that it is about"),
        PUBLISHED_IN,
        QUOTE,
        QUOTE_LANGUAGE,
        REPORT_ADDRESS.optional("Web address where it stands; empty: on paper"),
        SOURCE,
    ),
    file="commitments",
    is_published_as_loaded=True,
    changes=NOT_TOLD,
)
STEPS = Entity(
    "commitment_step",
    "What was reported of each commitment, by day; without any row nothing was",
    (
        COMMITMENT.key(),
        Field("reported_on", Date, "Day on which it was reported", is_key=True),
        STATE,
        Field("moved_to", Date, "New day by which it is to be kept, of one that was put off", nullable=True),
        Field(
            "reported_by",
            String(16),
            "Who says so: company, state, community or other",
            families=("replies.by",),
            holds=codes_in_messages("kind of body", REPORTERS),
        ),
        *(one.optional() for one in in_languages("step", "What was reported, in a sentence of the compiler", 400)),
        PUBLISHED_IN.but(says="Medium or document in which the report stands"),
        REPORT_ADDRESS.optional("Web address of the report; empty: on paper"),
        SOURCE,
    ),
    file="commitment_steps",
    is_published_as_loaded=True,
    changes=NOT_TOLD,
)
