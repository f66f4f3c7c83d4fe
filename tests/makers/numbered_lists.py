"""Lists of Word and the numbers that Word prints for them, for our reader and for other programs."""

from __future__ import annotations

from dataclasses import dataclass

from word_files import definition, level, list_of, numbered, paragraph, starts_at, word_file

Place = tuple[int | str, int | str]
"""Id of the list and level, as the paragraph itself names them."""


@dataclass(frozen=True, slots=True)
class Case:
    """numbering: markup of lists. styles: markup of styles. properties: of each paragraph. expected: its number."""

    numbering: str
    styles: str
    properties: list[str]
    expected: list[str]
    name: str

    def file(self) -> bytes:
        """The Word file of this case, in which every paragraph reads "text"."""
        body = "".join(paragraph("text", properties=properties) for properties in self.properties)
        return word_file(body, numbering=self.numbering, styles=self.styles)


def named(numbering: str, places: list[Place], expected: list[str], *, name: str) -> Case:
    """A case whose paragraphs name list and level themselves."""
    return Case(numbering, "", [numbered(*place) for place in places], expected, name)


DRAFT = definition(0, level(0, "%1."), level(1, "%1.%2"), level(2, "(%3)", form="lowerLetter"))
FIXED = definition(0, level(0, "6.%1"))
DEEP = definition(0, *(level(place, ".".join(f"%{n + 1}" for n in range(place + 1))) for place in range(3)))


def style(name: str, properties: str = "", *, based_on: str = "", more: str = "") -> str:
    base = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    return (
        f'<w:style w:type="paragraph" w:styleId="{name}" {more}><w:name w:val="{name}"/>{base}'
        f"<w:pPr>{properties}</w:pPr></w:style>"
    )


LIST = "<w:numPr><w:numId w:val='1'/></w:numPr>"
SECOND = "<w:numPr><w:ilvl w:val='1'/></w:numPr>"
NONE = "<w:numPr><w:numId w:val='0'/></w:numPr>"


def by_style(numbering: str, styles: str, properties: list[str], expected: list[str], *, name: str) -> Case:
    """A case whose paragraphs have list 1, made from definition 0, from their styles."""
    return Case(numbering + list_of(1, 0), styles, properties, expected, name)


def list_style(list_id: int) -> str:
    return f'<w:style w:type="numbering" w:styleId="S"><w:name w:val="S"/><w:pPr>{numbered(list_id)}</w:pPr></w:style>'


LINKED = definition(
    0,
    level(0, "%1.", more='<w:pStyle w:val="Para"/>'),
    level(1, "%1.%2", more='<w:pStyle w:val="Recommendation"/>'),
)


def styled(name: str, more: str = "") -> str:
    return f'<w:pStyle w:val="{name}"/>{more}'


