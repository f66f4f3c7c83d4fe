"""The tables of a record: narrow, keyed by whole numbers, words apart.

Identifiers are ranks: rows are numbered from 1 in the order of their names (State, cycle, number, part), documents
in the order of their SHA-256. So the rows, identifiers included, are the same for the same documents, and the
record's hash is taken over them as they stand. The texts of a review are one range of identifiers; so are a State's.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from json import JSONEncoder

from item6.terms.answers import OTHER_READINGS, POSITIONS, STAGES

SCHEMA_VERSION = 4
"""Goes up with any change of TABLES, of what a column means, or of the codes below."""

APPLICATION_ID = 0x6974366D
"""Written into the SQLite file, so that `file` and others can tell what it is."""

Value = str | int | None
Row = tuple[Value, ...]

STAGE_CODES = {stage: code for code, stage in enumerate((*STAGES, *OTHER_READINGS))}
POSITION_CODES = {position: code for code, position in enumerate(POSITIONS)}

OURS = "item6"
"""The source of labels and ties of our own."""

ALIKE = "alike"
"""The key of a tie between a text and one of an earlier cycle that is worded alike; its value, in hundredths."""

TABLES: dict[str, str] = {
    "document": "id sha256 file format family symbol draft state cycle session date pages language",
    "review": "id state cycle session symbol document numbers texts state_recommendations",
    "superseded": "review document",
    "passage": "id document symbol locator words",
    "recommendation": "id review number number_as_printed kind printed page passage",
    "text": "id review recommendation part page fingerprint states_as_written passage",
    "words": "text words",
    "text_state": "text printed state",
    "wording": "id as_written normalised",
    "position": "text state stage position wording document page",
    "commitment": "review printed number words passage",
    "speaker": "review printed state passage",
    "stated_total": "review printed measure value passage",
    "answer": "id state cycle number part recommending position as_written normalised explanation stage document"
    " revision date source passage",
    "alias": "review alias document number how",
    "decision": "id document line kind state cycle number part recommending said source why who date",
    "label": "id source kind value",
    "labelled": "state cycle printed number part label passage",
    "export_row": "state cycle printed document row recommending words response action issues",
    "issue": "id key file page number words arguments",
    "annotation": "text label confidence asserted why",
    "link": "target other key value source reason",
}
"""Every table that counts for the hash, in the order in which it counts, with its columns."""

_SINCE = {"alias": 2, "decision": 2, "label": 3, "labelled": 3, "export_row": 3}
"""The version that brought a table in; the others are as old as the schema."""

_BEFORE = {"annotation": (4, "target key value source reason", "target, key, value, source")}
"""Tables that had another form before a version: the version, their columns and their order then."""

DDL = """
CREATE TABLE document (
    id INTEGER PRIMARY KEY, sha256 TEXT NOT NULL UNIQUE, file TEXT NOT NULL, format TEXT NOT NULL, family TEXT NOT NULL,
    symbol TEXT, draft INTEGER NOT NULL, state TEXT, cycle INTEGER, session INTEGER, date TEXT, pages INTEGER,
    language TEXT NOT NULL
);
CREATE TABLE review (
    id INTEGER PRIMARY KEY, state TEXT NOT NULL, cycle INTEGER NOT NULL, session INTEGER, symbol TEXT,
    document INTEGER NOT NULL REFERENCES document, numbers INTEGER NOT NULL, texts INTEGER NOT NULL,
    state_recommendations INTEGER NOT NULL, UNIQUE (state, cycle)
);
CREATE TABLE superseded (
    review INTEGER NOT NULL REFERENCES review, document INTEGER NOT NULL REFERENCES document,
    PRIMARY KEY (review, document)
) WITHOUT ROWID;
CREATE TABLE passage (
    id INTEGER PRIMARY KEY, document INTEGER NOT NULL REFERENCES document, symbol TEXT, locator TEXT NOT NULL,
    words TEXT NOT NULL
);
CREATE TABLE recommendation (
    id INTEGER PRIMARY KEY, review INTEGER NOT NULL REFERENCES review, number TEXT NOT NULL,
    number_as_printed TEXT NOT NULL, kind TEXT NOT NULL, printed INTEGER NOT NULL, page INTEGER,
    passage INTEGER NOT NULL REFERENCES passage
);
CREATE TABLE text (
    id INTEGER PRIMARY KEY, review INTEGER NOT NULL REFERENCES review,
    recommendation INTEGER NOT NULL REFERENCES recommendation, part INTEGER NOT NULL, page INTEGER,
    fingerprint TEXT NOT NULL, states_as_written TEXT NOT NULL, passage INTEGER NOT NULL REFERENCES passage
);
CREATE TABLE words (text INTEGER PRIMARY KEY REFERENCES text, words TEXT NOT NULL);
CREATE TABLE text_state (
    text INTEGER NOT NULL REFERENCES text, printed INTEGER NOT NULL, state TEXT NOT NULL, PRIMARY KEY (text, printed)
) WITHOUT ROWID;
CREATE TABLE wording (id INTEGER PRIMARY KEY, as_written TEXT NOT NULL, normalised TEXT NOT NULL);
CREATE TABLE position (
    text INTEGER NOT NULL REFERENCES text, state TEXT NOT NULL, stage INTEGER NOT NULL, position INTEGER NOT NULL,
    wording INTEGER NOT NULL REFERENCES wording, document INTEGER REFERENCES document, page INTEGER,
    PRIMARY KEY (text, state, stage)
) WITHOUT ROWID;
CREATE TABLE commitment (
    review INTEGER NOT NULL REFERENCES review, printed INTEGER NOT NULL, number TEXT NOT NULL, words TEXT NOT NULL,
    passage INTEGER NOT NULL REFERENCES passage, PRIMARY KEY (review, printed)
) WITHOUT ROWID;
CREATE TABLE speaker (
    review INTEGER NOT NULL REFERENCES review, printed INTEGER NOT NULL, state TEXT NOT NULL,
    passage INTEGER NOT NULL REFERENCES passage, PRIMARY KEY (review, printed)
) WITHOUT ROWID;
CREATE TABLE stated_total (
    review INTEGER NOT NULL REFERENCES review, printed INTEGER NOT NULL, measure TEXT NOT NULL, value INTEGER NOT NULL,
    passage INTEGER NOT NULL REFERENCES passage, PRIMARY KEY (review, printed)
) WITHOUT ROWID;
CREATE TABLE answer (
    id INTEGER PRIMARY KEY, state TEXT NOT NULL, cycle INTEGER NOT NULL, number TEXT, part INTEGER, recommending TEXT,
    position INTEGER NOT NULL, as_written TEXT NOT NULL, normalised TEXT NOT NULL, explanation TEXT NOT NULL,
    stage INTEGER NOT NULL, document INTEGER NOT NULL REFERENCES document, revision INTEGER NOT NULL, date TEXT,
    source TEXT NOT NULL, passage INTEGER NOT NULL REFERENCES passage
);
-- Other names of numbers, such as those of the draft; number NULL where the report does not hold it any more.
CREATE TABLE alias (
    review INTEGER NOT NULL REFERENCES review, alias TEXT NOT NULL, document INTEGER NOT NULL REFERENCES document,
    number TEXT, how TEXT NOT NULL, PRIMARY KEY (review, alias, document)
) WITHOUT ROWID;
CREATE TABLE decision (
    id INTEGER PRIMARY KEY, document INTEGER NOT NULL REFERENCES document, line INTEGER NOT NULL, kind TEXT NOT NULL,
    state TEXT NOT NULL, cycle INTEGER NOT NULL, number TEXT, part INTEGER, recommending TEXT, said TEXT NOT NULL,
    source TEXT NOT NULL, why TEXT NOT NULL, who TEXT NOT NULL, date TEXT NOT NULL
);
-- What others say beside the answer. Numbers are those of the matrix, whether the report lists them or not.
CREATE TABLE label (id INTEGER PRIMARY KEY, source TEXT NOT NULL, kind TEXT NOT NULL, value TEXT NOT NULL);
CREATE TABLE labelled (
    state TEXT NOT NULL, cycle INTEGER NOT NULL, printed INTEGER NOT NULL, number TEXT NOT NULL, part INTEGER,
    label INTEGER NOT NULL REFERENCES label, passage INTEGER NOT NULL REFERENCES passage,
    PRIMARY KEY (state, cycle, printed)
) WITHOUT ROWID;
CREATE TABLE export_row (
    state TEXT NOT NULL, cycle INTEGER NOT NULL, printed INTEGER NOT NULL,
    document INTEGER NOT NULL REFERENCES document, row INTEGER NOT NULL, recommending TEXT, words TEXT NOT NULL,
    response TEXT NOT NULL, action INTEGER, issues TEXT NOT NULL, PRIMARY KEY (state, cycle, printed)
) WITHOUT ROWID;
CREATE TABLE issue (
    id INTEGER PRIMARY KEY, key TEXT NOT NULL, file TEXT NOT NULL, page INTEGER, number TEXT, words TEXT NOT NULL,
    arguments TEXT NOT NULL
);
-- Labels of our own: per mille of confidence, and whether they count or are only suggested.
CREATE TABLE annotation (
    text INTEGER NOT NULL REFERENCES text, label INTEGER NOT NULL REFERENCES label, confidence INTEGER NOT NULL,
    asserted INTEGER NOT NULL, why TEXT NOT NULL, PRIMARY KEY (text, label)
) WITHOUT ROWID;
-- Ties between texts of different reviews, by their names; target is the later one.
CREATE TABLE link (
    target TEXT NOT NULL, other TEXT NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL, source TEXT NOT NULL,
    reason TEXT NOT NULL, PRIMARY KEY (target, other, key, source)
) WITHOUT ROWID;
"""

INDEXES = """
CREATE UNIQUE INDEX recommendation_by_name ON recommendation (review, number);
CREATE UNIQUE INDEX text_by_name ON text (recommendation, part);
CREATE INDEX text_by_review ON text (review, recommendation);
CREATE INDEX text_by_state ON text_state (state, text);
CREATE INDEX answer_by_review ON answer (state, cycle);
CREATE INDEX link_by_other ON link (other, key, target);
"""

FULL_TEXT = """
CREATE VIRTUAL TABLE found USING fts5(
    words, content = 'words', content_rowid = 'text', tokenize = 'unicode61 remove_diacritics 2'
);
"""

_ORDER = {
    "superseded": "review, document",
    "words": "text",
    "text_state": "text, printed",
    "position": "text, state, stage",
    "commitment": "review, printed",
    "speaker": "review, printed",
    "stated_total": "review, printed",
    "alias": "review, alias, document",
    "labelled": "state, cycle, printed",
    "export_row": "state, cycle, printed",
    "annotation": "text, label",
    "link": "target, other, key, source",
}


def columns(table: str, version: int = SCHEMA_VERSION) -> tuple[str, ...]:
    """Names of the table's columns in a record of this version of the schema."""
    until, before, _ = _BEFORE.get(table, (0, "", ""))
    return tuple((before if version < until else TABLES[table]).split())


def tables_of(version: int) -> tuple[str, ...]:
    """Names of the tables that a record of this version of the schema has."""
    return tuple(table for table in TABLES if _SINCE.get(table, 1) <= version)


def select_all(table: str, version: int = SCHEMA_VERSION) -> str:
    """The query that gives a table's rows in the order in which they count for the hash."""
    until, _, before = _BEFORE.get(table, (0, "", ""))
    order = before if version < until else _ORDER.get(table, "id")
    return f"SELECT {', '.join(columns(table, version))} FROM {table} ORDER BY {order}"


def content_hash(rows_of: Callable[[str], Iterable[Row]], version: int = SCHEMA_VERSION) -> str:
    """SHA-256, hexadecimal, over all rows as lines of JSON, table by table, each table headed by its columns.

    version: of the schema that the rows are stored in.
    """
    digest = hashlib.sha256()
    encode = JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
    digest.update(encode(["item6 record", version]).encode() + b"\n")
    for table in tables_of(version):
        digest.update(encode([table, *columns(table, version)]).encode() + b"\n")
        for row in rows_of(table):
            digest.update(encode(row).encode() + b"\n")
    return digest.hexdigest()
