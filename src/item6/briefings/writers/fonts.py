"""Which fonts a document needs beyond the ones that typst brings: by script, from what this system has.

typst brings Libertinus Serif, which has Latin, Greek, Cyrillic and Hebrew. Only documents with other scripts look at
the system's fonts, so that all others come out alike on every machine.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

BODY = "Libertinus Serif"


@dataclass(frozen=True, slots=True)
class Script:
    """A script: its letters as a class of characters, fonts that have them, the best first, and what brings one."""

    name: str
    letters: re.Pattern[str]
    families: tuple[str, ...]
    package: str


def _script(name: str, letters: str, families: str, package: str = "fonts-noto-core") -> Script:
    return Script(name, re.compile(f"[{letters}]"), tuple(families.split("|")), package)


_CHINESE = "Noto Serif CJK SC|Noto Sans CJK SC|Source Han Serif SC|Source Han Sans SC|Songti SC|PingFang SC|SimSun"
_JAPANESE = "Noto Serif CJK JP|Noto Sans CJK JP|Hiragino Mincho ProN|Yu Mincho|MS Mincho"
_KOREAN = "Noto Serif CJK KR|Noto Sans CJK KR|Apple SD Gothic Neo|Malgun Gothic|Batang"

SCRIPTS = (
    _script(
        "Arabic", "\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufeff",
        "Noto Naskh Arabic|Noto Sans Arabic|Amiri|Scheherazade New|Geeza Pro|Arial|DejaVu Sans",
    ),
    _script("Chinese", "\u2e80-\u2fdf\u3000-\u303f\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uff60", _CHINESE,
            "fonts-noto-cjk"),
    _script("Japanese", "\u3040-\u30ff\uff61-\uff9f", _JAPANESE, "fonts-noto-cjk"),
    _script("Korean", "\u1100-\u11ff\u3130-\u318f\uac00-\ud7af", _KOREAN, "fonts-noto-cjk"),
    _script("Devanagari", "\u0900-\u097f", "Noto Serif Devanagari|Noto Sans Devanagari|Kohinoor Devanagari|Nirmala UI"),
    _script("Bengali", "\u0980-\u09ff", "Noto Serif Bengali|Noto Sans Bengali|Nirmala UI"),
    _script("Tamil", "\u0b80-\u0bff", "Noto Serif Tamil|Noto Sans Tamil|Nirmala UI"),
    _script("Sinhala", "\u0d80-\u0dff", "Noto Serif Sinhala|Noto Sans Sinhala|Nirmala UI"),
    _script("Thai", "\u0e00-\u0e7f", "Noto Serif Thai|Noto Sans Thai|Thonburi|Leelawadee UI"),
    _script("Lao", "\u0e80-\u0eff", "Noto Serif Lao|Noto Sans Lao|Leelawadee UI"),
    _script("Tibetan", "\u0f00-\u0fff", "Noto Serif Tibetan|Kailasa|Microsoft Himalaya"),
    _script("Myanmar", "\u1000-\u109f", "Noto Serif Myanmar|Noto Sans Myanmar|Myanmar Text"),
    _script("Georgian", "\u10a0-\u10ff\u1c90-\u1cbf", "Noto Serif Georgian|Noto Sans Georgian|DejaVu Sans|Sylfaen"),
    _script("Armenian", "\u0530-\u058f", "Noto Serif Armenian|Noto Sans Armenian|DejaVu Sans|Sylfaen"),
    _script("Ethiopic", "\u1200-\u139f", "Noto Serif Ethiopic|Noto Sans Ethiopic|Nyala|Ebrima"),
    _script("Khmer", "\u1780-\u17ff", "Noto Serif Khmer|Noto Sans Khmer|Khmer UI"),
    _script("Mongolian", "\u1800-\u18af", "Noto Sans Mongolian|Mongolian Baiti"),
)  # fmt: skip
"""Scripts that may stand in a briefing and that typst's own fonts lack."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """families: in the order in which they are tried. missing: scripts without a font. system: its fonts are used."""

    families: tuple[str, ...]
    missing: tuple[Script, ...]
    system: bool

    @property
    def remarks(self) -> tuple[str, ...]:
        """A sentence for each script that cannot be printed, with what to do."""
        return tuple(
            f"no font of this system has {each.name} letters, and the PDF shows boxes for them: "
            f"install {each.package} (Debian, Ubuntu) or a font such as {each.families[0]}"
            for each in self.missing
        )


def chosen(text: str, available: Iterable[str] | None = None) -> Chosen:
    """The fonts for all words of a document. available: families of the system, looked up where they are needed."""
    wanted = [script for script in SCRIPTS if script.letters.search(text)]
    if not wanted:
        return Chosen((BODY,), (), False)
    known = set(_of_system() if available is None else available)
    found, missing = [BODY], []
    for script in wanted:
        family = next((each for each in script.families if each in known), None)
        if family is None:
            missing.append(script)
        elif family not in found:
            found.append(family)
    return Chosen(tuple(found), tuple(missing), len(found) > 1)


@cache
def _of_system() -> frozenset[str]:
    """Families that typst finds; none where it is not installed."""
    try:
        import typst
    except ImportError:
        return frozenset()
    return frozenset(typst.Fonts(include_system_fonts=True).families())
