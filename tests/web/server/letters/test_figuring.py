"""Figures in letters: counted when a text is saved, out of step when the record changes, frozen when it is opened."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

from django.test import Client
from made_readings import digest, document, listed, text
from pages import page_of

from item6 import pipeline
from item6.letters.texts import hash_of
from item6.record.writer import publish
from item6.terms.documents import Reading
from item6.terms.names import ReviewName
from item6.web.letters.models import Letter
from item6.web.letters.writing import latest
from item6.web.people.coalitions import workspace_of

Enter = Callable[..., Client]
WRITTEN = "Of {{received of XFR-2}} recommendations {{received of XFR-2 by:Chile}} came from Chile."


def record_of(slug: str, asks: int) -> None:
    """Puts a record of the coalition's own in force, in which Chile made so many recommendations to XFR, France one."""
    made = document("report.pdf", ReviewName("XFR", 2), sha256=digest("report.pdf"))
    rows = [listed(f"5.{n}", text(f"Ask number {n}", "CHL")) for n in range(1, asks + 1)]
    publish(workspace_of(slug), pipeline.gather([Reading(made, (*rows, listed("5.90", text("Another", "FRA"))))], []))


def words_of(client: Client, address: str) -> str:
    return " ".join(page_of(client.get(address).content).words.split())


def test_from_the_draft_to_the_signed_text(enter_as: Enter, anyone: Client, draft: Letter) -> None:
    record_of("ruritania", 2)
    editor, coordinator = enter_as("editor"), enter_as("coordinator")
    here = f"/c/ruritania/letters/{draft.pk}"
    form = {"title": draft.title, "after": "1", "edition": "1", "language": "en"}
    picked = editor.get(f"{here}/figures", {"scope": "XFR-2 by:Chile"}).content.decode()
    assert "{{received of XFR-2 by:Chile}}" in picked

    # what is written is kept beside what is read
    sent = {**form, "text": WRITTEN, "text-fr": "Il y en a {{received of XFR-2}}."}
    assert editor.post(f"{here}/edit", sent).status_code == 302
    version = latest(draft)
    assert version.text == "Of 3 recommendations 2 came from Chile.\n"
    assert version.hash == hash_of("Of 3 recommendations 2 came from Chile.")
    assert version.translations == {"fr": "Il y en a 3.\n"}
    assert WRITTEN in editor.get(f"{here}/edit").content.decode()
    assert "Of 3 recommendations 2 came from Chile" in words_of(editor, here)
    assert "Out of step" not in words_of(editor, here)

    # the record changes: said, refused, brought up to date
    record_of("ruritania", 4)
    assert "stands in the text as 3, and is 5 now" in words_of(editor, here)
    coordinator.post(f"{here}/move", {"to": "frozen"})
    refused = coordinator.post(f"{here}/move", {"to": "open"})
    assert refused.status_code == 409
    assert "out of step with the record" in refused.content.decode()
    assert editor.post(f"{here}/figures").status_code == 200
    assert latest(draft).text == "Of 5 recommendations 4 came from Chile.\n"

    # opened: from here on what people read and sign stays, whatever the record says
    assert coordinator.post(f"{here}/move", {"to": "open"}).status_code == 302
    record_of("ruritania", 6)
    assert editor.post(f"{here}/figures").status_code == 409
    assert latest(draft).text == "Of 5 recommendations 4 came from Chile.\n"
    assert "what was signed stays as it was read" in words_of(editor, here)
    draft.refresh_from_db()
    later = {**sent, "after": str(latest(draft).number), "edition": str(draft.edition), "deadline": "2030-01-01 10:00"}
    assert editor.post(f"{here}/edit", later).status_code == 302
    assert latest(draft).text == "Of 5 recommendations 4 came from Chile.\n"  # its fields were edited, no word
    draft.refresh_from_db()
    assert "Of 5 recommendations 4 came from Chile" in words_of(anyone, f"/letters/{draft.address}")
    with zipfile.ZipFile(io.BytesIO(anyone.get(f"/letters/{draft.address}.docx").content)) as made:
        assert "Of 5 recommendations 4 came from Chile" in made.read("word/document.xml").decode()


def test_a_name_of_none_is_said_and_nothing_is_saved(enter_as: Enter, draft: Letter) -> None:
    here = f"/c/ruritania/letters/{draft.pk}"
    form = {"title": draft.title, "after": "1", "edition": "1", "text": "It had {{recieved of XRU-2}}."}
    answer = enter_as("editor").post(f"{here}/edit", form)
    assert answer.status_code == 400
    said = page_of(answer.content).words
    assert "no measure is called “recieved”" in said
    assert "did you mean “received”" in said
    assert draft.versions.count() == 1
    assert "{{recieved of XRU-2}}" in answer.content.decode()
