"""Three made-up reviews of real States, small enough that every figure of them is counted by hand.

SMR-1, session 6 (2009); the report of 2010-01-05 answers 1.4 only, the addendum of 2010-06-01 the rest
1.1     Abolish the death penalty (CHE, NOR)              Death penalty               accepted
1.2     Ratify the convention against torture (KEN)       Torture, Instruments        accepted
1.3     End torture (CHE)                                 Torture                     rejected
1.4     Go on (nobody in particular)                                                  accepted, done already

SMR-2, session 19 (2014); the report of 2014-07-01 answers all but 2.1, the addendum of 2014-12-01 that
2.1     Abolish the death penalty (CHE)                   Death penalty               noted
2.2     Criminalise torture (CHE, KEN)                    Torture                     accepted
2.3/1   Build schools (KEN)                               Education                   accepted
2.3/2   Repair them (NOR)                                 Education                   rejected
2.4     Abolish the death penalty by degrees (NOR)        Death penalty               accepted in part
2.10    Go on (nobody in particular)                                                  will be examined

MCO-2, session 20 (2014): 7.1 Mend the maps (SMR)         Culture                     accepted, being done
CHN-4 is known by published totals: 428 = 290 + 8 + 32 + 98.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from made_readings import answer, digest, document, listed, passage, text

from item6 import decisions, pipeline
from item6.decisions import append
from item6.record.contents import Contents
from item6.record.writer import publish
from item6.terms.annotations import Annotation
from item6.terms.documents import Document, Reading
from item6.terms.labels import ExportRow, Label
from item6.terms.names import ReviewName
from item6.terms.recommendations import Recommendation, Speaker

FIRST, SECOND, OTHER = ReviewName("SMR", 1), ReviewName("SMR", 2), ReviewName("MCO", 2)

_ISSUES = {
    ("SMR-1", "1.1", 1): ("Death penalty", 5),
    ("SMR-1", "1.2", 1): ("Torture|International instruments", 5),
    ("SMR-1", "1.3", 1): ("Torture", 5),
    ("SMR-1", "1.4", 1): ("", 2),
    ("SMR-2", "2.1", 1): ("Death penalty", 5),
    ("SMR-2", "2.2", 1): ("Torture", 5),
    ("SMR-2", "2.3", 1): ("Right to education", 4),
    ("SMR-2", "2.3", 2): ("Right to education", 4),
    ("SMR-2", "2.4", 1): ("Death penalty", 5),
    ("SMR-2", "2.10", 1): ("", 2),
    ("MCO-2", "7.1", 1): ("Culture", 4),
}


def _document(
    file: str, review: ReviewName, session: int, date: str | None, symbol: str, **changes: object
) -> Document:
    made = document(file, review, date=date, symbol=symbol, **changes)  # type: ignore[arg-type]  # by name
    return replace(made, session=session)


def _in(file: str, *recommendations: Recommendation) -> tuple[Recommendation, ...]:
    """The recommendations as they stand in a file of another name."""
    return tuple(
        replace(
            each,
            passage=replace(each.passage, document=digest(file)),
            texts=tuple(replace(one, passage=replace(one.passage, document=digest(file))) for one in each.texts),
        )
        for each in recommendations
    )


def _readings() -> tuple[Reading, ...]:
    first = Reading(
        _document("smr1.pdf", FIRST, 6, "2010-01-05", "A/HRC/13/90", sha256=digest("smr1.pdf")),
        _in(
            "smr1.pdf",
            listed("1.1", text("Abolish the death penalty", "CHE", "NOR")),
            listed("1.2", text("Ratify the convention against torture", "KEN")),
            listed("1.3", text("End torture", "CHE", page=4)),
            listed("1.4", text("Go on", page=4)),
        ),
        answers=(answer("1.4", "accepted_implemented", file="smr1.pdf", review=FIRST),),
    )
    first_answers = Reading(
        _document("smr1add.pdf", FIRST, 6, "2010-06-01", "A/HRC/13/90/Add.1", family="addendum", pages=3),
        answers=tuple(
            answer(number, said, stage="addendum", file="smr1add.pdf", page=2, review=FIRST)
            for number, said in (("1.1", "accepted"), ("1.2", "accepted"), ("1.3", "rejected"))
        ),
    )
    second = Reading(
        _document("smr2.pdf", SECOND, 19, "2014-07-01", "A/HRC/28/90", sha256=digest("smr2.pdf")),
        _in(
            "smr2.pdf",
            listed("2.1", text("Abolish the death penalty", "CHE", page=14)),
            listed("2.2", text("Criminalise torture", "CHE", "KEN")),
            listed("2.3", text("Build schools", "KEN"), text("Repair them", "NOR", part=2)),
            listed("2.4", text("Abolish the death penalty by degrees", "NOR")),
            listed("2.10", text("Go on")),
        ),
        answers=(
            answer("2.2", "accepted", file="smr2.pdf", review=SECOND),
            answer("2.3", "accepted", part=1, file="smr2.pdf", review=SECOND),
            answer("2.3", "rejected", part=2, file="smr2.pdf", review=SECOND),
            answer("2.4", "accepted_in_part", file="smr2.pdf", review=SECOND),
            answer("2.10", "no_answer", file="smr2.pdf", review=SECOND),
        ),
        speakers=tuple(Speaker(state, passage(state, file="smr2.pdf")) for state in ("CHE", "KEN", "NOR")),
    )
    noted = replace(
        answer("2.1", "noted", stage="addendum", file="smr2add.pdf", review=SECOND), explanation="It is not in force."
    )
    second_answers = Reading(
        _document("smr2add.pdf", SECOND, 19, "2014-12-01", "A/HRC/28/90/Add.1", family="addendum", pages=3),
        answers=(noted,),
    )
    other = Reading(
        _document("mco2.pdf", OTHER, 20, "2015-01-05", "A/HRC/28/91", sha256=digest("mco2.pdf")),
        _in(
            "mco2.pdf",
            listed("7.1", text("Mend the maps", "SMR")),
        ),
        answers=(answer("7.1", "accepted_being_implemented", file="mco2.pdf", review=OTHER),),
    )
    return first, first_answers, second, second_answers, other


def matrix() -> Reading:
    """OHCHR's matrix of the second review: themes of 2.1 and 2.2, and an answer to 2.10 of its own."""
    said = [("2.1", "noted"), ("2.2", "accepted"), ("2.3", "accepted"), ("2.4", "noted"), ("2.10", "accepted")]
    return Reading(
        _document("matrix.docx", SECOND, 19, None, "", family="matrix", pages=None),
        answers=tuple(
            answer(number, words, stage="matrix", source="reading", file="matrix.docx", review=SECOND)
            for number, words in said
        ),
        labels=(
            Label("2.1", None, "theme", "D23 Death penalty", "matrix", passage("D23", file="matrix.docx")),
            Label("2.2", None, "theme", "D25 Prohibition of torture", "matrix", passage("D25", file="matrix.docx")),
            Label("2.2", None, "sdg", "16 - PEACE", "matrix", passage("16", file="matrix.docx")),
            Label("2.3", None, "sdg", "4 - EDUCATION", "matrix", passage("4", file="matrix.docx")),
        ),
    )


