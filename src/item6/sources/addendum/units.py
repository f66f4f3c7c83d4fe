"""The parts of an addendum: headings, paragraphs, and what is said under the label of one or more numbers.

I. Accepted recommendations                                a heading
3. The Government accepts the recommendations 1–5, 14      a paragraph of the State's own
Rec. 18 We consider that ...      122.14– 15 / Slovenia ...    a label and what follows
5., 6., 7. The Government accepts these recommendations.   a label in a document that answers number by number
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from item6.sources.addendum.classes import says
from item6.sources.addendum.numbers import Run, read_run
from item6.sources.addendum.prose import Prose
from item6.sources.addendum.verdicts import alone, of_heading

_PREFIX = re.compile(
    r"(?:Ad\s+)?(?:Recs?\.?|Recommendations?|Recommandations?|Recomendaci(?:ón|ones)|Response\s+to(?:\s+recommendations?)?|"
    r"R\.)\s*(?:Nos?\.?|numbers?|n[°º]s?)?\s*:?\s*(?=\d)",
    re.IGNORECASE,
)
_OWN = re.compile(r"[ \t]*(\d{1,3})[.:)][ \t]+(?=[^\W\d_“\"])")
_OWN_LABEL = re.compile(r"\n[ \t]*(?:\d{1,3}\.,[ \t]*)*\d{1,3}[.:)],?[ \t]+(?=[^\W\d_“\"])")
_OWN_FIRST = re.compile(_OWN_LABEL.pattern.removeprefix(r"\n"))
_AFTER_LABEL = re.compile(r"\s*[.,:)–—-]*\s*(?=[^\W\d_]|[“\"•(*]|\n|$)")
_IN_A_LIST = re.compile(r"\d\.?\s*(?:[,;–—‑-]|(?:,\s*)?\b(?:and|to|through|et|y|à|al?))$")
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


_DIGIT = re.compile(r"\d")
_NUMBERS = re.compile(r"(?:recommendations?|recommandations?|recomendaci\w+)\s+\d|\d\.\d", re.IGNORECASE)


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
        names = _DIGIT.search(text, label.end(), stop) and _NUMBERS.search(text, label.end(), stop)
        telling += not names and says(prose, label.end(), stop)
    return telling >= wanted


def _own_labels(text: str, start: int, end: int) -> list[re.Match[str]]:
    first = _OWN_FIRST.match(text, 0, end) if start == 0 else None
    found = list(_OWN_LABEL.finditer(text, max(0, start - 1), end))
    return [first, *found] if first else found


_LONGEST_ANSWER = 160
"""Characters after a label within which its answer begins."""


def find_units(prose: Prose, start: int, end: int) -> list[Unit]:
    """The units in printed order, each ending where the next begins."""
    text, mains, language = prose.text, prose.mains, prose.language
    by_number = answers_by_number(prose, start, end)
    units: list[Unit] = []
    for at in _beginnings(text, start, end):
        unit = _unit_at(text, at, end, mains, language, by_number=by_number)
        if unit is None or (units and _begins(unit) <= _begins(units[-1])) or _is_led(text, unit, units):
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
    units = _without_answers(text, units, language)
    ends = [_before_label(text, unit) for unit in units[1:]] + [end]
    return [part for unit, stop in zip(units, ends, strict=True) for part in _ended(text, unit, stop)]


def _beginnings(text: str, start: int, end: int) -> Iterator[int]:
    """Offset of the first character of each line that begins from `start` on and may begin a unit."""
    if start == 0 and (first := _FIRST.match(text, 0, end)):
        yield first.end()
    for line in _BEGINNING.finditer(text, max(0, start - 1), end):
        yield line.end()


# Lines that begin with a small letter go on with what stands before, but for "rec. 5", "ad rec. 5", "nos. 5"
_BEGINNING = re.compile(r"\n[ \t]*(?=[^\sb-mo-qs-z])")
_FIRST = re.compile(_BEGINNING.pattern.removeprefix(r"\n"))


def _without_answers(text: str, units: list[Unit], language: str) -> list[Unit]:
    """The units without words such as "Accepted" that are the answer under a number, and no heading above several.

    They are answers where the first of them stands after the first number.
    """
    words = [" ".join(text[unit.start : unit.end].split()) if unit.kind == "heading" else "" for unit in units]
    answers = {index for index, each in enumerate(words) if each and alone(each, language)}
    first = next((index for index, unit in enumerate(units) if unit.run), len(units))
    if not answers or min(answers) < first:
        return units
    return [unit for index, unit in enumerate(units) if index not in answers]


_LEADING = re.compile(
    r"\b(?:recommendations?|recs?|nos?|numbers?|(?:sub-?)?paragraphs?|following|accepts?|supports?|notes?|rejects?|from|except|"
    r"for|of|in|under|with|the|recommandations?|suivantes|paragraphes?|aux?|les?|des?|recomendaci(?:ón|ones)|siguientes|"
    r"párrafos?|las?|los|del?|recs?\.|nos?\.):?$",
    re.IGNORECASE,
)


def _is_led(text: str, unit: Unit, units: list[Unit]) -> bool:
    """Whether the numbers at a line start go on with the line before: "notes recommendations / 115.2"."""
    before = text[max(0, _begins(unit) - 20) : _begins(unit)].rstrip()
    full_stop = before[-1:] in ".;”)!?" and not before.lower().endswith(("rec.", "recs.", "no.", "nos."))
    if unit.run is None or full_stop or not _LEADING.search(before):
        return False
    above = units[-1] if units else None
    if above and _goes_on(text, above, unit):
        return False
    return not (above and above.kind == "heading" and not text[above.end : unit.run.start].strip())


def _begins(unit: Unit) -> int:
    return unit.run.start if unit.run else unit.start


def _ended(text: str, unit: Unit, stop: int) -> list[Unit]:
    """The unit up to where the next one begins; a heading keeps its lines, what follows them is a paragraph."""
    if unit.kind != "heading":
        return [Unit(unit.kind, unit.start, stop, unit.run)]
    after = [Unit("paragraph", unit.end, stop)] if text[unit.end : stop].strip() else []
    return [unit, *after]


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
        and text[before.run.end : before.run.end + 2].removeprefix(".").startswith(",")
        and text.count("\n", before.run.end, unit.run.start) <= 2
    )


def _unit_at(text: str, at: int, end: int, mains: frozenset[str], language: str, *, by_number: bool) -> Unit | None:
    """The unit that begins at a line's first character; None where the line goes on with what stands before."""
    if text[at].islower() and text[at] not in "ran":
        return None
    before = text[max(0, at - 12) : at]
    prefix = _PREFIX.match(text, at, end) if text[at] in "AaRr" else None
    if prefix and text[at].islower() and before.rstrip()[-1:] not in ("", *".;:!?)•"):
        return None
    begins = prefix.end() if prefix else at
    numbered = text[begins].isdecimal()
    listed_on = numbered and not prefix and _IN_A_LIST.search(before.rstrip(" \n"))
    run = read_run(text, begins, end, mains) if numbered and not listed_on else None
    if run and prefix and _GOES_ON.match(text, run.end):
        return Unit("paragraph", at, end)
    if run and (prefix or _is_label(text, run, end, mains, by_number=by_number)):
        after = _AFTER_LABEL.match(text, run.end, end)
        labels = replace(run, start=at) if prefix else run
        return Unit("labelled", after.end() if after else run.end, end, labels)
    if heading := _heading(text, at, end, language):
        return heading
    own = _OWN.match(text, at, end)
    if own and not _IN_A_LIST.search(before.rstrip(" \n")) and (own.start() == 0 or text[own.start() - 1] == "\n"):
        return Unit("paragraph", own.end(), end)
    return None


