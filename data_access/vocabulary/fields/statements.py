"""Statements of named authors: what somebody said on a day in a named place, which is in no sum."""

from sqlalchemy import Date, Float, String

from data_access.vocabulary import languages
from data_access.vocabulary.fields.common import DATE_PRECISION, KEY, SITE, SOURCE, in_languages
from data_access.vocabulary.fields.entity import NOT_TOLD, Entity
from data_access.vocabulary.fields.field import Codes, Field, Form, codes_in_messages
from data_access.vocabulary.fields.money import STREAM
from data_access.vocabulary.fields.places import DISTRICT, OBLAST

# Other columns called unit or subject have other codes.
IN_FIGURE_UNIT = "see column figure_unit"
SUBJECTS = ("money", "monitoring", "rehabilitation")
CURRENCIES = ("KGS", "USD", "EUR")
UNITS = (*CURRENCIES, "ur_h", "msv_a", "times_limit", "m3", "l_a", "kg")
QUALIFIERS = ("exactly", "more_than", "about", "up_to", "expected")
PRECISIONS = Codes("precision (day, month or year)", ("day", "month", "year"))
LANGUAGES = Codes(f"language ({languages.enumeration(languages.LANGUAGES, 'or')})", languages.LANGUAGES)
# Some media repeat whole titles in their addresses.
LONG_ADDRESS = Form(r"https?://[^\s<>\"']{3,390}", "is not an address that begins with https://")
PUBLISHED_IN = Field("published_in", String(200), "Medium or document in which it stands, as it calls itself")
QUOTE = Field("quote", String(400), "A few words of the original", nullable=True)
QUOTE_LANGUAGE = Field("quote_language", String(2), "Language of the quote", holds=LANGUAGES, nullable=True)
REPORT_ADDRESS = Field("url", String(400), "Web address where it stands", holds=LONG_ADDRESS)
AUTHORS = in_languages("author", "Body that says so; never a person", 200)
TEXTS = in_languages("text", "What is said, in a sentence of the compiler", 400)


STATEMENTS = Entity(
    "published_statement",
    "Statements of named authors; they are in no sum, no series and no map",
    (
        Field("statement_id", String(64), "Permanent key of the statement", holds=KEY, is_key=True),
        Field(
            "statement_subject",
            String(16),
            "money, monitoring or rehabilitation",
            families=("statement_subject",),
            holds=codes_in_messages("subject", SUBJECTS),
        ),
        Field(
            "matter",
            String(64),
            "Same for statements about one matter, which stand beside each other whoever made them",
            holds=KEY,
        ),
        Field(
            "said_on",
            Date,
            "Day on which it was said; of a month or a year the first day; empty: not told",
            nullable=True,
        ),
        DATE_PRECISION.optional("day, month or year: how exactly that day is known", holds=PRECISIONS),
        *AUTHORS,
        PUBLISHED_IN,
        Field("period_start", Date, "First day that it is about; empty: not told", nullable=True),
        Field("period_end", Date, "Last day that it is about; empty: not told", nullable=True),
        DISTRICT.optional("District that it is about; empty: none, or known only for the oblast"),
        OBLAST.optional("Oblast that it is about, where no district is told"),
        SITE.optional("Site that it is about"),
        STREAM.optional("Revenue stream, where it names one"),
        Field("value_low", Float, "Figure, the lowest of a range", unit=IN_FIGURE_UNIT, nullable=True),
        Field("value_high", Float, "Figure, the highest of a range; else the same", unit=IN_FIGURE_UNIT, nullable=True),
        Field(
            "figure_unit",
            String(16),
            "Unit of the figure: KGS, USD, EUR, ur_h, msv_a, times_limit, m3, l_a or kg",
            families=("statement_unit",),
            holds=codes_in_messages("unit", UNITS),
            nullable=True,
        ),
        Field(
            "qualifier",
            String(16),
            "exactly, more_than, about, up_to or expected (a plan)",
            families=("statement_qualifier",),
            holds=codes_in_messages("qualifier", QUALIFIERS),
            nullable=True,
        ),
        *TEXTS,
        QUOTE,
        QUOTE_LANGUAGE,
        REPORT_ADDRESS,
        SOURCE,
    ),
    file="published_statements",
    is_published_as_loaded=True,
    changes=NOT_TOLD,
)
