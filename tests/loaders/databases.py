"""Both databases that the loaders support, and stores that are made once on each of them and then copied."""

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

from loaders import commands
from loaders.database import Stores
from loaders.publish import publish
from loaders.settings import LoaderSettings
from tests.loaders.stand_ins import load_all

LIMIT = 5
# For what the database decides: transactions, locks, types, faults and migrations. All else is tested on SQLite.
both_databases = pytest.mark.parametrize("database", ["sqlite", "postgresql"], indirect=True)

Step = Callable[[Stores], object]
Make = Callable[[LoaderSettings | None], LoaderSettings]


def fill(stores: Stores) -> None:
    """Load all stand-ins."""
    with tempfile.TemporaryDirectory() as folder:
        load_all(stores, Path(folder))


def publish_all(stores: Stores) -> None:
    """Publish what is loaded."""
    publish(stores, LIMIT)


EMPTY: tuple[Step, ...] = (commands.upgrade,)
FILLED = (*EMPTY, fill)
PUBLISHED = (*FILLED, publish_all)


class Originals:
    """Stores on which some steps were done one after the other: each step once per database, which takes seconds."""

    def __init__(self, makers: dict[str, Make]) -> None:
        self._makers, self._made = makers, {}

    def copy(self, database: str, steps: tuple[Step, ...]) -> LoaderSettings:
        """Addresses of two stores of the caller's own; without steps there is nothing at them yet."""
        return self._makers[database](self._original(database, steps) if steps else None)

    def _original(self, database: str, steps: tuple[Step, ...]) -> LoaderSettings:
        if (database, steps) not in self._made:
            settings = self.copy(database, steps[:-1])
            steps[-1](Stores.open(settings))
            self._made[database, steps] = settings
        return self._made[database, steps]


def at(public_url: str) -> LoaderSettings:
    """Settings with this address, and the private one that follows from it."""
    return LoaderSettings.from_environment({"DATABASE_URL": public_url})


def files_in(folder: Path, original: LoaderSettings | None) -> LoaderSettings:
    """Two SQLite files in a folder: copies, or none yet."""
    settings = at(f"sqlite:///{folder}/public.sqlite")
    if original:
        for old, new in ((original.public_url, settings.public_url), (original.private_url, settings.private_url)):
            shutil.copy(old.removeprefix("sqlite:///"), new.removeprefix("sqlite:///"))
    return settings
