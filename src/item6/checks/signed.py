"""How many sign a letter, as a text says it, against letters whose numbers are known.

Which letters those are is handed in: this knows nothing of where signatures are kept.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from item6.checks.claims import Claim
from item6.checks.rounding import as_printed, is_hedged
from item6.checks.verdicts import Verdict


@dataclass(frozen=True, slots=True)
class SignedLetter:
    """A letter that is published. places: countries and territories of its organisations. as_of: ISO date.

    most_places: as many as they may have been, where some who left since took theirs with them.
    """

    title: str
    organisations: int
    places: int
    as_of: str
    most_places: int = 0


def on_letters(text: str, claims: Sequence[Claim], letters: Sequence[SignedLetter]) -> dict[Claim, Verdict]:
    """Verdicts on claims of organisations that sign, and of the countries that they are from.

    A claim of organisations is of the letter whose number it gives, else of the one whose title the text holds.
    Countries are those of the letter of the organisations in the same sentence. Of other claims nothing is said: they
    may be of texts of others, or of what States signed.
    """
    found: dict[Claim, Verdict] = {}
    of_sentence: dict[int, SignedLetter] = {}
    for claim in claims:
        if claim.kind == "signatories" and claim.unit == "organisations" and claim.value is not None:
            letter = _letter_of(text, claim.value, claim, letters)
            if letter is not None:
                of_sentence[claim.sentence] = letter
                found[claim] = _verdict(claim, letter.organisations, letter.organisations, letter)
    for claim in claims:
        near = of_sentence.get(claim.sentence)
        if claim.kind == "signatories" and claim.unit == "States" and near is not None:
            found[claim] = _verdict(claim, near.places, max(near.places, near.most_places), near)
    return found


def _letter_of(text: str, value: Fraction, claim: Claim, letters: Sequence[SignedLetter]) -> SignedLetter | None:
    words = text.casefold()
    named = [each for each in letters if each.title.casefold() in words]
    agreeing = [each for each in named or letters if _agrees(value, claim, each.organisations)]
    return next(iter([*agreeing, *named]), None)


def _verdict(claim: Claim, least: int, most: int, letter: SignedLetter) -> Verdict:
    basis = f"signatories of the letter “{letter.title}” as of {letter.as_of}"
    value, computed = claim.value, str(least) if least == most else f"{least} to {most}"
    if value is not None and (least <= value <= most or _agrees(value, claim, least) or _agrees(value, claim, most)):
        return Verdict("matches", basis, computed)
    why = "the list is counted as of the text’s date"
    if least != most:
        why += "; the places of those who left since are erased"
    nearest = (
        f"{letter.organisations} organisations from {letter.places} countries and territories (as of {letter.as_of})"
    )
    return Verdict("differs", basis, computed, why=why, nearest=nearest)


def _agrees(value: Fraction, claim: Claim, true: int) -> bool:
    return as_printed(value, claim.decimals, Fraction(true)) or is_hedged(value, claim.hedge, Fraction(true))
