"""Whose address is believed: the proxies' that the owner named, and nothing that a client says of itself."""

from __future__ import annotations

import pytest
from django.test import RequestFactory, override_settings

from item6.web.gate.network import client_address, client_network


@pytest.mark.parametrize(
    ("proxies", "asked_from", "forwarded", "address", "network"),
    [
        (0, "192.0.2.77", "", "192.0.2.77", "192.0.2.0/24"),
        (0, "192.0.2.77", "203.0.113.9", "192.0.2.77", "192.0.2.0/24"),
        (1, "127.0.0.1", "203.0.113.9", "203.0.113.9", "203.0.113.0/24"),
        (1, "127.0.0.1", "198.51.100.1, 203.0.113.9", "203.0.113.9", "203.0.113.0/24"),
        (2, "127.0.0.1", "198.51.100.1, 203.0.113.9", "198.51.100.1", "198.51.100.0/24"),
        (2, "127.0.0.1", "6.6.6.6, 198.51.100.1, 203.0.113.9", "198.51.100.1", "198.51.100.0/24"),
        (1, "127.0.0.1", "", "127.0.0.1", "127.0.0.0/24"),
        (1, "127.0.0.1", "nonsense", "", ""),
        (0, "2001:db8:1:2:3:4:5:6", "", "2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        (1, "::1", "[2001:db8::1]", "2001:db8::1", "2001:db8::/64"),
        (0, "::ffff:192.0.2.5", "", "192.0.2.5", "192.0.2.0/24"),
        (0, "", "", "", ""),
    ],
)
def test_addresses(proxies: int, asked_from: str, forwarded: str, address: str, network: str) -> None:
    headers = {"X-Forwarded-For": forwarded} if forwarded else {}
    request = RequestFactory().get("/", headers=headers, REMOTE_ADDR=asked_from)
    with override_settings(PROXIES=proxies):
        assert (client_address(request), client_network(request)) == (address, network)
