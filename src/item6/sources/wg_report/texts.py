"""The texts under one number, and the States that made each: a text is what the document prints.

A bracket of States names the words before it. Where one sentence holds several brackets, a State's text is put
together from the pieces that carry its name, in printed order, with what those pieces cannot stand without:

    A (France); B (Chile)                           two statements, two texts
    A (France) (Iraq); (Poland)                     one text, three States
    join (Algeria)/sign (Egypt) the Convention      verbs without an object: each takes the one that follows
    sign (Algeria)/accede to the Convention (Peru)  ... or the object of the last of them
    ratify A (Brazil), B (Chile)                    an object without a verb: it takes the verb before it
    A (Brazil) in line with B (Chile), with C       words that only add: they need all that stands before them
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from item6.sources.brackets import Group
from item6.sources.wg_report.verbs import ends_with_verb, starts_with_verb, verb_phrase_end

Range = tuple[int, int]

_NEW = re.compile(r"\s*(?:\d{1,2}\s*)?[;.:](?!\s*(?:and|or)?/)")
_JOINT = re.compile(r"[\s,;./\d]*(?:(?:and|or)\s*/\s*(?:and|or)\b|and\b|or\b|as well as\b)?[\s,/]*")
_LETTER = re.compile(r"[^\W\d_]")
_CAPITAL = re.compile(r"\s*([A-Z][\w-]*)")
_OBJECT_START = re.compile(r"(?:the|its|their|all|any|both|a|an)\b|[A-Z]")
_OBJECT_INSIDE = re.compile(
    r"(?<=\s)(?:the(?!\s+(?:possibility|ratification|accession))|an?(?!\s+part)|its|all|any)\s|(?<=\s)[A-Z]"
)
_PARTICIPLE = re.compile(r"[a-z]+ing\b")
_ADDS = re.compile(r"(?:in|with|without|by|for|as|at|from|through|under|including|so|while)\b|[a-z]+ly\b")
# A verb that waits for its object, whatever it holds: "proceed with ratifying", "accelerate the ratification of"
_WAITS = re.compile(r"(?:\b(?:of|to|by|with|for|on|in|ratification|accession|adherence|signature)|[a-z]ing)\W*$")
# ... and where it names nothing yet: "become a party", "ratify as soon as possible", "take steps"
_WAITS_TOO = re.compile(
    r"(?:\b(?:part(?:y|ies)|as\s+possible|possibility|feasibility|efforts|steps|measures)|"
    r"[a-z](?:ly|tion|sion|ment))\W*$"
)
# A verb that speaks of what was said before it: "begin their implementation", "reform it", "legislate accordingly"
_REFERS = re.compile(r"\b(?:it|them|their|accordingly|thereof|thereto|therewith)\b")
_OF = re.compile(r"\s*of\s+")
_SHORT = 9
"""A demand of so few words may lean on what was said before it."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A text in the making: ranges of the running text in order, States, their brackets as printed."""

    ranges: tuple[Range, ...]
    states: tuple[str, ...]
    printed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Piece:
    """Words before one bracket.

    kind: `verb`, `object` or `modifier`. joint: where the words after the bracket before begin. start, end: range
    without the joint ("and", a comma). split: where the object of a verb begins, `end` where it has none. lends:
    that object begins with an article or a name, so that other verbs can take it too.
    adjacent: nothing but a space stands between it and the bracket before.
    """

    kind: str
    joint: int
    start: int
    end: int
    split: int
    adjacent: bool
    states: tuple[str, ...]
    printed: tuple[str, ...]
    lends: bool = False

    @property
    def complete(self) -> bool:
        """A verb that has its object."""
        return self.kind == "verb" and self.split < self.end


