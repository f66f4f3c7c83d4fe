"""Lists of numbers in running text that are recommendations spoken of, and the paragraphs whose they are.

What stands before a list tells whether it names recommendations ("accepts recommendations 1-5"), something else
("article 12.3"), an exception, or only refers to them ("see recommendation 24").
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from item6.sources.addendum.numbers import EXCEPT_WORDS, NOUN, Run, read_run
from item6.sources.addendum.prose import Prose

_EXCEPT_BEFORE = re.compile(
    rf"\b{EXCEPT_WORDS}\s+(?:(?:the|those|la|las|les?|in|under|contained|listed|{NOUN})\s*)*$", re.IGNORECASE
)
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
    r"\bas\s+(?:with|in|under)|\b(?:similar|identical|same\s+(?:\w+\s+)?as|unlike|like|alike)\s+(?:with|in|to|under)?|"
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
    if not prose.may_list(start, end):
        return end
    lead, bare = prose.lead(start, end), prose.bare(start, end)
    return min(lead.start() if lead else end, bare.start() if bare else end)


def find_runs(prose: Prose, start: int, end: int) -> Iterator[Run]:
    """Lists of numbers in running text that are recommendations spoken of, in order.

    Bare numbers count only after a word such as "recommendations" or "Nos."; numbers with the paragraph also where
    the paragraph is one of the `mains` of the prose, those whose recommendations the document answers. Numbers that
    are only referred to ("see recommendation 24") are left out.
    """
    if not prose.may_list(start, end):
        return
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
    "see cf voir véase véanse ver also aussi también the our its la las les answer answers response responses "
    "réponse réponses respuesta respuestas explanation explanations comment comments position to under on in for à "
    "au aux a above below further of as similar identical same unlike like alike with article articles art arts "
    "section sections target targets goal goals sdg sdgs figure figures table tables rule rules chapter chapters "
    "page pages version versions regulation regulations resolution resolutions law laws act acts decree decrees "
    "convention conventions protocol protocols cible cibles objectif objectifs meta metas objetivo objetivos no nos "
    "number numbers general ilo oit générale générales generales".split()
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
        return run._replace(numbers=(), excluded=run.numbers)
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
    # "recommendations: 12 are accepted, 3 noted" counts them, and so does "Accepted recommendations (5): 170.1"
    counts = ":" in words and len(run.numbers) == 1 and not run.dotted
    if "s (" in words and len(run.numbers) == 1 and not run.dotted and text[run.end : run.end + 1] == ")":
        return False
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
    return run._replace(numbers=numbers, excluded=excluded, dotted=True, end=max(run.end, of.end()))


_DOTTED = re.compile(
    r"(\d(?<![\d./]\d)\d{0,2})\.\d{1,3}(?![\d/%]|\.\d|\s*(?:per\s*cent|percent|million|billion|deaths|pour\s*cent|por\s*ciento)|,\d{3})",
    re.IGNORECASE,
)
_NO_RECOMMENDATION = re.compile(
    r"(?:\b(?:articles?|arts?\.|sections?|targets?|goals?|SDGs?|figures?|tables?|rules?|chapters?|versions?|cibles?|metas?|"
    r"objectifs?|objetivos?)(?:\s+\d{1,3}\.\d{1,3}[,;]?(?:\s+(?:and|et|y))?)*\s*|[$€£]\s*)$",
    re.IGNORECASE,
)
_LED = re.compile(
    r"(?:recommendations?|recommandations?|recomendaci(?:ón|ones)|recs?\.|except|except\s+for|sauf|salvo|excepto)\s+$",
    re.IGNORECASE,
)
_LOWEST = 5
"""No report has recommendations before its fifth paragraph."""


_OTHER_STEMS = (
    *("art", "section", "target", "goal", "sdg", "figure", "table", "rule", "chapter", "version"),
    *("cible", "meta", "objecti", "objeti", "$", "€", "£"),
)


def _names_another(words: str) -> bool:
    """Whether the words before a number may say that it is something else: no end of a sentence does."""
    words = words.rstrip()
    ended = words[-1:] in _ENDS and not words.endswith(("art.", "arts."))
    return not ended and any(map(words.__contains__, _OTHER_STEMS))


_ENDS = frozenset(".:)”")


def _dotted(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Matches of numbers with a paragraph; their dot is found several times as fast as a digit."""
    at = start
    for dot in _DOT.finditer(text, start, end):
        first = dot.start()
        while first > at and text[first - 1].isdecimal():
            first -= 1
        if match := _DOTTED.match(text, first, end):
            at = match.end()
            yield match


_DOT = re.compile(r"\.\d")


def find_mains(text: str, lower: str, start: int, end: int) -> frozenset[str]:
    """Paragraphs of the report whose recommendations the document names: "122" where "122.1" and others stand.

    lower: the text in small letters. A number that stands alone may be a sum of money or a share; a paragraph's
    number comes back.
    """
    found: Counter[str] = Counter()
    sure: set[str] = set()
    other, last = False, start
    for match in _dotted(text, start, end):
        at = match.start()
        if match[1] in sure and text[at - 1] == "\n":
            found[match[1]] += 1
            other, last = False, match.end()
            continue
        # A number that goes on with a list is what the one before it is
        if other or text[last:at].strip() != ",":
            before = max(start, at - 60)
            named = _names_another(lower[before:at])
            other = named and _NO_RECOMMENDATION.search(text, before, at) is not None
        last = match.end()
        if not other:
            found[match[1]] += 1
            if match[1] in sure:
                continue
            if at == start or text[at - 1] == "\n" or _LED.search(text, max(start, at - 60), at):
                sure.add(match[1])
    most = max(found.values(), default=0)
    return frozenset(
        main
        for main, count in found.items()
        if count >= max(1 if main in sure else 2, most // 12) and int(main) >= _LOWEST
    )


def named_numbers(text: str, start: int, end: int) -> list[str]:
    """Numbers of recommendations that a document in any language names, each once."""
    prose = Prose(text, "")
    prose = replace(prose, mains=find_mains(text, prose.lower, start, end))
    return list(dict.fromkeys(number for run in find_runs(prose, start, end) for number in run.numbers))
