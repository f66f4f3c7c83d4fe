"""A file of decisions to decisions, line by line; what is wrong with a line is said in one sentence.

Every line has kind, review, source, why, who and when. Further keys, by kind:

    answer   number, position; part, state, words, explanation, stage, date, oral, fingerprint where needed
    correct  number, and states or new_number (or both); part, fingerprint where needed
    totals   received; accepted, in_part, noted, rejected as far as they were published
    label    number, and issues or action (or both); part, fingerprint where needed
"""

from __future__ import annotations

import difflib
import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from item6.terms.answers import NOTED, PARTLY, PENDING, POSITION_OF, STAGES, SUPPORTED, Target
from item6.terms.decisions import KINDS, TOTALS, Decision
from item6.terms.documents import Document
from item6.terms.issues import Issue, Place, issue
from item6.terms.labels import ACTIONS, ISSUES
from item6.terms.names import ReviewName, is_number, parse_review_name
from item6.terms.states import STATES

FORM_OF_CLASS = {SUPPORTED: "accepted", NOTED: "noted", PARTLY: "accepted_in_part", PENDING: "no_answer"}
"""What the UN's classes stand for where a person gives one of them as the position."""

_EVERY = ("kind", "review", "source", "why", "who", "when")
_KEYS = {
    "answer": ("number", "part", "state", "position", "words", "explanation", "stage", "date", "oral", "fingerprint"),
    "correct": ("number", "part", "states", "new_number", "fingerprint"),
    "totals": TOTALS,
    "label": ("number", "part", "issues", "action", "fingerprint"),
}
_NEEDED = {"answer": ("number", "position"), "correct": ("number",), "totals": ("received",), "label": ("number",)}
_WHOLE = ("part", "action", *TOTALS)


@dataclass(frozen=True, slots=True)
class Decided:
    """What a file of decisions holds. issues: one for each line that could not be understood."""

    document: Document
    decisions: tuple[Decision, ...]
    issues: tuple[Issue, ...]


class _Wrong(ValueError):
    """A line that cannot be understood; the message says why."""


def read(data: bytes, name: str) -> Decided:
    """The decisions of a file. data: JSON Lines in UTF-8. name: of the file, for Issues. Empty lines are left out."""
    sha256 = hashlib.sha256(data).hexdigest()
    document = Document(name, sha256, "jsonl", "decisions", None, False, None, None, None, None)
    decisions: list[Decision] = []
    issues: list[Issue] = []
    for line, written in enumerate(data.split(b"\n"), 1):
        if not written.strip():
            continue
        try:
            decisions.append(decision(_object(written), sha256, line))
        except _Wrong as wrong:
            issues.append(issue("decision.line", Place(name), {"line": line, "why": wrong}))
    return Decided(document, tuple(decisions), tuple(issues))


def decision(values: Mapping[str, Any], document: str = "", line: int = 0) -> Decision:
    """A decision from its values. ValueError with one sentence where they are not what the kind asks for."""
    kind = values.get("kind")
    if kind not in KINDS:
        raise _Wrong(f"its kind is {_shown(kind)}, not one of {', '.join(KINDS)}")
    _check_keys(kind, values)
    review = _review(values["review"])
    source, why, who, when = (_text(values, key) for key in ("source", "why", "who", "when"))
    _check_date(when, "when")
    said = {"answer": _answer, "correct": _correction, "totals": _totals, "label": _labels}[kind](values)
    in_order = tuple(sorted(said.items()))
    return Decision(kind, review, _target(kind, values), in_order, source, why, who, when, document, line)


