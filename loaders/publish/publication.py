"""One publication: all public tables of one version, in one transaction."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, Table, delete, func, insert, select, update
from sqlalchemy.exc import DataError, IntegrityError

from data_access.vocabulary import clock, schema
from loaders.engine.write import write_rows
from loaders.gate.constraints import in_words
from loaders.publish import ledger
from loaders.publish.tables import Frames, PublishRefused, published_tables
from loaders.store.database import Stores, StoreUnavailable, reading, write_transaction


@dataclass(frozen=True)
class PublicationOutcome:
    """The version that the public store holds now, and whether this call made it."""

    version: int
    is_new: bool


def publish(stores: Stores, limit: int) -> PublicationOutcome:
    """Publish what is loaded, unless the public store already holds exactly that.

    ``limit`` is the least count of people's cases that is shown. Raises PublishRefused and
    StoreUnavailable; the public store then keeps its version.
    """
    with write_transaction(stores.public) as public:
        ledger.settle(stores, public)
        public_version = public.scalar(select(func.max(schema.publication.c.version))) or 0
        with reading(stores.private) as private:
            last = ledger.last_version(private)
            if public_version >= last and ledger.is_published(private, public_version, limit):
                return PublicationOutcome(public_version, False)
            state = ledger.state(private, limit)
            computed_tables = published_tables(private, limit)
        # A public store that was lost, or came back from a backup, goes on where it was.
        row = {"version": max(public_version, last) + 1, "published_at": clock.now(), "small_cell_limit": limit}
        attempt = ledger.announce(stores, row["version"], row["published_at"], state, computed_tables.books)
        _refill(public, computed_tables.frames, row)
    # Where another loader keeps the private store busy, the next publication confirms this one.
    with suppress(StoreUnavailable):
        ledger.confirm(stores, attempt)
    return PublicationOutcome(row["version"], True)


def withdraw(stores: Stores, incident_id: str) -> bool:
    """Delete an incident from the public store, as a new version, where nothing can be published; False: not there.

    It does not wait for a private store that is busy.
    """
    with write_transaction(stores.public) as public:
        if not public.scalar(select(func.count()).where(schema.incident.c.incident_id == incident_id)):
            return False
        with suppress(StoreUnavailable):
            ledger.settle(stores, public)
        for table in (schema.reply, schema.incident_actor, schema.incident_issue, schema.incident):
            public.execute(delete(table).where(table.c.incident_id == incident_id))
        row = {"version": schema.publication.c.version + 1, "published_at": clock.now()}
        public.execute(update(schema.publication).values(**row))
        there = public.execute(select(schema.publication)).one()
    with suppress(StoreUnavailable):
        ledger.count(stores, there)
    return True


def _refill(public: Connection, frames: Frames, row: Mapping[str, int | datetime]) -> None:
    for table in reversed(schema.of_publication()):
        public.execute(delete(table))
    public.execute(insert(schema.publication), row)
    try:
        for table, frame in frames.items():
            write_rows(public, table, frame)
            _check_count(public, table, len(frame))
    except (IntegrityError, DataError) as error:
        raise PublishRefused(f"what is loaded does not fit together: {in_words(error)}") from error


def _check_count(public: Connection, table: Table, expected_count: int) -> None:
    row_count = public.scalar(select(func.count()).select_from(table))
    if row_count != expected_count:
        raise PublishRefused(f"{table.name} holds {row_count} rows instead of {expected_count}")
