from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from item6 import proofs
from item6.proofs.canonical import digest

TEXT = b"To the Council of Ruritania\n"
KEY = proofs.Secret.new()


@pytest.fixture
def published(tmp_path: Path) -> Path:
    """A list of three, one of which is withheld, beside its text."""
    sealed = [proofs.seal("organisation", {"name": name}) for name in ("Zenda Mothers", "人权之家", "Hidden Circle")]
    head = {"title": "An open letter", "version": 1, "text": digest(TEXT), "as_of": "2026-11-22"}
    made = proofs.publish(head, sealed, KEY, withheld=[sealed[2].seal])
    (tmp_path / "list.json").write_text(json.dumps(made))
    (tmp_path / "letter.md").write_bytes(TEXT)
    return tmp_path / "list.json"


Run = Callable[..., Any]


def test_a_list_is_verified(run: Run, published: Path) -> None:
    done = run("letter", "verify", published, "--key", KEY.public, "--text", published.parent / "letter.md")
    assert done.code == 0
    assert done.out.startswith("Verified\n  title: An open letter\n  version: 1\n")
    assert "  entries: 3 organisations, 1 withheld\n" in done.out
    assert "  · 人权之家\n" in done.out
    assert done.err == ""


def test_without_a_key_people_are_told_to_compare(run: Run, published: Path) -> None:
    done = run("letter", "verify", published, "--format", "json")
    assert done.code == 0
    assert json.loads(done.out)["fingerprint"] == proofs.fingerprint(KEY.public)
    assert "compare the key" in done.err


def test_what_does_not_verify_is_named(run: Run, published: Path) -> None:
    made = json.loads(published.read_text())
    made["entries"][0]["opened"]["entry"]["name"] = "Strelsau Mothers\x1b[31m"
    published.write_text(json.dumps(made))
    done = run("letter", "verify", published, "--key", "00" * 32)
    assert done.code == 1
    assert "Does not verify" in done.out
    assert "entry 1: what is shown is not what was sealed" in done.err
    assert "another key signed this list" in done.err
    assert "\x1b" not in done.out + done.err
    assert "Strelsau" not in done.out


@pytest.mark.parametrize(("contents", "words"), [(b"", "not a signed list"), (None, "cannot be read")])
def test_what_is_no_list_is_one_sentence(run: Run, tmp_path: Path, contents: bytes | None, words: str) -> None:
    if contents is not None:
        (tmp_path / "list.json").write_bytes(contents)
    done = run("letter", "verify", tmp_path / "list.json")
    assert (done.code, done.out) == (1, "")
    assert words in done.err
