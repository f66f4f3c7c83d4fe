"""The JSON Schemas are valid, describe what item6 really writes, and refuse what it must not write."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

from item6 import cli
from item6.checks.claims import KINDS, VERDICTS
from item6.decisions import notes
from item6.decisions import read as read_decisions
from item6.pipeline import read_file
from item6.record.manifest import issue_line
from item6.record.reader import open_record
from item6.terms.answers import POSITION_OF, POSITIONS, STAGES, Answer, Target
from item6.terms.as_json import as_json
from item6.terms.figures import UNITS, Figure, Sentence
from item6.terms.issue_catalogue import CATALOGUE
from item6.terms.issues import SEVERITIES, Issue, Place, issue
from item6.terms.names import ReviewName, is_number, parse_recommendation_name
from item6.terms.passages import (
    DocxCell,
    DocxParagraph,
    JsonPlace,
    Passage,
    PdfPlace,
    SheetCell,
    Span,
    locator_from_json,
)
from item6.terms.recommendations import Recommendation, Text
from item6.terms.symbols import parse_symbol

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "schemas"
SCHEMAS = {path.name.removesuffix(".schema.json"): json.loads(path.read_bytes()) for path in FOLDER.glob("*.json")}
REGISTRY: Registry[Any] = Registry().with_resources(
    (schema["$id"], Resource.from_contents(schema)) for schema in SCHEMAS.values()
)

SPECIMEN = FOLDER.parents[1] / "specimen" / "documents"

FILE = "ab" * 32
PLACE = Passage("A/HRC/99/1", FILE, PdfPlace((Span(3, 10, 42), Span(4, 0, 7)), "pdfium 1"), "1.2 Plant trees (Utopia).")
NAME = ReviewName("XRU", 3)
TEXT = Text(1, "Plant trees;", ("UTO", "ELD"), ("(Utopia, Eldorado)",), PLACE)
ANSWER = Answer(
    NAME,
    Target("1.2", 1, "UTO"),
    "supported/noted",
    "accepts in part",
    "accepted_in_part",
    "The budget is small.",
    "addendum",
    FILE,
    0,
    "2031-02-03",
    PLACE,
)
FIGURE = Figure(
    "not_supported",
    1,
    "numbers",
    "state:XRU cycle:3",
    "addendum",
    None,
    FILE,
    2,
    6,
    ("XRU-3#1.2", "XRU-3#1.4"),
    Sentence("not_supported.share", (("value", 2), ("of", "6"))),
)
ISSUE = issue("count.answer_without_text", Place("report.pdf", 3, "1.3", "1.4 Plant"), {"number": "1.3"})


def complaints(schema: str, value: object) -> list[str]:
    """What the schema says against a value that went through JSON text."""
    through = json.loads(json.dumps(value))
    return [error.message for error in Draft202012Validator(SCHEMAS[schema], registry=REGISTRY).iter_errors(through)]


@pytest.mark.parametrize("name", sorted(SCHEMAS))
def test_schema_is_valid(name: str) -> None:
    Draft202012Validator.check_schema(SCHEMAS[name])
    assert SCHEMAS[name]["$id"] == f"{name}.schema.json"
    assert SCHEMAS[name]["description"].endswith(".")


LOCATORS = [
    PLACE.locator,
    DocxParagraph(4, 6, 2, 10),
    DocxParagraph(4, 6),
    DocxCell(1, 2, 3),
    SheetCell(9, 1),
    JsonPlace("/rows/7/a~1b"),
]

NOUNS = [
    pytest.param("recommendation", Recommendation("1.2", "2.", "listed", (TEXT,), PLACE), id="recommendation"),
    pytest.param(
        "recommendation",
        Recommendation("67(b)(i)", "(b)", "dialogue", (replace(TEXT, states=(), states_as_written=()),), PLACE),
        id="collective",
    ),
    pytest.param("answer", ANSWER, id="answer"),
    pytest.param("answer", replace(ANSWER, target=Target(), date=None, stage="uhri", source="reading"), id="reading"),
    pytest.param("figure", FIGURE, id="share"),
    pytest.param("figure", replace(FIGURE, denominator=None, as_of="2031-06-01"), id="count"),
    pytest.param("figure", replace(FIGURE, denominator=0), id="share-of-nothing"),
    pytest.param("issue", ISSUE, id="issue"),
    pytest.param("issue", issue("file.empty", Place("empty.pdf")), id="issue-of-a-file"),
    *(pytest.param("passage", replace(PLACE, locator=place), id=type(place).__name__) for place in LOCATORS),
    pytest.param("passage", replace(PLACE, symbol=None), id="without-symbol"),
    pytest.param("names", NAME, id="review"),
]


@pytest.mark.parametrize(("schema", "noun"), NOUNS)
def test_nouns_fit_their_schema(schema: str, noun: object) -> None:
    assert complaints(schema, as_json(noun)) == []


@pytest.mark.parametrize("locator", LOCATORS)
def test_locators_come_back(locator: Any) -> None:
    assert locator_from_json(json.loads(json.dumps(as_json(locator)))) == locator


def test_figure_says_its_value() -> None:
    assert as_json(FIGURE)["value"] == "1/3"
    assert as_json(replace(FIGURE, denominator=None))["value"] == 2


def test_no_noun_is_no_json() -> None:
    with pytest.raises(TypeError):
        as_json(object())


def example(key: str) -> Issue:
    """An Issue with every argument that its sentences have a place for."""
    kind = CATALOGUE[key]
    names = {part.split("}")[0] for sentence in (kind.message, kind.hint) for part in sentence.split("{")[1:]}
    return issue(key, Place("report.pdf"), dict.fromkeys(names, "x"))


@pytest.mark.parametrize("key", sorted(CATALOGUE))
def test_every_issue_fits(key: str) -> None:
    assert complaints("issue", as_json(example(key))) == []


def test_the_record_writes_issues_in_the_same_form() -> None:
    assert json.loads(issue_line(ISSUE)) == as_json(ISSUE)


ROW: dict[str, Any] = {
    "document": "report.pdf",
    "symbol": "A/HRC/99/1",
    "state": "XRU",
    "cycle": 3,
    "number": "1.2",
    "number_as_printed": "2.",
    "part": 1,
    "text": "Plant trees",
    "recommending_states": ["UTO"],
    "position": "pending",
    "as_written": "",
    "stage": None,
    "page": 3,
    "position_document": None,
    "position_page": None,
}
MANIFEST: dict[str, Any] = {
    "format": "item6 record",
    "schema_version": 1,
    "hash": FILE,
    "counts": dict.fromkeys(SCHEMAS["manifest"]["properties"]["counts"]["properties"], 0),
    "documents": [{"sha256": FILE, "file": "report.pdf", "family": "wg_report", "symbol": None}],
    "built": {
        "at": "2031-02-03T04:05:06+00:00",
        "item6": "0.1.0",
        "python": "3.11.7",
        "sqlite": "3.40.1",
        "files": {"record.sqlite": FILE, "issues.jsonl": FILE},
    },
}
SOUND: dict[str, dict[str, Any]] = {
    "read-row": ROW,
    "manifest": MANIFEST,
    "answer": as_json(ANSWER),
    "recommendation": as_json(Recommendation("1.2", "2.", "listed", (TEXT,), PLACE)),
    "figure": as_json(FIGURE),
    "issue": as_json(ISSUE),
    "passage": as_json(PLACE),
    "note": {
        "name": "XRU-3#1.2/1",
        "fingerprint": "0123456789ab",
        "field": "evidence",
        "words": "=two\nlines",
        "who": "Ana",
        "when": "2031-05-06",
        "document": FILE,
    },
}


@pytest.mark.parametrize("schema", sorted(SOUND))
def test_examples_are_sound_as_they_stand(schema: str) -> None:
    assert complaints(schema, SOUND[schema]) == []


@pytest.mark.parametrize(("schema", "key"), [(schema, key) for schema, value in SOUND.items() for key in value])
def test_a_missing_key_is_refused(schema: str, key: str) -> None:
    assert complaints(schema, {name: value for name, value in SOUND[schema].items() if name != key}) != []


@pytest.mark.parametrize("schema", sorted(SOUND))
def test_a_further_key_is_refused(schema: str) -> None:
    assert complaints(schema, SOUND[schema] | {"more": 1}) != []


@pytest.mark.parametrize(
    ("schema", "change"),
    [
        ("read-row", {"state": "Ruritania"}),
        ("read-row", {"cycle": "3"}),
        ("read-row", {"number": "1.2."}),
        ("read-row", {"number": 1.2}),
        ("read-row", {"part": 0}),
        ("read-row", {"page": 0}),
        ("read-row", {"text": ""}),
        ("read-row", {"position": "accepted"}),
        ("read-row", {"stage": "matrix"}),
        ("read-row", {"recommending_states": None}),
        ("read-row", {"recommending_states": ["UTO", "UTO"]}),
        ("read-row", {"recommending_states": ["Utopia"]}),
        ("manifest", {"hash": "latest"}),
        ("manifest", {"schema_version": 0}),
        ("manifest", {"counts": {}}),
        ("manifest", {"documents": [{"file": "report.pdf"}]}),
        ("answer", {"position": "accepted"}),
        ("answer", {"normalised": "agreed"}),
        ("answer", {"stage": "final"}),
        ("answer", {"review": "XRU 3"}),
        ("answer", {"target": {"number": "1.2"}}),
        ("answer", {"date": "3 February 2031"}),
        ("recommendation", {"texts": []}),
        ("recommendation", {"kind": "pledge"}),
        ("figure", {"unit": "rows"}),
        ("figure", {"value": 0.33}),
        ("figure", {"value": "1/0"}),
        ("issue", {"severity": "fatal"}),
        ("issue", {"code": "1"}),
        ("passage", {"document": "report.pdf"}),
        ("passage", {"symbol": "A/HRC/99/1*"}),
        ("passage", {"symbol": ""}),
        ("passage", {"locator": {}}),
        ("passage", {"locator": {"pdf": {"extractor": "pdfium 1", "spans": []}}}),
        ("passage", {"locator": {"pdf": {"extractor": "pdfium 1", "spans": [[0, 1, 2]]}}}),
        ("passage", {"locator": {"pdf": {"extractor": "pdfium 1", "spans": [[1, 1]]}}}),
        ("passage", {"locator": {"docx": {"paragraph": 1, "row": 2}}}),
        ("passage", {"locator": {"sheet": {"row": 1, "column": 1}, "json": {"pointer": ""}}}),
        ("passage", {"locator": {"json": {"pointer": "rows/7"}}}),
        ("note", {"name": "XRU-3#1.2"}),
        ("note", {"field": "opinion"}),
        ("note", {"fingerprint": ""}),
        ("note", {"when": "6 May"}),
    ],
)
def test_broken_values_are_refused(schema: str, change: dict[str, Any]) -> None:
    assert complaints(schema, SOUND[schema] | change) != []


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with a record of the specimen."""
    folder = tmp_path_factory.mktemp("home")
    assert (
        cli.main(["--home", str(folder), "build", str(SPECIMEN), "--workers", "1", "-o", str(folder / "said.json")])
        == 0
    )
    return folder


