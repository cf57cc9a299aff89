"""What every file is written from: columns, rows, and what must be said beside them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from dashboard.answer import Source
from dashboard.downloads import columns
from dashboard.edition import Edition
from dashboard.panel import IN_UNIT, Column, Geometry

Rows = list[tuple[Any, ...]]


@dataclass(frozen=True)
class Field:
    """A column: its name, its type in Table Schema, what it is, its unit and its HXL tag (each empty without one)."""

    name: str
    type: str
    says: str
    unit: str
    tag: str


@dataclass(frozen=True)
class About:
    """What must be said of the rows. Texts are in the language of the file; ``link`` leads back to the live view."""

    title: str
    sentence: str
    choices: str
    unit: str
    sources: tuple[Source, ...]
    limits: tuple[str, ...]
    link: str
    version: int
    published_at: datetime
    drawn_on: date
    edition: Edition | None = None
    replies: tuple[str, ...] = ()

    @property
    def kinds(self) -> tuple[str, ...]:
        """Published, compiled, synthetic: what the figures are."""
        return tuple(sorted({source.kind for source in self.sources}))

    @property
    def newest_on(self) -> date | None:
        """Last day that the newest record covers."""
        return max((source.newest_on for source in self.sources if source.newest_on), default=None)


@dataclass(frozen=True)
class Sheet:
    """Rows in chunks, read anew each time that they are asked for: never all of a long table at once."""

    key: str
    language: str
    fields: tuple[Field, ...]
    count: int
    chunks: Callable[[], Iterator[Rows]]
    about: About
    geometry: Geometry | None = None

    @property
    def names(self) -> list[str]:
        """Names of the columns."""
        return [field.name for field in self.fields]

    @property
    def tags(self) -> list[str]:
        """HXL tags of the columns, empty where there is none."""
        return [field.tag for field in self.fields]

    def rows(self) -> Iterator[tuple[Any, ...]]:
        """Row by row."""
        return (row for chunk in self.chunks() for row in chunk)


def field_of(name: str, kind: str, language: str, comments: dict[str, str], own: Column | None = None) -> Field:
    """A column by its name; ``comments`` describe those of the public tables, ``own`` is what a panel says of it."""
    own = own or Column()
    tag = own.tag or columns.TAGS.get(name, "")
    return Field(name, kind, own.says or _says(name, comments), own.unit or _unit(name), tag.format(lang=language))


def of_edition(sheet: Sheet, edition: Edition, comments: dict[str, str]) -> Sheet:
    """The same with the edition in every row: a file that is mailed on keeps its columns."""
    told = {"edition": edition.key, "edition_frozen_on": edition.frozen_on}
    kinds = {"edition": "string", "edition_frozen_on": "date"}
    fields = (field_of(name, kind, sheet.language, comments) for name, kind in kinds.items())

    def chunks() -> Iterator[Rows]:
        return ([(*row, *told.values()) for row in rows] for rows in sheet.chunks())

    return replace(sheet, fields=(*sheet.fields, *fields), chunks=chunks)


def _says(name: str, comments: dict[str, str]) -> str:
    found = comments.get(name) or columns.MEANINGS.get(name)
    if found is None and name.endswith("_label"):
        return f"{name.removesuffix('_label')} in words, in the language of the file"
    if found is None and name.endswith("_state"):
        return f"State of {name.removesuffix('_state')}: value, zero, missing, withheld, higher_level, not_collected"
    if found is None and name.endswith("_unit"):
        return f"Unit of {name.removesuffix('_unit')}"
    return found or ""


def _unit(name: str) -> str:
    if name in columns.IN_UNIT:
        return IN_UNIT
    endings = (unit for ending, unit in columns.ENDINGS.items() if name.endswith(ending))
    return columns.UNITS.get(name) or next(endings, "number" if name.endswith("_count") else "")
