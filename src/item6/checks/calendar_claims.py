"""When and where: the days of reviews, the sessions and cycles that a sentence dates, and rooms."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from item6.checks.claims import Claim
from item6.checks.cues import ordinal_value
from item6.checks.cycles import sessions_said
from item6.checks.dates import Dated
from item6.checks.sentences import SentenceSpan

_NEAR = 60
"""Setting: characters between a session and the day that it is given."""
_TO_THE_MONTH = len("2024-01")


def calendar_claims(sentence: SentenceSpan, dated: Sequence[Dated]) -> Iterator[Claim]:
    """The dates that are claimed of something, and the sessions and cycles that are dated. dated: of the sentence."""
    text, cues = sentence.text, sentence.cues
    ranges = [(each.start(), each.end()) for each in cues.cycles.years.finditer(text)]
    plain = [each for each in dated if not any(start <= each.start < end for start, end in ranges)]
    said = list(sessions_said(text, cues))
    beside = [each for each in plain if any(_is_beside(each, start, end) for start, end, *_ in said)]
    for each in plain:
        role = each.role or ("session" if each in beside and len(each.iso) >= _TO_THE_MONTH else "")
        if role:
            yield claim_at(sentence, each.start, each.end, "date", role, "date", date=each.iso)
    for start, end, number, is_council in said if any(each.role or each in beside for each in plain) else ():
        role = "council_session" if is_council else "session"
        yield claim_at(sentence, start, end, "date", role, "session", value=Fraction(number))
    for found in cues.cycles.years.finditer(text):
        word = cues.cycles.ordinal.search(text[: found.end()], max(0, found.start() - _NEAR))
        cycle = ordinal_value(cues.cycles, word["word"]) if word else None
        if cycle:
            span = f"{found['from']}/{found['to']}"
            yield claim_at(
                sentence, found.start("from"), found.end("to"), "date", "cycle", "date", date=span, topic=cycle
            )
    for found in cues.room.finditer(text):
        yield claim_at(sentence, found.start("room"), found.end("room"), "date", "room", "room", date=found["room"])


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