def test_notes_are_written_in_their_form_and_read_back(tmp_path: Path) -> None:
    values = SOUND["note"]
    name = parse_recommendation_name(values["name"])
    assert name
    path = notes.append(tmp_path, [notes.Note(name, *[values[key] for key in list(values)[1:]])])
    line = path.read_bytes()
    assert json.loads(line) == values
    assert complaints("note", json.loads(line)) == []
    assert [note.words for note in notes.read(line)[0]] == [values["words"]]
    assert SCHEMAS["note"]["properties"]["field"]["enum"] == list(notes.FIELDS)


def test_rows_of_read_fit(tmp_path: Path) -> None:
    out = tmp_path / "rows.jsonl"
    assert cli.main(["read", str(SPECIMEN), "--workers", "1", "--format", "jsonl", "-o", str(out)]) == 0
    rows = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert {row["position"] for row in rows} >= {"supported", "noted", "pending"}
    assert [said for row in rows for said in complaints("read-row", row)] == []


def test_rows_of_annotate_fit(tmp_path: Path) -> None:
    texts, out = tmp_path / "texts.jsonl", tmp_path / "labelled.jsonl"
    assert cli.main(["read", str(SPECIMEN), "--workers", "1", "-o", str(texts)]) == 0
    assert cli.main(["annotate", str(texts), "--all", "-o", str(out)]) == 0
    rows = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert len(rows) > 100
    assert [said for row in rows for said in complaints("annotate-row", row)] == []
    assert complaints("annotate-row", rows[0] | {"action": 6}) != []
    assert complaints("annotate-row", rows[0] | {"suggested": ["Justice"]}) != []


