"""Many organisations of many countries, their names made of words in six scripts. For tests and measurements."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product, zip_longest

from item6.terms.states import STATES

_WORDS = {
    "latin": (("Circle", "Forum", "League", "Network", "Initiative", "Union"),
              ("Zenda", "Strelsau", "Hentzau", "Tarlenheim", "Festenburg", "Hofbau"),
              ("Women", "Lawyers", "Writers", "Teachers", "Farmers", "Students")),
    "cyrillic": (("Союз", "Комитет", "Лига"), ("Зенды", "Стрельсау"), ("матерей", "юристов", "писателей", "учителей")),
    "arabic": (("اتحاد", "رابطة", "لجنة"), ("زندا", "سترلساو"), ("المحامين", "الكتاب", "المعلمين", "الطلاب")),
    "chinese": (("曾达", "史特雷绍"), ("妇女", "律师", "作家", "教师", "农民"), ("协会", "联盟", "论坛")),
    "devanagari": (("जेंडा", "स्ट्रेल्साउ"), ("महिला", "वकील", "लेखक", "शिक्षक"), ("संघ", "मंच", "समिति")),
    "greek": (("Ένωση", "Φόρουμ", "Δίκτυο"), ("Ζέντας", "Στρελσάου"), ("γυναικών", "δικηγόρων", "συγγραφέων")),
}  # fmt: skip

CHAPTERS, WITHHELD, LEAVING, ALL, PLACES = 15, 3, 5, 321, 60
"""Of one network; counted and not named; that withdraw later, besides ALL; that stay; where they are."""

AGAIN = (
    *(("Zenda {n} Relief", "Zenda {n} Relief e.V."), ("Strelsau {n} Watch", "STRELSAU {n} WATCH Inc."),
      ("Hentzau {n} House", "The Hentzau {n} House"), ("Women and Law {n}", "Women & Law {n}"),
      ("Ångström Café {n}", "Angstrom Cafe {n}"), ("Rights of {n} Ruritania", "Ruritania: of Rights {n}")),
)  # fmt: skip
_NUMBERED = ("Northern", "Southern", "Eastern")
_ACRONYM = ("Voices for Inner Zenda Agora", "VIZA")
_MISSPELT = ("Tarlenheim Observers", "Tarlenhiem Observers")


@dataclass(frozen=True, slots=True)
class Signer:
    """One signature that is asked for. again: the name of the organisation that it is once more; empty for none."""

    name: str
    email: str
    code: str
    again: str = ""
    withheld: bool = False
    leaves: bool = False


def signers() -> list[Signer]:
    """The big case: 321 organisations of 60 countries that stay, 5 that leave, and 20 asked for twice.

    One of the twenty is misspelt, which no key finds.
    """
    codes = sorted(STATES)[:PLACES]
    twice = [(a.format(n=n), b.format(n=n)) for n in _NUMBERED for a, b in AGAIN] + [_ACRONYM, _MISSPELT]
    chapters = [f"Ruritania Support Group {STATES[code].name}" for code in codes[:CHAPTERS]]
    first = [*chapters, *(one for one, _ in twice)]
    names = first + [name for name, _ in zip(_made(), range(ALL + LEAVING - len(first)), strict=False)]
    made = [
        Signer(name, f"office@o{place}.example", codes[place % PLACES],
               withheld=ALL - WITHHELD <= place < ALL, leaves=place >= ALL)
        for place, name in enumerate(names)
    ]  # fmt: skip
    code = {each.name: each.code for each in made}
    return made + [Signer(b, f"second@o{place}.example", code[a], again=a) for place, (a, b) in enumerate(twice)]


def _made() -> Iterator[str]:
    """Different names, one script after another."""
    lists = [
        [("" if script == "chinese" else " ").join(each) for each in product(*words)]
        for script, words in _WORDS.items()
    ]
    for row in zip_longest(*lists):
        yield from filter(None, row)
