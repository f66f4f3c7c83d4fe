"""Settings of a server with accounts: those of the laptop, and people, a database, mail.

ITEM6_HOME: the workspace. What the owner chooses stands in its `server.toml` (`item6.web.server.config`).
"""

from __future__ import annotations

from item6.web.server.config import databases, read_config
from item6.web.settings import *  # noqa: F403  # settings are names of one module
from item6.web.settings import INSTALLED_APPS as LAPTOP_APPS
from item6.web.settings import ITEM6_HOME
from item6.web.settings import LOGGING as LAPTOP_LOGGING

SERVER = read_config(ITEM6_HOME)
ACCOUNTS = True

SECRET_KEY = SERVER.secret
ALLOWED_HOSTS = list(SERVER.hosts)
CSRF_TRUSTED_ORIGINS = [SERVER.address]

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "item6.web.people",
    "item6.web.audit",
    "item6.web.work",
    "item6.web.outbox",
    "item6.web.signin",
    "item6.web.organisations",
    "item6.web.letters",
    "item6.web.events",
    "item6.web.registrations",
    "item6.web.api",
    *LAPTOP_APPS,
]
MIDDLEWARE = [
    "item6.web.gate.headers.SafeHeaders",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "item6.web.gate.walls.Walls",  # before anything reads a form: who may not send one fills no disk
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
]
ROOT_URLCONF = "item6.web.server.urls"
DATABASES = databases(SERVER, ITEM6_HOME)
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "people.Person"
AUTHENTICATION_BACKENDS = ["item6.web.signin.backend.Passwords"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
     "OPTIONS": {"user_attributes": ("email", "name")}},
]  # fmt: skip
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
PASSWORD_RESET_TIMEOUT = 3600

ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_USER_MODEL_EMAIL_FIELD = "email"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]  # nobody signs up: adapter.Accounts
ACCOUNT_EMAIL_VERIFICATION = "none"  # addresses are confirmed by invitations
ACCOUNT_ADAPTER = "item6.web.signin.adapter.Accounts"
ACCOUNT_FORMS = {"login": "item6.web.signin.forms.SignInForm", "reauthenticate": "item6.web.signin.forms.ConfirmForm"}
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_REAUTHENTICATION_TIMEOUT = 600
ACCOUNT_RATE_LIMITS = MFA_RATE_LIMITS = False  # those of signin/limits.py, which hold over several workers
MFA_ADAPTER = "item6.web.signin.adapter.Factors"
MFA_FORMS = {
    "authenticate": "item6.web.signin.forms.CodeForm",
    "reauthenticate": "item6.web.signin.forms.ConfirmCodeForm",
    "activate_totp": "item6.web.signin.forms.AppForm",
    "login_webauthn": "item6.web.signin.forms.PasskeyForm",
    "authenticate_webauthn": "item6.web.signin.forms.SecondPasskeyForm",
    "reauthenticate_webauthn": "item6.web.signin.forms.ConfirmPasskeyForm",
    "add_webauthn": "item6.web.signin.forms.AddPasskeyForm",
    "edit_webauthn": "item6.web.signin.forms.RenameForm",
}
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_RECOVERY_CODES_SHOW_ONCE = True
MFA_TOTP_TOLERANCE = 1  # clocks of phones go wrong by less than half a minute; a code serves once all the same
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "item6"

CACHES = {"default": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}}  # no worker knows what others do not
API_PER_MINUTE = 600
"""Requests that a key may make in a minute; as many at once."""

SESSION_ENGINE = "item6.web.people.sessions"
SESSION_COOKIE_NAME = "item6-session"
SESSION_COOKIE_AGE = 14 * 24 * 3600
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"  # a link in a mail finds one signed in; every change is a POST that CSRF guards
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SERVER.secure

PROXIES = SERVER.proxies
"""How many proxies stand in front and are believed about the client's address (`item6.web.gate.network`)."""
if PROXIES:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

EMAIL_BACKEND = "item6.web.outbox.backend.EmailBackend"
MAIL, KEEP_MAILS, BOUNCES = SERVER.mail, SERVER.keep_mails, SERVER.bounces
DEFAULT_FROM_EMAIL = SERVER.sender or f"item6@{SERVER.hosts[0]}"

KEEP_LOG = SERVER.keep_log
PUBLISHED_LETTERS = "item6.web.letters.numbers.public_letters"  # whose signatories statements are held against
"""Days for which a line of the audit log is kept."""

LOGGING = {**LAPTOP_LOGGING, "formatters": {"line": {
    "()": "item6.web.gate.logs.WithoutWords", "format": "%(levelname)s %(name)s: %(message)s",
}}}  # fmt: skip

SECURE_HSTS_SECONDS = 365 * 24 * 3600 if SERVER.secure else 0
SILENCED_SYSTEM_CHECKS = [
    "security.W001",  # SecurityMiddleware: item6.web.gate.headers sets these headers on every answer, errors too
    "security.W002",  # XFrameOptionsMiddleware: the same, and frame-ancestors 'none' in the policy
]
if not SERVER.secure:  # the address is this machine's (`config.read_config` takes no other without https)
    SILENCED_SYSTEM_CHECKS += [
        "security.W011",  # SESSION_COOKIE_SECURE: a loopback address speaks plain HTTP, over no network
        "security.W016",  # CSRF_COOKIE_SECURE: the same
    ]
