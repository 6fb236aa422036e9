"""A value class for the number and symbol of a document: ``05-NQ/TU``, ``03/2022/QH15``, ``13/2023/NĐ-CP``."""

import re
import unicodedata
from dataclasses import dataclass, replace

from infopage.language.folding import slug

_NUMBER = r"([0-9]{1,6}[a-zđ]?)"
_PART = r"([^\W_]+(?:[-.][^\W_]+)*)"
_PARTY = re.compile(rf"{_NUMBER}\s*-\s*{_PART}\s*/\s*{_PART}")
_STATE = re.compile(rf"{_NUMBER}\s*/\s*([1-9][0-9]{{3}})\s*/\s*{_PART}")
_MIXED = {"ttg": "TTg", "ttr": "TTr"}
"""Abbreviations that keep a lower-case letter when a symbol is capitalised: those of Thủ tướng and tờ trình."""
_LOCAL = re.compile(rf"{_NUMBER}\s*/\s*{_PART}")


@dataclass(frozen=True)
class Symbol:
    """A document's number and symbol (số, ký hiệu): ``05-NQ/TU`` of the Party, ``03/2022/QH15`` of the State."""

    number: str
    """The number as printed: ``05``."""
    suffix: str
    """The letters after the number and year: ``NQ/TU``, ``QH15``, ``NĐ-CP``."""
    year: int | None = None
    """The year in the symbol; None if the symbol has no year."""
    party: bool = False
    """Whether the symbol has the form used by the Party, with a hyphen after the number."""

    @classmethod
    def parse(cls, text: str) -> "Symbol":
        """Parse a symbol, which may have spaces around ``-`` and ``/``; raises ValueError if the text is not one."""
        clean = unicodedata.normalize("NFC", text).strip().replace("–", "-").replace("‑", "-")
        if found := _PARTY.fullmatch(clean):
            return cls(found[1], f"{found[2]}/{found[3]}", party=True)
        if found := _STATE.fullmatch(clean):
            return cls(found[1], found[3], year=int(found[2]))
        if found := _LOCAL.fullmatch(clean):
            return cls(found[1], found[2])
        raise ValueError(text)

    @property
    def in_capitals(self) -> "Symbol":
        """The symbol in capitals, as documents print it: ``06-nq/tu`` -> ``06-NQ/TU``; ``QĐ-TTg`` does not change."""
        parts = re.split(r"([-./])", self.suffix)
        return replace(self, suffix="".join(map(_capitals, parts)))

    @property
    def ordinal(self) -> tuple[int, str]:
        """The number for sorting and comparing: ``05`` equals ``5``, and ``5a`` comes after it."""
        digits = self.number.rstrip("abcdefghijklmnopqrstuvwxyzđ")
        return int(digits), self.number[len(digits) :]

    @property
    def slug(self) -> str:
        """The ASCII form used in addresses: ``05-nq-tu``."""
        return slug(str(self))

    def __str__(self) -> str:
        if self.party:
            return f"{self.number}-{self.suffix}"
        if self.year is not None:
            return f"{self.number}/{self.year}/{self.suffix}"
        return f"{self.number}/{self.suffix}"


def _capitals(part: str) -> str:
    if part.lower() in _MIXED:
        return _MIXED[part.lower()]
    return part.upper() if part.islower() or (len(part) > 1 and part.istitle()) else part
