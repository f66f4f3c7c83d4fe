"""Settings of a server with accounts: those of the laptop, and people, a database, mail.

ITEM6_HOME: the workspace. What the owner chooses stands in its `server.toml` (`item6.web.server.config`).
"""

from __future__ import annotations

from item6.web.server.config import databases, read_config
from item6.web.settings import *  # noqa: F403  # settings are names of one module
from item6.web.settings import INSTALLED_APPS as LAPTOP_APPS
from item6.web.settings import ITEM6_HOME

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
    "item6.web.api",
    *LAPTOP_APPS,
]
MIDDLEWARE = [
    "item6.web.gate.headers.SafeHeaders",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "item6.web.gate.walls.Walls",
]
ROOT_URLCONF = "item6.web.server.urls"
DATABASES = databases(SERVER, ITEM6_HOME)
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "people.Person"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
     "OPTIONS": {"user_attributes": ("email", "name")}},
]  # fmt: skip
LOGIN_REDIRECT_URL = "/"

ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_USER_MODEL_EMAIL_FIELD = "email"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "item6"

API_PER_MINUTE = 600
"""Requests that a key may make in a minute; as many at once."""

SESSION_ENGINE = "item6.web.people.sessions"
SESSION_COOKIE_NAME = "item6-session"
SESSION_COOKIE_AGE = 14 * 24 * 3600
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"  # a link in a mail finds one signed in; every change is a POST that CSRF guards
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SERVER.secure
