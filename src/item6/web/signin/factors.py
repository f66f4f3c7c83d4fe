"""Pages of one's second factors."""

from __future__ import annotations

import time
from typing import Any

from allauth.mfa.adapter import get_adapter as get_factors
from allauth.mfa.base import views as base
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes import views as codes_
from allauth.mfa.totp import views as totp
from allauth.mfa.totp.internal.auth import SECRET_SESSION_KEY
from allauth.mfa.webauthn import views as webauthn
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse, reverse_lazy
from django.views.decorators.http import require_safe

from item6.web.signin.confirming import confirmed
from item6.web.signin.views import options

_SHOWN = "item6.codes-until"
_MINUTES = 15
"""How long recovery codes can be looked at, saved and printed, once they were made; in that session only."""


class Index(base.IndexView):  # type: ignore[misc]  # allauth ships no types
    """What one has, and what one can add."""

    def get_context_data(self, **named: Any) -> dict[str, Any]:
        """Codes left are counted; none is shown."""
        shown: dict[str, Any] = super().get_context_data(**named)
        found = shown["authenticators"]
        left = found["recovery_codes"].get_unused_codes() if "recovery_codes" in found else None
        return shown | {"has_one": "totp" in found or "webauthn" in found, "left": None if left is None else len(left)}


class AddPasskey(webauthn.AddWebAuthnView):  # type: ignore[misc]  # allauth ships no types
    """A new passkey."""

    def get_context_data(self, **named: Any) -> dict[str, Any]:
        """With what the passkey shall be made for."""
        shown: dict[str, Any] = super().get_context_data(**named)
        return shown | {"options": options(shown)}


class RenamePasskey(webauthn.EditWebAuthnView):  # type: ignore[misc]  # allauth ships no types
    """Another name for a passkey."""

    success_url = reverse_lazy("mfa_index")


class RemovePasskey(webauthn.RemoveWebAuthnView):  # type: ignore[misc]  # allauth ships no types
    """Removes a passkey, unless it is the only second factor."""

    success_url = reverse_lazy("mfa_index")

    def get_context_data(self, **named: Any) -> dict[str, Any]:
        """Whether it can be removed."""
        shown: dict[str, Any] = super().get_context_data(**named)
        return shown | {"last": not get_factors().can_delete_authenticator(self.object)}

    def form_valid(self, form: Any) -> HttpResponse:
        """Gone, or the page again."""
        if not get_factors().can_delete_authenticator(self.object):
            return self.render_to_response(self.get_context_data(form=form), status=409)  # type: ignore[no-any-return]  # allauth's
        return super().form_valid(form)  # type: ignore[no-any-return]  # allauth's


class AddApp(totp.ActivateTOTPView):  # type: ignore[misc]  # allauth ships no types
    """An app that shows codes."""

    def get_context_data(self, **named: Any) -> dict[str, Any]:
        """The secret as one types it; as a picture it has an address of its own."""
        shown: dict[str, Any] = super(totp.ActivateTOTPView, self).get_context_data(**named)
        secret = shown["form"].secret
        return shown | {"secret": " ".join(secret[at : at + 4] for at in range(0, len(secret), 4))}


@require_safe
def app_picture(request: HttpRequest) -> HttpResponse:
    """The picture that the app takes in, while an app is being added."""
    secret = request.session.get(SECRET_SESSION_KEY)
    if not secret:
        raise Http404("app")
    factors = get_factors()
    picture = factors.build_totp_svg(factors.build_totp_url(request.user, secret))
    return HttpResponse(picture, content_type="image/svg+xml")


def _codes(request: HttpRequest) -> list[str] | None:
    """The recovery codes of who asks, while they can be seen: None afterwards, and for who has none."""
    kept = Authenticator.objects.filter(user=request.user, type=Authenticator.Type.RECOVERY_CODES).first()
    if kept is None:
        return None
    codes = kept.wrap()
    if not codes.did_view:
        codes.mark_as_viewed()
        request.session[_SHOWN] = [kept.pk, time.time() + _MINUTES * 60]
    number, until = request.session.get(_SHOWN) or (0, 0)
    return list(codes.get_unused_codes()) if number == kept.pk and time.time() < until else None


@require_safe
def codes(request: HttpRequest) -> HttpResponse:
    """The recovery codes, once."""
    place = getattr(request, "place", None)
    home = reverse("coalition", kwargs={"coalition": place.slug}) if place else reverse("start")
    return render(
        request, "mfa/recovery_codes/index.html", {"codes": _codes(request), "minutes": _MINUTES, "home": home}
    )


@require_safe
def codes_file(request: HttpRequest) -> HttpResponse:
    """The same as a file."""
    found = _codes(request)
    if found is None:
        return HttpResponseRedirect(reverse("mfa_view_recovery_codes"))
    response = render(
        request, "mfa/recovery_codes/download.txt", {"codes": found}, content_type="text/plain; charset=utf-8"
    )
    response.headers["Content-Disposition"] = 'attachment; filename="item6-recovery-codes.txt"'
    return response


class Confirm(webauthn.ReauthenticateWebAuthnView):  # type: ignore[misc]  # allauth ships no types
    """A passkey of who is signed in."""

    def get_context_data(self, **named: Any) -> dict[str, Any]:
        """With what the passkey shall sign."""
        shown: dict[str, Any] = super().get_context_data(**named)
        return shown | {"options": options(shown)}

    def form_invalid(self, form: Any) -> HttpResponse:
        """The page again, with what was wrong."""
        return self.render_to_response(self.get_context_data() | {"form": form})  # type: ignore[no-any-return]  # allauth's


index = Index.as_view()
add_passkey = confirmed(AddPasskey.as_view())
rename_passkey = confirmed(RenamePasskey.as_view())
remove_passkey = confirmed(RemovePasskey.as_view())
add_app = confirmed(AddApp.as_view())
remove_app = confirmed(totp.deactivate_totp)
see_codes = confirmed(codes)
save_codes = confirmed(codes_file)
new_codes = confirmed(codes_.generate_recovery_codes)
confirm_passkey = Confirm.as_view()
