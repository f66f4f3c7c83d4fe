"""Programme, languages, price, audience, dial-in, registration, link and follow-up event."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from item6.events.drafts import Reading
from item6.events.lines import Labelled, Line, lines
from item6.events.nouns import FREE, NONE, Part, clock_of, minutes_of

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
_SOME = rf"(?:{_NAMES})(?:(?:\s*,\s*|\s+(?:and|or|&)\s+|\s*/\s*|,\s+and\s+)(?:{_NAMES}))*"
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

_FREE = re.compile(
    r"\bfree of charge\b|\bfree (?:admission|entry|entrance|event|attendance)\b|\b(?:access"
    r"|attendance|entry|entrance|admission"
    r"|participation|event)(?: is)? free\b|\b(?:no|without) (?:participation |entrance "
    r"|attendance |registration )?(?:fee|charge|cost)s?\b"
    r"|\bfree and open\b|\bopen and free\b|\bat no (?:cost|charge)\b|\bcosts? nothing\b|\bfree to attend\b",
    re.IGNORECASE,
)
_SUM = re.compile(r"(?:CHF|EUR|USD|Fr\.|[$€£])\s?\d+(?:[.,]\d{2})?(?:\.[-–])?|\b\d+(?:[.,]\d{2})?\s?(?:CHF"
    r"|EUR|USD|euros?|(?:Swiss )?francs?|dollars)\b")  # fmt: skip
_PAID = re.compile(r"fee|cost|price|entr|admission|charge|pay|ticket", re.IGNORECASE)
_AUDIENCE = re.compile(
    r"\b(?:by invitation only|(?:is |are )?open to (?P<to>[^.;\n]{3,80})|(?:everyone|everybody"
    r"|all) (?:is|are) welcome"
    r"|free and open to (?P<all>[^.;\n]{3,60})|(?:only|reserved) for (?P<only>[^.;\n]{3,80})|open event)\b",
    re.IGNORECASE,
)
_NO_DIAL_IN = re.compile(
    r"\b(?:no|without(?: a)?) (?:telephone )?dial[- ]?in\b|dial[- ]?in (?:is |will )?(?:not"
    r"|un)[ -]?(?:be )?(?:available|possible|provided|offered)",
    re.IGNORECASE,
)
_DIAL_IN = re.compile(r"\bdial[- ]?in\b[^+\d\n]{0,40}(?P<number>\+?\d[\d ()-]{6,20}\d)", re.IGNORECASE)
_REFUSED = re.compile(r"\b(?:not available|none|no|unavailable|n/a|not possible|not offered)\b", re.IGNORECASE)

_LINK = re.compile(r"https?://[^\s<>()\]\"”]+[^\s<>()\]\"”.,;:!?]|\b(?:www\.)[^\s<>()]+[^\s<>().,;:]")
_MEETING = re.compile(
    r"(?:zoom\.us/(?:j|my|s|w)/|teams\.microsoft\.com/l/|teams\.live\.com/meet"
    r"|meet\.google\.com/|webex\.com/(?:meet|join|.*j\.php)"
    r"|meet\.jit\.si/|/bigbluebutton/|bbb\.|whereby\.com/|gotomeet)",
    re.IGNORECASE,
)
_MAIL = re.compile(r"\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+\b")
_REGISTER = re.compile(
    r"\bregist(?:er|ration|rations)\b|\bR\.?S\.?V\.?P\b|\bsign up\b|\bconfirm your (?:attendance|participation)\b",
    re.IGNORECASE,
)
_NO_REGISTER = re.compile(
    r"\bno (?:prior |advance )?registration\b(?! fees?)(?: is)?(?: needed| required"
    r"| necessary)?|without registration|registration is not (?:needed|required|necessary)",
    re.IGNORECASE,
)
_ASKED = re.compile(r"registration (?:is )?(?:required|mandatory|necessary)|please register[^.\n]*", re.IGNORECASE)
_FOLLOW_UP = re.compile(r"[^.;:\n•]{0,120}\bfollow[- ]?up (?:[a-z-]+ ){0,3}(?:event|webinar|meeting|conference"
    r"|roundtable|session|briefing)s?\b[^.;\n]*", re.IGNORECASE)  # fmt: skip

_MINUTES = re.compile(
    r"[\s,;:–—-]*[\[(]?\s*(?P<minutes>\d{1,3})\s*(?:minutes?|mins?\.?"
    r"|['’′])\s*(?:each)?[\])]?\s*\.?\s*$",
    re.IGNORECASE,
)
_LEADING = re.compile(r"[\[(]?(?P<minutes>\d{1,3})\s*(?:minutes?|mins?\.?|['’′])[\])]?\s*[:–—-]?\s+", re.IGNORECASE)
_FROM_TO = re.compile(
    r"(?P<h>\d{1,2})[:.hH](?P<m>\d{2})(?:\s*(?:-|–|—|to)\s*(?P<h2>\d{1,2})[:.hH](?P<m2>\d{2}))?\s*[:|–—-]?\s*"
)
_PARTS = re.compile(
    r"moderat|speech|statement|opening|welcome|q ?& ?a|question|discussion|roundtable|panel"
    r"|closing|introduction|keynote|remarks|screening|testimon",
    re.IGNORECASE,
)
_FOLLOWED = re.compile(
    r"(?:^|(?<=[.\n]))\s*(?:An?|The)\s+(?P<first>(?:[a-zA-Z&-]+\s){1,4}?)(?:is "
    r"|will be )?followed by\s+(?:an?\s+)?(?P<second>(?:[A-Za-z&-]+\s?){1,3}?)(?=\s+(?:session\s+)?(?:on"
    r"|at|with|will|aims)\b|[.,])",
    re.MULTILINE,
)


def read_particulars(text: str, given: Sequence[Labelled]) -> Iterator[Reading]:
    """The readings of all that is neither title, session, time, place nor people."""
    yield from _languages(text, given)
    yield from _captions(text)
    yield from _price(text, given)
    yield from _audience(text, given)
    yield from _dial_in(text, given)
    yield from _registration(text, given)
    yield from _follow_up(text, given)


def read_programme(text: str, given: Sequence[Labelled]) -> Iterator[Reading]:
    """The parts of the programme, with minutes or times; what the next part's time tells of the length is added."""
    found = [Line(each.start, each.text, each.listed) for each in given if each.kind == "programme"]
    if len(found) == 1 and not found[0].bullet and re.search(r"[,;]", found[0].text):
        found = list(_in_one_line(found[0]))
    if not found:
        found = _loose_parts(text)
    readings = [read for line in found if (read := _part(line))]
    if any(isinstance(read.value, Part) and read.value.start for read in readings):
        readings = [read for read in readings if isinstance(read.value, Part) and read.value.start]
    for read, then in pairwise([*readings, None]):
        part = read.value if read else None
        if not read or not isinstance(part, Part):
            continue
        if part.start and part.minutes is None and then and isinstance(then.value, Part) and then.value.start:
            length = (minutes_of(then.value.start) - minutes_of(part.start)) % (24 * 60)
            read = replace(
                read, value=Part(part.title, length, part.start), doubt="its length is told by the next part"
            )
        yield read
    if not any(isinstance(read.value, Part) and (read.value.start or read.value.minutes) for read in readings):
        yield from _followed(text)


