"""Every Issue that item6 can leave: code, severity, what happened, what to do.

Codes: F files, W Working Group reports, R record and build. A code is never used again for something else.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class IssueKind:
    """code: stable. severity: note, warning or error. message and hint: sentences with `{argument}` places."""

    code: str
    severity: str
    message: str
    hint: str


CATALOGUE: dict[str, IssueKind] = {
    # files: the file as a whole could not be read
    "file.empty": IssueKind("F101", "error", "the file is empty (0 bytes)", "download it again"),
    "file.missing": IssueKind("F102", "error", "there is no such file", "check the path"),
    "file.unreadable": IssueKind("F103", "error", "the file cannot be opened: {why}", "check its permissions"),
    "file.html": IssueKind(
        "F104", "error", "this is a web page, not a document", "open the address in a browser and save the document itself"
    ),
    "file.text": IssueKind("F105", "error", "this is plain text, not a UN document", "give the PDF or Word file it came from"),
    "file.unknown": IssueKind("F106", "error", "this is neither PDF nor Word (DOCX)", "give the PDF or DOCX of the document"),
    "file.legacy_word": IssueKind(
        "F107", "error", "this is a Word file of the old kind (.doc)", "open it in Word or LibreOffice and save it as .docx"
    ),
    "file.damaged": IssueKind("F108", "error", "the file is cut off or damaged: {why}", "download it again"),
    "file.encrypted": IssueKind("F109", "error", "the file is protected by a password", "save a copy without the password"),
    "file.too_large": IssueKind(
        "F110", "error", "the file unpacks to more than {limit}", "check where it comes from; UN documents are far smaller"
    ),
    "file.scan": IssueKind(
        "F111", "error", "the pages are pictures without text (a scan)", "get the version with text, or run text recognition on it"
    ),
    "file.other_office": IssueKind(
        "F112", "error", "this is an Office file of another kind ({what})", "give the PDF or DOCX of the document"
    ),
    # documents: read, but not of a family that holds recommendations
    "document.not_upr": IssueKind(
        "W101", "error", "this is no document of the Universal Periodic Review that item6 knows", "check the file"
    ),
    "document.family_not_read": IssueKind(
        "W102", "error", "this is {what}; it holds no recommendations of the Working Group", "give the report of the Working Group"
    ),
    "document.language": IssueKind(
        "W103", "error", "the document is in {language}; reports are read in English", "get the English version of {symbol}"
    ),
    "document.no_list": IssueKind(
        "W104", "error", "the report has no list of recommendations that item6 could find", "check that the file is complete"
    ),
}
