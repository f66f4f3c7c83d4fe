"""Domains of organisations, from whatever people type: an address, a page, a name in any script."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

FREE_MAIL = frozenset(
    """
    126.com 163.com aol.com fastmail.com free.fr gmail.com gmx.de gmx.net googlemail.com hotmail.com hotmail.fr
    icloud.com laposte.net libero.it live.com mail.com mail.ru me.com msn.com naver.com orange.fr outlook.com pm.me
    proton.me protonmail.com qq.com rediffmail.com riseup.net t-online.de tuta.io tutanota.com web.de
    yahoo.co.uk yahoo.com yahoo.fr yandex.com yandex.ru zoho.com
    """.split()
)
"""Where anybody can have an address: mail from there says nothing of an organisation."""

_LABEL = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?")


def domain_of(typed: str) -> str:
    """The domain in its form for the network (RFC 5890: `xn--…`), without `www.`; ValueError where it is none.

    typed: `example.org`, `https://www.example.org/about`, `office@example.org`, `пример.рф`.
    """
    text = typed.strip().strip(".").casefold()
    text = text.rpartition("@")[2] if "@" in text and "/" not in text else text
    host = urlsplit(text if "//" in text else f"//{text}").hostname or ""
    try:
        name = host.removeprefix("www.").rstrip(".").encode("idna").decode("ascii").lower()
    except UnicodeError:
        raise ValueError(typed) from None
    labels = name.split(".")
    if len(labels) < 2 or len(name) > 253 or not all(map(_LABEL.fullmatch, labels)) or labels[-1].isdigit():
        raise ValueError(typed)
    return name


def shown(domain: str) -> str:
    """A domain as people read it, in its own script."""
    try:
        return domain.encode("ascii").decode("idna")
    except UnicodeError:
        return domain


def is_own(domain: str) -> bool:
    """Whether it can be an organisation's own: none where anybody can have an address."""
    return domain not in FREE_MAIL
