"""Forms of signing in: allauth's, with our words, and with limits counted in the database."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from allauth.account import forms as account
from allauth.account.adapter import get_adapter as get_accounts
from allauth.core import context
from allauth.core.internal.cryptokit import normalize_user_code
from allauth.mfa.adapter import get_adapter
from allauth.mfa.base import forms as base
from allauth.mfa.models import Authenticator
from allauth.mfa.totp import forms as totp
from allauth.mfa.webauthn import forms as webauthn
from django import forms
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from item6.web.people.models import Person, folded
from item6.web.signin import known, limits
from item6.web.signin.adapter import too_many

_CODE = {"autocomplete": "one-time-code", "inputmode": "text", "class": "short", "spellcheck": "false"}
"""A field for codes; recovery codes too, so that no phone shows a keyboard of digits alone."""


def address_field(**more: Any) -> forms.EmailField:
    """A field for an address."""
    return forms.EmailField(
        label=_("E-mail address"), max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "username", "spellcheck": "false", "dir": "ltr"}), **more,
    )  # fmt: skip


def password_field(label: Any, *, new: bool = False, **more: Any) -> forms.CharField:
    """A field for a password: pasting and password managers are welcome."""
    kind = "new-password" if new else "current-password"
    shown = forms.PasswordInput(attrs={"autocomplete": kind, "dir": "ltr"})
    return forms.CharField(label=label, strip=False, max_length=1000, widget=shown, **more)


NEW_PASSWORD = _("At least 12 characters, and none of those that everybody uses. Three or four words are good.")


class SignInForm(account.LoginForm):  # type: ignore[misc]  # allauth ships no types
    """Address and password."""

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self.fields = {"login": address_field(), "password": password_field(_("Password"))}

    def clean_login(self) -> str:
        """The address as addresses are compared."""
        return folded(self.cleaned_data["login"])


class ConfirmForm(account.ReauthenticateForm):  # type: ignore[misc]  # allauth ships no types
    """One's password again."""

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self.fields["password"] = password_field(_("Password"))


def _once(form: Any) -> None:
    """A code of an app serves once, whichever worker is asked."""
    if form.authenticator.type != Authenticator.Type.TOTP:
        return
    try:
        limits.spend((limits.ONCE, f"{form.user.pk} {normalize_user_code(form.cleaned_data['code'])}"))
    except limits.TooManyTries:
        raise get_adapter().validation_error("incorrect_code") from None


class _Limited:
    """A code, within the limits of who asks for it."""

    user: Person
    cleaned_data: dict[str, Any]

    def _budget(self) -> limits.Budget:
        raise NotImplementedError

    def clean_code(self) -> str:
        """The code where it is right."""
        budget = self._budget()
        try:
            limits.spend(budget)
        except limits.TooManyTries as error:
            raise too_many(error.seconds) from None
        code: str = super().clean_code()  # type: ignore[misc]  # of allauth's form
        _once(self)
        limits.give_back([budget])
        return code


def _code_field() -> forms.CharField:
    return forms.CharField(
        label=_("Code"), max_length=40, widget=forms.TextInput(attrs=_CODE),
        help_text=_("The six digits that the app on your phone shows now, or one of your recovery codes."),
    )  # fmt: skip


class CodeForm(_Limited, base.AuthenticateForm):  # type: ignore[misc]  # allauth ships no types
    """The code of the second factor, after the password."""

    code = _code_field()

    def _budget(self) -> limits.Budget:
        browser = known.browser(context.request, self.user.email)
        if browser:
            return limits.KNOWN_CODE, f"{self.user.pk} {browser}"
        return limits.CODE, str(self.user.pk)


class ConfirmCodeForm(_Limited, base.ReauthenticateForm):  # type: ignore[misc]  # allauth ships no types
    """A code again, of who is signed in."""

    code = _code_field()

    def _budget(self) -> limits.Budget:
        return limits.CONFIRM, f"{self.user.pk} {context.request.session.session_key}"


