"""Recognises the content of the project's demonstration site by hashes. A real site may contain none of it.

The hashes are part of this package, because a province that makes the repository its own deletes the demonstration.
``python -m tests.demonstration`` writes them anew, and a test compares them with the current demonstration.
"""

import hashlib
import json
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any, Self

from infopage.content import registries
from infopage.content.diagnostics import has_errors
from infopage.content.folders import TYPE_OF_FOLDER
from infopage.content.frontmatter import split
from infopage.content.nodes import Scalar
from infopage.content.registry_entries import Issuer
from infopage.content.source import decode

FILE = Path(__file__).with_name("demonstration.json")
FOLDERS = ("docs", "data")
"""The folders with the source files of a site. The file mkdocs.yml belongs to the source too."""

SETTINGS = "mkdocs.yml"

SIGNS = re.compile(
    "minhhoa\\.example|\\([Bb]ản trình diễn\\)|(?<!\\d)0200[ .-]?000[ .-]?000(?!\\d)|GP-MH(?!\\w)"
    "|(?<!Ảnh )(?<!ảnh )(?<!Hình )(?<!hình )(?<!Tranh )(?<!tranh )(?<!Bản )(?<!bản )(?<!\\w)Minh H(?:ọa|oạ)(?!\\w)"
    "|(?<!\\w)Tân H(?:ọa|oạ)(?!\\w)"
    "|(?<!\\w)(?:TỈNH|TỈNH ỦY|TỈNH UỶ|NHÂN DÂN TỈNH|ĐẢNG BỘ TỈNH) MINH H(?:ỌA|OẠ)(?!\\w)"
)
"""Matches names, addresses and numbers made up for the demonstration site: a text that has one is a part of it.

Any site may say ``minh họa`` (illustration) in lower case or in a picture's caption, so these are not matched.
"""

_HINTS = ("Minh H", "MINH H", "Tân H", "minhhoa", "0200", "GP-MH", "ản trình diễn")
"""Substrings for a quick test: every match of ``SIGNS`` contains one of them."""

_END = re.compile(r"(?<=[.!?;:…])\s+|\n")
_WORD = re.compile(r"[^\W_]+")
_FIRST = re.compile(r"^(?:#+|>|[-*+]|\d+\.)\s+")
_KEY = re.compile(r"^\s*(?:- )?[a-z_]+: ")
_LEAST_WORDS, _ENOUGH_WORDS = 8, 14


