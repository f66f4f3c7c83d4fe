"""The parts of an addendum: headings, paragraphs, and what is said under the label of one or more numbers.

I. Accepted recommendations                                a heading
3. The Government accepts the recommendations 1–5, 14      a paragraph of the State's own
Rec. 18 We consider that ...      122.14– 15 / Slovenia ...    a label and what follows
5., 6., 7. The Government accepts these recommendations.   a label in a document that answers number by number
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import NamedTuple

from item6.sources.addendum.classes import says
from item6.sources.addendum.headings import heading_at
from item6.sources.addendum.numbers import Run, read_run
from item6.sources.addendum.prose import Prose
from item6.sources.addendum.verdicts import alone

_PREFIX = re.compile(
    r"(?:Ad\s+)?(?:Recs?\.?|Recommendations?|Recommandations?|Recomendaci(?:ón|ones)|Response\s+to(?:\s+recommendations?)?|"
    r"R\.)\s*(?:Nos?\.?|numbers?|n[°º]s?)?\s*:?\s*(?=\d)",
    re.IGNORECASE,
)
_PREFIXES = ("ad", "re", "r.")
"""The first two letters of a prefix."""
_OWN = re.compile(r"[ \t]*(\d{1,3})[.:)][ \t]+(?=[^\W\d_“\"])")
_OWN_LABEL = re.compile(r"\n[ \t]*(?:\d{1,3}\.,[ \t]*)*\d{1,3}[.:)],?[ \t]+(?=[^\W\d_“\"])")
_OWN_FIRST = re.compile(_OWN_LABEL.pattern.removeprefix(r"\n"))
_AFTER_LABEL = re.compile(r"\s*[.,:)–—-]*\s*(?=[^\W\d_]|[“\"•(*]|\n|$)")
_IN_A_LIST = re.compile(
    r"(?:\d\.?\s*(?:[,;–—‑-]|(?:,\s*)?\b(?:and|to|through|et|y|à|al?))|\)\s*(?:,\s*)?\b(?:and|et|y))$"
)
_LISTING = ",;–—‑-dohtyàal"
"""What the line before ends with where its list goes on."""


class Unit(NamedTuple):
    """kind: `heading`, `paragraph` or `labelled`. start, end: range of its words. run: the numbers of a label.

    begins: where it begins, with its label.
    """

    kind: str
    start: int
    end: int
    begins: int
    run: Run | None = None


# For small letters; what begins with letters, or with a dot, is found several times as fast as what may begin with both
_LED = re.compile(r"rec(?:ommendations?|ommandations?|omendaci\w+)\s+\d")
_DOTTED = re.compile(r"\.(?<=\d\.)\d")


def answers_by_number(prose: Prose, start: int, end: int) -> bool:
    """Whether bare numbers at line starts label answers ("5., 6. Slovenia accepts these recommendations").

    They do where several such paragraphs state a class and name no number themselves; else they number the
    paragraphs of the State's own text.
    """
    text = prose.text
    labels = _own_labels(text, start, end)
    telling, wanted = 0, max(3, (len(labels) + 1) // 2)
    for index, label in enumerate(labels):
        if not 0 < wanted - telling <= len(labels) - index:
            break
        longest = min(end, label.end() + _LONGEST_ANSWER)
        stop = text.find("\n\n", label.end(), min(end, longest + 2))
        stop = min(stop, longest) if stop > 0 else longest
        telling += says(prose, label.end(), stop) and not _names_numbers(prose.lower, label.end(), stop)
    return telling >= wanted


def _names_numbers(lower: str, start: int, end: int) -> bool:
    return any(pattern.search(lower, start, end) for pattern in (_LED, _DOTTED))


def _own_labels(text: str, start: int, end: int) -> list[re.Match[str]]:
    first = _OWN_FIRST.match(text, 0, end) if start == 0 else None
    found = list(_OWN_LABEL.finditer(text, max(0, start - 1), end))
    return [first, *found] if first else found


_LONGEST_ANSWER = 160
"""Characters after a label within which its answer begins."""


def find_units(prose: Prose, start: int, end: int) -> list[Unit]:
    """The units in printed order, each ending where the next begins."""
    units = _without_answers(prose, _begun(prose, start, end))
    text = prose.text
    if not units or units[0].start > start:
        units = [Unit("paragraph", start, end, start), *units]
    ends = [unit.begins if unit.run else text.rfind("\n", 0, unit.start) + 1 for unit in units[1:]]
    found: list[Unit] = []
    for unit, stop in zip(units, [*ends, end], strict=True):
        if unit.kind != "heading":
            found.append(Unit(unit.kind, unit.start, stop, unit.begins, unit.run))
            continue
        # A heading keeps its lines; what follows them is a paragraph
        found.append(unit)
        if text[unit.end : stop].strip():
            found.append(Unit("paragraph", unit.end, stop, unit.end))
    return found


def _begun(prose: Prose, start: int, end: int) -> list[Unit]:
    """The units of which it is known where they begin, but only of headings where they end."""
    text = prose.text
    by_number = cache(lambda: answers_by_number(prose, start, end))
    units: list[Unit] = []
    for at in _beginnings(text, start, end):
        if text[at] in _BULLETS and (bullet := _AFTER_BULLET.match(text, at + 1, end)):
            at = bullet.end()
        before = text[max(0, at - _BEFORE) : at].rstrip()
        last = before[-1:]
        numbered = text[at].isdecimal()
        unit = None
        if numbered or text[at : at + 2].lower() in _PREFIXES:
            unit = _labelled(prose, at, end, last, by_number)
            if unit and unit.run:
                above = units[-1] if units else None
                if above and above.run and _goes_on(text, above.run, unit.run):
                    units[-1] = above._replace(run=above.run.joined(unit.run))
                    continue
                if _is_led(text, at, before, above):
                    continue
        if unit is None and (stop := heading_at(prose, at, end, last)) is not None:
            unit = Unit("heading", at, stop, at)
        if unit is None and numbered and text[at - 1 : at] in ("", "\n") and not _is_listed(text, at, last):
            own = _OWN.match(text, at, end)
            unit = Unit("paragraph", own.end(), end, own.end()) if own else None
        if unit:
            units.append(unit)
    return units


_BEFORE = 40
"""Characters before a line that tell whether it goes on with what stands there."""


def _beginnings(text: str, start: int, end: int) -> Iterator[int]:
    """Offset of the first character of each line that begins from `start` on and may begin a unit."""
    if start == 0 and (first := _FIRST.match(text, 0, end)):
        yield first.end()
    for line in _BEGINNING.finditer(text, max(0, start - 1), end):
        yield line.end()


# Lines that begin with a small letter go on with what stands before, but for "rec. 5", "ad rec. 5"
_BEGINNING = re.compile(r"\n[ \t]*(?=[^\sa-z]|ad\s|r[e.])")
_BULLETS = "•▪●■◦‣·*\uf0b7\uf0a7\uf0d8–—-"
_AFTER_BULLET = re.compile(r"[ \t]*(?=[\dRrA])")
_FIRST = re.compile(_BEGINNING.pattern.removeprefix(r"\n"))


def _without_answers(prose: Prose, units: list[Unit]) -> list[Unit]:
    """The units without words such as "Accepted" that are the answer under a number, and no heading above several.

    They are answers where the first of them stands after the first number.
    """
    text = prose.text
    headings = ((index, unit) for index, unit in enumerate(units) if unit.kind == "heading")
    answers = {
        index for index, unit in headings if alone(" ".join(text[unit.start : unit.end].split()), prose.language)
    }
    if not answers:
        return units
    first = next((index for index, unit in enumerate(units) if unit.run), len(units))
    if min(answers) < first and not _ends_with_numbers(prose, units, min(answers)):
        return units
    return [unit for index, unit in enumerate(units) if index not in answers]


_LAST_NUMBER = re.compile(r"\d\.\d{1,3}[.;]?\s*$")


def _ends_with_numbers(prose: Prose, units: list[Unit], index: int) -> bool:
    """Whether numbers without an answer stand just above a heading, as in a table that is printed line by line."""
    at = units[index].begins
    start = max(0, at - _LONGEST_ANSWER) if index == 0 else max(units[index - 1].start, at - _LONGEST_ANSWER)
    return _LAST_NUMBER.search(prose.text, start, at) is not None and not says(prose, start, at)


_LEADING = re.compile(
    r"\b(?:recommendations?|recs?|nos?|numbers?|(?:sub-?)?paragraphs?|following|accepts?|supports?|notes?|rejects?|from|except|"
    r"for|of|in|under|with|the|recommandations?|suivantes|paragraphes?|aux?|les?|des?|recomendaci(?:ón|ones)|siguientes|"
    r"párrafos?|las?|los|del?|recs?\.|nos?\.):?$",
    re.IGNORECASE,
)


_ANSWERED = re.compile(r"\b(?:note|Notes?|Accepts?|Supports?|Rejects?)$")


def _is_led(text: str, at: int, before: str, above: Unit | None) -> bool:
    """Whether the numbers at a line start go on with the line before: "notes recommendations / 115.2"."""
    last = before[-1:]
    if last in ";”)!?" or (last == "." and not before.lower().endswith(("rec.", "recs.", "no.", "nos."))):
        return False
    lead = text[max(0, at - 20) : at].rstrip()
    # "Latvia Note / 128.4", "il en est pris note / Recommandation 107.3": the answer before, no verb of what follows
    if not _LEADING.search(lead) or _ANSWERED.search(lead):
        return False
    return not (above and above.kind == "heading" and not text[above.end : at].strip())


def _goes_on(text: str, before: Run, run: Run) -> bool:
    """Whether a label at a line start continues the list of the label before: its own list ended with a comma.

    Two columns printed side by side come out so: "77., 78., Slovenia accepts / 83., 85. these recommendations".
    """
    comma = text[before.end : before.end + 2].removeprefix(".").startswith(",")
    if not comma or text.count("\n", before.end, run.start) > 2:
        return False
    return text[run.start].isdecimal() or not text[run.start - 3 : run.start].rstrip().endswith((".", ";"))


def _is_listed(text: str, at: int, last: str) -> bool:
    """Whether the number at a line start goes on with a list: `last` is what the line before ends with."""
    if last not in _LISTING:
        return False
    return _IN_A_LIST.search(text[max(0, at - 12) : at].rstrip(" \n")) is not None


def _labelled(prose: Prose, at: int, end: int, last: str, by_number: Callable[[], bool]) -> Unit | None:
    """The unit whose label stands at a line's first character; a paragraph where it is the subject of a sentence."""
    text = prose.text
    if text[at].isdecimal():
        run = None if _is_listed(text, at, last) else read_run(text, at, end, prose.mains)
        if run is None or not _is_label(text, run, end, prose.mains, by_number):
            serial = _SERIAL.match(text, at, end)
            if serial and serial[1] in prose.mains:
                return _labelled(prose, serial.end(), end, last, by_number)
            return None
    else:
        if text[at].islower() and text[max(0, at - 12) : at].rstrip()[-1:] not in ".;:!?)•":
            return None
        prefix = _PREFIX.match(text, at, end)
        if prefix is None:
            return None
        run = read_run(text, prefix.end(), end, prose.mains)
        if run is None:
            return None
        if _GOES_ON.match(text, run.end):
            return Unit("paragraph", at, end, at)
        run = run.labelled(at)
    after = _AFTER_LABEL.match(text, run.end, end)
    return Unit("labelled", after.end() if after else run.end, end, at, run)


_SERIAL = re.compile(r"\d{1,3}[.)]?[ \t]+(?=(\d{1,3})\.\d)")
"""The number of a row before that of the recommendation: "1. 148.11 Publish the budget"."""
_GOES_ON = re.compile(r"[ \n][a-zà-ý]")
_MARKS = re.compile(r"[.,:)]*\s*")


def _is_label(text: str, run: Run, end: int, mains: frozenset[str], by_number: Callable[[], bool]) -> bool:
    """Whether a list of numbers at a line start is a label: words or a line end follow, not the rest of a sentence."""
    if not run.dotted:
        return text[run.end : run.end + 1] in (".", ",", ")") and by_number()
    if not all(number.partition(".")[0] in mains for number in run.numbers):
        return False
    after = _MARKS.match(text, run.end, end)
    first = text[after.end() : after.end() + 1] if after else ""
    return not first or first.isupper() or first in '“"•(*–-' or "\n" in (after[0] if after else "")
