"""Signing in and out, forgotten passwords."""

from __future__ import annotations

import json
from typing import Any

from allauth.account import views as account
from allauth.account.models import Login
from allauth.account.utils import get_next_redirect_url
from allauth.mfa.base import views as base
from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn import views as webauthn
from allauth.mfa.webauthn.internal import auth as passkeys
from allauth.mfa.webauthn.internal import flows
from django.conf import settings
from django.contrib.auth.tokens import default_token_generator
from django.contrib.messages import get_messages
from django.core.serializers.json import DjangoJSONEncoder
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlsafe_base64_decode, urlsafe_base64_encode
from django.views.decorators.http import require_http_methods, require_safe

from item6.web.people.models import Person
from item6.web.signin import known, limits, mails
from item6.web.signin.adapter import TOO_MANY
from item6.web.signin.forms import ForgottenForm, NewPasswordForm
from item6.web.signin.networks import budgets_of
from item6.web.signin.own import end_sessions

_FORM = ["GET", "HEAD", "POST"]


def options(shown: dict[str, Any]) -> str:
    """What a passkey shall answer to, as the page hands it to the browser."""
    return json.dumps(shown["js_data"], cls=DjangoJSONEncoder)


def _status(form: Any) -> int:
    """What a form that is shown again is answered with: 429 where it came too often."""
    return 429 if any(each.code == TOO_MANY for name in form.errors.as_data().values() for each in name) else 200


class SignIn(account.LoginView):  # type: ignore[misc]  # allauth ships no types
    """Address and password; beside it a passkey."""

    http_method_names = ("get", "head", "post")

    def get_context_data(self, **named: Any) -> dict[str, Any]:
        """What went wrong with a passkey, which comes back to this page."""
        shown: dict[str, Any] = super().get_context_data(**named)
        return shown | {"messages": get_messages(self.request)}

    def form_invalid(self, form: Any) -> HttpResponse:
        """The form again, with what was wrong."""
        return self.render_to_response(self.get_context_data(form=form), status=_status(form))  # type: ignore[no-any-return]  # allauth's


class SecondFactor(base.AuthenticateView):  # type: ignore[misc]  # allauth ships no types
    """The second factor, after the password."""

    http_method_names = ("get", "head", "post")

    def get_context_data(self, **named: Any) -> dict[str, Any]:
        """With what a passkey shall sign, for those who have one."""
        shown: dict[str, Any] = super().get_context_data(**named)
        types = set(Authenticator.objects.filter(user=self.stage.login.user).values_list("type", flat=True))
        return shown | {"types": types, "options": options(shown)}

    def form_invalid(self, form: Any) -> HttpResponse:
        """The page again, with what was wrong."""
        return self.render_to_response(self.get_context_data(), status=_status(form))  # type: ignore[no-any-return]  # allauth's


class Passkey(webauthn.LoginWebAuthnView):  # type: ignore[misc]  # allauth ships no types
    """Signing in by passkey alone: GET gives the browser what the passkey shall answer to, POST takes the answer."""

    http_method_names = ("get", "head", "post")

    def dispatch(self, request: HttpRequest, *given: Any, **named: Any) -> HttpResponse:
        """Within the limits of the network: each try writes a session."""
        try:
            limits.spend(*budgets_of(request, limits.PASSKEY))
        except limits.TooManyTries:
            return JsonResponse({}, status=429)
        return super().dispatch(request, *given, **named)  # type: ignore[no-any-return]  # allauth's

    def get(self, request: HttpRequest, *given: Any, **named: Any) -> HttpResponse:
        """What the passkey shall sign."""
        return JsonResponse({"request_options": passkeys.begin_authentication(user=None)})

    def form_valid(self, form: Any) -> HttpResponse:
        """In, and to the page that was asked for."""
        passkey = form.cleaned_data["credential"]
        login = Login(user=passkey.user, redirect_url=get_next_redirect_url(self.request))
        return flows.perform_passwordless_login(self.request, passkey, login)  # type: ignore[no-any-return]  # allauth's


@require_http_methods(_FORM)
def forgotten(request: HttpRequest) -> HttpResponse:
    """Sends a link for a new password; answered the same whether there is such an account or not."""
    form = ForgottenForm(request.POST or None)
    if request.method != "POST" or not form.is_valid():
        return render(request, "account/password_reset.html", {"form": form})
    try:
        limits.spend(*budgets_of(request, limits.ASKING))
    except limits.TooManyTries as error:
        return render(request, "signin/too_many.html", {"seconds": error.seconds}, status=429)
    _send_link(form.cleaned_data["email"])
    return HttpResponseRedirect(reverse("account_reset_password_done"))


def _send_link(email: str) -> None:
    """Mails the link to who has an account; not more often than a mailbox bears."""
    try:
        limits.spend((limits.MAIL, email))
    except limits.TooManyTries:
        return
    person = Person.objects.filter(email=email, is_active=True).first()
    if person is None:
        return
    names = {
        "uidb36": urlsafe_base64_encode(str(person.pk).encode()),
        "key": default_token_generator.make_token(person),
    }
    link = settings.SERVER.address + reverse("account_reset_password_from_key", kwargs=names)
    mails.send(email, "password", language=person.language, link=link)


@require_safe
def link_sent(request: HttpRequest) -> HttpResponse:
    """What happens next."""
    return render(request, "account/password_reset_done.html")


@require_http_methods(_FORM)
def new_password(request: HttpRequest, uidb36: str, key: str) -> HttpResponse:
    """Takes the new password of who opened the link of a mail. All sessions end; the second factor stays."""
    person = _person_of_link(uidb36, key)
    if person is None:
        return render(request, "account/password_reset_from_key.html", {"form": None}, status=410)
    form = NewPasswordForm(person, request.POST or None)
    if request.method != "POST" or not form.is_valid():
        return render(request, "account/password_reset_from_key.html", {"form": form})
    person.set_password(form.cleaned_data["password"])
    person.save(update_fields=["password"])
    end_sessions(person)
    mails.tell(person, "password")
    response = HttpResponseRedirect(reverse("account_reset_password_from_key_done"))
    known.remember(request, response, person.email)  # so that whoever guesses meanwhile cannot keep them out
    return response


def _person_of_link(uidb36: str, key: str) -> Person | None:
    try:
        number = int(urlsafe_base64_decode(uidb36).decode())
    except ValueError:
        return None
    person = Person.objects.filter(pk=number, is_active=True).first() if 0 < number < 2**63 else None
    return person if person and default_token_generator.check_token(person, key) else None


@require_safe
def password_set(request: HttpRequest) -> HttpResponse:
    """The new password is there; sign in with it."""
    return render(request, "account/password_reset_from_key_done.html")


sign_in = SignIn.as_view()
second_factor = SecondFactor.as_view()
passkey = Passkey.as_view()
