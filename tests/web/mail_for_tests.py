"""A mail server for tests, which can be told to say no, or to break off, at any step."""

from __future__ import annotations

import asyncio
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes

from aiosmtpd.smtp import SMTP, AuthResult, Envelope, Session

DROP = "drop"
"""What it does at a step instead of answering: it breaks the connection."""

STEPS = ("HELLO", "MAIL", "RCPT", "DATA", "CONTENT", "END")
"""DATA: when the content is announced. CONTENT: while it comes. END: when all of it came."""


@dataclass
class MailServer:
    """What came in, and what it is told. says: at a step, an answer or DROP. taken: Message-IDs that it took."""

    port: int = 0
    says: dict[str, str] = field(default_factory=dict)
    taken: list[str] = field(default_factory=list)
    contents: list[bytes] = field(default_factory=list)
    recipients: list[str] = field(default_factory=list)
    signed_in: list[str] = field(default_factory=list)

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        """All of a mail came."""
        said = self.says.get("END")
        if said not in (None, DROP):
            return said
        self.contents.append(envelope.content)
        self.recipients.extend(envelope.rcpt_tos)
        self.taken.append(str(message_from_bytes(envelope.content)["Message-ID"]))
        if said == DROP:
            server.transport.abort()
        return "250 2.0.0 taken"

    def authenticator(self, server, session, envelope, mechanism, data) -> AuthResult:
        """One password opens."""
        right = data.password == b"a right password"
        self.signed_in.append(data.login.decode()) if right else None
        return AuthResult(success=right, handled=False)


class _Scripted(SMTP):
    """Does at each step what it was told."""

    def __init__(self, box: MailServer, **options) -> None:
        super().__init__(box, **options)
        self.box = box

    async def _says(self, step: str) -> bool:
        said = self.box.says.get(step)
        if said == DROP:
            self.transport.abort()
        elif said:
            await self.push(said)
        return bool(said)

    async def smtp_EHLO(self, hostname: str) -> None:
        if not await self._says("HELLO"):
            await super().smtp_EHLO(hostname)

    async def smtp_HELO(self, hostname: str) -> None:
        if not await self._says("HELLO"):
            await super().smtp_HELO(hostname)

    async def smtp_MAIL(self, arg: str) -> None:
        if not await self._says("MAIL"):
            await super().smtp_MAIL(arg)

    async def smtp_RCPT(self, arg: str) -> None:
        if not await self._says("RCPT"):
            await super().smtp_RCPT(arg)

    async def smtp_DATA(self, arg: str) -> None:
        if await self._says("DATA"):
            return
        if self.box.says.get("CONTENT") == DROP:
            await self.push("354 go on")
            self.transport.abort()
            return
        await super().smtp_DATA(arg)


@contextmanager
def mail_server(*, tls: ssl.SSLContext | None = None, at_once: bool = False, port: int = 0) -> Iterator[MailServer]:
    """A mail server on a free port. tls: it asks for encryption (STARTTLS), or is encrypted at once."""
    box = MailServer()
    loop = asyncio.new_event_loop()
    starttls = None if at_once else tls

    def made() -> SMTP:
        return _Scripted(
            box, loop=loop, tls_context=starttls, require_starttls=bool(starttls), authenticator=box.authenticator,
            auth_require_tls=bool(starttls), hostname="mail.example.org", enable_SMTPUTF8=False,
        )  # fmt: skip

    async def serve() -> asyncio.Server:
        return await loop.create_server(made, "127.0.0.1", port, ssl=tls if at_once else None)

    thread = threading.Thread(target=loop.run_forever)
    thread.start()  # in a thread from the start: a browser's loop may run in this one
    server = asyncio.run_coroutine_threadsafe(serve(), loop).result(10)
    box.port = server.sockets[0].getsockname()[1]
    try:
        yield box
    finally:
        loop.call_soon_threadsafe(server.close)
        asyncio.run_coroutine_threadsafe(_all_ended(), loop).result(10)
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()


async def _all_ended() -> None:
    tasks = [each for each in asyncio.all_tasks() if each is not asyncio.current_task()]
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    await asyncio.sleep(0.05)
