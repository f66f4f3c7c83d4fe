"""Pages of taking in a spreadsheet: choosing it, what it would do, doing it."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from item6.web.building.spreadsheets import NotTaken, sent_in
from item6.web.explorer.paging import paged
from item6.web.organisations import importing
from item6.web.organisations.importing import ADDED, CHANGED, KINDS, UNCLEAR, Line, by_kind
from item6.web.organisations.models import Draft
from item6.web.organisations.wording import changes, problem_words
from item6.web.people.entering import Place
from item6.web.people.member_views import crumbs_of, here


@require_http_methods(["GET", "HEAD", "POST"])
def upload(request: HttpRequest, coalition: str) -> HttpResponse:
    """The form; by POST, reads the spreadsheet and shows what it would do. Nothing is written but the draft."""
    acting, place = here(request)
    if request.method != "POST":
        return _form(request, place)
    try:
        name, (header, rows) = sent_in(request, importing.read_file)
    except NotTaken as error:
        return _form(request, place, str(error), error.status)
    found = importing.lines(place.coalition, rows)
    made = importing.keep(coalition=place.coalition, person=acting.person, file=name, header=header, found=found)
    return HttpResponseRedirect(reverse("organisations-draft", kwargs={"coalition": place.slug, "number": made.pk}))


@require_http_methods(["GET", "HEAD", "POST"])
def draft(request: HttpRequest, coalition: str, number: int) -> HttpResponse:
    """What a spreadsheet would do, row by row; by POST, does it, or throws the draft away."""
    acting, place = here(request)
    found = Draft.objects.filter(coalition=place.coalition, pk=number).first()
    if found is None:
        raise Http404(str(number))
    if request.method != "POST":
        return _draft(request, place, found)
    if request.POST.get("do") == "forget":
        found.delete()
        return HttpResponseRedirect(reverse("organisations-import", kwargs={"coalition": place.slug}))
    taken = importing.take_in(coalition=place.coalition, person=acting.person, draft=number)
    crumbs = crumbs_of(place, *_crumbs(place))
    return render(request, "organisations/taken.html", {"place": place, "taken": taken, "crumbs": crumbs})


def _form(request: HttpRequest, place: Place, trouble: str = "", status: int = 200) -> HttpResponse:
    page = {"place": place, "trouble": trouble, "crumbs": crumbs_of(place, *_crumbs(place)[:1])}
    return render(request, "organisations/import.html", page, status=status)


def _draft(request: HttpRequest, place: Place, found: Draft) -> HttpResponse:
    lines = importing.lines_of(found)
    only = request.GET.get("only", "")
    chosen = [each for each in lines if each.kind == only] if only in KINDS else lines
    counts = dict(by_kind(lines))
    page = {
        "place": place, "draft": found, "counts": [(each, _kind(each), counts[each]) for each in KINDS], "only": only,
        "lines": paged([_shown(each) for each in chosen], request), "unknown": found.lines["unknown"],
        "does": counts[ADDED] + counts[CHANGED], "unclear": counts[UNCLEAR],
        "crumbs": crumbs_of(place, *_crumbs(place)),
    }  # fmt: skip
    return render(request, "organisations/draft.html", page)


def _shown(line: Line) -> dict[str, object]:
    return {
        "number": line.number, "name": line.name, "kind": _kind(line.kind), "row": line.row,
        "changes": changes(line.changes) if line.kind in (ADDED, CHANGED) else [],
        "problems": [problem_words(column, said) for column, said in line.problems],
    }  # fmt: skip


def _kind(kind: str) -> str:
    return {
        "added": gettext("new"), "changed": gettext("changed"), "same": gettext("as it is here"),
        "unclear": gettext("not understood"),
    }[kind]  # fmt: skip


def _crumbs(place: Place) -> list[tuple[str, str]]:
    where = {"coalition": place.slug}
    return [
        (gettext("Organisations"), reverse("organisations", kwargs=where)),
        (gettext("Import"), reverse("organisations-import", kwargs=where)),
    ]
