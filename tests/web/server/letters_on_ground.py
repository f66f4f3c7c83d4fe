"""One letter of a coalition, open and signed: what the matrix names of letters."""

from __future__ import annotations

from datetime import date

from item6.web.letters import sent, sheets, signing, writing
from item6.web.letters.approving import approve
from item6.web.letters.links import CONFIRM, DECLINE, MINE, link_of
from item6.web.letters.models import Asked
from item6.web.letters.signing import Given
from item6.web.letters.states import FROZEN, OPEN
from item6.web.organisations.importing import read_file
from item6.web.people.models import Coalition, Person

NOBODYS = {"confirm": f"999999999-{'0' * 24}", "mine": f"999999999-{'1' * 24}",
            "decline": f"999999999-{'2' * 24}"}  # fmt: skip
"""Links of the shape of links that no server made."""


def letter_things(coalition: Coalition, by: Person, marked: str) -> dict[str, str]:
    """Makes the letter, with a signature that waits for its mail and one that is counted. marked: words of its own."""
    letter = writing.begin(
        coalition=coalition, kind="written-statement", title=f"{marked}-title", text=f"{marked}-text", by=by
    )
    comment = writing.comment(version=writing.latest(letter), person=by, words=f"{marked}-comment")
    writing.settle(comment=comment, by=by)
    approve(letter=letter, organisation=f"{marked}-approves", person=f"{marked}-who", on=date(2026, 1, 2), by=by)
    for step in (FROZEN, OPEN):
        writing.move(letter=letter, to=step)
    asked = signing.ask(letter=letter, given=Given(f"{marked}-asked", "ask@example.org"), network="")
    counted = signing.ask(
        letter=letter, given=Given(f"{marked}-counted", "two@example.org", status="special"), network=""
    )
    assert asked is not None and counted is not None
    signing.vouch(signature=counted, by=by, reason=f"{marked}-reason")
    letter.signatures.filter(pk=counted.pk).update(ecosoc_name=f"{marked}-ecosoc")
    sending = sent.hand_over(letter=letter, to=f"{marked}-to", how="", on=date(2026, 1, 2), by=by)
    header, rows = read_file(f"name\n{marked}-sheet\n".encode())
    sheet = sheets.keep(letter=letter, person=by, file=f"{marked}.csv", header=header, rows=rows)
    invited = Asked.objects.create(letter=letter, name=f"{marked}-invited", email="three@example.org")
    return {
        "comment": str(comment.pk), "decline": link_of(invited, DECLINE),
        "letter": str(letter.pk), "signature": str(counted.pk), "open": letter.address,
        "confirm": link_of(asked, CONFIRM), "mine": link_of(counted, MINE),
        "sending": str(sending.pk), "sheet": str(sheet.pk),
    }  # fmt: skip
