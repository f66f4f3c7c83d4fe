"""What pages ask of a record again and again, read once for each record, which never changes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache

from item6.measures.filters import Filter
from item6.measures.places import Places
from item6.measures.scope import Scope
from item6.measures.tally import Counted, Tally
from item6.record.reader import Record
from item6.record.rows import ReviewRow
from item6.terms.documents import Document
from item6.terms.issues import Issue
from item6.terms.names import ReviewName
from item6.web.explorer.records import OPEN

_RECORDS = OPEN

_COUNTED = 2000
"""Counts kept, of a filter and a key."""


def document(record: Record, sha256: str) -> Document | None:
    """The document of this SHA-256."""
    return _documents(record).get(sha256)


def documents(record: Record) -> Sequence[Document]:
    """All documents, by file name."""
    return list(_documents(record).values())


def documents_of(record: Record, review: ReviewName) -> Sequence[Document]:
    """The documents of a review, by date."""
    return _documents_by_review(record).get(review, ())


def reviews_of(record: Record, state: str) -> Sequence[ReviewRow]:
    """The reviews of a State, by cycle."""
    return _reviews_by_state(record).get(state, ())


@lru_cache(maxsize=_RECORDS)
def tally(record: Record) -> Tally:
    """The arrays by which facets are counted."""
    return Tally(record)


@lru_cache(maxsize=_COUNTED)
def counted(record: Record, asked: Filter, key: str) -> Counted:
    """What a filter selects by a key, as facets count it; many pages differ in one term and share the rest."""
    return tally(record).counted(Places(record, Scope(asked), whole=True), [key])[key]


def issues_of(record: Record, review: ReviewName) -> Sequence[Issue]:
    """What needs a look in the documents of a review: Issues that are more than a note."""
    found = _issues_by_file(record)
    files = dict.fromkeys(each.file for each in documents_of(record, review))
    return [each for file in files for each in found.get(file, ())]


@lru_cache(maxsize=_RECORDS)
def _documents(record: Record) -> Mapping[str, Document]:
    return {each.sha256: each for each in record.documents()}


@lru_cache(maxsize=_RECORDS)
def _reviews_by_state(record: Record) -> Mapping[str, Sequence[ReviewRow]]:
    found: dict[str, list[ReviewRow]] = defaultdict(list)
    for row in record.reviews():
        found[row.state].append(row)
    return dict(found)


@lru_cache(maxsize=_RECORDS)
def _documents_by_review(record: Record) -> Mapping[ReviewName, Sequence[Document]]:
    found: dict[ReviewName, list[Document]] = defaultdict(list)
    for each in sorted(_documents(record).values(), key=lambda each: (each.date or "9999", each.file)):
        if each.review:
            found[each.review].append(each)
    return dict(found)


@lru_cache(maxsize=_RECORDS)
def issues_by_severity(record: Record) -> Sequence[Issue]:
    """All Issues of the build, those first that ask for something."""
    order = {"error": 0, "warning": 1, "note": 2}
    return sorted(record.issues(), key=lambda each: order[each.severity])


@lru_cache(maxsize=_RECORDS)
def _issues_by_file(record: Record) -> Mapping[str, Sequence[Issue]]:
    found: dict[str, list[Issue]] = defaultdict(list)
    for each in record.issues():
        if each.severity != "note":
            found[each.place.file].append(each)
    return dict(found)
