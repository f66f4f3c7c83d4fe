"""Whom each route asks for: the table of all routes. One that is missing is refused, and fails the build."""

from __future__ import annotations

from dataclasses import dataclass

from item6.web.people.roles import Who

FORM, STATEMENT, DOCUMENTS = 9_000_000, 40_000_000, 1_100_000_000
"""Bytes of a form of words, of one with a statement (a file of 20 MB, carried along), and of a session's documents."""


@dataclass(frozen=True, slots=True)
class Rule:
    """read: who may GET and HEAD, None where there is nothing to read. change: who may POST.

    seen: what the audit log calls a reading that is noted, `saw` or `exported`. done: what it calls a POST; empty
    where nothing is changed by it, or what answers it notes it itself. most: bytes that a request may bring along.
    by_key: whether a key of a program opens it too; without, keys open nothing.
    """

    read: Who | None
    change: Who | None = None
    seen: str = ""
    done: str = "changed"
    most: int = FORM
    by_key: bool = False


_RECORD = Rule(Who.GUEST)
_TAKEN = Rule(Who.READER, seen="exported")
_FOR_PROGRAMS = Rule(Who.READER, seen="exported", by_key=True)
_DONE = Rule(None, Who.EDITOR)
_DOOR = Rule(Who.ANYONE, Who.ANYONE, done="")  # audit/receivers.py notes who came in and who did not
_FACTOR = Rule(Who.PERSON, Who.PERSON, done="")  # and what became of factors and passwords
_OWN = Rule(Who.PERSON, Who.PERSON)

