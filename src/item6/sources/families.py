"""Which family of review documents a text belongs to, by the words that the UN prints on its first pages."""

from __future__ import annotations

import re
from dataclasses import dataclass

from item6.files.body import Body

_FIRST = 2500
"""Characters of the first page that are looked at: later pages name the other documents of the review."""


@dataclass(frozen=True, slots=True)
class Family:
    """name: one of `item6.terms.documents.FAMILIES`, or `unknown`. language: ISO 639-1. title: what it is."""

    name: str
    language: str = "en"
    title: str = "an unknown document"


def _phrase(words: str) -> re.Pattern[str]:
    return re.compile(words.replace(" ", r"\s+"), re.IGNORECASE)


# Titles in the UN's wording; the first that is found counts, so what is narrower stands before what is wider.
_TITLES: tuple[tuple[re.Pattern[str], Family], ...] = tuple(
    (_phrase(words), Family(name, language, title))
    for words, name, language, title in (
        (
            r"views on conclusions and\W+(?:or\W+)?recommendations|presented by the state under review\W+addendum|"
            r"working group on the universal periodic review[*∗\s]+[\w\s’'()-]{3,60}?[*∗\s]+addendum",
            "addendum",
            "en",
            "an addendum with the State's answers",
        ),
        (
            r"observations sur les conclusions et\W+(?:ou\W+)?(?:les )?recommandations|"
            r"groupe de travail sur l.examen p[ée]riodique universel[*∗\s]+[\w\s’'()-]{3,80}?[*∗\s]+additif",
            "addendum",
            "fr",
            "an addendum with the State's answers",
        ),
        (
            r"opiniones sobre las conclusiones y\W+(?:o\W+)?(?:las )?recomendaciones|"
            r"grupo de trabajo sobre el examen peri[óo]dico universal[*∗\s]+[\w\s’'()-]{3,80}?[*∗\s]+adici[óo]n",
            "addendum",
            "es",
            "an addendum with the State's answers",
        ),
        (
            r"(?:обзору|обзор)[*∗\s]+[\w\s()-]{3,80}?[*∗\s]+добавление|мнения в отношении выводов и",
            "addendum",
            "ru",
            "an addendum with the State's answers",
        ),
        (r"增\s*编[\s*∗]+(?:受审议国|对结论|关于结论)", "addendum", "zh", "an addendum with the State's answers"),
        (r"إضافة[\s*∗]+آراء", "addendum", "ar", "an addendum with the State's answers"),
        (r"national report submitted|national report presented", "national_report", "en", "a national report"),
        (
            r"compilation (?:of information )?prepared by the office|compilation on \w[\w ]+? report of the office",
            "compilation",
            "en",
            "a compilation of UN information",
        ),
        (
            r"summary (?:of stakeholders.{0,3} (?:submissions|information) )?prepared by the office|"
            r"summary of stakeholders.{0,3} (?:submissions|information)",
            "stakeholder_summary",
            "en",
            "a summary of stakeholders' information",
        ),
        (
            r"advance questions? |questions submitted in advance",
            "advance_questions",
            "en",
            "a list of advance questions",
        ),
        (
            r"thematic list of recommendations|matri(?:x|ces) of recommendations|full list of themes|"
            r"human rights themes and groups|theme: [a-z]?\d",
            "matrix",
            "en",
            "a matrix or thematic list of recommendations",
        ),
        (
            r"a/hrc/dec/|decision adopted by the human rights council|outcome of the universal periodic review: ",
            "decision",
            "en",
            "a decision of the Human Rights Council",
        ),
        (
            r"report of the working (?:group )?on the universal periodic review|"
            r"previously issued under (?:the )?(?:document )?symbol (?:number )?A/HRC/WG\.6/\d+/(?:L\.|[A-Z]{3} ?/4)",
            "wg_report",
            "en",
            "a report of the Working Group",
        ),
        (
            r"rapport du groupe de travail sur l.examen p[ée]riodique universel",
            "wg_report",
            "fr",
            "a report of the Working Group",
        ),
        (
            r"informe del grupo de trabajo sobre el examen peri[óo]dico universal",
            "wg_report",
            "es",
            "a report of the Working Group",
        ),
        (
            r"доклад рабочей группы по универсальному периодическому обзору",
            "wg_report",
            "ru",
            "a report of the Working Group",
        ),
        (r"普遍定期审议工作组(?:的)?报告", "wg_report", "zh", "a report of the Working Group"),
        (r"تقرير الفريق العامل المعني بالاستعراض الدوري الشامل", "wg_report", "ar", "a report of the Working Group"),
        (
            r"rapport national|examen p[ée]riodique universel",
            "national_report",
            "fr",
            "a review document that is not in English",
        ),
        (
            r"informe nacional|examen peri[óo]dico universal",
            "national_report",
            "es",
            "a review document that is not in English",
        ),
        (r"universal periodic review|\bUPR\b", "other", "en", "another document on the review"),
    )
)
UNKNOWN = Family("unknown")


def identify(body: Body, headers: tuple[str, ...] = ()) -> Family:
    """The family of a document by its first page and, for Word files, its page headers."""
    lines = (line.text for line in body.lines if body.pages is None or line.unit == 1)
    first = "\n".join((*headers, "\n".join(lines)[:_FIRST]))
    return next((family for pattern, family in _TITLES if pattern.search(first)), UNKNOWN)
