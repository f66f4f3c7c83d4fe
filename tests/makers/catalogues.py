"""The catalogues of the web application: what its code says, what is missing, and how to add it.

    PYTHONPATH=src python tests/makers/catalogues.py update            # after sentences were added, changed or removed
    PYTHONPATH=src python tests/makers/catalogues.py missing > words   # what has no translation yet, as plain text
    PYTHONPATH=src python tests/makers/catalogues.py fill words        # takes the translations from that file

`update` and `fill` also compile. Catalogues hold no dates, no versions and no line numbers, and are sorted, so that two
people's additions merge; docs/languages.md says more.

The plain text has a block for each sentence: `= ` before its English, `=> ` before its plural, `@ ` before its context,
then a line for each language, `fr: ...`, and where there is a plural one for each form, `ar[0]: ...`.
"""

from __future__ import annotations

import io
import os
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import django
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_python
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.conf import settings
from django.utils.translation.template import templatize
from jinja2.ext import babel_extract

if not settings.configured:  # tests have it set up, and what they start must not inherit a choice of settings
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "item6.web.settings")
    django.setup()

from item6.web.languages.vocabulary import vocabulary  # after Django is set up

WEB = Path(__file__).resolve().parents[2] / "src" / "item6" / "web"
LOCALE = WEB / "locale"

PLURALS = {
    "fr": (2, "(n > 1)"),
    "es": (2, "(n != 1)"),
    "ar": (6, "(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5)"),
}
"""How many forms a number has in each language, and which of them is taken (Unicode CLDR)."""

_FUNCTIONS = {
    "_": (1,), "gettext": (1,), "gettext_noop": (1,), "gettext_lazy": (1,), "ngettext": (1, 2),
    "ngettext_lazy": (1, 2), "pgettext": ((1, "c"), 2), "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3), "npgettext_lazy": ((1, "c"), 2, 3),
}  # fmt: skip
_FRENCH = {
    "'": "’", " :": "\u00a0:", " ;": "\u202f;", " ?": "\u202f?", " !": "\u202f!", "« ": "«\u00a0", " »": "\u00a0»",
}  # fmt: skip
"""Spaces that do not break (Lexique des règles typographiques en usage à l'Imprimerie nationale)."""
_PERCENT, _BRACES = re.compile(r"%\((\w+)\)[sd]|%[sd]"), re.compile(r"\{\w*\}")


class Said(NamedTuple):
    """A sentence of the code. plural: empty where it has none. context: empty where it needs none."""

    english: str
    plural: str = ""
    context: str = ""

    @property
    def id(self) -> str | tuple[str, str]:
        """As catalogues have it."""
        return (self.english, self.plural) if self.plural else self.english


class House(Catalog):
    """A catalogue whose head says only what is needed to read it."""

    @property
    def mime_headers(self) -> list[tuple[str, str]]:  # type: ignore[override]  # a plain property
        """The lines of its head."""
        count, expression = PLURALS[str(self.locale)]
        return [
            ("Language", str(self.locale)), ("MIME-Version", "1.0"),
            ("Content-Type", "text/plain; charset=utf-8"), ("Content-Transfer-Encoding", "8bit"),
            ("Plural-Forms", f"nplurals={count}; plural={expression};"),
        ]  # fmt: skip

    @mime_headers.setter
    def mime_headers(self, headers: object) -> None:
        """What a file says of itself is not taken over."""


def said_by_code(web: Path = WEB) -> set[Said]:
    """Everything that the web application may say: of its templates, its Python, and the rooms below."""
    found = {Said(words, "", context) for context, words in vocabulary()}
    for path in sorted([*web.rglob("*.html"), *web.rglob("templates/**/*.txt")]):
        found |= set(_of_jinja(path) if "quick" in path.parts else _of_django(path))
    for path in sorted(web.rglob("*.py")):
        found |= set(_of_python(path.read_bytes()))
    return found


def _of_django(path: Path) -> Iterator[Said]:
    """Django's own rewriting of a template as calls of functions, read as Python."""
    lines = templatize(path.read_text(encoding="utf-8"), origin=str(path)).splitlines()
    return _of_python("\n".join(line.strip() for line in lines).encode())


