"""What the world sees of an event: page, files, calendar and feed; what they never hold; the statement with figures."""

from __future__ import annotations

import html
import io
import json
import re
import zipfile
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pypdfium2 as pdfium
import pytest
from calendar_reader import entry_of
from databases import Database, databases_of_process
from django.test import Client
from events_for_tests import JOIN_LINK, LEGAL_NAME, PSEUDONYM, SECRETS, WITH_LINK

from item6.events.feed import ATOM
from item6.events.nouns import CANCELLED, MOVED_ONLINE, POSTPONED
from item6.events.papers import Attendance
from item6.events.tasks import APPROVAL
from item6.web.events import beside, writing
from item6.web.events.beside import Way
from item6.web.events.models import CheckedStatement, Event
from item6.web.people.models import Coalition

Enter = Callable[..., Client]
LANGUAGES = ("en", "fr", "es", "ar")


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    """SQLite alone: no page differs with the database."""
    with databases_of_process().empty("sqlite", tmp_path) as opened:
        yield opened


def at(event: Event, rest: str = "") -> str:
    return f"/events/{event.address}{rest}"


def changed(event: Event, **fields: object) -> Event:
    event.refresh_from_db()
    return writing.edit(event=event, edition=event.edition, fields=fields)


def seen(answer: Any) -> str:
    """What a reader sees of a page: its words without elements."""
    assert answer.status_code == 200
    page = re.sub(r"<script.*?</script>|<head>.*?</head>", "", answer.content.decode(), flags=re.DOTALL)
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", page)).split())


def test_everything_one_asks_is_on_the_page(anyone: Client, event: Event) -> None:
    words = seen(anyone.get(at(event)))
    for wanted in (
        "Side event · 67th session of the Human Rights Council", "Ruritania before its review: the courts of Zenda",
        "Monday 15 March 2027", "14:00 to 15:30, Geneva time (UTC+1)", "13:00 to 14:30, UTC",
        "Room XXVI, Palais des Nations", "and online (Zoom)", "In person and online", "90 minutes", "Free of charge",
        "All delegates and accredited organisations", "English, French", "Spanish, International Sign", "Captions Yes",
        "Dial-in by telephone Not available", "The room has no steps.", "The event is recorded;", "closed doors",
        "14:10", "Testimony", "30 minutes", "Flavia Elphberg", "moderation", PSEUDONYM,
        "A speaker who is not named here",
        "Organised by with ECOSOC consultative status Zenda Mothers (ZM) ECOSOC special consultative status since 2009",
        "Co-organised by without ECOSOC consultative status Hentzau Circle", "Permanent Mission of Graustark",
        "Do not film the left half of the room.", "events@zenda.example", "The panel", "Add to your calendar",
    ):  # fmt: skip
        assert wanted in words, wanted


@pytest.mark.parametrize("status", ["scheduled", MOVED_ONLINE, POSTPONED, CANCELLED])
def test_no_secret_is_in_anything_public(anyone: Client, event: Event, status: str) -> None:
    """In no language, in no form, on no page: the legal name, who did not agree, the link to join, notes and tasks."""
    row = changed(event, status=status)
    row.file["concept_note"] = f"Open the courts, says {LEGAL_NAME}: {JOIN_LINK}"  # past the door that refuses it
    row.save()
    whole = [anyone.get(at(event, f"?language={each}")).content for each in LANGUAGES]
    whole += [anyone.get(at(event, "/concept-note")).content, anyone.get(at(event, ".ics")).content]
    feed = re.search(rb'type="application/atom\+xml" href="[^"]*?(/events/of/[^"]+)"', whole[0])
    assert feed is not None
    whole.append(anyone.get(feed[1].decode()).content)
    for language in LANGUAGES:
        for name in ("flyer", "square", "concept-note"):
            made = anyone.get(at(event, f"/{name}-{language}.pdf"))
            assert made.status_code == 200, name
            document = pdfium.PdfDocument(made.content)
            text = " ".join(page.get_textpage().get_text_range() for page in document)
            whole += [text.encode(), made.content]
    word = zipfile.ZipFile(io.BytesIO(anyone.get(at(event, "/concept-note-en.docx")).content))
    whole += [word.read(name) for name in word.namelist()]
    found = [each.replace(b"\r\n ", b"").decode(errors="replace") for each in whole]
    assert not [(secret, words[:60]) for secret in SECRETS for words in found if secret in words]


