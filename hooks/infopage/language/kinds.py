"""The names of kinds of documents, as citations write them before a number: ``Nghị quyết``, ``Thông báo kết luận``."""

import re
from collections.abc import Iterable
from functools import cached_property

from infopage.language.folding import fold

NAMED = ("hien phap", "bo luat", "luat", "phap lenh", "dieu le", "cuong linh")
"""The kinds of acts that people cite by name, such as ``Luật Đất đai``, in lower case without marks."""
GENERIC = ("", "van ban")
"""Words for a document that do not tell its kind."""

_NAMES = (
    *NAMED,
    *("nghi quyet", "nghi dinh", "quyet dinh", "quy dinh", "quy che", "quy uoc", "chi thi", "ket luan", "chuong trinh"),
    *("ke hoach", "huong dan", "thong tri", "thong tu", "thong bao", "thong cao", "lenh", "sac lenh", "sac luat"),
    *("de an", "du an", "phuong an", "bao cao", "bien ban", "cong van", "cong dien", "to trinh", "de cuong"),
    *("van ban", "loi keu goi", "tuyen bo", "chien luoc"),
)
_SHORT = {
    **{"nq": "nghi quyet", "nd": "nghi dinh", "qd": "quyet dinh", "ct": "chi thi", "kl": "ket luan", "kh": "ke hoach"},
    **{"ctr": "chuong trinh", "hd": "huong dan", "tt": "thong tu", "ttlt": "thong tu lien tich", "bc": "bao cao"},
    **{"tb": "thong bao", "cv": "cong van", "qc": "quy che"},
}
_MORE = (
    *("hanh dong", "lien tich", "lien nganh", "chuyen de", "phoi hop", "hop nhat", "tong the", "ket luan", "chinh tri"),
    *("lam viec", "cong tac", "kiem tra", "giam sat", "thanh tra", "tong ket", "so ket", "toan khoa"),
)
_WHOLE_WORD = "(?!(?:(?<=bo )|(?<=phap ))luat)"
_COUNT = r"(?:cac|nhung|hai|ba|bon|nam|sau|bay|tam|chin|muoi|[0-9]{1,2}|bo\s+(?:ba|tu|nam)|mot\s+so)"
_PRAISE = (
    r"(?:tru\s+cot|quan\s+trong|chien\s+luoc|lon|moi|nen\s+tang|dot\s+pha|(?:noi|neu)?\s*tren|sau|gan\s+day|vua\s+qua"
    r"|moi\s+day|tren\s+day|chuyen\s+de|trong\s+tam|cot\s+loi|lich\s+su)"
)
_PAPER = r"\s*[\"“”]?[,:]?\s*"


class Kinds:
    """The kinds of documents that citations may name: those in everyday use, and those in a site's registry."""

    def __init__(self, names: Iterable[tuple[str, str]] = ()) -> None:
        """``names`` are the kinds of a site, each as (name, abbreviation); the abbreviation may be empty."""
        self._given = tuple((fold(name), fold(short)) for name, short in names)

    @cached_property
    def _words(self) -> str:
        names = {*_NAMES, *(name for name, _ in self._given)}
        shorts = {*_SHORT, *(short for _, short in self._given)} - {""}
        return "|".join(
            re.escape(word).replace(r"\ ", r"\s+") for word in sorted({*names, *shorts}, key=lambda w: (-len(w), w))
        )

    @cached_property
    def name(self) -> str:
        """A pattern for the name of a kind, with the words that may follow: ``ke hoach cong tac``.

        It is for texts as :func:`level` returns them: in lower case without marks.

        Several kinds may make up one name, as in ``thong bao ket luan``.
        """
        more = "|".join(_MORE).replace(" ", r"\s+")
        return rf"{_WHOLE_WORD}(?:{self._words})(?:\s+(?:{more}|{self._words})(?![a-z]))*"

    @cached_property
    def before(self) -> re.Pattern[str]:
        """A pattern for the words right before a number, without marks: ``nghi quyet so``, ``so`` or nothing."""
        return re.compile(rf"(?<![a-z0-9/-])(?:(?P<kind>{self.name}){_PAPER})?(?P<so>(?<![a-z])so\s*[.:]?\s*)?$")

    @cached_property
    def several(self) -> re.Pattern[str]:
        """A pattern for the words before a list of numbers in brackets or after a colon: ``bon nghi quyet (``.

        The group ``of`` has the issuer, if it is named: ``cac nghi quyet cua bo chinh tri:``.
        """
        return re.compile(
            rf"(?<![a-z0-9/-]){_COUNT}\s+(?P<kind>{self.name})(?:\s+{_PRAISE})*"
            r"(?:\s+(?:cua|do)\s+(?P<of>[a-z][^,.;:()\[\]\0]{1,60}?))?\s*(?P<sign>[(:])\s*(?:(?:gom|la|nhu)\s+)?(?:so\s*)?$"
        )

    @cached_property
    def last_words(self) -> frozenset[str]:
        """The words that may stand right before a number, in lower case without marks: ``quyet`` and ``so``."""
        given = (word for pair in self._given for word in pair if word)
        return frozenset({word.split()[-1] for word in (*_NAMES, *_SHORT, *_MORE, *given)} | {"so"})

    @cached_property
    def joined(self) -> re.Pattern[str]:
        """A pattern for another kind and number right after a number, as in ``NQ57/NQ68``, without marks."""
        return re.compile(rf"(?:\s*[/&+-]\s*(?:{self._words})\s*(?:so\s*)?[0-9]{{1,3}}(?!\w))+(?![/-])")

    @cached_property
    def anywhere(self) -> re.Pattern[str]:
        """A pattern for the name of any kind as a whole word, in lower case without marks."""
        return re.compile(rf"(?<![a-z0-9/-]){self.name}(?![a-z])")

    def shorts(self, written: str) -> tuple[str, ...]:
        """Return the abbreviations that the kind ``written`` has in symbols: ``nghi quyet`` -> ``nq``; () if none."""
        return tuple(short for name, short in self._given if short and (name == written or short == written))

    def is_same(self, written: str, names: Iterable[str]) -> bool:
        """Tell whether ``written``, the name of a kind in a citation, may be that of a document's kind.

        Both are in lower case without marks; ``names`` are the full name and abbreviation of the document's kind.
        Longer and shorter forms of a name are the same: ``chuong trinh`` and ``chuong trinh hanh dong``, ``luat`` and
        ``bo luat``, ``thong bao ket luan`` and ``ket luan``.
        """
        words = _SHORT.get(written, written).split() if written not in names else [written]
        tails = [" ".join(words[at:]) for at in range(len(words))]
        return any(
            f"{tail} ".startswith(f"{name} ") or f"{name} ".startswith(f"{tail} ") or name.endswith(f" {tail}")
            for tail in tails
            if tail == " ".join(words) or self.anywhere.match(tail)
            for name in names
        )


EVERYDAY = Kinds()
"""The kinds of documents in everyday use, which citations on any site may name."""
