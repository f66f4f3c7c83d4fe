"""schemathesis asks all that the description allows, and much that it does not, as a reader of one coalition.

No error of the server, every answer as it is described, and nothing of another coalition, in whose workspace and rows
a mark is planted.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from api_for_tests import key_of, program
from django.core.wsgi import get_wsgi_application
from django.test import override_settings
from hypothesis import HealthCheck, Phase, given, settings
from people_for_tests import member
from schemathesis import GenerationMode
from schemathesis.specs.openapi.checks import ignored_auth, positive_data_acceptance, unsupported_method

from item6 import pipeline
from item6.web.api.openapi import description
from item6.web.api.routes import BY_NAME
from item6.web.people.coalitions import workspace_of
from item6.web.people.models import Coalition, Person

pytestmark = pytest.mark.parametrize("database", ["sqlite"], indirect=True)
"""What is asked and answered is of the record's files; keys, which are rows, are tried on both in test_keys."""
MARK = "xyzzyplugh"

OURS = pytest.mark.parametrize("name", BY_NAME)


@pytest.fixture(scope="session")
def private_home(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The workspace of another coalition, with a record of its own; only to be copied."""
    home = tmp_path_factory.mktemp("private")
    decided = {
        "kind": "totals", "review": "XRU-7", "received": 7, "source": MARK, "why": MARK, "who": MARK,
        "when": "2031-03-01",
    }  # fmt: skip
    (home / "decisions").mkdir()
    (home / "decisions" / "decisions.jsonl").write_text(json.dumps(decided) + "\n", encoding="utf-8")
    pipeline.build(home, [root / "specimen" / "documents" / "ruritania-2010-report.pdf"])
    (home / "groups.toml").write_text(f'{MARK} = ["Switzerland"]\n', encoding="utf-8")
    return home


@pytest.fixture
def private(other: Coalition, private_home: Path) -> Iterator[str]:
    """What another coalition has: a record of its own, groups of States, people and keys, each with a mark.

    Gives the hash of its record.
    """
    home = workspace_of(other.slug)
    shutil.copytree(private_home, home, dirs_exist_ok=True)
    Coalition.objects.filter(pk=other.pk).update(name=f"Circle {MARK}")
    spy = member(other, "owner", name=MARK, email=f"{MARK}@example.org")
    key_of(spy, other, name=MARK)
    with override_settings(API_PER_MINUTE=10**9, ALLOWED_HOSTS=["127.0.0.1", "localhost"]):
        assert MARK in program(key_of(spy, other, name="own").secret)("reviews/XRU-7").content.decode()  # it is there
        yield (home / "records" / "current").read_text().strip()


def asked(name: str, secret: str, mode: GenerationMode, times: int) -> int:
    """Asks one address so many times. Gives how many answers were looked at."""
    described = {name: part for name, part in description(True).items() if name != "security"}
    schema = schemathesis.openapi.from_dict(described)  # the key is always sent, so leaving it out would not be tried
    schema.app = get_wsgi_application()
    schema.config.update(base_url="http://127.0.0.1/api/v1")
    operation = schema[BY_NAME[name].path]["GET"]
    left_out = [ignored_auth, unsupported_method] + (
        [positive_data_acceptance] if BY_NAME[name].query else []
    )  # filters are a language
    seen = 0

    @given(case=operation.as_strategy(generation_mode=mode))
    @settings(
        max_examples=times, deadline=None, database=None, derandomize=True, phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    def each(case: Any) -> None:
        nonlocal seen
        answer = case.call(headers={"Authorization": f"Bearer {secret}", "Accept-Encoding": "identity"})
        case.validate_response(answer, excluded_checks=left_out)
        assert answer.status_code < 500
        assert MARK not in answer.text.replace(case.formatted_path, "")
        seen += 1

    each()
    return seen


@OURS
def test_what_can_be_asked(coalition: Coalition, reader: Person, private: str, name: str) -> None:
    assert asked(name, key_of(reader, coalition).secret, GenerationMode.POSITIVE, 12)


@OURS
@pytest.mark.full
def test_much_that_can_be_asked(coalition: Coalition, reader: Person, private: str, name: str) -> None:
    assert asked(name, key_of(reader, coalition).secret, GenerationMode.POSITIVE, 80)


@OURS
@pytest.mark.full
def test_much_that_cannot(coalition: Coalition, reader: Person, private: str, name: str) -> None:
    if BY_NAME[name].query or BY_NAME[name].parts:
        assert asked(name, key_of(reader, coalition).secret, GenerationMode.NEGATIVE, 80)
