"""The mail server to which mails are handed: its address, and the steps of handing over one mail.

    smtp://user:password@mail.example.org:587    with STARTTLS, without which nothing is said
    smtps://user:password@mail.example.org:465   encrypted from the first byte
    smtp://127.0.0.1:25                          on this machine itself, not encrypted

Certificates are always verified.
"""

from __future__ import annotations

import re
import smtplib
import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

TIMEOUT = 30.0
_LOOPBACK = ("127.0.0.1", "::1", "localhost")
_ENHANCED = re.compile(rb"\b[245]\.\d{1,3}\.\d{1,3}\b")


class NotSent(Exception):
    """The mail was surely not taken. code: the server's number, or what happened in a word; never its words.

    for_good: the server will not take it at another time either.
    """

    def __init__(self, code: str, *, for_good: bool = False) -> None:
        super().__init__(code)
        self.code, self.for_good = code, for_good


class MayBeSent(Exception):
    """The connection broke after the last step: the mail may have been taken, or not."""


@dataclass(frozen=True, slots=True)
class Postbox:
    """A mail server. tls: `none`, `starttls` or `tls`."""

    host: str
    port: int
    user: str = ""
    password: str = ""
    tls: str = "starttls"


def postbox_of(address: str) -> Postbox:
    """The mail server of an address. ValueError, with what to write, where it is none."""
    parts = urlsplit(address)
    try:
        port = parts.port
    except ValueError:
        raise ValueError("the port of `mail` is no number between 1 and 65535") from None
    if parts.scheme not in ("smtp", "smtps") or not parts.hostname:
        raise ValueError("`mail` must look like smtp://user:password@mail.example.org:587, or smtps:// and port 465")
    plainly = "none" if is_here(parts.hostname) else "starttls"
    tls = "tls" if parts.scheme == "smtps" else plainly
    usual = {"tls": 465, "starttls": 587, "none": 25}[tls]
    return Postbox(parts.hostname, port or usual, unquote(parts.username or ""), unquote(parts.password or ""), tls)


def is_here(host: str) -> bool:
    """Whether it is this machine itself, over which nothing needs to be encrypted."""
    return host in _LOOPBACK


@contextmanager
def connected(box: Postbox, *, context: ssl.SSLContext | None = None) -> Iterator[smtplib.SMTP]:
    """A connection over which one is known: greeted, encrypted, signed in. NotSent where it does not come about."""
    context = context or ssl.create_default_context()
    try:
        if box.tls == "tls":
            server: smtplib.SMTP = smtplib.SMTP_SSL(box.host, box.port, timeout=TIMEOUT, context=context)
        else:
            server = smtplib.SMTP(box.host, box.port, timeout=TIMEOUT)
    except (OSError, smtplib.SMTPException) as error:
        raise NotSent(_named(error)) from None
    try:
        try:
            server.ehlo_or_helo_if_needed()
            if box.tls == "starttls":
                server.starttls(context=context)
                server.ehlo()
            if box.user:
                server.login(box.user, box.password)
        except (OSError, smtplib.SMTPException) as error:
            raise NotSent(_named(error)) from None
        yield server
    finally:
        with suppress(OSError, smtplib.SMTPException):
            server.quit()
        server.close()


class Handing:
    """One mail handed over, in two steps: all but the end, and the end, after which the server has it."""

    def __init__(self, server: smtplib.SMTP, sender: str, to: str, content: bytes) -> None:
        self._server, self._sender, self._to, self._content = server, sender, to, content

    def begin(self) -> None:
        """Everything but the end of the mail: a server that loses the connection now throws it away. NotSent."""
        try:
            code, said = self._server.mail(self._sender)
            _expect(code, said, 250, for_good=False)
            code, said = self._server.rcpt(self._to)
            _expect(code, said, 250, 251)
            code, said = self._server.docmd("DATA")
            _expect(code, said, 354)
            self._server.send(_quoted(self._content))
        except (OSError, smtplib.SMTPException) as error:
            raise NotSent(_named(error)) from None

    def end(self) -> str:
        """The end of the mail, and the server's number. NotSent where it says no, MayBeSent where it says nothing."""
        try:
            self._server.send(b".\r\n")
            code, said = self._server.getreply()
        except (OSError, smtplib.SMTPException):
            raise MayBeSent from None
        _expect(code, said, 250)
        return _code(code, said)

    def give_up(self) -> None:
        """Leaves without the end, so that the server throws the mail away."""
        self._server.close()


def _quoted(content: bytes) -> bytes:
    """Lines as they are sent: ended with CR LF, a point at their beginning doubled."""
    lines = re.sub(rb"\r\n|\r|\n", b"\r\n", content)
    lines = lines if lines.endswith(b"\r\n") else lines + b"\r\n"
    return re.sub(rb"(?m)^\.", b"..", lines)


def _expect(code: int, said: bytes, *right: int, for_good: bool = True) -> None:
    if code not in right:
        raise NotSent(_code(code, said), for_good=for_good and 500 <= code < 600)


def _code(code: int, said: bytes) -> str:
    """`550 5.1.1`: numbers alone."""
    found = _ENHANCED.search(said)
    return f"{code} {found[0].decode()}" if found else str(code)


def _named(error: Exception) -> str:
    """What happened, in a number or a word."""
    if isinstance(error, smtplib.SMTPResponseException):
        said = error.smtp_error if isinstance(error.smtp_error, bytes) else b""
        return _code(error.smtp_code, said)
    if isinstance(error, ssl.SSLCertVerificationError):
        return "certificate"
    if isinstance(error, smtplib.SMTPNotSupportedError):
        return "no encryption" if "STARTTLS" in str(error) else "no sign-in"
    if isinstance(error, (TimeoutError, socket.gaierror, ConnectionRefusedError)):
        return {"TimeoutError": "timeout", "gaierror": "no such host"}.get(type(error).__name__, "refused")
    return "disconnected"
