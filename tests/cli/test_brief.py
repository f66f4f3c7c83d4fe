from __future__ import annotations

import json
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from item6.briefings import KINDS, Asked, BriefingError, brief
from item6.briefings.making import stem
from item6.decisions import append
from item6.record.reader import open_record
from item6.terms.names import ReviewName

REVIEW = ReviewName("XRU", 2)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_one_kind_in_all_formats(run: Callable, specimen_home: Path, tmp_path: Path) -> None:
    out = tmp_path / "briefings"
    said = run("--home", specimen_home, "brief", "XRU-2", "--kind", "press", "-o", out)
    made = [f"XRU-2-press.{form}" for form in ("docx", "pdf", "html", "md")]
    assert (said.code, said.out.splitlines(), said.err) == (0, [str(out / name) for name in made], "")
    assert names(out) == sorted(made)
    assert (out / "XRU-2-press.md").read_text(encoding="utf-8").startswith("# Ruritania")
    assert (out / "XRU-2-press.pdf").read_bytes().startswith(b"%PDF-1.7")


def test_some_formats_of_a_review_named_by_its_year(run: Callable, specimen_home: Path, tmp_path: Path) -> None:
    arguments = ("Ruritania", "2015", "--kind", "press", "--format", "md,html", "-o", tmp_path)
    said = run("--home", specimen_home, "brief", *arguments)
    assert (said.code, names(tmp_path)) == (0, ["XRU-2-press.html", "XRU-2-press.md"])


def test_a_full_set(run: Callable, specimen_home: Path, tmp_path: Path) -> None:
    """Every kind that needs nothing more, each in every format it has; the others are named."""
    said = run("--home", specimen_home, "brief", "XRU-2", "--kind", "all", "-o", tmp_path)
    wanted = [kind for kind in KINDS.values() if not kind.needs]
    assert said.code == 0
    assert [line.partition(" needs ")[0] for line in said.err.splitlines() if " needs " in line] == [
        f"left out: {kind.name}" for kind in KINDS.values() if kind.needs
    ]
    left = {line.removeprefix("left out: ").partition(":")[0] for line in said.err.splitlines()}
    expected = {f"XRU-2-{kind.name}.{form}" for kind in wanted for form in kind.formats}
    assert set(names(tmp_path)) <= expected
    assert {name for name in expected if name.endswith(".md")} - set(names(tmp_path)) == set() or left


def test_the_kinds_are_listed(run: Callable, tmp_path: Path) -> None:
    said = run("--home", tmp_path, "brief", "--list", "--format", "json")
    rows = json.loads(said.out)
    assert [row["kind"] for row in rows] == list(KINDS)
    assert rows[0] == {"kind": "press", "title": "Press lines", "needs": [], "formats": ["docx", "pdf", "html", "md"]}
    assert "Press lines (docx, pdf, html, md)" in run("--home", tmp_path, "brief", "--list").out


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["XRU-2"], "what should be made is missing: name it with --kind: press"),
        (["--kind", "press"], "the review is missing: name it: item6 brief CHN-3 --kind press"),
        (["XRU-2", "--kind", "poem"], "no kind of briefing is called “poem”: they are press"),
        (["XRU-2", "--kind", "press", "--format", "odt"], "no briefing is written as odt: formats are docx, "),
        (["XRU-9", "--kind", "press"], "the record has no review XRU-9: of Ruritania it holds XRU-1, XRU-2"),
        (["XRU-2", "--kind", "press", "--by", "Ruritannia"], "no State is called “Ruritannia”: did you mean Ruritania"),
        (["XRU-2", "--kind", "press", "--theme", "themes:x"], "unknown key “themes”: did you mean “theme”?"),
        (["--list", "--format", "docx"], "no result is written as docx: with --list and --verify it is table, "),
    ],
)
def test_misuse(run: Callable, specimen_home: Path, arguments: list[str], message: str) -> None:
    said = run("--home", specimen_home, "brief", *arguments)
    assert (said.code, said.err.count("\n"), said.out) == (2, 1, "")
    assert said.err.startswith(message)


