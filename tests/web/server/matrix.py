"""Who may do what, said a second time, and an example of each address: a Rule that changes must be changed here too.

A row: the least role for reading and for changing (None: there is nothing to read, or to change), an address, and what
a form sends. In braces stands a thing of a coalition (`ground.Ground.things`), `{coalition}` is its slug. `reads` and
`changes`: the statuses with which the view answers those who are let in. `for_all`: what the address names opens for
whoever knows the name, as an invitation does by its token.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ground import NONE, OTHER, OWN, Actor

ANYONE, PERSON, GUEST, READER, EDITOR, COORDINATOR, OWNER, KEEPER = (
    "anyone", "person", "guest", "reader", "editor", "coordinator", "owner", "keeper",
)  # fmt: skip
_LADDER = (GUEST, READER, EDITOR, COORDINATOR, OWNER)


@dataclass(frozen=True, slots=True)
class Row:
    """A route."""

    read: str | None
    change: str | None
    address: str
    sent: Mapping[str, str] = field(default_factory=dict)
    reads: int = 200
    changes: int = 302
    for_all: bool = False

    @property
    def of_coalition(self) -> bool:
        """Whether the address names the coalition."""
        return "{coalition}" in self.address

    @property
    def for_programs(self) -> bool:
        """Whether programs ask here, which are told a status and sent nowhere."""
        return self.address.startswith("/api/v1/")

    @property
    def names_things(self) -> bool:
        """Whether the address or the form names something that belongs to a coalition, besides the coalition itself."""
        rest = self.address.replace("{coalition}", "") + "".join(self.sent.values())
        return "{" in rest


ROUTES: dict[str, Row] = {
    # the record
    "start": Row(GUEST, None, "/"),
    "review": Row(GUEST, None, "/r/XRU-2"),
    "recommendation": Row(GUEST, None, "/r/XRU-2/115.1"),
    "picture": Row(GUEST, None, "/r/XRU-2/115.1/page.png"),
    "recommendations": Row(GUEST, None, "/recommendations?q=position:noted"),
    "figure": Row(GUEST, None, "/figure?ref={figure}"),
    "state": Row(GUEST, None, "/state/CHE"),
    "documents": Row(GUEST, None, "/documents"),
    "problems": Row(GUEST, None, "/problems"),
    "records": Row(GUEST, None, "/records"),
    "compare": Row(GUEST, None, "/records/compare?a={record}&b={record}"),
    "export": Row(READER, None, "/recommendations.csv?q=position:noted"),
    "make-current": Row(None, COORDINATOR, "/records/current", {"record": "{record}"}),
    # for programs
    "api": Row(GUEST, None, "/api/v1"),
    "api-openapi": Row(READER, None, "/api/v1/openapi.json"),
    "api-about": Row(READER, None, "/api/v1/about"),
    "api-reviews": Row(READER, None, "/api/v1/reviews"),
    "api-review": Row(READER, None, "/api/v1/reviews/XRU-2"),
    "api-recommendation": Row(READER, None, "/api/v1/reviews/XRU-2/recommendations/115.1"),
    "api-recommendations": Row(READER, None, "/api/v1/recommendations?q=position:noted"),
    "api-count": Row(READER, None, "/api/v1/count?q=position:noted"),
    "api-figure": Row(READER, None, "/api/v1/figures?ref={figure}"),
    "api-state": Row(READER, None, "/api/v1/states/CHE"),
    "api-documents": Row(READER, None, "/api/v1/documents"),
    "api-problems": Row(READER, None, "/api/v1/problems"),
    # briefings
    "briefings": Row(READER, None, "/brief/XRU-2"),
    "briefing": Row(READER, None, "/brief/XRU-2/press"),
    "briefing-chart": Row(READER, None, "/brief/XRU-2/briefing/XRU-2-outcome.svg"),
    "briefing-set": Row(READER, None, "/brief/XRU-2/all.zip"),
    "briefing-file": Row(READER, None, "/brief/XRU-2/press.md"),
    "count": Row(READER, READER, "/count", {"text": "Four words are here."}, changes=200),
    # documents that people add
    "add": Row(EDITOR, EDITOR, "/add", changes=400),
    "job": Row(EDITOR, None, "/add/{job}"),
    "job-stop": Row(None, EDITOR, "/add/{job}/stop"),
    "job-resume": Row(None, EDITOR, "/add/{job}/resume"),
    "job-remove": Row(None, EDITOR, "/add/{job}/remove"),
    # statements
    "check": Row(READER, READER, "/check", {"text": ""}, changes=400),
    "statements": Row(READER, None, "/statements"),
    "statement": Row(READER, None, "/statements/{statement}"),
    "statements-again": Row(None, EDITOR, "/statements/again"),
    "statement-accept": Row(None, EDITOR, "/statements/{statement}/accept"),
    "statement-forget": Row(None, EDITOR, "/statements/{statement}/forget"),
    # coming in
    "account_login": Row(ANYONE, ANYONE, "/sign-in", reads=0, changes=0),
    "account_logout": Row(ANYONE, ANYONE, "/sign-out", reads=0, changes=0),
    "mfa_authenticate": Row(ANYONE, ANYONE, "/sign-in/second-factor", reads=0, changes=0),
    "mfa_login_webauthn": Row(ANYONE, ANYONE, "/sign-in/passkey", reads=0, changes=0),
    "account_reset_password": Row(ANYONE, ANYONE, "/password/forgotten", {"email": "no@example.org"}),
    "account_reset_password_done": Row(ANYONE, None, "/password/sent"),
    "account_reset_password_from_key": Row(ANYONE, ANYONE, "/password/new/none/none", reads=410, changes=410),
    "account_reset_password_from_key_done": Row(ANYONE, None, "/password/set"),
    "invitation": Row(ANYONE, ANYONE, "/invitation/no-such-token", reads=404, changes=404),
    "account_reauthenticate": Row(PERSON, PERSON, "/confirm/password", changes=200),
    "mfa_reauthenticate": Row(PERSON, PERSON, "/confirm/code", reads=0, changes=0),
    "mfa_reauthenticate_webauthn": Row(PERSON, PERSON, "/confirm/passkey", reads=0, changes=0),
    "mfa_index": Row(PERSON, None, "/second-factor"),
    "mfa_add_webauthn": Row(PERSON, PERSON, "/second-factor/passkey/add", reads=302),
    "mfa_edit_webauthn": Row(PERSON, PERSON, "/second-factor/passkey/1/name", reads=302),
    "mfa_remove_webauthn": Row(PERSON, PERSON, "/second-factor/passkey/1/remove", reads=302),
    "mfa_activate_totp": Row(PERSON, PERSON, "/second-factor/app/add", reads=302),
    "app-picture": Row(PERSON, None, "/second-factor/app/picture.svg", reads=404),
    "mfa_deactivate_totp": Row(PERSON, PERSON, "/second-factor/app/remove", reads=302),
    "mfa_view_recovery_codes": Row(PERSON, None, "/second-factor/codes", reads=302),
    "mfa_download_recovery_codes": Row(PERSON, None, "/second-factor/codes.txt", reads=302),
    "mfa_generate_recovery_codes": Row(PERSON, PERSON, "/second-factor/codes/new", reads=302),
    "account": Row(PERSON, PERSON, "/account", changes=200),
    "own-sessions-end": Row(None, PERSON, "/account/sessions/end", {"session": "none"}),
    "account_change_password": Row(PERSON, PERSON, "/account/password", reads=302),
    "own-address": Row(PERSON, PERSON, "/account/address", reads=302),
    "own-address-new": Row(PERSON, PERSON, "/account/address/a-token-that-is-none", reads=410, changes=410),
    "nowhere": Row(PERSON, None, "/nowhere"),
    "work-in": Row(None, PERSON, "/work-in", {"coalition": "{coalition}"}),
    # a coalition: its home, its people, its record
    "coalitions": Row(PERSON, None, "/coalitions"),
    "coalition": Row(GUEST, None, "/c/{coalition}"),
    "members": Row(COORDINATOR, None, "/c/{coalition}/members"),
    "member": Row(COORDINATOR, COORDINATOR, "/c/{coalition}/members/{member}", {"role": "guest", "was": "reader"}),
    "member-remove": Row(None, COORDINATOR, "/c/{coalition}/members/{member}/remove"),
    "leave": Row(GUEST, GUEST, "/c/{coalition}/leave"),
    "invitations": Row(
        COORDINATOR,
        COORDINATOR,
        "/c/{coalition}/invitations",
        {"email": "sapt@example.net", "role": "reader", "days": "7"},
        changes=200,
    ),
    "invitation-withdraw": Row(None, COORDINATOR, "/c/{coalition}/invitations/{invitation}/withdraw"),
    "record-again": Row(None, EDITOR, "/c/{coalition}/record/again"),
    "record-follow": Row(None, COORDINATOR, "/c/{coalition}/record/follow"),
    # its decisions
    "decisions": Row(READER, None, "/c/{coalition}/decisions"),
    "decide": Row(
        EDITOR,
        EDITOR,
        "/c/{coalition}/decisions/totals",
        {"review": "XRU-2", "received": "120", "source": "a list", "why": "published", "when": "2026-01-02"},
    ),
    "decision-withdraw": Row(
        EDITOR, EDITOR, "/c/{coalition}/decisions/withdraw?line={decision}", {"line": "{decision}", "why": "wrong"}
    ),
    # organisations
    "organisations": Row(READER, None, "/c/{coalition}/organisations"),
    "organisations-export": Row(READER, None, "/c/{coalition}/organisations.csv"),
    "organisations-contacts": Row(EDITOR, None, "/c/{coalition}/organisations/contacts.csv"),
    "organisation-new": Row(EDITOR, EDITOR, "/c/{coalition}/organisations/new", {"name": "Castle Watch"}),
    "organisations-import": Row(EDITOR, EDITOR, "/c/{coalition}/organisations/import", changes=400),
    "organisations-draft": Row(EDITOR, EDITOR, "/c/{coalition}/organisations/import/{draft}", changes=200),
    "organisations-alike": Row(EDITOR, None, "/c/{coalition}/organisations/alike"),
    "organisation": Row(READER, None, "/c/{coalition}/organisations/{organisation}"),
    "organisation-edit": Row(
        EDITOR, EDITOR, "/c/{coalition}/organisations/{organisation}/edit", {"name": "Castle Watch", "version": "2"}
    ),
    "organisation-remove": Row(COORDINATOR, COORDINATOR, "/c/{coalition}/organisations/{organisation}/remove"),
    "organisation-history": Row(READER, None, "/c/{coalition}/organisations/{organisation}/history"),
    "organisation-merge": Row(EDITOR, EDITOR, "/c/{coalition}/organisations/{organisation}/merge/{namesake}"),
    "organisation-apart": Row(None, EDITOR, "/c/{coalition}/organisations/{organisation}/apart/{namesake}"),
    "organisation-unmerge": Row(None, EDITOR, "/c/{coalition}/organisations/merges/{merge}/undo"),
    "account-keys": Row(PERSON, PERSON, "/account/keys", reads=302),  # to say again who one is
    "account-keys-withdraw": Row(None, PERSON, "/account/keys/withdraw", {"key": "0"}, changes=404),
    # letters
    "letters": Row(READER, None, "/c/{coalition}/letters"),
    "letter-new": Row(
        EDITOR, EDITOR, "/c/{coalition}/letters/new", {"kind": "open-letter", "title": "T", "text": "W."}
    ),
    "letter": Row(READER, None, "/c/{coalition}/letters/{letter}"),
    "letter-edit": Row(
        EDITOR,
        EDITOR,
        "/c/{coalition}/letters/{letter}/edit",
        {"title": "T", "text": "W.", "after": "1", "edition": "1"},
    ),
    "letter-versions": Row(READER, None, "/c/{coalition}/letters/{letter}/versions"),
    "letter-comment": Row(None, READER, "/c/{coalition}/letters/{letter}/comment", {"words": "Shorter."}),
    "letter-settle": Row(None, EDITOR, "/c/{coalition}/letters/{letter}/comment/{comment}/settle", {"settled": "yes"}),
    "letter-figures": Row(EDITOR, EDITOR, "/c/{coalition}/letters/{letter}/figures?scope=XRU-2", changes=409),
    "letter-approval": Row(
        READER,
        COORDINATOR,
        "/c/{coalition}/letters/{letter}/approval",
        {"organisation": "Zenda Union", "person": "Rupert", "on": "2026-05-01"},
    ),
    "letter-press": Row(READER, None, "/c/{coalition}/letters/{letter}/press"),
    "letter-press-file": Row(READER, None, "/c/{coalition}/letters/{letter}/press.docx"),
    "letter-move": Row(None, COORDINATOR, "/c/{coalition}/letters/{letter}/move", {"to": "closed"}),
    "letter-checked": Row(READER, None, "/c/{coalition}/letters/{letter}/checked"),
    "letter-un-form": Row(READER, None, "/c/{coalition}/letters/{letter}/un-form.docx"),
    "letter-publish": Row(None, COORDINATOR, "/c/{coalition}/letters/{letter}/publish"),
    "signatures": Row(
        COORDINATOR,
        COORDINATOR,
        "/c/{coalition}/letters/{letter}/signatures?state=counted",
        {"decision": "refuse", "signature": "{signature}", "reason": "twice"},
    ),
    "signatures-alike": Row(
        COORDINATOR,
        COORDINATOR,
        "/c/{coalition}/letters/{letter}/signatures/alike",
        {"signature": "{signature}", "into": "{signature}", "reason": "one"},
        changes=400,
    ),
    "letter-asking": Row(
        COORDINATOR,
        COORDINATOR,
        "/c/{coalition}/letters/{letter}/asking",
        {"do": "send", "lines": "sapt@example.net"},
    ),
    "letter-remind": Row(None, COORDINATOR, "/c/{coalition}/letters/{letter}/asking/remind"),
    "signatures-import": Row(
        COORDINATOR, COORDINATOR, "/c/{coalition}/letters/{letter}/signatures/import", changes=400
    ),
    "signatures-sheet": Row(
        COORDINATOR,
        COORDINATOR,
        "/c/{coalition}/letters/{letter}/signatures/import/{sheet}",
        {"do": "take", "reason": "their list"},
    ),
    "letter-sent": Row(
        READER, COORDINATOR, "/c/{coalition}/letters/{letter}/sent", {"to": "The Council", "on": "2026-05-01"}
    ),
    "letter-answer": Row(
        None,
        COORDINATOR,
        "/c/{coalition}/letters/{letter}/sent/{sending}/answer",
        {"answer": "Noted.", "answered": "2026-05-02"},
    ),
    # side events
    "events": Row(READER, None, "/c/{coalition}/events"),
    "event-new": Row(EDITOR, EDITOR, "/c/{coalition}/events/new", {"title": "T", "template": "pre-session"}),
    "event-import": Row(
        EDITOR, EDITOR, "/c/{coalition}/events/import", {"text": "What: The courts of Zenda", "do": "begin"}
    ),
    "event": Row(READER, None, "/c/{coalition}/events/{event}"),
    "event-edit": Row(
        EDITOR, EDITOR, "/c/{coalition}/events/{event_draft}/edit/programme", {"title-0": "Welcome", "edition": "1"}
    ),
    "event-move": Row(None, COORDINATOR, "/c/{coalition}/events/{event}/move", {"to": "withdrawn"}),
    "event-task": Row(None, EDITOR, "/c/{coalition}/events/{event}/task", {"task": "guest list"}),
    "event-follow-up": Row(None, EDITOR, "/c/{coalition}/events/{event}/follow-up"),
    "event-remove": Row(COORDINATOR, COORDINATOR, "/c/{coalition}/events/{event_draft}/remove"),
    # who comes to events
    "registrations": Row(
        COORDINATOR,
        COORDINATOR,
        "/c/{coalition}/events/{event}/registrations",
        {"decision": "decline", "registration": "{guest}", "reason": "twice"},
    ),
    "registrations-desk": Row(
        COORDINATOR, COORDINATOR, "/c/{coalition}/events/{event}/registrations/form", {"label-0": "Shoe size"}
    ),
    "registrations-codes": Row(
        COORDINATOR,
        COORDINATOR,
        "/c/{coalition}/events/{event}/registrations/codes",
        {"do": "end", "code": "{code}"},
    ),
    "registrations-door": Row(
        COORDINATOR,
        COORDINATOR,
        "/c/{coalition}/events/{event}/registrations/door",
        {"act": "here", "registration": "{guest}"},
    ),
    "registrations-paper": Row(COORDINATOR, None, "/c/{coalition}/events/{event}/registrations/door/print"),
    "registrations-file": Row(COORDINATOR, None, "/c/{coalition}/events/{event}/registrations/guests.csv"),
    "registrations-import": Row(
        COORDINATOR, COORDINATOR, "/c/{coalition}/events/{event}/registrations/import", changes=400
    ),
    "registrations-sheet": Row(
        COORDINATOR,
        COORDINATOR,
        "/c/{coalition}/events/{event}/registrations/import/{guest_sheet}",
        {"do": "take", "reason": "their list"},
    ),
    "panel-questions": Row(
        EDITOR,
        EDITOR,
        "/c/{coalition}/events/{event}/registrations/questions",
        {"question": "{question}", "to": "shown"},
    ),
    # what anybody can open who has the address
    "register": Row(
        ANYONE,
        ANYONE,
        "/register/{event_open}",
        {"name": "Fritz", "email": "fritz@example.net", "way": "room", "consent": "yes"},
        for_all=True,
    ),
    "register-confirm": Row(ANYONE, ANYONE, "/register/confirm/{guest_confirm}", changes=200, for_all=True),
    "register-mine": Row(ANYONE, ANYONE, "/register/mine/{guest_mine}", {"act": "withdraw"}, for_all=True),
    "register-calendar": Row(ANYONE, None, "/register/mine/{guest_mine}.ics", for_all=True),
    "sign": Row(
        ANYONE,
        ANYONE,
        "/sign/{open}",
        {"name": "Castle Watch", "signer": "Fritz", "email": "fritz@example.net", "consent": "yes"},
        for_all=True,
    ),
    "sign-confirm": Row(ANYONE, ANYONE, "/sign/confirm/{confirm}", changes=200, for_all=True),
    "sign-mine": Row(ANYONE, ANYONE, "/sign/mine/{mine}", {"act": "withdraw"}, for_all=True),
    "sign-decline": Row(ANYONE, ANYONE, "/sign/decline/{decline}", {"act": "decline"}, for_all=True),
    "letter-published-versions": Row(ANYONE, None, "/letters/{open}/versions", for_all=True),
    "letter-published": Row(ANYONE, None, "/letters/{open}", for_all=True),
    "letter-file": Row(ANYONE, None, "/letters/{open}.json", for_all=True),
    # what anybody can open of a published event; what comes after it, for its coalition
    "event-page": Row(ANYONE, None, "/events/{event_open}", for_all=True),
    "event-calendar": Row(ANYONE, None, "/events/{event_open}.ics", for_all=True),
    "event-note": Row(ANYONE, None, "/events/{event_open}/concept-note", for_all=True),
    "event-file": Row(ANYONE, None, "/events/{event_open}/card-en.png", for_all=True),
    "events-feed": Row(ANYONE, None, "/events/of/{event_feed}.atom", for_all=True),
    "event-report": Row(READER, None, "/c/{coalition}/events/{event}/report.docx"),
    "event-statement": Row(READER, COORDINATOR, "/c/{coalition}/events/{event}/statement", changes=200),
    # the audit log
    "audit": Row(OWNER, None, "/c/{coalition}/audit"),
    "audit-export": Row(OWNER, None, "/c/{coalition}/audit.csv"),
    # everyone's
    "keys": Row(ANYONE, None, "/keys"),
    "language": Row(None, ANYONE, "/language", {"language": "fr", "next": "/keys"}),
    "static": Row(ANYONE, None, "/static/item6.css"),
    "health": Row(ANYONE, None, "/health"),
}
"""By the name of the route. A status of 0: whatever the view answers, where it depends on who asks; no refusal."""

METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND")
READS = ("GET", "HEAD")

SIGN_IN, FACTOR, NOWHERE = "to the door", "to the second factor", "to nowhere"
"""Redirects, as outcomes."""

Outcome = int | str


@dataclass(frozen=True, slots=True)
class Cell:
    """A method, by whose address, naming whose things."""

    method: str
    whose: str = OWN
    named: str = OWN


OFTEN = ("GET", "HEAD", "POST")
"""Methods that some view answers."""


def cells(row: Row, turn: int) -> list[Cell]:
    """The cells of a route for one actor: on own, others' and nobody's, and mixed where both are named.

    Methods that views answer go everywhere. Each of the others, which no view answers, goes to one side, and to the
    next one with the next turn: so all actors together try each method on each side of each route, and each actor tries
    each method on each side of some route. The walls decide on them before any view, and alike.
    """
    sides = [(OWN, OWN)]
    if row.of_coalition or row.names_things:
        sides += [(OTHER, OTHER), (NONE, NONE)]
    if row.of_coalition and row.names_things:
        sides += [(OWN, OTHER), (OWN, NONE)]
    rare = [method for method in METHODS if method not in OFTEN]
    return [Cell(method, *side) for method in OFTEN for side in sides] + [
        Cell(method, *sides[(turn + number) % len(sides)]) for number, method in enumerate(rare)
    ]


def expected(row: Row, actor: Actor, cell: Cell) -> Outcome:
    """What somebody must be answered: a status, or where they are sent to. Nothing here is shared with the walls."""
    answered = row.read is not None if cell.method in READS else cell.method == "POST" and row.change is not None
    needs = row.read if (cell.method in READS and row.read is not None) or row.change is None else row.change
    closed = _door(row, actor, cell, needs or ANYONE)
    if row.for_programs and isinstance(closed, str):
        return 401 if closed == SIGN_IN else 403
    if closed is not None:
        return closed
    if not answered:
        return 405
    if not _belongs(row, actor, cell):
        return 404
    return row.reads if cell.method in READS else row.changes


def _door(row: Row, actor: Actor, cell: Cell, needs: str) -> Outcome | None:
    if needs == ANYONE:
        return None
    if not actor.in_session:
        return SIGN_IN if cell.method in READS or row.for_programs else 403
    if needs == PERSON:
        return None
    if needs == KEEPER:
        return None if actor.keeper and actor.second_factor else 403
    roles = {
        whose: role for whose, role in actor.roles.items() if whose in (OWN, OTHER)
    }  # a closed one counts for none
    role = roles.get(cell.whose if row.of_coalition else actor.works_in)
    if role is None:
        return 404 if row.of_coalition else NOWHERE
    if not actor.second_factor:
        return FACTOR
    return None if _LADDER.index(role) >= _LADDER.index(needs) else 403


def _belongs(row: Row, actor: Actor, cell: Cell) -> bool:
    """Whether what the address or the form names is there for who asks."""
    if row.sent.get("coalition") == "{coalition}":
        return cell.named in (OWN, OTHER) and cell.named in actor.roles
    if not row.names_things:
        return True
    if row.for_all:
        return cell.named in (OWN, OTHER)
    return cell.named == (cell.whose if row.of_coalition else actor.works_in)
