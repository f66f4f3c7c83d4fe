"""What is published: bound to its text, without what was withheld or withdrawn, and verifiable by anybody."""

from __future__ import annotations

import json
from itertools import pairwise

import pytest
from django.test import Client
from django.utils import timezone

from item6.briefings.writers import WRITERS
from item6.proofs import Secret, verify
from item6.web.letters import publishing, signing, writing
from item6.web.letters.models import Letter, Signature
from item6.web.letters.signing import Given
from item6.web.letters.states import COMMENTS, DRAFT, FROZEN, OPEN
from item6.web.letters.writing import Behind, NotNow
from item6.web.people.models import Person

NAMES = ("Zenda Mothers", "نقابة المحامين", "人权之家", "Strelsau Bar")


def counted(letter: Letter, by: Person, *names: str, **more: object) -> list[Signature]:
    made = []
    for place, name in enumerate(names):
        given = Given(name=name, email=f"office{place}@{len(name)}.example", place="Zenda", code="FRA", **more)
        signature = signing.ask(letter=letter, given=given, network="")
        assert signature is not None
        signing.vouch(signature=signature, by=by, reason="known")
        made.append(signature)
    letter.refresh_from_db()
    return made


def verified(made: dict[str, object]) -> tuple[list[str], list[str], int]:
    found = verify(json.dumps(made).encode())
    return list(found.problems), [str(each["name"]) for each in found.names], found.withdrawn


def test_the_page_the_files_and_the_signed_list_agree(letter: Letter, coordinator: Person) -> None:
    counted(letter, coordinator, *NAMES)
    assert [each.name for each in publishing.signatories(letter)] == sorted(NAMES, key=lambda name: name.casefold())
    html = WRITERS["html"](publishing.document(letter)).decode()
    assert "4 organisations from one country or territory" in html
    assert all(name in html for name in NAMES)
    assert verified(publishing.signed_list(letter)) == ([], list(NAMES), 0)


def test_withheld_names_are_counted_and_nowhere(letter: Letter, coordinator: Person) -> None:
    counted(letter, coordinator, "Hidden Circle", withheld=True)
    counted(letter, coordinator, "Zenda Mothers Union")
    everything = WRITERS["html"](publishing.document(letter)).decode() + json.dumps(publishing.signed_list(letter))
    assert "Hidden" not in everything
    assert "2 organisations" in everything
    assert "Hidden" not in json.dumps(Letter.objects.get(pk=letter.pk).listed)


def test_what_is_withdrawn_is_gone_and_old_lists_go_on(letter: Letter, coordinator: Person) -> None:
    rows = counted(letter, coordinator, *NAMES)
    first = publishing.signed_list(letter)
    signing.withdraw(signature=rows[0])
    second = publishing.signed_list(letter)
    assert verified(second) == ([], list(NAMES[1:]), 1)
    assert verify(json.dumps(second).encode(), previous=json.dumps(first).encode()).problems == []
    assert verified(first)[0] == []
    stored = json.dumps([list(Signature.objects.values()), list(Letter.objects.values())], default=str)
    assert NAMES[0] not in stored


def test_what_is_refused_leaves_a_note_and_comes_back_under_a_new_seal(letter: Letter, coordinator: Person) -> None:
    rows = counted(letter, coordinator, *NAMES)
    lists = [publishing.signed_list(letter)]
    signing.refuse(signature=rows[0], by=coordinator, reason="no such organisation")
    lists.append(publishing.signed_list(letter))
    signing.restore(signature=rows[0], by=coordinator, reason="it is one")
    lists.append(publishing.signed_list(letter))
    for before, after in pairwise(lists):
        assert verify(json.dumps(after).encode(), previous=json.dumps(before).encode()).problems == []
    assert verified(lists[2])[1] == list(NAMES)
    assert verify(json.dumps(lists[2]).encode(), key=Secret(letter.secret).public).withdrawn == 1


def test_an_edited_text_is_not_published_until_all_consent(letter: Letter, coordinator: Person) -> None:
    rows = counted(letter, coordinator, *NAMES)
    writing.write(letter=letter, text="The Council must act now.", translations={}, by=coordinator, after=1)
    for refused in (publishing.document, publishing.signed_list):
        with pytest.raises(NotNow, match="4 signatures were given to another text"):
            refused(letter)
    for row in rows[:3]:
        assert signing.consent(signature=row)
    with pytest.raises(NotNow, match="1 signatures"):
        publishing.document(letter)
    signing.withdraw(signature=rows[3])
    assert "must act now" in WRITERS["html"](publishing.document(letter)).decode()


def test_an_addendum_stands_beside_the_text(letter: Letter, coordinator: Person) -> None:
    counted(letter, coordinator, *NAMES)
    writing.write(letter=letter, text="One word was misspelt.", translations={}, by=coordinator, after=1, addendum=True)
    html = WRITERS["html"](publishing.document(letter)).decode()
    assert "The Council should act." in html
    assert publishing.signed_list(letter)["head"]["version"] == 1


