"""What was asked in several reviews of a State, in one vocabulary: themes carried from cycle to cycle by the crosswalk.

OHCHR's themes changed their words with each cycle. A theme of one cycle is counted under what it is in the vocabulary
of the last one, where the crosswalk knows it as the same, as a part of it, or as holding more; what is only related is
not counted. What is lost on the way is said beside each row.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from item6.annotate.crosswalk import EXACT, OHCHR_2, OHCHR_3, OHCHR_4, RELATED, UPR_INFO, across, find
from item6.measures.places import Places
from item6.measures.scope import Scope
from item6.record.reader import Record
from item6.terms.answers import NOTED, SUPPORTED
from item6.terms.names import ReviewName

KEYS = ("issue", "theme")
"""What can be compared so."""

_OF_CYCLE = {1: OHCHR_2, 2: OHCHR_2, 3: OHCHR_3}


@dataclass(frozen=True, slots=True)
class Count:
    """What a topic is in one review. values: the labels there that were counted under it."""

    received: int
    supported: int
    noted: int
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic over several reviews. counts: one for each review. lossy: what cannot be told any more, or empty."""

    value: str
    counts: tuple[Count, ...]
    lossy: str


def vocabulary_of(key: str, cycle: int, labels: Sequence[str] = ()) -> str:
    """The vocabulary in which labels are written: UPR Info's issues, or OHCHR's themes of the cycle.

    labels: those of a review. Its matrix may still have the words of the cycle before, as the first ones of cycle 3
    have; so the vocabulary that knows most of them counts, of equals that of the cycle.
    """
    usual = UPR_INFO if key == "issue" else _OF_CYCLE.get(cycle, OHCHR_4)
    if key == "issue" or not labels:
        return usual
    known = {
        each: sum(find(label, each) is not None for label in labels) for each in (usual, OHCHR_2, OHCHR_3, OHCHR_4)
    }
    return max(known, key=known.__getitem__)


def topics_over(record: Record, key: str, reviews: Sequence[ReviewName], scope: Scope) -> list[Topic]:
    """The topics of several reviews, in the vocabulary of the last of them; the most frequent there first.

    key: one of KEYS. scope: what is counted beside the review. Reviews whose themes no matrix of the record gives have
    counts of 0. ValueError for an unknown key.
    """
    if key not in KEYS:
        raise ValueError(f"{key}: not a key to compare by; keys are {', '.join(KEYS)}")
    opened = [_places(record, review, scope) for review in reviews]
    target = vocabulary_of(key, reviews[-1].cycle, opened[-1].values(key))
    counted: list[dict[str, Count]] = []
    lossy: dict[str, dict[str, None]] = defaultdict(dict)
    for review, places in zip(reviews, opened, strict=True):
        labels = places.values(key)
        carried = _carried(labels, vocabulary_of(key, review.cycle, labels), target, lossy)
        counted.append({value: _count(places, key, labels) for value, labels in carried.items()})
    known = {value: None for found in reversed(counted) for value in found}
    none = Count(0, 0, 0)
    topics = [
        Topic(value, tuple(found.get(value, none) for found in counted), "; ".join(lossy[value])) for value in known
    ]
    topics = [topic for topic in topics if any(count.received for count in topic.counts)]
    return sorted(topics, key=lambda topic: ([-count.received for count in reversed(topic.counts)], topic.value))


def labels_in(record: Record, key: str, values: Sequence[str], review: ReviewName, of: ReviewName) -> tuple[str, ...]:
    """The labels of a review that are counted under these labels of another one of the same State; empty for none.

    key: one of KEYS. values: as printed in the review `of`.
    """
    labels, others = (_places(record, each, Scope()).values(key) for each in (review, of))
    source, target = vocabulary_of(key, review.cycle, labels), vocabulary_of(key, of.cycle, others)
    wanted = {_called(value, target) for value in values}
    carried = _carried(labels, source, target, defaultdict(dict))
    return tuple(label for value, labels in carried.items() if _called(value, target) in wanted for label in labels)


def _places(record: Record, review: ReviewName, scope: Scope) -> Places:
    return Places(record, scope.within("state", review.state).within("cycle", str(review.cycle)))


def _called(value: str, vocabulary: str) -> str:
    """A label as the crosswalk writes it, so that codes and case make no difference."""
    return find(value, vocabulary) or value


def _carried(
    labels: Sequence[str], source: str, target: str, lossy: dict[str, dict[str, None]]
) -> dict[str, list[str]]:
    """Labels by what they are in the target vocabulary; what is lost is added to `lossy`. Unknown ones stay apart."""
    found: dict[str, list[str]] = defaultdict(list)
    for label in labels:
        links = [] if source == target else [link for link in across(label, source, target) if link.kind != RELATED]
        for link in links:
            found[link.value].append(label)
            if link.kind != EXACT or link.lossy:
                lossy[link.value][link.lossy or link.reason] = None
        if not links:
            found[_called(label, target)].append(label)
            if source != target:
                lossy[label]["the crosswalk does not lead it further"] = None
    return found


def _count(places: Places, key: str, labels: Sequence[str]) -> Count:
    members = 0
    for label in labels:
        members |= places.with_(key, label)
    noted, supported = (members & places.with_("position", each) for each in (NOTED, SUPPORTED))
    return Count(members.bit_count(), supported.bit_count(), noted.bit_count(), tuple(labels))