def test_rows_of_check_fit(tmp_path: Path, home: Path) -> None:
    statement, out = tmp_path / "statement.txt", tmp_path / "checked.jsonl"
    statement.write_text(
        "At its second review in January 2015 Ruritania received 56 recommendations, supported 41 of the 56 and noted "
        "11 (19.6 %). None of the accepted ones address torture. 321 groups from 60 countries signed this text.",
        encoding="utf-8",
    )
    cli.main(["--home", str(home), "check", str(statement), "-o", str(out)])
    rows = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert {row["kind"] for row in rows} >= {"count", "share", "date", "signatories"}
    assert [said for row in rows for said in complaints("check-row", row)] == []
    assert SCHEMAS["check-row"]["properties"]["verdict"]["enum"] == list(VERDICTS)
    assert SCHEMAS["check-row"]["properties"]["kind"]["enum"] == list(KINDS)
    for change in (
        {"verdict": "false"},
        {"start": -1},
        {"review": "XRU"},
        {"rows": None},
        {"more": 1},
        {"date": "May"},
    ):
        assert complaints("check-row", rows[0] | change) != []


@pytest.mark.full
def test_rows_of_real_reports_fit(tmp_path: Path, corpus: Path) -> None:
    """Every fourth report: one function makes the rows of all of them."""
    out = tmp_path / "rows.jsonl"
    reports = sorted((corpus / "reports").glob("*.pdf"))[::4]
    cli.main(["read", *map(str, reports), "--format", "jsonl", "-o", str(out)])
    rows = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert len({row["document"] for row in rows}) == len(reports) > 50
    assert [said for row in rows for said in complaints("read-row", row)][:5] == []


