"""Small PDF files made in memory, byte by byte."""

from __future__ import annotations

import zlib
from collections.abc import Iterable

Stream = tuple[bytes, bytes]
"""Entries of the dictionary, and the content."""


def pdf(objects: Iterable[bytes | Stream], trailer: bytes = b"") -> bytes:
    """A PDF of objects numbered from 1, the first one the catalogue. trailer: further entries of it."""
    out = b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n"
    places = []
    for number, made in enumerate(objects, 1):
        places.append(len(out))
        if isinstance(made, tuple):
            made = b"<<%b /Length %d>>\nstream\n%b\nendstream" % (made[0], len(made[1]), made[1])
        out += b"%d 0 obj\n%b\nendobj\n" % (number, made)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(places) + 1
    end = b"trailer\n<</Size %d /Root 1 0 R %b>>\nstartxref\n%d\n%%%%EOF\n" % (size, trailer, len(out))
    return out + b"xref\n0 %d\n0000000000 65535 f \n%b" % (size, table) + end


def text_pdf(pages: Iterable[Iterable[str]], trailer: bytes = b"", *, size: float = 10) -> bytes:
    """Pages of lines in Helvetica, characters of Windows-1252."""
    contents = [_text_content(lines, size) for lines in pages]
    first = 4
    kids = b" ".join(b"%d 0 R" % (first + 2 * index) for index in range(len(contents)))
    objects: list[bytes | Stream] = [
        b"<</Type /Catalog /Pages 2 0 R>>",
        b"<</Type /Pages /Kids [%b] /Count %d>>" % (kids, len(contents)),
        b"<</Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding>>",
    ]
    for index, content in enumerate(contents):
        objects.append(_page(b"<</Font <</F1 3 0 R>>>>", first + 2 * index + 1))
        objects.append((b"", content))
    return pdf(objects, trailer)


def scan_pdf(pages: int = 2) -> bytes:
    """Pages that show one grey picture and no text."""
    grey = zlib.compress(bytes([128]) * 64 * 64)
    picture = (
        b"/Type /XObject /Subtype /Image /Width 64 /Height 64 /ColorSpace /DeviceGray /BitsPerComponent 8 "
        b"/Filter /FlateDecode",
        grey,
    )
    kids = b" ".join(b"%d 0 R" % (5 + index) for index in range(pages))
    objects: list[bytes | Stream] = [
        b"<</Type /Catalog /Pages 2 0 R>>",
        b"<</Type /Pages /Kids [%b] /Count %d>>" % (kids, pages),
        picture,
        (b"", b"q 595 0 0 842 0 0 cm /Im1 Do Q"),
    ]
    return pdf(objects + [_page(b"<</XObject <</Im1 3 0 R>>>>", 4)] * pages)


def locked_pdf() -> bytes:
    """A PDF that asks for a password (standard security handler): no password fits these entries."""
    keys = b"/Encrypt <</Filter /Standard /V 1 /R 2 /O <%b> /U <%b> /P -4>> /ID [<00> <00>]" % (b"5a" * 32, b"a5" * 32)
    return text_pdf([["Nobody reads this"]], keys)


def _page(resources: bytes, content: int) -> bytes:
    return b"<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources %b /Contents %d 0 R>>" % (
        resources,
        content,
    )


def _text_content(lines: Iterable[str], size: float) -> bytes:
    shown = [_escaped(line) for line in lines]
    return b"BT /F1 %g Tf 57 785 Td %g TL %b ET" % (
        size,
        size * 1.4,
        b"\n".join(b"(%b) Tj T*" % line for line in shown),
    )


def _escaped(line: str) -> bytes:
    raw = line.encode("cp1252", errors="replace")
    return raw.replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
