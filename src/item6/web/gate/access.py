"""Whom each route asks for: the table of all routes. One that is missing is refused, and fails the build."""

from __future__ import annotations

from dataclasses import dataclass

from item6.web.people.roles import Who


@dataclass(frozen=True, slots=True)
class Rule:
    """read: who may GET and HEAD, None where there is nothing to read. change: who may POST.

    seen: what the audit log calls a reading that is noted, `saw` or `exported`; changes are always noted.
    """

    read: Who | None
    change: Who | None = None
    seen: str = ""


_RECORD = Rule(Who.GUEST)
_TAKEN = Rule(Who.READER, seen="exported")
_ADDING = Rule(Who.EDITOR, Who.EDITOR, "saw")
_DONE = Rule(None, Who.EDITOR)
_DOOR = Rule(Who.ANYONE, Who.ANYONE)
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
    # briefings
    "briefings": Rule(Who.READER),
    "briefing": Rule(Who.READER),
    "briefing-chart": Rule(Who.READER),
    "briefing-set": _TAKEN,
    "briefing-file": _TAKEN,
    "count": Rule(Who.READER, Who.READER),
    # documents that people add
    "add": _ADDING,
    "job": _ADDING,
    "job-stop": _DONE,
    "job-resume": _DONE,
    "job-remove": _DONE,
    # statements
    "check": Rule(Who.READER, Who.EDITOR),
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
    "account_reauthenticate": _OWN,
    "mfa_reauthenticate": _OWN,
    "mfa_reauthenticate_webauthn": _OWN,
    "mfa_index": Rule(Who.PERSON),
    "mfa_add_webauthn": _OWN,
    "mfa_edit_webauthn": _OWN,
    "mfa_remove_webauthn": _OWN,
    "mfa_activate_totp": _OWN,
    "app-picture": Rule(Who.PERSON),
    "mfa_deactivate_totp": _OWN,
    "mfa_view_recovery_codes": Rule(Who.PERSON),
    "mfa_download_recovery_codes": Rule(Who.PERSON),
    "mfa_generate_recovery_codes": _OWN,
    "account": _OWN,
    "own-sessions-end": Rule(None, Who.PERSON),
    "account_change_password": _OWN,
    "own-address": _OWN,
    "own-address-new": _OWN,
    "nowhere": Rule(Who.PERSON),
    "work-in": Rule(None, Who.PERSON),
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
    # everyone's
    "keys": Rule(Who.ANYONE),
    "language": Rule(None, Who.ANYONE),
    "static": Rule(Who.ANYONE),
    "health": Rule(Who.ANYONE),
}
