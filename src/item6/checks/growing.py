"""Values that went from one to another: `rose from 150 to 200`, of which the first is what is compared with."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from item6.checks.counting import Found
from item6.checks.windows import Window, last_status

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")

_WORD = re.compile(r"[^\W\d_]+")


def is_grown(one: Window, two: Window) -> bool:
    """Whether a value is said to have gone from one number to the next."""
    forms = {one.number.form, two.number.form}
    if one.number.form not in ("count", two.number.form) or ("fraction" in forms and len(forms) > 1):
        return False
    if one.cues.from_first.search(one.before):
        return bool(one.cues.grew_to.search(two.before))
    return bool(one.cues.up_to.fullmatch(two.before) and one.cues.grew_from.search(one.before))


def is_grown_back(one: Window, two: Window) -> bool:
    """Whether a value is said to have come to the first number from the second: `slipped to 71 % from 88 %`."""
    if one.number.form not in ("count", two.number.form) or "fraction" in (one.number.form, two.number.form):
        return False
    return bool(one.cues.back_from.match(two.before) and one.cues.grew_to.search(one.before))


def grew_back(one: Window, two: Window, first: Found | None, second: Found | None) -> list[Found | None]:
    """The same, with the second as the one of the review before."""
    found = first or second
    if found is None:
        return [first, second]
    return [found, replace(found, kind="comparison", topic="")]


def apart_in_time(made: Sequence[Window], found: Sequence[Found | None]) -> list[Found | None]:
    """Counts, with the first of two as a comparison where the sentence sets its time against that of the second.

    `Five years ago it accepted 140; this year it accepted 165`, `in 2012 there were 99 speakers; in 2022, 131`.
    """
    told = list(found)
    for at in range(1, len(made)):
        one, two = made[at - 1], made[at]
        first, second = told[at - 1], told[at]
        if first is None or first.kind not in ("count", "share") or one.number.form != two.number.form:
            continue
        if not _is_then_and_now(one, two):
            continue
        second = second or (replace(first, topic="") if one.cues.bare_after.match(two.after) else None)
        if second and (second.role, second.unit) == (first.role, first.unit) and second.kind == first.kind:
            told[at - 1 : at + 1] = [replace(first, kind="comparison"), second]
    return told


def _is_then_and_now(one: Window, two: Window) -> bool:
    """Whether the clauses of two numbers are of different times, the first earlier, and set against each other."""
    cues = one.cues
    if cues.now.search(two.before) or cues.now.search(two.after):
        return bool(cues.then.search(one.before) or cues.cycles.ordinal.search(one.before) or _years(one, two)[0])
    earlier, later = _years(one, two)
    if earlier and later:
        return earlier < later and bool(cues.then.search(one.before) or ";" in two.before)
    before = cues.cycles.ordinal.search(one.before + one.after)
    if before is None or not (cues.then.search(one.before) or ";" in two.before):
        return False
    behind = two.before.partition(";")[2]
    first, second = before["word"].lower(), [each.lower() for each in _WORD.findall(f"{behind} {two.after}")]
    return any(word in cues.cycles.ordinals and word != first for word in second)


def _years(one: Window, two: Window) -> tuple[int, int]:
    """The year of each of two numbers, the nearest before or after it in its clause; 0 where none is said."""
    between = re.split(r"[;,]|\band\b", two.before, maxsplit=1)
    mine = _YEAR.findall(one.before + " " + between[0])
    others = _YEAR.findall((between[1] if len(between) > 1 else "") + " " + two.after)
    return int(mine[-1]) if mine else 0, int(others[0]) if others else 0


def grew(one: Window, two: Window, first: Found | None, second: Found | None) -> list[Found | None]:
    """What both numbers count, as far as the sentence says it; the first is of the review before."""
    found = second or (first if one.number.form == two.number.form else None) or _counted(one, two)
    if found is None:
        return [first, second]
    kind = {"percent": "share", "points": "share", "fraction": "share"}.get(
        two.number.form, "thematic" if found.topic else "count"
    )
    return [replace(found, kind="comparison"), replace(found, kind=kind)]


def _counted(one: Window, two: Window) -> Found | None:
    """What is said to have grown: `the number of recommendations on torture rose from`."""
    cues = one.cues
    if two.number.form != "count":
        role = last_status(one.before, cues)
        about = cues.recommendations.search(one.before)
        return Found("share", role, "percent") if about and role and two.number.form == "percent" else None
    grown = cues.grew_from.search(one.before)
    said = one.before[: grown.start()] if grown else one.before
    said = two.before if cues.from_first.search(one.before) else said
    deed = cues.deeds.search(said)
    if deed:
        return Found("count", next(name for name, words in deed.groupdict().items() if words), "recommendations")
    noun = cues.recommendations.search(said)
    if noun:
        topic = cues.topic.match(said[noun.start() :])
        role = last_status(said, cues) or "received"
        return Found("count", role, "recommendations", topic["topic"].strip() if topic else "")
    counting = cues.number_of.search(said)
    if counting and cues.states.match(said[counting.end() :]):
        return Found(
            "count", "recommending_states" if cues.urging.match(said[counting.end() :]) else "speakers", "States"
        )
    return Found("count", "speakers", "States") if cues.spoke.search(said) else None
