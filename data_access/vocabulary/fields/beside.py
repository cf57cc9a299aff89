"""What stands beside figures: dates, so that times can be compared, and replies of those concerned."""

from sqlalchemy import Date, Integer, String

from data_access.vocabulary import languages
from data_access.vocabulary.fields.common import (
    DATE_PRECISION,
    ISSUE,
    KEY,
    ORGANISATION,
    REFERENCE,
    SITE,
    SOURCE,
    STARTS_ON,
    WEB_ADDRESS,
    in_languages,
    names,
)
from data_access.vocabulary.fields.entity import NOT_TOLD, Entity
from data_access.vocabulary.fields.field import YEAR, Bounds, Codes, Field, Reference, codes_in_messages
from data_access.vocabulary.fields.incidents import INCIDENT
from data_access.vocabulary.fields.money import PAYER, STAGE, STREAM
from data_access.vocabulary.fields.monitoring import INDICATOR
from data_access.vocabulary.fields.places import DISTRICT

KINDS = ("project", "election", "law", "operator", "event")
PRECISIONS = Codes("precision (day, month or year)", ("day", "month", "year"))
BODIES = ("company", "state", "community", "other")
SUBJECT_KINDS = ("figure", "site", "incident", "district")
TOPICS = ("revenue", "monitoring", "incidents", "grievances")
BY = in_languages("by", "Company, body or community that replies", 200)
YEAR_OF_FIGURES = Field("year", Integer, "Year", unit=YEAR, holds=Bounds(1990, 2100), nullable=True)


ANNOTATIONS = Entity(
    "annotation",
    "Projects, elections, laws, changes of operator and events on time axes",
    (
        Field("annotation_id", String(64), "Permanent key of the annotation", holds=KEY, is_key=True),
        Field("kind", String(16), "project, election, law, operator or event", holds=codes_in_messages("kind", KINDS)),
        STARTS_ON.but(says="First day; of a month or a year its first day"),
        Field("ends_on", Date, "Last day; empty: the one day, month or year", nullable=True),
        DATE_PRECISION.but(holds=PRECISIONS),
        *names("annotation"),
        DISTRICT.optional("District it is about; empty: the country"),
        SITE.optional("Site it is about"),
        Field("subjects", String(80), "Topics beside which it is shown, comma separated"),
        REFERENCE,
        WEB_ADDRESS,
        SOURCE,
    ),
    file="dates",
    is_published_as_loaded=True,
    changes=NOT_TOLD,
)
REPLIES = Entity(
    "reply",
    "Replies to figures, sites, incidents and districts, in the words of those who gave them",
    (
        Field("reply_id", String(64), "Permanent key of the reply", holds=KEY, is_key=True),
        Field("replied_on", Date, "Day of the reply"),
        Field(
            "by_kind",
            String(16),
            "Who replies: company, state, community or other",
            families=("replies.by",),
            holds=codes_in_messages("kind of body", BODIES),
        ),
        ORGANISATION.but(says="Who replies, in the list of organisations; empty: not in it"),
        *(
            field.in_private(says=f"Who replies, where not listed, in {language.name}", nullable=True)
            for field, language in zip(BY, languages.BY_CODE.values(), strict=True)
        ),
        Field(
            "subject_kind",
            String(16),
            "What it is about: figure, site, incident or district",
            families=("replies.subject",),
            holds=codes_in_messages("kind of subject", SUBJECT_KINDS),
        ),
        Field(
            "topic",
            String(16),
            "Of a figure: revenue, monitoring, incidents or grievances",
            families=("topic",),
            holds=codes_in_messages("topic", TOPICS),
            nullable=True,
        ),
        STAGE.optional("Stage of the revenue figures; empty: all"),
        STREAM.optional("Stream of the revenue figures; empty: all"),
        PAYER.optional("Who paid; empty: any, or nobody"),
        INDICATOR.optional("Indicator of the figures; empty: all"),
        ISSUE.optional("Issue of the incidents or grievances; empty: all"),
        DISTRICT.optional("District that it is about; of figures empty: any"),
        SITE.optional("Site that it is about"),
        # No reference in the private store: an incident can be taken down or leave its list, and takes no reply along.
        INCIDENT.optional(
            "Incident that it is about", holds=Reference("incident", "", "incident.incident_id")
        ).in_private(is_indexed=True),
        YEAR_OF_FIGURES.but(name="first_year", says="First year of the figures; empty: all years"),
        YEAR_OF_FIGURES.but(name="last_year", says="Last year of the figures; empty: all years"),
        *in_languages("text", "The reply", 600),
        Field(
            "original_language",
            String(2),
            f"{languages.enumeration(languages.LANGUAGES, 'or')}; the others are translations. Empty: none is",
            holds=Codes(f"language ({languages.enumeration(languages.LANGUAGES, 'or')})", languages.LANGUAGES),
            nullable=True,
        ),
        REFERENCE.but(says="Document in which it was given"),
        WEB_ADDRESS,
        SOURCE,
    ),
    file="replies",
    changes=NOT_TOLD,
)
