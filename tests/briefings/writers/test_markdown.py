from __future__ import annotations

import re
from dataclasses import replace
from html import unescape

import pytest
from gallery import HOSTILE, SCRIPTS
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from item6.briefings.document import Bullets, Column, Document, Paragraph, Table, Text
from item6.briefings.writers.machine import from_text, printed
from item6.briefings.writers.markdown import BEGIN, END, escaped, written

GOLDEN = """\
# Ruritania: every block that a briefing is made of, under a title that is long enough for two lines

Universal Periodic Review, cycle 2

*XRU-2 · record RECORD*

Ruritania received 56[^1] recommendations and supported 44[^2], that is 78.6\xa0%[^2].

## What was answered

It noted 11[^3], and again eleven[^3] in words. **Strong**, *emphasised*, “*another's words*” and quiet ones. \
A/HRC/29/917, para. 115.1, page 12

**Table 1. How the recommendations stand**

| Position | Numbers | Share |
|---|---:|---:|
| supported | 44 | 78.6\xa0% |
| in\\_part | 1 | 1.8\xa0% |
| noted | 11 | 19.6\xa0% |
| pending | 0 | 0.0\xa0% |

*Numbered recommendations, after the addendum.*

**Chart 1. More was supported than noted**

A bar of 44 supported, one of 11 noted.
"""


@pytest.fixture(scope="module")
def text(document: Document) -> str:
    return written(document).decode()


def rendered(markdown: str) -> str:
    """As CommonMark with tables and links of bare addresses, HTML allowed: what most sites make of it."""
    return (
        MarkdownIt("commonmark", {"html": True, "linkify": False})
        .enable("table")
        .enable("strikethrough")
        .render(markdown)
    )


def test_it_reads_as_it_did(text: str, document: Document) -> None:
    assert text.replace(document.record[:12], "RECORD").startswith(GOLDEN)


def test_notes(text: str) -> None:
    assert re.findall(r"^\[\^(\d)\]: ", text, re.MULTILINE) == ["1", "2", "3"]
    assert (
        "[^3]: **Noted.** What is noted and not supported (A/HRC/RES/5/1, annex, para. 32), whatever words the State "
        "uses for it. 11 of 56. Source: A/HRC/29/917, paras. 115 to 118."
    ) in text
    assert (
        "- `56 = received@1; 44 = supported@1; 78.6\xa0% = supported_share@1; 11 = noted@1?unit=numbers&stage=addendum"
    ) in text


def test_its_list_of_figures_is_a_comment(text: str, document: Document) -> None:
    _, _, rest = text.partition(BEGIN)
    inside, _, after = rest.partition(END)
    assert (from_text(inside), after) == (printed(document), "\n")
    assert "item6 figures 1" not in re.sub(r"<!--.*?-->", "", rendered(text), flags=re.DOTALL)


@pytest.mark.parametrize(
    "words", [*HOSTILE, *SCRIPTS.values(), "- a", "1. a", "+ a", "    four spaces", "a\n\n# b", "=== x"]
)
def test_words_are_words(document: Document, words: str) -> None:
    blocks = (
        Paragraph((Text(words),)),
        Bullets(((Text(words),),)),
        Table("", (Column("A"),), (((Text(words),),),)),
    )
    made = rendered(written(replace(document, title="T", subtitle="", blocks=blocks, sources=())).decode())
    said = " ".join(words.split())
    assert unescape(re.sub(r"<!--.*?-->", "", made, flags=re.DOTALL)).count(said) == 3
    names = set(re.findall(r"<([a-z0-9]+)", made))
    assert names == {"h1", "p", "em", "ul", "li", "table", "thead", "tbody", "tr", "th", "td"}


@given(st.text(max_size=60))
def test_any_words_are_words(words: str) -> None:
    line = f"x {' '.join(escaped(words).split())} y"
    made = rendered(line)
    said = re.sub(
        r"[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]", lambda sign: " " if sign[0] in "\t\n\r" else "", words
    )
    assert unescape(made) == f"<p>x {' '.join(said.split())} y</p>\n"
