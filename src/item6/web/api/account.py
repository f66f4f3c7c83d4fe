"""One's own keys: listed, made, withdrawn."""

from __future__ import annotations

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST

from item6.web.api import keys
from item6.web.api.models import Key
from item6.web.audit import noting
from item6.web.people.entering import Acting, Asking, Place


@require_http_methods(["GET", "HEAD", "POST"])
def account_keys(request: Asking) -> HttpResponse:
    """One's keys; a POST makes one, which is shown this once."""
    found = request.acting
    if found is None or not found.second_factor:
        return HttpResponseRedirect(reverse("mfa_index"))
    if request.method != "POST":
        return _listed(request, found)
    place = found.place_of(request.POST.get("coalition", ""))
    try:
        made = keys.make(
            person=found.person, place=place, name=request.POST.get("name", ""), days=request.POST.get("days", "")
        )
    except keys.NotMade as error:
        return _listed(request, found, trouble=str(error), status=400)
    _noted(found, "key-made", made.key)
    return _listed(request, found, made=made)


@require_POST
def withdraw_key(request: Asking) -> HttpResponse:
    """Withdraws one of one's keys."""
    typed, found = request.POST.get("key", ""), request.acting
    number = int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 18 else 0
    withdrawn = keys.withdraw(person=found.person, key=number) if found else None
    if found is None or withdrawn is None:
        raise Http404(typed)
    _noted(found, "key-withdrawn", withdrawn)
    return HttpResponseRedirect(reverse("account-keys"))


def _noted(found: Acting, act: str, key: Key) -> None:
    """In the log of the coalition whose record the key reads; which key, never what it is called."""
    noting.note(noting.CHANGED, act, person=found.person, coalition=key.coalition_id, object=f"key {key.pk}")


def _listed(
    request: Asking, found: Acting, *, made: keys.Made | None = None, trouble: str = "", status: int = 200
) -> HttpResponse:
    now = timezone.now()
    page = {
        "keys": [(each, each.until <= now) for each in keys.of_person(found.person)], "made": made, "trouble": trouble,
        "places": _places(found, request), "days": [(days, gettext(name)) for days, name in keys.DAYS_CALLED.items()],
        "name": request.POST.get("name", "")[:80] if trouble else "", "crumbs": [],
        "chosen": request.POST.get("days", "90") if trouble else "90",
    }  # fmt: skip
    return render(request, "api/keys.html", page, status=status)


def _places(found: Acting, request: Asking) -> list[tuple[Place, bool]]:
    """The coalitions to choose from, the one worked in chosen."""
    asked = request.POST.get("coalition") or (found.place.slug if found.place else "")
    return [(each, each.slug == asked) for each in keys.places_of(found)]