class AppForm(totp.ActivateTOTPForm):  # type: ignore[misc]  # allauth ships no types
    """The first code of a new app."""

    code = forms.CharField(
        label=_("Code"), max_length=40, widget=forms.TextInput(attrs={**_CODE, "inputmode": "numeric"}),
        help_text=_("The six digits that the app shows for item6."),
    )  # fmt: skip


def _whole(clean: Callable[[], Any]) -> Any:
    """What a browser sent instead of the answer of a passkey is not accepted, whatever it is."""
    try:
        return clean()
    except ValidationError:
        raise
    except (TypeError, ValueError, KeyError, AttributeError, IndexError):
        raise get_adapter().validation_error("incorrect_code") from None


class PasskeyForm(webauthn.LoginWebAuthnForm):  # type: ignore[misc]  # allauth ships no types
    """The answer of a passkey to sign in with."""

    def clean_credential(self) -> Authenticator:
        """The passkey that answered."""
        return _whole(super().clean_credential)


class SecondPasskeyForm(webauthn.AuthenticateWebAuthnForm):  # type: ignore[misc]  # allauth ships no types
    """The answer of a passkey after a password."""

    def clean_credential(self) -> Authenticator:
        """The passkey that answered."""
        return _whole(super().clean_credential)


class ConfirmPasskeyForm(webauthn.ReauthenticateWebAuthnForm):  # type: ignore[misc]  # allauth ships no types
    """The answer of a passkey of who is signed in."""

    def clean_credential(self) -> Authenticator:
        """The passkey that answered."""
        return _whole(super().clean_credential)


class AddPasskeyForm(webauthn.AddWebAuthnForm):  # type: ignore[misc]  # allauth ships no types
    """A new passkey."""

    name = forms.CharField(label=_("Name"), max_length=60, required=False, help_text=_("So that you know it again."))
    passwordless = forms.BooleanField(
        label=_("Sign in with it alone, without the password. Untick this for a security key that has no PIN."),
        required=False, initial=True,
    )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        """The passkey, checked."""
        checked: dict[str, Any] = _whole(super().clean)
        return checked


class RenameForm(webauthn.EditWebAuthnForm):  # type: ignore[misc]  # allauth ships no types
    """Another name for a passkey."""

    name = forms.CharField(label=_("Name"), max_length=60)


class ForgottenForm(forms.Form):
    """Whose password is forgotten."""

    email = address_field()

    def clean_email(self) -> str:
        """The address as addresses are compared."""
        return folded(self.cleaned_data["email"])


class NewPasswordForm(forms.Form):
    """A new password; the present one too, for those who change it."""

    def __init__(self, person: Person, *given: Any, present: bool = False, **named: Any) -> None:
        super().__init__(*given, **named)
        self.person = person
        if present:
            self.fields["present"] = password_field(_("Your password now"))
        self.fields["password"] = password_field(_("New password"), new=True, help_text=NEW_PASSWORD)

    def clean_present(self) -> str:
        """The present password, where it is right."""
        given: str = self.cleaned_data["present"]
        if not get_accounts().reauthenticate(self.person, given):
            raise get_accounts().validation_error("incorrect_password")
        return given

    def clean_password(self) -> str:
        """The new password, where it is good enough."""
        given: str = self.cleaned_data["password"]
        validate_password(given, self.person)
        return given


class JoiningForm(forms.Form):
    """Who takes an invitation, and how they will sign in."""

    name = forms.CharField(
        label=_("Your name"), max_length=200, help_text=_("As the others of the coalition shall see it."),
        widget=forms.TextInput(attrs={"autocomplete": "name", "dir": "auto"}),
    )  # fmt: skip
    password = password_field(_("Password"), new=True, required=False, help_text=NEW_PASSWORD)

    def __init__(self, email: str, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self._email = email

    def clean(self) -> dict[str, Any]:
        """A password that is good enough, unless they will use a passkey alone."""
        password = self.cleaned_data.get("password") or ""
        if self.data.get("way") == "passkey":
            self.cleaned_data["password"] = None
        elif not password:
            self.add_error("password", _("Choose a password, or go on with a passkey."))
        else:
            try:
                validate_password(password, Person(email=self._email, name=self.cleaned_data.get("name", "")))
            except ValidationError as error:
                self.add_error("password", error)
        return self.cleaned_data
