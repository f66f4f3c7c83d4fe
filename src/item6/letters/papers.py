"""Letters as documents: as they are sent and published, and as the UN takes written statements."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from item6.briefings.document import Block, Bullets, Document, Heading, Paragraph, Runs, Text
from item6.briefings.texts import blocks
from item6.letters.kinds import Kind
from item6.letters.signatories import (
    GENERAL,
    ORGANISATION,
    ROSTER,
    SPECIAL,
    Group,
    Numbers,
    Signatory,
    by_status,
    in_order,
    numbers,
)
from item6.letters.wording import ENGLISH, Words

SHARED = {1: "{names} also shares the views expressed in this statement.",
          2: "{names} also share the views expressed in this statement."}  # fmt: skip
"""The footnote to the title that names NGOs without status, for one and for several."""

_CATEGORIES = (GENERAL, SPECIAL, ROSTER)


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter at one version. day: ISO, when it is dated. as_of: when its signatories were counted, for people."""

    kind: Kind
    title: str
    text: str
    language: str = "en"
    addressees: tuple[str, ...] = ()
    agenda_item: str = ""
    session: str = ""
    day: str = ""
    as_of: str = ""
    contacts: tuple[str, ...] = field(default=())


class NotInForm(ValueError):
    """A statement that the UN would not take; the text says why and what to do."""


Grouping = Callable[[Iterable[Signatory]], Sequence[Group]]
"""How the organisations of a list are put into groups."""


def letter_document(
    letter: Letter,
    signatories: Iterable[Signatory],
    grouped: Grouping = by_status,
    counted: Numbers | None = None,
    words: Words = ENGLISH,
) -> Document:
    """The letter with its signatories. grouped: how the organisations are put into groups.

    counted: how many there are, where not all of them are given and named; the document then says so. words: of the
    letter's language.
    """
    every = tuple(signatories)
    found = counted or numbers(every)
    head = [Paragraph(tuple(_lines(letter.addressees)))] if letter.addressees else []
    return Document(
        kind=letter.kind.name,
        title=letter.title,
        subtitle=" · ".join(filter(None, (words.kind(letter.kind), letter.agenda_item, letter.session, letter.day))),
        review="",
        record="",
        blocks=(
            *head,
            *blocks(letter.text),
            *_signed(letter, every, found, grouped, words),
            *_contacts(letter.contacts, words),
        ),
        language=letter.language,
        running=(words.kind(letter.kind), letter.as_of),
    )


@dataclass(frozen=True, slots=True)
class Press:
    """What the press is told besides the letter. embargo: until when, for people; draft: whether it is not out yet.

    contacts: of the press version alone, before those that are published. address: of the page with the whole list.
    """

    embargo: str = ""
    draft: bool = False
    contacts: tuple[str, ...] = ()
    address: str = ""


def press_document(letter: Letter, signatories: Iterable[Signatory], press: Press, words: Words = ENGLISH) -> Document:
    """The press version: whether it may be used already, the text, who signs in one paragraph, whom to call."""
    every = tuple(signatories)
    found = numbers(every)
    when = words.draft if press.draft else words.release
    if press.embargo:
        when = words.embargo.format(until=press.embargo)
    return Document(
        kind="press-version",
        title=letter.title,
        subtitle=" · ".join(filter(None, (words.kind(letter.kind), letter.session, letter.day))),
        review="",
        record="",
        blocks=(
            Paragraph((Text(when, "strong"),)),
            *([Paragraph((Text(f"{words.to} ", "quiet"), *_lines(letter.addressees)))] if letter.addressees else []),
            *blocks(letter.text),
            *_signed_in_short(letter, every, found, words),
            *([Paragraph((Text(words.whole.format(address=press.address)),))] if press.address else []),
            *_contacts((*press.contacts, *letter.contacts), words),
        ),
        language=letter.language,
        running=(words.press if not press.embargo else when, letter.as_of),
    )


def _signed_in_short(letter: Letter, every: Sequence[Signatory], found: Numbers, words: Words) -> list[Block]:
    names = [each.name for each in in_order(every) if each.kind == ORGANISATION and not each.withheld]
    if not every:
        return []
    head = _counted(letter, found, words)
    if found.withheld:
        head = (*head, Text(f" {words.withheld(found.withheld)}"))
    return [
        Heading(words.signed_by),
        Paragraph(head),
        *([Paragraph((Text("; ".join(names)),), "small")] if names else []),
    ]


