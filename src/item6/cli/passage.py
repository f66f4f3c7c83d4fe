"""item6 passage: the words as printed, and a picture of their place on the page."""

from __future__ import annotations

import argparse
import io
import textwrap
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.text import Text

from item6.cli import arguments
from item6.cli.lookup import find_recommendation
from item6.cli.messages import Misuse, Trouble, say
from item6.cli.output import write_file, write_whole
from item6.cli.terminal import clean
from item6.cli.workspace import command, current_record, home_of
from item6.files.errors import Unreadable
from item6.record.reader import Record
from item6.terms.documents import Document
from item6.terms.names import RecommendationName
from item6.terms.passages import DocxCell, DocxParagraph, Passage, PdfPlace, locator_to_json

_EPILOG = """\
Prints the words as they stand in the document, with its symbol and page. With -o FILE.png the place on the page is
drawn, the words marked. Word files have no fixed pages: there the paragraph is named, and there is no picture.

examples:
  item6 passage 'CHN-2#186.4'
  item6 passage 'CHN-2#186.4/1' -o place.png
  item6 passage 'China 2013#186.4' --format json
"""


def add(verbs: arguments.Verbs) -> None:
    """The verb's own arguments."""
    parser = arguments.verb(verbs, "passage", run, "show where a recommendation stands in its document", _EPILOG)
    parser.add_argument("name", nargs="+", metavar="NAME", help="CHN-2#186.4, or CHN-2#186.4/1 for one of its texts")


def run(args: argparse.Namespace) -> int:
    """Print the words; write the picture where `-o` names one."""
    picture = Path(args.output) if args.output and args.output.lower().endswith(".png") else None
    if picture:
        args.output = None
    with current_record(args) as record:
        name = find_recommendation(record, " ".join(args.name))
        passage, document = passage_of(record, name)
    write_whole(
        args, _as_object(name, passage, document), lambda console: print_passage(console, name, passage, document)
    )
    if picture:
        write_file(picture, picture_of(home_of(args), passage, document))
        say(f"{picture}: the place on the page, as a picture")
    elif isinstance(passage.locator, PdfPlace) and not args.output:
        say(f"a picture of the place: {command(args, f'''passage '{name}' -o place.png''')}")
    return 0


def passage_of(record: Record, name: RecommendationName) -> tuple[Passage, Document]:
    """The passage of a name that is in the record, and its document."""
    passage = record.passage(name)
    assert passage is not None, name
    document = next(each for each in record.documents() if each.sha256 == passage.document)
    return passage, document


def print_passage(console: Console, name: RecommendationName, passage: Passage, document: Document) -> None:
    """The words as a quotation, and below it where they stand."""
    console.print(Text(str(name), style="bold"))
    for line in textwrap.wrap(clean(passage.words), min(console.width, 92) - 4):
        console.print(Text(f"  │ {line}"))
    where = [passage.symbol or "document without symbol", place_of(passage), document.file]
    console.print(Text(clean(f"  {', '.join(where)}"), style="dim"))


def place_of(passage: Passage) -> str:
    """`pages 14 and 15`, or the paragraphs of a file without pages."""
    match passage.locator:
        case PdfPlace(spans, _):
            return _numbers("page", sorted({span.page for span in spans}))
        case DocxParagraph(paragraph, last, _, _):
            return _numbers("paragraph", sorted({paragraph, last})) + " of the Word file"
        case DocxCell(table, row, cell):
            return f"table {table}, row {row}, cell {cell}"
    return "place without page"


def picture_of(home: Path, passage: Passage, document: Document) -> bytes:
    """A PNG of the place on its page or pages, one below the other. Trouble where there can be none."""
    from item6.files import pdf
    from item6.pipeline import stored_bytes, stored_path

    if not isinstance(passage.locator, PdfPlace):
        raise Misuse(
            f"{document.file}: a Word file has no fixed pages to draw",
            f"look for {place_of(passage)} in it, or read the PDF",
        )
    if passage.locator.extractor != pdf.EXTRACTOR:
        versions = f"read with {passage.locator.extractor}, drawn with {pdf.EXTRACTOR}"
        say(f"{document.file}: {versions}: build again if the mark is off")
    contents = stored_bytes(home, document)
    if contents is None:
        raise Trouble(f"{stored_path(home, document)}: the copy of {document.file} is lost or changed", "build again")
    try:
        return _below_each_other(pdf.picture(contents, passage.locator.spans))
    except (Unreadable, ValueError) as error:
        raise Trouble(f"{document.file}: its page cannot be drawn ({error})", "build again") from error


def _below_each_other(pictures: list[bytes]) -> bytes:
    """One PNG of all, from top to bottom."""
    from PIL import Image

    if len(pictures) == 1:
        return pictures[0]
    pages = [Image.open(io.BytesIO(picture)) for picture in pictures]
    gap = 12
    whole = Image.new(
        "RGB", (max(page.width for page in pages), sum(page.height + gap for page in pages) - gap), "#b0b0b0"
    )
    top = 0
    for page in pages:
        whole.paste(page, (0, top))
        top += page.height + gap
    png = io.BytesIO()
    whole.save(png, "PNG", optimize=True)
    return png.getvalue()


def _as_object(name: RecommendationName, passage: Passage, document: Document) -> dict[str, Any]:
    return {
        "name": str(name),
        "words": passage.words,
        "symbol": passage.symbol,
        "document": document.file,
        "sha256": passage.document,
        "page": passage.page,
        "locator": locator_to_json(passage.locator),
    }


def _numbers(thing: str, numbers: list[int]) -> str:
    if len(numbers) == 1:
        return f"{thing} {numbers[0]}"
    return f"{thing}s {', '.join(map(str, numbers[:-1]))} and {numbers[-1]}"
