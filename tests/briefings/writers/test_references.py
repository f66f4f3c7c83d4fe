from __future__ import annotations

import re

import pytest
from gallery import gallery
from hypothesis import given
from hypothesis import strategies as st

from item6.briefings.document import Document, Number, Table
from item6.briefings.writers.laid import laid
from item6.briefings.writers.references import PLACE, in_print, line_of, lines_of
from item6.measures.wording import value_in_words
from item6.record.reader import Record
from item6.terms.figures import Figure, Sentence
from item6.terms.names import ReviewName

HASH = "49f397bbb6c81be0d5293cf61242524e"


def made(measure: str, scope: str, count: int, of: int | None = None, key: str = "count") -> Figure:
    return Figure(measure, 1, "numbers", scope, "report", None, HASH, count, of, (), Sentence(key, ()))


def test_one() -> None:
    line = line_of(made("noted", "state:XRU cycle:2", 62))
    assert line == "62 = noted@1?unit=numbers&stage=report&as_of=&scope=state:XRU+cycle:2#49f397bbb6c8"


def test_those_of_one_scope_share_a_line() -> None:
    figures = [made("noted", "state:XRU", 1), made("noted_share", "state:XRU", 1, 3)]
    assert lines_of(figures) == (
        "1 = noted@1; 33.3\xa0% = noted_share@1?unit=numbers&stage=report&as_of=&scope=state:XRU#49f397bbb6c8",
    )


def test_those_that_differ_in_one_term_share_a_line() -> None:
    scopes = ['cycle:2 issue:"Right to education"', "cycle:2 issue:Justice", "cycle:2 issue:Labour"]
    figures = [made(name, scope, at) for at, scope in enumerate(scopes) for name in ("received", "noted")]
    assert lines_of(figures) == (
        "received@1; noted@1?unit=numbers&stage=report&as_of=&scope=cycle:2+issue:…#49f397bbb6c8"
        ' | "Right+to+education" = 0; 0 | Justice = 1; 1 | Labour = 2; 2 |',
    )


@pytest.mark.parametrize("scope", ["", "state:XRU vs state:XRU cycle:1", '"death penalty" -by:CHE', f"issue:{PLACE}"])
def test_odd_scopes_come_back(scope: str) -> None:
    figure = made("noted", scope, 3)
    assert [each.reference for each in in_print(line_of(figure))] == [figure.reference.replace(HASH, HASH[:12])]


VALUES = st.integers(0, 2000)
SCOPES = st.sampled_from(
    ["state:XRU cycle:2", "by:CHE", "by:NOR", 'issue:"Death penalty"', "issue:Justice", "by:CHE,NOR"]
)


@given(
    st.lists(st.tuples(st.sampled_from(["received", "noted", "noted_share"]), SCOPES, VALUES), max_size=20),
    st.integers(12, 90),
    st.sampled_from(["\n", "\r\n", " \n"]),
)
def test_print_is_read_back_however_its_lines_break(found: list, width: int, end: str) -> None:
    figures = {
        (name, scope): made(name, scope, count, 2000 if "share" in name else None) for name, scope, count in found
    }
    lines = lines_of(list(figures.values()))
    broken = "\n\n".join(re.sub(rf"(.{{1,{width}}}[ &?+;]|$)", rf"\1{end}", line) for line in lines)
    read = {(each.words, each.reference) for each in in_print(f"Before it. {broken} After it.")}
    short = HASH[:12]
    assert read == {
        (value_in_words(each).replace("\xa0", " "), each.reference.replace(HASH, short)) for each in figures.values()
    }


def test_a_table_of_two_hundred_numbers_takes_a_few_lines(record: Record) -> None:
    document = gallery(record, ReviewName("XRU", 2), rows=60)
    table = next(block for block in document.blocks if isinstance(block, Table) and len(block.rows) == 60)
    numbers = [run for row in table.rows for cell in row for run in cell if isinstance(run, Number)]
    listed = next(each for each in laid(document).listed if each.title.startswith("Table 2"))
    assert (len(numbers), len(listed.lines)) == (180, 2)
    assert {each.reference for each in in_print("\n".join(listed.lines))} == {
        run.figure.reference.replace(record.hash, record.hash[:12]) for run in numbers
    }


def test_what_a_note_or_an_earlier_table_lists_is_not_listed_again(document: Document) -> None:
    listed = laid(document).listed
    assert [each.title for each in listed] == [
        "Running text", "Table 1. How the recommendations stand", "Table 2. Recommendations by State, the most first",
    ]  # fmt: skip
    assert re.findall(r"(\w+)@", listed[1].lines[0]) == [
        "in_part",
        "in_part_share",
        "noted_share",
        "pending",
        "pending_share",
    ]
