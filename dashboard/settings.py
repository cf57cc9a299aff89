"""What the operator decides, read from the environment once, in the factory."""

import os
import re
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, ip_address
from pathlib import Path

from data_access.store.settings import CHECKOUT, SettingsError, database_url, whole_number

# The name of a host, or an address in brackets, with or without a port: no account, no path.
AUTHORITY = re.compile(r"([A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?|\[[0-9A-Fa-f:.]+\])(:[0-9]{1,5})?")
EVERYWHERE = (str(IPv4Address(0)), str(IPv6Address(0)))
HOST_NAME = re.compile(r"(?=.*[A-Za-z])[A-Za-z0-9.-]+")
# What make builds for browsers; the application works without.
BUILD_FOLDER = CHECKOUT / ".venv" / "web"
# Settings for developers, and the values with which they do nothing. Dash reads its own in small letters too, and takes
# any other value for yes.
OFF_FOR_DASH = ("", "false")
DEBUGGING_VARIABLES = {
    **dict.fromkeys(("DASH_DEBUG", "DASH_UI", "DASH_PROPS_CHECK", "DASH_SERVE_DEV_BUNDLES"), OFF_FOR_DASH),
    "DASH_HOT_RELOAD": OFF_FOR_DASH,
    "FLASK_DEBUG": ("", "0", "false", "no"),
    "FLASK_ENV": ("", "production"),
    "PYTHONDEVMODE": ("",),
}


@dataclass(frozen=True)
class Settings:
    """Settings of the web process. It knows the public store only."""

    database_url: str
    base_path: str = "/"
    host: str = "127.0.0.1"
    port: int = 8050
    workers: int = 2
    build_folder: Path = BUILD_FOLDER
    agenda: Path = CHECKOUT / "agenda.toml"
    public_address: str | None = None

    @classmethod
    def from_environment(cls, environ: Mapping[str, str] = os.environ) -> "Settings":
        """Read and check all settings. Raises SettingsError on the first wrong one."""
        _require_no_debugging(environ)
        return cls(
            database_url=database_url(environ),
            base_path=_base_path(environ.get("BASE_PATH", "/")),
            host=_host(environ.get("HOST") or "127.0.0.1"),
            port=whole_number(environ, "PORT", 8050, 1, 65535),
            workers=whole_number(environ, "WEB_CONCURRENCY", 2, 1, 64),
            agenda=Path(environ.get("AGENDA") or CHECKOUT / "agenda.toml"),
            public_address=_public_address(environ.get("PUBLIC_ADDRESS") or None),
        )

    @property
    def bind(self) -> str:
        """Where the server listens."""
        return authority(self.host, self.port)

    @property
    def address(self) -> str:
        """Where readers find the site, ``https://name``: the public address, else the server's own on this computer."""
        here = "127.0.0.1" if self.host in EVERYWHERE else self.host
        return self.public_address or f"http://{authority(here, self.port)}"


def authority(host: str, port: int) -> str:
    """A host and a port as addresses have them."""
    return f"[{host}]:{port}" if ":" in host else f"{host}:{port}"


def _require_no_debugging(environ: Mapping[str, str]) -> None:
    """Tools for developers show readers tracebacks, versions and more: a server with them does not start."""
    for name, value in environ.items():
        if value.lower() not in DEBUGGING_VARIABLES.get(name.upper(), (value.lower(),)):
            raise SettingsError(
                f"{name} must not be set: it is for developers and opens the server to readers; unset it"
            )


def _host(text: str) -> str:
    try:
        return str(ip_address(text))
    except ValueError:
        if HOST_NAME.fullmatch(text):
            return text
        raise SettingsError(f"HOST must be an address or a name of this computer, not {text!r}") from None


def _public_address(text: str | None) -> str | None:
    """Raises SettingsError for what is more, or less, than scheme and name."""
    scheme, _, name = (text or "").rstrip("/").partition("://")
    match = AUTHORITY.fullmatch(name)
    if text and not (scheme in ("http", "https") and match and int((match[2] or ":1")[1:]) in range(1, 65536)):
        raise SettingsError(f"PUBLIC_ADDRESS must be like https://mining.example, without a path, not {text!r}")
    return f"{scheme}://{name.lower()}" if text else None


def _base_path(text: str) -> str:
    path = "/" + text.strip("/") + "/" if text.strip("/") else "/"
    if not all(part.replace("-", "").replace("_", "").isalnum() for part in path.strip("/").split("/") if part):
        raise SettingsError(f"BASE_PATH must be a path such as /dashboard/, not {text!r}")
    return path


if __name__ == "__main__":
    # Started before the server, which reads WEB_CONCURRENCY by itself and would answer a wrong one with a traceback.
    try:
        Settings.from_environment()
    except SettingsError as error:
        sys.exit(f"dashboard: {error}")