def _of_jinja(path: Path) -> Iterator[Said]:
    options = {"extensions": "jinja2.ext.i18n", "newstyle_gettext": "true"}
    with path.open("rb") as opened:
        for _, _, words, _ in babel_extract(opened, ("_", "gettext", "ngettext"), (), options):
            yield Said(*(each for each in ([words] if isinstance(words, str) else words) if each))


def _of_python(contents: bytes) -> Iterator[Said]:
    for _, function, words, _ in extract_python(io.BytesIO(contents), tuple(_FUNCTIONS), (), {}):
        given = [words] if isinstance(words, str) else list(words or ())
        context = given.pop(0) if given and function.lstrip("n").startswith("pgettext") else ""
        strings = [each for each in given[: 2 if function.startswith("n") else 1] if isinstance(each, str)]
        if strings and strings[0]:
            yield Said(strings[0], strings[1] if len(strings) > 1 else "", context)


def path_of(language: str, ending: str = "po", locale: Path = LOCALE) -> Path:
    """Where the catalogue of a language lies."""
    return locale / language / "LC_MESSAGES" / f"django.{ending}"


def read(language: str, locale: Path = LOCALE) -> House:
    """The catalogue of a language; an empty one where there is none."""
    made = House(locale=language, charset="utf-8", fuzzy=False)
    path = path_of(language, locale=locale)
    if path.exists():
        with path.open("rb") as opened:
            for each in read_po(opened, locale=language):
                if each.id:
                    made.add(each.id, each.string, flags=each.flags & {"fuzzy"}, context=each.context)
    return made


def said_in(catalogue: Catalog) -> dict[Said, Message]:
    """The sentences of a catalogue."""
    return {
        Said(*(each.id if isinstance(each.id, tuple) else (each.id, "")), each.context or ""): each
        for each in catalogue
        if each.id
    }


def written(catalogue: House) -> bytes:
    """The catalogue as its file holds it: sorted, without places."""
    held = House(locale=str(catalogue.locale), charset="utf-8", fuzzy=False)
    for said, each in sorted(said_in(catalogue).items()):
        flags = {flag for flag, fits in _flags(said).items() if fits} | (each.flags & {"fuzzy"})
        held.add(said.id, each.string, flags=flags, context=said.context or None)
    file = io.BytesIO()
    write_po(file, held, omit_header=True, width=0, sort_output=False)
    head = "".join(f'"{name}: {value}\\n"\n' for name, value in held.mime_headers)
    return b'msgid ""\nmsgstr ""\n' + head.encode() + b"\n" + file.getvalue().lstrip()


def _flags(said: Said) -> dict[str, bool]:
    return {
        "python-format": bool(_PERCENT.search(said.english)),
        "python-brace-format": said.context != "" and bool(_BRACES.search(said.english)),
    }


def compiled(catalogue: House) -> bytes:
    """The catalogue as programs read it: without sentences of which a form is missing, which stay English."""
    whole, language = House(locale=str(catalogue.locale), charset="utf-8", fuzzy=False), str(catalogue.locale)
    for said, each in sorted(said_in(catalogue).items()):
        if all(forms_of(language, said, each.string)):
            whole.add(each.id, each.string, flags=each.flags & {"fuzzy"}, context=each.context)
    file = io.BytesIO()
    write_mo(file, whole)
    return file.getvalue()


def update(locale: Path = LOCALE, web: Path = WEB) -> None:
    """Adds what the code says to the catalogues, without a translation; removes what it says no longer; compiles."""
    said = said_by_code(web)
    for language in PLURALS:
        held = said_in(read(language, locale))
        made = House(locale=language, charset="utf-8", fuzzy=False)
        for each in said:
            known = held.get(each)
            flags = known.flags & {"fuzzy"} if known else set()
            made.add(each.id, known.string if known else None, flags=flags, context=each.context or None)
        save(made, locale)


def save(catalogue: House, locale: Path = LOCALE) -> None:
    """Writes a catalogue, and what programs read of it."""
    path = path_of(str(catalogue.locale), locale=locale)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(written(catalogue))
    path.with_suffix(".mo").write_bytes(compiled(read(str(catalogue.locale), locale)))


