"""Hearings, workshops and other meetings about mines: who by role, how many, about what, and what was agreed."""

from sqlalchemy import Boolean, Integer, String

from data_access.vocabulary.fields.common import DATE_PRECISION, KEY, SITE, SOURCE, STARTS_ON, in_languages
from data_access.vocabulary.fields.entity import NOT_TOLD, Entity
from data_access.vocabulary.fields.field import PERSONS, PRIVATE, PUBLIC, Bounds, Field, Reference, codes_in_messages
from data_access.vocabulary.fields.places import DISTRICT, OBLAST
from data_access.vocabulary.fields.statements import PRECISIONS, PUBLISHED_IN, REPORT_ADDRESS
from data_access.vocabulary.states import WITHHELD

KINDS = ("hearing", "focus_group", "training", "workshop", "mediation", "meeting")
STATES = ("planned", "held", "cancelled")
# What a reader sees on a day: one that was planned and of which nothing was reported since is not said to have failed.
STANDINGS = ("planned", "unreported", "held", "cancelled")
# In which ways those who took part are divided, and into which parts. The whole is told as its own only part.
WHOLE = "all"
DIVISIONS = {WHOLE: (WHOLE,), "sex": ("women", "men"), "age": ("under_18", "from_18_to_28", "from_29")}
COLUMNS = {("sex", part): part for part in DIVISIONS["sex"]} | {("age", part): part for part in DIVISIONS["age"]}
COLUMNS |= {(WHOLE, WHOLE): "participants"}

DIALOGUE = Field(
    "dialogue_id",
    String(64),
    "Meeting",
    holds=Reference("meeting", "dialogue_event.dialogue_id", "dialogue_event.dialogue_id"),
)


def _count(name: str, meaning: str) -> Field:
    return Field(name, Integer, meaning, unit=PERSONS, holds=Bounds(0, 100_000), nullable=True, store=PRIVATE)


DIALOGUE_EVENTS = Entity(
    "dialogue_event",
    "Hearings, focus groups, trainings, workshops and other meetings; no person is named",
    (
        DIALOGUE.key(says="Permanent key of the meeting", holds=KEY),
        Field(
            "dialogue_kind",
            String(16),
            "hearing, focus_group, training, workshop, mediation or meeting",
            families=("dialogue_kind",),
            holds=codes_in_messages("kind of meeting", KINDS),
        ),
        Field(
            "dialogue_status",
            String(16),
            "planned, held or cancelled",
            families=("dialogue_status",),
            holds=codes_in_messages("state", STATES),
        ),
        STARTS_ON.but(says="First day; of a month or a year its first day"),
        DATE_PRECISION.but(holds=PRECISIONS),
        DISTRICT.optional("District in which it is held; empty: known only for the oblast"),
        OBLAST.optional("Oblast in which it is held, where no district is told"),
        SITE.optional("Site that it is about"),
        *in_languages("dialogue", "What it is about, in a sentence of the compiler", 300),
        Field(
            "roles", String(200), "Roles of those who took part, separated by semicolons; never names", nullable=True
        ),
        Field("issues_raised", String(300), "Codes of issues raised, separated by semicolons", nullable=True),
        *(one.optional() for one in in_languages("agreed", "What was agreed, in a sentence of the compiler", 400)),
        _count("participants", "How many took part; published only where they are enough"),
        _count("women", "Women among them; published only where they are enough"),
        _count("men", "Men among them; published only where they are enough"),
        _count("under_18", "Under 18 years; published only where they are enough"),
        _count("from_18_to_28", "From 18 to 28 years; published only where they are enough"),
        _count("from_29", "From 29 years; published only where they are enough"),
        PUBLISHED_IN,
        REPORT_ADDRESS.optional("Web address where it stands; empty: on paper"),
        SOURCE,
    ),
    file="dialogue_events",
    changes=NOT_TOLD,
)
PARTICIPANTS = Entity(
    "dialogue_participants",
    "How many took part in each meeting, and how many by sex and by age; small counts are withheld",
    (
        DIALOGUE.key(),
        Field("division", String(8), "all, sex or age: how those who took part are divided", is_key=True),
        Field(
            "part",
            String(16),
            "all; women or men; under_18, from_18_to_28 or from_29 years",
            families=("participants",),
            is_key=True,
        ),
        Field("people_count", Integer, "People; empty when withheld", unit=PERSONS, empty=WITHHELD, nullable=True),
        Field("is_withheld", Boolean, "True: the count is hidden to protect people", is_compared=False),
        SOURCE,
    ),
    PUBLIC,
    file="dialogue_participants",
    changes=NOT_TOLD,
)
