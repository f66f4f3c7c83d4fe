from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from item6.terms.state_mentions import LOOK_ALIKES, Mention, distance, find_names, read_names
from item6.terms.states import STATES, find, plain


def names_only(content: str, *, exclude: frozenset[str] = frozenset()) -> bool:
    """Whether the content is nothing but States: at least one, and no leftover."""
    names = read_names(content, exclude=exclude)
    return bool(names.mentions) and not names.leftover


@pytest.mark.parametrize(
    ("content", "states"),
    [
        ("Spain", "ESP"),
        ("Spain, Tunisia, Portugal", "ESP TUN PRT"),
        ("Spain; Tunisia/ Portugal and Peru & Chile", "ESP TUN PRT PER CHL"),
        ("the Netherlands, both by Norway", "NLD NOR"),
        ("Guinea-Bissau, Equatorial Guinea, Papua New Guinea, Guinea", "GNB GNQ PNG GIN"),
        ("Democratic Republic of the Congo, Congo, Republic of the Congo", "COD COG COG"),
        ("Republic of Korea, Democratic People\u2019s Republic of Korea", "KOR PRK"),
        ("Dominican Republic, Dominica", "DOM DMA"),
        ("Niger, Nigeria", "NER NGA"),
        ("Sudan, South Sudan", "SDN SSD"),
        ("Ireland, United Kingdom of Great Britain and Northern Ireland", "IRL GBR"),
        ("Bosnia and Herzegovina and Serbia", "BIH SRB"),
        ("Iran (Islamic Republic of), Iraq", "IRN IRQ"),
        ("Islamic Republic of\nIran", "IRN"),
        ("Iran (the Islamic Republic of)", "IRN"),
        ("Venezuela(Bolivarian Republic of", "VEN"),
        ("Bolivarian\nRepublic of Venezuela", "VEN"),
        ("Bolivia, Plurinational State of", "BOL"),
        ("the Netherlands (Kingdom of the), Spain", "NLD ESP"),
        ("the former Yugoslav Republic of Macedonia", "MKD"),
        ("Lao People\u201fs Democratic\nRepublic", "LAO"),
        ("Timor\ufffeLeste, Bosnia and Herze\ufffegovina", "TLS BIH"),
        ("Timor\x02Leste, Bosnia and Herze\x02govina", "TLS BIH"),
        ("United Kingdom France, Mexico", "GBR FRA MEX"),
        ("Czech RepublicFrance", "CZE FRA"),
        ("Brazil8, Norway 9*", "BRA NOR"),
        ("France) (Spain", "FRA ESP"),
        ("US, UK, USA", "USA GBR USA"),
        ("CÔTE D\u2019IVOIRE, cote divoire", "CIV CIV"),
        ("netherlands", "NLD"),
        ("St. Lucia, Saint Vincent & Grenadines", "LCA VCT"),
        ("Turkey, Türkiye, Swaziland, Cape Verde", "TUR TUR SWZ CPV"),
        ("\u201cHoly See\u201d", "VAT"),
    ],
)
def test_brackets_of_states(content: str, states: str) -> None:
    names = read_names(content)
    assert ([mention.iso3 for mention in names.mentions], names.leftover) == (states.split(), "")
    assert {mention.certainty for mention in names.mentions} == {"exact"}
    assert names_only(content)


@pytest.mark.parametrize(
    ("content", "states"),
    [
        ("Holly See", "VAT"),
        ("New Zeeland, United Sates", "NZL USA"),
        ("Trinidad an Tobago", "TTO"),
        ("Bolivia (Plurinational Republic of)", "BOL"),
        ("United Kingdom of Great Britain and Northern Irland", "GBR"),
        ("Guinea Bisau", "GNB"),
        ("Guinea-issau", "GNB"),
        ("Democratic Republic of hte Congo", "COD"),
        ("United Kingdom of Great Britain and orthern Ireland", "GBR"),
        ("Malaysi, Icelan, Tunisai", "MYS ISL TUN"),
        ("Equatoral Guinea", "GNQ"),
        ("Democratic Peoples's Republic of Korea", "PRK"),
        ("Antigua and Barbudda", "ATG"),
        ("Bosnia and Herzegowina", "BIH"),
        ("Bosnia and Herze-\ngovina", "BIH"),
        ("Farnce and Itlay", "FRA ITA"),
        ("Afganistan", "AFG"),
        ("SWTIZERLAND", "CHE"),
        ("Philippine", "PHL"),
        ("Islamic Republic of", "IRN"),
        ("Plurinational State of)", "BOL"),
    ],
)
def test_slips_are_taken_as_near(content: str, states: str) -> None:
    names = read_names(content)
    assert ([mention.iso3 for mention in names.mentions], names.leftover) == (states.split(), "")
    assert {mention.certainty for mention in names.mentions} == {"near"}


def test_a_slip_beside_names_leaves_them_exact() -> None:
    certainties = [(mention.spelling, mention.certainty) for mention in read_names("Poland, Farnce, Peru").mentions]
    assert certainties == [("Poland", "exact"), ("Farnce", "near"), ("Peru", "exact")]


