"""How the documentation is built: `sphinx-build -W docs docs/_build`. Pages are Markdown, the API is docstrings."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "src"))

import item6
from item6 import cli

project = "item6"
author = "the item6 contributors"
copyright = "the item6 contributors, Apache-2.0"
release = version = item6.__version__
extensions = ["myst_parser", "sphinx.ext.autodoc"]
exclude_patterns = ["_build"]
myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3
html_theme = "furo"
html_title = f"item6 {release}"
html_copy_source = False
html_show_sphinx = False
autodoc_member_order = "bysource"
autodoc_typehints = "signature"
autodoc_default_options = {"members": True}


def as_written(app: Sphinx, what: str, name: str, thing: object, options: Any, lines: list[str]) -> None:
    """Docstrings are plain text: `x` is code, and what is indented keeps its lines."""
    text = "\n".join(re.sub(r"(?<!`)`([^`]+)`(?!`)", r"``\1``", line) for line in lines)
    paragraphs = [part.replace("*", r"\*").replace("|", r"\|") for part in re.split(r"\n\s*\n", text)]
    lines[:] = "\n\n".join(_kept(part) if "\n " in part else part for part in paragraphs).splitlines()


def _kept(paragraph: str) -> str:
    return "\n".join(f"| {line.strip()}" for line in paragraph.splitlines())


class Help(SphinxDirective):
    """What --help says, of item6 and of every verb, as it is on the day of the build."""

    def run(self) -> list[nodes.Node]:
        """A section with a literal block for each verb."""
        sections: list[nodes.Node] = []
        for name, parser in _parsers(cli.parser(), ""):
            section = nodes.section(ids=[nodes.make_id(f"help {name}")])
            section += nodes.title(text=f"item6 {name}".strip())
            text = nodes.literal_block(text=parser.format_help())
            text["language"] = "text"
            section += text
            sections.append(section)
        return sections


def _parsers(parser: argparse.ArgumentParser, name: str) -> Iterator[tuple[str, argparse.ArgumentParser]]:
    yield name, parser
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for verb, below in action.choices.items():
                yield from _parsers(below, f"{name} {verb}".strip())


def setup(app: Sphinx) -> None:
    """What Sphinx calls."""
    app.add_directive("help-of-every-verb", Help)
    app.connect("autodoc-process-docstring", as_written)
