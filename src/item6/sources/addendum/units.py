"""The parts of an addendum: headings, paragraphs, and what is said under the label of one or more numbers.

I. Accepted recommendations                                a heading
3. The Government accepts the recommendations 1–5, 14      a paragraph of the State's own
Rec. 18 We consider that ...      122.14– 15 / Slovenia ...    a label and what follows
5., 6., 7. The Government accepts these recommendations.   a label in a document that answers number by number
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace

from item6.sources.addendum.classes import say
from item6.sources.addendum.numbers import Run, read_run

_LINE = re.compile(r"^[ \t]*(?=\S)", re.MULTILINE)
_PREFIX = re.compile(
    r"(?:Ad\s+)?(?:Recs?\.?|Recommendations?|Recommandations?|Recomendaci(?:ón|ones)|Response\s+to(?:\s+recommendations?)?|"
    r"R\.)\s*(?:Nos?\.?|numbers?|n[°º]s?)?\s*:?\s*(?=\d)",
    re.IGNORECASE,
)
_DOTTED = re.compile(r"(?<![\d./])(\d{1,3})\.\s?\d{1,3}(?![\d/]|\.\d)")
_OWN = re.compile(r"[ \t]*(\d{1,3})\.[ \t]+(?=[^\W\d_“\"])")
_AFTER_LABEL = re.compile(r"\s*[.,:)–—-]*\s*(?=[^\W\d_]|[“\"•(*]|\n|$)")
_LISTED_ON = re.compile(r"(?:[,;–—-]|\band|\bto|\bet|\by)\s*$")
_HEADING_LENGTH = 150
_HEADING_NUMBER = re.compile(r"(?:[IVX]+|[A-Z]|\d{1,2}|\([a-z]\))[.)]?\s+(?=[A-Z])")
_SENTENCE_END = re.compile(r"[.;:!?]\s*$")


@dataclass(frozen=True, slots=True)
class Unit:
    """kind: `heading`, `paragraph` or `labelled`. start, end: range of its words. run: the numbers of a label."""

    kind: str
    start: int
    end: int
    run: Run | None = None


def find_mains(text: str, start: int, end: int) -> frozenset[str]:
    """Paragraphs of the report whose recommendations the document names: "122" where "122.1" and others stand.

    A number that stands alone may be a sum of money or a share; a paragraph's number comes back.
    """
    found = Counter(match[1] for match in _DOTTED.finditer(text, start, end))
    most = max(found.values(), default=0)
    return frozenset(main for main, count in found.items() if count >= max(2, most // 12) and int(main) >= 5)


def answers_by_number(text: str, start: int, end: int, language: str) -> bool:
    """Whether bare numbers at line starts label answers ("5., 6. Slovenia accepts these recommendations").

    They do where several such paragraphs state a class and name no number themselves; else they number the
    paragraphs of the State's own text.
    """
    labels = [m for m in _OWN.finditer(text, start, end) if m.start() == start or text[m.start() - 1] == "\n"]
    telling = 0
    for label in labels:
        stop = text.find("\n\n", label.end(), end)
        sentence = text[label.end() : min(stop if stop > 0 else end, label.end() + 160)]
        telling += bool(say(sentence, 0, len(sentence), language)) and not re.search(r"recommendations?\s+\d", sentence)
    return telling >= 3 and telling * 2 >= len(labels)


def find_units(text: str, start: int, end: int, mains: frozenset[str], language: str) -> list[Unit]:
    """The units in printed order, each ending where the next begins."""
    by_number = not mains and answers_by_number(text, start, end, language)
    units: list[Unit] = []
    for line in _LINE.finditer(text, start, end):
        unit = _unit_at(text, line.end(), end, mains, language, by_number=by_number)
        if unit is None or (units and unit.start <= units[-1].start):
            continue
        if units and units[-1].run and _goes_on(text, units[-1], unit):
            assert units[-1].run and unit.run
            numbers = units[-1].run.numbers + unit.run.numbers
            merged = replace(units[-1].run, numbers=numbers, end=unit.run.end)
            units[-1] = replace(units[-1], run=merged)
            continue
        units.append(unit)
    if not units or units[0].start > start:
        units.insert(0, Unit("paragraph", start, end))
    ends = [_before_label(text, unit) for unit in units[1:]] + [end]
    return [replace(unit, end=stop) for unit, stop in zip(units, ends, strict=True)]


def _before_label(text: str, unit: Unit) -> int:
    """Where the words before a unit end: before its label, if it has one."""
    return unit.run.start if unit.run else text.rfind("\n", 0, unit.start) + 1


def _goes_on(text: str, before: Unit, unit: Unit) -> bool:
    """Whether a label at a line start continues the list of the label before: its own list ended with a comma.

    Two columns printed side by side come out so: "77., 78., Slovenia accepts / 83., 85. these recommendations".
    """
    return (
        before.run is not None
        and unit.run is not None
        and re.match(r"\.?,", text[before.run.end : before.run.end + 2]) is not None
        and text.count("\n", before.run.end, unit.run.start) <= 2
    )


def _unit_at(text: str, at: int, end: int, mains: frozenset[str], language: str, *, by_number: bool) -> Unit | None:
    """The unit that begins at a line's first character; None where the line goes on with what stands before."""
    before = text[max(0, at - 12) : at]
    prefix = _PREFIX.match(text, at, end)
    begins = prefix.end() if prefix else at
    run = None if _LISTED_ON.search(before.rstrip(" \n")) and not prefix else read_run(text, begins, end)
    if run and (prefix or _is_label(text, run, end, mains, by_number=by_number)):
        after = _AFTER_LABEL.match(text, run.end, end)
        return Unit("labelled", after.end() if after else run.end, end, replace(run, start=at))
    if heading := _heading(text, at, end, language):
        return heading
    own = _OWN.match(text, at, end)
    if own and (own.start() == 0 or text[own.start() - 1] == "\n"):
        return Unit("paragraph", own.end(), end)
    return None


