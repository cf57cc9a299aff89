"""What web and loaders both read of the environment: where the public store is, and how a number is written."""

from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlsplit

# In PostgreSQL the stores are schemas, in one database or two.
PUBLIC_SCHEMA, PRIVATE_SCHEMA = "mining_public", "mining_private"
CHECKOUT = Path(__file__).resolve().parents[2]


class SettingsError(ValueError):
    """A setting has a value that cannot be used; the message is one line for the operator."""


def database_url(environ: Mapping[str, str]) -> str:
    """Address of the public store; without DATABASE_URL a SQLite file in the checkout. Creates nothing."""
    url = environ.get("DATABASE_URL") or f"sqlite:///{CHECKOUT / 'data' / 'public.sqlite'}"
    if not url.startswith(("sqlite:///", "postgresql://", "postgresql+psycopg://", "postgres://")):
        raise SettingsError("DATABASE_URL must begin with sqlite:/// or postgresql://")
    if not _is_complete(url):
        raise SettingsError("DATABASE_URL must name a file (sqlite:///file) or a server (postgresql://host:5432/name)")
    return url


def whole_number(environ: Mapping[str, str], key: str, default: int, least: int, most: int) -> int:
    """An integer setting within bounds. Raises SettingsError naming the setting and its bounds."""
    text = environ.get(key) or str(default)
    if not text.isdecimal() or not least <= int(text) <= most:
        raise SettingsError(f"{key} must be a whole number from {least} to {most}, not {text!r}")
    return int(text)


def _is_complete(url: str) -> bool:
    """Whether there is a file, or whatever stands for a port is a number."""
    try:
        parts = urlsplit(url)
        return parts.path.strip("/") != "" if parts.scheme == "sqlite" else parts.port is None or parts.port > 0
    except ValueError:
        return False