CASES = [
    named(
        DRAFT + list_of(1, 0),
        [(1, 0), (1, 1), (1, 1), (1, 2), (1, 2), (1, 1), (1, 0), (1, 1)],
        ["1.", "1.1", "1.2", "(a)", "(b)", "1.3", "2.", "2.1"],
        name="levels restart after higher ones",
    ),
    named(
        definition(0, level(0, "%1.", start=5), level(1, "%1.%2")) + list_of(1, 0),
        [(1, 0), (1, 0), (1, 1), (1, 1), (1, 0)],
        ["5.", "6.", "6.1", "6.2", "7."],
        name="recommendations of a draft under paragraph 6",
    ),
    named(FIXED + list_of(1, 0), [(1, 0)] * 3, ["6.1", "6.2", "6.3"], name="the main number is fixed text"),
    named(FIXED + list_of(1, 0, starts_at(0, 118)), [(1, 0)] * 2, ["6.118", "6.119"], name="a start of its own"),
    named(
        FIXED + list_of(1, 0) + list_of(2, 0),
        [(1, 0), (2, 0), (1, 0)],
        ["6.1", "6.2", "6.3"],
        name="lists of one definition count on together",
    ),
    named(
        FIXED + list_of(1, 0) + list_of(2, 0, starts_at(0, 8)),
        [(1, 0), (2, 0), (1, 0), (2, 0)],
        ["6.1", "6.8", "6.9", "6.10"],
        name="another start takes effect once and for the others too",
    ),
    named(
        FIXED + FIXED.replace('abstractNumId="0"', 'abstractNumId="1"') + list_of(1, 0) + list_of(2, 1),
        [(1, 0), (2, 0), (1, 0)],
        ["6.1", "6.1", "6.2"],
        name="lists of two definitions count apart",
    ),
    named(
        DEEP + list_of(1, 0), [(1, 1), (1, 0), (1, 1)], ["1.1", "2", "2.1"], name="a higher level that was never used"
    ),
    named(
        DEEP + list_of(1, 0),
        [(1, 0), (1, 1), (1, 0), (1, 2), (1, 1)],
        ["1", "1.1", "2", "2.1.1", "2.1"],
        name="a level that was left out shows its start and keeps it",
    ),
    named(
        definition(0, level(0, "%1"), level(1, "%1.%2", more='<w:lvlRestart w:val="0"/>')) + list_of(1, 0),
        [(1, 0), (1, 1), (1, 0), (1, 1)],
        ["1", "1.1", "2", "2.2"],
        name="a level that never restarts",
    ),
    named(
        definition(0, level(0, "%1"), level(1, "%2"), level(2, "%3", more='<w:lvlRestart w:val="1"/>')) + list_of(1, 0),
        [(1, 0), (1, 1), (1, 2), (1, 1), (1, 2), (1, 0), (1, 2)],
        ["1", "1", "1", "2", "2", "2", "1"],
        name="a level that restarts after the highest only",
    ),
    named(
        definition(0, level(0, "%1", form="upperRoman"), level(1, "%1.%2", more="<w:isLgl/>")) + list_of(1, 0),
        [(1, 0)] * 3 + [(1, 1)],
        ["I", "II", "III", "3.1"],
        name="higher numbers as decimals",
    ),
    named(
        definition(0, level(0, "%1", form="upperLetter"), level(1, "%1.%2", form="decimalZero")) + list_of(1, 0),
        [(1, 0), (1, 1)],
        ["A", "A.01"],
        name="each number in its own format",
    ),
    named(
        DRAFT + list_of(1, 0, f'<w:lvlOverride w:ilvl="1">{level(1, "(%2)")}</w:lvlOverride>'),
        [(1, 0), (1, 1)],
        ["1.", "(1)"],
        name="a level of its own",
    ),
    named(
        definition(0, level(0, "\uf0b7", form="bullet"), level(1, "–", form="bullet")) + list_of(1, 0),
        [(1, 0), (1, 1)],
        ["•", "–"],
        name="bullets of whatever font",
    ),
    named(
        definition(0, level(0, "Annex", form="none"), level(1, "%1", form="none"), level(2, "%1%2%3")) + list_of(1, 0),
        [(1, 0), (1, 1), (1, 2)],
        ["Annex", "", "1"],
        name="levels without numbers",
    ),
    named(DRAFT + list_of(1, 0), [(0, 0), (1, 0)], ["", "1."], name="list 0 takes the number away"),
    named(DRAFT + list_of(1, 0), [(7, 0), (1, 0)], ["", "1."], name="a list that does not exist"),
    named(DRAFT + list_of(1, 0), [(1, 5), (1, 0)], ["", "1."], name="a level that does not exist"),
    named(list_of(1, 9), [(1, 0)], [""], name="a definition that does not exist"),
    named(DRAFT + list_of(1, 0), [(1, "x"), ("x", 0)], ["1.", ""], name="numbers that are none"),
    named(
        definition(0, level(0, "%1").replace('w:start w:val="1"', 'w:start w:val="one"')) + list_of(1, 0),
        [(1, 0)] * 2,
        ["0", "1"],
        name="no start is 0",
    ),
    named(FIXED + list_of(1, 0, starts_at(0, 10**12)), [(1, 0)], ["6.1"], name="a start too long to be a number"),
    named("", [(1, 0)], [""], name="no lists at all"),
    by_style(DRAFT, style("A", LIST), [styled("A")] * 2, ["1.", "2."], name="the style names the list"),
    by_style(
        DRAFT,
        style("A", LIST) + style("B", based_on="A") + style("C", SECOND, based_on="B"),
        [styled("B"), styled("C"), styled("C"), styled("B")],
        ["1.", "1.1", "1.2", "2."],
        name="styles based on it inherit the list and may name a level",
    ),
    by_style(
        DRAFT,
        style("A", LIST) + style("B", NONE, based_on="A"),
        [styled("A"), styled("B"), styled("A", NONE), styled("A")],
        ["1.", "", "", "2."],
        name="style or paragraph take the number away",
    ),
    by_style(
        DRAFT,
        style("A", LIST),
        [styled("A"), styled("A", SECOND), styled("A")],
        ["1.", "1.1", "2."],
        name="the paragraph names only the level",
    ),
    by_style(
        LINKED,
        style("Para", LIST) + style("Recommendation", LIST),
        [styled("Para"), styled("Recommendation"), styled("Recommendation"), styled("Para")],
        ["1.", "1.1", "1.2", "2."],
        name="levels linked to styles",
    ),
    by_style(
        LINKED,
        style("Para", LIST) + style("Recommendation", numbered(1, 1)),
        [styled("Para"), styled("Recommendation"), styled("Recommendation"), styled("Para")],
        ["1.", "1.1", "1.2", "2."],
        name="levels linked to styles that name them too",
    ),
    by_style(
        LINKED,
        style("Para", LIST) + style("Other", LIST),
        [styled("Para"), styled("Other"), styled("Other", numbered(1)), styled("Para")],
        ["1.", "", "2.", "3."],
        name="a level linked to another style numbers only where the paragraph itself asks",
    ),
    by_style(
        LINKED,
        style("Para", LIST) + style("Sub", SECOND, based_on="Para"),
        [styled("Para"), styled("Sub")],
        ["1.", ""],
        name="and so does the next level",
    ),
    by_style(
        DRAFT, style("A", LIST, more='w:default="1"'), ["", styled("None")], ["1.", "2."], name="the default style"
    ),
    by_style(
        DRAFT,
        style("A", LIST, based_on="B") + style("B", based_on="A"),
        [styled("A"), styled("B")],
        ["1.", "2."],
        name="styles based on one another",
    ),
    by_style(
        definition(0, more='<w:numStyleLink w:val="S"/>')
        + definition(1, level(0, "[%1]"), more='<w:styleLink w:val="S"/>')
        + list_of(2, 1),
        list_style(2),
        [numbered(1), numbered(1)],
        ["[1]", "[2]"],
        name="a definition that points to a numbering style",
    ),
    by_style(
        definition(0, more='<w:numStyleLink w:val="S"/>'),
        list_style(1),
        [numbered(1)],
        [""],
        name="a definition that points to itself",
    ),
]
