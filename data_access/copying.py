"""Reads the public store: its version, and a checked copy of all its tables in one SQLite file."""

import sqlite3
from contextlib import closing
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, inspect, select
from sqlalchemy.exc import OperationalError, SQLAlchemyError
from sqlalchemy.pool import NullPool

from data_access import schema

PUBLIC_SCHEMA = "mining_public"
CONNECT_SECONDS = 5
# A server that is gone without a word is noticed within half a minute, not after the two hours of TCP.
KEEPALIVE = {"keepalives_idle": 10, "keepalives_interval": 5, "keepalives_count": 3, "tcp_user_timeout": 25_000}
STATEMENT_MILLISECONDS = 20_000
ROWS_AT_A_TIME = 5_000
# A foreign database may hold anything under our names: text for dates, nothing for numbers.
UNREADABLE = (SQLAlchemyError, sqlite3.Error, ValueError, TypeError)


class StoreProblem(Exception):
    """The store or a copy cannot be used; ``reason`` is missing, empty, unreadable or unreachable."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def version_of(url: str) -> str:
    """The version that the store holds now. Raises StoreProblem."""
    try:
        with _engine(url).connect() as connection:
            return _version(connection)
    except UNREADABLE as error:
        raise StoreProblem(_reason(url, error)) from error


def copy_store(url: str, target: Path) -> None:
    """Copy one complete version of all public tables to a new SQLite file. Raises StoreProblem."""
    try:
        if url.startswith("sqlite"):
            _back_up(_file(url), target)
        else:
            _copy_rows(_engine(url), target)
    except UNREADABLE as error:
        raise StoreProblem(_reason(url, error)) from error


def check_copy(path: Path) -> str:
    """The version of a copy that is whole and has every public table and column. Raises StoreProblem."""
    try:
        with _engine(f"sqlite:///{path}").connect() as connection:
            if connection.exec_driver_sql("PRAGMA quick_check").scalar() != "ok" or not _has_all_columns(connection):
                raise StoreProblem("unreadable")
            return _version(connection)
    except UNREADABLE as error:
        raise StoreProblem("unreadable") from error


def _engine(url: str) -> Engine:
    if url.startswith("sqlite"):
        return create_engine("sqlite://", creator=lambda: _connect_sqlite(_file(url)), poolclass=NullPool)
    options = f"-c search_path={PUBLIC_SCHEMA} -c default_transaction_read_only=on -c timezone=UTC"
    arguments = {
        "options": f"{options} -c statement_timeout={STATEMENT_MILLISECONDS}",
        "connect_timeout": CONNECT_SECONDS,
        **KEEPALIVE,
    }
    address = "postgresql+psycopg://" + url.split("://", 1)[1]
    return create_engine(address, connect_args=arguments, poolclass=NullPool, isolation_level="REPEATABLE READ")


def whereabouts(url: str) -> str:
    """The address of a store, the same from every working directory."""
    return f"sqlite:///{_file(url)}" if url.startswith("sqlite") else url


def _file(url: str) -> Path:
    return Path(url.removeprefix("sqlite:///")).absolute()


def _connect_sqlite(path: Path) -> sqlite3.Connection:
    """Open an existing file for reading; a missing one is a problem, never a new empty database."""
    if not path.is_file():
        raise StoreProblem("missing")
    return sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True, timeout=CONNECT_SECONDS)


def _version(connection: Connection) -> str:
    found = connection.execute(select(schema.publication.c.version, schema.publication.c.published_at)).first()
    if found is None:
        raise StoreProblem("empty")
    return f"{found.version:d}-{found.published_at:%Y%m%dT%H%M%S}"


def _reason(url: str, error: Exception) -> str:
    """Tell a store that was never filled from one that is broken or away."""
    cause = getattr(error, "orig", error)
    if "no such table" in str(cause) or type(cause).__name__ == "UndefinedTable":
        return "empty"
    return "unreachable" if isinstance(error, OperationalError) and not url.startswith("sqlite") else "unreadable"


def _back_up(source: Path, target: Path) -> None:
    with closing(_connect_sqlite(source)) as reader, closing(sqlite3.connect(target)) as writer:
        reader.backup(writer)
        # A copy is one immutable file: it must not look for the write-ahead log of its source.
        writer.execute("PRAGMA journal_mode = DELETE")


def _copy_rows(engine: Engine, target: Path) -> None:
    local = create_engine(f"sqlite:///{target}", poolclass=NullPool)
    schema.metadata.create_all(local)
    with engine.connect() as reader, local.begin() as writer:
        for table in schema.metadata.sorted_tables:
            rows = reader.execute(select(table)).mappings()
            for part in iter(lambda rows=rows: rows.fetchmany(ROWS_AT_A_TIME), []):
                writer.execute(table.insert(), [dict(row) for row in part])


def _has_all_columns(connection: Connection) -> bool:
    found = inspect(connection)
    names = set(found.get_table_names())
    return all(
        table.name in names and {c["name"] for c in found.get_columns(table.name)} >= set(table.columns.keys())
        for table in schema.metadata.sorted_tables
    )