def test_the_folder_is_a_file(run: Callable, specimen_home: Path, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    said = run("--home", specimen_home, "brief", "XRU-2", "--kind", "press", "-o", tmp_path / "file")
    assert (said.code, said.err) == (2, f"{tmp_path / 'file'} is a file: name a folder with -o\n")


def test_without_typst_the_others_are_written(
    run: Callable, specimen_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    said = run("--home", specimen_home, "brief", "XRU-2", "--kind", "press", "-o", tmp_path)
    assert (said.code, names(tmp_path)) == (1, ["XRU-2-press.docx", "XRU-2-press.html", "XRU-2-press.md"])
    assert said.err == (
        f"{tmp_path / 'XRU-2-press.pdf'}: a PDF needs typst, which is not installed: run python3 start.py setup, "
        "or pip install typst\n"
    )


def test_what_is_there_is_replaced_whole(run: Callable, specimen_home: Path, tmp_path: Path) -> None:
    (tmp_path / "XRU-2-press.md").write_text("mine " * 10_000)
    run("--home", specimen_home, "brief", "XRU-2", "--kind", "press", "--format", "md", "-o", tmp_path)
    assert (names(tmp_path), (tmp_path / "XRU-2-press.md").read_text("utf-8")[:2]) == (["XRU-2-press.md"], "# ")


@pytest.mark.parametrize("form", ["docx", "pdf", "html", "md"])
def test_verify(run: Callable, own_specimen_home: Path, tmp_path: Path, form: str) -> None:
    home = own_specimen_home
    run("--home", home, "brief", "XRU-2", "--kind", "press", "--format", form, "-o", tmp_path)
    file = tmp_path / f"XRU-2-press.{form}"
    said = run("--home", home, "brief", "--verify", file)
    assert (said.code, said.err) == (0, "")
    assert said.out.startswith(f"XRU-2-press.{form}: all ")
    told = {"kind": "answer", "review": "XRU-2", "number": "118.1", "position": "accepted", "words": "accepts it"}
    append(home, {**told, "stage": "later", "source": "letter", "why": "it wrote", "who": "Ana", "when": "2031-01-01"})
    assert run("--home", home, "build", Path(__file__).parents[2] / "specimen" / "documents").code == 0
    said = run("--home", home, "brief", "--verify", file, "--format", "json")
    rows = {
        row["reference"].partition("?")[0]: row for row in json.loads(said.out) if "unit=numbers" in row["reference"]
    }
    assert said.code == 1
    assert (rows["received@1"]["verdict"], rows["received@1"]["now"]) == ("as printed", "56")
    assert (rows["supported@1"]["printed"], rows["supported@1"]["verdict"], rows["supported@1"]["now"]) == (
        "44", "answered since", "45",
    )  # fmt: skip
    assert "45 supported of 56" in run("--home", home, "brief", "--verify", file).out


def test_verify_what_is_no_briefing(run: Callable, specimen_home: Path, tmp_path: Path) -> None:
    file = tmp_path / "notes.txt"
    file.write_text("62 of 346")
    said = run("--home", specimen_home, "brief", "--verify", file)
    assert (said.code, said.err) == (1, f"{file}: no figures were found in it: give a file that item6 brief made\n")
    said = run("--home", specimen_home, "brief", "--verify", tmp_path / "none.docx")
    assert (said.code, said.err.endswith("check the path and its permissions\n")) == (1, True)


def test_the_library_call(specimen_home: Path) -> None:
    with open_record(specimen_home) as record:
        assert brief(record, REVIEW, "press", form="md").startswith(b"# Ruritania")
        for wrong in ({"kind": "poem"}, {"form": "odt"}, {"review": ReviewName("XRU", 9)}):
            with pytest.raises(BriefingError):
                brief(record, **{"review": REVIEW, "kind": "press", **wrong})


@pytest.mark.parametrize(
    ("theme", "state", "name"),
    [
        ('issue:"Right to education"', "", "XRU-2-press-right-to-education"),
        ("issue:../../etc/passwd", "CHE", "XRU-2-press-etc-passwd-CHE"),
        ("écriture \\ con: nul\x00", "", "XRU-2-press-nul"),
        ("", "", "XRU-2-press"),
        ("issue:" + "long " * 90, "CHE", "XRU-2-press-" + ("long-" * 12).rstrip("-") + "-CHE"),
    ],
)
def test_names_of_files(specimen_home: Path, theme: str, state: str, name: str) -> None:
    with open_record(specimen_home) as record:
        kind = replace(KINDS["press"], needs=("theme", "state"))
        assert stem(kind, Asked(record, REVIEW, theme, state)) == name
