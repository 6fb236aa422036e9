"""Finds document symbols in plain text, in any spelling, and gives all spellings of a symbol the same key."""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from infopage.language.folding import level, slug
from infopage.language.symbols import Symbol

_SPACE = "[\\s\u00ad\u200b\u200c\u200d\u2060\ufeff]*"
_DASH = "[-‐‑‒–—−]"
_SEPARATOR = rf"{_SPACE}(?:{_DASH}|/|\.){_SPACE}"
_PART = r"[^\W\d_][^\W_]{0,15}"
_SYMBOL = re.compile(
    rf"(?P<number>[0-9](?<![0-9/+&@_‐‑‒–—−-][0-9])(?<![0-9][.,][0-9])[0-9]{{0,5}}"
    rf"(?:\.[0-9]{{1,4}}(?=[a-zA-ZđĐ]?{_SPACE}/))?(?:[a-zA-ZđĐ](?=[^\w]))?)"
    rf"(?:{_SPACE}(?:/|{_DASH}){_SPACE}(?P<year>[12][0-9]{{3}})(?={_SPACE}[/-]))?"
    rf"(?:{_SPACE}(?:{_DASH}|/){_SPACE}|(?P<loose>\s*)(?=[A-ZĐ]{{2,4}}r?[-/][A-ZĐƯ]))"
    rf"(?P<tail>{_PART}(?:{_SEPARATOR}{_PART}){{0,5}})"
    rf"(?![\w@])(?!/\w)"
)
_JOINT = re.compile(_SEPARATOR)
_CENTRAL = re.compile(r"t\.?ư(?![^\W_])", re.IGNORECASE)
"""``TƯ``, a frequent spelling of ``TW`` (Trung ương, the Party's centre). ``TU`` is another body: Tỉnh ủy."""
_FURTHEST = 60


class SymbolKey(NamedTuple):
    """A document's symbol without what its spellings differ in: signs, case, marks and zeros before the number."""

    number: str
    """The number: ``5``, ``5a``, ``66.13``."""
    year: int | None
    suffix: str
    """The letters after the number and year, without signs and marks: ``nqtw``, ``qh15``."""

    @classmethod
    def of(cls, symbol: Symbol) -> "SymbolKey":
        """Return the key of a document's symbol."""
        return cls(plain_number(symbol.number), symbol.year, compact(symbol.suffix))

    def __str__(self) -> str:
        return f"{self.number} {self.year or ''} {self.suffix}"


class Found(NamedTuple):
    """A symbol found in a text."""

    start: int
    end: int
    key: SymbolKey
    is_loose: bool
    """Whether no sign follows the number: ``05 NQ/TU``. Without ``số`` before it, this may mean "five resolutions"."""


def plain_number(written: str) -> str:
    """Return the form of a number that is the same for all its spellings: ``05A`` -> ``5a``."""
    return level(written).lstrip("0") or "0"


def compact(suffix: str) -> str:
    """Return the letters and digits of a symbol's suffix, in lower case without marks.

    >>> compact("NQ/TW"), compact("nq-TƯ"), compact("QĐ/TU")
    ('nqtw', 'nqtw', 'qdtu')
    """
    return slug(_CENTRAL.sub("tw", suffix)).replace("-", "")


def symbols(text: str, known: Callable[[SymbolKey, int], SymbolKey | None]) -> Iterator[Found]:
    """Yield the symbols in an NFC text that belong to known documents, in order.

    ``known`` is called with the key of a symbol as written, and its offset. It returns the key of the documents that
    are meant; None if there are none. The longest symbol for which it returns a key is yielded. So in ``05-NQ/TU - một
    năm``, the symbol ends before the hyphen between spaces.
    """
    for match in _SYMBOL.finditer(text):
        tail = match.start("tail")
        joints = reversed([m for m in _JOINT.finditer(text, tail, match.end()) if m[0] not in ("-", "/")])
        year = int(match["year"]) if match["year"] else None
        for end in (match.end(), *(joint.start() for joint in joints)):
            key = SymbolKey(plain_number(match["number"]), year, compact(text[tail:end]))
            if found := known(key, match.start()):
                yield Found(match.start(), end, found, match["loose"] is not None)
                break


def is_in_symbol(text: str, at: int) -> bool:
    """Tell whether the offset ``at`` in an NFC text is within something that looks like a document symbol."""
    start = max(0, at - _FURTHEST)
    return any(match.start() <= at < match.end() for match in _SYMBOL.finditer(text, start, at + _FURTHEST))
