"""Which of a sentence's words speak of which of its lists: "accepts 1–5 and notes 6–8", "1 and 2 are noted"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from item6.sources.addendum.classes import PARTICIPLES, Said, say, verdict_of
from item6.sources.addendum.degrees import degree
from item6.sources.addendum.numbers import Run
from item6.sources.addendum.prose import Prose
from item6.sources.addendum.vocabulary import LIST

PART_OF = re.compile(
    r"\b(?:first|second|third|last|latter|former|remaining|other)\s+(?:part|half|section|element|sentence|clause)s?\b|"
    r"\bparts?\s+of\b|\bthe\s+parts?\b|"
    r"\b(?:première|deuxième|seconde|dernière)\s+partie\b|\b(?:primera|segunda|última)\s+parte\b",
    re.IGNORECASE,
)
"""A part of a recommendation."""
_RESPECTIVELY = re.compile(r"\brespectively\b|\brespectivement\b|\brespectivamente\b", re.IGNORECASE)
# What tells a class of the list that follows, whatever stands before: "notes 5", "noted recommendations 5"
_ACTIVE = re.compile(
    r"(?:only\s+|partially\s+|partly\s+|in\s+principle,?\s+)?(?:accepts?|supports?|notes?|rejects?|declines?|takes?|agrees?|"
    r"disputes?|accepting|noting|does|do|accepte|acceptent|appuie|prend|prennent|rejette|refuse|n[’']|ne|acepta|aceptan|apoya|"
    r"toma|toman|rechaza|no\s+acepta|no\s+apoya)\b|.*(?:recommendations?|recommandations?|recomendaci\w+)$",
    re.IGNORECASE | re.DOTALL,
)
_BEFORE_LIST = re.compile(rf"\s*[:–—-]?\s*(?:rec\w*\.?\s+|nos?\.?\s+)*{LIST}", re.IGNORECASE)
# What may stand between a list and the words that speak of it
_ATTACHED = re.compile(
    r"\W*(?:(?:is|are|was|were|be|been|have|has|had|can|could|do|does|did|cannot|will|would|shall|not|that|which|also|"
    r"therefore|hereby|now|only|fully|thus|all|both|est|sont|ont|a|été|ne|qui|que|aussi|également|donc|es|son|han|ha|sido|"
    r"se|no|que|también|asimismo|las|they|it)\b\W*)*",
    re.IGNORECASE,
)


class Statement(NamedTuple):
    """numbers: as printed, normalised. normalised: the class. start, end: of the sentence. at: of the telling words.

    because: range of what the State says after it; empty where it says nothing. partly: it is about a part of each.
    """

    numbers: tuple[str, ...]
    normalised: str
    start: int
    end: int
    at: int
    because: tuple[int, int] = (0, 0)
    partly: bool = False

    def of_class(self, normalised: str) -> Statement:
        """The same statement with another class."""
        return Statement(self.numbers, normalised, self.start, self.end, self.at, self.because, self.partly)


class Unsaid(NamedTuple):
    """Recommendations that a sentence speaks of and that no class can be given to with certainty.

    numbers: those it names; empty where it speaks of "the remaining recommendations".
    normalised: what it says of them, or empty; `excluded` and `unclear` where a class stands there and is not theirs.
    """

    numbers: tuple[str, ...]
    normalised: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """masked: its words with LIST for each list, as long as it. Places are those of the whole text."""

    start: int
    end: int
    words: Prose
    runs: list[Run]
    said: list[Said]

    @property
    def masked(self) -> str:
        """Its words with LIST for each list."""
        return self.words.text

    def between(self, start: int, end: int) -> str:
        """Its words between two offsets of the whole text."""
        return self.masked[start - self.start : end - self.start]


def sentence_at(prose: Prose, start: int, end: int, runs: list[Run]) -> Sentence:
    """The sentence between two offsets, which holds these lists."""
    masked = prose.text[start:end]
    for run in runs:
        first, last = run.start - start, run.end - start
        masked = f"{masked[:first]}{LIST}{' ' * (last - first - 1)}{masked[last:]}"
    words = Prose(masked, prose.language, bits=prose.told(start, end))
    said = [Said(told.normalised, told.start + start, told.end + start) for told in say(words, 0, len(masked))]
    return Sentence(start, end, words, runs, said)


def of_sentence(sentence: Sentence, language: str) -> Iterator[Statement | Unsaid]:
    """Each list with the class that is said of it; lists without any are Unsaid."""
    runs = _without_doubles(sentence.runs)
    if not sentence.said:
        numbers = tuple(number for run in runs for number in run.numbers)
        if numbers:
            yield Unsaid(numbers, "", sentence.start, sentence.end)
        return
    if _RESPECTIVELY.search(sentence.masked):
        yield from _respectively(sentence, runs, language)
        return
    chosen = _pair(sentence, runs)
    for index, (run, told) in enumerate(zip(runs, chosen, strict=True)):
        stop = runs[index + 1].start if index + 1 < len(runs) else sentence.end
        if told and run.numbers:
            yield from _statements(sentence, run, told, stop, alone=len(runs) == 1)
        excluded = [number for number in run.excluded if not any(number in other.numbers for other in runs)]
        if excluded:
            yield from _of_excluded(sentence, run, tuple(excluded), stop)


def _without_doubles(runs: Sequence[Run]) -> list[Run]:
    """The lists, with what one of them excludes ("Except for 115.3, ...") taken out of those it is part of."""
    before = {number for run in runs if not run.numbers for number in run.excluded}
    return [run._replace(numbers=tuple(n for n in run.numbers if n not in before)) for run in runs]


def _respectively(sentence: Sentence, runs: Sequence[Run], language: str) -> Iterator[Statement | Unsaid]:
    numbers = [number for run in runs for number in run.numbers]
    words = list(PARTICIPLES[language].finditer(sentence.masked)) if language in PARTICIPLES else []
    saids = [(each.start() + sentence.start, verdict_of(each[0])) for each in words]
    if len(saids) < _SEVERAL:
        saids = [(each.start, each.normalised) for each in sentence.said]
    groups: list[tuple[str, ...]] = [(number,) for number in numbers]
    if len(runs) == len(saids) != len(numbers):
        groups = [run.numbers for run in runs]
    if len(groups) != len(saids):
        yield Unsaid(tuple(numbers), "unclear", sentence.start, sentence.end)
        return
    for group, (at, told) in zip(groups, saids, strict=True):
        yield Statement(group, told, sentence.start, sentence.end, at)


_SEVERAL = 2


def _pair(sentence: Sentence, runs: Sequence[Run]) -> list[Said | None]:
    """The words that speak of each list.

    Words that are attached to a list from behind speak of it ("1 and 2 are accepted, 3 is noted"); where the sentence
    begins with a list, those after it do ("Regarding 1, it accepts"); else those before ("accepts 1 and 2, notes 3").
    """
    said = sentence.said
    if (announced := _announced(sentence, runs)) is not None:
        return [announced] * len(runs)
    list_first = runs[0].start < said[0].start
    chosen: list[Said | None] = []
    used: set[Said] = set()
    for index, run in enumerate(runs):
        stop = runs[index + 1].start if index + 1 < len(runs) else sentence.end
        after = next((told for told in said if run.end <= told.start < stop), None)
        before = [told for told in said if told.end <= run.start or told.start < run.start < told.end]
        free = [told for told in before if told not in used]
        if (
            after
            and not _is_of_excluded(sentence, run)
            and (_is_attached(sentence, run, after) or (list_first and not free))
        ):
            used.add(after)
            chosen.append(after)
        else:
            chosen.append(free[-1] if free else None)
    return _filled(chosen, said, list_first=list_first)


_COLON_BEFORE = re.compile(r":\W*$")
_ITEM_BEFORE = re.compile(r"[;•\n]\W*$")


def _announced(sentence: Sentence, runs: Sequence[Run]) -> Said | None:
    """The class said before a colon of all that is listed behind it, each with a remark: "notes: 1 - it is; 2 - it"."""
    lead = sentence.between(sentence.start, runs[0].start) if len(runs) >= _SEVERAL else ""
    if ":" not in lead or not _COLON_BEFORE.search(lead):
        return None
    if not all(_ITEM_BEFORE.search(sentence.between(before.end, run.start)) for before, run in pairwise(runs)):
        return None
    before = [told for told in sentence.said if told.end <= runs[0].start]
    return before[-1] if before and len({each.normalised for each in before}) == 1 else None


def _filled(chosen: list[Said | None], said: Sequence[Said], *, list_first: bool) -> list[Said | None]:
    """A list without words of its own takes those of the next one, or of the one before: "5, also 7 are accepted"."""
    for index in reversed(range(len(chosen) - 1)):
        chosen[index] = chosen[index] or (chosen[index + 1] if list_first else None)
    for index in range(len(chosen)):
        chosen[index] = chosen[index] or (chosen[index - 1] if index else said[0])
    return chosen


_NEGATED = re.compile(r"(?:does|do|did|ne|no)\b|n[’']", re.IGNORECASE)


def _is_attached(sentence: Sentence, run: Run, told: Said) -> bool:
    """Whether words after a list are said of it, and do not begin what is said of the next one."""
    words = sentence.between(told.start, told.end)
    if not _ATTACHED.fullmatch(sentence.between(run.end, told.start)):
        return False
    if _NEGATED.match(words) or not _ACTIVE.match(words) or _RELATIVE.search(sentence.between(run.end, told.start)):
        return not _BEFORE_LIST.match(sentence.masked, told.end - sentence.start)
    return False


_RELATIVE = re.compile(r"^,?\s+(?:which|that|que)\b", re.IGNORECASE)
"""What an active verb of which the list is the object stands behind: "115.3, which it supports"."""
_WHICH = re.compile(r"\W*(?:\b(?:which|that|qui|que|las\s+cuales)\b|\()", re.IGNORECASE)


def _is_of_excluded(sentence: Sentence, run: Run) -> bool:
    """Whether what follows a list speaks of what it excludes: "except 115.3, which is noted"."""
    return bool(run.excluded and _WHICH.match(sentence.masked, run.end - sentence.start))


def _of_excluded(sentence: Sentence, run: Run, excluded: tuple[str, ...], stop: int) -> Iterator[Statement | Unsaid]:
    """What is said of numbers named after "except": "which are noted"; nothing is taken from the exception itself."""
    after = next((told for told in sentence.said if run.end <= told.start < stop), None)
    if after and _is_of_excluded(sentence, run):
        yield Statement(
            excluded, class_of(sentence, after, after.start, stop), sentence.start, sentence.end, after.start
        )
    else:
        yield Unsaid(excluded, "excluded", sentence.start, sentence.end)


def _statements(sentence: Sentence, run: Run, told: Said, stop: int, *, alone: bool) -> Iterator[Statement]:
    """What is said of a list; of those with "(in part)" behind them it is said of a part."""
    said = _statement(sentence, run, told, stop, alone=alone)
    if not run.halves:
        yield said
        return
    whole = tuple(number for number in run.numbers if number not in run.halves)
    if whole:
        yield said._replace(numbers=whole)
    yield said._replace(numbers=run.halves, normalised="accepted_in_part", partly=True)


def _statement(sentence: Sentence, run: Run, told: Said, stop: int, *, alone: bool) -> Statement:
    own = class_of(sentence, told, run.end, stop)
    told_class = class_of(sentence, told, sentence.start, sentence.end) if alone else own
    if not alone and own == "accepted" and told.start < run.start:
        told_class = class_of(sentence, told, told.start, min(run.start, told.end + _PART_BEFORE))
    lead = sentence.between(max(sentence.start, run.start - _PART_BEFORE), run.start)
    partly = run.partly or is_part(lead)
    if alone and told_class in _WHOLE[:3] and len(run.numbers) == 1 and _refuses_a_part(sentence, told):
        told_class = "accepted_in_part"
    if partly and told_class in _WHOLE:
        told_class = "accepted_in_part"
    colon = _COLON.match(sentence.masked, run.end - sentence.start)
    because = (colon.end() + sentence.start, stop) if colon and told.start < run.start else (0, 0)
    return Statement(run.numbers, told_class, sentence.start, sentence.end, told.start, because, partly)


def _refuses_a_part(sentence: Sentence, told: Said) -> bool:
    """Whether what follows an acceptance takes a part away: "is accepted as to training; the part on pay is noted"."""
    later = [each for each in sentence.said if each.start > told.end and each.normalised in ("noted", "rejected")]
    return any(PART_OF.search(sentence.between(told.end, each.start)) for each in later)


_COLON = re.compile(r"\s*:\s*(?=[^\W\d])")
_PART_BEFORE = 90
_WHOLE = ("accepted", "accepted_implemented", "accepted_being_implemented", "rejected", "noted")


_OTHER_PART = re.compile(rf"{LIST}|[.;]")


def is_part(lead: str) -> bool:
    """Whether the words before a list end with "the second part of recommendation"."""
    found = list(PART_OF.finditer(lead))
    return bool(found) and not _OTHER_PART.search(lead, found[-1].end())


def class_of(sentence: Sentence, told: Said, start: int, end: int) -> str:
    """The class of telling words; how far an acceptance goes as the words between two offsets say."""
    if told.normalised != "accepted":
        return told.normalised
    return degree(sentence.words, start - sentence.start, end - sentence.start)
