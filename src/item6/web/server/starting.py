"""Django as a server with accounts, set up for a command: `item6 serve --accounts`, `backup`, `outbox` and the like."""

from __future__ import annotations

import os
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from item6.web.backup.manifest import Manifest

_PARTS = ("allauth", "fido2", "psycopg")
INSTALL = "install it with: pip install --require-hashes -r requirements-server.lock"


class NotReady(Exception):
    """The server cannot be started as things are. what: what is amiss. hint: what to do."""

    def __init__(self, what: str, hint: str) -> None:
        super().__init__(f"{what}: {hint}")
        self.what, self.hint = what, hint


def set_up(home: Path) -> None:
    """Sets Django up over a workspace, in this process and for those that it starts. NotReady where it cannot."""
    if any(find_spec(part) is None for part in _PARTS):
        raise NotReady("what a server with accounts needs besides is not installed", INSTALL)
    os.umask(0o077)  # what a server writes is its own alone
    try:
        home.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise NotReady(
            f"{home}: {(error.strerror or str(error)).lower()}", "check the path and its permissions"
        ) from None
    os.environ |= {"ITEM6_HOME": str(home.resolve()), "DJANGO_SETTINGS_MODULE": "item6.web.server.settings"}
    import django
    from django.conf import settings

    from item6.web.server.config import ConfigError

    try:
        if not settings.configured:
            django.setup()
    except ConfigError as error:
        raise NotReady(str(error), "docs/deploy.md says what can be set") from None
    except OSError as error:
        raise NotReady(f"{error.filename}: {_why(error)}", "check who may read and write it") from None


def fitting_schema() -> None:
    """NotReady where the database cannot be asked, or its schema is not the one that this program needs."""
    from django.db import DatabaseError, connection

    from item6.web.server import schema

    try:
        found = schema.standing()
    except DatabaseError as error:
        raise NotReady(
            f"the database does not answer ({_said(error)})", "check `database` in server.toml, or ITEM6_DATABASE"
        ) from None
    finally:
        connection.close()
    if found in (schema.EMPTY, schema.BEHIND):
        what = "has no tables yet" if found == schema.EMPTY else "was made by an older item6"
        raise NotReady(f"the database {what}", "run: item6 upgrade")
    if found == schema.AHEAD:
        raise NotReady("the database was made by a newer item6", "run that version, or a newer one, on it")


def _why(error: OSError) -> str:
    return (error.strerror or str(error)).lower()


def _said(error: Exception) -> str:
    """The first line of what a database says; its libraries leave passwords out."""
    return (str(error).strip().splitlines() or [type(error).__name__])[0]


def upgraded() -> list[str]:
    """Changes the database: brings its schema to this program's. The steps. NotReady where that cannot be."""
    from django.db import DatabaseError, connection

    from item6.web.server import schema

    try:
        if schema.standing() == schema.AHEAD:
            raise NotReady("the database was made by a newer item6", "run that version, or a newer one, on it")
        return schema.upgrade()
    except DatabaseError as error:
        raise NotReady(f"the database was not changed ({_said(error)})", "check `database` in server.toml") from None
    finally:
        connection.close()


def saved(home: Path, path: Path) -> Manifest:
    """Writes a backup of the server that is set up. NotReady where there is nothing to save, or it cannot be."""
    from django.db import DatabaseError, connection

    from item6.web.backup.files import Link
    from item6.web.backup.making import make
    from item6.web.backup.manifest import Damaged
    from item6.web.server import schema

    try:
        found = schema.standing()
        if found == schema.EMPTY:
            raise NotReady("the database has no tables yet", "there is nothing to save before: item6 upgrade")
        if found == schema.AHEAD:
            raise NotReady("the database was made by a newer item6", "make the backup with that version")
        return make(home, path)
    except DatabaseError as error:
        raise NotReady(f"the database does not answer ({_said(error)})", "check `database` in server.toml") from None
    except Link as link:
        raise NotReady(f"{link}: is a link, and would be missing", "put in its place what it leads to") from None
    except Damaged as error:
        raise NotReady(f"what was written could not be read again ({error})", "check the disk, and try again") from None
    finally:
        connection.close()


def restored(path: Path, staging: Path, home: Path, database: str, manifest: Manifest) -> None:
    """Fills folder and database from a backup that was checked. NotReady where that cannot be; then neither is."""
    from django.db import DatabaseError

    from item6.web.backup.manifest import Damaged
    from item6.web.backup.restoring import Refused, restore

    try:
        restore(path, staging, home, manifest, database)
    except Refused as reason:
        raise NotReady(reason.what, reason.hint) from None
    except Damaged as error:
        raise NotReady(f"{path}: {error}; nothing was restored", "take another backup") from None
    except DatabaseError as error:
        raise NotReady(f"the database took nothing ({_said(error)})", "check --database, or ITEM6_DATABASE") from None
