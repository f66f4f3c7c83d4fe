"""Sentences that give a class to numbers: "accepts recommendations 1–5 and notes 6–8", "122.1 and 122.3 are noted"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from item6.sources.addendum.classes import Said, degree, say
from item6.sources.addendum.numbers import Run, find_runs

_SENTENCE_END = re.compile(r"(?<!\bNo)(?<!\bNos)(?<!\bRec)(?<!\bRecs)(?<!\bpara)[.;!?](?=\s+[A-ZÀ-Ý“•(]|\s*$)")
_PART_OF = re.compile(
    r"\b(?:first|second|third|last|latter|former|remaining|other)\s+(?:part|half|section|element|sentence)s?\s+of\b|"
    r"\b(?:the\s+)?parts?\s+of\b|"
    r"\b(?:première|deuxième|seconde|dernière)\s+partie\b|\b(?:primera|segunda|última)\s+parte\b",
    re.IGNORECASE,
)
_RESPECTIVELY = re.compile(r"\brespectively\b|\brespectivement\b|\brespectivamente\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Statement:
    """numbers: as printed, normalised. normalised: the class. start, end: of the sentence. at: of the telling words."""

    numbers: tuple[str, ...]
    normalised: str
    start: int
    end: int
    at: int


def sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Ranges of the sentences; semicolons before a capital end one too."""
    at = start
    for stop in _SENTENCE_END.finditer(text, start, end):
        if stop.end() > at:
            yield at, stop.end()
        at = stop.end()
    if text[at:end].strip():
        yield at, end


def read_statements(text: str, start: int, end: int, mains: frozenset[str], language: str) -> Iterator[Statement]:
    """The statements of a paragraph, in order. What is said after a list of the whole list tells only its degree."""
    pending: list[Statement] = []
    for first, last in sentences(text, start, end):
        runs = list(find_runs(text, first, last, mains))
        said = say(text, first, last, language)
        if runs and said:
            yield from pending
            pending = list(_pair(text, first, last, runs, said))
        elif pending and not runs:
            pending = [_with_degree(text, statement, first, last) for statement in pending]
    yield from pending


def _with_degree(text: str, statement: Statement, first: int, last: int) -> Statement:
    """What the next sentence says of the whole list before it: "they are already implemented"."""
    told = degree(text, first, last)
    about_all = re.search(r"\b(?:they|these|those|all\s+of\s+(?:them|these)|which)\b", text[first:last])
    if statement.normalised != "accepted" or told == "accepted" or not about_all:
        return statement
    return Statement(statement.numbers, told, statement.start, statement.end, statement.at)


def _pair(text: str, first: int, last: int, runs: list[Run], said: list[Said]) -> Iterator[Statement]:
    """Each list with the class that is said of it.

    Where the sentence begins with a list, what follows a list speaks of it ("1 and 2 are accepted, 3 is noted");
    else what stands before it does ("accepts 1 and 2, notes 3").
    """
    if _RESPECTIVELY.search(text, first, last) and len(said) > 1:
        numbers = [number for run in runs for number in run.numbers]
        if len(numbers) == len(said):
            for number, told in zip(numbers, said, strict=True):
                yield Statement((number,), _class(text, told, first, last), first, last, told.start)
            return
    list_first = runs[0].start < said[0].start
    for index, run in enumerate(runs):
        stop = runs[index + 1].start if index + 1 < len(runs) else last
        before = [told for told in said if told.start < run.start]
        after = [told for told in said if run.end <= told.start < stop] or [
            told for told in said if told.start >= run.end
        ]
        told = (after or before)[0] if list_first and after else (before or after)[-1 if before else 0]
        told_class = _class(text, told, told.start if len(runs) > 1 else first, stop)
        if _PART_OF.search(text, first, run.start) and told_class in ("accepted", "rejected", "noted"):
            told_class = "accepted_in_part"
        yield Statement(run.numbers, told_class, first, last, told.start)


def _class(text: str, told: Said, start: int, end: int) -> str:
    return degree(text, start, end) if told.normalised == "accepted" else told.normalised


def class_of_words(text: str, start: int, end: int, language: str) -> tuple[str, int] | None:
    """The class that the words under a label give to its numbers, and where it is said; None where they give none.

    An acceptance beside a refusal, or beside an answer left open, is an acceptance in part.
    """
    said = say(text, start, end, language)
    if not said:
        return None
    classes = {told.normalised for told in said}
    at = said[0].start
    if classes & {"accepted", "accepted_in_principle"} and classes & {"rejected", "no_answer"}:
        return "accepted_in_part", at
    first = said[0]
    return (degree(text, start, end) if first.normalised == "accepted" else first.normalised), at
