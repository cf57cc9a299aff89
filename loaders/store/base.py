"""What all private tables share: the metadata, and the columns that say where a row comes from."""

from typing import Any

from sqlalchemy import Column, DateTime, MetaData, Table

from data_access.vocabulary.fields.common import SOURCE
from data_access.vocabulary.fields.entity import NAMING, Entity, refers_to, table
from data_access.vocabulary.fields.field import PRIVATE

metadata = MetaData(naming_convention=NAMING)


def private(entity: Entity, *more: Column[Any]) -> Table:
    """The private table of an entity, with ``more`` columns behind its own."""
    return table(entity, metadata, PRIVATE, *more)


def private_table(entity: Entity) -> Table:
    """The private table of an entity whose rows come from files."""
    return private(entity, *provenance())


def provenance() -> list[Column[Any]]:
    """Source, load and time of a row; every loaded table ends with these columns."""
    return [
        Column("source_key", refers_to("source.source_key"), nullable=False, index=True, comment=SOURCE.says),
        Column("run_id", refers_to("load_run.run_id"), nullable=False, comment="Load that wrote the row"),
        Column("updated_at", DateTime(timezone=True), nullable=False, comment="When the row was written (UTC)"),
    ]