def test_files_of_a_record_fit(home: Path) -> None:
    record = home / "records" / (home / "records" / "current").read_text().strip()
    assert complaints("manifest", json.loads((record / "manifest.json").read_bytes())) == []
    issues = (record / "issues.jsonl").read_text(encoding="utf-8").splitlines()
    assert issues != []
    assert [said for line in issues for said in complaints("issue", json.loads(line))] == []


def test_passages_of_a_record_fit(home: Path) -> None:
    with open_record(home) as record:
        names = [row.name for review in record.reviews() for row in record.recommendations(review.name)]
        passages = [record.passage(name) for name in names]
        assert len(names) > 20
        assert [said for name in names for said in complaints("names", as_json(name))] == []
        assert [said for passage in passages for said in complaints("passage", as_json(passage))] == []


def test_nouns_of_a_reading_fit() -> None:
    """Everything that a reader takes out of a document, before it is stored."""
    readings = [read_file(path) for path in sorted(SPECIMEN.iterdir())]
    assert len(readings) == 7
    for schema, part in (("recommendation", "recommendations"), ("answer", "answers"), ("issue", "issues")):
        nouns = [noun for reading in readings for noun in getattr(reading, part)]
        assert nouns != []
        assert [said for noun in nouns for said in complaints(schema, as_json(noun))] == []


