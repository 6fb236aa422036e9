"""The titles, numbers and file names that must disappear after an item was withdrawn with ``giau_ten`` (redacted)."""

import posixpath
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field

from infopage.content.addresses import address_of
from infopage.content.catalogue import Catalogue
from infopage.content.lints.references import files_of
from infopage.content.model import Item, OfficialDocument, StandingPage
from infopage.language.dates import IssueDate
from infopage.outputs.wording.taken_back import redacted_files

_FEWEST_WORDS = 3
"""A title or summary with fewer words is not searched for: “Hội nghị” (meeting) would be found everywhere."""

_DATED = re.compile(r"\W{0,3}ngày (\d{1,2})(?:[/.-]| tháng )(\d{1,2})(?:[/.-]| năm )(\d{4})")


def plain(text: str) -> str:
    """Return a text in the form in which texts are compared: NFC, lower case, single spaces between words."""
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())


@dataclass(frozen=True)
class Redacted:
    """One redacted item (withdrawn, with its title hidden): its Markdown file and what a text must not contain.

    ``phrases`` (its title and summary) and ``files`` (file names) are :func:`plain` text. ``number`` is the pattern of
    an official document's number, and ``issued`` its date of issue. A text with this number and another date names
    another document.
    """

    source: str
    phrases: tuple[str, ...]
    files: tuple[str, ...]
    number: re.Pattern[str] | None = None
    issued: IssueDate | None = None

    def is_in(self, text: str) -> bool:
        """Tell whether a :func:`plain` text names the redacted item."""
        return any(name in text for name in (*self.phrases, *self.files)) or self._is_numbered(text)

    def _is_numbered(self, text: str) -> bool:
        if self.number is None or self.issued is None:
            return False
        for found in self.number.finditer(text):
            dated = _DATED.match(text, found.end())
            if not dated:
                return True
            day = self.issued.earliest
            if (day.day, day.month, day.year) == tuple(map(int, dated.groups())):
                return True
        return False


@dataclass(frozen=True)
class Redaction:
    """All redacted items of a site: withdrawn items whose titles are hidden.

    ``pages`` are the addresses of their pages, which still answer with a notice. ``files`` are the addresses of their
    files, which are published nowhere, because an address contains the file's name.
    """

    items: tuple[Redacted, ...] = ()
    pages: frozenset[str] = field(default_factory=frozenset)
    files: frozenset[str] = field(default_factory=frozenset)

    @classmethod
    def of(cls, catalogue: Catalogue) -> "Redaction":
        """Return the redaction of the items in ``catalogue`` that were withdrawn with ``giau_ten``."""
        found = {item: redacted_files(item, catalogue) for item in catalogue.gone if item.redacted}
        files = {path for paths in found.values() for path in paths}
        moved = {redirect.id for redirect in catalogue.registries.redirects if redirect.to in files}
        return cls(
            tuple(_redacted(item, paths, catalogue) for item, paths in found.items()),
            frozenset(address_of(item.path) for item in found),
            frozenset(files | moved),
        )


def _redacted(item: Item, files: set[str], catalogue: Catalogue) -> Redacted:
    shown: tuple[Item | StandingPage, ...] = (*catalogue.pages, *catalogue.current)
    named = {posixpath.basename(file.path) for one in shown for file in files_of(catalogue.text(one))}
    others = {plain(words) for other in catalogue.current for words in _names(other)}
    phrases = {phrase for words in _names(item) if len((phrase := plain(words)).split()) >= _FEWEST_WORDS}
    names = {path if (name := posixpath.basename(path)) in named else name for path in files}
    source, told = f"docs/{item.path}", tuple(sorted(phrases - others))
    if not isinstance(item, OfficialDocument) or item.symbol is None:
        return Redacted(source, told, tuple(sorted(map(plain, names))))
    parts = r"\s*".join(re.escape(part) for part in re.split("([-/])", plain(str(item.symbol))))
    number = re.compile(rf"(?<![\w/-]){parts}(?![\w/-])")
    return Redacted(source, told, tuple(sorted(map(plain, names))), number, item.issued)


def _names(item: Item) -> Iterator[str]:
    for attribute in ("title", "abstract", "summary"):
        if words := getattr(item, attribute, ""):
            yield words.rstrip(".")
