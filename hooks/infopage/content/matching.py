"""Finds which line of an official text an element of its HTML shows."""

import re
from collections.abc import Sequence

from infopage.content.official import is_plain
from infopage.content.provisions.provision import Provision

_WORD = re.compile(r"\w+")
_ENOUGH = 80


def labelled_line(label: str, anchor: str, provisions: Sequence[Provision], at: int) -> int | None:
    """Return the index, at or after ``at``, of the provision with this label and anchor; None if there is none."""
    for number in range(at, len(provisions)):
        own = provisions[number]
        if own.label is not None and own.anchor == anchor and " ".join(own.label.text.split()) == label:
            return number
    return None


def unlabelled_line(text: str, provisions: Sequence[Provision], at: int) -> int | None:
    """Return the index, from ``at`` on, of the first line without a label that reads ``text``; None if there is none.

    The search ends at the first line with a label. A line with inline Markdown counts as found, because its words
    cannot be compared with ``text``.
    """
    shown = ""
    for number in range(at, len(provisions)):
        own = provisions[number]
        if own.label is not None:
            return None
        shown = shown or _bare(text)
        if not is_plain(own.text) or _bare(own.text) == shown:
            return number
    return None


def _bare(text: str) -> str:
    return "".join(_WORD.findall(text[: 4 * _ENOUGH]))[:_ENOUGH]
