"""Both stores as tests begin with them, on SQLite, or on each database where a test is marked ``both_databases``."""

from collections.abc import Callable

import pytest

from loaders.database import Stores
from loaders.settings import LoaderSettings
from tests.loaders.databases import EMPTY, FILLED, PUBLISHED, Originals, at, files_in

Copied = Callable[..., LoaderSettings]


@pytest.fixture(scope="session")
def originals(request, tmp_path_factory) -> Originals:
    """What is made once, whichever database a test asks for. A PostgreSQL server is started when one does."""

    def on_postgresql(original: LoaderSettings | None) -> LoaderSettings:
        new_postgres = request.getfixturevalue("new_postgres")
        return at(new_postgres(original.public_url) if original else new_postgres())

    return Originals(
        {
            "sqlite": lambda original: files_in(tmp_path_factory.mktemp("stores"), original),
            "postgresql": on_postgresql,
        }
    )


@pytest.fixture
def database(request) -> str:
    """Name of the database under test."""
    return getattr(request, "param", "sqlite")


@pytest.fixture
def copied(originals, database) -> Copied:
    """Makes addresses of two stores of the test's own, on which these steps were done."""
    return lambda *steps: originals.copy(database, steps)


@pytest.fixture
def opened(copied) -> Callable[..., Stores]:
    """Makes two such stores."""
    return lambda *steps: Stores.open(copied(*steps))


@pytest.fixture
def stores(opened) -> Stores:
    """Two stores with the newest tables and nothing in them."""
    return opened(*EMPTY)


@pytest.fixture
def filled(opened) -> Stores:
    """Two stores; all stand-ins are loaded, none is published."""
    return opened(*FILLED)


@pytest.fixture
def published(opened) -> Stores:
    """Two stores; all stand-ins are loaded and published."""
    return opened(*PUBLISHED)
