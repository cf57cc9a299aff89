"""Both databases that the loaders support, and stores that are made once on each of them and then copied."""

import shutil
import tempfile
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

import pytest
from sqlalchemy import create_engine, make_url

from loaders.commands import actions
from loaders.publish import publish
from loaders.store.database import Stores
from loaders.store.settings import LoaderSettings
from tests.loaders.stand_ins import load_all, load_text
from tests.support.sampling import mostly

LIMIT = 5
# For what the database decides: transactions, locks, types, faults and migrations. All else is tested on SQLite.
DATABASES = ("sqlite", "postgresql")
both_databases = pytest.mark.parametrize("database", DATABASES, indirect=True)
# For what other tests try on PostgreSQL as well, statement by statement: there only where everything is tried.
sqlite_mostly = pytest.mark.parametrize("database", mostly(DATABASES, "sqlite"), indirect=True)

PLACES = ("oblasts", "districts", "boundaries", "lakes")

Step = Callable[[Stores], object]


def fill(stores: Stores) -> None:
    """Load all stand-ins."""
    with tempfile.TemporaryDirectory() as folder:
        load_all(stores, Path(folder))


def fill_incidents(stores: Stores) -> None:
    """Load what incidents and replies need, and these: it is published in half the time."""
    with tempfile.TemporaryDirectory() as folder:
        for dataset in (*PLACES, "organisations", "sites", "incidents", "replies"):
            load_text(stores, Path(folder), dataset)


def publish_all(stores: Stores) -> None:
    """Publish what is loaded."""
    publish(stores, LIMIT)


EMPTY: tuple[Step, ...] = (actions.upgrade,)
FILLED = (*EMPTY, fill)
OF_INCIDENTS = (*EMPTY, fill_incidents)
PUBLISHED = (*FILLED, publish_all)


class Files:
    """Stores in SQLite files; ``made_once`` makes a folder of a name that other workers find filled."""

    def __init__(self, new_folder: Callable[[], Path], made_once: Callable[[str, Callable], Path]) -> None:
        self._new_folder, self._made_once = new_folder, made_once

    def make(self, original: LoaderSettings | None) -> LoaderSettings:
        """Addresses of copies, or of files that are not there yet."""
        return files_in(self._new_folder(), original)

    def original(self, steps: tuple[Step, ...], before: LoaderSettings | None) -> LoaderSettings:
        """Addresses of stores on which the last of the steps was done after the ones before it."""
        name = "+".join(f"{step.__module__.rpartition('.')[2]}.{step.__name__}" for step in steps)
        folder = self._made_once(name, lambda empty: steps[-1](Stores.open(files_in(empty, before))))
        return files_in(folder, None)

    def remove(self, settings: LoaderSettings) -> None:
        """Before the disk has to write what nobody needs any more."""
        shutil.rmtree(_path(settings.public_url).parent)


class Server:
    """Stores in databases of a PostgreSQL server, which is started when it is first needed."""

    def __init__(self, server: Callable[[], tuple[str, Callable[..., str]]]) -> None:
        self._server = cache(server)

    def make(self, original: LoaderSettings | None) -> LoaderSettings:
        """Addresses of a copied database, or of an empty one."""
        _, new = self._server()
        return at(new(original.public_url) if original else new())

    def original(self, steps: tuple[Step, ...], before: LoaderSettings | None) -> LoaderSettings:
        """Addresses of stores on which the last of the steps was done after the ones before it."""
        settings = self.make(before)
        steps[-1](Stores.open(settings))
        return settings

    def remove(self, settings: LoaderSettings) -> None:
        """Before the disk has to write what nobody needs any more."""
        url, _ = self._server()
        engine = create_engine(url.replace("postgresql://", "postgresql+psycopg://"), isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            connection.exec_driver_sql(f"DROP DATABASE {make_url(settings.public_url).database} WITH (FORCE)")
        engine.dispose()


class Originals:
    """Stores on which some steps were done one after the other: each step once per database, which takes seconds."""

    def __init__(self, places: Mapping[str, Files | Server]) -> None:
        self._places, self._originals = places, {}

    def copy(self, database: str, steps: tuple[Step, ...]) -> LoaderSettings:
        """Addresses of two stores of the caller's own; without steps there is nothing at them yet."""
        return self._places[database].make(self._original(database, steps))

    def remove(self, database: str, settings: LoaderSettings) -> None:
        """Remove copies that nobody needs any more."""
        self._places[database].remove(settings)

    def _original(self, database: str, steps: tuple[Step, ...]) -> LoaderSettings | None:
        if steps and (database, steps) not in self._originals:
            before = self._original(database, steps[:-1])
            self._originals[database, steps] = self._places[database].original(steps, before)
        return self._originals.get((database, steps))


def at(public_url: str) -> LoaderSettings:
    """Settings with this address, and the private one that follows from it."""
    return LoaderSettings.from_environment({"DATABASE_URL": public_url})


def files_in(folder: Path, original: LoaderSettings | None) -> LoaderSettings:
    """Two SQLite files in a folder: copies, or none yet."""
    settings = at(f"sqlite:///{folder}/public.sqlite")
    if original:
        shutil.copy(_path(original.public_url), _path(settings.public_url))
        _path(settings.private_url).parent.mkdir(mode=0o700)
        shutil.copy(_path(original.private_url), _path(settings.private_url))
    return settings


def _path(url: str) -> Path:
    return Path(url.removeprefix("sqlite:///"))
