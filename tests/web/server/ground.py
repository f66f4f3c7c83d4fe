"""The ground on which walls are tried: coalitions with one thing of each kind, and people who stand on every side.

What addresses and forms name of a coalition stands in `things`: a new kind of object gets a line there, and whatever
the matrix writes in braces is filled from it.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.utils import timezone
from events_on_ground import NOBODYS as NO_EVENTS
from events_on_ground import event_things
from guests_on_ground import guest_things
from letters_on_ground import NOBODYS, letter_things
from made_readings import digest, document, listed, text
from people_for_tests import person, signed_in

from item6 import decisions, pipeline
from item6.checks.kept import FOLDER as STATEMENTS
from item6.organisations.nouns import Contact, Organisation
from item6.record.writer import publish
from item6.terms.documents import Reading
from item6.terms.names import ReviewName
from item6.web.building import incoming
from item6.web.organisations import changing, importing, merging
from item6.web.people import inviting
from item6.web.people.coalitions import begin, workspace_of
from item6.web.people.models import Coalition, Membership, Person, Session
from item6.web.people.roles import Who

OWN, OTHER, CLOSED, NONE = "own", "other", "closed", "none"
"""Whose a thing is: the coalition's that people of the matrix belong to, another one's, a closed one's, nobody's."""

SLUGS = {OWN: "ruritania", OTHER: "strelsau", CLOSED: "zenda", NONE: "no-such-coalition"}
ROLES = ("guest", "reader", "editor", "coordinator", "owner")
TRACES = ("people_session", "audit_entry", "django_session", "signin_spent", "api_allowance")
"""Tables in which asking alone leaves a trace: when a session was seen, the log of refusals, the budgets of tries."""


def marker(whose: str, what: str) -> str:
    """Words that stand in one place of one coalition and nowhere else."""
    return f"Quetzal-{whose}-{what}-7431"


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody who asks. roles: in which coalitions they are what. in_session: whether their cookie is a session's."""

    name: str
    roles: Mapping[str, str] = field(default_factory=dict)
    works_in: str = OWN
    second_factor: bool = True
    keeper: bool = False
    in_session: bool = True


ACTORS = (
    Actor("nobody", in_session=False),
    Actor("forged cookie", in_session=False),
    Actor("ended session", {OWN: "owner"}, in_session=False),
    Actor("session out of date", {OWN: "owner"}, in_session=False),
    Actor("disabled person", {OWN: "owner"}, in_session=False),
    Actor("owner of the other coalition", {OTHER: "owner"}, works_in=OTHER),  # first: what was shown to them is kept
    *(Actor(role, {OWN: role}) for role in ROLES),
    Actor("owner without a second factor", {OWN: "owner"}, second_factor=False),
    Actor("of no coalition"),
    Actor("owner of a closed coalition", {CLOSED: "owner"}, works_in=CLOSED),
    Actor("keeper", keeper=True),
    Actor("keeper without a second factor", keeper=True, second_factor=False),
    Actor("guest here and owner there", {OWN: "guest", OTHER: "owner"}),
)


