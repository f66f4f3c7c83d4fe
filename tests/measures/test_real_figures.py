"""Figures of real reviews: the known ones, and UPR Info's rows against a plain count of them."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from excel_files import csv_file

from item6 import cli, pipeline
from item6.decisions import append
from item6.measures.cycles import change, over_cycles, reviews_of
from item6.measures.figures import figure
from item6.measures.groups import grouped_by
from item6.measures.scope import Scope, of_review
from item6.measures.wording import value_in_words
from item6.record.reader import Record, open_record
from item6.record.writer import publish
from item6.sources.upr_info import read as read_export
from item6.terms.documents import Document, Reading
from item6.terms.names import ReviewName
from item6.terms.states import STATES

pytestmark = pytest.mark.full

FILES = (
    "reports/china2013.pdf", "china/Matrix_recommendations_2013.docx", "china/Matrix_recommendations_2018.docx",
    "reports/slovenia2010.pdf", "slovenia/cycle1/g1012465.pdf", "reports/slovenia2014.pdf",
    "slovenia/cycle2/g1504261.pdf", "reports/slovenia2019.pdf", "slovenia/cycle3/g2004192.pdf",
)  # fmt: skip
TOTALS = {"received": 428, "accepted": 290, "in_part": 8, "noted": 32, "rejected": 98}

KNOWN = [
    # review: received, supported, in part, noted, pending; stage; share not supported
    ("CHN-2", (252, 204, 0, 48, 0), "matrix", "19.0\u00a0%"),
    ("CHN-3", (346, 284, 0, 62, 0), "matrix", "17.9\u00a0%"),
    ("SVN-1", (97, 89, 3, 3, 2), "addendum", "3.1\u00a0%"),
    ("SVN-2", (163, 142, 0, 21, 0), "addendum", "12.9\u00a0%"),
    ("SVN-3", (215, 182, 0, 33, 0), "addendum", "15.3\u00a0%"),
]


@pytest.fixture(scope="module")
def home(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("real")
    made = {"source": "press statement", "why": "no list at hand", "who": "Ana", "when": "2024-07-04"}
    append(folder, {"kind": "totals", "review": "CHN-4", **TOTALS, **made})
    pipeline.build(folder, [corpus / name for name in FILES])
    return folder


@pytest.fixture(scope="module")
def record(home: Path) -> Iterator[Record]:
    with open_record(home) as opened:
        yield opened


@pytest.mark.parametrize(("name", "counts", "stage", "share"), KNOWN)
def test_known_figures(record: Record, name: str, counts: tuple[int, ...], stage: str, share: str) -> None:
    scope = of_review(ReviewName(name[:3], int(name[4:])))
    found = [figure(record, each, scope) for each in ("received", "supported", "in_part", "noted", "pending")]
    assert tuple(each.value for each in found) == counts
    assert {each.stage for each in found} == {stage}
    assert value_in_words(figure(record, "not_supported_share", scope)) == share


def test_china_2024_against_2018(record: Record) -> None:
    third, fourth = ReviewName("CHN", 3), ReviewName("CHN", 4)
    assert reviews_of(record, "CHN") == [ReviewName("CHN", 2), third, fourth]
    names = ["received", "not_supported", "not_supported_share", "rejected", "rejected_share"]
    before, now = over_cycles(record, names, [third, fourth], Scope())
    assert [each.value for each in now] == [428, 130, Fraction(130, 428), 98, Fraction(98, 428)]
    assert [value_in_words(each) for each in now] == ["428", "130", "30.4\u00a0%", "98", "22.9\u00a0%"]
    made = change(now[2], before[2])
    # Twelve and a half points more are not supported; what China rejected in its own words in 2018 no matrix tells.
    assert made is not None and value_in_words(made) == "+12.5\u00a0points"
    assert before[4].value is None and change(now[4], before[4]) is None


def test_the_command_says_the_same(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    command = ["--home", str(home), "figures", "China", "2024", "--measure", "rejected_share", "--format", "json"]
    assert cli.main(command) == 0
    (found,) = json.loads(capsys.readouterr().out)
    assert (found["numerator"], found["denominator"], found["value"]) == (98, 428, "49/214")


Row = dict[str, Any]


@pytest.fixture(scope="module")
def gold(corpus: Path) -> list[Row]:
    """The rows of the export that are recommendations to a review of which the corpus has the report."""
    import polars

    rows = polars.read_parquet(corpus / "gold" / "upr_info.parquet").to_dicts()
    return [row for row in rows if row["document"] and row["response"] != "Voluntary Pledge"]


@pytest.fixture(scope="module")
def export_record(gold: list[Row], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    """A record of the rows as an export holds them, and of the reviews that they are of."""
    heading = ["To", "Text", "From", "Response", "Action", "Issue", "Session"]
    cells = [
        [_name(row["state"]), row["text"], _name(row["recommending_state"]), row["response"], row["action"] or "",
         ",".join(row["issues"] or ()), row["session"]]
        for row in gold
    ]  # fmt: skip
    read = read_export(csv_file([heading, *cells]), "export.csv")
    reviews = {(row["state"], row["cycle"]): row["session"] for row in gold}
    reports = [_report(ReviewName(*review), session) for review, session in sorted(reviews.items())]
    folder = tmp_path_factory.mktemp("export")
    publish(folder, pipeline.gather([*reports, read]))
    with open_record(folder) as opened:
        yield opened


def _name(state: str | None) -> str:
    return STATES[state].name if state else ""


def _report(review: ReviewName, session: int) -> Reading:
    sha256 = f"{review}".encode().hex().rjust(64, "0")
    return Reading(Document(f"{review}.pdf", sha256, "pdf", "wg_report", None, False, review, session, None, 1))


SCOPE = Scope(unit="upr_info_rows")
COUNTS: list[tuple[str, Callable[[Row], list[object]]]] = [
    ("review", lambda row: [f"{row['state']}-{row['cycle']}"]),
    ("session", lambda row: [row["session"]]),
    ("cycle", lambda row: [row["cycle"]]),
    ("action", lambda row: [row["action"]]),
    ("issue", lambda row: row["issues"] or []),
    ("by", lambda row: [row["recommending_state"]]),
]


@pytest.mark.parametrize(("key", "values"), COUNTS, ids=[key for key, _ in COUNTS])
def test_rows_of_the_export_are_a_plain_count(
    export_record: Record, gold: list[Row], key: str, values: Callable[[Row], list[object]]
) -> None:
    plain: Counter[tuple[str, str]] = Counter()
    for row in gold:
        for value in dict.fromkeys(values(row)):
            if value is not None:
                plain[str(value), "received"] += 1
                plain[str(value), "supported"] += row["response"] == "Accepted"
                plain[str(value), "noted"] += row["response"] == "Noted"
    groups = grouped_by(export_record, key, SCOPE)
    found = {(each.value, "received"): each.received for each in groups}
    found |= {(each.value, name): each.counts[name] for each in groups for name in ("supported", "noted")}
    assert found == dict(plain)


def test_the_whole_export_is_a_plain_count(export_record: Record, gold: list[Row]) -> None:
    counts = [figure(export_record, name, SCOPE).value for name in ("received", "supported", "noted")]
    answers = Counter(row["response"] for row in gold)
    assert counts == [len(gold), answers["Accepted"], answers["Noted"]]
