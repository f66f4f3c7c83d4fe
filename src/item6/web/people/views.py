"""Pages of people."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_POST, require_safe

from item6.web.people.entering import Asking
from item6.web.people.sessions import COALITION


@require_safe
def nowhere(request: HttpRequest) -> HttpResponse:
    """For those who belong to no coalition."""
    return render(request, "people/nowhere.html")


@require_POST
def work_in(request: Asking) -> HttpResponse:
    """Changes the coalition that this session works in."""
    place = request.acting.place_of(request.POST.get("coalition", "")) if request.acting else None
    if place is None:
        raise Http404("coalition")
    request.session[COALITION] = place.coalition
    return HttpResponseRedirect("/")
