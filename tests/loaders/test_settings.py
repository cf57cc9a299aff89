"""Settings of the loaders, and the defaults that follow from one another."""

from pathlib import Path

import pytest

from data_access.store.settings import SettingsError
from loaders.store.settings import LoaderSettings

PUBLIC = "sqlite:////srv/public.sqlite"


def settings(**environ: str) -> LoaderSettings:
    return LoaderSettings.from_environment({"DATABASE_URL": PUBLIC} | environ)


def test_the_private_file_lies_in_a_folder_of_its_own_beside_the_public_one():
    assert settings().private_url == "sqlite:////srv/private/private.sqlite"
    assert settings().reports == Path("/srv/reports")
    assert settings().small_cell_limit == 5


@pytest.mark.parametrize("scheme", ["postgres", "postgresql", "postgresql+psycopg"])
def test_postgresql_holds_both_stores_and_uses_one_driver(scheme):
    loader_settings = settings(DATABASE_URL=f"{scheme}://u:p@host/db")
    assert loader_settings.public_url == loader_settings.private_url == "postgresql+psycopg://u:p@host/db"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SMALL_CELL_LIMIT", "2"),
        ("SMALL_CELL_LIMIT", "five"),
        ("RAW_DATABASE_URL", "mysql://host/db"),
        ("RAW_DATABASE_URL", PUBLIC),
        ("DATABASE_URL", "nonsense"),
    ],
)
def test_a_wrong_value_is_named(name, value):
    with pytest.raises(SettingsError, match=name):
        settings(**{name: value})
