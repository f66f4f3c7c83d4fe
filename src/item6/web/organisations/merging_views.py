"""Pages of what may be one organisation: pairs to decide on, two beside each other, merging, undoing."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from item6.organisations.nouns import Organisation
from item6.web.organisations import merging
from item6.web.organisations.changing import FIELDS
from item6.web.organisations.merging import NotMerged
from item6.web.organisations.models import OrganisationRow
from item6.web.organisations.wording import field_words, value_words
from item6.web.people.entering import Place
from item6.web.people.member_views import crumbs_of, here

_SHOWN = 100


@require_safe
def alike(request: HttpRequest, coalition: str) -> HttpResponse:
    """The pairs that may be one organisation, for a person to decide."""
    _, place = here(request)
    found = merging.suggestions(place.coalition)
    page = {"place": place, "found": found[:_SHOWN], "count": len(found), "crumbs": crumbs_of(place, _crumb(place))}
    return render(request, "organisations/alike.html", page)


@require_http_methods(["GET", "HEAD", "POST"])
def merge(request: HttpRequest, coalition: str, number: int, other: int) -> HttpResponse:
    """Two beside each other; by POST, the second becomes part of the first."""
    acting, place = here(request)
    if request.method == "POST":
        try:
            merging.merge(coalition=place.coalition, person=acting.person, kept=number, gone=other)
        except NotMerged:
            raise Http404(str(other)) from None
        return HttpResponseRedirect(_address(place, number))
    rows = OrganisationRow.objects.filter(coalition=place.coalition, into=None).in_bulk([number, other])
    if len(rows) != 2:
        raise Http404(str(other))
    first, second = rows[number].value(), rows[other].value()
    united = merging.united(first, second)
    page = {
        "place": place, "kept": rows[number], "gone": rows[other], "fields": _beside(first, second, united),
        "crumbs": crumbs_of(place, _crumb(place), (gettext("May be one"), _alike(place))),
    }  # fmt: skip
    return render(request, "organisations/merge.html", page)


@require_POST
def apart(request: HttpRequest, coalition: str, number: int, other: int) -> HttpResponse:
    """Says that two are different; they are not suggested again."""
    acting, place = here(request)
    try:
        merging.say_apart(coalition=place.coalition, person=acting.person, one=number, other=other)
    except NotMerged:
        raise Http404(str(other)) from None
    return HttpResponseRedirect(_alike(place))


@require_POST
def undo(request: HttpRequest, coalition: str, merge: int) -> HttpResponse:
    """Takes a merge back."""
    acting, place = here(request)
    try:
        made = merging.undo(coalition=place.coalition, person=acting.person, number=merge)
    except NotMerged:
        raise Http404(str(merge)) from None
    return HttpResponseRedirect(_address(place, made.gone.pk))


def _beside(first: Organisation, second: Organisation, united: Organisation) -> list[dict[str, str]]:
    found = []
    for field in FIELDS:
        if field == "contacts":
            said = [str(len(each.contacts)) for each in (first, second)]
            said.append(str(len(first.contacts) + len(second.contacts)))
        else:
            said = [value_words(field, getattr(each, field)) for each in (first, second, united)]
        if any(said) and said != ["0", "0", "0"]:
            found.append({"field": field_words(field), "first": said[0], "second": said[1], "united": said[2]})
    return found


def _address(place: Place, number: int) -> str:
    return reverse("organisation", kwargs={"coalition": place.slug, "number": number})


def _alike(place: Place) -> str:
    return reverse("organisations-alike", kwargs={"coalition": place.slug})


def _crumb(place: Place) -> tuple[str, str]:
    return gettext("Organisations"), reverse("organisations", kwargs={"coalition": place.slug})
