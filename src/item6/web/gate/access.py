"""Whom each route asks for: the table of all routes. One that is missing is refused, and fails the build."""

from __future__ import annotations

from dataclasses import dataclass

from item6.web.people.roles import Who


@dataclass(frozen=True, slots=True)
class Rule:
    """read: who may GET and HEAD, None where there is nothing to read. change: who may POST.

    seen: what the audit log calls a reading that is noted, `saw` or `exported`; changes are always noted.
    by_key: whether a key of a program opens it too; without, keys open nothing.
    """

    read: Who | None
    change: Who | None = None
    seen: str = ""
    by_key: bool = False


_RECORD = Rule(Who.GUEST)
_TAKEN = Rule(Who.READER, seen="exported")
_ADDING = Rule(Who.EDITOR, Who.EDITOR, "saw")
_FOR_PROGRAMS = Rule(Who.READER, seen="exported", by_key=True)
_DONE = Rule(None, Who.EDITOR)

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
    "account_login": Rule(Who.ANYONE, Who.ANYONE),
    "account_logout": Rule(Who.ANYONE, Who.ANYONE),
    "mfa_index": Rule(Who.PERSON),
    "nowhere": Rule(Who.PERSON),
    "work-in": Rule(None, Who.PERSON),
    "account-keys": Rule(Who.PERSON, Who.PERSON),
    "account-keys-withdraw": Rule(None, Who.PERSON),
    # everyone's
    "keys": Rule(Who.ANYONE),
    "static": Rule(Who.ANYONE),
}
