"""Documents with something wrong in them: bytes, parts of Word files, and lines of running text, by a given dice."""

from __future__ import annotations

import io
import random
import re
import zipfile
from collections.abc import Callable
from itertools import accumulate, pairwise

from word_files import zipped

from item6.files.body import Body, Line

ODD = (
    # what text layers hold: private-use digits, joined hyphens, replacement and zero-width characters, right-to-left
    # marks, wide and combining letters, characters beyond the basic plane, lone surrogates are no text
    *"\uf02a\uf032\ufffe\x02\ufffd\u200b\u200e\u202e\u00ad\u2028\u00a0\u2007\u2011\u2015\u2217\u0301\u0130\u1e9e",
    *"（）；．１①Ⅳ²٣ß\0\x1f\x7f😀𝟙",
)
NUMBERS = ("0", "1", "-1", "9999999999", "4294967296", "99999999999999999999", "1e9", "", "00000000000000000001")
BRACKETS = ("(", ")", "((", "))", "()", ")(", "[", "]", "( ", ";", ",", ".", ":", "/")


def mutated_bytes(data: bytes, dice: random.Random) -> bytes:
    """One to six changes of bytes, numbers written in them included."""
    for _ in range(dice.randint(1, 6)):
        at = dice.randrange(len(data) + 1)
        end = min(len(data), at + dice.choice((1, 2, 16, 300, 5000)))
        match dice.randrange(8):
            case 0:
                data = data[:at] + dice.randbytes(end - at) + data[end:]
            case 1:
                data = data[:at] + data[end:]
            case 2:
                data = data[:end] + data[at:end] + data[end:]
            case 3:
                data = data[:at] + bytes(end - at) + data[end:]
            case 4:
                data = data[:at] + dice.randbytes(dice.randint(1, 200)) + data[at:]
            case 5 if dice.random() < 0.3:
                data = data[:at]
            case 6:
                other = dice.randrange(len(data) + 1)
                data = data[:other] + data[at:end] + data[other:]
            case _:
                data = _with_another_number(data, at, dice)
    return data


def _with_another_number(data: bytes, at: int, dice: random.Random) -> bytes:
    found = re.compile(rb"\d+").search(data, at)
    if found is None:
        return data
    return data[: found.start()] + dice.choice(NUMBERS).encode() + data[found.end() :]


