"""Where an answer by itself may begin: "Accepted", "The recommendation is noted", "Response of the State: no".

These are the beginnings of what `verdicts.verdict` knows. Whole lines that cannot be such an answer are most of a text;
they are left alone.
"""

from __future__ import annotations

import re

# The first letters of each answer of `verdicts`, as few as tell it from the beginning of any other sentence
_ANSWERS = {
    "en": (
        r"accept|agree|(?:are|is)\s+(?:accept|agree|duly|endors|noted|support)|can(?:not|\s+not)|declined|deferred|"
        r"disagree|do(?:es)?\s+not|duly|endors|enjoy|fully|in\s+principle|incompre|irrelevant|no(?:n?\W|n?$|t)|out|part(?:ial|ly)|pending|"
        r"refuse|reject|still\s|support|tak(?:es?|en)\s|to\s+be|under\s|yes"
    ),
    "fr": r"a\b|accept|appu|en\b|n|oui|parti|pr|recueill|refus|rejet|à",
    "es": r"a?nota|acept|apoy|cuenta|en\b|no|parcial|pendiente|rechaz|se\b|sí|tom",
}
_BEFORE = (
    r"(?:(?:the\s+)?(?:state.s\s+|government.s\s+)?"
    r"(?:position|response|reply|answer|status|decision|réponse|respuesta|posición)(?:\s+of\s+[\w\s]{3,40}?)?\s*:\s*)?"
    r"(?:(?:this|the|cette|la|esta)\s+)?"
    r"(?:(?:recommendation|recommandation|recomendación)\s+(?:(?:is|est|es)\s+)?)?"
)
"""What may stand before an answer, see `verdicts.verdict`."""
# All of it is looked ahead at, for the answer may stand on the next line, which begins with it
_AT = {language: re.compile(rf"[^\w\n]*(?={_BEFORE}(?:{words}))") for language, words in _ANSWERS.items()}
_ON_A_LINE = {language: re.compile(rf"\n{pattern.pattern}") for language, pattern in _AT.items()}


def opening_lines(lower: str, language: str) -> list[int]:
    """Offsets of the lines of a text in small letters, without the first, that may begin with an answer by itself."""
    opening = _ON_A_LINE.get(language)
    return [found.start() + 1 for found in opening.finditer(lower)] if opening else []


def may_open(lower: str, at: int, language: str) -> bool:
    """Whether an answer by itself may begin at an offset."""
    opening = _AT.get(language)
    return opening is not None and opening.match(lower, at) is not None
