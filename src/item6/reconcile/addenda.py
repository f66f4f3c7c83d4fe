"""Which report an addendum answers.

The addendum to A/HRC/28/15 is A/HRC/28/15/Add.1. Where the symbol finds no report, the State and the cycle do.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from item6.terms.documents import Document, Reading
from item6.terms.issues import Issue, Place, issue
from item6.terms.names import ReviewName
from item6.terms.symbols import Symbol, parse_symbol


@dataclass(slots=True)
class Added:
    """The addenda of each review, under its name, and the SHA-256 of those that other files replace."""

    kept: dict[ReviewName, list[Reading]] = field(default_factory=lambda: defaultdict(list))
    superseded: dict[ReviewName, list[str]] = field(default_factory=lambda: defaultdict(list))
    issues: list[Issue] = field(default_factory=list)

    def of(self, review: ReviewName) -> list[Reading]:
        """The addenda of a review."""
        return self.kept.get(review, [])

    def superseded_of(self, review: ReviewName) -> list[str]:
        """Files of a review that do not count."""
        return sorted(self.superseded.get(review, []))


def assign(readings: Iterable[Reading], reports: Mapping[ReviewName, Reading]) -> Added:
    """Every addendum to its review; of several files of one addendum the one that counts.

    reports: the reading that speaks for each review. Addenda whose report is not among the documents leave an Issue.
    """
    added = Added()
    readings = list(readings)
    by_base = _by_base(readings, reports)
    groups: dict[tuple[ReviewName, object], list[Reading]] = defaultdict(list)
    for reading in readings:
        if reading.document.family != "addendum" or any(found.severity == "error" for found in reading.issues):
            continue
        review = _review_of(reading.document, by_base, reports, added.issues)
        if review is not None:
            groups[review, _which(reading.document)].append(reading)
    for review, which in groups:
        _keep(review, groups[review, which], added)
    return added


def _by_base(readings: Iterable[Reading], reports: Mapping[ReviewName, Reading]) -> dict[Symbol, ReviewName]:
    """The review of each report's symbol, those of replaced reports included."""
    found = {}
    for reading in readings:
        review, symbol = reading.document.review, _symbol(reading.document)
        if reading.document.family == "wg_report" and review in reports and symbol is not None and review is not None:
            found[symbol.base] = review
    return found


def _review_of(
    document: Document,
    by_base: Mapping[Symbol, ReviewName],
    reports: Mapping[ReviewName, Reading],
    issues: list[Issue],
) -> ReviewName | None:
    symbol, named = _symbol(document), document.review
    by_symbol = by_base.get(symbol.base) if symbol else None
    if by_symbol and (named is None or named.state == by_symbol.state):
        return by_symbol
    if by_symbol:
        said = {"review": by_symbol, "other": named}
        issues.append(issue("review.addendum_of_another", Place(document.file), said))
    if named in reports:
        return named
    of_report = str(symbol.base) if symbol else str(named) if named else "of another document"
    issues.append(issue("review.addendum_alone", Place(document.file), {"symbol": of_report}))
    return None


def _which(document: Document) -> object:
    """What tells one addendum from another: its number and that of its corrigendum, not its revision."""
    symbol = _symbol(document)
    if symbol is None:
        return document.sha256
    return tuple(suffix for suffix in symbol.suffixes if suffix[0] != "Rev")


def _keep(review: ReviewName, readings: Iterable[Reading], added: Added) -> None:
    best, *others = sorted(readings, key=lambda reading: _rank(reading.document), reverse=True)
    added.kept[review].append(_under(review, best))
    for other in others:
        added.superseded[review].append(other.document.sha256)
        place = Place(other.document.file)
        added.issues.append(issue("review.same_addendum", place, {"other": best.document.file}))


def _rank(document: Document) -> tuple[int, bool, str, bool, str]:
    """The largest wins: revised, in English, later, with pages; the hash only makes the order complete."""
    return (
        _count(document, "Rev"),
        document.language == "en",
        document.date or "",
        document.pages is not None,
        document.sha256,
    )


def _under(review: ReviewName, reading: Reading) -> Reading:
    """The reading under the name of the review; the answers of a corrigendum as those of a revision."""
    revision = _count(reading.document, "Corr")
    answers = tuple(
        replace(answer, review=review, revision=max(answer.revision, revision)) for answer in reading.answers
    )
    return replace(reading, document=replace(reading.document, review=review), answers=answers)


def _count(document: Document, kind: str) -> int:
    symbol = _symbol(document)
    return max((count for each, count in symbol.suffixes if each == kind), default=0) if symbol else 0


def _symbol(document: Document) -> Symbol | None:
    return parse_symbol(document.symbol) if document.symbol else None
