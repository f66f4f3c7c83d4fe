"""Makes a letter with very many persons, all at once by SQL, and some who have not confirmed yet.

    python benchmarks/big_letter.py PERSONS WAITING    with ITEM6_HOME and ITEM6_DATABASE

Prints the letter's address, then the link of each who waits. `count` instead of the numbers prints what is counted.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from item6.web.server import starting

_GIVEN = ("Ada", "Bruno", "Chidi", "Dana", "Emre", "Fatou", "Goran", "Hana", "Ines", "Jamal", "Kofi", "Lena", "Mira")
_FAMILY = ("Abara", "Brodsky", "Castillo", "Dlamini", "Eriksen", "Ferreira", "Grgic", "Haddad", "Ivanova", "Jovanovic",
           "Kimani", "Lindqvist", "Mbeki", "Novak", "Okafor", "Petrov", "Quist", "Rahman", "Sato", "Tamm")  # fmt: skip
_CODES = ("FRA", "KEN", "BRA", "NPL", "CAN", "FJI", "GHA", "PER", "IDN", "TUN")
ORGANISATIONS = 300
_WITHHELD = 1000
"""Every so manieth is not to be named."""


def main(arguments: list[str]) -> None:
    """Makes the tables where they are missing."""
    starting.set_up(Path(os.environ["ITEM6_HOME"]))
    if arguments == ["count"]:
        _count()
        return
    persons, waiting = map(int, arguments)
    starting.upgraded()
    from item6.web.letters import writing
    from item6.web.letters.models import Letter
    from item6.web.letters.states import FROZEN, OPEN
    from item6.web.people.coalitions import begin

    letter = writing.begin(
        coalition=begin("measured", "Measured"), kind="open-letter", title="On the third review of Ruritania",
        text="In Ruritania people are held for what they wrote, and nobody answers for it.\n\n" * 20, by=None,
    )  # fmt: skip
    Letter.objects.filter(pk=letter.pk).update(persons_may_sign=True)
    for step in (FROZEN, OPEN):
        writing.move(letter=letter, to=step)
    _counted(letter, persons)
    print(letter.address)
    print("\n".join(_asked(letter, waiting)))
    _settled()


def _counted(letter, persons: int) -> None:
    from django.db import connection

    from item6.web.letters.models import Letter

    sqlite = connection.vendor == "sqlite"
    series = (
        "(WITH RECURSIVE g(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM g WHERE n < %(all)s) SELECT n FROM g) s"
        if sqlite else "generate_series(1, %(all)s) AS s(n)"
    )  # fmt: skip
    name = f"{_one_of(_GIVEN, 'n', sqlite)} || ' ' || {_one_of(_FAMILY, 'n / 7', sqlite)} || ' ' || n"
    kind = f"CASE WHEN n <= {ORGANISATIONS} THEN 'organisation' ELSE 'person' END"
    sort, hidden = ("CAST(lower({0}) AS BLOB)", "{0}") if sqlite else ("convert_to(lower({0}), 'UTF8')", "({0})")
    hexed = "printf('%%064x', n)" if sqlite else "lpad(to_hex(n), 64, '0')"
    columns = {
        "letter_id": "%(letter)s", "version_id": "%(version)s", "kind": kind, "state": "'counted'", "before": "''",
        "name": name, "key": f"lower({name})", "sort": sort.format(name), "place": "'Zenda'",
        "code": _one_of(_CODES, "n / 3", sqlite), "status": "'unknown'", "ecosoc_name": "''", "website": "''",
        "signer": "''", "capacity": "''", "email": "'p' || n || '@example.org'",
        "withheld": hidden.format(f"n %% {_WITHHELD} = 0"), "language": "'en'", "salt": "'made'",
        "network": "'made ' || (n / 15)", "seal_salt": hexed, "seal_secret": hexed, "mails": "1", "asked": "%(at)s",
        "confirmed": "%(at)s", "counted": "%(at)s", "why": "''",
    }  # fmt: skip
    said = {"all": persons, "letter": letter.pk, "version": letter.versions.get().pk, "at": "2026-11-01 00:00:00+00:00"}
    if not sqlite:
        columns = {name: each.replace("%(at)s", "%(at)s::timestamptz") for name, each in columns.items()}
    quoted = ", ".join(f'"{column}"' for column in columns)
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO letters_signature ({quoted}) SELECT {', '.join(columns.values())} FROM {series}", said
        )
    organisations = min(persons, ORGANISATIONS)
    Letter.objects.filter(pk=letter.pk).update(organisations=organisations, persons=persons - organisations)


def _one_of(words: tuple[str, ...], number: str, sqlite: bool) -> str:
    if sqlite:
        cases = " ".join(f"WHEN {place} THEN '{word}'" for place, word in enumerate(words))
        return f"(CASE ({number}) %% {len(words)} {cases} END)"
    quoted = ", ".join(f"'{word}'" for word in words)
    return f"(ARRAY[{quoted}])[1 + ({number}) %% {len(words)}]"


def _asked(letter, waiting: int) -> list[str]:
    """Who was sent the link: each ten from a network of their own."""
    from django.utils import timezone

    from item6.letters.signatories import PERSON, sort_of
    from item6.organisations.keys import key_of
    from item6.web.letters.links import CONFIRM, link_of, new_salt
    from item6.web.letters.models import Signature

    version, now = letter.versions.get(), timezone.now()
    rows = []
    for n in range(waiting):
        name = f"{_GIVEN[n % len(_GIVEN)]} {_FAMILY[n % len(_FAMILY)]} Later {n}"
        rows.append(
            Signature(
                letter=letter, version=version, kind=PERSON, name=name, key=key_of(name), sort=sort_of(name),
                email=f"later{n}@example.org", salt=new_salt(), network=f"198.51.{n // 10}.0/24", asked=now,
                code=_CODES[n % len(_CODES)],
            )
        )  # fmt: skip
    return [link_of(each, CONFIRM) for each in Signature.objects.bulk_create(rows, batch_size=2000)]


def _settled() -> None:
    """What a database of this size has after some days: statistics, and rows that all can see."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("ANALYZE" if connection.vendor == "sqlite" else "VACUUM ANALYZE")
        if connection.vendor == "sqlite":
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _count() -> None:
    """The letter's own count, the rows, and those of them that are not to be named."""
    from item6.web.letters.models import Letter, Signature
    from item6.web.letters.states import COUNTED

    letter = Letter.objects.get()
    counted = Signature.objects.filter(letter=letter, state=COUNTED)
    print(letter.organisations + letter.persons, counted.count(), counted.filter(withheld=True).count())


if __name__ == "__main__":
    main(sys.argv[1:])
