"""item6 passage: the words as printed, and a picture of their place on the page."""

from __future__ import annotations

import argparse
import textwrap
from pathlib import Path

from rich.console import Console
from rich.text import Text

from item6.cli import arguments
from item6.cli.lookup import find_recommendation
from item6.cli.messages import Misuse, Trouble, say
from item6.cli.output import write_file, write_whole
from item6.cli.terminal import clean, print_wrapped
from item6.cli.workspace import command, current_record, home_of
from item6.measures.forms import passage_object
from item6.record.reader import Record
from item6.terms.documents import Document
from item6.terms.names import RecommendationName
from item6.terms.passages import Passage, PdfPlace

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
        args, passage_object(name, passage, document), lambda console: print_passage(console, name, passage, document)
    )
    if picture:
        drawn_with(passage, document)
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
    from item6.pipeline.pictures import place_of  # loads the readers: only where it is needed

    console.print(Text(str(name), style="bold"))
    for line in textwrap.wrap(clean(passage.words), min(console.width, 92) - 4):
        console.print(Text(f"  │ {line}"))
    where = [passage.symbol or "document without symbol", place_of(passage), document.file]
    print_wrapped(console, ", ".join(where), "  ", style="dim")


def drawn_with(passage: Passage, document: Document) -> None:
    """Says where a page was read with another version of the program that draws it."""
    from item6.pipeline import pictures  # loads the readers: only where it is needed

    if isinstance(passage.locator, PdfPlace) and passage.locator.extractor != pictures.EXTRACTOR:
        versions = f"read with {passage.locator.extractor}, drawn with {pictures.EXTRACTOR}"
        say(f"{document.file}: {versions}: build again if the mark is off")


def picture_of(home: Path, passage: Passage, document: Document) -> bytes:
    """A PNG of the place on its page or pages, one below the other. Trouble where there can be none."""
    from item6.pipeline import pictures  # loads the readers: only where it is needed
    from item6.pipeline.pictures import place_of  # loads the readers: only where it is needed

    try:
        return pictures.picture_of(home, passage, document)
    except pictures.NoPages:
        raise Misuse(
            f"{document.file}: a Word file has no fixed pages to draw",
            f"look for {place_of(passage)} in it, or read the PDF",
        ) from None
    except pictures.CannotDraw as error:
        raise Trouble(str(error), "build again") from error
