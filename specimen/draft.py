"""The draft of the 2015 report: one list of its recommendations before Ruritania answered, numbered 6.1, 6.2, ...

Between the draft and the final report one recommendation was moved, one changed and one dropped, and all were
numbered anew. The draft also holds what only Word files hold: see `FORMS`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from script import LINE_END, Block

MOVED_AFTER = {"117.3": "115.12"}
"""Final number of a recommendation that stood elsewhere in the draft, and what it followed there."""

CHANGED = {
    "115.25": (
        "Continue to publish the reports of the Ombudsman (Norway, Poland);",
        ("NOR", "POL"),
        "Continue to publish the reports of the Ombudsman",
    )
}
"""Final number, and what the draft printed: words, States, text."""

DROPPED_AFTER = {
    "116.2": (
        "Invite local authorities to the meetings of the committee that writes those reports (Georgia);",
        ("GEO",),
        "Invite local authorities to the meetings of the committee that writes those reports",
    )
}
"""What the draft printed after this number and the final report has no more."""

FORMS = {
    "115.4": ("Optional Protocol", "Optional\u00a0Protocol"),
    "115.7": (" (Lebanon)", "\t(Lebanon)"),
    "115.27": ("sets a date", "sets ⟪the→a⟫ date"),
    "115.33": ("rights. In", f"rights.{LINE_END}In"),
    "118.2": ("same-sex", "same\u2011sex"),
}
"""Words of an item and what the draft makes of them: a space and a hyphen that do not break, a tabulator, a change
that Word keeps track of (`⟪old→new⟫`) and a line end inside a paragraph."""


def draft_blocks(front: list[Block], report: list[Block]) -> tuple[list[Block], list[tuple[str, str | None]]]:
    """Blocks of the draft, and each draft number with the final one, None where it was dropped."""
    items, aliases = [], []
    for count, (final, block) in enumerate(_in_draft_order(report), start=1):
        number = f"6.{count}"
        items.append(replace(block, label=number, number=number, paragraph="6"))
        aliases.append((number, final))
    at = next(index for index, block in enumerate(front) if block.label == "7")
    return front[:at] + items + front[at:], aliases


def _in_draft_order(report: list[Block]) -> Iterator[tuple[str | None, Block]]:
    items = {block.number: _cleaned(block) for block in report if block.kind == "item"}
    moved = {before: final for final, before in MOVED_AFTER.items()}
    for number, block in items.items():
        if number not in MOVED_AFTER:
            yield number, _changed(number, block)
        if number in moved:
            yield moved[number], items[moved[number]]
        if number in DROPPED_AFTER:
            yield None, _with(block, DROPPED_AFTER[number])


def _changed(number: str, block: Block) -> Block:
    if number in CHANGED:
        return _with(block, CHANGED[number])
    if number in FORMS:
        old, new = FORMS[number]
        if old not in block.words:
            raise ValueError(f"{number} does not hold {old!r}")
        return replace(block, words=block.words.replace(old, new))
    return block


def _with(block: Block, other: tuple[str, tuple[str, ...], str]) -> Block:
    words, states, text = other
    return replace(block, words=words, texts=[("", "", states, text)])


def _cleaned(block: Block) -> Block:
    """The item without what only print does to it, and without its answer."""
    words = re.sub(r"\[\^[^\]]+\]", "", block.words).removeprefix(".").replace(LINE_END, " ")
    issues = [found for found in block.issues if found[0] != "item.number_corrected"]
    return replace(block, words=words, answer=None, glued=False, follows=False, issues=issues)
