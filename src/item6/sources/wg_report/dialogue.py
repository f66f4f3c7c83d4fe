"""Recommendations that stand only in the summary of the dialogue, named from the conclusions by paragraph.

In the first cycle some lists say only "The recommendations noted in the report in paragraphs 27 (b), 31 and 43 (a)
above did not enjoy the support of ...". The text then is reported speech, lettered irregularly; the State is the one
that speaks in the paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from item6.terms.state_mentions import find_names

Range = tuple[int, int]

# "recommendations noted in the report in paragraphs"; not "recommendations Nos. 8 and 9 ... see paragraph 59"
_CITES = re.compile(
    r"recommendations?\b(?:(?!\bNos?\.|\d\.\d|\brecommendation)[^;]){0,160}?\bparagraphs?\b:?|(?<=and )paragraphs?\b",
    re.IGNORECASE,
)
_PARAGRAPHS = re.compile(r"\bparagraphs?\b:?", re.IGNORECASE)
"""After "in the following paragraphs", the next such word begins the list."""

_OF_ANOTHER = re.compile(r"\s*(?:above\s+)?of\s+(?:the|its)\b(?!\s+(?:present\s+)?report\b)")
_TOKEN = re.compile(
    r"\(\s*(?P<letters>[a-z](?:\s*,\s*[a-z])*)\s*\)|\(\s*(?P<roman>[ivx]{1,4})\s*\)|"
    r"(?P<number>\d{1,3})(?![\d/.]*\d)(?:\s*(?:[–-]|\bto\b)\s*(?P<until>\d{1,3})(?![\d/.]*\d))?|"
    r"(?P<last>last\s+sentence)|(?P<between>[\s,;:]+|and\b|also\b|paragraphs?\b|in\b|the\b|of\b)|"
    r"(?P<gloss>\([^()]{9,}\)|\([A-Z][^()]*\))"
)
_PARAGRAPH = re.compile(r"^[ \t]*(\d{1,3})[ \t]*\.[ \t]+(?=[A-Z“])", re.MULTILINE)
_LETTER = r"\(\s*{0}\s*\)|(?<![\w(]){0}\)"
_SENTENCE_END = re.compile(r"[.;](?=\s+[A-Z])(?<!No\.)(?<!Nos\.)(?<!art\.)")
_ASKED = (
    re.compile(r"\brecommend(?:ed|s|ing)?\b"),
    re.compile(r"\b(?:urged|encouraged|invited|called\s+(?:up)?on|called\s+for|suggested|requested|asked|appealed)\b"),
)
_WORDS = re.compile(r"[a-z]{4,}")
_SUBJECT = re.compile(r"(?:[.;]|\d\.)\s+(?:The\s+)?$")
"""What stands before a State that begins a sentence."""


@dataclass(frozen=True, slots=True)
class Citation:
    """One paragraph, lettered part, or roman part of it, as a lead-in names it.

    only_last: the lead-in says "last sentence". gloss: what the lead-in adds in brackets after the list.
    """

    paragraph: int
    letter: str = ""
    roman: str = ""
    only_last: bool = False
    gloss: str = ""

    @property
    def number(self) -> str:
        """The number of the recommendation: `45`, `27(b)`, `67(b)(i)`."""
        return (
            f"{self.paragraph}"
            + (f"({self.letter})" if self.letter else "")
            + (f"({self.roman})" if self.roman else "")
        )


@dataclass(frozen=True, slots=True)
class Spoken:
    """What a cited place recommends: range of its words, the State that speaks and where it is named."""

    words: Range
    state: str
    named: Range


def read_citations(text: str, start: int, end: int) -> list[Citation]:
    """The paragraphs of the dialogue that a lead-in names, in order, each once."""
    found: dict[str, Citation] = {}
    at, pattern = start, _CITES
    while cites := pattern.search(text, at, end):
        run, at = _run(text, cites.end(), end)
        pattern = _CITES if run else _PARAGRAPHS
        if _OF_ANOTHER.match(text, at, end):
            continue
        for citation in run:
            known = found.get(citation.number, citation)
            gloss = known.gloss if citation.gloss in known.gloss else f"{known.gloss}|{citation.gloss}"
            found[citation.number] = replace(known, gloss=gloss)
    return list(found.values())


def _run(text: str, start: int, end: int) -> tuple[list[Citation], int]:
    """One unbroken list of paragraphs after the word "paragraphs", and where it ends."""
    run: list[Citation] = []
    at, letter_open, last = start, "", start + 1
    while token := _TOKEN.match(text, at, end):
        at = token.end()
        if not token["between"]:
            last = at
        if token["number"]:
            until = int(token["until"] or token["number"])
            first = int(token["number"])
            run += [Citation(number) for number in range(first, max(first, min(until, first + 60)) + 1)]
            letter_open = ""
        elif not run:
            continue
        elif token["last"]:
            run[-1] = Citation(run[-1].paragraph, only_last=True)
        elif token["gloss"]:
            run = [replace(citation, gloss=citation.gloss or token["gloss"]) for citation in run]
        elif _is_roman(token, letter_open):
            _refine(run, Citation(run[-1].paragraph, letter_open, (token["roman"] or token["letters"]).strip()))
        elif token["letters"]:
            for letter in re.findall(r"[a-z]", token["letters"]):
                _refine(run, Citation(run[-1].paragraph, letter))
                letter_open = letter
    return run, last


def _is_roman(token: re.Match[str], letter: str) -> bool:
    """Whether "(i)" is a number in Roman figures, as after "(b)", or the letter that follows "(h)"."""
    return token["roman"] is not None or (token["letters"] in ("i", "v", "x") and letter not in ("", "h", "u", "w"))


def _refine(run: list[Citation], citation: Citation) -> None:
    """The last citation becomes the part that is named, or another part of its paragraph is added."""
    last = run[-1]
    if not last.letter or (citation.roman and not last.roman and last.letter == citation.letter):
        run[-1] = citation
    else:
        run.append(citation)


def find_paragraphs(text: str, region: Range) -> dict[int, Range]:
    """Range of each numbered paragraph of the dialogue, by number; numbers are taken in sequence."""
    found: list[re.Match[str]] = []
    for number in _PARAGRAPH.finditer(text, *region):
        if not found or 1 <= int(number[1]) - int(found[-1][1]) <= 2:
            found.append(number)
    bounds = pairwise([*(number.start() for number in found), region[1]])
    return {int(number[1]): (number.end(), end) for number, (_, end) in zip(found, bounds, strict=True)}


def read_spoken(text: str, paragraphs: Mapping[int, Range], citation: Citation, reviewed: str | None) -> list[Spoken]:
    """What the cited place recommends, in printed order; empty where the place is not found.

    text: running text. paragraphs: from `find_paragraphs`. reviewed: ISO3 of the State under review, which does not
    speak to itself.
    """
    paragraph = paragraphs.get(citation.paragraph)
    if paragraph is None:
        return []
    if citation.letter:
        part = _lettered(text, paragraph, citation.letter)
        if part and citation.roman:
            part = _lettered(text, part, citation.roman, siblings=("i", "ii", "iii", "iv", "v")) or part
        ranges = [part] if part else _nth_asked(text, paragraph, citation.letter)
    else:
        ranges = _of_gloss(text, list(_asked(text, paragraph, only_last=citation.only_last)), citation.gloss)
    spoken = []
    for words in ranges:
        speaker = _speaker(text, paragraphs, citation.paragraph, words, reviewed)
        if speaker:
            spoken.append(Spoken(words, *speaker))
    return spoken


def _lettered(text: str, paragraph: Range, letter: str, siblings: Sequence[str] = ()) -> Range | None:
    """Range of the part "(b)": to the next letter, or the end of its sentence."""
    found = re.compile(_LETTER.format(letter)).search(text, *paragraph)
    if not found:
        return None
    later = (
        siblings[siblings.index(letter) + 1 :] if siblings else [chr(c) for c in range(ord(letter) + 1, ord("z") + 1)]
    )
    following = [m for s in later[:3] if (m := re.compile(_LETTER.format(s)).search(text, found.end(), paragraph[1]))]
    stop = min((m.start() for m in following), default=paragraph[1])
    sentence = _SENTENCE_END.search(text, found.end(), stop)
    return found.end(), sentence.start() if sentence else stop


def _nth_asked(text: str, paragraph: Range, letter: str) -> list[Range]:
    """Where the paragraph prints no such letter: letters then count its recommendations, (b) being the second."""
    sentences = list(_sentences(text, paragraph))
    found = [words for sentence in sentences for words in _after(text, sentence, _ASKED[0])]
    return found[ord(letter) - ord("a") :][:1]


def _asked(text: str, paragraph: Range, *, only_last: bool) -> Iterator[Range]:
    """Ranges of what a paragraph without letters recommends: after each verb of asking, to the end of its sentence."""
    lettered = [_lettered(text, paragraph, letter) for letter in "abcdefghij"]
    if lettered[0] and lettered[1]:
        yield from (part for part in lettered if part)
        return
    sentences = list(_sentences(text, paragraph))
    for asked in _ASKED:
        found = [words for sentence in sentences[-1 if only_last else 0 :] for words in _after(text, sentence, asked)]
        if found:
            yield from found
            return
    if only_last:
        yield sentences[-1]


def _sentences(text: str, paragraph: Range) -> Iterator[Range]:
    start = paragraph[0]
    for end in _SENTENCE_END.finditer(text, *paragraph):
        yield start, end.end()
        start = end.end()
    if text[start : paragraph[1]].strip():
        yield start, paragraph[1]


def _after(text: str, sentence: Range, asked: re.Pattern[str]) -> Iterator[Range]:
    """The words after each verb of asking in a sentence; the next such verb ends them."""
    verbs = list(asked.finditer(text, *sentence))
    stops = [verb.start() for verb in verbs[1:]] + [sentence[1]]
    for verb, stop in zip(verbs, stops, strict=False):
        if len(text[verb.end() : stop].split()) >= 3:
            yield verb.end(), stop


def _of_gloss(text: str, ranges: list[Range], gloss: str) -> list[Range]:
    """Of several recommendations of one paragraph, those that the lead-in describes in brackets; else all."""
    found: list[Range] = []
    for described in gloss.split("|"):
        wanted = set(_WORDS.findall(described.lower()))
        if len(wanted) >= 3:
            shared = {words: len(wanted & set(_WORDS.findall(text[slice(*words)].lower()))) for words in ranges}
            best = max(shared.values(), default=0)
            found += [words for words in ranges if best and shared[words] == best and words not in found]
    return found or ranges


def _speaker(
    text: str, paragraphs: Mapping[int, Range], number: int, words: Range, reviewed: str | None
) -> tuple[str, Range] | None:
    """The State that speaks.

    The last that begins a sentence before the words, else the first named before them; where none is, the first of
    the paragraph, or of the paragraph before.
    """
    start, end = paragraphs[number]
    for first, last in ((start, words[0]), (start, end), paragraphs.get(number - 1, (start, start))):
        named = [m for m in find_names(text[first:last]) if m.iso3 != reviewed]
        subjects = [m for m in named if _SUBJECT.search(text, max(first - 8, 0), first + m.start)]
        if named:
            speaker = subjects[-1] if subjects else named[0]
            return speaker.iso3, (first + speaker.start, first + speaker.end)
    return None
