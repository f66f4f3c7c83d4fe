from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import pytest
from bad_files import BAD_FILES, HTML, OLE, TEXT, french_docx, french_pdf, noise, ole, zip_bomb
from word_files import paragraph, word_file, word_parts, zipped

from item6.files import package
from item6.files.docx import read_docx
from item6.files.errors import Unreadable
from item6.files.kinds import kind
from item6.files.package import ENTRY_LIMIT, Package
from item6.files.pdf import read_pdf

DOCX = french_docx()


def answer(function: Callable[[bytes], object], data: bytes) -> str:
    """What the function says, or the sentence it gives instead."""
    try:
        return str(function(data))
    except Unreadable as error:
        return f"{error.key}: {error}"


def opened(data: bytes) -> str:
    """Key of what opening the file finds wrong, or its kind."""
    try:
        found = kind(data)
        _ = read_pdf(data) if found == "pdf" else read_docx(data)
    except Unreadable as error:
        return error.key
    return found


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (french_pdf(), "pdf"),
        (b"\0" * 1019 + b"%PDF-1.4", "pdf"),
        (b"\0" * 1020 + b"%PDF-1.4", "file.unknown: this is neither PDF nor Word (DOCX)"),
        (b"\xef\xbb\xbf\r\n%PDF-1.4 and so on", "pdf"),
        (DOCX, "docx"),
        (b"", "file.empty: the file is empty (0 bytes)"),
    ],
)
def test_documents(data: bytes, expected: str) -> None:
    assert answer(kind, data) == expected


PAGE = "file.html: this is a web page, not a document"
PROGRAMS = "file.for_programs: this is {}, written for programs, not a document"
OFFICE = "file.other_office: this is an Office file of another kind ({})"
PLAIN = "file.text: this is plain text, not a UN document"


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (HTML, PAGE),
        (b"\xef\xbb\xbf" + HTML, PAGE),
        (b"\n\n   \t" + HTML.lower(), PAGE),
        ("\ufeff<html><body>nothing here".encode("utf-16-le"), PAGE),
        (b"<HTML><BODY>moved", PAGE),
        (b"<html\nlang='fr'>", PAGE),
        (b"<!-- cached --><head><meta charset=utf-8>", PAGE),
        (b'<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "x.dtd"><html/>', PAGE),
        (b"<script>location='/login'</script>", PAGE),
        (b"Forbidden\n<html><p>no %PDF- for you</p></html>", "pdf"),
        (b"<p>%PDF-1.4 is what you wanted", PAGE),
        (b"Forbidden <html><p>come back later", PAGE),
        (b"MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n", PAGE),
        (TEXT.encode(), PLAIN),
        (TEXT.encode("utf-16"), PLAIN),
        ("Rapport présenté à l'Assemblée générale".encode("latin-1"), PLAIN),
        (b"<3 is no markup", PLAIN),
        (b"a" * 8191 + "é".encode(), PLAIN),
        (b'{"error": "not found"}', PROGRAMS.format("JSON")),
        (b'\n[{"id": 1}]', PROGRAMS.format("JSON")),
        (
            b"<Error><Code>AccessDenied</Code></Error>",
            PROGRAMS.format("XML"),
        ),
        (b"(see annex) [1] {x}", PLAIN),
        (
            b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><w/>',
            OFFICE.format("Word XML"),
        ),
        (rb"{\rtf1\ansi text}", OFFICE.format("RTF")),
        (b"\xffWPC\x10\0\0\0", OFFICE.format("WordPerfect")),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "file.picture: this is a picture (JPEG), not a document"),
        (b"\x1f\x8b\x08\0", "file.archive: this is an archive (gzip), not a document"),
        (noise(), "file.unknown: this is neither PDF nor Word (DOCX)"),
        (b"\0" * 4096, "file.unknown: this is neither PDF nor Word (DOCX)"),
    ],
)
def test_what_is_no_office_file(data: bytes, expected: str) -> None:
    assert answer(kind, data) == expected


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (ole("WordDocument", "1Table"), "file.legacy_word: this is a Word file of the old kind (.doc)"),
        (ole("WordDocument")[:720], "file.legacy_word: this is a Word file of the old kind (.doc)"),
        (ole("Workbook"), OFFICE.format("Excel")),
        (ole("Book"), OFFICE.format("Excel")),
        (ole("PowerPoint Document"), OFFICE.format("PowerPoint")),
        (ole("EncryptionInfo", "EncryptedPackage"), "file.encrypted: the file is protected by a password"),
        (ole("Catalog"), OFFICE.format("an old format")),
        (
            ole() + "WordDocument\0".encode("utf-16-le"),
            OFFICE.format("an old format"),
        ),
        (OLE, OFFICE.format("an old format")),
    ],
)
def test_old_office_files(data: bytes, expected: str) -> None:
    assert answer(kind, data) == expected


