"""Files that are not what they seem, and the one sentence that answers each.

`BAD_FILES` has by name of the case: a file name, what makes the bytes, and the key of the Issue that the reader of
Working Group reports leaves.
"""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Callable
from functools import cache

from pdf_files import locked_pdf, scan_pdf, text_pdf
from word_files import paragraph, part, relationships, word_file, word_parts, zipped

OLE = bytes.fromhex("d0cf11e0a1b11ae1")

HTML = b"""<!DOCTYPE html>
<html lang="en"><head><title>Document not found</title></head>
<body><p>The document that you asked for does not exist (yet).</p></body></html>
"""

TEXT = """A reminder for the afternoon: the report of the Working Group on Ruritania is expected at six.
Whoever sees it first tells the others. No attachment yet.
"""

FRENCH = """Conseil des droits de l'homme
Groupe de travail sur l'Examen périodique universel
Cinquante-deuxième session
Rapport du Groupe de travail sur l'Examen périodique universel
Ruritanie
I. Résumé des débats au titre du processus d'examen
1. La délégation de la Ruritanie était dirigée par la Ministre de la justice.
2. Elle a rappelé que la Constitution garantissait l'égalité de toutes les personnes devant la loi.
II. Conclusions et/ou recommandations
6. Les recommandations ci-après seront examinées par la Ruritanie, qui donnera ses réponses en temps utile :
6.1 Ratifier la Convention relative aux droits des personnes handicapées (Chili) ;
6.2 Adopter une loi contre la discrimination et lui donner les moyens nécessaires (France, Sénégal) ;
6.3 Veiller à ce que les enfants de toutes les communautés aient accès à l'enseignement (Portugal).
7. Toutes les conclusions et/ou recommandations figurant dans le présent rapport expriment la position de leurs
auteurs. Elles ne sauraient être considérées comme ayant été approuvées par l'ensemble du Groupe de travail.
"""


def noise(size: int = 4096, seed: int = 6) -> bytes:
    """The same noise every time."""
    return random.Random(seed).randbytes(size)


def ole(*entries: str, size: int = 4096) -> bytes:
    """An OLE compound file as far as its directory goes: entries of 128 bytes, each a stream."""
    directory = b""
    for name in ("Root Entry", *entries):
        raw = (name + "\0").encode("utf-16-le")
        sort = b"\5" if name == "Root Entry" else b"\2"
        directory += (raw.ljust(64, b"\0") + len(raw).to_bytes(2, "little") + sort).ljust(128, b"\0")
    return (OLE.ljust(512, b"\0") + directory).ljust(size, b"\0")


def french_pdf() -> bytes:
    """The French report on two pages."""
    lines = FRENCH.splitlines()
    return text_pdf([lines[:8], lines[8:]])


def french_docx() -> bytes:
    """The French report as a Word file."""
    return word_file("".join(paragraph(line.replace("&", "&amp;")) for line in FRENCH.splitlines()))


def english_pdf(pages: int = 3) -> bytes:
    """Text enough to be whole, of no document that anyone reads."""
    return text_pdf(
        [[f"Page {page} of minutes of a meeting that took place in Strelsau."] * 20 for page in range(pages)]
    )


@cache
def zip_bomb() -> bytes:
    """A Word file whose text unpacks from 300 kB to 300 MB."""
    memory = io.BytesIO(
        zipped({name: content for name, content in word_parts("").items() if "document.xml" not in name})
    )
    blanks = b" " * 2**20
    with (
        zipfile.ZipFile(memory, "a", zipfile.ZIP_DEFLATED, compresslevel=1) as archive,
        archive.open("word/document.xml", "w", force_zip64=True) as stream,
    ):
        for _ in range(300):
            stream.write(blanks)
    return memory.getvalue()


def entity_bomb() -> bytes:
    """A Word file whose XML would grow without end if its entities were followed."""
    levels = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    bomb = f'<!DOCTYPE d [<!ENTITY e0 "Ruritania ">{levels}]>'
    document = part("document", f"<w:body>{paragraph('&e9;')}</w:body>").replace("<w:document", bomb + "<w:document", 1)
    return zipped(word_parts("") | {"word/document.xml": document})


def excel() -> bytes:
    """A workbook, as far as one can tell from outside."""
    return zipped({"[Content_Types].xml": "<Types/>", "xl/workbook.xml": "<workbook/>"})


def without_text_part() -> bytes:
    """A Word file that lacks its document."""
    return zipped({"[Content_Types].xml": "<Types/>", "_rels/.rels": relationships(), "word/styles.xml": "<s/>"})


BAD_FILES: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "empty": ("empty.pdf", lambda: b"", "file.empty"),
    "html named pdf": ("report.pdf", lambda: HTML, "file.html"),
    "json named pdf": ("answer.pdf", lambda: b'{"error": {"code": 404}}', "file.for_programs"),
    "text named pdf": ("notes.pdf", TEXT.encode, "file.text"),
    "rtf named doc": ("old.doc", lambda: rb"{\rtf1\ansi Ruritania}", "file.other_office"),
    "noise named docx": ("noise.docx", noise, "file.unknown"),
    "noise named pdf": ("noise.pdf", noise, "file.unknown"),
    "old word": ("legacy.doc", lambda: ole("WordDocument", "1Table"), "file.legacy_word"),
    "locked word": ("locked.docx", lambda: ole("EncryptionInfo", "EncryptedPackage"), "file.encrypted"),
    "workbook named docx": ("matrix.docx", excel, "file.other_office"),
    "archive": ("documents.zip", lambda: zipped({"report.pdf": french_pdf()}), "file.archive"),
    "picture": ("page.pdf", lambda: b"\x89PNG\r\n\x1a\n" + noise(64), "file.picture"),
    "cut docx": ("cut.docx", lambda: french_docx()[:-400], "file.damaged"),
    "docx without text": ("hollow.docx", without_text_part, "file.damaged"),
    "zip bomb": ("bomb.docx", zip_bomb, "file.too_large"),
    "entity bomb": ("entities.docx", entity_bomb, "file.damaged"),
    "cut pdf": ("cut.pdf", lambda: english_pdf()[:600], "file.damaged"),
    "pdf header and noise": ("header.pdf", lambda: b"%PDF-1.7\n" + noise(), "file.damaged"),
    "locked pdf": ("locked.pdf", locked_pdf, "file.encrypted"),
    "scan": ("scan.pdf", scan_pdf, "file.scan"),
    "french pdf": ("rapport.pdf", french_pdf, "document.language"),
    "french docx": ("rapport.docx", french_docx, "document.language"),
    "other english document": ("minutes.pdf", english_pdf, "document.not_upr"),
}