class Ground:
    """Two coalitions, a closed one, and everybody of ACTORS, on an empty database and a server's workspace."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.coalitions = {whose: begin(SLUGS[whose], f"Coalition {SLUGS[whose]}") for whose in (OWN, OTHER, CLOSED)}
        self.things: dict[str, dict[str, str]] = {whose: self._furnish(whose) for whose in self.coalitions}
        self.things[NONE] = _nothing(self.things[OWN])
        Coalition.objects.filter(slug=SLUGS[CLOSED]).update(closed=timezone.now())
        self.people: dict[str, Person] = {}
        self._cookies = {actor.name: self._enter(actor) for actor in ACTORS}
        self._kept = home.parent / f"{home.name}-as-it-was"
        shutil.copytree(home / "coalitions", self._kept)
        self.before = self.signature()

    def client(self, actor: Actor, **options: object) -> Client:
        """A browser of theirs, as if just opened again."""
        client = Client(**{"headers": {"host": "127.0.0.1"}, "raise_request_exception": False, **options})
        if self._cookies[actor.name]:
            client.cookies[settings.SESSION_COOKIE_NAME] = self._cookies[actor.name]
        return client

    def filled(self, pattern: str, whose: str, named: str) -> str:
        """A pattern of an address: `{coalition}` is the slug of `whose`, all else in braces is a thing of `named`."""
        return pattern.format(**self.things[named] | {"coalition": SLUGS[whose]})

    def signature(self) -> tuple[dict[str, tuple[int, int]], tuple[tuple[str, tuple[str, ...]], ...]]:
        """What changes with whatever is changed: files of the server's workspace, and rows of the database."""
        files = {
            str(path.relative_to(self.home)): (found.st_size, found.st_mtime_ns)
            for path in sorted(self.home.rglob("*"))
            if path.is_file() and path.suffix not in (".sqlite", ".sqlite-wal", ".sqlite-shm", ".png", ".gz")
            for found in (path.stat(),)
        }
        with connection.cursor() as cursor:
            rows = []
            for table in sorted(set(connection.introspection.table_names()) - {*TRACES}):
                cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
                rows.append((table, tuple(sorted(map(repr, cursor.fetchall())))))
        return files, tuple(rows)

    def changed(self) -> list[str]:
        """The names of files and tables that are not as they were."""
        files, rows = self.signature()
        files_before, rows_before = self.before
        return sorted(
            {name for name, _ in files.items() ^ files_before.items()}
            | {name for name, _ in set(rows) ^ set(rows_before)}
        )

    def restore(self) -> None:
        """Puts the files of coalitions back; rows are rolled back by who changed them."""
        for folder in self._kept.iterdir():
            shutil.rmtree(self.home / "coalitions" / folder.name)
            shutil.copytree(folder, self.home / "coalitions" / folder.name)
        self.before = self.signature()

    def _furnish(self, whose: str) -> dict[str, str]:
        """One thing of each kind; its words hold a marker."""
        folder = workspace_of(SLUGS[whose])
        record = _private_record(folder, whose)
        coalition = self.coalitions[whose]
        return {
            **_people(coalition),
            **_organisations(coalition, whose),
            **letter_things(coalition, person(), marker(whose, "letter")),
            **(events := event_things(coalition, marker(whose, "event"))),
            **guest_things(events["event"], person(), marker(whose, "guest")),
            "decision": _decision(folder, whose),
            "statement": _statement(folder, whose),
            "job": _job(folder, whose),
            "record": record[:12],
            "figure": f"received@1?unit=numbers%26stage=later%26as_of=%26scope=state:XFR%23{record[:12]}",
        }

    def _enter(self, actor: Actor) -> str:
        """Makes the person, and gives what their browser's cookie holds."""
        if actor.name == "nobody":
            return ""
        if actor.name == "forged cookie":
            return "f" * 32
        made = person(second_factor=actor.second_factor, keeper=actor.keeper, email=_address(actor))
        self.people[actor.name] = made
        for whose, role in actor.roles.items():
            Membership.objects.create(person=made, coalition=self.coalitions[whose], role=role)
        cookie = signed_in(made).cookies[settings.SESSION_COOKIE_NAME].value
        mine = Session.objects.filter(person=made)
        mine.update(coalition=self.coalitions[actor.works_in])
        if actor.name == "ended session":
            mine.delete()
        if actor.name == "session out of date":
            mine.update(expire_date=timezone.now() - timedelta(seconds=1))
        if actor.name == "disabled person":
            Person.objects.filter(pk=made.pk).update(is_active=False)
        return str(cookie)


def _address(actor: Actor) -> str:
    return f"{actor.name.replace(' ', '.')}@example.org"


