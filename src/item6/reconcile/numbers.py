"""Which recommendation of the report an answer means.

Addenda print numbers as they please: whole (122.11), without the paragraph (11), with a misprinted paragraph, or those
of the draft (6.11). A number is taken where the report leaves one meaning only; everything else is an Issue.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from item6.terms.answers import Answer
from item6.terms.documents import Reading
from item6.terms.issues import Issue, Place, issue
from item6.terms.names import number_key

_BARE = re.compile(r"\d{1,3}")
_DOTTED = re.compile(r"(\d{1,3})\.(.+)")
_SPACE = re.compile(r"\s+")

Key = str
"""Of the Issue that says how a number was taken, or why not; empty where there is nothing to say."""


class Numbers:
    """The numbers of one report.

    listed: its numbers. aliases: other names of them, such as the draft's, to the listed ones.
    pending: numbers that the report leaves unanswered, which are those that an addendum answers.
    """

    def __init__(
        self, listed: Iterable[str], aliases: Mapping[str, str] | None = None, pending: Collection[str] = ()
    ) -> None:
        self._listed = dict.fromkeys(listed)
        self._aliases = aliases or {}
        self._pending = frozenset(pending)
        self._by_ending: dict[str, list[str]] = defaultdict(list)
        self._mains: set[str] = set()
        for number in self._listed:
            if dotted := _DOTTED.fullmatch(number):
                self._mains.add(dotted[1])
                self._by_ending[dotted[2]].append(number)

    def resolve(self, printed: str) -> tuple[str | None, Key]:
        """The listed number that a printed one means, None where that is not certain; and the key of its Issue."""
        wanted = _SPACE.sub("", printed).rstrip(".")
        candidates = self.candidates(wanted)
        if wanted in candidates and "." in wanted:
            return wanted, ""
        if wanted in self._aliases and wanted not in self._listed and self._aliases[wanted] in self._listed:
            return self._aliases[wanted], "number.draft"
        if not candidates:
            return None, "number.unknown"
        if len(candidates) > 1:
            return None, "number.ambiguous"
        dotted = _DOTTED.fullmatch(wanted)
        return candidates[0], "number.main_corrected" if dotted and dotted[1] not in self._mains else ""

    def candidates(self, wanted: str) -> list[str]:
        """Listed numbers that a number without spaces and final dot may mean, in their order."""
        if "." in wanted and wanted in self._listed:
            return [wanted]
        found = [wanted] if wanted in self._listed else []
        dotted = _DOTTED.fullmatch(wanted)
        if dotted and dotted[1] not in self._mains:
            ending = self._by_ending.get(dotted[2], [])
            found += [number for number in ending if _misprinted(dotted[1], number.partition(".")[0])]
        elif _BARE.fullmatch(wanted):
            found += self._by_ending.get(wanted, [])
        waiting = [number for number in found if number in self._pending]
        return sorted(waiting if len(waiting) == 1 else found, key=number_key)


@dataclass(frozen=True, slots=True)
class Resolved:
    """The answers of a document under the numbers of the report, and what was said about numbers."""

    answers: tuple[Answer, ...]
    issues: tuple[Issue, ...]


def resolved(reading: Reading, numbers: Numbers) -> Resolved:
    """The answers of a reading under listed numbers; those without a certain one are left out, with an Issue.

    A number is only taken for a misprinted one where no other answer of the document stands under the right one.
    """
    printed = {answer.target.number for answer in reading.answers if answer.target.number is not None}
    meant = {number: numbers.resolve(number) for number in printed}
    taken = {found for found, key in meant.values() if found and not key}
    answers: list[Answer] = []
    issues: dict[Issue, None] = {}
    for answer in reading.answers:
        number = answer.target.number
        if number is None:
            answers.append(answer)
            continue
        found, key = meant[number]
        if key == "number.main_corrected" and found in taken:
            found, key = None, "number.unknown"
        if key:
            issues[_issue(key, reading, answer, found, numbers)] = None
        if found is not None:
            answers.append(replace(answer, target=replace(answer.target, number=found)))
    return Resolved(tuple(answers), tuple(issues))


def _misprinted(main: str, right: str) -> bool:
    """Whether a main number is another with one digit wrong or two in the wrong order: 155 or 151 for 115."""
    if len(main) != len(right) or len(main) < 2:
        return False
    return (Counter(main) & Counter(right)).total() >= len(main) - 1


def _issue(key: Key, reading: Reading, answer: Answer, found: str | None, numbers: Numbers) -> Issue:
    printed = answer.target.number or ""
    place = Place(reading.document.file, answer.passage.page, found or printed)
    said: dict[str, object] = {"printed": printed}
    if key in ("number.main_corrected", "number.draft"):
        said["number"] = found
    else:
        said["review"] = answer.review
    if key == "number.ambiguous":
        said["candidates"] = " or ".join(numbers.candidates(_SPACE.sub("", printed).rstrip(".")))
    return issue(key, place, said)