def _is_label(text: str, run: Run, end: int, mains: frozenset[str], *, by_number: bool) -> bool:
    """Whether a list of numbers at a line start is a label: words or a line end follow, not the rest of a sentence."""
    if run.dotted and not all(number.partition(".")[0] in mains for number in run.numbers):
        return False
    if not run.dotted and not by_number:
        return False
    follows = text[run.end : run.end + 3]
    if not run.dotted and not follows.startswith((".", ",", ")")):
        return False
    after = re.compile(r"[.,:)]*\s*").match(text, run.end, end)
    first = text[after.end() : after.end() + 1] if after else ""
    return not first or first.isupper() or first in '“"•(*–-' or "\n" in (after[0] if after else "") or not run.dotted


def _heading(text: str, at: int, end: int, language: str) -> Unit | None:
    """One or two short lines that state a class, without a full stop, after the end of a sentence."""
    lines = [text[at:end].split("\n", 3)[i : i + 1] for i in range(3)]
    first, second, third = ((line or [""])[0] for line in lines)
    stop = at + len(first)
    if second.strip()[:1].islower():
        stop += 1 + len(second)
        if third.strip()[:1].islower():
            return None
    words = " ".join(text[at:stop].split())
    before = text[max(0, at - 40) : at].rstrip()[-1:]
    numbered = _HEADING_NUMBER.match(words)
    body = words[numbered.end() :] if numbered else words
    if (
        len(re.findall(r"\d+", body)) > 1
        or not body[:1].isupper()
        or len(words) > _HEADING_LENGTH
        or _SENTENCE_END.search(words)
        or ". " in body
    ):
        return None
    if before and before not in '.;:!?”")*' and not numbered:
        return None
    return Unit("heading", at, stop) if say(text, at, stop, language) else None
