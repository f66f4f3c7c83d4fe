"""The documentation of the interface, for people who write programs."""

from __future__ import annotations

from functools import reduce

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from item6.record.reader import Record
from item6.web.api.routes import ENDPOINTS
from item6.web.explorer import records


@require_safe
def documentation(request: HttpRequest) -> HttpResponse:
    """What programs can ask, for who writes them."""
    known = _known(records.current())
    shown = [
        (each, _marked(each.about), [(part, _marked(part.about)) for part in (*each.parts, *each.query)],
         reduce(lambda example, pair: example.replace(*pair), known, each.example))
        for each in ENDPOINTS
    ]  # fmt: skip
    page = {
        "endpoints": shown, "accounts": settings.ACCOUNTS, "per_minute": getattr(settings, "API_PER_MINUTE", 0),
        "site": request.build_absolute_uri("/api/v1"), "crumbs": [],
    }  # fmt: skip
    return render(request, "api/documentation.html", page)


def _known(record: Record | None) -> list[tuple[str, str]]:
    """What examples name, and what of the record stands for it, so that each of them answers."""
    if record is None:
        return [("{record}", "")]
    found = [("{record}", record.hash)]
    for review in record.reviews()[:1]:
        numbers = [row.number for row in record.recommendations(review.name)[:1]]
        found += [("115.1", number) for number in numbers]
        found += [("XRU-2", str(review.name)), ("cycle:2", f"cycle:{review.cycle}"), ("XRU", review.state)]
    return found


def _marked(about: str) -> SafeString:
    """A sentence of the table in the language of the page, with what stands in backquotes as code."""
    parts = enumerate(gettext(about).split("`"))
    return format_html_join(
        "", "{}", ((format_html("<code>{}</code>", part) if at % 2 else part,) for at, part in parts)
    )
