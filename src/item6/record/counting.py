"""Opening what is stored for counting: facets of reviews or of the whole record, and the names of places."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache, partial

from item6.record import postings, search
from item6.record.facet_rows import rows_named, untrimmed
from item6.record.facets import EXPORT, Facets, Key, Span, joined, set_of
from item6.record.store import Store
from item6.terms.names import RecommendationName, ReviewName

_CHUNK = 500
"""Places asked for in one query."""


_REVIEWS_KEPT, _WORDS_KEPT = 64, 64
"""Reviews, and searches of the whole record, whose sets are kept: a page asks for the same ones several times."""


class Counting:
    """The sets of an opened record; those asked for last, and all of the whole record, are kept. For any thread."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._whole = lru_cache(maxsize=None)(partial(_whole, store))
        self._one = lru_cache(maxsize=_REVIEWS_KEPT)(partial(_one, store))
        self._words = lru_cache(maxsize=_WORDS_KEPT)(self._holding_words)

    def facets(self, base: str, reviews: Sequence[ReviewName] | None) -> Facets:
        """The places of these reviews, those without places left out; of the whole record for None."""
        if reviews is None:
            return self._whole(base)
        return joined([found for each in reviews if (found := self._one(base, each))]) if reviews else _none(base)

    def holding_words(self, facets: Facets, query: str) -> int:
        """The places whose text holds what is typed, as in a search."""
        if facets is self._whole(facets.base):
            return self._words(facets.base, query)
        return holding_words(self._store, facets, query)

    def _holding_words(self, base: str, query: str) -> int:
        return holding_words(self._store, self._whole(base), query)


def reviews_of(store: Store, base: str, states: Sequence[str]) -> list[ReviewName]:
    """The reviews of these States that have places, by State and cycle."""
    rows = store.rows(
        f"SELECT state, cycle FROM span WHERE base = ? AND state IN ({', '.join('?' * len(states))}) ORDER BY 1, 2",
        base,
        *states,
    )
    return [ReviewName(*row) for row in rows]


def _none(base: str) -> Facets:
    return Facets(base, 0, (), {})


def _one(store: Store, base: str, review: ReviewName) -> Facets | None:
    spans = store.rows(
        "SELECT session, year, rank, size FROM span WHERE base = ? AND state = ? AND cycle = ?",
        base,
        review.state,
        review.cycle,
    )
    if not spans:
        return None
    session, year, rank, size = spans[0]
    sets = store.rows(
        "SELECT key, value, start, bits FROM facet WHERE base = ? AND state = ? AND cycle = ?",
        base,
        review.state,
        review.cycle,
    )
    return Facets(base, size, (Span(review, session, year, 0, size, rank),), rows_named(sets))


def _whole(store: Store, base: str) -> Facets:
    spans = tuple(
        Span(ReviewName(state, cycle), session, year, rank - 1, size, rank)
        for state, cycle, session, year, rank, size in store.rows(
            "SELECT state, cycle, session, year, rank, size FROM span WHERE base = ? ORDER BY rank", base
        )
    )
    return Facets(base, sum(span.size for span in spans), spans, _Stored(store, base))


class _Stored(Mapping[Key, int]):
    """The sets of the whole record, each read when it is first asked for."""

    def __init__(self, store: Store, base: str) -> None:
        self._store = store
        rows = store.rows("SELECT key, value, id FROM facet WHERE base = ? AND state = '' AND cycle = 0", base)
        self._ids = {(key, value): rank for key, value, rank in rows}
        self._read: dict[Key, int] = {}

    def __getitem__(self, key: Key) -> int:
        if key not in self._read:
            start, kept = self._store.rows("SELECT start, bits FROM facet WHERE id = ?", self._ids[key])[0]
            self._read[key] = untrimmed(start, kept)
        return self._read[key]

    def __iter__(self) -> Iterator[Key]:
        return iter(self._ids)

    def __len__(self) -> int:
        return len(self._ids)


def holding_words(store: Store, facets: Facets, query: str) -> int:
    """The places whose text holds what is typed, as in a search."""
    if facets.base == EXPORT:
        return _rows_holding(store, facets, query)
    wanted = search.parse_query(query)
    if not wanted.terms:
        return 0
    stored = _stored(store, facets, (*wanted.terms, *wanted.without))
    rest = search.Wanted(
        tuple(term for term in wanted.terms if term not in stored),
        tuple(term for term in wanted.without if term not in stored),
    )
    found = _matching(store, facets, rest.match) if rest.terms else facets.all
    if rest.without and not rest.terms:
        found &= ~_matching(store, facets, rest.kept_out)
    for term, places in stored.items():
        if term in wanted.terms:
            found &= places
        if term in wanted.without:
            found &= ~places
    return found


def _stored(store: Store, facets: Facets, terms: Sequence[str]) -> dict[str, int]:
    """The places of those terms for which they are stored."""
    if not postings.are_stored(store):
        return {}
    found = {term: postings.places_of(store, term) for term in dict.fromkeys(terms)}
    return {term: facets.of_record(places) for term, places in found.items() if places is not None}


