from __future__ import annotations

import pytest

from item6.sources.wg_report.comments import is_comment, named_numbers

NAMES = frozenset({"Ruritania", "Republic of Ruritania"})


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        # about a recommendation that is listed elsewhere
        ("Regarding recommendation No. 61.2, single cases are not its subject;", True),
        ("Concerning recommendations 61.2 and 61.3, the law was amended.", True),
        ("With regard to the recommendations on schools, enough of them exist.", True),
        ("With regards to recommendation 61.2, it is done.", True),
        ("With respect to these two recommendations, more time is needed.", True),
        ("As for recommendation 61.2, it is done.", True),
        ("As regards the above recommendations, they are done.", True),
        ("In relation to both recommendations, nothing is to be done.", True),
        ("\n On recommendation 61.2 the delegation was clear.", True),
        ("Recommendation 61.2 is already met by the law.", True),
        ("The recommendations contained in paragraph 61 are met by the law.", True),
        ("Recommendations under No. 5 are met by the law.", True),
        # the State speaks
        ("Ruritania explained that its law has no such rule.", True),
        ("The Republic of Ruritania considers that its law is enough.", True),
        ("Ruritania firmly believes that its law is enough.", True),
        ("Ruritania does not have such a law.", True),
        ("Ruritania cannot change its law.", True),
        ("Ruritania would like to see the law changed.", True),
        # recommendations
        ("Build a school;", False),
        ("Recommendations of experts should be followed;", False),
        ("Concerning schools, build more of them;", False),
        ("On the coast, build a school;", False),
        ("Ruritania should build a school;", False),
        ("Ruritania is commended for its schools;", False),
        ("Ruritanians explained it;", False),
        ("Chile explained that it has a school;", False),
        ("That Ruritania explained it;", False),
        ("Follow up on recommendation 61.2;", False),
        ("", False),
    ],
)
def test_comments_among_recommendations(words: str, expected: bool) -> None:
    assert is_comment(words, NAMES, has_states=False, lead="They enjoy the support of Ruritania:") == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Ruritania considers it, so build a school (Chile);", False),
        ("Build a school (Chile);", False),
        ("Regarding recommendation 61.2 (Chile), it is done.", True),
    ],
)
def test_brackets_of_states_tell_recommendations(words: str, expected: bool) -> None:
    assert is_comment(words, NAMES, has_states=True, lead="Ruritania made the following comments:") == expected


@pytest.mark.parametrize(
    ("lead", "expected"),
    [
        ("Ruritania made the following comments:", True),
        ("On these Ruritania has the following\nobservations to make:", True),
        ("They were rejected for the following reasons:", True),
        ("Ruritania had this comment:\n", True),
        ("Ruritania thanks all for their comments and studies these:", False),
        ("The following recommendations were made:", False),
        ("", False),
    ],
)
def test_lead_ins_of_comments(lead: str, expected: bool) -> None:
    assert is_comment("A school exists.", NAMES, has_states=False, lead=lead) == expected


LISTED = frozenset([f"61.{n}" for n in range(1, 13)] + [f"62.{n}" for n in range(1, 6)] + ["45", "27(b)"])


def named(words: str, mains: tuple[int, ...] = (61, 62)) -> list[tuple[str, str]]:
    """Numbers, and the words that speak of them."""
    return [(" ".join(numbers), words[start:end]) for numbers, start, end in named_numbers(words, LISTED, mains)]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Recommendation 61.1 is done.", "61.1"),
        ("recommendation No. 61.1 above", "61.1"),
        ("recommendations 61.1 and 61.3", "61.1 61.3"),
        ("recommendations 61.1, 61.2, and 62.4", "61.1 61.2 62.4"),
        ("recommendations 61.1;\n61.2 and\n62.3", "61.1 61.2 62.3"),
        ("recommendations 61. 1 and 61.2.", "61.1 61.2"),
        ("recommendations in paragraphs 61.1 and 61.2", "61.1 61.2"),
        ("Paragraphs 61.4 and 61.5 are done", "61.4 61.5"),
        # ranges
        ("recommendations 61.1 to 61.3", "61.1 61.2 61.3"),
        ("recommendations 61.1-61.3 and 61.5", "61.1 61.2 61.3 61.5"),
        ("recommendations 61.1–3, 61.5", "61.1 61.2 61.3 61.5"),
        ("recommendations from 61.10. – 61.12.", "61.10 61.11 61.12"),
        ("recommendations 61.11 to 61.99", "61.11 61.12"),
        # bare numbers belong to the last list
        ("recommendation No. 2", "62.2"),
        ("recommendations Nos. 2, 4 and 5", "62.2 62.4 62.5"),
        ("recommendations numbers 1–3", "62.1 62.2 62.3"),
        ("recommendations (on schools) Nos. 1 and 2", "62.1 62.2"),
        ("recommendations 61.1, 61.1 and 61.1", "61.1"),
    ],
)
def test_named_numbers(words: str, expected: str) -> None:
    assert [numbers for numbers, _ in named(words)] == [expected]


@pytest.mark.parametrize(
    "words",
    [
        "",
        "Ruritania spoke of its schools.",
        "Recommendation 61.99 is done",
        "Recommendation 61 is done",
        "recommendations 61.12–61.10",
        "recommendations 62.6 and 63.1",
        "the recommendation of 2015",
        "paragraph 45",
        "Article 61.1 of the Code",
        "It took 61.1 days to follow the recommendations",
    ],
)
def test_nothing_listed_is_named(words: str) -> None:
    assert named(words) == []


def test_bare_numbers_without_a_list_before() -> None:
    assert named("recommendations Nos. 2 and 61.3", ()) == [("61.3", "recommendations Nos. 2 and 61.3")]


def test_each_run_has_its_words() -> None:
    words = "On recommendations 61.1 and 61.2 it agrees; recommendation 61.99 is odd, recommendation 62.1 is not met."
    assert named(words) == [
        ("61.1 61.2", "recommendations 61.1 and 61.2 it agrees; recommendation 61.99 is odd, "),
        ("62.1", "recommendation 62.1 is not met."),
    ]
