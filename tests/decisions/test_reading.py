from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from item6.decisions import append, files_in, read
from item6.terms.answers import Target
from item6.terms.names import ReviewName

MADE = {"source": "recording, 0:41:10", "why": "said at the adoption only", "who": "Ana", "when": "2031-07-04"}
ANSWER = {"kind": "answer", "review": "XRU-2", "number": "115.4", "position": "accepted", **MADE}
CORRECT = {"kind": "correct", "review": "XRU-2", "number": "115.4", "states": ["CHL", "PER"], **MADE}
LABEL = MADE | {
    "kind": "label",
    "review": "XRU-2",
    "number": "115.4",
    "issues": ["Justice", "Death penalty"],
    "action": 5,
}
TOTALS = {"kind": "totals", "review": "XRU-2", "received": 428, "accepted": 290, "in_part": 8, "noted": 32,
          "rejected": 98, **MADE}  # fmt: skip


def lines(*values: dict[str, Any]) -> bytes:
    return b"".join(json.dumps(each).encode() + b"\n" for each in values)


@pytest.mark.parametrize(
    ("values", "target", "said"),
    [
        (ANSWER, Target("115.4"), {"position": "accepted", "stage": "adoption", "oral": 0}),
        (
            ANSWER | {"position": "supported/noted", "oral": True, "words": " in\npart ", "stage": "later", "part": 2},
            Target("115.4", 2),
            {"position": "accepted_in_part", "stage": "later", "oral": 1, "words": "in part"},
        ),
        (
            ANSWER | {"position": "pending"},
            Target("115.4"),
            {"position": "no_answer", "stage": "adoption", "oral": 0},
        ),
        (
            ANSWER | {"state": "CHL", "date": "2031-07-01", "explanation": "The law is old."},
            Target("115.4", None, "CHL"),
            {"position": "accepted", "stage": "adoption", "oral": 0, "date": "2031-07-01",
             "explanation": "The law is old."},
        ),
        (CORRECT, Target("115.4"), {"states": "CHL;PER"}),
        (CORRECT | {"states": []}, Target("115.4"), {"states": ""}),
        (
            CORRECT | {"new_number": "115.5", "part": 2},
            Target("115.4", 2),
            {"new_number": "115.5", "states": "CHL;PER"},
        ),
        (LABEL, Target("115.4"), {"issues": "Death penalty;Justice", "action": 5}),
        (
            LABEL | {"issues": ["death PENALTY"], "action": None, "part": 2, "fingerprint": "ab"},
            Target("115.4", 2),
            {"issues": "Death penalty", "fingerprint": "ab"},
        ),
        (LABEL | {"issues": []}, Target("115.4"), {"issues": "", "action": 5}),
        (TOTALS, Target(), {"received": 428, "accepted": 290, "in_part": 8, "noted": 32, "rejected": 98}),
    ],
)  # fmt: skip
def test_a_line_is_a_decision(values: dict[str, Any], target: Target, said: dict[str, Any]) -> None:
    found = read(b"\n" + lines(values), "ours.jsonl")
    assert found.issues == ()
    (decision,) = found.decisions
    assert (decision.kind, decision.review, decision.target) == (values["kind"], ReviewName("XRU", 2), target)
    assert dict(decision.said) == said
    assert (decision.source, decision.why, decision.who, decision.when) == tuple(MADE.values())
    assert (decision.document, decision.line) == (found.document.sha256, 2)


def without(values: dict[str, Any], key: str) -> dict[str, Any]:
    return {name: value for name, value in values.items() if name != key}


