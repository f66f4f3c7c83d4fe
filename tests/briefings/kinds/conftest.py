"""Records that briefings are made of: Ruritania, reviews counted by hand, and made-up ones of 8 and 300 numbers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

import pytest
from answered_review import answered_readings
from counted_reviews import export, matrix, publish_counted
from made_readings import answer, digest, document, listed, reading, text

from item6 import pipeline
from item6.briefings.asked import Asked
from item6.record.reader import Record, open_record
from item6.record.writer import publish
from item6.terms.annotations import Annotation
from item6.terms.documents import Reading
from item6.terms.names import ReviewName, parse_review_name
from item6.terms.recommendations import Recommendation

ROOT = Path(__file__).resolve().parents[3]
SMALL, LARGE, PENDING, MATRIX = (ReviewName(state, 2) for state in ("AND", "LIE", "MLT", "NRU"))
BY = ("CHE", "KEN", "NOR", "PER", "JPN")
HOPES = ("Plant", "Repair", "Open", "Ratify", "Count", "Paint")
THINGS = ("lighthouses", "bridges", "libraries", "the convention on maps", "swans", "the town clock")

Made = Callable[[str], Asked]


def standing_in(file: str, each: Recommendation) -> Recommendation:
    """The recommendation as it stands in a file of another name."""
    texts = tuple(replace(one, passage=replace(one.passage, document=digest(file))) for one in each.texts)
    return replace(each, passage=replace(each.passage, document=digest(file)), texts=texts)


def wish(at: int) -> str:
    """What number so-and-so asks for."""
    return f"{HOPES[at % 6]} {THINGS[at // 6 % 6]} in district {at}"


def long_reading(review: ReviewName, numbers: int, *, answered: bool = True) -> Reading:
    """A report with so many numbers; of each six four accepted, one in part, one rejected."""
    file = f"{review}.pdf"
    sayings = ("accepted", "accepted", "accepted", "accepted_implemented", "accepted_in_part", "rejected")
    return reading(
        document(file, review, symbol=f"A/HRC/99/{numbers}", sha256=digest(file)),
        *(standing_in(file, listed(f"7.{at}", text(wish(at), *BY[at % 5 :]))) for at in range(1, numbers + 1)),
        answers=tuple(
            replace(answer(f"7.{at}", sayings[at % 6], file=file, review=review), explanation=f"Of {at}, it is so.")
            for at in range(1, numbers + 1)
        )
        if answered
        else (),
    )  # fmt: skip


def known_by_matrix() -> tuple[Reading, ...]:
    """A review of which only OHCHR's list is at hand."""
    file = "nauru.docx"
    listed_there = tuple(
        standing_in(file, listed(f"9.{at}", text(f"Mend the harbour wall {at}", "CHE"))) for at in range(1, 5)
    )
    return (
        Reading(
            document(file, MATRIX, symbol=None, family="matrix", date=None, pages=None, sha256=digest(file)),
            listed_there,
            tuple(
                answer(f"9.{at}", said, stage="matrix", source="reading", file=file, review=MATRIX)
                for at, said in enumerate(("accepted", "accepted", "noted", "accepted_in_part"), 1)
            ),
        ),
    )


@pytest.fixture(scope="session")
def records(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Record]]:
    """A record for each review that is asked for."""
    folder = tmp_path_factory.mktemp("kinds")
    pipeline.build(folder / "ruritania", [ROOT / "specimen" / "documents"], workers=1)
    publish_counted(folder / "counted", matrix(), export(), totals=True)
    publish(folder / "answered", pipeline.gather(answered_readings()))
    made = [long_reading(SMALL, 8), long_reading(LARGE, 300), long_reading(PENDING, 30, answered=False)]
    contents = pipeline.gather([*made, *known_by_matrix()])
    issues = ("Environment", "Culture", "Right to education")
    labels = tuple(
        Annotation(review, f"7.{at}", 1, kind, value, 900, True)
        for review, last in ((SMALL, 8), (LARGE, 300), (PENDING, 30))
        for at in range(1, last + 1)
        for kind, value in (("issue", issues[at % 3]), ("action", str(1 + at % 5)))
    )
    publish(folder / "sizes", replace(contents, annotations=labels))
    with ExitStack() as opened:
        found = {each.name: opened.enter_context(open_record(each)) for each in folder.iterdir()}
        yield {
            **dict.fromkeys(("XRU-1", "XRU-2"), found["ruritania"]),
            **dict.fromkeys(("SMR-1", "SMR-2", "MCO-2", "CHN-4"), found["counted"]),
            **dict.fromkeys(map(str, (SMALL, LARGE, PENDING, MATRIX)), found["sizes"]),
            "answered SMR-2": found["answered"],
        }


@pytest.fixture
def asked(records: dict[str, Record]) -> Made:
    """What is asked of a review by its name, without theme or State."""

    def asked(name: str) -> Asked:
        review = parse_review_name(name.rpartition(" ")[2])
        assert review is not None
        return Asked(records[name], review)

    return asked
