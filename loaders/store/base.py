"""What all private tables share: the metadata, and the columns that say where a row comes from."""

from typing import Any

from sqlalchemy import Column, DateTime, ForeignKey, MetaData, String

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def refers_to(target: str) -> ForeignKey:
    """A foreign key checked when the transaction ends.

    A load replaces all rows of its source, so a code that is deleted and written again in
    one transaction must not count as missing in between.
    """
    return ForeignKey(target, deferrable=True, initially="DEFERRED")


def provenance() -> list[Column[Any]]:
    """Source, load and time of a row; every loaded table ends with these columns."""
    return [
        Column("source_key", refers_to("source.source_key"), nullable=False, index=True, comment="Source of the row"),
        Column("run_id", refers_to("load_run.run_id"), nullable=False, comment="Load that wrote the row"),
        Column("updated_at", DateTime(timezone=True), nullable=False, comment="When the row was written (UTC)"),
    ]


def names(what: str) -> list[Column[Any]]:
    """The name in three languages."""
    languages = (("ky", "Kyrgyz"), ("ru", "Russian"), ("en", "English"))
    return [
        Column(f"name_{code}", String(200), nullable=False, comment=f"Name of the {what} in {language}")
        for code, language in languages
    ]
