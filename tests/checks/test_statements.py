"""What is found in whole statements that people published, and what the record says of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from item6.checks.checking import Checked, check
from item6.checks.reading import text_of
from item6.record.reader import Record

pytestmark = pytest.mark.full


@pytest.fixture(scope="module")
def statements(corpus: Path) -> Path:
    return corpus.parent / "claims" / "statements"


def made(statements: Path, name: str, record: Record | None = None, old: str = "", new: str = "") -> list[Checked]:
    text = text_of((statements / name).read_bytes(), name)
    assert old in text
    return check(text.replace(old, new) if old else text, record)


def verdicts(found: list[Checked]) -> dict[str, str]:
    return {each.claim.printed: each.verdict.verdict for each in found if each.claim.kind != "none-of"}


def values(found: list[Checked], kind: str) -> list[tuple[str, str]]:
    return [(each.claim.role, each.claim.printed) for each in found if each.claim.kind == kind]


JOINT = "joint-statement-upr-2024.txt"


def test_the_counts_of_the_joint_statement_match(statements: Path, record: Record) -> None:
    found = verdicts(made(statements, JOINT, record))
    assert {value: found[value] for value in ("290", "428", "8", "32", "98")} == dict.fromkeys(
        ("290", "428", "8", "32", "98"), "matches"
    )


def test_its_rate_is_of_noted_and_rejected_together(statements: Path, record: Record) -> None:
    (rate,) = (each for each in made(statements, JOINT, record) if each.claim.printed == "30")
    assert (str(rate.about.review), rate.verdict.verdict) == ("CHN-4", "matches on another count")
    assert rate.verdict.basis.startswith("not supported (noted or rejected)")


def test_its_earlier_rate_is_of_the_cycle_before(statements: Path, record: Record) -> None:
    (rate,) = (each for each in made(statements, JOINT, record) if each.claim.printed == "18")
    assert (str(rate.about.review), rate.claim.kind) == ("CHN-3", "comparison")


def test_the_total_that_one_outlet_wrote_does_not_add_up(statements: Path) -> None:
    found = made(statements, JOINT, None, "of the 428 recommendations", "of the 418 recommendations")
    assert [each.claim.printed for each in found if each.verdict.verdict == "does not add up"] == ["418"]


def test_its_sets_wait_for_the_list(statements: Path, record: Record) -> None:
    found = [each for each in made(statements, JOINT, record) if each.claim.kind == "none-of"]
    assert [each.verdict.verdict for each in found] == ["not in the record"] * 3


def test_signatories_of_the_letter(statements: Path) -> None:
    found = made(statements, "open-letter-news-2020.txt")
    assert values(found, "signatories") == [("signatories", "321"), ("countries", "60")]


def test_experts_of_the_statement(statements: Path) -> None:
    assert values(made(statements, "joint-statement-2022.txt"), "signatories") == [("signatories", "12")]


def test_day_and_room_of_the_event(statements: Path) -> None:
    found = values(made(statements, "event-announcement-2024.txt"), "date")
    assert found == [("event", "--01-22"), ("room", "XXVI")] * 2


def test_session_speakers_and_day_of_the_side_event(statements: Path) -> None:
    found = made(statements, "side-event-page-2022.txt")
    dated = values(found, "date")
    assert {("council_session", "49"), ("session", "2022-03"), ("event", "--03-23")} <= set(dated)
    assert values(found, "count") == [("speakers", "38")]
    assert values(found, "signatories") == [("signatories", "12"), ("signatories", "5"), ("countries", "19")]