_GOES_ON = re.compile(r"[ \n][a-zà-ý]")
_MARKS = re.compile(r"[.,:)]*\s*")


def _is_label(text: str, run: Run, end: int, mains: frozenset[str], *, by_number: bool) -> bool:
    """Whether a list of numbers at a line start is a label: words or a line end follow, not the rest of a sentence."""
    if run.dotted and not all(number.partition(".")[0] in mains for number in run.numbers):
        return False
    if not run.dotted and not by_number:
        return False
    follows = text[run.end : run.end + 3]
    if not run.dotted and not follows.startswith((".", ",", ")")):
        return False
    after = _MARKS.match(text, run.end, end)
    first = text[after.end() : after.end() + 1] if after else ""
    return not first or first.isupper() or first in '“"•(*–-' or "\n" in (after[0] if after else "") or not run.dotted


def _heading(text: str, at: int, end: int, language: str) -> Unit | None:
    """One or two short lines that state a class, without a full stop, after the end of a sentence.

    Also a sentence that ends with a colon: "The following recommendations are noted:".
    """
    ended = text[max(0, at - 40) : at].rstrip()[-1:] in ("", *'.;:!?”")*')
    if not (ended or _HEADING_NUMBER.match(text, at, end) or _after_heading(text, at)):
        return None
    ends_so = text.find(":", at, min(end, at + _LONGEST_LEAD)) > 0
    lead = _LEAD_IN.match(text, at, end) if ends_so else None
    if lead and len(lead[0]) < _LONGEST_LEAD and of_heading(" ".join(lead[0].split()), language):
        return Unit("heading", at, lead.end())
    lines = text[at : min(end, at + 3 * _HEADING_LENGTH)].split("\n", 3)[:3]
    first, second, third = (*lines, "", "")[:3]
    stop = at + len(first)
    if second.strip()[:1].islower():
        stop += 1 + len(second)
        if third.strip()[:1].islower():
            return None
    words = " ".join(text[at:stop].split())
    numbered = _HEADING_NUMBER.match(words)
    body = words[numbered.end() :] if numbered else words
    if (
        _TWO_NUMBERS.search(body)
        or not body[:1].isupper()
        or len(words) > _HEADING_LENGTH
        or (_SENTENCE_END.search(words) and not words.endswith(":"))
        or ". " in body
    ):
        return None
    if alone(body.rstrip(":"), language) or (_is_title(body) and of_heading(body, language)) or _resets(words):
        return Unit("heading", at, stop)
    return None


