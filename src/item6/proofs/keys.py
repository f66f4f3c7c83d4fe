"""Keys that sign: Ed25519 (RFC 8032), from the package `cryptography`."""

from __future__ import annotations

from dataclasses import dataclass

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat

from item6.proofs.canonical import digest


@dataclass(frozen=True, slots=True, repr=False)
class Secret:
    """A key that signs. seed: its 32 bytes, hex; whoever has them can sign."""

    seed: str

    @classmethod
    def new(cls) -> Secret:
        """A key nobody had before."""
        made = Ed25519PrivateKey.generate()
        return cls(made.private_bytes(Encoding.Raw, PrivateFormat.Raw, NoEncryption()).hex())

    @property
    def public(self) -> str:
        """What others verify with: 32 bytes, hex."""
        return self._key().public_key().public_bytes(Encoding.Raw, PublicFormat.Raw).hex()

    def sign(self, data: bytes) -> str:
        """The signature, hex."""
        return self._key().sign(data).hex()

    def _key(self) -> Ed25519PrivateKey:
        return Ed25519PrivateKey.from_private_bytes(bytes.fromhex(self.seed))

    def __repr__(self) -> str:
        return "Secret(...)"


def is_signed(data: bytes, signature: str, public: str) -> bool:
    """Whether the holder of the key signed these bytes; False also for what is no key or signature."""
    try:
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(public)).verify(bytes.fromhex(signature), data)
    except (InvalidSignature, ValueError):
        return False
    return True


def fingerprint(public: str) -> str:
    """A key as people compare it: `4f1c 09ab ...`, the first 80 bits of its SHA-256."""
    short = digest(bytes.fromhex(public))[:20]
    return " ".join(short[place : place + 4] for place in range(0, len(short), 4))