def test_two_writers_do_not_overwrite_each_other(draft: Letter, coordinator: Person) -> None:
    writing.write(letter=draft, text="First.", translations={}, by=coordinator, after=1)
    with pytest.raises(Behind):
        writing.write(letter=draft, text="Second.", translations={}, by=coordinator, after=1)
    assert [each.text for each in draft.versions.all()] == ["The Council should act.\n", "First.\n"]
    writing.edit(letter=draft, edition=1, fields={"title": "One"})
    with pytest.raises(Behind):
        writing.edit(letter=draft, edition=1, fields={"title": "Two"})


def test_the_way_to_opening(draft: Letter, coordinator: Person) -> None:
    with pytest.raises(NotNow):
        writing.move(letter=draft, to=OPEN)
    for step in (COMMENTS, DRAFT, COMMENTS, FROZEN):
        writing.move(letter=draft, to=step)
    with pytest.raises(NotNow, match="frozen"):
        writing.write(letter=draft, text="New.", translations={}, by=coordinator, after=1)
    with pytest.raises(NotNow, match="A figure of this text differs"):
        writing.move(letter=draft, to=OPEN, differing=1)
    writing.move(letter=draft, to=OPEN, differing=1, reason="the addendum is newer than the record")
    assert Letter.objects.get(pk=draft.pk).reason == "the addendum is newer than the record"


def test_translations_are_shown_where_they_are(letter: Letter, coordinator: Person) -> None:
    Letter.objects.filter(pk=letter.pk).update(state=DRAFT)
    writing.write(
        letter=letter, text="The Council should act.", translations={"fr": "Le Conseil doit agir."}, by=coordinator,
        after=1,
    )  # fmt: skip
    french = publishing.document(letter, language="fr")
    assert french.language == "fr"
    assert "Le Conseil doit agir." in WRITERS["html"](french).decode()
    assert publishing.document(letter, language="de").language == "en"


HEADS = {
    "en": "Open letter|Signed by|2 organisations from one country or territory, and 1 person.|As of|"
          "Special consultative status|France|In a personal capacity|1 signatory asked not to be named.|Contacts",
    "fr": "Lettre ouverte|Signée par|2 organisations de 1 pays ou territoire, 1 personne.|En date du|"
          "Statut consultatif spécial|France|À titre personnel|1 signataire a demandé à ne pas être nommé·e.|Contacts",
    "es": "Carta abierta|Firmada por|2 organizaciones de 1 país o territorio, 1 persona.|A fecha de|"
          "Estatus consultivo especial|Francia|A título personal|1 firmante pidió que no se le nombrara.|Contactos",
    "ar": "رسالة مفتوحة|وقّعها|منظمتان من بلد أو إقليم واحد، شخص واحد.|حتى|المركز الاستشاري الخاص|فرنسا|"
          "بالصفة الشخصية|طلبت جهة موقعة واحدة عدم ذكر اسمها.|جهات الاتصال",
}  # fmt: skip
"""What a letter's paper says besides its own text, by its language."""


@pytest.mark.parametrize("language", HEADS)
def test_its_paper_speaks_its_language(letter: Letter, coordinator: Person, language: str) -> None:
    Letter.objects.update(persons_may_sign=True, language=language, contacts=["Zenda 12"], shown_by="status")
    letter.refresh_from_db()
    counted(letter, coordinator, "Zenda Mothers", status="special")
    counted(letter, coordinator, "Hidden Circle", withheld=True)
    counted(letter, coordinator, "Ada Abara", kind="person")
    said = ""
    for shown_by in ("status", "place"):
        letter.shown_by = shown_by
        said += WRITERS["md"](publishing.document(letter)).decode().replace("\\", "").replace("\u00a0", " ")
    assert [head for head in HEADS[language].split("|") if head not in said] == []
    assert language == "en" or not any(word in said for word in ("Signed", "capacity", "asked", "As of", " status"))


@pytest.mark.parametrize(("language", "head"), [("fr", "Statut consultatif spécial"), ("ar", "المركز الاستشاري الخاص")])
def test_the_heads_of_its_list_speak_the_language_of_the_page(
    letter: Letter, coordinator: Person, anyone: Client, language: str, head: str
) -> None:
    counted(letter, coordinator, "Zenda Mothers", status="special")
    page = anyone.get(f"/letters/{letter.address}", headers={"Accept-Language": language}).content.decode()
    assert head in page
    assert "consultative status" not in page
    assert timezone.now().date().isoformat() not in page  # days have names, or stand the wrong way round in Arabic


def test_a_language_that_nobody_translated_has_english_heads(letter: Letter, coordinator: Person) -> None:
    Letter.objects.update(language="pt")
    letter.refresh_from_db()
    counted(letter, coordinator, "Zenda Mothers")
    assert "Signed by" in WRITERS["md"](publishing.document(letter)).decode()
