"""The States of the review: 193 Members of the United Nations and the two observer States that take part.

The table is states.csv, one row a State. Short and formal names are those of the United Nations today; regional
groups those of the General Assembly, with the electoral place where a State sits apart (Türkiye, Israel and the
United States with the Western European and others Group, Kiribati with Asia-Pacific). The Holy See is in none.
Short names in French, Spanish and Arabic are those of the United Nations' lists of Member States in these languages;
they were written down from knowledge of these lists and are worth a second look by those who speak the language.
Names that a State has left, other usual ones and slips met in print stand in columns of their own, so that a
reader can tell what it understood from what was written.
"""

from __future__ import annotations

import csv
import difflib
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from itertools import chain
from types import MappingProxyType

GROUPS = AFRICAN, ASIA_PACIFIC, EASTERN_EUROPEAN, GRULAC, WEOG = (
    "African Group",
    "Asia-Pacific Group",
    "Eastern European Group",
    "GRULAC",
    "WEOG",
)
"""Regional groups of the United Nations; GRULAC: Latin America and the Caribbean; WEOG: Western Europe and others."""


@dataclass(frozen=True, slots=True)
class State:
    """A State as the United Nations names it.

    iso3: ISO 3166-1 alpha-3, with VAT for the Holy See and PSE for the State of Palestine.
    name, formal_name: short and formal name of today, equal where the UN knows only one.
    group: one of GROUPS, or None. member: a Member of the United Nations (else an observer State).
    fictional: the State of the specimen, which is no State of the world.
    former_names: names it has left. other_names: usual ones beside the UN's, abbreviations in capitals among them.
    wrong_spellings: slips met in documents that are taken for this State.
    cut_form: what a bracket holds when the inner bracket of the short name is read alone (`Islamic Republic of`).
    name_fr, name_es, name_ar: short names in French, Spanish and Arabic, by which `find` knows it too.
    """

    iso3: str
    name: str
    formal_name: str
    group: str | None
    member: bool
    former_names: tuple[str, ...] = ()
    other_names: tuple[str, ...] = ()
    wrong_spellings: tuple[str, ...] = ()
    cut_form: str | None = None
    fictional: bool = False
    name_fr: str = ""
    name_es: str = ""
    name_ar: str = ""

    @property
    def right_names(self) -> tuple[str, ...]:
        """Every name that is or was right, the short name first, each once."""
        return tuple(dict.fromkeys((self.name, self.formal_name, *self.former_names, *self.other_names)))


def _read_table() -> dict[str, State]:
    lines = resources.files("item6.terms").joinpath("states.csv").read_text(encoding="utf-8").splitlines()
    return {row["iso3"]: _from_row(row) for row in csv.DictReader(lines)}


def _from_row(row: Mapping[str, str]) -> State:
    def names(column: str) -> tuple[str, ...]:
        return tuple(row[column].split("|")) if row[column] else ()

    return State(
        iso3=row["iso3"],
        name=row["name"],
        formal_name=row["formal_name"],
        group=row["group"] or None,
        member=row["status"] == "member",
        former_names=names("former_names"),
        other_names=names("other_names"),
        wrong_spellings=names("wrong_spellings"),
        cut_form=row["cut_form"] or None,
        fictional=row["status"] == "fictional",
        name_fr=row["name_fr"],
        name_es=row["name_es"],
        name_ar=row["name_ar"],
    )


STATES: Mapping[str, State] = MappingProxyType(_read_table())
"""ISO3 code to State, in alphabetical order of the names of the Members, then the observers, then Ruritania, the
fictional State of the specimen (its code is one that ISO 3166-1 leaves to users)."""


def state(iso3: str) -> State:
    """The State of a code in capitals. KeyError naming the code where there is none."""
    return STATES[iso3]


def name_of(iso3: str) -> str:
    """Short name of the State of a code; the code itself for one that is not of this world."""
    return STATES[iso3].name if iso3 in STATES else iso3


def group_of(iso3: str) -> str | None:
    """Regional group of the State of a code; None where it is in none, or no State of this world."""
    return STATES[iso3].group if iso3 in STATES else None


