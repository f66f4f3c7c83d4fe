"""What a plain number of a sentence counts: recommendations, by what became of them, or what stands before it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from item6.checks.cues import Cues
from item6.checks.demonyms import named_states
from item6.checks.giving import GIVEN, behind, gave
from item6.checks.windows import Window, first_status, last_status, status_after

_OPEN = ("received", "implemented", "")
_NAMED = re.compile(r"(?P<name>[A-ZÀ-Þ][\w’' -]{2,40})\s*\((?:with |avec |con )?$")
_LISTED = re.compile(r"\w\s*\((?:with |avec |con )?\d")
_IN_BRACKETS = re.compile(r"[\w’'.]\s*\((?:with |avec |con )?$")
"""A number in brackets after what it is about."""
_CLOSED = re.compile(r"(?: (?:total )?rec\w+)?\s*\)")
_FEWEST_LISTED = 3
_OR = re.compile(r"(?:\(|[,(]\s*(?:or|i\.e\.,?|soit|es decir,?))\s*$")
"""Words behind which a share is said again as a count."""
_WITH = re.compile(r"\s(?:with|has|had|at|avec|con)\s+$")
_JOINING = re.compile(
    r"^[\s,;]*(?:and|while|but|followed by|et|y|mientras|tandis que|suivie?s? (?:de|du|par)|seguid[oa]s? (?:de|por))?"
    r"\s+(?:the\s+|la\s+|le\s+|el\s+)?"
)


@dataclass(frozen=True, slots=True)
class Found:
    """What a number is found to count."""

    kind: str
    role: str
    unit: str
    topic: str = ""


def count(window: Window, before: Sequence[Found | None], goes_on: bool) -> Found | None:
    """What a plain number counts; None for nothing of a review.

    before: what the numbers before it count. goes_on: whether the sentence before counts recommendations.
    """
    cues = window.cues
    if window.number.form != "count":
        return None
    named = _named(window)
    if named:
        return named
    about = bool(cues.recommendations.search(window.sentence) or cues.of_those.search(window.sentence))
    if cues.pledges.match(window.wide):
        return Found("count", "commitments", "pledges")
    noun = bool(cues.counted_noun.match(window.after))
    if not noun and cues.other_noun.match(window.after) and not cues.start.match(window.after):
        return None
    if not (about or goes_on or any(before)):
        return None
    if before and _is_of_states(window, before, noun):
        return before[-1]
    if (about and cues.average.search(window.before)) or cues.average_after.match(window.after):
        return Found("count", "average", "recommendations")
    word = window.sentence[window.number.start].isalpha()
    if word and window.number.value <= 1 and (cues.no_claim.search(window.before) or not noun):
        return None
    beside = noun or (cues.compared.search(window.before) and not cues.adjacent.match(window.after))
    role = (_taken_over(window, before, noun) if beside else "") or _role(window, noun)
    role = role or _taken_over(window, before, noun) or ("received" if window.whole else "")
    if not role or not (noun or window.whole or window.is_whole or _stands_bare(window, before)):
        return None
    topic = _topic(window) or _topic_too(window, before)
    return Found("thematic" if topic else "count", role, "recommendations", topic or _giver(window))


def _is_of_states(window: Window, before: Sequence[Found | None], noun: bool) -> bool:
    """Whether a bare number is what a number of States is compared with: `89 spoke, down from 103`."""
    counted = {each.unit for each in before if each}
    beside = window.cues.compared.search(window.before) or window.cues.joined.match(window.before)
    compared = beside and window.cues.bare_after.match(window.after)
    return counted == {"States"} and before[-1] is not None and not noun and bool(compared)


def _giver(window: Window) -> str:
    """`from Armenia`, where a count is only of what one State, or a few that are named, recommended."""
    found = window.cues.given_by.match(window.wide)
    if found:
        return GIVEN + found["by"] if behind(found["by"], window.cues) else ""
    named = gave(window.before, window.cues) if window.cues.counted_noun.match(window.after) else []
    return GIVEN + window.before[named[0].start : named[-1].end] if named else ""


def _named(window: Window) -> Found | None:
    """`Iran (299)`, `Torture (331)`: who or what stands before the bracket."""
    sentence, cues = window.sentence, window.cues
    if not _IN_BRACKETS.search(window.before) or not _CLOSED.match(window.after):
        return None
    if cues.after_before_now.search(window.before):
        return None
    listed = len(_LISTED.findall(sentence)) >= _FEWEST_LISTED
    if not listed and not cues.recommendations.search(sentence) and not cues.review.search(sentence):
        return None
    name = _NAMED.search(window.before)
    topic = re.split(r"[,:]| and | et | y ", name["name"])[-1].strip() if name else ""
    if name and named_states(name["name"], cues.language):
        return Found("count", "received", "recommendations")
    return Found("thematic", "received", "recommendations", topic)


def _role(window: Window, noun: bool) -> str:
    """What became of the recommendations that a number counts."""
    cues = window.cues
    window = _behind_relative(window)
    if cues.full_or_part.search(window.wide) and last_status(window.before, cues) == "supported":
        return "supported_or_in_part"
    if cues.full.match(window.wide):
        return "supported"
    if window.is_whole or cues.of_all.search(window.before):
        return _of_whole(window)
    left = last_status(_since_bracket(window.before), cues)
    if cues.received_after.match(window.wide) and not cues.verb_before.search(window.before):
        return "received"  # `the adoption of its 269 recommendations received`
    if window.whole and left == "implemented":
        return left
    if left not in _OPEN and cues.verb_before.search(window.before):
        return left if not cues.adjacent.match(window.wide) or noun else _adjacent(window, left) or left
    adjacent = _adjacent(window, left)
    if adjacent and adjacent not in _OPEN:
        return adjacent
    if cues.subject.search(window.before) and cues.subject_verb.match(window.wide):
        role = first_status(window.wide, cues)
        if role not in ("received", ""):
            return role
    passive = status_after(window.wide, cues)
    if passive and (passive not in _OPEN or left in _OPEN):
        return passive
    if left:
        return adjacent or left
    of_next = noun and not window.whole and cues.verb_before.search(window.after)
    later = "" if of_next or cues.start.match(window.wide) else first_status(window.wide, cues)
    return adjacent or passive or later or ("received" if noun else "")


def _of_whole(window: Window) -> str:
    """What a whole is of: all that was received, or `the 110 accepted recommendations`."""
    after = window.wide.lstrip()
    by_whom = window.cues.passive.match(after)
    if by_whom and (said := window.cues.status.match(after, by_whom.end())):
        return window.cues.role_of(said)
    found = window.cues.status.match(after)
    role = window.cues.role_of(found) if found and window.cues.counts_them.match(after[found.end() :]) else ""
    return role or _of_relative(window) or "received"


def _since_bracket(before: str) -> str:
    """The words behind the bracket in which the number before stood: `(208 in all, 160 accepted) did better`."""
    closed = before.rfind(")")
    return before[closed + 1 :] if closed >= 0 and "(" not in before[:closed] else before


def _behind_relative(window: Window) -> Window:
    """The same without the participle of its whole: `19 of the 23 recommendations held back were supported`."""
    found = window.cues.reduced.match(window.wide) if window.whole else None
    status = window.cues.status.match(window.wide, found.end()) if found else None
    if window.whole and not status:
        said = window.wide.lstrip()
        before_noun = window.cues.status.match(said)
        if before_noun and window.cues.counts_them.match(said[before_noun.end() :]):
            return replace(window, wide=said[before_noun.end() :])
    return replace(window, wide=window.wide[status.end() :]) if status else window


def _of_relative(window: Window) -> str:
    """What a participle behind the noun says of a whole: `of the 150 recommendations accepted in 2016`."""
    found = window.cues.reduced.match(window.wide)
    status = window.cues.status.match(window.wide, found.end()) if found else None
    role = window.cues.role_of(status) if status else ""
    return "" if role == "received" else role


def _adjacent(window: Window, left: str) -> str:
    """The role of the word right behind a number: `23 were noted`. left: that of the last one before it."""
    found = window.cues.adjacent.match(window.wide)
    if not found or window.cues.joins.match(window.wide):
        return ""
    role = first_status(window.wide[found.end() :], window.cues)
    return role if role not in _OPEN or (role and left in _OPEN) else ""


def _taken_over(window: Window, before: Sequence[Found | None], noun: bool) -> str:
    """The role of the count before: of `250 and 246`, of `up from 167`, of `12 of these concern torture`."""
    cues = window.cues
    joined = bool(cues.joined.match(window.before)) or is_compared(window) or is_change(window)
    if noun and cues.joined.match(window.before) and cues.respectively.search(window.after):
        return before[-1].role if before and before[-1] else ""
    named = bool(cues.named_on.match(window.after)) and (
        bool(cues.within.search(window.before)) or _is_thematic(before)
    )
    about = named or bool(cues.start.match(window.after))
    joined = joined or _is_gapped(window, before)
    said_again = _OR.search(window.before) and (window.whole or window.before.strip() == "(")
    if said_again and before and before[-1] and before[-1].kind == "share":
        return before[-1].role
    if noun or not (joined or about):
        return ""
    earlier = next((each.role for each in reversed(before) if each and each.unit == "recommendations"), "")
    return earlier or ("received" if about else "")


def is_compared(window: Window) -> bool:
    """Whether a number stands after the words of a comparison."""
    cues = window.cues
    if cues.compared.search(window.before) or cues.after_before_now.search(window.before):
        return True
    earlier = cues.compared.search(window.sentence[: window.number.start])
    return earlier is not None and not cues.verb_before.search(window.before)


def is_change(window: Window) -> bool:
    """Whether a number is one of more or fewer: `52 more than in 2014`, `an increase of 52 recommendations`."""
    cues = window.cues
    return bool(cues.change_after.match(window.after) or cues.change_before.search(window.before))


def _stands_bare(window: Window, before: Sequence[Found | None]) -> bool:
    """Whether a number without noun stands as one that counts recommendations does: `note 32, reject 98`."""
    cues = window.cues
    other = cues.other_plural.match(window.after) and not cues.bare_after.match(window.after)
    if cues.adjacent.match(window.after) or (cues.verb_before.search(window.before) and not other):
        return True
    if cues.named_on.match(window.after) and (cues.within.search(window.before) or _is_thematic(before)):
        return True
    if cues.subject_of.search(window.before) or _is_gapped(window, before):
        return True
    if cues.start.match(window.after) or is_change(window):
        return True
    if window.before.endswith("(") and cues.set_against.match(window.after):
        return True
    if cues.number_of.search(window.before) and cues.recommendations.search(window.before):
        return True
    if is_compared(window) and cues.compared_where.match(window.after):
        return True
    return bool(cues.bare_after.match(window.after) and cues.bare_before.search(window.before))


def _is_thematic(before: Sequence[Found | None]) -> bool:
    return bool(before and before[-1] and before[-1].kind == "thematic")


def _is_gapped(window: Window, before: Sequence[Found | None]) -> bool:
    """Whether a number stands behind a State alone, so that the verb before is its own: `Portugal 212`."""
    if not before or before[-1] is None or not window.cues.bare_after.match(window.after):
        return False
    said = re.sub(_WITH, "", re.sub(_JOINING, "", window.before)).strip()
    named = named_states(said, window.cues.language)
    return len(named) == 1 and (named[0].start, named[0].end) == (0, len(said))


def is_theme(said: str, cues: Cues) -> bool:
    """Whether words before `attracted 52 recommendations` may name a theme, and no State, person or session."""
    answered = any(cues.role_of(each) != "received" for each in cues.status.finditer(said))
    if answered or cues.no_theme.search(said.strip()) or cues.recommendations.search(said):
        return False
    return not named_states(said, cues.language)


def _begins_with_whole(window: Window) -> bool:
    """Whether a sentence begins with what its other numbers are parts of: `Of 20 recommendations on asylum, ...`."""
    first = window.cues.numbers.any_number.search(window.sentence)
    return bool(first and window.cues.of_all.search(window.sentence[: first.start()]))


def _topic_too(window: Window, before: Sequence[Found | None]) -> str:
    """The theme of a number behind a thematic one: `nine about water`, `12 of them`."""
    earlier = next((each for each in reversed(before) if each), None)
    if earlier is None or earlier.kind != "thematic":
        return ""
    too = window.cues.about_too.match(window.after) or window.cues.within.search(window.before)
    if not too and not _begins_with_whole(window):
        return ""
    found = window.cues.named_on.match(window.after)
    return found["topic"].strip() if found else earlier.topic


def _topic(window: Window) -> str:
    """The theme of a thematic count, or empty."""
    cues = window.cues
    found = cues.topic.match(window.wide) or cues.start.match(window.wide) or cues.leading_topic.search(window.before)
    subject = cues.subject_of.search(window.before)
    if not found and subject and is_theme(subject["topic"], cues):
        found = subject
    if not found and cues.within.search(window.before):
        found = cues.named_on.match(window.wide)
    if not found or cues.general.search(found["topic"]) or window.number.value == 0:
        return ""
    return found["topic"].strip()
