"""Figures in letters: counted in the record in force when a text is saved, and held against it until it is opened."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace

from django.utils.translation import gettext

from item6.briefings.texts import settled
from item6.letters import figures as naming
from item6.letters.figures import Asked, Counted, UnknownFigure, asked_in, counted_in, filled
from item6.measures.wording import value_in_words
from item6.record.errors import RecordError
from item6.record.reader import Record
from item6.terms.figures import Figure
from item6.web.explorer import records
from item6.web.languages.saying import numbers_in
from item6.web.letters import writing
from item6.web.letters.models import Letter, Version
from item6.web.letters.writing import Figures, latest
from item6.web.people.models import Person


@dataclass(frozen=True, slots=True)
class Written:
    """A text and its translations with values in them, and the Figures that they are of."""

    text: str
    translations: Mapping[str, str]
    figures: Figures


@dataclass(frozen=True, slots=True)
class Standing:
    """A Figure of a version. value: as it stands in the text; now: in the record in force; why: it has none there."""

    name: str
    value: str
    now: str
    reference: str
    why: str = ""

    @property
    def differs(self) -> bool:
        """Whether it is out of step with the record."""
        return bool(self.why) or self.value != self.now


def fill(text: str, translations: Mapping[str, str], language: str) -> Written:
    """What was written, with the values of today. UnknownFigure for a name of none."""
    count = _counted()
    whole = filled(settled(text), count, numbers_in(language))
    others = {code: filled(settled(words), count, numbers_in(code)) for code, words in translations.items() if words}
    sources = {"": settled(text)} if whole.figures else {}
    sources |= {code: settled(translations[code]) for code, each in others.items() if each.figures}
    every: dict[str, Figure] = dict(whole.figures)
    for each in others.values():
        every |= each.figures
    kept = [
        {"name": name, "value": value_in_words(found, numbers_in(language)), "reference": found.reference}
        for name, found in every.items()
    ]
    return Written(whole.text, {code: each.text for code, each in others.items()}, Figures(sources, kept))


def source_of(version: Version, language: str = "") -> str:
    """A text as it was written, with the names of Figures; language: of a translation, empty for the text itself."""
    text = version.translations.get(language, "") if language else version.text
    return str(version.sources.get(language, text))


def is_same(version: Version, text: str, translations: Mapping[str, str]) -> bool:
    """Whether a version was written with these words."""
    kept = {code: settled(words) for code, words in translations.items() if words.strip()}
    return settled(text) == source_of(version) and kept == {
        code: source_of(version, code) for code in version.translations
    }


def standing(version: Version, language: str) -> list[Standing]:
    """The Figures of a version, held against the record in force."""
    count = _counted()
    return [_standing(each, count, language) for each in version.figures]


def renew(*, letter: Letter, by: Person | None) -> Version:
    """Saves the text as it was written with the values of today, as the next version where they are others.

    NotNow for a letter that was opened: what was signed stays as it was read. UnknownFigure.
    """
    if letter.opened is not None:
        raise writing.NotNow(gettext("This text was signed: its figures stay as they were read."))
    last = latest(letter)
    others = {code: source_of(last, code) for code in last.translations}
    made = fill(source_of(last), others, letter.language)
    return writing.write(
        letter=letter, text=made.text, translations=made.translations, by=by, after=last.number,
        figures=made.figures, renewed=True,
    )  # fmt: skip


def refuse_out_of_step(letter: Letter) -> None:
    """NotNow where a letter that was never opened holds figures that the record in force does not give."""
    if letter.opened is None and any(each.differs for each in standing(latest(letter), letter.language)):
        raise writing.NotNow(
            gettext("Figures of this text are out of step with the record: bring them up to date first.")
        )


def offered(record: Record, asked: Asked, measures: Sequence[str]) -> Iterator[tuple[str, Figure, Asked]]:
    """What the same scope gives of each measure, where it has a value: measure, Figure, and how it is named.

    UnknownFigure where the scope has none at all.
    """
    count = counted_in(record)
    count(asked)
    for name in measures:
        each = replace(asked, measure=name)
        with suppress(UnknownFigure):
            yield name, count(each), each


def in_words(error: UnknownFigure) -> str:
    """What is wrong with a name, in one sentence."""
    said = {
        naming.FORM: gettext("“%(asked)s” is no name of a Figure: write it as {{not_supported of CHN-3}}."),
        naming.MEASURE: gettext("%(asked)s: no measure is called “%(wrong)s”."),
        naming.UNIT: gettext("%(asked)s: no unit is called “%(wrong)s”."),
        naming.STAGE: gettext("%(asked)s: no stage is called “%(wrong)s”."),
        naming.NOTHING: gettext("%(asked)s: the record knows no value of it."),
        naming.NO_RECORD: gettext("%(asked)s: there is no record to count it in."),
    }  # fmt: skip
    hint = error.hint if error.why in (naming.MEASURE, naming.UNIT, naming.STAGE) else ""
    if error.why == naming.SCOPE:
        return str(error)
    return " ".join(filter(None, (said[error.why] % {"asked": error.asked, "wrong": error.wrong}, hint)))


def _standing(kept: Mapping[str, str], count: Counted, language: str) -> Standing:
    name, value, reference = kept["name"], kept["value"], kept["reference"]
    try:
        (_, asked), *_ = asked_in(name)
        now = value_in_words(count(asked), numbers_in(language))
    except UnknownFigure as error:
        return Standing(name, value, "", reference, in_words(error))
    return Standing(name, value, now, reference)


def _counted() -> Counted:
    """Counts in the record in force; without one, every Figure is unknown."""
    try:
        record = records.current()
    except RecordError:
        record = None
    if record is not None:
        return counted_in(record)

    def unknown(asked: Asked) -> Figure:
        raise UnknownFigure(naming.NO_RECORD, str(asked))

    return unknown