def test_what_programs_read_of_the_page(anyone: Client, event: Event) -> None:
    page = anyone.get(at(event)).content.decode()
    data = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page)
    assert len(data) == 1
    known = json.loads(data[0])
    assert (known["@type"], known["eventAttendanceMode"][-24:], known["startDate"]) == (
        "Event", "MixedEventAttendanceMode"[-24:], "2027-03-15T13:00:00Z",
    )  # fmt: skip
    properties = dict(re.findall(r'<meta property="([^"]+)" content="([^"]*)">', page))
    assert properties["og:url"] == known["url"] == re.search(r'rel="canonical" href="([^"]+)"', page)[1]
    card = anyone.get(re.sub(r"^https?://[^/]+", "", properties["og:image"]))
    assert (card.status_code, card.headers["Content-Type"], card.content[:4]) == (200, "image/png", b"\x89PNG")
    assert set(re.findall(r'hreflang="(\w\w)"', page)) == set(LANGUAGES)
    foreign = re.findall(
        r'<(?:script|img|link|iframe|source)[^>]+(?:src|href)="(https?://(?!127|localhost)[^"]+)', page
    )
    assert [each for each in foreign if "/events/" not in each] == []


def test_words_of_the_event_end_no_element(anyone: Client, event: Event) -> None:
    evil = "</script><script>alert(1)</script><!--"
    changed(event, title=evil, summary=evil, concept_note=evil, audience=evil, platform=evil, notice=evil)
    for page in (at(event), at(event, "?language=ar"), at(event, "/concept-note")):
        assert b"<script>alert" not in anyone.get(page).content
    assert anyone.get(at(event, "/card-en.png")).status_code == 200


def test_states_of_the_page(anyone: Client, draft: Event) -> None:
    files = ("", ".ics", "/concept-note", "/card-en.png", "/flyer-fr.pdf")
    assert {anyone.get(at(draft, each)).status_code for each in files} == {404}
    writing.done(event=draft, task=APPROVAL, on=date(2027, 1, 2))
    event = writing.publish(event=draft)
    assert {anyone.get(at(event, each)).status_code for each in files} == {200}
    assert anyone.get(at(event, "/flyer-de.pdf")).status_code == 404
    assert anyone.get(at(event, "/card-en.pdf")).status_code == 404
    writing.withdraw(event=event)
    gone = anyone.get(at(event))
    assert (gone.status_code, b"taken down" in gone.content, b"Zenda" in gone.content) == (410, True, False)
    assert {anyone.get(at(event, each)).status_code for each in files[1:]} == {404}


@pytest.mark.parametrize(
    ("fields", "said", "unsaid"),
    [
        ({"status": CANCELLED, "notice": "No room."},
         ["Cancelled", "No room.", "Take it out of your calendar"], ["Follow in your calendar"]),
        ({"status": POSTPONED}, ["Postponed", "A new day will be announced", "It was to begin on Monday 15 March 2027"],
         ["Add to your calendar"]),
        ({"status": MOVED_ONLINE}, ["Moved online", "Where Online Zoom"], ["Room XXVI"]),
        ({"day": "2027-03-29"}, ["Moved to another time", "It was to begin on Monday 15 March 2027, 14:00, Geneva time",
                                 "Monday 29 March 2027 14:00 to 15:30, Geneva time (UTC+2)"], []),
    ],
)  # fmt: skip
def test_what_became_of_it(
    anyone: Client, event: Event, fields: dict[str, str], said: list[str], unsaid: list[str]
) -> None:
    changed(event, **fields)
    words = seen(anyone.get(at(event)))
    assert [each for each in said if each not in words] == []
    assert [each for each in unsaid if each in words] == []


def test_the_reader_s_own_time(anyone: Client, event: Event) -> None:
    """Guessed where the browser's language says a country with one clock, chosen by the form, and never kept."""
    guessed = seen(anyone.get(at(event), headers={"accept-language": "en-IN,en;q=0.8"}))
    assert "Your time Monday 15 March 2027, 18:30 to 20:00, time of Kolkata (UTC+5:30)" in guessed
    chosen = anyone.get(at(event, "?zone=Pacific/Auckland"), headers={"accept-language": "en-IN"})
    assert "Your time Tuesday 16 March 2027, 02:00 to 03:30, time of Auckland (UTC+13)" in seen(chosen)
    assert "UTC+1)" in seen(anyone.get(at(event))) and "Your time Monday" not in seen(anyone.get(at(event)))
    assert "Your clocks show the same time." in seen(anyone.get(at(event, "?zone=Europe/Paris")))
    assert "There is no such zone" in seen(anyone.get(at(event, "?zone=Ruritania/Zenda")))
    assert not chosen.cookies