@dataclass(frozen=True)
class Demonstration:
    """The hashes of the demonstration site's content.

    - ``files`` maps the path of each file to the hash of its content.
    - ``titles`` maps the ID of each item to the hash of its title.
    - ``bodies`` has a hash of each issuing body with all its data, and ``names`` a hash of its ID and name only.
    - ``sentences`` has a hash of each sentence of the texts.
    """

    files: dict[str, str]
    titles: dict[str, str]
    bodies: frozenset[str]
    names: frozenset[str]
    sentences: frozenset[str]

    @classmethod
    def of(cls, root: Path, generic: Collection[str] = ()) -> Self:
        """Return the hashes of the demonstration site in the project at ``root``.

        Sentences of the ``generic`` texts (the templates for editors) are left out, because any site may contain them.
        """
        paths = sorted(held(root))
        texts = {path: text for path in paths if (text := text_of(path, (root / path).read_bytes())) is not None}
        common = {digest for text in generic for _, digest, _ in sentences(text)}
        issuers, faults = registries.load_one(root, "co-quan")
        assert not has_errors(faults)
        written = {
            digest for path, text in texts.items() if path.startswith("docs/") for _, digest, _ in sentences(text)
        }
        return cls(
            files={path: content_digest((root / path).read_bytes()) for path in paths},
            titles={id: title for path, text in texts.items() for id, title in [_title(path, text)] if id},
            bodies=frozenset(body_digest(one) for one in issuers),
            names=frozenset(name_digest(one) for one in issuers),
            sentences=frozenset(written - common),
        )

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read the hashes from the text that :meth:`__str__` returns."""
        told: dict[str, Any] = json.loads(text)
        return cls(told["files"], told["titles"], *(frozenset(told[name]) for name in ("bodies", "names", "sentences")))

    def __str__(self) -> str:
        told = {name: getattr(self, name) for name in ("files", "titles")}
        told |= {name: sorted(getattr(self, name)) for name in ("bodies", "names", "sentences")}
        return json.dumps(told, ensure_ascii=False, indent=0, sort_keys=True) + "\n"

    @cached_property
    def attachments(self) -> frozenset[str]:
        """The hashes of all files attached to items of the demonstration site."""
        return frozenset(
            digest for path, digest in self.files.items() if path.startswith("docs/") and path[-3:] != ".md"
        )

    def owns(self, path: str, content: bytes) -> bool:
        """Tell whether the file at ``path``, with this content, is an unchanged file of the demonstration site."""
        return self.files.get(path) == content_digest(content)

    def said_in(self, text: str) -> int:
        """Return the line number of the demonstration site's first sentence in a text; 0 where the text has none.

        A single short sentence may be a coincidence, so two sentences or one of at least 14 words are needed.
        """
        found = [(line, words) for line, digest, words in sentences(text) if digest in self.sentences]
        enough = len(found) > 1 or any(words >= _ENOUGH_WORDS for _, words in found)
        return found[0][0] if enough else 0

    def is_item(self, path: str, text: str) -> bool:
        """Tell whether a text has the ID and the title of an item of the demonstration site."""
        id, title = _title(path, text)
        return bool(id) and self.titles.get(id) == title


@cache
def demonstration() -> Demonstration:
    """Return the hashes that are stored in this package."""
    return Demonstration.parse(FILE.read_text(encoding="utf-8"))


def signed(text: str) -> int:
    """Return the first line (from 1) of a text that has a sign of the demonstration site; 0 if no line has one.

    Signs are the invented names, web addresses and telephone numbers of that site (``SIGNS``).
    """
    found = SIGNS.search(text) if any(hint in text for hint in _HINTS) else None
    return text.count("\n", 0, found.start()) + 1 if found else 0


def held(root: Path) -> Iterator[str]:
    """Yield the paths of a site's source files (see ``FOLDERS``), relative to ``root``. Hidden files are left out."""
    for folder in FOLDERS:
        for file in (root / folder).rglob("*"):
            hidden = any(part.startswith(".") for part in file.relative_to(root).parts)
            if file.is_file() and not file.is_symlink() and not hidden:
                yield file.relative_to(root).as_posix()
    if (root / SETTINGS).is_file():
        yield SETTINGS


def text_of(path: str, content: bytes) -> str | None:
    """Return the text of a file that editors write; None for other files and for files that cannot be decoded."""
    if not path.endswith((".md", ".yml")):
        return None
    source, _ = decode(path, content)
    return source.text if source else None


def sentences(text: str) -> Iterator[tuple[int, str, int]]:
    """Yield each sentence of at least eight words: its line, its hash and its number of words.

    Upper and lower case count as equal, and Markdown marks or the name of a YAML key around the words are ignored.
    """
    for number, line in enumerate(text.split("\n"), 1):
        for part in _END.split(_FIRST.sub("", _KEY.sub("", line).lstrip())):
            words = _WORD.findall(part.casefold())
            if len(words) >= _LEAST_WORDS:
                yield number, _digest(" ".join(words)), len(words)


def content_digest(content: bytes) -> str:
    """Return the hash of a file. Either kind of line ending gives the same hash."""
    return hashlib.sha256(content.replace(b"\r\n", b"\n")).hexdigest()[:16]


def body_digest(body: Issuer) -> str:
    """Return the hash of an issuing body with all its data."""
    return _digest(repr(body))


def name_digest(body: Issuer) -> str:
    """Return the hash of a body's ID and name."""
    return _digest(f"{body.id} {body.name}")


def _title(path: str, text: str) -> tuple[str, str]:
    """Return the ID of an item and the hash of its title. The ID is empty where the file is no item or has none."""
    if path.split("/")[0] != "docs" or path.split("/")[1] not in TYPE_OF_FOLDER:
        return "", ""
    source, _ = decode(path, text.encode())
    page, _ = split(source) if source else (None, [])
    values = {e.key: e.value.text for e in page.header.entries if isinstance(e.value, Scalar)} if page else {}
    return values.get("ma", ""), _digest(
        " ".join(_WORD.findall(values.get("tieu_de", values.get("trich_yeu", "")).casefold()))
    )


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:12]