@pytest.mark.parametrize(
    ("name", "fits"),
    [
        ("CHN-3", True),
        ("CHN-3#28.212", True),
        ("CHN-3#28.212/1", True),
        ("CHN-1#67(b)(i)", True),
        ("CHN-1#27(b)/2", True),
        ("chn-3", False),
        ("CHN-0", False),
        ("CHN-3#", False),
        ("CHN-3#28.212.", False),
        ("CHN-3#28.212/0", False),
        ("China 2018", False),
    ],
)
def test_names(name: str, fits: bool) -> None:
    assert (complaints("names", name) == []) == fits


@pytest.mark.parametrize(
    "printed",
    [
        "A/HRC/99/1",
        "A/HRC/ 99/1*",
        "A/HRC/99/1/Add.1/Corr.2",
        "A/HRC/99/L.4",
        "A/HRC/WG.6/99/L.4/Rev.1",
        "A/HRC/WG.6/99/XRU/2",
        "A/HRC/DEC/99/101",
    ],
)
def test_symbols_fit_once_they_are_understood(printed: str) -> None:
    assert complaints("passage", as_json(replace(PLACE, symbol=str(parse_symbol(printed))))) == []


def enumerated(schema: str, *path: str) -> set[object]:
    found: Any = SCHEMAS[schema]
    for key in path:
        found = found[key]
    return set(found["enum"])


@pytest.mark.parametrize(
    ("listed", "known"),
    [
        (enumerated("answer", "$defs", "position"), set(POSITIONS)),
        (enumerated("answer", "$defs", "stage"), set(STAGES)),
        (enumerated("answer", "properties", "normalised"), set(POSITION_OF)),
        (enumerated("figure", "properties", "unit"), set(UNITS)),
        (enumerated("issue", "properties", "severity"), set(SEVERITIES)),
    ],
)
def test_words_of_the_schemas_are_those_of_the_terms(listed: set[object], known: set[object]) -> None:
    assert listed == known


@pytest.mark.parametrize("number", ["28.212", "114.1", "45", "27(b)", "67(b)(i)", "28.212.", "1.2.3.4", "a", "27(B)"])
def test_numbers_are_what_the_terms_take_for_numbers(number: str) -> None:
    validator: Callable[[object], bool] = Draft202012Validator(SCHEMAS["names"]["$defs"]["number"]).is_valid
    assert validator(number) == is_number(number)


DECIDED = {
    "review": "XRU-2",
    "source": "webcast, 0:41",
    "why": "said at the adoption",
    "who": "A",
    "when": "2015-07-01",
}
DECISIONS = [
    DECIDED | {"kind": "answer", "number": "117.1", "position": "supported", "oral": True, "stage": "adoption"},
    DECIDED | {"kind": "answer", "number": "117.1", "part": 1, "state": "CHL", "position": "accepted_in_part"},
    DECIDED | {"kind": "correct", "number": "115.2", "states": ["CHL", "PER"]},
    DECIDED | {"kind": "correct", "number": "115.2", "new_number": "115.3", "fingerprint": "0123456789ab"},
    DECIDED | {"kind": "totals", "received": 428, "accepted": 290, "in_part": 8, "noted": 32, "rejected": 98},
]
BROKEN_DECISIONS = [
    DECIDED,
    DECIDED | {"kind": "guess", "number": "117.1"},
    DECIDED | {"kind": "answer", "number": "117.1"},
    DECIDED | {"kind": "correct", "number": "117.1"},
    DECIDED | {"kind": "totals", "accepted": 290},
    DECIDED | {"kind": "totals", "received": 428, "oral": True},
    {name: value for name, value in DECISIONS[0].items() if name != "why"},
]


@pytest.mark.parametrize("line", DECISIONS)
def test_decisions_that_item6_reads_fit(line: dict[str, Any]) -> None:
    assert complaints("decision", line) == []
    assert read_decisions(json.dumps(line).encode(), "decisions.jsonl").issues == ()


@pytest.mark.parametrize("line", BROKEN_DECISIONS)
def test_decisions_that_item6_refuses_do_not_fit(line: dict[str, Any]) -> None:
    assert complaints("decision", line) != []
    assert len(read_decisions(json.dumps(line).encode(), "decisions.jsonl").issues) == 1
