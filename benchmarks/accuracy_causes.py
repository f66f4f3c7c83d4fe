"""Every remaining error beside its cause. Causes are found by people, who look at the page, and kept in a table.

The table holds no text, only its fingerprint: an error whose text changes is a new one and asks for its cause again.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass, fields
from pathlib import Path

from accuracy_scores import Disagreement, Pairs, Run, scorer
from rapidfuzz.distance import LCSseq

from item6.terms.passages import PdfPlace
from item6.terms.recommendations import Text, fingerprint

EXPORT, READ, ANSWER, WORDS = "export", "read", "answer", "words"
"""Sides: a pair that only the export holds, a pair that only item6 reads, an answer that is not the final one, and a
text of item6 that matches, because the scorer is lenient about where texts begin and end, and is wrong all the same."""

MEANINGS = {
    "export splits": "The report prints one text; the export holds it as several rows.",
    "several brackets": "The State stands in several brackets of one sentence; item6 keeps its words together in one "
    "text, the export has a row for each bracket.",
    "export joins": "The report prints several texts, each with its States; the export holds them as one row.",
    "export omits": "The report prints the recommendation with its State; the export has no row for it.",
    "export slips": "The export's row holds a text or a State other than the one that the report prints there.",
    "export adds": "The conclusions neither list it nor name its paragraph; the export takes it from the dialogue.",
    "export counts once": "The report holds it twice, in the list and by reference to the dialogue; the export once.",
    "composed differently": "Both compose the same printed words, in different ways; the report leaves it open.",
    "no State printed": "The report prints no State behind the text; the export knows it from elsewhere.",
    "final answer differs": "The report says what item6 reads; the export, which holds the final answer, another.",
    "reader": "item6 is wrong; the note says how.",
}


@dataclass(frozen=True, order=True)
class Cause:
    """One row of the table of causes.

    document: without extension, as the scorer names it. side: EXPORT, READ, ANSWER or WORDS. state: ISO3 code, empty
    for an answer. key: fingerprint of the text, or `supported>noted` for an answer. number: where it stands in the
    report. cause: a key of MEANINGS. how: `looked at` the page, or `proved` by the words. note: in our own words.
    """

    document: str
    side: str
    state: str
    key: str
    number: str
    cause: str
    how: str
    note: str


@dataclass(frozen=True, order=True)
class Remaining:
    """An error that is left. text: of the pair, empty for an answer. number: where known without the table."""

    document: str
    side: str
    state: str
    key: str
    number: str = ""
    text: str = ""
    pairs: int = 1


@dataclass(frozen=True)
class Explained:
    """All errors with their causes; None where the table has none.

    words: texts that match and are wrong. stale: causes of errors that are gone.
    """

    errors: tuple[tuple[Remaining, Cause | None], ...]
    words: tuple[Cause, ...]
    stale: tuple[Cause, ...]

    @property
    def unexplained(self) -> list[Remaining]:
        """Errors without a cause."""
        return [error for error, cause in self.errors if cause is None]


def remaining(run: Run, answers: Iterable[Disagreement]) -> list[Remaining]:
    """Every unmatched pair of the run, and every disagreement over answers."""
    sides = {"gold": EXPORT, "pred": READ}
    unmatched = [
        Remaining(
            row["document"], sides[row["side"]], row["state"], fingerprint(row["text"]), row["number"], row["text"]
        )
        for row in run.unmatched
    ]
    differing = [
        Remaining(each.document, ANSWER, "", f"{each.ours}>{each.final}", each.number, pairs=each.pairs)
        for each in answers
    ]
    return sorted(unmatched + differing)


Key = tuple[str, str, str]
"""A text of item6: document without extension, number, fingerprint."""


def explain(errors: Sequence[Remaining], causes: Iterable[Cause], texts: Collection[Key]) -> Explained:
    """Errors beside causes, by document, side, State, key and, for what item6 reads, number.

    texts: all that were read, among which those known to be wrong are looked for.
    """
    known = {_place(cause): cause for cause in causes}
    found = tuple((error, known.get(_place(error))) for error in errors)
    used = {_place(error) for error in errors}
    words = {
        place: cause
        for place, cause in known.items()
        if cause.side == WORDS and (cause.document, cause.number, cause.key) in texts
    }
    stale = (cause for place, cause in known.items() if place not in used and place not in words)
    return Explained(found, tuple(words.values()), tuple(stale))


def _place(each: Cause | Remaining) -> tuple[str, ...]:
    number = "" if each.side == EXPORT else each.number
    return each.document, each.side, each.state, each.key, number


def load(path: Path) -> list[Cause]:
    """The table of causes. ValueError for a cause that has no meaning."""
    with path.open(encoding="utf-8", newline="") as lines:
        causes = [Cause(**row) for row in csv.DictReader(lines)]
    unknown = {cause.cause for cause in causes} - set(MEANINGS)
    if unknown:
        raise ValueError(f"{path}: unknown causes: {', '.join(sorted(unknown))}")
    return causes


def save(path: Path, causes: Iterable[Cause]) -> None:
    """Write the table, sorted."""
    with path.open("w", encoding="utf-8", newline="") as lines:
        writer = csv.writer(lines, lineterminator="\n")
        writer.writerow([field.name for field in fields(Cause)])
        writer.writerows(map(astuple, sorted(causes)))


class Splits:
    """Proves that a row of the export is a part of one printed text of the same State, whose other part matches."""

    def __init__(self, corpus: Path, read: Pairs, export: Pairs, texts: Mapping[tuple[str, str, str], Text]) -> None:
        self._scorer, self._read, self._export, self._texts = scorer(corpus), read, export, texts

    def number(self, error: Remaining) -> str | None:
        """Number of the printed text, None where that is not proved."""
        if error.side != EXPORT:
            return None
        ours = self._read.get(error.document, {}).get(error.state, ())
        theirs = self._export[error.document][error.state]
        wanted = self._scorer.clean(error.text).split()
        for i, j, _ in self._scorer.match(ours, theirs, 70, 5):
            whole, other = ours[i]["clean"].split(), theirs[j]["clean"].split()
            text = self._texts[error.document, ours[i]["number"], ours[i]["text"]]
            if holds(whole, wanted) and not holds(other, wanted) and in_one_piece(text):
                return ours[i]["number"]
        return None


def holds(whole: Sequence[str], part: Sequence[str]) -> bool:
    """Whether nine in ten words of the part stand in the whole, in the same order."""
    return len(part) > 1 and LCSseq.similarity(whole, part) >= 0.9 * len(part)


_INSIDE = re.compile(r"\([A-Z][^()]*\)\s*[;,/]|(?:^|[;.)]\s*)\d{1,3}\.\d{1,3}\.?\s+[A-Z]")
"""What would end a text if the reader had not missed it: a bracket that closes a clause, or a number."""


def in_one_piece(text: Text) -> bool:
    """Whether the text is printed in one run of words that ends with one group of brackets."""
    place = text.passage.locator
    pages = [span.page for span in place.spans] if isinstance(place, PdfPlace) else []
    return len(pages) == len(set(pages)) and not _INSIDE.search(text.words)


def proposed(errors: Iterable[Remaining], splits: Splits) -> Iterator[Cause]:
    """A row for each error, with the cause where it can be proved and an empty one where somebody must look."""
    for error in errors:
        number = splits.number(error)
        cause, how = ("export splits", "proved") if number else ("", "")
        yield Cause(error.document, error.side, error.state, error.key, number or error.number, cause, how, "")
