"""What became of each number of a draft in the final report.

Drafts number their lists anew (6.1 and on), and until the final report appears items are reworded, moved, dropped or
put into footnotes. A number of the draft is found again by its words and States; where both have changed, by likeness.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict, deque
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from item6.record.contents import Alias
from item6.terms.documents import Footnote, Reading
from item6.terms.issues import Issue, Place, issue
from item6.terms.names import ReviewName
from item6.terms.recommendations import Recommendation, fingerprint

LIKE = 0.75
"""Share of common words, in order, from which two texts are the same item reworded. Items of one list that differ in
one word only are told apart before, by their whole words."""

_QUOTED = 0.9
"""Share of the words of an item that stand in the footnote that quotes it."""

_SHARED = 0.4
"""Share of common words, in any order, from which texts are compared more closely."""


@dataclass(frozen=True, slots=True)
class Followed:
    """A draft beside its final report. aliases: one for each number of the draft. issues: what is not as it was."""

    aliases: tuple[Alias, ...]
    issues: tuple[Issue, ...]


def follow(review: ReviewName, draft: Reading, final: Reading) -> Followed:
    """Each number of the draft in the final report: the same, moved, changed or dropped; and what was added."""
    pairs = _pairs(draft.recommendations, final.recommendations)
    moved = _moved([(old.number, new.number) for old, new in pairs], final.recommendations)
    found = {old.number: new for old, new in pairs}
    aliases, issues = [], []
    for old in draft.recommendations:
        target = found.get(old.number)
        how = _how(old, target, moved)
        aliases.append(Alias(review, old.number, target.number if target else None, draft.document.sha256, how))
        place = Place(draft.document.file, old.passage.page, old.number)
        note = _footnote(old, final.footnotes) if how == "dropped" else None
        if note:
            issues.append(issue("draft.footnoted", place, {"draft": old.number, "page": note.page}))
        elif how != "same":
            said = {"draft": old.number} | ({"number": target.number} if target else {})
            issues.append(issue(f"draft.{how}", place, said))
    kept = {new.number for _, new in pairs}
    issues += [
        issue("draft.added", Place(final.document.file, each.passage.page, each.number), {"number": each.number})
        for each in final.recommendations
        if each.number not in kept
    ]
    return Followed(tuple(aliases), tuple(issues))


def _footnote(old: Recommendation, footnotes: Sequence[Footnote]) -> Footnote | None:
    """The footnote of the report that gives the words of an item as they were read in the dialogue."""
    words = set(_tokens(old))
    return next(
        (note for note in footnotes if words and len(words & set(_words_in(note.text))) >= _QUOTED * len(words)), None
    )


def _how(old: Recommendation, new: Recommendation | None, moved: set[str]) -> str:
    if new is None:
        return "dropped"
    if _words(old) != _words(new) or _states(old) != _states(new):
        return "changed"
    return "moved" if old.number in moved else "same"


def _pairs(
    draft: Sequence[Recommendation], final: Sequence[Recommendation]
) -> list[tuple[Recommendation, Recommendation]]:
    """Numbers that belong together, in the order of the draft, each used once."""
    left, right = {each.number: each for each in draft}, {each.number: each for each in final}
    pairs: list[tuple[Recommendation, Recommendation]] = []
    keys: tuple[Callable[[Recommendation], Hashable], ...] = (lambda each: (_words(each), _states(each)), _words)
    for key in keys:
        pairs += _take(left, right, _alike(left.values(), right.values(), key))
    pairs += _take(left, right, _like(left.values(), right.values()))
    order = {each.number: place for place, each in enumerate(draft)}
    return sorted(pairs, key=lambda pair: order[pair[0].number])


def _take(
    left: dict[str, Recommendation],
    right: dict[str, Recommendation],
    pairs: Iterable[tuple[Recommendation, Recommendation]],
) -> list[tuple[Recommendation, Recommendation]]:
    """The pairs, whose numbers are no longer to be had."""
    taken = list(pairs)
    for old, new in taken:
        del left[old.number], right[new.number]
    return taken


def _alike(
    draft: Iterable[Recommendation], final: Iterable[Recommendation], key: Callable[[Recommendation], Hashable]
) -> Iterable[tuple[Recommendation, Recommendation]]:
    """Items of the same key; where several have it, the first with the first."""
    waiting: dict[Hashable, deque[Recommendation]] = defaultdict(deque)
    for new in final:
        waiting[key(new)].append(new)
    return [(old, waiting[key(old)].popleft()) for old in draft if waiting[key(old)]]


def _like(
    draft: Iterable[Recommendation], final: Iterable[Recommendation]
) -> list[tuple[Recommendation, Recommendation]]:
    """Items that are the most like each other, and enough; a tie between two is left open."""
    olds, news = list(draft), list(final)
    tokens = {id(each): _tokens(each) for each in (*olds, *news)}
    scores = [
        (_likeness(tokens[id(old)], tokens[id(new)]), old, new)
        for old in olds
        for new in news
        if _share(set(tokens[id(old)]), set(tokens[id(new)])) >= _SHARED
    ]
    scores = [each for each in scores if each[0] >= LIKE]
    best_old = {old.number: max(score for score, each, _ in scores if each is old) for _, old, _ in scores}
    best_new = {new.number: max(score for score, _, each in scores if each is new) for _, _, new in scores}
    firsts = [(o, n) for score, o, n in scores if score == best_old[o.number] == best_new[n.number]]
    often_old = Counter(old.number for old, _ in firsts)
    often_new = Counter(new.number for _, new in firsts)
    return [(old, new) for old, new in firsts if often_old[old.number] == often_new[new.number] == 1]


def _moved(pairs: Sequence[tuple[str, str]], final: Sequence[Recommendation]) -> set[str]:
    """Numbers of the draft whose items stand elsewhere: what is left beside the longest run that kept its order."""
    place = {each.number: index for index, each in enumerate(final)}
    order = [place[new] for _, new in pairs]
    ends: list[int] = []
    lengths = []
    for index in order:
        length = bisect_left(ends, index)
        ends[length : length + 1] = [index]
        lengths.append(length)
    kept, wanted = set(), len(ends) - 1
    for (old, _), length in zip(reversed(pairs), reversed(lengths), strict=True):
        if length == wanted:
            kept.add(old)
            wanted -= 1
    return {old for old, _ in pairs} - kept


def _words(each: Recommendation) -> str:
    return fingerprint(" ".join(text.words for text in each.texts))


def _states(each: Recommendation) -> tuple[str, ...]:
    return tuple(sorted(each.states))


def _tokens(each: Recommendation) -> list[str]:
    return _words_in(" ".join(text.words for text in each.texts))


def _words_in(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def _share(one: set[str], other: set[str]) -> float:
    return len(one & other) / max(1, len(one | other))


def _likeness(one: Sequence[str], other: Sequence[str]) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()
