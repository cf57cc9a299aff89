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
def copied(originals, database) -> Iterator[Copied]:
    """Makes addresses of two stores of the test's own, on which these steps were done."""
    made = []

    def copy(*steps: Step) -> LoaderSettings:
        made.append(originals.copy(database, steps))
        return made[-1]

    yield copy
    for settings in made:
        originals.remove(database, settings)


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
def incident_stores(opened) -> Stores:
    """Two stores; of the stand-ins only incidents, replies and what these need are loaded, nothing is published."""
    return opened(*OF_INCIDENTS)


@pytest.fixture
def published_incidents(opened) -> Stores:
    """The same, published."""
    return opened(*OF_INCIDENTS, publish_all)


@pytest.fixture
def published(opened) -> Stores:
    """Two stores; all stand-ins are loaded and published."""
    return opened(*PUBLISHED)
