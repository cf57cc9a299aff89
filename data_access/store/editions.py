"""What the store tells of its editions."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import select

from data_access.vocabulary import languages, schema
from data_access.vocabulary.edition import Edition

QUERY = select(schema.edition).order_by(schema.edition.c.frozen_at.desc(), schema.edition.c.edition_key)


def of_rows(columns: Sequence[str], rows: Iterable[tuple]) -> dict[str, Edition]:
    """Rows of the table of editions as editions, by key, in their order."""
    records = (dict(zip(columns, row, strict=True)) for row in rows)
    return {row["edition_key"]: _edition(row) for row in records}


def _edition(row: Mapping[str, Any]) -> Edition:
    return Edition(
        key=row["edition_key"],
        titles=languages.texts(row, "title"),
        version=row["version"],
        published_at=_moment(row["published_at"]),
        frozen_at=_moment(row["frozen_at"]),
        sha256=row["sha256"],
        removed_count=row["removed_count"],
        withdrawn_at=_moment(row["withdrawn_at"]),
        withdrawn_why=row["withdrawn_why"],
    )


def _moment(value: datetime | None) -> datetime | None:
    """Local copies hold the time in UTC, without its zone."""
    return value and value.replace(tzinfo=UTC)
