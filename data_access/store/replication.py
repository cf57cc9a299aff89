"""Reads the public store: its version, and a checked copy of all its tables in one SQLite file."""

import re
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from hashlib import sha256
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine, Executable, Table, create_engine, inspect, select
from sqlalchemy.exc import OperationalError, SQLAlchemyError
from sqlalchemy.pool import NullPool

from data_access.store import no_room, packing, sqlite_files
from data_access.store.settings import PUBLIC_SCHEMA
from data_access.vocabulary import schema

CONNECT_SECONDS = 5
# A server that is gone without a word is noticed within half a minute, not after the two hours of TCP.
KEEPALIVE = {"keepalives_idle": 10, "keepalives_interval": 5, "keepalives_count": 3, "tcp_user_timeout": 25_000}
STATEMENT_MILLISECONDS = 20_000
ROWS_AT_A_TIME = 5_000
# Names of editions become names of files.
KEY, SHA256 = re.compile(r"[a-z0-9][a-z0-9-]{1,39}"), re.compile(r"[0-9a-f]{64}")
# A foreign database may hold anything under our names: text for dates, nothing for numbers.
UNREADABLE = (SQLAlchemyError, sqlite3.Error, ValueError, TypeError)
Answer = TypeVar("Answer")


class StoreProblem(Exception):
    """The store or a copy cannot be used; ``reason`` is missing, empty, unreadable, unreachable or no_room."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def version_of(url: str) -> str:
    """The version that the store holds now. Raises StoreProblem."""
    return _read(url, _version)


def first_value(url: str, question: Executable) -> Any:
    """The first column of the first row of an answer. Raises StoreProblem."""
    return _read(url, lambda connection: connection.scalar(question))


def _read(url: str, reader: Callable[[Connection], Answer]) -> Answer:
    try:
        with _engine(url).connect() as connection:
            return reader(connection)
    except UNREADABLE as error:
        raise StoreProblem(_reason(url, error)) from error


def copy_store(url: str, target: Path) -> None:
    """Copy one complete version of all public tables to a new SQLite file, without contents of editions.

    Raises StoreProblem.
    """
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


def copy_tables(reader: Connection, tables: Sequence[Table], target: Path) -> None:
    """Make a SQLite file with all public tables, and rows in these. All are read in the transaction of ``reader``."""
    local = create_engine(f"sqlite:///{target}", poolclass=NullPool)
    schema.metadata.create_all(local)
    with local.begin() as writer:
        for table in tables:
            rows = reader.execute(select(table)).mappings()
            for part in iter(lambda rows=rows: rows.fetchmany(ROWS_AT_A_TIME), []):
                writer.execute(table.insert(), [dict(row) for row in part])


def editions_in(path: Path) -> dict[str, str]:
    """Hashes of the contents of the editions that stand, by key, as a copy of the store names them.

    Raises StoreProblem.
    """
    try:
        with _engine(f"sqlite:///{path}").connect() as connection:
            hashes = {key: content for key, content in _editions(connection) if content is not None}
    except UNREADABLE as error:
        raise StoreProblem("unreadable") from error
    if not all(KEY.fullmatch(key) and SHA256.fullmatch(content) for key, content in hashes.items()):
        raise StoreProblem("unreadable")
    return hashes


def copy_edition(url: str, key: str, target: Path) -> None:
    """Write the content of an edition to a new SQLite file. Raises StoreProblem."""
    part = schema.edition_part.c
    query = select(part.content).where(part.edition_key == key).order_by(part.part)
    try:
        with _engine(url).connect() as connection:
            packing.unpack(connection.execute(query).scalars(), target)
    except UNREADABLE as error:
        raise StoreProblem(_reason(url, error)) from error


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
    how = "?mode=ro&immutable=1" if sqlite_files.is_still(path) else "?mode=ro"
    return sqlite3.connect(f"{path.as_uri()}{how}", uri=True, timeout=CONNECT_SECONDS)


def _version(connection: Connection) -> str:
    publication = connection.execute(select(schema.publication.c.version, schema.publication.c.published_at)).first()
    if publication is None:
        raise StoreProblem("empty")
    version = f"{publication.version:d}-{publication.published_at:%Y%m%dT%H%M%S}"
    edition_rows = _editions(connection)
    return f"{version}-{sha256(repr(edition_rows).encode()).hexdigest()[:8]}" if edition_rows else version


def _editions(connection: Connection) -> list[tuple[str, str | None]]:
    """Key and hash of every edition; what changes in them is news like a publication."""
    columns = schema.edition.c
    query = select(columns.edition_key, columns.sha256).order_by(columns.edition_key)
    return [tuple(row) for row in connection.execute(query)]


def _reason(url: str, error: Exception) -> str:
    """Tell a store that was never filled, or for whose copy there is no room, from one that is broken or away."""
    if no_room.is_reason_of(error):
        return no_room.REASON
    cause = getattr(error, "orig", error)
    is_missing = "no such table" in str(cause) or type(cause).__name__ == "UndefinedTable"
    if is_missing and schema.publication.name in str(cause):
        return "empty"
    return "unreachable" if isinstance(error, OperationalError) and not url.startswith("sqlite") else "unreadable"


def _back_up(source: Path, target: Path) -> None:
    before = sqlite_files.state(source) if source.is_file() and sqlite_files.is_still(source) else None
    with closing(_connect_sqlite(source)) as reader:
        sqlite_files.back_up(reader, target)
    if before and sqlite_files.state(source) != before:
        raise StoreProblem("unreachable")  # a loader came in between: the watcher asks again


def _copy_rows(engine: Engine, target: Path) -> None:
    tables = [table for table in schema.metadata.sorted_tables if table is not schema.edition_part]
    with engine.connect() as reader:
        copy_tables(reader, tables, target)


def _has_all_columns(connection: Connection) -> bool:
    inspector = inspect(connection)
    names = set(inspector.get_table_names())
    return all(
        table.name in names and {c["name"] for c in inspector.get_columns(table.name)} >= set(table.columns.keys())
        for table in schema.metadata.sorted_tables
    )