def find(name: str) -> str | None:
    """ISO3 code of the State that a whole text names; None where it names none.

    In English, known slips included, and by its short names in French, Spanish and Arabic.
    Case, accents, apostrophes, hyphens, spaces and line ends, `the`, `&` and `St.` make no difference. Codes
    are not names: `find("CHN")` is None.
    """
    return _by_key().get(key_of(name)) or _in_arabic().get(_arabic_key(name))


def suggest(name: str) -> list[str]:
    """Short names of up to three States whose names are most like the text, for messages; may be empty."""
    close = difflib.get_close_matches(key_of(name), _by_key(), n=9, cutoff=0.6)
    return list(dict.fromkeys(STATES[_by_key()[key]].name for key in close))[:3]


# Folding: one character for one character as far as possible, so that places in the folded text stay places in
# the printed one.

DROPPED = re.compile("[\u0002\ufffe\u00ad\u200b-\u200d\u2060\ufeff\u0300-\u036f]")
"""Characters that folding leaves out: the hyphen marks of PDFium, soft hyphens, marks without width, combining
accents. A hyphen mark may stand for a hyphen or for nothing: names are compared without hyphens, so both are one."""

WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|[A-Z]|[,&]")
"""Words of a plain text. `RepublicFrance` is two words, since spaces get lost in print."""

_SAME_WORD = {"&": "and", "st": "saint"}


def _plain_letters() -> dict[int, str]:
    table = dict.fromkeys(map(ord, "\u2018\u2019\u201a\u201b\u201f\u02bc\u02b9\u2032\u0060\u00b4\uff07"), "'")
    table |= dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe63\uff0d"), "-")
    table |= dict.fromkeys(map(ord, "\t\n\v\f\r\u00a0\u202f\u3000"), " ") | dict.fromkeys(range(0x2000, 0x200B), " ")
    for code in chain(range(0xC0, 0x250), range(0x1E00, 0x1F00)):
        base = unicodedata.normalize("NFKD", chr(code))[0]
        if base.isascii() and base.isalpha():
            table[code] = base
    return table | {ord(letter): base for letter, base in zip("øØłŁđĐı", "oOlLdDi", strict=True)}


_PLAIN = _plain_letters()


def plain(text: str) -> str:
    """The text with plain letters, apostrophes, hyphens and spaces; as long as the text, case kept."""
    return text.translate(_PLAIN)


def fold_word(word: str) -> str:
    """A word of WORD as names are compared by it."""
    lower = word.lower()
    return _SAME_WORD.get(lower, lower)


def fold_words(name: str) -> tuple[str, ...]:
    """The words of a name as names are compared by them: no `the`, small letters."""
    words = map(fold_word, WORD.findall(plain(DROPPED.sub("", name))))
    return tuple(word for word in words if word != "the")


def key_of(name: str) -> str:
    """Folded words in one string, commas left out."""
    return " ".join(word for word in fold_words(name) if word != ",")


def spellings(name: str) -> tuple[tuple[str, ...], ...]:
    """The folded words of a name; also with a comma for its bracket, without hyphens, without apostrophes.

    No comma where what stands before the bracket is another State: "Congo, Democratic Republic of the Congo" is two.
    """
    forms = [name, name.lower().replace("-", "")]
    if not name.startswith("Congo ("):
        forms.append(name.replace(" (", ", "))
    folded = [" ".join(fold_words(form)) for form in forms]
    folded += [form.replace("people s ", "peoples ").replace(" d ivoire", " divoire") for form in folded]
    return tuple(dict.fromkeys(tuple(form.split()) for form in folded))


_ONE_ALEF = str.maketrans(dict.fromkeys("أإآٱ", "ا") | dict.fromkeys("ـ-–()", " "))


def _arabic_key(name: str) -> str:
    """A name in Arabic as such names are compared: one form of alef, no marks, no signs, one space."""
    shown = (sign for sign in name.translate(_ONE_ALEF) if not unicodedata.combining(sign))
    return " ".join("".join(shown).split())


@lru_cache(maxsize=1)
def _in_arabic() -> dict[str, str]:
    return {_arabic_key(each.name_ar): each.iso3 for each in STATES.values()}


@lru_cache(maxsize=1)
def _by_key() -> dict[str, str]:
    return {
        key_of(" ".join(words)): each.iso3
        for each in STATES.values()
        for name in (*each.right_names, *each.wrong_spellings, each.name_fr, each.name_es)
        for words in spellings(name)
    }
