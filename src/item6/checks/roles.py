"""What each number of a sentence counts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from item6.checks import cues
from item6.checks.windows import Window, first_status, last_status, status_after
from item6.terms.state_mentions import find_names

_OPEN = ("received", "implemented", "")
_FULL = re.compile(r"^\s*(?:recommendations?\s+)?in full\b|^\s*(?:recommendations?\s+)?fully\b", re.IGNORECASE)
_AVERAGE = re.compile(r"\baverage\b", re.IGNORECASE)
_RATE = re.compile(
    r"\b(?P<role>accept|support|reject|refus|not)\w*\s+rate|rate of (?P<of>accept|support|reject|refus)", re.I
)
_NAMED = re.compile(r"(?P<name>[A-Z][\w’' ]{2,40})\s*\((?:with )?$")
_LISTED = re.compile(r"\w\s*\((?:with )?\d")
_COUNTED_NOUN = re.compile(r"^\s*(?:\w+\s+){0,3}?(?:re)?commendations?\b", re.IGNORECASE)
_OTHER_NOUN = re.compile(
    r"^\s*(?:\w+\s+)?(?:articles|cases|treaties|conventions|laws|measures|journalists|women|men|children)\b"
)
_SIGNERS = re.compile(r"\b(?:organi[sz]ations|groups|NGOs|signatories|coalition)\b")
_OF_THOSE = re.compile(r"\bof (?:those|these|them|which)\b|\bthe remaining\b|\bthe others?\b", re.IGNORECASE)
_OF_ALL = re.compile(r"(?:^|[,;:—]\s*)\s*of (?:the|these|those|its|all)\s+$", re.IGNORECASE)
_FROM = re.compile(
    r"^\s*(?:\w+\s+){0,2}?recommendations?\s+(?:(?:made|coming|presented|put forward|issued|proposed)\s+)?"
    r"(?:by|from)\s+(?:the )?(?P<by>[A-Z][^,.;]{2,40})"
)
_JOINED = re.compile(r"^\s*,?\s*(?:and|or)?\s*$")
_NO_CLAIM = re.compile(r"\b(?:but|at least|not|any|every|each|no)\s+$", re.IGNORECASE)
_BARE_AFTER = re.compile(
    r"\s*(?:[,.;:()]|and\b|or\b|of\b|in (?:full|part)\b|for implementation|others?\b|start\b|that call|which call|$)"
)
_BARE_BEFORE = re.compile(r"(?:\w(?:ed|ing|e|t|s|d)|to|only|the|of|and|,|other|all)\s+$", re.IGNORECASE)
_VERB_BEFORE = re.compile(
    rf"(?:{cues.STATUS.pattern.replace('?P<', '?P<b')})\s+(?:(?:only|all|just|another|a further|the other)\s+)?$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Found:
    """What a number is found to count."""

    kind: str
    role: str
    unit: str
    topic: str = ""


def _is_answer(role: str) -> bool:
    return role != "received"


def counted(made: Sequence[Window], goes_on: bool) -> list[Found | None]:
    """What each window of a sentence counts, None for nothing of a review.

    goes_on: whether the sentence before it counts recommendations, so that bare numbers may too.
    """
    found: list[Found | None] = []
    for window in made:
        people = _people(window)
        found.append(people or _share(window, found) or _count(window, found, goes_on))
    return [_compared(window, each) for window, each in zip(made, found, strict=True)]


def _people(window: Window) -> Found | None:
    """States that spoke or recommended, organisations and countries that signed."""
    if window.number.form not in ("count",):
        return None
    if cues.STATES.match(window.after):
        return _states(window)
    if cues.SIGNATORIES.match(window.after) and not cues.RECOMMENDATIONS.search(window.after[:60]):
        unit = "experts" if re.match(r"[^.;]{0,40}(?:experts|rapporteurs)", window.after, re.I) else "organisations"
        return Found("signatories", "signatories", unit)
    return None


def _states(window: Window) -> Found | None:
    text = window.sentence
    if re.search(r"(?:organi[sz]ations|groups|NGOs|speakers)\s+from\s+(?:more than |over )?$", window.before):
        return Found("signatories", "countries", "States")
    if re.search(r"went under review|were reviewed|under review", window.after):
        return Found("count", "reviews", "States")
    if cues.SPOKE.search(window.after) or cues.SPOKE.search(window.before[-60:]):
        return Found("count", "speakers", "States")
    about = cues.RECOMMENDATIONS.search(text) or cues.REVIEW.search(text)
    if cues.RECOMMENDED.search(window.before) or re.search(r"recommend|question", window.after):
        if about:
            return Found("count", "recommending_states", "States")
        return Found("signatories", "countries", "States") if _SIGNERS.search(text) else None
    return Found("count", "speakers", "States") if about else None


def _share(window: Window, before: Sequence[Found | None]) -> Found | None:
    number = window.number
    if number.form == "count":
        return None
    text = window.sentence
    about = cues.RECOMMENDATIONS.search(text) or cues.REVIEW.search(text) or _OF_THOSE.search(text)
    rate = _RATE.search(window.sentence)
    if not about and not rate and not any(before):
        return None
    role = _role_of_share(window, before, rate)
    if not role or (number.form == "fraction" and role == "received"):
        return None
    unit = "points" if number.form == "points" else "percent"
    if number.form == "fraction" and re.match(r"\s*addressed|\s*concern|\s*(?:of them )?relat", window.after):
        return Found("thematic", role, unit, window.after.strip()[:80])
    return Found("share", role, unit)


def _role_of_share(window: Window, before: Sequence[Found | None], rate: re.Match[str] | None) -> str:
    if rate:
        word = (rate["role"] or rate["of"]).lower()
        return "supported" if word.startswith(("acc", "sup")) else "rejected"
    if re.search(r"start(?:s|ing)? with", window.before + window.after):
        return "received"
    if re.match(r"\s*of acceptance", window.after):
        return "supported"
    if re.search(r"(?:fully|entirely|wholly) (?:or|and) (?:partially|partly)", window.after):
        return "supported_or_in_part"
    near = last_status(window.before)
    after = status_after(window.wide) or first_status(window.wide)
    shared = next((each.role for each in reversed(before) if each and each.role not in ("received",)), "")
    later = next(filter(_is_answer, map(cues.role_of, cues.STATUS.finditer(window.sentence, window.number.end))), "")
    role = next((each for each in (near, after, shared, later) if each and each != "received"), "")
    return role or ("received" if near else "")


def _count(window: Window, before: Sequence[Found | None], goes_on: bool) -> Found | None:
    if window.number.form != "count":
        return None
    named = _named(window)
    if named:
        return named
    about = bool(cues.RECOMMENDATIONS.search(window.sentence) or _OF_THOSE.search(window.sentence))
    if cues.PLEDGES.match(window.wide):
        return Found("count", "commitments", "pledges")
    noun = bool(_COUNTED_NOUN.match(window.after))
    if not noun and _OTHER_NOUN.match(window.after):
        return None
    if not (about or goes_on or any(before)):
        return None
    if (about and _AVERAGE.search(window.before)) or re.match(r"\s*(?:is|was) the average", window.after):
        return Found("count", "average", "recommendations")
    word = window.sentence[window.number.start].isalpha()
    if word and window.number.value <= 1 and (_NO_CLAIM.search(window.before) or not noun):
        return None
    role = _role(window, noun) or _taken_over(window, before, noun)
    if not role or not (noun or window.whole or window.is_whole or _stands_bare(window, before)):
        return None
    topic = _topic(window)
    return Found("thematic" if topic else "count", role, "recommendations", topic or _giver(window))


def _giver(window: Window) -> str:
    """`from Armenia`, where a count is only of what one State recommended."""
    found = _FROM.match(window.wide)
    named = find_names(found["by"]) if found else ()
    return f"from {found['by']}" if found and len(named) == 1 and named[0].start == 0 else ""


def _named(window: Window) -> Found | None:
    """`Iran (299)`, `Torture (331)`: who or what stands before the bracket."""
    if not cues.IN_BRACKETS.search(window.before) or not re.match(r"(?: total recommendations)?\s*\)", window.after):
        return None
    sentence = window.sentence
    listed = len(_LISTED.findall(sentence)) >= 3
    if not listed and not cues.RECOMMENDATIONS.search(sentence) and not cues.REVIEW.search(sentence):
        return None
    name = _NAMED.search(window.before)
    topic = re.split(r"[,:]| and ", name["name"])[-1].strip() if name else ""
    if name and find_names(name["name"]):
        return Found("count", "received", "recommendations")
    return Found("thematic", "received", "recommendations", topic)


def _role(window: Window, noun: bool) -> str:
    """What became of the recommendations that a number counts."""
    if _FULL.match(window.wide):
        return "supported"
    if window.is_whole or _OF_ALL.search(window.before):
        return "received"
    adjacent = cues.ADJACENT.match(window.wide)
    if adjacent and not re.match(r"\s*(?:and|or)\b", window.wide):
        role = first_status(window.wide[adjacent.end() :])
        if role not in _OPEN or (role and last_status(window.before) in _OPEN):
            return role
    left = last_status(window.before)
    passive = status_after(window.wide)
    if passive and (passive not in _OPEN or left in _OPEN):
        return passive
    if left:
        return left
    return passive or first_status(window.wide) or ("received" if noun else "")


def _taken_over(window: Window, before: Sequence[Found | None], noun: bool) -> str:
    """The role of the count before: of `250 and 246`, of `up from 167`, of `12 of these concern torture`."""
    if noun or not (_JOINED.match(window.before) or _is_compared(window) or cues.START.match(window.after)):
        return ""
    earlier = next((each.role for each in reversed(before) if each and each.unit == "recommendations"), "")
    return earlier or ("received" if cues.START.match(window.after) else "")


def _is_compared(window: Window) -> bool:
    return cues.COMPARED.search(window.sentence[: window.number.start]) is not None


def _stands_bare(window: Window, before: Sequence[Found | None]) -> bool:
    """Whether a number without noun stands as one that counts recommendations does: `note 32, reject 98`."""
    if cues.ADJACENT.match(window.after) or _VERB_BEFORE.search(window.before):
        return True
    if cues.START.match(window.after):
        return True
    if _is_compared(window) and re.match(r"\s*(?:in|at|during|for|\()", window.after) and any(before):
        return True
    return bool(_BARE_AFTER.match(window.after) and _BARE_BEFORE.search(window.before))


def _topic(window: Window) -> str:
    """The theme of a thematic count, or empty."""
    found = cues.TOPIC.match(window.wide) or cues.START.match(window.wide)
    if not found or cues.GENERAL.search(found["topic"]) or window.number.value == 0:
        return ""
    return found["topic"].strip()


def _compared(window: Window, found: Found | None) -> Found | None:
    """The same as a comparison where it stands after the words of one."""
    if found is None or found.kind not in ("count", "share"):
        return found
    if found.unit == "points" or _is_compared(window):
        return Found("comparison", found.role, found.unit, found.topic)
    return found