def un_form(letter: Letter, signatories: Iterable[Signatory]) -> Document:
    """A written statement as the UN's form has it.

    Co-sponsors with ECOSOC status exactly as the ECOSOC database has them, General, then Special, then Roster, status
    in brackets; those without status in a footnote to the title. NotInForm without a sponsor that has status, or with
    one whose name in the database is not known.
    """
    every = [each for each in in_order(signatories) if each.kind == ORGANISATION]
    hidden = [each for each in every if each.withheld and each.status in _CATEGORIES]
    if hidden:
        raise NotInForm("a co-sponsor with status cannot be withheld: the UN prints all of them; ask, or leave it out")
    sponsors = [each for status in _CATEGORIES for each in every if each.status == status]
    if not sponsors:
        raise NotInForm("no signatory has ECOSOC consultative status: one that has must submit the statement")
    unnamed = [each.name for each in sponsors if not each.ecosoc_name]
    if unnamed:
        raise NotInForm(f"{unnamed[0]} has no name as in the ECOSOC database: enter it, exactly as it stands there")
    others = [each.name for each in every if each.status not in _CATEGORIES and not each.withheld]
    names = "; ".join(f"{each.ecosoc_name} ({_category(each)})" for each in sponsors)
    what = "Written statement" if len(sponsors) == 1 else "Joint written statement"
    return Document(
        kind=letter.kind.name,
        title=letter.title,
        subtitle=" · ".join(filter(None, (letter.session, letter.agenda_item))),
        review="",
        record="",
        blocks=(
            Paragraph((Text(f"{what} submitted by {_joined(names, sponsors)}", "strong"),)),
            *blocks(letter.text, 2 if others else 1),
        ),
        language=letter.language,
        title_note=SHARED[min(len(others), 2)].format(names=", ".join(others)) if others else "",
        running=(what, ""),
    )


def sponsor_status(signatories: Iterable[Signatory]) -> str:
    """The status by which the length of a joint statement is bound: of the sponsor that may write most."""
    held = {each.status for each in signatories if each.kind == ORGANISATION}
    return next((status for status in _CATEGORIES if status in held), "")


def _category(each: Signatory) -> str:
    return "Roster" if each.status == ROSTER else f"{each.status.capitalize()} consultative status"


def _joined(names: str, sponsors: Sequence[Signatory]) -> str:
    return f"{names}, non-governmental organization{'s' if len(sponsors) > 1 else ''}"


def _signed(
    letter: Letter,
    every: Sequence[Signatory],
    found: Numbers,
    grouped: Grouping,
    words: Words,
) -> list[Block]:
    if not found.organisations and not found.persons:
        return []
    made: list[Block] = [Heading(words.signed_by), Paragraph(_counted(letter, found, words))]
    for group in grouped(each for each in every if each.kind == ORGANISATION):
        made.append(Heading(group.head, 2))
        made.append(Bullets(tuple(_line(each) for each in group.signatories)))
    persons = [each for each in in_order(every) if each.kind != ORGANISATION and not each.withheld]
    if persons:
        made.append(Heading(words.personal, 2))
        made.append(Bullets(tuple(_line(each) for each in persons)))
    unnamed = found.organisations + found.persons - found.withheld - sum(not each.withheld for each in every)
    if unnamed > 0:
        made.append(Paragraph((Text(words.not_named(unnamed)),)))
    if found.withheld:
        made.append(Paragraph((Text(words.withheld(found.withheld)),)))
    return made


def _counted(letter: Letter, found: Numbers, words: Words) -> Runs:
    when = f" {words.as_of.format(at=letter.as_of.removesuffix(' UTC'))}." if letter.as_of else ""
    return (Text(f"{words.counted(found)}.", "strong"), Text(when))


def _line(each: Signatory) -> Runs:
    rest = ", ".join(filter(None, (each.capacity, each.place)))
    return (Text(each.name), *((Text(f", {rest}", "quiet"),) if rest else ()))


def _contacts(contacts: Sequence[str], words: Words) -> list[Block]:
    return [Heading(words.contacts), Bullets(tuple((Text(each),) for each in contacts))] if contacts else []


def _lines(words: Sequence[str]) -> list[Text]:
    return [Text(f"{line}{', ' if place < len(words) else ''}") for place, line in enumerate(words, 1)]
