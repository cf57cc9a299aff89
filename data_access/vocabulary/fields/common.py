"""Columns that several subjects have."""

from sqlalchemy import Boolean, Date, Integer, String

from data_access.vocabulary import languages
from data_access.vocabulary.fields.field import NO_UNIT, PUBLIC, YEAR, Bounds, Codes, Field, Form, Reference

KEY = Form(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,63}")
SLUG = Form(r"[a-z0-9]+(-[a-z0-9]+)*")
ADDRESS = Form(r"https?://[^\s<>\"']{3,290}", "is not an address that begins with https://")

TO_SOURCE = Reference("source", "source.source_key", "source.source_key")
SOURCE = Field("source_key", String(64), "Where the row comes from", holds=TO_SOURCE, store=PUBLIC, is_compared=False)
YEAR_OF = Field("year", Integer, "Calendar year", unit=YEAR, tag="#date+year", holds=Bounds(1900, 2100))
FISCAL_YEAR = Field("fiscal_year", Integer, "Calendar year", unit=YEAR, tag="#date+year", holds=Bounds(1991, 2100))
STARTS_ON = Field("starts_on", Date, "First day", tag="#date+start")
VALID_FROM, VALID_TO = Field("valid_from", Date, "First day"), Field("valid_to", Date, "Last day", nullable=True)
LEGAL_REF = Field("legal_ref", String(200), "Legal or technical reference")
REFERENCE = Field("reference", String(200), "Document or report that states it")
WEB_ADDRESS = Field("url", String(300), "Web address of the document", holds=ADDRESS, nullable=True)
BASIS = Field("basis", String(300), "Report that says so")
IS_EXAMPLE = Field("is_example", Boolean, "True until checked against an official table")
DATE_PRECISION = Field("date_precision", String(8), "day, month or year: how exactly the dates are known")
ISSUE = Field(
    "issue_code", String(32), "What it is about", families=("issue",), holds=Reference("issue", "issue.issue_code")
)
TO_ORGANISATION = Reference("organisation", "organisation.organisation_code", "organisation.organisation_code")
ORGANISATION = Field(
    "organisation_code",
    String(64),
    "The same in the list of organisations; empty: not in it",
    tag="#org+code",
    holds=TO_ORGANISATION,
    nullable=True,
)
TO_SITE = Reference("site", "site.site_id", "site.site_id")
SITE = Field("site_id", String(64), "Site", tag="#loc+code+site", holds=TO_SITE)
# The public store keeps figures of sites and organisations that it does not list.
TO_UNLISTED_SITE = Reference(TO_SITE.noun, TO_SITE.private)
TO_UNLISTED_ORGANISATION = Reference(TO_ORGANISATION.noun, TO_ORGANISATION.private)
MEDIA = Codes("medium", ("water", "air", "soil", "land", "people", "climate", "economy"))
MEDIUM = Field("medium", String(24), "water, air, soil or climate", holds=MEDIA)


OF_PLACE = "#loc+name+i_{lang}"


def row_number(name: str) -> Field:
    """The column that counts the rows of a table."""
    return Field(name, Integer, "Row number within the version", unit=NO_UNIT, is_key=True).in_private(
        says="Row number"
    )


def in_languages(name: str, meaning: str, length: int = 300, tag: str = "") -> tuple[Field, ...]:
    """A text in all languages; ``tag`` is as in ``Field``."""
    return tuple(
        Field(f"{name}_{code}", String(length), f"{meaning}, in {language.name}", tag=tag.format(lang=code))
        for code, language in languages.BY_CODE.items()
    )


def names(noun: str, tag: str = "") -> tuple[Field, ...]:
    """The name of something in all languages."""
    return in_languages("name", f"Name of the {noun}", 200, tag)
