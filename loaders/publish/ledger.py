"""What was published, as the private store knows it: announced before a version is public, confirmed when it is.

A version must never be public while nobody knows what it shows and withholds. So that is written first; when the
version does not come after all, the announcement is taken back before the next one.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, delete, func, insert, select, update

from data_access.vocabulary import schema
from loaders import migrations
from loaders.engine.embargoed_loads import aware
from loaders.publish.grievances import Books
from loaders.publish.posting import write_posted
from loaders.store import incident_decisions
from loaders.store.database import Stores, reading, write_transaction
from loaders.store.grievances import decided_count, posted_event
from loaders.store.runs import LOADED, load_run, publication

# What is noted for each attempt to publish.
ATTEMPT_TABLES = (publication, decided_count, posted_event)
State = Mapping[str, int | str | None]
UNCONFIRMED_ATTEMPTS = select(publication).where(publication.c.is_confirmed.is_(False))


def state(private: Connection, limit: int) -> State:
    """Everything that a publication follows from; newer tables have to be filled although no row is new."""
    newest_run = private.scalar(select(func.max(load_run.c.run_id)).where(load_run.c.status == LOADED))
    decision_id, tables = incident_decisions.newest(private), migrations.newest("public")
    return {"run_id": newest_run, "decision_id": decision_id, "small_cell_limit": limit, "tables": tables}


def is_published(private: Connection, version: int, limit: int) -> bool:
    """Whether a version holds exactly what is loaded now, with as much withheld."""
    last = private.execute(select(publication).where(publication.c.version == version)).first()
    now = state(private, limit)
    return last is not None and {name: getattr(last, name) for name in now} == now


def last_version(private: Connection) -> int:
    """The highest version that was ever public, as far as the private store knows; 0: none."""
    return private.scalar(select(func.max(publication.c.version))) or 0


def count(stores: Stores, earlier_row: Row[Any]) -> None:
    """Note the version of a withdrawal, so that no other gets its number; what it follows from is not noted."""
    row = {name: getattr(earlier_row, name) for name in ("version", "published_at", "small_cell_limit")}
    with write_transaction(stores.private) as private:
        _settle(private, earlier_row)
        if earlier_row.version > last_version(private):
            private.execute(insert(publication), {**row, "is_confirmed": True})


def announce(stores: Stores, version: int, published_at: datetime, new_state: State, books: Books) -> int:
    """Note what will be published as a version; gives the number of the attempt."""
    with write_transaction(stores.private) as private:
        attempt = _next_attempt(private)
        private.execute(delete(publication).where(publication.c.version >= version))
        row = {"version": version, "published_at": published_at, "attempt": attempt, "is_confirmed": False, **new_state}
        private.execute(insert(publication), row)
        books.earlier.write(private, attempt)
        write_posted(private, books.posted_events, attempt)
        return attempt


def _next_attempt(private: Connection) -> int:
    """A number that nothing decided has, also where the publication itself is noted no more."""
    numbers = (private.scalar(select(func.max(table.c.attempt))) for table in ATTEMPT_TABLES)
    return max(number or 0 for number in numbers) + 1


def confirm(stores: Stores, attempt: int) -> None:
    """Note that what was announced is public."""
    with write_transaction(stores.private) as private:
        _confirm(private, attempt)


def settle(stores: Stores, public: Connection) -> None:
    """Confirm or take back what was announced and not confirmed; ``public`` keeps other publications away meanwhile.

    A version that is past was public: withdrawals of single incidents, which count on, wait for nobody. So may one have
    been that a store knows nothing of which was lost, or is older than the one before.
    """
    with reading(stores.private) as private:
        if private.execute(UNCONFIRMED_ATTEMPTS).first() is None:
            return
    there = public.execute(select(schema.publication)).first()
    with write_transaction(stores.private) as private:
        _settle(private, there)


def _settle(private: Connection, there: Row[Any] | None) -> None:
    for row in private.execute(UNCONFIRMED_ATTEMPTS).all():
        if _was_public(row, there):
            _confirm(private, row.attempt)
        else:
            for table in ATTEMPT_TABLES:
                private.execute(delete(table).where(table.c.attempt == row.attempt))


def _was_public(announcement: Row[Any], there: Row[Any] | None) -> bool:
    public_version = there.version if there else 0
    if there and announcement.version == public_version:
        return bool(aware(announcement.published_at) == aware(there.published_at))
    return bool(announcement.version != public_version + 1)


def _confirm(private: Connection, attempt: int) -> None:
    private.execute(update(publication).where(publication.c.attempt == attempt).values(is_confirmed=True))
