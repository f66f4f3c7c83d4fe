from __future__ import annotations

import pytest
from bodies import body, word_body

from item6.sources.families import UNKNOWN, Family, identify
from item6.terms.documents import FAMILIES

HEAD = "United Nations A/HRC/29/917\nGeneral Assembly\nHuman Rights Council\n"
COUNCIL = "Twenty-ninth session\nAgenda item 6\nUniversal periodic review\n"


def family(title: str) -> tuple[str, str]:
    found = identify(body(f"{HEAD}{COUNCIL}{title}\nRuritania\nIntroduction"))
    return found.name, found.language


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Report of the Working Group on the Universal Periodic Review*", "wg_report"),
        ("REPORT OF THE WORKING GROUP ON THE\nUNIVERSAL PERIODIC REVIEW", "wg_report"),
        ("Draft report of the Working  Group on the Universal Periodic\nReview", "wg_report"),
        ("Report of the Working on the Universal Periodic Review", "wg_report"),
        ("Previously issued under document symbol A/HRC/WG.6/21/L.3", "wg_report"),
        (
            "Report of the Working Group on the Universal Periodic Review\nRuritania\nAddendum\nViews on conclusions "
            "and/or recommendations, voluntary commitments and replies\npresented by the State under review",
            "addendum",
        ),
        ("Report of the Working Group on the Universal Periodic Review*\nRuritania*\nAddendum", "addendum"),
        ("Replies presented by the State under review\nAddendum", "addendum"),
        (
            "National report submitted in accordance with paragraph 5 of the annex to resolution 16/21*",
            "national_report",
        ),
        ("National report presented by Ruritania", "national_report"),
        (
            "Compilation prepared by the Office of the United Nations High Commissioner for Human Rights",
            "compilation",
        ),
        ("Compilation of information prepared by the Office of the High Commissioner", "compilation"),
        ("Summary prepared by the Office of the High Commissioner", "stakeholder_summary"),
        ("Summary of stakeholders’ submissions on Ruritania*", "stakeholder_summary"),
        ("Summary of stakeholders' information prepared by the Office", "stakeholder_summary"),
        ("ADVANCE QUESTIONS TO RURITANIA", "advance_questions"),
        ("Questions submitted in advance by Chile", "advance_questions"),
        ("Thematic list of recommendations", "matrix"),
        ("Matrix of recommendations: Ruritania", "matrix"),
        ("Matrices of recommendations", "matrix"),
        ("Theme: A12 Acceptance of norms", "matrix"),
        ("Decision adopted by the Human Rights Council\n17/112", "decision"),
        ("17/112. Outcome of the universal periodic review: Ruritania", "decision"),
        ("A/HRC/DEC/17/112", "decision"),
        ("Note by the secretariat", "other"),
    ],
)
def test_english_documents(title: str, expected: str) -> None:
    assert family(title) == (expected, "en")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rapport du Groupe de travail sur l’Examen périodique universel\nRuritanie", ("wg_report", "fr")),
        ("RAPPORT DU GROUPE DE TRAVAIL SUR L'EXAMEN PERIODIQUE UNIVERSEL", ("wg_report", "fr")),
        ("Informe del Grupo de Trabajo sobre el Examen\nPeriódico Universal\nRuritania", ("wg_report", "es")),
        ("Informe del Grupo de Trabajo sobre el examen periodico universal", ("wg_report", "es")),
        ("Доклад Рабочей группы по универсальному периодическому обзору", ("wg_report", "ru")),
        ("普遍定期审议工作组报告", ("wg_report", "zh")),
        ("普遍定期审议工作组的报告", ("wg_report", "zh")),
        ("تقرير الفريق العامل المعني بالاستعراض الدوري الشامل", ("wg_report", "ar")),
        ("Rapport national présenté conformément à la résolution 16/21", ("national_report", "fr")),
    ],
)
def test_other_languages(text: str, expected: tuple[str, str]) -> None:
    found = identify(body(f"Nations Unies A/HRC/29/917\n{text}"))
    assert (found.name, found.language) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Minutes of a meeting on schools",
        "Report of the Special Rapporteur on education",
        "Report of the Working Group on arbitrary detention",
        "The cupric oxide was reviewed",
    ],
)
def test_other_documents(text: str) -> None:
    assert identify(body(text)) == UNKNOWN == Family("unknown", "en", "an unknown document")


REPORT = "Report of the Working Group on the Universal Periodic Review"
NATIONAL = "National report submitted in accordance with resolution 16/21"


def test_only_the_beginning_of_the_first_page_counts() -> None:
    """Later pages name the other documents of the review."""
    assert identify(body(REPORT, NATIONAL)).name == "wg_report"
    assert identify(body("A letter", REPORT)) == UNKNOWN
    assert identify(body(f"{REPORT}\n{'words ' * 500}\n{NATIONAL}")).name == "wg_report"
    assert identify(body(f"{'words ' * 500}\n{REPORT}")) == UNKNOWN


def test_word_files_have_headers_and_no_pages() -> None:
    assert identify(word_body("Ruritania", "", REPORT)).name == "wg_report"
    assert identify(word_body("Ruritania"), (REPORT,)).name == "wg_report"
    assert identify(word_body(*["words " * 50] * 10, REPORT)) == UNKNOWN


def test_titles_are_for_people() -> None:
    found = identify(body(NATIONAL))
    assert (found.name in FAMILIES, found.title) == (True, "a national report")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Report of the Working Group on the Universal Periodic Review*\nRuritania\nAddendum", "en"),
        ("Views on conclusions and/or recommendations presented by the State under review", "en"),
        ("Rapport du Groupe de travail sur l’Examen périodique\nuniversel*\nRuritanie\nAdditif", "fr"),
        ("Rapport du Groupe de travail\nObservations sur les conclusions et/ou\nrecommandations", "fr"),
        ("Informe del Grupo de Trabajo sobre el Examen Periódico Universal\nRuritania\nAdición", "es"),
        ("Opiniones sobre las conclusiones y/o recomendaciones, compromisos", "es"),
        ("Доклад Рабочей группы по универсальному периодическому обзору*\nРуритания\nДобавление", "ru"),
    ],
)
def test_addenda_in_each_language(text: str, language: str) -> None:
    found = identify(body(text))
    assert (found.name, found.language) == ("addendum", language)
