"""That the organisation with ECOSOC status that lends its name approves title and text: recorded with who and when.

Its name stands on what the Council is handed, whoever wrote it (coalition.md, rules of conduct).
"""

from __future__ import annotations

from datetime import date

from item6.letters.kinds import ORAL_STATEMENT, WRITTEN_STATEMENT
from item6.web.letters.models import Approval, Letter
from item6.web.people.models import Person

_KINDS = (ORAL_STATEMENT.name, WRITTEN_STATEMENT.name)


def needs_approval(letter: Letter) -> bool:
    """Whether an organisation with status lends its name to it: statements to the Council, said or written."""
    return letter.kind in _KINDS


def approved(letter: Letter) -> Approval | None:
    """The approval of this title and this text, the last one; None where there is none, or of another text alone."""
    version = letter.versions.filter(addendum=False).last()
    if version is None:
        return None
    rows = Approval.objects.filter(version__letter=letter, version__hash=version.hash, title=letter.title)
    return rows.select_related("by", "version").order_by("pk").last()


def approve(*, letter: Letter, organisation: str, person: str, on: date, by: Person | None) -> Approval:
    """Records an approval of the title and the text as they are now. person: who said so, of that organisation."""
    version = letter.versions.filter(addendum=False).last()
    assert version is not None  # a letter begins with one
    return Approval.objects.create(
        version=version, title=letter.title, organisation=organisation, person=person, on=on, by=by
    )
