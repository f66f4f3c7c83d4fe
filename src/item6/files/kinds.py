"""What a file is, by its bytes: names lie (web pages called .pdf, DOCX called .doc, noise called .docx).

Only what a person can act on is told apart; whether a PDF is whole, scanned or protected is found when it is opened.
"""

from __future__ import annotations

import re

from item6.files.errors import Unreadable
from item6.files.package import Package

PDF, DOCX = "pdf", "docx"

_HEADER = 1024
"""ISO 32000-1, Annex H (implementation note 13): readers accept `%PDF-` anywhere in the first 1024 bytes."""
_SAMPLE = 8192

_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_OLE_ENTRIES: tuple[tuple[str, str, dict[str, str]], ...] = (
    # names of directory entries ([MS-CFB] 2.6.1) and what they mean, the first that is found counts
    ("EncryptedPackage", "file.encrypted", {}),
    ("WordDocument", "file.legacy_word", {}),
    ("Workbook", "file.other_office", {"what": "Excel"}),
    ("Book", "file.other_office", {"what": "Excel"}),
    ("PowerPoint Document", "file.other_office", {"what": "PowerPoint"}),
    ("__properties_version1.0", "file.other_office", {"what": "Outlook message"}),
)
_ZIP_STARTS = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_ZIP_PARTS = (("xl/", "Excel"), ("ppt/", "PowerPoint"), ("visio/", "Visio"), ("content.xml", "OpenDocument"))
_STARTS = (
    (b"{\\rtf", "file.other_office", "RTF"),
    (b"\xffWPC", "file.other_office", "WordPerfect"),
    (b"\x89PNG\r\n", "file.picture", "PNG"),
    (b"\xff\xd8\xff", "file.picture", "JPEG"),
    (b"GIF8", "file.picture", "GIF"),
    (b"II*\0", "file.picture", "TIFF"),
    (b"MM\0*", "file.picture", "TIFF"),
    (b"7z\xbc\xaf\x27\x1c", "file.archive", "7z"),
    (b"Rar!\x1a\x07", "file.archive", "RAR"),
    (b"\x1f\x8b\x08", "file.archive", "gzip"),
)

_PDF_START = b"%PDF-"
_HTML = re.compile(
    r"(?:<\?xml[^>]{0,200}\?>|<!--.{0,2000}?-->|\s)*"
    r"<(?:!doctype\s+html|html|head|body|title|script|style|meta|link|div|table|center|iframe|h[1-6]|p|pre)\b",
    re.IGNORECASE | re.DOTALL,
)
_HTML_INSIDE = re.compile(r"<(?:html|body)[\s>]", re.IGNORECASE)
_MAIL_PAGE = re.compile(r"(?:MIME-Version|From|Content-Type):", re.IGNORECASE)
_JSON = re.compile(r'\s*(?:\{\s*["}]|\[\s*[\[{"\d\]])')
_XML = re.compile(r"\s*<(?:\?xml|[A-Za-z_][\w:.-]*[\s/>])")
_WORD_XML = re.compile(r"progid=\"Word\.Document\"|<pkg:package|<w:wordDocument")


def kind(data: bytes, name: str = "") -> str:
    """`pdf` or `docx`.

    data: the whole file. name: taken so that callers need not think about it; never looked at.
    Unreadable with a key that says what the file is instead.
    """
    del name
    if not data:
        raise Unreadable("file.empty")
    if data.startswith(_OLE):
        raise _ole(data)
    if data.startswith(_ZIP_STARTS):
        return _zip(data)
    for start, key, what in _STARTS:
        if data.startswith(start):
            raise Unreadable(key, what=what)
    if data.startswith(_PDF_START):
        return PDF
    text = _text(data[:_SAMPLE])
    if text is not None and _HTML.match(text):
        raise Unreadable("file.html")
    if _PDF_START in data[:_HEADER]:
        return PDF
    raise Unreadable("file.unknown") if text is None else _written(text)


def _ole(data: bytes) -> Unreadable:
    for name, key, arguments in _OLE_ENTRIES:
        if _has_ole_entry(data, name):
            return Unreadable(key, **arguments)
    return Unreadable("file.other_office", what="an old format")


def _has_ole_entry(data: bytes, name: str) -> bool:
    """Whether a directory entry has this name: 64 bytes of name, its length with the final zero, a type (1 or 2).

    Entries lie on multiples of 128; the directory need not be whole for this, so cut files are told apart too.
    """
    wanted = (name + "\0").encode("utf-16-le")
    at = data.find(wanted)
    while at >= 0:
        length, sort = data[at + 64 : at + 66], data[at + 66 : at + 67]
        if at % 128 == 0 and length == len(wanted).to_bytes(2, "little") and sort in (b"\1", b"\2"):
            return True
        at = data.find(wanted, at + 1)
    return False


def _zip(data: bytes) -> str:
    package = Package(data)
    names = package.names
    if any(name.startswith("word/") for name in names) and "[content_types].xml" in names:
        return DOCX
    for start, what in _ZIP_PARTS:
        if any(name.startswith(start) for name in names):
            raise Unreadable("file.other_office", what=what)
    raise Unreadable("file.archive", what="ZIP")


def _text(sample: bytes) -> str | None:
    """The sample as text, None for bytes that are no text. Control characters are a ninth of noise, none of text."""
    if sample.startswith((b"\xff\xfe", b"\xfe\xff")):
        return sample.decode("utf-16", errors="replace")
    text = sample.decode("utf-8-sig", errors="replace")
    if "\0" in text or sum(character < " " and character not in "\t\n\r\f" for character in text) * 50 > len(text):
        return None
    if text.count("�") * 5 > len(text):
        return None
    return text


def _written(text: str) -> Unreadable:
    """Which sort of writing it is that no reader takes."""
    if _WORD_XML.search(text):
        return Unreadable("file.other_office", what="Word XML")
    if _HTML_INSIDE.search(text) or _MAIL_PAGE.match(text):
        return Unreadable("file.html")
    for pattern, what in ((_JSON, "JSON"), (_XML, "XML")):
        if pattern.match(text):
            return Unreadable("file.for_programs", what=what)
    return Unreadable("file.text")
