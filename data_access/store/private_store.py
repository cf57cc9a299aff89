"""Where the loaders' private store lies, as far as the web must know: to say when the web's user could read it."""

import os
from collections.abc import Mapping
from pathlib import Path

from data_access.store.settings import database_url

FOLDER, FILE = "private", "private.sqlite"
SQLITE = "sqlite:///"
TWO_USERS = "run the loaders as another user than the web (docs/operating.md, Two users)"


def default_url(public_url: str) -> str:
    """A file in a folder of its own beside a public SQLite file; for PostgreSQL the same database."""
    if not public_url.startswith("sqlite"):
        return public_url
    return f"{public_url.rpartition('/')[0]}/{FOLDER}/{FILE}"


def warning(environ: Mapping[str, str]) -> str | None:
    """A line for the log where the web's user can read the private store's file, or is told its address."""
    public_url = database_url(environ)
    private_url = environ.get("RAW_DATABASE_URL") or default_url(public_url)
    if private_url.startswith(SQLITE):
        path = Path(private_url.removeprefix(SQLITE))
        readable = (file for file in (path, path.parent.parent / FILE) if os.access(file, os.R_OK))
        return next((f"the web's user can read the private store {file}: {TWO_USERS}" for file in readable), None)
    if environ.get("RAW_DATABASE_URL"):
        return f"RAW_DATABASE_URL, the address of the private store, is set for the web: unset it, and {TWO_USERS}"
    return None
