"""What programs are answered: from the record and what was asked to plain JSON."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import item6
from item6.measures.definitions import base_of, names, usual
from item6.measures.figures import Measured
from item6.measures.filters import Filter, FilterError, Term, nearest, parse
from item6.measures.forms import (
    explained_object,
    figure_line,
    group_object,
    labels_by_number,
    passage_object,
    recommendation_object,
    review_object,
    row_objects,
)
from item6.measures.groups import Group, grouped
from item6.measures.history import as_object as history_object
from item6.measures.history import history_of
from item6.measures.places import Places
from item6.measures.published import published_of
from item6.measures.references import UnknownReference, read_reference, recomputed, since
from item6.measures.reviewed import as_object as outcome_object
from item6.measures.reviewed import outcome_of, year_on
from item6.measures.scope import Scope
from item6.measures.tally import Selected
from item6.measures.vocabulary import Vocabulary
from item6.record.errors import RecordNotFound
from item6.record.reader import Record
from item6.record.rows import RecommendationRow, ReviewRow
from item6.terms.as_json import as_json
from item6.terms.names import RecommendationName, parse_review_name
from item6.terms.states import STATES, group_of, name_of
from item6.web.api.asking import Asked, Refused
from item6.web.api.cursors import begun, going_on
from item6.web.explorer import own, records, shelf
from item6.web.explorer.order import as_counted, rows_of
from item6.web.explorer.tables import POSITION_NAMES

Json = dict[str, Any]
_TOPICS = 40


def about(record: Record, asked: Asked) -> Json:
    """The record itself."""
    counts: Mapping[str, int] = record.manifest["counts"]
    return {
        "item6": item6.__version__, "api": "1", "record": record.hash, "built": record.manifest["built"]["at"],
        "counts": dict(counts),
    }  # fmt: skip


def reviews(record: Record, asked: Asked) -> Json:
    """All reviews."""
    return {"record": record.hash, "reviews": [_review(record, row) for row in record.reviews()]}


def review(record: Record, asked: Asked, review: str) -> Json:
    """One review, or its published totals."""
    name = parse_review_name(review)
    row = record.review(name) if name else None
    if row is not None:
        return outcome_object(outcome_of(record, row))
    published = published_of(record, name) if name else None
    if published is None:
        raise Refused(404, f"the record has no review {review}", "see those it has at /api/v1/reviews")
    return published.as_object()


def recommendation(record: Record, asked: Asked, review: str, number: str) -> Json:
    """One recommendation with its answers and places."""
    name = parse_review_name(review)
    found = record.recommendation(RecommendationName(name, number.removesuffix(".")), "later") if name else None
    if found is None:
        raise Refused(404, f"the record has no recommendation {review}#{number}", f"see /api/v1/reviews/{review}")
    files = {each.sha256: each.file for each in shelf.documents(record)}
    labels = labels_by_number(record.labels(found.review, found.number)).get(found.number, {})
    answers = history_object(history_of(record, found), files) | {"labels": labels}
    return {
        "record": record.hash, "recommendation": recommendation_object(found), "answers": answers,
        "passages": list(_passages(record, found)),
    }  # fmt: skip


def recommendations(record: Record, asked: Asked) -> Json:
    """What a filter selects."""
    order, most = asked["order"], asked.numbers["limit"]
    record, first = begun(record, asked, "recommendations", asked["q"], order)
    places = Places(record, Scope(_filter(record, asked["q"])), whole=True)
    total = places.members.bit_count()
    if order:
        rows = rows_of(places, order, first, first + most)
    else:
        rows = as_counted(places, Selected(places).some(first, first + most)) if first < total else []
    return {
        "record": record.hash, "filter": str(places.scope.filter), "order": order, "total": total,
        "recommendations": [recommendation_object(each) for each in rows],
        "next": going_on(record, first + most, total, "recommendations", asked["q"], order),
    }  # fmt: skip


def count(record: Record, asked: Asked) -> Json:
    """Figures of a filter."""
    wanted = [each.strip() for each in asked["measure"].split(",") if each.strip()]
    for each in wanted:
        _known_measure(each)
    scope = Scope(_filter(record, asked["q"]), asked["unit"], asked["stage"], asked["as_of"] or None)
    measured = Measured(record, scope)
    found = measured.figures(dict.fromkeys(wanted) or usual())
    return {
        "record": record.hash, "filter": str(scope.filter), "unit": scope.unit, "stage": measured.stage,
        "as_of": scope.as_of, "figures": [figure_line(each) for each in found],
    }  # fmt: skip


def figure(record: Record, asked: Asked) -> Json:
    """A figure, computed again."""
    try:
        reference = read_reference(asked["ref"])
        then = record if record.hash.startswith(reference.record) else records.named(reference.record)
        made = recomputed(then, reference)
        if made is None:
            raise Refused(404, "the record does not give this figure", "one of its reviews is pending or missing there")
        now = None if then.hash == record.hash else recomputed(record, reference, latest=True)
    except RecordNotFound:
        raise Refused(404, f"the record of this figure is not kept here: {_record_in(asked['ref'])}",
                      "ask whoever quotes the figure for its record") from None  # fmt: skip
    except (UnknownReference, ValueError) as error:
        raise Refused(400, "this reference cannot be computed", str(error)) from None
    rows = row_objects(then, made, asked.numbers["limit"])
    return explained_object(made, rows, since(made, now) if now else None)


def state(record: Record, asked: Asked, code: str) -> Json:
    """A State: as reviewed, and as recommending."""
    rows = shelf.reviews_of(record, code)
    if code not in STATES and not rows:
        raise Refused(404, f"no State has the code {code}", "give its three letters, such as CHE")
    places = Places(record, Scope(Filter((Term("by", (code,)),)), "state_recommendations"))
    to = grouped(places, "state", POSITION_NAMES)
    topics = grouped(places, "issue", POSITION_NAMES)[:_TOPICS]
    return {
        "record": record.hash, "state": code, "name": name_of(code), "group": group_of(code),
        "reviews": [_review(record, row) for row in rows], "recommended": sum(each.received for each in to),
        "to": _groups(to), "on": _groups(topics),
    }  # fmt: skip


def documents(record: Record, asked: Asked) -> Json:
    """The documents, by file name."""
    return _page(record, asked, "documents", shelf.documents)


def problems(record: Record, asked: Asked) -> Json:
    """The Issues, those first that ask for something."""
    return _page(record, asked, "problems", shelf.issues_by_severity)


ANSWERS: Mapping[str, Callable[..., Json]] = {
    each.__name__: each
    for each in (
        about, reviews, review, recommendation, recommendations, count, figure, state, documents, problems,
    )
}  # fmt: skip
"""By the name of the endpoint."""


def _page(record: Record, asked: Asked, name: str, every: Callable[[Record], Sequence[Any]]) -> Json:
    record, first = begun(record, asked, name)
    listed, last = every(record), first + asked.numbers["limit"]
    return {
        "record": record.hash, "total": len(listed), name: [as_json(each) for each in listed[first:last]],
        "next": going_on(record, last, len(listed), name),
    }  # fmt: skip


def _review(record: Record, row: ReviewRow) -> Json:
    return review_object(row, year_on(row, shelf.document(record, row.document)))


def _groups(found: Sequence[Group]) -> list[Json]:
    return [group_object(each, POSITION_NAMES) for each in found]


def _passages(record: Record, row: RecommendationRow) -> list[Json]:
    """Where the number stands, and each of its texts."""
    made = []
    for name in (row.name, *(text.name for text in row.texts)):
        passage = record.passage(name)
        document = shelf.document(record, passage.document) if passage else None
        if passage is not None and document is not None:
            made.append(passage_object(name, passage, document))
    return made


def _filter(record: Record, typed: str) -> Filter:
    try:
        return parse(typed, Vocabulary(record, own.groups()).resolve)
    except FilterError as error:
        raise Refused(400, error.what, error.hint) from None


def _known_measure(name: str) -> None:
    try:
        base_of(name)
    except KeyError:
        known = names()
        raise Refused(
            400, f"no measure is called “{name[:80]}”", nearest(name[:80], known, f"they are {', '.join(known)}")
        ) from None


def _record_in(reference: str) -> str:
    return reference.rpartition("#")[2][:16]
