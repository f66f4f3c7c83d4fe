"""The claims of a text: every number, date, rank and `none of` with what it is about."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from itertools import islice

from item6.checks import cues
from item6.checks.claims import Claim
from item6.checks.dates import dates
from item6.checks.numbers import Number, numbers
from item6.checks.roles import Found, counted
from item6.checks.sentences import SentenceSpan, sentences
from item6.checks.windows import Window, windows

_LABELS_ONLY = re.compile(
    r"(?:sessions?(?: \d+ (?:to|and))?|cycles?|articles?|resolution|covid|room|page|para\.?)[\s-]*$", re.I
)
_NOT_COUNTED = re.compile(
    r"^\s*[-–]?\s*(?:\w+\s+)?(?:minutes?|seconds?|hours?|days?|weeks?|months?|years?|pages?|million|billion|times|people|"
    r"persons|thematic|a\.?m\b|p\.?m\b|issues|articles|journalists|days|per cent of the population)",
    re.IGNORECASE,
)
_PLACES = {"second": 2, "third": 3, "fourth": 4, "fifth": 5, "two": 2, "three": 3, "five": 5, "ten": 10}
_MOST_NUMBERS = 50
"""Setting: numbers of one sentence that are looked at; a row with more is a table, which says nothing in words."""
_AFTER_ALL = 10
"""Characters after `did not accept any` in which its number stands."""
_RANKED = (
    ("rejected", re.compile(r"reject|refus|dismiss", re.IGNORECASE)),
    ("supported", re.compile(r"accept|support", re.IGNORECASE)),
)
_NONE_OF_ROLE = re.compile(r"reject|dismiss|oppos", re.IGNORECASE)


def claims(text: str) -> list[Claim]:
    """The claims of a text in order; each quotes its characters."""
    found: list[Claim] = []
    before: list[Claim] = []
    for at, sentence in enumerate(sentences(text)):
        made = _of_sentence(sentence, bool(before))
        mine = [replace(each, sentence=at, text=text[each.start : each.end]) for each in made]
        found += mine
        before = mine or (before if at and cues.REVIEW.search(sentence.text) else [])
    return sorted(found, key=lambda each: (each.start, each.end))


def _of_sentence(sentence: SentenceSpan, goes_on: bool) -> Iterator[Claim]:
    """The claims of one sentence. goes_on: whether the sentence before it counts recommendations."""
    text = sentence.text
    dated = list(dates(text))
    for each in dated:
        if each.role:
            yield _claim(sentence, each.start, each.end, "date", each.role, "date", date=each.iso)
    without = list(_without_number(sentence))
    yield from without
    covered = [(each.start, each.end) for each in dated]
    covered += [(each.start - sentence.start, each.end - sentence.start + _after(each)) for each in without]
    plain = [each for each in islice(numbers(text), _MOST_NUMBERS) if _counts(text, each, covered)]
    made = windows(text, plain)
    for window, found in zip(made, counted(made, goes_on), strict=True):
        if found is not None:
            yield _of_number(sentence, window, found)


def _counts(text: str, number: Number, covered: list[tuple[int, int]]) -> bool:
    """Whether a number may count something: it is no date, label or duration."""
    if any(start < number.end and number.start < end for start, end in covered):
        return False
    after = text[number.end : number.end + 40]
    if cues.STATES.match(after) or re.match(r"\s*recommendations?\b", after):
        return True
    return not _LABELS_ONLY.search(text[max(0, number.start - 30) : number.start]) and not _NOT_COUNTED.match(after)


def _after(without: Claim) -> int:
    """Characters after a claim without number that belong to it."""
    return _AFTER_ALL if without.kind == "none-of" else 0


def _of_number(sentence: SentenceSpan, window: Window, found: Found) -> Claim:
    each = window.number
    whole = sentence.start + window.whole.start if window.whole else None
    made = _claim(sentence, each.start, each.end, found.kind, found.role, found.unit, value=each.value)
    return replace(made, decimals=each.decimals, hedge=each.hedge, whole=whole, topic=found.topic)


def _without_number(sentence: SentenceSpan) -> Iterator[Claim]:
    """Ranks, and claims that something is in no recommendation, or in all."""
    text = sentence.text
    about = cues.RECOMMENDATIONS.search(text) or cues.REVIEW.search(text)
    for found in cues.NONE_OF.finditer(text):
        if about or "not" in found[0]:
            role = _role_of_none(found[0])
            value = "1" if "but one" in text[found.start() :] else "0"
            topic = text[found.end() : found.end() + 160]
            made = _claim(
                sentence, found.start(), found.end(), "none-of", role, "recommendations", value=Fraction(value)
            )
            yield replace(made, topic=topic.strip())
    ranks = cues.RANK.finditer(text) if about or cues.SPOKE.search(text) else iter(())
    for at, found in enumerate(ranks):
        if at and found[0].lower() == "most recommendations":
            continue  # the end of `the top five that received the most recommendations`
        yield _claim(sentence, found.start(), found.end(), "rank", _ranked_by(text), "place", value=_place(found))


def _role_of_none(said: str) -> str:
    """What none, or all but a few, are claimed to be: of `accepted all` nothing is `not_supported`."""
    if re.search(r"\ball\b", said) and re.search(r"accept|support", said) and " not " not in said:
        return "not_supported"
    return "rejected" if _NONE_OF_ROLE.search(said) else "supported"


def _ranked_by(text: str) -> str:
    """What a rank is by."""
    if cues.SPOKE.search(text):
        return "speakers"
    return next((role for role, words in _RANKED if words.search(text)), "received")


def _place(found: re.Match[str]) -> Fraction:
    """The place that the words claim: 1 where they say no other."""
    words = (found["place"] or found["top"] or "first").lower().strip("- ")
    return Fraction(_PLACES.get(words, 1))


def _claim(
    sentence: SentenceSpan, start: int, end: int, kind: str, role: str, unit: str, *,
    value: Fraction | None = None, date: str = "",
) -> Claim:  # fmt: skip
    """A claim in characters of a sentence, at its place in the text."""
    said = sentence.text[start:end]
    return Claim(sentence.start + start, sentence.start + end, said, kind, role, unit, value, date)
