"""Words as XML can hold them, for whatever is written as an Office file."""

from __future__ import annotations

import re

_NO_TEXT = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML cannot hold (XML 1.0, 2.2)."""


def holdable(words: str) -> str:
    """A sign that something is missing (U+FFFD) for each that XML cannot hold; all line ends are line feeds."""
    return _NO_TEXT.sub("\ufffd", words.replace("\r\n", "\n").replace("\r", "\n"))
