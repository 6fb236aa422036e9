"""A record of the published words: a keyed digest for each place of each item. The record is never public.

Without the key, the words of a short passage could be guessed from its digest. So the key is neither in the record nor
in a release.
"""

import hashlib
import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self
from urllib.parse import quote, unquote

from infopage.content.catalogue import Catalogue
from infopage.content.lints.references import linked_files
from infopage.content.model import Chapter, Draft, Item, NewsItem, OfficialDocument, Question, StudyGuide
from infopage.content.texts import Text
from infopage.release.reading.digests import file_digest
from infopage.release.words.places import FILE, FORM, HEADER, places

NAME = "so-cau-chu.txt"
"""The name of the file with a record of published words."""

KEPT_TYPES = (OfficialDocument, NewsItem, StudyGuide, Question, Draft, Chapter)
"""The types of item whose words are recorded.

An event may change without a note: its hour or place often does. So may a collection, which is arranged anew each day.
"""

_HEAD = "# Sổ câu chữ đã công bố: không đưa ra ngoài; dạng {} khóa {}\n"
_SAFE = "/:@~!$'()*+,;"
_SIZE = 12
"""The length of a digest, in hexadecimal digits. It is short, because a large site has a million digests."""


@dataclass(frozen=True)
class WordsKey:
    """The secret key with which the digests of words are computed."""

    secret: bytes = field(repr=False)

    @classmethod
    def of(cls, text: str) -> Self:
        """Return the key made from a secret text of at least 32 characters. Raises ValueError for a shorter one."""
        if len(text.strip()) < 32:
            raise ValueError("khóa câu chữ phải có ít nhất 32 ký tự; hãy tạo bằng: openssl rand -hex 32")
        return cls(hashlib.sha256(text.strip().encode()).digest())

    @property
    def mark(self) -> str:
        """A digest of the key, by which a record says which key made it. The key cannot be computed from it."""
        return self.digest("khoa")

    def digest(self, *parts: str) -> str:
        """Return the keyed digest (BLAKE2b, in hexadecimal) of a text made of several parts, in order."""
        text = "\0".join(parts).encode()
        return hashlib.blake2b(text, key=self.secret, digest_size=_SIZE // 2).hexdigest()


@dataclass(frozen=True)
class ItemRecord:
    """The record of the words of one item.

    ``path`` is its Markdown file. ``updated`` is the time of its last update in ISO form, "" if there is none. ``told``
    are the digests of its corrections and change notes, which tell readers of changes. ``body`` is the digest of all
    words of its body, and ``places`` are the digests of its places by name, in order.
    """

    path: str
    updated: str
    told: frozenset[str]
    body: str
    places: Mapping[str, str]


@dataclass(frozen=True)
class WordRecord:
    """The record of the words of a release: the :attr:`~WordsKey.mark` of its key, and the records of items by id."""

    mark: str
    items: Mapping[str, ItemRecord] = field(default_factory=dict)

    @classmethod
    def parse(cls, text: str, key: WordsKey) -> Self:
        """Parse a record of words. Raises ValueError where it is damaged, or was made with another key or ``FORM``."""
        head, *lines = text.split("\n")
        if f"{head}\n" != _HEAD.format(FORM, key.mark) or lines[-1:] != [""]:
            raise ValueError(NAME)
        try:
            return cls(key.mark, dict(map(_parsed, lines[:-1])))
        except ValueError:
            raise ValueError(NAME) from None

    def __str__(self) -> str:
        """Return the text of the file with the record of words."""
        return _HEAD.format(FORM, self.mark) + "".join(f"{_line(id, self.items[id])}\n" for id in sorted(self.items))


def recorded(text: Text, item: Item, key: WordsKey, docs: Path | None = None) -> ItemRecord:
    """Return the record of the words of an item; ``text`` is the item's text.

    ``docs`` is the folder with the files that items attach or link to; None if files are not to be compared.
    """
    found: dict[str, str] = {}
    body = []
    if docs:
        for path in sorted({file.path for file in linked_files(text)}):
            place = f"{FILE}{posixpath.basename(path)}"
            found[place] = key.digest(place, found.get(place, ""), file_digest(docs / path))
    for place, words in places(text):
        # An editor's HTML may use one id twice. Then the digest is that of the words at both places.
        found[place] = key.digest(place, found.get(place, ""), words)
        if not place.startswith(HEADER):
            body.append(words)
    told = (
        *(key.digest(one.on.isoformat(), one.wrong, one.right) for one in item.corrections),
        *(key.digest(one.on.isoformat() if one.on else "", one.note) for one in item.change_notes),
    )
    updated = item.updated.at.isoformat() if item.updated else ""
    return ItemRecord(item.path, updated, frozenset(told), key.digest("body", "".join(body)), found)


def record_of(catalogue: Catalogue, key: WordsKey, previous: WordRecord | None, docs: Path | None = None) -> WordRecord:
    """Return the record of the words of the items in ``catalogue``; ``docs`` is as in :func:`recorded`.

    The words of an expired or withdrawn item are carried over from the ``previous`` record, so that it cannot return
    with other words unnoticed. Redacted items are left out.
    """
    items = {item.id: recorded(catalogue.text(item), item, key, docs) for item in kept_items(catalogue)}
    before = previous.items if previous else {}
    gone = {item.id for item in catalogue.gone if not item.redacted}
    return WordRecord(key.mark, {id: one for id, one in before.items() if id in gone} | items)


def kept_items(catalogue: Catalogue) -> Iterator[Item]:
    """Yield the current items whose words are recorded."""
    return (item for item in catalogue.current if isinstance(item, KEPT_TYPES))


def _line(id: str, one: ItemRecord) -> str:
    found = (f"{digest}{quote(place, safe=_SAFE)}" for place, digest in one.places.items())
    columns = (id, quote(one.path, safe=_SAFE), one.updated, " ".join(sorted(one.told)), one.body, " ".join(found))
    return "\t".join(columns)


def _parsed(line: str) -> tuple[str, ItemRecord]:
    id, path, updated, told, body, found = line.split("\t")
    named = {unquote(one[_SIZE:]): one[:_SIZE] for one in found.split()}
    return id, ItemRecord(unquote(path), updated, frozenset(told.split()), body, named)
