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
    "check": Row(READER, EDITOR, "/check", {"text": ""}, changes=400),
    "statements": Row(READER, None, "/statements"),
    "statement": Row(READER, None, "/statements/{statement}"),
    "statements-again": Row(None, EDITOR, "/statements/again"),
    "statement-accept": Row(None, EDITOR, "/statements/{statement}/accept"),
    "statement-forget": Row(None, EDITOR, "/statements/{statement}/forget"),
    # people
    "account_login": Row(ANYONE, ANYONE, "/sign-in", reads=0, changes=0),
    "account_logout": Row(ANYONE, ANYONE, "/sign-out", reads=0),
    "mfa_index": Row(PERSON, None, "/second-factor"),
    "nowhere": Row(PERSON, None, "/nowhere"),
    "work-in": Row(None, PERSON, "/work-in", {"coalition": "{coalition}"}),
    "account-keys": Row(PERSON, PERSON, "/account/keys", reads=302),  # to say again who one is
    "account-keys-withdraw": Row(None, PERSON, "/account/keys/withdraw", {"key": "0"}, changes=404),
    # the audit log
    "audit": Row(OWNER, None, "/c/{coalition}/audit"),
    "audit-export": Row(OWNER, None, "/c/{coalition}/audit.csv"),
    # everyone's
    "keys": Row(ANYONE, None, "/keys"),
    "static": Row(ANYONE, None, "/static/item6.css"),
    "health": Row(ANYONE, None, "/health"),
}
"""By the name of the route. A status of 0: any below 400, where it depends on who asks (signed in already, or not)."""

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


def cells(row: Row) -> list[Cell]:
    """All cells of a route for one actor: each method, on own, others' and nobody's, and mixed where both are named."""
    sides = [(OWN, OWN)]
    if row.of_coalition or row.names_things:
        sides += [(OTHER, OTHER), (NONE, NONE)]
    if row.of_coalition and row.names_things:
        sides += [(OWN, OTHER), (OWN, NONE)]
    return [Cell(method, *side) for method in METHODS for side in sides]


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
