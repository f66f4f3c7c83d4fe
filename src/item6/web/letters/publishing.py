"""What of a letter is public: its signatories, its documents, its signed list. Nothing that was withdrawn is in any."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext

from item6.briefings.document import Document
from item6.letters.kinds import KINDS
from item6.letters.papers import Grouping, letter_document, un_form
from item6.letters.papers import Letter as Paper
from item6.letters.signatories import ORGANISATION, PERSON, Group, Signatory, by_place, by_status, in_order
from item6.organisations.keys import key_of
from item6.proofs import Sealed, Secret, Withdrawn, publish
from item6.web.letters import lists
from item6.web.letters.lists import shown
from item6.web.letters.models import Letter, Signature, Version
from item6.web.letters.states import CLOSED, COUNTED, OPEN
from item6.web.letters.wording import paper_words, place_names
from item6.web.letters.writing import NotNow, signed_version, waiting_for_consent
from item6.web.organisations.models import OrganisationRow
from item6.web.work.kinds import kind

PUBLIC = (OPEN, CLOSED)
MOST_NAMED = 5000
"""Organisations, and persons, whom a document names; of more it says how many they are."""
MOST_LISTED = 20_000
"""Entries of a signed list, which is made in one piece."""
_AT_ONCE = 500
"""Of more entries, a list that must be published anew is made behind the pages."""


def is_public(letter: Letter, now: datetime | None = None) -> bool:
    """Whether anybody may read it: it was opened for signature, and no embargo holds."""
    return letter.state in PUBLIC and (letter.embargo is None or (now or timezone.now()) >= letter.embargo)


def signatories(letter: Letter) -> list[Signatory]:
    """All that are counted, withheld ones with nothing that tells who they are, in the order of their names.

    For lists that fit into a document; long ones are read by `item6.web.letters.lists`.
    """
    found = []
    for row in letter.signatures.filter(state=COUNTED).order_by("id"):
        if row.withheld:
            found.append(Signatory("", row.kind, code=row.code, status=row.status, withheld=True))
        else:
            found.append(shown(row))
    return in_order(found)


def document(letter: Letter, *, language: str = "", now: datetime | None = None) -> Document:
    """The letter with its signatories, as it is published. NotNow where signatures are bound to another text."""
    refuse_other_texts(letter)
    version = signed_version(letter)
    paper = paper_of(letter, version, language=language, now=now)
    groups, words = grouping(letter, paper.language), paper_words(paper.language)
    if letter.organisations + letter.persons <= MOST_NAMED:
        return letter_document(paper, signatories(letter), groups, words=words)
    kinds = [ORGANISATION] if letter.organisations <= MOST_NAMED else []
    named = lists.every(letter, [*kinds, PERSON] if letter.persons <= MOST_NAMED else kinds)
    return letter_document(paper, named, groups, lists.numbers_of(letter), words)


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


def grouping(letter: Letter, language: str) -> Grouping:
    """How the letter's list is put into groups, with heads in a language."""
    words = paper_words(language)
    if letter.shown_by == "place":
        called = place_names(language)
        return lambda found: by_place(found, called, words.elsewhere)
    if letter.shown_by == "alphabet":
        return lambda found: [Group(words.organisations, tuple(in_order(each for each in found if not each.withheld)))]
    return lambda found: by_status(found, words.status)


@transaction.atomic
def signed_list(letter: Letter, *, now: datetime | None = None) -> dict[str, Any]:
    """Publishes the signed list anew: the next number, over everything counted and every tombstone.

    Writes head and seals of it, without names, into the letter. NotNow where signatures are bound to another text.
    """
    held = Letter.objects.select_for_update().get(pk=letter.pk)
    refuse_other_texts(held)
    if held.organisations + held.persons > MOST_LISTED:
        raise NotNow(f"a signed list holds {MOST_LISTED} signatories at most: publish the list as CSV or JSON")
    version = signed_version(held)
    at = (now or timezone.now()).astimezone(UTC)
    rows = list(held.signatures.filter(state=COUNTED).order_by("id"))
    made = publish(
        {"title": held.title, "kind": held.kind, "version": version.number, "text": version.hash,
         "as_of": at.isoformat(timespec="seconds").replace("+00:00", "Z")},
        list(_entries(held, rows)), Secret(held.secret), withheld=[_seal(row).seal for row in rows if row.withheld],
        previous=held.listed,
    )  # fmt: skip
    held.listed, held.relist = without_openings(made), False
    held.save(update_fields=["listed", "relist"])
    letter.listed = held.listed
    return made


