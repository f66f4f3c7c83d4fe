"""A checked text as a Word file with a comment at each claim: the user's own file where there is one."""

from __future__ import annotations

from collections.abc import Iterator

from item6.checks.marked import Marked, Note, unwrapped
from item6.files.docx_comments import Author, Comment, add_comments
from item6.files.docx_making import docx_of

HTML_NAMES = (".html", ".htm", ".xhtml")
"""What is read as a page whatever its bytes are."""

_ROWS = 12
"""Setting: rows that a comment lists; the rest opens with `item6 explain`."""


def own_file(data: bytes, name: str = "") -> bytes | None:
    """The file that a text was read from, where it is a Word file. name: of it, as `text_of` takes it."""
    return data if data.startswith(b"PK\x03\x04") and not name.lower().endswith(HTML_NAMES) else None


def as_docx(marked: Marked, own: bytes | None = None, checked_at: str = "") -> bytes:
    """The Word file. own: the file that the text was read from, where it is one. checked_at: ISO date and time.

    Unreadable where parts of the own file that the text did not need cannot be kept (damaged, too large, protected).
    """
    comments = [_comment(each) for each in marked.notes]
    return add_comments(
        docx_of(unwrapped(marked.text)) if own is None else own, comments, Author("item6", "i6", checked_at)
    )


def _comment(note: Note) -> Comment:
    claim = note.checked.claim
    return Comment(claim.start, claim.end, tuple(_lines(note)))


def _lines(note: Note) -> Iterator[tuple[tuple[str, bool], ...]]:
    verdict = note.checked.verdict
    yield (f"{note.mark.sign} {verdict.verdict}", True), (f" · {note.what}" if note.what else "", False)
    for name, words in (("Basis", note.basis), ("As of", note.known), ("Why", verdict.why), ("True", verdict.nearest)):
        if words:
            yield (f"{name}: ", True), (words, False)
    for source in note.sources:
        yield ("Source: ", True), (f"{source.name}: {source.value}", False)
    for each in note.evidence:
        listed = [f"{row.name} (page {row.page})" if row.page else row.name for row in each.rows[:_ROWS]]
        more = f" and {len(each.rows) - _ROWS} more" if len(each.rows) > _ROWS else ""
        if listed:
            documents = ", ".join(dict.fromkeys(row.document for row in each.rows if row.document))
            yield ("Rows: ", True), (f"{', '.join(listed)}{more}{f'; {documents}' if documents else ''}", False)
        yield ("Figure: ", True), (each.reference, False)