def forms_of(language: str, said: Said, string: object) -> list[str]:
    """The translations of a sentence: one, or one for each form that a number has in the language."""
    several = list(string) if isinstance(string, (tuple, list)) else [str(string or "")]
    count = PLURALS[language][0] if said.plural else 1
    return [str(each or "") for each in (several + [""] * count)[:count]]


def missing(languages: Iterable[str] = PLURALS, locale: Path = LOCALE, web: Path = WEB) -> str:
    """What has no translation yet, or none of some form, as plain text to be filled in."""
    held = {language: said_in(read(language, locale)) for language in languages}
    blocks = []
    for each in sorted(said_by_code(web)):
        lines = []
        for language, known in held.items():
            strings = forms_of(language, each, known[each].string if each in known else "")
            if not all(strings):
                names = [f"{language}[{at}]" for at in range(len(strings))] if each.plural else [language]
                lines += [f"{name}: {_one_line(words)}" for name, words in zip(names, strings, strict=True)]
        if lines:
            blocks.append("\n".join([*_head(each), *lines]))
    return "\n\n".join(blocks) + "\n" if blocks else ""


def _head(said: Said) -> Iterator[str]:
    if said.context:
        yield f"@ {said.context}"
    yield f"= {_one_line(said.english)}"
    if said.plural:
        yield f"=> {_one_line(said.plural)}"


def _one_line(words: str) -> str:
    return words.replace("\\", "\\\\").replace("\n", "\\n")


def _lines(words: str) -> str:
    return re.sub(r"\\(.)", lambda found: "\n" if found[1] == "n" else found[1], words)


def fill(text: str, locale: Path = LOCALE, web: Path = WEB) -> list[str]:
    """Takes translations from plain text into the catalogues. What was not taken, a line each."""
    update(locale, web)
    held = {language: read(language, locale) for language in PLURALS}
    refused = []
    for block in re.split(r"\n\s*\n", text.strip("\n")):
        said, given = _block(block)
        for language, forms in given.items():
            known = said_in(held[language]).get(said)
            if known is None:
                refused.append(f"{language}: the code does not say: {said.english}")
                continue
            strings = [set_right(language, forms.get(at, "")) for at in range(len(forms_of(language, said, "")))]
            if any(strings):
                known.string = tuple(strings) if said.plural else strings[0]
                known.flags.discard("fuzzy")
    for catalogue in held.values():
        save(catalogue, locale)
    return refused


def set_right(language: str, words: str) -> str:
    """Words as they are set in a language: in French the spaces before and after signs, and apostrophes."""
    if language != "fr":
        return words
    for plain, right in _FRENCH.items():
        words = words.replace(plain, right)
    return words


def _block(block: str) -> tuple[Said, dict[str, dict[int, str]]]:
    context = english = plural = ""
    given: dict[str, dict[int, str]] = {}
    for line in block.split("\n"):
        if line.startswith("@ "):
            context = line[2:]
        elif line.startswith("=> "):
            plural = _lines(line[3:])
        elif line.startswith("= "):
            english = _lines(line[2:])
        elif found := re.fullmatch(r"(\w\w)(?:\[(\d)\])?: ?(.*)", line):
            given.setdefault(found[1], {})[int(found[2] or 0)] = _lines(found[3])
    return Said(english, plural, context), given


def places(words: str) -> list[str]:
    """The places of a sentence that are filled in, sorted: `%(name)s`, `{name}`."""
    return sorted([found[0] for found in _PERCENT.finditer(words)] + _BRACES.findall(words))


def main(arguments: list[str]) -> int:
    """Does what is asked. 0 when done, 1 where something was not taken, 2 for misuse."""
    if arguments == ["update"]:
        update()
    elif arguments[:1] == ["missing"]:
        sys.stdout.write(missing(arguments[1:] or PLURALS))
    elif len(arguments) == 2 and arguments[0] == "fill":
        refused = fill(Path(arguments[1]).read_text(encoding="utf-8"))
        sys.stderr.writelines(f"{each}\n" for each in refused)
        return 1 if refused else 0
    else:
        sys.stderr.write(__doc__ or "")
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
