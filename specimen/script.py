"""A document of the specimen as plain text, with what a reader has to find in it written beside each passage.

Blocks stand apart by an empty line. A block is `head | words`; its lines may be wrapped. Heads:

    ## I.            heading                        === Annex        heading of the annex, on a new page
    ### A.           heading below it               5                numbered paragraph
    16 MEX           paragraph in which Mexico takes the floor; `+1 MEX` counts the number on by one
    15 # 49          paragraph that states a total: speakers, or received/supported/noted, or any `measure=number`
    69 * ...         paragraph in bold that opens a list: position, normalised form, the State's words, and then
                     `dialogue` (the recommendations that it names stand in the dialogue) or `follows` (printed on the
                     line where the block before it ends)
    - 1.             recommendation, `{number normalised "words"}` where its number or answer is another one
    + 1.             voluntary commitment           .  or  . (a)     paragraph without a number of its own
    •                bullet                         ^name            footnote, called by `[^name]`
    = 3., 4.         numbers in the left of two columns, with the State's answer to them in the right one
    ~                row of a table, its cells parted by ` ¦ `; a single cell spans the table, a cell `"` is one with
                     the cell above it
    % comment        printed nowhere

Lines below a block begin with a sign:

    > MEX NOR | words        a text under the number and its States; for a paragraph `> 27(b) = 27 (b) | AUS | words`
    > words                  of a commitment
    ? key | words            an Issue that a reader leaves here, and the words that it names
    ! glued | follows        the number is printed without a space after it | on the line where the block before ends
    @ 71.3 = 3. | accepted | the State's words | start of the explanation       an answer that stands here; `= 3.` where
                             the number is printed in another form

In words, ⏎ ends a line there and ¶ a paragraph.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass, field

LINE_END = "⏎"
_SIGNS = (">", "?", "!", "@")
_OTHER = re.compile(r"(?P<label>\S+)(?: \{(?P<other>.*)\})?")
_TOTALS = ("received", "supported", "noted")


@dataclass(frozen=True)
class Answer:
    """position: the UN's class. normalised, as_written: the State's words. dialogue: of paragraphs named from here."""

    position: str
    normalised: str
    as_written: str
    dialogue: bool = False


@dataclass(frozen=True)
class Expected:
    """One text that a reader finds. `anchor` is the block (paragraph) in which its answer stands."""

    number: str
    printed: str
    kind: str
    part: int
    words: str
    states: tuple[str, ...]
    answer: Answer
    anchor: str


@dataclass(frozen=True)
class Answered:
    """An answer that a reader finds in an addendum.

    number: the recommendation's number in the report. printed: as the addendum prints it. explanation: how it begins.
    """

    number: str
    printed: str
    normalised: str
    as_written: str
    explanation: str


@dataclass
class Block:
    """One block. label: its number as printed. paragraph: the main paragraph that it belongs to.

    answer: the list's, or the item's own. texts: (number or empty, printed, States, words) as written below it.
    """

    kind: str
    label: str
    words: str
    paragraph: str = ""
    bold: bool = False
    glued: bool = False
    follows: bool = False
    speaker: str = ""
    number: str = ""
    answer: Answer | None = None
    totals: dict[str, int] = field(default_factory=dict)
    texts: list[tuple[str, str, tuple[str, ...], str]] = field(default_factory=list)
    issues: list[tuple[str, str]] = field(default_factory=list)
    answers: list[Answered] = field(default_factory=list)


def parse(source: str) -> list[Block]:
    """Blocks of a script, in order. ValueError for a head that is of no known form."""
    blocks: list[Block] = []
    for chunk in re.split(r"\n{2,}", source.strip()):
        if chunk.startswith("%"):
            continue
        head, *below = _logical_lines(chunk)
        block = _from_head(*_split(head), previous=blocks)
        for line in below:
            _add(block, line[0], line[1:].strip())
        blocks.append(block)
    return blocks


def expected_texts(blocks: list[Block]) -> Iterator[Expected]:
    """Every text that a reader finds, in printed order."""
    lists = {block.paragraph: block.answer for block in blocks if block.kind == "paragraph" and block.answer}
    dialogue = next((block for block in blocks if block.answer and block.answer.dialogue), None)
    for block in blocks:
        for part, (number, printed, states, words) in enumerate(block.texts, start=1):
            if block.kind == "item":
                answer = block.answer or lists[block.paragraph]
                printed = block.label.removesuffix(LINE_END)
                yield Expected(block.number, printed, "listed", part, words, states, answer, _anchor(block, blocks))
            elif block.kind == "paragraph" and dialogue and dialogue.answer:
                yield Expected(number, printed, "dialogue", 1, words, states, dialogue.answer, dialogue.paragraph)


def _anchor(block: Block, blocks: list[Block]) -> str:
    """The paragraph that gives the item's answer: its list's, or the later one that names it."""
    if not block.answer:
        return block.paragraph
    later = (b for b in blocks if b.kind == "paragraph" and block.answer and _says(b, block.answer.as_written))
    return next(later).paragraph


def _says(block: Block, words: str) -> bool:
    return words in block.words.replace(LINE_END, " ") and not block.answer


def _logical_lines(chunk: str) -> list[str]:
    """The head line and the lines with a sign, each with its wrapped lines joined."""
    lines: list[str] = []
    for line in chunk.splitlines():
        if lines and not line.startswith(_SIGNS):
            lines[-1] += " " + line.strip()
        else:
            lines.append(line.strip())
    return lines


def _split(line: str) -> tuple[str, str]:
    head, _, words = line.partition(" | ") if not line.startswith("## |") else ("##", "", line[5:])
    return head.strip(), words.strip()


def _from_head(head: str, words: str, *, previous: list[Block]) -> Block:
    sign, _, rest = head.partition(" ")
    paragraph = previous[-1].paragraph if previous else ""
    match sign:
        case "##" | "###" | "===":
            return Block({"##": "heading", "###": "subheading", "===": "annex"}[sign], rest, words, paragraph)
        case "." | "•":
            return Block("loose" if sign == "." else "bullet", rest, words, paragraph)
        case "+":
            return Block("commitment", rest, words, paragraph)
        case "=" | "~":
            return Block("answer" if sign == "=" else "row", rest, words, paragraph)
        case "-":
            return _listed(rest, words, paragraph)
        case _ if sign.startswith("^"):
            return Block("footnote", sign[1:], words)
        case _:
            return _paragraph(sign, shlex.split(rest), words, paragraph)


def _listed(rest: str, words: str, paragraph: str) -> Block:
    found = _OTHER.fullmatch(rest)
    if not found:
        raise ValueError(f"no head of an item: {rest}")
    label = found["label"]
    number, *other = shlex.split(found["other"] or label.rstrip("." + LINE_END))
    number = number if "." in number else f"{paragraph}.{number}"
    answer = Answer("supported", other[0], other[1]) if other else None
    return Block("item", label, words, paragraph, bold=True, number=number, answer=answer)


def _paragraph(sign: str, rest: list[str], words: str, previous: str) -> Block:
    label = str(int(previous) + int(sign)) if sign.startswith("+") else sign
    block = Block("paragraph", label, words, label)
    if rest and rest[0] == "#":
        block.totals = _totals(rest[1:])
    elif rest and rest[0] == "*":
        block.bold, block.follows = True, "follows" in rest
        block.answer = Answer(rest[1], rest[2], rest[3], "dialogue" in rest) if len(rest) > 1 else None
    elif rest:
        block.speaker = rest[0]
    return block


def _totals(words: list[str]) -> dict[str, int]:
    """`49` delegations, `56/40/8` recommendations, or `received=56 noted_now=3`."""
    if "=" in words[0]:
        return {measure: int(count) for measure, _, count in (word.partition("=") for word in words)}
    counts = [int(count) for count in words[0].split("/")]
    return dict(zip(_TOTALS, counts, strict=True)) if len(counts) > 1 else {"speakers": counts[0]}


def _add(block: Block, sign: str, rest: str) -> None:
    """What a line below a block says about it."""
    match sign:
        case "!":
            block.glued, block.follows = rest == "glued", rest == "follows"
        case "?":
            key, _, named = rest.partition("|")
            block.issues.append((key.strip(), named.strip()))
        case "@":
            block.answers.append(_answered(rest))
        case _:
            number, printed, states, words = _expected(rest)
            block.texts.append((number, printed, tuple(states.split()), words))


def _answered(rest: str) -> Answered:
    numbers, normalised, as_written, explanation = (part.strip() for part in f"{rest} ".split("|"))
    number, _, printed = (part.strip() for part in numbers.partition("="))
    return Answered(number, printed or number, normalised, as_written, explanation)


def _expected(rest: str) -> tuple[str, str, str, str]:
    """Number, number as printed, States and words.

    The first two are empty for an item of a list, States too for a commitment or a collective recommendation.
    """
    if found := re.fullmatch(r"(?:(\S+) = ([^|]*) \| )?([A-Z ]*)\| (.*)", rest):
        number, printed, states, words = (group or "" for group in found.groups())
        return number, printed, states, words
    return "", "", "", rest
