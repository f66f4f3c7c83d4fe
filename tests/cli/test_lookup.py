from __future__ import annotations

from pathlib import Path

import pytest

from item6.cli.lookup import find_recommendation, find_review, find_state
from item6.record.reader import open_record
from item6.terms.states import name_of


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("SMR-2", "SMR-2"),
        ("smr-1", "SMR-1"),
        (" SMR-1 ", "SMR-1"),
        ("San Marino", "SMR-2"),
        ("Republic of San Marino", "SMR-2"),
        ("SMR", "SMR-2"),
        ("san marino 2014", "SMR-2"),
        ("San Marino, 2014", "SMR-2"),
        ("San Marino (2014)", "SMR-2"),
        ("Monaco", "MCO-2"),
        ("mco", "MCO-2"),
    ],
)
def test_reviews_are_found(made_home: Path, text: str, name: str) -> None:
    with open_record(made_home) as record:
        assert str(find_review(record, text).name) == name


def test_the_latest_review_is_said_to_be_it(made_home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with open_record(made_home) as record:
        find_review(record, "San Marino")
    said = "San Marino: this is SMR-2, the latest review in the record; also there: SMR-1\n"
    assert capsys.readouterr().err == said


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("SMR-2#5.10", "SMR-2#5.10"),
        ("smr-2#5.10.", "SMR-2#5.10"),
        ("SMR-2#5.2/2", "SMR-2#5.2/2"),
        ("Monaco#7.1/1", "MCO-2#7.1/1"),
        ("San Marino 2014#5.1", "SMR-2#5.1"),
    ],
)
def test_recommendations_are_found(made_home: Path, text: str, name: str) -> None:
    with open_record(made_home) as record:
        assert str(find_recommendation(record, text)) == name


@pytest.mark.parametrize(
    ("text", "iso3"), [("China", "CHN"), ("chn", "CHN"), ("Ivory Coast", "CIV"), ("Côte d’Ivoire", "CIV")]
)
def test_states_are_found(text: str, iso3: str) -> None:
    assert find_state(text) == iso3


@pytest.mark.parametrize(("iso3", "name"), [("CIV", "Côte d’Ivoire"), ("XFR", "XFR")])
def test_names_of_states(iso3: str, name: str) -> None:
    assert name_of(iso3).replace("'", "’") == name
