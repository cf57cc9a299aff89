"""One publication: all public tables of one version, in one transaction."""

from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import Connection, Table, delete, func, insert, select
from sqlalchemy.exc import IntegrityError

from data_access import schema
from loaders.database import Stores, reading, writing
from loaders.publish.tables import Frames, PublishRefused, published_tables
from loaders.store.runs import load_run, publication
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
            newest_run = private.scalar(select(func.max(load_run.c.run_id)))
            if _is_current(private, version, newest_run, limit):
                return Published(version, False)
            frames = published_tables(private, limit)
        _refill(public, frames, version + 1, limit)
    _remember(stores, version + 1, newest_run, limit)
    return Published(version + 1, True)


def _is_current(private: Connection, version: int, newest_run: int | None, limit: int) -> bool:
    last = private.execute(select(publication).where(publication.c.version == version)).first()
    return last is not None and (last.run_id, last.small_cell_limit) == (newest_run, limit)


def _refill(public: Connection, frames: Frames, version: int, limit: int) -> None:
    for table in reversed(schema.metadata.sorted_tables):
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


def _remember(stores: Stores, version: int, newest_run: int | None, limit: int) -> None:
    """Note what was published. A loader killed before this publishes the same once more, which does no harm."""
    row = {
        "version": version, "run_id": newest_run, "small_cell_limit": limit, "published_at": datetime.now(UTC)
    }  # fmt: skip
    with writing(stores.private) as private:
        private.execute(delete(publication).where(publication.c.version >= version))
        private.execute(insert(publication), row)
