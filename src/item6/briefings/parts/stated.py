"""Reconciliation: what the documents state of themselves beside what was counted, and what does not add up."""

from __future__ import annotations

from item6.briefings.document import Block, Bullets, Column, Heading, Paragraph, Runs, Source, Table, Text
from item6.briefings.phrases import number, say, words
from item6.briefings.subject import Subject
from item6.measures.stated import Stated, stated_totals
from item6.measures.wording import grouped
from item6.terms.figures import Figure
from item6.terms.issues import Issue

_MOST_FINDINGS = 8
_FIGURES = {
    "received": ("received", ""),
    "speakers": ("speakers", ""),
    "supported": ("supported", ""),
    "noted": ("noted", ""),
    "supported_report": ("supported", "report"),
    "noted_report": ("noted", "report"),
    "remaining": ("pending", "report"),
    "supported_now": ("newly_supported", "addendum"),
    "noted_now": ("newly_noted", "addendum"),
}
"""The measure, and the stage where it is not that of the document, that counts what a document states."""

_COUNTING = ("count.", "answer.", "number.", "compare.", "decision.")


def reconciliation(subject: Subject) -> list[Block]:
    """Stated totals against counted ones, and findings in a sentence each."""
    if subject.row is None:
        return []
    blocks: list[Block] = [Heading(words("stated.heading"))]
    found = stated_totals(subject.record, subject.row)
    if found:
        differing = [each for each in found if not each.agrees]
        key = "stated.all_agree" if not differing else "stated.some_differ"
        blocks += [Paragraph(say(key)), _table(subject, found)]
    elif not subject.is_read_by_others:
        blocks.append(Paragraph(say("stated.none")))
    findings = findings_of(subject)
    if not findings and not found and subject.is_read_by_others:
        return []
    if findings:
        blocks.append(Paragraph(say("stated.findings", count=len(findings))))
        blocks.append(Bullets(tuple(_finding(each) for each in findings[:_MOST_FINDINGS])))
        if len(findings) > _MOST_FINDINGS:
            blocks.append(Paragraph(say("stated.more", review=str(subject.name)), "small"))
    return blocks


def findings_of(subject: Subject) -> list[Issue]:
    """What does not add up in the documents of the review, as the record's build found it."""
    files = {document.file for document in subject.documents.values()}
    return [
        each
        for each in subject.record.issues()
        if each.place.file in files and each.severity != "note" and each.key.startswith(_COUNTING)
    ]


def _finding(found: Issue) -> Runs:
    """`ruritania-2015-matrix.docx: 117.5 is supported here, but noted in ...`."""
    page = words("stated.page", page=str(found.place.page)) if found.place.page else ""
    return Text(f"{found.place.file}{page}: ", "quiet"), Text(found.message)


def _table(subject: Subject, found: tuple[Stated, ...]) -> Table:
    columns = (
        Column(words("stated.what"), width=3.0),
        Column(words("stated.stated"), True),
        Column(words("stated.counted"), True),
        Column(words("stated.where"), width=2.4),
        Column(words("stated.result"), width=1.6),
    )
    return Table(words("stated.caption"), columns, tuple(_row(subject, each) for each in found), words("stated.note"))


def _row(subject: Subject, each: Stated) -> tuple[Runs, ...]:
    symbol = subject.called(each.total.passage.document) or each.file
    page = each.total.passage.page
    where = words("source.document_page" if page else "source.document", symbol=symbol, page=str(page or ""))
    agreed = "stated.in_part" if each.agrees and each.in_part else "stated.agrees" if each.agrees else "stated.differs"
    return (
        (Text(words(f"stated.things.{each.total.measure}")),),
        (Text(grouped(each.total.value)),),
        _counted(subject, each),
        (Source(where),),
        (Text(words(agreed if each.counted is not None else "stated.not_counted")),),
    )


def _counted(subject: Subject, each: Stated) -> Runs:
    """The count as a Figure where a measure is the same count; of partial acceptance counted in, as two of them."""
    if each.counted is None:
        return ()
    strict, partly = _figure(subject, each), _figure(subject, each, in_part=True) if each.in_part else None
    if strict and partly and strict.value == each.counted - each.in_part and partly.value == each.in_part:
        return number(strict), Text(" + "), number(partly)
    if strict and strict.value == each.counted:
        return (number(strict),)
    return (Text(grouped(each.counted)),)


def _figure(subject: Subject, each: Stated, *, in_part: bool = False) -> Figure | None:
    if each.total.measure not in _FIGURES:
        return None
    measure, stage = _FIGURES[each.total.measure]
    of_report = subject.row is not None and each.total.passage.document == subject.row.document
    wanted = measure.replace("supported", "in_part") if in_part else measure
    return Subject(subject.record, subject.name, stage or ("report" if of_report else "addendum")).figure(wanted)
