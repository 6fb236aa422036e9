"""Finds names of persons: a family name that is in the guard's word list, and the capitalised words after it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from infopage.language.folding import strip_marks

_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ][^\W\d_]*)*")
_GAP = re.compile(r"[ \xa0]{1,2}|[’'ʼ] ?")
_HIGHLAND = re.compile(r"[hkyr]['’ʼ]", re.IGNORECASE)
"""Matches the beginning of a name of several highland peoples, such as H'Hoa Niê."""
_TITLE = re.compile(
    r"\s*(?:\d{1,3}[.)]|[-+•])?\s*(?:(?:đồng chí|đ/c|đc|ông|bà|anh|chị|cụ|em|cô|chú|thầy|gs|pgs|ts|ths|bs)\b[.:]?\s*)*",
    re.IGNORECASE,
)
"""The number, bullet or title that may precede a name in a cell."""
_MOST_WORDS = 6
_LONGEST = 60


@dataclass(frozen=True)
class Name:
    """A name in a text, at the offsets ``start`` to ``end``."""

    start: int
    end: int
    text: str

    @property
    def is_long(self) -> bool:
        """Tell whether the name has at least three words, unlike most place names, or is a highland people's name."""
        return len(self.text.split()) > 2 or self.text[:2] in ("Y ", "H ") or _HIGHLAND.match(self.text) is not None

    def shortened(self, most: int) -> "Name":
        """Return the name without the words after the first ``most``."""
        words = list(_WORD.finditer(self.text))
        if len(words) <= most:
            return self
        length = words[most - 1].end()
        return Name(self.start, self.start + length, self.text[:length])


class NameFinder:
    """Finds names of persons that begin with one of the given family names."""

    def __init__(self, family_names: Iterable[str]) -> None:
        names = [name.casefold() for name in family_names]
        self._marked, self._plain = frozenset(names), frozenset(map(strip_marks, names))

    def within(self, text: str) -> Iterator[Name]:
        """Yield the names in a text, which :func:`spelling.normalised` must have returned."""
        run: list[re.Match[str]] = []
        for word in _WORD.finditer(text):
            if run and not (_is_capital(word[0]) and _GAP.fullmatch(text, run[-1].end(), word.start())):
                yield from self._in_run(text, run)
                run = []
            if _is_capital(word[0]):
                run.append(word)
        yield from self._in_run(text, run)

    def _in_run(self, text: str, run: list[re.Match[str]]) -> Iterator[Name]:
        for at in range(len(run) - 1):
            if not self._is_family_name(run[at][0], plain=text.isascii()):
                continue
            last = at
            while last + 1 < len(run) and last - at < _MOST_WORDS - 1 and _is_alike(run[at + 1][0], run[last + 1][0]):
                last += 1
            if last > at:
                yield Name(run[at].start(), run[last].end(), text[run[at].start() : run[last].end()])
                return

    def _is_family_name(self, word: str, *, plain: bool) -> bool:
        small = word.casefold()
        return small in self._marked or (plain and small in self._plain) or _HIGHLAND.match(word) is not None

    def is_one(self, cell: str, *, headed: bool) -> bool:
        """Tell whether a cell is a person's name, perhaps with a number, a title or a remark in brackets.

        ``headed`` means that the cell is below a heading for names. Then the family name need not be in the guard's
        word list (data/bao-ve.yml).
        """
        return _is_one(self, cell, headed) if len(cell) < _LONGEST * 4 else False

    def judged(self, cell: str, *, headed: bool) -> bool:
        """Compute the result of :meth:`is_one`, if it is not in the cache of that method."""
        bare = _TITLE.sub("", cell.partition("(")[0].strip(" ,;:-–"), count=1)
        words = _WORD.findall(bare)
        if not 2 <= len(words) <= _MOST_WORDS + 2 or len(bare) > _LONGEST or _WORD.sub("", bare).strip(" \xa0."):
            return False
        if all(len(word) == 1 for word in words) or (bare.endswith(".") and len(words[-1]) == 1):
            # The words are initials only, such as “N.V.A.”, or the last one is an initial: this is not a full name.
            return False
        if headed and (words[0][0].isupper() or self._is_family_name(words[0], plain=True)):
            return True
        found = next(self.within(bare), None)
        return found is not None and found.start == 0 and found.is_long and found.end == len(bare.rstrip("."))


@lru_cache(maxsize=1 << 15)  # cached, as the pages of a site share most cells
def _is_one(names: NameFinder, cell: str, headed: bool) -> bool:
    return names.judged(cell, headed=headed)


def _is_capital(word: str) -> bool:
    return word[0].isupper() or _HIGHLAND.match(word) is not None


def _is_alike(first: str, word: str) -> bool:
    """Tell whether two words may belong to one name: both are in capitals, or neither.

    A word of one letter fits any word.
    """
    return len(word) == 1 or len(first) == 1 or first.isupper() == word.isupper()
