"""The budgets of the network that a request comes from; nothing of it is kept."""

from __future__ import annotations

from ipaddress import ip_address, ip_network

from django.http import HttpRequest

from item6.web.gate.network import client_address, client_network
from item6.web.signin.limits import WIDE, Budget, Limit

_WIDE = 48
"""What one customer may hold of IPv6: 65,536 networks."""


def budgets_of(request: HttpRequest, limit: Limit) -> list[Budget]:
    """The budgets of the network of who asks: one, or two where it is IPv6."""
    address, narrow = client_address(request), (limit, client_network(request))
    if not address or ip_address(address).version == 4:
        return [narrow]
    return [narrow, (WIDE, f"{limit.kind} {ip_network(f'{address}/{_WIDE}', strict=False)}")]