def _in_one_line(line: Line) -> Iterator[Line]:
    begin = 0
    for found in re.finditer(r"\s*[;,]\s*(?:and\s+)?|(?<!questions)\s+and\s+(?=[\w ]+\.?$)|$", line.text):
        if line.text[begin : found.start()]:
            yield Line(line.start + begin, line.text[begin : found.start()], False)
        begin = found.end()


def _loose_parts(text: str) -> list[Line]:
    """Entries of a list, without a heading, that begin with times or are parts of a programme by their names."""
    timed = [
        line
        for line in lines(text)
        if _FROM_TO.match(line.text) and len(line.text) < 120 and re.search("[A-Za-z]{4}", line.text)
    ]
    if len(timed) > 1:
        return timed
    bullets = [
        line for line in lines(text) if line.bullet and len(line.text) < 80 and not re.search(r"[:?]", line.text)
    ]
    return bullets if sum(bool(_PARTS.search(line.text)) for line in bullets) > 1 else []


def _followed(text: str) -> Iterator[Reading]:
    for found in _FOLLOWED.finditer(text):
        for name in ("first", "second"):
            words = found[name].strip()
            if _PARTS.search(words):
                yield Reading("programme", Part(words), found.start(name), found.start(name) + len(words))


def _part(line: Line) -> Reading | None:
    words, start, minutes = line.text, "", None
    if (times := _FROM_TO.match(words)) and int(times["h"]) < 24 and int(times["m"]) < 60:
        start = clock_of(int(times["h"]) * 60 + int(times["m"]))
        if times["h2"] and int(times["h2"]) < 24 and int(times["m2"]) < 60:
            minutes = (int(times["h2"]) * 60 + int(times["m2"]) - minutes_of(start)) % (24 * 60)
        words = words[times.end() :]
    if found := _MINUTES.search(words):
        minutes, words = int(found["minutes"]), words[: found.start()]
    elif found := _LEADING.match(words):
        minutes, words = int(found["minutes"]), words[found.end() :]
    title = words.strip(" \t.,;:–—-*_")
    return Reading("programme", Part(title, minutes, start), line.start, line.end) if title else None


