"""Other names of numbers, and what people decided, in a record."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from record_samples import ELBONIA, RURITANIA, document, sha, two_reviews

from item6.record.arrange import arrange
from item6.record.check import verify
from item6.record.contents import Alias, Contents
from item6.record.errors import ContentsRefused
from item6.record.reader import Record, open_record
from item6.record.schema import content_hash, tables_of
from item6.record.writer import publish
from item6.terms.answers import Target
from item6.terms.decisions import Decision
from item6.terms.documents import Reading
from item6.terms.names import ReviewName, parse_recommendation_name

DRAFT, OURS = sha("ruritania_draft.docx"), sha("ours.jsonl")
ALIASES = (
    Alias(RURITANIA, "6.1", "115.1", DRAFT, "same"),
    Alias(RURITANIA, "6.2", "115.10", DRAFT, "moved"),
    Alias(RURITANIA, "6.3", None, DRAFT, "dropped"),
    Alias(RURITANIA, "7.1", "115.1", DRAFT, "same"),
    Alias(RURITANIA, "7.1", "115.2", OURS, "corrected"),
)
DECISIONS = (
    Decision("answer", RURITANIA, Target("115.1", 1, "FRA"), (("oral", 1), ("position", "accepted")),
             "recording", "said aloud", "Ana", "2031-07-04", OURS, 2),
    Decision("totals", ReviewName("ELB", 4), Target(), (("accepted", 3), ("received", 4)),
             "press release", "no report yet", "Ana", "2031-07-05", OURS, 1),
)  # fmt: skip


def contents() -> Contents:
    ours = Reading(replace(document("ours.jsonl", None), format="jsonl", family="decisions", symbol=None))
    before = two_reviews()
    return replace(before, readings=(*before.readings, ours), aliases=ALIASES, decisions=DECISIONS)


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    publish(tmp_path, contents())
    with open_record(tmp_path) as opened:
        yield opened


def test_what_was_put_in_comes_out(record: Record) -> None:
    assert record.aliases(RURITANIA) == sorted(ALIASES, key=lambda each: (each.alias, each.document))
    assert record.aliases(ELBONIA) == []
    assert record.decisions() == [DECISIONS[1], DECISIONS[0]]


@pytest.mark.parametrize(
    ("asked", "number"),
    [
        ("RUR-2#115.1", "115.1"),
        ("RUR-2#6.1", "115.1"),
        ("RUR-2#6.2/2", "115.10"),
        ("RUR-2#6.3", None),
        ("RUR-2#7.1", None),
        ("ELB-1#6.1", None),
    ],
)
def test_names_of_the_draft_resolve(record: Record, asked: str, number: str | None) -> None:
    name = parse_recommendation_name(asked)
    assert name is not None
    found = record.recommendation(name)
    assert (found.number if found else None) == number
    assert (record.passage(name) is None) == (number is None)
    assert record.resolve(name) == (replace(name, number=number) if number else name)


def test_their_order_makes_no_difference() -> None:
    hashes = {
        content_hash(arrange(replace(contents(), aliases=aliases, decisions=decisions)).__getitem__)
        for aliases in itertools.permutations(ALIASES, 5)
        for decisions in itertools.permutations(DECISIONS)
    }
    assert len(hashes) == 1
    assert content_hash(arrange(replace(contents(), decisions=())).__getitem__) not in hashes
    assert content_hash(arrange(replace(contents(), aliases=())).__getitem__) not in hashes


def test_an_alias_with_two_meanings_is_refused() -> None:
    twice = (*ALIASES, replace(ALIASES[0], number="115.2"))
    with pytest.raises(ContentsRefused, match=r"6\.1 is given two meanings by one document"):
        arrange(replace(contents(), aliases=twice))


def test_tables_that_came_later_are_no_part_of_an_older_record() -> None:
    assert set(tables_of(2)) - set(tables_of(1)) == {"alias", "decision"}
    rows = arrange(two_reviews())
    assert content_hash(rows.__getitem__, 1) == "652b592c39d26c0263d1aa64e3582e409c603cfb4418ab5826b2ef608f3c5bc4"


def test_the_record_is_sound(record: Record, tmp_path: Path) -> None:
    assert [each.key for each in verify(tmp_path) if each.key != "record.source_missing"] == []
