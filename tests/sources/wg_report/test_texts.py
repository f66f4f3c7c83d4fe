from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from item6.sources.brackets import find_groups
from item6.sources.wg_report.texts import Draft, split_texts
from item6.sources.wording import Wording
from item6.terms.states import STATES

Expected = list[tuple[str, str]]


def drafts(text: str) -> tuple[list[Draft], str]:
    """The texts of an item, and the words that belong to none."""
    found, rest = split_texts(text, 0, len(text), find_groups(text, 0, len(text)))
    return found, text[slice(*rest)]


def texts(text: str) -> Expected:
    """Words and States of each text."""
    wording = Wording(text)
    return [(wording.words(*draft.ranges), " ".join(draft.states)) for draft in drafts(text)[0]]


def check(text: str, expected: Expected) -> None:
    assert texts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Build a school (Chile);", [("Build a school", "CHL")]),
        ("Build a school (Chile, Peru).", [("Build a school", "CHL PER")]),
        ("Build a school;", [("Build a school", "")]),
        ("Build a school for Chile", [("Build a school for Chile", "")]),
        ("Build a school (Benin) (Mali); (Togo)", [("Build a school", "BEN MLI TGO")]),
        ("Build a school; (Benin); (Mali)", [("Build a school", "BEN MLI")]),
        ("Build a school (No. 5) for all (Chile)", [("Build a school (No. 5) for all", "CHL")]),
        ("Ratify (a) CED and (b) CRPD (Chile)", [("Ratify (a) CED and (b) CRPD", "CHL")]),
        ("Build schools; hire teachers; train them (Chile)", [("Build schools; hire teachers; train them", "CHL")]),
        # the sentence goes on after the bracket
        ("Sign the pact (Chile) without delay;", [("Sign the pact without delay", "CHL")]),
        ("Sign the pact (Chile), and do so soon.", [("Sign the pact, and do so soon", "CHL")]),
        ("Sign the pact (Chile) without\ndelay.\n", [("Sign the pact without delay", "CHL")]),
    ],
)
def test_one_text(text: str, expected: Expected) -> None:
    check(text, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Build a school (Benin); fund a well (Mali);", [("Build a school", "BEN"), ("fund a well", "MLI")]),
        ("Build a school (Benin). Fund a well (Mali).", [("Build a school", "BEN"), ("Fund a well", "MLI")]),
        ("Build a school (Benin) Fund a well (Mali)", [("Build a school", "BEN"), ("Fund a well", "MLI")]),
        ("Build a school (Benin)4; fund a well (Mali)", [("Build a school", "BEN"), ("fund a well", "MLI")]),
        (
            "Act now: build a school (Benin): fund a well (Mali)",
            [("Act now: build a school", "BEN"), ("fund a well", "MLI")],
        ),
        ("Build a school (Benin);\nFund a well (Mali, Togo)", [("Build a school", "BEN"), ("Fund a well", "MLI TGO")]),
        ("Fund a well (Benin); Fund a well (Mali)", [("Fund a well", "BEN"), ("Fund a well", "MLI")]),
        ("(a) Build a school (Benin); (b) Fund a well (Mali)", [("Build a school", "BEN"), ("Fund a well", "MLI")]),
        (
            "Build a school (Benin); (Togo); fund a well (Mali); (Cuba)",
            [("Build a school", "BEN TGO"), ("fund a well", "MLI CUB")],
        ),
        (
            "Repeal the Press Act, the Radio Act (Benin) and free editors (Mali); fund a well (Togo)",
            [("Repeal the Press Act, the Radio Act", "BEN"), ("free editors", "MLI"), ("fund a well", "TGO")],
        ),
        # an ellipsis: the words after the semicolon are all that is printed
        (
            "Train the teachers of all schools (Benin); nurses and doctors (Mali)",
            [("Train the teachers of all schools", "BEN"), ("nurses and doctors", "MLI")],
        ),
    ],
)
def test_statements_beside_one_another(text: str, expected: Expected) -> None:
    check(text, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Join (Benin)/sign (Mali) the Treaty of Strelsau",
            [("Join the Treaty of Strelsau", "BEN"), ("sign the Treaty of Strelsau", "MLI")],
        ),
        (
            "Sign (Benin)/accede to the Treaty of Strelsau (Mali)",
            [("Sign the Treaty of Strelsau", "BEN"), ("accede to the Treaty of Strelsau", "MLI")],
        ),
        (
            "Look into joining (Benin)/sign and ratify (Mali)/ratify (Togo)/consider the ratification (Cuba) "
            "of the Treaty of Strelsau;",
            [
                ("Look into joining the Treaty of Strelsau", "BEN"),
                ("sign and ratify the Treaty of Strelsau", "MLI"),
                ("ratify the Treaty of Strelsau", "TGO"),
                ("consider the ratification of the Treaty of Strelsau", "CUB"),
            ],
        ),
        (
            "Sign (Benin)/Ratify (Mali)/Become a party (Togo)/Accede to the Treaty of Strelsau (Cuba)",
            [
                ("Sign the Treaty of Strelsau", "BEN"),
                ("Ratify the Treaty of Strelsau", "MLI"),
                ("Become a party the Treaty of Strelsau", "TGO"),
                ("Accede to the Treaty of Strelsau", "CUB"),
            ],
        ),
        (
            "Issue (Benin) and honour (Mali) a standing invitation",
            [("Issue a standing invitation", "BEN"), ("honour a standing invitation", "MLI")],
        ),
        (
            "Sign (Benin) or promptly ratify (Mali) the Treaty of Strelsau",
            [("Sign the Treaty of Strelsau", "BEN"), ("promptly ratify the Treaty of Strelsau", "MLI")],
        ),
        (
            "Sign (Benin), and/or ratify (Mali), all pending treaties",
            [("Sign, all pending treaties", "BEN"), ("ratify, all pending treaties", "MLI")],
        ),
        (
            "Speed up the ratification of (Benin) and then apply (Mali) the Treaty of Strelsau",
            [
                ("Speed up the ratification of the Treaty of Strelsau", "BEN"),
                ("then apply the Treaty of Strelsau", "MLI"),
            ],
        ),
        (
            "Sign (Benin, Mali) and ratify (Benin, Mali, Togo) the Treaty of Strelsau (Benin, Mali, Togo) "
            "and its First Protocol (Benin)",
            [
                ("Sign and ratify the Treaty of Strelsau", "MLI"),
                ("ratify the Treaty of Strelsau", "TGO"),
                ("Sign and ratify the Treaty of Strelsau and its First Protocol", "BEN"),
            ],
        ),
    ],
)
def test_verbs_that_share_an_object(text: str, expected: Expected) -> None:
    check(text, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ratify the Treaty of Strelsau (Benin), the Pact of Zenda (Mali);",
            [("Ratify the Treaty of Strelsau", "BEN"), ("Ratify the Pact of Zenda", "MLI")],
        ),
        (
            "Ratify CRPD (Benin), ICRMW (Mali) as well as CED (Togo)",
            [("Ratify CRPD", "BEN"), ("Ratify ICRMW", "MLI"), ("Ratify CED", "TGO")],
        ),
        (
            "Fully apply the Press Act (Benin) and its by-laws (Mali, Togo)",
            [("Fully apply the Press Act", "BEN"), ("Fully apply its by-laws", "MLI TGO")],
        ),
        (
            "Ratify the Treaty of Strelsau (Benin) and the Pact of Zenda (Mali) and implement them (Togo)",
            [
                ("Ratify the Treaty of Strelsau", "BEN"),
                ("Ratify the Pact of Zenda", "MLI"),
                ("Ratify the Treaty of Strelsau and the Pact of Zenda and implement them", "TGO"),
            ],
        ),
    ],
)
def test_objects_that_share_a_verb(text: str, expected: Expected) -> None:
    check(text, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Create the Office of the Ombudsman (Benin) in line with the Paris Principles (Mali), with a staff (Togo)",
            [
                ("Create the Office of the Ombudsman", "BEN"),
                ("Create the Office of the Ombudsman in line with the Paris Principles", "MLI"),
                ("Create the Office of the Ombudsman in line with the Paris Principles, with a staff", "TGO"),
            ],
        ),
        (
            "Create the Office of the Ombudsman (Benin, Mali) in line with the Paris Principles (Benin) and fill the "
            "vacant seats (Togo)",
            [
                ("Create the Office of the Ombudsman", "MLI"),
                ("Create the Office of the Ombudsman in line with the Paris Principles", "BEN"),
                ("fill the vacant seats", "TGO"),
            ],
        ),
        (
            "Adopt the two bills on schools (Benin) and begin their implementation (Slovakia)",
            [
                ("Adopt the two bills on schools", "BEN"),
                ("Adopt the two bills on schools and begin their implementation", "SVK"),
            ],
        ),
        (
            "Abolish the penalty (Benin), or at least suspend it (Mali)",
            [("Abolish the penalty", "BEN"), ("Abolish the penalty, or at least suspend it", "MLI")],
        ),
        (
            "Train judges (Benin) through seminars (Mali)",
            [("Train judges", "BEN"), ("Train judges through seminars", "MLI")],
        ),
        (
            "Build schools (Benin) and hospitals (Mali)",
            [("Build schools", "BEN"), ("Build schools and hospitals", "MLI")],
        ),
    ],
)
def test_words_that_only_add(text: str, expected: Expected) -> None:
    check(text, expected)


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("Build a school", ""),
        ("Build a school (Chile)", ""),
        ("Build a school (Chile);\n", ";\n"),
        ("Build a school (Chile) soon;\n", ";\n"),
        ("Build a school (Chile).\nAll views are of those who hold them", ".\nAll views are of those who hold them"),
        ("Build a school (Chile). Hire teachers", ". Hire teachers"),
        ("Build a school (Chile) Hire teachers", " Hire teachers"),
        ("Build a school (Chile) as agreed.\nAnnex", ".\nAnnex"),
        ("Build a school (Benin); fund a well (Mali) soon; sell both", ""),
    ],
)
def test_words_after_the_last_bracket(text: str, rest: str) -> None:
    assert drafts(text)[1] == rest


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Build a school", [()]),
        ("Build a school (Chile and Peru)", [("Chile and Peru",)]),
        ("Build a school (Benin)\n(Mali ); fund a well (Togo)", [("Benin", "Mali"), ("Togo",)]),
        ("Ratify CRPD (Benin), ICRMW (Mali, Benin)", [("Benin", "Mali, Benin"), ("Mali, Benin",)]),
    ],
)
def test_brackets_are_kept_as_printed(text: str, printed: list[tuple[str, ...]]) -> None:
    assert [draft.printed for draft in drafts(text)[0]] == printed


