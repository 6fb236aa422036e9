"""Extracts files embedded in a text as ``data:`` URIs (RFC 2397), such as small pictures in pages and styles."""

import base64
import binascii
import re
from collections.abc import Iterator
from urllib.parse import unquote_to_bytes

_ADDRESS = re.compile(r"data:([\w.+-]+/[\w.+-]+)?(?:;[\w-]+=[\w.-]+)*(;base64)?,([^\s\"'<>)\\]{8,})", re.IGNORECASE)


def files_within(text: str) -> Iterator[tuple[int, bytes]]:
    """Yield (line number from 1, decoded file) for each ``data:`` URI in a text, except those with invalid base64."""
    for found in _ADDRESS.finditer(text) if "data:" in text else ():
        content = unquote_to_bytes(found[3])
        if found[2]:
            try:
                content = base64.b64decode(content + b"=" * (-len(content) % 4))
            except (binascii.Error, ValueError):
                continue
        yield text.count("\n", 0, found.start()) + 1, content
