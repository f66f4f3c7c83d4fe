"""What the names of routes and acts mean, for those who read the log."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

KINDS: Mapping[str, str | Promise] = {
    "saw": _("saw"),
    "changed": _("changed"),
    "exported": _("exported"),
    "refused": _("was refused"),
    "entered": _("entered"),
}

WHAT: Mapping[str, str | Promise] = {
    "export": _("recommendations as a file"),
    "briefing-set": _("all briefings of a review"),
    "briefing-file": _("a briefing as a file"),
    "make-current": _("which record is shown"),
    "add": _("documents that are added"),
    "job": _("the reading of documents"),
    "job-stop": _("the reading of documents: stopped"),
    "job-resume": _("the reading of documents: resumed"),
    "job-remove": _("the reading of documents: removed"),
    "check": _("a statement: checked"),
    "statements": _("the list of kept statements"),
    "statement": _("a kept statement"),
    "statements-again": _("kept statements: checked again"),
    "statement-accept": _("a kept statement: verdicts taken"),
    "statement-forget": _("a kept statement: removed"),
    "work-in": _("the coalition worked in"),
    "audit": _("this log"),
    "audit-export": _("this log as a file"),
    "log-purged": _("this log: lines purged by age"),
    "letter-purged": _("a letter: addresses of signatories erased"),
    "event-report": _("the report of a side event"),
    "event-statement": _("the statement of a side event: published with its figures checked"),
    "registrations-purged": _("an event: what registrants gave was erased"),
    "event-reminded": _("a side event: people reminded of what is to be done"),
    "signed-in": _("signed in"),
    "signed-out": _("signed out"),
    "sign-in-failed": _("a sign-in that failed"),
    "password-changed": _("a new password"),
    "factor-added": _("a second factor: added"),
    "factor-removed": _("a second factor: removed"),
    "factor-renewed": _("recovery codes: made anew"),
    "role-given": _("a role: given"),
    "role-changed": _("a role: changed"),
    "role-ended": _("a role: ended"),
    "invitation-made": _("an invitation: made"),
    "invitation": _("an invitation: taken"),
    "invitation-ended": _("an invitation: withdrawn"),
    "api-reviews": _("the list of reviews, by a program"),
    "api-review": _("a review, by a program"),
    "api-recommendation": _("a recommendation, by a program"),
    "api-recommendations": _("recommendations, by a program"),
    "api-count": _("figures, by a program"),
    "api-figure": _("a figure, by a program"),
    "api-state": _("a State, by a program"),
    "api-documents": _("the list of documents, by a program"),
    "api-problems": _("the list of problems, by a program"),
    "key-made": _("a key for programs: made"),
    "key-withdrawn": _("a key for programs: withdrawn"),
    "elsewhere": _("a page of no coalition of theirs"),
}
"""A route that is not named here is shown by its own name, which is English: `organisation-edit`."""


def said_of(what: str) -> str:
    """What a line is about, in words."""
    return str(WHAT.get(what, what.replace("-", " ").replace("_", " ")))
