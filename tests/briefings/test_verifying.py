from __future__ import annotations

import io
import re
import shutil
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from bad_files import BAD_FILES
from gallery import gallery

from item6 import pipeline
from item6.briefings.document import Document
from item6.briefings.verifying import DIFFERENT, LATER, SAME, UNKNOWN, figures_of, verified
from item6.briefings.writers import WRITERS
from item6.briefings.writers.machine import FORM, from_text, printed
from item6.decisions import append
from item6.files.errors import Unreadable
from item6.record.reader import Record, open_record
from item6.terms.names import ReviewName

SPECIMEN = Path(__file__).resolve().parents[2] / "specimen" / "documents"
REVIEW = ReviewName("XRU", 2)


@dataclass(frozen=True)
class Records:
    """Before the addendum, with it, and with it and a correction of what a State asked."""

    report: Record
    addendum: Record
    corrected: Record


@pytest.fixture(scope="module")
def records(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Records]:
    folder = tmp_path_factory.mktemp("verifying")
    documents = [each for each in sorted(SPECIMEN.iterdir()) if each.suffix == ".pdf"]
    early = [each for each in documents if each.name != "ruritania-2015-addendum.pdf"]
    pipeline.build(folder / "report", early)
    pipeline.build(folder / "addendum", documents)
    shutil.copytree(folder / "addendum", folder / "corrected")
    told = {"source": "letter", "why": "misread", "who": "Ana", "when": "2031-01-01"}
    append(folder / "corrected", {"kind": "correct", "review": "XRU-2", "number": "115.1", "states": ["NOR"], **told})
    pipeline.build(folder / "corrected", documents)
    with (
        open_record(folder / "report") as report,
        open_record(folder / "addendum") as addendum,
        open_record(folder / "corrected") as corrected,
    ):
        yield Records(report, addendum, corrected)


@pytest.fixture(scope="module")
def early(records: Records) -> Document:
    return gallery(records.report, REVIEW, rows=12)


@pytest.fixture(scope="module")
def late(records: Records) -> Document:
    return gallery(records.addendum, REVIEW, rows=60)


@pytest.mark.parametrize("form", WRITERS)
def test_every_format_gives_its_figures_back(late: Document, form: str) -> None:
    found = figures_of(WRITERS[form](late))
    assert found is not None
    assert (len(found), set(found)) == (190, set(printed(late)))


@pytest.mark.parametrize("form", WRITERS)
def test_the_same_record_changes_nothing(records: Records, late: Document, form: str) -> None:
    found = verified(WRITERS[form](late), records.addendum)
    assert found is not None
    assert Counter(each.verdict for each in found) == {SAME: 190}


@pytest.mark.parametrize("form", WRITERS)
def test_answers_that_came_later(records: Records, early: Document, form: str) -> None:
    found = verified(WRITERS[form](early), records.addendum)
    assert found is not None
    verdicts = {
        re.sub(r"\?.*", "", each.printed.reference): each for each in found if "unit=numbers" in each.printed.reference
    }
    assert {name: (each.printed.words, each.verdict, each.now) for name, each in verdicts.items()} == {
        "received@1": ("56", SAME, "56"),
        "supported@1": ("40", LATER, "44"),
        "supported_share@1": ("71.4\xa0%", LATER, "78.6\xa0%"),
        "noted@1": ("eleven", LATER, "11"),
        "noted_share@1": ("14.3\xa0%", LATER, "19.6\xa0%"),
        "in_part@1": ("0", LATER, "1"),
        "in_part_share@1": ("0.0\xa0%", LATER, "1.8\xa0%"),
        "pending@1": ("8", LATER, "0"),
        "pending_share@1": ("14.3\xa0%", LATER, "0.0\xa0%"),
    }


def test_a_changed_figure(records: Records, late: Document) -> None:
    found = verified(WRITERS["docx"](late), records.corrected)
    assert found is not None
    changed = [each for each in found if each.verdict != SAME]
    assert {each.verdict for each in changed} == {DIFFERENT}
    told = {
        (each.printed.reference.partition("@")[0], each.printed.reference.partition("scope=")[2].partition("#")[0]): (
            each.printed.words, each.now,
        )
        for each in changed
    }  # fmt: skip
    norway, gabon = "state:XRU+by:NOR+cycle:2", "state:XRU+by:GAB+cycle:2"
    assert told == {
        ("received", norway): ("2", "3"),
        ("supported", norway): ("2", "3"),
        ("received", gabon): ("1", "0"),
        ("supported", gabon): ("1", "0"),
        ("supported_share", gabon): ("100.0\xa0%", "–"),
    }


