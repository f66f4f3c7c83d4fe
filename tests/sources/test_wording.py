from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from item6.sources.wording import Wording, trim

PAGE = "\ufffe"
OLD = "\x02"


@pytest.mark.parametrize(
    ("raw", "rest", "expected"),
    [
        # a hyphen at a line end that PDFium has marked: kept unless only the closed spelling is known
        (f"same{PAGE}sex couples", "", "same-sex couples"),
        (f"same{OLD}sex couples", "", "same-sex couples"),
        (f"the well{PAGE}being", "Well-being of all", "the well-being"),
        (f"the forty{PAGE}third session", "the fortythird session", "the fortythird session"),
        (f"rati{PAGE}fy soon", "Ratify soon", "ratify soon"),
        (f"Rati{OLD}fy soon", "and ratify", "Ratify soon"),
        (f"re{PAGE}enact it", "reenact and re-enact", "re-enact it"),
        (f"in{PAGE}formation", "to informations only", "in-formation"),
        (f"re{PAGE}form", "they prereform it", "re-form"),
        (f"human{OLD}\nrights", "", "human-rights"),
        (f"{PAGE}first and last{OLD}", "", "first and last"),
        # a hyphen at a line end that was left as it is
        ("non-\ngovernmental bodies", "", "non-governmental bodies"),
        ("non- \n governmental bodies", "", "non-governmental bodies"),
        ("from 2011-\n2020", "", "from 2011-2020"),
        ("non-\ngovernmental", "nongovernmental", "non-governmental"),
        ("schools -\nand roads", "", "schools - and roads"),
        ("schools - and roads", "", "schools - and roads"),
        # white space
        ("  one \n\n two\tthree\r\nfour  ", "", "one two three four"),
        ("", "", ""),
        (" \n ", "", ""),
        # characters that producers of PDF mistake
        ("Lao People\u201fs Republic", "", "Lao People’s Republic"),
        ("the \u201cfree\u2016 press", "", "the “free” press"),
        ("No.\u00a05", "", "No. 5"),
        ("co\u00adoperate, zero\u200bwidth\ufeff", "", "cooperate, zerowidth"),
        ("Côte d’Ivoire – S\u00e3o Tom\u00e9", "", "Côte d’Ivoire – São Tomé"),
    ],
)
def test_characters_and_line_ends(raw: str, rest: str, expected: str) -> None:
    assert Wording(f"{raw}\n{rest}").unfold(raw) == expected


TEXT = "(b)  Join (Aruba)/sign (Borneo)\nthe Convention ; and soon"


@pytest.mark.parametrize(
    ("parts", "printed", "words"),
    [
        (["Join"], "Join", "Join"),
        (["Join (Aruba)"], "Join (Aruba)", "Join (Aruba)"),
        (["(b)  Join"], "(b) Join", "Join"),
        (["Join ", "\nthe Convention "], "Join the Convention", "Join the Convention"),
        (["Join", "/sign", "\nthe Convention ;"], "Join/sign the Convention;", "Join/sign the Convention"),
        (["sign ", "the Convention", "; and"], "sign the Convention; and", "sign the Convention"),
        (["/sign", "and soon"], "/sign and soon", "sign and soon"),
        (["soon", "Join"], "soon Join", "soon Join"),
        ([";", ";"], ";;", ""),
    ],
)
def test_ranges_are_joined_as_given(parts: list[str], printed: str, words: str) -> None:
    ranges = [(TEXT.index(part), TEXT.index(part) + len(part)) for part in parts]
    assert (Wording(TEXT).printed(*ranges), Wording(TEXT).words(*ranges)) == (printed, words)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (" ; Build schools.", "Build schools"),
        (".Inform the public,", "Inform the public"),
        ("/sign it/", "sign it"),
        ("– Build schools", "Build schools"),
        ("- Build schools", "Build schools"),
        ("Build schools and/or", "Build schools and/or"),
        ("Build A/B", "Build A/B"),
        # letters of a list
        ("(a) Build schools", "Build schools"),
        ("(iv) Build schools", "Build schools"),
        ("(abc) Build schools", "(abc) Build schools"),
        ("(No. 5) Build schools", "(No. 5) Build schools"),
        ("Build schools (b)", "Build schools (b)"),
        # footnote marks
        ("Build schools for people8", "Build schools for people"),
        ("the Court’s2", "the Court’s"),
        ("the “free”12", "the “free”"),
        ("the law (of old)3.", "the law (of old)"),
        ("according to article 2", "according to article 2"),
        ("resolution 1325", "resolution 1325"),
        ("the year2015", "the year2015"),
        ("CO2", "CO2"),
        # what joined it to the next
        ("Build schools; and", "Build schools"),
        ("Build schools, or", "Build schools"),
        ("Build schools;and", "Build schools"),
        ("Build schools and", "Build schools and"),
        ("protect the band", "protect the band"),
        ("a ship, armed by land", "a ship, armed by land"),
        ("", ""),
        (";", ""),
    ],
)
def test_trimming(words: str, expected: str) -> None:
    assert trim(words) == expected


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet="ab1 -\n\t\ufffe\x02.;,()/’\u201f\u00ad", max_size=30))
def test_words_stay_in_their_order(raw: str) -> None:
    """Whatever is folded, no letter and no digit gets lost or moves, and folding again changes nothing."""
    unfolded = Wording(raw).unfold(raw)
    kept = [character for character in unfolded if character.isalnum()]
    assert kept == [character for character in raw if character.isalnum()]
    assert Wording(unfolded).unfold(unfolded) == unfolded
    assert unfolded == " ".join(unfolded.split())
