"""States in brackets and lists, recognised from the table of States and never by splitting on commas.

`(Venezuela (Bolivarian Republic of), Bosnia and Herzegovina; United Kingdom France)` holds four States whatever
stands between them. What is not a State's name stays as leftover, so that a reader can say what it did not read.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache

from item6.terms.states import DROPPED, STATES, WORD, fold_word, key_of, plain, spellings

EXACT, NEAR = "exact", "near"
"""Certainty: a name of the table, or a slip (one of the table's, a cut form, or within two letters of one State)."""

HARMLESS = frozenset({"and", "the", "by", "both"})
"""Words that may stand between States."""

NOT_STATES = (
    "American Samoa",
    "British Columbia",
    "Columbia University",
    "District of Columbia",
    "French Guiana",
    "French Guyana",
    "Guatemala City",
    "Gulf of Guinea",
    "Gulf of Oman",
    "Hong Kong, China",
    "Inner Mongolia",
    "Kuwait City",
    "Lake Chad",
    "Macao, China",
    "Mexico City",
    "Netherlands Antilles",
    "New Mexico",
    "Niger Delta",
    "Northern Cyprus",
    "Northern Ireland",
    "Panama City",
)
"""Places whose names hold the name of a State that is not meant, or not alone."""

_WORDS = """
alawi bargain begin belief benign burkinabe canary child corpus croats dominicano emirati finance french george
georges german germans guided hunger iberia laws liberty mail male mongols montenegrin prussia romance romani
several siberia slovak slovaks slovene somali somalis turkmen vienna
"""
LOOK_ALIKES = frozenset(_WORDS.split())
"""Words in capitals that stand within two letters of a State's name and are never one, folded."""

_JOINT = re.compile(r"[ .'(-]*")
_IN_TEXT = re.compile(r"[A-Z](?:[a-z]+|[A-Z]*(?![a-z]))|\bformer(?= [A-Z])")
_SEPARATOR = re.compile(r"[,;/]")
_AND = re.compile(r" and |&")
_CLOSING = re.compile(r" *(?:the *)?\)", re.IGNORECASE)
_LEFT = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d{4,}")
_ADJECTIVE = re.compile(r"(?:an|ish|ese|ic|ak)s?$")
_MOST_WORDS = 6
_SHORT = 5
_LONGEST_ACRONYM = 6
_FEWEST_LETTERS = 4


@dataclass(frozen=True, slots=True)
class Mention:
    """A State named in a text: characters `start` (included) to `end` (excluded), and those as printed."""

    start: int
    end: int
    iso3: str
    spelling: str
    certainty: str


@dataclass(frozen=True, slots=True)
class Names:
    """What a bracket or a list holds.

    mentions: in printed order. leftover: words that name no State, or one that was excluded, joined by spaces;
    separators, `and`, `the`, `by`, `both` and footnote digits are nothing.
    """

    mentions: tuple[Mention, ...]
    leftover: str

    @property
    def states(self) -> tuple[str, ...]:
        """ISO3 codes, each once, in printed order."""
        return tuple(dict.fromkeys(mention.iso3 for mention in self.mentions))


@lru_cache(maxsize=1 << 15)
def read_names(content: str, *, exclude: frozenset[str] = frozenset()) -> Names:
    """The States in what stands between two outer brackets, or in a list of delegations.

    content: may hold line ends, nested brackets, hyphen marks and footnote digits. exclude: ISO3 codes that are no
    mention here (the State under review, which does not recommend to itself): their names go to the leftover.
    """
    kept, missing = _undropped(content)
    text = plain(kept)
    spans = [span for span in _with_near(text, list(_exact(text))) if span.iso3 and span.iso3 not in exclude]
    mentions = tuple(_mention(content, missing, span) for span in spans)
    return Names(mentions, _leftover(content, mentions))


def find_names(text: str) -> tuple[Mention, ...]:
    """States in running text, in printed order: names of the table in their capitals, known slips included."""
    kept, missing = _undropped(text)
    found = (span for span in _exact(plain(kept), _IN_TEXT) if span.iso3)
    return tuple(_mention(text, missing, span) for span in found)


@dataclass(frozen=True, slots=True)
class _Span:
    """A mention in the plain text; iso3 is empty for one of NOT_STATES."""

    start: int
    end: int
    iso3: str
    certainty: str


@dataclass(slots=True)
class _Node:
    """Names that go on with one of `after`, and the State of the name that ends here, if any."""

    after: dict[str, _Node] = field(default_factory=dict)
    iso3: str | None = None
    certainty: str = EXACT
    capitals: bool = False

    def add(self, name: str, iso3: str, certainty: str) -> None:
        for words in spellings(name):
            node = self
            for word in words:
                node = node.after.setdefault(word, _Node())
            node.iso3, node.certainty, node.capitals = iso3, certainty, name.isupper()


def _tree() -> _Node:
    root = _Node()
    for name in NOT_STATES:
        root.add(name, "", EXACT)
    for each in STATES.values():
        for name in each.wrong_spellings:
            root.add(name, each.iso3, NEAR)
        for name in each.right_names:
            root.add(name, each.iso3, EXACT)
    return root


_TREE = _tree()
_CUT_FORMS = {key_of(each.cut_form): each.iso3 for each in STATES.values() if each.cut_form}


def _undropped(text: str) -> tuple[str, list[int]]:
    """The text without characters that folding drops, and for each of those the place where it is missing."""
    if text.isascii() and "\x02" not in text:
        return text, []
    missing = [found.start() - before for before, found in enumerate(DROPPED.finditer(text))]
    return (DROPPED.sub("", text), missing) if missing else (text, missing)


def _mention(text: str, missing: list[int], span: _Span) -> Mention:
    """The span in the printed text, with the dropped characters that stand inside it."""
    start = span.start + bisect_right(missing, span.start)
    end = span.end + bisect_right(missing, span.end - 1)
    return Mention(start, end, span.iso3, text[start:end], span.certainty)


def _exact(text: str, begins: re.Pattern[str] = WORD) -> Iterator[_Span]:
    """Names of the table that begin with such a word, the longest at each place, from left to right."""
    done = 0
    for first in begins.finditer(text):
        node = _TREE.after.get(fold_word(first[0])) if first.start() >= done else None
        span = _longest(text, node, first) if node else None
        if span:
            done = span.end
            yield span


def _longest(text: str, node: _Node, first: re.Match[str]) -> _Span | None:
    start, at = first.span()
    best: _Span | None = None
    while True:
        if node.iso3 is not None and (not node.capitals or _in_capitals(text, start, at)):
            best = _Span(start, at, node.iso3, node.certainty)
        joint = _JOINT.match(text, at)
        word = WORD.match(text, joint.end() if joint else at)
        if not word:
            break
        at, folded = word.end(), fold_word(word[0])
        if folded == "the":
            continue
        if folded not in node.after:
            break
        node = node.after[folded]
    return replace(best, end=_closed(text, best.start, best.end)) if best else None


def _in_capitals(text: str, start: int, end: int) -> bool:
    """Whether an abbreviation stands there in capitals and alone: `US`, but not `us` nor the start of `USaid`."""
    return text[start:end].isupper() and not text[end : end + 1].islower()


def _closed(text: str, start: int, end: int) -> int:
    """The end, past the bracket that closes one opened inside the name: `Iran (Islamic Republic of)`."""
    if text.count("(", start, end) > text.count(")", start, end) and (closing := _CLOSING.match(text, end)):
        return closing.end()
    return end


# Names that are not quite right: whatever is left between separators, alone or with the mention beside it.


def _with_near(text: str, spans: list[_Span]) -> list[_Span]:
    """The exact spans, with near ones for what lies between them; a near one may take its neighbours in."""
    result: list[_Span] = []
    at = 0
    for right in [*spans, None]:
        for start, end in _fragments(text, at, right.start if right else len(text)):
            beside_left = result[-1] if result and not _SEPARATOR.search(text, result[-1].end, start) else None
            beside_right = right if right and not _SEPARATOR.search(text, end, right.start) else None
            near = _near(text, start, end, beside_left, beside_right)
            if near and beside_left and near[0].start == beside_left.start:
                result.pop()
            result.extend(near)
        if right:
            at = right.end
            if not (result and result[-1].end >= right.end):
                result.append(right)
    return result


def _fragments(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Pieces between separators that could be a name, or the rest of one."""
    while start < end:
        separator = _SEPARATOR.search(text, start, end)
        stop = separator.start() if separator else end
        yield from _trimmed(text, start, stop)
        start = separator.end() if separator else end


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The piece without harmless words at its ends, if it is no longer than names are."""
    words = [word for word in WORD.finditer(text, start, end) if word[0] != "&"]
    while words and words[0][0].lower() in HARMLESS:
        words.pop(0)
    while words and words[-1][0].lower() in HARMLESS:
        words.pop()
    # the `s` of a possessive is no rest of a name
    if words and len(words) <= _MOST_WORDS and (words[0][0][0].isupper() or sum(len(word[0]) for word in words) > 2):
        yield words[0].start(), words[-1].end()


def _near(text: str, start: int, end: int, left: _Span | None, right: _Span | None) -> list[_Span]:
    """Near spans for one piece: with both neighbours, with one, alone, or its parts between `and`."""
    lefts = [left.start, start] if left else [start]
    rights = [right.end, end] if right else [end]
    for lo, hi in ((lo, hi) for lo in lefts for hi in rights):
        if iso3 := _nearest(text[lo:hi]):
            return [_Span(lo, _closed(text, lo, hi), iso3, NEAR)]
    if not _AND.search(text, start, end):
        return []
    parts = (part for lo, hi in _between_ands(text, start, end) for part in _trimmed(text, lo, hi))
    return [_Span(lo, hi, iso3, NEAR) for lo, hi in parts if (iso3 := _nearest(text[lo:hi]))]


def _between_ands(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for separator in _AND.finditer(text, start, end):
        yield start, separator.start()
        start = separator.end()
    yield start, end


@lru_cache(maxsize=1 << 12)
def _nearest(words: str) -> str | None:
    """ISO3 code of the one State with a name within two letters (one, for up to five letters); None on a tie.

    words: of a plain text. Only what begins with a capital is a name; a short word all in capitals is none.
    """
    if not words[0].isupper() or (words.isupper() and len(words) <= _LONGEST_ACRONYM):
        return None
    key = _near_key(words)
    if key in _CUT_FORMS:
        return _CUT_FORMS[key]
    if len(key) < _FEWEST_LETTERS or key in LOOK_ALIKES:
        return None
    letters, closest, least = _letters(key), list[tuple[str, str]](), 3
    for name, most, mask, iso3 in _names_by_length(len(key)):
        if (mask ^ letters).bit_count() > 2 * most:
            continue
        steps = distance(key, name, min(most, least))
        if steps <= min(most, least):
            closest, least = (closest if steps == least else []) + [(name, iso3)], steps
    if len({iso3 for _, iso3 in closest}) != 1 or not all(_is_slip(key, name, least) for name, _ in closest):
        return None
    return closest[0][1]


def _is_slip(key: str, name: str, steps: int) -> bool:
    """Whether it is the name written wrongly, and not another word: `Iraqi`, `Cuban`, `Human` (Bhutan) are none."""
    adjective = _ADJECTIVE.search(key) if len(key) >= len(name) else None
    if (adjective and not name.endswith(adjective[0])) or key.removesuffix("s") == name + "i":
        return False
    return key[0] == name[0] or (steps == 1 and len(name) > _SHORT)


def _near_key(words: str) -> str:
    """Folded words of a plain text, with each `the` but the first, since slips may hit it."""
    folded = " ".join(fold_word(word) for word in WORD.findall(words) if word != ",")
    return folded.removeprefix("the ")


@lru_cache(maxsize=128)
def _names_by_length(length: int) -> tuple[tuple[str, int, int, str], ...]:
    """Folded right names of about that length: name, how many letters may differ, its set of letters, State."""
    return tuple(
        (name, most, _letters(name), each.iso3)
        for each in STATES.values()
        for right in each.right_names
        for name in dict.fromkeys((key_of(right), _near_key(plain(right))))
        if not right.isupper() and len(name) >= _FEWEST_LETTERS
        if abs(len(name) - length) <= (most := 1 if min(len(name), length) <= _SHORT else 2)
    )


def _letters(word: str) -> int:
    """The set of letters as bits: a cheap bound, since one slip changes at most two of them."""
    bits = 0
    for letter in word:
        bits |= 1 << (ord(letter) & 31)
    return bits


def distance(one: str, other: str, most: int) -> int:
    """How many letters to put in, take out, change or swap with their neighbour to turn one word into the other.

    Damerau-Levenshtein, each letter touched once; most + 1 where it is more than `most`.
    """
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        above, before, row = before, row, [i]
        for j, wanted in enumerate(other, 1):
            steps = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != wanted))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == wanted:
                steps = min(steps, above[j - 2] + 1)
            row.append(steps)
        if min(row) > most and min(before) > most:
            return most + 1
    return min(row[-1], most + 1)


def _leftover(content: str, mentions: tuple[Mention, ...]) -> str:
    at, words = 0, list[str]()
    for start, end in [*((mention.start, mention.end) for mention in mentions), (len(content), len(content))]:
        words += _LEFT.findall(content[at:start])
        at = end
    return " ".join(word for word in words if word.lower() not in HARMLESS)
