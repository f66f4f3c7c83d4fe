"""The numbers that Word puts before the paragraphs of a list; they stand nowhere in the text (ECMA-376 part 1, 17.9).

What the standard leaves open is done as Word does it, where somebody measured that:
- All lists made from one definition (`w:abstractNum`) count on together; a start of its own (`w:startOverride`) takes
  effect when the list is first used at that level.
- A level that is shown before it was used shows its start; a higher level that was never used counts as used then.
- A level linked to a paragraph style numbers only that style and those based on it, unless the paragraph itself names
  the list.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field, replace
from xml.etree.ElementTree import Element

from item6.files.docx_markup import W, child, switch, value, whole
from item6.files.docx_styles import Style, Styles

_LEVELS = 9
"""17.9.3: list levels go from 0 to 8."""
_PLACE = re.compile(r"%([1-9])")
_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl")),
    *((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_DASHES = "-‐‑‒–—"


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list.

    start: first number. format: `w:numFmt`, as written. text: `w:lvlText`, `%1` to `%9` standing for numbers.
    restart: 1-based level from which on upwards use restarts this one, 0 for none, None for any higher one.
    legal: numbers of higher levels are shown as decimals. style: id of the paragraph style linked to it, or None.
    override: start that takes effect when the list is first used at this level, or None.
    """

    start: int = 0
    format: str = "decimal"
    text: str = ""
    restart: int | None = None
    legal: bool = False
    style: str | None = None
    override: int | None = None


Levels = dict[int, Level]


@dataclass(frozen=True, slots=True)
class Lists:
    """definitions: levels by id of the list (`w:numId`). family: which lists count together, by id of the list."""

    definitions: dict[str, Levels] = field(default_factory=dict)
    family: dict[str, str] = field(default_factory=dict)


def read_lists(root: Element | None, styles: Styles) -> Lists:
    """Lists of `numbering.xml`; none where the part is missing. What is not understood is left out, never an error."""
    if root is None:
        return Lists()
    abstract = {found.get(W + "abstractNumId"): found for found in root.iter(W + "abstractNum")}
    lists = {found.get(W + "numId"): found for found in root.iter(W + "num")}
    definitions: dict[str, Levels] = {}
    family: dict[str, str] = {}
    for list_id, found in lists.items():
        definition = abstract.get(value(found, "abstractNumId"))
        if list_id is None or list_id == "0" or definition is None:
            continue
        # a definition may only point to a numbering style, whose list has the levels (17.9.21)
        link = styles.chain(value(definition, "numStyleLink"))
        linked = lists.get(link[0].list_id) if link else None
        levels = _levels(definition) or _levels(abstract.get(value(linked, "abstractNumId")))
        definitions[list_id] = _overridden(levels, found)
        family[list_id] = value(found, "abstractNumId") or ""
    return Lists(definitions, family)


def _levels(definition: Element | None) -> Levels:
    found = [] if definition is None else definition.findall(W + "lvl")
    levels = {whole(level.get(W + "ilvl"), -1): _level(level) for level in found}
    return {place: level for place, level in levels.items() if 0 <= place < _LEVELS}


def _level(level: Element) -> Level:
    restart = value(level, "lvlRestart")
    return Level(
        start=whole(value(level, "start"), 0),
        format=value(level, "numFmt") or "decimal",
        text=value(level, "lvlText") or "",
        restart=None if restart is None else whole(restart, _LEVELS),
        legal=switch(level, "isLgl") or False,
        style=value(level, "pStyle"),
    )


def _overridden(levels: Levels, found: Element) -> Levels:
    """The levels as this list changes them: another definition of a level, or another start."""
    changed = dict(levels)
    for override in found.findall(W + "lvlOverride"):
        place = whole(override.get(W + "ilvl"), -1)
        other = child(override, "lvl")
        if other is not None and 0 <= place < _LEVELS:
            changed[place] = _level(other)
        start = value(override, "startOverride")
        if start is not None and place in changed:
            first = whole(start, changed[place].start)
            changed[place] = replace(changed[place], start=first, override=first)
    return changed


