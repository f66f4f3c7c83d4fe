"""What anybody may read: names that are not to be known stand in nothing that leaves the coalition."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from item6.events.calendar_file import calendar_file
from item6.events.file import to_json
from item6.events.naming import forms_of, without
from item6.events.nouns import BE_RECORDED, SHOW_NAME, Event, Organiser, Part, Recording, Session, Speaker, Task, Words
from item6.events.public import NOT_NAMED, protected, public
from item6.events.readiness import problems
from item6.events.schema_org import schema_org

NAME, PSEUDONYM = "Rósa Margarete Hentzau", "Ms Wren"

WRITTEN = (
    "Rósa Margarete Hentzau", "rosa margarete hentzau", "ROSA MARGARETE HENTZAU", "Rósa Hentzau", "Rosa  Hentzau",
    "Rosa\nHentzau", "Rosa\u00a0Hentzau", "Rosa-Hentzau", "HENTZAU, Rosa", "Hentzau, Rósa Margarete", "R. Hentzau",
    "Hentzau R.", "rosa.hentzau@example.org", "https://x.example/rosa_hentzau", "@rosahentzau", "Ro\u0301sa Hentzau",
    "Ro\u00adsa Hent\u200bzau", "“Rosa Hentzau”", "Rosa Hentzau’s", "Ｒosa Ｈentzau", "Rosa *Hentzau*",
)  # fmt: skip
"""Ways in which people write one name."""


@pytest.mark.parametrize("written", WRITTEN)
def test_a_name_is_found_however_it_is_written(written: str) -> None:
    names = dict.fromkeys(forms_of(NAME), PSEUDONYM)
    shown = without(f"Before. {written} and after.", names)
    assert shown.startswith("Before. ") and shown.endswith("and after.") and PSEUDONYM in shown
    assert "hent" not in shown.casefold()


def test_other_words_stay_as_they_are() -> None:
    words = "Rosalind Hentzauer of Zenda; rose, hens; Strasse ﬁ Å ½ नमस्ते ไทย"
    assert without(words, dict.fromkeys(forms_of(NAME), PSEUDONYM)) == words


@pytest.mark.parametrize("name", ["محمد علي", "李小龙", "नरेन्द्र सिंह", "Li"])
def test_names_of_every_script(name: str) -> None:
    assert without(f"— {name} —", dict.fromkeys(forms_of(name), "X")) == "— X —"


def everywhere(words: str) -> Event:
    """An event that says the words in every place where words can stand."""
    return Event(
        title=words, session=Session("Human Rights Council", 67), day="2027-03-15", start="14:00", end="15:00",
        room=words, venue=words, format="hybrid", organisers=(Organiser(words, words, website=words),),
        programme=(Part(words, 60, "14:00", words),),
        speakers=(Speaker(NAME, words, words, organisation=words, pseudonym=PSEUDONYM, consented=words),
                  Speaker("Black Michael", words), Speaker("Flavia", consents=(SHOW_NAME,))),
        price=words, audience=words, dial_in=words, registration=words, join_link="https://meet.example/1?pwd=2",
        follow_up=words, summary=words, concept_note=words, accessibility=words, safety=words, notice=words,
        platform=words, contact=words, themes=(words,), letters=(words,), figures=(words,), statement=words,
        report=words, recordings=(Recording(words, words, shows=("Flavia",)),),
        translations=(Words("fr", words, words, words, words, words, words, words),),
        tasks=(Task("", words),), notes=words, languages=("en",), status="cancelled", review=words, former=words,
    )  # fmt: skip


def outputs(event: Event) -> Iterator[Any]:
    """Everything of this room that is made for others."""
    shown = public(event)
    yield json.dumps(to_json(shown), ensure_ascii=False)
    yield repr(shown)
    yield json.dumps(schema_org(shown, "https://item6.example/e/1"), ensure_ascii=False)
    for link in (False, True):
        made = calendar_file(shown, stamp=datetime(2027, 1, 1, tzinfo=UTC), with_join_link=link)
        yield made.decode().replace("\r\n ", "")


@pytest.mark.parametrize("written", [WRITTEN[0], WRITTEN[8], "Black Michael", "https://meet.example/1?pwd=2"])
def test_no_output_says_what_is_not_to_be_known(written: str) -> None:
    event = everywhere(f"With {written}.")
    for made in outputs(event):
        assert not {"hentzau", "rosa", "rósa", "michael", "pwd=2"} & set(without_signs(made))


def without_signs(made: str) -> list[str]:
    return "".join(sign if sign.isalnum() or sign == "=" else " " for sign in made.casefold()).split()


def test_what_is_not_published_at_all() -> None:
    shown = public(everywhere("words"))
    assert (shown.tasks, shown.notes, shown.join_link, shown.approved) == ((), "", "", "")
    assert [each.name for each in shown.speakers] == [PSEUDONYM, "", "Flavia"]
    assert [each.pseudonym for each in shown.speakers] == ["", "", ""]
    assert dict(protected(everywhere("words"))) == {NAME: PSEUDONYM, "Black Michael": NOT_NAMED}
    assert public(shown) == replace(shown, speakers=tuple(replace(each, name="") for each in shown.speakers))


def test_a_recording_waits_for_everybody_it_shows() -> None:
    agreed, other = Speaker("A", consents=(BE_RECORDED,)), Speaker("B")
    of_a, of_all = Recording("a", "https://a.example", shows=("A",)), Recording("all", "https://b.example")
    event = Event(speakers=(agreed, other), recordings=(of_a, of_all))
    assert [each.title for each in public(event).recordings] == ["a"]
    event = replace(event, speakers=(agreed, replace(other, consents=(BE_RECORDED,))))
    assert [each.title for each in public(event).recordings] == ["a", "all"]


def test_a_leak_blocks_and_part_of_a_name_is_asked_about() -> None:
    event = replace(everywhere("words"), title="Hentzau speaks", summary="With R. Hentzau")
    found = [(each.code, each.field) for each in problems(event) if each.code in ("leak", "part of a name")]
    assert found == [("leak", "summary"), ("part of a name", "title")]
