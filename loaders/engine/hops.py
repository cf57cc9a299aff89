"""Which servers a file is fetched from: every hop is looked at, the first one and each that a server leads on to.

A publisher's server, or who has broken into it, could else lead the loaders to what only this computer and its network
reach. The one host that may lie there is that of the source's own address, as the operator has written it.
"""

import socket
from contextlib import suppress
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from typing import Any
from urllib.parse import urlsplit

import requests
from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.exceptions import NameResolutionError, NewConnectionError

from loaders.gate.checks import LoadRefused

Address = IPv4Address | IPv6Address
THIS_COMPUTER = ("localhost", "127.0.0.1", "::1")
# Addresses of IPv4 as gateways write them in IPv6 (RFC 6052).
NAT64 = IPv6Network("64:ff9b::/96")
INSIDE = (
    "which is of this computer or its network; sources.toml must name it as the source's own address, if it is meant"
)


class Hops(HTTPAdapter):
    """Sends requests for the file at an address, and those that follow from it. Messages call it ``address_text``.

    Raises LoadRefused at a hop that is not allowed. Where the environment names a proxy, the proxy finds the way, and
    only what the address itself says is looked at.
    """

    def __init__(self, address: str, address_text: str) -> None:
        self._own_host, self._address_text = _host(address), address_text
        super().__init__()

    def init_poolmanager(self, *arguments: Any, **more: Any) -> None:
        """Pools of connections that look where they lead."""
        super().init_poolmanager(*arguments, **more)
        about = {"own_host": self._own_host, "address_text": self._address_text}
        self.poolmanager.pool_classes_by_scheme = {
            "http": type("Pool", (HTTPConnectionPool,), {"ConnectionCls": type("Plain", (_Plain,), about)}),
            "https": type("Pool", (HTTPSConnectionPool,), {"ConnectionCls": type("Secure", (_Secure,), about)}),
        }

    def send(self, request: requests.PreparedRequest, *arguments: Any, **more: Any) -> requests.Response:
        """The answer to one hop. Figures that anyone on the way could have changed are not published."""
        host = _host(request.url or "")
        is_here = host == self._own_host and host in THIS_COMPUTER
        if urlsplit(request.url).scheme != "https" and not is_here:
            raise LoadRefused(self._address_text, "only https addresses are fetched, and only such are followed to")
        if host != self._own_host and (host == "localhost" or _is_inside(host)):
            raise LoadRefused(self._address_text, f"its server leads on to {host}, {INSIDE}")
        return super().send(request, *arguments, **more)


def reachable_addresses(host: str, port: int, own_host: str, address_text: str) -> list[str]:
    """The addresses of a host, all of which may be connected to. Raises LoadRefused and socket.gaierror."""
    addresses = [str(place[4][0]) for place in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
    inside = [address for address in addresses if _is_inside(address)]
    if inside and host.rstrip(".").lower() != own_host:
        raise LoadRefused(address_text, f"its server leads on to {host} ({inside[0]}), {INSIDE}")
    return addresses


class _Plain(HTTPConnection):
    """A connection to an address that was looked at: that the name leads elsewhere a moment later helps nobody."""

    own_host: str
    address_text: str

    def _new_conn(self) -> socket.socket:
        name = self._dns_host
        try:
            addresses = reachable_addresses(name, self.port, self.own_host, self.address_text)
        except socket.gaierror as error:
            raise NameResolutionError(name, self, error) from error
        try:
            return self._first(addresses)
        finally:
            self._dns_host = name

    def _first(self, addresses: list[str]) -> socket.socket:
        """The first one that answers."""
        *others, last = addresses
        for self._dns_host in others:
            with suppress(NewConnectionError):
                return super()._new_conn()
        self._dns_host = last
        return super()._new_conn()


class _Secure(_Plain, HTTPSConnection):
    """The same with TLS: the certificate must be the name's."""


def _is_inside(text: str) -> bool:
    """Whether this is an address, and not one of the internet."""
    try:
        address = ip_address(text)
    except ValueError:
        return False
    return any(not one.is_global or one.is_multicast or one.is_reserved for one in (address, *_within(address)))


def _within(address: Address) -> list[IPv4Address]:
    """Addresses of IPv4 that one of IPv6 holds, and leads to."""
    if isinstance(address, IPv4Address):
        return []
    of_gateway = IPv4Address(int(address) & 0xFFFFFFFF) if address in NAT64 else None
    teredo = address.teredo and address.teredo[1]
    return [one for one in (address.ipv4_mapped, address.sixtofour, teredo, of_gateway) if one is not None]


def _host(address: str) -> str:
    return (urlsplit(address).hostname or "").rstrip(".")
