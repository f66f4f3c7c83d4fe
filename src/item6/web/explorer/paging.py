"""Long lists in pages."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.core.paginator import Page, Paginator
from django.http import Http404, HttpRequest

_ROWS = 150
_MOST_DIGITS = 6


def paged(rows: Sequence[Any], request: HttpRequest) -> Page[Any]:
    """The page of these rows that the address asks for; 404 for one after the last."""
    asked, pages = page_asked(request), Paginator(rows, _ROWS)
    if asked > pages.num_pages:
        raise Http404(str(asked))
    return pages.page(asked)


def page_asked(request: HttpRequest) -> int:
    """The number of the page in the address, counted from 1; 1 for what is no number."""
    typed = request.GET.get("page", "")
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) <= _MOST_DIGITS and int(typed) else 1
