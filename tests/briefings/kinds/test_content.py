"""What briefings say of Ruritania, and of reviews counted by hand, word for word."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from item6.briefings import phrases
from item6.briefings.asked import Asked
from item6.briefings.document import Bullets, Document, Entry, Heading, Paragraph, Picture, Space, Table
from item6.briefings.kinds import KINDS
from item6.briefings.phrases import plain
from item6.briefings.settings import WORDS_PER_MINUTE, spoken, spoken_part

Made = Callable[[str], Asked]


def made(asked: Made, kind: str, review: str, **given: object) -> Document:
    make = KINDS[kind].document
    assert make is not None
    return make(replace(asked(review), **given))  # type: ignore[arg-type]  # fields of Asked


def said(document: Document) -> list[str]:
    return [plain(block.runs) for block in document.blocks if isinstance(block, Paragraph)]


def bullets(document: Document, at: int = 0) -> list[str]:
    found = [block for block in document.blocks if isinstance(block, Bullets)]
    return [plain(item) for item in found[at].items]


def headings(document: Document) -> list[str]:
    return [block.words for block in document.blocks if isinstance(block, Heading) and block.level == 1]


def table(document: Document, caption: str) -> list[list[str]]:
    found = next(block for block in document.blocks if isinstance(block, Table) and caption in block.caption)
    return [[plain(cell) for cell in row] for row in found.rows]


def test_press_lines_of_ruritania(asked: Made) -> None:
    document = made(asked, "press", "XRU-2")
    assert said(document) == [
        "In cycle 2 (2015) Ruritania received 56 numbered recommendations from 87 States, or 93 State-recommendations"
        " when each is counted once for every State that made it. After the addendum, Ruritania supported 44"
        " (78.6\u00a0%), supported 1 in part (1.8\u00a0%) and noted 11 (19.6\u00a0%)."
    ]
    assert bullets(document)[0] == (
        "Two rates of refusal are told apart. Not supported, which is everything noted or rejected: 11 of 56 numbered"
        " recommendations (19.6\u00a0%). Rejected in the State's own words: 0 (0.0\u00a0%). A noted recommendation is"
        " not a rejected one."
    )
    assert bullets(document)[-3:] == [
        "Received: 56 numbered recommendations, against 40 in cycle 1 (2010) (+16).",
        "Supported: 78.6\u00a0% of the numbered recommendations, against 72.5\u00a0% in cycle 1 (2010)"
        " (+6.1\u00a0points).",
        "Not supported (noted or rejected): 19.6\u00a0%, against 20.0\u00a0% in cycle 1 (2010) (-0.4\u00a0points).",
    ]


def test_the_briefing_has_its_parts_in_order(asked: Made) -> None:
    document = made(asked, "briefing", "XRU-2")
    assert headings(document) == [
        "The outcome", "Do the documents add up?", "Compared with earlier cycles", "What was asked", "Who recommended",
        "Answers that turned round", "How strongly was asked", "The State's own reasons", "How this was counted",
    ]  # fmt: skip
    names = [block.name for block in document.blocks if isinstance(block, Picture)]
    assert names == [f"XRU-2-{each}" for each in ("outcome", "timeline", "cycles", "issues", "states", "strength")]


def test_the_outcome_stands_in_both_units(asked: Made) -> None:
    """As tests/specimen counts them by hand."""
    assert table(made(asked, "briefing", "XRU-2"), "the outcome in both units") == [
        ["Received", "56", "", "93", ""],
        ["Supported", "44", "78.6\u00a0%", "76", "81.7\u00a0%"],
        ["Supported in part", "1", "1.8\u00a0%", "1", "1.1\u00a0%"],
        ["Noted", "11", "19.6\u00a0%", "16", "17.2\u00a0%"],
    ]


def test_stated_totals_stand_beside_counted_ones(asked: Made) -> None:
    rows = table(made(asked, "briefing", "XRU-2"), "What the documents state")
    assert [row[:3] + row[4:] for row in rows[-4:]] == [
        ["now supported", "5", "4 + 1", "agree, with those in part"],
        ["now noted", "3", "3", "agree"],
        ["recommendations supported", "45", "44 + 1", "agree, with those in part"],
        ["recommendations noted", "11", "11", "agree"],
    ]


def test_a_total_that_differs_is_said_to(asked: Made) -> None:
    document = made(asked, "briefing", "answered SMR-2")
    rows = table(document, "What the documents state")
    assert [row[4] for row in rows] == ["agree", "differ"]
    assert "Some totals that the documents state are not the ones that were counted." in said(document)


def test_reversals_name_the_numbers_of_both_reviews(asked: Made) -> None:
    document = made(asked, "briefing", "SMR-2")
    assert table(document, "Supported then, noted now") == [["Switzerland", "Death penalty", "1.1", "2.1"]]
    assert table(document, "Noted then, supported now") == [["Switzerland", "Torture", "1.3", "2.2"]]


def test_reasons_are_quoted_with_their_place(asked: Made) -> None:
    lists = [block for block in made(asked, "briefing", "SMR-2").blocks if isinstance(block, Bullets)]
    found = [plain(item) for block in lists for item in block.items if "in force" in plain(item)]
    assert found == ["2.1: “It is not in force.” (A/HRC/28/90/Add.1, page 9)"]


def test_a_review_known_by_totals_says_so(asked: Made) -> None:
    document = made(asked, "briefing", "CHN-4")
    assert headings(document) == ["The outcome", "How this was counted"]
    assert table(document, "as published") == [
        ["Received", "428", ""],
        ["Supported", "290", "67.8\u00a0%"],
        ["Supported in part", "8", "1.9\u00a0%"],
        ["Noted", "130", "30.4\u00a0%"],
    ]
    assert "130 of 428 numbered recommendations (30.4\u00a0%). Rejected in the State's own words: 98 (22.9\u00a0%)" in (
        " ".join(said(document))
    )


def test_a_pending_review_has_neither_shares_nor_refusals(asked: Made) -> None:
    document = made(asked, "briefing", "MLT-2")
    assert said(document)[0].endswith(
        "No answer to them is in the record yet: all 30 numbered recommendations are pending."
    )
    assert "refusal" not in " ".join(said(document))
    assert headings(document) == [
        "The outcome", "Do the documents add up?", "What was asked", "Who recommended", "How strongly was asked",
        "How this was counted",
    ]  # fmt: skip


def test_a_factsheet_of_ruritania(asked: Made) -> None:
    document = made(asked, "factsheet", "XRU-2", theme='issue:"Death penalty"')
    assert document.title == "Ruritania: Death penalty" and document.pages == 2
    assert headings(document) == [
        "What was recommended", "What has happened since", "What to ask for", "Advance questions: drafts",
    ]  # fmt: skip
    assert table(document, "over the cycles") == [
        ["cycle 1 (2010)", "1", "3", "1", "0", "after the addendum"],
        ["cycle 2 (2015)", "1", "1", "0", "1", "after the addendum"],
    ]
    vote = "Take the second vote on the removal of the death penalty from the Constitution before the elections"
    assert table(document, "Recommendations") == [["117.1", vote, "France", "noted"]]
    assert any(isinstance(block, Space) for block in document.blocks)
    (question,) = bullets(document)
    assert question == (
        f"Ruritania noted recommendation 117.1, “{vote}”. What stands in the way of supporting it, and will the"
        " Government look at it again before the next review?"
    )


def test_a_factsheet_asks_for_what_is_specific_and_cuts_no_text(asked: Made) -> None:
    document = made(asked, "factsheet", "LIE-2", theme="issue:Environment")
    record = asked("LIE-2").record
    rows = record.recommendations(asked("LIE-2").review)
    texts = {text.words: row for row in rows for text in row.texts}
    action = {
        (each.number, each.part): each.value for each in record.annotations(rows[0].review) if each.kind == "action"
    }
    shown = [row[1] for row in table(document, "Recommendations")]
    assert set(shown) <= set(texts) and sum(map(len, shown)) < 3000
    entries = [block for block in document.blocks if isinstance(block, Entry)]
    assert len(entries) == 3
    assert {action[block.number.split(", ")[0], 1] for block in entries} == {"5"}
    assert "On this theme there are 100 numbered recommendations" in " ".join(said(document))


def test_a_factsheet_on_what_nobody_asked_leaves_room(asked: Made) -> None:
    document = made(asked, "factsheet", "XRU-2", theme="xylophone")
    assert said(document) == ["In Ruritania, cycle 2 (2015), no recommendation was made on “xylophone”."]
    assert [type(block) for block in document.blocks] == [Paragraph, Space, Space]


def test_an_embassy_brief(asked: Made) -> None:
    document = made(asked, "embassy", "SMR-2", state="CHE")
    assert said(document)[0] == (
        "In cycle 2 (2014) Switzerland made 2 State-recommendations to San Marino. San Marino, after the addendum,"
        " supported 1 and noted 1."
    )
    assert table(document, "over the cycles") == [
        ["cycle 1 (2009)", "2", "1", "1", "after the addendum"],
        ["cycle 2 (2014)", "2", "1", "1", "after the addendum"],
    ]
    assert table(document, "the issues of these recommendations") == [
        ["Death penalty", "1", "2", "2", "0", "1"],
        ["Torture", "1", "2", "2", "2", "0"],
    ]
    assert bullets(document) == [
        "Again, and stronger: “Abolish the death penalty” (noted; 2.1, A/HRC/28/90, para. 2.1, page 14)."
    ]


def test_a_state_that_asked_nothing_is_told_what_it_asks_elsewhere(asked: Made) -> None:
    assert said(made(asked, "embassy", "SMR-2", state="SMR"))[-1] == (
        "In the reviews of other States that the record holds, San Marino asks most on Culture (1)."
    )


def test_an_adoption_statement(asked: Made) -> None:
    document = made(asked, "statement", "XRU-2", theme='issue:"Rights of the Child"')
    lines = said(document)
    assert lines[0] == "Mr. President or Madam President,"
    assert lines[1].startswith("In cycle 1 (2010) Ruritania received ")
    assert lines[2] == (
        "In this review, cycle 2 (2015), Ruritania received 8 numbered recommendations on “Rights of the Child”, or 12"
        " State-recommendations when each is counted once for every State that made it; after the addendum, it"
        " supported 7 and noted 1."
    )
    words = spoken(" ".join(lines[: lines.index("Thank you.") + 1]))
    assert f"The words printed above are {words.words}, read aloud in about {words.minutes} minutes." in " ".join(lines)


def test_a_change_sheet(asked: Made) -> None:
    document = made(asked, "changes", "XRU-2")
    assert said(document)[0] == (
        "Ruritania, cycle 2 (2015): 56 numbered recommendations. Since the report of the Working Group 4 came to be"
        " supported, 1 came to be supported in part and 3 came to be noted."
    )
    assert table(document, "in numbered recommendations") == [
        ["Report of the Working Group", "40", "0", "8", "8"],
        ["Addendum", "44", "1", "11", "0"],
    ]
    assert [block.number for block in document.blocks if isinstance(block, Entry)] == [
        "117.4",
        "117.1",
        "117.5",
        "117.8",
    ]
    assert bullets(document, -1) == [
        "Not in the report any more: 6.38.",
        "In other words or with other States: 6.26 → 115.25.",
        "Moved in the list: 6.13 → 117.3.",
    ]


def test_session_statistics(asked: Made) -> None:
    document = made(asked, "session", "XRU-2", session=20)
    assert said(document)[0] == "The record holds no review of session 20."
    two = made(asked, "session", "MCO-2", session=20)
    assert table(two, "The reviews of session 20") == [
        ["Monaco", "1", "1", "1", "100.0\u00a0%", "0", "0.0\u00a0%", "as the report of the Working Group has it"]
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        ("We call on Ruritania.", 4),
        ("44 of 56 (78.6 %), or 1,044", 6),
        ("a well-known State's duty", 4),
        ("cycle 2 (2015): 12.5\u00a0%", 4),
        ("نشكر الرئيس", 2),
        ("— – … “”", 0),
    ],
)
def test_words_are_counted_as_they_are_spoken(text: str, words: int) -> None:
    found = spoken(text)
    assert found.words == words
    assert found.seconds == -(-words * 60 // WORDS_PER_MINUTE.value)


def test_only_what_is_read_aloud_is_counted(asked: Made) -> None:
    lines = said(made(asked, "statement", "XRU-2"))
    whole = "A title\n" + "\n".join(lines)
    assert spoken_part(whole) == whole[len("A title\n") : whole.index("Thank you.") + len("Thank you.")]
    assert spoken_part("Words of our own.") == "Words of our own."


def test_every_sentence_is_used_and_every_used_one_is_there() -> None:
    """Keys stand in the code as they are, or with a part filled in."""
    folder = Path(phrases.__file__).parent
    code = "\n".join(path.read_text(encoding="utf-8") for path in folder.rglob("*.py"))
    literal = set(re.findall(r'"([a-z]+(?:\.[a-z_0-9]+)+)"', code))
    patterns = [
        re.compile(re.sub(r"\\\{.*?\\\}", "[a-z0-9_]+", re.escape(each)))
        for each in re.findall(r'f["\']([a-z]+\.(?:[a-z_.]|\{[^"{}]*(?:\([^"{}]*\))?[^"{}]*\})+)["\']', code)
    ]
    known = phrases.keys()
    used = {key for key in known if key in literal or any(pattern.fullmatch(key) for pattern in patterns)}
    prefixes = {key.partition(".")[0] for key in known}
    assert sorted(known - used - {key for key in known if key.startswith(("list.", "month."))}) == []
    assert sorted(each for each in literal if each.partition(".")[0] in prefixes and each not in known
                  and not re.search(r"\.(pdf|docx|toml|typ|css|py|svg|json)$", each)) == []  # fmt: skip
