"""Pages of taking in people from a spreadsheet: choosing it, what it would do, doing it."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from item6.web.building.spreadsheets import NEW, THERE, UNCLEAR, NotTaken, draft_page, sent_in
from item6.web.events.models import Event
from item6.web.events.views import event_of
from item6.web.people.entering import Place
from item6.web.people.member_views import here
from item6.web.people.models import Person
from item6.web.registrations import sheets
from item6.web.registrations.models import GuestSheet
from item6.web.registrations.registering import NotNow
from item6.web.registrations.sheets import Line
from item6.web.registrations.views import crumbs_to
from item6.web.registrations.wording import way_words


@require_http_methods(["GET", "HEAD", "POST"])
def upload(request: HttpRequest, coalition: str, number: int) -> HttpResponse:
    """The form; by POST, reads the spreadsheet and shows what it would do. Nobody is registered by it."""
    acting, place = here(request)
    event = event_of(place, number)
    if request.method != "POST":
        return _form(request, place, event)
    try:
        name, (header, guests) = sent_in(request, sheets.read_file)
    except NotTaken as error:
        return _form(request, place, event, str(error), error.status)
    person = Person.objects.get(pk=acting.person)
    made = sheets.keep(event=event, person=person, file=name, header=header, guests=guests)
    where = {"coalition": place.slug, "number": event.pk, "sheet": made.pk}
    return HttpResponseRedirect(reverse("registrations-sheet", kwargs=where))


@require_http_methods(["GET", "HEAD", "POST"])
def sheet(request: HttpRequest, coalition: str, number: int, sheet: int) -> HttpResponse:
    """What a spreadsheet would do, row by row; by POST, registers who is new with one reason, or forgets it."""
    acting, place = here(request)
    event = event_of(place, number)
    found = GuestSheet.objects.filter(event=event, pk=sheet).first()
    if found is None:
        raise Http404("sheet")
    where = {"coalition": place.slug, "number": event.pk}
    if request.method != "POST":
        return _sheet(request, place, event, found)
    if request.POST.get("do") == "forget":
        found.delete()
        return HttpResponseRedirect(reverse("registrations-import", kwargs=where))
    try:
        by = Person.objects.get(pk=acting.person)
        sheets.take_in(sheet=found, by=by, reason=request.POST.get("reason", ""))
    except NotNow as error:
        return _sheet(request, place, event, found, str(error))
    return HttpResponseRedirect(reverse("registrations", kwargs=where) + "?state=placed")


def _form(request: HttpRequest, place: Place, event: Event, trouble: str = "", status: int = 200) -> HttpResponse:
    page = {"place": place, "event": event, "trouble": trouble, "crumbs": crumbs_to(place, event)}
    return render(request, "registrations/import.html", page, status=status)


def _sheet(request: HttpRequest, place: Place, event: Event, found: GuestSheet, trouble: str = "") -> HttpResponse:
    kinds = {NEW: gettext("new"), THERE: gettext("registered already"), UNCLEAR: gettext("not understood")}

    def shown(each: Line) -> dict[str, object]:
        problems = [_problem(column, said) for column, said in each.problems]
        return {"line": each, "kind": kinds[each.kind], "way": way_words(each.way), "problems": problems}

    page = {"place": place, "event": event, "trouble": trouble, "crumbs": crumbs_to(place, event)}
    page |= draft_page(request, found, sheets.lines_of(found), kinds, shown)
    return render(request, "registrations/sheet.html", page, status=400 if trouble else 200)


def _problem(column: str, said: str) -> str:
    if said == "missing":
        return gettext("There is no name in this row.")
    if said == "twice":
        return gettext("This address stands in an earlier row.")
    if said == "long":
        return gettext("This is too long: %(column)s.") % {"column": column}
    if column == "email":
        return gettext("“%(said)s” is no e-mail address.") % {"said": said}
    return gettext("“%(said)s” is no way to take part in this event.") % {"said": said}
