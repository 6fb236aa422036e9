"""Finds labels that get no anchor, because signs that cannot be part of a label precede them: ``<p>Điều 1.``."""

import re
from collections.abc import Container, Iterator, Sequence

from infopage.content.provisions.labels import label_of
from infopage.content.provisions.ranks import Label, Rank
from infopage.content.provisions.titles import is_capitals

_SIGNS = re.compile(r"(?:[>#*_\s]|<[a-zA-Z/][^<>]*>)+")
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_BEGINS = tuple(">#*_<")


def hidden_labels(lines: Sequence[str], labelled: Container[int]) -> Iterator[tuple[int, str, str]]:
    """Yield (line from 1, signs, label) for each line of an official text whose label is hidden behind signs.

    ``labelled`` has the numbers of the lines whose labels were recognised.
    """
    for number, line in enumerate(lines, 1):
        text = line.strip()
        if not text.startswith(_BEGINS) or number in labelled or not (signs := _SIGNS.match(text)):
            continue
        rest = _TAG.sub("", text[signs.end() :])
        label = label_of(rest)
        if label and _is_plain(label, rest):
            yield number, signs[0].strip(), label.text


def _is_plain(label: Label, text: str) -> bool:
    """Tell whether ``label`` is surely a label: ``Điều 5.``, ``Chương II``, or ``I-`` before a title in capitals."""
    if label.doubtful:
        return False
    return label.rank <= Rank.ARTICLE or (label.rank is Rank.ROMAN and is_capitals(text[len(label.text) :]))
