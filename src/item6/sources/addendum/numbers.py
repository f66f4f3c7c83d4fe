"""Lists of recommendation numbers as States write them.

122.1, 122.12, 122.17-18, 122.62- 66 and 122.141-144,122.146      with the paragraph, ranges across line ends
1–5, 14–16, 20–23, 150 – 152                                       without it
140.35. 140.36                                                     dots for commas
5., 6., 7., 8., 9.                                                 each with a dot
from 126.1. to 126.15, except 126.4                                in words
recommendations 1 and 2 of paragraph 71                            the paragraph apart
"""

from __future__ import annotations

import re
from typing import NamedTuple

from item6.terms.calendar import MONTHS

_SIGNS = "-–—‑‐‒―−\ufffe\x02"
NOUN = (
    r"(?:recommendations?|recs?\b\.?|recommandations?|recomendaci(?:ón|ones)|nos?\b\.?|numbers?|n[°º]s?|numéros?|"
    r"números?|(?:sub-?)?paragraphs?|paragraphes?|párrafos?)"
)
# "117.8.2 It wishes": the mark of a footnote is glued to the full stop
_NUMBER = r"\d{1,3}(?:\.{gap}\d{1,3})?(?![\d%]|\.\d(?!\d?(?:\s+(?-i:[A-ZÀ-Ý])|\s*$)))"
_RANGE_SIGN = (
    rf"\s*\.?\s*(?:[{_SIGNS}]|\b(?:up\s+to|to|through|thru|until|jusqu.à|à|au|al|a|hasta)\b)\s*"
    rf"(?:(?:the|la|les?|las?)\s+)?(?:{NOUN}\s*)?"
)
_ONE = {
    gap: re.compile(rf"({_NUMBER})(?:{_RANGE_SIGN}({_NUMBER}))?".replace("{gap}", gap), re.IGNORECASE)
    for gap in ("", r"\s?")
}
_SPACE_AFTER_DOT = re.compile(r"\.\s")
_SEPARATOR = re.compile(
    rf"(?:\s*(?:[,;/&.]|\b(?:and|as\s+well\s+as|or|nor|et|ainsi\s+que|ou|ni|y|e|así\s+como|o|u|from|also|the|les?|la|las|"
    rf"los|des?|du|del)\b|\b{NOUN}))+\s*",
    re.IGNORECASE,
)
_COMMA = re.compile(r"[,;]\s*(?=\d)")
"""The commonest separator."""
_SPACES = re.compile(r"[ \t]+(?=\d{1,3}\.\d)")
EXCEPT_WORDS = (
    r"(?:except(?:ing)?(?:\s+for)?|with\s+the\s+exceptions?\s+of|excluding|other\s+than|apart\s+from|but\s+not|"
    r"sauf|hormis|excepté|à\s+l.exception\s+(?:des?|du)|excepto|salvo|con\s+(?:la\s+)?excepción\s+de|a\s+excepción\s+de)"
)
_EXCEPT = re.compile(
    rf"\s*,?\s*\(?\s*{EXCEPT_WORDS}\s+(?:(?:the|those|la|las|les?|in|under|contained|listed|{NOUN})\s+)*",
    re.IGNORECASE,
)
_UNIT = (
    r"per\s*cent|percent|%|pour\s*cent|por\s*ciento|million|billion|thousand|millions?|millones|per\s+\d|points?|deaths|"
    r"euros?|dollars?|US\$|EUR|USD|km|hectares|square"
)
_MONTH = rf"(?:de\s+)?(?:{'|'.join(MONTHS)})"
_NO_NUMBER = re.compile(rf"\s*(?:{_UNIT})|,000", re.IGNORECASE)
# What a bare number counts when it is no recommendation: a date, a sum, "12 measures"; never "7 concerns", "7 is"
_COUNTED = re.compile(
    rf"\s*(?:{_MONTH}|people|children|women|men|(?:out\s+)?of\s+(?:the\s+|these\s+)?\d|(?:more|other|new|further)\b|"
    r"(?!(?:enjoys?|concerns|relates|deals|remains|refers|asks|calls|requires|contains|this|thus|does|accepts|notes|"
    r"supports|rejects|dans|sans|sous|mais|vers|nos|concernant)\b)[a-zéèêà]+s\b(?<!\bas)(?<!\bis)(?<!\bhas)(?<!\bwas))",
    re.IGNORECASE,
)
_LETTER = re.compile(r"\s?\(?[a-h]\)|\.[a-h]\b|\s?\([ivx]+\)")
# "115.1 (Chile, Peru), 115.2 (Ghana)": whose each number is
_STATES = re.compile(r"\s{0,2}\([A-ZÀ-Ý][^()\d]{2,120}\)\s*(?:[,;]|\b(?:and|et|y)\b)\s*(?:and |et |y )?(?=\d{1,3}\.\d)")
_HALF = re.compile(
    r"\s{0,2}\((?:accepted |supported )?"
    r"(?:in\s+part|partially|partly|partial|en partie|partiellement|en parte|parcialmente)"
    r"(?: accepted| supported)?\)",
    re.IGNORECASE,
)
_MOST = 300
"""No list of recommendations is longer."""


