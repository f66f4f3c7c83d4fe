"""Words of letters, for people, in their language."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import TypeVar

from django.utils.translation import get_language, get_language_bidi, gettext, ngettext, override, pgettext

from item6.letters.kinds import KINDS
from item6.letters.signatories import STATUSES, Numbers
from item6.letters.wording import ENGLISH, Words
from item6.terms.states import STATES
from item6.web.languages.saying import name_of, tongue
from item6.web.letters import states

T = TypeVar("T")


def status_words(status: str) -> str:
    """ECOSOC status."""
    return {
        "general": gettext("General"), "special": gettext("Special"), "roster": gettext("Roster"),
        "none": gettext("none"), "unknown": gettext("not stated"),
    }[status]  # fmt: skip


def status_choices() -> list[tuple[str, str]]:
    """For a form."""
    return [(each, status_words(each)) for each in reversed(STATUSES)]


def place_choices() -> Sequence[tuple[str, str]]:
    """States under which a place can be counted; another one is only shown in its words."""
    return _places(get_language() or "en")


@lru_cache(maxsize=8)
def _places(language: str) -> Sequence[tuple[str, str]]:
    """In the order of their names in the language, which is the active one."""
    found = sorted(((code, name_of(code)) for code in STATES), key=lambda each: each[1].casefold())
    return [("", gettext("another place, or from the words above")), *found]


def kind_words(kind: str) -> str:
    """The kind of a letter."""
    return {
        "open-letter": gettext("Open letter"), "joint-statement": gettext("Joint statement"),
        "press-statement": gettext("Press statement"), "oral-statement": gettext("Oral statement"),
        "written-statement": gettext("Written statement to the Council"),
        "submission": gettext("Stakeholder submission"),
    }[kind]  # fmt: skip


def kind_choices() -> list[tuple[str, str]]:
    """For a form."""
    return [(each, kind_words(each)) for each in KINDS]


def paper_words(language: str) -> Words:
    """What the papers of a letter in this language say besides its own text; English where nobody translated it."""
    if language not in _TRANSLATED:
        return ENGLISH
    with override(language):
        mark = _LEFT_TO_RIGHT if get_language_bidi() else ""  # or the parts of a date stand the wrong way round
        return Words(
            kind=_in(language, lambda kind: kind_words(kind.name)), counted=_in(language, counted_words),
            withheld=_in(language, _withheld), not_named=_in(language, _not_named),
            status={
                "general": gettext("General consultative status"), "special": gettext("Special consultative status"),
                "roster": gettext("Roster"), "none": gettext("Without consultative status"),
                "unknown": gettext("Status not stated"),
            },
            signed_by=gettext("Signed by"), personal=gettext("In a personal capacity"),
            organisations=gettext("Organisations"), elsewhere=gettext("Other places"), contacts=gettext("Contacts"),
            as_of=gettext("As of %(at)s UTC") % {"at": f"{mark}{{at}}"}, to=gettext("To") + ":",
            whole=gettext("The letter and all who sign it:") + " {address}", press=gettext("Press version"),
            draft=gettext("Draft – not for publication"),
            embargo=gettext("Embargoed until %(embargo)s") % {"embargo": f"{mark}{{until}}"},
            release=gettext("For immediate release"),
        )  # fmt: skip


def place_names(language: str) -> Mapping[str, str]:
    """Names of States in a language, English where nobody translated it."""
    with override(language if language in _TRANSLATED else "en"):
        return {code: name_of(code) for code in STATES}


_TRANSLATED = ("fr", "es", "ar")
_LEFT_TO_RIGHT = "\u200e"


def _in(language: str, say: Callable[[T], str]) -> Callable[[T], str]:
    def said(what: T) -> str:
        with override(language):
            return say(what)

    return said


def counted_words(found: Numbers) -> str:
    """How many sign, in the language of the page."""
    grouped = tongue().grouped
    said = ngettext("%(all)s organisation", "%(all)s organisations", found.organisations)
    said %= {"all": grouped(found.organisations)}
    if found.places:
        from_places = ngettext(
            "from %(all)s country or territory", "from %(all)s countries and territories", found.places
        )
        said += " " + from_places % {"all": grouped(found.places)}
    if found.persons:
        persons = ngettext("%(all)s person", "%(all)s persons", found.persons) % {"all": grouped(found.persons)}
        said += pgettext("between numbers", ", ") + persons
    return said


def _withheld(number: int) -> str:
    return ngettext(
        "%(all)s signatory asked not to be named.", "%(all)s signatories asked not to be named.", number
    ) % {"all": tongue().grouped(number)}


def _not_named(number: int) -> str:
    return ngettext(
        "%(all)s signatory is not named here: the list published with the letter names them.",
        "%(all)s signatories are not named here: the list published with the letter names them.",
        number,
    ) % {"all": tongue().grouped(number)}


def state_words(state: str) -> str:
    """What state a letter is in."""
    return {
        states.DRAFT: gettext("being written"), states.COMMENTS: gettext("open for comments"),
        states.FROZEN: gettext("frozen"), states.OPEN: gettext("open for signature"), states.CLOSED: gettext("closed"),
    }[state]  # fmt: skip


def step_words(state: str) -> str:
    """The button that takes a letter there."""
    return {
        states.DRAFT: gettext("Back to writing"), states.COMMENTS: gettext("Open for comments"),
        states.FROZEN: gettext("Freeze the text"), states.OPEN: gettext("Open for signature"),
        states.CLOSED: gettext("Close for signature"),
    }[state]  # fmt: skip


def signature_words(state: str) -> str:
    """What state a signature is in."""
    return {
        states.ASKED: gettext("not confirmed yet"), states.CONFIRMED: gettext("waits for a decision"),
        states.COUNTED: gettext("counted"), states.WITHDRAWN: gettext("withdrawn"),
        states.DENIED: gettext("denied by the owner of the address"), states.REFUSED: gettext("refused"),
        states.MERGED: gettext("the same as another"),
    }[state]  # fmt: skip
