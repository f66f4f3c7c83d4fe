"""The catalogues hold what the code says, whole, in every language, and nothing else."""

from __future__ import annotations

import ast
import re
import shutil
from pathlib import Path

import catalogues
import pytest
from catalogues import PLURALS, Said

LANGUAGES = sorted(PLURALS)
HOW = "python tests/makers/catalogues.py update, then missing and fill (docs/languages.md)"


@pytest.fixture(scope="module")
def said() -> set[Said]:
    return catalogues.said_by_code()


def test_the_languages_are_those_of_the_settings() -> None:
    from django.conf import settings

    assert ["en", *PLURALS] == [code for code, _ in settings.LANGUAGES]


def test_the_code_is_read(said: set[Said]) -> None:
    assert {
        Said("Find recommendations"),  # Django's templates
        Said("%(total)s numbered recommendation", "%(total)s numbered recommendations"),  # Jinja's, with a plural
        Said("Kept statements"),  # Python
        Said("after the addendum", "", "stage"),  # a room below
        Said("%(rows)s row", "All %(rows)s rows", "all of them"),  # with a context
    } <= said
    assert len({(each.english, each.context) for each in said}) == len(said)  # gettext knows no more of a sentence


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_missing_and_nothing_too_much(said: set[Said], language: str) -> None:
    held = set(catalogues.said_in(catalogues.read(language)))
    assert (sorted(said - held), sorted(held - said)) == ([], []), HOW


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_is_translated_and_sure(language: str) -> None:
    held = catalogues.said_in(catalogues.read(language))
    lacking = [said for said, each in held.items() if not all(catalogues.forms_of(language, said, each.string))]
    assert (lacking, [said for said, each in held.items() if each.fuzzy]) == ([], []), HOW


@pytest.mark.parametrize("language", LANGUAGES)
def test_numbers_have_all_their_forms(language: str) -> None:
    count, expression = PLURALS[language]
    for said, each in catalogues.said_in(catalogues.read(language)).items():
        assert isinstance(each.string, str) if not said.plural else len(each.string) == count, said
    taken = {_taken(expression, number) for number in range(1001)}
    assert taken == set(range(count))


def _taken(expression: str, number: int) -> int:
    """Which form a number takes: C's `a ? b : c` is read as Python's."""
    plain = expression.strip("()").replace("&&", " and ")
    for part in plain.split(":"):
        asked, mark, form = part.partition("?")
        if not mark:
            return int(eval(asked, {"n": number}))  # the tests' own table
        if eval(asked, {"n": number}):
            return int(form)
    raise AssertionError(expression)


@pytest.mark.parametrize(
    ("number", "form"),
    [(0, 0), (1, 1), (2, 2), (3, 3), (10, 3), (11, 4), (99, 4), (100, 5), (102, 5), (103, 3), (111, 4), (1000, 5)],
)
def test_the_forms_of_arabic(number: int, form: int) -> None:
    assert _taken(PLURALS["ar"][1], number) == form


@pytest.mark.parametrize("language", LANGUAGES)
def test_places_are_those_of_the_english(language: str) -> None:
    """Arabic says none, one and two in words: only there a place may be left out."""
    wrong = []
    for said, each in catalogues.said_in(catalogues.read(language)).items():
        wanted = [catalogues.places(said.english), catalogues.places(said.plural or said.english)]
        for at, words in enumerate(catalogues.forms_of(language, said, each.string)):
            found = catalogues.places(words)
            in_words = language == "ar" and said.plural and at < 3 and set(found) <= set(wanted[0])
            if found not in wanted and not in_words:
                wrong.append((said.english, words))
    assert wrong == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_markup_is_that_of_the_english(language: str) -> None:
    held = catalogues.said_in(catalogues.read(language))
    tags = re.compile(r"</?\w+>")
    assert [
        (said.english, words)
        for said, each in held.items()
        for words in catalogues.forms_of(language, said, each.string)
        if sorted(tags.findall(words)) != sorted(tags.findall(said.english))
        or words.count("<") != said.english.count("<")
    ] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_spaces_at_the_ends_are_those_of_the_english(language: str) -> None:
    """`, ` and `Error: ` are put together with other words."""
    held = catalogues.said_in(catalogues.read(language))
    assert [
        (said.english, words)
        for said, each in held.items()
        for words in catalogues.forms_of(language, said, each.string)
        if words[-1:].isspace() != said.english[-1:].isspace()
    ] == []


def test_french_is_set_as_french() -> None:
    held = catalogues.said_in(catalogues.read("fr"))
    words = [form for said, each in held.items() for form in catalogues.forms_of("fr", said, each.string)]
    assert [each for each in words if catalogues.set_right("fr", each) != each] == []


@pytest.mark.parametrize(
    ("typed", "right"),
    [
        ("l'État : quoi ?", "l’État\u00a0: quoi\u202f?"),
        ("« oui » ; non", "«\u00a0oui\u00a0»\u202f; non"),
        ("clé:valeur", "clé:valeur"),
    ],
)
def test_french_spaces(typed: str, right: str) -> None:
    assert catalogues.set_right("fr", typed) == right
    assert catalogues.set_right("es", typed) == typed


