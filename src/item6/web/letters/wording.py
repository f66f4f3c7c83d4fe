"""Words of letters, for people, in their language."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from django.utils.translation import get_language, gettext

from item6.letters.kinds import KINDS
from item6.letters.signatories import STATUSES
from item6.terms.states import STATES
from item6.web.languages.saying import name_of
from item6.web.letters import states


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
