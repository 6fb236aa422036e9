"""Finds words in data of an unknown format: runs of letters in UTF-8, UTF-16 or a Vietnamese code page."""

import re
from collections.abc import Iterator

_WIDE = re.compile(rb"(?:[\x20-\x7e\xa0-\xff]\0|[\x00-\xff][\x01\x03\x1e]){3,}", re.DOTALL)
_NARROW = re.compile(rb"[\x20-\x7e\x80-\xff]{3,}")
_VIETNAMESE = re.compile("[ăâđêôơưĂÂĐÊÔƠƯ\u0300\u0301\u0303\u0309\u0323\u1ea0-\u1ef9]")
_RUN_IN = re.compile("(?<=[a-z0-9])(?=[A-ZĐ\u00c0-\u00dd\u1ea0-\u1ef8])")
_LONGEST = 4000
"""The maximum length of a run of letters in bytes. A longer run is not text."""


def loose_words(data: bytes) -> Iterator[str]:
    """Yield each distinct run of letters (at least three), decoded as UTF-8, else as Windows-1258, and as UTF-16.

    Bytes that make sense in two encodings are yielded twice, since the format does not tell which one is right.
    """
    told: dict[str, None] = {}
    for found in _NARROW.finditer(data):
        if len(found[0]) > _LONGEST:
            continue
        try:
            told[found[0].decode("utf-8")] = None
        except UnicodeDecodeError:
            told[found[0].decode("cp1258", "ignore")] = None
    for shifted in (data, data[1:]):
        wide = (found[0] for found in _WIDE.finditer(shifted) if len(found[0]) <= _LONGEST)
        told |= dict.fromkeys(one.decode("utf-16-le", "ignore") for one in wide)
    for words in told:
        # The name of a field may directly precede the text, as in ``titleHọp báo``. So the text without that name is
        # yielded too.
        parts = _RUN_IN.split(words) if _RUN_IN.search(words) else ()
        yield from (one.strip() for one in (words, *parts) if _is_said(one))


def _is_said(words: str) -> bool:
    """Tell whether a run of letters is probably text: it is ASCII, or has a letter with Vietnamese diacritics."""
    return words.isprintable() and (words.isascii() or _VIETNAMESE.search(words) is not None)
