"""Whom to tell: offices that take complaints, or word of a mistake, by district, site or country; no persons."""

from sqlalchemy import Date, String

from data_access.vocabulary.fields.common import KEY, SITE, SOURCE, in_languages
from data_access.vocabulary.fields.entity import NOT_TOLD, Entity
from data_access.vocabulary.fields.field import Field, Form, codes_in_messages
from data_access.vocabulary.fields.places import DISTRICT, OBLAST
from data_access.vocabulary.fields.statements import PUBLISHED_IN, REPORT_ADDRESS

# ``figures`` is who keeps the figures of this dashboard, and is told of mistakes in them.
FIGURES = "figures"
ROLES = ("operator", "local_office", "state_body", "hotline", "independent", FIGURES)
PHONE = Form(r"[+0-9][0-9 ()-]{2,24}", "is not a number of a telephone: digits, spaces, + ( ) - alone")
MAIL = Form(r"[A-Za-z0-9._+-]{1,64}@[A-Za-z0-9-]{1,63}(\.[A-Za-z0-9-]{1,63})+", "is not an e-mail address")
# Where numbers and addresses may stand that would point to a person in any other file.
CHANNELS = ("phone", "mail")

CONTACTS = Entity(
    "contact",
    "Offices that take complaints or word of a mistake; never a person",
    (
        Field("contact_id", String(64), "Permanent key of the channel", holds=KEY, is_key=True),
        Field(
            "contact_role",
            String(16),
            "operator, local_office, state_body, hotline, independent, or figures: who keeps these figures",
            families=("contact_role",),
            holds=codes_in_messages("role", ROLES),
        ),
        *in_languages("office", "Name of the office; never a person", 200),
        DISTRICT.optional("District that it serves; empty: the oblast, or the country"),
        OBLAST.optional("Oblast that it serves, where no district is told; both empty: the country"),
        SITE.optional("Site that it serves"),
        Field("phone", String(25), "Telephone of the office", holds=PHONE, nullable=True),
        Field("mail", String(200), "E-mail address of the office", holds=MAIL, nullable=True),
        REPORT_ADDRESS.but(name="web", says="Web address of the office", nullable=True),
        *(one.optional() for one in in_languages("visit", "Where and when it can be visited", 200)),
        Field("checked_on", Date, "Day on which somebody checked that it answers"),
        PUBLISHED_IN.but(says="Where the channel is published"),
        REPORT_ADDRESS.optional("Web address where it is published; empty: on paper"),
        SOURCE,
    ),
    file="contacts",
    is_published_as_loaded=True,
    changes=NOT_TOLD,
)
