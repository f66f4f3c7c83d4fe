"""A mailbox for tests: as much of IMAP as is asked of it, one folder, one password."""

from __future__ import annotations

import re
import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field


@dataclass
class Mailbox:
    """Messages by their number; those that were read, and those whose bytes were fetched."""

    port: int = 0
    messages: dict[int, bytes] = field(default_factory=dict)
    seen: set[int] = field(default_factory=set)
    fetched: list[int] = field(default_factory=list)
    deleted: set[int] = field(default_factory=set)

    def put(self, message: bytes) -> int:
        """A new message."""
        number = max([0, *self.messages]) + 1
        self.messages[number] = message
        return number


class _Session(socketserver.StreamRequestHandler):
    def handle(self) -> None:
        self.wfile.write(b"* OK ready\r\n")
        for line in self.rfile:
            tag, _, said = line.decode().strip().partition(" ")
            answer = self._answer(said)
            self.wfile.write(f"{tag} {answer}\r\n".encode())
            if said.upper() == "LOGOUT":
                return

    def _answer(self, said: str) -> str:
        box: Mailbox = self.server.box
        words = said.split()
        match [each.upper() for each in words[:2]]:
            case ["CAPABILITY"]:
                self.wfile.write(b"* CAPABILITY IMAP4rev1\r\n")
            case ["LOGIN", _]:
                return "OK in" if said.partition(" ")[2] == 'item6@example.org "a right password"' else "NO wrong"
            case ["SELECT", _]:
                if words[1] != '"INBOX"':
                    return "NO none"
                self.wfile.write(f"* {len(box.messages)} EXISTS\r\n".encode())
            case ["UID", "SEARCH"]:
                new = sorted(set(box.messages) - box.seen)
                self.wfile.write(f"* SEARCH {' '.join(map(str, new))}\r\n".encode())
            case ["UID", "FETCH"]:
                self._fetch(box, int(words[2]), said)
            case ["UID", "STORE"]:
                (box.deleted if "Deleted" in said else box.seen).add(int(words[2]))
            case ["EXPUNGE"]:
                for number in box.deleted:
                    box.messages.pop(number, None)
            case ["LOGOUT"]:
                self.wfile.write(b"* BYE\r\n")
            case _:
                return "BAD what"
        return "OK done"

    def _fetch(self, box: Mailbox, number: int, said: str) -> None:
        message = box.messages[number]
        if re.search(r"RFC822\.SIZE", said):
            self.wfile.write(f"* {number} FETCH (UID {number} RFC822.SIZE {len(message)})\r\n".encode())
            return
        box.fetched.append(number)
        box.seen.add(number)
        self.wfile.write(f"* {number} FETCH (UID {number} BODY[] {{{len(message)}}}\r\n".encode() + message + b")\r\n")


@contextmanager
def mailbox() -> Iterator[Mailbox]:
    """A mailbox on a free port."""
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), _Session) as server:
        server.daemon_threads = True
        server.box = Mailbox(port=server.server_address[1])
        thread = threading.Thread(target=server.serve_forever, args=(0.05,))
        thread.start()
        try:
            yield server.box
        finally:
            server.shutdown()
            thread.join()