def split_texts(text: str, start: int, end: int, groups: Sequence[Group]) -> tuple[list[Draft], Range]:
    """The texts of an item, and the range after its last bracket that belongs to none of them.

    text: running text. start, end: range of the item after its number. groups: its brackets of States in order.
    """
    if not groups:
        return [Draft(((start, end),), ())], (end, end)
    if len(groups) == 1:
        (only,) = groups
        if not _LETTER.search(text, start, only.start) and _LETTER.search(text, only.end, end):
            return [Draft(((only.end, end),), only.states, only.printed)], (end, end)
        tail, rest = _tail(text, only.end, end)
        words = _words_of(text, (start, only.start), only)
        return [Draft((words, tail) if tail else (words,), only.states, only.printed)], rest
    drafts: list[Draft] = []
    statement: list[_Piece] = []
    at = start
    for group in groups:
        if statement and _begins_anew(text, at, group.start):
            drafts += _texts_of(text, statement, None)
            statement = []
        elif statement and (stop := _demand_after(text, at, group.start)):
            drafts += _texts_of(text, statement, (at, stop))
            statement, at = [], stop
        if _LETTER.search(text, at, group.start) or not (statement or drafts):
            statement.append(_piece(text, at, group, statement))
        elif statement:
            last = statement[-1]
            statement[-1] = replace(last, states=last.states + group.states, printed=last.printed + group.printed)
        at = group.end
    tail, rest = _tail(text, at, end)
    drafts += _texts_of(text, statement, tail)
    return drafts, rest


def _words_of(text: str, words: Range, group: Group) -> Range:
    """The words before a bracket; the bracket itself where nothing but it is printed."""
    return words if _LETTER.search(text, *words) else (group.start, group.end)


def _demand_after(text: str, start: int, end: int) -> int | None:
    """Where a semicolon ends the sentence of the bracket before and another demand begins, before the next bracket."""
    for semicolon in re.compile(r";").finditer(text, start, end):
        if starts_with_verb(text[semicolon.end() : min(end, semicolon.end() + 60)].lower()):
            return semicolon.start()
    return None


def _begins_anew(text: str, start: int, end: int) -> bool:
    """Whether the words after a bracket begin another statement."""
    if not _LETTER.search(text, start, end):
        return False
    if _NEW.match(text, start, end):
        return True
    capital = _CAPITAL.match(text, start, end)
    return capital is not None and starts_with_verb(capital[1])


def _piece(text: str, at: int, group: Group, before: Sequence[_Piece]) -> _Piece:
    """The words between two brackets as a piece; `before`: the pieces before it in the same statement."""
    if not _LETTER.search(text, at, group.start):
        return _Piece("verb", at, group.start, group.end, group.start, False, group.states, group.printed)
    joint = _JOINT.match(text, at, group.start)
    start = joint.end() if joint else at
    printed = text[at:start]
    adjacent = not printed.strip(" \n0123456789")
    waiting = adjacent and bool(before) and not _has_object(before, range(len(before)))
    kind = _kind(text[start : group.start], first=not before, waiting=waiting, adjacent=adjacent)
    split, lends = _object_start(text, start, group.start) if kind == "verb" else (group.start, False)
    return _Piece(kind, at, start, group.start, split, adjacent, group.states, group.printed, lends)


def _has_object(pieces: Sequence[_Piece], chosen: Iterable[int]) -> bool:
    """Whether one of the pieces is an object or a verb with its own."""
    return any(pieces[i].kind == "object" or pieces[i].complete for i in chosen)


def _kind(words: str, *, first: bool, waiting: bool, adjacent: bool) -> str:
    """What the words are to the statement.

    adjacent: nothing but a space stands before them; "to end" then tells a purpose. waiting: they follow so upon
    verbs without object.
    """
    if first:
        return "verb"
    if waiting and (_PARTICIPLE.match(words) or not (_ADDS.match(words) or starts_with_verb(words))):
        return "object"
    if adjacent and words.startswith("of "):
        return "object"
    if adjacent and words.startswith("to "):
        return "object" if waiting else "modifier"
    if starts_with_verb(words):
        return "modifier" if _REFERS.search(words) and len(words.split()) <= _SHORT else "verb"
    return "object" if _OBJECT_START.match(words) else "modifier"


def _object_start(text: str, start: int, end: int) -> tuple[int, bool]:
    """Where the object of a verb begins, `end` where it has none; and whether an article or a name begins it."""
    words = text[start:end]
    if _WAITS.search(words):
        return end, False
    if inside := _OBJECT_INSIDE.search(text, start + 1, end):
        return inside.start(), True
    if ends_with_verb(words) or _WAITS_TOO.search(words):
        return end, False
    return start + verb_phrase_end(words), False


