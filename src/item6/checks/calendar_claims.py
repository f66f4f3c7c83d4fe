"""When and where: the days of reviews, the sessions and cycles that a sentence dates, and rooms."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from item6.checks.calendar_sums import calendar_sums
from item6.checks.claims import Claim
from item6.checks.cycles import sessions_said
from item6.checks.dates import Dated
from item6.checks.ordinals import ordinal_value
from item6.checks.sentences import SentenceSpan

_NEAR = 60
"""Setting: characters between a session and the day that it is given."""
_TO_THE_MONTH = len("2024-01")


def calendar_claims(sentence: SentenceSpan, dated: Sequence[Dated]) -> Iterator[Claim]:
    """The dates that are claimed of something, and the sessions and cycles that are dated. dated: of the sentence."""
    text, cues = sentence.text, sentence.cues
    ranges = [(each.start(), each.end()) for each in cues.cycles.years.finditer(text)]
    plain = [each for each in dated if not any(start <= each.start < end for start, end in ranges)]
    yield from (claim_at(sentence, each.start, each.end, "date", each.role, "date", date=each.iso)
                for each in plain if each.role)  # fmt: skip
    yield from _sessions(sentence, plain)
    for found in cues.cycles.years.finditer(text):
        word = cues.cycles.ordinal.search(text[: found.end()], max(0, found.start() - _NEAR))
        cycle = ordinal_value(cues.cycles.ordinals, word["word"]) if word else None
        if cycle:
            span, start, end = f"{found['from']}/{found['to']}", found.start("from"), found.end("to")
            yield claim_at(sentence, start, end, "date", "cycle", "date", date=span, topic=cycle)
    for found in cues.room.finditer(text):
        yield claim_at(sentence, found.start("room"), found.end("room"), "date", "room", "room", date=found["room"])


def _sessions(sentence: SentenceSpan, dated: Sequence[Dated]) -> Iterator[Claim]:
    """Sessions with the dates beside them, where these are of a review, of an event, or none of that session.

    A session that only places a sentence in time is no claim.
    """
    said = list(sessions_said(sentence.text, sentence.cues))
    named = [
        claim_at(sentence, start, end, "date", "council_session" if is_council else "session", "session",
                 value=Fraction(number))
        for start, end, number, is_council in said
    ]  # fmt: skip
    beside = [each for each in dated if any(_is_beside(each, start, end) for start, end, *_ in said)]
    others = [
        claim_at(sentence, each.start, each.end, "date", "session", "date", date=each.iso)
        for each in beside
        if not each.role and len(each.iso) >= _TO_THE_MONTH
    ]
    of_review = any(each.role in ("review", "adoption") for each in beside)
    if of_review or sentence.cues.dates.event.search(sentence.text) or calendar_sums([*named, *others]):
        yield from others
        yield from named if beside else ()


def _is_beside(dated: Dated, start: int, end: int) -> bool:
    return -_NEAR < dated.start - end < _NEAR if dated.start >= end else 0 <= start - dated.end < _NEAR


def claim_at(
    sentence: SentenceSpan, start: int, end: int, kind: str, role: str, unit: str, *,
    value: Fraction | None = None, date: str = "", topic: int | str = "",
) -> Claim:  # fmt: skip
    """A claim in characters of a sentence, at its place in the text."""
    said = sentence.text[start:end]
    return Claim(
        sentence.start + start, sentence.start + end, said, kind, role, unit, value, date, topic=str(topic),
        language=sentence.language,
    )  # fmt: skip
