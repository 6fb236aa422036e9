"""Finds Vietnamese text damaged by encoding errors: UTF-8 read as Windows-1252, letters replaced by ? or U+FFFD."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from infopage.language.syllables import is_syllable

# The continuation bytes of UTF-8 as Windows-1252 reads them; for its five undefined bytes, the control characters.
_FOLLOWING = {byte: bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in range(0x80, 0xC0)}
_BYTE = {letter: byte for byte, letter in _FOLLOWING.items()} | {chr(byte): byte for byte in range(0xC0, 0x100)}
_NEXT = "[" + re.escape("".join(_FOLLOWING.values())) + "]"
_MISREAD = re.compile(f"[\xc3-\xc6]{_NEXT}|\xe1[»º]{_NEXT}|\xe2\u20ac{_NEXT}|\xef»¿")
# ``_MISREAD`` is as slow as all other checks of characters together, so it is only tried on some texts. They have one
# of these strings, or a capital such as Ã before a character that stands for a continuation byte (10xxxxxx) of UTF-8.
_MISREAD_PAIRS = ("\xe1»", "\xe1º", "\xe2\u20ac", "\xef»")
_CAPITALS = "\xc3\xc4\xc5\xc6"
_MISREAD_CAPITALS = re.compile(f"[\xc3-\xc6]{_NEXT}")
_WORD = re.compile(r"[^ \t\n]+")
# Punctuation around a word is ignored. For example, the ” of XÃ” may be a quotation mark, not half of a damaged letter.
_ROUND = ".,;:!?\"'()[]“”‘’…–—•"
_ADDRESS = re.compile(r"[:/=&@]|\w\.\w")
_BETWEEN = re.compile(r"[^\W\d_]\?[^\W\d_]")
_STAND_IN = ("ê", "ơ", "đ", "ư", "a", "i")


@dataclass(frozen=True)
class Damage:
    """A damaged part of a text."""

    written: str
    """The damaged part as it is in the text."""
    meant: str = ""
    """The undamaged wording; '' if unknown."""


def damage(text: str) -> Damage | None:
    """Return the first damaged part of a line of NFC text; None if there is none.

    >>> damage("Nghá»‹ quyáº¿t"), damage("Ngh? quy?t"), damage("Nghị quyết nói gì?")
    (Damage(written='Nghá»‹', meant='Nghị'), Damage(written='Ngh? quy?t', meant=''), None)
    """
    found = (*_replaced(text), *_misread(text), *_questioned(text))
    return found[0] if found else None


def _replaced(text: str) -> Iterator[Damage]:
    if "\ufffd" in text:
        yield from (Damage(word) for word in _WORD.findall(text) if "\ufffd" in word)


def _misread(text: str) -> Iterator[Damage]:
    has_capitals = any(capital in text for capital in _CAPITALS) and _MISREAD_CAPITALS.search(text)
    if not has_capitals and not any(pair in text for pair in _MISREAD_PAIRS):
        return
    for word in _WORD.findall(text):
        if _MISREAD.search(word) and not is_syllable(word.strip(_ROUND)) and (meant := _read_again(word)):
            yield Damage(word, meant)


def _read_again(word: str) -> str:
    """Return the original of a word whose UTF-8 bytes were read as Windows-1252; '' if its bytes are not UTF-8."""
    try:
        data = b"".join(bytes([_BYTE[c]]) if c in _BYTE else c.encode("ascii") for c in word)
        return unicodedata.normalize("NFC", data.decode("utf-8"))
    except UnicodeError:
        return ""


def _questioned(text: str) -> Iterator[Damage]:
    """Yield at most one damage: the first words (up to three) of a text that have ``?`` in place of letters.

    At least one word must have the ``?`` between two letters: at the end of a word, it may be a question mark.
    """
    if "?" not in text:
        return
    run = [word for word in _WORD.findall(text) if "?" in word and not _ADDRESS.search(word) and _has_hole(word)]
    if any(map(_BETWEEN.search, run)):
        yield Damage(" ".join(run[:3]))


def _has_hole(word: str) -> bool:
    """Tell whether a word has ``?`` in place of a letter, as in ``Ngh?``, rather than as a question mark.

    It must become a syllable if ``?`` is replaced by a letter, but not if the ``?`` at its end is removed:
    ``gì?`` is a syllable without its ``?``, so it has a question mark.
    """
    bare = word.strip(".,;:!\"'()[]“”‘’")
    return (
        "??" not in bare
        and not is_syllable(bare.rstrip("?"))
        and any(is_syllable(bare.replace("?", letter)) for letter in _STAND_IN)
    )