def without_openings(published: dict[str, Any]) -> dict[str, Any]:
    """A list as it is kept: what the next one goes on from, and no name."""
    rows = [{name: value for name, value in row.items() if name != "opened"} for row in published["entries"]]
    return {**published, "entries": rows}


def latest_list(letter: Letter) -> dict[str, Any] | None:
    """The list published last, with the openings of those that are still counted and not withheld; None before one."""
    if letter.listed is None:
        return None
    shown_rows = letter.signatures.filter(state=COUNTED, withheld=False).exclude(seal_salt="")
    opened = {sealed.seal: sealed for sealed in map(_seal, shown_rows)}
    rows = [
        {**row, "opened": opened[row["seal"]].opening()} if row["seal"] in opened and "withdrawn" not in row else row
        for row in letter.listed["entries"]
    ]
    return {**letter.listed, "entries": rows}


def addenda(letter: Letter) -> list[Version]:
    """What was added beside the text after it was signed, in order."""
    last = signed_version(letter).number
    return [each for each in letter.versions.filter(addendum=True) if each.number > last]


def published_versions(letter: Letter) -> list[Version]:
    """The versions that were published, addenda among them, in order: none from before the letter was opened first.

    While signatures are bound to another text, the new one is not published and not among them, and neither is one to
    which not all had agreed when the next was proposed.
    """
    if letter.opened is None:
        return []
    rows = letter.versions.filter(number__gte=letter.opened, passed_over=False)
    if waiting_for_consent(letter):
        now = signed_version(letter)
        rows = rows.filter(Q(addendum=True) | ~Q(hash=now.hash))
    return list(rows)


def un_document(letter: Letter) -> Document:
    """The written statement in the UN's form; names of the ECOSOC database come from the coalition's directory."""
    refuse_other_texts(letter)
    rows = letter.signatures.filter(state=COUNTED)
    known = _directory(letter)
    signed = []
    for row in rows:
        found = known.get(row.key)
        each = shown(row)
        if found is not None:
            status = each.status if each.status in ("general", "special", "roster") else found.status
            each = replace(each, status=status, ecosoc_name=each.ecosoc_name or found.ecosoc_name)
        signed.append(replace(each, withheld=row.withheld))
    return un_form(paper_of(letter, signed_version(letter)), signed)


def names_of_directory(letter: Letter) -> dict[str, tuple[str, ...]]:
    """All names of each organisation of the coalition's directory, by the keys of its names."""
    return {key: row.value_names() for key, row in _directory(letter).items()}


def list_anew(letter: Letter) -> None:
    """A list that was published says what changed: a short one at once; while texts differ it waits for consent."""
    held = Letter.objects.filter(pk=letter.pk, listed__isnull=False)
    if held.annotate(all=F("organisations") + F("persons")).filter(all__gt=_AT_ONCE).update(relist=True):
        return
    if held.exists():
        with suppress(NotNow):
            signed_list(letter)


@kind("letters.relist", every=timedelta(minutes=1))
def list_long_ones_anew() -> None:
    """Publishes the long lists anew that changed since."""
    for letter in Letter.objects.filter(relist=True).defer("listed").order_by("pk"):
        Letter.objects.filter(pk=letter.pk).update(relist=False)
        with suppress(NotNow):
            signed_list(letter)


def _directory(letter: Letter) -> dict[str, OrganisationRow]:
    """The coalition's organisations by the keys of their names."""
    rows = OrganisationRow.objects.filter(coalition_id=letter.coalition_id, into=None)
    return {key_of(name): row for row in rows for name in row.value_names()}


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


def refuse_other_texts(letter: Letter) -> None:
    """NotNow where signatures are bound to another text than the one that would be published."""
    waiting = waiting_for_consent(letter)
    if waiting:
        raise NotNow(
            gettext(
                "%(waiting)s signatures were given to another text: ask them to consent to this one, or publish what is"
                " new as an addendum beside the text that was signed."
            )
            % {"waiting": waiting}
        )
