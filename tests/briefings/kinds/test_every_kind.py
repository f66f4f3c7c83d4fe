"""What every kind keeps for every review: no empty part, no number without its figure, no figure of another State."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from item6.briefings.asked import Asked
from item6.briefings.document import (
    Bullets,
    Document,
    Entry,
    Heading,
    Number,
    Paragraph,
    Picture,
    Table,
    Text,
    runs_of,
)
from item6.briefings.kinds import KINDS
from item6.measures.filters import parse
from item6.measures.references import read_reference, recomputed
from item6.measures.wording import value_in_words

Made = Callable[[str], Asked]

REVIEWS = (
    "XRU-1", "XRU-2", "SMR-1", "SMR-2", "MCO-2", "CHN-4", "answered SMR-2", "AND-2", "LIE-2", "MLT-2", "NRU-2",
)  # fmt: skip
"""Two of Ruritania; small ones; totals alone; with a draft; 8 numbers, 300, all pending, known by a matrix alone."""

WANTED = {
    "press": [{}],
    "briefing": [{}, {"stage": "report"}],
    "factsheet": [{"theme": "harbour"}, {"theme": '"lighthouses"'}, {"theme": "has:issue"}, {"theme": "xylophone"}],
    "embassy": [{"state": "CHE"}, {"state": "TUV"}],
    "statement": [{}, {"theme": "lighthouses"}, {"theme": "xylophone"}],
    "changes": [{}, {"stage": "report"}],
    "session": [{"session": 21}, {"session": 20}, {"session": 3}],
}
"""What each kind is asked with."""

CASES = [
    pytest.param(kind, review, given, id=f"{kind}-{review}-{'-'.join(map(str, given.values()))}")
    for kind, every in WANTED.items()
    for given in every
    for review in REVIEWS
]


def made(asked: Made, kind: str, review: str, given: dict[str, object]) -> tuple[Asked, Document]:
    wanted = replace(asked(review), **given)  # type: ignore[arg-type]  # of the table above
    make = KINDS[kind].document
    assert make is not None
    return wanted, make(wanted)


def test_every_kind_is_asked_for() -> None:
    assert set(WANTED) <= {kind.name for kind in KINDS.values() if kind.document is not None}
    assert {kind.name for kind in KINDS.values() if kind.document is not None} <= set(WANTED)


@pytest.mark.parametrize(("kind", "review", "given"), CASES)
def test_numbers_are_figures_that_can_be_computed_again(
    asked: Made, kind: str, review: str, given: dict[str, object]
) -> None:
    wanted, document = made(asked, kind, review, given)
    for each in document.numbers():
        assert each.figure.record == wanted.record.hash == document.record
        again = recomputed(wanted.record, read_reference(each.figure.reference))
        assert again is not None and value_in_words(again) == each.words, each.figure.reference


@pytest.mark.parametrize(("kind", "review", "given"), CASES)
def test_figures_are_of_this_state_alone(asked: Made, kind: str, review: str, given: dict[str, object]) -> None:
    wanted, document = made(asked, kind, review, given)
    for each in document.numbers():
        if kind == "session":
            held = {str(row.name) for row in wanted.record.reviews() if row.session == wanted.session}
            scope = parse(each.figure.scope)
            name = f"{''.join(scope.values('state'))}-{''.join(scope.values('cycle'))}"
            assert scope.values("session") == (str(wanted.session),) or name in held
            continue
        for part in each.figure.scope.split(" vs "):
            scope = parse(part)
            elsewhere = kind == "embassy" and scope.values("by") == (wanted.state,) and not scope.values("state")
            assert elsewhere or scope.values("state") == (wanted.review.state,)
            assert elsewhere or int(scope.values("cycle")[0]) <= wanted.review.cycle


@pytest.mark.parametrize(("kind", "review", "given"), CASES)
def test_no_part_is_empty(asked: Made, kind: str, review: str, given: dict[str, object]) -> None:
    _, document = made(asked, kind, review, given)
    assert document.title.strip() and document.blocks
    for block, following in zip(document.blocks, [*document.blocks[1:], None], strict=True):
        if isinstance(block, Heading):
            assert block.words.strip()
            assert following is not None and not (isinstance(following, Heading) and following.level <= block.level)
        if isinstance(block, Table | Picture):
            table = block.table if isinstance(block, Picture) else block
            assert table.rows and all(len(row) == len(table.columns) for row in table.rows)
            assert block.caption
        if isinstance(block, Bullets):
            assert block.items and all(block.items)
        if isinstance(block, Paragraph):
            assert "".join(run.words for run in block.runs).strip()
        if isinstance(block, Entry):
            assert block.number and block.text and block.states and block.source.words


@pytest.mark.parametrize(("kind", "review", "given"), CASES)
def test_words_are_whole(asked: Made, kind: str, review: str, given: dict[str, object]) -> None:
    """Nothing is left to be filled in, and counts stand only in numbers: words may name years, paragraphs, numbers."""
    wanted, document = made(asked, kind, review, given)
    texts = [document.title, document.subtitle, *document.sources]
    for block in document.blocks:
        texts += [run.words for run in runs_of(block)]
        texts += [block.caption] if isinstance(block, Table | Picture) else []
    assert [
        each for each in texts if re.search(r"[{}]|\bNone\b(?! of)|  |\( | \)|\.\.", each) and "in district" not in each
    ] == []
    said = [
        run.words
        for block in document.blocks
        if isinstance(block, Paragraph | Bullets) and kind != "statement"
        for run in runs_of(block)
        if isinstance(run, Text) and not run.manner
    ]
    messages = {each.message for each in wanted.record.issues()}
    counted = re.compile(r"\b\d+ (?:numbered|recommendations?|State|texts?|of them|supported|noted)|\d\s?%")
    assert [each for each in said if counted.search(each) and each not in messages] == []


@pytest.mark.parametrize("kind", [each for each in WANTED if each != "session"])
def test_what_is_pending_is_called_pending(asked: Made, kind: str) -> None:
    """No share of nothing, and no part on answers that are not there."""
    for given in WANTED[kind]:
        _, document = made(asked, kind, "MLT-2", given)
        words = " ".join(run.words for block in document.blocks for run in runs_of(block))
        if document.numbers() and any(each.figure.measure == "pending" for each in document.numbers()):
            assert "pending" in words.casefold()
        shown = [each for each in document.numbers() if each.figure.measure in ("supported", "noted", "rejected")]
        assert [each.words for each in shown] == []
        assert not re.search(r"(?<!\d)0\.0\u00a0%", words)
        pictures = [block.name for block in document.blocks if isinstance(block, Picture)]
        assert not [each for each in pictures if "outcome" in each or "issues" in each or "strength" in each]


@pytest.mark.parametrize("review", REVIEWS)
def test_the_same_is_made_again(asked: Made, review: str) -> None:
    assert made(asked, "briefing", review, {})[1] == made(asked, "briefing", review, {})[1]


def test_numbers_are_there() -> None:
    """Or the tests above would pass on documents without any."""
    assert Number and len(CASES) > 100
