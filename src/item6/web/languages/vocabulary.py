"""What the rooms below may say on a page: English words with their context, to be extracted beside those of the pages.

OHCHR's themes, persons and goals are not here: they are shown as OHCHR prints them. Neither is what people or
documents say.
"""

from __future__ import annotations

from collections.abc import Iterator

from item6.briefings.kinds import KINDS
from item6.briefings.settings import SETTINGS
from item6.charts.bars import WORDS
from item6.charts.tiles import OUTSIDE
from item6.checks.marks import MARKS
from item6.events import phrases as event_phrases
from item6.events.nouns import BODIES, FORMATS, FREE, NONE, ORGANISER_ROLES, SPEAKER_ROLES, STATUSES
from item6.events.readiness import SENTENCES
from item6.events.tasks import TITLES
from item6.events.templates import TEMPLATES
from item6.measures.vocabulary import HAS
from item6.measures.wording import said_in
from item6.pipeline.pictures import PLACES
from item6.terms.answers import POSITION_OF, POSITIONS
from item6.terms.issue_catalogue import CATALOGUE
from item6.terms.issues import SEVERITIES
from item6.terms.labels import ISSUES, LABEL_KINDS
from item6.terms.states import GROUPS

_TOTALS = ("received", "supported", "noted", "received now", "supported now", "noted now")
_ROLES = (
    "received", "supported", "in part", "noted", "rejected", "not supported", "pending", "implemented", "speakers",
    "recommending states", "signatories", "countries", "reviews",
)  # fmt: skip


def vocabulary() -> Iterator[tuple[str, str]]:
    """Context and words of everything, some of it twice."""
    yield from said_in()
    yield from event_phrases.said_in()
    for context, words in _tables().items():
        yield from ((context, each) for each in words)
    for kind in CATALOGUE.values():
        yield from (("problem", kind.message), ("problem", kind.hint))


def _tables() -> dict[str, tuple[str, ...]]:
    return {
        "position": (*WORDS.values(), *POSITIONS),
        "as_written": tuple(each.replace("_", " ") for each in POSITION_OF),
        "has": HAS,
        "issue": ISSUES,
        "kind of label": LABEL_KINDS,
        "group": (*GROUPS, OUTSIDE),
        "place": PLACES,
        "total": _TOTALS,
        "role": _ROLES,
        "severity": SEVERITIES,
        "verdict": tuple(MARKS),
        "meaning of a verdict": tuple(each.means for each in MARKS.values()),
        "briefing": tuple(each.title for each in KINDS.values()),
        "setting": tuple(each.unit for each in SETTINGS),
        "event format": FORMATS,
        "event status": STATUSES,
        "event role": (*ORGANISER_ROLES, *SPEAKER_ROLES),
        "event session": BODIES,
        "event value": (FREE, NONE),
        "event task": tuple(TITLES.values()),
        "event problem": tuple(SENTENCES.values()),
        "event template": tuple(words for each in TEMPLATES.values() for words in (each.title, each.about)),
        "event part": tuple(part for each in TEMPLATES.values() for part, _ in each.programme),
        "language": ("Amharic", "Chinese", "Kurdish", "Tibetan", "Tigrinya"),  # those that Django cannot name
        # how a day is written (Django's format characters), and what stands between a day and an hour
        "format of a day": ("Y-m-d",),
        "format of a day of an event": ("l j F Y",),
        "between day and hour": (", ",),
    }
