"""Checks the gzip copies that a server stores beside text files. A manifest does not list these copies."""

import gzip
import zlib
from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path

from infopage.release.hosting.headers import COMPRESSED_ENDING
from infopage.release.proof.manifest import Manifest
from infopage.release.reading.copies import UNREAD

_CHUNK = 1 << 16


def compressed_forms(folder: Path, manifest: Manifest, found: Mapping[str, str]) -> dict[str, bool]:
    """Return, for each gzip copy in a folder, whether it decompresses to the text file that the manifest lists.

    ``found`` are the SHA-256 of the folder's files by address. The gzip copy of ``a.html`` is ``a.html.gz``.
    """
    return {
        name: found[name] != UNREAD and _digest(folder / name, (folder / text).stat().st_size) == manifest.digests[text]
        for name, text in _beside_texts(found, manifest)
        if (folder / text).is_file()
    }


def _beside_texts(found: Mapping[str, str], manifest: Manifest) -> Iterator[tuple[str, str]]:
    for name in found:
        text = name.removesuffix(f".{COMPRESSED_ENDING}")
        if name != text and name not in manifest.digests and text in manifest.digests:
            yield name, text


def _digest(file: Path, size: int) -> str:
    """Return the SHA-256 of a gzip file's content; empty where it is damaged or longer than ``size`` (the original)."""
    digest, read = sha256(), 0
    try:
        with gzip.open(file) as content:
            while chunk := content.read(_CHUNK):
                read += len(chunk)
                if read > size:  # stop: it is longer than the original, and may be endless
                    return ""
                digest.update(chunk)
    except (OSError, EOFError, zlib.error):
        return ""
    return digest.hexdigest()