@pytest.mark.parametrize(
    ("line", "why"),
    [
        (b"{", "this is no JSON"),
        (b"\xff\xfe", "this is no JSON"),
        (b"[" * 100_000, "this is no JSON"),
        (b'["answer"]', "this is JSON, but no object with names and values"),
        (b'{"kind": "guess"}', "its kind is “guess”, not one of answer, correct, totals, label"),
        (b"{}", "its kind is null, not one of answer, correct, totals, label"),
        (lines(without(ANSWER, "number")), "number is missing"),
        (lines(without(ANSWER, "who")), "who is missing"),
        (lines(ANSWER | {"source": ""}), "source is missing"),
        (lines(without(TOTALS, "received")), "received is missing"),
        (lines(ANSWER | {"received": 4}), "a decision of the kind answer has no received"),
        (lines(ANSWER | {"review": "Ruritania"}), "“Ruritania” is no review; write it like CHN-3"),
        (lines(ANSWER | {"review": "QQQ-2"}), "“QQQ-2” is no review; write it like CHN-3"),
        (lines(ANSWER | {"number": "115.4 and 5"}),
         "“115.4 and 5” is no number of a recommendation; write it like 28.212"),
        (lines(ANSWER | {"number": 115.4}), "number is 115.4, not a text"),
        (lines(ANSWER | {"part": "2"}), "part is “2”, not a whole number"),
        (lines(ANSWER | {"part": 0}), "part is 0; texts are counted from 1"),
        (lines(ANSWER | {"state": "Chile"}), "“Chile” is no State; give its code, such as CHL"),
        (lines(ANSWER | {"stage": "matrix"}), "“matrix” is no stage; give one of report, addendum, adoption, later"),
        (lines(ANSWER | {"oral": "yes"}), "oral is “yes”, not true or false"),
        (lines(ANSWER | {"when": "4 July"}), "when is “4 July”, not a date like 2024-07-04"),
        (lines(ANSWER | {"date": "20310704"}), "date is “20310704”, not a date like 2024-07-04"),
        (lines(without(CORRECT, "states")), "it corrects nothing: give states or new_number"),
        (lines(CORRECT | {"states": "CHL"}), "states is “CHL”, not a list such as [\"CHL\", \"PER\"]"),
        (lines(CORRECT | {"new_number": "next"}), "“next” is no number of a recommendation; write it like 28.212"),
        (lines(LABEL | {"issues": None, "action": None}), "it labels nothing: give issues or action"),
        (lines(LABEL | {"issues": "Justice"}), "issues is “Justice”, not a list such as [\"Death penalty\"]"),
        (lines(LABEL | {"issues": ["Deaths penalty"]}),
         "“Deaths penalty” is no issue; did you mean “Death penalty”?"),
        (lines(LABEL | {"issues": [3]}), "3 is no issue; give one of UPR Info's, such as “Death penalty”"),
        (lines(LABEL | {"action": 6}), "action is 6; categories are 1 to 5"),
        (lines(LABEL | {"action": "5"}), "action is “5”, not a whole number"),
        (lines(LABEL | {"state": "CHL"}), "a decision of the kind label has no state"),
        (lines(TOTALS | {"received": 428.0}), "received is 428.0, not a whole number"),
        (lines(TOTALS | {"noted": True}), "noted is true, not a whole number"),
        (lines(TOTALS | {"noted": -1}), "noted is -1; nothing can be counted so"),
    ],
)  # fmt: skip
def test_a_bad_line_is_said_and_costs_the_others_nothing(line: bytes, why: str) -> None:
    found = read(lines(ANSWER) + line.strip() + b"\n" + lines(TOTALS), "ours.jsonl")
    assert [each.kind for each in found.decisions] == ["answer", "totals"]
    assert [(each.code, each.place.file, each.message) for each in found.issues] == [
        ("D101", "ours.jsonl", f"line 2: {why}")
    ]


def test_unknown_positions_are_told_the_known_ones() -> None:
    (found,) = read(lines(ANSWER | {"position": "maybe"}), "ours.jsonl").issues
    assert found.message.startswith("line 1: “maybe” is no position; give one of accepted, accepted_being_implemented,")


def test_decisions_are_added_and_never_rewritten(tmp_path: Path) -> None:
    path = append(tmp_path, ANSWER | {"part": None})
    before = path.read_bytes()
    assert append(tmp_path, TOTALS) == path
    assert path.read_bytes().startswith(before)
    assert [each.kind for each in read(path.read_bytes(), path.name).decisions] == ["answer", "totals"]
    assert files_in(tmp_path) == [path]


def test_a_last_line_without_end_is_kept_apart(tmp_path: Path) -> None:
    path = append(tmp_path, ANSWER)
    path.write_bytes(path.read_bytes().rstrip(b"\n"))
    append(tmp_path, TOTALS)
    assert [each.line for each in read(path.read_bytes(), path.name).decisions] == [1, 2]


def test_what_is_wrong_is_not_written(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="who is missing"):
        append(tmp_path, ANSWER | {"who": ""})
    assert files_in(tmp_path) == []


@pytest.mark.parametrize(
    ("values", "issues"),
    [(LABEL, ("Death penalty", "Justice")), (LABEL | {"issues": []}, ()), (without(LABEL, "issues"), None)],
)
def test_no_issues_is_not_the_same_as_nothing_decided(values: dict[str, Any], issues: tuple[str, ...] | None) -> None:
    (decision,) = read(lines(values), "ours.jsonl").decisions
    assert decision.issues == issues
