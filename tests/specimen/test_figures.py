"""Every measure on Ruritania's two reviews, against plain counts of the rows that were written by hand."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from fractions import Fraction

import pytest
from specimen_files import SPECIMEN, Row, expected

from item6.measures.cycles import change, over_cycles
from item6.measures.figures import figure
from item6.measures.filters import parse
from item6.measures.groups import grouped_by
from item6.measures.ranks import ranked
from item6.measures.scope import Scope, of_review
from item6.pipeline import build
from item6.record.reader import Record, open_record
from item6.terms.names import ReviewName

FIRST, SECOND = ReviewName("XRU", 1), ReviewName("XRU", 2)
FILES = {FIRST: "ruritania-2010", SECOND: "ruritania-2015"}
UNITS = ("numbers", "texts", "state_recommendations")

CLASSES = {
    "accepted": {"accepted", "accepted_being_implemented", "accepted_implemented"},
    "implemented": {"accepted_being_implemented", "accepted_implemented"},
    "rejected": {"rejected"},
    "noted_in_words": {"noted"},
    "disputed": {"disputed"},
}
POSITIONS = {
    "supported": {"supported"}, "in_part": {"supported/noted"}, "noted": {"noted"}, "pending": {"pending"},
    "not_supported": {"noted"}, "not_supported_or_in_part": {"noted", "supported/noted"},
}  # fmt: skip


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    home = tmp_path_factory.mktemp("figures")
    build(home, [SPECIMEN / "documents"])
    with open_record(home) as opened:
        yield opened


def pairs(review: ReviewName) -> list[Row]:
    """The table of (text, State) as it stands after the addendum, from the rows written by hand."""
    told = {row["resolved"]: row for row in expected(f"{FILES[review]}-addendum.pdf", "answers")}
    found = []
    for row in expected(f"{FILES[review]}-report.pdf", "recommendations"):
        answer = told.get(row["number"], row)
        for state in row["recommending_states"] or [None]:
            found.append({**row, "state": state, "position": answer["position"], "class": answer["normalised"]})
    return found


def members(review: ReviewName, unit: str) -> dict[tuple[object, ...], list[Row]]:
    """The pairs of each number, each text, or each pair with a State by itself."""
    found: dict[tuple[object, ...], list[Row]] = defaultdict(list)
    for pair in pairs(review):
        key = (pair["number"], pair["part"], pair["state"])
        if unit != "state_recommendations" or pair["state"]:
            found[key[: UNITS.index(unit) + 1]].append(pair)
    return found


def plain_counts(review: ReviewName, unit: str) -> dict[str, int]:
    """Every measure, counted by going through the rows."""
    counts = Counter(dict.fromkeys(("received", *POSITIONS, *CLASSES), 0))
    for each in members(review, unit).values():
        positions = {pair["position"] for pair in each}
        position = positions.pop() if len(positions) == 1 else "supported/noted"
        counts["received"] += 1
        counts.update({name: position in wanted for name, wanted in POSITIONS.items()})
        # In the State's words a member counts where every one of its parts does.
        said = {pair["class"] for pair in each}
        counts.update({name: said <= wanted for name, wanted in CLASSES.items()})
    return dict(counts)


@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.parametrize("review", FILES, ids=str)
def test_every_measure(record: Record, review: ReviewName, unit: str) -> None:
    scope = of_review(review, unit)
    wanted = plain_counts(review, unit)
    assert {name: figure(record, name, scope).value for name in wanted} == wanted
    for name in set(wanted) - {"received"}:
        assert figure(record, f"{name}_share", scope).value == Fraction(wanted[name], wanted["received"])


BY_HAND = [
    # received, supported, in part, noted, pending, rejected, noted in words; who recommended, who spoke
    (FIRST, (40, 29, 2, 8, 1, 8, 0, 49, 49)),
    (SECOND, (56, 44, 1, 11, 0, 0, 11, 87, 87)),
]
NAMES = ("received", "supported", "in_part", "noted", "pending", "rejected", "noted_in_words", "recommending_states",
         "speakers")  # fmt: skip


@pytest.mark.parametrize(("review", "counts"), BY_HAND, ids=["XRU-1", "XRU-2"])
def test_figures_as_people_count_them(record: Record, review: ReviewName, counts: tuple[int, ...]) -> None:
    assert tuple(figure(record, name, of_review(review)).value for name in NAMES) == counts


@pytest.mark.parametrize("review", FILES, ids=str)
def test_by_recommending_state(record: Record, review: ReviewName) -> None:
    plain: Counter[tuple[str, str]] = Counter()
    for pair in pairs(review):
        if pair["state"]:
            plain[pair["state"], "received"] += 1
            plain[pair["state"], "supported"] += pair["position"] == "supported"
    groups = grouped_by(record, "by", of_review(review, "state_recommendations"))
    found = {(each.value, "received"): each.received for each in groups}
    assert found | {(each.value, "supported"): each.counts.get("supported", 0) for each in groups} == dict(plain)


@pytest.mark.parametrize(("key", "column"), [("theme", "themes"), ("person", "persons"), ("sdg", "sdgs")])
def test_by_the_labels_of_the_matrix(record: Record, key: str, column: str) -> None:
    rows = expected("ruritania-2015-matrix.docx", "listed")
    numbers = {row["number"] for row in expected("ruritania-2015-report.pdf", "recommendations")}
    plain = Counter(label for row in rows if row["number"] in numbers for label in dict.fromkeys(row[column]))
    assert {each.value: each.received for each in grouped_by(record, key, of_review(SECOND))} == dict(plain)


@pytest.mark.parametrize(("key", "values"), [("issue", "issues"), ("action", "action"), ("by", "recommending")])
def test_by_the_rows_of_the_export(record: Record, key: str, values: str) -> None:
    rows = [row for row in expected("ruritania-upr-info.csv", "rows") if row["response"] != "Voluntary Pledge"]
    plain: Counter[str] = Counter()
    for row in rows:
        found = row[values] if isinstance(row[values], list) else [row[values]]
        plain.update(str(each) for each in dict.fromkeys(found) if each is not None)
    groups = grouped_by(record, key, Scope(unit="upr_info_rows"))
    assert {each.value: each.received for each in groups} == dict(plain)
    assert figure(record, "received", Scope(unit="upr_info_rows")).value == len(rows)


def test_the_change_between_the_two_reviews(record: Record) -> None:
    before, now = over_cycles(record, ["not_supported_share"], [FIRST, SECOND], Scope())
    made = change(now[0], before[0])
    assert made is not None and made.value == Fraction(11, 56) - Fraction(8, 40)


def test_the_two_reviews_in_a_row(record: Record) -> None:
    found = [(each.place, each.review, each.value) for each in ranked(record, "not_supported_share", Scope())]
    assert found == [(1, FIRST, Fraction(8, 40)), (2, SECOND, Fraction(11, 56))]


def test_reversals_of_the_export(record: Record) -> None:
    """State and issue of which all rows were noted before and all are accepted now, and the reverse, row by row."""
    told: dict[tuple[int, str, str], set[str]] = defaultdict(set)
    rows = [row for row in expected("ruritania-upr-info.csv", "rows") if row["response"] != "Voluntary Pledge"]
    for row in rows:
        for issue in row["issues"]:
            told[1 if row["session"] < 13 else 2, row["recommending"], issue].add(row["response"])
    for name, then, now in (("reversed_to_noted", "Accepted", "Noted"), ("reversed_to_supported", "Noted", "Accepted")):
        turned = {
            (by, issue)
            for (cycle, by, issue), responses in told.items()
            if by and cycle == 2 and responses == {now} and told.get((1, by, issue)) == {then}
        }
        wanted = [
            f"XRU-2 row {row['row']}"
            for row in rows
            if row["session"] >= 13 and any((row["recommending"], issue) in turned for issue in row["issues"])
        ]
        scope = Scope(parse("state:XRU cycle:2"), "upr_info_rows")
        assert list(figure(record, name, scope).rows) == wanted
