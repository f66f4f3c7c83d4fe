"""Any answers to any numbers, written in any style, are read back exactly."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import groupby

import pytest
from addendum_texts import addendum, table_addendum
from hypothesis import given, settings
from hypothesis import strategies as st

from item6.terms.documents import Reading

Answers = Mapping[str, str]
"""Class by number, in the order of the numbers."""
CLASSES = ("accepted", "noted", "rejected", "accepted_in_part")
ACTIVE = {
    "accepted": "Ruritania accepts",
    "noted": "For the time being, Ruritania notes",
    "rejected": "Ruritania cannot accept",
    "accepted_in_part": "Ruritania partially accepts",
}
PASSIVE = {
    "accepted": "enjoy the support of Ruritania",
    "noted": "are noted",
    "rejected": "are not accepted",
    "accepted_in_part": "are partially accepted",
}
WORDS = {
    "accepted": "Supported",
    "noted": "Noted",
    "rejected": "Not accepted",
    "accepted_in_part": "Partially accepted",
}
TITLES = {
    "accepted": "Accepted recommendations",
    "noted": "Recommendations that have been noted",
    "rejected": "Recommendations that do not enjoy the support of Ruritania",
    "accepted_in_part": "Partially accepted recommendations",
}
FRENCH = {
    "accepted": "La Ruritanie accepte les recommandations",
    "noted": "La Ruritanie prend note des recommandations",
    "rejected": "La Ruritanie n’accepte pas les recommandations",
    "accepted_in_part": "La Ruritanie accepte partiellement les recommandations",
}
SPANISH = {
    "accepted": "Ruritania acepta las recomendaciones",
    "noted": "Ruritania toma nota de las recomendaciones",
    "rejected": "Ruritania no acepta las recomendaciones",
    "accepted_in_part": "Ruritania acepta parcialmente las recomendaciones",
}


@st.composite
def answers(draw: st.DrawFn, main: str = "115.") -> dict[str, str]:
    """Two to forty numbers out of 199, with runs in them, each with a class."""
    start = draw(st.integers(1, 150))
    steps = draw(st.lists(st.sampled_from([1, 1, 1, 2, 5]), min_size=1, max_size=39))
    numbers = [start]
    for step in steps:
        numbers.append(numbers[-1] + step)
    told = draw(st.lists(st.sampled_from(CLASSES), min_size=len(numbers), max_size=len(numbers)))
    return {f"{main}{number}": each for number, each in zip(numbers, told, strict=True)}


def by_class(given_: Answers) -> dict[str, list[str]]:
    return {each: found for each in CLASSES if (found := [n for n, told in given_.items() if told == each])}


def ranges(numbers: list[str], sign: str = "–", *, full: bool = False) -> list[str]:
    """Numbers in a row as a range: `115.1–4`, `115.1 to 115.4`."""
    main = numbers[0].rpartition(".")[0]
    before = f"{main}." if main else ""
    ends = [int(number.rpartition(".")[2]) for number in numbers]
    found = []
    for _, group in groupby(enumerate(ends), key=lambda pair: pair[1] - pair[0]):
        row = [end for _, end in group]
        last = f"{before}{row[-1]}" if full else str(row[-1])
        found.append(f"{before}{row[0]}" if len(row) == 1 else f"{before}{row[0]}{sign}{last}")
    return found


def sentences(given_: Answers, words: Mapping[str, str], noun: str, joined: Callable[[list[str]], str]) -> str:
    found = by_class(given_).items()
    return "\n".join(f"{at}. {words[told]}{noun} {joined(ns)}." for at, (told, ns) in enumerate(found, 1))


def wrapped(text: str, width: int = 60) -> str:
    """Line ends as print has them, also inside of ranges."""
    lines, line = [], ""
    for paragraph in text.split("\n"):
        for word in paragraph.replace("–", "– ").split(" "):
            if len(line) + len(word) > width:
                lines.append(line.rstrip())
                line = ""
            line += word if word.endswith("–") else f"{word} "
        lines.append(line.rstrip())
        line = ""
    return "\n".join(lines)


STYLES: dict[str, Callable[[Answers], str]] = {
    "list": lambda a: sentences(a, ACTIVE, " recommendations", ", ".join),
    "ranges": lambda a: sentences(a, ACTIVE, " recommendations", lambda ns: ", ".join(ranges(ns))),
    "ranges in words": lambda a: sentences(
        a, ACTIVE, " recommendations", lambda ns: ", ".join(ranges(ns, " to ", full=True))
    ),
    "wrapped ranges": lambda a: wrapped(sentences(a, ACTIVE, " recommendations", lambda ns: ", ".join(ranges(ns)))),
    "dots for commas": lambda a: sentences(a, ACTIVE, " recommendations", ". ".join),
    "no spaces": lambda a: sentences(a, ACTIVE, " recommendations", ",".join),
    "with and": lambda a: sentences(a, ACTIVE, " recommendations", " and ".join),
    "one sentence": lambda a: (
        "Ruritania answers as follows: it "
        + "; it ".join(
            f"{ACTIVE[told].split('Ruritania ')[1]} recommendations {', '.join(ns)}" for told, ns in by_class(a).items()
        )
        + "."
    ),
    "passive": lambda a: " ".join(
        f"Recommendations {', '.join(ranges(ns))} {PASSIVE[told]}." for told, ns in by_class(a).items()
    ),
    "labels": lambda a: "\n".join(f"{n}. {WORDS[told]}." for n, told in a.items()),
    "labels on lines": lambda a: "\n".join(f"{n}\n{WORDS[told]}" for n, told in a.items()),
    "labels with texts": lambda a: "\n".join(
        f"{n}. Build a school and accept visits (Chile, Peru);\n{WORDS[told]}\nIt was read." for n, told in a.items()
    ),
    "prose by number": lambda a: "\n".join(
        f"With regard to recommendation {n}, on schools, {ACTIVE[told]} it. Schools matter." for n, told in a.items()
    ),
    "headings": lambda a: "\n".join(
        f"{numeral}. {TITLES[told]}\n{', '.join(ranges(ns))}"
        for numeral, (told, ns) in zip(("I", "II", "III", "IV"), by_class(a).items(), strict=False)
    ),
    "headings with texts": lambda a: "\n".join(
        f"{TITLES[told]}\n" + "\n".join(f"{n} Build a school (Chile);" for n in ns) for told, ns in by_class(a).items()
    ),
    "words and lists": lambda a: "\n".join(f"{WORDS[told]}: {', '.join(ns)}." for told, ns in by_class(a).items()),
}
BARE = {
    "bare list": STYLES["list"],
    "bare ranges": STYLES["ranges"],
    "bare wrapped ranges": STYLES["wrapped ranges"],
    "bare passive": STYLES["passive"],
    "bare labels": lambda a: "\n".join(f"Rec. {n} {WORDS[told]}." for n, told in a.items()),
    "bare prose": STYLES["prose by number"],
}


def found(reading: Reading) -> dict[str, str]:
    numbers = [answer.target.number or "" for answer in reading.answers]
    assert len(set(numbers)) == len(numbers)
    return {number: answer.normalised for number, answer in zip(numbers, reading.answers, strict=True)}


@pytest.mark.parametrize("style", STYLES)
@settings(max_examples=25, deadline=None)
@given(answers())
def test_numbers_with_the_paragraph(style: str, written: dict[str, str]) -> None:
    assert found(addendum(STYLES[style](written))) == written


@pytest.mark.parametrize("style", BARE)
@settings(max_examples=25, deadline=None)
@given(answers(""))
def test_numbers_alone(style: str, written: dict[str, str]) -> None:
    assert found(addendum(BARE[style](written))) == written


@pytest.mark.parametrize(("language", "words"), [("fr", FRENCH), ("es", SPANISH)])
@settings(max_examples=25, deadline=None)
@given(answers())
def test_other_languages(language: str, words: dict[str, str], written: dict[str, str]) -> None:
    text = sentences(written, words, "", lambda ns: ", ".join(ranges(ns)))
    assert found(addendum(text, language)) == written


@settings(max_examples=20, deadline=None)
@given(answers(), st.permutations(["Recommendation", "Position", "Comment"]))
def test_tables(written: dict[str, str], head: list[str]) -> None:
    rows = [
        {"Recommendation": f"{n}. Build a school (Chile)", "Position": WORDS[told], "Comment": f"Room {n[4:]} is open."}
        for n, told in written.items()
    ]
    reading = table_addendum([head, *([row[name] for name in head] for row in rows)])
    assert found(reading) == written
    assert [answer.explanation for answer in reading.answers] == [row["Comment"] for row in rows]


@settings(max_examples=20, deadline=None)
@given(answers())
def test_tables_with_marks(written: dict[str, str]) -> None:
    head = ["Recommendation", *(WORDS[told] for told in CLASSES)]
    rows = [[number, *("X" if told == each else "" for each in CLASSES)] for number, told in written.items()]
    assert found(table_addendum([head, *rows])) == written
