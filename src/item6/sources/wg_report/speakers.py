"""States that took the floor in the interactive dialogue, and the number of delegations that the report states."""

from __future__ import annotations

import re
from functools import cache

from item6.files.body import Body
from item6.terms.passages import Passage
from item6.terms.recommendations import Speaker, StatedTotal
from item6.terms.state_mentions import find_names
from item6.terms.states import STATES

Range = tuple[int, int]

# "69 delegations made statements", "statements were made by 43 delegations", "forty-three delegations made statements"
_TOTAL = re.compile(
    r"statements\s+were\s+(?:delivered|made)\s+by\s+(\d{1,3}|[a-z]+(?:-[a-z]+)?)\s+(?:delegations|States|countries)|"
    r"(?<=\s)(?:delegations|States)\s+(?:made|delivered|took\s+the\s+floor)",
    re.IGNORECASE,
)
_NUMBER_BEFORE = re.compile(r"(\d{1,3}|[A-Za-z]+(?:-[a-z]+)?)\s+$")
# "Of the 56 recommendations received, 40 enjoy the support of Ruritania, 8 have been noted"
# A count of recommendations, and not the end of "Nos. 3 to 5" or "60.1 and 60.5"
_COUNT = (
    r"(?=\d)(?<![.\d])(?<!to\s)(?<!\d\sand\s)(?<!Nos\.\s)(\d{1,3})\s+"
    r"(?:recommendations\s+|of\s+(?:which|them|these)\s+)?"
)
_COUNTED = tuple(
    (measure, re.compile(pattern, re.IGNORECASE))
    for measure, pattern in (
        (
            "received",
            r"(?=\d)(?:(?<=of\sthe\s)|(?<=total\sof\s)|(?<=received\s))(\d{1,3})\s+recommendations",
        ),
        ("supported", _COUNT + r"enjoy(?:ed)?\s+(?:the|its)\s+support"),
        ("noted", _COUNT + r"(?:have\s+been|were|are)\s+noted"),
    )
)
_LIST = re.compile(
    r"statements\s+were\s+(?:made|delivered)\s+by\s+(?:the\s+)?(?:representatives?|delegations?)?", re.IGNORECASE
)
_SENTENCE = re.compile(r"(?:^[ \t]*\d{1,3}[ \t]*\.\s+|[.”]\s+)(?:The\s+(?=[\w])|(?=[A-Z]))", re.MULTILINE)
_UNITS = "one two three four five six seven eight nine".split()
_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()


@cache
def _first_words() -> frozenset[str]:
    """First words of the names of States, to look no further at sentences that begin with another."""
    names = [
        name
        for state in STATES.values()
        for name in (state.name, state.formal_name, *state.former_names, *state.other_names)
    ]
    words = (name.split() for name in names if name)
    return frozenset(
        word for first, *rest in words for word in ([rest[0], first] if first.lower() == "the" else [first])
    )


def read_speakers(
    body: Body, dialogue: Range, reviewed: str | None, symbol: str | None, sha256: str
) -> tuple[Speaker, ...]:
    """States whose statements the summary gives or names, each with its first place, in printed order."""
    found: dict[str, Range] = {}
    for listed in _LIST.finditer(body.text, *dialogue):
        end = body.text.find(".", listed.end(), dialogue[1])
        words = body.text[listed.end() : end if end >= 0 else dialogue[1]]
        for mention in find_names(words):
            place = (listed.end() + mention.start, listed.end() + mention.end)
            found[mention.iso3] = min(found.get(mention.iso3, place), place)
    for sentence in _SENTENCE.finditer(body.text, *dialogue):
        start = sentence.end()
        word = re.match(r"[^\W\d_][\w’'-]*", body.text[start : start + 40])
        if word and word[0] in _first_words():
            mentions = find_names(body.text[start : start + 70])
            if mentions and mentions[0].start == 0:
                place = (start, start + mentions[0].end)
                found[mentions[0].iso3] = min(found.get(mentions[0].iso3, place), place)
    found.pop(reviewed or "", None)
    places = sorted(found.items(), key=lambda entry: entry[1])
    return tuple(
        Speaker(state, Passage(symbol, sha256, body.locate(place), " ".join(body.text[slice(*place)].split())))
        for state, place in places
    )


def read_totals(
    body: Body, dialogue: Range, conclusions: Range, symbol: str | None, sha256: str
) -> tuple[StatedTotal, ...]:
    """Numbers that the report states: delegations that made statements, recommendations received, supported, noted."""
    found = [("speakers", *speakers)] if (speakers := _speakers_stated(body.text, dialogue)) else []
    for measure, pattern in _COUNTED:
        if (stated := pattern.search(body.text, *conclusions)) and (value := _number(stated[1].lower())):
            found.append((measure, value, stated.span()))
    return tuple(
        StatedTotal(
            measure, value, Passage(symbol, sha256, body.locate(place), " ".join(body.text[slice(*place)].split()))
        )
        for measure, value, place in found
    )


def _speakers_stated(text: str, dialogue: Range) -> tuple[int, Range] | None:
    """The number of delegations that made statements, and where it stands."""
    for stated in _TOTAL.finditer(text, *dialogue):
        start = stated.start()
        number = stated[1]
        if not number and (before := _NUMBER_BEFORE.search(text, max(0, start - 24), start)):
            start, number = before.start(), before[1]
            if re.search(r"hundred\s+and\s+$", text[max(0, start - 14) : start]):
                continue
        if number and (value := _number(number.lower())):
            return value, (start, stated.end())
    return None


def _number(words: str) -> int | None:
    """Digits or English words up to ninety-nine."""
    if words.isdigit():
        return int(words)
    tens, _, units = words.partition("-")
    if tens in _TENS:
        return 20 + 10 * _TENS.index(tens) + (_UNITS.index(units) + 1 if units in _UNITS else 0)
    small = [*_UNITS, *_TEENS]
    return small.index(words) + 1 if words in small else None
