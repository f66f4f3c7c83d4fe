"""Pages that are asked for most, and so seldom twice that each is made anew: their templates are compiled to Python.

The frame around them is that of all pages, `base.html`: filled once for each record and language, and cut where a page
puts its own parts. Whatever templates print is escaped, as on all pages.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from django.conf import settings
from django.http import HttpResponse
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, gettext, ngettext
from jinja2 import Environment

from item6.record.reader import Record
from item6.web.explorer import words
from item6.web.languages.saying import english, native

NAME = "quick"
"""The engine of these templates, in the settings."""

_CUT = "cut-here-4d1f"


def environment(**options: Any) -> Environment:
    """What the templates are compiled with: everything escaped, the filters of all templates, translation."""
    made = Environment(**options, extensions=["jinja2.ext.i18n"])
    made.install_gettext_callables(gettext, ngettext, newstyle=True)  # type: ignore[attr-defined]  # of the extension
    made.filters |= words.register.filters
    return made


def page(record: Record, name: str, shown: Mapping[str, object], status: int = 200) -> HttpResponse:
    """A page of a template of this engine."""
    around = _frame(record.hash[:12], get_language() or "", settings.ACCOUNTS)
    return HttpResponse(
        render_to_string(name, {**shown, "frame": around, "english": english(), "native": native()}, using=NAME),
        status=status,
    )


@lru_cache(maxsize=16)
def _frame(record: str, language: str, accounts: bool) -> tuple[SafeString, ...]:
    """What stands around a page's title, what its head holds, its place, what was searched for, and what it shows."""
    whole = render_to_string("frame.html", {"record": record, "cut": _CUT, "accounts": accounts}, using="django")
    return tuple(mark_safe(part) for part in whole.split(_CUT))  # of the template alone
