"""What the operator decides, read from the environment once, in the factory."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent


class SettingsError(ValueError):
    """A setting has a value that cannot be used; the message is one line for the operator."""


@dataclass(frozen=True)
class Settings:
    """Settings of the web process. It knows the public store only."""

    database_url: str
    base_path: str = "/"
    host: str = "127.0.0.1"
    port: int = 8050
    workers: int = 2

    @classmethod
    def from_environment(cls, environ: Mapping[str, str] = os.environ) -> "Settings":
        """Read and check all settings. Raises SettingsError on the first wrong one."""
        return cls(
            database_url=database_url(environ),
            base_path=_base_path(environ.get("BASE_PATH", "/")),
            host=environ.get("HOST", "127.0.0.1"),
            port=whole_number(environ, "PORT", 8050, 1, 65535),
            workers=whole_number(environ, "WEB_CONCURRENCY", 2, 1, 64),
        )


def database_url(environ: Mapping[str, str]) -> str:
    """Address of the public store; without DATABASE_URL a SQLite file in the checkout. Creates nothing."""
    url = environ.get("DATABASE_URL") or f"sqlite:///{CHECKOUT / 'data' / 'public.sqlite'}"
    if not url.startswith(("sqlite:///", "postgresql://", "postgresql+psycopg://", "postgres://")):
        raise SettingsError("DATABASE_URL must begin with sqlite:/// or postgresql://")
    return url


def whole_number(environ: Mapping[str, str], key: str, default: int, least: int, most: int) -> int:
    """An integer setting within bounds. Raises SettingsError naming the setting and its bounds."""
    text = environ.get(key) or str(default)
    if not text.isdecimal() or not least <= int(text) <= most:
        raise SettingsError(f"{key} must be a whole number from {least} to {most}, not {text!r}")
    return int(text)


def _base_path(text: str) -> str:
    path = "/" + text.strip("/") + "/" if text.strip("/") else "/"
    if not all(part.replace("-", "").replace("_", "").isalnum() for part in path.strip("/").split("/") if part):
        raise SettingsError(f"BASE_PATH must be a path such as /dashboard/, not {text!r}")
    return path
