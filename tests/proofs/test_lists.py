"""Signed lists: what they prove, what they stop proving when a name is withdrawn, and what a forger cannot do."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from item6.proofs import NotAList, Sealed, Secret, Withdrawn, fingerprint, open_seal, publish, seal, verify, withdraw
from item6.proofs.canonical import canonical, digest

TEXT = b"To the Council of Ruritania\n"
HEAD = {"title": "An open letter", "version": 1, "text": digest(TEXT), "as_of": "2026-11-22T10:00:00Z"}
NAMES = ("Bar Association of Strelsau", "Zenda Mothers", "نقابة المحامين", "人权之家")
KEY = Secret.new()


def entries() -> list[Sealed]:
    return [seal("organisation", {"name": name, "country": "RUR"}) for name in NAMES]


def written(published: dict[str, Any]) -> bytes:
    return json.dumps(published).encode()


def test_a_list_verifies_with_nothing_but_its_file() -> None:
    found = verify(written(publish(HEAD, entries(), KEY)), key=KEY.public, text=TEXT)
    assert found.problems == []
    assert [each["name"] for each in found.names] == list(NAMES)
    assert found.head["counted"] == {"organisation": 4}
    assert (found.withheld, found.withdrawn) == (0, 0)


def test_a_name_can_be_counted_and_not_shown() -> None:
    sealed = entries()
    published = publish(HEAD, sealed, KEY, withheld=[sealed[1].seal])
    assert NAMES[1] not in json.dumps(published, ensure_ascii=False)
    found = verify(written(published))
    assert (found.problems, len(found.names), found.withheld) == ([], 3, 1)
    assert found.head["counted"] == {"organisation": 4}
    assert open_seal(published["entries"][1]["seal"], sealed[1].opening()) == sealed[1].entry  # to an auditor alone


def test_a_withdrawn_name_is_gone_and_the_list_goes_on() -> None:
    sealed: list[Sealed | Withdrawn] = [*entries()]
    first = publish(HEAD, sealed, KEY)
    gone = sealed[2]
    assert isinstance(gone, Sealed)
    sealed[2] = withdraw(gone, "2026-11-23")
    second = publish(HEAD, sealed, KEY, previous=first)
    assert NAMES[2] not in json.dumps(second, ensure_ascii=False)
    found = verify(written(second), previous=written(first))
    assert (found.problems, found.withdrawn, found.head["counted"]) == ([], 1, {"organisation": 3})


def test_old_copies_verify_and_prove_no_withdrawn_name() -> None:
    sealed = entries()
    old = publish(HEAD, sealed, KEY)
    assert verify(written(old)).problems == []
    tombstone = withdraw(sealed[2], "2026-11-23")
    # with what the tombstone publishes, everybody can open the old seal with any name
    forged = Sealed("organisation", {"name": "Anybody at all"}, tombstone.salt, tombstone.secret)
    old["entries"][2]["opened"] = forged.opening()
    found = verify(written(old), key=KEY.public, text=TEXT)
    assert found.problems == []
    assert found.names[2] == {"name": "Anybody at all"}


def test_a_copy_from_which_a_name_was_taken_still_verifies() -> None:
    published = publish(HEAD, entries(), KEY)
    del published["entries"][0]["opened"]
    found = verify(written(published))
    assert (found.problems, len(found.names), found.withheld) == ([], 3, 1)


def _rename(published: dict[str, Any]) -> None:
    published["entries"][0]["opened"]["entry"]["name"] = "Another"


def _swap(published: dict[str, Any]) -> None:
    rows = published["entries"]
    rows[0]["opened"], rows[1]["opened"] = rows[1]["opened"], rows[0]["opened"]


def _own_key(published: dict[str, Any]) -> None:
    row = published["entries"][0]
    row["opened"] = seal("organisation", {"name": "Another"}).opening()


def _drop(published: dict[str, Any]) -> None:
    del published["entries"][0]


def _double(published: dict[str, Any]) -> None:
    published["entries"].append(published["entries"][0])


def _add(published: dict[str, Any]) -> None:
    new = seal("organisation", {"name": "Another"})
    published["entries"].append({"kind": "organisation", "seal": new.seal, "opened": new.opening()})


def _count(published: dict[str, Any]) -> None:
    published["head"]["counted"]["organisation"] = 400


def _text(published: dict[str, Any]) -> None:
    published["head"]["text"] = digest(b"another text")


def _sign_anew(published: dict[str, Any]) -> None:
    mine = Secret.new()
    published |= publish(HEAD, entries(), mine)


def _withdraw_by_hand(published: dict[str, Any]) -> None:
    row = published["entries"][0]
    del row["opened"]
    row["withdrawn"] = {"on": "2026-11-23", "salt": "00" * 32, "secret": Secret.new().seed}


@pytest.mark.parametrize(
    "change", [_rename, _swap, _own_key, _drop, _double, _add, _count, _text, _sign_anew, _withdraw_by_hand]
)
def test_what_was_changed_is_noticed(change: Any) -> None:
    published = publish(HEAD, entries(), KEY)
    change(published)
    assert verify(written(published), key=KEY.public, text=TEXT).problems != []


def test_entries_cannot_vanish_between_two_lists() -> None:
    sealed = entries()
    first = publish(HEAD, sealed, KEY)
    second = publish(HEAD, sealed[1:], KEY, previous=first)
    assert verify(written(second), previous=written(first)).problems == [
        "1 of the earlier list's entries are missing without a note that they were withdrawn"
    ]
    assert verify(written(first), previous=written(second)).problems[0] == "the earlier list is not earlier"
    stranger = publish(HEAD, sealed, KEY, previous=publish({**HEAD, "version": 2}, sealed, KEY))
    assert verify(written(stranger), previous=written(first)).problems == [
        "this list does not name the earlier one as the one before it"
    ]


@pytest.mark.parametrize(
    "data",
    [b"", b"%PDF-1.7", b"[]", b"{}", b'{"form":"item6/signed-list/9"}', b'{"form":"item6/signed-list/1"}', b"[" * 99999,
     b'{"form":"item6/signed-list/1","head":{"number":1},"key":"","signature":"","entries":[3]}', b"\xff\xfe"],
)  # fmt: skip
def test_what_is_no_list_is_said_in_one_sentence(data: bytes) -> None:
    with pytest.raises(NotAList) as said:
        verify(data)
    assert str(said.value).startswith("this ")


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)


@settings(max_examples=150)
@given(
    st.sampled_from(["head", "entries", "key", "signature", "seal", "kind", "opened", "salt", "entry", "on", "number"]),
    _JSON,
)
def test_damaged_lists_are_never_believed_and_never_crash(name: str, value: Any) -> None:
    sealed: list[Sealed | Withdrawn] = [*entries()]
    sealed[3] = withdraw(entries()[3], "2026-11-23")
    published = publish(HEAD, sealed, KEY)
    places = [published, published["head"], published["entries"][0], published["entries"][0]["opened"],
              published["entries"][3]["withdrawn"]]  # fmt: skip
    touched = False
    for place in places:
        if name in place and place[name] != value:
            place[name], touched = value, True
    if not touched:
        return
    try:
        found = verify(written(published), key=KEY.public)
    except NotAList:
        return
    assert found.problems != [] or name == "opened"  # an opening may be left out


def test_a_key_is_compared_in_short() -> None:
    assert fingerprint("00" * 32) == "6668 7aad f862 bd77 6c8f"
    assert KEY.seed not in repr(KEY)


@given(st.dictionaries(st.text(), st.text() | st.integers() | st.none()))
def test_the_same_value_has_the_same_bytes(value: dict[str, Any]) -> None:
    try:
        written_once = canonical(value)
    except UnicodeEncodeError:  # halves of characters have no bytes
        return
    assert canonical(dict(reversed(value.items()))) == written_once
    assert json.loads(written_once) == value
