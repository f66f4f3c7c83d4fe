"""Letters as documents: who is shown, in which order, with which numbers, and what the UN would not take."""

from __future__ import annotations

import io
from dataclasses import replace

import docx
import pypdfium2
import pytest

from item6.briefings.document import Bullets, Heading, Paragraph, runs_of
from item6.briefings.writers import WRITERS
from item6.letters.kinds import JOINT_STATEMENT, KINDS, SUBMISSION, WRITTEN_STATEMENT, bound_of
from item6.letters.papers import Letter, NotInForm, letter_document, sponsor_status, un_form
from item6.letters.signatories import PERSON, Signatory, by_place, by_status, in_order, numbers
from item6.letters.wording import counted_in_words

TEXT = """The members of the Council should *act*.

## What we ask

- Visit Strelsau[^1]
- Publish the report

> Nobody may be held in secret.

[^1]: As the Assembly of Ruritania asked in 2020.
"""
LETTER = Letter(JOINT_STATEMENT, "On the situation in Ruritania", TEXT, addressees=("The President of the Council",))
SIGNED = (
    Signatory("Zenda Mothers", place="Zenda, Ruritania", code="RUR", status="none"),
    Signatory("Élan pour les droits", place="Paris", code="FRA", status="special", year=2011, ecosoc_name="Elan (ED)"),
    Signatory("Advocates United", code="USA", status="general", year=1998, ecosoc_name="Advocates United, Inc."),
    Signatory("نقابة المحامين", place="Tunis", code="TUN", status="roster", year=2003, ecosoc_name="Bar of Tunis"),
    Signatory("Hidden Circle", code="RUR", status="none", withheld=True),
    Signatory("Rudolf R.", PERSON, capacity="former judge"),
)


def test_everyone_is_counted_and_the_withheld_are_not_shown() -> None:
    found = numbers(SIGNED)
    assert (found.organisations, found.persons, found.places, found.withheld) == (5, 1, 4, 1)
    assert counted_in_words(found) == "5 organisations from 4 countries and territories, and 1 person"


@pytest.mark.parametrize(
    ("signed", "words"),
    [
        ((), "0 organisations"),
        ((SIGNED[0],), "1 organisation from one country or territory"),
        ((SIGNED[0], Signatory("B")), "2 organisations from one country or territory"),
        ((SIGNED[5],), "0 organisations, and 1 person"),
    ],
)
def test_numbers_in_words(signed: tuple[Signatory, ...], words: str) -> None:
    assert counted_in_words(numbers(signed)) == words


def test_names_are_in_the_order_of_people() -> None:
    assert [each.name for each in in_order(SIGNED)][:3] == ["Advocates United", "Élan pour les droits", "Hidden Circle"]


def test_groups_by_status_are_in_the_order_of_the_un() -> None:
    heads = [group.head for group in by_status(SIGNED[:5])]
    assert heads == ["General consultative status", "Special consultative status", "Roster",
                     "Without consultative status"]  # fmt: skip


def test_groups_by_place_end_with_those_that_chose_none() -> None:
    called = {"RUR": "Ruritania", "FRA": "France", "USA": "United States", "TUN": "Tunisia"}
    heads = [group.head for group in by_place([*SIGNED[:5], Signatory("Nowhere")], called)]
    assert heads == ["France", "Ruritania", "Tunisia", "United States", "Other places"]


def test_a_letter_shows_its_text_and_its_signatories() -> None:
    made = letter_document(LETTER, SIGNED)
    words = " ".join(run.words for block in made.blocks for run in runs_of(block))
    assert "Hidden Circle" not in words
    assert "1 signatory asked not to be named." in words
    assert [block.words for block in made.blocks if isinstance(block, Heading)][:2] == ["What we ask", "Signed by"]
    assert any(isinstance(block, Bullets) and len(block.items) == 2 for block in made.blocks)


