"""The two tiers of tests: plain ones run everywhere in minutes, full ones (`--full`) may miss nothing."""

from __future__ import annotations

from collections.abc import Generator
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("item6", deadline=None)  # machines are noisy: no test fails for being slow
settings.load_profile("item6")

ROOT = Path(__file__).resolve().parents[1]
HOW = "runs with: python3 start.py test --full"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--full", action="store_true", help="also run the full tests; whatever one of them misses is a failure"
    )


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if not config.getoption("--full"):
        for test in items:
            if test.get_closest_marker("full"):
                test.add_marker(pytest.mark.skip(reason=HOW))


def as_failure(report: pytest.TestReport | pytest.CollectReport) -> None:
    """In the full tier a skip would hide what is missing."""
    if report.skipped and not hasattr(report, "wasxfail"):
        why = report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longrepr
        report.outcome = "failed"
        report.longrepr = f"{report.nodeid}: nothing may be skipped with --full. {why}"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    if item.config.getoption("--full"):
        as_failure(report)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(
    collector: pytest.Collector,
) -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    report = yield
    if collector.config.getoption("--full"):
        as_failure(report)
    return report


@pytest.fixture(scope="session")
def root() -> Path:
    """The repository's folder."""
    return ROOT


@pytest.fixture(scope="session")
def corpus(pytestconfig: pytest.Config) -> Path:
    """The folder of real documents with checked answers, beside the repository; only for full tests."""
    folder = ROOT.parent / "shared" / "corpus"
    if not pytestconfig.getoption("--full"):
        pytest.skip(HOW)
    if not folder.is_dir():
        pytest.fail(f"the full tests need the corpus in {folder}")
    return folder
