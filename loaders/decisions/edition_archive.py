"""Editions as files outside of the public store, and back into a store that has lost them.

A file holds what the public store holds of one edition, in the same tables, and nothing else: its name and titles, and
its content or, of a withdrawn one, the reason.
"""

import shutil
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, NullPool, Row, create_engine, insert, select

from data_access.vocabulary import schema
from loaders import migrations
from loaders.decisions import edition_file, editions
from loaders.decisions.editions import EditionRefused
from loaders.store import incident_decisions, private_store
from loaders.store.database import Stores, StoreUnavailable, reading, write_transaction

FILE_ENDING = ".edition.sqlite"
edition, edition_part = schema.edition.c, schema.edition_part.c
HAS_PARTS = ((schema.edition, edition.edition_key), (schema.edition_part, edition_part.edition_key))


def write(stores: Stores, folder: Path) -> list[Path]:
    """Write a file for each edition, in the place of an earlier one of it. Raises StoreUnavailable."""
    try:
        folder.mkdir(mode=private_store.OWN_FOLDER, parents=True, exist_ok=True)
        with reading(stores.public) as public:
            keys = public.scalars(select(edition.edition_key).order_by(edition.edition_key)).all()
            return [_write_one(public, key, folder) for key in keys]
    except OSError as error:
        raise StoreUnavailable(f"no file can be written in {folder}: {error.strerror}") from error


def read(stores: Stores, path: Path) -> tuple[str, bool]:
    """The name of the edition that a file holds, and whether it was brought into the store: one that is there stays.

    What was taken down since the file was written is left out. Raises EditionRefused, and StoreUnavailable.
    """
    with edition_file.passing_file() as temporary, edition_file.passing_file() as content, edition_file.room():
        edition_row, parts = _contents(path, temporary)
        if edition_row.sha256 is not None and not edition_file.unpack(parts, content, edition_row.sha256):
            raise EditionRefused(
                f"{path} is damaged: its content is not what was kept as edition {edition_row.edition_key}"
            )
        about = dict(edition_row._mapping)
        if edition_row.sha256 is not None:
            about |= _brought_up_to_date(stores, content, path, edition_row.removed_count)
        with write_transaction(stores.public) as public:
            if editions.edition_row(public, edition_row.edition_key) is not None:
                return edition_row.edition_key, False
            editions.keep(public, about, content if edition_row.sha256 is not None else None)
            return edition_row.edition_key, True


def _write_one(public: Connection, key: str, folder: Path) -> Path:
    path = folder / f"{key}{FILE_ENDING}"
    with edition_file.passing_file() as temporary:
        engine = _engine(temporary)
        schema.metadata.create_all(engine)
        with engine.begin() as file:
            for table, column in HAS_PARTS:
                for row in public.execute(select(table).where(column == key)).mappings():
                    file.execute(insert(table), dict(row))
        migrations.stamp(temporary)
        private_store.write(path, temporary.read_bytes())
    return path


def _contents(path: Path, temporary: Path) -> tuple[Row[Any], list[bytes]]:
    """The edition in a file, and the parts of its content."""
    try:
        shutil.copyfile(path, temporary)
        migrations.upgrade_file(temporary)
        with _engine(temporary).connect() as file:
            rows = file.execute(select(schema.edition)).all()
            parts = [*file.scalars(select(edition_part.content).order_by(edition_part.part))]
    except OSError as error:
        raise EditionRefused(f"{path} cannot be read: {error.strerror}") from error
    except edition_file.UNREADABLE as error:
        raise _refusal(path, error) from error
    if len(rows) != 1 or not editions.NAME.fullmatch(rows[0].edition_key):
        raise EditionRefused(f"{path} holds no edition; `python -m loaders write-editions` writes such files")
    return rows[0], parts


def _brought_up_to_date(stores: Stores, content: Path, path: Path, removals: int) -> dict[str, str | int]:
    """What is told of a content that has the newest tables and nothing taken down; ``removals`` records went before."""
    with reading(stores.private) as private:
        keys = incident_decisions.taken_down(private).keys()
    try:
        migrations.upgrade_file(content)
        removals += sum(edition_file.delete_incident(content, key) for key in edition_file.incidents(content) & keys)
        return edition_file.hash_and_size(content) | {"removed_count": removals}
    except edition_file.UNREADABLE as error:
        raise _refusal(path, error) from error


def _refusal(path: Path, error: Exception) -> EditionRefused:
    what = error if isinstance(error, migrations.TablesUnknown) else "no edition that can be read"
    return EditionRefused(f"{path} holds {what}; nothing was changed")


def _engine(file: Path) -> Engine:
    return create_engine(f"sqlite:///{file}", poolclass=NullPool)