def _languages(text: str, given: Sequence[Labelled]) -> Iterator[Reading]:
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


def _captions(text: str) -> Iterator[Reading]:
    if found := _CAPTIONS.search(text):
        denied = found["no"] or re.match(r"[:\s]*(?:no\b|not available|none)", text[found.end() :], re.IGNORECASE)
        yield Reading("captions", not denied, *found.span())


def _price(text: str, given: Sequence[Labelled]) -> Iterator[Reading]:
    for each in given:
        if each.kind == "price":
            is_free = re.search(r"\bfree\b|\bnone\b|\bno (?:fee|charge)|^0\b", each.text, re.IGNORECASE)
            sum_said = _SUM.search(each.text)
            value = FREE if is_free and not sum_said else sum_said[0] if sum_said and not is_free else each.text
            yield Reading("price", value, each.start, each.start + len(each.text))
            return
    if found := _FREE.search(text):
        yield Reading("price", FREE, *found.span())
    elif (found := _SUM.search(text)) and _PAID.search(text[max(0, found.start() - 60) : found.end() + 30]):
        yield Reading("price", found[0], *found.span())


def _audience(text: str, given: Sequence[Labelled]) -> Iterator[Reading]:
    for each in given:
        if each.kind == "audience":
            yield Reading("audience", each.text.rstrip("."), each.start, each.start + len(each.text))
            return
    if found := _AUDIENCE.search(text):
        name = next((name for name in ("to", "all", "only") if found[name]), None)
        begin, end = found.span(name) if name else found.span()
        words = re.split(r",? (?:and free|free of charge|but |who |with |upon |after )", text[begin:end])[0].rstrip(
            " ,"
        )
        yield Reading("audience", words, begin, begin + len(words))


def _dial_in(text: str, given: Sequence[Labelled]) -> Iterator[Reading]:
    for each in given:
        if each.kind == "dial_in":
            value = NONE if _REFUSED.search(each.text) else each.text
            yield Reading("dial_in", value, each.start, each.start + len(each.text))
            return
    if found := _NO_DIAL_IN.search(text):
        yield Reading("dial_in", NONE, *found.span())
    elif found := _DIAL_IN.search(text):
        yield Reading("dial_in", found["number"], *found.span("number"))


def _registration(text: str, given: Sequence[Labelled]) -> Iterator[Reading]:
    links = list(_LINK.finditer(text))
    meeting = next((each for each in links if _MEETING.search(each[0])), None)
    labels = [each for each in given if each.kind == "registration"]
    if found := _NO_REGISTER.search(text):
        yield Reading("registration", NONE, *found.span())
    else:
        yield from _registering(text, labels, [each for each in links if each is not meeting])
    if meeting:
        yield Reading("join_link", meeting[0], *meeting.span())


def _registering(text: str, labels: Sequence[Labelled], links: Sequence[re.Match[str]]) -> Iterator[Reading]:
    spans = [(each.start, each.start + len(each.text)) for each in labels]
    spans += [(found.start(), found.end() + 160) for found in _REGISTER.finditer(text)]
    for begin, end in spans:
        for found in sorted((*links, *_MAIL.finditer(text)), key=lambda each: each.start()):
            if begin <= found.start() < end:
                yield Reading("registration", found[0], *found.span())
                return
    for each in labels:
        yield Reading("registration", each.text, each.start, each.start + len(each.text))
        return
    if asked := _ASKED.search(text):
        yield Reading("registration", asked[0], *asked.span(), "no address or link stands with it")


def _follow_up(text: str, given: Sequence[Labelled]) -> Iterator[Reading]:
    for each in given:
        if each.kind == "follow_up":
            yield Reading("follow_up", each.text, each.start, each.start + len(each.text))
            return
    if found := _FOLLOW_UP.search(text):
        words = found[0].strip()
        begin = found.start() + found[0].index(words)
        yield Reading("follow_up", words, begin, begin + len(words))
