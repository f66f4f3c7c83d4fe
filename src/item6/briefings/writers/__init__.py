"""Any Document to a file: one module for each format, and one table of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from item6.briefings.document import Document
from item6.briefings.writers import docx, html, markdown, pdf
from item6.briefings.writers.errors import WriterMissing

WRITERS: Mapping[str, Callable[[Document], bytes]] = MappingProxyType(
    {"docx": docx.written, "pdf": pdf.written, "html": html.written, "md": markdown.written}
)
"""The writer of each format, by the ending of its files. Each raises WriterMissing where it lacks a package."""

__all__ = ["WRITERS", "WriterMissing"]
