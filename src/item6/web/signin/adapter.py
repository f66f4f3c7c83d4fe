"""What allauth asks of this server: nobody signs up, redirects stay here, limits hold, secrets are sealed."""

from __future__ import annotations

import math
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.login import record_authentication
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.contrib.auth import authenticate
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext, gettext_lazy, ngettext

from item6.web.gate.network import client_address
from item6.web.people.models import Person, folded
from item6.web.signin import known, limits, mails
from item6.web.signin.devices import device_of
from item6.web.signin.networks import budgets_of
from item6.web.signin.sealing import seal, unseal

TOO_MANY = "too_many_login_attempts"
"""The code of the error that says so; answered with 429."""

_CHANGES = {
    "mfa/email/totp_activated": "app added",
    "mfa/email/totp_deactivated": "app removed",
    "mfa/email/webauthn_added": "passkey added",
    "mfa/email/webauthn_removed": "passkey removed",
    "mfa/email/recovery_codes_generated": "new codes",
}


def too_many(seconds: float) -> ValidationError:
    """The error of a budget that is spent, with the way around it."""
    minutes = max(1, math.ceil(seconds / 60))
    wait = ngettext("Wait %(minutes)d minute and try again", "Wait %(minutes)d minutes and try again", minutes)
    text = gettext("That was tried too often.") + f" {wait % {'minutes': minutes}}. " + gettext(
        "A passkey always works, and so does a browser in which you signed in before."
    )  # fmt: skip
    return ValidationError(text, code=TOO_MANY)


class Accounts(DefaultAccountAdapter):  # type: ignore[misc]  # allauth ships no types
    """Signing in and out."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "email_password_mismatch": gettext_lazy(
            "Address and password do not belong together. Check both; if you forgot the password, ask for a new one."
        ),
        "incorrect_password": gettext_lazy("This is not your password. Type it again."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Never: an account is made by taking an invitation."""
        return False

    def is_safe_url(self, url: str | None) -> bool:
        """Whether one may be sent there: to paths of this server only."""
        return bool(url) and str(url).startswith("/") and url_has_allowed_host_and_scheme(url, allowed_hosts=None)

    def is_ajax(self, request: HttpRequest) -> bool:
        """Never: forms are answered with pages."""
        return False

    def get_client_ip(self, request: HttpRequest) -> str:
        """The address of who asks."""
        return client_address(request)

    def get_login_stages(self) -> list[str]:
        """What stands between the password and the door: the second factor, for those who have one."""
        return ["allauth.mfa.stages.AuthenticateStage"]

    def authenticate(self, request: HttpRequest, **credentials: Any) -> Person | None:
        """Who this is, within the limits; ValidationError where they are spent.

        An unknown address is counted, answered and timed like a wrong password.
        """
        email = folded(credentials.get("email") or "")
        browser = known.browser(request, email)
        if browser:
            budgets: list[limits.Budget] = [(limits.KNOWN, f"{email} {browser}")]
        else:
            budgets = [*budgets_of(request, limits.NETWORK), (limits.ACCOUNT, email)]
        try:
            limits.spend(*budgets)
        except limits.TooManyTries as error:
            raise too_many(error.seconds) from None
        person = authenticate(request, **credentials)
        if person is not None:
            limits.give_back(budgets)
        return person

    def reauthenticate(self, user: Person, password: str) -> bool:
        """Whether this is the password of who is signed in; limited by session, so that nobody else keeps them out."""
        budgets = [(limits.CONFIRM, f"{user.pk} {self.request.session.session_key}")]
        try:
            limits.spend(*budgets)
        except limits.TooManyTries as error:
            raise too_many(error.seconds) from None
        right = user.check_password(password)
        if right:
            limits.give_back(budgets)
        return right

    def post_login(self, request: HttpRequest, user: Person, **login: Any) -> HttpResponse:
        """The way in: the browser is known from now on, and signing in counts as having said who one is."""
        response: HttpResponse = super().post_login(request, user, **login)
        record_authentication(request, user, "signed in", reauthenticated=True)
        known.remember(request, response, user.email)
        return response

    def respond_user_inactive(self, request: HttpRequest, user: Person) -> HttpResponse:
        """To the door, as everybody who could not get in."""
        return HttpResponseRedirect(reverse("account_login"))

    def add_message(self, *given: Any, message: str | None = None, **more: Any) -> None:
        """Errors only: what went well is to be seen."""
        if message:
            super().add_message(*given, message=message, **more)

    def send_notification_mail(self, template_prefix: str, user: Person, *given: Any, **more: Any) -> None:
        """Tells people what changed in how they sign in."""
        mails.tell(user, _CHANGES[template_prefix])


class Factors(DefaultMFAAdapter):  # type: ignore[misc]  # allauth ships no types
    """Second factors."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": gettext_lazy(
            "This was not accepted. A code of the app lives for half a minute and serves once: wait for the next one."
        ),
        "cannot_delete_authenticator": gettext_lazy(
            "This is your only second factor, and coalitions ask for one. Add another one first."
        ),
    }

    def encrypt(self, text: str) -> str:
        """As the database holds it."""
        return seal(text)

    def decrypt(self, encrypted_text: str) -> str:
        """As it was."""
        return unseal(encrypted_text)

    def build_totp_svg(self, url: str) -> str:
        """The picture for the app: dark on white in dark pages too."""
        import qrcode
        from qrcode.image.svg import SvgPathFillImage

        return str(qrcode.make(url, image_factory=SvgPathFillImage).to_string(encoding="unicode"))

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        """Whether another second factor stays."""
        doors = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)
        others = Authenticator.objects.filter(user_id=authenticator.user_id, type__in=doors)
        return bool(others.exclude(pk=authenticator.pk).exists())

    def generate_authenticator_name(self, user: Person, type: str) -> str:
        """What a new passkey is called until its owner says otherwise: the browser it was made in."""
        return device_of(self.request.headers.get("User-Agent", "")) or gettext("Passkey")

    def _get_site_name(self) -> str:
        return "item6"
