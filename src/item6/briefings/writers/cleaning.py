"""Text without the control characters that XML forbids and printers stumble over; line ends become spaces."""

from __future__ import annotations

import re

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff\ud800-\udfff]")
_SPACE = re.compile(r"[\t\n\r\u2028\u2029]+")


def plain(words: str) -> str:
    """The words as one line that every format can hold."""
    return _SPACE.sub(" ", _CONTROL.sub("", words))
