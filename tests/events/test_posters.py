"""Flyer, square and card: one page each with all words, and a code of the address; what a shared link shows."""

from __future__ import annotations

import io
import re
import sys
from dataclasses import replace

import pypdfium2 as pdfium
import pytest
from code_reader import words_of as words_in_code
from events_for_tests import PSEUDONYM, SECRETS, WITH_LINK
from PIL import Image

from item6.events import open_graph
from item6.events.nouns import CANCELLED, FORMATS, POSTPONED, STATUSES, Organiser, Part, Speaker, in_language
from item6.events.posters.composing import lead_of, poster_of
from item6.events.posters.drawing import CodeMissing, code_of, drawn
from item6.events.posters.nouns import CARD, FLYER, SHAPES, SQUARE
from item6.events.public import PublicEvent, public
from item6.events.voice import ENGLISH_VOICE, Voice

PAGE = "https://zenda.example/events/abcdefghijklmnop?language=en"
SIZES = {FLYER: (1191, 1684), SQUARE: (1080, 1080), CARD: (1200, 630)}
EVENT = public(WITH_LINK)
Modules = tuple[tuple[bool, ...], ...]


def words_of(made: bytes) -> tuple[int, str]:
    """Pages of a PDF, and its words."""
    document = pdfium.PdfDocument(made)
    said = " ".join(page.get_textpage().get_text_range() for page in document)
    return len(document), " ".join(said.split())


@pytest.mark.parametrize("shape", SHAPES)
def test_size_of_pictures(shape: str) -> None:
    picture = Image.open(io.BytesIO(drawn(poster_of(EVENT, ENGLISH_VOICE, PAGE), shape, "png")))
    assert (picture.format, picture.size) == ("PNG", SIZES[shape])


def test_everything_is_on_the_flyer() -> None:
    pages, words = words_of(drawn(poster_of(EVENT, ENGLISH_VOICE, PAGE), FLYER, "pdf"))
    assert pages == 1
    for wanted in (
        EVENT.title, "Monday 15 March 2027", "14:00 to 15:30, Geneva time (UTC+1)", "13:00 to 14:30, UTC",
        "Room XXVI, Palais des Nations", "and online (Zoom)", EVENT.summary, PSEUDONYM, "Flavia Elphberg", "moderation",
        "14:10", "Testimony", "Questions and answers", "Free of charge", "All delegates", "English, French",
        "International Sign", "Zenda Mothers (ZM) (ECOSOC special consultative status since 2009)",
        "Permanent Mission of Graustark", "zenda.example/events/abcdefghijklmnop",
    ):  # fmt: skip
        assert wanted in words, wanted
    assert not [secret for secret in SECRETS if secret in words]


@pytest.mark.parametrize("status", [CANCELLED, POSTPONED])
def test_what_became_of_it_is_said_on_each(status: str) -> None:
    poster = poster_of(public(replace(WITH_LINK, status=status)), ENGLISH_VOICE, PAGE)
    for shape in (FLYER, SQUARE):
        assert status.capitalize() in words_of(drawn(poster, shape, "pdf"))[1]


def test_a_crowded_event_is_still_one_page() -> None:
    crowded = replace(
        WITH_LINK, title="A very long title of wells and courts and roads in Ruritania " * 4,
        summary="A sentence of some length on the courts. " * 40,
        speakers=tuple(Speaker(f"Speaker {n}", "post of some length", consents=("name",)) for n in range(40)),
        programme=tuple(Part(f"Part {n} of the programme, with a long title", 3) for n in range(30)),
        organisers=tuple(Organiser(f"Organisation number {n} of Ruritania", status="roster") for n in range(25)),
    )  # fmt: skip
    poster = poster_of(public(crowded), ENGLISH_VOICE, PAGE)
    for shape in (FLYER, SQUARE):
        pages, words = words_of(drawn(poster, shape, "pdf"))
        assert pages == 1 and "Monday 15 March 2027" in words and poster.title.split(" in ")[0] in words
    assert poster.more in words_of(drawn(poster, FLYER, "pdf"))[1]


