"""A document with every kind of block, over the made-up review, and words that would do harm where they were markup."""

from __future__ import annotations

from item6.briefings.document import (
    Bullets,
    Column,
    Document,
    Entry,
    Heading,
    Number,
    Paragraph,
    Picture,
    Run,
    Source,
    Space,
    Table,
    Text,
)
from item6.measures.figures import Measured
from item6.measures.groups import grouped_by
from item6.measures.scope import of_review
from item6.measures.wording import value_in_words
from item6.record.reader import Record
from item6.terms.names import ReviewName
from item6.terms.states import name_of

HOSTILE = (
    '{{ 7 * 7 }} {% include "/etc/passwd" %}',
    '#eval("1 + 1") #read("/etc/passwd") $x^2$ *bold* _slanted_ `raw` @label <label> \\u{41}',
    "<script>alert(1)</script><img src=x onerror=alert(1)> &amp; &#65; <!-- item6 figures --> ]]>",
    '{ HYPERLINK "https://example.org" } MERGEFIELD x \\* MERGEFORMAT {=1+1}',
    '=HYPERLINK("https://example.org") | +1 | -1 | @SUM(A1) | 1. not a list | # no heading',
    "https://example.org www.example.org someone@example.org [a](javascript:alert(1)) ![b](c) ~~gone~~",
)
"""Words of people that look like templates, typst, HTML, fields of Word, formulas and Markdown."""

SCRIPTS = {
    "Arabic": "يوصي الفريق العامل حكومة روريتانيا بأن تصدق على البروتوكول (رقم 12) قبل عام 2031",
    "Chinese": "建议鲁里坦尼亚批准该公约，并在2031年前报告进展情况",
    "Cyrillic": "Рекомендовать Руритании ратифицировать протокол до 2031 года",
    "accented": "Ñandú, Łódź, Český Krumlov, Đà Nẵng, Üzgün, Ţara, Şişli, Ĝis, Œuvre, Ærø",
}
"""A sentence in each of several scripts."""

LONG_NAME = "the United Kingdom of Great Britain and Northern Ireland (on behalf of a group (of twelve (12) States))"

CHART = """<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 720 120" width="720" height="120" role="img">
<title>Bars</title><rect width="720" height="120" fill="#ffffff"/>
<rect x="150" y="16" width="420" height="32" fill="#1f6f6b"/>
<rect x="150" y="64" width="110" height="32" fill="#b5791f"/>
<g font-family="system-ui, sans-serif" font-size="15" fill="#16242c">
<text x="140" y="38" text-anchor="end">supported</text><text x="580" y="38">44</text>
<text x="140" y="86" text-anchor="end">noted</text><text x="270" y="86">11</text></g></svg>
"""


def gallery(record: Record, review: ReviewName, *, rows: int = 60, pages: int = 0) -> Document:
    """The document. rows: of its long table."""
    numbers = Measured(record, of_review(review))
    received, supported, noted = (_number(numbers, name) for name in ("received", "supported", "noted"))
    share = _number(numbers, "supported_share")
    name = name_of(review.state)
    return Document(
        kind="gallery",
        title=f"{name}: every block that a briefing is made of, under a title that is long enough for two lines",
        subtitle=f"Universal Periodic Review, cycle {review.cycle}",
        review=str(review),
        record=record.hash,
        blocks=(
            Paragraph((Text(f"{name} received "), received, Text(" recommendations and supported "), supported,
                       Text(", that is "), share, Text(".")), "lead"),
            Heading("What was answered"),
            Paragraph((Text("It noted "), noted, Text(", and again "), Number("eleven", noted.figure),
                       Text(" in words. "), Text("Strong", "strong"), Text(", "), Text("emphasised", "emphasis"),
                       Text(", “"), Text("another's words", "quoted"), Text("” and "), Text("quiet ones", "quiet"),
                       Text(". "), Source("A/HRC/29/917, para. 115.1, page 12", f"{review}#115.1"))),
            _counts(numbers),
            Picture("outcome", CHART, "More was supported than noted", "A bar of 44 supported, one of 11 noted.",
                    _counts(numbers)),
            Heading("Recommendations", 2),
            *_entries(),
            Heading("By recommending State"),
            _by_state(record, review, rows),
            Heading("Words as they stand"),
            Bullets(tuple((Text(each),) for each in HOSTILE)),
            Table("Words in cells", (Column("Words", width=3), Column("Whose")),
                  tuple(((Text(each),), (Text(each[:20]),)) for each in HOSTILE)),
            Heading("Other scripts", 2),
            *(Paragraph((Text(each),)) for each in SCRIPTS.values()),
            Paragraph((Text("A remark in small letters."),), "small"),
            Heading("What happened since"),
            Space("What has been done, by whom, and since when?", 4),
        ),
        sources=("A/HRC/29/917", "A/HRC/29/917/Add.1"),
        pages=pages,
    )  # fmt: skip


def _number(measured: Measured, name: str) -> Number:
    figure = measured.figure(name)
    return Number(value_in_words(figure), figure, "A/HRC/29/917, paras. 115 to 118")


def _counts(numbers: Measured) -> Table:
    def row(name: str) -> tuple[tuple[Run, ...], ...]:
        return (Text(name),), (_number(numbers, name),), (_number(numbers, f"{name}_share"),)

    columns = Column("Position", width=2), Column("Numbers", True), Column("Share", True)
    rows = tuple(row(name) for name in ("supported", "in_part", "noted", "pending"))
    return Table("How the recommendations stand", columns, rows, "Numbered recommendations, after the addendum.")


def _entries() -> tuple[Entry, ...]:
    source = Source("A/HRC/29/917, para. 115.1, page 12", "XRU-2#115.1")
    words = "Ratify the protocol on the lime trees of the capital, and report on it every second year"
    return (
        Entry("115.1", words, LONG_NAME, (Text("Supported.", "strong"),), source),
        Entry("115.23(b)", f"{words}; {'; '.join([words.lower()] * 5)}", "Chile, Gabon", (), source),
        Entry("118.2", SCRIPTS["Arabic"], "", (Text("Noted: "), Text("“not now”", "quoted")), source),
    )


def _by_state(record: Record, review: ReviewName, rows: int) -> Table:
    groups = grouped_by(record, "by", of_review(review, "state_recommendations"), ["supported", "noted"])[:rows]
    columns = (
        Column("Recommending State", width=3), Column("Received", True), Column("Supported", True),
        Column("Supported, share", True),
    )  # fmt: skip
    cells = []
    for group in groups:
        measured = Measured(record, group.scope)
        cells.append(
            (
                (Text(name_of(group.value)),),
                *((_number(measured, name),) for name in ("received", "supported", "supported_share")),
            )
        )
    return Table(
        "Recommendations by State, the most first", columns, tuple(cells), "State-recommendations, after the addendum."
    )
