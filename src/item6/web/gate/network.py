"""Where a request comes from: the client's address, and the network that limits count by."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

from django.conf import settings
from django.http import HttpRequest

V4_PREFIX, V6_PREFIX = 24, 64
"""How much of an address tells a network; who has one IPv6 address has all of its /64."""


def client_address(request: HttpRequest) -> str:
    """The client's address; empty where none is known.

    As many proxies as `proxies` of server.toml says are believed: each adds the address that it was asked from at the
    end of X-Forwarded-For, so what a client writes there itself stands further to the left and is not looked at.
    """
    asked_from = str(request.META.get("REMOTE_ADDR", ""))
    trusted = int(getattr(settings, "PROXIES", 0))
    if not trusted:
        return _known(asked_from)
    named = [each.strip() for each in request.headers.get("X-Forwarded-For", "").split(",") if each.strip()]
    chain = [*named, asked_from]
    return _known(chain[max(0, len(chain) - 1 - trusted)])


def client_network(request: HttpRequest) -> str:
    """The network of the client's address: `192.0.2.0/24`, `2001:db8::/64`; empty where no address is known."""
    address = client_address(request)
    if not address:
        return ""
    prefix = V4_PREFIX if ip_address(address).version == 4 else V6_PREFIX
    return str(ip_network(f"{address}/{prefix}", strict=False))


def _known(written: str) -> str:
    """An address as addresses are compared; empty for what is none. IPv4 within IPv6 is IPv4."""
    try:
        found: IPv4Address | IPv6Address = ip_address(written.strip("[]").partition("%")[0])
    except ValueError:
        return ""
    if isinstance(found, IPv6Address) and found.ipv4_mapped:
        found = found.ipv4_mapped
    return str(found)
