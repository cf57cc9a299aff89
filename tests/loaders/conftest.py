"""Both stores as tests begin with them, on SQLite, or on each database where a test is marked ``both_databases``."""

from collections.abc import Callable, Iterator

import pytest

from loaders.store.database import Stores
from loaders.store.settings import LoaderSettings
from tests.loaders.databases import EMPTY, FILLED, OF_INCIDENTS, PUBLISHED, Files, Originals, Server, Step, publish_all

Copied = Callable[..., LoaderSettings]


@pytest.fixture(scope="session")
def originals(request, tmp_path_factory, made_once) -> Originals:
    """What is made once, whichever database a test asks for."""
    files = Files(lambda: tmp_path_factory.mktemp("stores"), made_once)
    server = Server(lambda: tuple(map(request.getfixturevalue, ("postgres_url", "new_postgres"))))
    return Originals({"sqlite": files, "postgresql": server})


@pytest.fixture
def database(request) -> str:
    """Name of the database under test."""
    return getattr(request, "param", "sqlite")


@pytest.fixture
def settings_of(originals, database) -> Iterator[Copied]:
    """Makes addresses of two stores of the test's own, on which these steps were done."""
    copies = []

    def copy(*steps: Step) -> LoaderSettings:
        copies.append(originals.copy(database, steps))
        return copies[-1]

    yield copy
    for settings in copies:
        originals.remove(database, settings)


@pytest.fixture
def stores_of(settings_of) -> Callable[..., Stores]:
    """Makes two such stores."""
    return lambda *steps: Stores.open(settings_of(*steps))


@pytest.fixture
def stores(stores_of) -> Stores:
    """Two stores with the newest tables and nothing in them."""
    return stores_of(*EMPTY)


@pytest.fixture
def filled_stores(stores_of) -> Stores:
    """Two stores; all stand-ins are loaded, none is published."""
    return stores_of(*FILLED)


@pytest.fixture
def incident_stores(stores_of) -> Stores:
    """Two stores; of the stand-ins only incidents, replies and what these need are loaded, nothing is published."""
    return stores_of(*OF_INCIDENTS)


@pytest.fixture
def published_incidents(stores_of) -> Stores:
    """The same, published."""
    return stores_of(*OF_INCIDENTS, publish_all)


@pytest.fixture
def published_stores(stores_of) -> Stores:
    """Two stores; all stand-ins are loaded and published."""
    return stores_of(*PUBLISHED)
