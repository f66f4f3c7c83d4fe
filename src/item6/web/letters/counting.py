"""The count of a letter, which the database itself keeps: it changes in the statement that changes a signature.

So whatever changes a signature changes the count, and others who confirm at the same moment wait for the letter's row
only while that one statement is written to the disk, never for a program between two statements.
"""

from __future__ import annotations

from typing import Any

from django.db import connections

from item6.letters.signatories import PERSON
from item6.web.letters.states import COUNTED

_COUNT = f"""
UPDATE letters_letter SET
  persons = persons + CASE WHEN NEW.kind = '{PERSON}' THEN step ELSE 0 END,
  organisations = organisations + CASE WHEN NEW.kind = '{PERSON}' THEN 0 ELSE step END,
  removed = removed + CASE WHEN step < 0 THEN 1 ELSE 0 END
WHERE id = NEW.letter_id;
"""
_WHEN = f"(OLD.state = '{COUNTED}') <> (NEW.state = '{COUNTED}')"
_STEP = f"(CASE WHEN NEW.state = '{COUNTED}' THEN 1 ELSE -1 END)"
_STATEMENTS = {
    "sqlite": (
        "DROP TRIGGER IF EXISTS letters_counted",
        "CREATE TRIGGER letters_counted AFTER UPDATE OF state ON letters_signature"
        f" WHEN {_WHEN} BEGIN {_COUNT.replace('step', _STEP)} END",
    ),
    "postgresql": (
        "CREATE OR REPLACE FUNCTION letters_counted() RETURNS trigger LANGUAGE plpgsql AS $$"
        f" DECLARE step integer := {_STEP}; BEGIN {_COUNT} RETURN NULL; END $$",
        "CREATE OR REPLACE TRIGGER letters_counted AFTER UPDATE OF state ON letters_signature"
        f" FOR EACH ROW WHEN ({_WHEN}) EXECUTE FUNCTION letters_counted()",
    ),
}  # fmt: skip


def keep_count(using: str = "default", **_: Any) -> None:
    """Makes the database keep it, anew after each change of its tables: SQLite forgets it when it remakes one."""
    connection = connections[using]
    with connection.cursor() as cursor:
        for statement in _STATEMENTS[connection.vendor]:
            cursor.execute(statement)