def test_only_the_item_is_read() -> None:
    text = "115.1. Build a school (Benin); fund a well (Mali). 115.2. Sell it (Togo)"
    start, end = text.index("Build"), text.index(" 115.2")
    found, rest = split_texts(text, start, end, find_groups(text, start, end))
    assert [Wording(text).words(*draft.ranges) for draft in found] == ["Build a school", "fund a well"]
    assert text[slice(*rest)] == "."


CODES = [code for code, state in STATES.items() if not state.fictional]
VERBS = ["build", "ratify", "train", "fully apply", "continue to repair", "consider ratifying", "accede to", "adopting"]
OBJECTS = ["the Treaty of Strelsau", "schools", "its laws", "CRPD", "a plan for women", "all pending bills (No. 5)"]
ADDED = ["in line with the Paris Principles", "with care", "as soon as possible", "by 2030", "thereby ending it"]
PIECES = st.sampled_from([f"{verb} {thing}" for verb in VERBS for thing in OBJECTS] + VERBS + OBJECTS + ADDED)
JOINTS = st.sampled_from([" ", ", ", " and ", "; ", "/", " and/or ", ". ", "\n", ", as well as ", ": "])
STATES_OF = st.lists(st.sampled_from(CODES), min_size=1, max_size=3, unique=True)


