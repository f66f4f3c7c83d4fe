"""People's decisions: files in, overlays out.

A file holds one decision on each line, as JSON: who decided what, when and why, and where it can be checked. Files are
read like any other source (`read`) and only ever grow (`append`).
"""

from item6.decisions.reading import Decided, read
from item6.decisions.writing import DECISIONS, append, files_in

__all__ = ["DECISIONS", "Decided", "append", "files_in", "read"]
