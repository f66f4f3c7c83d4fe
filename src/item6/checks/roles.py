"""What each number of a sentence counts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from item6.checks.counting import Found, count, is_change, is_compared, is_theme
from item6.checks.growing import apart_in_time, grew, grew_back, is_grown, is_grown_back
from item6.checks.windows import Window, first_status, last_status, status_after

_ANSWERS = ("supported", "in_part", "noted", "rejected", "not_supported", "pending", "supported_or_in_part")
_DONE = {"in_part": "implemented_in_part", "not_supported": "not_implemented"}
"""What was done of recommendations, where the words alone would say how they were answered."""


def counted(made: Sequence[Window], goes_on: bool) -> list[Found | None]:
    """What each window of a sentence counts, None for nothing of a review.

    goes_on: whether the sentence before it counts recommendations, so that bare numbers may too.
    """
    found: list[Found | None] = []
    grown: set[int] = set()
    goes_on = goes_on or _is_list_of_answers(made)
    for at, window in enumerate(made):
        people = _people(window, found)
        found.append(people or _share(window, found, goes_on) or count(window, found, goes_on))
        if at and is_grown(made[at - 1], window):
            found[-2:] = grew(made[at - 1], window, found[-2], found[-1])
            grown |= {at - 1, at}
        elif at and is_grown_back(made[at - 1], window):
            found[-2:] = grew_back(made[at - 1], window, found[-2], found[-1])
            grown |= {at - 1, at}
    found = [each if at in grown else _compared(made[at], each, found[:at]) for at, each in enumerate(found)]
    return apart_in_time(made, _of_practice(found))


_FEWEST_ANSWERS = 2


def _is_list_of_answers(made: Sequence[Window]) -> bool:
    """Whether numbers of a sentence stand at different answers, so that they count recommendations without the noun."""
    roles = set[str]()
    for window in made:
        found = window.cues.adjacent.match(window.after)
        role = first_status(window.after[found.end() :], window.cues) if found else ""
        if not role and window.before.rstrip().endswith(":") and window.cues.verb_before.search(window.before):
            role = last_status(window.before, window.cues)
        roles |= {role} if role in _ANSWERS else set()
    return len(roles) >= _FEWEST_ANSWERS


def _of_practice(found: Sequence[Found | None]) -> list[Found | None]:
    """Parts behind what was implemented are of that: `64 have been carried out in full, 31 in part`."""
    done, made = False, list[Found | None]()
    for each in found:
        made.append(replace(each, role=_DONE[each.role]) if done and each and each.role in _DONE else each)
        done = done or bool(each and each.role.startswith("implemented"))
    return made


def _people(window: Window, before: Sequence[Found | None]) -> Found | None:
    """States that spoke or recommended, organisations and countries that signed."""
    if window.number.form not in ("count",):
        return None
    if window.cues.list_of_speakers.search(window.before) and not window.cues.counts_them.match(window.after):
        return Found("count", "speakers", "States")
    if window.cues.calls_from.search(window.before) and window.cues.states.match(window.after):
        return Found("count", "recommending_states", "States")
    again = window.cues.of_people.match(window.after) if before and before[-1] and before[-1].unit == "States" else None
    if again:
        spoke = window.cues.spoke.match(again["does"])
        return Found("count", "speakers" if spoke else "recommending_states", "States")
    if window.cues.states.match(window.after):
        return _states(window)
    signing = window.cues.signatories.match(window.after)
    if signing and not window.cues.recommendations.search(signing[0] + window.after[signing.end() :][:20]):
        unit = "experts" if window.cues.experts.match(window.after) else "organisations"
        return Found("signatories", "signatories", unit)
    return None


def _states(window: Window) -> Found | None:
    text = window.sentence
    signing = window.cues.signers_from.search(window.before)
    if signing and not (window.cues.spoke.search(signing[0]) and window.cues.spoke.search(window.after)):
        return Found("signatories", "countries", "States")
    if window.cues.under_review.search(window.after):
        return Found("count", "reviews", "States")
    about = window.cues.recommendations.search(text) or window.cues.review.search(text)
    if window.cues.urging.match(window.after) or window.cues.urged_by.search(window.before):
        return Found("count", "recommending_states", "States")
    if (
        window.cues.spoken_from.search(window.before)
        or window.cues.spoke.search(window.after)
        or window.cues.spoke.search(window.before[-60:])
    ):
        elsewhere = window.cues.speakers.match(window.after) and not about
        return Found("count", "speakers", "speakers" if elsewhere else "States")
    if window.cues.recommended.search(window.before) or window.cues.recommends.search(window.after):
        if about:
            return Found("count", "recommending_states", "States")
        return Found("signatories", "countries", "States") if window.cues.signers.search(text) else None
    return Found("count", "speakers", "States") if about else None


def _share(window: Window, before: Sequence[Found | None], goes_on: bool) -> Found | None:
    number, cues = window.number, window.cues
    if number.form == "count":
        return None
    text = window.sentence
    about = cues.recommendations.search(text) or cues.review.search(text) or cues.of_those.search(text)
    rate = _rate(window)
    if not about and not rate and not any(before) and not goes_on:
        return None
    subject = cues.subject_of.search(window.before)
    if subject and (cues.of_recommendations.match(window.after) or any(before)) and is_theme(subject["topic"], cues):
        return Found("thematic", "received", "percent", subject["topic"].strip())
    role = _role_of_share(window, before, rate) or ("supported" if about and number.form == "points" else "")
    of_them = cues.of_recommendations.match(window.after)
    role = role or ("received" if of_them else "")
    changed = is_change(window)
    if not role or (number.form == "fraction" and role == "received" and not of_them and not changed):
        return None
    unit = "points" if number.form == "points" else "percent"
    after = window.after[of_them.end() :] if of_them else window.after
    if (of_them or number.form == "fraction") and (cues.addressed.match(after) or cues.start.match(after)):
        return Found("thematic", "received" if of_them else role, unit, after.strip()[:80])
    return Found("share", role, unit)


def _rate(window: Window) -> str:
    """The role of the rate that a sentence names, the last one before the number or else the first after it."""
    found = list(window.cues.rate.finditer(window.sentence))
    earlier = [each for each in found if each.start() < window.number.start]
    near = earlier[-1:] or found[:1]
    return next((_plain(name) for each in near for name, words in each.groupdict().items() if words), "")


def _plain(name: str) -> str:
    return re.sub(r"_\d$", "", name)


def _role_of_share(window: Window, before: Sequence[Found | None], rate: str) -> str:
    cues = window.cues
    adjacent = cues.adjacent.match(window.after)
    said = first_status(window.after[adjacent.end() :], cues) if adjacent else ""
    if said in _ANSWERS:
        return said
    if rate:
        return rate
    if cues.start_with.search(window.before + window.after):
        return "received"
    if cues.of_acceptance.match(window.after):
        return "supported"
    if cues.full_or_part.search(window.after):
        return "supported_or_in_part"
    if cues.subject.search(window.before) and cues.subject_verb.match(window.wide):
        role = first_status(window.wide, cues)
        if role and role != "received":
            return role
    near = last_status(window.before, cues)
    if is_change(window) and not any(each and each.unit == "percent" for each in before):
        counts = (each.role for each in reversed(before) if each and each.unit == "recommendations")
        about_them = cues.recommendations.search(window.before) or cues.change_after.match(window.after)
        return next(counts, "") or near or ("received" if about_them else "")
    beside = before[-1] if before and cues.beside.match(window.before) else None
    if beside and beside.kind == "count" and (role := _of_both(window, beside)):
        return role
    after = status_after(window.wide, cues) or first_status(window.wide, cues)
    shared = next((each.role for each in reversed(before) if each and each.role != "received"), "")
    behind = map(cues.role_of, cues.status.finditer(window.sentence, window.number.end))
    later = next((each for each in behind if each != "received"), "")
    role = next((each for each in (near, after, shared, later) if each and each != "received"), "")
    return role or ("received" if near else "")


def _of_both(window: Window, beside: Found) -> str:
    """The role of a share that is said beside a count: `250 recommendations (82 %) were accepted`."""
    return beside.role if beside.role != "received" else status_after(window.wide, window.cues)


def _compared(window: Window, found: Found | None, before: Sequence[Found | None]) -> Found | None:
    """The same as a comparison where it stands after the words of one, or beside those of an earlier review."""
    if found is None or found.kind not in ("count", "share"):
        return found
    others = {each.unit for each in before if each and each.kind in ("count", "share", "thematic")}
    is_before_now = found.unit in others and bool(window.cues.before_now.match(window.after))
    if found.unit in ("recommendations", "States") and is_change(window):
        return Found("comparison", found.role, f"more {found.unit}", found.topic)
    if found.unit == "percent" and found.kind == "share" and is_change(window):
        return Found("comparison", found.role, "percent more", found.topic)
    if window.cues.up_to.fullmatch(window.before) and before and before[-1] and before[-1].unit == found.unit:
        return found  # `rose by 23, to 165`
    if found.unit == "points" or is_compared(window) or is_before_now:
        return Found("comparison", found.role, found.unit, found.topic)
    return found
