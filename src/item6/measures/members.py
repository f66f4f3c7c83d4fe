"""What a scope selects, one row for each number, text, pair with a State or row of an export."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any, NamedTuple

from item6.measures.places import Places
from item6.measures.scope import LATEST, Scope
from item6.record.facets import CLASS, END, EXPORT, POSITION, Span, each_place
from item6.record.reader import Record
from item6.record.rows import ExportRowRow, RecommendationRow
from item6.terms.answers import STAGES
from item6.terms.names import ReviewName
from item6.terms.states import group_of

LABELS = ("issue", "theme", "person", "sdg", "action")
"""Columns of lists: what is said of a row under these keys of a filter."""

_ONE_STATE = ("state_recommendations", "upr_info_rows")
"""Units of which each row has one recommending State, or none."""


_Pair = tuple[ReviewName, str, int | None, str | None]
"""Review, number, part and State of a pair, as `Record.pair_names` gives them."""


class _Printed(NamedTuple):
    """What the documents print of a member. words: of the State; None where not looked up. document: SHA-256."""

    number: str | None
    part: int | None
    text: str
    words: str | None
    document: str
    page: int | None


@dataclass(frozen=True, slots=True)
class _Member:
    """One row. places: of its pairs. last: of them. span: of its review."""

    places: range
    span: Span

    @property
    def last(self) -> int:
        return self.places[-1]


def columns_of_members(record: Record, scope: Scope) -> dict[str, list[Any]]:
    """A row for each number, text, pair or row that a scope selects, in the order of names.

    `name`, `review`, `state`, `cycle`, `session`, `year`, `number`, `part`, `stage`, `text` (its words; those of a
    number together, a line each), `document` and `page` where they are printed. `position` and `as_written` (the class
    of the State's words, None where its parts differ) are of the whole number or text. `in_words`: the State's own
    words; None for OHCHR's readings and as of a day, where they are not looked up. `by` and `group` are one code and
    one regional group, or None, for pairs and rows of an export; for numbers and texts lists of all that the filter
    selects. `issue`, `theme`, `person`, `sdg` and `action` are such lists in every unit. So counting what is in a
    column gives what `grouped_by` gives.
    """
    places = Places(record, scope)
    members = list(_members(places))
    printed = list(_printed(record, places, members))
    row_of = {place: row for row, member in enumerate(members) for place in member.places}
    said = {key: _said(places, key, row_of, len(members)) for key in ("by", *LABELS)}
    by = said.pop("by")
    groups = [list(dict.fromkeys(filter(None, map(group_of, codes)))) for codes in by]
    called = {each.sha256: each.symbol or each.file for each in record.documents()}
    spans = [member.span for member in members]
    return {
        "name": places.names(places.members),
        "review": [str(span.review) for span in spans],
        "state": [span.review.state for span in spans],
        "cycle": [span.review.cycle for span in spans],
        "session": [span.session for span in spans],
        "year": [span.year for span in spans],
        "number": [each.number for each in printed],
        "part": [each.part for each in printed],
        "by": _single(scope, by),
        "group": _single(scope, groups),
        "position": _standing(places, POSITION, members),
        "as_written": _standing(places, CLASS, members),
        "in_words": [each.words for each in printed],
        "stage": [places.stage] * len(members),
        "text": [each.text for each in printed],
        "document": [called.get(each.document) for each in printed],
        "page": [each.page for each in printed],
        **said,
    }


def _members(places: Places) -> Iterator[_Member]:
    """The selected members: of each the places from after the last of the one before it."""
    facets, unit = places.facets, places.scope.unit
    ends = facets.all
    if facets.base != EXPORT and unit != "state_recommendations":
        ends = facets.holding(END, unit) | facets.holding(END, "numbers")  # a number without text stands between texts
    selected = set(each_place(places.members))
    spans = iter(facets.spans)
    span = next(spans, None)
    first = 0
    for last in each_place(ends):
        while span is not None and last >= span.first + span.size:
            span = next(spans, None)
        if span is not None and last in selected:
            yield _Member(range(first, last + 1), span)
        first = last + 1


def _said(places: Places, key: str, row_of: Mapping[int, int], rows: int) -> list[list[str]]:
    """What is said of the selected pairs of each row, in alphabetical order. row_of: the row of each place."""
    found: list[list[str]] = [[] for _ in range(rows)]
    for value in places.values(key):
        pairs = places.pairs & places.facets.holding(key, value)
        for row in dict.fromkeys(row_of[place] for place in each_place(pairs) if place in row_of):
            found[row].append(value)
    return found


def _standing(places: Places, key: str, members: Sequence[_Member]) -> list[str | None]:
    """What each member stands as, as a whole; None where nothing is said of the whole."""
    said: dict[int, str] = {}
    for value in places.values(key):
        said |= dict.fromkeys(each_place(places.with_(key, value)), value)
    return [said.get(member.last) for member in members]


def _single(scope: Scope, found: list[list[str]]) -> list[Any]:
    """The one value of each row, where its unit has no more than one."""
    return [next(iter(each), None) for each in found] if scope.unit in _ONE_STATE else found


def _printed(record: Record, places: Places, members: Sequence[_Member]) -> Iterator[_Printed]:
    """What the documents print of each member, in order."""
    names = record.pair_names(places.facets) if places.facets.base != EXPORT else []
    for span, mine in groupby(members, key=lambda member: member.span):
        if places.facets.base == EXPORT:
            yield from _of_export(record.export_rows(span.review), [member.last - span.first for member in mine])
        else:
            yield from _of_review(record, places, span.review, [names[member.last] for member in mine])


def _of_review(record: Record, places: Places, review: ReviewName, pairs: Sequence[_Pair]) -> Iterator[_Printed]:
    """What the report prints of members, each named by its last pair; two or three queries for all of them."""
    own, unit = places.stage in STAGES, places.scope.unit
    stage = places.stage if own else LATEST
    listed = {row.number: row for row in record.recommendations(review, stage)}
    row = record.review(review)
    report = row.document if row else ""
    stands = record.positions(review, stage) if unit == "state_recommendations" else ()
    words = {(each.number, each.part, each.state): each.as_written for each in stands}
    for _, number, part, by in pairs:
        found = _of_number(listed[number]) if unit == "numbers" or part is None else _of_text(listed[number], part)
        said = words[number, part, by] if part is not None and words else found.words
        yield found._replace(document=report, words=said if own and places.scope.as_of is None else None)


def _of_number(row: RecommendationRow) -> _Printed:
    return _Printed(row.number, None, "\n".join(text.words for text in row.texts), row.as_written, "", row.page)


def _of_text(row: RecommendationRow, part: int) -> _Printed:
    text = next(text for text in row.texts if text.part == part)
    return _Printed(row.number, part, text.words, text.as_written, "", text.page)


def _of_export(rows: Sequence[ExportRowRow], at: Iterable[int]) -> Iterator[_Printed]:
    for row in (rows[each] for each in at):
        yield _Printed(None, None, row.words, row.response, row.document, None)
