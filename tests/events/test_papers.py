"""Concept note and report: what stands in them, and what never does."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace

import pytest
from events_for_tests import PSEUDONYM, SECRETS, WITH_LINK

from item6.briefings.writers import WRITERS
from item6.events.nouns import CANCELLED
from item6.events.papers import Attendance, concept_note, report
from item6.events.public import public
from item6.events.voice import ENGLISH_VOICE

EVENT = public(
    replace(
        WITH_LINK, report="# What was said\n\nThe judge spoke **first**.", statement="Open the courts.",
        follow_up="A second meeting in June.",
    )
)  # fmt: skip


def written(document: object, form: str) -> str:
    made = WRITERS[form](document)
    return zipfile.ZipFile(io.BytesIO(made)).read("word/document.xml").decode() if form == "docx" else made.decode()


def test_the_concept_note() -> None:
    words = written(concept_note(EVENT, ENGLISH_VOICE, "https://zenda.example/e"), "md")
    for wanted in (
        EVENT.title, "67th session of the Human Rights Council", "Monday 15 March 2027", "Room XXVI", "closed doors",
        "Who judges", "Welcome", "14:10", PSEUDONYM, "Zenda Mothers (ZM)", "special consultative status since 2009",
        "Do not film the left half", "A second meeting in June.", "Free of charge", "Geneva time",
    ):  # fmt: skip
        assert wanted in words, wanted
    assert words.index("When") < words.index("About this event") < words.index("Programme") < words.index("Who speaks")
    assert not [secret for secret in SECRETS if secret in words]


@pytest.mark.parametrize("form", ["docx", "md"])
def test_the_report(form: str) -> None:
    made = report(
        EVENT, ENGLISH_VOICE, attendance=Attendance(1204, 48, None), next_event="Zenda again: https://z.example"
    )
    words = written(made, form)
    for wanted in ("Report", "The judge spoke", "1\u00a0204 registered, 48 in the room", "Open the courts.",
                   "The panel", "video.example.org/panel", "Zenda again", PSEUDONYM):  # fmt: skip
        assert wanted in words, wanted
    assert "A second meeting in June." not in words and "online," not in words
    assert not [secret for secret in SECRETS if secret in words]


def test_a_cancelled_event_says_so_first() -> None:
    said = written(
        concept_note(public(replace(WITH_LINK, status=CANCELLED, notice="The room is closed.")), ENGLISH_VOICE), "md"
    )
    assert said.index("Cancelled. The room is closed.") < said.index("When")
