"""Mails about accounts: plain text, of the templates alone; no word in them is chosen by who asked for the mail."""

from __future__ import annotations

from django.conf import settings
from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.utils import translation

from item6.web.people.models import Person


def send(to: str, name: str, *, language: str = "", **words: object) -> None:
    """Sends a mail of a template of `mail/`, whose first line is the subject, in a language (empty: that of now)."""
    with translation.override(language or translation.get_language() or settings.LANGUAGE_CODE):
        text = render_to_string(f"mail/{name}.txt", {"site": settings.SERVER.address, **words})
    subject, _, body = text.strip().partition("\n")
    send_mail(subject.strip(), body.strip() + "\n", settings.DEFAULT_FROM_EMAIL, [to])


def tell(person: Person, what: str) -> None:
    """Tells somebody what changed in their account. what: a word of `mail/changed.txt`."""
    send(person.email, "changed", language=person.language, what=what)
