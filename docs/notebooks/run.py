"""Runs the cells of docs/notebooks/figures.ipynb in order, without Jupyter, and writes what they print into the file.

Run with the packages of requirements-test.lock, with `src` on the path of Python:
`PYTHONPATH=src .venv/bin/python docs/notebooks/run.py`. The full tests run the cells too and compare.
"""

from __future__ import annotations

import ast
import contextlib
import io
import json
import os
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parent
NOTEBOOK = FOLDER / "figures.ipynb"


def run(cells: list[dict[str, Any]], names: dict[str, Any]) -> list[list[dict[str, Any]]]:
    """The outputs of each cell, in the form of the file. names: what the cells define, shared by all of them."""
    return [outputs(source(cell), names) if cell["cell_type"] == "code" else [] for cell in cells]


def source(cell: dict[str, Any]) -> str:
    """The text of a cell, which the file keeps as lines."""
    return "".join(cell["source"])


def outputs(code: str, names: dict[str, Any]) -> list[dict[str, Any]]:
    """Run one cell: what it prints, and the value of its last line where that is an expression."""
    tree = ast.parse(code)
    last = ast.Expression(tree.body.pop().value) if tree.body and isinstance(tree.body[-1], ast.Expr) else None
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(tree, "cell", "exec"), names)
        value = eval(compile(last, "cell", "eval"), names) if last else None
    found: list[dict[str, Any]] = []
    if printed.getvalue():
        found.append({"name": "stdout", "output_type": "stream", "text": lines(printed.getvalue())})
    if value is not None:
        plain = {"text/plain": lines(repr(value))}
        found.append({"data": plain, "execution_count": None, "metadata": {}, "output_type": "execute_result"})
    return found


def lines(text: str) -> list[str]:
    """Text as the file keeps it."""
    return text.splitlines(keepends=True)


def main() -> None:
    """Write the outputs into the notebook."""
    os.chdir(FOLDER)
    notebook = json.loads(NOTEBOOK.read_text(encoding="utf-8"))
    for cell, found in zip(notebook["cells"], run(notebook["cells"], {}), strict=True):
        if cell["cell_type"] == "code":
            cell["outputs"] = found
    NOTEBOOK.write_text(json.dumps(notebook, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
