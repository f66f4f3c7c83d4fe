"""Reads a QR code (ISO/IEC 18004) that is not damaged: shares nothing with what draws it. Versions 1 to 6, bytes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

Modules = Sequence[Sequence[bool]]

BLOCKS = {  # level and version: blocks of equal length, and codewords of words in each (table 9)
    ("L", 1): (1, 19), ("L", 2): (1, 34), ("L", 3): (1, 55), ("L", 4): (1, 80), ("L", 5): (1, 108), ("L", 6): (2, 68),
    ("M", 1): (1, 16), ("M", 2): (1, 28), ("M", 3): (1, 44), ("M", 4): (2, 32), ("M", 5): (2, 43), ("M", 6): (4, 27),
    ("Q", 1): (1, 13), ("Q", 2): (1, 22), ("Q", 3): (2, 17), ("Q", 4): (2, 24), ("Q", 6): (4, 19),
}  # fmt: skip
LEVELS = {1: "L", 0: "M", 3: "Q", 2: "H"}
MASKS: tuple[Callable[[int, int], bool], ...] = (
    lambda i, j: (i + j) % 2 == 0, lambda i, j: i % 2 == 0, lambda i, j: j % 3 == 0, lambda i, j: (i + j) % 3 == 0,
    lambda i, j: (i // 2 + j // 3) % 2 == 0, lambda i, j: i * j % 2 + i * j % 3 == 0,
    lambda i, j: (i * j % 2 + i * j % 3) % 2 == 0, lambda i, j: ((i + j) % 2 + i * j % 3) % 2 == 0,
)  # fmt: skip


def words_of(code: Modules) -> str:
    """What a code says. ValueError for one that is not of bytes, or of another version."""
    size = len(code)
    version = (size - 17) // 4
    places = [*((8, j) for j in (0, 1, 2, 3, 4, 5, 7, 8)), *((i, 8) for i in (7, 5, 4, 3, 2, 1, 0))]
    form = _number(code[i][j] for i, j in places) ^ 0x5412
    level, mask = LEVELS[form >> 13], MASKS[form >> 10 & 7]
    bits = [code[i][j] ^ mask(i, j) for i, j in _path(size)]
    blocks, length = BLOCKS[level, version]
    stored = [_number(bits[at : at + 8]) for at in range(0, blocks * length * 8, 8)]
    told = [each for block in range(blocks) for each in stored[block::blocks]]
    stream = [bool(each >> shift & 1) for each in told for shift in range(7, -1, -1)]
    if _number(stream[:4]) != 4:
        raise ValueError("not of bytes")
    count = _number(stream[4:12])
    return bytes(_number(stream[12 + 8 * at : 20 + 8 * at]) for at in range(count)).decode()


def _path(size: int) -> Iterator[tuple[int, int]]:
    """Modules that hold words, in the order in which they are written: columns of two, from the right, up and down."""
    upwards = True
    for right in (*range(size - 1, 6, -2), 5, 3, 1):
        for row in reversed(range(size)) if upwards else range(size):
            for column in (right, right - 1):
                if not _is_form(row, column, size):
                    yield row, column
        upwards = not upwards


def _is_form(row: int, column: int, size: int) -> bool:
    corner = (row < 9 and (column < 9 or column >= size - 8)) or (row >= size - 8 and column < 9)
    aligned = size > 21 and abs(row - (size - 7)) <= 2 and abs(column - (size - 7)) <= 2
    return corner or aligned or 6 in (row, column)


def _number(bits: Sequence[bool] | Iterator[bool]) -> int:
    return int("".join("1" if bit else "0" for bit in bits), 2)
