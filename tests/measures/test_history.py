"""One number's history is the one that its review's histories hold."""

from __future__ import annotations

import pytest
from answered_review import answered_readings

from item6 import pipeline
from item6.measures.history import histories, history
from item6.record.reader import Record, open_record
from item6.record.writer import publish
from item6.terms.names import RecommendationName


@pytest.fixture(scope="module")
def answered(tmp_path_factory: pytest.TempPathFactory) -> Record:
    home = tmp_path_factory.mktemp("answered")
    publish(home, pipeline.gather(answered_readings()))
    return open_record(home)


def test_one_number_is_as_in_its_review(answered: Record, full: Record) -> None:
    compared = 0
    for record in (answered, full):
        for row in record.reviews():
            for each in histories(record, row.name):
                assert history(record, each.name) == each
                compared += len(each.stages)
    assert compared > 10


def test_a_number_that_is_not_listed_has_none(answered: Record) -> None:
    assert history(answered, RecommendationName(answered.reviews()[0].name, "999.9")) is None


def test_neighbours_are_those_of_the_list(full: Record) -> None:
    for row in full.reviews():
        numbers = [each.number for each in full.recommendations(row.name)]
        for at, number in enumerate(numbers):
            before = numbers[at - 1] if at else None
            after = numbers[at + 1] if at + 1 < len(numbers) else None
            assert full.neighbours(RecommendationName(row.name, number)) == (before, after)


def test_recommendations_at_places_are_those_of_the_reviews(full: Record) -> None:
    facets = full.facets()
    every = [each for row in full.reviews() for each in full.recommendations(row.name, "later")]
    assert full.recommendations_at(facets, range(facets.size), "later") == every
    assert full.recommendations_at(facets, []) == []
    some = full.facets([full.reviews()[-1].name, full.reviews()[0].name])
    assert full.recommendations_at(some, range(some.size), "later") == [
        each for row in (full.reviews()[0], full.reviews()[-1]) for each in full.recommendations(row.name, "later")
    ]


def test_labels_and_answers_of_a_number_are_those_of_its_review(full: Record) -> None:
    for row in full.reviews():
        for each in full.recommendations(row.name):
            labels = [label for label in full.annotations(row.name) if label.number == each.number]
            assert full.annotations(row.name, each.number) == labels
            answers = [one for one in full.answers(row.name) if one.target.number in (None, each.number)]
            assert full.answers(row.name, each.number) == answers
            rows = [one for one in full.positions(row.name, "later") if one.number == each.number]
            assert full.positions(row.name, "later", each.number) == rows