class Numbering:
    """Counts through one document. Ask for every paragraph once, in order."""

    def __init__(self, lists: Lists, styles: Styles) -> None:
        self._lists = lists
        self._styles = styles
        self._counters: defaultdict[str, dict[int, int]] = defaultdict(dict)
        self._ever: set[tuple[str, int]] = set()
        self._restarted: set[tuple[str, int]] = set()

    def label(self, properties: Element | None) -> str:
        """What Word prints before a paragraph with these properties (`w:pPr`), counting it; "" for no number."""
        place = self._place(properties)
        if place is None:
            return ""
        list_id, at = place
        levels, family = self._lists.definitions[list_id], self._lists.family[list_id]
        self._count(list_id, levels, family, at)
        return _printed(levels, at, self._counters[family])

    def _place(self, properties: Element | None) -> tuple[str, int] | None:
        """The list and the level of a paragraph: its own where it names one, else those of its style."""
        own = value(properties, "numPr", "numId")
        chain = self._styles.chain(value(properties, "pStyle"), self._styles.default)
        list_id = own if own is not None else next((s.list_id for s in chain if s.list_id is not None), None)
        levels = self._lists.definitions.get(list_id or "")
        if list_id is None or levels is None:
            return None
        own_level = value(properties, "numPr", "ilvl")
        at = _level_of_styles(levels, chain) if own_level is None else whole(own_level, 0)
        if at not in levels or (own is None and levels[at].style not in (None, *_ids(chain))):
            return None
        return list_id, at

    def _count(self, list_id: str, levels: Levels, family: str, at: int) -> None:
        counters, level = self._counters[family], levels[at]
        if (family, at) not in self._ever:
            for higher in range(at - 1, -1, -1):
                if (family, higher) in self._ever or higher not in levels:
                    break
                self._use(family, higher, levels[higher].start)
        fresh = level.override is not None and (list_id, at) not in self._restarted
        self._restarted.add((list_id, at))
        self._use(family, at, level.start if fresh or at not in counters else counters[at] + 1)
        for deeper in range(at + 1, _LEVELS):
            restart = levels[deeper].restart if deeper in levels else None
            if restart is None or at < restart:
                counters.pop(deeper, None)

    def _use(self, family: str, at: int, number: int) -> None:
        self._counters[family][at] = number
        self._ever.add((family, at))


def _ids(chain: tuple[Style, ...]) -> tuple[str, ...]:
    return chain[0].chain if chain else ()


def _level_of_styles(levels: Levels, chain: tuple[Style, ...]) -> int:
    """The level that the nearest style is linked to or names; the highest where none says anything."""
    linked = {level.style: place for place, level in levels.items() if level.style is not None}
    for style_id, style in zip(_ids(chain), chain, strict=True):
        if style_id in linked:
            return linked[style_id]
        if style.level is not None:
            return whole(style.level, 0)
    return 0


def _printed(levels: Levels, at: int, counters: dict[int, int]) -> str:
    level = levels[at]
    if level.format == "bullet":
        return (level.text if level.text in _DASHES else "•") if level.text.strip() else ""

    def number(place: re.Match[str]) -> str:
        shown = int(place[1]) - 1
        if shown > at or shown not in levels:
            return ""
        form = "decimal" if level.legal and shown != at and levels[shown].format != "none" else levels[shown].format
        return written(counters.get(shown, levels[shown].start), form)

    return " ".join(_PLACE.sub(number, level.text).split())


def written(number: int, form: str) -> str:
    """A number in one of Word's formats (17.18.59): Roman, letters (27 is aa, 28 bb), ordinal, else decimal."""
    match form:
        case "none" | "bullet":
            return ""
        case "lowerRoman" | "upperRoman" if 0 < number < 5000:
            return _cased(_roman(number), form)
        case "lowerLetter" | "upperLetter" if 0 < number <= 780:
            return _cased(chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1), form)
        case "decimalZero":
            return f"{number:02}"
        case "ordinal":
            return f"{number}{_ordinal_ending(number)}"
    return str(number)


def _cased(text: str, form: str) -> str:
    return text.upper() if form.startswith("upper") else text


def _roman(number: int) -> str:
    text = ""
    for worth, letters in _ROMAN:
        text += letters * (number // worth)
        number %= worth
    return text


def _ordinal_ending(number: int) -> str:
    if number % 100 in (11, 12, 13):
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
