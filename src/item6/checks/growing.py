"""Values that went from one to another: `rose from 150 to 200`, of which the first is what is compared with."""

from __future__ import annotations

from dataclasses import replace

from item6.checks.counting import Found
from item6.checks.windows import Window, last_status


def is_grown(one: Window, two: Window) -> bool:
    """Whether a value is said to have gone from one number to the next."""
    if one.number.form not in ("count", two.number.form) or "fraction" in (one.number.form, two.number.form):
        return False
    return bool(one.cues.up_to.fullmatch(two.before) and one.cues.grew_from.search(one.before))


def grew(one: Window, two: Window, first: Found | None, second: Found | None) -> list[Found | None]:
    """What both numbers count, as far as the sentence says it; the first is of the review before."""
    found = second or (first if one.number.form == two.number.form else None) or _counted(one, two)
    if found is None:
        return [first, second]
    kind = {"percent": "share", "points": "share"}.get(two.number.form, "thematic" if found.topic else "count")
    return [replace(found, kind="comparison"), replace(found, kind=kind)]


def _counted(one: Window, two: Window) -> Found | None:
    """What is said to have grown: `the number of recommendations on torture rose from`."""
    cues = one.cues
    if two.number.form != "count":
        return None
    grown = cues.grew_from.search(one.before)
    said = one.before[: grown.start()] if grown else one.before
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
