"""What a table is: its columns, by what its rows are found again, and what is told of changes."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from sqlalchemy import Column, ForeignKey, Index, MetaData, Table

from data_access.vocabulary.fields.field import BOTH, PRIVATE, PUBLIC, Field, Reference

# What is told of changes between two versions: row by row; only that the table differs, of counts of people, where two
# versions of a row would tell of the one who came between them; nothing, of what tells with others or has no figure.
ROW_BY_ROW, AS_A_WHOLE, NOT_TOLD = "row_by_row", "as_a_whole", "not_told"

# What a row is on a map: a point within a stated distance, or the shape of a district.
Geometry = Literal["point", "shape"]

# How both stores call their keys and indexes.
NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


@dataclass(frozen=True)
class Entity:
    """A thing that the stores have rows of, under one name in each of them.

    ``says`` is the comment of the table, ``private_says`` that of the private one if it differs. ``store``: who has it.
    ``file`` is the key of the whole public table as a download; empty: there is none. ``found_by``: its natural key, by
    default the primary one. ``changes``: what is told of them; row by row needs ``main``, the number that tells the
    most of a row. ``is_published_as_loaded``: whoever reads may see all rows of it, but for the private columns; else a
    publication computes what may be seen. ``indexes`` are those of the public table.
    """

    name: str
    says: str
    fields: tuple[Field, ...]
    store: str = BOTH
    file: str = ""
    found_by: tuple[str, ...] = ()
    changes: str = ROW_BY_ROW
    main: str = ""
    is_published_as_loaded: bool = False
    indexes: tuple[tuple[str, ...], ...] = ()
    private_says: str = ""
    geometry: Geometry | None = None

    def of(self, store: str) -> tuple[Field, ...]:
        """The columns that one store has."""
        return tuple(field.of(store) for field in self.fields if field.store in (BOTH, store))

    @property
    def of_file(self) -> tuple[Field, ...]:
        """The columns of the file of a data set, as its rows are checked."""
        return tuple(field.of(PRIVATE) for field in self.fields if field.in_file)

    @property
    def natural_key(self) -> tuple[str, ...]:
        """The columns by which a row is found again in another file or version."""
        return self.found_by or tuple(field.name for field in self.fields if field.is_key and not field.is_row_number)

    @property
    def compared_columns(self) -> list[str]:
        """The public columns in which a row can be corrected."""
        compared_fields = (field for field in self.of(PUBLIC) if field.is_compared and not field.is_key)
        return [field.name for field in compared_fields if field.name not in self.natural_key]

    @property
    def empties(self) -> dict[str, str]:
        """What an empty number means, by column as downloads call it."""
        return {field.heading: field.empty for field in self.of(PUBLIC) if field.empty}

    @property
    def families(self) -> dict[str, tuple[str, ...]]:
        """Texts of codes, by column as downloads call it."""
        return {field.heading: field.families for field in self.of(PUBLIC) if field.families}

    def faults(self) -> Iterator[str]:
        """What is not declared of a table, each in words that name it."""
        for field in self.of(PUBLIC) if self.store != PRIVATE else ():
            if field.is_number and field.unit is None:
                yield f"{self.name}.{field.name} has no unit"
        yield from (f"{self.name}.{field.name} has no description" for field in self.fields if not field.says)
        if self.is_published_as_loaded and self.store != BOTH:
            yield f"{self.name} is published as it was loaded, and only one of the stores has it"
        if self.file:
            yield from self._faults_of_file()

    def _faults_of_file(self) -> Iterator[str]:
        if not self.natural_key:
            yield f"{self.name} has no natural key: found_by"
        if self.changes == ROW_BY_ROW and not self.main:
            yield f"{self.name} has no main column, and no other way in which changes are told"
        there = {field.name for field in self.of(PUBLIC)}
        names = (*self.natural_key, *filter(None, [self.main]))
        yield from (f"{self.name} has no column {column!r}" for column in names if column not in there)


def require_declared(entities: Iterable[Entity]) -> None:
    """Raise LookupError with one line that names all that is not declared of tables and their columns."""
    faults = [fault for entity in entities for fault in entity.faults()]
    if faults:
        raise LookupError(f"data_access/vocabulary/fields: {'; '.join(faults)}")


def table(entity: Entity, metadata: MetaData, store: str, *more: Column[object]) -> Table:
    """The table of an entity in one store, with ``more`` columns behind its own."""
    comment = entity.private_says if store == PRIVATE and entity.private_says else entity.says
    columns = [column(field, store) for field in entity.of(store)]
    indexes = [Index(None, *names) for names in entity.indexes if store == PUBLIC]
    return Table(entity.name, metadata, *columns, *more, *indexes, comment=comment)


def column(field: Field, store: str) -> Column[object]:
    """The column of one store, with its comment."""
    target = _reference(field, store)
    return Column(
        field.name,
        _key(target, store) if target else field.type,
        primary_key=field.is_key,
        nullable=field.nullable,
        # A year that is the key is told by whoever writes it; only numbers of rows are counted by the store.
        autoincrement=False if field.is_key and field.is_number and not field.is_row_number else "auto",
        unique=field.is_unique or None,
        index=field.is_indexed or None,
        comment=field.says,
    )


def refers_to(target: str) -> ForeignKey:
    """A foreign key checked when the transaction ends.

    A load replaces all rows of its source, so a code that is deleted and written again in
    one transaction must not count as missing in between.
    """
    return ForeignKey(target, deferrable=True, initially="DEFERRED")


def _key(target: str, store: str) -> ForeignKey:
    return refers_to(target) if store == PRIVATE else ForeignKey(target)


def _reference(field: Field, store: str) -> str:
    if not isinstance(field.holds, Reference):
        return ""
    return field.holds.private if store == PRIVATE else field.holds.public
