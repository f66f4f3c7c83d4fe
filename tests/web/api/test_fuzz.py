"""Filters, references and cursors that nobody would type: an answer or a problem, never an error of the program."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlencode

import pytest
from api_for_tests import BASE, complaints, told
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from item6.measures.definitions import names
from item6.measures.filters import KEYS
from item6.measures.scope import ALL_STAGES
from item6.terms.figures import UNITS

WEIRD = [
    "\x00", "\u202e", "\ufeff", "e\u0301" * 40, "٣", "𝟑", "\U0001f3f3\ufe0f", "\ud800", "'; DROP TABLE text; --", '"',
    '""', "*", "-", "--", "-*", ":", "::", "%00", "%", "..", "1..", "..9", "9..1", "99999999999999999999", "{{7*7}}",
    "(", "NEAR(a b)", "a*b", "^a", "AND", "OR", "NOT", "\n", "\t", "a" * 1900, "« »", "“law”",
]  # fmt: skip
VALUES = ["XRU", "WEOG", "3", "2..3", "supported", "supported/noted", "accepted", "law", "28.*", "answer", "5", *WEIRD]

TERMS = st.builds(
    lambda sign, key, colon, value: sign + key + colon + value,
    st.sampled_from(["", "-", "--"]), st.sampled_from([*KEYS, "", "nothing"]), st.sampled_from([":", "", "::"]),
    st.sampled_from(VALUES) | st.text(max_size=12),
)  # fmt: skip
FILTERS = st.lists(TERMS, max_size=5).map(" ".join) | st.text(max_size=40)
REFERENCES = st.builds(
    lambda measure, version, unit, stage, day, scope, record: (
        f"{measure}@{version}?unit={unit}&stage={stage}&as_of={day}&scope={scope.replace(' ', '+')}#{record}"
    ),
    st.sampled_from([*names(), *(f"{each}_rank" for each in names()), *(f"{each}_change" for each in names()), "x"]),
    st.sampled_from(["1", "0", "2", "٣"]), st.sampled_from([*UNITS, "pages"]), st.sampled_from([*ALL_STAGES, "never"]),
    st.sampled_from(["", "2016-01-01", "2016-99-99", "0000-00-00", "-"]),
    FILTERS | st.sampled_from(["state:XRU cycle:2", "state:XRU cycle:2 versus state:XRU cycle:1", "position:odd"]),
    st.sampled_from(["{record}", "{record}", "dead", "0" * 64]),
)  # fmt: skip
CURSORS = st.from_regex(r"[0-9a-f]{16}\.[0-9a-f]{12}\.[0-9]{1,7}", fullmatch=True) | st.text(max_size=40)


@pytest.fixture
def ask(client: Client) -> Callable[..., int]:
    """Asks, and gives the status of what is as described."""

    def ask(name: str, form: str, **query: str) -> int:
        answer = client.get(f"{BASE}/{name}?{urlencode(query, errors='surrogatepass')}")
        if answer.status_code == 200:
            assert complaints(form, json.loads(answer.content)) == []
        else:
            assert told(answer)["status"] in (400, 404)
        return int(answer.status_code)

    return ask


def often(full: int) -> Callable[..., object]:
    """As often as this, and always the same; health is that of the machine."""
    return settings(
        max_examples=full, derandomize=True, database=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
    )


@often(150)
@given(q=FILTERS, order=st.sampled_from(["", "newest", "position", "action"]), limit=st.sampled_from(["1", "500"]))
def test_filters(ask: Callable[..., int], q: str, order: str, limit: str) -> None:
    ask("recommendations", "recommendations", q=q, order=order, limit=limit)


@often(150)
@given(
    q=FILTERS, unit=st.sampled_from(UNITS), stage=st.sampled_from(ALL_STAGES),
    measure=st.lists(st.sampled_from(names()), min_size=1, max_size=4).map(",".join),
)  # fmt: skip
def test_counts(ask: Callable[..., int], q: str, unit: str, stage: str, measure: str) -> None:
    ask("count", "count", q=q, unit=unit, stage=stage, measure=measure)


def test_references(ask: Callable[..., int], home: Path) -> None:
    record = (home / "records" / "current").read_text().strip()
    statuses = set()

    @often(300)
    @given(reference=REFERENCES)
    def each(reference: str) -> None:
        statuses.add(ask("figures", "figure", ref=reference.replace("{record}", record)))

    each()
    assert statuses == {200, 400, 404}


@often(60)
@given(after=CURSORS, name=st.sampled_from(["recommendations", "documents", "problems"]))
def test_cursors(ask: Callable[..., int], after: str, name: str) -> None:
    assert ask(name, name, after=after) == 400


@pytest.mark.parametrize("weird", WEIRD)
def test_what_is_typed_stays_in_its_place(ask: Callable[..., int], weird: str) -> None:
    for key in ("q", "order", "after", "limit", weird):
        ask("recommendations", "recommendations", **{key: weird})


@pytest.mark.parametrize("end", [9_999_999, 10**6, 1000])
def test_a_place_after_the_end_is_an_empty_page(client: Client, end: int) -> None:
    for order in ("", "newest"):
        cursor = client.get(f"{BASE}/recommendations?limit=5&order={order}").json()["next"].rpartition(".")[0]
        found = client.get(f"{BASE}/recommendations?order={order}&after={cursor}.{end}").json()
        assert (found["recommendations"], found["next"]) == ([], None)
