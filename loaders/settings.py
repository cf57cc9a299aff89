"""What the operator of the loaders decides, read from the environment once."""

import os
from collections.abc import Mapping
from dataclasses import dataclass

from dashboard.settings import SettingsError, database_url, whole_number

PRIVATE_FILE = "private.sqlite"


@dataclass(frozen=True)
class LoaderSettings:
    """Addresses of both stores and the least count of people's cases that is published."""

    public_url: str
    private_url: str
    small_cell_limit: int = 5

    @classmethod
    def from_environment(cls, environ: Mapping[str, str] = os.environ) -> "LoaderSettings":
        """Read and check all settings. Raises SettingsError on the first wrong one."""
        public_url = _with_driver(database_url(environ))
        private_url = _with_driver(environ.get("RAW_DATABASE_URL") or sibling(public_url))
        if public_url == private_url and public_url.startswith("sqlite"):
            raise SettingsError("RAW_DATABASE_URL must be another file than DATABASE_URL")
        return cls(public_url, private_url, whole_number(environ, "SMALL_CELL_LIMIT", 5, 3, 1000))


def sibling(public_url: str) -> str:
    """Default private store: a file beside a public SQLite file; for PostgreSQL the same database."""
    if not public_url.startswith("sqlite"):
        return public_url
    return public_url.rpartition("/")[0] + "/" + PRIVATE_FILE


def _with_driver(url: str) -> str:
    scheme, separator, rest = url.partition("://")
    if scheme not in {"sqlite", "postgresql", "postgres", "postgresql+psycopg"}:
        raise SettingsError("RAW_DATABASE_URL must begin with sqlite:/// or postgresql://")
    return ("sqlite" if scheme == "sqlite" else "postgresql+psycopg") + separator + rest