@pytest.mark.parametrize("form", ["docx", "html", "md"])
def test_a_letter_is_its_authors_own(form: str) -> None:
    made = WRITERS[form](letter_document(LETTER, SIGNED))
    words = (
        "\n".join(each.text for each in docx.Document(io.BytesIO(made)).paragraphs) if form == "docx" else made.decode()
    )
    assert "Prepared with item6" not in words
    assert "Zenda Mothers" in words


STATEMENT = Letter(WRITTEN_STATEMENT, "Torture in Ruritania", TEXT, session="55th session", agenda_item="Item 6")


def test_the_form_of_the_un() -> None:
    made = un_form(STATEMENT, SIGNED)
    first = made.blocks[0]
    assert isinstance(first, Paragraph)
    assert first.runs[0].words == (
        "Joint written statement submitted by Advocates United, Inc. (General consultative status); Elan (ED) (Special "
        "consultative status); Bar of Tunis (Roster), non-governmental organizations"
    )
    assert made.title_note == "Zenda Mothers also shares the views expressed in this statement."


def test_several_without_status_share_the_views() -> None:
    made = un_form(STATEMENT, [*SIGNED, Signatory("Abbey of Hentzau", status="none")])
    assert made.title_note == "Abbey of Hentzau, Zenda Mothers also share the views expressed in this statement."


def test_the_footnote_is_a_true_one() -> None:
    made = docx.Document(io.BytesIO(WRITERS["docx"](un_form(STATEMENT, SIGNED))))
    notes = [rel.target_part for rel in made.part.rels.values() if rel.reltype.endswith("/footnotes")]
    assert len(notes) == 1
    assert b"Zenda Mothers also shares the views" in notes[0].blob
    assert "w:footnoteReference" in made.paragraphs[0]._p.xml


@pytest.mark.parametrize(
    ("signed", "why"),
    [
        (SIGNED[:1], "no signatory has ECOSOC consultative status"),
        ((Signatory("A", status="general"),), "A has no name as in the ECOSOC database"),
        ((Signatory("A", status="general", ecosoc_name="A", withheld=True),), "cannot be withheld"),
    ],
)
def test_what_the_un_would_not_take(signed: tuple[Signatory, ...], why: str) -> None:
    with pytest.raises(NotInForm, match=why):
        un_form(STATEMENT, signed)


def test_in_a_pdf_the_dash_of_a_list_stands_where_its_words_begin() -> None:
    letter = replace(LETTER, text="Act.\n\n- one\n- ثلاثة\n- four\n")
    with pypdfium2.PdfDocument(WRITERS["pdf"](letter_document(letter, ()))) as opened:
        page = opened[0]
        width, words = page.get_width(), page.get_textpage()
        signs = [(words.get_text_range(at, 1), words.get_charbox(at)[0]) for at in range(words.count_chars())]
    dashes = sorted(left for sign, left in signs if sign == "–")
    assert len(dashes) == 3
    assert dashes[1] < width / 4 and dashes[2] > width * 3 / 4


def test_an_oral_statement_is_as_long_as_a_speaker_has_time() -> None:
    bound = bound_of(KINDS["oral-statement"])
    assert bound and bound.words == 240


def test_bounds_are_those_of_the_sponsor() -> None:
    assert sponsor_status(SIGNED) == "general"
    bound = bound_of(WRITTEN_STATEMENT, status="general")
    assert bound and (bound.words, bound.counts_notes) == (2000, True)
    roster = bound_of(WRITTEN_STATEMENT, status=sponsor_status(SIGNED[3:4]))
    assert roster and roster.words == 1500
    with pytest.raises(ValueError, match="only an NGO with ECOSOC"):
        bound_of(WRITTEN_STATEMENT, status=sponsor_status(SIGNED[:1]))
    alone, jointly = bound_of(SUBMISSION), bound_of(SUBMISSION, organisations=2)
    assert alone and jointly and (alone.words, jointly.words) == (2815, 5630)
    assert bound_of(KINDS["open-letter"]) is None
