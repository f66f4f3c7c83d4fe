"""The mailbox to which mails come back, read over IMAP (RFC 3501).

    imaps://user:password@mail.example.org/INBOX   encrypted from the first byte, the certificate verified
    imap://user:password@127.0.0.1                 on this machine itself, not encrypted

New messages are looked at once. What tells of a mail of this server is removed; everything else, such as answers of
people, stays there as read.
"""

from __future__ import annotations

import imaplib
import ssl
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote, urlsplit

from item6.web.outbox.postbox import TIMEOUT, is_here
from item6.web.outbox.reports import MOST

MOST_AT_ONCE = 200
"""Messages of one visit."""
_LARGEST = 4 * MOST
"""Bytes of a message that is fetched; larger ones are no notifications."""


class NotCollected(Exception):
    """The mailbox could not be read. code: what happened, in a word; never the server's words."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class Mailbox:
    """A folder of a mail server. tls: False on this machine alone."""

    host: str
    port: int
    user: str
    password: str
    folder: str = "INBOX"
    tls: bool = True


def mailbox_of(address: str) -> Mailbox:
    """The mailbox of an address. ValueError, with what to write, where it is none."""
    parts = urlsplit(address)
    try:
        port = parts.port
    except ValueError:
        raise ValueError("the port of `bounces` is no number between 1 and 65535") from None
    here = is_here(parts.hostname or "")
    if parts.scheme not in ("imaps", "imap") or not parts.hostname or not parts.username:
        raise ValueError("`bounces` must look like imaps://user:password@mail.example.org/INBOX")
    if parts.scheme == "imap" and not here:
        raise ValueError("`bounces` must begin with imaps://, or the password can be read on its way")
    tls = parts.scheme == "imaps"
    folder = unquote(parts.path.strip("/")) or "INBOX"
    if any(each in folder for each in '"\\\r\n'):
        raise ValueError("the folder of `bounces` cannot be understood")
    return Mailbox(
        parts.hostname,
        port or (993 if tls else 143),
        unquote(parts.username),
        unquote(parts.password or ""),
        folder,
        tls,
    )


def collect(
    box: Mailbox, take: Callable[[bytes], bool], *, most: int = MOST_AT_ONCE, context: ssl.SSLContext | None = None
) -> int:
    """Gives each new message to `take`; how many of them it took, which are removed. NotCollected."""
    try:
        with _opened(box, context) as server:
            taken = [number for number in _new(server)[:most] if take(_fetched(server, number))]
            for number in taken:
                server.uid("STORE", number, "+FLAGS.SILENT", r"(\Deleted)")
            if taken:
                server.expunge()
            return len(taken)
    except imaplib.IMAP4.error:
        raise NotCollected("refused") from None
    except ssl.SSLCertVerificationError:
        raise NotCollected("certificate") from None
    except TimeoutError:
        raise NotCollected("timeout") from None
    except OSError:
        raise NotCollected("disconnected") from None


def look_into(box: Mailbox) -> None:
    """Whether it can be opened, for those who look after the server. NotCollected."""
    collect(box, lambda _: False, most=0)


def _opened(box: Mailbox, context: ssl.SSLContext | None) -> imaplib.IMAP4:
    """Signed in, with the folder open."""
    server: imaplib.IMAP4
    if box.tls:
        verified = context or ssl.create_default_context()
        server = imaplib.IMAP4_SSL(box.host, box.port, ssl_context=verified, timeout=TIMEOUT)
    else:
        server = imaplib.IMAP4(box.host, box.port, timeout=TIMEOUT)
    try:
        server.login(box.user, box.password)
        if server.select(f'"{box.folder}"')[0] != "OK":
            raise NotCollected("no such folder")
    except BaseException:
        with suppress(OSError, imaplib.IMAP4.error):
            server.shutdown()
        raise
    return server


def _new(server: imaplib.IMAP4) -> list[str]:
    _, found = server.uid("SEARCH", "UNSEEN")
    numbers = (found[0] or b"").split() if found else []
    return [each.decode("ascii") for each in numbers if each.isdigit()]


def _fetched(server: imaplib.IMAP4, number: str) -> bytes:
    """The bytes of a message, which is read by that; nothing of one that is too large."""
    if not 0 < _size(server, number) <= _LARGEST:
        server.uid("STORE", number, "+FLAGS.SILENT", r"(\Seen)")
        return b""
    _, found = server.uid("FETCH", number, "(BODY[])")
    return next((each[1] for each in found if isinstance(each, tuple) and isinstance(each[1], bytes)), b"")


def _size(server: imaplib.IMAP4, number: str) -> int:
    _, found = server.uid("FETCH", number, "(RFC822.SIZE)")
    said: Any = next((each for each in found if isinstance(each, bytes) and b"RFC822.SIZE" in each), b"")
    digits = said.partition(b"RFC822.SIZE")[2].split()[:1]
    return int(digits[0].strip(b"()")) if digits and digits[0].strip(b"()").isdigit() else 0
