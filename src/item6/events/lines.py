"""The lines of an announcement: what a label introduces, what stands in a list, what is prose."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

_BULLET = re.compile(r"[ \t]*(?:[•●◦▪‣·*–—-]|\d{1,2}[.)](?=\s))[ \t]+")
_LABEL = re.compile(
    r"(?P<label>[A-Za-zÀ-ÿ][A-Za-zÀ-ÿ0-9 /&’'()-]{1,44}?)[ \t]*(?:[:：]|\?(?=\s|$)|(?<=\s)(?P<bar>\|)(?=\s))[ \t]*"
)
_WITHIN = re.compile(r"[.;|·]\s+(?=[A-Za-z])")
_SENTENCE = re.compile(r"(?<![A-Z])(?<!Dr)(?<!Prof)(?<!Mr)(?<!Ms)\.\s+(?=[A-Z])")
_MARKS = re.compile(r"[*_#]+")

LABELS = {
    "title": r"(?:working |event )?title|what|topic|theme|subject|side[- ]event|event|conference|webinar",
    "day": r"dates?|when|day|date (?:and|&) time|time (?:and|&) date|date, time",
    "time": r"time|hours?|at what time|starts?|begins?",
    "end": r"ends?|finish",
    "place": r"where|place|venue|location|room|address",
    "format": r"format|mode|type(?: of event)?|modality",
    "organiser": r"(?:main |lead )?organi[sz](?:ers?|ed by(?: \w+ (?:ngos|organi[sz]ations))?|ing ngos?"
    r"|ations?)|(?:main|lead) sponsors?|hosts?|hosted by|convened by|convenors?",
    "co-organiser": r"co-?organi[sz](?:ers?|ed by)|co-?hosts?|co-?hosted by|partners?|in partnership with"
    r"|in cooperation with|together with",
    "co-sponsor": r"co-?sponsors?|(?:co-?)?sponsored by|sponsors?|supported by",
    "programme": r"(?:draft |provisional )?(?:programme|program|agenda|running order|order of business)"
    r"(?: of the event)?",
    "speaker": r"(?:confirmed |our |the )?(?:speakers?|panel(?:l?ists?)?|keynote(?: speaker)?|interventions)"
    r"(?: include)?|with",
    "moderator": r"moderators?|moderation|moderated by|chair|chaired by|facilitator",
    "language": r"(?:working )?languages?",
    "interpretation": r"(?:simultaneous )?interpretation|translation|interpreting",
    "captions": r"(?:live )?caption(?:s|ing)|subtitles|accessibility",
    "duration": r"duration|length",
    "price": r"price|fees?|costs?|entry|admission|entrance|entrance fee|participation fee",
    "audience": r"audience|who (?:can|may) (?:attend|join|come|take part)|open to|attendance|participants|for whom",
    "dial_in": r"dial[- ]?in\b.*|phone|telephone|by (?:tele)?phone",
    "registration": r"registrations?|register|rsvp|sign up|(?:to|how to) (?:register|sign up)|please register",
    "join": r"join|(?:join |joining |zoom |meeting |connection )?link|watch|join online|connect",
    "follow_up": r"follow[- ]?up(?: event| side[- ]event)?|next event",
    "session": r"session|in the margins of|occasion",
    "other": r"contacts?|why|background|concept note|about|more information|information|questions"
    r"|recording|safety|note"
    r"|to invite people.*|deadline|livestream|hashtag|documents?|objectives?|summary|share",
}
_KINDS = {kind: re.compile(pattern, re.IGNORECASE) for kind, pattern in LABELS.items()}

_LISTED = {"organiser", "co-organiser", "co-sponsor", "programme", "speaker", "moderator"}
_WHOLE = {*_LISTED, "day", "place", "language", "registration", "audience"}
"""Labels that may stand alone on a line, without a colon, above what they introduce."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line without its mark of a list. start: of its first character in the text. bullet: it had such a mark."""

    start: int
    text: str
    bullet: bool

    @property
    def end(self) -> int:
        """Behind its last character."""
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True)
class Labelled:
    """What a label introduces. kind: a key of LABELS. listed: it is a line of a list below the label."""

    kind: str
    start: int
    text: str
    listed: bool = False


