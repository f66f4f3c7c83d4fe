"""Documents to hand over: a record and a review to a Document of blocks, and that to files people can edit.

kinds make Documents from figures; writers turn any Document into Word, PDF, HTML or Markdown. Neither knows the other.
"""

from item6.briefings.asked import Asked, Kind
from item6.briefings.document import Document
from item6.briefings.kinds import KINDS
from item6.briefings.making import BriefingError, brief
from item6.briefings.writers import WRITERS, WriterMissing

__all__ = ["KINDS", "WRITERS", "Asked", "BriefingError", "Document", "Kind", "WriterMissing", "brief"]
