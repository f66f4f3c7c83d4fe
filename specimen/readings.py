"""Other people's readings of the two reviews: a matrix in OHCHR's form and an export in UPR Info's.

Both agree with the reports and addenda, but for one position each that is planted (`PLANTED_IN_...`), and for what
UPR Info's own way of filing makes of partial and missing answers (`FILED`).
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from docx.shared import Pt
from script import LINE_END, Block, Expected, expected_texts
from word import add_row, blank, settled

Row = dict[str, object]

PLANTED_IN_MATRIX = {"117.5": "Supported"}
"""Number, and the position that the matrix gives, where the addendum says another."""

PLANTED_IN_EXPORT = {("72.1", 1): "Accepted"}
"""Number and part, and the response that the export gives, where the report says another."""

FILED = {
    ("71.2", 1): "Noted",
    ("71.5", 1): "Accepted",
    ("71.5", 2): "Noted",
    ("71.6", 1): "Noted",
    ("117.4", 1): "Noted",
}
"""How the export files what has no answer, an answer in part or one in principle."""

_MATRIX_WORDS = {"supported": "Supported", "noted": "Noted", "supported/noted": "Supported/Noted"}
_EXPORT_WORDS = {"supported": "Accepted", "noted": "Noted"}
_HEADER = "UPR of Ruritania (2nd Cycle – 21st session)\t\t\tThematic list of recommendations\t\t\t\tPage 1 of 9"
_COLUMNS = ("Recommendation", "Position", "Full list of themes", "Assessment/comments on level of implementation")
_FIELDS = "To To-Rgrp To-Org Text From From-Rgrp From-Org Response Action Issue Session".split()
_GOALS = {
    "1": "NO POVERTY",
    "3": "GOOD HEALTH AND WELL-BEING",
    "4": "QUALITY EDUCATION",
    "5": "GENDER EQUALITY",
    "6": "CLEAN WATER AND SANITATION",
    "8": "DECENT WORK AND ECONOMIC GROWTH",
    "10": "REDUCED INEQUALITIES",
    "11": "SUSTAINABLE CITIES AND COMMUNITIES",
    "15": "LIFE ON LAND",
    "16": "PEACE, JUSTICE AND STRONG INSTITUTIONS",
}


@dataclass(frozen=True)
class Labels:
    """What others put beside one recommendation. actions: UPR Info's category of each text."""

    actions: str
    issues: tuple[str, ...]
    themes: tuple[str, ...]
    persons: tuple[str, ...]
    goals: tuple[str, ...]


@dataclass(frozen=True)
class Outcome:
    """A text of a report after the addendum. block: its item, None in the dialogue. source: of its position."""

    block: Block | None
    text: Expected
    position: str
    source: str


def parse_labels(source: str) -> dict[str, Labels]:
    """The table labels.txt, by number."""
    found = {}
    for number, *cells in _table(source):
        actions, issues, themes, persons, goals = (*cells, "", "", "")[:5]
        found[number] = Labels(
            actions, _split(issues, ","), _split(themes, "+"), _split(persons, "+"), _split(goals, ",")
        )
    return found


def parse_groups(source: str) -> dict[str, tuple[str, str, str]]:
    """The table groups.txt: ISO3 to name, regional group and organisations."""
    return {iso3: (*cells, "", "", "")[:3] for iso3, *cells in _table(source)}


def parse_outcomes(source: str) -> Iterator[Row]:
    """The table outcomes.txt: a row for each review, position and unit."""
    for review, position, *counts in _table(source):
        for unit, count in zip(("numbers", "texts", "state_recommendations"), counts, strict=True):
            yield {"review": review, "stage": "addendum", "position": position, "unit": unit, "count": int(count)}


def _table(source: str) -> Iterator[list[str]]:
    for line in source.splitlines():
        if line and not line.startswith("%"):
            yield [cell.strip() for cell in line.split("|")]


def _split(cell: str, sign: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split(sign) if part.strip())


def outcomes(symbol: str, blocks: Iterable[Block], answered: Mapping[str, tuple[str, str]]) -> list[Outcome]:
    """Every text of a report with its position after the addendum and the paragraph that gives it.

    answered: position and paragraph of the addendum, by number.
    """
    blocks = list(blocks)
    items = {block.number: block for block in blocks if block.kind == "item"}
    found = []
    for text in expected_texts(blocks):
        item = items.get(text.number)
        position, source = text.answer.position, f"{symbol} - Para {item.paragraph if item else text.anchor}"
        if text.number in answered:
            position, paragraph = answered[text.number]
            source = f"{symbol}/Add.1 - Para.{paragraph}"
        found.append(Outcome(item, text, position, source))
    return found


