"""Rehabilitation of land, site by site: each stage that is told, with what is known of hectares, volume and money."""

from sqlalchemy import Date, Float, String

from data_access.vocabulary.fields.common import DATE_PRECISION, SITE, SOURCE, in_languages
from data_access.vocabulary.fields.entity import Entity
from data_access.vocabulary.fields.field import Bounds, Field, codes_in_messages
from data_access.vocabulary.fields.projects import shown_as_told
from data_access.vocabulary.fields.statements import (
    CURRENCIES,
    PRECISIONS,
    PUBLISHED_IN,
    QUOTE,
    QUOTE_LANGUAGE,
    REPORT_ADDRESS,
)
from data_access.vocabulary.states import MISSING

# In the order in which a site goes through them.
STAGES = ("inventory", "design", "approved", "works", "accepted", "after_care", "after_use")
AFTER_USES = ("pasture", "forest", "community", "housing", "industry", "mixed", "none")
HECTARES, CUBIC_METRES, IN_COST_CURRENCY = "ha", "m3", "see column cost_currency"


def _amount(name: str, meaning: str, unit: str) -> Field:
    return Field(name, Float, meaning, unit=unit, holds=Bounds(0), nullable=True, empty=MISSING)


REHABILITATION = Entity(
    "rehabilitation",
    "Stages of the rehabilitation of sites, as reported; in no sum",
    (
        SITE.key(),
        Field(
            "rehabilitation_stage",
            String(16),
            "inventory, design, approved, works, accepted, after_care or after_use",
            families=("rehabilitation_stage",),
            holds=codes_in_messages("stage", STAGES),
            is_key=True,
        ),
        Field("stage_began_on", Date, "First day; of a month or a year its first day; empty: not told", nullable=True),
        DATE_PRECISION.optional(
            "day, month or year: how exactly that day is known", holds=PRECISIONS, is_compared=False
        ),
        _amount("hectares_planned", "Hectares to be rehabilitated; empty: not told", HECTARES),
        _amount("hectares_done", "Hectares rehabilitated by then; empty: not told", HECTARES),
        _amount("volume_planned", "Cubic metres of waste to be moved or covered; empty: not told", CUBIC_METRES),
        _amount("volume_moved", "Cubic metres of waste moved or covered by then; empty: not told", CUBIC_METRES),
        _amount("cost", "Money for this stage, not converted; empty: not told", IN_COST_CURRENCY),
        Field(
            "cost_currency",
            String(3),
            "Currency of the cost: KGS, USD or EUR",
            holds=codes_in_messages("currency", CURRENCIES),
            nullable=True,
            is_compared=False,
        ),
        *shown_as_told(one.optional() for one in in_languages("funder", "Body that pays; empty: not told", 200)),
        Field(
            "after_use",
            String(16),
            "Use of the land: pasture, forest, community, housing, industry, mixed or none; empty: not told",
            families=("after_use",),
            holds=codes_in_messages("use", AFTER_USES),
            nullable=True,
        ),
        Field(
            "is_used",
            String(4),
            "yes or no: whether it is used so; empty: not told",
            families=("is_used",),
            holds=codes_in_messages("answer", ("yes", "no")),
            nullable=True,
        ),
        Field("monitored_until", Date, "Last day of monitoring that is planned; empty: not told", nullable=True),
        *shown_as_told(
            one.optional() for one in in_languages("note", "What the figures are of, or how they were read", 300)
        ),
        *shown_as_told((PUBLISHED_IN, QUOTE, QUOTE_LANGUAGE, REPORT_ADDRESS)),
        SOURCE,
    ),
    file="rehabilitation",
    is_published_as_loaded=True,
    main="hectares_done",
)
