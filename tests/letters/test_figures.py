"""Figures named in a text: read, counted, written as the language writes numbers."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from made_readings import digest, document, listed, text

from item6 import pipeline
from item6.briefings.texts import plain
from item6.letters.figures import Asked, UnknownFigure, asked_in, counted_in, filled, read
from item6.letters.texts import length
from item6.measures import Record, open_record
from item6.measures.tongue import Tongue
from item6.record.writer import publish
from item6.terms.documents import Reading
from item6.terms.names import ReviewName

FRENCH = Tongue(decimal=",", thousands="\u202f")


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    """A review with three recommendations of two States, none answered yet."""
    made = document("report.pdf", ReviewName("XFR", 2), sha256=digest("report.pdf"))
    rows = tuple(listed(f"5.{n}", text(f"Ask number {n}", code)) for n, code in enumerate(("CHL", "CHL", "FRA"), 1))
    folder: Path = tmp_path_factory.mktemp("figures")
    publish(folder, pipeline.gather([Reading(made, rows)], []))
    with open_record(folder) as opened:
        yield opened


def test_a_name_says_what_is_counted() -> None:
    assert read("{{not_supported of CHN-3}}") == Asked("not_supported", "CHN-3")
    whole = read('{{ received of CHN-3 issue:"Women, children", in texts, at addendum, as of 2019-03-15 }}')
    assert whole == Asked("received", 'CHN-3 issue:"Women, children"', "texts", "addendum", "2019-03-15")
    assert read(str(whole)) == whole


def test_values_stand_in_the_place_of_names(record: Record) -> None:
    made = filled("It had {{received of XFR-2}}, of them\n{{received of XFR-2 by:Chile}}. Nobody of Peru: "
                  "{{received of XFR-2 by:Switzerland}}.", counted_in(record))  # fmt: skip
    assert plain(made.text) == "It had 3, of them 2. Nobody of Peru: 0."
    assert [each.value for each in made.figures.values()] == [3, 2, 0]
    assert made.figures["{{received of XFR-2}}"].reference.startswith("received@1?unit=numbers")


def test_a_value_that_begins_a_line_makes_no_list(record: Record) -> None:
    made = filled("{{received of XFR-2}}. That is all.", counted_in(record))
    assert plain(made.text) == "3. That is all."
    assert length(made.text).words == 4


def test_numbers_are_written_as_the_language_writes_them(record: Record) -> None:
    figure = counted_in(record)(Asked("received", "XFR-2"))
    many = type(figure)(**{each: getattr(figure, each) for each in figure.__slots__} | {"numerator": 4321})
    assert filled("{{received of XFR-2}}", lambda _: many, FRENCH).text == "4\u202f321"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("{{received}}", "is no name of a Figure"),
        ("It had {{received of XFR-2", "is no name of a Figure"),
        ("{{received of XFR-2, as of 2019-13-45}}", "is no name of a Figure"),
        ("{{recieved of XFR-2}}", "no measure is called recieved; did you mean “received”"),
        ("{{received of XFR-2, in text}}", "no unit is called text; did you mean “texts”"),
        ("{{received of XFR-2, at addenda}}", "no stage is called addenda; did you mean “addendum”"),
        ("{{received of XFR-2 by:Nowhere}}", "Nowhere"),
        ("{{received of XFR-3}}", "the record knows no value of it"),
        ("{{not_supported of XFR-2}}", "the record knows no value of it"),
        ("{{not_supported_share of XFR-2}}", "the record knows no value of it"),
    ],
)
def test_what_names_no_figure_is_said(record: Record, words: str, said: str) -> None:
    with pytest.raises(UnknownFigure, match=said):
        filled(words, counted_in(record))


def test_other_braces_are_no_names() -> None:
    assert list(asked_in("A {single} brace is one.")) == []
