"""People's decisions: files in, overlays out.

A file holds one decision on each line, as JSON: who decided what, when and why, and where it can be checked. Files are
read like any other source (`read`) and grow (`append`); one that is taken back is kept aside with its reason
(`withdraw`).
"""

from item6.decisions.reading import Decided, read
from item6.decisions.writing import DECISIONS, append, files_in, lines_of, withdraw

__all__ = ["DECISIONS", "Decided", "append", "files_in", "lines_of", "read", "withdraw"]