_TWO_NUMBERS = re.compile(r"\d\D+\d")
_TITLE_NOUN = re.compile(r"recommendation|recommandation|recomendaci", re.IGNORECASE)
_VERB_BEFORE = re.compile(
    r"\b(?:accepts?|supports?|notes?|rejects?|takes?|cannot|can|does|do|has|have|is|are|will|would|it|we|however|this|these|"
    r"accepte|prend|appuie|rejette|est|sont|acepta|toma|apoya|rechaza|es|son)\b",
    re.IGNORECASE,
)


def _is_title(body: str) -> bool:
    """Whether words are a title and no beginning of a sentence: the noun stands before any verb."""
    noun = _TITLE_NOUN.search(body)
    return noun is not None and not _VERB_BEFORE.search(body, 0, noun.start())


_LEAD_IN = re.compile(
    r"[A-ZÀ-Ý](?:[^.;:\d]|\d(?!\.)){0,400}?"
    r"(?:following\s+recommendations|recommendations\s+(?:below|listed)|recommandations\s+(?:suivantes|ci-après)|"
    r"recomendaciones\s+siguientes|siguientes\s+recomendaciones)[^.;:\d]{0,200}:[ \t]*(?=\n)"
)
_LONGEST_LEAD = 400


def _after_heading(text: str, at: int) -> bool:
    """Whether the line before is short and has no sentence: a title, or a number at its end."""
    if text[at - 1 : at] == "\n" and text.rfind("\n", max(0, at - 1 - _SHORT), at - 1) < 0 and at > _SHORT:
        return False
    before = text[max(0, at - _FAR) : at].rstrip("\n").rpartition("\n")[2]
    return len(before) < _SHORT and (before[-1:].isdigit() or before[:1].isupper())


_FAR, _SHORT = 200, 60


def _resets(words: str) -> bool:
    """Whether it is a heading of its own without a class, under which the one before no longer holds."""
    return _ROMAN.match(words) is not None


_ROMAN = re.compile(r"[IVX]+\.\s+[A-ZÀ-Ý]")