def test_arabic_has_arabic_commas_and_question_marks() -> None:
    held = catalogues.said_in(catalogues.read("ar"))
    words = [form for said, each in held.items() for form in catalogues.forms_of("ar", said, each.string)]
    assert [each for each in words if re.search(r"(?<![A-Za-z])[,;?](?!\d)", each)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_files_are_as_they_are_written_and_compiled(language: str) -> None:
    catalogue = catalogues.read(language)
    assert catalogues.path_of(language).read_bytes() == catalogues.written(catalogue), HOW
    assert catalogues.path_of(language, "mo").read_bytes() == catalogues.compiled(catalogue), HOW


@pytest.mark.parametrize("language", LANGUAGES)
def test_files_hold_no_days_versions_or_places(language: str) -> None:
    text = catalogues.path_of(language).read_text(encoding="utf-8")
    assert re.findall(r'(?m)^#[:~|].*|^"(?:\w+-)+Date:.*|^"(?:Generated|Project|Last|Report).*', text) == []


def test_words_of_rooms_below_are_asked_for_with_a_context_that_is_listed(said: set[Said]) -> None:
    """`saying.said("...")` and the filter `said:"..."` use contexts of the vocabulary, which is what is extracted."""
    known = {each.context for each in said}
    used = set()
    for path in catalogues.WEB.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            called = isinstance(node, ast.Call) and getattr(node.func, "attr", getattr(node.func, "id", "")) == "said"
            if called and isinstance(node, ast.Call) and isinstance(node.args[0], ast.Constant):
                used.add(node.args[0].value)
    for path in catalogues.WEB.rglob("*.html"):
        used |= set(re.findall(r'\|said(?::|\()"([^"]+)"', path.read_text(encoding="utf-8")))
    assert len(used) > 8
    assert used <= known


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return shutil.copytree(catalogues.LOCALE, tmp_path / "locale")


def test_what_is_missing_is_listed_and_taken_back(copy: Path) -> None:
    catalogue = catalogues.read("ar", copy)
    for said, each in catalogues.said_in(catalogue).items():
        if said.english in ("Find", "%(all)s claim"):
            each.string = ("",) * 6 if said.plural else ""
    catalogues.save(catalogue, copy)
    listed = catalogues.missing(locale=copy)
    assert listed == (
        "= %(all)s claim\n=> %(all)s claims\n" + "".join(f"ar[{at}]: \n" for at in range(6)) + "\n= Find\nar: \n"
    )
    filled = "\n".join(
        f"{line}عبارة {at} %(all)s".replace(" %(all)s", " %(all)s" if "[" in line else "")
        if line.startswith("ar")
        else line
        for at, line in enumerate(listed.split("\n"))
    )
    assert catalogues.fill(filled, copy) == []
    assert catalogues.missing(locale=copy) == ""
    after = catalogues.said_in(catalogues.read("ar", copy))
    assert after[Said("Find")].string == "عبارة 10"
    assert after[Said("%(all)s claim", "%(all)s claims")].string[5] == "عبارة 7 %(all)s"


def test_what_the_code_does_not_say_is_refused(copy: Path) -> None:
    assert catalogues.fill("= Nobody says this\nfr: Personne\n", copy) == [
        "fr: the code does not say: Nobody says this"
    ]


def test_sentences_that_the_code_leaves_are_removed_and_new_ones_added(copy: Path, tmp_path: Path) -> None:
    web = tmp_path / "web"
    (web / "templates").mkdir(parents=True)
    (web / "templates" / "one.html").write_text(
        '{% load i18n %}{% translate "Find" %} {% blocktranslate %}Quite new, {{ name }}{% endblocktranslate %}'
    )
    catalogues.update(copy, web)
    held = catalogues.said_in(catalogues.read("fr", copy))
    assert held[Said("Find")].string == "Chercher"
    assert held[Said("Quite new, %(name)s")].string == ""
    assert Said("Keys") not in held
    assert Said("after the addendum", "", "stage") in held  # the rooms below are always read


def test_a_sentence_that_is_not_translated_stays_english(copy: Path) -> None:
    """A plural without all its forms would be shown as nothing."""
    catalogue = catalogues.read("ar", copy)
    held = catalogues.said_in(catalogue)
    held[Said("%(all)s claim", "%(all)s claims")].string = ("", "", "", "", "", "")
    assert b"%(all)s claim" + b"\0" not in catalogues.compiled(catalogue)
    assert b"Find\0" in catalogues.compiled(catalogue)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("%(all)s of %(more)s", ["%(all)s", "%(more)s"]),
        ("{scope}: {}", ["{scope}", "{}"]),
        ("17,9 % of it", []),
        ("cycle %d", ["%d"]),
    ],
)
def test_places(words: str, found: list[str]) -> None:
    assert catalogues.places(words) == sorted(found)
