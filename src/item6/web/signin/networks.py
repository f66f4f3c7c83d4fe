"""Where a request comes from, as far as the limits need it; nothing of it is kept."""

from __future__ import annotations

import ipaddress

from django.conf import settings
from django.http import HttpRequest

from item6.web.signin.limits import WIDE, Budget, Limit


def client_address(request: HttpRequest) -> str:
    """The address of who asks: of the connection; with proxies, what the outermost trusted one says.

    `proxies` of server.toml says how many there are; each adds the address that it saw to X-Forwarded-For.
    """
    seen = str(request.META.get("REMOTE_ADDR", ""))
    proxies = settings.SERVER.proxies
    named = [each.strip() for each in request.headers.get("X-Forwarded-For", "").split(",")]
    if not proxies or len(named) < proxies:
        return seen
    try:
        return str(ipaddress.ip_address(named[-proxies]))
    except ValueError:
        return seen


def network(address: str, v6: int = 64) -> str:
    """The network that an address is counted under: IPv4 /24, IPv6 /64 or as long as asked for."""
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return "unknown"
    if isinstance(found, ipaddress.IPv6Address) and found.ipv4_mapped:
        found = found.ipv4_mapped
    length = 24 if found.version == 4 else v6
    return str(ipaddress.ip_network(f"{found}/{length}", strict=False))


def budgets_of(request: HttpRequest, limit: Limit) -> list[Budget]:
    """The budgets of the network of who asks: one, or two where it is IPv6."""
    address = client_address(request)
    narrow, wide = network(address), network(address, 48)
    return [(limit, narrow)] if narrow == wide else [(limit, narrow), (WIDE, f"{limit.kind} {wide}")]
