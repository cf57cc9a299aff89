"""What a column is, told once: the tables of both stores, checks of files, downloads and the dictionary follow."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Boolean, Date, DateTime, Float, Integer
from sqlalchemy.types import TypeEngine

# Which of the stores has it.
BOTH, PRIVATE, PUBLIC = "both", "private", "public"
# Units. Numbers that order or name things have none; those of readings are in the unit of their indicator.
KGS, USD, PERSONS, YEAR, DAYS, KM, DEGREES, NUMBER = "KGS", "USD", "persons", "year", "days", "km", "degrees", "number"
NO_UNIT, IN_UNIT = "", "see column unit"
KINDS = ((Boolean, "boolean"), (Integer, "integer"), (Float, "number"), (DateTime, "datetime"), (Date, "date"))
# The column kind of the row tells what its code is.
BY_ROW = ("by_row",)


@dataclass(frozen=True)
class Codes:
    """The codes that a cell may hold; ``noun`` is what one is called in messages."""

    noun: str
    values: Sequence[str]


def codes_in_messages(noun: str, codes: tuple[str, ...]) -> Codes:
    """Codes that messages list."""
    return Codes(f"{noun} ({', '.join(codes)})", codes)


@dataclass(frozen=True)
class Reference:
    """Codes that other rows have made known: the key column of each store, as ``table.column``; empty: in none.

    ``levels`` are those of administrative units, whose codes stand in one table of the private store.
    """

    noun: str
    private: str
    public: str = ""
    levels: tuple[str, ...] = ()


@dataclass(frozen=True)
class Form:
    """The pattern of a text; without ``error`` it is that of a key."""

    pattern: str
    error: str = ""


@dataclass(frozen=True)
class Bounds:
    """The least and the most that a number can be; None: as in all files."""

    least: float | None = None
    most: float | None = None


@dataclass(frozen=True)
class Field:
    """One column.

    ``says`` is the comment of the column, in English; ``unit`` must be told of every public number. ``tag`` is HXL,
    ``{lang}`` in it the language of the file. ``families`` are texts of its codes, the first that has one. ``holds``
    is what a cell of a file may hold; ``longest`` the length of a text without one in the stores. ``empty``: state of
    an empty number. ``store``: who has the column. ``is_derived``: calculated, so no file has it. ``is_compared``:
    a row can be corrected in it; else it follows from others. ``file_name``: how downloads call it, if otherwise.
    ``private``: the same as the private store and its files have it, where that differs.
    """

    name: str
    type: TypeEngine[Any] | type[TypeEngine[Any]]
    says: str
    unit: str | None = None
    tag: str = ""
    families: tuple[str, ...] = ()
    holds: Codes | Reference | Form | Bounds | None = None
    longest: int = 0
    empty: str = ""
    nullable: bool = False
    is_key: bool = False
    is_unique: bool = False
    is_indexed: bool = False
    store: str = BOTH
    is_derived: bool = False
    is_compared: bool = True
    file_name: str = ""
    private: "Field | None" = None

    def but(self, **changes: Any) -> "Field":
        """The same column as another table has it."""
        return replace(self, **changes)

    def key(self, **changes: Any) -> "Field":
        """The same as a part of the primary key."""
        return replace(self, is_key=True, **changes)

    def optional(self, says: str = "", **changes: Any) -> "Field":
        """The same where it may be empty."""
        return replace(self, nullable=True, says=says or self.says, **changes)

    def in_private(self, **changes: Any) -> "Field":
        """The same, with what differs in the private store; the last thing that is said of a column."""
        return replace(self, private=replace(self, **changes))

    def of(self, store: str) -> "Field":
        """The column as a store has it."""
        return self.private if store == PRIVATE and self.private else self

    @property
    def heading(self) -> str:
        """The name of the column in downloads; one in several languages loses the end of its name there."""
        return self.file_name or self.name

    @property
    def kind(self) -> str:
        """The type in Table Schema."""
        kind = self.type if isinstance(self.type, type) else type(self.type)
        return next((name for one, name in KINDS if issubclass(kind, one)), "string")

    @property
    def is_number(self) -> bool:
        """Whether it holds numbers."""
        return self.kind in ("integer", "number")

    @property
    def is_row_number(self) -> bool:
        """Whether the store counts its rows by it: it means nothing in another version."""
        return self.is_key and self.is_number and self.name.endswith("_id")

    @property
    def in_file(self) -> bool:
        """Whether files of its data set have the column."""
        return self.store != PUBLIC and not self.is_derived and not self.is_row_number