def _private_record(folder: Path, whose: str) -> str:
    """A record of the coalition's own, not in force: it goes on to show the server's."""
    review, words = ReviewName("XFR", 2), marker(whose, "recommendation")
    reading = Reading(
        document(f"{marker(whose, 'file')}.pdf", review, sha256=digest("report.pdf")),
        (listed("5.1", text(words, "CHL")),),
    )
    made = publish(folder, pipeline.gather([reading], []))
    (folder / "records" / "current").unlink()
    return made


def _statement(folder: Path, whose: str) -> str:
    name = os.urandom(8).hex()
    (folder / STATEMENTS).mkdir(mode=0o700)
    kept = {
        "version": 1, "name": marker(whose, "statement"), "text": f"{marker(whose, 'text')} It received 56.",
        "context": {"state": "XRU", "cycle": 2, "as_of": "", "title": ""}, "kept": "2026-11-01T09:00:00+00:00",
        "record": "", "claims": [], "again": None,
    }  # fmt: skip
    (folder / STATEMENTS / f"{name}.json").write_text(json.dumps(kept), encoding="utf-8")
    return name


def _job(folder: Path, whose: str) -> str:
    name = incoming.take(folder, [SimpleUploadedFile(f"{marker(whose, 'upload')}.pdf", b"%PDF-")])
    problem = {"name": f"{marker(whose, 'upload')}.pdf", "message": "It is damaged", "hint": "Send it again",
               "code": "file.damaged"}  # fmt: skip
    incoming.write(folder / incoming.FOLDER / name / "result.json", {"read": 0, "record": "", "problems": [problem]})
    return name


def _people(coalition: Coalition) -> dict[str, str]:
    """A member, and somebody who is invited."""
    member = person(name=marker(coalition.slug, "member"))
    Membership.objects.create(person=member, coalition=coalition, role="reader")
    invited = inviting.invite(
        coalition=coalition, email=f"{marker(coalition.slug, 'invited')}@example.net", role="reader", days=7,
        person=None, by=Who.OWNER,
    )  # fmt: skip
    return {"member": str(member.pk), "invitation": str(invited.invitation.pk)}


def _organisations(coalition: Coalition, whose: str) -> dict[str, str]:
    """Two that may be one, one into which a third was merged, and a spreadsheet that was read."""
    name, said = marker(whose, "organisation"), Contact(marker(whose, "contact"))
    values = [
        Organisation(each, contacts=(said,), notes=marker(whose, "notes")) for each in (name, f"{name} Ltd", "Old")
    ]
    first, second, third = (changing.enter(coalition=coalition.pk, person=None, value=each).pk for each in values)
    someone = person()
    merge = merging.merge(coalition=coalition.pk, person=someone.pk, kept=first, gone=third)
    header, rows = importing.read_file(f"name\n{marker(whose, 'draft')}\n".encode())
    draft = importing.keep(
        coalition=coalition.pk, person=someone.pk, file=f"{marker(whose, 'sheet')}.csv", header=header,
        found=importing.lines(coalition.pk, rows),
    )  # fmt: skip
    return {"organisation": str(first), "namesake": str(second), "merge": str(merge.pk), "draft": str(draft.pk)}


def _decision(folder: Path, whose: str) -> str:
    values = {"kind": "totals", "review": "XRU-3", "received": 7, "source": "a list", "who": "Rose",
              "when": "2026-01-02", "why": marker(whose, "decision")}  # fmt: skip
    decisions.append(folder, values)
    return decisions.lines_of(folder)[0][0]


def _nothing(like: Mapping[str, str]) -> dict[str, str]:
    """Names of the same shape that nothing has."""
    nothing = {
        "figure": f"received@1?unit=numbers%26stage=later%26as_of=%26scope=state:XFR%23{'0' * 12}",
        **NOBODYS,
        **NO_EVENTS,
        "guest_confirm": NOBODYS["confirm"],
        "guest_mine": NOBODYS["mine"],
    }
    return {name: nothing.get(name, "9" * 9 if value.isdigit() else "0" * len(value)) for name, value in
            like.items()}  # fmt: skip