def _matching(store: Store, facets: Facets, match: str) -> int:
    """The places whose text fulfils a query of the full-text index."""
    found = 0
    for first, last in _runs(facets):
        texts = _texts_between(store, first, last)
        if texts:
            ranks = store.rows(
                "SELECT p.id FROM found f JOIN pair p ON p.text = f.rowid"
                " WHERE found MATCH ? AND f.rowid BETWEEN ? AND ?",
                match,
                *texts,
            )
            found |= facets.at_ranks(rank for (rank,) in ranks)
    return found


def _texts_between(store: Store, first: int, last: int) -> list[int]:
    """The first and the last text of these pairs, found from both ends; nothing where none of them has a text."""
    ends = [
        store.rows(
            f"SELECT text FROM pair WHERE id BETWEEN ? AND ? AND text IS NOT NULL ORDER BY id {way} LIMIT 1",
            first,
            last,
        )
        for way in ("ASC", "DESC")
    ]
    return [found[0][0] for found in ends if found]


def _runs(facets: Facets) -> list[tuple[int, int]]:
    """First and last ranks of places that follow one another in the record."""
    runs: list[tuple[int, int]] = []
    if facets.is_run:
        return [(facets.spans[0].rank, facets.spans[0].rank + facets.size - 1)]
    for span in facets.spans:
        if runs and runs[-1][1] + 1 == span.rank:
            runs[-1] = (runs[-1][0], span.rank + span.size - 1)
        elif span.size:
            runs.append((span.rank, span.rank + span.size - 1))
    return runs


def _rows_holding(store: Store, facets: Facets, query: str) -> int:
    """Rows of exports that hold all words typed; they have no index of words."""
    words = query.casefold().replace('"', " ").split()
    places = []
    for span in facets.spans:
        rows = store.rows(
            "SELECT words FROM export_row WHERE state = ? AND cycle = ? ORDER BY printed",
            span.review.state,
            span.review.cycle,
        )
        places += [span.first + at for at, (row,) in enumerate(rows) if all(word in row.casefold() for word in words)]
    return set_of(places, facets.size)


def numbered(store: Store, facets: Facets, number: str) -> int:
    """The places of a number, or with `*` at its end of all numbers that begin so; none among rows of exports."""
    if facets.base == EXPORT:
        return 0
    test = "substr(r.number, 1, ?) = ?" if number.endswith("*") else "length(r.number) = ? AND r.number = ?"
    wanted = number.removesuffix("*")
    ranks = store.rows(
        f"SELECT p.id FROM recommendation r JOIN pair p ON p.recommendation = r.id WHERE {test} ORDER BY p.id",
        len(wanted),
        wanted,
    )
    return facets.at_ranks(rank for (rank,) in ranks)


def names_of(store: Store, facets: Facets, places: int, unit: str) -> list[str]:
    """The names of what stands at these places, in their order: `XRU-2#7.1`, `XRU-2#7.1/1`, `XRU-2#7.1/1 CHE`.

    A row of an export is named by its review and its row in the file: `XRU-2 row 17`.
    """
    ranks = facets.ranks_of(places)
    if facets.base == EXPORT:
        return [name for span in facets.spans for name in _row_names(store, span, ranks)]
    found: list[str] = []
    for start in range(0, len(ranks), _CHUNK):
        chunk = ranks[start : start + _CHUNK]
        rows = store.rows(
            "SELECT v.state, v.cycle, r.number, t.part, p.state FROM pair p"
            " JOIN recommendation r ON r.id = p.recommendation JOIN review v ON v.id = r.review"
            f" LEFT JOIN text t ON t.id = p.text WHERE p.id IN ({', '.join('?' * len(chunk))}) ORDER BY p.id",
            *chunk,
        )
        found += [_name(unit, *row) for row in rows]
    return found


def _name(unit: str, state: str, cycle: int, number: str, part: int | None, by: str | None) -> str:
    name = RecommendationName(ReviewName(state, cycle), number, None if unit == "numbers" else part)
    return f"{name} {by}" if unit == "state_recommendations" else str(name)


def _row_names(store: Store, span: Span, ranks: Sequence[int]) -> list[str]:
    mine = [rank - span.rank for rank in ranks if span.rank <= rank < span.rank + span.size]
    if not mine:
        return []
    rows = store.rows(
        "SELECT row FROM export_row WHERE state = ? AND cycle = ? ORDER BY printed",
        span.review.state,
        span.review.cycle,
    )
    return [f"{span.review} row {rows[at][0]}" for at in mine]


def pair_names(store: Store, facets: Facets) -> list[tuple[ReviewName, str, int | None, str | None]]:
    """(review, number, part, State) of every pair here, in order; part None for a number without text."""
    found: list[tuple[str, int, str, int | None, str | None]] = []
    for first, last in _runs(facets):
        found += store.rows(
            "SELECT v.state, v.cycle, r.number, t.part, p.state FROM pair p"
            " JOIN recommendation r ON r.id = p.recommendation JOIN review v ON v.id = r.review"
            " LEFT JOIN text t ON t.id = p.text WHERE p.id BETWEEN ? AND ? ORDER BY p.id",
            first,
            last,
        )
    return [(ReviewName(state, cycle), number, part, by) for state, cycle, number, part, by in found]
