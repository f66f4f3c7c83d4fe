"""What the owner of a server chooses: `server.toml` of the workspace, and the secret beside it.

address = "https://item6.example.org"
database = "postgresql://item6@/item6"      # left out: SQLite, in the workspace
mail = "smtp://user:password@mail.example.org:587"
sender = "item6@example.org"
bounces = "imaps://user:password@mail.example.org/INBOX"  # the mailbox of the sender, to which mails come back
proxies = 1                                 # in front of it, each of which adds to X-Forwarded-For; left out: none
keep_mails = 7                              # days for which the content of a mail is kept after it was sent
keep_log = 731                              # days for which a line of the audit log is kept
"""

from __future__ import annotations

import os
import secrets
import tomllib
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

FILE, SECRET = "server.toml", "server.secret"
DATABASE = "ITEM6_DATABASE"
"""The variable that takes precedence over `database`: what holds a password need not stand in a file."""

_WORDS = ("address", "database", "mail", "sender", "bounces")
_NUMBERS = {"proxies": (0, 9), "keep_mails": (0, 3650), "keep_log": (30, 3650)}
"""What can be set, and the least and the largest number that make sense."""

_THIS_MACHINE = ("127.0.0.1", "localhost", "::1")
_SECRET_LEAST = 50
"""Characters; Django asks for as many."""

_INIT = """
PRAGMA journal_mode=WAL;
PRAGMA synchronous=FULL;
PRAGMA busy_timeout=30000;
PRAGMA secure_delete=ON;
"""


class ConfigError(ValueError):
    """A file that cannot be understood; the text says which line of it, and what to write."""


@dataclass(frozen=True, slots=True)
class Config:
    """The choices. secure: whether cookies go over https alone, as they do unless the address is this machine's."""

    address: str
    secret: str
    database: str = ""
    mail: str = ""
    sender: str = ""
    bounces: str = ""
    proxies: int = 0
    keep_mails: int = 7
    keep_log: int = 731

    @property
    def secure(self) -> bool:
        """Whether the address is https."""
        return self.address.startswith("https://")

    @property
    def hosts(self) -> tuple[str, ...]:
        """The names under which it answers."""
        return (urlsplit(self.address).hostname or "localhost",)


def read_config(home: Path) -> Config:
    """The choices of a workspace. ConfigError for a file that is none, or says what nobody knows."""
    given = _given(home / FILE)
    unknown = set(given) - {*_WORDS, *_NUMBERS}
    if unknown:
        raise ConfigError(f"{home / FILE}: nobody knows `{sorted(unknown)[0]}`; docs/deploy.md lists what can be set")
    for name, value in given.items():
        if name in _WORDS and not isinstance(value, str):
            raise ConfigError(f"{home / FILE}: `{name}` must be text in quotation marks")
        least, most = _NUMBERS.get(name, (0, 0))
        if name in _NUMBERS and (type(value) is not int or not least <= value <= most):
            raise ConfigError(f"{home / FILE}: `{name}` must be a whole number from {least} to {most}")
    given.setdefault("address", "http://127.0.0.1:8600")
    given["address"] = given["address"].rstrip("/")
    _check_address(home, given["address"])
    return Config(secret=_secret(home), **given | _from_environment())


def _check_address(home: Path, address: str) -> None:
    """https, and no path; http for this machine alone, where nothing goes over a network."""
    parts = urlsplit(address)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.path or parts.query:
        raise ConfigError(f"{home / FILE}: `address` must be like https://item6.example.org, not {address}")
    if parts.scheme == "http" and parts.hostname not in _THIS_MACHINE:
        raise ConfigError(f"{home / FILE}: `address` must begin with https://, or passwords can be read on their way")


def _from_environment() -> dict[str, str]:
    return {"database": os.environ[DATABASE]} if os.environ.get(DATABASE) else {}


def _given(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path}: {error}") from None


def _secret(home: Path) -> str:
    """The key that signs; made once, for its owner alone."""
    if not os.environ.get("ITEM6_HOME"):
        return secrets.token_urlsafe(64)  # of tools that only look at the settings
    path = home / SECRET
    try:
        found = path.read_text(encoding="ascii").strip()
    except FileNotFoundError:
        found = _made(path)
    if len(found) < _SECRET_LEAST:
        raise ConfigError(
            f"{path}: too short to be secret; remove the file, and item6 makes another (all sign in anew)"
        )
    return found


def _made(path: Path) -> str:
    """A new secret, whole from the moment that others can see it; theirs where another process was first."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.{secrets.token_hex(8)}")
    try:
        with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(secrets.token_urlsafe(64))
        with suppress(FileExistsError):
            os.link(part, path)
    finally:
        part.unlink(missing_ok=True)
    return path.read_text(encoding="ascii").strip()


def databases(config: Config, home: Path) -> Mapping[str, Any]:
    """Django's setting. ConfigError for an address that is none of a database."""
    if not config.database:
        return {"default": sqlite(home / "item6.sqlite")}
    parts = urlsplit(config.database)
    if parts.scheme == "sqlite":
        return {"default": sqlite(Path(unquote(parts.path)))}
    if parts.scheme not in ("postgresql", "postgres"):
        raise ConfigError(f"`database` must begin with postgresql:// or sqlite://, not {parts.scheme or 'nothing'}://")
    return {"default": postgresql(config.database)}


def sqlite(path: Path) -> dict[str, Any]:
    """SQLite that loses nothing it has acknowledged, and lets writers wait for each other."""
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(path),
        "OPTIONS": {"init_command": _INIT, "transaction_mode": "IMMEDIATE", "timeout": 30},
        "CONN_MAX_AGE": None,
    }


def postgresql(address: str) -> dict[str, Any]:
    """PostgreSQL under an address as libpq writes them: postgresql://user:password@host:port/name?host=/run/socket."""
    parts = urlsplit(address)
    options = dict(each.partition("=")[::2] for each in parts.query.split("&") if each)
    return {
        "ENGINE": "item6.web.server.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(options.pop("host", "") or parts.hostname or ""),
        "PORT": str(parts.port or ""),
        "OPTIONS": {name: unquote(value) for name, value in options.items()},
        "CONN_MAX_AGE": 600,
        "CONN_HEALTH_CHECKS": True,
    }
