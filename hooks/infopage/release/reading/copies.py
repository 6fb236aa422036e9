"""Reads a copy of a release that is to be checked: a folder, or a live site with few requests at a time."""

import posixpath
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from hashlib import sha256
from http.client import HTTPException
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urljoin

from infopage.outputs.pages.tombstones import FILE as TOMBSTONE
from infopage.release.reading.digests import file_digest
from infopage.release.reading.http_client import answer
from infopage.release.reading.walk import entries

MISSING = "404.html"
"""The page that servers send for missing addresses. Even at its own address, its status may be 404."""

CONNECTIONS = 4
"""The number of simultaneous requests: no more than a browser makes to one host."""

_ATTEMPTS = 3
NOT_SERVED = frozenset({"_headers", "_redirects", ".htaccess", "web.config"})
"""Configuration files of web servers, which servers do not deliver to readers."""


UNREAD = ""
"""The value in place of a SHA-256, for a file that exists but cannot be read."""


class CopyError(Exception):
    """Raised if a copy of a release (a folder or a live site) is not there or does not answer; the message says why."""


@dataclass(frozen=True)
class Folder:
    """A release in a folder."""

    root: Path
    live = False

    def read(self, name: str) -> bytes | None:
        """Return the content of a file, or None where it does not exist. Raises CopyError."""
        try:
            return (self.root / name).read_bytes()
        except FileNotFoundError:
            return None
        except OSError as error:
            raise CopyError(f"không đọc được {name}: {error.strerror}") from None

    def digests(self, names: frozenset[str]) -> Iterator[tuple[str, str | None]]:
        """Yield the address and SHA-256 of each file of the folder, and of each of ``names``.

        The SHA-256 is None for a missing file, and UNREAD for an unreadable file or a symbolic link. Raises CopyError
        where a folder cannot be read.
        """
        try:
            there = {name for name, entry in entries(self.root) if entry.is_symlink() or entry.is_file()}
        except OSError as error:
            raise CopyError(f"không đọc được {error.filename}: {error.strerror}") from None
        for name in sorted(there | names):
            file = self.root / name
            try:
                yield name, UNREAD if file.is_symlink() else file_digest(file) if file.is_file() else None
            except OSError:
                yield name, UNREAD


@dataclass(frozen=True)
class Live:
    """A release on a live site, at an absolute address that ends in ``/``."""

    address: str
    live = True

    def read(self, name: str) -> bytes | None:
        """Return the content of a file, or None where the server has none. Raises CopyError for a failed request."""
        found = self._get(name)
        return None if found is None else b"".join(found)

    def digests(self, names: frozenset[str]) -> Iterator[tuple[str, str | None]]:
        """Yield each of ``names`` with the SHA-256 of the server's response.

        The SHA-256 is None for a missing file, and UNREAD for a failed request. The names ``NOT_SERVED`` are left out.
        """
        with ThreadPoolExecutor(CONNECTIONS) as pool:
            asked = sorted(names - NOT_SERVED)
            yield from zip(asked, pool.map(self._digest, asked), strict=True)

    def _digest(self, name: str) -> str | None:
        digest = sha256()
        try:
            found = self._get(name)
        except CopyError:
            return UNREAD
        for chunk in found or ():
            digest.update(chunk)
        return None if found is None else digest.hexdigest()

    def _get(self, name: str) -> list[bytes] | None:
        folder, last = posixpath.split(name)
        gone = last == TOMBSTONE
        status = 410 if gone else 404 if name == MISSING else 200
        # Request a page as readers do, by the address of its folder.
        path = f"{folder}/".lstrip("/") if gone or last == "index.html" else name
        address = urljoin(self.address, quote(path))
        for attempt in range(_ATTEMPTS):
            try:
                return answer(address, status)
            except HTTPError as error:
                if error.code in (404, 403):
                    return None
                said = f"máy chủ trả lời {error.code}"
            except (URLError, HTTPException, OSError, ValueError) as error:
                said = str(getattr(error, "reason", error))
            if attempt + 1 < _ATTEMPTS:
                time.sleep(attempt + 1)
        raise CopyError(f"không tải được {address}: {said}")


def copy_at(place: str) -> Folder | Live:
    """Return the copy that ``place`` names: an http(s) address or a folder. Raises CopyError for anything else."""
    if place.startswith(("http://", "https://")):
        return Live(place.rstrip("/") + "/")
    if not Path(place).is_dir():
        raise CopyError(f"{place}: không phải thư mục, cũng không phải địa chỉ http:// hay https://")
    return Folder(Path(place))
