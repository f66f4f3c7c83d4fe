"""What the owner of a server can choose, and what is said where it cannot be."""

from __future__ import annotations

from pathlib import Path

import pytest

from item6.web.server.config import Config, ConfigError, databases, read_config


def written(folder: Path, words: str) -> Config:
    (folder / "server.toml").write_text(words, encoding="utf-8")
    return read_config(folder)


def test_all_that_can_be_chosen(tmp_path: Path) -> None:
    found = written(
        tmp_path,
        'address = "https://item6.example.org"\ndatabase = "postgresql://a@/b"\nmail = "smtp://127.0.0.1"\n'
        'sender = "item6@example.org"\nproxies = 1\nkeep_mails = 30\n',
    )
    assert (found.secure, found.hosts, found.proxies, found.keep_mails) == (True, ("item6.example.org",), 1, 30)


def test_nothing_need_be_chosen(tmp_path: Path) -> None:
    found = read_config(tmp_path)
    assert (found.address, found.secure, found.proxies, found.keep_mails) == ("http://127.0.0.1:8600", False, 0, 7)
    assert databases(found, tmp_path)["default"]["NAME"] == str(tmp_path / "item6.sqlite")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("adress = 1", "nobody knows `adress`"),
        ("address = 1", "`address` must be text"),
        ('proxies = "1"', "`proxies` must be a whole number from 0 to 9"),
        ("proxies = true", "`proxies` must be a whole number"),
        ("proxies = -1", "`proxies` must be a whole number"),
        ("keep_mails = 1.5", "`keep_mails` must be a whole number from 0 to 3650"),
        ("= 1", "line 1"),
    ],
)
def test_what_cannot_be_is_named(tmp_path: Path, words: str, said: str) -> None:
    with pytest.raises(ConfigError, match=said):
        written(tmp_path, words)
