"""Pages of organisations: the list, one, its history, entering, editing, removing, exports."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, cast

from django.db.models import Count, QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_safe

from item6.organisations.domains import shown
from item6.organisations.folding import clean, folded
from item6.organisations.nouns import STATUSES
from item6.terms.states import STATES, name_of
from item6.web.explorer.paging import paged
from item6.web.organisations import changing, exporting
from item6.web.organisations.changing import Stale
from item6.web.organisations.forms import Form
from item6.web.organisations.models import Merge, OrganisationRow
from item6.web.organisations.wording import changes, did_words, status_choices, status_words
from item6.web.people.entering import Place
from item6.web.people.member_views import crumbs_of, here
from item6.web.people.roles import Who


@require_safe
def listed(request: HttpRequest, coalition: str) -> HttpResponse:
    """The organisations, by name; searched by any name in any script, narrowed by status and country."""
    _, place = here(request)
    every = _of(place)
    codes = every.exclude(code="").values_list("code").annotate(all=Count("pk")).order_by("code")
    countries = sorted(((code, f"{name_of(code)} ({count})") for code, count in codes), key=lambda each: each[1])
    found = _asked(every, request.GET)
    shown_rows = paged(cast("Sequence[OrganisationRow]", found.order_by("order", "pk")), request)
    asked = request.GET.copy()
    asked.pop("page", None)
    page = {
        "place": place, "found": shown_rows, "count": shown_rows.paginator.count, "all": every.count(),
        "rows": [(row, status_words(row.status), list(map(shown, row.domains))) for row in shown_rows],
        "asked": request.GET, "statuses": [("", gettext("any")), *status_choices()],
        "countries": [("", gettext("any")), *countries], "edits": place.role >= Who.EDITOR, "crumbs": crumbs_of(place),
        "query": asked.urlencode(),
    }  # fmt: skip
    return render(request, "organisations/list.html", page)


@require_safe
def export(request: HttpRequest, coalition: str, form: str) -> HttpResponse:
    """What the list selects, as CSV or JSON, without contacts."""
    kind, made = exporting.FORMS[form]
    return _file(request, made, kind, f"organisations.{form}")


@require_safe
def contacts(request: HttpRequest, coalition: str) -> HttpResponse:
    """The contacts of what the list selects, as CSV."""
    return _file(request, exporting.contacts_as_csv, "text/csv; charset=utf-8", "contacts.csv")


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest, coalition: str) -> HttpResponse:
    """The form of a new one; by POST, enters it."""
    acting, place = here(request)
    if request.method != "POST":
        return _form(request, place, Form.empty())
    form = Form(request.POST.dict())
    if form.wrong:
        return _form(request, place, form, status=400)
    row = changing.enter(coalition=place.coalition, person=acting.person, value=form.value)
    return HttpResponseRedirect(_address(place, row.pk))


@require_safe
def organisation(request: HttpRequest, coalition: str, number: int) -> HttpResponse:
    """One organisation."""
    _, place = here(request)
    row = OrganisationRow.objects.filter(coalition=place.coalition, pk=number).select_related("into").first()
    if row is None:
        raise Http404(str(number))
    if row.into:
        return HttpResponseRedirect(_address(place, row.into.pk))
    value = row.value()
    page = {
        "place": place, "row": row, "value": value, "status": status_words(value.status),
        "counted": name_of(value.code),
        "domains": list(map(shown, value.domains)), "edits": place.role >= Who.EDITOR,
        "coordinates": place.role >= Who.COORDINATOR, "crumbs": crumbs_of(place, _crumb(place)),
        "merges": Merge.objects.filter(kept=row, undone=None, gone__into=row).select_related("gone", "person"),
    }  # fmt: skip
    return render(request, "organisations/organisation.html", page)


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, coalition: str, number: int) -> HttpResponse:
    """The form of one; by POST, saves it, unless somebody else has changed it since the form was opened."""
    acting, place = here(request)
    row = _row(place, number)
    if request.method != "POST":
        return _form(request, place, Form.of(row.value()), row=row)
    form = Form(request.POST.dict())
    if form.wrong:
        return _form(request, place, form, row=row, version=_version(request.POST), status=400)
    try:
        changing.save(row=number, coalition=place.coalition, person=acting.person, value=form.value,
                      version=_version(request.POST))  # fmt: skip
    except Stale as error:
        differs = changes(_shown(changing.differences(error.row.value(), form.value), error.row, form))
        return _form(request, place, form, row=error.row, differs=differs, status=409)
    return HttpResponseRedirect(_address(place, number))


@require_http_methods(["GET", "HEAD", "POST"])
def remove(request: HttpRequest, coalition: str, number: int) -> HttpResponse:
    """Asks; by POST, removes one for good, with its contacts and its history."""
    _, place = here(request)
    row = _row(place, number)
    if request.method == "POST":
        changing.remove(row=number, coalition=place.coalition)
        return HttpResponseRedirect(reverse("organisations", kwargs={"coalition": place.slug}))
    crumbs = crumbs_of(place, _crumb(place), (row.name, _address(place, number)))
    return render(request, "organisations/remove.html", {"place": place, "row": row, "crumbs": crumbs})


@require_safe
def history(request: HttpRequest, coalition: str, number: int) -> HttpResponse:
    """Who changed what in one, the last first."""
    _, place = here(request)
    row = _row(place, number)
    found = [
        {"at": each.at, "who": str(each.person) if each.person else gettext("somebody who is gone"),
         "did": did_words(each.did), "changes": changes(each.fields)}
        for each in row.changes.select_related("person").order_by("-pk")[:500]
    ]  # fmt: skip
    crumbs = crumbs_of(place, _crumb(place), (row.name, _address(place, number)))
    return render(request, "organisations/history.html", {"place": place, "row": row, "found": found, "crumbs": crumbs})


def _of(place: Place) -> QuerySet[OrganisationRow]:
    return OrganisationRow.objects.filter(coalition=place.coalition, into=None)


def _asked(every: QuerySet[OrganisationRow], asked: QueryDict) -> QuerySet[OrganisationRow]:
    """What the address selects: all words of `q` in its names or domains, `status`, `country`."""
    found = every
    for word in folded(clean(asked.get("q", "")))[:200].split():
        found = found.filter(findable__contains=word)
    if asked.get("status") in STATUSES:
        found = found.filter(status=asked["status"])
    if asked.get("country") in STATES:
        found = found.filter(code=asked["country"])
    return found


def _file(request: HttpRequest, made: Any, kind: str, name: str) -> HttpResponse:
    _, place = here(request)
    rows = _asked(_of(place), request.GET).order_by("order", "pk").prefetch_related("contacts")
    response = HttpResponse(made(row.value() for row in rows), content_type=kind)
    response.headers["Content-Disposition"] = f'attachment; filename="{place.slug}-{name}"'
    return response


def _form(
    request: HttpRequest, place: Place, form: Form, *, row: OrganisationRow | None = None, version: int | None = None,
    differs: list[dict[str, str]] | None = None, status: int = 200,
) -> HttpResponse:  # fmt: skip
    crumbs = crumbs_of(place, _crumb(place), *([(row.name, _address(place, row.pk))] if row else []))
    page = {
        "place": place, "form": form, "row": row, "differs": differs, "statuses": status_choices(), "crumbs": crumbs,
        "version": version if version is not None else row.version if row else 0, "today": date.today().isoformat(),
    }  # fmt: skip
    return render(request, "organisations/edit.html", page, status=status)


def _shown(found: Mapping[str, Any], row: OrganisationRow, form: Form) -> dict[str, Any]:
    """Differences for the person who edits: what history keeps to itself is shown to them."""
    shown_to = dict(found)
    if "notes" in shown_to:
        shown_to["notes"] = [row.notes, form.value.notes]
    if "contacts" in shown_to:
        said = (row.value().contacts, form.value.contacts)
        shown_to["contacts"] = [
            [" ".join(filter(None, (each.person, each.post, each.email, each.phone, each.language, each.consent)))
             for each in contacts]
            for contacts in said
        ]  # fmt: skip
    return shown_to


def _row(place: Place, number: int) -> OrganisationRow:
    found = _of(place).filter(pk=number).first()
    if found is None:
        raise Http404(str(number))
    return found


def _version(sent: QueryDict) -> int:
    typed = sent.get("version", "")
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 10 else 0


def _address(place: Place, number: int) -> str:
    return reverse("organisation", kwargs={"coalition": place.slug, "number": number})


def _crumb(place: Place) -> tuple[str, str]:
    return gettext("Organisations"), reverse("organisations", kwargs={"coalition": place.slug})
