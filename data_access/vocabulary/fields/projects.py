"""Projects around mines, and their results: baseline, target and actual of outcomes by period, as IATI has them."""

from collections.abc import Iterable

from sqlalchemy import Date, Float, Integer, String

from data_access.vocabulary.fields.common import ADDRESS, DATE_PRECISION, KEY, SOURCE, STARTS_ON, in_languages, names
from data_access.vocabulary.fields.entity import Entity
from data_access.vocabulary.fields.field import NO_UNIT, YEAR, Bounds, Field, Form, Reference, codes_in_messages
from data_access.vocabulary.fields.statements import PRECISIONS, PUBLISHED_IN, QUOTE, QUOTE_LANGUAGE, REPORT_ADDRESS
from data_access.vocabulary.states import MISSING

# The result types 1, 2 and 3 of IATI, in their order.
RESULT_KINDS = ("output", "outcome", "impact")
# Its measures 1 and 2, in their order; other columns called unit have other codes.
RESULT_UNITS = ("number", "percent")
IN_RESULT_UNIT = "see column result_unit"
AIMS = ("at_least", "at_most")
# Of a list in one cell; IATI allows a goal more than once, and a person writes spaces.
GOALS = Form(r"(?:[1-9]|1[0-7])(?:,(?:[1-9]|1[0-7]))*", "are not goals from 1 to 17, comma separated, as 3,11")
AREAS = Form(r"\d{5}(?:\d{3})?(?:,\d{5}(?:\d{3})?)*", "are not SOATE codes of districts or oblasts, comma separated")
TO_PROJECT = Reference("project", "project.project_id", "project.project_id")

PROJECT = Field("project_id", String(64), "Project", holds=TO_PROJECT)


def shown_as_told(fields: Iterable[Field]) -> tuple[Field, ...]:
    """The same where nobody tells of a correction: words beside figures."""
    return tuple(field.but(is_compared=False) for field in fields)


EVIDENCE, EVIDENCE_ADDRESS = shown_as_told(
    (
        Field("evidence", String(300), "Document or report that shows it, as it is called", nullable=True),
        Field("evidence_url", String(300), "Web address of the evidence", holds=ADDRESS, nullable=True),
    )
)


def _value(name: str, meaning: str, empty: str = "") -> Field:
    return Field(name, Float, meaning, unit=IN_RESULT_UNIT, nullable=True, empty=empty)


def _number(name: str, meaning: str) -> Field:
    return Field(name, Integer, meaning, unit=NO_UNIT, holds=Bounds(1, 999), is_key=True)


PROJECTS = Entity(
    "project",
    "Projects around mines: who pays, from when to when, where, for which goals",
    (
        PROJECT.key(says="Permanent key of the project", holds=KEY),
        *shown_as_told(names("project")),
        *shown_as_told(in_languages("runner", "Body that runs it", 200)),
        *shown_as_told(one.optional() for one in in_languages("donor", "Body that pays for it; empty: not told", 200)),
        STARTS_ON.but(says="First day; of a month or a year its first day"),
        Field("ends_on", Date, "Last day; of a month or a year its last day; empty: not told", nullable=True),
        DATE_PRECISION.but(holds=PRECISIONS, is_compared=False),
        Field(
            "project_areas",
            String(200),
            "SOATE codes of its districts, or of oblasts where only those are told; empty: the country",
            holds=AREAS,
            nullable=True,
        ),
        *shown_as_told(
            (
                Field("sdg", String(48), "Sustainable Development Goals, comma separated", holds=GOALS, nullable=True),
                PUBLISHED_IN,
                REPORT_ADDRESS,
            )
        ),
        SOURCE,
    ),
    file="projects",
    is_published_as_loaded=True,
    main="starts_on",
)
RESULTS = Entity(
    "project_result",
    "Outcomes of projects: baseline, target and actual of an indicator, by period",
    (
        PROJECT.key(),
        _number("result_number", "Number of the outcome within the project"),
        _number("result_indicator_number", "Number of the indicator within the outcome"),
        Field("period_start", Date, "First day that target and actual are of", is_key=True),
        Field("period_end", Date, "Last day that target and actual are of"),
        *shown_as_told(
            (
                Field(
                    "result_kind",
                    String(8),
                    "output, outcome or impact",
                    families=("result_kind",),
                    holds=codes_in_messages("kind of result", RESULT_KINDS),
                ),
                *in_languages("result", "Outcome, in a sentence of the compiler", 400),
                *in_languages("result_indicator", "What is counted", 400),
                Field(
                    "result_unit",
                    String(8),
                    "Unit of baseline, target and actual: number or percent",
                    families=("result_unit",),
                    holds=codes_in_messages("unit", RESULT_UNITS),
                ),
                Field(
                    "aim",
                    String(8),
                    "at_least or at_most: on which side of the target the aim lies",
                    families=("aim",),
                    holds=codes_in_messages("aim", AIMS),
                ),
            )
        ),
        Field(
            "baseline_year",
            Integer,
            "Year of the baseline",
            unit=YEAR,
            holds=Bounds(1990, 2100),
            nullable=True,
            is_compared=False,
        ),
        _value("baseline_value", "Value before the project; empty: not told"),
        _value("target_value", "Value to be reached; empty: no number is set"),
        _value("actual_value", "Value that was reached; empty: not reported, which is not “not done”", MISSING),
        EVIDENCE,
        EVIDENCE_ADDRESS,
        *shown_as_told((PUBLISHED_IN, QUOTE, QUOTE_LANGUAGE, REPORT_ADDRESS.optional())),
        SOURCE,
    ),
    file="results",
    is_published_as_loaded=True,
    main="actual_value",
)
