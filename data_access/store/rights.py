"""Whether the role with which the web enters PostgreSQL could read what only the loaders may."""

from sqlalchemy import text

from data_access.store import replication
from data_access.store.settings import PRIVATE_SCHEMA

HAS_USAGE = text("SELECT has_schema_privilege(oid, 'USAGE') FROM pg_namespace WHERE nspname = :name")


def warning(url: str) -> str | None:
    """A line for the log; None also where the database is SQLite's, or does not answer."""
    if url.startswith("sqlite"):
        return None
    try:
        is_open = replication.first_value(url, HAS_USAGE.bindparams(name=PRIVATE_SCHEMA))
    except replication.StoreProblem:
        return None
    reason = f"the web's role can read the schema {PRIVATE_SCHEMA}: enter the database as mining_web"
    return f"{reason} (loaders/roles.sql makes it)" if is_open else None
