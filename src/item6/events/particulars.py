"""Price, audience, dial-in, registration, link and follow-up event; and what `tongues` reads."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from item6.events.drafts import Reading
from item6.events.lines import Labelled
from item6.events.nouns import FREE, NONE
from item6.events.tongues import read_captions, read_languages

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


def read_particulars(text: str, given: Sequence[Labelled]) -> Iterator[Reading]:
    """The readings of all that is neither title, session, time, place nor people."""
    yield from read_languages(text, given)
    yield from read_captions(text)
    yield from _price(text, given)
    yield from _audience(text, given)
    yield from _dial_in(text, given)
    yield from _registration(text, given)
    yield from _follow_up(text, given)


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
