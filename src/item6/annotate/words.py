"""Text to plain words: lower case, no accents, no markup, no punctuation."""

from __future__ import annotations

import re
import unicodedata
from html import unescape

MOST_WORDS = 2_000
"""Words of a text that are looked at; the longest recommendation known has about 300."""

MOST_CHARACTERS = 20_000
"""Characters of a text that are looked at, so that one text without a space costs no more than others."""

_MARKUP = re.compile(r"</?[a-zA-Z!][^<>]{0,200}>")
_POSSESSIVE = re.compile(r"['’`´]s\b|['’`´]")
_WORD = re.compile(r"[a-z0-9]+")


def plain(text: str) -> str:
    """Lower case without accents, markup and possessives: `<b>Women’s</b> rights` is ` women  rights`."""
    text = text[:MOST_CHARACTERS]
    if "<" in text or "&" in text:
        text = _MARKUP.sub(" ", unescape(text))
    if not text.isascii():
        text = "".join(each for each in unicodedata.normalize("NFKD", text) if not unicodedata.combining(each))
    return _POSSESSIVE.sub("", text.lower())


def words_of(text: str) -> list[str]:
    """The words in their order, at most MOST_WORDS: `OP-CAT, women’s` is `op cat women`."""
    return _WORD.findall(plain(text))[:MOST_WORDS]
