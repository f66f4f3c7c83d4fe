"""What spares a pattern where it cannot match never spares one that would have matched."""

from __future__ import annotations

import re
from string import ascii_letters, digits

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from item6.sources.addendum import classes, mentions, numbers, verdicts
from item6.sources.addendum.classes import say, says
from item6.sources.addendum.degrees import degree
from item6.sources.addendum.prose import Prose
from item6.sources.addendum.stems import OF_CLASSES
from item6.sources.addendum.vocabulary import CLASSES_OF, LIST

LETTERS = f"{ascii_letters}{digits}{LIST}áàâéèêíñóœúü’'“”()[]–-,.;:/ \n"
LANGUAGES = ("en", "fr", "es")
generated = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow]
)


def matching(pattern: re.Pattern[str]) -> st.SearchStrategy[str]:
    """Texts in which a pattern matches, in the letters that documents print."""
    return st.from_regex(pattern, alphabet=LETTERS)


@pytest.mark.parametrize(
    ("language", "name", "pattern"),
    [(language, *row) for language, table in CLASSES_OF.items() for row in table],
)
@generated
@given(st.data())
def test_classes(language: str, name: str, pattern: re.Pattern[str], data: st.DataObject) -> None:
    words = data.draw(matching(pattern))
    prose = Prose(words, language)
    assume(pattern.search(words))
    assert name in [told for told, _ in classes._patterns(prose.told(0, len(words)) & OF_CLASSES, language)]
    assert says(prose, 0, len(words)) == bool(say(prose, 0, len(words))) is True


@pytest.mark.parametrize("language", LANGUAGES)
@generated
@given(st.data())
def test_answers_that_stand_alone(language: str, data: st.DataObject) -> None:
    pattern = verdicts._VERDICTS[language]
    words = data.draw(
        st.one_of(matching(pattern), st.builds("{}{}".format, matching(verdicts._OPENING), matching(pattern)))
    )
    line = words.replace("\n", " ").strip()
    if verdicts.verdict(line, language):
        assert Prose(line, language).may_open(0)
        assert Prose(f"5\n{line}", language).openings(0, len(line) + 2) == [2]


RANGE = re.compile(numbers._RANGE_SIGN, re.IGNORECASE)


@pytest.mark.parametrize("pattern", [numbers._SEPARATOR, numbers._EXCEPT, numbers._NO_NUMBER, numbers._LETTER, RANGE])
@generated
@given(st.data())
def test_what_goes_on_with_a_list(pattern: re.Pattern[str], data: st.DataObject) -> None:
    words = f"5{data.draw(matching(pattern))}"
    found = pattern.match(words, 1)
    assume(found and found[0].strip(" .\n"))
    assert not numbers._is_over(words, 1)
    assert numbers._single(words, 0, len(words)) is None


@pytest.mark.parametrize("pattern", [mentions._REFERENCE, mentions._OTHER_THING, mentions._FOREIGN])
@generated
@given(st.data())
def test_what_stands_before_a_list(pattern: re.Pattern[str], data: st.DataObject) -> None:
    words = data.draw(matching(pattern))
    assume(pattern.search(words))
    assert mentions._is_telling_before(words.lower(), 0, len(words))


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("It is accepted and already in force", "accepted_implemented"),
        ("It is accepted, and has always acted so", "accepted_implemented"),
        ("It has since been fully implemented", "accepted_implemented"),
        ("Ruritania considers this recommendation to be implemented", "accepted_implemented"),
        ("Ruritania accepts and deemed as fully implemented", "accepted_implemented"),
        ("Accepted – implemented", "accepted_implemented"),
        ("Elle est déjà mise en œuvre", "accepted_implemented"),
        ("Ya se ha aplicado", "accepted_implemented"),
        ("Ya se han cumplido", "accepted_implemented"),
        ("It is in the process of being implemented", "accepted_being_implemented"),
        ("It is being fully implemented", "accepted_being_implemented"),
        ("The work is underway", "accepted_being_implemented"),
        ("Activities have already started", "accepted_being_implemented"),
        ("The implementation of it is ongoing", "accepted_being_implemented"),
        ("Elle est en cours de réalisation", "accepted_being_implemented"),
        ("Está en proceso de aplicación", "accepted_being_implemented"),
        ("It was implemented by others", "accepted"),
        ("It will be implemented", "accepted"),
    ],
)
def test_how_far_an_acceptance_goes(words: str, told: str) -> None:
    assert degree(Prose(words, "en"), 0, len(words)) == told


@pytest.mark.parametrize(
    ("words", "over"),
    [
        ("13. Slovenia accepts", True),
        ("13 to 15", False),
        ("13, 15", False),
        ("13 million", False),
        ("13 número 2", False),
    ],
)
def test_where_a_list_is_over(words: str, over: bool) -> None:
    assert numbers._is_over(words, 2) is over
