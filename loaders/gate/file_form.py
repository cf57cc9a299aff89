"""What a file of a data set must look like, from the columns of its tables."""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

import pandera.pandas as pa
from sqlalchemy import Boolean, Date, Float, Integer

from data_access.vocabulary.fields.entity import Entity
from data_access.vocabulary.fields.field import Bounds, Codes, Field, Form, Reference
from loaders.gate.checks import day, key, number, one_of, text, whole
from loaders.gate.dataset import Dataset, Period, Tidy, into, no_period, read_csv
from loaders.gate.reference_codes import ReferenceCodes
from loaders.gate.rules import Rule
from loaders.store import metadata


def dataset(
    name: str,
    entity: Entity,
    period: Callable[[Tidy], Period] = no_period,
    checks: Sequence[pa.Check] = (),
    rules: Callable[[ReferenceCodes], Sequence[Rule]] = lambda _known: (),
    unique: Sequence[str] = (),
) -> Dataset:
    """A data set whose file has the columns of its table; ``checks`` and ``unique`` are those of ``form``."""
    return Dataset(
        name,
        read_csv,
        lambda reference_codes: form(entity, reference_codes, checks, unique=unique),
        into(metadata.tables[entity.name]),
        period,
        entity.natural_key,
        rules,
    )


def form(
    entity: Entity,
    reference_codes: ReferenceCodes,
    checks: Sequence[pa.Check] = (),
    other_columns: Mapping[str, pa.Column] = MappingProxyType({}),
    unique: Sequence[str] = (),
) -> pa.DataFrameSchema:
    """The form of a file whose rows are those of an entity, and no column more.

    ``checks`` are expectations of whole rows, ``other_columns`` columns that the entity does not have or that are
    checked otherwise. Its primary key is not repeated; one that only counts rows is none, then ``unique`` may name
    another.
    """
    own = columns([field for field in entity.of_file if field.name not in other_columns], reference_codes) | {
        **other_columns
    }
    columns_in_order = {name: own[name] for name in (*(field.name for field in entity.of_file), *other_columns)}
    keys = [field.name for field in entity.of_file if field.is_key]
    is_told_of_column = len(keys) == 1 and own[keys[0]].unique
    return pa.DataFrameSchema(
        columns_in_order, [*checks], unique=[*unique] or (None if is_told_of_column else keys or None), strict=True
    )


def columns(fields: Sequence[Field], reference_codes: ReferenceCodes) -> dict[str, pa.Column]:
    """Columns of a file by name; a text that is the whole key occurs once."""
    keys = [field for field in fields if field.is_key]
    return {field.name: column(field, reference_codes, unique=[field] == keys or field.is_unique) for field in fields}


def column(field: Field, reference_codes: ReferenceCodes, *, unique: bool = False) -> pa.Column:
    """A column of a file: its type, whether it may be empty, and what it may hold; ``unique`` is for texts."""
    kind = field.type if isinstance(field.type, type) else type(field.type)
    bounds = field.holds if isinstance(field.holds, Bounds) else Bounds()
    if issubclass(kind, Date):
        return day(nullable=field.nullable)
    if issubclass(kind, Boolean):
        return whole(0, 1, nullable=field.nullable)
    if issubclass(kind, Integer):
        return whole(_whole(bounds.least), _whole(bounds.most), nullable=field.nullable)
    if issubclass(kind, Float):
        return number(bounds.least, bounds.most, nullable=field.nullable)
    return _text(field, reference_codes, unique)


def _text(field: Field, reference_codes: ReferenceCodes, unique: bool) -> pa.Column:
    domain = field.holds
    if isinstance(domain, Codes):
        return one_of(domain.values, domain.noun, nullable=field.nullable, unique=unique)
    if isinstance(domain, Reference):
        return one_of(_known_codes(domain, reference_codes), domain.noun, nullable=field.nullable, unique=unique)
    if isinstance(domain, Form) and domain.error:
        return pa.Column(str, pa.Check.str_matches(f"^{domain.pattern}$", error=domain.error), nullable=field.nullable)
    if isinstance(domain, Form):
        return key(domain.pattern, nullable=field.nullable, unique=unique)
    longest = field.longest or getattr(field.type, "length", None)
    return text(nullable=field.nullable, unique=unique, longest=longest or 0)


def _known_codes(reference: Reference, reference_codes: ReferenceCodes) -> frozenset[str]:
    """The codes that other sources have made known."""
    if reference.levels:
        return frozenset().union(*map(reference_codes.units, reference.levels))
    table, _, name = reference.private.partition(".")
    return reference_codes.codes(metadata.tables[table].c[name])


def _whole(bound: float | None) -> int | None:
    return None if bound is None else int(bound)
