"""Which documents belong to a review, and which of them speaks for it.

A review has one list of recommendations. Its draft (L. document) appears 48 hours after the dialogue, the final
report weeks later, now and then once more: as another file format, with an asterisk "for technical reasons", as a
revision. The final wins over the draft, a later issue over an earlier one; what was set aside is said. The State's
answers come in addenda to the report (`addenda`), other people's readings stand beside.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from item6.reconcile import addenda
from item6.reconcile.export import Filed, exports_alone, rows_of_reviews
from item6.terms.documents import Document, Reading
from item6.terms.issues import Issue, Place, issue
from item6.terms.names import ReviewName
from item6.terms.symbols import Symbol, parse_symbol


@dataclass(frozen=True, slots=True)
class ReviewDocuments:
    """The documents of one review.

    report: the reading that speaks for it; a matrix where no report is at hand. beside: addenda and other people's
    readings, by date, all under the name of this review. drafts: what the final report replaces.
    superseded: SHA-256 of the reports and addenda that do not count. rows: of UPR Info's export on this review.
    """

    review: ReviewName
    report: Reading
    beside: tuple[Reading, ...] = ()
    drafts: tuple[Reading, ...] = ()
    superseded: tuple[str, ...] = ()
    rows: tuple[Filed, ...] = ()


@dataclass(frozen=True, slots=True)
class Choice:
    """What `choose` found.

    reviews: the documents of each review, in order of names.
    distinct: every reading once, identical files only once, in a fixed order.
    issues: what was set aside, and why.
    """

    reviews: tuple[ReviewDocuments, ...]
    distinct: tuple[Reading, ...]
    issues: tuple[Issue, ...]

    @property
    def reports(self) -> tuple[tuple[ReviewName, Reading], ...]:
        """The reading that speaks for each review."""
        return tuple((each.review, each.report) for each in self.reviews)

    def in_order_of(self, readings: Iterable[Reading]) -> list[Reading]:
        """The distinct readings in the order in which their files were given."""
        kept = {id(reading): reading for reading in self.distinct}
        return [kept[id(reading)] for reading in readings if id(reading) in kept]


def choose(readings: Iterable[Reading]) -> Choice:
    """The one reading that speaks for each review. The result does not depend on the order of the readings."""
    distinct, issues = _once(readings)
    groups: dict[ReviewName, list[Reading]] = defaultdict(list)
    for reading in distinct:
        if reading.document.review is not None and is_report(reading):
            groups[reading.document.review].append(reading)
    reports: dict[ReviewName, Reading] = {}
    for review in sorted(groups):
        reports[review], said = _best(review, groups[review])
        issues += said
    issues += _from_matrices(distinct, reports)
    added = addenda.assign(distinct, reports)
    issues += added.issues
    rows = rows_of_reviews(reading for reading in distinct if not has_failed(reading))
    issues += exports_alone(distinct, reports)
    found = (
        replace(_documents(name, reports[name], groups.get(name, ()), added, distinct), rows=rows.get(name, ()))
        for name in sorted(reports)
    )
    return Choice(tuple(found), tuple(distinct), tuple(issues))


def _documents(
    review: ReviewName, report: Reading, reports: Sequence[Reading], added: addenda.Added, distinct: Sequence[Reading]
) -> ReviewDocuments:
    others = [
        reading
        for reading in distinct
        if reading.document.review == review
        and reading.document.family not in ("wg_report", "addendum")
        and not has_failed(reading)
        and reading is not report
    ]
    aside = [reading for reading in reports if reading is not report]
    beside = sorted([*added.of(review), *others], key=lambda each: (each.document.date or "", each.document.sha256))
    return ReviewDocuments(
        review,
        report,
        tuple(beside),
        () if report.document.draft else tuple(reading for reading in aside if reading.document.draft),
        (*(reading.document.sha256 for reading in aside), *added.superseded_of(review)),
    )


def _from_matrices(distinct: Iterable[Reading], reports: dict[ReviewName, Reading]) -> list[Issue]:
    """Takes the list of a review without report from its matrix, and says so."""
    issues = []
    for reading in distinct:
        review = reading.document.review
        if review is None or review in reports or has_failed(reading):
            continue
        if reading.document.family == "matrix" and reading.recommendations:
            reports[review] = reading
            issues.append(issue("review.list_from_matrix", Place(reading.document.file), {"review": review}))
    return issues


def has_failed(reading: Reading) -> bool:
    """Whether the file was not read."""
    return any(found.severity == "error" for found in reading.issues)


def is_report(reading: Reading) -> bool:
    """Whether it is a report of the Working Group, and was read."""
    return reading.document.family == "wg_report" and not has_failed(reading)


def _once(readings: Iterable[Reading]) -> tuple[list[Reading], list[Issue]]:
    """Readings in a fixed order; of identical files the first by name, the others named in an Issue."""
    kept: dict[str, Reading] = {}
    issues: list[Issue] = []
    for reading in sorted(readings, key=lambda reading: (reading.document.file, reading.document.sha256)):
        document = reading.document
        first = kept.setdefault(document.sha256 or f"not read: {document.file}", reading)
        if first is not reading and first.document.file != document.file:
            issues.append(issue("review.same_bytes", Place(document.file), {"other": first.document.file}))
    return list(kept.values()), list(dict.fromkeys(issues))


def _best(review: ReviewName, readings: Sequence[Reading]) -> tuple[Reading, list[Issue]]:
    """The reading that wins, and one Issue for each that does not."""
    ranked = sorted(readings, key=lambda reading: _rank(reading.document), reverse=True)
    full = [reading for reading in ranked if not _is_fragment(reading, ranked)]
    best = full[0]
    return best, [_set_aside(review, reading, best, reading in full) for reading in ranked if reading is not best]


def _rank(document: Document) -> tuple[bool, int, str, bool, tuple[object, ...], bool, str]:
    """The largest wins: final, revised, later, higher symbol, with pages; the hash only makes the order complete."""
    symbol = _symbol(document)
    return (
        not document.draft,
        max((count for kind, count in symbol.suffixes if kind == "Rev"), default=0) if symbol else 0,
        document.date or "",
        symbol is not None,
        (symbol.session, symbol.number) if symbol else (),
        document.pages is not None,
        document.sha256,
    )


def _is_fragment(reading: Reading, others: Sequence[Reading]) -> bool:
    """A corrigendum that prints only what it corrects, beside a report that holds more."""
    symbol = _symbol(reading.document)
    if symbol is None or not symbol.is_corrigendum:
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
    mine, theirs = _symbol(document), _symbol(best)
    if mine is None or theirs is None or mine.base != theirs.base:
        return "review.two_reports"
    return "review.same_report" if document.symbol == best.symbol else "review.reissued"


def _symbol(document: Document) -> Symbol | None:
    return parse_symbol(document.symbol) if document.symbol else None
