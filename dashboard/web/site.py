"""The name of the site in addresses that leave it: canonical links, cards, QR codes, short addresses, packs, files.

Whoever asks can write any name into the header ``Host``. What is made under that name may be remembered, printed and
passed on, so it is believed only where it cannot be another's.
"""

import logging
from dataclasses import dataclass
from ipaddress import ip_address
from wsgiref.types import WSGIEnvironment

from flask import Flask, abort, current_app, request
from werkzeug.wsgi import get_host

from dashboard.settings import Settings, authority

LOG = logging.getLogger(__name__)
LOOPBACK = ("localhost", "127.0.0.1", "::1")
HTTP_PORT = 80
LONGEST_HOST = 260  # a name of 253 letters, and a port


@dataclass
class Site:
    """Under which names one application is found."""

    settings: Settings
    is_told: bool = False

    def address(self, host: str, own_host: str | None) -> str:
        """The address to be written for who asks under the name ``host``, such as ``https://name``; no slash ends it.

        The public address, where the operator has set it. Else the name that was asked for, if it is the one where the
        server listens, one of this computer for itself, or ``own_host``: that of this computer on the network by which
        the request came. Under any other name the server's own is written.
        """
        settings = self.settings
        if settings.public_address:
            return settings.public_address
        asked_name = host.lower() if ":" in host.rpartition("]")[2] else f"{host.lower()}:{HTTP_PORT}"
        names = (settings.host, *LOOPBACK, *([own_host] if own_host else []))
        if asked_name in {authority(name.lower(), settings.port) for name in names}:
            return f"http://{host.lower()}"
        self._tell()
        return settings.address

    def _tell(self) -> None:
        """Once: whoever runs the site under a name finds out why links do not have it."""
        if not self.is_told:
            self.is_told = True
            LOG.warning(
                "PUBLIC_ADDRESS is not set: under other names, links and QR codes lead to %s", self.settings.address
            )

    def address_for(self, wsgi_environ: WSGIEnvironment) -> str | None:
        """The same for who asks so; None under what can be no name."""
        host = get_host(wsgi_environ)
        return None if len(host) > LONGEST_HOST else self.address(host, _own_host(wsgi_environ))


def register(server: Flask, settings: Settings) -> Site:
    """Let the application know its names, and refuse what can be none before anything is looked up for it."""
    site = server.extensions[Site.__name__] = Site(settings)

    @server.before_request
    def name_first() -> None:
        if len(request.host) > LONGEST_HOST:
            abort(400)

    return site


def address() -> str:
    """How whoever asks now finds the site: ``https://name``."""
    site: Site = current_app.extensions[Site.__name__]
    return site.address(request.host, _own_host(request.environ))


def _own_host(wsgi_environ: WSGIEnvironment) -> str | None:
    """The address of this computer that the request came to, from its connection; None where no server says it."""
    connection = wsgi_environ.get("gunicorn.socket")
    name = connection.getsockname() if connection else None
    if not isinstance(name, tuple):
        return None
    ip = ip_address(name[0])
    return str(getattr(ip, "ipv4_mapped", None) or ip)
