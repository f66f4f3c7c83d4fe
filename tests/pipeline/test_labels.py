from __future__ import annotations

import json

import pytest
from made_readings import document, listed, reading, text

from item6 import decisions
from item6.pipeline import gather
from item6.terms.annotations import SURE, Annotation
from item6.terms.labels import ACTION, ISSUE
from item6.terms.names import ReviewName

REVIEW = ReviewName("SMR", 2)
EVERY = {"review": "SMR-2", "source": "our reading", "why": "it says so", "who": "Ana", "when": "2031-02-03"}
WHY = "decided by Ana, 2031-02-03: it says so"

REPORT = reading(
    document("report.pdf", review=REVIEW),
    listed("5.1", text("Abolish the death penalty", "CHL"), text("Protect refugees", "PER", part=2)),
    listed("5.2", text("Les écoles et les hôpitaux du pays", "CHL")),
)


def annotations(*lines: dict) -> list[Annotation]:
    """What a record holds of the report, with these decisions beside it."""
    data = "\n".join(json.dumps(EVERY | {"kind": "label"} | line) for line in lines).encode()
    return list(gather([REPORT], [decisions.read(data, "ours.jsonl")]).annotations)


def labels(found: list[Annotation], number: str, part: int) -> list[tuple[str, str, bool, str]]:
    """Kind, value, whether asserted, and why, of one text."""
    return [
        (each.kind, each.value, each.asserted, each.why) for each in found if (each.number, each.part) == (number, part)
    ]


def test_every_text_is_labelled() -> None:
    found = annotations()
    assert {each.review for each in found} == {REVIEW}
    assert labels(found, "5.1", 1) == [(ISSUE, "Death penalty", True, ""), (ACTION, "5", True, "")]
    assert labels(found, "5.1", 2)[0] == (ISSUE, "Asylum-seekers - refugees", True, "")
    assert [each.value for each in found if each.kind == ACTION] == ["5", "4", "4"]
    assert all(0 < each.confidence < SURE for each in found)


def test_a_text_in_another_language_is_only_suggested() -> None:
    assert [asserted for _, _, asserted, _ in labels(annotations(), "5.2", 1)] == [False]


def test_a_decision_takes_the_place_of_the_model() -> None:
    found = annotations({"number": "5.1", "part": 2, "issues": ["Migrants", "Justice"], "action": 5})
    assert labels(found, "5.1", 2) == [
        (ISSUE, "Justice", True, WHY),
        (ISSUE, "Migrants", True, WHY),
        (ACTION, "5", True, WHY),
    ]
    assert {each.confidence for each in found if each.why} == {SURE}
    assert labels(found, "5.1", 1) == labels(annotations(), "5.1", 1)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ({"number": "5.1", "part": 1, "action": 2}, [(ISSUE, "Death penalty", True, ""), (ACTION, "2", True, WHY)]),
        ({"number": "5.1", "part": 1, "issues": []}, [(ACTION, "5", True, "")]),
        ({"number": "5.1", "issues": ["Justice"]}, [(ISSUE, "Justice", True, WHY), (ACTION, "5", True, "")]),
    ],
)
def test_only_what_was_decided_is_replaced(line: dict, expected: list) -> None:
    assert labels(annotations(line), "5.1", 1) == expected


def test_the_later_decision_wins() -> None:
    early = {"number": "5.1", "part": 1, "action": 1, "when": "2031-01-01"}
    late = {"number": "5.1", "part": 1, "action": 3}
    for lines in ((early, late), (late, early)):
        assert labels(annotations(*lines), "5.1", 1)[-1] == (ACTION, "3", True, WHY)


@pytest.mark.parametrize(
    ("line", "key"),
    [
        ({"number": "5.9", "action": 2}, "decision.no_target"),
        ({"number": "5.1", "part": 9, "action": 2}, "decision.no_target"),
        ({"number": "5.1", "action": 2, "fingerprint": "another text"}, "decision.other_text"),
        ({"review": "SMR-1", "number": "5.1", "action": 2}, "decision.no_target"),
    ],
)
def test_a_decision_on_what_is_not_there_is_said_and_not_in_force(line: dict, key: str) -> None:
    data = json.dumps(EVERY | {"kind": "label"} | line).encode()
    contents = gather([REPORT], [decisions.read(data, "ours.jsonl")])
    assert [each.key for each in contents.issues] == [key]
    assert [each for each in contents.annotations if each.why] == []


def test_reading_without_labels() -> None:
    assert gather([REPORT], labels=False).annotations == ()
