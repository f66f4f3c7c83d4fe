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
from collections.abc import Iterator
from dataclasses import dataclass, replace

from item6.sources.addendum.prose import Prose
from item6.terms.calendar import MONTHS

_SIGNS = "-–—‑‐‒―−\ufffe\x02"
_NOUN = (
    r"(?:recommendations?|recs?\b\.?|recommandations?|recomendaci(?:ón|ones)|nos?\b\.?|numbers?|n[°º]s?|numéros?|"
    r"números?|(?:sub-?)?paragraphs?|paragraphes?|párrafos?)"
)
# "117.8.2 It wishes": the mark of a footnote is glued to the full stop
_NUMBER = r"\d{1,3}(?:\.{gap}\d{1,3})?(?![\d%]|\.\d(?!\d?(?:\s+(?-i:[A-ZÀ-Ý])|\s*$)))"
_RANGE_SIGN = (
    rf"\s*\.?\s*(?:[{_SIGNS}]|\b(?:up\s+to|to|through|thru|until|jusqu.à|à|au|al|a|hasta)\b)\s*"
    rf"(?:(?:the|la|les?|las?)\s+)?(?:{_NOUN}\s*)?"
)
_ONE = {
    gap: re.compile(rf"({_NUMBER})(?:{_RANGE_SIGN}({_NUMBER}))?".replace("{gap}", gap), re.IGNORECASE)
    for gap in ("", r"\s?")
}
_SPACE_AFTER_DOT = re.compile(r"\.\s")
_SEPARATOR = re.compile(
    rf"(?:\s*(?:[,;/&.]|\b(?:and|as\s+well\s+as|or|nor|et|ainsi\s+que|ou|ni|y|e|así\s+como|o|u|from|also|the|les?|la|las|"
    rf"los|des?|du|del)\b|\b{_NOUN}))+\s*",
    re.IGNORECASE,
)
_COMMA = re.compile(r"[,;]\s*(?=\d)")
"""The commonest separator."""
_SPACES = re.compile(r"[ \t]+(?=\d{1,3}\.\d)")
_EXCEPT_WORDS = (
    r"(?:except(?:ing)?(?:\s+for)?|with\s+the\s+exceptions?\s+of|excluding|other\s+than|apart\s+from|but\s+not|"
    r"sauf|hormis|excepté|à\s+l.exception\s+(?:des?|du)|excepto|salvo|con\s+(?:la\s+)?excepción\s+de|a\s+excepción\s+de)"
)
_EXCEPT = re.compile(
    rf"\s*,?\s*\(?\s*{_EXCEPT_WORDS}\s+(?:(?:the|those|la|las|les?|in|under|contained|listed|{_NOUN})\s+)*",
    re.IGNORECASE,
)
_EXCEPT_BEFORE = re.compile(
    rf"\b{_EXCEPT_WORDS}\s+(?:(?:the|those|la|las|les?|in|under|contained|listed|{_NOUN})\s*)*$", re.IGNORECASE
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
_MOST = 300
"""No list of recommendations is longer."""


@dataclass(frozen=True, slots=True)
class Run:
    """An unbroken list of numbers: as normalised, and where it stands.

    dotted: with the paragraph's number. excluded: those named after "except". partly: a lettered part is named.
    """

    numbers: tuple[str, ...]
    start: int
    end: int
    dotted: bool
    excluded: tuple[str, ...] = ()
    partly: bool = False


def read_run(
    text: str, start: int, end: int, mains: frozenset[str] = frozenset(), *, exceptions: bool = True
) -> Run | None:
    """The list of numbers that begins exactly at `start`; None where none does.

    Numbers come out in printed order, each once; those named after "except" are taken out. mains: see `find_runs`;
    "115. 3" is one number where 115 is one of them. exceptions: whether "except" is looked for.
    """
    if not text[start : start + 1].isdecimal():
        return None
    if single := _single(text, start, end):
        return single
    numbers: list[str] = []
    main, at, last, dotted, partly = "", start, start, False, False
    if plain := _PLAIN_LIST.match(text, start, end):
        for first, until in _PLAIN.findall(text, start, plain.end() + 1):
            expanded, main = _expand(first, until, main)
            numbers += expanded
        dotted = "." in plain[0]
        at, last = plain.end(), start + len(plain[0].rstrip()) - 1
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
        if letter := _LETTER.match(text, last, end):
            partly, last = True, letter.end()
        at = _next(text, last, end, dotted=dotted)
    if not numbers:
        return None
    run = Run(tuple(dict.fromkeys(numbers)), start, last, dotted, (), partly)
    if not exceptions or text[last : last + 1] in _NO_EXCEPTION:
        return run
    return _without_excluded(text, run, main, end, mains)


# The bulk of a long list: numbers and ranges with a comma and another number behind them
_PLAIN = re.compile(rf"(\d{{1,3}}(?:\.\d{{1,3}})?)(?:\s*[{_SIGNS}]\s*(\d{{1,3}}(?:\.\d{{1,3}})?))?[,;](?!000)\s*(?=\d)")
_PLAIN_LIST = re.compile(rf"(?:{_PLAIN.pattern})+")
# What words begin with that go on with a list, or say what its last number counts: "to", "and", "except", "million"
_GOES_ON = frozenset(
    "up to th un ju au al ha an as or no et ai ou ni fr le la lo de du re nu su pa pá pe po mi bi eu do us km he sq ex wi "
    "ot ap bu sa ho co".split()
)
_WORD_AFTER = re.compile(r"\.?\s+([^\W\d_]{2})")


def _is_over(text: str, end: int) -> bool:
    """Whether a list ends for certain with the number that ends here: a word follows that goes on with none."""
    word = _WORD_AFTER.match(text, end)
    return word is not None and word[1].lower() not in _GOES_ON


_SINGLE = re.compile(
    rf"(\d{{1,3}}(?:\.\d{{1,3}})?)(?:\s*[{_SIGNS}]\s*(\d{{1,3}}(?:\.\d{{1,3}})?))?(\.?)\s+([^\W\d_]{{2}})"
)


def _single(text: str, start: int, end: int) -> Run | None:
    """One number or range with a word behind it that goes on with no list: what most labels are."""
    found = _SINGLE.match(text, start, end)
    if found is None or found[4].lower() in _GOES_ON:
        return None
    last = found.start(3)
    dotted = "." in found[1] or "." in (found[2] or "")
    if not (dotted or found[3]) and _COUNTED.match(text, last, end):
        return None
    numbers, _ = _expand(found[1], found[2] or "", "")
    return Run(tuple(numbers), start, last, "." in found[1])


# What may stand right behind a number where no unit ("5 million") does, and behind a list without an exception; the
# patterns need not be tried there
_NO_WORD = ".;:)(–—-/"
_NO_EXCEPTION = ".;:)–—-/"


def _counts(text: str, one: re.Match[str], end: int) -> bool:
    """Whether a number is a sum, a share, a date or counts something, as the words behind it say."""
    if _NO_NUMBER.match(text, one.end(), end):
        return True
    return "." not in one[0] and _COUNTED.match(text, one.end(), end) is not None


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
        spaces = _SPACES.match(text, last, end) if dotted else None
        return spaces.end() if spaces else end
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
    return replace(run, numbers=kept, end=excluded.end, excluded=out)


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


_AFTER_CLASS = re.compile(r"(?:accept\w*|support\w*|not(?:es|ed)|reject\w*|numbered|under|[:;])\W*$", re.IGNORECASE)
_FOREIGN = re.compile(r"\b(?:general|ILO|OIT|générales?|generales)\W*$", re.IGNORECASE)
_FOREIGN_AFTER = re.compile(
    r"\s*(?:of|by|from|du|de\s+l.|del?)\s+(?:the\s+)?(?:ILO|Committee|CEDAW|International|Council\s+of|Venice|Special|"
    r"Comité|OIT)",
    re.IGNORECASE,
)
_REFERENCE = re.compile(
    r"(?:\b(?:see|cf|voir|véase|véanse|ver)\b\.?(?:\s+(?:also|aussi|también|the|our|its|la|las|les|answers?|repl\w+|responses?|"
    r"réponses?|respuestas?|explanations?|comments?|position|to|under|on|in|for|à|aux?|a|above|below|further|of))*|"
    r"\brefers?\s+(?:back\s+)?to(?:\s+(?:the|its)\s+\w+\s+(?:to|on|under))?|"
    r"\b(?:as|similar|identical|same\s+(?:\w+\s+)?as|unlike|like|alike)\s+(?:with|in|to|under)?|"
    r"\b(?:given|provided|explained|stated|said|mentioned|described)\s+(?:to|under|in|on|for|with\s+regard\s+to))"
    r"\s+(?:the\s+|la\s+|les\s+|las\s+|its\s+)?(?:response\s+to\s+|reply\s+to\s+|answer\s+to\s+)?$",
    re.IGNORECASE,
)
_OTHER_THING = re.compile(
    r"(?:\b(?:articles?|arts?\.|sections?|targets?|goals?|SDGs?|figures?|tables?|rules?|chapters?|pages?|versions?|"
    r"regulations?|resolutions?|laws?|acts?|decrees?|conventions?|protocols?|cibles?|objectifs?|metas?|objetivos?)"
    r"(?:\s+(?:nos?\.?|numbers?))?|[$€£])\s*$",
    re.IGNORECASE,
)
_OF_PARAGRAPH = re.compile(
    r"\s*(?:,\s*)?(?:\()?(?:all\s+)?(?:of|in|under|contained\s+in|listed\s+in|from|du|au|del?|en)\s+(?:the\s+|el\s+)?"
    r"(?:paragraph|paragraphe|párrafo)\s+(\d{1,3})(?!\.\d)",
    re.IGNORECASE,
)
_PARAGRAPH_BEFORE = re.compile(r"\b(?:paragraph|paragraphe|párrafo)\s+(\d{1,3})\s*[,:(]\s*$", re.IGNORECASE)
_BEFORE = 70
"""Characters before a list that can tell what its numbers are."""


def first_number(prose: Prose, start: int, end: int) -> int:
    """Offset before which `find_runs` finds nothing; `end` where it finds nothing at all."""
    lead, bare = prose.lead(start, end), prose.bare(start, end)
    return min(lead.start() if lead else end, bare.start() if bare else end)


def find_runs(prose: Prose, start: int, end: int) -> Iterator[Run]:
    """Lists of numbers in running text that are recommendations spoken of, in order.

    Bare numbers count only after a word such as "recommendations" or "Nos."; numbers with the paragraph also where
    the paragraph is one of the `mains` of the prose, those whose recommendations the document answers. Numbers that
    are only referred to ("see recommendation 24") are left out.
    """
    lead, bare = prose.lead(start, end), prose.bare(start, end)
    while lead or bare:
        led = lead is not None and (bare is None or lead.start() <= bare.start())
        found = lead if led else bare
        assert found
        run = _run_at(prose, found, end, start, led=led)
        at = run.end if run else max(found.start() + 1, found.end() if led else 0)
        if run and (run.numbers or run.excluded) and not _is_referred_to(prose, run, found.start(), start):
            yield run
        if lead and lead.start() < at:
            lead = prose.lead(at, end)
        if bare and bare.start() < at:
            bare = prose.bare(at, end)


def _is_referred_to(prose: Prose, run: Run, at: int, floor: int) -> bool:
    before = max(floor, run.start - _BEFORE)
    return _is_telling_before(prose.lower, before, at) and _REFERENCE.search(prose.text, before, at) is not None


# The last words of what can stand before a list that is referred to, or is none of recommendations
_TELLING_BEFORE = frozenset(
    "see cf voir véase véanse ver also aussi también the our its la las les answer answers response responses réponse "
    "réponses respuesta respuestas explanation explanations comment comments position to under on in for à au aux a above "
    "below further of as similar identical same unlike like alike with article articles art arts section sections target "
    "targets goal goals sdg sdgs figure figures table tables rule rules chapter chapters page pages version versions "
    "regulation regulations resolution resolutions law laws act acts decree decrees convention conventions protocol "
    "protocols cible cibles objectif objectifs meta metas objetivo objetivos no nos number numbers general ilo oit générale "
    "générales generales".split()
)
_CURRENCY = "$€£"


def _is_telling_before(lower: str, start: int, end: int) -> bool:
    """Whether the last word before a list is one of those that the patterns for it end with; far cheaper than they."""
    last = end
    while last > start and not lower[last - 1].isalnum():
        last -= 1
        if lower[last] in _CURRENCY:
            return True
    first = last
    while first > start and lower[first - 1].isalnum():
        first -= 1
    word = lower[first:last]
    return word in _TELLING_BEFORE or word.startswith("repl") or first == start


_EXCEPTIONS = ("xcep", "xcluding", "other", "apart", "but", "sauf", "hormis", "salvo")


def _run_at(prose: Prose, found: re.Match[str], end: int, floor: int, *, led: bool) -> Run | None:
    """The list that begins after a lead, or at a number with a known paragraph; None where it is something else."""
    text, mains = prose.text, prose.mains
    begins = found.end() if led else found.start()
    run = read_run(text, begins, end, mains)
    before = max(floor, found.start() - _BEFORE)
    telling = _is_telling_before(prose.lower, before, found.start())
    if run is None or (telling and _OTHER_THING.search(text, before, found.start())):
        return None
    if led and not _is_lead(text, found, run, before, telling=telling):
        return None
    words = prose.lower[before:begins]
    if any(map(words.__contains__, _EXCEPTIONS)) and _EXCEPT_BEFORE.search(text, before, begins):
        # "Except for 115.3, recommendations 115.1 to 115.9": the list that follows is another one
        other = _OTHER_LIST.search(text, begins, run.end)
        run = (other and read_run(text, begins, other.start(), mains)) or run
        return replace(run, numbers=(), excluded=run.numbers)
    if run.dotted:
        return run
    return _with_paragraph(text, found, run, end, before)


_OTHER_LIST = re.compile(r",\s+(?:(?:the|all|les|las|toutes|todas)\s+)*(?:recommend|recommand|recomend)", re.IGNORECASE)


_WORD_BEHIND = re.compile(r"\s+\w")


def _is_lead(text: str, found: re.Match[str], run: Run, before: int, *, telling: bool) -> bool:
    """Whether the words before a list say that its numbers are recommendations of the review."""
    words = found[0]
    if words.startswith(("no", "num", "núm", "n°", "nº")) and not words.startswith("numbered") and not run.dotted:
        return _AFTER_CLASS.search(text, before, found.start()) is not None
    if (telling and _FOREIGN.search(text, before, found.start())) or _FOREIGN_AFTER.match(text, run.end):
        return False
    # "recommendations: 12 are accepted, 3 noted" counts them
    counts = ":" in words and len(run.numbers) == 1 and not run.dotted
    return not (counts and _WORD_BEHIND.match(text[run.end : run.end + 3]))


def _with_paragraph(text: str, found: re.Match[str], run: Run, end: int, before: int) -> Run | None:
    """Bare numbers under the paragraph that stands beside them; None where they are paragraphs themselves."""
    if "paragra" in found[0] or "párrafo" in found[0]:
        return None
    of = _OF_PARAGRAPH.match(text, run.end, end)
    if of is None and text[before : found.start()].rstrip()[-1:] in (*",:(",):
        of = _PARAGRAPH_BEFORE.search(text, before, found.start())
    if of is None:
        return run
    numbers = tuple(f"{of[1]}.{number}" for number in run.numbers)
    excluded = tuple(f"{of[1]}.{number}" for number in run.excluded)
    return replace(run, numbers=numbers, excluded=excluded, dotted=True, end=max(run.end, of.end()))
