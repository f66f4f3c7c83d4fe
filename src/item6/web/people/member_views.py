"""Pages of a coalition's people: its home, which coalition one works in, members, leaving."""

from __future__ import annotations

from typing import Any

from allauth.mfa.models import Authenticator
from django.db.models import Exists, OuterRef
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from item6.pipeline.beneath import decisions_wait, is_behind
from item6.record.errors import RecordError
from item6.record.folders import find_folder, has_own
from item6.web.building import jobs
from item6.web.gate import workspace
from item6.web.people import members as domain
from item6.web.people.entering import Acting, Asking, Place
from item6.web.people.members import Refused, may_give
from item6.web.people.models import Membership
from item6.web.people.roles import ROLES, Who
from item6.web.people.wording import choices, may_words, role_words


def here(request: HttpRequest) -> tuple[Acting, Place]:
    """Who asks, and in which coalition; the walls have let nobody else through."""
    assert isinstance(request, HttpRequest)
    acting, place = getattr(request, "acting", None), getattr(request, "place", None)
    if not isinstance(acting, Acting) or not isinstance(place, Place):
        raise Http404("coalition")
    return acting, place


def crumbs_of(place: Place, *more: tuple[str, str]) -> list[tuple[str, str]]:
    """The coalition, and what lies on the way to a page of it."""
    return [(place.name, reverse("coalition", kwargs={"coalition": place.slug})), *more]


@require_safe
def coalitions(request: Asking) -> HttpResponse:
    """One's coalitions, and which of them this browser works in."""
    places = request.acting.places if request.acting else ()
    now = request.acting.place if request.acting else None
    found = [
        {"slug": each.slug, "name": each.name, "said": role_words(each.role.name.lower()), "here": each == now}
        for each in places
    ]
    return render(request, "people/coalitions.html", {"places": found})


@require_safe
def coalition(request: HttpRequest, coalition: str) -> HttpResponse:
    """The home of a coalition: what is here, how its record stands, how to start."""
    acting, place = here(request)
    home = workspace.home()
    try:
        record = find_folder(home, "current").name
    except RecordError:
        record = ""
    role = place.role.name.lower()
    worked_in = acting.place is not None and acting.place.coalition == place.coalition
    building = next((each.name for each in jobs.jobs_in(home) if each.running), "") if worked_in else ""
    page = {
        "place": place, "role": role_words(role), "may": may_words(role), "here": worked_in,
        "reads": place.role >= Who.READER, "edits": place.role >= Who.EDITOR,
        "coordinates": place.role >= Who.COORDINATOR, "owns": place.role >= Who.OWNER,
        "found": record, "own": has_own(home),
        "behind": is_behind(home), "waiting": decisions_wait(home), "building": building,
    }  # fmt: skip
    return render(request, "people/coalition.html", page)


@require_safe
def members(request: HttpRequest, coalition: str) -> HttpResponse:
    """Who belongs to the coalition, as what, and whether a second factor opens it to them."""
    return _members(request)


@require_http_methods(["GET", "HEAD", "POST"])
def member(request: HttpRequest, coalition: str, person: int) -> HttpResponse:
    """Somebody's role; by POST, another one."""
    _, place = here(request)
    row = _membership(place, person)
    offered = may_give(place.role)
    if row.role not in offered:
        return _members(request, _why("role"), 403)
    wrong: dict[str, str] = {}
    chosen = row.role
    if request.method == "POST":
        chosen = request.POST.get("role", "")
        try:
            domain.change_role(
                coalition=place.coalition, person=person, role=chosen, was=request.POST.get("was", ""), by=place.role
            )
            return HttpResponseRedirect(reverse("members", kwargs={"coalition": place.slug}))
        except Refused as error:
            wrong = {"role": _why(error.reason)}
            row.refresh_from_db()
    page = {
        "place": place, "member": {"person": person, "name": str(row.person), "email": row.person.email,
        "role": row.role}, "chosen": chosen if chosen in offered else row.role, "choices": choices(offered),
        "wrong": wrong, "crumbs": crumbs_of(place, _members_crumb(place)),
    }  # fmt: skip
    return render(request, "people/member.html", page, status=409 if wrong else 200)


@require_POST
def remove(request: HttpRequest, coalition: str, person: int) -> HttpResponse:
    """Ends somebody's membership."""
    _, place = here(request)
    _membership(place, person)
    try:
        domain.remove(coalition=place.coalition, person=person, by=place.role)
    except Refused as error:
        return _members(request, _why(error.reason), 409)
    return HttpResponseRedirect(reverse("members", kwargs={"coalition": place.slug}))


@require_http_methods(["GET", "HEAD", "POST"])
def leave(request: HttpRequest, coalition: str) -> HttpResponse:
    """Asks whether one wants to leave; by POST, ends one's own membership."""
    acting, place = here(request)
    trouble = ""
    if request.method == "POST":
        try:
            domain.leave(coalition=place.coalition, person=acting.person)
            return HttpResponseRedirect(reverse("coalitions"))
        except Refused as error:
            trouble = _why(error.reason)
    page = {"place": place, "trouble": trouble, "crumbs": crumbs_of(place)}
    return render(request, "people/leave.html", page, status=409 if trouble else 200)


def _membership(place: Place, person: int) -> Membership:
    found = Membership.objects.select_related("person").filter(coalition=place.coalition, person=person).first()
    if found is None:
        raise Http404(str(person))
    return found


def _members(request: HttpRequest, trouble: str = "", status: int = 200) -> HttpResponse:
    acting, place = here(request)
    factor = Authenticator.objects.filter(
        user=OuterRef("person"), type__in=(Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)
    )
    rows = Membership.objects.filter(coalition=place.coalition).select_related("person").annotate(factor=Exists(factor))
    offered = may_give(place.role)
    found: list[dict[str, Any]] = [
        {
            "person": row.person.pk, "name": str(row.person), "email": row.person.email, "said": role_words(row.role),
            "factor": row.factor, "begun": row.begun, "me": row.person.pk == acting.person, "can": row.role in offered,
            "order": (-ROLES[row.role], str(row.person).casefold()),
        }
        for row in rows
    ]  # fmt: skip
    page = {
        "place": place, "members": sorted(found, key=lambda each: each["order"]), "trouble": trouble,
        "roles": [(role_words(name), may_words(name)) for name in ROLES], "crumbs": crumbs_of(place),
    }  # fmt: skip
    return render(request, "people/members.html", page, status=status)


def _members_crumb(place: Place) -> tuple[str, str]:
    return gettext("Members"), reverse("members", kwargs={"coalition": place.slug})


def _why(reason: str) -> str:
    return {
        "role": gettext("Your role does not reach that far. An owner can do it."),
        "last": gettext("This is the last owner. Make somebody else an owner first."),
        "changed": gettext("Somebody else has changed this role meanwhile; it is shown as it is now. Choose again."),
        "gone": gettext("This person does not belong to the coalition any more."),
    }[reason]
