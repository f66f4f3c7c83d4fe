"""Spreadsheets of guests, as people write them."""

from __future__ import annotations

import pytest

from item6.events.guests import Guest, read_guests
from item6.organisations.sheets import NoHeader


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        ("Name;Organisation;E-mail\nRudolf R.;Castle Watch;Rudolf@Zenda.example",
         [Guest(2, "Rudolf R.", "Castle Watch", email="rudolf@zenda.example")]),
        ("First name;Last name;Country;Participation\nAntoinette;de Mauban;Ruritania;On site",
         [Guest(2, "Antoinette de Mauban", country="Ruritania", way="room")]),
        ("Guests of the hall\nname;way\nFritz;online\n;\nSapt;by balloon",
         [Guest(3, "Fritz", way="online"), Guest(5, "Sapt", problems=(("way", "by balloon"),))]),
        ("Nom;Courriel\nJosé;jose@zenda.example\nJ. M.;JOSE@zenda.example\n;x@zenda.example\nR;not an address",
         [Guest(2, "José", email="jose@zenda.example"),
          Guest(3, "J. M.", email="jose@zenda.example", problems=(("email", "twice"),)),
          Guest(4, "", email="x@zenda.example", problems=(("name", "missing"),)),
          Guest(5, "R", email="not an address", problems=(("email", "not an address"),))]),
        ("name;post\n'=SUM(A1);" + "x" * 201, [Guest(2, "=SUM(A1)", post="x" * 201, problems=(("post", "long"),))]),
    ],
)  # fmt: skip
def test_rows(table: str, expected: list[Guest]) -> None:
    rows = [(number, line.split(";")) for number, line in enumerate(table.splitlines(), 1)]
    assert read_guests(rows)[1] == expected


def test_unknown_columns_are_named() -> None:
    assert read_guests([(1, ["name", "shoe size"]), (2, ["Rose", "38"])])[0].unknown == ("shoe size",)


def test_no_header() -> None:
    with pytest.raises(NoHeader):
        read_guests([(1, ["Rudolf", "Castle Watch"])])
