"""Facets counted by arrays are what counting one value after the other gives."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from item6.measures import tally
from item6.measures.filters import parse
from item6.measures.groups import BY, grouped
from item6.measures.places import Places
from item6.measures.scope import Scope
from item6.measures.tally import Selected, Tally
from item6.record.contents import Contents, Position, ReviewSource
from item6.record.facets import each_place
from item6.record.reader import Record, open_record
from item6.record.writer import publish
from item6.terms.annotations import Annotation
from item6.terms.documents import Document, Reading
from item6.terms.names import ReviewName
from item6.terms.passages import Passage, PdfPlace, Span
from item6.terms.recommendations import Recommendation, Text
from item6.terms.states import STATES

KEYS = [key for key in BY if key != "review"]
CODES = sorted(STATES)
REVIEWS = [ReviewName(state, cycle) for state in ("CHE", "CHN", "FRA") for cycle in (1, 2)]
FILTERS = [
    "", "state:CHE", "state:CHE cycle:2", "state:CHE state:FRA", "state:CHE state:CHN", "state:AND", "cycle:2",
    "by:ALB", "by:WEOG", "-by:ALB", "by:ALB issue:Torture", "issue:Torture", "-issue:Torture", "action:5",
    "position:noted", "position:supported state:CHN", "as_written:rejected", "cycle:1 position:supported/noted",
    "ratify", "ratify torture", "torture -ratify", "state:FRA ratify", "number:7.3", "number:7.1*", "xyzzy",
    "ratify position:noted by:GRULAC",
]  # fmt: skip


def _reading(review: ReviewName, seed: int) -> tuple[Reading, list[Position], list[Annotation]]:
    """Sixty numbers; the thirtieth has a hundred and eighty States, more places than a word of the arrays holds."""
    source = f"{seed:064x}"
    positions, labels, numbers = [], [], []
    for at in range(1, 61):
        texts = []
        for part in range(1, 2 + (at + seed) % 3):
            mixed = at * 7 + part * 5 + seed * 11
            states = tuple(CODES[:180]) if at == 30 else tuple(CODES[(mixed + 13 * n) % 190] for n in range(mixed % 4))
            words = " ".join(("Ratify", "prevent", "torture", "and", "teach")[n] for n in range(5) if mixed >> n & 1)
            passage = Passage("A/HRC/1/1", source, PdfPlace((Span(4, 0, 9),), "pdfium 1"), words)
            texts.append(Text(part, words or "Teach", tuple(dict.fromkeys(states)), (), passage))
            for place, state in enumerate(dict.fromkeys(states) or (None,)):
                said = ("accepted", "rejected", "accepted_in_part")[(mixed + place // 90) % 3]
                stands = {"accepted": "supported", "rejected": "noted", "accepted_in_part": "supported/noted"}[said]
                if mixed % 5:
                    positions.append(Position(review, f"7.{at}", part, state, "report", stands, said, said, source, 4))
            labels.append(Annotation(review, f"7.{at}", part, "action", str(1 + mixed % 5), 900, True))
            if mixed % 2:
                labels.append(Annotation(review, f"7.{at}", part, "issue", "Torture", 900, True))
        numbers.append(Recommendation(f"7.{at}", f"7.{at}", "listed", tuple(texts), texts[0].passage))
    document = Document(
        f"{review}.pdf", source, "pdf", "wg_report", "A/HRC/1/1", False, review, 12 * review.cycle, "2014-11-05", 9
    )
    return Reading(document, tuple(numbers)), positions, labels


@pytest.fixture(scope="module")
def wide(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    """Six reviews in which numbers have many pairs."""
    made = [_reading(review, seed) for seed, review in enumerate(REVIEWS, 1)]
    home: Path = tmp_path_factory.mktemp("wide")
    publish(home, Contents(
        tuple(reading for reading, _, _ in made),
        tuple(ReviewSource(reading.document.review, reading.document.sha256) for reading, _, _ in made
              if reading.document.review),
        tuple(each for _, positions, _ in made for each in positions),
        annotations=tuple(each for _, _, labels in made for each in labels),
    ))  # fmt: skip
    with open_record(home) as record:
        yield record


def by_one(record: Record, asked: str) -> dict[str, list[tuple[str, int]]]:
    places = Places(record, Scope(parse(asked)))
    return {key: [(each.value, each.received) for each in grouped(places, key, ())] for key in KEYS}


def by_arrays(record: Record, places: Places) -> dict[str, list[tuple[str, int]]]:
    counted = Tally(record).counted(places, KEYS)
    for found in counted.values():
        assert len(found) == len(found.first())
        assert found.first(2) == found.first()[:2]
    return {key: found.first() for key, found in counted.items()}


def test_there_is_something_to_count(wide: Record) -> None:
    """Or the test below would compare nothing."""
    found = by_one(wide, "")
    assert {key: len(values) for key, values in found.items() if values} == {
        "by": 190, "group": 5, "state": 3, "cycle": 2, "session": 2, "year": 2, "issue": 1, "action": 5,
        "position": 4, "as_written": 3,
    }  # fmt: skip


@pytest.mark.parametrize("cost", [0, 1 << 40], ids=["pair by pair", "all sets cut"])
@pytest.mark.parametrize("asked", FILTERS)
def test_every_key_is_counted_alike(wide: Record, asked: str, cost: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tally, "_PAIR_COSTS", cost)
    places = Places(wide, Scope(parse(asked)), whole=True)
    assert by_arrays(wide, places) == by_one(wide, asked)


@pytest.mark.parametrize("asked", ["", "state:XRU", "theme:A12", "position:noted", "cycle:3", "state:CHN", "zz"])
def test_readings_of_others_are_counted_alike(full: Record, asked: str) -> None:
    places = Places(full, Scope(parse(asked)), whole=True)
    assert by_arrays(full, places) == by_one(full, asked)


@pytest.mark.parametrize("asked", ["", "state:CHN", "by:ALB", "cycle:2 position:noted", "xyzzy"])
def test_some_of_what_is_selected(wide: Record, asked: str) -> None:
    places = Places(wide, Scope(parse(asked)), whole=True)
    held = list(each_place(places.members))
    for start in range(0, len(held) + 30, 7):
        assert Selected(places).some(start, start + 25) == held[start : start + 25]
