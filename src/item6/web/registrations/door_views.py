"""The door: who is expected, who is here, who comes unannounced; and the same list to print."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.http import urlencode
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_safe

from item6.events.attending import PLACED
from item6.organisations.folding import clean, folded
from item6.web.events.models import Event
from item6.web.events.views import event_of
from item6.web.explorer.paging import paged
from item6.web.people.member_views import here
from item6.web.people.models import Person
from item6.web.registrations import lists, registering
from item6.web.registrations.registering import Given, NotNow
from item6.web.registrations.views import crumbs_to, numbers_in


@require_http_methods(["GET", "HEAD", "POST"])
def door(request: HttpRequest, coalition: str, number: int) -> HttpResponse:
    """Who has a place in the room, found by name; by POST, somebody is here, or is not, or comes unannounced."""
    acting, place = here(request)
    event = event_of(place, number)
    typed = request.GET.get("q", "").strip()[:100]
    trouble = ""
    if request.method == "POST":
        try:
            _act(request, event, Person.objects.get(pk=acting.person))
            return HttpResponseRedirect(f"{request.path}?{urlencode({'q': typed})}" if typed else request.path)
        except NotNow as error:
            trouble = str(error)
    every = lists.by_name(event)
    words = folded(typed)
    found = [each for each in every if words in folded(f"{each.name} {each.organisation}")]
    page = {
        "place": place, "event": event, "typed": typed, "trouble": trouble, "found": paged(found, request),
        "expected": len(every), "came": sum(each.attended is not None for each in every),
        "query": urlencode({"q": typed}) if typed else "", "crumbs": crumbs_to(place, event),
    }  # fmt: skip
    return render(request, "registrations/door.html", page, status=400 if trouble else 200)


@require_safe
def paper(request: HttpRequest, coalition: str, number: int) -> HttpResponse:
    """The whole list to print, with a box before each name."""
    _, place = here(request)
    event = event_of(place, number)
    page = {"place": place, "event": event, "rows": lists.by_name(event), "crumbs": crumbs_to(place, event)}
    return render(request, "registrations/paper.html", page)


def _act(request: HttpRequest, event: Event, by: Person) -> None:
    act = request.POST.get("act", "")
    if act == "enter":
        name = " ".join(clean(request.POST.get("name", "")).split())[:200]
        if not name:
            raise NotNow(gettext("Write the name."))
        organisation = " ".join(clean(request.POST.get("organisation", "")).split())[:300]
        reason = gettext("entered at the door")
        row = registering.enter(event=event, given=Given(name, "", organisation=organisation), by=by, reason=reason)
        if row.state != PLACED:
            raise NotNow(gettext("The room is full: they stand on the waiting list now."))
        registering.attend(registration=row, here=True)
    elif act in ("here", "not here"):
        for row in event.registrations.filter(pk__in=numbers_in(request.POST.getlist("registration"))):
            registering.attend(registration=row, here=act == "here")