RULES: dict[str, Rule] = {
    # the record: documents that are public, and what is counted in them
    "start": _RECORD,
    "review": _RECORD,
    "recommendation": _RECORD,
    "picture": _RECORD,
    "recommendations": _RECORD,
    "figure": _RECORD,
    "state": _RECORD,
    "documents": _RECORD,
    "problems": _RECORD,
    "records": _RECORD,
    "compare": _RECORD,
    "export": _TAKEN,
    "make-current": Rule(None, Who.COORDINATOR),
    # for programs
    "api": _RECORD,
    "api-openapi": Rule(Who.READER, by_key=True),
    "api-about": Rule(Who.READER, by_key=True),
    "api-reviews": _FOR_PROGRAMS,
    "api-review": _FOR_PROGRAMS,
    "api-recommendation": _FOR_PROGRAMS,
    "api-recommendations": _FOR_PROGRAMS,
    "api-count": _FOR_PROGRAMS,
    "api-figure": _FOR_PROGRAMS,
    "api-state": _FOR_PROGRAMS,
    "api-documents": _FOR_PROGRAMS,
    "api-problems": _FOR_PROGRAMS,
    # briefings
    "briefings": Rule(Who.READER),
    "briefing": Rule(Who.READER),
    "briefing-chart": Rule(Who.READER),
    "briefing-set": _TAKEN,
    "briefing-file": _TAKEN,
    "count": Rule(Who.READER, Who.READER, done=""),
    # documents that people add
    "add": Rule(Who.EDITOR, Who.EDITOR, "saw", most=DOCUMENTS),
    "job": Rule(Who.EDITOR, seen="saw"),
    "job-stop": _DONE,
    "job-resume": _DONE,
    "job-remove": _DONE,
    # statements
    "check": Rule(Who.READER, Who.READER, most=STATEMENT),
    "statements": Rule(Who.READER, seen="saw"),
    "statement": Rule(Who.READER, seen="saw"),
    "statements-again": _DONE,
    "statement-accept": _DONE,
    "statement-forget": _DONE,
    # people
    "account_login": _DOOR,
    "mfa_authenticate": _DOOR,
    "mfa_login_webauthn": _DOOR,
    "account_logout": _DOOR,
    "account_reset_password": _DOOR,
    "account_reset_password_done": Rule(Who.ANYONE),
    "account_reset_password_from_key": _DOOR,
    "account_reset_password_from_key_done": Rule(Who.ANYONE),
    "invitation": _DOOR,
    "account_reauthenticate": _FACTOR,
    "mfa_reauthenticate": _FACTOR,
    "mfa_reauthenticate_webauthn": _FACTOR,
    "mfa_index": Rule(Who.PERSON),
    "mfa_add_webauthn": _FACTOR,
    "mfa_edit_webauthn": _OWN,
    "mfa_remove_webauthn": _FACTOR,
    "mfa_activate_totp": _FACTOR,
    "app-picture": Rule(Who.PERSON),
    "mfa_deactivate_totp": _FACTOR,
    "mfa_view_recovery_codes": Rule(Who.PERSON),
    "mfa_download_recovery_codes": Rule(Who.PERSON),
    "mfa_generate_recovery_codes": _FACTOR,
    "account": _OWN,
    "own-sessions-end": Rule(None, Who.PERSON),
    "account_change_password": _FACTOR,
    "own-address": _OWN,
    "own-address-new": _OWN,
    "nowhere": Rule(Who.PERSON),
    "work-in": Rule(None, Who.PERSON),
    "account-keys": _FACTOR,  # api/account.py notes what was made, in the log of the coalition that it is for
    "account-keys-withdraw": Rule(None, Who.PERSON, done=""),
    # a coalition: its home, its people, its record
    "coalitions": Rule(Who.PERSON),
    "coalition": Rule(Who.GUEST),
    "members": Rule(Who.COORDINATOR, seen="saw"),
    "member": Rule(Who.COORDINATOR, Who.COORDINATOR),
    "member-remove": Rule(None, Who.COORDINATOR),
    "leave": Rule(Who.GUEST, Who.GUEST),
    "invitations": Rule(Who.COORDINATOR, Who.COORDINATOR),
    "invitation-withdraw": Rule(None, Who.COORDINATOR),
    "record-again": _DONE,
    "record-follow": Rule(None, Who.COORDINATOR),
    # a coalition's decisions
    "decisions": Rule(Who.READER),
    "decide": Rule(Who.EDITOR, Who.EDITOR),
    "decision-withdraw": Rule(Who.EDITOR, Who.EDITOR),
    # letters
    "letters": Rule(Who.READER),
    "letter-new": Rule(Who.EDITOR, Who.EDITOR),
    "letter": Rule(Who.READER, seen="saw"),
    "letter-edit": Rule(Who.EDITOR, Who.EDITOR),
    "letter-versions": Rule(Who.READER, seen="saw"),
    "letter-comment": Rule(None, Who.READER),
    "letter-settle": Rule(None, Who.EDITOR),
    "letter-figures": Rule(Who.EDITOR, Who.EDITOR),
    "letter-approval": Rule(Who.READER, Who.COORDINATOR),
    "letter-press": Rule(Who.READER, seen="saw"),
    "letter-press-file": _TAKEN,
    "letter-move": Rule(None, Who.COORDINATOR),
    "letter-checked": Rule(Who.READER),
    "letter-un-form": _TAKEN,
    "letter-publish": Rule(None, Who.COORDINATOR),
    "signatures": Rule(Who.COORDINATOR, Who.COORDINATOR, "saw"),
    "signatures-alike": Rule(Who.COORDINATOR, Who.COORDINATOR, "saw"),
    "signatures-import": Rule(Who.COORDINATOR, Who.COORDINATOR),
    "signatures-sheet": Rule(Who.COORDINATOR, Who.COORDINATOR, "saw"),
    "letter-sent": Rule(Who.READER, Who.COORDINATOR),
    "letter-answer": Rule(None, Who.COORDINATOR),
    "letter-asking": Rule(Who.COORDINATOR, Who.COORDINATOR, "saw"),
    "letter-remind": Rule(None, Who.COORDINATOR),
    # side events
    "events": Rule(Who.READER),
    "event-new": Rule(Who.EDITOR, Who.EDITOR),
    "event-import": Rule(Who.EDITOR, Who.EDITOR, done=""),  # events/import_views.py notes the event that is begun
    "event": Rule(Who.READER, seen="saw"),
    "event-edit": Rule(Who.EDITOR, Who.EDITOR, "saw"),
    "event-move": Rule(None, Who.COORDINATOR),
    "event-task": _DONE,
    "event-follow-up": _DONE,
    "event-remove": Rule(Who.COORDINATOR, Who.COORDINATOR),
    # what anybody can open: a letter that is open, and one's own signature by its link
    "sign": Rule(Who.ANYONE, Who.ANYONE, done=""),
    "sign-confirm": Rule(Who.ANYONE, Who.ANYONE, done=""),
    "sign-mine": Rule(Who.ANYONE, Who.ANYONE, done=""),
    "sign-decline": Rule(Who.ANYONE, Who.ANYONE, done=""),
    "letter-published": Rule(Who.ANYONE),
    "letter-published-versions": Rule(Who.ANYONE),
    "letter-file": Rule(Who.ANYONE),
    # what anybody can open of a published event; what comes after it, for its coalition
    "event-page": Rule(Who.ANYONE),
    "event-calendar": Rule(Who.ANYONE),
    "event-note": Rule(Who.ANYONE),
    "event-file": Rule(Who.ANYONE),
    "events-feed": Rule(Who.ANYONE),
    "event-report": _TAKEN,
    "event-statement": Rule(Who.READER, Who.COORDINATOR),
    # who comes to events: what people gave is for coordinators; editors moderate questions
    "registrations": Rule(Who.COORDINATOR, Who.COORDINATOR, "saw"),
    "registrations-desk": Rule(Who.COORDINATOR, Who.COORDINATOR),
    "registrations-codes": Rule(Who.COORDINATOR, Who.COORDINATOR, "saw"),
    "registrations-door": Rule(Who.COORDINATOR, Who.COORDINATOR, "saw"),
    "registrations-paper": Rule(Who.COORDINATOR, seen="exported"),
    "registrations-file": Rule(Who.COORDINATOR, seen="exported"),
    "registrations-import": Rule(Who.COORDINATOR, Who.COORDINATOR),
    "registrations-sheet": Rule(Who.COORDINATOR, Who.COORDINATOR, "saw"),
    "panel-questions": Rule(Who.EDITOR, Who.EDITOR, "saw"),
    # what anybody can open: the form of a published event, and one's own registration by its link
    "register": Rule(Who.ANYONE, Who.ANYONE, done=""),
    "register-confirm": Rule(Who.ANYONE, Who.ANYONE, done=""),
    "register-mine": Rule(Who.ANYONE, Who.ANYONE, done=""),
    "register-calendar": Rule(Who.ANYONE),
    # organisations
    "organisations": Rule(Who.READER, seen="saw"),
    "organisations-export": _TAKEN,
    "organisations-contacts": Rule(Who.EDITOR, seen="exported"),
    "organisation-new": Rule(Who.EDITOR, Who.EDITOR),
    "organisation": Rule(Who.READER, seen="saw"),
    "organisation-edit": Rule(Who.EDITOR, Who.EDITOR),
    "organisation-history": Rule(Who.READER, seen="saw"),
    "organisations-import": Rule(Who.EDITOR, Who.EDITOR),
    "organisations-draft": Rule(Who.EDITOR, Who.EDITOR, "saw"),
    "organisations-alike": Rule(Who.EDITOR),
    "organisation-merge": Rule(Who.EDITOR, Who.EDITOR),
    "organisation-apart": _DONE,
    "organisation-unmerge": _DONE,
    "organisation-remove": Rule(Who.COORDINATOR, Who.COORDINATOR),
    # the audit log
    "audit": Rule(Who.OWNER, seen="saw"),
    "audit-export": Rule(Who.OWNER, seen="exported"),
    # everyone's
    "keys": Rule(Who.ANYONE),
    "language": Rule(None, Who.ANYONE),
    "static": Rule(Who.ANYONE),
    "health": Rule(Who.ANYONE),
}

OF_RECORD = frozenset(name for name, rule in RULES.items() if rule is _RECORD)
"""The routes whose pages show the record and nothing of who asks, but for their language: they can be kept."""
