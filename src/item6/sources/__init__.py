"""One folder for each family of documents: pure readers, bytes in, nouns and Issues out; no network, no store.

`read` is the one door: it opens a file, sees which family it belongs to, and hands it to the reader of that family.
"""

from __future__ import annotations

from item6.sources.addendum import read_addendum
from item6.sources.opening import open_document
from item6.sources.wg_report import read_report
from item6.terms.documents import Reading


def read(data: bytes, name: str) -> Reading:
    """Everything that a document says, or the one Issue that says why it is not read.

    data: bytes of the file. name: file name without folder, for places of Issues. Never raises for what the file holds.
    """
    opened = open_document(data, name)
    if isinstance(opened, Reading):
        return opened
    if opened.family.name == "addendum":
        return read_addendum(opened)
    return read_report(opened)


__all__ = ["read"]
