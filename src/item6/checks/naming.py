"""Which recommendations the words of a theme may mean: a State's, an issue's, or those whose text holds the words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from item6.checks.asked import Asked
from item6.checks.claims import Claim
from item6.checks.cues import Cues, cues_of
from item6.checks.demonyms import named_states
from item6.checks.giving import GIVEN, behind
from item6.measures.scope import Scope, of_review
from item6.terms.names import ReviewName

_PHRASE = re.compile(r"[,;:()“”\"«»]|\s(?:and|or|et|ou|y|o|e)\s")
_LEAST_LETTERS = 4
_MOST_WORDS = 4
"""Setting: words of a phrase that is looked for as it stands; a longer one is a sentence."""
_MOST_PHRASES = 12


@dataclass(frozen=True, slots=True)
class Meant:
    """One way to understand a theme: the scope, and whether it leaves nothing to judge."""

    scope: Scope
    is_plain: bool = False


def meanings(asked: Asked, review: ReviewName, claim: Claim) -> list[Meant]:
    """The ways to understand the theme of a claim; none where nothing in the record can be meant by it."""
    whole, cues = of_review(review), cues_of(claim.language)
    topic = cues.end_of_topic.split(claim.topic, maxsplit=1)[0]
    named = named_states(topic, claim.language)
    given = behind(topic.removeprefix(GIVEN), cues) if topic.startswith(GIVEN) else []
    by = given or [each for each in named if each.iso3 != review.state and cues.by.search(topic[: each.start])][:1]
    if by:
        return [Meant(whole.within("by", *(each.iso3 for each in by)), is_plain=True)]
    for each in reversed(named):
        topic = f"{topic[: each.start]} {topic[each.end :]}"
    phrases = list(_phrases(topic, cues))
    if not phrases:
        return [Meant(whole, is_plain=True)]
    issues, words = _named(asked, whole, phrases)
    found = [Meant(whole.within("issue", *issues))] if issues else []
    return [*found, Meant(whole.within("text", *words))] if words else found


def _phrases(topic: str, cues: Cues) -> Iterator[str]:
    """The themes that a topic lists, in English where the table of the language knows them."""
    from item6.annotate.words import words_of  # loads numpy: only where a theme is named

    said = topic.casefold().replace("’", "'")
    for words in sorted(cues.themes, key=len, reverse=True):
        said = re.sub(rf"\b{re.escape(words)}\b", cues.themes[words], said)
    for each in _PHRASE.split(said)[:_MOST_PHRASES]:
        kept = [word for word in words_of(cues.filler.sub(" ", each)) if len(word) > 1 and not word.isdigit()]
        if any(len(word) >= _LEAST_LETTERS for word in kept):
            yield " ".join(kept)


def _named(asked: Asked, whole: Scope, phrases: list[str]) -> tuple[list[str], list[str]]:
    """The issues and the words of the text that phrases name."""
    from item6.annotate.rules import rules  # loads numpy: only where a theme is named
    from item6.annotate.words import words_of

    known = asked.measured(whole).places.values("issue")
    issues, words = dict[str, None](), dict[str, None]()
    for phrase in phrases:
        for issue in known:
            if len(issue) >= _LEAST_LETTERS and re.search(rf"\b{re.escape(' '.join(words_of(issue)))}\b", phrase):
                issues[issue] = None
        for sign in rules().read(phrase.split()).met:
            if sign.strong:
                issues.update({sign.issue: None} if sign.issue in known else {})
                words[_query(sign.words)] = None
        if len(phrase.split()) <= _MOST_WORDS:
            words[_query(phrase)] = None
    return list(issues), list(words)


def _query(words: str) -> str:
    """One word with whatever it ends in, several as they stand."""
    return words if " " in words or len(words) < _LEAST_LETTERS else f"{words}*"
