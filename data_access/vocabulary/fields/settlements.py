"""Towns, aiyl aimaks and villages: what lies in a district, by the national code of places."""

from sqlalchemy import String

from data_access.vocabulary.fields.common import SOURCE
from data_access.vocabulary.fields.entity import NOT_TOLD, Entity
from data_access.vocabulary.fields.field import Codes, Field, Form
from data_access.vocabulary.fields.places import DISTRICT
from data_access.vocabulary.soate import SETTLEMENT_DIGITS, code_pattern

AIYL_AIMAK, TOWN, VILLAGE = "aiyl_aimak", "town", "village"
SETTLEMENT_KINDS = Codes("kind of settlement", (AIYL_AIMAK, TOWN, VILLAGE))

SETTLEMENTS = Entity(
    "settlement",
    "Towns, aiyl aimaks and villages within districts; cities that are districts are not among them",
    (
        Field(
            "settlement_code",
            String(SETTLEMENT_DIGITS),
            "SOATE code, fourteen digits; a village shares eleven with its aiyl aimak, if it has one",
            tag="#loc+code",
            holds=Form(code_pattern(SETTLEMENT_DIGITS)),
            is_key=True,
        ),
        Field(
            "settlement_kind",
            String(16),
            "aiyl_aimak, town (or a settlement like one) or village",
            families=("settlement_kind",),
            holds=SETTLEMENT_KINDS,
        ),
        DISTRICT.but(says="District in which it lies"),
        Field("settlement_name", String(200), "Name, as the list of the state writes it", tag="#loc+name"),
        Field("latin_name", String(200), "The same in Latin letters", tag="#loc+name+alt", nullable=True),
        SOURCE,
    ),
    file="settlements",
    is_published_as_loaded=True,
    changes=NOT_TOLD,
)
