"""Mails to signatories: of templates alone. No word in them was typed by whoever sent the form."""

from __future__ import annotations

from collections.abc import Iterable

from item6.web.letters.links import CONFIRM, DECLINE, MINE, link_of
from item6.web.letters.models import Asked, Letter, Signature
from item6.web.outbox import returning
from item6.web.outbox.reports import Returned
from item6.web.public.mails import send, whole_address


def ask_to_confirm(signature: Signature) -> None:
    """Sends the link that confirms, and the one that takes back."""
    links = {"confirm": address("sign-confirm", link_of(signature, CONFIRM)),
             "mine": address("sign-mine", link_of(signature, MINE))}  # fmt: skip
    _send(signature, "confirm", signature.language, title=signature.letter.title, **links)


def tell_entered(signature: Signature) -> None:
    """Tells an organisation that the coalition entered it as a signatory, and how it takes that back."""
    mine = address("sign-mine", link_of(signature, MINE))
    letter = signature.letter
    _send(signature, "entered", signature.language, title=letter.title, coalition=letter.coalition.name,
          page=public_address(letter), mine=mine)  # fmt: skip


def ask_again(signature: Signature) -> None:
    """Tells a signatory that the text changed, and where they can consent or withdraw."""
    mine = address("sign-mine", link_of(signature, MINE))
    _send(signature, "consent", signature.language, title=signature.letter.title, mine=mine)


def invite(asked: Asked) -> None:
    """Asks an organisation, by an address that the coalition gave, to sign."""
    letter = asked.letter
    _send(asked, "invite", letter.language, title=letter.title, coalition=letter.coalition.name,
          deadline=letter.deadline, page=public_address(letter),
          decline=address("sign-decline", link_of(asked, DECLINE)))  # fmt: skip


def public_address(letter: Letter) -> str:
    """The whole address of the page on which a letter is signed."""
    return whole_address("sign", address=letter.address)


def address(name: str, link: str) -> str:
    """The whole address of a link."""
    return whole_address(name, link=link)


def _send(row: Asked | Signature, name: str, language: str, **words: object) -> None:
    send(row.email, f"letters/mail/{name}.txt", language, words, about=about_of(row))


def came_back(rows: Iterable[Asked | Signature]) -> dict[int, Returned]:
    """What is said of the last mail of each row that it did not reach, by the row's number."""
    numbers = {about_of(row): row.pk for row in rows}
    return {numbers[about]: Returned(about, status) for about, status in returning.came_back(numbers).items()}


def about_of(row: Asked | Signature) -> str:
    """What a mail is noted to be for."""
    return f"{'asked' if isinstance(row, Asked) else 'signature'} {row.pk}"
