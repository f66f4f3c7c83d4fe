"""Names that may be one organisation's, and names that are not."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from item6.organisations.folding import folded, words_of
from item6.organisations.keys import Alike, acronyms_of, alike, initials_of, key_of, keys_of, place_of

SAME = [
    ("Ruritanian Human Rights Circle", "RURITANIAN HUMAN RIGHTS CIRCLE"),
    ("Ruritanian Human Rights Circle", "Human Rights Circle, Ruritanian"),
    ("Ligue des droits de l'homme", "Ligue des droits de l’Homme"),
    ("Asociación Ruritana de Juristas", "Asociacion Ruritana de Juristas"),
    ("Strelsau Circle", "Strelsau Circle e.V."),
    ("Strelsau Circle", "The Strelsau Circle, Inc."),
    ("Strelsau Circle", "Strelsau Circle (SC)"),
    ("Women & Law", "Women and Law"),
    ("Zenda Legal Aid Ltd.", "Zenda Legal Aid Limited"),
    ("Zenda Ødegård Fund", "Zenda Odegard Fund"),
    ("Straße der Freiheit", "STRASSE DER FREIHEIT"),
    ("ZLA – Zenda Legal Aid", "Zenda Legal Aid"),
    ("Общество «Зенда»", "общество Зенда"),
    ("АНО Зенда Помощь", "Зенда Помощь"),
    ("Всё для людей", "Все для людей"),
    ("جَمْعِيَّة زندا", "جمعية زندا"),
    ("جمعية أنصار زندا", "جمعيه انصار زندا"),
    ("曾达人权协会有限公司", "曾达人权协会"),
    ("曾達（香港）人權協會", "曾達人權協會"),
    ("Ένωση Ζέντα ΑΜΚΕ", "ΕΝΩΣΗ ΖΕΝΤΑ"),
    ("אֲגֻדַּת זנדה", "אגדת זנדה"),
    ("젠다 인권회 주식회사", "젠다 인권회"),
    ("ＺＥＮＤＡ Ａｉｄ", "Zenda Aid"),
]


@pytest.mark.parametrize(("a", "b"), SAME)
def test_one_organisation_written_twice_has_one_key(a: str, b: str) -> None:
    assert keys_of(a) & keys_of(b)


DIFFERENT = [
    ("Tibet Support Group Ireland", "Tibet Support Group Kenya"),
    ("Friends of Zenda", "Friends of Strelsau"),
    ("Ruritanian Human Rights Circle", "Ruritanian Human Rights Centre"),
    ("Women for Peace", "Women Against Peace"),
    ("Зенда Помощь", "Зенда Право"),
    ("曾达人权协会", "曾达律师协会"),
    ("ज़ेंडा मानव अधिकार", "ज़ेंडा मानव अधिकारी"),
    ("བོད་མི", "བདམ"),
    ("Limited", "Inc"),
]


@pytest.mark.parametrize(("a", "b"), DIFFERENT)
def test_different_organisations_have_different_keys(a: str, b: str) -> None:
    assert not keys_of(a) & keys_of(b)


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("The Strelsau Circle for Law, Inc.", "circle for law strelsau"),
        ("Zenda (London) Ltd", "zenda"),
        ("(Zenda)", "zenda"),
        ("e.V.", "ev"),
        ("  ", ""),
    ],
)
def test_key(name: str, key: str) -> None:
    assert key_of(name) == key


def test_vowels_that_are_marks_stay() -> None:
    assert folded("हिन्दी") == "हिन्दी"
    assert words_of("मानव अधिकार") == ["मानव", "अधिकार"]


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("RHRC", {"rhrc"}),
        ("R.H.R.C.", {"rhrc"}),
        ("Ruritanian Human Rights Circle (RHRC)", {"rhrc"}),
        ("RHRC – Ruritanian Human Rights Circle", {"rhrc"}),
        ("Zenda Aid (UK)", set()),
        ("Zenda", set()),
        ("Zenda Aid (Strelsau)", set()),
    ],
)
def test_acronyms(name: str, found: set[str]) -> None:
    assert acronyms_of(name) == found


def test_initials_with_and_without_small_words() -> None:
    assert initials_of("International Union for the Law of Zenda") == {"iuftloz", "iulz"}
    assert initials_of("RHRC") == frozenset()


@pytest.mark.parametrize(
    ("name", "place"), [("Zenda Aid (UK)", "GBR"), ("Zenda Aid (Kenya)", "KEN"), ("Zenda Aid (ZA)", None)]
)
def test_place(name: str, place: str | None) -> None:
    assert place_of(name) == place


def test_pairs_of_a_list() -> None:
    names = {
        1: ["Ruritanian Human Rights Circle"],
        2: ["Cercle ruritanien", "Ruritanian Human-Rights Circle e.V."],
        3: ["RHRC"],
        4: ["Zenda Aid (Kenya)"],
        5: ["Zenda Aid (Ireland)"],
        6: ["Zenda Aid"],
        7: ["Friends of Strelsau"],
    }
    assert alike(names) == [
        Alike(1, 2, "name", ("Ruritanian Human Rights Circle", "Ruritanian Human-Rights Circle e.V.")),
        Alike(4, 6, "name", ("Zenda Aid (Kenya)", "Zenda Aid")),
        Alike(5, 6, "name", ("Zenda Aid (Ireland)", "Zenda Aid")),
        Alike(1, 3, "acronym", ("Ruritanian Human Rights Circle", "RHRC")),
        Alike(2, 3, "acronym", ("Ruritanian Human-Rights Circle e.V.", "RHRC")),
    ]


@given(st.text(max_size=40))
def test_any_text_has_a_key_that_case_and_spaces_do_not_change(name: str) -> None:
    assert folded(folded(name)) == folded(name)
    assert key_of(f"  {name}  ") == key_of(name)


@given(st.lists(st.text("abcdefg", min_size=3, max_size=6), min_size=1, max_size=5), st.randoms())
def test_order_of_words_makes_no_difference(words: list[str], chance: Random) -> None:
    shuffled = list(words)
    chance.shuffle(shuffled)
    assert key_of(" ".join(words)) == key_of(" ".join(shuffled))