def bracket(codes: list[str]) -> str:
    return f"({', '.join(STATES[code].name for code in codes)})"


@settings(max_examples=250, deadline=None)
@given(st.lists(st.tuples(PIECES, STATES_OF, JOINTS), min_size=1, max_size=6), st.sampled_from(["", ";", " at once."]))
def test_every_state_keeps_its_words(pieces: list[tuple[str, list[str], str]], end: str) -> None:
    """Whatever the sentence: who is named has a text with the words before the name, nobody else has one."""
    text, places = "", []
    for words, codes, joint in pieces:
        places.append((codes, len(text), len(text) + len(words)))
        text += f"{words} {bracket(codes)}{joint}"
    text = text[: len(text) - len(pieces[-1][2])] + end
    found, rest = drafts(text)
    assert {code for draft in found for code in draft.states} == {code for codes, *_ in places for code in codes}
    for codes, start, stop in places:
        for code in codes:
            mine = [draft.ranges for draft in found if code in draft.states]
            assert any(first <= start and stop <= last for ranges in mine for first, last in ranges), code
    names = [(group.start, group.end) for group in find_groups(text, 0, len(text))]
    for draft in found:
        ends = [place for part in draft.ranges for place in part]
        assert ends == sorted(ends)
        assert 0 <= ends[0] <= ends[-1] <= len(text)
        assert len(set(draft.states)) == len(draft.states)
        assert all(last <= begin or finish <= first for first, last in draft.ranges for begin, finish in names)
    assert len({(draft.ranges, draft.states) for draft in found}) == len(found)
    assert rest[0:1] in ("", *";. at")