ARCHIVE = "file.archive: this is an archive (ZIP), not a document"
DIRECTORY = "file.damaged: the file is cut off or damaged: its ZIP directory is missing or wrong"


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (
            zipped({"[Content_Types].xml": "", "xl/workbook.xml": ""}),
            OFFICE.format("Excel"),
        ),
        (
            zipped({"[Content_Types].xml": "", "ppt/presentation.xml": ""}),
            OFFICE.format("PowerPoint"),
        ),
        (
            zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": ""}),
            OFFICE.format("OpenDocument"),
        ),
        (zipped({"report.pdf": b"%PDF-"}), ARCHIVE),
        (zipped({}), ARCHIVE),
        (zipped({"[Content_Types].xml": "", "Word\\Document.xml": ""}), "docx"),
        (
            zipped({"word/readme.txt": "no types, so no package"}),
            ARCHIVE,
        ),
        (DOCX[:-1], DIRECTORY),
        (DOCX[: len(DOCX) // 2], DIRECTORY),
        (b"PK\x03\x04" + noise(), DIRECTORY),
        (zip_bomb(), "file.too_large: the file unpacks to more than 256 MB"),
        (
            zipped({f"word/{number}": "" for number in range(ENTRY_LIMIT + 1)}, packed=zipfile.ZIP_STORED),
            "file.too_large: the file unpacks to more than 20000 parts",
        ),
    ],
)
def test_zip_files(data: bytes, expected: str) -> None:
    assert answer(kind, data) == expected


def test_the_name_is_never_looked_at() -> None:
    assert [kind(DOCX, name) for name in ("a.doc", "a.pdf", "", "a.html")] == ["docx"] * 4


@pytest.mark.parametrize(
    ("kilobytes", "expected"),
    [
        (120, "docx"),
        (130, "file.too_large: the file unpacks to more than 250 times its size"),
        (1030, "file.too_large: the file unpacks to more than 1 MB"),
        (2050, "file.too_large: the file unpacks to more than 2 MB"),
    ],
)
def test_bombs_are_met_by_their_size(kilobytes: int, expected: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The limits are made 128 times smaller, to be quick."""
    for limit in ("TOTAL_LIMIT", "PART_LIMIT", "RATIO_FROM"):
        monkeypatch.setattr(package, limit, getattr(package, limit) // 128)
    data = zipped(word_parts("") | {"word/document.xml": b" " * (kilobytes * 1024)})

    def text_part(data: bytes) -> str:
        found = Package(data).part("word/document.xml")
        return kind(data) if found is not None and len(found) == kilobytes * 1024 else "short"

    assert answer(text_part, data) == expected


def test_markup_without_end_is_met_by_its_count(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "MARKUP_LIMIT", 1000)
    assert answer(read_docx, word_file(paragraph("a") * 200)) == (
        "file.too_large: the file unpacks to more than 1000 pieces of markup"
    )


def test_a_directory_that_lies_about_a_size_is_believed_no_further() -> None:
    honest = word_file(paragraph("x" * 5000))
    real = zipfile.ZipFile(io.BytesIO(honest)).getinfo("word/document.xml").file_size
    lying = honest.replace(real.to_bytes(4, "little"), (real - 1000).to_bytes(4, "little"))
    assert lying != honest
    assert answer(read_docx, lying) == (
        "file.damaged: the file is cut off or damaged: word/document.xml cannot be unpacked"
    )


@pytest.mark.parametrize(
    ("prolog", "text"),
    [
        ('<!DOCTYPE d [<!ENTITY a "b">]>', "&a;"),
        ('<!DOCTYPE d SYSTEM "http://example.org/a.dtd">', "fine otherwise"),
        ('<!DOCTYPE d [<!ENTITY a SYSTEM "file:///etc/hostname">]>', "&a;"),
        ("<!-- " + "x" * 100_000 + " --><!DOCTYPE d>", "fine otherwise"),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_document_types_are_refused(prolog: str, text: str, encoding: str) -> None:
    document = word_parts(paragraph(text))["word/document.xml"].replace("<w:document", prolog + "<w:document", 1)
    document = document.replace("UTF-8", encoding)
    data = zipped(word_parts("") | {"word/document.xml": document.encode(encoding)})
    assert answer(read_docx, data) == "file.damaged: the file is cut off or damaged: its XML declares a document type"


@pytest.mark.parametrize("name", [name for name, (_, _, key) in BAD_FILES.items() if key.startswith("file.")])
def test_bad_files_are_answered_when_opened(name: str) -> None:
    _, make, key = BAD_FILES[name]
    assert opened(make()) == key


@pytest.mark.parametrize("name", [name for name, (_, _, key) in BAD_FILES.items() if key.startswith("document.")])
def test_files_that_only_a_reader_refuses_open_well(name: str) -> None:
    file, make, _ = BAD_FILES[name]
    assert opened(make()) == file.rsplit(".", 1)[1]
