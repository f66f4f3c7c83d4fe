"""What a mail server says of a mail that came back: delivery status notifications (RFC 3464, RFC 6522).

Bytes in, values out; anybody may have written them. A mail is named by its own Message-ID, which cannot be guessed.
Answers of people and of machines that are away are no such notifications, and nothing is read from them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes
from email.errors import MessageError
from email.message import Message

MOST = 256_000
"""Bytes that are looked at; what comes after them is of no interest."""

_MOST_NAMED = 20
_OURS = re.compile(rb"<[0-9a-f]{32}@[A-Za-z0-9.\-]{1,200}>")
_STATUS = re.compile(r"\s*([245]\.\d{1,3}\.\d{1,3})\b")
_FOR_GOOD_UNNAMED = "5.0.0"
"""RFC 3463: a failure for good of which no more is said."""


@dataclass(frozen=True, slots=True)
class Returned:
    """That a mail did not arrive. status: by RFC 3463, `5.1.1`. for_good: it will not at another time either."""

    message_id: str
    status: str

    @property
    def for_good(self) -> bool:
        """Whether it is of no use to try again."""
        return self.status.startswith("5")


def named(data: bytes) -> frozenset[str]:
    """What could be Message-IDs of ours in it, some at most: found without understanding anything else."""
    found = (each[0].decode() for each in _OURS.finditer(data[:MOST]))
    return frozenset(each for each, _ in zip(dict.fromkeys(found), range(_MOST_NAMED), strict=False))


def returned(data: bytes) -> Returned | None:
    """What a notification says; None for what is none, tells of no failure, or cannot be understood."""
    try:
        message = message_from_bytes(data[:MOST])
        if not _is_report(message):
            return None
        parts = _parts(message)
        status = next(filter(None, map(_failure, _blocks(parts))), "")
        message_id = next(filter(None, map(_message_id, parts)), "")
    except (MessageError, ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return None  # the parser of the standard library fails in many ways at what is not well formed
    return Returned(message_id, status) if status and message_id else None


def _is_report(message: Message) -> bool:
    said = str(message.get_param("report-type", "")).lower()
    return message.get_content_type() == "multipart/report" and said == "delivery-status"


def _parts(message: Message) -> list[Message]:
    found = message.get_payload()
    return [each for each in found if isinstance(each, Message)] if isinstance(found, list) else []


def _blocks(parts: list[Message]) -> Iterator[Message]:
    """The fields of each address, of the parts that machines read."""
    for part in parts:
        if part.get_content_type() == "message/delivery-status":
            yield from _parts(part)


def _failure(block: Message) -> str:
    """The status of an address that the mail will not reach; empty where it may still, or did."""
    if str(block.get("Action", "")).strip().lower() != "failed":
        return ""
    found = _STATUS.match(str(block.get("Status", "")))
    status = found[1] if found else _FOR_GOOD_UNNAMED
    return "" if status.startswith("2") else status


def _message_id(part: Message) -> str:
    """Of the mail that came back, whole or its head alone."""
    kind = part.get_content_type()
    if kind == "message/rfc822":
        head = next(iter(_parts(part)), None)
    elif kind == "text/rfc822-headers":
        content = part.get_payload(decode=True)
        head = message_from_bytes(content) if isinstance(content, bytes) else None
    else:
        return ""
    said = str(head.get("Message-ID", "")).strip() if isinstance(head, Message) else ""
    return said if _OURS.fullmatch(said.encode("ascii", "replace")) else ""
