"""What one cell of a matrix says, in all forms that were met."""

from __future__ import annotations

import pytest

from item6.sources.matrix.cells import Entry, read_entry, read_heading_theme, read_labels, read_position
from item6.terms.answers import POSITION_OF


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("7.12 Plant trees (Latveria);", ("7.12", "7.12", "Plant trees (Latveria);", "")),
        ("7.12. Plant trees (Latveria);", ("7.12", "7.12.", "Plant trees (Latveria);", "")),
        ("7.12.Plant trees", ("7.12", "7.12.", "Plant trees", "")),
        ("7.12Plant trees", ("7.12", "7.12", "Plant trees", "")),
        ("7.12. .Plant trees", ("7.12", "7.12.", "Plant trees", "")),
        ("7. 12. Plant trees", ("7.12", "7. 12.", "Plant trees", "")),
        ("7 .12 Plant trees", ("7.12", "7 .12", "Plant trees", "")),
        ("7.12.3 Plant trees", ("7.12.3", "7.12.3", "Plant trees", "")),
        ("7.12 2030 Agenda: plant trees", ("7.12", "7.12", "2030 Agenda: plant trees", "")),
        ("7.1 (a) Plant; (b) water", ("7.1", "7.1", "(a) Plant; (b) water", "")),
        ("12. Plant trees", ("12", "12.", "Plant trees", "")),
        ("12.\tPlant trees", ("12", "12.", "Plant trees", "")),
        ("27 (b) Plant trees", ("27(b)", "27 (b)", "Plant trees", "")),
        ("67(b)(i) Plant trees", ("67(b)(i)", "67(b)(i)", "Plant trees", "")),
        ("7.1&nbsp;Plant&nbsp; trees", ("7.1", "7.1", "Plant trees", "")),
        (
            "7.1 Plant trees (Latveria);\nSource of position: A/HRC/99/5/Add.1 - Para. 7.1.",
            ("7.1", "7.1", "Plant trees (Latveria);", "A/HRC/99/5/Add.1 - Para. 7.1."),
        ),
        (
            "7.1 Plant trees; Source of Position: A/HRC/99/5/Add.1 - Para.3",
            ("7.1", "7.1", "Plant trees;", "A/HRC/99/5/Add.1 - Para.3"),
        ),
        ("7.1 Plant trees SOURCE OF POSITION A/HRC/99/5", ("7.1", "7.1", "Plant trees", "A/HRC/99/5")),
        ("7.1 Plant trees\nSource of position:", ("7.1", "7.1", "Plant trees", "")),
        ("7.1 Name the source of positions", ("7.1", "7.1", "Name the source of positions", "")),
        ("7.1", ("7.1", "7.1", "", "")),
        ("Plant trees", None),
        ("18 years is the age of marriage", None),
        ("100% of schools", None),
        ("2030. A plan", None),
        ("1325 (2000)", None),
        ("", None),
    ],
)
def test_entries(text: str, expected: tuple[str, str, str, str] | None) -> None:
    assert read_entry(text) == (Entry(*expected) if expected else None)


@pytest.mark.parametrize(
    ("number", "text", "expected"),
    [
        ("7.12", "Plant trees", ("7.12", "7.12", "Plant trees", "")),
        ("7.12.", "3 trees", ("7.12", "7.12.", "3 trees", "")),
        ("12", "3. Plant", ("12", "12", "3. Plant", "")),
        ("7. 12", "Plant", ("7.12", "7. 12", "Plant", "")),
        ("27 (b)", "Plant", ("27(b)", "27 (b)", "Plant", "")),
        ("none", "7.1 Plant", None),
    ],
)
def test_numbers_in_a_column_of_their_own(number: str, text: str, expected: tuple[str, str, str, str] | None) -> None:
    assert read_entry(text, number) == (Entry(*expected) if expected else None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Supported", "accepted"),
        (" supported ", "accepted"),
        ("SUPPORTED.", "accepted"),
        ("Accepted", "accepted"),
        ("Enjoys the support", "accepted"),
        ("Noted", "noted"),
        ("Not supported", "noted"),
        ("Not accepted", "rejected"),
        ("Rejected", "rejected"),
        ("Supported/Noted", "accepted_in_part"),
        ("Supported / Noted", "accepted_in_part"),
        ("Supported/ Not ed", "accepted_in_part"),
        ("Partially supported", "accepted_in_part"),
        ("Accepted in part", "accepted_in_part"),
        ("Pending", "no_answer"),
        ("Under consideration", "no_answer"),
        ("Suported", None),
        ("Supported, see addendum", None),
        ("-", None),
        ("", None),
    ],
)
def test_positions(text: str, expected: str | None) -> None:
    assert read_position(text) == expected
    assert expected is None or expected in POSITION_OF


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["A12 Acceptance of norms", "Affected persons:", "- general"], "t:A12 Acceptance of norms p:general"),
        (
            ["A12 Acceptance of norms", "S16 SDG 16 - peace", "Affected persons:", "- judges, lawyers", "- children"],
            "t:A12 Acceptance of norms s:S16 SDG 16 - peace p:judges, lawyers p:children",
        ),
        (
            ["- Acceptance of norms", "SDGs: ", "- 16 - PEACE", "Affected persons: ", "- Migrants"],
            "t:Acceptance of norms s:16 - PEACE p:Migrants",
        ),
        (["Themes:", "• Right to food", "Groups of Persons:", "• women & girls"], "t:Right to food p:women & girls"),
        (["-\tRight to food", "·\tRight to water"], "t:Right to food t:Right to water"),
        (["Affected persons: general", "SDGs: 4 - education"], "p:general s:4 - education"),
        (["A1 Norms Affected persons: general SDGs: 4 - education"], "t:A1 Norms p:general s:4 - education"),
        (["A12 Norms B51 Remedy E41 Health - General"], "t:A12 Norms t:B51 Remedy t:E41 Health - General"),
        (["Right to health - General"], "t:Right to health - General"),
        (["S Sustainable Development Goal implementation"], "t:S Sustainable Development Goal implementation"),
        (["H3 Persons with HIV/AIDS", "F14 Participation\xa0"], "t:H3 Persons with HIV/AIDS t:F14 Participation"),
        (["Children: definition; general principles"], "t:Children: definition; general principles"),
        (["", " - ", "Affected persons:"], ""),
        ([], ""),
    ],
)  # fmt: skip
def test_labels(lines: list[str], expected: str) -> None:
    found = " ".join(f"{kind[0]}:{value}" for kind, value in read_labels(lines))
    assert found == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Theme: A12 Acceptance of norms", "A12 Acceptance of norms"),
        (" THEME : Right to food ", "Right to food"),
        ("Theme:", None),
        ("Right or area: 1.2 Norms", None),
        ("The theme: food", None),
    ],
)
def test_heading_themes(text: str, expected: str | None) -> None:
    assert read_heading_theme(text) == expected
