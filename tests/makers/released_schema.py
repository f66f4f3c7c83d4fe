"""Keeps the schema of a release, with rows in it, for the tests of upgrades. Run at each release:

    PYTHONPATH=src:tests/web python tests/makers/released_schema.py

Writes tests/web/server/schemas/VERSION.tar.gz, which is a backup (docs/deploy.md) of a server with made-up people. One
that is there stays, unless the release has not been given out yet: then remove it before.
"""

from __future__ import annotations

import os
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[1] / "web" / "server" / "schemas"
NOW = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)


def main() -> int:
    """Writes the archive of this version; 1 where it is there already."""
    import item6

    path = FOLDER / f"{item6.__version__}.tar.gz"
    if path.exists():
        print(f"{path}: is there already; a release is kept as it was", file=sys.stderr)
        return 1
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        _make(Path(folder) / "home", path)
    path.chmod(0o644)
    return 0


def _make(home: Path, path: Path) -> None:
    from item6.web.server import starting

    os.environ.pop("ITEM6_DATABASE", None)
    starting.set_up(home)
    starting.upgraded()
    (home / "server.secret").write_text("made up, for tests, and no secret at all; " * 2, encoding="ascii")
    _fill()
    starting.saved(home, path)


def _fill() -> None:
    """People of a made-up State."""
    from people_for_tests import member

    from item6.web.audit import noting
    from item6.web.outbox.models import Mail
    from item6.web.people.coalitions import begin
    from item6.web.people.models import Invitation, Session
    from item6.web.work.models import Task

    ours = begin("ruritania", "Coalition for Ruritania")
    owner = member(ours, "owner", name="Ana", email="ana@example.org")
    member(ours, "guest", name="Rudolf", email="rudolf@example.org")
    Invitation.objects.create(
        coalition=ours, email="new@example.org", role="reader", token="0" * 64, by=owner, until=NOW
    )
    Session.objects.create(session_key="f" * 64, session_data="", expire_date=NOW, person=owner, coalition=ours)
    noting.note("saw", "statement", person=owner.pk, coalition=ours.pk, object="first")
    Task.objects.create(kind="x", arguments={"a": 1}, due=NOW)
    Mail.objects.create(to="new@example.org", content=b"Subject: made up\r\n", message_id="<1@x>", made=NOW, due=NOW)


if __name__ == "__main__":
    sys.exit(main())