def test_languages(anyone: Client, event: Event) -> None:
    french = anyone.get(at(event, "?language=fr")).content.decode()
    assert '<html lang="fr" dir="ltr">' in french and "La Ruritanie avant son examen" in french
    assert "Lundi 15 mars 2027" in french and "/flyer-ar.pdf" in french and "/concept-note-fr.pdf" in french
    arabic = anyone.get(at(event), headers={"accept-language": "ar"}).content.decode()
    assert '<html lang="ar" dir="rtl">' in arabic and "روريتانيا قبل استعراضها" in arabic


def test_the_calendar_file_follows_what_changes(anyone: Client, event: Event) -> None:
    first = entry_of(anyone.get(at(event, ".ics")).content)
    changed(event, room="Room XX", day="2027-03-16")
    second = entry_of(anyone.get(at(event, ".ics")).content)
    assert first["UID"] == second["UID"] and int(second["SEQUENCE"]) > int(first["SEQUENCE"])
    assert (second["DTSTART"], second["LOCATION"]) == ("20270316T130000Z", "Room XX, Palais des Nations")
    assert second["URL"].endswith(at(event))
    changed(event, status=CANCELLED)
    assert entry_of(anyone.get(at(event, ".ics")).content)["STATUS"] == "CANCELLED"


def test_the_feed_is_found_from_the_page_alone(anyone: Client, event: Event, draft: Event, other: Coalition) -> None:
    page = anyone.get(at(event)).content.decode()
    address = re.search(r'atom\+xml" href="[^"]*?(/events/of/[^"]+)"', page)[1]
    second = writing.begin(coalition=other, file=WITH_LINK)
    writing.done(event=second, task=APPROVAL, on=date(2027, 1, 2))
    writing.publish(event=second)
    writing.begin(coalition=event.coalition, file=WITH_LINK)
    root = ET.fromstring(anyone.get(address).content)
    links = [str(each.get("href")) for each in root.iterfind(f"{{{ATOM}}}entry/{{{ATOM}}}link")]
    assert len(links) == 1 and links[0].endswith(at(event))
    number, _, mark = address.rpartition("/")[2].removesuffix(".atom").partition("-")
    assert anyone.get(f"/events/of/{int(number) + 1}-{mark}.atom").status_code == 404


def test_what_comes_next_and_what_was_before(anyone: Client, event: Event) -> None:
    following = writing.follow_up(event=event, title="After the review")
    assert "After the review" not in seen(anyone.get(at(event)))  # a draft
    file = following.whole()
    following = writing.edit(event=following, edition=following.edition,
                             fields={"day": "2027-06-20", "start": "10:00", "end": "11:00", "duration": None,
                                     "organisers": tuple(each.__class__(each.name) for each in file.organisers),
                                     "format": "virtual", "room": "", "venue": ""})  # fmt: skip
    writing.publish(event=following)
    assert "What comes next After the review" in seen(anyone.get(at(event)))
    assert "This event follows Ruritania before its review" in seen(anyone.get(at(following)))


def test_others_name_ways_in_and_numbers(
    anyone: Client, enter_as: Enter, event: Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(beside, "WAYS", [lambda event: None, lambda event: Way("/register/x", "Register")])
    monkeypatch.setattr(beside, "COUNTS", [lambda event: Attendance(60, 48, 7)])
    assert '<a class="button" href="/register/x">Register</a>' in anyone.get(at(event)).content.decode()
    made = enter_as("reader").get(f"/c/ruritania/events/{event.pk}/report.docx")
    words = zipfile.ZipFile(io.BytesIO(made.content)).read("word/document.xml").decode()
    assert "60 registered, 48 in the room, 7 online" in words and PSEUDONYM in words
    assert not [secret for secret in SECRETS if secret in words]


def test_the_statement_is_published_once_its_figures_were_checked(
    anyone: Client, enter_as: Enter, event: Event
) -> None:
    right = "In its second review Ruritania received 5 recommendations."
    page = f"/c/ruritania/events/{event.pk}/statement"
    client = enter_as("coordinator")
    assert "no statement yet" in seen(client.get(page))
    changed(event, statement="In its second review Ruritania received 999 recommendations.")
    assert "999" not in seen(anyone.get(at(event)))
    assert enter_as("reader").post(page).status_code == 403
    assert (client.post(page).status_code, CheckedStatement.objects.count()) == (409, 0)
    assert client.post(page, {"reason": "Counted by us."}).status_code == 302
    shown = seen(anyone.get(at(event)))
    assert "received 999 recommendations." in shown and "1 differs from the record. Counted by us." in shown
    changed(event, statement=right)
    assert "received" not in seen(anyone.get(at(event)))  # other words than those that were checked