def _tail(text: str, at: int, end: int) -> tuple[Range | None, Range]:
    """The words after the last bracket: those that end its sentence, and those that belong to no text."""
    if not _LETTER.search(text, at, end) or _begins_anew(text, at, end):
        return None, (at, end)
    stop = re.compile(r"[;.]\s*(?:\n|$)").search(text, at, end)
    return (at, stop.start() if stop else end), (stop.start() if stop else end, end)


def _texts_of(text: str, pieces: Sequence[_Piece], tail: Range | None) -> list[Draft]:
    """The texts of one statement, in the order in which their last bracket is printed."""
    found: dict[tuple[Range, ...], tuple[list[str], list[int]]] = {}
    for state in dict.fromkeys(state for piece in pieces for state in piece.states):
        own = [index for index, piece in enumerate(pieces) if state in piece.states]
        ranges = _without_of(text, [_tight(text, words) for words in _compose(pieces, own, tail)])
        states, used = found.setdefault(ranges, ([], []))
        states.append(state)
        used += own
    drafts = sorted(found.items(), key=lambda entry: entry[1][1][-1])
    return [
        Draft(ranges, tuple(states), tuple(bracket for i in sorted(set(used)) for bracket in pieces[i].printed))
        for ranges, (states, used) in drafts
    ]


def _tight(text: str, words: Range) -> Range:
    """The range without white space at its edges."""
    start, end = words
    printed = text[start:end]
    return start + len(printed) - len(printed.lstrip()), end - len(printed) + len(printed.rstrip())


def _without_of(text: str, ranges: Sequence[Range]) -> tuple[Range, ...]:
    """What Egypt signs loses the "of" in "sign (Egypt)/consider the ratification (Peru) of the Convention"."""
    found = list(ranges)
    for i, (start, end) in enumerate(found):
        of = _OF.match(text, start, end) if i else None
        if of and ends_with_verb(text[slice(*found[i - 1])]):
            found[i] = (of.end(), end)
    return tuple(found)


def _compose(pieces: Sequence[_Piece], own: Sequence[int], tail: Range | None) -> list[Range]:
    """Ranges of a State's text: its own pieces, what stands before them, and the object they wait for."""
    before, head = _before(pieces, own[0])
    ranges = [*head, *_run(pieces, [*before, *own])]
    if not head and not _has_object(pieces, [*before, *own]):
        following = _object_after(pieces, own[-1])
        if following:
            ranges.append(following)
    if tail:
        ranges.append(tail)
    return ranges


def _before(pieces: Sequence[_Piece], first: int) -> tuple[Sequence[int], list[Range]]:
    """What the first piece of a State cannot stand without: whole pieces, or the verb of the one before it."""
    piece = pieces[first]
    if piece.kind == "verb":
        return (), []
    head = max((i for i in range(first) if pieces[i].kind == "verb"), default=0)
    if piece.kind == "object" and not (piece.adjacent and pieces[head].complete):
        if not pieces[head].complete:
            return (head,), []
        verb = (pieces[head].start, pieces[head].split)
        return ((), [verb]) if verb[1] > verb[0] else ((head,), [])
    return range(head, first), []


def _run(pieces: Sequence[_Piece], chosen: Sequence[int]) -> list[Range]:
    """Ranges of the pieces; one that follows its neighbour keeps the joint ("and", a comma) between them."""
    return [
        (pieces[i].joint if k and chosen[k - 1] == i - 1 else pieces[i].start, pieces[i].end)
        for k, i in enumerate(chosen)
    ]


def _object_after(pieces: Sequence[_Piece], last: int) -> Range | None:
    """The object that follows verbs without one: the next object, or that of the next complete verb."""
    for piece in pieces[last + 1 :]:
        if piece.kind == "object":
            return (piece.start, piece.end)
        if pieces[last].kind == "verb" and piece.complete and piece.lends:
            return (piece.split, piece.end)
    return None
