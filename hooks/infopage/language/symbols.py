"""A value class for the number and symbol of a document: ``05-NQ/TU``, ``03/2022/QH15``, ``66.13/2026/NQ-CP``."""

import re
import unicodedata
from dataclasses import dataclass, replace

from infopage.language.folding import slug

_NUMBER = r"([0-9]{1,6}[a-zA-ZđĐ]?)"
_DOTTED = r"([0-9]{1,6}(?:\.[0-9]{1,4})?[a-zA-ZđĐ]?)"
_PART = r"[^\W_]+(?:[-.][^\W_]+)*"
_MORE = rf"(?:\s*/\s*(?=[^\W\d_]{{2}}){_PART})?"
_PARTY = re.compile(rf"{_NUMBER}\s*-\s*({_PART}\s*/\s*{_PART}{_MORE})")
_STATE = re.compile(rf"{_DOTTED}\s*/\s*([1-9][0-9]{{3}})\s*/\s*({_PART}{_MORE})")
_MIXED = {"ttg": "TTg", "ttr": "TTr"}
"""Abbreviations that keep a lower-case letter when a symbol is capitalised: those of Thủ tướng and tờ trình."""
_LOCAL = re.compile(rf"{_NUMBER}\s*/\s*({_PART}{_MORE})")
_OLD = re.compile(rf"{_NUMBER}\s*-\s*([^\W\d_]{{2,8}})")
"""The form of documents of the State until the 1990s, which names only the issuing body: ``217-CP``, ``172-HĐBT``."""
_KINDS = frozenset("NQ NĐ QĐ QC CT CTR KL KH HD TT TTR TTLT NQLT TB BC CV ĐA".split())
"""Abbreviations of kinds of documents. A number with only one of these lacks the issuing body, as in ``05-NQ``."""
_JOINT = "LT"
_DIGITS = re.compile("[0-9]+")
_SPACED = re.compile(r"\s*/\s*")


@dataclass(frozen=True)
class Symbol:
    """A document's number and symbol (số, ký hiệu): ``05-NQ/TU`` of the Party, ``03/2022/QH15`` of the State."""

    number: str
    """The number as printed: ``05``, ``01A``, ``66.13``."""
    suffix: str
    """The letters after the number and year: ``NQ/TU``, ``QH15``, ``NĐ-CP``, ``TTLT/BTP-BNV``."""
    year: int | None = None
    """The year in the symbol; None if the symbol has no year."""
    party: bool = False
    """Whether a hyphen follows the number, as in Party documents, and in State documents until the 1990s."""

    @classmethod
    def parse(cls, text: str) -> "Symbol":
        """Parse a symbol, which may have spaces around ``-`` and ``/``; raises ValueError if the text is not one."""
        clean = unicodedata.normalize("NFC", text).strip().replace("–", "-").replace("‑", "-")
        if found := _PARTY.fullmatch(clean):
            return cls(found[1], _SPACED.sub("/", found[2]), party=True)
        if found := _STATE.fullmatch(clean):
            return cls(found[1], _SPACED.sub("/", found[3]), year=int(found[2]))
        if found := _LOCAL.fullmatch(clean):
            return cls(found[1], _SPACED.sub("/", found[2]))
        if (found := _OLD.fullmatch(clean)) and found[2].upper() not in _KINDS:
            return cls(found[1], found[2], party=True)
        raise ValueError(text)

    @property
    def in_capitals(self) -> "Symbol":
        """The symbol in capitals, as documents print it: ``06-nq/tu`` -> ``06-NQ/TU``; ``QĐ-TTg`` does not change."""
        parts = re.split(r"([-./])", self.suffix)
        return replace(self, suffix="".join(map(_capitals, parts)))

    @property
    def is_joint(self) -> bool:
        """Whether it is the symbol of a joint document (liên tịch), which has a number series of its own: ``NQLT``."""
        return re.split("[-/]", self.suffix)[0].endswith(_JOINT)

    @property
    def ordinal(self) -> tuple[int, str]:
        """The number for sorting and comparing: ``05`` equals ``5``, and ``5A`` and ``5.13`` come after it."""
        found = _DIGITS.match(self.number)
        assert found
        return int(found[0]), self.number[found.end() :].lower()

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
