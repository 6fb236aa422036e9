"""The words of the guard's word list that occur in lists of persons: column headings, labels, words about the dead."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from infopage.content.registry_entries import Protection
from infopage.language.folding import level
from infopage.release.guard.persons.names import NameFinder
from infopage.release.guard.spelling import normalised

_NOT_WORDS = re.compile(r"[\W_]+")
_CAMEL = re.compile(r"(?<=[a-zđ])(?=[A-ZĐ])")
_LONGEST_HEAD = 70
_OFFICE = "viec-chung"
_PRECEDENCE = (
    *(
        "sinh",
        "vao-dang",
        "giay-to",
        "noi-o",
        "que-quan",
        "dien-thoai",
        "dia-chi",
        "da-mat",
        _OFFICE,
        "ho-ten",
        "nguoi",
    ),
)
"""The subjects in order of precedence: a word listed under several of them gets the first."""
_OUTWEIGH = frozenset(("sinh", "vao-dang", "giay-to", "noi-o"))
"""Subjects that stay personal although a column heading also mentions an office: “Ngày sinh, đơn vị”."""


@dataclass(frozen=True)
class PersonLabel:
    """A label in a text, at the offsets ``start`` to ``end``.

    ``kind`` says what the text after the label is about, such as ``sinh`` (birth), as named in the guard's word list
    data/bao-ve.yml.
    """

    start: int
    end: int
    kind: str


@dataclass(frozen=True, eq=False)
class Vocabulary:
    """The words by which persons are recognised: family names, and headings and labels with the subject of each.

    A vocabulary is equal only to itself, so that caches can use it as a key without hashing all its words.
    """

    names: NameFinder
    _kinds: dict[str, str] = field(default_factory=dict)
    _within: re.Pattern[str] = field(default=re.compile("(?!)"))
    _dead: re.Pattern[str] = field(default=re.compile("(?!)"))

    def kinds_of(self, head: str) -> frozenset[str]:
        """Return the subjects of a column heading; empty where it names no fact about a person."""
        return _kinds_of(self, head) if len(head) <= _LONGEST_HEAD else frozenset()

    def labels(self, text: str) -> Iterator[PersonLabel]:
        """Yield the labels in a text from left to right. The text must be without diacritics (see :func:`level`)."""
        for found in self._within.finditer(text):
            yield PersonLabel(found.start(), found.end(), self._kinds[_NOT_WORDS.sub(" ", found[0])])

    def is_of_the_dead(self, text: str) -> bool:
        """Tell whether a text says that the persons in it are dead or historical."""
        return self._dead.search(text.casefold()) is not None


def vocabulary_of(entries: tuple[Protection, ...]) -> Vocabulary:
    """Return the vocabulary from those ``entries`` of the guard's patterns that list words about persons."""
    words: dict[str, list[str]] = {}
    for entry in entries:
        if entry.words_of:
            words.setdefault(entry.words_of, []).extend(map(normalised, entry.words))
    kinds = {folded(word): kind for kind in reversed(_PRECEDENCE) for word in words.get(kind, ())}
    # Words for persons, and single words about offices such as “ngày”, also occur in other headings. So they count only
    # if they are the whole heading.
    inner = [word for word, kind in kinds.items() if kind != "nguoi" and (kind != _OFFICE or " " in word)]
    dead = [word.casefold() for word in words.get("da-mat", ())]
    return Vocabulary(NameFinder(words.get("ho", ())), kinds, _any_of(inner), _any_of(dead))


@lru_cache(maxsize=1 << 14)
def _folded_head(head: str) -> str:
    return folded(head)


@lru_cache(maxsize=1 << 15)  # cached, as the pages of a site share most cells
def _kinds_of(words: Vocabulary, head: str) -> frozenset[str]:
    plain = _folded_head(head)
    if plain in words._kinds:
        return frozenset((words._kinds[plain],))
    found = frozenset(label.kind for label in words.labels(plain))
    return frozenset((_OFFICE,)) if _OFFICE in found and not found & _OUTWEIGH else found


def folded(text: str) -> str:
    """Return a heading as lower-case words without diacritics: ``"ngaySinh"`` becomes ``"ngay sinh"``."""
    return _NOT_WORDS.sub(" ", level(_CAMEL.sub(" ", normalised(text)))).strip()


def _any_of(words: list[str]) -> re.Pattern[str]:
    gap = r"[\\W_]{1,3}"
    either = "|".join(re.sub(r"\\ ", gap, re.escape(word)) for word in sorted(words, key=len, reverse=True))
    return re.compile(rf"(?<![^\W_])(?:{either or '(?!)'})(?![^\W_])")
