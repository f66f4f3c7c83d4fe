"""The claims of a text: every number, date, rank and `none of` with what it is about."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from itertools import islice

from item6.checks.calendar_claims import calendar_claims, claim_at
from item6.checks.claims import Claim
from item6.checks.counting import Found
from item6.checks.cues import Cues
from item6.checks.dates import dates
from item6.checks.multiples import times_as_many
from item6.checks.numbers import Number, numbers
from item6.checks.roles import counted
from item6.checks.sentences import SentenceSpan, sentences
from item6.checks.windows import Window, windows

_MOST_NUMBERS = 50
"""Setting: numbers of one sentence that are looked at; a row with more is a table, which says nothing in words."""
_OF_RECOMMENDATIONS = ("recommendations", "percent", "pledges")
"""Units of claims that `none of them` may go on from."""
_LONGEST_TOPIC = 400
"""Characters that may name the themes of `none of`."""
_VERB = 25
"""Characters before `every one of` in which its verb stands."""
_NEAR = 120
"""Characters behind `all but one` that say what became of them."""
_WISHED = 80
"""Characters before `accept all` in which somebody is asked to."""
_SAME_RANK = 12
"""Characters after a rank within which another one is its end."""
_ARTICLE = " TheLsaol"
"""Letters of the articles that may stand before the number of a sentence: The, Les, Las, Los."""
_LONGEST_RANKED = 80
"""Characters that may name what is ranked."""
_AFTER_ALL = 10
"""Characters after `did not accept any` in which its number stands."""


def claims(text: str) -> list[Claim]:
    """The claims of a text in order; each quotes its characters."""
    found: list[Claim] = []
    before: list[Claim] = []
    for at, sentence in enumerate(sentences(text)):
        made = _of_sentence(sentence, bool(before), any(each.unit in _OF_RECOMMENDATIONS for each in before))
        mine = [replace(each, sentence=at, text=text[each.start : each.end]) for each in made]
        found += mine
        before = mine or (before if at and sentence.cues.review.search(sentence.text) else [])
    return sorted(found, key=lambda each: (each.start, each.end))


def _of_sentence(sentence: SentenceSpan, goes_on: bool, of_them: bool) -> Iterator[Claim]:
    """The claims of one sentence.

    goes_on: whether the sentence before it makes a claim; of_them: whether on recommendations.
    """
    text, cues = sentence.text, sentence.cues
    dated = list(dates(text, cues.dates))
    yield from calendar_claims(sentence, dated)
    without = list(_without_number(sentence, of_them))
    yield from without
    covered = [(each.start, each.end) for each in dated]
    covered += [(each.start(), each.end()) for each in cues.cycles.years.finditer(text)]
    covered += [(each.start - sentence.start, each.end - sentence.start + _after(each)) for each in without]
    if any(each.kind == "none-of" for each in without):
        covered += [each.span("n") for each in cues.all_but.finditer(text)]
    covered += [_whole_of_none(text, each.start - sentence.start, cues) for each in without if each.kind == "none-of"]
    if cues.other_body.search(text) and not cues.review.search(text):
        return
    plain = [each for each in islice(numbers(text, cues.numbers), _MOST_NUMBERS) if _counts(text, each, covered, cues)]
    made = windows(text, plain, cues)
    for window, found in zip(made, counted(made, goes_on), strict=True):
        if found is not None:
            yield _of_number(sentence, window, found)


def _counts(text: str, number: Number, covered: list[tuple[int, int]], cues: Cues) -> bool:
    """Whether a number may count something: it is no date, label or duration."""
    if any(start < number.end and number.start < end for start, end in covered):
        return False
    after = text[number.end : number.end + 40]
    if cues.states.match(after) or cues.counts_them.match(after) or cues.numbers.any_number.match(after.lstrip()):
        return True
    return not cues.labels_only.search(text[max(0, number.start - 30) : number.start]) and not cues.not_counted.match(
        after
    )


def _whole_of_none(text: str, start: int, cues: Cues) -> tuple[int, int]:
    """Characters of the number that `none` behind it is of: `Of the 22 recommendations, none was accepted`."""
    said = cues.numbers.any_number.search(text, 0, start)
    if said is None or not cues.counted_noun.match(text[said.end() :]):
        return start, start
    floating = cues.none_behind.match(text[start:]) and not text[: said.start()].strip(_ARTICLE)
    if not floating and not (
        cues.of_all.search(text[: said.start()]) and text[said.end() : start].rstrip().endswith(",")
    ):
        return start, start
    return said.start(), said.end()


def _after(without: Claim) -> int:
    """Characters after a claim without number that belong to it."""
    return _AFTER_ALL if without.kind == "none-of" else 0


def _of_number(sentence: SentenceSpan, window: Window, found: Found) -> Claim:
    each = window.number
    whole = sentence.start + window.whole.start if window.whole else None
    made = claim_at(sentence, each.start, each.end, found.kind, found.role, found.unit, value=each.value)
    return replace(made, decimals=each.decimals, hedge=each.hedge, whole=whole, topic=found.topic)


def _without_number(sentence: SentenceSpan, goes_on: bool) -> Iterator[Claim]:
    """Ranks, and claims that something is in no recommendation, or in all."""
    text, cues = sentence.text, sentence.cues
    about = cues.recommendations.search(text) or cues.review.search(text) or cues.rate.search(text)
    if cues.recommendations.search(text) or cues.spoke.search(text):
        yield from times_as_many(sentence)
    for found in cues.none_of.finditer(text):
        wished = cues.wished.search(text[max(0, found.start() - _WISHED) : found.start()])
        hedged = cues.none_hedged.search(
            text[max(0, found.start() - _VERB) : found.start()]
        ) or cues.none_hedged.search(found[0])
        if not wished and not hedged and _is_of_recommendations(text, found, bool(about or goes_on), cues):
            role = _role_of_none(_said_of_all(text, found, cues), cues)
            but = cues.all_but.search(text, found.start()) or cues.all_but.search(text)
            value = Fraction(_left_out(but["n"], cues) if but else 0)
            topic = text[found.end() : found.end() + _LONGEST_TOPIC]
            made = claim_at(sentence, found.start(), found.end(), "none-of", role, "recommendations", value=value)
            yield replace(made, topic=topic.strip())
    ranks = _ranks(text, cues) if about or cues.spoke.search(text) else []
    for at, found in enumerate(ranks):
        if at and (cues.rank_again.match(found[0]) or found.start() < ranks[at - 1].end() + _SAME_RANK):
            continue  # the end of `the top five that received the most recommendations`
        made = claim_at(
            sentence, found.start(), found.end(), "rank", _ranked_by(text, cues), "place", value=_place(found, cues)
        )
        yield replace(made, topic=_ranked(text, found.start(), cues))


def _ranks(text: str, cues: Cues) -> list[re.Match[str]]:
    """The places that a sentence claims, from left to right."""
    return sorted([*cues.rank.finditer(text), *cues.rank_also.finditer(text)], key=lambda each: each.start())


def _ranked(text: str, start: int, cues: Cues) -> str:
    """What a rank is said of: the words that begin its clause, up to a comma, `which` or a verb."""
    clause = re.split(r"[;:]\s|[.!?]\s", text[:start])[-1]
    return re.split(r",|\(|\d", clause.strip(), maxsplit=1)[0].strip()[:_LONGEST_RANKED]


def _is_of_recommendations(text: str, found: re.Match[str], about: bool, cues: Cues) -> bool:
    """Whether `none of` or `all` is said of recommendations, and not of officers or prisoners."""
    if not cues.none_named.search(found[0]):
        return about
    named = cues.none_noun.match(text[found.end() : found.end() + _NEAR])
    return named is not None and (about or bool(cues.recommendations.search(named[0])))


def _said_of_all(text: str, found: re.Match[str], cues: Cues) -> str:
    """The words that say what became of all or none: those found, with the verb before or else the words behind."""
    if _says_what(found[0], cues):
        return found[0]
    before = text[max(0, found.start() - _VERB) : found.start()]
    if _says_what(before, cues) and cues.verb_before.search(before):
        return before + found[0]
    return found[0] + text[found.end() : found.end() + _NEAR]


def _left_out(said: str, cues: Cues) -> int:
    return int(said) if said.isdigit() else cues.numbers.words.get(said.lower(), 0)


def _says_what(said: str, cues: Cues) -> bool:
    """Whether the words of `none of` and `all` say themselves what became of the recommendations."""
    has_verb = cues.none_accepted.search(said) or cues.none_rejected.search(said)
    return bool(has_verb or (said and cues.none_of.search(said) and not cues.none_all.search(said)))


def _role_of_none(said: str, cues: Cues) -> str:
    """What none, or all but a few, are claimed to be: of `accepted all` nothing is `not_supported`."""
    if cues.none_all.search(said) and cues.none_accepted.search(said) and not cues.none_not.search(said):
        return "not_supported"
    return "rejected" if cues.none_rejected.search(said) else "supported"


def _ranked_by(text: str, cues: Cues) -> str:
    """What a rank is by."""
    if cues.spoke.search(text):
        return "speakers"
    if cues.rank_rejected.search(text):
        return "rejected"
    return "supported" if cues.rank_supported.search(text) else "received"


def _place(found: re.Match[str], cues: Cues) -> Fraction:
    """The place that the words claim: 1 where they say no other."""
    named = found.groupdict()
    words = re.findall(r"\w+", (named.get("place") or named.get("top") or found[0]).lower())
    return Fraction(next((cues.places[each] for each in words if each in cues.places), 1))
