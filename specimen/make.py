"""Make the specimen: the documents on Ruritania, and what a reader has to find in them.

    python3 specimen/make.py                 writes specimen/documents, specimen/variants and specimen/expected
    python3 specimen/make.py --into FOLDER   writes the folders there

Needs typst (the wheel; `TYPST` says which version the committed files were made with) and python-docx. The texts and
the expected results are written by hand in specimen/texts; only pages are asked of Typst.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import addenda
import readings
import typst
from draft import draft_blocks
from layout import Cover, typst_source
from script import Block, Expected, expected_texts, parse
from word import Front, draft_front, word_bytes

HERE = Path(__file__).resolve().parent
TYPST = "0.15.2"
STATE = "XRU"
"""A code that ISO 3166 leaves to users and will never give to a State."""

REPORTS = {
    "ruritania-2010-report.pdf": (
        "report-2010.txt",
        1,
        Cover(
            "A/HRC/14/901", "15 March 2010", "Fourteenth session", "Universal periodic review", "GE.10-00901 (E)", 2010
        ),
    ),
    "ruritania-2015-report.pdf": (
        "report-2015.txt",
        2,
        Cover(
            "A/HRC/29/917",
            "10 April 2015",
            "Twenty-ninth session",
            "Universal periodic review",
            "GE.15-00917 (E)",
            2015,
        ),
    ),
}
ADDENDA: dict[str, tuple[str, Cover | Front]] = {
    "documents/ruritania-2010-addendum.pdf": ("addendum-2010.txt", addenda.FIRST),
    "documents/ruritania-2015-addendum.pdf": ("addendum-2015.txt", addenda.SECOND),
    "variants/ruritania-2015-addendum-table.docx": ("addendum-2015-table.txt", addenda.SECOND_AS_TABLE),
    "variants/ruritania-2015-addendum-fr.pdf": ("addendum-2015-fr.txt", addenda.SECOND_IN_FRENCH),
    "variants/ruritania-2015-addendum-es.docx": ("addendum-2015-es.txt", addenda.SECOND_IN_SPANISH),
}
MATRIX = "documents/ruritania-2015-matrix.docx"
EXPORT = "documents/ruritania-upr-info.csv"
DRAFT, DRAFT_SYMBOL = "ruritania-2015-draft.docx", "A/HRC/WG.6/21/L.91"

Row = dict[str, object]


def main() -> None:
    """Write the files."""
    parser = argparse.ArgumentParser(description="Make the documents of the specimen and their expected results.")
    parser.add_argument("--into", type=Path, default=HERE, help="folder to write documents/ and expected/ to")
    folder = parser.parse_args().into
    for name, content in made().items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def made() -> dict[str, bytes]:
    """Every file of the specimen by its path below the folder."""
    files: dict[str, bytes] = {}
    for name, (script, cycle, cover) in REPORTS.items():
        blocks = _script(script)
        content, pages = _printed(cover, [_placed(block) for block in blocks])
        files[f"documents/{name}"] = content
        files |= _expected_files(name, cover.symbol, cycle, blocks, pages)
    for path, (script, front) in ADDENDA.items():
        files |= _addendum_files(path, script, front)
    return files | _draft_files() | _readings_files()


def _script(name: str) -> list[Block]:
    return parse(_words(name))


def _words(name: str) -> str:
    return (HERE / "texts" / name).read_text(encoding="utf-8")


def _readings_files() -> dict[str, bytes]:
    """Matrix and export, and where both reviews stand after their addenda."""
    labels = readings.parse_labels(_words("labels.txt"))
    groups = readings.parse_groups(_words("groups.txt"))
    reports = {7: _script("report-2010.txt"), 21: _script("report-2015.txt")}
    found = {
        7: readings.outcomes("A/HRC/14/901", reports[7], addenda.answered(_script("addendum-2010.txt"))),
        21: readings.outcomes("A/HRC/29/917", reports[21], addenda.answered(_script("addendum-2015.txt"))),
    }
    pledges = [
        (n, block.texts[0][3]) for n, blocks in reports.items() for block in blocks if block.kind == "commitment"
    ]
    matrix = readings.matrix_rows(found[21], labels)
    export = readings.export_rows([(n, each) for n in found for each in found[n]], pledges, labels, groups)
    return {
        MATRIX: readings.matrix_bytes(matrix),
        EXPORT: readings.export_bytes(export, groups),
        f"expected/{Path(MATRIX).stem}.listed.jsonl": _lines(matrix),
        f"expected/{Path(EXPORT).stem}.rows.jsonl": _lines(export),
        "expected/outcomes.jsonl": _lines(
            readings.parse_outcomes((HERE / "texts" / "outcomes.txt").read_text("utf-8"))
        ),
    }


def _addendum_files(path: str, script: str, front: Cover | Front) -> dict[str, bytes]:
    blocks = _script(script)
    if isinstance(front, Front):
        return {path: word_bytes(front, blocks), **_expected_answers(path, blocks, {})}
    content, pages = _printed(front, [addenda.placed(block) for block in blocks])
    return {path: content, **_expected_answers(path, blocks, pages)}


def _expected_answers(path: str, blocks: list[Block], pages: Mapping[str, int]) -> dict[str, bytes]:
    """What a reader finds in an addendum."""
    stem = f"expected/{Path(path).stem}"
    return {
        f"{stem}.answers.jsonl": _lines(addenda.answer_rows(blocks, pages)),
        f"{stem}.totals.jsonl": _lines(_totals(blocks, pages)),
    }


def _draft_files() -> dict[str, bytes]:
    report, front = _script("report-2015.txt"), _script("draft-2015.txt")
    blocks, aliases = draft_blocks(front, report)
    content = word_bytes(draft_front(DRAFT_SYMBOL, "27 January 2015", "Twenty-first session"), blocks)
    rows = [{"draft": number, "final": final} for number, final in aliases]
    return {
        f"documents/{DRAFT}": content,
        "expected/ruritania-2015-draft.aliases.jsonl": _lines(rows),
        **_expected_files(DRAFT, DRAFT_SYMBOL, 2, blocks, {}),
    }


def _printed(cover: Cover, blocks: list[Block]) -> tuple[bytes, dict[str, int]]:
    """The PDF, and the page on which every place was printed that is marked in the blocks."""
    source = typst_source(cover, blocks).encode()
    content = typst.compile(source, format="pdf", ignore_system_fonts=True, pdf_tags=False)
    found = json.loads(typst.query(source, "<at>", field="value", ignore_system_fonts=True))
    if not isinstance(content, bytes):
        raise TypeError("Typst gave no file")
    return content, {place["key"]: place["page"] for place in found}


def _placed(block: Block) -> Block:
    """The block with a mark where it begins and one where each of its texts begins."""
    if block.kind not in ("paragraph", "item", "commitment"):
        return block
    starts = {0: [f"{block.kind}:{block.label}"]}
    at = 0
    for part, (number, _, _, text) in enumerate(block.texts, start=1):
        at = max(at, block.words.find(text[:10], at))
        starts.setdefault(at, []).append(f"{block.number}/{part}" if block.number else f"{number}/1")
    words = block.words
    for start in sorted(starts, reverse=True):
        words = words[:start] + "".join(f"⟦{key}⟧" for key in starts[start]) + words[start:]
    return replace(block, words=words)


def _expected_files(
    name: str, symbol: str, cycle: int, blocks: list[Block], pages: Mapping[str, int]
) -> dict[str, bytes]:
    """What a reader finds in one document, one file for each kind of finding."""
    stem = f"expected/{name.rpartition('.')[0]}"
    document: Row = {"document": name, "symbol": symbol, "state": STATE, "cycle": cycle}
    return {
        f"{stem}.recommendations.jsonl": _lines(document | _row(name, text, pages) for text in expected_texts(blocks)),
        f"{stem}.commitments.jsonl": _lines(_commitments(blocks, pages)),
        f"{stem}.speakers.jsonl": _lines(_speakers(blocks, pages)),
        f"{stem}.totals.jsonl": _lines(_totals(blocks, pages)),
        f"{stem}.issues.jsonl": _lines(_issues(blocks)),
    }


def _row(name: str, text: Expected, pages: Mapping[str, int]) -> Row:
    return {
        "number": text.number,
        "number_as_printed": text.printed,
        "kind": text.kind,
        "part": text.part,
        "text": text.words,
        "recommending_states": list(text.states),
        "position": text.answer.position,
        "normalised": text.answer.normalised,
        "as_written": text.answer.as_written,
        "stage": "report",
        "page": pages.get(f"{text.number}/{text.part}"),
        "position_document": name,
        "position_page": pages.get(f"paragraph:{text.anchor}"),
    }


def _commitments(blocks: Iterable[Block], pages: Mapping[str, int]) -> Iterator[Row]:
    for block in blocks:
        if block.kind == "commitment":
            label = block.label.rstrip(".")
            number = f"{block.paragraph}{label}" if label.startswith("(") else f"{block.paragraph}.{label}"
            yield {"number": number, "words": block.texts[0][3], "page": pages.get(f"commitment:{block.label}")}


def _speakers(blocks: Iterable[Block], pages: Mapping[str, int]) -> Iterator[Row]:
    for block in blocks:
        if block.speaker:
            yield {"state": block.speaker, "page": pages.get(f"paragraph:{block.label}")}


def _totals(blocks: Iterable[Block], pages: Mapping[str, int]) -> Iterator[Row]:
    for block in blocks:
        for measure, value in block.totals.items():
            yield {"measure": measure, "value": value, "page": pages.get(f"paragraph:{block.label}")}


def _issues(blocks: Iterable[Block]) -> Iterator[Row]:
    for block in blocks:
        for key, words in block.issues:
            yield {"key": key, "number": block.number, "words": words}


def _lines(rows: Iterable[Mapping[str, object]]) -> bytes:
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode()


if __name__ == "__main__":
    main()
