"""A seal stands for an entry of a list without telling it; who has the opening can show what it holds.

The entry is signed with a key of its own, and the seal is the salted hash of that key's public half. So a seal can be
published for a name that is withheld, and opened later or to an auditor alone. When an entry is withdrawn, its own key
is published: from then on everybody can make an opening of that seal with any name, and an old copy of the list proves
nothing about who signed. (The idea is that of messages that can be denied: Borisov, Goldberg, Brewer, "Off-the-Record
Communication", 2004.)
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from item6.proofs.canonical import canonical, digest
from item6.proofs.keys import Secret, is_signed

_SALT_BYTES = 32


@dataclass(frozen=True, slots=True)
class Sealed:
    """An entry under its seal. kind: `organisation` or `person`. salt and secret stay with whoever publishes."""

    kind: str
    entry: Mapping[str, Any]
    salt: str
    secret: Secret

    @property
    def seal(self) -> str:
        """What is published in its place."""
        return seal_of(self.salt, self.secret.public)

    def opening(self) -> dict[str, Any]:
        """What shows that the seal holds the entry."""
        signature = self.secret.sign(canonical(self.entry))
        return {"salt": self.salt, "key": self.secret.public, "entry": dict(self.entry), "signature": signature}


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """What stays of an entry that was withdrawn. on: the day, ISO. It holds no name."""

    kind: str
    on: str
    salt: str
    secret: Secret

    @property
    def seal(self) -> str:
        """The seal that was published."""
        return seal_of(self.salt, self.secret.public)


def new_salt() -> str:
    """A salt that nobody can guess, hex."""
    return secrets.token_hex(_SALT_BYTES)


def seal(kind: str, entry: Mapping[str, Any]) -> Sealed:
    """An entry under a new seal."""
    return Sealed(kind, dict(entry), new_salt(), Secret.new())


def withdraw(sealed: Sealed, on: str) -> Withdrawn:
    """What stays when it is withdrawn on a day (ISO)."""
    return Withdrawn(sealed.kind, on, sealed.salt, sealed.secret)


def seal_of(salt: str, public: str) -> str:
    """The seal over a key; ValueError where one of the two is not hexadecimal."""
    return digest(bytes.fromhex(salt) + bytes.fromhex(public))


def open_seal(seal: str, opening: Mapping[str, Any]) -> Mapping[str, Any] | None:
    """The entry that an opening shows under a seal; None where it does not fit, or is no opening."""
    try:
        salt, key, entry, signature = (opening[name] for name in ("salt", "key", "entry", "signature"))
        fits = len(salt) == 2 * _SALT_BYTES and seal_of(salt, key) == seal
        return entry if fits and is_signed(canonical(entry), signature, key) else None
    except (KeyError, TypeError, ValueError, AttributeError):
        return None