def export() -> Reading:
    """UPR Info's rows on the second review: five, one of them without action, two of one text."""
    rows = [
        ("CHE", "Abolish the death penalty", "Noted", 5, ("Death penalty",)),
        ("CHE", "Criminalise torture", "Accepted", 5, ("Torture", "Justice")),
        ("KEN", "Criminalise torture", "Accepted", 5, ("Torture", "Justice")),
        ("KEN", "Build schools", "Accepted", 4, ("Right to education",)),
        (None, "Repair them", "Noted", None, ()),
    ]
    return Reading(
        replace(document("export.csv", None, symbol=None, date=None, family="upr_info", pages=None), session=None),
        rows=tuple(
            ExportRow(at, "SMR", by, 19, words, response, action, issues, passage(words, file="export.csv"))
            for at, (by, words, response, action, issues) in enumerate(rows, 2)
        ),
    )


def counted_contents(*more: Reading) -> Contents:
    """The contents of a record of the three reviews, with labels of our own. more: readings beside."""
    contents = pipeline.gather([*_readings(), *more])
    return replace(contents, annotations=tuple(_annotations()))


def _annotations() -> list[Annotation]:
    found = []
    for (review, number, part), (issues, action) in _ISSUES.items():
        name = ReviewName(review[:3], int(review[4:]))
        labels = [("issue", each) for each in issues.split("|") if each] + [("action", str(action))]
        found += [Annotation(name, number, part, kind, value, 950, True) for kind, value in labels]
    return found


def publish_counted(home: Path, *more: Reading, totals: bool = False) -> str:
    """A workspace with these reviews; its hash. totals: with China's published ones."""
    contents = counted_contents(*more)
    if totals:
        made = {"source": "press statement", "why": "no list yet", "who": "Ana", "when": "2024-07-04"}
        figures = {"received": 428, "accepted": 290, "in_part": 8, "noted": 32, "rejected": 98}
        append(home, {"kind": "totals", "review": "CHN-4", **figures, **made})
        files = [decisions.read(path.read_bytes(), path.name) for path in decisions.files_in(home)]
        decided = pipeline.gather([*_readings(), *more], files)
        contents = replace(decided, annotations=contents.annotations)
    return publish(home, contents)