def mutated_word_file(data: bytes, dice: random.Random) -> bytes:
    """Markup, values and text changed in one to three parts, all packed again as a sound ZIP."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts: dict[str, str | bytes] = {name: archive.read(name) for name in archive.namelist()}
    readable = sorted(name for name in parts if name.endswith((".xml", ".rels")))
    for name in dice.choices(readable + ["word/document.xml"] * 3, k=dice.randint(1, 3)):
        content = parts[name]
        text = content.decode("utf-8", "replace") if isinstance(content, bytes) else content
        parts[name] = _mutated_markup(text, dice)
    return zipped(parts)


def _mutated_markup(text: str, dice: random.Random) -> str:
    pieces = re.split(r"(<[^>]*>|\"[^\"]*\")", text)
    for _ in range(dice.randint(1, 5)):
        at, other = dice.randrange(len(pieces)), dice.randrange(len(pieces))
        pieces[at] = dice.choice(
            (
                "",
                pieces[at] * 2,
                pieces[other],
                f'"{dice.choice(NUMBERS)}"',
                '"%9%1%"',
                dice.choice(ODD),
                "<w:p>",
                "</w:p>",
            )
        )
    return "".join(pieces)


def mutated_body(body: Body, dice: random.Random) -> Body:
    """One to twelve changes of lines; places are counted anew, so that they fit the changed text."""
    units = [(line.text, line.unit, line.size, line.left) for line in body.lines]
    for _ in range(dice.randint(1, 12)):
        if not units:
            break
        at, other = dice.randrange(len(units)), dice.randrange(len(units))
        run = min(len(units), at + dice.choice((1, 1, 1, 3, 20)))
        match dice.randrange(7):
            case 0:
                del units[at:run]
            case 1:
                units[at:at] = units[at:run]
            case 2:
                units[at], units[other] = units[other], units[at]
            case 3:
                following = units[at + 1 : at + 2]
                units[at : at + 2] = [(" ".join((units[at][0], *(line[0] for line in following))), *units[at][1:])]
            case _:
                units[at] = (dice.choice(_CHANGES)(units[at][0], dice), *units[at][1:])
    return placed(units, body)


def placed(units: list[tuple[str, int, float, float]], like: Body) -> Body:
    """A body of these lines (text, unit, size, left), with pages in order and every line after the one before it."""
    pages = sorted(unit for _, unit, _, _ in units) if like.extractor else range(1, len(units) + 1)
    lines = []
    offset, last = 0, 0
    for (text, _, size, left), page in zip(units, pages, strict=True):
        offset = offset if page == last else 0
        lines.append(Line(text.replace("\n", " "), page, offset, size, left))
        offset, last = offset + len(text) + 2, page
    return Body(tuple(lines), like.extractor, max(pages, default=1) if like.extractor else None)


def window(body: Body, dice: random.Random) -> Body:
    """Some pages of a body: its first, a stretch of the dialogue, the head of its conclusions, a stretch, its last."""
    units = [(line.text, line.unit, line.size, line.left) for line in body.lines]
    heads = [at for at, unit in enumerate(units) if _HEAD.search(unit[0])]
    head = heads[-1] if heads else len(units) // 2
    dialogue, conclusions = units[_FIRST:head], units[head : head + 8]
    after = units[head + 8 :]
    return placed([*units[:_FIRST], *_stretch(dialogue, dice), *conclusions, *_stretch(after, dice), *units[-8:]], body)


_FIRST = 110
"""Lines in which a report names its State and session, table of contents included."""
_HEAD = re.compile(r"^\W*(?:II\.?)?\s*conclusions and\s*/?\s*or recommendations\W*$", re.IGNORECASE)
_Unit = tuple[str, int, float, float]


def _stretch(units: list[_Unit], dice: random.Random) -> list[_Unit]:
    start = dice.randint(0, len(units))
    return units[start : start + dice.choice((10, 60, 160))]


def _cut(text: str, dice: random.Random) -> str:
    at = dice.randint(0, len(text))
    return dice.choice((text[:at], text[at:]))


def _other_brackets(text: str, dice: random.Random) -> str:
    return re.sub(r"[()]", lambda _: dice.choice(BRACKETS) if dice.random() < 0.5 else "", text)


def _other_digits(text: str, dice: random.Random) -> str:
    return re.sub(r"\d+", lambda _: dice.choice((*NUMBERS, str(dice.randint(1, 300)))), text)


def _odd_characters(text: str, dice: random.Random) -> str:
    places = sorted(dice.randint(0, len(text)) for _ in range(dice.randint(1, 5)))
    edges = list(accumulate([0, *places, len(text)], max))
    return dice.choice(ODD).join(text[a:b] for a, b in pairwise(edges))


def _again(text: str, dice: random.Random) -> str:
    at = dice.randint(0, len(text))
    return text[:at] + text[at : at + 12] * dice.choice((2, 3, 50)) + text[at:]


def _shuffled(text: str, dice: random.Random) -> str:
    words = text.split(" ")
    dice.shuffle(words)
    return " ".join(words)


def _with_bracket(text: str, dice: random.Random) -> str:
    at = dice.randint(0, len(text))
    return text[:at] + dice.choice(BRACKETS) + text[at:]


_CHANGES: tuple[Callable[[str, random.Random], str], ...] = (
    _cut,
    _other_brackets,
    _other_digits,
    _odd_characters,
    _again,
    _shuffled,
    _with_bracket,
)
