"""Numbers, days, names and positions in each language."""

from __future__ import annotations

from fractions import Fraction

import pytest
from django.utils.translation import override

from item6.charts.bars import KINDS
from item6.measures.filters import parse
from item6.terms.issues import Place, issue
from item6.terms.names import ReviewName
from item6.web.languages import dates, saying


@pytest.mark.parametrize(
    ("language", "thousand", "million", "share", "points", "change"),
    [
        ("en", "1\u00a0234", "1\u00a0234\u00a0567", "17.9\u00a0%", "-0.4\u00a0points", "+52"),
        ("fr", "1\u202f234", "1\u202f234\u202f567", "17,9\u00a0%", "-0,4\u00a0points", "+52"),
        ("es", "1234", "1\u00a0234\u00a0567", "17,9\u00a0%", "-0,4\u00a0puntos", "+52"),
        ("ar", "1\u00a0234", "1\u00a0234\u00a0567", "17,9\u00a0%", "\u200e-0,4\u00a0نقطة", "\u200e+52"),
    ],
)
def test_numbers(language: str, thousand: str, million: str, share: str, points: str, change: str) -> None:
    with override(language):
        assert (saying.grouped(1234), saying.grouped(1234567), saying.grouped(999)) == (thousand, million, "999")
        assert saying.percent(Fraction(62, 346)) == share
        assert saying.tongue().points(Fraction(-4, 1000)) == points
        assert saying.tongue().change(52) == change


@pytest.mark.parametrize(
    ("language", "day", "moment"),
    [
        ("en", "2026-11-01", "2026-11-01 09:30"),
        ("fr", "1 novembre 2026", "1 novembre 2026, 09:30"),
        ("es", "1 de noviembre de 2026", "1 de noviembre de 2026, 09:30"),
        ("ar", "1 نوفمبر 2026", "1 نوفمبر 2026، 09:30"),
    ],
)
def test_days(language: str, day: str, moment: str) -> None:
    with override(language):
        assert (dates.day("2026-11-01"), dates.moment("2026-11-01 09:30")) == (day, moment)
        assert (dates.day(""), dates.day("no day"), dates.moment("")) == ("", "no day", "")


@pytest.mark.parametrize(
    ("language", "names"),
    [
        ("en", ["supported", "in part", "noted", "pending"]),
        ("fr", ["acceptée", "en partie", "notée", "en attente"]),
        ("es", ["aceptada", "en parte", "se tomó nota", "pendiente"]),
        ("ar", ["مقبولة", "جزئياً", "أُحيط بها علماً", "معلقة"]),
    ],
)
def test_positions(language: str, names: list[str]) -> None:
    with override(language):
        assert [saying.position(each) for each in KINDS] == names
        assert list(saying.positions().values()) == names


@pytest.mark.parametrize(
    ("language", "asked", "words"),
    [
        ("en", "state:CHN by:WEOG -issue:Torture", "recommendations to China from WEOG not on “Torture”"),
        ("en", "state:CHN cycle:3", "China, cycle 3"),
        ("fr", "", "toutes les recommandations"),
        ("fr", "state:CHN cycle:3", "Chine, cycle 3"),
        ("fr", 'state:CHN position:noted -issue:"Death penalty"',
         "recommandations (État examiné\u00a0: Chine\u202f; position\u00a0: notée\u202f; "
         "sauf question\u00a0: «\u00a0Peine de mort\u00a0»)"),
        ("es", "by:CHE by:FRA as_written:rejected",
         "recomendaciones (Estado recomendante: Suiza o Francia; respuesta: rechazada)"),
        ("ar", "state:CHN by:FRA", "توصيات (الدولة موضوع الاستعراض: الصين؛ الدولة صاحبة التوصية: فرنسا)"),
    ],
)  # fmt: skip
def test_filters_in_words(language: str, asked: str, words: str) -> None:
    with override(language):
        found = saying.scope_in_words(parse(asked))
    assert found == words


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "China, cycle 3"), ("fr", "Chine, cycle 3"), ("es", "China, ciclo 3"), ("ar", "الصين، الجولة 3")],
)
def test_reviews(language: str, said: str) -> None:
    with override(language):
        assert saying.review(ReviewName("CHN", 3)) == said


def test_what_no_catalogue_knows_stays() -> None:
    with override("ar"):
        assert saying.label("theme", "Acceptance of international norms") == "Acceptance of international norms"
        assert (saying.name_of("ZZZ"), saying.group_of("VAT"), saying.said("stage", "")) == ("ZZZ", "", "")


def test_what_an_issue_quotes_is_kept_apart_in_arabic() -> None:
    found = issue("item.state_misspelled", Place("a.pdf"), {"spelling": "Azerbeijan", "state": "AZE"})
    with override("en"):
        assert saying.issue_message(found) == found.message
    with override("ar"):
        assert saying.issue_message(found) == "فُهم من «\u2068Azerbeijan\u2069» أنها \u2068AZE\u2069"
        assert saying.issue_hint(found) == "يُصحح بقرار إذا كانت دولة أخرى"


@pytest.mark.parametrize(
    ("names", "ordered"),
    [
        (["Zambie", "Équateur", "États-Unis", "Espagne"], ["Équateur", "Espagne", "États-Unis", "Zambie"]),
        (["السويد", "الصين", "أستراليا", "تونس"], ["أستراليا", "تونس", "السويد", "الصين"]),
    ],
)
def test_names_in_order(names: list[str], ordered: list[str]) -> None:
    assert sorted(names, key=saying.in_order) == ordered
