"""Signatories from a spreadsheet: read into a draft, which says of each row what it would do; taken in by a person.

What is taken in was not confirmed by mail: a coordinator vouches for it, with one reason for all of it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext

from item6.organisations.keys import key_of
from item6.organisations.sheets import Header, RowSaid
from item6.web.building.spreadsheets import DRAFT_KEPT, NEW, THERE, UNCLEAR
from item6.web.letters import signing
from item6.web.letters.models import Letter, Sheet, Signature
from item6.web.letters.signing import Given
from item6.web.letters.states import ASKED, COUNTED, DENIED, WITHDRAWN
from item6.web.letters.writing import NotNow, is_open
from item6.web.people.models import Person

_TAKEN = ("country", "code", "status", "year", "website", "ecosoc_name")


@dataclass(frozen=True, slots=True)
class Line:
    """What a row would do. said: fields of the signature. problems: (column, what stands there)."""

    number: int
    name: str
    kind: str
    said: Mapping[str, Any]
    problems: Sequence[tuple[str, str]]


def lines(letter: Letter, rows: Sequence[RowSaid]) -> list[Line]:
    """What each row would do to the signatures as they are now; a name that is there already is left as it is."""
    held = set(letter.signatures.exclude(state__in=(WITHDRAWN, DENIED)).values_list("key", flat=True))
    found, seen = [], set[str]()
    for row in rows:
        key = key_of(row.name)[:300]
        problems = [*row.problems, *([("name", "twice")] if key and key in seen else [])]
        seen.add(key)
        kind = UNCLEAR if problems else THERE if key in held else NEW
        found.append(Line(row.number, row.name, kind, _said(row), problems))
    return found


def keep(*, letter: Letter, person: Person, file: str, header: Header, rows: Sequence[RowSaid]) -> Sheet:
    """Writes a draft, and removes those of the day before."""
    Sheet.objects.filter(made__lt=timezone.now() - DRAFT_KEPT).delete()
    stored = {"unknown": list(header.unknown), "lines": [asdict(each) for each in lines(letter, rows)]}
    return Sheet.objects.create(letter=letter, person=person, file=file[:200], lines=stored)


def lines_of(sheet: Sheet) -> list[Line]:
    """The lines of a draft."""
    return [Line(**each) for each in sheet.lines["lines"]]


@transaction.atomic
def take_in(*, sheet: Sheet, by: Person, reason: str) -> list[Signature]:
    """Counts what is new of a draft, by a coordinator's word, and removes the draft. The signatures that were made.

    NotNow without a reason, or where the letter cannot be signed; then nothing is written.
    """
    letter = Letter.objects.select_for_update().get(pk=sheet.letter_id)
    if not reason.strip():
        raise NotNow(gettext("Say why: whoever looks at the list later must be able to understand it."))
    if not is_open(letter):
        raise NotNow(gettext("This letter cannot be signed now: open it first."))
    held = set(letter.signatures.exclude(state__in=(WITHDRAWN, DENIED)).values_list("key", flat=True))
    made = []
    for line in lines_of(sheet):
        key = key_of(line.name)[:300]
        if line.kind != NEW or key in held:
            continue
        held.add(key)
        said = dict(line.said)
        named = said.pop("ecosoc_name")
        given = Given(name=line.name, language=letter.language, **said)
        signature = signing.ask(letter=letter, given=given, network="")
        if (
            signature is not None
            and signature.state == ASKED
            and signing.vouch(signature=signature, by=by, reason=reason)
        ):
            letter.signatures.filter(pk=signature.pk).update(ecosoc_name=named)
            made.append(Signature.objects.select_related("letter__coalition").get(pk=signature.pk, state=COUNTED))
    sheet.delete()
    return made


def _said(row: RowSaid) -> dict[str, Any]:
    said = {name: row.said[name] for name in _TAKEN if row.said.get(name)}
    contact = next(iter(row.said.get("contacts", ())), None)
    person = {"signer": contact.person, "capacity": contact.post, "email": contact.email} if contact else {}
    place = said.pop("country", "")
    return {"email": "", "ecosoc_name": "", "place": place, **person, **said}
