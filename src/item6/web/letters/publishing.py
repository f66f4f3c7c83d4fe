"""What of a letter is public: its signatories, its documents, its signed list. Nothing that was withdrawn is in any."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from item6.briefings.document import Document
from item6.letters.kinds import KINDS
from item6.letters.papers import Grouping, letter_document
from item6.letters.papers import Letter as Paper
from item6.letters.signatories import Group, Signatory, by_place, by_status, in_order
from item6.proofs import Sealed, Secret, Withdrawn, publish
from item6.terms.states import STATES
from item6.web.letters.models import Letter, Signature, Version
from item6.web.letters.states import CLOSED, COUNTED, OPEN
from item6.web.letters.writing import NotNow, signed_version, waiting_for_consent

PUBLIC = (OPEN, CLOSED)


def is_public(letter: Letter, now: datetime | None = None) -> bool:
    """Whether anybody may read it: it was opened for signature, and no embargo holds."""
    return letter.state in PUBLIC and (letter.embargo is None or (now or timezone.now()) >= letter.embargo)


def signatories(letter: Letter) -> list[Signatory]:
    """All that are counted, withheld ones with nothing that tells who they are, in the order of their names."""
    found = []
    for row in letter.signatures.filter(state=COUNTED).order_by("id"):
        if row.withheld:
            found.append(Signatory("", row.kind, code=row.code, status=row.status, withheld=True))
        else:
            found.append(shown(row))
    return in_order(found)


def shown(row: Signature) -> Signatory:
    """A signature as the list has it."""
    return Signatory(
        name=row.name, kind=row.kind, place=row.place, code=row.code, status=row.status, year=row.year,
        website=row.website, capacity=row.capacity, ecosoc_name=row.ecosoc_name,
    )  # fmt: skip


def document(letter: Letter, *, language: str = "", now: datetime | None = None) -> Document:
    """The letter with its signatories, as it is published. NotNow where signatures are bound to another text."""
    _refuse_other_texts(letter)
    version = signed_version(letter)
    paper = paper_of(letter, version, language=language, now=now)
    return letter_document(paper, signatories(letter), grouping(letter))


def paper_of(letter: Letter, version: Version, *, language: str = "", now: datetime | None = None) -> Paper:
    """The letter without signatories."""
    text = version.translations.get(language, "") if language != letter.language else ""
    at = (now or timezone.now()).astimezone(UTC)
    return Paper(
        kind=KINDS[letter.kind], title=letter.title, text=text or version.text,
        language=language if text else letter.language, addressees=tuple(letter.addressees),
        agenda_item=letter.agenda_item, session=letter.session, as_of=at.strftime("%Y-%m-%d %H:%M UTC"),
        contacts=tuple(letter.contacts),
    )  # fmt: skip


def grouping(letter: Letter) -> Grouping:
    """How the letter's list is put into groups."""
    if letter.shown_by == "place":
        called = {code: each.name for code, each in STATES.items()}
        return lambda found: by_place(found, called)
    if letter.shown_by == "alphabet":
        return lambda found: [Group("Organisations", tuple(in_order(each for each in found if not each.withheld)))]
    return by_status


@transaction.atomic
def signed_list(letter: Letter, *, now: datetime | None = None) -> dict[str, Any]:
    """Publishes the signed list anew: the next number, over everything counted and every tombstone.

    Writes head and seals of it, without names, into the letter. NotNow where signatures are bound to another text.
    """
    held = Letter.objects.select_for_update().get(pk=letter.pk)
    _refuse_other_texts(held)
    version = signed_version(held)
    at = (now or timezone.now()).astimezone(UTC)
    rows = list(held.signatures.filter(state=COUNTED).order_by("id"))
    made = publish(
        {"title": held.title, "kind": held.kind, "version": version.number, "text": version.hash,
         "as_of": at.isoformat(timespec="seconds").replace("+00:00", "Z")},
        list(_entries(held, rows)), Secret(held.secret), withheld=[_seal(row).seal for row in rows if row.withheld],
        previous=held.listed,
    )  # fmt: skip
    held.listed = without_openings(made)
    held.save(update_fields=["listed"])
    letter.listed = held.listed
    return made


def without_openings(published: dict[str, Any]) -> dict[str, Any]:
    """A list as it is kept: what the next one goes on from, and no name."""
    rows = [{name: value for name, value in row.items() if name != "opened"} for row in published["entries"]]
    return {"head": published["head"], "entries": rows}


def _entries(letter: Letter, rows: list[Signature]) -> Iterator[Sealed | Withdrawn]:
    """What is counted, then what earlier lists held and is counted no longer."""
    yield from (_seal(row) for row in rows)
    for each in letter.tombstones.order_by("id"):
        yield Withdrawn(each.kind, each.on.isoformat(), each.salt, Secret(each.secret))


def _seal(row: Signature) -> Sealed:
    each = shown(row)
    entry = {"name": each.name, "place": each.place, "code": each.code, "status": each.status, "year": each.year,
             "website": each.website, "capacity": each.capacity}  # fmt: skip
    return Sealed(row.kind, entry, row.seal_salt, Secret(row.seal_secret))


def _refuse_other_texts(letter: Letter) -> None:
    waiting = waiting_for_consent(letter)
    if waiting:
        raise NotNow(
            f"{waiting} signatures were given to another text: ask them to consent to this one, or publish what is "
            "new as an addendum beside the text that was signed"
        )
