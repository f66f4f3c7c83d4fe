"""Settings of the web application, from the environment that `item6 serve` sets.

ITEM6_HOME: the workspace. ITEM6_SECRET: the key that signs cookies, new at every start of a laptop's server.
"""

from __future__ import annotations

import os
import secrets
from collections.abc import Mapping
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parent

ITEM6_HOME = Path(os.environ.get("ITEM6_HOME", "")).expanduser()
SECRET_KEY = os.environ.get("ITEM6_SECRET") or secrets.token_urlsafe(64)
DEBUG = False
ACCOUNTS = False
"""Whether people sign in (`item6.web.server.settings`); on a laptop the one-time key is the door."""

# Loopback only: other names in the Host header are answered with 400, which also stops rebinding of DNS names.
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]"]

INSTALLED_APPS = ["django.contrib.staticfiles", "item6.web"]
MIDDLEWARE = [
    "item6.web.gate.headers.SafeHeaders",
    "item6.web.gate.keys.OneTimeKey",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
]
ROOT_URLCONF = "item6.web.urls"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [FOLDER / "templates"],
        "OPTIONS": {
            "context_processors": ["django.template.context_processors.i18n", "item6.web.explorer.context.of_page"],
            "builtins": ["item6.web.explorer.words"],
        },
    },
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "NAME": "quick",
        "DIRS": [FOLDER / "quick"],
        "OPTIONS": {"environment": "item6.web.explorer.quick.environment"},
    },
]
WSGI_APPLICATION = "item6.web.wsgi.application"
DATABASES: Mapping[str, Any] = {}

STATIC_URL = "/static/"
STATICFILES_DIRS: list[Path] = []

LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English"), ("fr", "français"), ("es", "español"), ("ar", "العربية")]
LOCALE_PATHS = [FOLDER / "locale"]
USE_I18N = True
USE_THOUSAND_SEPARATOR = True
TIME_ZONE = "UTC"
USE_TZ = True

SECURE_HSTS_SECONDS = 0
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Strict"
CSRF_FAILURE_VIEW = "item6.web.gate.views.csrf_failed"
DATA_UPLOAD_MAX_MEMORY_SIZE = 8_000_000
FILE_UPLOAD_MAX_MEMORY_SIZE = 25_000_000  # a statement stays in memory: its text is never on the disk
DATA_UPLOAD_MAX_NUMBER_FILES = 400
FILE_UPLOAD_HANDLERS = [
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]
FILE_UPLOAD_PERMISSIONS = 0o600

SILENCED_SYSTEM_CHECKS = [
    "security.W001",  # SecurityMiddleware: item6.web.gate.headers sets these headers on every answer, errors too
    "security.W002",  # XFrameOptionsMiddleware: the same, and frame-ancestors 'none' in the policy
    "security.W016",  # CSRF_COOKIE_SECURE: a loopback server speaks plain HTTP, over no network
]

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(levelname)s %(name)s: %(message)s"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "loggers": {"django": {"level": "ERROR"}},
    "root": {"handlers": ["stderr"], "level": "ERROR"},
}
"""Errors only: addresses hold filters, which say what somebody works on."""
