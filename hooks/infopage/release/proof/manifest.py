"""The manifest: every file of a release with its SHA-256, in the format that ``sha256sum --check`` reads.

So a server, or a reader with a copy on a USB stick, can check a release with coreutils alone.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

from infopage.release.reading.digests import file_digest
from infopage.release.reading.walk import entries, is_plain

NAME = "MANIFEST.sha256"
"""The manifest's address in the site. It lists neither itself nor its signature."""

SIGNATURE = f"{NAME}.sig"
"""The address of the manifest's signature, in OpenSSH's armored format (SSHSIG)."""

_LINE = re.compile(r"([0-9a-f]{64})  ([^\s\\](?:[^\n\r\\]*[^\s\\])?)")


@dataclass(frozen=True)
class Manifest:
    """The SHA-256 (hexadecimal) of each file by its address relative to the site's root: ``van-ban/index.html``."""

    digests: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of_folder(cls, folder: Path) -> Self:
        """Compute the manifest (the SHA-256 of each file) of a folder.

        Raises ValueError for a symbolic link or device, and for a name that a line of the manifest cannot contain.
        """
        return cls({name: file_digest(path) for name, path in _listed(folder)})

    @classmethod
    def parse(cls, text: str) -> Self:
        """Parse the text of a manifest (the SHA-256 of each file). Raises ValueError, which names the faulty line."""
        found: dict[str, str] = {}
        for number, line in enumerate(text.removesuffix("\n").split("\n") if text else (), 1):
            match = _LINE.fullmatch(line)
            if not match or match[2] in found or ".." in match[2].split("/") or match[2].startswith("/"):
                raise ValueError(f"{NAME}, dòng {number}: không phải dòng của bản kê")
            found[match[2]] = match[1]
        return cls(found)

    def __str__(self) -> str:
        """Return the text of the manifest: a line for each file, sorted by address."""
        return "".join(f"{digest}  {name}\n" for name, digest in sorted(self.digests.items()))

    @property
    def digest(self) -> str:
        """The SHA-256, in hexadecimal, of the text of the manifest. It identifies the release."""
        return hashlib.sha256(str(self).encode()).hexdigest()

    def faults(self, found: Mapping[str, str]) -> Iterable[tuple[str, str]]:
        """Yield each address where ``found`` differs from the manifest, with a word: missing, changed or foreign.

        ``found`` maps the addresses of existing files to their SHA-256. A foreign file is not in the manifest.
        """
        for name in sorted(self.digests.keys() | found.keys()):
            if name not in found:
                yield name, "missing"
            elif name not in self.digests:
                yield name, "foreign"
            elif found[name] != self.digests[name]:
                yield name, "changed"


def unchanged(site: Path) -> Manifest:
    """Return the manifest (the SHA-256 of each file) of a folder's present files.

    Raises ValueError where a manifest is stored in the folder and differs from it.
    """
    manifest = Manifest.of_folder(site)
    written = Manifest.parse((site / NAME).read_text("utf-8")) if (site / NAME).is_file() else manifest
    if changed := next(iter(written.faults(manifest.digests)), None):
        raise ValueError(f"{changed[0]} đã đổi sau khi lập bản kê {NAME}; hãy dựng lại trang")
    return manifest


def refuse_changed(site: Path) -> None:
    """Raise ValueError where a file differs from the manifest stored in the folder.

    In a folder without a manifest, raise it only for a file that a manifest cannot list.
    """
    if (site / NAME).is_file():
        unchanged(site)
    else:
        for _ in _listed(site):
            pass


def _listed(folder: Path) -> Iterator[tuple[str, str]]:
    """Yield the address and path of each file that belongs in the manifest of a folder.

    Raises ValueError as :meth:`Manifest.of_folder` does.
    """
    for name, entry in entries(folder):
        if not is_plain(entry):
            raise ValueError(f"{name}: không phải tệp thường")
        if entry.is_dir() or name in (NAME, SIGNATURE):
            continue
        if not _LINE.fullmatch(f"{'0' * 64}  {name}"):
            raise ValueError(f"{name!r}: tên tệp có ký tự không dùng được")
        yield name, entry.path
