"""A text against a record: its claims, what each is about, and a verdict for each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from item6.checks.asked import Asked
from item6.checks.calendar_sums import calendar_sums
from item6.checks.change_sums import is_change
from item6.checks.changes import on_change
from item6.checks.claims import WRONG, Claim
from item6.checks.days import on_date
from item6.checks.finding import claims
from item6.checks.own_sums import sums
from item6.checks.places import on_rank
from item6.checks.resolving import About, Context, resolved
from item6.checks.sentences import sentences
from item6.checks.signed import SignedLetter, on_letters
from item6.checks.themes import on_theme
from item6.checks.verdicts import Verdict, judged
from item6.checks.whole_sessions import on_session
from item6.checks.wider_sums import wider_sums
from item6.record.reader import Record


@dataclass(frozen=True, slots=True)
class Checked:
    """A claim with what it is about and what was found."""

    claim: Claim
    about: About
    verdict: Verdict

    @property
    def is_wrong(self) -> bool:
        """Whether the author should look again."""
        return self.verdict.verdict in WRONG


def check(
    text: str, record: Record | None, context: Context | None = None, *, letters: Sequence[SignedLetter] = ()
) -> list[Checked]:
    """Every claim of a text, in order. record: None checks only what the text's own figures say of each other.

    letters: published ones, against which claims of signatories are held.
    """
    context = context or Context()
    found = claims(text)
    asked = Asked(record) if record else None
    known = asked.reviews_dated if asked else {}
    about = resolved(list(sentences(text)), found, context, known)
    own = sums(text, found, about) | calendar_sums(found)
    own |= wider_sums(found, about, own)
    noted = {each.sentence for each in found if each.role == "rejected"}
    signed = on_letters(text, found, letters)
    made: list[Checked] = []
    for claim, each in zip(found, about, strict=True):
        meant = replace(claim, role="noted_in_words") if claim.role == "noted" and claim.sentence in noted else claim
        changed = claim.kind == "comparison" and claim.unit == "percent" and is_change(text, claim)
        told = None if own.get(claim) else signed.get(claim)
        made.append(Checked(claim, each, told or _verdict(asked, meant, each, own.get(claim, ""), changed)))
    return [_unless_another(asked, each) for each in _on_numbers(asked, made)] if asked else made


def _on_numbers(asked: Asked, made: list[Checked]) -> list[Checked]:
    """The same, where a total beside a claim shows that the text counts as the UN numbers."""
    agreed = {
        (each.about.review, each.claim.sentence + after)
        for each in made
        if each.claim.role == "received" and each.verdict.verdict == "matches" and each.claim.unit == "recommendations"
        for after in (0, 1)
    }
    return [_again(asked, each) if (each.about.review, each.claim.sentence) in agreed else each for each in made]


def _unless_another(asked: Asked, checked: Checked) -> Checked:
    """What differs for one review and is true of another that the sentence names is left to people."""
    if checked.verdict.verdict != "differs" or checked.claim.kind not in ("count", "share", "comparison"):
        return checked
    for other in checked.about.others:
        verdict = judged(asked, checked.claim, replace(checked.about, review=other))
        if verdict.verdict in ("matches", "matches on another count"):
            why = f"true of {other}, which the sentence names too; {checked.verdict.why}"
            return replace(checked, verdict=replace(checked.verdict, verdict="depends on a definition", why=why))
    return checked


def _again(asked: Asked, checked: Checked) -> Checked:
    claim, verdict = checked.claim, checked.verdict.verdict
    if verdict not in ("depends on a definition", "not in the record") or claim.kind not in ("count", "share"):
        return checked
    return replace(checked, verdict=judged(asked, claim, checked.about, on_numbers=True))


def _verdict(asked: Asked | None, claim: Claim, about: About, sums: str, changed: bool) -> Verdict:
    """The text's own arithmetic first, then the record."""
    if sums:
        told = _by_kind(asked, claim, about, changed) if asked else Verdict("not in the record")
        return replace(told, verdict="does not add up", why=sums)
    if asked is None:
        return Verdict("not in the record", why="there is no record to hold it against")
    return _by_kind(asked, claim, about, changed)


def _by_kind(asked: Asked, claim: Claim, about: About, changed: bool) -> Verdict:
    if claim.unit == "speakers":
        return Verdict("not in the record", why="who spoke at an event is not in the record of a review")
    if claim.kind == "signatories":
        return Verdict("not in the record", why="who signed a text is not in the record of a review")
    if claim.kind == "date":
        return on_date(asked, claim, about)
    together = about.session is not None and about.review is None and claim.kind in ("count", "share", "thematic")
    if together or claim.role in ("average", "reviews"):
        return _on_many(asked, claim, about)
    if claim.kind == "rank":
        return on_rank(asked, claim, about)
    if claim.kind in ("thematic", "none-of") or claim.topic:
        return on_theme(asked, claim, about)
    if claim.is_change or changed:
        return on_change(asked, claim, about)
    return judged(asked, claim, about)


def _on_many(asked: Asked, claim: Claim, about: About) -> Verdict:
    """What the record says of several reviews together: those of a session."""
    if about.session is None:
        return Verdict(
            "not in the record", why="which reviews are counted together is not said; a session would be known"
        )
    return on_session(asked, claim, about.session)


def counts_of(made: list[Checked]) -> Mapping[str, int]:
    """How many claims have each verdict, those that there are."""
    found: dict[str, int] = {}
    for each in made:
        found[each.verdict.verdict] = found.get(each.verdict.verdict, 0) + 1
    return found