def test_a_bare_event_and_hostile_words() -> None:
    title = "#panic() \\ $x$ @cite <script> *a* \x00"
    bare = public(replace(WITH_LINK, title=title, speakers=(), programme=(), organisers=(), summary="", concept_note="",
                          languages=(), audience=""))  # fmt: skip
    for shape in SHAPES:
        assert drawn(poster_of(bare, ENGLISH_VOICE, PAGE), shape, "png").startswith(b"\x89PNG")
    assert (
        "#panic() \\ $x$ @cite <script> *a*" in words_of(drawn(poster_of(bare, ENGLISH_VOICE, PAGE), FLYER, "pdf"))[1]
    )


def test_arabic_runs_from_right_to_left() -> None:
    """The title begins at the right edge, and the code stands at the right."""
    event = PublicEvent(in_language(EVENT, "ar"))
    voice = Voice("ar")
    picture = Image.open(io.BytesIO(drawn(poster_of(event, voice, PAGE), FLYER, "png"))).convert("L")
    code = picture.crop((900, 1250, 1100, 1500))
    other = picture.crop((90, 1250, 290, 1500))
    assert sum(code.histogram()[:80]) > 3000 > sum(other.histogram()[:80])


@pytest.mark.parametrize("address", [PAGE, "https://a.example/e", PAGE.replace("zenda", "coalition-for-ruritania")])
def test_the_code_says_the_address(address: str) -> None:
    assert words_in_code(modules_of(code_of(address))) == address


def test_without_the_package_of_codes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "segno", None)
    with pytest.raises(CodeMissing, match=r"needs segno, which is not installed: run python3 start\.py setup"):
        code_of(PAGE)


def modules_of(svg: str) -> Modules:
    """The dark modules of a code that is drawn as lines of one height: `M0 0.5h7m2 0h1`."""
    size = int(re.search(r'width="(\d+)"', svg)[1])
    dark, x, y = set[tuple[int, int]](), 0.0, 0.0
    for sign, numbers in re.findall(r"([Mmh])([-\d. ]+)", re.search(r' d="([^"]+)"', svg)[1]):
        steps = [float(each) for each in numbers.split()]
        if sign == "h":
            dark |= {(int(y), int(x) + step) for step in range(int(steps[0]))}
            x += steps[0]
        else:
            x, y = steps if sign == "M" else (x + steps[0], y + steps[1])
    return tuple(tuple((row, column) in dark for column in range(size)) for row in range(size))


@pytest.mark.parametrize(
    ("summary", "note", "lead"),
    [
        ("Short.", "ignored", "Short."),
        ("", "# Why\n\nToo short.\n\nThis paragraph of the concept note is long enough to say what it is about.",
         "This paragraph of the concept note is long enough to say what it is about."),
        ("One sentence. " * 60, "", "One sentence. " * 29 + "One sentence."),
        ("word " * 200, "", "word " * 84 + "…"),
        ("", "", ""),
    ],
)  # fmt: skip
def test_the_lead(summary: str, note: str, lead: str) -> None:
    assert lead_of(public(replace(WITH_LINK, summary=summary, concept_note=note))) == lead


@pytest.mark.parametrize("status", STATUSES)
@pytest.mark.parametrize("form", FORMATS)
def test_what_a_shared_link_shows(form: str, status: str) -> None:
    """The four properties that ogp.me asks of every page, and of a picture its size, kind and words."""
    event = public(replace(WITH_LINK, format=form, status=status))
    found = open_graph.open_graph(
        event, ENGLISH_VOICE, page=PAGE, card="https://zenda.example/card.png", site="Coalition", others=("en", "fr")
    )
    known = dict(found)
    assert {"og:title", "og:type", "og:image", "og:url"} <= set(known) and all(content for _, content in found)
    assert len(known) == len(found)
    assert known["og:title"].endswith(event.title) and known["og:type"] == "website"
    assert (known["og:image:width"], known["og:image:height"]) == ("1200", "630")
    assert (known["og:locale"], known["og:locale:alternate"]) == ("en_GB", "fr_FR")
    assert ("Cancelled: " in known["og:title"]) == (status == CANCELLED)
    assert ("Monday 15 March 2027" in known["og:description"]) == (status != POSTPONED)
    assert not [secret for secret in SECRETS for _, content in found if secret in content]
