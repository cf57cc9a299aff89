"""Public stores with a few rows that all hold the number of their version."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import Engine, create_engine, delete, event, select
from sqlalchemy.pool import NullPool

from data_access.store.database import Snapshot
from data_access.vocabulary import schema

ROWS = 40
NUMBERED = (schema.indicator, schema.national_revenue, schema.publication)


def publish(path: Path, version: int) -> None:
    """Write a version in one transaction, as the loaders do."""
    engine = _writer(path)
    schema.metadata.create_all(engine)
    with engine.begin() as connection:
        for table in (*NUMBERED, schema.source):
            connection.execute(delete(table))
        for table, rows in _rows(version).items():
            connection.execute(table.insert(), rows)


def versions_in(snapshot: Snapshot) -> set[int]:
    """Every number of a version that a snapshot shows, from queries that follow one another."""
    publication = snapshot.frame(select(schema.publication.c.version))["version"]
    revenue = snapshot.frame(select(schema.national_revenue.c.amount_government_usd))["amount_government_usd"]
    names = snapshot.frame(select(schema.indicator.c.unit))["unit"]
    return {int(number) for column in (publication, revenue, names) for number in column}


def _rows(version: int) -> dict:
    languages = {f"{name}_{code}": "x" for name in ("title", "publisher", "licence") for code in ("ky", "ru", "en")}
    now = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(seconds=version)
    about = {"source_key": "s", "dataset": "revenue", "kind": "compiled", "loaded_at": now, "row_count": ROWS}
    return {
        schema.source: [languages | about],
        schema.national_revenue: [
            {"fiscal_year": 1900 + row, "amount_government_usd": version, "source_key": "s"} for row in range(ROWS)
        ],
        schema.indicator: [
            {"indicator_code": f"i{row}", "medium": "water", "unit": str(version), "direction": "range"}
            for row in range(ROWS)
        ],
        schema.publication: [{"version": version, "published_at": now, "small_cell_limit": 5}],
    }


def _writer(path: Path) -> Engine:
    engine = create_engine(f"sqlite:///{path}", poolclass=NullPool)
    event.listen(engine, "connect", lambda connection, _record: connection.execute("PRAGMA journal_mode = WAL"))
    return engine
