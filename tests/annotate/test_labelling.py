from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from item6.annotate import annotate, annotate_all
from item6.annotate.labelling import HIGHEST, UNSURE
from item6.annotate.weights import model
from item6.terms.labels import ISSUES

LABELLED = [
    ("Establish a moratorium on executions with a view to abolishing the death penalty", {"Death penalty"}, 5),
    (
        "Ratify the Convention on the Rights of Persons with Disabilities",
        {"Disabilities", "International instruments"},
        5,
    ),
    ("Ratify OP-CAT", {"Detention", "International instruments", "Torture and other CID treatment"}, 5),
    ("Continue its efforts against poverty in the villages", {"Poverty"}, 2),
    ("Consider extending a standing invitation to all special procedures", {"Special procedures"}, 3),
    ("Protect women against domestic violence", {"Women's rights"}, 4),
    ("Raise the age at which a child can be punished", {"Rights of the Child"}, 5),
    ("Release the journalists who were detained", {"Freedom of the press"}, 5),
    ("Share with its neighbours how it fought hunger", {"Right to food"}, 1),
    ("Give the Ombudsman a budget in keeping with the Paris Principles", {"NHRI"}, 4),
]
"""Our own sentences, labelled by hand as UPR Info would."""


@pytest.mark.parametrize(("text", "issues", "action"), LABELLED)
def test_labels(text: str, issues: set[str], action: int) -> None:
    labelled = annotate(text)
    assert ({each.label for each in labelled.issues}, labelled.action) == (issues, action)
    assert labelled.doubt == ""


@pytest.mark.parametrize(
    ("text", "action", "doubt"),
    [
        ("", 4, "there are no words in it"),
        (" \n ", 4, "there are no words in it"),
        ("保护儿童的权利", 4, "there are no words in it"),
        ("Abolir la peine capitale et garantir les droits", 4, "not in English, or no recommendation"),
        ("Zufrtq " * 3, 4, "0% of its words are known"),
        ("Protect children and women. " * 200, 4, "it has 800 words: longer than any recommendation"),
        ("Protect children " * 50_000, 4, "it has more than 1999 words"),
    ],
)
def test_a_text_that_is_no_recommendation_is_doubted(text: str, action: int, doubt: str) -> None:
    before = time.process_time()
    labelled = annotate(text)
    assert time.process_time() - before < 5
    assert doubt in labelled.doubt
    assert (labelled.issues, labelled.action) == ((), action)
    assert labelled.why.startswith(labelled.doubt)
    assert {each.confidence <= UNSURE for each in labelled.suggested} <= {True}
    assert labelled.action_confidence <= UNSURE


def test_markup_makes_no_difference() -> None:
    plain, marked = annotate("Protect women and children"), annotate("<p>Protect <b>women</b> &amp; children</p>")
    assert plain.issues != ()
    assert [each.label for each in marked.issues] == [each.label for each in plain.issues]


def test_asserted_above_the_bound_suggested_below() -> None:
    texts = [text for text, _, _ in LABELLED]
    suggested = 0
    for labelled in annotate_all([*texts, "Ensure equality before the courts, also in the villages"]):
        confidences = [each.confidence for each in (*labelled.issues, *labelled.suggested)]
        assert confidences == sorted(confidences, reverse=True)
        assert all(each.confidence >= model().asserted for each in labelled.issues[1:])
        assert all(model().suggested <= each.confidence for each in labelled.suggested)
        suggested += len(labelled.suggested)
    assert suggested > 0


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Abolish the death penalty", "“abolish” names a precise act"),
        ("Abolish the death penalty", "Death penalty (99.9%: “death penalty”)"),
        ("Continue its fight against hunger", "action 2: “continue” goes on with what is being done"),
    ],
)
def test_why_names_what_decided(text: str, why: str) -> None:
    assert why in annotate(text).why


def test_many_are_labelled_as_one() -> None:
    texts = [text for text, _, _ in LABELLED] * 3 + [""]
    assert list(annotate_all(texts)) == [annotate(text) for text in texts]
    assert list(annotate_all([])) == []


@given(st.text(max_size=300))
@settings(max_examples=60, deadline=None)
def test_any_text_is_answered(text: str) -> None:
    labelled = annotate(text)
    assert labelled.action in range(1, 6)
    assert {each.label for each in (*labelled.issues, *labelled.suggested)} <= set(ISSUES)
    assert all(0 <= each.confidence <= HIGHEST for each in (*labelled.issues, *labelled.suggested))
    assert labelled.why != ""
