"""Stamps are found on a letterhead's line, written vertically, in look-alike letters, in all wordings and files."""

import unicodedata
from html import escape
from pathlib import Path

import pytest

from infopage.release.guard.files import Guard
from tests.release.guard.leaks import HEADER
from tests.release.guard.made import pdf, word


def _seeds() -> list[tuple[str, str]]:
    """Return each text with the rule it breaks; in the file of seeds, ``⏎`` separates lines."""
    seeds, rule = [], ""
    for line in (Path(__file__).parent / "stamps.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("# "):
            rule = line[2:]
        else:
            seeds.append((rule, line.replace("⏎", "\n")))
    return seeds


SEEDS = _seeds()


def files_of(text: str) -> dict[str, bytes]:
    """Return files of several kinds that contain the lines of a text, by path."""
    lines = ["Đầu", *text.split("\n"), "Cuối"]
    files = {
        "docs/tin-tuc/2026/a.md": f"{HEADER}Đầu.\n\n{text}\n\nCuối.\n".encode(),
        "docs/a/a.txt": unicodedata.normalize("NFD", "\n".join(lines)).encode(),
        "docs/a/a.html": "".join(f"<p>{escape(line)}</p>" for line in lines).encode(),
        "docs/a/a.docx": word(*map(escape, lines)),
    }
    # Our test PDF loses a line of one letter with two diacritics; PDFs of office programs do not.
    return files if "\n" in text else {**files, "docs/a/a.pdf": pdf(*lines)}


@pytest.mark.parametrize(("rule", "text"), SEEDS)
def test_a_stamp_is_stopped_in_every_kind_of_file(guard: Guard, rule: str, text: str) -> None:
    found = {path: {one.rule for one in guard.check(path, data)} for path, data in files_of(text).items()}
    assert {path: rules for path, rules in found.items() if rule not in rules} == {}


@pytest.mark.parametrize(("above", "rules"), [(0, {"dau-mat"}), (10, {"dau-mat"}), (11, set())])
def test_an_example_of_a_stamp_that_the_text_describes_passes_only_below_its_beginning(
    guard: Guard, above: int, rules: set[str]
) -> None:
    lines = [*(f"Câu thứ {number} của văn bản." for number in range(above)), "Dấu “MẬT” in như sau:", "MẬT", "Hết."]
    assert {one.rule for one in guard.check("docs/a/a.txt", "\n".join(lines).encode())} == rules


def test_there_are_stamps_enough() -> None:
    assert sum(rule == "dau-mat" for rule, _ in SEEDS) >= 40
    assert sum(rule == "dau-noi-bo" for rule, _ in SEEDS) >= 40
