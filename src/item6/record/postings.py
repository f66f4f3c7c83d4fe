"""Where the words stand that many texts hold: for each of them the set of places, stored beside the full-text index.

The index gives texts one by one, which is slow for a word in a tenth of them; a set is read whole. Only words that are
spelt alike for everybody (letters a to z, digits) are stored: whatever else is typed is asked of the index.
"""

from __future__ import annotations

import re
import sqlite3
import zlib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from item6.record.facets import set_of

if TYPE_CHECKING:  # which writes them
    from item6.record.store import Store

_FEWEST = 32
"""Texts that hold a word whose places are stored; for fewer the index is as fast."""

DDL = """
CREATE TABLE posting (word TEXT PRIMARY KEY, places BLOB NOT NULL) WITHOUT ROWID;
"""
_PLAIN = re.compile(r'"([A-Za-z0-9]+)"')


def posted(connection: sqlite3.Connection, pairs: Sequence[tuple[Any, ...]]) -> Iterator[tuple[str, bytes]]:
    """The rows of `posting`. pairs: rows of the table `pair`."""
    size = len(pairs)
    of_text: dict[int, list[int]] = defaultdict(list)
    for rank, _, text, _ in pairs:
        of_text[text].append(rank - 1)
    connection.execute("CREATE VIRTUAL TABLE temp.vocabulary USING fts5vocab(main, found, row)")
    known = connection.execute("SELECT term FROM temp.vocabulary WHERE doc >= ?", (_FEWEST,)).fetchall()
    connection.execute("DROP TABLE temp.vocabulary")
    for (word,) in known:
        if _PLAIN.fullmatch(f'"{word}"'):
            texts = connection.execute("SELECT rowid FROM found WHERE found MATCH ?", (f'"{word}"',))
            places = set_of((place for (text,) in texts for place in of_text[text]), size)
            yield word, zlib.compress(places.to_bytes(size // 8 + 1, "little"), 6)


def places_of(store: Store, term: str) -> int | None:
    """The places, in the whole record, of a term of the index; None where they are not stored."""
    plain = _PLAIN.fullmatch(term)
    found = store.rows("SELECT places FROM posting WHERE word = ?", plain[1].lower()) if plain else []
    return int.from_bytes(zlib.decompress(found[0][0]), "little") if found else None


def are_stored(store: Store) -> bool:
    """Whether this record has them; those of earlier programs have none."""
    return bool(store.rows("SELECT 1 FROM sqlite_master WHERE name = 'posting'"))
