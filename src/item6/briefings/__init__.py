"""Documents to hand over: a record and a review to a Document of blocks, and that to files people can edit.

kinds make Documents from figures; writers turn any Document into Word, PDF, HTML or Markdown. Neither knows the other.

What is named here is loaded when it is first asked for: who needs one small module of this package (a command of the
server that counts the words of a letter) does not load what makes Word files and reads matrices.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from item6.briefings.asked import Asked, Kind
    from item6.briefings.document import Document
    from item6.briefings.kinds import KINDS
    from item6.briefings.making import BriefingError, brief
    from item6.briefings.writers import WRITERS, WriterMissing

_FROM = {
    "KINDS": "kinds", "WRITERS": "writers", "Asked": "asked", "BriefingError": "making", "Document": "document",
    "Kind": "asked", "WriterMissing": "writers", "brief": "making",
}  # fmt: skip

__all__ = ["KINDS", "WRITERS", "Asked", "BriefingError", "Document", "Kind", "WriterMissing", "brief"]


def __getattr__(name: str) -> Any:
    if name not in _FROM:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_FROM[name]}"), name)
