"""An announcement, as it was pasted, to a draft of the event."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from item6.events.days import day_words
from item6.events.drafts import Draft, Reading
from item6.events.lines import Labelled, Line, labelled, lines
from item6.events.nouns import CANCELLED, COUNCIL, MOVED_ONLINE, POSTPONED, RESCHEDULED, WORKING_GROUP, Session
from item6.events.particulars import read_particulars
from item6.events.programmes import read_programme
from item6.events.when import read_when
from item6.events.where import read_where
from item6.events.who import read_organisers, read_speakers
from item6.terms.calendar import session_from_words, session_of_date

_ORDINAL = r"(?P<ordinal>\d{1,2}(?:st|nd|rd|th)|[A-Za-z]+(?:-[a-z]+)?(?:th|st|nd|rd|fth))"
_SESSIONS = (
    (re.compile(rf"\b{_ORDINAL}\s+(?:regular\s+)?session\s+of\s+the\s+(?:UN\s+"
        rf"|United Nations\s+)?(?:Human Rights Council|HRC|Council\b)", re.I), COUNCIL),
    (re.compile(r"\bHRC[\s-]?(?P<number>\d{2})\b"), COUNCIL),
    (re.compile(rf"\b{_ORDINAL}\s+(?:session\s+of\s+the\s+)?(?:UN\s+)?(?:Human Rights Council"
        rf"|HRC)\b(?:\s+session)?", re.I), COUNCIL),
    (re.compile(rf"\b{_ORDINAL}\s+session\s+of\s+the\s+(?:UPR|Universal Periodic Review)", re.I), WORKING_GROUP),
    (re.compile(rf"\b{_ORDINAL}\s+(?:session\s+of\s+the\s+(?:UPR\s+)?Working Group|UPR\s+(?:Working Group"
        rf"|session))", re.I), WORKING_GROUP),
    (re.compile(r"\bUPR[\s-]?(?P<number>\d{2})\b"), WORKING_GROUP),
)  # fmt: skip
_REVIEW = re.compile(r"Universal Periodic Review|\bUPR\b")

_STATUSES = (
    (re.compile(r"\b(?:event|conference|webinar|meeting|briefing|it|roundtable)?\s*(?:is|has been|was"
        r"|:)?\s*\b(?:cancelled|canceled|called off)\b", re.I), CANCELLED),
    (re.compile(r"\bpostponed (?:until further notice|indefinitely)|\bpostponed\b(?! (?:to|from))", re.I), POSTPONED),
    (re.compile(r"\bmoved online\b|\bwill now (?:be held |take place )?online\b", re.I), MOVED_ONLINE),
    (re.compile(r"\brescheduled\b|\bpostponed (?:to|from)\b|\bnew (?:date|time)\b", re.I), RESCHEDULED),
)  # fmt: skip
_IF = re.compile(r"\b(?:if|may be|might be|unless|cannot be|not be|would be|never)\b[^.\n]{0,40}$", re.IGNORECASE)

_NOISE = re.compile(
    r"[-–* ]*(?:advertisement|save the date|invitation|press release|media advisory"
    r"|announcement|home|news|for immediate"
    r" release|dear .*|you are (?:cordially |warmly )?invited.*|side[- ]event(?: announcement"
    r"| invitation)?|flyer|concept note"
    r"|join us.*|(?:(?:parallel|virtual|online|hybrid|side)[- ])*event(?:\s*\|\s*(?:HRC"
    r"|UPR).*)?|new|share|updated?|correction|reminder|hello.*|subject)[-–*:!. ]*",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"(?:new (?:date|time|room)\s*[:!]\s*)?(?:(?:(?:virtual|online|hybrid|parallel"
    r"|high[- ]level|public)\s+)*(?:side[- ]event|invitation|save the date|webinar|briefing"
    r"|round ?table|conference|subject"
    r"|announcement|reminder|cancelled|postponed|updated?|press release|media advisory|fwd?"
    r"|re)(?: on| invitation| announcement)?\s*[:–—|-]\s*)*",
    re.IGNORECASE,
)
_QUOTED = re.compile(
    r"(?:titled|entitled|called|on the theme|under the (?:title|theme)|event|conference"
    r"|webinar|discussion|briefing|roundtable"
    r"|join us [^“\"\n.]{0,30}for)[:,]?\s*[“\"«‘](?P<title>[^”\"»\n]{8,200})[”\"»’]",
    re.I,
)
_INVITED = re.compile(r"\binvites? you (?:to|for)\b[^.:“\"]{0,60}:?$", re.IGNORECASE)
LONGEST = 20_000
"""Setting: characters of an announcement that are read; what comes behind them is left."""
_LONGEST = 200


def read_announcement(text: str) -> Draft:
    """Every field that could be read from an announcement, each with its words; what is not said is not there.

    text: as `item6.checks.reading.text_of` gives it, or as it was pasted. Places are characters of it.
    """
    whole, text = text, text[:LONGEST]
    given = labelled(text)
    session = next(_session(text), None)
    known = session.value if session and isinstance(session.value, Session) else None
    when = list(read_when(text, given, known))
    day = next((read for read in when if read.field == "day"), None)
    sessions = [session] if session else list(_session_of_day(text, day))
    return Draft(
        whole,
        (
            *_title(text, given), *_status(text), *sessions, *when, *read_where(text, given),
            *read_organisers(text, given), *sorted(read_programme(text, given), key=lambda read: read.start),
            *read_speakers(given),
            *read_particulars(text, given),
        ),
    )  # fmt: skip


def _session(text: str) -> Iterator[Reading]:
    found = [(each.start(), each, body) for form, body in _SESSIONS for each in form.finditer(text)]
    for _, each, body in sorted(found, key=lambda triple: triple[0]):
        groups = each.groupdict()
        number = int(groups["number"]) if groups.get("number") else session_from_words(groups.get("ordinal") or "")
        if number:
            yield Reading("session", Session(body, number), *each.span())


def _session_of_day(text: str, day: Reading | None) -> Iterator[Reading]:
    """The session of the Working Group that is held on the day, where the text speaks of a review."""
    review = _REVIEW.search(text)
    number = session_of_date(str(day.value)) if day and review else None
    if number and review:
        doubt = "the text speaks of the review; the session is the one that is held on the day"
        yield Reading("session", Session(WORKING_GROUP, number), *review.span(), doubt)


def _status(text: str) -> Iterator[Reading]:
    for form, status in _STATUSES:
        for found in form.finditer(text):
            if not _IF.search(text[max(0, found.start() - 50) : found.start()]):
                yield Reading("status", status, *found.span())
                return


def _title(text: str, given: Sequence[Labelled]) -> Iterator[Reading]:
    for each in given:
        if each.kind == "title" and len(each.text.split()) > 1:
            yield _titled(Line(each.start, each.text, False), "")
            return
    first = list(lines(text))[:8]
    for line, then in pairwise(first):
        if _INVITED.search(line.text) and not _is_labelled(then, given):
            yield _titled(then, "")
            return
    found = _headline([line for line in first if not _is_labelled(line, given)])
    quoted = _QUOTED.search(text)
    if quoted and (not found or _is_sentence(found.text) or quoted.start() < 400):
        yield Reading("title", quoted["title"].strip(" .,"), *quoted.span("title"))
    elif found:
        doubt = "the first line of the text" if _is_sentence(found.text) else ""
        yield _titled(found, doubt)


def _titled(line: Line, doubt: str) -> Reading:
    lead = _LEAD.match(line.text)
    begin = lead.end() if lead and lead.end() < len(line.text) else 0
    words = line.text[begin:]
    inner = words.strip(" *_#")
    if re.fullmatch(r"[“\"«][^“”\"«»]*[”\"»]", inner):
        inner = inner[1:-1].strip()
    begin += words.index(inner)
    return Reading("title", inner, line.start + begin, line.start + begin + len(inner), doubt)


def _headline(first: Sequence[Line]) -> Line | None:
    """The first line that says something; where a later one repeats its end, the later one (menus stick to titles)."""
    said = [
        line
        for line in first
        if not _NOISE.fullmatch(line.text) and len(line.text.split()) > 1 and len(line.text) <= _LONGEST
    ]
    said = [line for line in said if not _is_day(line.text)]
    said = [line for line in said if not line.text.endswith(".")] or said
    if not said:
        return None
    plain = [re.sub(r"[’‘]", "'", line.text).casefold() for line in said]
    for line, words in zip(said[1:], plain[1:], strict=True):
        if len(words) > 20 and plain[0].endswith(words):
            return line
    return said[0]


def _is_day(words: str) -> bool:
    """A line that is begins with a day, or is little more than one."""
    return any(found.start() < 3 or 2 * len(found[0]) > len(words) for found in day_words(words))


def _is_labelled(line: Line, given: Sequence[Labelled]) -> bool:
    return any(line.start <= each.start < line.end for each in given)


def _is_sentence(words: str) -> bool:
    return words.endswith(".") and len(words.split()) > 8
