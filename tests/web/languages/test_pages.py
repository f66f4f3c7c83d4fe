"""Pages in each language: nothing of another language in them, and nothing that nobody translated."""

from __future__ import annotations

import re

import pytest
from django.conf import settings
from django.test import Client
from foreign_words import latin
from pages import EVERY, page_of

from item6.terms.states import STATES
from item6.web.explorer import caching

LANGUAGES = [code for code, _ in settings.LANGUAGES]
PAGES = [*(each for each in EVERY if each != "figure"), "/add", "/records", "/briefs"]


@pytest.fixture
def fresh(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(caching, "PAGES", caching.Kept(50_000_000))


def page(client: Client, path: str, language: str) -> bytes:
    return client.get(path, headers={"accept-language": language}).content


@pytest.mark.parametrize("path", [each for each in PAGES if each != "/api/v1"])  # which is full of names of fields
def test_arabic_pages_are_in_arabic(client: Client, fresh: None, path: str) -> None:
    asked = set(re.findall("[A-Za-z]+", path))  # what was searched for is shown as it was typed
    assert [each for each in latin(page(client, path, "ar")) if each not in asked] == []


@pytest.mark.parametrize("path", PAGES)
def test_english_pages_would_be_noticed(client: Client, fresh: None, path: str) -> None:
    assert len(latin(page(client, path, "en"))) > 20


@pytest.mark.parametrize("path", PAGES)
def test_nothing_leaks_from_one_language_into_another(
    client: Client, monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    """Each language asked for after each other gives what it gave before, kept or made anew."""
    first: dict[str, bytes] = {}
    for language in [*LANGUAGES, *reversed(LANGUAGES)]:
        kept = page(client, path, language)
        monkeypatch.setattr(caching, "PAGES", caching.Kept(50_000_000))
        assert without_tokens(kept) == without_tokens(page(client, path, language))
        assert without_tokens(first.setdefault(language, kept)) == without_tokens(kept)
    assert len({without_tokens(each) for each in first.values()}) == len(LANGUAGES)


def without_tokens(contents: bytes) -> bytes:
    """A page without what Django puts into forms anew each time."""
    return re.sub(rb'name="csrfmiddlewaretoken" value="\w+"', b"", contents)


@pytest.mark.parametrize("language", LANGUAGES)
def test_pages_say_their_language_and_direction(client: Client, fresh: None, language: str) -> None:
    for path in PAGES:
        ((_, held),) = [each for each in page_of(page(client, path, language)).elements if each[0] == "html"]
        assert (held["lang"], held["dir"]) == (language, "rtl" if language == "ar" else "ltr")


def test_un_words_are_marked_as_english_where_the_page_is_not(client: Client, fresh: None) -> None:
    for language, marks in (("en", (None, None)), ("fr", ("en", "ltr")), ("ar", ("en", "ltr"))):
        for path in ("/r/XRU-2/115.1", "/recommendations?q=state:XRU"):
            quotes = [held for tag, held in page_of(page(client, path, language)).elements if tag == "blockquote"]
            assert {(held.get("lang"), held.get("dir")) for held in quotes} == {marks}
    words = b"Ratify the Optional Protocol"
    assert all(words in page(client, "/r/XRU-2/115.1", language) for language in LANGUAGES)


@pytest.mark.parametrize(
    ("language", "called"),
    [("en", "Switzerland"), ("fr", "Suisse"), ("es", "Suiza"), ("ar", "سويسرا")],
)
def test_states_have_their_names(client: Client, fresh: None, language: str, called: str) -> None:
    assert f"<h1><bdi>{called}</bdi></h1>".encode() in page(client, "/state/CHE", language)


@pytest.mark.parametrize("typed", ["state:روريتانيا", "state:Ruritanie", "state:XRU"])
def test_states_are_found_by_their_names(client: Client, fresh: None, typed: str) -> None:
    answer = client.get("/recommendations", {"q": typed}, headers={"accept-language": "ar"})
    assert answer.status_code == 200
    assert "96 توصية مرقمة" in answer.content.decode()


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Ruritania, cycle 2: 11 of 56 numbered recommendations (19.6\u00a0%) were not supported "
               "(noted or rejected), after the addendum."),
        ("fr", "Ruritanie, cycle 2\u00a0: recommandations numérotées non acceptées (dont il a été pris note ou "
               "rejetées), 11 sur 56 (19,6\u00a0%), après l’additif."),
        ("es", "Ruritania, ciclo 2: recomendaciones numeradas no aceptadas (se tomó nota o se rechazaron), "
               "11 de 56 (19,6\u00a0%), tras la adición."),
        ("ar", "روريتانيا، الجولة 2: التوصيات المرقمة غير المقبولة (أُحيط بها علماً أو رُفضت): "
               "11 من أصل 56 (19,6\u00a0%)، بعد الإضافة."),
    ],
)  # fmt: skip
def test_a_figure_is_said_in_the_language_of_the_page(
    client: Client, fresh: None, language: str, sentence: str
) -> None:
    assert f'<h2 id="outcome">{sentence}</h2>' in page(client, "/r/XRU-2", language).decode()


def test_files_for_programs_are_the_same_in_every_language(client: Client) -> None:
    for path in ("/recommendations.csv?q=state:XRU", "/recommendations.json?q=state:XRU"):
        assert len({page(client, path, language) for language in LANGUAGES}) == 1


def test_the_door_is_closed_in_the_language_of_the_browser(client: Client) -> None:
    answer = Client(headers={"host": "127.0.0.1"}).get("/", headers={"accept-language": "ar"})
    assert (answer.status_code, 'lang="ar" dir="rtl"' in answer.content.decode()) == (403, True)


def test_names_of_states_in_other_languages_are_whole() -> None:
    assert [code for code, each in STATES.items() if not (each.name_fr and each.name_es and each.name_ar)] == []
    for names in zip(*((each.name_fr, each.name_es, each.name_ar) for each in STATES.values()), strict=True):
        assert len(set(names)) == len(STATES)
    assert [code for code, each in STATES.items() if not re.search("[\u0600-\u06ff]", each.name_ar)] == []
