"""Languages of an event, interpretation and captions, as announcements name them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from item6.events.drafts import Reading
from item6.events.lines import Labelled, lines

LANGUAGES = {
    "english": "en", "french": "fr", "spanish": "es", "arabic": "ar", "chinese": "zh", "mandarin": "zh",
    "russian": "ru",
    "german": "de", "portuguese": "pt", "italian": "it", "ukrainian": "uk", "turkish": "tr", "persian": "fa",
    "farsi": "fa", "uyghur": "ug", "tibetan": "bo", "vietnamese": "vi", "burmese": "my", "korean": "ko",
    "japanese": "ja", "polish": "pl", "romanian": "ro", "swahili": "sw", "amharic": "am", "tigrinya": "ti",
    "kurdish": "ku", "hindi": "hi", "bengali": "bn", "urdu": "ur", "dutch": "nl", "hungarian": "hu", "czech": "cs",
    "français": "fr", "español": "es", "international sign": "ils", "sign language": "ils",
    "en": "en", "fr": "fr", "es": "es", "ar": "ar", "zh": "zh", "ru": "ru", "de": "de", "pt": "pt",
}  # fmt: skip
"""Names of languages to ISO 639 codes; two letters stand for a language only in what a label introduces."""

_NAMES = "|".join(sorted((name for name in LANGUAGES if len(name) > 2), key=len, reverse=True))
_CODES = "|".join(name.upper() for name in LANGUAGES if len(name) == 2)
_LANGUAGE = re.compile(rf"\b(?i:{_NAMES})\b")
_CODE = re.compile(rf"\b(?:{_CODES})\b")
_SOME = rf"(?:{_NAMES})(?:(?:\s*,\s*|\s+(?:and|or|&)\s+|\s*/\s*|,\s+and\s+)(?:{_NAMES})){{0,9}}"
_SPOKEN = re.compile(
    rf"\b(?:(?:held|conducted|be|take place|event|speak|discussion|speeches)\s+in|in)\s+(?P<some>{_SOME})\b",
    re.IGNORECASE,
)
_INTERPRETED = re.compile(
    r"\b(?:interpret(?:ation|ed|ing)|translat(?:ion|ed))\b[^.;\n]{0,30}?\b(?:in|into|to"
    r"|from and into|between|for|:)?\s*"
    rf"(?P<some>{_SOME})|(?P<before>{_SOME})\s+(?:simultaneous\s+)?(?:interpretation|interpreting|interpreters?)\b"
    rf"|(?P<bracket>{_SOME})\s*\((?:with )?(?:simultaneous )?interpretation\)"
    rf"|(?P<sign>international sign|sign language)"
    rf"|(?P<will>{_SOME}) will be interpreted",
    re.IGNORECASE,
)
_BY_CODES = re.compile(
    rf"\binterpretation:?\s+(?:in(?:to)?\s+)?(?P<codes>(?:{_CODES})(?:\s?[/,]\s?(?:{_CODES}))*)\b", re.IGNORECASE
)
_CAPTIONS = re.compile(
    r"\b(?P<no>no |without )?(?:live |real[- ]time )?(?:caption(?:s|ing|ed)?|subtitles?|CART)\b", re.IGNORECASE
)


def read_languages(text: str, given: Sequence[Labelled]) -> Iterator[Reading]:
    """The languages spoken, then those of interpretation."""
    places = dict[str, Reading]()
    interpreted = list(_interpreted(text, given))
    taken = {(read.start, read.end) for read in interpreted}
    for each in (each for each in given if each.kind == "language"):
        words = re.split(r"\binterpretation\b|\btranslation\b", each.text, flags=re.IGNORECASE)[0]
        for found in (*_LANGUAGE.finditer(words), *_CODE.finditer(words)):
            span = (each.start + found.start(), each.start + found.end())
            if span not in taken:
                places.setdefault(LANGUAGES[found[0].lower()], Reading("languages", LANGUAGES[found[0].lower()], *span))
    for line in lines(text) if not places else ():
        if re.fullmatch(rf"{_SOME}\.?", line.text, re.IGNORECASE):
            for found in _LANGUAGE.finditer(text, line.start, line.end):
                places.setdefault(
                    LANGUAGES[found[0].lower()], Reading("languages", LANGUAGES[found[0].lower()], *found.span())
                )
    if not places:
        for said in _SPOKEN.finditer(text):
            before = text[max(0, said.start() - 40) : said.start()].rpartition(".")[2]
            if not re.search(r"interpret|translat|subtitle|caption|available|page", before, re.IGNORECASE):
                for found in _LANGUAGE.finditer(text, *said.span("some")):
                    code = LANGUAGES[found[0].lower()]
                    if found.span() not in taken:
                        places.setdefault(code, Reading("languages", code, *found.span()))
    yield from places.values()
    yield from (read for read in interpreted if read.value not in places)


def _interpreted(text: str, given: Sequence[Labelled]) -> Iterator[Reading]:
    seen: set[str] = set()
    spans = [
        each.span(name)
        for each in _INTERPRETED.finditer(text)
        for name in ("some", "before", "bracket", "sign", "will")
        if each[name]
    ]
    labels = [(each.start, each.start + len(each.text)) for each in given if each.kind == "interpretation"]
    short = [found.span("codes") for found in _BY_CODES.finditer(text)]
    for begin, end in (*labels, *spans, *short):
        codes = _CODE.finditer(text, begin, end) if (begin, end) in (*labels, *short) else iter(())
        for found in (*_LANGUAGE.finditer(text, begin, end), *codes):
            code = LANGUAGES[found[0].lower()]
            if code not in seen:
                seen.add(code)
                yield Reading("interpretation", code, *found.span())


def read_captions(text: str) -> Iterator[Reading]:
    """Whether there are captions, where the text says so."""
    if found := _CAPTIONS.search(text):
        denied = found["no"] or re.match(r"[:\s]*(?:no\b|not available|none)", text[found.end() :], re.IGNORECASE)
        yield Reading("captions", not denied, *found.span())
