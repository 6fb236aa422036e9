"""The compressed forms that a server keeps beside texts: a manifest lists what comes out of one, and no form itself."""

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
    """Return which files of a folder, of those ``found`` with their digests, stand as compressed forms beside files of
    the manifest, and of each whether it is the form of the very text that the manifest means.
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
    """Return the SHA-256 of what comes out of a file, nothing where that is not to be had or is not of this size."""
    digest, read = sha256(), 0
    try:
        with gzip.open(file) as content:
            while chunk := content.read(_CHUNK):
                read += len(chunk)
                if read > size:  # whatever may come still, nobody waits for it
                    return ""
                digest.update(chunk)
    except (OSError, EOFError, zlib.error):
        return ""
    return digest.hexdigest()