@pytest.mark.parametrize(
    ("content", "leftover"),
    [
        ("CPED", "CPED"),
        ("OP-CAT", "OP-CAT"),
        ("No. 118", "No"),
        ("2011-2020", "2011 2020"),
        ("a", "a"),
        ("ii", "ii"),
        ("", ""),
        ("such as freedom of the press", "such as freedom of press"),
        ("us, uk", "us uk"),
        ("European Union", "European Union"),
        ("Northern Ireland", "Northern Ireland"),
        ("Hong Kong, China", "Hong Kong China"),
        ("Irag", "Irag"),  # one letter from two States
        ("Nigera", "Nigera"),
        ("Slovania", "Slovania"),
        ("Human Rights Committee", "Human Rights Committee"),
        ("Human", "Human"),
        ("Child", "Child"),
        ("Several", "Several"),
        ("Plan", "Plan"),
        ("NEPAD", "NEPAD"),
        ("INDI", "INDI"),
        ("Iraqi, Cuban, Libyan, Dominican", "Iraqi Cuban Libyan Dominican"),
        ("French, German, Slovak, Somali, Emirati", "French German Slovak Somali Emirati"),
        ("North Africa", "North Africa"),
        ("franse", "franse"),
        ("Graustark", "Graustark"),
        ("Article 5 of the Basic Law of Graustark", "Article of Basic Law of Graustark"),
    ],
)
def test_brackets_that_hold_no_state(content: str, leftover: str) -> None:
    names = read_names(content)
    assert (names.mentions, names.leftover) == ((), leftover)
    assert not names_only(content)


@pytest.mark.parametrize(
    ("content", "states", "leftover"),
    [
        ("international instruments that Nigeria ratified", ["NGA"], "international instruments that ratified"),
        ("India's reply", ["IND"], "s reply"),
        ("Noting Malaysia’s", ["MYS"], "Noting s"),
        ("Norway 2011", ["NOR"], "2011"),
        ("Chile on behalf of a group", ["CHL"], "on behalf of a group"),
    ],
)
def test_names_among_words_are_no_list(content: str, states: list[str], leftover: str) -> None:
    names = read_names(content)
    assert (list(names.states), names.leftover) == (states, leftover)
    assert not names_only(content)


def test_places_are_those_of_the_printed_text() -> None:
    content = "Peru, Timor\ufffeLeste (7),\nIran (Islamic\nRepublic of)"
    assert read_names(content).mentions == (
        Mention(0, 4, "PER", "Peru", "exact"),
        Mention(6, 17, "TLS", "Timor\ufffeLeste", "exact"),
        Mention(23, 49, "IRN", "Iran (Islamic\nRepublic of)", "exact"),
    )


def test_an_excluded_state_is_no_mention() -> None:
    names = read_names("Peru, Chile", exclude=frozenset({"PER"}))
    assert ([mention.iso3 for mention in names.mentions], names.leftover) == (["CHL"], "Peru")
    assert not names_only("Peru", exclude=frozenset({"PER"}))


def test_states_of_a_bracket_are_each_named_once() -> None:
    assert read_names("Peru, Chile, Peru").states == ("PER", "CHL")


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("Statements were made by the delegations of Kuwait, Italy and the Holy See.", "KWT ITA VAT"),
        ("the former Yugoslav Republic of Macedonia asked about the United Kingdom", "MKD GBR"),
        ("The delegation of the Lao People\u2019s Democratic\nRepublic thanked Bosnia and Herze\x02govina.", "LAO BIH"),
        ("It asked us to let georgia go, and the turkey and the chad.", ""),
        ("Nigerian and Chilean women of the Niger Delta in Northern Ireland", ""),
        ("Farnce asked a question.", ""),
        ("Trinidad an Tobago and USA spoke; USAID did not.", "TTO USA"),
        ("Columbia University", ""),
    ],
)
def test_find_names_in_running_text(text: str, states: str) -> None:
    found = find_names(text)
    assert [mention.iso3 for mention in found] == states.split()
    assert [text[mention.start : mention.end] for mention in found] == [mention.spelling for mention in found]


@pytest.mark.parametrize(
    ("one", "other", "most", "steps"),
    [
        ("peru", "peru", 2, 0),
        ("peru", "preu", 2, 1),
        ("peru", "per", 2, 1),
        ("chile", "chaile", 2, 1),
        ("kuwait", "kuweit", 2, 1),
        ("france", "fracne", 1, 1),
        ("norway", "sweden", 2, 3),
        ("mali", "maldives", 2, 3),
        ("", "ab", 2, 2),
        ("canada", "cnaaad", 2, 2),
        ("ca", "abc", 2, 3),
    ],
)
def test_distance(one: str, other: str, most: int, steps: int) -> None:
    assert distance(one, other, most) == steps
    assert distance(other, one, most) == steps


def test_look_alikes_name_no_state() -> None:
    assert [word for word in LOOK_ALIKES if find(word)] == []


