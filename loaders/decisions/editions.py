"""Editions: published versions that are kept under a name, as they were.

The content of an edition is a SQLite file with all public tables, which lies compressed in the public store. No
publication changes it. A takedown removes its incident from it, an upgrade brings its tables up to date. One that is
broken does not stop either.
"""

from collections.abc import Callable, Collection, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from sqlalchemy import Connection, Row, delete, insert, select, update

from data_access.store import packing, replication
from data_access.vocabulary import clock, schema
from data_access.vocabulary.edition import EXAMPLE
from loaders import migrations
from loaders.decisions import edition_file
from loaders.publish import is_published
from loaders.store.database import Stores, reading, write_transaction

NAME = replication.KEY
edition, edition_part = schema.edition.c, schema.edition_part.c
UNREADABLE_CONTENT = "its content could not be read any more when a record was taken down"


class EditionRefused(Exception):
    """An edition cannot be made or withdrawn; both stores are as they were."""


class Rewritten(NamedTuple):
    """Names of the editions that were changed, and of those that cannot be read."""

    changed_editions: list[str]
    broken_editions: list[str]


def freeze(stores: Stores, limit: int, key: str, titles: Mapping[str, str], by: str) -> int:
    """Keep the published version under a name, with titles by language; gives its number. Raises EditionRefused."""
    if key == EXAMPLE:
        raise EditionRefused(f"the name {key} is that of the edition with invented figures: choose another one")
    with write_transaction(stores.public) as public, edition_file.passing_file() as file:
        if edition_row(public, key) is not None:
            raise EditionRefused(f"there is an edition {key} already; an edition stays as it is: choose another name")
        publication = public.execute(select(schema.publication)).first()
        if publication is None:
            raise EditionRefused("nothing is published that could be kept: load data and publish them first")
        _require_published(stores, publication.version, limit)
        edition_file.write(public, file)
        keep(public, about(publication, key, titles, by) | edition_file.hash_and_size(file), file)
        return publication.version


def about(publication: Row, key: str, titles: Mapping[str, str], by: str) -> dict[str, object]:
    """What is told of an edition of a published version, but for its content; titles by language."""
    row = {"edition_key": key, **{f"title_{language}": title for language, title in titles.items()}}
    row |= {"version": publication.version, "published_at": publication.published_at}
    return row | {"frozen_at": clock.now(), "frozen_by": by, "removed_count": 0}


def keep(public: Connection, about: Mapping[str, object], content: Path | None) -> None:
    """Add an edition with its content; a withdrawn one has none."""
    public.execute(insert(schema.edition), about)
    if content is not None:
        _write_parts(public, str(about["edition_key"]), content)


def withdraw(stores: Stores, key: str, reason: str) -> None:
    """Delete the content of an edition; its name and the reason remain, for good. Raises EditionRefused."""
    with write_transaction(stores.public) as public:
        there = edition_row(public, key)
        if there is None:
            raise EditionRefused(f"there is no edition {key}; `python -m loaders freeze` lists them")
        if there.withdrawn_at is not None:
            raise EditionRefused(f"edition {key} was withdrawn before, on {there.withdrawn_at:%Y-%m-%d}")
        _withdraw(public, key, reason)


def edition_row(public: Connection, key: str) -> Row | None:
    """The edition of a name, withdrawn or not."""
    return public.execute(select(schema.edition).where(edition.edition_key == key)).first()


def all_editions(stores: Stores) -> list[Row]:
    """Every edition, in the order in which they were frozen."""
    with reading(stores.public) as public:
        return list(public.execute(select(schema.edition).order_by(edition.frozen_at)))


def remove_incident(stores: Stores, incident_id: str) -> Rewritten:
    """Remove an incident from the contents of all editions, and count it in those that had it.

    A content that cannot be read may hold it: such editions are withdrawn.
    """
    with write_transaction(stores.public) as public:
        outcome = _rewrite(public, lambda file: edition_file.delete_incident(file, incident_id), removals=1)
        for key in outcome.broken_editions:
            _withdraw(public, key, UNREADABLE_CONTENT)
        return outcome


def upgrade(stores: Stores) -> Rewritten:
    """Bring the tables of all editions that can be read up to date, so that newer code can read them."""
    with write_transaction(stores.public) as public:
        return _rewrite(public, migrations.upgrade_file, removals=0)


def incidents_by_edition(stores: Stores, incident_ids: Collection[str]) -> dict[str, frozenset[str]]:
    """Which of these incidents each edition shows that can be read."""
    with reading(stores.public) as public:
        return {
            key: edition_file.incidents(file) & frozenset(incident_ids)
            for key, file in _contents(public)
            if file is not None
        }


def _rewrite(public: Connection, change: Callable[[Path], bool], removals: int) -> Rewritten:
    """Change the content of each edition where ``change``, given its file, says that it did."""
    outcome = Rewritten([], [])
    for key, file in _contents(public):
        try:
            hash_and_size = _change(file, change)
        except edition_file.UNREADABLE:
            outcome.broken_editions.append(key)
            continue
        if hash_and_size:
            about = hash_and_size | {"removed_count": edition.removed_count + removals}
            public.execute(update(schema.edition).where(edition.edition_key == key).values(about))
            public.execute(delete(schema.edition_part).where(edition_part.edition_key == key))
            _write_parts(public, key, file)
            outcome.changed_editions.append(key)
    return outcome


def _change(file: Path | None, change: Callable[[Path], bool]) -> dict[str, str | int]:
    """Hash and size of a content after a change; empty where nothing was to be changed.

    Raises UNREADABLE, and StoreUnavailable where there is no room.
    """
    if file is None:
        raise replication.StoreProblem("unreadable")
    with edition_file.room():
        return edition_file.hash_and_size(file) if change(file) else {}


def _contents(public: Connection) -> Iterator[tuple[str, Path | None]]:
    """Name and content, as a passing file, of each edition that stands; None for a content that is not whole."""
    standing = select(edition.edition_key, edition.sha256).where(edition.sha256.is_not(None))
    for key, sha256 in public.execute(standing.order_by(edition.edition_key)).all():
        parts = select(edition_part.content).where(edition_part.edition_key == key).order_by(edition_part.part)
        with edition_file.passing_file() as file:
            yield key, file if edition_file.unpack(public.scalars(parts).all(), file, sha256) else None


def _withdraw(public: Connection, key: str, reason: str) -> None:
    public.execute(delete(schema.edition_part).where(edition_part.edition_key == key))
    nothing = {"sha256": None, "byte_count": None}
    trace = {"withdrawn_at": clock.now(), "withdrawn_why": reason}
    public.execute(update(schema.edition).where(edition.edition_key == key).values(**nothing, **trace))


def _write_parts(public: Connection, key: str, file: Path) -> None:
    for number, part in enumerate(packing.compressed_parts(file), start=1):
        public.execute(insert(schema.edition_part), {"edition_key": key, "part": number, "content": part})


def _require_published(stores: Stores, version: int, limit: int) -> None:
    with reading(stores.private) as private:
        if not is_published(private, version, limit):
            reason = "what is loaded, or how much of it is withheld, has changed since it was published"
            raise EditionRefused(f"{reason}: look at it first, after `python -m loaders publish`")
