"""Makes docs/images/outcome.png: what `demo` shows, as a picture for the README.

Run with the packages of requirements-test.lock: `.venv/bin/python docs/images/make.py`. The words are the program's own
output on the specimen, the lower part is the picture that `passage` writes.
"""

from __future__ import annotations

import contextlib
import io
import os
import re
import tempfile
from pathlib import Path

import typst

from item6.cli import main

FOLDER = Path(__file__).parent
REVIEW, PASSAGE = "XRU-2", "XRU-2#115.1/1"

# Position has the colours of the product: supported teal, noted ochre, pending grey.
_MARKS = (("█", "0f6b6b"), ("▚", "0f6b6b"), ("▒", "a8740f"), ("·", "9a9a9a"))

_PAGE = """
#set page(width: 164mm, height: auto, margin: 9mm, fill: white)
#set text(font: "DejaVu Sans Mono", size: 8.2pt, fill: rgb("222222"))
#set par(leading: 0.42em, spacing: 0.42em)
{lines}
#v(3mm)
#text(fill: rgb("777777"), raw("$ item6 passage 'XRU-2#115.1' -o passage.png"))
#v(1mm)
#image("passage.png", width: 100%)
"""


def shown(*arguments: str) -> str:
    """What the command prints."""
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        main(list(arguments))
    return printed.getvalue()


def line(words: str) -> str:
    """One line of output in Typst, bars in their colours."""
    parts = re.findall(r"█+|▚+|▒+|·{3,}|[^█▚▒·]+|·", words)
    colours = dict(_MARKS)
    return "".join(
        f'#text(fill: rgb("{colours[part[0]]}"), raw({quoted(part)}))'
        if part[0] in colours and part != "·"
        else f"#raw({quoted(part)})"
        for part in parts
    )


def quoted(words: str) -> str:
    """A string of Typst."""
    return '"' + words.replace("\\", "\\\\").replace('"', '\\"') + '"'


def make() -> None:
    """Write outcome.png beside this file."""
    os.environ["COLUMNS"], os.environ["NO_COLOR"] = "100", "1"
    with tempfile.TemporaryDirectory() as home:
        with contextlib.redirect_stderr(io.StringIO()):
            shown("--home", home, "demo")
            output = shown("--home", home, "show", REVIEW)
            shown("--home", home, "passage", PASSAGE, "-o", str(Path(home, "passage.png")))
        kept = [words for words in output.rstrip().split("\n") if not re.match(r"next|\s+(?:python3|item6) ", words)]
        lines = ['#text(fill: rgb("777777"), raw("$ item6 show XRU-2"))', "#v(1mm)"]
        lines += [line(words) if words.strip() else "#v(1.6mm)" for words in kept]
        source = Path(home, "outcome.typ")
        source.write_text(_PAGE.format(lines="\n\n".join(lines)), encoding="utf-8")
        typst.compile(str(source), output=str(FOLDER / "outcome.png"), ppi=150.0)


if __name__ == "__main__":
    make()
