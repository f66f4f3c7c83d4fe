"""The tiers of tests do what CONTRIBUTING says: full tests wait for --full, and there nothing may be skipped."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest_plugins = ["pytester"]

TESTS = """
import pytest
@pytest.mark.full
def test_full(): pass
def test_plain(): pass
"""
SKIPS = """
import pytest
def test_skips(): pytest.skip("there is no LibreOffice")
"""
SKIPS_WHEN_COLLECTED = """
import pytest
pytest.importorskip("no_such_module_at_all")
"""
XFAILS = """
import pytest
@pytest.mark.xfail(reason="a known gap")
def test_gap(): assert 0
"""
EMPTY = ""


@pytest.mark.parametrize(
    ("test", "options", "code", "words"),
    [
        pytest.param(TESTS, [], 0, "1 passed, 1 skipped", id="plain-skips-full"),
        pytest.param(TESTS, [], 0, "python3 start.py test --full", id="and-says-how-to-run-it"),
        pytest.param(TESTS, ["--full"], 0, "2 passed", id="full-runs-both"),
        pytest.param(SKIPS, [], 0, "1 skipped", id="plain-may-skip"),
        pytest.param(
            SKIPS,
            ["--full"],
            1,
            "nothing may be skipped with --full. Skipped: there is no LibreOffice",
            id="full-may-not",
        ),
        pytest.param(
            SKIPS_WHEN_COLLECTED, ["--full"], 2, "nothing may be skipped with --full", id="not-even-a-whole-file"
        ),
        pytest.param(XFAILS, ["--full"], 0, "1 xfailed", id="known-gaps-stay-known"),
        pytest.param(EMPTY, [], 5, "no tests ran", id="nothing-at-all-is-no-success"),
    ],
)
def test_tiers(root: Path, pytester: pytest.Pytester, test: str, options: list[str], code: int, words: str) -> None:
    pytester.makeconftest((root / "tests" / "conftest.py").read_text(encoding="utf-8"))
    pytester.makeini("[pytest]\nmarkers = full: minutes\nstrict_markers = true\n")
    pytester.makepyfile(test)
    run = pytester.runpytest_inprocess("-rs", "-p", "no:hypothesispytest", "-p", "no:xdist", *options)
    assert run.ret == code
    assert words in run.stdout.str()
