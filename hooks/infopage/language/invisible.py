"""Removes invisible characters, which would split words for the search. Those needed by a script or emoji stay."""

import re
import unicodedata
from collections.abc import Mapping

_NAMES: Mapping[int, str] = {
    0x00AD: "dấu nối mềm",
    0x034F: "dấu ghép chữ",
    0x061C: "dấu chiều chữ",
    0x180E: "dấu cách không bề rộng",
    0x200B: "dấu cách không bề rộng",
    0x200C: "dấu tách chữ không bề rộng",
    0x200D: "dấu ghép chữ không bề rộng",
    0x2060: "dấu ghép từ",
    0xFEFF: "dấu đầu tệp BOM",
    **dict.fromkeys((0x200E, 0x200F, *range(0x202A, 0x202D), *range(0x2066, 0x206A)), "dấu chiều chữ"),
    **dict.fromkeys(range(0x2061, 0x2065), "dấu ẩn của công thức"),
    **dict.fromkeys((0x115F, 0x1160, 0x3164, 0xFFA0), "chữ trống"),
    **dict.fromkeys((*range(0xFE00, 0xFE10), *range(0xE0000, 0xE0080)), "dấu chọn dạng chữ"),
}
_SPACES: Mapping[int, str] = {
    0x00A0: "dấu cách không ngắt dòng",
    0x202F: "dấu cách hẹp không ngắt dòng",
    0x3000: "dấu cách chữ Hán",
    **dict.fromkeys((0x1680, *range(0x2000, 0x200B), 0x205F), "dấu cách đặc biệt"),
}
# The characters are in two patterns: a set that goes beyond the Basic Multilingual Plane is many times slower.
_INVISIBLE = re.compile("[" + "".join(chr(code) for code in _NAMES if code <= 0xFFFF) + "]")
_TAGS = re.compile("[\U000e0000-\U000e007f]")
_EITHER = re.compile(f"{_INVISIBLE.pattern}|{_TAGS.pattern}")
_ODD_SPACE = re.compile("[" + "".join(map(chr, _SPACES)) + "]")
# Khmer and Thai separate words with these, Arabic and Indic scripts shape letters, and emoji are joined by them.
_NEEDED = frozenset({0x061C, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2060, *range(0xFE00, 0xFE10)})


def strip_invisible(text: str) -> tuple[str, dict[str, list[int]]]:
    """Return a text without invisible characters, and the lines (from 1) where each of these characters was.

    >>> strip_invisible("Nghị\\u200b quyết")
    ('Nghị quyết', {'\\u200b': [1]})
    """
    if not _INVISIBLE.search(text) and not _TAGS.search(text):
        return text, {}
    kept, lines = [], dict[str, list[int]]()
    at, line = 0, 1
    for found in _EITHER.finditer(text):
        if _is_needed(text, found.start()):
            continue
        kept.append(text[at : found.start()])
        line += kept[-1].count("\n")
        lines.setdefault(found[0], []).append(line)
        at = found.end()
    return "".join((*kept, text[at:])), lines


def odd_spaces(text: str) -> list[str]:
    """Return the special spaces in a text, such as the no-break space, each once, in order."""
    return list(dict.fromkeys(_ODD_SPACE.findall(text)))


def name_of(character: str) -> str:
    """Return the name of an invisible character or special space for messages: ``U+200B (dấu cách không bề rộng)``."""
    code = ord(character)
    return f"U+{code:04X} ({_NAMES.get(code) or _SPACES[code]})"


def _is_needed(text: str, at: int) -> bool:
    return ord(text[at]) in _NEEDED and any(_joins(text[n]) for n in (at - 1, at + 1) if 0 <= n < len(text))


def _joins(neighbour: str) -> bool:
    """Tell whether an invisible character next to this character may be needed.

    That is so in scripts that join or separate letters by invisible characters, and in symbols such as emoji.
    """
    if neighbour < "\u0590":  # Latin, Greek, Cyrillic, Armenian need none, but © and ® do
        return neighbour in "\u00a9\u00ae"
    if "\u1e00" <= neighbour <= "\u1fff" or "\u2000" <= neighbour <= "\u206f":
        return False
    return unicodedata.category(neighbour) in ("Lo", "Mn", "Mc", "So", "Sk", "Cf", "Sm") and not unicodedata.name(
        neighbour, ""
    ).startswith("COMBINING")
