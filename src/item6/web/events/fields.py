"""The sections in which an event is edited: which fields each has, how each is asked for, and how it is read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext

from item6.events.nouns import (
    BODIES,
    CONSENTS,
    FORMATS,
    FREE,
    NONE,
    ORGANISER_ROLES,
    SPEAKER_ROLES,
    STATUSES,
)
from item6.events.tasks import KINDS, TITLES
from item6.web.events import typed
from item6.web.events.states import ADMISSIONS
from item6.web.events.typed import LONG, SHORT, Reader
from item6.web.events.wording import LANGUAGES, admission_words, choices, consent_words, field_words, language_words
from item6.web.languages.saying import said
from item6.web.organisations.wording import status_choices

MAIN, WHEN, TEXTS, TRANSLATIONS, COMING = FIELDS = ("main", "when", "texts", "translations", "coming")
ORGANISERS, PROGRAMME, SPEAKERS, TASKS, RECORDINGS = ROWS = (
    "organisers", "programme", "speakers", "tasks", "recordings",
)  # fmt: skip
DAYS, HOURS, AFTER = "days", "hours", "after"
SECTIONS = (MAIN, WHEN, ORGANISERS, PROGRAMME, SPEAKERS, TEXTS, TRANSLATIONS, COMING, TASKS, RECORDINGS)


@dataclass(frozen=True, slots=True)
class Field:
    """kind: line, lines, choice, ticks or tick. read: what was typed to a value. rows: of `lines`."""

    name: str
    read: Reader = SHORT
    kind: str = "line"
    hint: str = ""
    choices: Sequence[tuple[str, str]] = ()
    rows: int = 3
    short: bool = False
    label: str = ""

    @property
    def said(self) -> str:
        """What it is called on the form."""
        return self.label or field_words(self.name)


def section_words(section: str) -> str:
    """What a section is called."""
    return {
        MAIN: gettext("What it is"), WHEN: gettext("When and where"), TEXTS: gettext("Texts"),
        TRANSLATIONS: gettext("Translations"), COMING: gettext("Who comes"), ORGANISERS: gettext("Organisers"),
        PROGRAMME: gettext("Programme"), SPEAKERS: gettext("Panel"), TASKS: gettext("Tasks"),
        RECORDINGS: gettext("Recordings"),
    }[section]  # fmt: skip


def _choice(name: str, options: Sequence[tuple[str, str]], hint: str = "") -> Field:
    return Field(name, typed.one_of([value for value, _ in options]), "choice", hint, options)


def _said_or_not(name: str) -> Field:
    options = (("", gettext("not said")), ("yes", gettext("yes")), ("no", gettext("no")))
    return Field(name, typed.yes_or_no, "choice", choices=options)


def _languages(name: str, held: Sequence[str]) -> Field:
    codes = dict.fromkeys((*LANGUAGES, "ils", *held))
    return Field(name, typed.codes, "ticks", choices=[(code, language_words(code)) for code in codes])


def main(languages: Sequence[str], interpretation: Sequence[str], letters: Sequence[tuple[str, str]]) -> list[Field]:
    """What the event is. languages, interpretation: codes it has so far. letters: addresses and titles to choose of."""
    return [
        Field("title", typed.words(300)),
        Field("summary", typed.words(1000), "lines", gettext("One paragraph, for lists and shared links")),
        _choice("language", list(LANGUAGES.items())),
        _choice("body", choices("event session", BODIES, gettext("none"))),
        Field("session_number", typed.number(1, 200), short=True, hint=gettext("Such as 49")),
        Field("review", typed.review, short=True, hint=gettext("Such as CHN-3; empty where it is of none")),
        Field("themes", typed.between_commas, hint=gettext("Between commas")),
        *([Field("letters", typed.between_commas, "ticks", choices=letters)] if letters else []),
        _languages("languages", languages),
        _languages("interpretation", interpretation),
        _said_or_not("captions"),
        Field("audience", typed.words(2000), "lines", gettext("Such as: all delegates and accredited organisations")),
        Field("price", hint=gettext("“%(free)s”, or the words") % {"free": FREE}),
        Field("platform", hint=gettext("Such as Zoom; never the link")),
        Field("dial_in", hint=gettext("The numbers, or “%(none)s” where there are none") % {"none": NONE}),
        Field("accessibility", typed.words(2000), "lines", gettext("How people get in, and whom to tell their needs")),
        Field("safety", typed.words(2000), "lines", gettext("What may not be filmed, recorded or shared, and where")),
        _said_or_not("recorded"),
        Field("contact", hint=gettext("Whom the public may ask; it is published")),
        Field("registration", typed.words(1000), hint=gettext("Only where people register elsewhere, as for a badge")),
        Field("follow_up", hint=gettext("In words; an event that is begun from this one is named by itself")),
    ]  # fmt: skip


def when(*, published: bool) -> list[Field]:
    """Day, time and place; of a published event also what happens to it, and what is said of that."""
    fields = [
        Field("day", typed.day, short=True, hint=gettext("Such as 2027-03-15")),
        Field("start", typed.clock, short=True, hint=gettext("Such as 14:00, in the zone below")),
        Field("end", typed.clock, short=True),
        Field("duration", typed.number(1, 1440), short=True, hint=gettext("In minutes, where no end is given")),
        Field("zone", typed.zone, hint=gettext("Europe/Zurich is Geneva’s")),
        _choice("format", choices("event format", FORMATS, gettext("not said"))),
        Field("room"),
        Field("venue"),
    ]
    if not published:
        return fields
    notice = gettext("One or two sentences for the page and for the mail to those who registered")
    return [_choice("status", choices("event status", STATUSES)), Field("notice", typed.words(2000), "lines", notice),
            *fields]  # fmt: skip


def texts() -> list[Field]:
    """The long texts."""
    how = gettext("Paragraphs with an empty line between them; # begins a heading, - a list, > a quotation; *words* "
                  "stand out")  # fmt: skip
    return [
        Field("concept_note", LONG, "lines", how, rows=16),
        Field("statement", LONG, "lines", gettext("Published with its figures checked"), rows=10),
        Field("report", LONG, "lines", gettext("What was said and decided, for the report of the event"), rows=10),
        Field("figures", typed.references, "lines", gettext("References, one on each line")),
        Field("notes", LONG, "lines", gettext("Seen by editors and coordinators; never published"), rows=4),
    ]


def translation(language: str) -> list[Field]:
    """The words of another language."""
    called = LANGUAGES[language]
    each = (("title", "line", 300), ("summary", "lines", 1000), ("concept_note", "lines", 100_000),
            ("audience", "line", 2000), ("accessibility", "line", 2000), ("safety", "line", 2000),
            ("notice", "line", 2000))  # fmt: skip
    return [Field(f"{name}-{language}", typed.words(most), kind, label=f"{field_words(name)} ({called})",
                  rows=8 if name == "concept_note" else 3) for name, kind, most in each]  # fmt: skip


def coming() -> list[Field]:
    """The link, who is let in, how many, until when; when what they gave is erased."""
    link = gettext(
        "Those who have a place online see it on their own page, while the event takes place; no mail has it."
    )
    return [
        Field("join_link", typed.address, hint=link),
        _choice("admission", [(each, admission_words(each)) for each in ADMISSIONS]),
        Field("room_places", typed.number(0, 100_000), short=True, hint=gettext("Empty: no limit")),
        Field("online_places", typed.number(0, 100_000), short=True, hint=gettext("Empty: no limit")),
        Field("registration_closes", typed.moment,
              hint=gettext("Such as 2027-03-13 18:00, in UTC; empty: when it begins")),
        Field("purge", typed.day_value, short=True,
              hint=gettext("All that they gave; by itself 60 days after the event")),
    ]  # fmt: skip


def columns(section: str, people: Sequence[tuple[str, str]] = ()) -> list[Field]:
    """The fields of one row of a section of rows. people: who may see to a task."""
    return {
        ORGANISERS: lambda: [
            Field("name", typed.words(300)), Field("acronym", typed.words(40), short=True),
            _choice("role", choices("event role", ORGANISER_ROLES)),
            _choice("ecosoc", [*status_choices(), ("has", gettext("has it, which is not known"))]),
            Field("year", typed.year, short=True), Field("website", typed.site),
            Field("books", bool, "tick",
                  gettext("It approves title and texts before they are published; the task for that is below.")),
        ],
        PROGRAMME: lambda: [
            Field("title", typed.words(300)), Field("minutes", typed.number(1, 1440), short=True), Field("who"),
            Field("start", typed.clock, short=True, hint=gettext("Empty: when the part before it ends")),
        ],
        SPEAKERS: lambda: [
            Field("name", typed.words(200), hint=gettext(
                "Beside a pseudonym, this name is seen by editors and coordinators of this coalition alone, and may be "
                "left out")),
            Field("pseudonym", typed.words(200), hint=gettext("The only name that anybody outside reads")),
            _choice("role", choices("event role", SPEAKER_ROLES)), Field("post"), Field("organisation"),
            Field("country", typed.words(120)),
            Field("consents", typed.between_commas, "ticks",
                  choices=[(each, consent_words(each)) for each in CONSENTS]),
            Field("consented", hint=gettext("Such as: by letter, 4 January")),
        ],
        TASKS: lambda: [
            _choice("kind", [("", gettext("in own words")),
                             *((each, said("event task", TITLES[each])) for each in KINDS)]),
            Field("title", typed.words(160), label=field_words("own")),
            Field("hours", typed.number(0, 20_000), short=True,
                  hint=gettext("How many, as below")),
            _choice("unit", [(DAYS, gettext("days before")), (HOURS, gettext("hours before")),
                             (AFTER, gettext("days after"))]),
            _choice("person", [("", gettext("nobody yet")), *people]),
            Field("done", typed.day, short=True, hint=gettext("Such as 2027-03-15; empty: open")),
        ],
        RECORDINGS: lambda: [
            Field("title", typed.words(300)), Field("address", typed.address),
            _choice("language", [("", gettext("not said")), *LANGUAGES.items()]),
            Field("shows", typed.each_line, "lines", gettext(
                "Names of the panel, one on each line; empty: all. It is published once all of them agreed to be "
                "recorded.")),
        ],
    }[section]()  # fmt: skip
