"""What a person types into a search box, as a query of the full-text index. Nothing that is typed is an error."""

from __future__ import annotations

import re
import textwrap
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, islice

from item6.record.rows import MARKS
from item6.record.standing import Range
from item6.record.store import Store

MOST_TERMS = 50
"""Terms beyond these are left out; the index refuses queries that are nested too deeply."""

SHORTEST_BEGINNING = 3
"""Letters before a `*`; with fewer it is not looked at, since nearly every text would be found, slowly."""

_SNIPPET_WORDS = 40
_SHORTENED = 250
_TERM = re.compile(r'(-?)(?:"([^"]*)"|([^\s"]+))')
_QUOTES = str.maketrans(dict.fromkeys("“”„‟«»", '"'))


@dataclass(frozen=True, slots=True)
class Wanted:
    """Terms of the index: all that a text must hold, and those of which it must hold none."""

    terms: tuple[str, ...]
    without: tuple[str, ...]

    @property
    def held(self) -> str:
        """The query of what a text must hold; empty where nothing was asked."""
        return " AND ".join(self.terms)

    @property
    def kept_out(self) -> str:
        """The query of what it must not hold; empty where nothing was."""
        return " OR ".join(self.without)

    @property
    def match(self) -> str:
        """Both as one query; empty where nothing must be held, which the index cannot be asked."""
        return f"({self.held}) NOT ({self.kept_out})" if self.terms and self.without else self.held


def parse_query(query: str) -> Wanted:
    """Words are all to be found, in any order; "quoted words" stand together; -word keeps out; begin* completes."""
    held: list[str] = []
    kept_out: list[str] = []
    for minus, quoted, word in _TERM.findall(query.translate(_QUOTES))[:MOST_TERMS]:
        term = _term(quoted or word)
        if term:
            (kept_out if minus else held).append(term)
    return Wanted(tuple(held), tuple(kept_out))


def _term(typed: str) -> str:
    """The term as a string of the index's language, which takes it literally; empty where nothing can be found."""
    words = "".join(sign if _is_letter(sign) else " " for sign in typed).split()
    if not any(sign.isalnum() for word in words for sign in word):
        return ""
    begins = typed.endswith("*") and len(words[-1]) >= SHORTEST_BEGINNING
    return f'"{" ".join(words)}"' + ("*" if begins else "")


def _is_letter(sign: str) -> bool:
    """Letters, digits, and accents written apart: what the index keeps of a word."""
    return unicodedata.category(sign)[0] in "LNM"


def find(store: Store, wanted: Wanted, texts: Range, limit: int) -> tuple[list[tuple[int, str]], int]:
    """Texts that hold what is wanted, between two ranks: (rank, words with MARKS) of the first ones, and how many.

    They come in the order of names. Ordering by weight would have to weigh every text that holds a common word.
    """
    if not wanted.held:
        return _find_without(store, wanted.kept_out, texts, limit) if wanted.kept_out else ([], 0)
    match = wanted.match
    where = "FROM found WHERE found MATCH ? AND rowid BETWEEN ? AND ?"
    total = store.rows(f"SELECT count(*) {where}", match, *texts)[0][0]
    rows = store.rows(
        f"SELECT rowid, snippet(found, 0, ?, ?, '…', ?) {where} ORDER BY rowid LIMIT ?",
        *MARKS, _SNIPPET_WORDS, match, *texts, limit,
    )  # fmt: skip
    return rows, total


def _find_without(store: Store, kept_out: str, texts: Range, limit: int) -> tuple[list[tuple[int, str]], int]:
    """Texts that lack all of some words."""
    where = "FROM found WHERE found MATCH ? AND rowid BETWEEN ? AND ?"
    held = store.rows(f"SELECT count(*) {where}", kept_out, *texts)[0][0]
    matching = (rank for (rank,) in store.each(f"SELECT rowid {where} ORDER BY rowid", kept_out, *texts))
    lacking = list(islice(_gaps(matching, texts), limit))
    words = (store.rows("SELECT words FROM words WHERE text = ?", rank)[0][0] for rank in lacking)
    found = [
        (rank, textwrap.shorten(each, _SHORTENED, placeholder="…")) for rank, each in zip(lacking, words, strict=True)
    ]
    return found, texts[1] - texts[0] + 1 - held


def _gaps(ranks: Iterable[int], between: Range) -> Iterator[int]:
    """What ascending ranks leave out."""
    expected, last = between
    for rank in chain(ranks, [last + 1]):
        yield from range(expected, rank)
        expected = rank + 1
