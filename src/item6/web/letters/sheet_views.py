"""Pages of taking in signatories from a spreadsheet: choosing it, what it would do, doing it."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from item6.web.building.spreadsheets import NEW, THERE, UNCLEAR, NotTaken, draft_page, sent_in
from item6.web.letters import mails, publishing, sheets
from item6.web.letters.models import Letter, Sheet
from item6.web.letters.pages import crumbs_to, letter_of
from item6.web.letters.sheets import Line
from item6.web.letters.writing import NotNow
from item6.web.organisations.importing import read_file
from item6.web.organisations.wording import problem_words
from item6.web.people.entering import Place
from item6.web.people.member_views import here
from item6.web.people.models import Person


@require_http_methods(["GET", "HEAD", "POST"])
def upload(request: HttpRequest, coalition: str, number: int) -> HttpResponse:
    """The form; by POST, reads the spreadsheet and shows what it would do. Nothing is counted by it."""
    acting, place = here(request)
    row = letter_of(place, number)
    if request.method != "POST":
        return _form(request, place, row)
    try:
        name, (header, rows) = sent_in(request, read_file)
    except NotTaken as error:
        return _form(request, place, row, str(error), error.status)
    person = Person.objects.get(pk=acting.person)
    made = sheets.keep(letter=row, person=person, file=name, header=header, rows=rows)
    where = {"coalition": place.slug, "number": row.pk, "sheet": made.pk}
    return HttpResponseRedirect(reverse("signatures-sheet", kwargs=where))


@require_http_methods(["GET", "HEAD", "POST"])
def sheet(request: HttpRequest, coalition: str, number: int, sheet: int) -> HttpResponse:
    """What a spreadsheet would do, row by row; by POST, counts what is new with one reason, or forgets it."""
    acting, place = here(request)
    row = letter_of(place, number)
    found = row.sheets.filter(pk=sheet).first()
    if found is None:
        raise Http404("sheet")
    where = {"coalition": place.slug, "number": row.pk}
    if request.method != "POST":
        return _sheet(request, place, row, found)
    if request.POST.get("do") == "forget":
        found.delete()
        return HttpResponseRedirect(reverse("signatures-import", kwargs=where))
    try:
        by = Person.objects.get(pk=acting.person)
        made = sheets.take_in(sheet=found, by=by, reason=request.POST.get("reason", ""))
    except NotNow as error:
        return _sheet(request, place, row, found, str(error))
    for each in made:
        if each.email:
            mails.tell_entered(each)
    publishing.list_anew(row)
    return HttpResponseRedirect(reverse("signatures", kwargs=where) + "?state=counted")


def _form(request: HttpRequest, place: Place, row: Letter, trouble: str = "", status: int = 200) -> HttpResponse:
    page = {"place": place, "letter": row, "trouble": trouble, "crumbs": crumbs_to(place, row)}
    return render(request, "letters/import.html", page, status=status)


def _sheet(request: HttpRequest, place: Place, row: Letter, found: Sheet, trouble: str = "") -> HttpResponse:
    kinds = {NEW: gettext("new"), THERE: gettext("signs already"), UNCLEAR: gettext("not understood")}

    def shown(each: Line) -> dict[str, object]:
        problems = [problem_words(column, said) for column, said in each.problems]
        return {"line": each, "kind": kinds[each.kind], "problems": problems}

    page = {"place": place, "letter": row, "trouble": trouble, "crumbs": crumbs_to(place, row)}
    page |= draft_page(request, found, sheets.lines_of(found), kinds, shown)
    return render(request, "letters/sheet.html", page, status=400 if trouble else 200)
