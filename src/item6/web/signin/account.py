"""The page of one's own account, and of the coalition one works in."""

from __future__ import annotations

import re
import zoneinfo
from functools import lru_cache
from typing import Any

from allauth.account.internal.flows.login import record_authentication
from allauth.mfa.models import Authenticator
from django import forms
from django.conf import settings
from django.contrib.auth import update_session_auth_hash
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST

from item6.web.people.models import Person, Session
from item6.web.people.sessions import hashed
from item6.web.signin import limits, mails, own
from item6.web.signin.confirming import confirmed
from item6.web.signin.forms import ForgottenForm, NewPasswordForm

GENEVA = "Europe/Zurich"
"""The zone of who chose none: where the Council meets."""

_FORM = ["GET", "HEAD", "POST"]


def _languages() -> list[tuple[str, Any]]:
    return [("", _("What the browser asks for")), *settings.LANGUAGES]


@lru_cache(maxsize=1)
def _zones() -> list[tuple[str, Any]]:
    """Time zones as one chooses them; those of continents and oceans."""
    names = sorted(name for name in zoneinfo.available_timezones() if re.match("(A|E|P|In)[a-z]+/[A-Z](?!MT)", name))
    return [("", _("Geneva")), *((name, name.replace("_", " ")) for name in names)]


class AccountForm(forms.Form):
    """Name, language, time zone."""

    name = forms.CharField(
        label=_("Your name"), max_length=200, help_text=_("As the others of your coalitions see it."),
        widget=forms.TextInput(attrs={"autocomplete": "name", "dir": "auto"}),
    )  # fmt: skip
    language = forms.ChoiceField(label=_("Language"), required=False, choices=_languages)
    time_zone = forms.ChoiceField(label=_("Time zone"), required=False, choices=_zones)


def _person(request: HttpRequest) -> Person:
    assert isinstance(request.user, Person)  # the walls let nobody else come here
    return request.user


def zone_of(person: Person) -> zoneinfo.ZoneInfo:
    """The zone in which a person reads times."""
    try:
        return zoneinfo.ZoneInfo(person.time_zone or GENEVA)
    except (zoneinfo.ZoneInfoNotFoundError, ValueError):
        return zoneinfo.ZoneInfo(GENEVA)


@require_http_methods(_FORM)
def account(request: HttpRequest) -> HttpResponse:
    """One's account; POST changes name, language and time zone."""
    person = _person(request)
    now = {"name": person.name, "language": person.language, "time_zone": person.time_zone}
    form = AccountForm(request.POST or None, initial=now)
    if request.method == "POST" and form.is_valid():
        for name in now:
            setattr(person, name, form.cleaned_data[name])
        person.save(update_fields=list(now))
        response = HttpResponseRedirect(reverse("account") + "?saved")
        if "language" in form.changed_data:  # it takes the place of what was chosen at the foot of a page
            response.delete_cookie(settings.LANGUAGE_COOKIE_NAME, samesite="Strict")
        return response
    own_key = hashed(request.session.session_key or "")
    sessions = Session.objects.filter(person=person, expire_date__gt=timezone.now()).order_by("-seen", "-begun")
    factors = Authenticator.objects.filter(user=person).exclude(type=Authenticator.Type.RECOVERY_CODES)
    shown = {
        "form": form, "person": person, "sessions": sessions, "own_key": own_key, "zone": zone_of(person),
        "factors": [each.wrap() for each in factors.order_by("pk")], "saved": "saved" in request.GET,
    }  # fmt: skip
    return render(request, "signin/account.html", shown)


@require_POST
def end_sessions(request: HttpRequest) -> HttpResponse:
    """Ends one other session by its name, or all others."""
    person, own_key, name = _person(request), hashed(request.session.session_key or ""), request.POST.get("session", "")
    if name == "others":
        own.end_sessions(person, but=own_key)
    elif name != own_key:
        own.end_session(person, name)
    return HttpResponseRedirect(reverse("account") + "#sessions")


@require_http_methods(_FORM)
def password(request: HttpRequest) -> HttpResponse:
    """Another password, or a first one; all other sessions end."""
    person = _person(request)
    present = person.has_usable_password()
    form = NewPasswordForm(person, request.POST or None, present=present)
    if request.method != "POST" or not form.is_valid():
        return render(request, "signin/password.html", {"form": form, "present": present})
    person.set_password(form.cleaned_data["password"])
    person.save(update_fields=["password"])
    update_session_auth_hash(request, person)
    request.session.save()
    own.end_sessions(person, but=hashed(request.session.session_key or ""))
    record_authentication(request, person, "password", reauthenticated=True)
    mails.tell(person, "password")
    return HttpResponseRedirect(reverse("account") + "?saved")


@require_http_methods(_FORM)
def address(request: HttpRequest) -> HttpResponse:
    """Asks for another address: a link goes there. The same answer, whosever it is."""
    person = _person(request)
    form = ForgottenForm(request.POST or None)
    sent = ""
    if request.method == "POST" and form.is_valid():
        sent = form.cleaned_data["email"]
        _send_confirmation(person, sent)
    return render(request, "signin/address.html", {"form": form, "person": person, "sent": sent})


def _send_confirmation(person: Person, email: str) -> None:
    try:
        limits.spend((limits.MAIL, email), (limits.MAIL, f"of {person.pk}"))
    except limits.TooManyTries:
        return
    if Person.objects.filter(email=email).exists():
        return
    link = settings.SERVER.address + reverse("own-address-new", kwargs={"token": own.address_token(person, email)})
    mails.send(email, "address", language=person.language, link=link)


@require_http_methods(_FORM)
def new_address(request: HttpRequest, token: str) -> HttpResponse:
    """The link of the mail: a button, which changes the address."""
    person = _person(request)
    before, new = person.email, own.address_asked(person, token)
    if new is None or (request.method == "POST" and not own.change_address(person, new)):
        return render(request, "signin/address_new.html", {"new": ""}, status=410)
    if request.method != "POST":
        return render(request, "signin/address_new.html", {"new": new})
    mails.send(before, "changed", language=person.language, what="address")
    return HttpResponseRedirect(reverse("account") + "?saved")


change_password = confirmed(password)
change_address = confirmed(address)
