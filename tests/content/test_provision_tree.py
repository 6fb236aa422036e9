"""Provision trees of real document forms, one folder per text: each line with its place, anchor and citation."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from infopage.content.provisions.citation import citation
from infopage.content.provisions.lines import provisions
from infopage.content.provisions.numbering import numbering_faults
from infopage.content.provisions.tree import parse, walk

TEXTS = sorted((Path(__file__).parents[1] / "provisions" / "trees").iterdir())


@pytest.mark.parametrize("folder", TEXTS, ids=lambda folder: folder.name)
def test_a_text_has_the_tree_that_was_read_in_it(folder: Path) -> None:
    """Compare the tree of a text with the expected one.

    To accept changes: set INFOPAGE_CASES=write, then read the diff.
    """
    text = (folder / "input.txt").read_text(encoding="utf-8")
    drawn = "\n".join(draw(text)) + "\n"
    if os.environ.get("INFOPAGE_CASES") == "write":
        (folder / "expected.txt").write_text(drawn, encoding="utf-8")
    assert drawn == (folder / "expected.txt").read_text(encoding="utf-8")


def draw(text: str) -> Iterator[str]:
    for path in walk(parse(text)):
        node = path[-1]
        facts = [f"#{node.anchor}" if node.anchor else "", f"h{node.heading}" if node.heading else "", citation(path)]
        label = f"[{node.label.text}]" if node.label else "~"
        yield "  ".join(filter(None, ["    " * (len(path) - 1) + label, node.text, *facts]))
    for line, rule, message in numbering_faults(provisions(enumerate(text.split("\n"), 1))):
        yield f"! {line} {rule}: {message}"
