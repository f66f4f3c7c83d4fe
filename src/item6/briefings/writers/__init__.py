"""Any Document to a file: one module for each format, and one table of them.

Writers are imported when they are first used: what is asked of the record should not wait for a library of Word files.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from item6.briefings.document import Document
from item6.briefings.writers.errors import WriterMissing


def _docx(document: Document) -> bytes:
    from item6.briefings.writers.docx import written

    return written(document)


def _pdf(document: Document) -> bytes:
    from item6.briefings.writers.pdf import written

    return written(document)


def _html(document: Document) -> bytes:
    from item6.briefings.writers.html import written

    return written(document)


def _markdown(document: Document) -> bytes:
    from item6.briefings.writers.markdown import written

    return written(document)


WRITERS: Mapping[str, Callable[[Document], bytes]] = MappingProxyType(
    {"docx": _docx, "pdf": _pdf, "html": _html, "md": _markdown}
)
"""The writer of each format, by the ending of its files. Each raises WriterMissing where it lacks a package."""

__all__ = ["WRITERS", "WriterMissing"]
