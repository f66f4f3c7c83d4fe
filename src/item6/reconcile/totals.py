"""What a report states of itself, against what was read.

The check that finds a list cut short, an item read twice, an answer to a misprinted number.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from item6.reconcile.positions import Answers, states_of
from item6.terms.answers import PARTLY, PENDING, STAGES, Answer, combined
from item6.terms.documents import Reading
from item6.terms.issues import Issue, Place, issue
from item6.terms.names import number_key
from item6.terms.recommendations import Recommendation, StatedTotal

_LAST_PART = re.compile(r"(.*?)(\d+)$")
_MEASURES = {
    "received": "in all",
    "supported": "as supported",
    "noted": "as noted",
    "supported_report": "as supported in the report",
    "noted_report": "as noted in the report",
    "remaining": "as left open by the report",
    "received_now": "as answered in it",
    "supported_now": "as now supported",
    "noted_now": "as now noted",
}
"""What totals are called; those of other measures are not compared."""


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


def counted_after(recommendations: Sequence[Recommendation], answers: Answers, document: str) -> dict[str, int]:
    """What a total of an addendum (SHA-256) can be compared with: numbers by position after it, and by it.

    `_report` counts numbers as the report has them, `remaining` those that it leaves open; `_now` those that stand
    otherwise than in the report because of this document.
    """
    before = {each.number: position_of_number(each, answers, "report") for each in recommendations}
    after = {each.number: position_of_number(each, answers, "addendum") for each in recommendations}
    new = [
        after[each.number]
        for each in recommendations
        if after[each.number] != before[each.number]
        and any(answer.document == document for answer in _winning(each, answers, "addendum"))
    ]
    first, held, now = Counter(before.values()), Counter(after.values()), Counter(new)
    return {
        "received": len(recommendations),
        "supported": held["supported"],
        "noted": held["noted"],
        "supported_report": first["supported"],
        "noted_report": first["noted"],
        "remaining": first[PENDING],
        "received_now": len(new),
        "supported_now": now["supported"],
        "noted_now": now["noted"],
        "in_part": held[PARTLY],
        "in_part_report": first[PARTLY],
        "in_part_now": now[PARTLY],
    }


def counted_as_stated(measure: str, stated: int, strict: int, in_part: int) -> int:
    """What a stated total is compared with.

    States count recommendations that they accept in part or in principle among the supported or apart from them: for
    a total of the supported, the count that agrees is taken, and the strict one where neither does.
    """
    together = strict + in_part
    return together if measure.startswith("supported") and stated == together else strict


def differing_totals(
    totals: Iterable[StatedTotal], found: Mapping[str, int], file: str, key: str = "count.total_differs"
) -> list[Issue]:
    """An Issue for each total that the document states otherwise than it was counted.

    key: of the Issue; an addendum's is `answer.total_differs`.
    """
    issues = []
    for total in totals:
        in_part = found.get(total.measure.replace("supported", "in_part"), 0)
        strict = found.get(total.measure, total.value)
        if counted_as_stated(total.measure, total.value, strict, in_part) == total.value:
            continue
        counts = {"stated": total.value, "counted": strict}
        place = Place(file, total.passage.page, None, total.passage.words)
        if total.measure == "speakers":
            issues.append(issue("count.speakers_differ", place, counts))
        else:
            issues.append(issue(key, place, {"measure": _MEASURES[total.measure], **counts}))
    return issues


def parts_that_differ(totals: Sequence[StatedTotal], file: str) -> list[Issue]:
    """An Issue where a document states more supported and noted recommendations together than it received."""
    stated = {total.measure: total for total in reversed(totals)}
    if not {"received", "supported", "noted"} <= set(stated):
        return []
    received, parts = stated["received"], [stated["supported"], stated["noted"]]
    together = sum(part.value for part in parts)
    if together <= received.value:
        return []
    said = {
        "received": received.value,
        "parts": f"{parts[0].value} supported and {parts[1].value} noted",
        "sum": together,
    }
    return [issue("answer.parts_differ", Place(file, received.passage.page, None, received.passage.words), said)]


def unanswered(recommendations: Sequence[Recommendation], answers: Answers, file: str) -> list[Issue]:
    """One Issue that names the numbers which the addendum, and all that came later, leave pending; file: the report's.

    An answer that somebody entered by hand answers too.
    """
    left = [each for each in recommendations if position_of_number(each, answers, STAGES[-1]) == PENDING]
    if not left:
        return []
    said = {"count": len(left), "numbers": ranges([each.number for each in left])}
    return [issue("answer.missing", Place(file, left[0].passage.page, left[0].number), said)]


def answered_twice(
    answers: Answers, recommendations: Sequence[Recommendation], files: Mapping[str, str]
) -> list[Issue]:
    """An Issue for each number that one document lists twice with the same answer and explains neither time."""
    issues = []
    for recommendation in recommendations:
        number = recommendation.number
        bare = [each for each in answers.to(number, "addendum") if not each.explanation]
        pairs = (
            (first, second)
            for place, second in enumerate(bare)
            for first in bare[:place]
            if (first.document, first.target, first.position) == (second.document, second.target, second.position)
        )
        pair = next(pairs, None)
        if pair:
            first, second = pair
            said = {"number": number, "first": first.as_written, "second": second.as_written}
            place = Place(files.get(second.document, ""), second.passage.page, number, second.passage.words)
            issues.append(issue("answer.twice", place, said))
    return issues


def ranges(numbers: Sequence[str]) -> str:
    """Numbers in short: `5.1 to 5.4, 5.7`. In the order given; runs of two stay as they are."""
    runs: list[list[str]] = []
    for number in numbers:
        if runs and _follows(runs[-1][-1], number):
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(f"{run[0]} to {run[-1]}" if len(run) > 2 else ", ".join(run) for run in runs)


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


def _winning(recommendation: Recommendation, answers: Answers, stage: str) -> list[Answer]:
    found = (
        answers.winning(recommendation.number, text.part, state, stage)
        for text in recommendation.texts
        for state in states_of(text)
    )
    return [answer for answer in found if answer is not None]


def _follows(before: str, number: str) -> bool:
    first, second = _LAST_PART.fullmatch(before), _LAST_PART.fullmatch(number)
    return bool(first and second and first[1] == second[1] and int(second[2]) == int(first[2]) + 1)


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
