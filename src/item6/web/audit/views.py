"""The pages of the audit log, for the owners of a coalition."""

from __future__ import annotations

from datetime import UTC

from django.conf import settings
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import urlencode
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from item6.web.audit import asked, exports
from item6.web.audit.words import KINDS
from item6.web.explorer.paging import page_asked
from item6.web.people.entering import Acting, Asking, Place
from item6.web.people.member_views import crumbs_of

_LINES = 100


@require_safe
def log(request: Asking, coalition: str) -> HttpResponse:
    """The log, the last line first."""
    place, acting = _of(request)
    wanted = asked.asked(request.GET)
    zone, called = asked.zone_called(acting.time_zone)
    found = Paginator(asked.entries(place.coalition, wanted, zone), _LINES)
    number = page_asked(request)
    if number > found.num_pages:
        raise Http404(str(number))
    page = found.page(number)
    shown = {
        "place": place, "page": page, "lines": list(asked.lines(list(page), zone)), "asked": wanted, "zone": called,
        "people": asked.people_of(place.coalition), "kinds": KINDS.items(), "days": settings.KEEP_LOG,
        "query": _query(request), "trouble": _trouble(wanted), "crumbs": crumbs_of(place),
    }  # fmt: skip
    return render(request, "audit/log.html", shown, status=400 if wanted.wrong else 200)


@require_safe
def export(request: Asking, coalition: str, form: str) -> HttpResponse:
    """The same as a file, whole; in UTC. That it was taken is noted."""
    place, _ = _of(request)
    wanted = asked.asked(request.GET)
    if wanted.wrong:
        raise Http404("day")
    kind, made = exports.FORMS[form]
    response = HttpResponse(made(asked.entries(place.coalition, wanted, UTC)), content_type=kind)
    response.headers["Content-Disposition"] = f'attachment; filename="audit-{place.slug}.{form}"'
    return response


def _of(request: Asking) -> tuple[Place, Acting]:
    """Where, and who; the walls let nobody come so far without both."""
    if request.place is None or request.acting is None:
        raise Http404("coalition")
    return request.place, request.acting


def _query(request: HttpRequest) -> str:
    """What the pages and files of this list ask for besides the page."""
    return urlencode({name: value for name in ("person", "kind", "day") if (value := request.GET.get(name, ""))})


def _trouble(wanted: asked.Asked) -> str:
    return gettext("A day is written like 2026-11-22. Correct it, or leave it empty.") if wanted.wrong else ""
