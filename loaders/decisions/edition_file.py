"""The content of one edition as a file of its own: a SQLite file with all public tables."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory, gettempdir

from sqlalchemy import Connection, create_engine, delete, select
from sqlalchemy.exc import OperationalError, SQLAlchemyError
from sqlalchemy.pool import NullPool

from data_access.store import packing, replication
from data_access.vocabulary import schema
from loaders import migrations
from loaders.store.database import StoreUnavailable

# What reading or changing a content raises that is damaged, or of tables that nobody can bring up to date.
UNREADABLE = (SQLAlchemyError, migrations.TablesUnknown, replication.StoreProblem)


@contextmanager
def passing_file() -> Iterator[Path]:
    """A place for one content, for as long as it is needed. Raises StoreUnavailable where there is none."""
    try:
        with TemporaryDirectory(prefix="edition-") as folder:
            yield Path(folder) / "content.sqlite"
    except OSError as error:
        raise StoreUnavailable(f"no file can be written in {gettempdir()}: {error.strerror}") from error


def write(public: Connection, file: Path) -> None:
    """Make the content of what a public store holds now."""
    replication.copy_tables(public, schema.of_publication(), file)
    migrations.stamp(file)


@contextmanager
def room() -> Iterator[None]:
    """Raises StoreUnavailable where a disk is full: that makes no content unreadable."""
    try:
        yield
    except OperationalError as error:
        if "disk" in str(error.orig):
            raise StoreUnavailable(f"no file can be written in {gettempdir()}: {error.orig}") from error
        raise


def unpack(parts: Sequence[bytes], file: Path, sha256: str) -> bool:
    """Whether the parts are of the content with this hash, which the file then is."""
    try:
        packing.unpack(parts, file)
    except ValueError:
        return False
    return packing.sha256_of(file) == sha256


def hash_and_size(file: Path) -> dict[str, str | int]:
    """Hash and size of a content that is whole. Raises StoreProblem."""
    replication.check_copy(file)
    return {"sha256": packing.sha256_of(file), "byte_count": file.stat().st_size}


def incidents(file: Path) -> frozenset[str]:
    """Keys of the incidents that it shows."""
    engine = create_engine(f"sqlite:///{file}", poolclass=NullPool)
    with engine.connect() as connection:
        return frozenset(connection.scalars(select(schema.incident.c.incident_id)))


def delete_incident(file: Path, incident_id: str) -> bool:
    """Whether the incident was there. The file is written anew, so that nothing of it is left between the pages.

    An upgrade may have ended before it came to this edition.
    """
    migrations.upgrade_file(file)
    engine = create_engine(f"sqlite:///{file}", poolclass=NullPool)
    tables = [table for table in reversed(schema.metadata.sorted_tables) if "incident_id" in table.c]
    with engine.begin() as connection:
        counts = [connection.execute(delete(table).where(table.c.incident_id == incident_id)) for table in tables]
        was_there = any(count.rowcount for count in counts)
    if was_there:
        with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.exec_driver_sql("VACUUM")
    return was_there
