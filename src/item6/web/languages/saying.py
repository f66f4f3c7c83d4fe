"""What the rooms below say, in the language of the page: names of States, figures, stages, positions, labels, Issues.

The rooms below speak English and know no Django. Here their words are looked up in the catalogues, each with its
context (`item6.web.languages.vocabulary` lists them); words that no catalogue knows stay as they are.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from fractions import Fraction
from functools import lru_cache

from django.utils.safestring import SafeString
from django.utils.translation import get_language, get_language_bidi, pgettext

from item6.charts.bars import ORDER, WORDS
from item6.measures import wording
from item6.measures.definitions import definition as defined
from item6.measures.filters import Filter
from item6.measures.tongue import ENGLISH, Tongue
from item6.terms.figures import Figure
from item6.terms.issues import Issue
from item6.terms.names import ReviewName
from item6.terms.passages import Passage
from item6.terms.states import STATES
from item6.terms.states import group_of as english_group_of

_OHCHR = ("theme", "person", "sdg")
_NARROW = "\u202f"
_ISOLATE, _END_OF_ISOLATE = "\u2068", "\u2069"
"""First-strong isolate and its end (Unicode Standard Annex 9, 2.4)."""
_SIGNS: Mapping[str, tuple[str, str, int, str]] = {
    "fr": (",", _NARROW, 4, ""),  # Imprimerie nationale; a space that does not break before each three digits
    "es": (",", "\u00a0", 5, ""),  # Ortografía de la lengua española, 2010: numbers of four digits stand together
    "ar": (",", "\u00a0", 4, "\u200e"),  # as documents of the UN in Arabic print them, with the digits 0 to 9
}
_RUSSIAN = Tongue(decimal=",", from_digits=5)  # as documents of the UN in Russian print them
"""Between whole and tenths, between thousands, from how many digits on, and before a plus or minus."""


def tongue() -> Tongue:
    """The language of the page as figures need it."""
    return _tongue(get_language() or "en")


def numbers_in(language: str) -> Tongue:
    """How numbers are written in a language, that of the page or another one; only for numbers without words."""
    return _RUSSIAN if language == "ru" else _tongue(language)


def name_of(code: str) -> str:
    """Short name of a State; the code for one that is not of this world."""
    return _names(get_language() or "en").get(code, code)


def group_of(code: str) -> str:
    """Regional group of a State; empty where it is in none."""
    group = english_group_of(code)
    return said("group", group) if group else ""


def review(name: ReviewName) -> str:
    """`China, cycle 3`."""
    return said("scope", wording.REVIEW).format(state=name_of(name.state), cycle=name.cycle)


def sentence(figure: Figure) -> str:
    """A figure in a sentence."""
    return wording.sentence(figure, tongue())


def title(measure: str) -> str:
    """What a measure is called in a table."""
    return wording.title(measure, tongue())


def definition(measure: str) -> str:
    """What a measure counts."""
    return defined(measure, tongue())


def value_in_words(figure: Figure) -> str:
    """The value of a figure as a table shows it."""
    return wording.value_in_words(figure, tongue())


def scope_in_words(asked: Filter, *, capital: bool = False) -> str:
    """A filter in words."""
    return wording.scope_in_words(asked, tongue(), capital=capital)


def grouped(count: int) -> str:
    """Thousands set apart."""
    return tongue().grouped(count)


def percent(share: Fraction | None) -> str:
    """`17.9 %`."""
    return tongue().percent(share)


def stage(name: str) -> str:
    """Where the answers of a stage stand."""
    return said("stage", wording.STAGE_PHRASES[name])


def units(unit: str) -> str:
    """What is counted in a unit, several of them."""
    return said("unit", wording.UNIT_NAMES[unit][1])


def position(name: str) -> str:
    """What a position is called beside a bar."""
    return said("position", WORDS[name])


def positions() -> Mapping[str, str]:
    """What all positions are called."""
    return {each: position(each) for each in ORDER}


def label(kind: str, value: str) -> str:
    """A label, or a value of a filter, of a kind: issues and the State's words have names, OHCHR's themes stay."""
    return said(kind, value.replace("_", " "))


def label_language(kind: str) -> SafeString:
    """Attributes of an element that holds a label of a kind: OHCHR's are in English in every language."""
    return english() if kind in _OHCHR else SafeString("")


def place(passage: Passage) -> str:
    """Where a passage stands: `page 14`."""
    from item6.pipeline.pictures import place_of  # loads all readers, which most of what says something does not need

    return place_of(passage, tongue())


def issue_message(found: Issue) -> str:
    """What happened, in a sentence."""
    return said("problem", found.kind.message).format_map(_isolated(found))


def issue_hint(found: Issue) -> str:
    """What to do, in a sentence."""
    return said("problem", found.kind.hint).format_map(_isolated(found))


def _isolated(found: Issue) -> dict[str, str]:
    """What an Issue's sentences are filled with: of documents, so kept apart from words that run the other way."""
    if not get_language_bidi():
        return dict(found.arguments)
    return {name: f"{_ISOLATE}{value}{_END_OF_ISOLATE}" for name, value in found.arguments}


def english() -> SafeString:
    """Attributes of an element that holds English words: its language and direction; none on English pages."""
    return SafeString("" if (get_language() or "en") == "en" else ' lang="en" dir="ltr"')


def native() -> SafeString:
    """Attributes of an element within English words that is in the language of the page; none on English pages."""
    language = get_language() or "en"
    way = "rtl" if get_language_bidi() else "ltr"
    return SafeString("" if language == "en" else f' lang="{language}" dir="{way}"')


def is_mirrored() -> bool:
    """Whether the language of the page is written from right to left."""
    return get_language_bidi()


def in_order(name: str) -> str:
    """A name as names are put in order: without accents and signs, in small letters."""
    plain = unicodedata.normalize("NFKD", name.replace("ال", "", 1) if name.startswith("ال") else name)
    return "".join(sign for sign in plain.casefold() if not unicodedata.combining(sign))


def said(context: str, words: str) -> str:
    """English words of a context in the language of the page."""
    return pgettext(context, words) if words else ""


@lru_cache(maxsize=8)
def _tongue(language: str) -> Tongue:
    if language not in _SIGNS:
        return ENGLISH
    names = _names(language)
    return Tongue(said, lambda code: names.get(code, code), *_SIGNS[language])


@lru_cache(maxsize=8)
def _names(language: str) -> Mapping[str, str]:
    own = {
        "fr": {code: each.name_fr for code, each in STATES.items()},
        "es": {code: each.name_es for code, each in STATES.items()},
        "ar": {code: each.name_ar for code, each in STATES.items()},
    }
    return own.get(language) or {code: each.name for code, each in STATES.items()}
