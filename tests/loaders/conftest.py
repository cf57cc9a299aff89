"""Both stores on each database that the loaders support: empty, or filled with the stand-ins.

Filling takes seconds, so it is done once per database and copied for each test.
"""

import shutil
from collections.abc import Callable

import pytest

from loaders import commands
from loaders.database import Stores
from loaders.settings import LoaderSettings
from tests.loaders.stand_ins import load_all

Copy = Callable[[LoaderSettings | None], LoaderSettings]


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def new_settings(request, tmp_path_factory) -> Copy:
    """Makes addresses of two stores: of none yet, or of copies of the given ones."""
    if request.param == "sqlite":
        return lambda original=None: _new_files(tmp_path_factory.mktemp("stores"), original)
    new_postgres = request.getfixturevalue("new_postgres")
    return lambda original=None: _at(new_postgres(original.public_url) if original else new_postgres())


@pytest.fixture(scope="session")
def template(new_settings, tmp_path_factory) -> LoaderSettings:
    """Two stores; all stand-ins are loaded, none is published. Only to be copied."""
    settings = new_settings()
    commands.upgrade(Stores.open(settings))
    load_all(Stores.open(settings), tmp_path_factory.mktemp("files"))
    return settings


@pytest.fixture
def settings(new_settings) -> LoaderSettings:
    """Addresses of two stores that do not exist yet."""
    return new_settings()


@pytest.fixture
def stores(settings) -> Stores:
    """Two stores with the newest tables and nothing in them."""
    opened = Stores.open(settings)
    commands.upgrade(opened)
    return opened


@pytest.fixture
def filled(new_settings, template) -> Stores:
    """Two stores; all stand-ins are loaded, none is published."""
    return Stores.open(new_settings(template))


def _at(public_url: str) -> LoaderSettings:
    return LoaderSettings.from_environment({"DATABASE_URL": public_url})


def _new_files(folder, original: LoaderSettings | None) -> LoaderSettings:
    settings = _at(f"sqlite:///{folder}/public.sqlite")
    if original:
        for old, new in ((original.public_url, settings.public_url), (original.private_url, settings.private_url)):
            shutil.copy(old.removeprefix("sqlite:///"), new.removeprefix("sqlite:///"))
    return settings
