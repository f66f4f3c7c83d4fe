"""The kinds of texts that coalitions make, and how long each may be."""

from __future__ import annotations

from dataclasses import dataclass

from item6.briefings.settings import SECONDS_PER_SPEAKER, WORDS_PER_MINUTE
from item6.letters.signatories import GENERAL, ROSTER, SPECIAL


@dataclass(frozen=True, slots=True)
class Bound:
    """How many words a text may have. counts_notes: whether footnotes count. source, read: where, and when (ISO)."""

    words: int
    counts_notes: bool
    source: str
    read: str


@dataclass(frozen=True, slots=True)
class Kind:
    """name: in addresses and files. title: for people. in_the_un_form: who may submit it, and how it is laid out."""

    name: str
    title: str
    in_the_un_form: bool = False


OPEN_LETTER = Kind("open-letter", "Open letter")
JOINT_STATEMENT = Kind("joint-statement", "Joint statement")
PRESS_STATEMENT = Kind("press-statement", "Press statement")
ORAL_STATEMENT = Kind("oral-statement", "Oral statement")
WRITTEN_STATEMENT = Kind("written-statement", "Written statement to the Council", in_the_un_form=True)
SUBMISSION = Kind("submission", "Stakeholder submission")

KINDS = {
    each.name: each
    for each in (OPEN_LETTER, JOINT_STATEMENT, PRESS_STATEMENT, ORAL_STATEMENT, WRITTEN_STATEMENT, SUBMISSION)
}

_FORM = "OHCHR, Guidelines for the submission of NGO written statements: check them before each session"
_SUBMISSIONS = "OHCHR, technical guidelines for stakeholders' submissions to the UPR: check them before each session"

WRITTEN = {
    GENERAL: Bound(2000, True, _FORM, "2026-11-22"),
    SPECIAL: Bound(1500, True, _FORM, "2026-11-22"),
    ROSTER: Bound(1500, True, _FORM, "2026-11-22"),
}
"""Of a written statement, by the status of the NGO that submits it."""

SPOKEN = Bound(
    SECONDS_PER_SPEAKER.value * WORDS_PER_MINUTE.value // 60, False, SECONDS_PER_SPEAKER.source,
    SECONDS_PER_SPEAKER.read,
)  # fmt: skip
"""Of an oral statement: what can be read aloud in the time of a speaker when an outcome is adopted."""

SUBMITTED_ALONE = Bound(2815, False, _SUBMISSIONS, "2026-11-22")
SUBMITTED_JOINTLY = Bound(5630, False, _SUBMISSIONS, "2026-11-22")


def bound_of(kind: Kind, *, status: str = "", organisations: int = 1) -> Bound | None:
    """How long a text may be; None where no rule says. status: of the NGO that submits it (`general`...).

    ValueError for a written statement of an NGO without status, which cannot submit one.
    """
    if kind is WRITTEN_STATEMENT:
        if status not in WRITTEN:
            raise ValueError("only an NGO with ECOSOC consultative status can submit a written statement")
        return WRITTEN[status]
    if kind is ORAL_STATEMENT:
        return SPOKEN
    if kind is SUBMISSION:
        return SUBMITTED_ALONE if organisations == 1 else SUBMITTED_JOINTLY
    return None