def matrix_rows(found: Iterable[Outcome], labels: Mapping[str, Labels]) -> list[Row]:
    """The matrix, one row for each number, in order of the themes under which they stand."""
    rows: list[Row] = []
    for each in found:
        number, block = each.text.number, each.block
        if block and each.text.part == 1:
            rows.append(
                {
                    "number": number,
                    "words": _printed(block.words),
                    "recommending_states": list(dict.fromkeys(s for text in block.texts for s in text[2])),
                    "position": PLANTED_IN_MATRIX.get(number, _MATRIX_WORDS[each.position]),
                    "themes": list(labels[number].themes),
                    "persons": list(labels[number].persons),
                    "sdgs": [f"{goal} - {_GOALS[goal]}" for goal in labels[number].goals],
                    "source_of_position": each.source,
                }
            )
    headings = list(dict.fromkeys(_heading(row) for row in rows))
    return sorted(rows, key=lambda row: headings.index(_heading(row)))


def _heading(row: Row) -> str:
    themes = row["themes"]
    return str(themes[0]) if isinstance(themes, list) else ""


def _printed(words: str) -> str:
    """The words of an item as another list copies them: no footnotes, no line ends, no dot torn from its number."""
    return re.sub(r"\[\^[^\]]+\]", "", words).removeprefix(".").replace(LINE_END, " ").strip()


def matrix_bytes(rows: Iterable[Row]) -> bytes:
    """The matrix as a Word file."""
    document = blank()
    document.styles["Normal"].font.name, document.styles["Normal"].font.size = "Arial", Pt(8)
    document.sections[0].header.paragraphs[0].text = _HEADER
    table = document.add_table(rows=0, cols=len(_COLUMNS))
    add_row(table, list(_COLUMNS))
    heading = ""
    for row in rows:
        if heading != _heading(row):
            heading = _heading(row)
            add_row(table, [f"Theme: {heading}"])
        text = f"{row['number']} {row['words']}\nSource of Position: {row['source_of_position']}"
        add_row(table, [text, str(row["position"]), _listed(row), ""])
    return settled(document, "Thematic list of recommendations: Ruritania (specimen)")


def _listed(row: Row) -> str:
    """Themes, goals and persons in one cell."""
    parts = (("", row["themes"]), ("SDGs: ", row["sdgs"]), ("Affected persons: ", row["persons"]))
    lines: list[str] = []
    for title, names in parts:
        if isinstance(names, list) and names:
            lines += ([title] if title else []) + [f"- {name}" for name in names]
    return "\n".join(lines)


def export_rows(
    found: Iterable[tuple[int, Outcome]],
    pledges: Iterable[tuple[int, str]],
    labels: Mapping[str, Labels],
    groups: Mapping[str, tuple[str, str, str]],
) -> list[Row]:
    """The export: a row for each text and State, by session and name of the State, then as printed.

    found, pledges: each with the session of the Working Group. groups: see `parse_groups`.
    """
    rows: list[Row] = []
    for session, each in found:
        text = each.text
        key = (text.number, text.part)
        response = PLANTED_IN_EXPORT.get(key) or FILED.get(key) or _EXPORT_WORDS[each.position]
        action = labels[text.number].actions[text.part - 1]
        issues = list(labels[text.number].issues)
        for state in text.states or (None,):
            rows.append(_export_row(session, text.number, state, text.words, response, int(action), issues))
    rows += [_export_row(session, None, "XRU", words, "Voluntary Pledge", 5, ["Other"]) for session, words in pledges]
    rows.sort(key=lambda row: (row["session"], groups[str(row["recommending"])][0] if row["recommending"] else ""))
    return [{"row": count} | row for count, row in enumerate(rows, start=2)]


def _export_row(
    session: int, number: str | None, state: str | None, words: str, response: str, action: int, issues: list[str]
) -> Row:
    return {
        "session": session,
        "number": number,
        "recommending": state,
        "words": _stripped(words),
        "response": response,
        "action": action,
        "issues": issues,
    }


def _stripped(words: str) -> str:
    """A text as UPR Info enters it: a sentence, without brackets, and with other signs for some."""
    plain = re.sub(r"[()\[\]]", "", words).replace(";", ",").replace("/", "-")
    return plain[:1].upper() + plain[1:] + "."


def export_bytes(rows: Iterable[Row], groups: Mapping[str, tuple[str, str, str]]) -> bytes:
    """The export: Mac Roman, a carriage return after each row."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r")
    writer.writerow(_FIELDS)
    ruritania = groups["XRU"]
    for row in rows:
        by = groups[str(row["recommending"])] if row["recommending"] else ("&#40;Unknown&#41;", "", "")
        issues = row["issues"]
        named = ",".join(issues) if isinstance(issues, list) else ""
        writer.writerow([*ruritania, row["words"], *by, row["response"], row["action"], named, row["session"]])
    return out.getvalue().encode("mac_roman")
