"""The documentation of the interface, for people who write programs."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from item6.web.api.routes import ENDPOINTS
from item6.web.explorer import records


@require_safe
def documentation(request: HttpRequest) -> HttpResponse:
    """What programs can ask, for who writes them."""
    record = records.current()
    shown = [(each, each.example.replace("{record}", record.hash if record else "")) for each in ENDPOINTS]
    page = {
        "endpoints": shown, "accounts": settings.ACCOUNTS, "per_minute": getattr(settings, "API_PER_MINUTE", 0),
        "site": request.build_absolute_uri("/api/v1"), "crumbs": [],
    }  # fmt: skip
    return render(request, "api/documentation.html", page)
