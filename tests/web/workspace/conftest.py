"""Django for the tests of what changes a workspace: browsers that were let in, each on a workspace of its own."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django_for_tests import LAPTOP, set_up
from specimen_files import SPECIMEN

set_up()

from django.core import signing  # noqa: E402  # after Django is set up
from django.test import Client, override_settings  # noqa: E402  # after Django is set up

from item6 import pipeline  # noqa: E402  # after Django is set up
from item6.web.gate import keys  # noqa: E402  # after Django is set up


def entered(**options: object) -> Client:
    """A browser that has been let in."""
    client = Client(SERVER_NAME="127.0.0.1", **options)
    client.cookies[keys.COOKIE] = signing.dumps("in", salt=keys._SALT)
    return client


@pytest.fixture(scope="session")
def built_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with Ruritania's two reviews; not to be changed."""
    home = tmp_path_factory.mktemp("built")
    pipeline.build(home, [SPECIMEN / "documents"])
    return home


@pytest.fixture
def home(tmp_path: Path, built_home: Path) -> Path:
    """A workspace with Ruritania's two reviews, to be changed."""
    return Path(shutil.copytree(built_home, tmp_path / "home"))


@pytest.fixture
def new_home(tmp_path: Path) -> Path:
    """A workspace in which nothing is yet."""
    return tmp_path / "new"


@pytest.fixture
def browse() -> Iterator[Callable[..., Client]]:
    """Opens a workspace in a browser that has been let in; options as of Django's test client."""
    settings = []

    def browse(home: Path, **options: object) -> Client:
        settings.append(override_settings(ITEM6_HOME=home, **LAPTOP))
        settings[-1].enable()
        return entered(**options)

    yield browse
    for each in reversed(settings):
        each.disable()
