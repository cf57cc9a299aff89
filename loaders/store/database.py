"""Doors to the two stores: one transaction at a time for writers, a snapshot for readers."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, unquote

from sqlalchemy import Connection, Engine, NullPool, create_engine, event, make_url
from sqlalchemy.exc import DBAPIError, OperationalError, ProgrammingError

from data_access.store.settings import PRIVATE_SCHEMA, PUBLIC_SCHEMA
from loaders.store import private_store
from loaders.store.settings import LoaderSettings

LOCK_SECONDS = 5
# Any number will do, as long as all loaders ask for the same one.
WRITER_LOCK = 417_202_611
# Published for everybody: the web reads it as another user than the loaders'.
PUBLIC_FILE, PUBLIC_FOLDER = 0o644, 0o755
# What PostgreSQL calls a missing privilege.
NOT_ALLOWED = "42501"


class StoreUnavailable(Exception):
    """A store cannot be reached or another loader keeps it busy; the message is for the operator."""


@dataclass(frozen=True)
class Stores:
    """The two engines, private and public."""

    private: Engine
    public: Engine

    @classmethod
    def open(cls, settings: LoaderSettings) -> "Stores":
        """Engines for both stores. Connects to nothing and creates nothing."""
        private, public = _engine(settings.private_url, PRIVATE_SCHEMA), _engine(settings.public_url, PUBLIC_SCHEMA)
        if private.dialect.name == "sqlite":
            # First of all: SQLite gives the files that it puts beside a store the rights of the store.
            event.listen(private, "connect", lambda *_: _closed(private), insert=True)
        return cls(private, public)


@contextmanager
def write_transaction(engine: Engine) -> Iterator[Connection]:
    """One write transaction: committed when the block ends, undone when it raises.

    Raises StoreUnavailable when another writer keeps the store for longer than LOCK_SECONDS.
    """
    with _with_explanation(engine), engine.begin() as connection:
        if engine.dialect.name == "postgresql":
            connection.exec_driver_sql(
                f"SELECT pg_advisory_xact_lock({WRITER_LOCK}, hashtext(current_setting('search_path')))"
            )
        yield connection


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """One read transaction: everything read in it belongs to one state. Raises StoreUnavailable."""
    snapshot = {"isolation_level": "REPEATABLE READ"} if engine.dialect.name == "postgresql" else {"begin": "DEFERRED"}
    with _with_explanation(engine), engine.connect().execution_options(**snapshot) as connection:
        yield connection


def create_private(engine: Engine) -> None:
    """Make an empty SQLite file that only this user reads, unless it is there, now or at its earlier default place.

    Raises StoreUnavailable when that is not possible.
    """
    if engine.dialect.name == "sqlite":
        path = _sqlite_path(engine)
        try:
            private_store.move_in(path, LOCK_SECONDS)
            private_store.create(path)
        except sqlite3.OperationalError as error:
            raise StoreUnavailable(
                f"the private store cannot be moved to {path}: {error}; stop what reads it"
            ) from error
        except OSError as error:
            raise StoreUnavailable(f"{path} cannot be created: {error.strerror}") from error


def open_folder(engine: Engine) -> Path | None:
    """The folder of a private SQLite store that others can look into, since other things lie there too."""
    path = _sqlite_path(engine) if engine.dialect.name == "sqlite" else None
    return path.parent if path and private_store.is_open(path) else None


def create_public(engine: Engine) -> None:
    """Make an empty SQLite file that everybody may read, with its folder, if there is none. Raises StoreUnavailable."""
    if engine.dialect.name == "sqlite":
        path = _sqlite_path(engine)
        try:
            if not path.parent.exists():
                path.parent.mkdir(parents=True)
                path.parent.chmod(PUBLIC_FOLDER)
            if not path.exists():
                path.touch()
                path.chmod(PUBLIC_FILE)
        except OSError as error:
            raise StoreUnavailable(f"{path} cannot be created: {error.strerror}") from error


def rewrite(engine: Engine, tables: Sequence[str]) -> None:
    """Write tables anew, so that nothing of deleted rows is left in the database's files. Raises StoreUnavailable.

    SQLite writes all of its file anew. Backups and PostgreSQL's own journal of changes keep what they have.
    """
    if engine.dialect.name == "postgresql":
        with _with_explanation(engine), engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            for table in tables:
                connection.exec_driver_sql(f"VACUUM (FULL) {table}")
        return
    with _with_explanation(engine), engine.connect() as connection:
        # Not inside of a transaction, which SQLAlchemy would begin.
        statements = connection.connection.driver_connection
        try:
            statements.execute("VACUUM")
            is_busy = statements.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
        except statements.OperationalError as error:
            raise OperationalError("VACUUM", None, error) from error
        if is_busy:
            raise StoreUnavailable(f"another process reads {_where(engine)}")


@contextmanager
def _with_explanation(engine: Engine) -> Iterator[None]:
    try:
        yield
    except OperationalError as error:
        raise StoreUnavailable(f"{_reason(error)} ({_where(engine)})") from error
    except ProgrammingError as error:
        if getattr(error.orig, "sqlstate", None) != NOT_ALLOWED:
            raise
        reason = f"the database does not let this role do it: {_first_line(error)}; loaders/roles.sql makes the roles"
        raise StoreUnavailable(f"{reason} ({_where(engine)})") from error


def _closed(engine: Engine) -> None:
    path = _sqlite_path(engine)
    try:
        private_store.close(path)
    except FileNotFoundError:
        return  # SQLite says better that there is no store, or it has just taken away its log
    except OSError as error:
        reason = "others can read the private store, and it belongs to another user: run the loaders as that one"
        raise StoreUnavailable(f"{reason} ({path})") from error


def _first_line(error: DBAPIError) -> str:
    return str(error.orig).splitlines()[0]


def _reason(error: OperationalError) -> str:
    text = str(error.orig)
    if "locked" in text or "lock timeout" in text:
        return f"another loader is writing, still after {LOCK_SECONDS} seconds: run the same command again later"
    if "unable to open" in text:
        return "the database file is not there or cannot be opened; `python -m loaders upgrade` creates it"
    return f"the database cannot be used: {_first_line(error)}"


def _where(engine: Engine) -> str:
    is_file = engine.dialect.name == "sqlite"
    return str(_sqlite_path(engine)) if is_file else engine.url.render_as_string(hide_password=True)


def _sqlite_path(engine: Engine) -> Path:
    return Path(unquote(engine.url.database.removeprefix("file:")))


def _engine(url: str, schema: str) -> Engine:
    if not url.startswith("sqlite"):
        options = f"-c search_path={schema} -c lock_timeout={LOCK_SECONDS}s -c TimeZone=UTC"
        return create_engine(url, poolclass=NullPool, connect_args={"options": options, "connect_timeout": 10})
    # mode=rw: a mistyped address must fail, not make an empty database.
    address = make_url(url).set(database=f"file:{quote(make_url(url).database)}", query={"mode": "rw", "uri": "true"})
    engine = create_engine(address, poolclass=NullPool, connect_args={"timeout": LOCK_SECONDS})
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(dbapi_connection, _record) -> None:
    # The driver's own transaction handling commits before DDL; BEGIN is ours, see _begin_sqlite.
    dbapi_connection.isolation_level = None
    dbapi_connection.execute("PRAGMA journal_mode = WAL")
    dbapi_connection.execute("PRAGMA foreign_keys = ON")
    # 32 MB, so that the indexes of a long load stay in memory.
    dbapi_connection.execute("PRAGMA cache_size = -32000")


def _begin_sqlite(connection: Connection) -> None:
    # IMMEDIATE takes the write lock at once, so that two loaders never both read and then both write.
    connection.exec_driver_sql(f"BEGIN {connection.get_execution_options().get('begin', 'IMMEDIATE')}")
