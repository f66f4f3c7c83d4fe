"""The public form: what was typed to a value, or to what is wrong with it, field by field."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext

from item6.organisations.folding import clean
from item6.web.registrations.asking import Question, answers_typed
from item6.web.registrations.registering import Given

_LONGEST = {"name": 200, "organisation": 300, "post": 200, "country": 120, "email": 254, "code": 40}


class RegisterForm:
    """What was typed, what is wrong with it, and what it means."""

    FIELDS = (*_LONGEST, "way", "unfilmed", "consent")

    def __init__(
        self, typed: Mapping[str, str], *, ways: Sequence[str], questions: Sequence[Question] = (),
        language: str = "en", code: bool = False,
    ) -> None:  # fmt: skip
        fields = (*self.FIELDS, *(f"answer-{each.key}" for each in questions))
        self.typed = {name: " ".join(clean(typed.get(name, "")).split()) for name in fields}
        self.wrong: dict[str, str] = {}
        self._ways, self._questions, self._language, self._code = ways, questions, language, code

    def given(self) -> Given | None:
        """What is asked for; None where something is wrong, which `wrong` says."""
        typed = self.typed
        for name, most in _LONGEST.items():
            if len(typed[name]) > most:
                self.wrong[name] = gettext("This is too long; at most %(most)s characters.") % {"most": most}
        if not typed["name"]:
            self.wrong["name"] = gettext("Write your name as it stands in the document that you show at the door.")
        try:
            validate_email(typed["email"])
        except ValidationError:
            self.wrong["email"] = gettext("Write an e-mail address, such as office@example.org.")
        way = typed["way"] or (self._ways[0] if len(self._ways) == 1 else "")
        if way not in self._ways:
            self.wrong["way"] = gettext("Choose how you take part.")
        if self._code and not typed["code"]:
            self.wrong["code"] = gettext("Write the code of your invitation.")
        if not typed["consent"]:
            self.wrong["consent"] = gettext("You can only register if you agree.")
        answers, wrong = answers_typed(typed, self._questions)
        self.wrong |= wrong
        if self.wrong:
            return None
        return Given(
            name=typed["name"], email=typed["email"], way=way, organisation=typed["organisation"], post=typed["post"],
            country=typed["country"], answers=answers, unfilmed=bool(typed["unfilmed"]), code=typed["code"],
            language=self._language,
        )  # fmt: skip

    def refuse_code(self) -> None:
        """Says that the invitation code opens nothing."""
        self.wrong["code"] = gettext("This code is not valid, or was used up. Ask who invited you.")
