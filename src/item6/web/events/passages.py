"""An announcement that was read, for a page: each field with its words, and the text with those words marked."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from django.utils.translation import gettext

from item6.events.drafts import Draft, Reading
from item6.events.nouns import Organiser, Part, Session, Speaker
from item6.organisations.nouns import UNKNOWN
from item6.web.events.wording import field_words, language_words, value_words
from item6.web.languages.saying import said
from item6.web.organisations.wording import status_words


@dataclass(frozen=True, slots=True)
class Found:
    """A field that was read. number: of its passage in the text, counted from 1."""

    number: int
    field: str
    value: str
    words: str
    doubt: str


def found_in(draft: Draft) -> list[Found]:
    """Every reading, in the order of the fields."""
    return [
        Found(number, field_words(read.field), _value(read), " ".join(draft.words(read).split()), read.doubt)
        for number, read in enumerate(draft.readings, 1)
    ]


@dataclass(frozen=True, slots=True)
class Piece:
    """Some of the text. read: whether a field was read from it. begins: numbers of the passages that begin with it."""

    words: str
    read: bool
    begins: tuple[int, ...]


def marked(draft: Draft) -> Iterator[Piece]:
    """The text in pieces that together are all of it."""
    starts: dict[int, list[int]] = defaultdict(list)
    covers: Counter[int] = Counter()
    for number, read in enumerate(draft.readings, 1):
        starts[read.start].append(number)
        covers[read.start] += 1
        covers[read.end] -= 1
    edges = sorted({0, len(draft.text), *covers})
    over = 0
    for start, end in pairwise(edges):
        over += covers[start]
        yield Piece(draft.text[start:end], over > 0, tuple(starts[start]))


def _value(read: Reading) -> str:
    match read.value:
        case Session(body, number):
            return gettext("%(body)s, session %(number)s") % {"body": said("event session", body), "number": number}
        case Organiser() as each:
            status = "" if each.status == UNKNOWN else status_words(each.status)
            status = status or (gettext("has it, which is not known") if each.consultative else "")
            about = [each.acronym, said("event role", each.role),
                     f"{gettext('ECOSOC status')}: {status}" if status else "", str(each.year or "")]  # fmt: skip
            return f"{each.name} ({', '.join(filter(None, about))})"
        case Part(title, minutes, start):
            return " ".join(filter(None, (start, title, f"({minutes} {gettext('minutes')})" if minutes else "")))
        case Speaker(name, post, country, role):
            return f"{', '.join(filter(None, (name, post, country)))} ({said('event role', role)})"
        case bool(value):
            return gettext("yes") if value else gettext("no")
        case str(value) if read.field in ("languages", "interpretation"):
            return language_words(value)
        case str(value) if read.field in ("format", "status"):
            return said(f"event {read.field}", value)
    return value_words(str(read.value))
