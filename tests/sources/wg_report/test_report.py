"""The reader from bytes to the reading; each of its steps is tested beside this file."""

from __future__ import annotations

import hashlib

import pytest
from bad_files import BAD_FILES
from pdf_files import text_pdf
from word_files import paragraph, word_file

from item6.sources.wg_report import read
from item6.terms.documents import Document, Reading
from item6.terms.names import ReviewName

MASTHEAD = [
    "Human Rights Council",
    "10 April 2015",
    "Report of the Working Group on the Universal Periodic Review",
    "Ruritania",
    "1. The Working Group held its twenty-first session from 19 to 30 January 2015.",
]
DIALOGUE = [
    "B. Interactive dialogue and responses by the State under review",
    "6. During the interactive dialogue, 2 delegations made statements.",
    "7. Chile welcomed the law. Peru asked about it.",
]
CONCLUSIONS = [
    "II. Conclusions and/or recommendations",
    "8. The recommendations below enjoy the support of Ruritania:",
    "8.1. Build a school (Chile);",
    "8.2. Sell a ship (Peru).",
    "9. All conclusions and/or recommendations contained in the present report reflect views.",
]
PLEDGES = [
    "III. Voluntary pledges and commitments",
    "10. Ruritania will sing a song (Chile).",
    "Annex",
    "Head: the minister",
]
HEADER = "A/HRC/29/917"


def pdf_report(*parts: list[str], header: str = HEADER) -> bytes:
    """A page for each part, with its header and number."""
    return text_pdf([[header, *part, f"{number} GE.15-90917"] for number, part in enumerate(parts, 1)])


def word_report(*parts: list[str]) -> bytes:
    return word_file("".join(paragraph(line) for part in parts for line in part), headers=(paragraph(HEADER),))


def outline(reading: Reading) -> dict[str, list[str]]:
    """What was found, in words."""
    return {
        "texts": [
            f"{each.number}/{text.part} {text.words} {' '.join(text.states)}"
            for each in reading.recommendations
            for text in each.texts
        ],
        "answers": [f"{answer.target.number} {answer.normalised}" for answer in reading.answers],
        "commitments": [f"{commitment.number} {commitment.words}" for commitment in reading.commitments],
        "speakers": [speaker.state for speaker in reading.speakers],
        "totals": [f"{total.measure} {total.value}" for total in reading.totals],
        "issues": [issue.key for issue in reading.issues],
    }


FOUND = {
    "texts": ["8.1/1 Build a school CHL", "8.2/1 Sell a ship PER"],
    "answers": ["8.1 accepted", "8.2 accepted"],
    "commitments": ["10 Ruritania will sing a song (Chile)"],
    "speakers": ["CHL", "PER"],
    "totals": ["speakers 2"],
    "issues": [],
}


def test_a_pdf() -> None:
    made = pdf_report(MASTHEAD, DIALOGUE, CONCLUSIONS, PLEDGES)
    reading = read(made, "report.pdf")
    assert outline(reading) == FOUND
    sha256 = hashlib.sha256(made).hexdigest()
    assert reading.document == Document(
        "report.pdf", sha256, "pdf", "wg_report", HEADER, False, ReviewName("XRU", 2), 21, "2015-04-10", 4, "en"
    )
    assert [each.passage.page for each in reading.recommendations] == [3, 3]
    assert {each.passage.document for each in reading.recommendations} == {sha256}


def test_a_word_file_says_the_same() -> None:
    made = word_report(MASTHEAD, DIALOGUE, CONCLUSIONS, PLEDGES)
    reading = read(made, "report.docx")
    assert outline(reading) == FOUND
    assert (reading.document.format, reading.document.symbol, reading.document.pages) == ("docx", HEADER, None)
    assert [each.passage.page for each in reading.recommendations] == [None, None]


def test_commitments_are_never_recommendations() -> None:
    """They name a State in brackets too, and stand in a section of their own."""
    reading = read(pdf_report(MASTHEAD, DIALOGUE, CONCLUSIONS[:1] + PLEDGES), "report.pdf")
    assert (reading.recommendations, outline(reading)["issues"]) == ((), ["document.no_list"])


WITHOUT_STATE = [line for line in MASTHEAD if line != "Ruritania"]
ADDENDUM = [*MASTHEAD[:4], "Addendum", *MASTHEAD[4:]]


@pytest.mark.parametrize(
    ("parts", "key", "message"),
    [
        (
            [["A letter about a song that is as long as letters are."]],
            "document.not_upr",
            "this is no document of the Universal Periodic Review that item6 knows",
        ),
        (
            [ADDENDUM, CONCLUSIONS],
            "document.family_not_read",
            "this is an addendum with the State's answers, which item6 does not read",
        ),
        (
            [WITHOUT_STATE, DIALOGUE, CONCLUSIONS],
            "document.no_review",
            "the report does not say which State and session it is about",
        ),
        (
            [MASTHEAD, DIALOGUE],
            "document.no_list",
            "the report has no list of recommendations that item6 could find",
        ),
        (
            [MASTHEAD, DIALOGUE, CONCLUSIONS[:1], CONCLUSIONS[-1:]],
            "document.no_list",
            "the report has no list of recommendations that item6 could find",
        ),
        (
            [MASTHEAD, DIALOGUE, CONCLUSIONS[:2], CONCLUSIONS[-1:]],
            "document.no_list",
            "the report has no list of recommendations that item6 could find",
        ),
    ],
)
def test_what_holds_no_recommendations(parts: list[list[str]], key: str, message: str) -> None:
    reading = read(pdf_report(*parts), "other.pdf")
    assert reading.recommendations == ()
    assert [(issue.key, issue.message, issue.place.file) for issue in reading.issues] == [(key, message, "other.pdf")]


def test_the_symbol_tells_the_cycle_where_no_session_does() -> None:
    parts = [MASTHEAD[:-1], DIALOGUE, CONCLUSIONS]
    named, nameless = read(pdf_report(*parts), "a.pdf"), read(pdf_report(*parts, header="13"), "b.pdf")
    assert (named.document.review, named.document.session, named.issues) == (ReviewName("XRU", 2), None, ())
    assert (nameless.document.review, nameless.recommendations) == (None, ())
    assert [issue.key for issue in nameless.issues] == ["document.no_review"]


@pytest.mark.parametrize(
    ("title", "message"),
    [
        (
            "Rapport du Groupe de travail sur l’Examen périodique universel",
            "the document is in French; reports are read in English",
        ),
        (
            "Informe del Grupo de Trabajo sobre el Examen Periódico Universal",
            "the document is in Spanish; reports are read in English",
        ),
    ],
)
def test_other_languages(title: str, message: str) -> None:
    reading = read(pdf_report([title, "Ruritania", "Conclusions et/ou recommandations"]), "rapport.pdf")
    (issue,) = reading.issues
    assert (issue.message, issue.hint) == (message, f"get the English version of {HEADER}")


@pytest.mark.parametrize("name", BAD_FILES)
def test_bad_files_are_answered_by_one_issue(name: str) -> None:
    file, make, key = BAD_FILES[name]
    reading = read(make(), file)
    assert ([issue.key for issue in reading.issues], reading.recommendations) == ([key], ())
    assert (reading.document.file, reading.document.sha256) == (file, hashlib.sha256(make()).hexdigest())
