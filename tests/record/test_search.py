"""Full text: whatever people type is a query, and finds what it says."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from record_samples import ELBONIA, RURITANIA, document, recommendation, sha, text

from item6.record.contents import Contents, ReviewSource
from item6.record.reader import Record, open_record
from item6.record.rows import Hit
from item6.record.search import MOST_TERMS, parse_query
from item6.record.writer import publish
from item6.terms.documents import Reading
from item6.terms.names import RecommendationName, ReviewName

TEXTS = [
    "Protect the rights of the child, in law and in practice",
    "Abolish the death-penalty; commute all sentences",
    "Ratify OP-CAT (the optional protocol to the Convention against Torture)",
    "Ratifier la convention : un état des lieux d’ici à 2015",
    "Bring the law of the State’s prisons into line with the rights of detainees",
    "保护儿童权利",
]
SYRIA = ReviewName("SYL", 3)


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    """Six texts of one review, and one of another State and of another cycle."""
    home = tmp_path_factory.mktemp("workspace")
    numbered = [recommendation("a.pdf", f"1.{n}", text("a.pdf", 1, words, "FRA")) for n, words in enumerate(TEXTS, 1)]
    others = {name: recommendation(str(name), "1.1", text(str(name), 1, "The rights of all")) for name in OTHERS}
    readings = (
        Reading(document("a.pdf", RURITANIA), tuple(numbered)),
        *(Reading(document(str(name), name), (each,)) for name, each in others.items()),
    )
    sources = (ReviewSource(RURITANIA, sha("a.pdf")), *(ReviewSource(name, sha(str(name))) for name in others))
    publish(home, Contents(readings, sources))
    with open_record(home) as opened:
        yield opened


OTHERS = (ELBONIA, ReviewName("RUR", 1), ReviewName("RUR", 3))


@pytest.mark.parametrize(
    ("query", "held", "kept_out"),
    [
        ("rights", '"rights"', ""),
        ("  child   rights ", '"child" AND "rights"', ""),
        ('"death penalty" child', '"death penalty" AND "child"', ""),
        ("“death penalty”", '"death penalty"', ""),
        ("rights -child", '"rights"', '"child"'),
        ('-"death penalty" -torture', "", '"death penalty" OR "torture"'),
        ("ratif*", '"ratif"*', ""),
        ("ra*", '"ra"', ""),
        ("op-cat", '"op cat"', ""),
        ("State's", '"State s"', ""),
        ('"death penalty', '"death" AND "penalty"', ""),
        ("law AND child OR NOT NEAR(y)", '"law" AND "AND" AND "child" AND "OR" AND "NOT" AND "NEAR y"', ""),
        ("words:rights", '"words rights"', ""),
        ("", "", ""),
        ("- -- * \"\" '' () ^ {} : \0 _", "", ""),
    ],
)
def test_parse(query: str, held: str, kept_out: str) -> None:
    wanted = parse_query(query)
    assert (wanted.held, wanted.kept_out) == (held, kept_out)


def test_very_long_queries_are_cut() -> None:
    assert parse_query("a1 " * 1000).held.count('"a1"') == MOST_TERMS


@pytest.mark.parametrize(
    ("query", "numbers"),
    [
        ("rights", ["1.1", "1.5"]),
        ("RIGHTS child", ["1.1"]),
        ("child rights", ["1.1"]),
        ('"child rights"', []),
        ('"rights of the child"', ["1.1"]),
        ("rights -child", ["1.5"]),
        ("-rights", ["1.2", "1.3", "1.4", "1.6"]),
        ("-rights -ratif*", ["1.2", "1.6"]),
        ("death penalty", ["1.2"]),
        ("death-penalty", ["1.2"]),
        ('"penalty commute"', ["1.2"]),
        ("ratif*", ["1.3", "1.4"]),
        ("ratif", []),
        ("etat", ["1.4"]),
        ("ÉTAT", ["1.4"]),
        ("e\u0301tat", ["1.4"]),
        ("2015", ["1.4"]),
        ("state's", ["1.5"]),
        ("state’s", ["1.5"]),
        ("op-cat", ["1.3"]),
        ("保护儿童权利", ["1.6"]),
        ("and", ["1.1"]),
        ("AND", ["1.1"]),
        ("torture OR child", []),
        ("zebra", []),
        ("", []),
        ("!?", []),
    ],
)
def test_search(record: Record, query: str, numbers: list[str]) -> None:
    found = record.search(query, review=RURITANIA)
    assert [hit.name.number for hit in found] == numbers
    assert found.total == len(found) == len(numbers)


@pytest.mark.parametrize(
    ("narrowed", "names"),
    [
        ({}, ["ELB-1#1.1/1", "RUR-1#1.1/1", "RUR-2#1.1/1", "RUR-2#1.5/1", "RUR-3#1.1/1"]),
        ({"state": "RUR"}, ["RUR-1#1.1/1", "RUR-2#1.1/1", "RUR-2#1.5/1", "RUR-3#1.1/1"]),
        ({"state": "ELB"}, ["ELB-1#1.1/1"]),
        ({"state": "FRA"}, []),
        ({"review": ReviewName("RUR", 3)}, ["RUR-3#1.1/1"]),
        ({"review": SYRIA}, []),
        ({"limit": 2}, ["ELB-1#1.1/1", "RUR-1#1.1/1"]),
        ({"limit": 0}, []),
        ({"limit": -1}, []),
    ],
)
def test_narrowed(record: Record, narrowed: dict[str, object], names: list[str]) -> None:
    found = record.search("rights", **narrowed)  # type: ignore[arg-type]  # options by name
    assert [str(hit.name) for hit in found] == names
    assert found.total == (5 if "limit" in narrowed else len(names))


def test_found_words_are_marked(record: Record) -> None:
    hit = next(iter(record.search('prisons "the rights"')))
    words = "Bring the law of the State’s ⟦prisons⟧ into line with ⟦the rights⟧ of detainees"
    assert hit == Hit(RecommendationName(RURITANIA, "1.5", 1), words, ("FRA",), "pending")
    assert [piece for piece, found in hit.pieces if found] == ["prisons", "the rights"]
    assert "".join(piece for piece, _ in hit.pieces) == TEXTS[4]


def test_long_texts_are_cut_around_what_was_found(tmp_path: Path) -> None:
    words = " ".join(["before"] * 90 + ["needle"] + ["after"] * 90)
    reading = Reading(document("a.pdf", RURITANIA), (recommendation("a.pdf", "1.1", text("a.pdf", 1, words)),))
    publish(tmp_path, Contents((reading,), (ReviewSource(RURITANIA, sha("a.pdf")),)))
    with open_record(tmp_path) as record:
        found, without = record.search("needle").hits[0], record.search("-thread").hits[0]
    assert "⟦needle⟧" in found.words
    assert len(found.words) < 400
    assert without.words.startswith("before before")
    assert len(without.words) <= 250


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@example('"' * 999)
@example("a" * 50_000)
@example("-" + "x y " * 500)
@example("x\0y \ud800 NEAR/3 (")
@example("a AND (b OR c) NOT d * ^e {words}:f + g")
@given(st.text() | st.text("ab \"*-':()^{}+,.;|&\\/%_", max_size=40) | st.text(st.characters(), max_size=20))
def test_nothing_that_is_typed_is_an_error(record: Record, query: str) -> None:
    found = record.search(query)
    assert len(found) == found.total <= 9
