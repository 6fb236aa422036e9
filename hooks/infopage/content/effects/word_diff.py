"""Compares two versions of a text word by word."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Literal

Difference = tuple[Literal["same", "new", "old"], str]
"""(version, words): words in a row that both versions have, or only the new one, or only the old one."""

_WORDS = re.compile(r"\w+|\s+|[^\w\s]")
_MOST = 4_000_000
"""The limit of the product of both numbers of words, to limit the time.

Above it, the whole old version is reported as removed and the whole new one as added.
"""


def word_diff(old: str, new: str) -> Iterator[Difference]:
    """Yield the runs of words of both versions, ``old`` and ``new``, in order.

    Where words were replaced, the old ones come first.
    """
    before, after = _WORDS.findall(old), _WORDS.findall(new)
    if len(before) * len(after) > _MOST:
        yield from ((kind, text) for kind, text in (("old", old), ("new", new)) if text)  # type: ignore[misc]
        return
    for kind, i, j, m, n in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind == "equal":
            yield "same", "".join(before[i:j])
            continue
        if j > i:
            yield "old", "".join(before[i:j])
        if n > m:
            yield "new", "".join(after[m:n])