def _object(written: bytes) -> Mapping[str, Any]:
    try:
        values = json.loads(written.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise _Wrong("this is no JSON") from None
    if not isinstance(values, dict):
        raise _Wrong("this is JSON, but no object with names and values")
    return values


def _check_keys(kind: str, values: Mapping[str, Any]) -> None:
    unknown = sorted(set(values) - {*_EVERY, *_KEYS[kind]})
    if unknown:
        raise _Wrong(f"a decision of the kind {kind} has no {unknown[0]}")
    missing = [key for key in (*_EVERY, *_NEEDED[kind]) if values.get(key) in (None, "")]
    if missing:
        raise _Wrong(f"{missing[0]} is missing")
    wrong = [key for key in _WHOLE if type(values.get(key, 0)) is not int and values[key] is not None]
    if wrong:
        raise _Wrong(f"{wrong[0]} is {_shown(values[wrong[0]])}, not a whole number")


def _review(value: object) -> ReviewName:
    name = parse_review_name(value) if isinstance(value, str) else None
    if name is None or name.state not in STATES:
        raise _Wrong(f"{_shown(value)} is no review; write it like CHN-3")
    return name


def _target(kind: str, values: Mapping[str, Any]) -> Target:
    if kind == "totals":
        return Target()
    number = _text(values, "number")
    if not is_number(number):
        raise _Wrong(f"“{number}” is no number of a recommendation; write it like 28.212")
    part = values.get("part")
    if part is not None and part < 1:
        raise _Wrong(f"part is {part}; texts are counted from 1")
    return Target(number, part, _state(values["state"]) if values.get("state") else None)


def _answer(values: Mapping[str, Any]) -> dict[str, str | int]:
    position = FORM_OF_CLASS.get(values["position"], values["position"])
    if position not in POSITION_OF:
        raise _Wrong(f"{_shown(position)} is no position; give one of {', '.join(POSITION_OF)}")
    stage = values.get("stage") or "adoption"
    if stage not in STAGES:
        raise _Wrong(f"{_shown(stage)} is no stage; give one of {', '.join(STAGES)}")
    oral = values.get("oral") or False
    if not isinstance(oral, bool):
        raise _Wrong(f"oral is {_shown(oral)}, not true or false")
    if values.get("date"):
        _check_date(values["date"], "date")
    texts = {key: _text(values, key) for key in ("words", "explanation", "date", "fingerprint") if values.get(key)}
    return {"position": position, "stage": stage, "oral": int(oral), **texts}


def _correction(values: Mapping[str, Any]) -> dict[str, str | int]:
    said: dict[str, str | int] = {}
    if values.get("states") is not None:
        if not isinstance(values["states"], list):
            raise _Wrong(f'states is {_shown(values["states"])}, not a list such as ["CHL", "PER"]')
        said["states"] = ";".join(map(_state, values["states"]))
    if values.get("new_number"):
        said["new_number"] = _text(values, "new_number")
        if not is_number(_text(values, "new_number")):
            raise _Wrong(f"“{said['new_number']}” is no number of a recommendation; write it like 28.212")
    if not said:
        raise _Wrong("it corrects nothing: give states or new_number")
    if values.get("fingerprint"):
        said["fingerprint"] = _text(values, "fingerprint")
    return said


def _totals(values: Mapping[str, Any]) -> dict[str, str | int]:
    said: dict[str, str | int] = {key: values[key] for key in TOTALS if values.get(key) is not None}
    negative = [key for key, value in said.items() if int(value) < 0]
    if negative:
        raise _Wrong(f"{negative[0]} is {said[negative[0]]}; nothing can be counted so")
    return said


def _labels(values: Mapping[str, Any]) -> dict[str, str | int]:
    said: dict[str, str | int] = {}
    if values.get("issues") is not None:
        if not isinstance(values["issues"], list):
            raise _Wrong(f'issues is {_shown(values["issues"])}, not a list such as ["Death penalty"]')
        said["issues"] = ";".join(sorted({_issue(each) for each in values["issues"]}))
    if values.get("action") is not None:
        if values["action"] not in ACTIONS:
            raise _Wrong(f"action is {values['action']}; categories are 1 to 5")
        said["action"] = values["action"]
    if not said:
        raise _Wrong("it labels nothing: give issues or action")
    if values.get("fingerprint"):
        said["fingerprint"] = _text(values, "fingerprint")
    return said


def _issue(value: object) -> str:
    known = {each.casefold(): each for each in ISSUES}
    found = known.get(value.casefold()) if isinstance(value, str) else None
    if found is None:
        near = difflib.get_close_matches(str(value).casefold(), known, n=1)
        hint = f"did you mean “{known[near[0]]}”?" if near else "give one of UPR Info's, such as “Death penalty”"
        raise _Wrong(f"{_shown(value)} is no issue; {hint}")
    return found


def _state(value: object) -> str:
    if value not in STATES:
        raise _Wrong(f"{_shown(value)} is no State; give its code, such as CHL")
    return str(value)


def _text(values: Mapping[str, Any], key: str) -> str:
    if not isinstance(values[key], str):
        raise _Wrong(f"{key} is {_shown(values[key])}, not a text")
    return " ".join(values[key].split())


def _check_date(value: object, key: str) -> None:
    try:
        if not isinstance(value, str) or date.fromisoformat(value).isoformat() != value:
            raise ValueError
    except ValueError:
        raise _Wrong(f"{key} is {_shown(value)}, not a date like 2024-07-04") from None


def _shown(value: object) -> str:
    """A value as a person may have typed it, not too long."""
    words = f"“{value}”" if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return words if len(words) <= 60 else f"{words[:59]}…"