def test_a_document_that_shows_both_stages_is_told_of_the_last_only(records: Records) -> None:
    """A change sheet prints figures of the report beside those of the addendum; these are no news to it."""
    lines = [
        f"40 = supported@1?unit=numbers&stage=report&as_of=&scope=state:XRU+cycle:2#{records.addendum.hash[:12]}",
        f"44 = supported@1?unit=numbers&stage=addendum&as_of=&scope=state:XRU+cycle:2#{records.addendum.hash[:12]}",
    ]
    verdicts = [
        [each.verdict for each in verified("\n".join(some).encode(), records.addendum) or ()]
        for some in (lines, lines[:1])
    ]
    assert verdicts == [[SAME, SAME], [LATER]]


def test_a_file_that_lost_its_list_is_read_from_print(records: Records, late: Document) -> None:
    pdf, docx = (WRITERS[form](late) for form in ("pdf", "docx"))
    bare = pdf.replace(b"item6-figures.json", b"item6-figures.jso_")
    for data in (bare, without(docx, "customXml/item1.xml"), "\n".join(texts(docx)).encode()):
        found = verified(data, records.addendum)
        assert found is not None
        assert Counter(each.verdict for each in found) == {SAME: 189}


def texts(docx: bytes) -> list[str]:
    from read_back import Word

    return [words for _, words in Word(docx).paragraphs()]


def without(docx: bytes, name: str, content: bytes | None = None) -> bytes:
    """The package without a part, or with another content of it."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for each in old.namelist():
            if each != name:
                new.writestr(each, old.read(each))
            elif content is not None:
                new.writestr(each, content)
    return out.getvalue()


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("1 = noted@9?unit=numbers&stage=report&as_of=&scope=state:XRU#49f397bbb6c8", "noted was version 9 then"),
        ("1 = vetoed@1?unit=numbers&stage=report&as_of=&scope=state:XRU#49f397bbb6c8", "no measure is called vetoed"),
        ("1 = noted@1?unit=grams&stage=report&as_of=&scope=state:XRU#49f397bbb6c8", "grams: not a unit"),
        ("1 = noted@1?unit=numbers&stage=dusk&as_of=&scope=state:XRU#49f397bbb6c8", "dusk: not a stage"),
        ("1 = noted@1?unit=numbers&stage=report&as_of=&scope=planet:Mars#49f397bbb6c8", "planet"),
        ("1 = noted_rank@1?unit=numbers&stage=later&as_of=&scope=state:ZZZ+cycle:2#49f397bbb6c8", "does not give"),
        ("1 = noted_change@1?unit=numbers&stage=later&as_of=&scope=state:XRU#49f397bbb6c8", ""),
    ],
)
def test_references_that_cannot_be_computed(records: Records, line: str, why: str) -> None:
    (found,) = verified(line.encode(), records.addendum) or ()
    assert (found.verdict, why in found.why) == (UNKNOWN, True)


@pytest.mark.parametrize("name", BAD_FILES)
def test_bad_files(records: Records, name: str) -> None:
    data = BAD_FILES[name][1]()
    try:
        assert verified(data, records.addendum) is None
    except Unreadable as error:
        assert error.key.startswith("file.")


@pytest.mark.parametrize(
    "listed",
    [
        b"<figures xmlns='urn:item6:figures:1'>nothing</figures>",
        b"<figures xmlns='urn:item6:figures:1'>" + b"[" * 100_000 + b"</figures>",
        b"<!DOCTYPE a [<!ENTITY b 'c'>]><figures xmlns='urn:item6:figures:1'>&b;</figures>",
        f'<figures xmlns="urn:item6:figures:1">{{"form":"{FORM}","figures":[["1","2"]]}}</figures>'.encode(),
    ],
)
def test_lists_that_are_none(records: Records, late: Document, listed: bytes) -> None:
    with pytest.raises(Unreadable, match=r"damaged|document type|list of figures"):
        verified(without(WRITERS["docx"](late), "customXml/item1.xml", listed), records.addendum)


def test_a_list_that_unpacks_to_too_much(late: Document, records: Records) -> None:
    huge = b"<figures xmlns='urn:item6:figures:1'>" + b" " * (20 * 2**20) + b"</figures>"
    with pytest.raises(Unreadable, match="250 times"):
        verified(without(WRITERS["docx"](late), "customXml/item1.xml", huge), records.addendum)


def test_the_words_of_a_page_are_those_it_shows(records: Records, late: Document) -> None:
    page = WRITERS["html"](late).decode().replace(">eleven<", "><b>twelve</b><")
    found = figures_of(page.encode())
    assert found is not None
    assert [each.words for each in found if each.words in ("eleven", "twelve")] == ["twelve"]


def test_a_list_of_another_form_is_refused() -> None:
    with pytest.raises(ValueError, match="not a list of the form item6 figures 1"):
        from_text('{"form": "item6 figures 2", "figures": []}')