class Run(NamedTuple):
    """An unbroken list of numbers: as normalised, and where it stands.

    dotted: with the paragraph's number. excluded: those named after "except". partly: a lettered part is named.
    halves: those with "(in part)" behind them.
    """

    numbers: tuple[str, ...]
    start: int
    end: int
    dotted: bool
    excluded: tuple[str, ...] = ()
    partly: bool = False
    halves: tuple[str, ...] = ()

    def labelled(self, start: int) -> Run:
        """This list with words such as "Rec." before it, which begin at `start`."""
        return Run(self.numbers, start, self.end, self.dotted, self.excluded, self.partly, self.halves)

    def joined(self, other: Run) -> Run:
        """This list with the numbers of one that goes on with it."""
        return self._replace(numbers=self.numbers + other.numbers, end=other.end)


def read_run(
    text: str, start: int, end: int, mains: frozenset[str] = frozenset(), *, exceptions: bool = True
) -> Run | None:
    """The list of numbers that begins exactly at `start`; None where none does.

    Numbers come out in printed order, each once; those named after "except" are taken out. mains: see
    `mentions.find_runs`; "115. 3" is one number where 115 is one of them. exceptions: whether "except" is looked for.
    """
    if not text[start : start + 1].isdecimal():
        return None
    if single := _single(text, start, end):
        return single
    halves: list[str] = []
    partly = False
    numbers, main, at, last, dotted = _bulk(text, start, end)
    while one := _one(text, at, end, mains):
        if text[one.end() : one.end() + 1] not in _NO_WORD and _counts(text, one, end):
            break
        first, until = _squeezed(one[1]), _squeezed(one[2] or "")
        if numbers and dotted and "." not in first and "." in text[last:at]:
            break
        expanded, main = _expand(first, until, main)
        dotted = dotted or "." in first
        numbers += expanded
        last = one.end()
        if _is_over(text, last):
            break
        if behind := _LETTER.match(text, last, end) or _half(text, last, end):
            last = behind.end()
            if behind.re is _LETTER:
                partly = True
            else:
                halves += expanded
        at = _next(text, last, end, dotted=dotted)
    if not numbers:
        return None
    if len(halves) == len(numbers):
        halves, last = [], one.end() if one else last
    run = Run(tuple(dict.fromkeys(numbers)), start, last, dotted, (), partly, tuple(halves))
    if not exceptions or text[last : last + 1] in _NO_EXCEPTION:
        return run
    return _without_excluded(text, run, main, end, mains)


# The bulk of a long list: numbers and ranges with a comma and another number behind them
_PLAIN = re.compile(rf"(\d{{1,3}}(?:\.\d{{1,3}})?)(?:\s*[{_SIGNS}]\s*(\d{{1,3}}(?:\.\d{{1,3}})?))?[,;](?!000)\s*(?=\d)")
_PLAIN_LIST = re.compile(rf"(?:{_PLAIN.pattern})+")


def _bulk(text: str, start: int, end: int) -> tuple[list[str], str, int, int, bool]:
    """The numbers of the bulk of a list, the paragraph of the last, where the next and the last stand, if dotted."""
    numbers: list[str] = []
    main = ""
    plain = _PLAIN_LIST.match(text, start, end)
    if plain is None:
        return numbers, main, start, start, False
    for first, until in _PLAIN.findall(text, start, plain.end() + 1):
        expanded, main = _expand(first, until, main)
        numbers += expanded
    return numbers, main, plain.end(), start + len(plain[0].rstrip()) - 1, "." in plain[0]


# What words begin with that go on with a list, or say what its last number counts: "to", "and", "except", "million"
_GOES_ON = frozenset(
    "up to th un ju au al ha an as or no et ai ou ni fr le la lo de du re nu nú su pa pá "
    "pe po mi bi eu do us km he sq ex wi ot ap bu sa ho co".split()
)
_WORD_AFTER = re.compile(r"\.?\s+([^\W\d_]{2})")


