"""The language in which an event is shown: its words, its days, the names of other languages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from item6.events.phrases import AMERICAN_SIGN, CONTEXT, INTERNATIONAL_SIGN
from item6.measures.tongue import ENGLISH, Tongue

_LANGUAGES = {
    "en": "English", "fr": "French", "es": "Spanish", "ar": "Arabic", "zh": "Chinese", "ru": "Russian", "de": "German",
    "pt": "Portuguese", "it": "Italian", "uk": "Ukrainian", "tr": "Turkish", "fa": "Persian", "ug": "Uyghur",
    "bo": "Tibetan", "vi": "Vietnamese", "my": "Burmese", "ko": "Korean", "ja": "Japanese", "pl": "Polish",
    "ro": "Romanian", "sw": "Swahili", "am": "Amharic", "ti": "Tigrinya", "ku": "Kurdish", "hi": "Hindi",
    "bn": "Bengali", "ur": "Urdu", "nl": "Dutch", "hu": "Hungarian", "cs": "Czech",
}  # fmt: skip
_SIGNED = {"ils": INTERNATIONAL_SIGN, "ase": AMERICAN_SIGN}


def _english_day(written: str) -> str:
    found = date.fromisoformat(written)
    return f"{found:%A} {found.day} {found:%B %Y}"


def _english_name(code: str) -> str:
    return _LANGUAGES.get(code, code)


@dataclass(frozen=True, slots=True)
class Voice:
    """language: as in BCP 47. day: from an ISO date to the day with its weekday. named: what a language is called."""

    language: str = "en"
    tongue: Tongue = ENGLISH
    day: Callable[[str], str] = _english_day
    named: Callable[[str], str] = _english_name

    def says(self, words: str, **places: object) -> str:
        """Words of `item6.events.phrases`, with what stands in their places."""
        said = self.tongue.say(CONTEXT, words)
        return said.format(**places) if places else said

    def language_named(self, code: str) -> str:
        """What a language is called, a signed one too; its code where nobody knows."""
        return self.says(_SIGNED[code]) if code in _SIGNED else self.named(code)

    def ordinal(self, number: int) -> str:
        """`52nd`, as sessions are counted in the language."""
        match self.language.partition("-")[0]:
            case "en":
                ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
                return f"{number}{'th' if number % 100 in (11, 12, 13) else ending}"
            case "fr":
                return f"{number}{'re' if number == 1 else 'e'}"
            case "es":
                return f"{number}.º"
        return str(number)


ENGLISH_VOICE = Voice()
