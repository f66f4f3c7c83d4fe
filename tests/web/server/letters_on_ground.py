"""One letter of a coalition, open and signed: what the matrix names of letters."""

from __future__ import annotations

from datetime import date

from item6.web.letters import sent, sheets, signing, writing
from item6.web.letters.links import CONFIRM, MINE, link_of
from item6.web.letters.signing import Given
from item6.web.letters.states import FROZEN, OPEN
from item6.web.organisations.importing import read_file
from item6.web.people.models import Coalition, Person

NOBODYS = {"confirm": f"999999999-{'0' * 24}", "mine": f"999999999-{'1' * 24}"}
"""Links of the shape of links that no server made."""


def letter_things(coalition: Coalition, by: Person, marked: str) -> dict[str, str]:
    """Makes the letter, with a signature that waits for its mail and one that is counted. marked: words of its own."""
    letter = writing.begin(
        coalition=coalition, kind="written-statement", title=f"{marked}-title", text=f"{marked}-text", by=by
    )
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
    return {
        "letter": str(letter.pk), "signature": str(counted.pk), "open": letter.address,
        "confirm": link_of(asked, CONFIRM), "mine": link_of(counted, MINE),
        "sending": str(sending.pk), "sheet": str(sheet.pk),
    }  # fmt: skip
