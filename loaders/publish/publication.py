"""One publication: all public tables of one version, in one transaction."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import Connection, Table, delete, func, insert, select, update
from sqlalchemy.exc import IntegrityError

from data_access import schema
from loaders import decisions
from loaders.database import Stores, reading, writing
from loaders.publish.earlier import Earlier
from loaders.publish.tables import Frames, PublishRefused, published_tables
from loaders.store.runs import LOADED, load_run, publication
from loaders.write import write_rows


@dataclass(frozen=True)
class Published:
    """The version that the public store holds now, and whether this call made it."""

    version: int
    changed: bool


def publish(stores: Stores, limit: int) -> Published:
    """Publish what is loaded, unless the public store already holds exactly that.

    ``limit`` is the least count of people's cases that is shown. Raises PublishRefused and
    StoreUnavailable; the public store then keeps its version.
    """
    with writing(stores.public) as public:
        version = public.scalar(select(func.max(schema.publication.c.version))) or 0
        with reading(stores.private) as private:
            if is_published(private, version, limit):
                return Published(version, False)
            state = _state(private, limit)
            computed = published_tables(private, limit)
        _refill(public, computed.frames, version + 1, limit)
    _remember(stores, version + 1, state, computed.decided)
    return Published(version + 1, True)


def withdraw(stores: Stores, incident_id: str) -> bool:
    """Delete an incident from the public store, as a new version, where nothing can be published; False: not there."""
    with writing(stores.public) as public:
        if not public.scalar(select(func.count()).where(schema.incident.c.incident_id == incident_id)):
            return False
        for table in (schema.reply, schema.incident_actor, schema.incident_issue, schema.incident):
            public.execute(delete(table).where(table.c.incident_id == incident_id))
        version = schema.publication.c.version + 1
        public.execute(update(schema.publication).values(version=version, published_at=datetime.now(UTC)))
        return True


def is_published(private: Connection, version: int, limit: int) -> bool:
    """Whether a version holds exactly what is loaded now, with as much withheld."""
    last = private.execute(select(publication).where(publication.c.version == version)).first()
    state = _state(private, limit)
    return last is not None and {name: getattr(last, name) for name in state} == state


def _state(private: Connection, limit: int) -> dict[str, int | None]:
    """Everything that a publication follows from."""
    newest_run = private.scalar(select(func.max(load_run.c.run_id)).where(load_run.c.status == LOADED))
    return {"run_id": newest_run, "decision_id": decisions.newest(private), "small_cell_limit": limit}


def _refill(public: Connection, frames: Frames, version: int, limit: int) -> None:
    for table in reversed(schema.of_publication()):
        public.execute(delete(table))
    row = {"version": version, "published_at": datetime.now(UTC), "small_cell_limit": limit}
    public.execute(insert(schema.publication), row)
    try:
        for table, frame in frames.items():
            write_rows(public, table, frame)
            _check_count(public, table, len(frame))
    except IntegrityError as error:
        raise PublishRefused(f"what is loaded does not fit together: {error.orig}") from error


def _check_count(public: Connection, table: Table, expected: int) -> None:
    found = public.scalar(select(func.count()).select_from(table))
    if found != expected:
        raise PublishRefused(f"{table.name} holds {found} rows instead of {expected}")


def _remember(stores: Stores, version: int, state: Mapping[str, int | None], decided: Earlier) -> None:
    """Note what was published. A loader killed before this publishes the same once more, which does no harm."""
    row = {"version": version, "published_at": datetime.now(UTC), **state}
    with writing(stores.private) as private:
        private.execute(delete(publication).where(publication.c.version >= version))
        private.execute(insert(publication), row)
        decided.write(private)
