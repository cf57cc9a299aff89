"""What every file is written from: columns, rows, and what must be said beside them."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from dashboard.downloads import columns
from dashboard.panels.panel import Column
from data_access.vocabulary.edition import Edition
from data_access.vocabulary.fields.entity import Geometry
from data_access.vocabulary.fields.field import Field as Declared
from data_access.vocabulary.source import Source

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


def field_of(name: str, kind: str, language: str, fields: Mapping[str, Declared], own: Column | None = None) -> Field:
    """A column by its name: as a panel says (``own``), else as it is declared, else one that only files have."""
    own, declared_field = own or Column(), fields.get(name)
    description, unit, tag = (
        (declared_field.says, declared_field.unit or "", declared_field.tag)
        if declared_field
        else (columns.says(name), columns.unit(name), columns.TAGS.get(name, ""))
    )
    return Field(name, kind, own.says or description, own.unit or unit, (own.tag or tag).format(lang=language))


def of_edition(sheet: Sheet, edition: Edition) -> Sheet:
    """The same with the edition in every row: a file that is mailed on keeps its columns."""
    edition_cells = {"edition": edition.key, "edition_frozen_on": edition.frozen_on}
    kinds = {"edition": "string", "edition_frozen_on": "date"}
    further = (field_of(name, kind, sheet.language, {}) for name, kind in kinds.items())

    def chunks() -> Iterator[Rows]:
        return ([(*row, *edition_cells.values()) for row in rows] for rows in sheet.chunks())

    return replace(sheet, fields=(*sheet.fields, *further), chunks=chunks)
