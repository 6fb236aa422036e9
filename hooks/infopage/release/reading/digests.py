"""The SHA-256 of a file."""

import hashlib
from io import FileIO
from pathlib import Path

_CHUNK = 1 << 20


def file_digest(path: Path | str) -> str:
    """Return a file's SHA-256 in hexadecimal."""
    digest = hashlib.sha256()
    with FileIO(path) as file:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()