@settings(max_examples=100, deadline=None)
@given(
    st.lists(
        st.tuples(st.sampled_from(VERBS), st.sampled_from(OBJECTS), st.lists(STATES_OF, min_size=1, max_size=3)),
        min_size=1,
        max_size=5,
    ),
    st.sampled_from(["; ", ". ", ";\n", "5; "]),
)
def test_statements_are_split_where_they_end(made: list[tuple[str, str, list[list[str]]]], joint: str) -> None:
    """One text for each statement, with all its brackets, whatever its words and its States."""
    text = joint.join(f"{verb} {thing} {' '.join(map(bracket, groups))}" for verb, thing, groups in made)
    expected = [
        (f"{verb} {thing}", " ".join(dict.fromkeys(code for codes in groups for code in codes)))
        for verb, thing, groups in made
    ]
    assert texts(text) == expected


@settings(max_examples=100, deadline=None)
@given(
    st.lists(
        st.sampled_from(["sign", "ratify", "accede to", "fully apply", "consider ratifying"]), min_size=2, max_size=5
    ),
    st.sampled_from(["the Treaty of Strelsau", "its laws", "all pending bills", "CRPD"]),
    st.sampled_from(["/", " and ", " or ", ", ", ", then ", " and/or ", "/or "]),
    st.lists(st.sampled_from(CODES), min_size=5, max_size=5, unique=True),
    st.booleans(),
)
def test_alternatives_take_the_object_that_follows(
    verbs: list[str], thing: str, joint: str, codes: list[str], last_has_it: bool
) -> None:
    """The object stands after the last bracket, or before it."""
    named = [f"{verb} {bracket([code])}" for verb, code in zip(verbs, codes, strict=False)]
    if last_has_it:
        named[-1] = f"{verbs[-1]} {thing} {bracket([codes[len(verbs) - 1]])}"
    text = joint.join(named) + ("" if last_has_it else f" {thing}")
    adverb = "then " if joint == ", then " else ""
    expected = [f"{adverb if index else ''}{verb} {thing}" for index, verb in enumerate(verbs)]
    assert texts(text) == list(zip(expected, codes, strict=False))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a verb whose object has no article
        (
            "Promote child rights (Chile) and the rights of women (Peru)",
            [("Promote child rights", "CHL"), ("Promote the rights of women", "PER")],
        ),
        # a semicolon between brackets ends the sentence where a demand follows
        (
            "Sign (Chile) the Treaty of Strelsau; repeal the Press Act (Peru)",
            [("Sign the Treaty of Strelsau", "CHL"), ("repeal the Press Act", "PER")],
        ),
        # the same words with and without a joint are one text
        (
            "Consider (Maldives) establishing a commission (Azerbaijan)",
            [("Consider establishing a commission", "MDV AZE")],
        ),
        # a bracket before any words
        ("(Chile) Build a school", [("Build a school", "CHL")]),
    ],
)
def test_what_real_reports_taught(text: str, expected: list[tuple[str, str]]) -> None:
    assert texts(text) == expected
