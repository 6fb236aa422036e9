"""The content of the project's demonstration as digests: a province's own site may contain none of it.

The digests are part of this package, because the demonstration is gone from a repository that a province has made its
own. ``python -m tests.demonstration`` writes them anew, and a test compares them with the current demonstration.
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
from infopage.content.frontmatter import split
from infopage.content.nodes import Scalar
from infopage.content.reading import TYPE_OF_FOLDER
from infopage.content.registry_entries import Issuer
from infopage.content.source import decode

FILE = Path(__file__).with_name("demonstration.json")
FOLDERS = ("docs", "data")
"""The folders that a site is made from, beside mkdocs.yml."""

SETTINGS = "mkdocs.yml"

SIGNS = re.compile(
    "minhhoa\\.example|\\([Bb]ản trình diễn\\)|(?<!\\d)0200[ .-]?000[ .-]?000(?!\\d)|GP-MH(?!\\w)"
    "|(?<!Ảnh )(?<!ảnh )(?<!Hình )(?<!hình )(?<!Tranh )(?<!tranh )(?<!Bản )(?<!bản )(?<!\\w)Minh H(?:ọa|oạ)(?!\\w)"
    "|(?<!\\w)Tân H(?:ọa|oạ)(?!\\w)"
    "|(?<!\\w)(?:TỈNH|TỈNH ỦY|TỈNH UỶ|NHÂN DÂN TỈNH|ĐẢNG BỘ TỈNH) MINH H(?:ỌA|OẠ)(?!\\w)"
)
"""The names, addresses and numbers of the demonstration. Any site may say ``minh họa`` in lower case or in a picture's
caption.
"""

_HINTS = ("Minh H", "MINH H", "Tân H", "minhhoa", "0200", "GP-MH", "ản trình diễn")
"""A quick test: every sign contains one of these texts."""

_END = re.compile(r"(?<=[.!?;:…])\s+|\n")
_WORD = re.compile(r"[^\W_]+")
_FIRST = re.compile(r"^(?:#+|>|[-*+]|\d+\.)\s+")
_KEY = re.compile(r"^\s*(?:- )?[a-z_]+: ")
_LEAST_WORDS, _ENOUGH_WORDS = 8, 14


@dataclass(frozen=True)
class Demonstration:
    """The digests of the demonstration's content: of ``files`` by path, of ``titles`` by item ID, of ``sentences``.

    ``bodies`` are the digests of issuing bodies with all their data, ``names`` those of the bodies' IDs and names.
    """

    files: dict[str, str]
    titles: dict[str, str]
    bodies: frozenset[str]
    names: frozenset[str]
    sentences: frozenset[str]

    @classmethod
    def of(cls, root: Path, generic: Collection[str] = ()) -> Self:
        """Return the digests of the demonstration at ``root``.

        Sentences of the ``generic`` texts are left out, because any site may have them.
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
        """Read what :meth:`__str__` wrote."""
        told: dict[str, Any] = json.loads(text)
        return cls(told["files"], told["titles"], *(frozenset(told[name]) for name in ("bodies", "names", "sentences")))

    def __str__(self) -> str:
        told = {name: getattr(self, name) for name in ("files", "titles")}
        told |= {name: sorted(getattr(self, name)) for name in ("bodies", "names", "sentences")}
        return json.dumps(told, ensure_ascii=False, indent=0, sort_keys=True) + "\n"

    @cached_property
    def attachments(self) -> frozenset[str]:
        """The digests of the files that lie beside the demonstration's texts."""
        return frozenset(
            digest for path, digest in self.files.items() if path.startswith("docs/") and path[-3:] != ".md"
        )

    def owns(self, path: str, content: bytes) -> bool:
        """Tell whether a file is the demonstration's own, unchanged."""
        return self.files.get(path) == content_digest(content)

    def said_in(self, text: str) -> int:
        """Return the line of the first sentence of the demonstration in a text; 0 where it has none.

        A single short sentence may be a coincidence, so it takes two sentences or a long one.
        """
        found = [(line, words) for line, digest, words in sentences(text) if digest in self.sentences]
        enough = len(found) > 1 or any(words >= _ENOUGH_WORDS for _, words in found)
        return found[0][0] if enough else 0

    def is_item(self, path: str, text: str) -> bool:
        """Tell whether a text has the id and the title of one of the demonstration's items."""
        id, title = _title(path, text)
        return bool(id) and self.titles.get(id) == title


@cache
def demonstration() -> Demonstration:
    """Return the digests of the demonstration that this package contains."""
    return Demonstration.parse(FILE.read_text(encoding="utf-8"))


def signed(text: str) -> int:
    """Return the line of the first name, address or number of the demonstration in a text; 0 where it has none."""
    found = SIGNS.search(text) if any(hint in text for hint in _HINTS) else None
    return text.count("\n", 0, found.start()) + 1 if found else 0


def held(root: Path) -> Iterator[str]:
    """Yield the files that a site is made from, relative to the project's root, without hidden files."""
    for folder in FOLDERS:
        for file in (root / folder).rglob("*"):
            hidden = any(part.startswith(".") for part in file.relative_to(root).parts)
            if file.is_file() and not file.is_symlink() and not hidden:
                yield file.relative_to(root).as_posix()
    if (root / SETTINGS).is_file():
        yield SETTINGS


def text_of(path: str, content: bytes) -> str | None:
    """Return the text of a file that editors write; None for another file, or one that cannot be decoded."""
    if not path.endswith((".md", ".yml")):
        return None
    source, _ = decode(path, content)
    return source.text if source else None


def sentences(text: str) -> Iterator[tuple[int, str, int]]:
    """Yield each sentence of eight words or more: its line, its digest and the number of its words.

    Case makes no difference, nor does what surrounds the words, such as Markdown marks or the name of a key.
    """
    for number, line in enumerate(text.split("\n"), 1):
        for part in _END.split(_FIRST.sub("", _KEY.sub("", line).lstrip())):
            words = _WORD.findall(part.casefold())
            if len(words) >= _LEAST_WORDS:
                yield number, _digest(" ".join(words)), len(words)


def content_digest(content: bytes) -> str:
    """Return the digest of a file, the same for either kind of line ending."""
    return hashlib.sha256(content.replace(b"\r\n", b"\n")).hexdigest()[:16]


def body_digest(body: Issuer) -> str:
    """Return the digest of an issuing body with all its data."""
    return _digest(repr(body))


def name_digest(body: Issuer) -> str:
    """Return the digest of a body's id and name."""
    return _digest(f"{body.id} {body.name}")


def _title(path: str, text: str) -> tuple[str, str]:
    """Return the id of an item and the digest of its title."""
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
