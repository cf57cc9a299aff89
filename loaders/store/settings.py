"""What the operator of the loaders decides, read from the environment once."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from data_access.store.private_store import default_url
from data_access.store.settings import CHECKOUT, SettingsError, database_url, whole_number
from loaders.store.private_store import REPORTS

SOURCES_FILE = CHECKOUT / "loaders" / "sources.toml"


@dataclass(frozen=True)
class LoaderSettings:
    """Addresses of both stores, the least count of people's cases that is published, and where files lie."""

    public_url: str
    private_url: str
    small_cell_limit: int = 5
    sources: Path = SOURCES_FILE
    reports: Path = CHECKOUT / "data" / REPORTS

    @classmethod
    def from_environment(cls, environ: Mapping[str, str] = os.environ) -> "LoaderSettings":
        """Read and check all settings. Raises SettingsError on the first wrong one."""
        public_url = _with_driver(database_url(environ))
        private_url = _with_driver(environ.get("RAW_DATABASE_URL") or default_url(public_url))
        if public_url == private_url and public_url.startswith("sqlite"):
            raise SettingsError("RAW_DATABASE_URL must be another file than DATABASE_URL")
        limit = whole_number(environ, "SMALL_CELL_LIMIT", 5, 3, 1000)
        sources = Path(environ.get("SOURCES_FILE") or SOURCES_FILE)
        reports = Path(environ.get("REPORTS_DIR") or _beside(environ.get("RAW_DATABASE_URL") or public_url))
        return cls(public_url, private_url, limit, sources, reports)


def _beside(url: str) -> Path:
    """Default folder of the reports: beside a SQLite file, else in the checkout's ``data``."""
    folder = Path(url.removeprefix("sqlite:///")).parent if url.startswith("sqlite") else CHECKOUT / "data"
    return folder / REPORTS


def _with_driver(url: str) -> str:
    scheme, separator, rest = url.partition("://")
    if scheme not in {"sqlite", "postgresql", "postgres", "postgresql+psycopg"}:
        raise SettingsError("RAW_DATABASE_URL must begin with sqlite:/// or postgresql://")
    return ("sqlite" if scheme == "sqlite" else "postgresql+psycopg") + separator + rest
