"""Who gave the recommendations that a number counts: `Chile and Peru made 8 recommendations to Kenya`."""

from __future__ import annotations

import re
from itertools import islice

from item6.checks.cues import Cues
from item6.checks.demonyms import Named, named_states
from item6.checks.numbers import numbers

GIVEN = "from "
"""How the topic of a claim begins that counts what the States behind it gave, in every language."""

_LOOK_BACK = 200
_MOST_NUMBERS = 100

_THE = r"(?:the\s+|la\s+|le\s+|l['’]|les\s+|el\s+|los\s+)?"
_JOINED = re.compile(rf"\s*(?:,\s*)?(?:(?:and|et|y|e)\s+)?{_THE}", re.IGNORECASE)
"""What stands between the States of a list."""


def ahead(said: str, cues: Cues) -> list[Named]:
    """The States that words end with, one or a list: of `In 2014 Chile and Peru` both."""
    found: list[Named] = []
    until = len(said.rstrip())
    for each in reversed(named_states(said, cues.language)):
        if each.end != until and not _JOINED.fullmatch(said[each.end : until]):
            break
        found.append(each)
        until = each.start
    return found[::-1]


def behind(said: str, cues: Cues) -> list[Named]:
    """The States that words begin with, one or a list: of `Chile and Peru in 2014` both."""
    found: list[Named] = []
    since = 0
    for each in named_states(said, cues.language):
        if each.start != since and not _JOINED.fullmatch(said[since : each.start]):
            break
        found.append(each)
        since = each.end
    return found


def gave(before: str, cues: Cues) -> list[Named]:
    """The States that, by the words before a number, gave what it counts; none where these say nothing of it."""
    verb = next((each for each in cues.gave.finditer(before) if each.end() == len(before)), None)
    return ahead(before[: verb.start()], cues) if verb else []


def givers(sentence: str, cues: Cues) -> set[int]:
    """Where the States stand that a sentence says gave a number of recommendations: they are not reviewed in it."""
    found: set[int] = set()
    for number in islice(numbers(sentence, cues.numbers), _MOST_NUMBERS):
        if number.form == "count" and cues.counted_noun.match(sentence[number.end :]):
            since = max(0, number.start - _LOOK_BACK)
            found |= {since + each.start for each in gave(sentence[since : number.start], cues)}
    return found
