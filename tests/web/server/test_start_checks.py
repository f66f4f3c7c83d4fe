"""What is checked before a server starts: Django's own list for deployment, and what its owner chose."""

from __future__ import annotations

import stat
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from item6.web.server.config import FILE, SECRET, ConfigError, read_config

CHECK = (
    "from django.core.management import execute_from_command_line\n"
    "execute_from_command_line(['item6', 'check', '--deploy', '--fail-level', 'WARNING'])"
)
SHOWN = (
    "import django; django.setup()\n"
    "from django.conf import settings as s\n"
    "print(s.SESSION_COOKIE_SECURE, s.CSRF_COOKIE_SECURE, s.SECURE_HSTS_SECONDS, s.DEBUG, *s.SILENCED_SYSTEM_CHECKS)"
)


@pytest.fixture
def chosen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A server's workspace in which an address is chosen."""
    monkeypatch.setenv("ITEM6_HOME", str(tmp_path))
    (tmp_path / FILE).write_text('address = "https://item6.example.org"\n', encoding="utf-8")
    return tmp_path


def run(root: Path, home: Path, code: str) -> subprocess.CompletedProcess[str]:
    known = {"PYTHONPATH": str(root / "src"), "PATH": "", "ITEM6_HOME": str(home)}
    return subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False,
        env=known | {"DJANGO_SETTINGS_MODULE": "item6.web.server.settings"},
    )  # fmt: skip


def test_djangos_check_for_deployment_finds_nothing(root: Path, chosen: Path) -> None:
    made = run(root, chosen, CHECK)
    assert made.returncode == 0, made.stderr


def test_under_https_cookies_go_over_it_alone_and_few_checks_are_silenced(root: Path, chosen: Path) -> None:
    assert run(root, chosen, SHOWN).stdout.split() == [
        "True",
        "True",
        "31536000",
        "False",
        "security.W001",
        "security.W002",
    ]


def test_on_one_machine_plain_http_is_silenced_and_nothing_else(root: Path, tmp_path: Path) -> None:
    said = run(root, tmp_path, SHOWN).stdout.split()
    assert said == ["False", "False", "0", "False", *(f"security.{code}" for code in ("W001", "W002", "W011", "W016"))]
    assert run(root, tmp_path, CHECK).returncode == 0


def test_each_silenced_check_has_its_reason(root: Path) -> None:
    for path in ("settings.py", "server/settings.py"):
        for line in (root / "src" / "item6" / "web" / path).read_text(encoding="utf-8").splitlines():
            if '"security.W' in line:
                assert len(line.partition("# ")[2]) > 20, line


@pytest.mark.parametrize(
    "address",
    ["http://item6.example.org", "item6.example.org", "ftp://item6.example.org", "https://", "https://a.example/item6",
     "http://127.0.0.1.example.org", "https://a.example?x=1", ""],
)  # fmt: skip
def test_an_address_over_which_passwords_could_be_read_is_refused(chosen: Path, address: str) -> None:
    (chosen / FILE).write_text(f'address = "{address}"\n', encoding="utf-8")
    with pytest.raises(ConfigError, match="address"):
        read_config(chosen)


@pytest.mark.parametrize(
    "address", ["https://item6.example.org", "https://item6.example.org/", "http://127.0.0.1:8600", "http://localhost"]
)
def test_addresses_that_are_taken(chosen: Path, address: str) -> None:
    (chosen / FILE).write_text(f'address = "{address}"\n', encoding="utf-8")
    assert read_config(chosen).address == address.rstrip("/")


@pytest.mark.parametrize(("days", "taken"), [(29, False), (30, True), (731, True), (3651, False)])
def test_how_long_the_log_is_kept_has_bounds(chosen: Path, days: int, taken: bool) -> None:
    (chosen / FILE).write_text(f"keep_log = {days}\n", encoding="utf-8")
    if taken:
        assert read_config(chosen).keep_log == days
        return
    with pytest.raises(ConfigError, match="from 30 to 3650"):
        read_config(chosen)


def test_the_secret_is_long_its_owners_alone_and_made_once(chosen: Path) -> None:
    with ThreadPoolExecutor(8) as at_once:
        found = set(at_once.map(lambda _: read_config(chosen).secret, range(16)))
    assert len(found) == 1 and len(found.pop()) >= 80
    assert stat.S_IMODE((chosen / SECRET).stat().st_mode) == 0o600
    assert sorted(path.name for path in chosen.iterdir()) == sorted([FILE, SECRET])


@pytest.mark.parametrize("secret", ["", "secret", "x" * 49])
def test_a_secret_that_can_be_guessed_is_refused(chosen: Path, secret: str) -> None:
    (chosen / SECRET).write_text(secret, encoding="ascii")
    with pytest.raises(ConfigError, match="too short"):
        read_config(chosen)
