"""What the last attempt to load a source ended in, where it was refused.

A refusal leaves the database as it was: no row of data, no load and no publication is touched. Only this note is
written, in a transaction of its own after the refused one, so that whoever looks at ``status`` learns of a timetable
that fails every night. A later attempt that is not refused takes it away; a dry run leaves nothing.
"""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime

from sqlalchemy import Engine, delete, insert, select

from loaders.checks import LoadRefused
from loaders.database import StoreUnavailable, reading, writing
from loaders.datasets import DATASETS
from loaders.sources import Source
from loaders.store.runs import refusal

# The reason may quote names of columns, and where a header is missing those are cells of the first row.
OF_PEOPLE = "the reason is kept in no database, because it might quote the file; the loader has printed it"
LONGEST = 500


@contextmanager
def noted(engine: Engine, source: Source) -> Iterator[None]:
    """Note that what is tried in the block was refused, or forget that it was before."""
    try:
        yield
    except LoadRefused as error:
        _note(engine, source, error)
        raise
    _forget(engine, source)


def _note(engine: Engine, source: Source, error: LoadRefused) -> None:
    is_of_people = DATASETS[source.loads].case is not None
    row = {
        "source_key": source.key,
        "refused_at": datetime.now(UTC),
        "refused_file": error.file[:LONGEST],
        "refused_because": OF_PEOPLE if is_of_people else error.reason[:LONGEST],
    }
    _replace(engine, source, [row])


def _forget(engine: Engine, source: Source) -> None:
    """Without asking for the lock when there is nothing to forget."""
    with reading(engine) as connection:
        is_noted = connection.execute(select(refusal).where(refusal.c.source_key == source.key)).first() is not None
    if is_noted:
        _replace(engine, source, [])


def _replace(engine: Engine, source: Source, rows: list[dict]) -> None:
    """Another loader may keep the store busy; the outcome of the attempt itself matters more than this note."""
    with suppress(StoreUnavailable), writing(engine) as connection:
        connection.execute(delete(refusal).where(refusal.c.source_key == source.key))
        for row in rows:
            connection.execute(insert(refusal), row)
