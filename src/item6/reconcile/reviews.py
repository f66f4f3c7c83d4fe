"""Which document speaks for a review.

A review has one list of recommendations. Its draft (L. document) appears 48 hours after the dialogue, the final
report weeks later, now and then once more: as another file format, with an asterisk "for technical reasons", as a
revision. The final wins over the draft, a later issue over an earlier one; what was set aside is said.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from item6.terms.documents import Document, Reading
from item6.terms.issues import Issue, Place, issue
from item6.terms.names import ReviewName

_REVISION = re.compile(r"/(?:Rev|Amend)\.?\s*(\d+)", re.IGNORECASE)
_CORRIGENDUM = re.compile(r"/Corr\.?\s*\d+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Choice:
    """What `choose` found.

    reports: the reading that speaks for each review, in order of names.
    distinct: every reading once, identical files only once, in a fixed order.
    issues: what was set aside, and why.
    """

    reports: tuple[tuple[ReviewName, Reading], ...]
    distinct: tuple[Reading, ...]
    issues: tuple[Issue, ...]


def choose(readings: Iterable[Reading]) -> Choice:
    """The one reading that speaks for each review. The result does not depend on the order of the readings."""
    distinct, issues = _once(readings)
    groups: dict[ReviewName, list[Reading]] = defaultdict(list)
    for reading in distinct:
        if is_report(reading):
            if reading.document.review is None:
                issues.append(issue("review.unknown", Place(reading.document.file)))
            else:
                groups[reading.document.review].append(reading)
    reports = []
    for review in sorted(groups):
        best, said = _best(review, groups[review])
        reports.append((review, best))
        issues += said
    return Choice(tuple(reports), tuple(distinct), tuple(issues))


def is_report(reading: Reading) -> bool:
    """Whether it is a report of the Working Group, and was read."""
    failed = any(found.severity == "error" for found in reading.issues)
    return reading.document.family == "wg_report" and not failed


def _once(readings: Iterable[Reading]) -> tuple[list[Reading], list[Issue]]:
    """Readings in a fixed order; of identical files the first by name, the others named in an Issue."""
    kept: dict[str, Reading] = {}
    issues: list[Issue] = []
    for reading in sorted(readings, key=lambda reading: (reading.document.file, reading.document.sha256)):
        document = reading.document
        first = kept.setdefault(document.sha256 or f"not read: {document.file}", reading)
        if first is not reading and first.document.file != document.file:
            issues.append(issue("review.same_bytes", Place(document.file), {"other": first.document.file}))
    return list(kept.values()), issues


def _best(review: ReviewName, readings: Sequence[Reading]) -> tuple[Reading, list[Issue]]:
    """The reading that wins, and one Issue for each that does not."""
    ranked = sorted(readings, key=lambda reading: _rank(reading.document), reverse=True)
    full = [reading for reading in ranked if not _is_fragment(reading, ranked)]
    best = full[0]
    return best, [_set_aside(review, reading, best, reading in full) for reading in ranked if reading is not best]


def _rank(document: Document) -> tuple[bool, bool, int, str, tuple[tuple[int, str], ...], bool, str]:
    """The largest wins: final, revised, later, higher symbol, with pages; the hash only makes the order complete."""
    symbol = document.symbol or ""
    revision = _REVISION.search(symbol)
    return (
        not document.draft,
        bool(symbol),
        int(revision[1]) if revision else 0,
        document.date or "",
        tuple((int(part), "") if part.isdigit() else (0, part) for part in re.findall(r"\d+|\D+", symbol)),
        document.pages is not None,
        document.sha256,
    )


def _is_fragment(reading: Reading, others: Sequence[Reading]) -> bool:
    """A corrigendum that prints only what it corrects, beside a report that holds more."""
    if not _CORRIGENDUM.search(reading.document.symbol or ""):
        return False
    return any(len(other.recommendations) > len(reading.recommendations) for other in others)


def _set_aside(review: ReviewName, reading: Reading, best: Reading, full: bool) -> Issue:
    place = Place(reading.document.file)
    if not full:
        counts = {"count": len(reading.recommendations), "total": len(best.recommendations)}
        return issue("review.corrigendum_apart", place, {"review": review, **counts})
    names = {"review": review, "other": best.document.file, "symbol": best.document.symbol or "without symbol"}
    return issue(_reason(reading.document, best.document), place, names)


def _reason(document: Document, best: Document) -> str:
    if document.draft and not best.draft:
        return "review.draft_superseded"
    if document.symbol == best.symbol and document.symbol:
        return "review.same_report"
    if document.symbol and best.symbol and _base(document.symbol) == _base(best.symbol):
        return "review.reissued"
    return "review.two_reports"


def _base(symbol: str) -> str:
    """`A/HRC/27/3/Rev.1` and `A/HRC/27/3*` without what a new issue adds."""
    return _CORRIGENDUM.sub("", _REVISION.sub("", symbol)).rstrip("* ")
