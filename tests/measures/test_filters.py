"""The filter language: what is typed to its canonical form, and what is wrong with it in one sentence."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from item6.measures.filters import KEYS, Filter, FilterError, Term, both, complete, parse, quoted
from item6.measures.vocabulary import Vocabulary, in_range, read_groups

CANONICAL = [
    ("", ""),
    ("state:china", "state:CHN"),
    ("state:chn cycle:03", "state:CHN cycle:3"),
    ("cycle:3 state:CHN", "state:CHN cycle:3"),
    ("by:weog", "by:WEOG"),
    ('by:"African group"', 'by:"African Group"'),
    ("by:africa", 'by:"African Group"'),
    ("by:nordic", "by:FIN by:NOR"),
    ("by:Switzerland by:CHE", "by:CHE"),
    ("by:kenya by:norway", "by:KEN by:NOR"),
    ("-by:CHE", "-by:CHE"),
    ("position:in_part", "position:supported/noted"),
    ('position:"not supported"', "position:noted"),
    ('as_written:"being implemented"', "as_written:accepted_being_implemented"),
    ("as_written:rejected", "as_written:rejected"),
    ('issue:"death penalty"', 'issue:"Death penalty"'),
    ("issue:educ", 'issue:"Right to education"'),
    ("issue:*t*", 'issue:Culture issue:"Death penalty" issue:"International instruments" issue:Justice '
                  'issue:"Right to education" issue:Torture'.replace(" issue:Justice", " issue:Justice")),
    ("theme:d23", 'theme:"D23 Death penalty"'),
    ("sdg:16", 'sdg:"16 - PEACE"'),
    ("sdg:4", 'sdg:"4 - EDUCATION"'),
    ("action:5", "action:5"),
    ("session:15..20", "session:15..20"),
    ("year:2014..", "year:2014.."),
    ("number:28.212.", "number:28.212"),
    ("number:28.*", "number:28.*"),
    ("has:explanation", "has:explanation"),
    ("death penalty", "death penalty"),
    ('"death penalty" -degrees', '"death penalty" -degrees'),
    ("text:schools text:maps", "text:maps text:schools"),
    ("“death penalty”", '"death penalty"'),
    ("penalty by:CHE death", "by:CHE death penalty"),
]  # fmt: skip


@pytest.mark.parametrize(("typed", "canonical"), CANONICAL)
def test_canonical_form(vocabulary: Vocabulary, typed: str, canonical: str) -> None:
    found = parse(typed, vocabulary.resolve)
    assert str(found) == canonical
    assert parse(canonical) == found
    assert parse(canonical, vocabulary.resolve) == found


WRONG = [
    ("them:torture", "unknown key “them”: did you mean “theme”?"),
    ("xyz:1", "unknown key “xyz”: keys are state, by,"),
    ("by:", "by: has no value: give recommending State, regional group, or a group of your own"),
    ("by:Switzrland", "by: no State or group is called “Switzrland”: did you mean “Switzerland”"),
    ("state:Rurutania", "state: no State or group is called “Rurutania”: did you mean “Ruritania”"),
    ("by:noridc", "by: no State or group is called “noridc”"),
    ("position:nted", "position knows no “nted”: did you mean “noted”?"),
    ("as_written:refused", "as_written knows no “refused”: "),
    ("issue:tortur3", "no issue is called “tortur3”: did you mean “Torture”?"),
    (
        "issue:ti",
        "issue:ti may be several: did you mean “International instruments”, “Justice” or “Right to education”? or",
    ),
    ("theme:nothing", "no theme is called “nothing”: see: item6 issues --by theme"),
    ("person:children", "person:children: this record has no affected persons: add OHCHR's matrix"),
    ("action:6", "action knows no “6”: values are 1, 2, 3, 4, 5"),
    ("cycle:two", "cycle:two is no cycle: give a number such as 3, or a range such as 2..3"),
    ("year:2018..2014", "year:2018..2014 is no range: put the smaller number first: year:2014..2018"),
    ("session:..", "session:.. is no range"),
    ("number:first", "number:first is no number of a recommendation: give one such as 28.212"),
    ("has:wings", "has knows no “wings”: values are answer, explanation"),
]


@pytest.mark.parametrize(("typed", "sentence"), WRONG)
def test_what_is_wrong_is_said_with_the_nearest(vocabulary: Vocabulary, typed: str, sentence: str) -> None:
    with pytest.raises(FilterError) as raised:
        parse(typed, vocabulary.resolve)
    assert str(raised.value).startswith(sentence)


COMPLETIONS = [
    ("st", ["state:"]),
    ("s", ["state:", "session:", "sdg:"]),
    ("by:nor", ["by:nordic", "by:NOR", "by:Norway"]),
    ("state:SMR po", ["state:SMR position:"]),
    ("-position:n", ["-position:noted", "-position:pending", "-position:supported/noted"]),
    ("issue:death", ['issue:"Death penalty"']),
    ('issue:"death pe', ['issue:"Death penalty"']),
    ("cycle:", ["cycle:1", "cycle:2"]),
    ("wrong:x", []),
    ("text:x", []),
]


@pytest.mark.parametrize(("typed", "offered"), COMPLETIONS)
def test_completion(vocabulary: Vocabulary, typed: str, offered: list[str]) -> None:
    assert sorted(complete(typed, vocabulary.values)) == sorted(offered)


@pytest.mark.parametrize(
    ("value", "wanted", "expected"),
    [(3, "3", True), (3, "2", False), (None, "3", False), (3, "2..3", True), (4, "2..3", False), (9, "4..", True)],
)
def test_ranges(value: int | None, wanted: str, expected: bool) -> None:
    assert in_range(value, wanted) is expected


_TERM = st.builds(
    Term,
    st.sampled_from([key for key in KEYS if key not in ("text",)]),
    st.lists(st.text("abc +%&#:é", min_size=1).map(lambda each: f"x{each.strip()}"), min_size=1, unique=True).map(
        tuple
    ),
    st.booleans(),
)


@given(st.lists(_TERM, max_size=5))
def test_the_canonical_form_reads_back(terms: list[Term]) -> None:
    joined = Filter()
    for term in terms:
        joined = both(joined, parse(str(term))) if term.negated else joined.with_(term.key, *term.values)
    assert parse(str(joined)) == parse(str(parse(str(joined))))
    assert str(parse(str(joined))) == str(joined)


def test_two_filters_joined() -> None:
    joined = both(parse("by:CHE by:KEN death"), parse("by:KEN by:NOR -state:CHN penalty"))
    assert str(joined) == "-state:CHN by:KEN death penalty"
    with pytest.raises(FilterError, match="exclude each other"):
        both(parse("by:CHE"), parse("by:KEN"))


def test_groups_that_users_name(tmp_path: Path) -> None:
    path = tmp_path / "groups.toml"
    assert read_groups(path) == {}
    path.write_text('nordic = ["Denmark", "fin"]\n', encoding="utf-8")
    assert read_groups(path) == {"nordic": ("DNK", "FIN")}
    for wrong, sentence in (
        ("nordic = [", "cannot be read"),
        ('nordic = "FIN"', "nordic is no list of States"),
        ('nordic = ["Finnland"]', "no State is called “Finnland”: did you mean “Finland”"),
    ):
        path.write_text(wrong, encoding="utf-8")
        with pytest.raises(FilterError, match=sentence):
            read_groups(path)


@pytest.mark.parametrize(
    "typed", ["", "state:CHN", "cycle:3 torture", "-by:CHE by:FRA", '-issue:"Death penalty" x', "sdg:5"]
)
@pytest.mark.parametrize("key", ["by", "issue", "state", "number", "cycle"])
@pytest.mark.parametrize("value", ["CHE", "Women's rights", "3"])
def test_what_stands_around_a_value(typed: str, key: str, value: str) -> None:
    asked = parse(typed)
    before, after = asked.around(key)
    assert before + quoted(value) + after == str(asked.with_(key, value))