def _is_over(text: str, end: int) -> bool:
    """Whether a list ends for certain with the number that ends here: a word follows that goes on with none."""
    word = _WORD_AFTER.match(text, end)
    return word is not None and word[1].lower() not in _GOES_ON


_SINGLE = re.compile(
    rf"(\d{{1,3}}(?:\.\d{{1,3}})?)(?:\s*[{_SIGNS}]\s*(\d{{1,3}}(?:\.\d{{1,3}})?))?(\.?)\s+([^\W\d_]{{2,}})"
)
_COUNTS = frozenset("de people children women men out of more other new further".split()) | MONTHS.keys()
"""Words behind a number that it may count, beside those that end with an s."""


def _single(text: str, start: int, end: int) -> Run | None:
    """One number or range with a word behind it that goes on with no list: what most labels are."""
    found = _SINGLE.match(text, start, end)
    if found is None:
        return None
    first, until, stop, word = found.groups("")
    word = word.lower()
    if word[:2] in _GOES_ON:
        return None
    last = found.start(3)
    counts = not (stop or "." in first or "." in until) and (word[-1] == "s" or word in _COUNTS)
    if counts and _COUNTED.match(text, last, end):
        return None
    numbers, _ = _expand(first, until, "")
    return Run(tuple(numbers), start, last, "." in first)


# What may stand right behind a number where no unit ("5 million") does, and behind a list without an exception; the
# patterns need not be tried there
_NO_WORD = ".;:)(–—-/"
_NO_EXCEPTION = ".;:)–—-/"


def _counts(text: str, one: re.Match[str], end: int) -> bool:
    """Whether a number is a sum, a share, a date or counts something, as the words behind it say."""
    if _NO_NUMBER.match(text, one.end(), end):
        return True
    return "." not in one[0] and _COUNTED.match(text, one.end(), end) is not None


def _half(text: str, last: int, end: int) -> re.Match[str] | None:
    return _HALF.match(text, last, end) if "(" in text[last : last + 3] else None


def _squeezed(number: str) -> str:
    return number if number.isdecimal() else "".join(number.split())


def _one(text: str, at: int, end: int, mains: frozenset[str]) -> re.Match[str] | None:
    """A number or a range at an offset; one with a space after its dot only where its paragraph is known."""
    spaced = _ONE[r"\s?"].match(text, at, end)
    if spaced and _SPACE_AFTER_DOT.search(spaced[1]) and spaced[1].partition(".")[0] not in mains:
        return _ONE[""].match(text, at, end)
    return spaced


def _next(text: str, last: int, end: int, *, dotted: bool) -> int:
    """Where the next number of a list would stand; the end where the list is over."""
    if comma := _COMMA.match(text, last, end):
        return comma.end()
    separator = _SEPARATOR.match(text, last, end)
    if separator is None:
        between = _STATES if "(" in text[last : last + 3] else _SPACES
        found = between.match(text, last, end) if dotted else None
        return found.end() if found else end
    # "43., 44.\n45. Slovenia accepts": the next label, not the next number
    ended = not dotted and separator[0].strip() == "." and "\n" in separator[0]
    return end if ended else separator.end()


def _without_excluded(text: str, run: Run, main: str, end: int, mains: frozenset[str]) -> Run:
    excluding = _EXCEPT.match(text, run.end, end)
    excluded = read_run(text, excluding.end(), end, mains, exceptions=False) if excluding else None
    if excluded is None:
        return run
    out = tuple(f"{main}.{number}" if main and "." not in number else number for number in excluded.numbers)
    kept = tuple(number for number in run.numbers if number not in out)
    return run._replace(numbers=kept, end=excluded.end, excluded=out)


def _expand(first: str, until: str, main: str) -> tuple[list[str], str]:
    """Numbers of one entry, and the paragraph's number that bare ones after it belong to."""
    before, _, sub = first.rpartition(".")
    main = before or main
    if not until:
        return [f"{main}.{int(sub)}" if main else str(int(sub))], main
    end_main, _, end = until.rpartition(".")
    if end_main and end_main != main:
        # "117.2–3.1": the mark of a footnote is glued to the full stop
        end = end_main if int(end_main) > int(sub) else sub
    low, high = int(sub), int(end or sub)
    if not low <= high <= low + _MOST:
        high = low
    prefix = f"{main}." if main else ""
    return [f"{prefix}{n}" for n in range(low, high + 1)], main
