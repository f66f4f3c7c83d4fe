"""Verifying a signed list with nothing but the file."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from item6.proofs.canonical import digest
from item6.proofs.keys import Secret, is_signed
from item6.proofs.lists import FORM, counted, fingerprint_of, signed_part
from item6.proofs.seals import open_seal, seal_of


class NotAList(ValueError):
    """Not a signed list, or one of a later form."""


@dataclass(frozen=True, slots=True)
class Verification:
    """What a list proves.

    key: that signed it. head: as signed. names: the entries that are shown and fit their seals, in order. withheld,
    withdrawn: how many are counted and not shown, and are no longer counted. problems: what does not verify, one
    sentence each; none where all does.
    """

    key: str
    head: Mapping[str, Any]
    names: Sequence[Mapping[str, Any]]
    withheld: int
    withdrawn: int
    problems: Sequence[str]


def verify(data: bytes, *, key: str = "", text: bytes | None = None, previous: bytes | None = None) -> Verification:
    """What the file of a list proves; NotAList where it is none.

    key: the public key that the publisher is known by; empty leaves it open whose list it is. text: the letter, whose
    hash the head names. previous: the file of an earlier list, that this one must go on from, directly or not.
    """
    found = _read(data)
    head, rows = found["head"], found["entries"]
    problems = []
    if not is_signed(signed_part(head, rows), found["signature"], found["key"]):
        problems.append("the signature does not fit: the head, a seal or a withdrawal was changed after signing")
    if key and found["key"] != key.strip().lower():
        problems.append("another key signed this list than the one that was given")
    if head.get("counted") != counted(rows):
        problems.append(f"the head counts {head.get('counted')}, the entries are {counted(rows)}")
    if text is not None and head.get("text") != digest(text):
        problems.append("the text is not the one that was signed")
    if previous is not None:
        problems += _since(found, _read(previous))
    names = []
    for place, row in enumerate(rows, 1):
        if "withdrawn" in row:
            problems += [f"entry {place}: {why}" for why in _withdrawal(row)]
        elif "opened" in row:
            entry = open_seal(row["seal"], row["opened"])
            if entry is None:
                problems.append(f"entry {place}: what is shown is not what was sealed")
            else:
                names.append(entry)
    seals = [row["seal"] for row in rows]
    if len(set(seals)) != len(seals):
        problems.append("a seal stands in the list twice")
    gone = sum("withdrawn" in row for row in rows)
    shown = sum("opened" in row and "withdrawn" not in row for row in rows)
    return Verification(found["key"], head, names, len(rows) - gone - shown, gone, problems)


def _since(found: Mapping[str, Any], before: Mapping[str, Any]) -> list[str]:
    """What an earlier list had that this one has no longer."""
    problems = []
    if before["key"] != found["key"]:
        problems.append("the earlier list was signed with another key")
    if not before["head"]["number"] < found["head"]["number"]:
        problems.append("the earlier list is not earlier")
    elif before["head"]["number"] + 1 == found["head"]["number"] and found["head"].get("previous") != fingerprint_of(
        before
    ):
        problems.append("this list does not name the earlier one as the one before it")
    here = {row["seal"] for row in found["entries"]}
    lost = sum(row["seal"] not in here for row in before["entries"])
    if lost:
        problems.append(f"{lost} of the earlier list's entries are missing without a note that they were withdrawn")
    return problems


def _withdrawal(row: Mapping[str, Any]) -> list[str]:
    gone = row["withdrawn"]
    try:
        fits = seal_of(gone["salt"], Secret(gone["secret"]).public) == row["seal"]
    except (KeyError, TypeError, ValueError):
        fits = False
    return [] if fits and "opened" not in row else ["what is said of its withdrawal does not fit its seal"]


def _read(data: bytes) -> Mapping[str, Any]:
    try:
        found = json.loads(data)
    except (ValueError, RecursionError):
        raise NotAList(
            "this is not a signed list: it cannot be read as JSON; give the .json file of the list"
        ) from None
    if not isinstance(found, dict) or not str(found.get("form", "")).startswith("item6/signed-list/"):
        raise NotAList("this is not a signed list of item6; give the .json file that stands beside the published list")
    if found["form"] != FORM:
        raise NotAList(f"this list has the form {found['form']}, which this item6 does not know; use a newer one")
    if not _is_whole(found):
        raise NotAList("this signed list is damaged: parts of it are missing; download it again")
    return found


def _is_whole(found: Mapping[str, Any]) -> bool:
    head, rows = found.get("head"), found.get("entries")
    return (
        isinstance(head, dict)
        and type(head.get("number")) is int
        and isinstance(found.get("key"), str)
        and isinstance(found.get("signature"), str)
        and isinstance(rows, list)
        and all(
            isinstance(row, dict)
            and isinstance(row.get("kind"), str)
            and isinstance(row.get("seal"), str)
            and isinstance(row.get("withdrawn", {}), dict)
            and isinstance(row.get("opened", {}), dict)
            for row in rows
        )
    )
