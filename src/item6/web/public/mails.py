"""Mails to people without an account: of templates alone. No word in them was typed by whoever sent a public form."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage
from django.db.models import F, QuerySet
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation

_MOST, _BETWEEN = 5, timedelta(minutes=20)
"""Mails with its links that one row gets by being asked for again."""


@dataclass(frozen=True, slots=True)
class Attached:
    """A file that a mail brings along. kind: its content type, with parameters."""

    name: str
    content: bytes
    kind: str


def takes_a_mail(rows: QuerySet[Any], at: datetime) -> bool:
    """Whether the one row may be sent its links now, which is noted: a form sent a hundred times fills no mailbox.

    rows: of a model with `mails` and `mailed`, one row of it at most.
    """
    return bool(rows.filter(mails__lt=_MOST).exclude(mailed__gt=at - _BETWEEN).update(mails=F("mails") + 1, mailed=at))


def send(
    to: str, template: str, language: str, words: Mapping[str, object], *, about: str = "",
    attached: Sequence[Attached] = (),
) -> None:  # fmt: skip
    """Writes a mail into the outbox: the template's first line is its subject.

    words: that the template names. about: whose it is, such as `registration 12`, by which it can be erased
    (`item6.web.outbox.erasing`).
    """
    with translation.override(language or settings.LANGUAGE_CODE):
        subject, _, body = render_to_string(template, dict(words)).strip().partition("\n")
    message = EmailMessage(" ".join(subject.split()), body.strip() + "\n", settings.DEFAULT_FROM_EMAIL, [to])
    message.about = about  # type: ignore[attr-defined]  # read by item6.web.outbox.backend, never sent
    for each in attached:
        message.attach(each.name, each.content, each.kind)
    message.send()


def whole_address(name: str, **arguments: object) -> str:
    """The whole address of a page, as a mail gives it."""
    return settings.SERVER.address.rstrip("/") + reverse(name, kwargs=arguments)
