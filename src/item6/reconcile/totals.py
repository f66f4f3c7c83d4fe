"""What a report states of itself, against what was read.

The check that finds a list cut short, an item read twice, an answer to a misprinted number.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from item6.reconcile.positions import Answers, states_of
from item6.terms.answers import PENDING, combined
from item6.terms.documents import Reading
from item6.terms.issues import Issue, Place, issue
from item6.terms.names import number_key
from item6.terms.recommendations import Recommendation, StatedTotal

_LAST_PART = re.compile(r"(.*?)(\d+)$")
_MEASURES = {"received": "in all", "supported": "as supported", "noted": "as noted"}


def position_of_number(recommendation: Recommendation, answers: Answers, stage: str) -> str:
    """The position of a numbered recommendation: that of its parts, `supported/noted` where they differ."""
    return combined(
        answer.position if (answer := answers.winning(recommendation.number, text.part, state, stage)) else PENDING
        for text in recommendation.texts
        for state in states_of(text)
    )


def counted(reading: Reading, answers: Answers) -> dict[str, int]:
    """What a `StatedTotal` can be compared with: speakers, and numbers by position at the stage of the report."""
    positions = Counter(position_of_number(found, answers, "report") for found in reading.recommendations)
    return {
        "received": len(reading.recommendations),
        "supported": positions["supported"],
        "noted": positions["noted"],
        "speakers": len({speaker.state for speaker in reading.speakers}),
    }


def differing_totals(totals: Iterable[StatedTotal], found: Mapping[str, int], file: str) -> list[Issue]:
    """An Issue for each total that the document states otherwise than it was counted."""
    issues = []
    for total in totals:
        if total.value == found[total.measure]:
            continue
        counts = {"stated": total.value, "counted": found[total.measure]}
        place = Place(file, total.passage.page, None, total.passage.words)
        if total.measure == "speakers":
            issues.append(issue("count.speakers_differ", place, counts))
        else:
            issues.append(issue("count.total_differs", place, {"measure": _MEASURES[total.measure], **counts}))
    return issues


def missing_numbers(recommendations: Sequence[Recommendation], file: str) -> list[Issue]:
    """An Issue for each gap in a list: 75.1, 75.2, 75.4. Items named from the dialogue have no sequence."""
    lists: dict[str, dict[int, Recommendation]] = defaultdict(dict)
    for recommendation in recommendations:
        ending = _LAST_PART.fullmatch(recommendation.number)
        if ending and ending[1] and recommendation.kind == "listed":
            lists[ending[1]].setdefault(int(ending[2]), recommendation)
    return [found for prefix in sorted(lists, key=number_key) for found in _gaps(prefix, lists[prefix], file)]


def doubled_numbers(recommendations: Sequence[Recommendation], file: str) -> list[Issue]:
    """An Issue for each further place where a number stands again."""
    seen: set[str] = set()
    issues = []
    for recommendation in recommendations:
        if recommendation.number in seen:
            place = Place(file, recommendation.passage.page, recommendation.number)
            issues.append(issue("count.number_twice", place, {"number": recommendation.number}))
        seen.add(recommendation.number)
    return issues


def answers_without_text(reading: Reading, recommendations: Sequence[Recommendation]) -> list[Issue]:
    """An Issue for each answer to a number that the list does not hold."""
    known = {recommendation.number for recommendation in recommendations}
    return [
        issue(
            "count.answer_without_text", Place(reading.document.file, answer.passage.page, number), {"number": number}
        )
        for answer in reading.answers
        if (number := answer.target.number) is not None and number not in known
    ]


def _gaps(prefix: str, numbers: Mapping[int, Recommendation], file: str) -> Iterable[Issue]:
    before = 0
    for number in sorted(numbers):
        if number - before > 1:
            gap = [f"{prefix}{lost}" for lost in range(before + 1, number)]
            said = {"before": f"{prefix}{before}", "after": f"{prefix}{number}", "missing": _listed(gap)}
            key = "count.number_missing" if before else "count.list_starts_late"
            yield issue(key, Place(file, numbers[number].passage.page, f"{prefix}{number}"), said)
        before = number


def _listed(numbers: Sequence[str]) -> str:
    return ", ".join(numbers) if len(numbers) <= 3 else f"{numbers[0]} to {numbers[-1]} ({len(numbers)} numbers)"
