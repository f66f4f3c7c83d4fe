"""Places of words that are stored are those that the full-text index gives."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from record_samples import ELBONIA, RURITANIA, two_reviews

from item6.record import postings
from item6.record.reader import Record, open_record
from item6.record.writer import publish

QUERIES = (
    "rights", "RIGHTS", "death", "death -rights", "-rights", "rights death", "death penalty", '"death penalty"',
    "deat*", "the of and", "rights the", "-the", "the -xyzzy", "xyzzy", "xyzzy the",
    "détention", "detention of", '"the"', "the*",
    "détention the", "end-death the", "-",
)  # fmt: skip


@pytest.fixture
def stored(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Record]:
    """A record in which the places of every plain word are stored."""
    monkeypatch.setattr(postings, "_FEWEST", 1)
    publish(tmp_path, two_reviews())
    with open_record(tmp_path) as record:
        yield record


def test_the_words_of_this_record_are_stored(stored: Record) -> None:
    assert postings.are_stored(stored._store)
    assert postings.places_of(stored._store, '"RIGHTS"') == stored.holding_words(stored.facets(), "rights") != 0
    for asked in ('"xyzzy"', '"death penalty"', '"deat"*', '"détention"'):
        assert postings.places_of(stored._store, asked) is None


@pytest.mark.parametrize("query", QUERIES)
def test_stored_or_looked_up_the_same_is_found(stored: Record, query: str, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = [stored.facets(reviews) for reviews in (None, [RURITANIA], [ELBONIA], [ELBONIA, RURITANIA])]
    asked += [found for found in (stored.facets().run([RURITANIA]), stored.facets([RURITANIA, ELBONIA])) if found]
    found = [stored.holding_words(facets, query) for facets in asked]
    with open_record(stored.folder.parents[1]) as other:
        monkeypatch.setattr(postings, "are_stored", lambda store: False)
        assert [other.holding_words(facets, query) for facets in asked] == found
