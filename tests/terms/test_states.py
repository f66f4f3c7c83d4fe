from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from item6.terms.states import GROUPS, STATES, find, key_of, plain, spellings, state, suggest


def test_the_table_holds_every_member_and_two_observers() -> None:
    real = [each for each in STATES.values() if not each.fictional]
    assert Counter(each.member for each in real) == {True: 193, False: 2}
    assert {each.iso3 for each in real if not each.member} == {"VAT", "PSE"}
    assert [each.iso3 for each in STATES.values() if each.fictional] == ["XRU"]


def test_groups_have_as_many_members_as_the_united_nations_counts() -> None:
    members = Counter(each.group for each in STATES.values() if each.member)
    assert [members[group] for group in GROUPS] == [54, 54, 23, 33, 29]


@pytest.mark.parametrize(
    ("iso3", "group"),
    [
        ("TUR", "WEOG"),
        ("ISR", "WEOG"),
        ("USA", "WEOG"),
        ("MLT", "WEOG"),
        ("CYP", "Asia-Pacific Group"),
        ("KIR", "Asia-Pacific Group"),
        ("PSE", "Asia-Pacific Group"),
        ("EST", "Eastern European Group"),
        ("AZE", "Eastern European Group"),
        ("HTI", "GRULAC"),
        ("EGY", "African Group"),
        ("VAT", None),
    ],
)
def test_group(iso3: str, group: str | None) -> None:
    assert state(iso3).group == group


def test_names_of_today() -> None:
    assert (state("TUR").name, state("TUR").former_names) == ("Türkiye", ("Turkey", "Republic of Turkey"))
    assert (state("CZE").name, state("CZE").formal_name) == ("Czechia", "Czech Republic")
    assert (state("JAM").name, state("JAM").formal_name) == ("Jamaica", "Jamaica")
    assert state("IRN").cut_form == "Islamic Republic of"


@pytest.mark.parametrize(
    ("name", "iso3"),
    [
        ("China", "CHN"),
        ("CHINA", "CHN"),
        ("the People’s Republic of China", "CHN"),
        ("Côte d'Ivoire", "CIV"),
        ("Cote d\u201fIvoire", "CIV"),
        ("Co\u0302te d\u2019Ivoire", "CIV"),
        ("Ivory Coast", "CIV"),
        ("Guinea\u2011Bissau", "GNB"),
        ("Timor\ufffeLeste", "TLS"),
        ("East Timor", "TLS"),
        ("St. Kitts & Nevis", "KNA"),
        ("Saint Vincent and Grenadines", "VCT"),
        ("United Kingdom of Great\nBritain and  Northern Ireland", "GBR"),
        ("Iran, Islamic Republic of", "IRN"),
        ("Islamic Republic of Iran", "IRN"),
        ("Venezuela (Bolivarian Republic of)", "VEN"),
        ("Micronesia (Federated States of)", "FSM"),
        ("Netherlands (Kingdom of the)", "NLD"),
        ("Lao Peoples Democratic Republic", "LAO"),
        ("Lao PDR", "LAO"),
        ("DPRK", "PRK"),
        ("Democratic Republic of Congo", "COD"),
        ("Republic of the Congo", "COG"),
        ("Zaire", "COD"),
        ("Burma", "MMR"),
        ("Swaziland", "SWZ"),
        ("Great Socialist People's Libyan Arab Jamahiriya", "LBY"),
        ("the former Yugoslav Republic of Macedonia", "MKD"),
        ("Vietnam", "VNM"),
        ("Holly See", "VAT"),
        ("European Union", None),
        ("Graustark", None),
        ("Ruritania", "XRU"),
        ("Republic of", None),
        ("CHN", None),
        ("", None),
    ],
)
def test_find(name: str, iso3: str | None) -> None:
    assert find(name) == iso3


@pytest.mark.parametrize(
    ("name", "first"), [("Slovnia", "Slovenia"), ("Swazilnd", "Eswatini"), ("Rusia", "Russian Federation")]
)
def test_suggest_names_the_nearest_first(name: str, first: str) -> None:
    assert suggest(name)[0] == first


def test_suggest_is_silent_where_nothing_is_near() -> None:
    assert suggest("qqq") == []


def test_no_two_states_share_a_spelling() -> None:
    owners: dict[tuple[str, ...], set[str]] = {}
    for each in STATES.values():
        for name in each.right_names + each.wrong_spellings:
            for words in spellings(name):
                owners.setdefault(words, set()).add(each.iso3)
    assert {words: sorted(iso3s) for words, iso3s in owners.items() if len(iso3s) > 1} == {}


def test_no_row_says_the_same_twice() -> None:
    for each in STATES.values():
        keys = [key_of(name) for name in each.right_names + each.wrong_spellings]
        assert (each.iso3, [key for key, times in Counter(keys).items() if times > 1]) == (each.iso3, [])


def test_unknown_code_is_an_error() -> None:
    with pytest.raises(KeyError, match="XXX"):
        state("XXX")


@given(st.sampled_from([(each.iso3, name) for each in STATES.values() for name in each.right_names]), st.data())
def test_every_name_is_found_however_it_is_set(row: tuple[str, str], data: st.DataObject) -> None:
    iso3, name = row
    space = data.draw(st.sampled_from([" ", "\n", "  ", "\u00a0"]))
    apostrophe = data.draw(st.sampled_from(["'", "\u2019", "\u201f", "\u00b4"]))
    hyphen = data.draw(st.sampled_from(["-", "\u2010", "\u2013", "\x02", "\ufffe"]))
    case = data.draw(st.sampled_from([str, str.upper, str.lower]))
    article = data.draw(st.sampled_from(["", "the ", "The "]))
    printed = article + case(name).replace(" ", space).replace("'", apostrophe).replace("-", hyphen)
    assert find(printed) == iso3


@given(st.text())
def test_plain_text_keeps_every_place(text: str) -> None:
    assert len(plain(text)) == len(text)


def test_french_and_spanish_names_find_their_state() -> None:
    lost = [(each.iso3, name) for each in STATES.values() for name in (each.name_fr, each.name_es)]
    assert [(iso3, name) for iso3, name in lost if not name or find(name) != iso3] == []
    assert (find("Ruritanie"), find("Slovénie"), find("Eslovenia")) == ("XRU", "SVN", "SVN")