NAMES = [(each.iso3, name) for each in STATES.values() for name in each.right_names]


@given(st.lists(st.sampled_from(NAMES), min_size=1, max_size=6), st.sampled_from([", ", ";", "/ ", ",\n"]), st.data())
def test_printed_lists_are_read_back(rows: list[tuple[str, str]], separator: str, data: st.DataObject) -> None:
    space = data.draw(st.sampled_from([" ", "\n"]))
    hyphen = data.draw(st.sampled_from(["-", "\x02", "\ufffe", "\u2011"]))
    content = separator.join(name.replace(" ", space).replace("-", hyphen) for _, name in rows)
    names = read_names(content)
    assert ([mention.iso3 for mention in names.mentions], names.leftover) == ([iso3 for iso3, _ in rows], "")
    assert [content[mention.start : mention.end] for mention in names.mentions] == [
        mention.spelling for mention in names.mentions
    ]


@given(st.text(alphabet=st.sampled_from("CongPeruIalychdw ,;/()&-.\x02\ufffe\n\u20190123\u0301é"), max_size=60))
def test_any_content_is_answered_with_places_in_order(content: str) -> None:
    names = read_names(content)
    ends = [0]
    for mention in names.mentions:
        assert ends[-1] <= mention.start < mention.end <= len(content)
        assert mention.spelling == content[mention.start : mention.end]
        ends.append(mention.end)


# What the documents print. Furniture between pages is left out roughly: a header or a page number on its own line.

FURNITURE = re.compile(r"(?:\s*A/HRC/\S{1,12}\**|\s*(?:Page )?\d{1,3}|GE\.\s?\d.*)\s*")

SLIPS = {
    ("Azerbeijan", "AZE"),
    ("Bolivarian Republic of", "VEN"),
    ("Bolivia (Plurinational Republic of)", "BOL"),
    ("Bolivia (Purinational State of)", "BOL"),
    ("Holly See", "VAT"),
    ("Islamic Republic Iran", "IRN"),
    ("Libya Arab Jamahiriya", "LBY"),
    ("New Zeeland", "NZL"),
    ("Russia Federation", "RUS"),
    ("Trinidad an Tobago", "TTO"),
    ("United Sates", "USA"),
    ("United Sates of America", "USA"),
    ("United States of Americas", "USA"),
}
"""Every spelling that is taken though no name of the table, in all brackets of the corpus."""

NO_LIST = {
    "Afro-Ecuadorians": "a people",
    "Russian language": "a language",
    "coming from India": "words about a State",
    "congratulated Liberia": "words about two States",
    "in Nauru": "words about a State",
    "instruments Nigeria ratified": "words about a State",
    "Korea Communications Commission": "an authority",
    "Permanent Mission of the Republic of Korea": "an office of the delegation",
}
"""Brackets that hold a State's name, or its letters, and are no list of States: some of their words, and why."""


def outer_brackets(text: str) -> list[str]:
    """What stands between outer brackets, up to 400 characters."""
    found, depth, start = list[str](), 0, 0
    for bracket in re.finditer(r"[()]", text):
        if depth and bracket.start() - start > 400:
            depth = 0
        if bracket[0] == "(":
            start = start if depth else bracket.end()
            depth += 1
        elif depth:
            depth -= 1
            if not depth:
                found.append(text[start : bracket.start()])
    return found


def second_half(pdf: Path) -> str:
    """The text from the list of conclusions on, at the latest from the middle: all recommendations are in it."""
    with pypdfium2.PdfDocument(pdf) as document:
        pages = [page.get_textpage().get_text_range().replace("\r\n", "\n") for page in document]
    text = "\n".join(line for page in pages for line in page.split("\n") if not FURNITURE.fullmatch(line))
    conclusions = text.lower().rfind("conclusions and/or recommendations", 0, int(len(text) * 0.97))
    return text[min(max(conclusions, 0), len(text) // 2) :]


def letters(text: str) -> str:
    return re.sub("[^a-z]", "", plain(text).lower())


@pytest.mark.full
def test_no_bracket_of_the_corpus_hides_a_state(corpus: Path) -> None:
    brackets = Counter[str]()
    for pdf in sorted((corpus / "reports").glob("*.pdf")):
        brackets.update(outer_brackets(second_half(pdf)))
    names = {letters(name) for _, name in NAMES if not name.isupper() and len(name) > 3}
    unread, slips, only = list[str](), set[tuple[str, str]](), 0
    for content, times in brackets.items():
        read = read_names(content)
        slips |= {(" ".join(m.spelling.split()), m.iso3) for m in read.mentions if m.certainty == "near"}
        only += times * names_only(content)
        hidden = letters(read.leftover)
        if (read.mentions and read.leftover) or any(name in hidden for name in names):
            unread.append(" ".join(content.split()))
    assert [words for words in unread if not any(known in words for known in NO_LIST)] == []
    assert slips == SLIPS
    assert (sum(brackets.values()) > 30_000, only > 27_900) == (True, True)
