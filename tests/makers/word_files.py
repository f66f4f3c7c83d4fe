"""Word files made in memory from the markup that a test is about."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SPACES = (
    f'xmlns:w="{W}" xmlns:r="{RELATIONSHIPS}" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)


def zipped(parts: Mapping[str, str | bytes], *, packed: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A ZIP of these parts, the same bytes every time."""
    memory = io.BytesIO()
    with zipfile.ZipFile(memory, "w", packed) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name), content, packed)
    return memory.getvalue()


def part(root: str, inside: str) -> str:
    """An XML part whose root element is `w:root`."""
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:{root} {_SPACES}>{inside}</w:{root}>'


def relationships(*related: tuple[str, str]) -> str:
    """Relationships as (kind, target)."""
    inside = "".join(
        f'<Relationship Id="r{number}" Type="{RELATIONSHIPS}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(related, 1)
    )
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{space}">{inside}</Relationships>'


def content_types(*names: str) -> str:
    """`[Content_Types].xml` for parts of Word by name, such as `header1`."""
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    inside = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{kind}.{name.rstrip("0123456789")}{main}+xml"/>'
        for name in names
        for main in [".main" if name == "document" else ""]
    )
    relations = "application/vnd.openxmlformats-package.relationships+xml"
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        f'<Default Extension="rels" ContentType="{relations}"/>{inside}</Types>'
    )


def word_parts(body: str, *, numbering: str = "", styles: str = "", headers: tuple[str, ...] = ()) -> dict[str, str]:
    """The parts of a Word file: markup inside of `w:body`, of `w:numbering`, of `w:styles` and of each `w:hdr`."""
    related = [(kind, f"{kind}.xml") for kind, inside in (("numbering", numbering), ("styles", styles)) if inside]
    related += [("header", f"header{number}.xml") for number in range(1, len(headers) + 1)]
    parts = {
        "[Content_Types].xml": content_types("document", *(target.removesuffix(".xml") for _, target in related)),
        "_rels/.rels": relationships(("officeDocument", "word/document.xml")),
        "word/document.xml": part("document", f"<w:body>{body}</w:body>"),
        "word/_rels/document.xml.rels": relationships(*related),
    }
    if numbering:
        parts["word/numbering.xml"] = part("numbering", numbering)
    if styles:
        parts["word/styles.xml"] = part("styles", styles)
    return parts | {f"word/header{n}.xml": part("hdr", inside) for n, inside in enumerate(headers, 1)}


def word_file(body: str, *, numbering: str = "", styles: str = "", headers: tuple[str, ...] = ()) -> bytes:
    """A Word file of these parts."""
    return zipped(word_parts(body, numbering=numbering, styles=styles, headers=headers))


def run(text: str, properties: str = "") -> str:
    """`w:r` with text; properties: markup inside of `w:rPr`."""
    before = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{before}<w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(text: str = "", *, properties: str = "", runs: str = "") -> str:
    """`w:p` with text, or with the markup of its runs; properties: markup inside of `w:pPr`."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{run(text) if text else ''}{runs}</w:p>"


def numbered(list_id: int | str, level: int | str = 0) -> str:
    """`w:numPr` of a paragraph."""
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>'


def level(place: int, text: str, *, form: str = "decimal", start: int = 1, more: str = "") -> str:
    """`w:lvl` of a list; more: further markup of it."""
    return (
        f'<w:lvl w:ilvl="{place}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def definition(number: int | str, *levels: str, more: str = "") -> str:
    """`w:abstractNum`."""
    return f'<w:abstractNum w:abstractNumId="{number}">{more}{"".join(levels)}</w:abstractNum>'


def list_of(number: int | str, definition_number: int | str, overrides: str = "") -> str:
    """`w:num`, a list that is made from a definition."""
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{definition_number}"/>{overrides}</w:num>'


def starts_at(place: int, start: int) -> str:
    """`w:lvlOverride` with another start."""
    return f'<w:lvlOverride w:ilvl="{place}"><w:startOverride w:val="{start}"/></w:lvlOverride>'