def lines(text: str) -> Iterator[Line]:
    """The lines of a text that hold something."""
    for found in re.finditer(r"[^\n]+", text):
        bullet = _BULLET.match(found[0])
        begin = bullet.end() if bullet else len(found[0]) - len(found[0].lstrip())
        kept = found[0][begin:].rstrip()
        if kept:
            yield Line(found.start() + begin, kept, bool(bullet))


def labelled(text: str) -> tuple[Labelled, ...]:
    """Everything that a label introduces, in the order of the text: the rest of its line, or the list below it."""
    found: list[Labelled] = []
    under, last_end, said_beside = "", 0, False
    for line in (part for whole in lines(text) for part in _segments(whole)):
        apart = text.count("\n", last_end, line.start) > 1
        last_end = line.end
        kind, begin = _kind(line)
        if kind and kind != "programme" and under == "programme" and line.bullet and _is_part(line.text, begin):
            kind = ""
        if kind:
            value = line.text[begin:]
            if value:
                found.append(Labelled(kind, line.start + begin, value))
            under, said_beside = (kind if kind in _LISTED or not value else ""), bool(value)
            continue
        if (
            under
            and (line.bullet or (not said_beside and (not apart or not _has(found, under))))
            and not _is_prose(line, under)
        ):
            found.append(Labelled(under, line.start, line.text, listed=True))
            if under not in _LISTED:
                under = ""
        else:
            under = under if line.bullet else ""
    return tuple(found)


def _segments(line: Line) -> Iterator[Line]:
    """The line, cut before labels that stand within it: `Organiser: A; co-organiser: B`."""
    begin = 0
    stops = [found.span() for found in _SENTENCE.finditer(line.text)] if "." in line.text else []
    for found in _WITHIN.finditer(line.text):
        label = _LABEL.match(line.text, found.end())
        if label and any(pattern.fullmatch(label["label"].strip()) for pattern in _KINDS.values()):
            yield Line(line.start + begin, line.text[begin : found.start()], line.bullet)
            begin = found.end()
            after = bisect_left(stops, (begin, 0))
            if found[0].startswith(".") and after < len(stops):
                yield Line(line.start + begin, line.text[begin : stops[after][0]], False)
                begin = stops[after][1]
    if begin < len(line.text):
        yield Line(line.start + begin, line.text[begin:], line.bullet)


def _is_part(line: str, begin: int) -> bool:
    """`Moderation: 5 minutes` is a part of a programme and introduces nobody."""
    return not begin or bool(re.fullmatch(r"[^A-Za-z]*\d+\s*(?:min(?:ute)?s?|['’′])\W*", line[begin:]))


def _has(found: list[Labelled], kind: str) -> bool:
    return bool(found) and found[-1].kind == kind


def _is_prose(line: Line, under: str) -> bool:
    """A sentence, and no entry of a list."""
    return under in _LISTED and not line.bullet and len(line.text) > 60 and bool(re.search(r"[a-z]\.$", line.text))


def _kind(line: Line) -> tuple[str, int]:
    """The kind of label with which a line begins, and where what it introduces begins; empty without a label."""
    label = _LABEL.match(_MARKS.sub(lambda marks: " " * len(marks[0]), line.text).replace("  ", "  "))
    if label is None and line.text[:1] in "*_#":
        stripped = line.text.lstrip("*_# ")
        inner, begin = _kind(Line(line.start, stripped, line.bullet)) if stripped else ("", 0)
        return inner, begin + len(line.text) - len(stripped) if inner else 0
    if label:
        for kind, pattern in _KINDS.items():
            if pattern.fullmatch(label["label"].strip()) and not (label["bar"] and kind == "title"):
                return kind, _past_marks(line.text, label.end())
    bare = _MARKS.sub("", line.text).strip()
    for kind in () if line.bullet else _WHOLE:
        if _KINDS[kind].fullmatch(bare) and bare[:1].isupper():
            return kind, len(line.text)
    return "", 0


def _past_marks(text: str, place: int) -> int:
    while place < len(text) and text[place] in "*_ \t":
        place += 1
    return place
