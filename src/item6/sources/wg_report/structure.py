"""The numbered skeleton of the conclusions: main paragraphs, and the numbered lists under them.

Numbers in these reports are of three kinds: main paragraphs ("115."), items that carry the main number ("115.7",
"115.7."), and in the first cycle lists that restart ("7.") under each main paragraph. All are ambiguous one by one: a
cross-reference may wrap to the beginning of a line, a list may restart at the number of its own paragraph, and some
numbers are misprinted. So every number at the beginning of a line is only a candidate, and the sequence of
candidates that explains most of them is taken as a whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from item6.files.body import Body

# At the beginning of a line: "115.", "115.7", "115.7.", "125-15.", "118.09", "4 Encourage", "186.132. .Inform"
_AT_LINE = re.compile(
    r"^[ \t]*(\d{1,3})(?:[ \t]*([.\-–])[ \t]?(\d{1,3})(?!\d))?[ \t]*([.)]?)[ \t.]*"
    r"(?:(?=[^\s\d.,;)])|(?:(?<=\d\.)|(?<=\d))\n[ \t]*(?=[A-Z]))",
    re.MULTILINE,
)
# Inside a line, after the end of another item: "(Spain);110.44. Take", "(Burkina Faso). 77. The following"
_IN_LINE = re.compile(r"(?<=[;.)])[ \t]{0,3}(\d{1,3})\.(?:(\d{1,3})\.?)?[ \t]*(?=[A-Z])")

_ENDS_ITEM = frozenset(";.):,*0123456789") | {""}
"""What stands before an unusual number, footnote marks included: "visit of / 12 May" begins no item."""

# "in paragraphs 105.16 and / 105.31 above", "article / 6.3 of the law"
_CITING = re.compile(
    r"\b(?:articles?|art|paragraphs?|paras?|sections?|rules?|recommendations?|Nos?|and|or|to|of|in|with|under|from)$",
    re.IGNORECASE,
)

_LEAD = ("recommendation", "conclusions", "enjoy", "support of", "examine")
_CITED = re.compile(r"\s*(?:above|and|to|below|or|of the)\b")
_LEAD_WINDOW = 260
_TWICE = 0.1
"""What a number printed twice adds: more than passing it, less than any number in sequence."""


@dataclass(frozen=True, slots=True)
class Block:
    """A main paragraph or an item of the list under it.

    main: number of the main paragraph. sub: number in its list, 0 for the paragraph itself. printed: the number as
    printed. start: offset of the number. words: offset of the first word. end: where the next block begins.
    restarts: whether the list counts from 1 again.
    """

    main: int
    sub: int
    printed: str
    start: int
    words: int
    end: int
    restarts: bool = False


class _Candidate(NamedTuple):
    """A number that may begin a block: `a.b`, or `a.` with b None. weak: printed in an unusual way."""

    a: int
    b: int | None
    b_printed: str
    printed: str
    start: int
    words: int
    weak: bool
    left: float
    leads: bool
    cited: bool


@dataclass(frozen=True, slots=True)
class _Step:
    """A block chosen on the way to a state, and how one came there."""

    block: tuple[int, int, bool]
    candidate: _Candidate
    before: _Step | None


_State = tuple[int, int, bool | None]
"""Main number, number in its list, whether the list restarts (None before its first item)."""


def find_blocks(body: Body, region: tuple[int, int], closing: int | None) -> list[Block]:
    """The blocks of the conclusions in printed order.

    region: range of the conclusions in the body's text. closing: number of the closing paragraph, where known.
    """
    candidates = list(_candidates(body, region))
    first = next((c for c in candidates if c.b is None and not c.weak and c.leads), None)
    first = first or next((c for c in candidates if c.b is None and not c.weak), None)
    if first is None:
        return []
    chosen = _best_chain(candidates[candidates.index(first) :], first, closing)
    ends = [step.candidate.start for step in chosen[1:]] + [region[1]]
    return [
        Block(
            step.block[0],
            step.block[1],
            step.candidate.printed,
            step.candidate.start,
            step.candidate.words,
            end,
            step.block[2],
        )
        for step, end in zip(chosen, ends, strict=True)
    ]


def _candidates(body: Body, region: tuple[int, int]) -> Iterator[_Candidate]:
    """Everything in the region that may be a number of a block, in order."""
    text = body.text
    found: dict[int, _Candidate] = {}
    for m in _AT_LINE.finditer(text, *region):
        usual = (m[2] in (None, ".")) and (m[2] is not None or m[4] == ".")
        usual = usual and (m[3] is None or not m[3].startswith("0"))
        alone = "\n" in m[0]
        if (not usual or alone) and m[2] is None and (alone or not text[m.end()].isupper()):
            continue
        before = text[max(0, m.start() - 24) : m.start()].rstrip()
        cited = m[3] is not None and (text[m.end()].islower() or _CITING.search(before))
        if before[-1:] not in _ENDS_ITEM and (not usual or cited):
            continue
        found[m.start(1)] = _candidate(body, m[1], m[3], m[0].strip(" \t"), m.start(1), m.end(), not usual)
    for m in _IN_LINE.finditer(text, *region):
        if m.start(1) not in found:
            found[m.start(1)] = _candidate(body, m[1], m[2], m[0].strip(" \t"), m.start(1), m.end(), True)
    yield from (found[start] for start in sorted(found))


def _candidate(body: Body, a: str, b: str | None, printed: str, start: int, words: int, weak: bool) -> _Candidate:
    text = body.text
    window = text[words : words + _LEAD_WINDOW].lower() if b is None else ""
    leads = any(word in window for word in _LEAD)
    cited = _CITED.match(text, words) is not None
    line = body.lines[body.line_at(start)]
    printed = re.sub(r"[\s.]+$", "", printed) + ("." if printed.rstrip().endswith(".") else "")
    return _Candidate(int(a), int(b) if b else None, b or "", printed, start, words, weak, line.left, leads, cited)


def _best_chain(candidates: Sequence[_Candidate], first: _Candidate, closing: int | None) -> list[_Step]:
    """The best sequence of blocks: Viterbi over (main number, number in the list), each candidate taken or passed."""
    main_left = first.left
    best: dict[_State, tuple[float, _Step]] = {(first.a, 0, None): (0.0, _Step((first.a, 0, False), first, None))}
    for candidate in candidates[1:]:
        following: dict[_State, tuple[float, _Step]] = {}
        for state, (score, step) in best.items():
            passed = score - (
                0.5 if candidate.b is not None and not candidate.weak and candidate.a == state[0] else 0.0
            )
            _keep(following, state, passed, step)
            for gain, reached in _moves(state, candidate, main_left, closing):
                block = (reached[0], reached[1], bool(reached[2]) and reached[1] > 0)
                _keep(following, reached, score + gain, _Step(block, candidate, step))
        # A few dozen states are alive at most; those far behind will not catch up.
        top = max(score for score, _ in following.values())
        best = {state: found for state, found in following.items() if found[0] > top - 12}
    _, (_, last) = max(best.items(), key=lambda entry: entry[1][0] + _ending(entry[0], closing))
    chain = [last]
    while before := chain[-1].before:
        chain.append(before)
    return chain[::-1]


def _keep(table: dict[_State, tuple[float, _Step]], state: _State, score: float, step: _Step) -> None:
    if state not in table or score > table[state][0]:
        table[state] = (score, step)


def _ending(state: _State, closing: int | None) -> float:
    return 2.0 if closing is not None and state[0] == closing - 1 else 0.0


def _moves(state: _State, c: _Candidate, main_left: float, closing: int | None) -> Iterator[tuple[float, _State]]:
    """What the candidate may be from this state, with what it adds to the score."""
    main, sub, restarts = state
    strength = (0.35 if c.weak else 1.0) - (0.8 if c.cited else 0.0)
    if c.b is not None:
        if restarts is not True:
            yield from _dotted(state, c, strength)
        return
    gap = c.a - main - 1
    if 0 <= gap <= 2 and (closing is None or c.a < closing) and (not c.weak or c.leads):
        indent = 0.4 if abs(c.left - main_left) < 6 else -0.8 if c.left and main_left else 0.0
        yield strength + indent + (0.6 if c.leads else -0.8) - 1.5 * gap, (c.a, 0, None)
    if restarts and c.a == sub and not c.weak and not c.cited:
        yield _TWICE, (main, sub, True)
    if restarts is not False and 0 <= c.a - sub - 1 <= 2:
        missing = c.a - sub - 1
        yield strength - 0.7 * missing - (0.3 if c.leads and sub == 0 else 0.0), (main, c.a, True)


def _dotted(state: _State, c: _Candidate, strength: float) -> Iterator[tuple[float, _State]]:
    """Moves of a candidate "a.b": in sequence, with items missing, with a wrong main number, or with lost digits."""
    main, sub, _ = state
    assert c.b is not None
    missing = c.b - sub - 1
    if c.a == main and missing == -1 and sub and not c.weak and not c.cited:
        yield _TWICE, (main, c.b, False)
    elif c.a == main and 0 <= missing <= 8:
        yield strength + 0.5 - 0.6 * missing, (main, c.b, False)
    elif missing == 0:
        yield 0.3 * strength, (main, c.b, False)
    elif c.a == main and c.b_printed.startswith("0") and str(sub + 1).endswith(c.b_printed):
        yield 0.5, (main, sub + 1, False)
