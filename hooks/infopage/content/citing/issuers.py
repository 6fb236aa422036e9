"""Compares the issuer that a citation names (``của Ban Thường vụ Tỉnh ủy``) with the issuers of documents."""

import re
from collections.abc import Sequence
from itertools import dropwhile

from infopage.content.outside import AnyDocument
from infopage.content.registries import Registries
from infopage.language.folding import fold

_HEAD = 2
_UNITS = frozenset(
    "tỉnh thành phố xã phường thị trấn huyện quận khối các cơ quan bộ ban ngành sở công an ty quân sự đội trường đại"
    " học bệnh viện doanh nghiệp tổng tập đoàn chi nhánh đảng chính quyền đặc khu trung tâm nhân dân hội đồng"
    " phụ nữ nông thanh niên cựu chiến binh kiểm tra nội tổ chức tuyên giáo dân vận thường vụ chấp hành".split()
)
"""The words that may stand between the name of a body and that of a place or unit: ``Đảng ủy xã Tây``."""
_BEFORE_PLACES = frozenset("tinh pho xa phuong tran huyen quan khu uy".split())
"""The last words, without marks, of names that the name of a place may follow: ``UBND tỉnh``, ``Tỉnh ủy``."""
_GENERAL = re.compile(r"(?:dang|trung uong)(?! (?:bo|uy|doan|doan the|hoi|vien|mat tran)\b)(?![^ ])")
"""The words that mean the Party's centre as a whole (``Trung ương``), in lower case without marks.

They do not count in the names of single bodies, such as ``Đảng ủy`` or ``Trung ương Đoàn``.
"""
_ORGANS = re.compile(r"(?P<organ>bo chinh tri|ban bi thu|ban chap hanh trung uong|bct|bbt)(?![^ ])")
"""The names of the Party's central organs, in lower case without marks. One registry entry may stand for them all."""


class IssuerNames:
    """The names of all issuers, in lower case without marks, with their abbreviations spelled out."""

    def __init__(self, lists: Registries) -> None:
        self._full = {fold(a.id): fold(a.full) for a in lists.abbreviations}
        self._names = {i.id: {self._in_full(i.name), self._in_full(i.short_name)} for i in lists.issuers}
        self._bodies = {name for names in self._names.values() for name in names}

    def fitting(self, written: str, found: Sequence[AnyDocument]) -> list[AnyDocument]:
        """Return those of the documents ``found`` whose issuer may be the one ``written`` in a citation."""
        variants = self._variants(written)
        for agree in (_begin_alike, _is_part):
            names = (
                (d, known, variant)
                for d in found
                for known in self._of(d)
                for variant in variants
                if not self._is_elsewhere(written, known, d)
            )
            if agreeing := {d.id for d, known, variant in names if agree(variant, known)}:
                return [d for d in found if d.id in agreeing]
        words, typed = self._in_full(written).split(), written.split()
        if any(" ".join(words[:count]) in self._bodies for count in range(1, len(words) + 1)):
            return []

        def is_other_place(document: AnyDocument) -> bool:
            heads = (known.split()[:_HEAD] for known in self._of(document))
            return len(words) >= _HEAD and words[:_HEAD] in heads and (len(typed) < len(words) or _names_place(typed))

        return [d for d in found if not is_other_place(d)]

    def _is_elsewhere(self, written: str, known: str, document: AnyDocument) -> bool:
        """Tell whether the issuer ``written`` in a citation is that of another place than the issuer of a document.

        It is, if ``written`` begins with the name ``known`` of the document's issuer and goes on with another place:
        ``UBND tỉnh Lào Cai`` is not the issuer called ``UBND tỉnh`` in another province.
        """
        words = [(one, word[0].isupper()) for word in written.split() for one in self._in_full(word).split()]
        size = len(known.split())
        if known.split()[-1] not in _BEFORE_PLACES or " ".join(one for one, _ in words[:size]) != known:
            return False
        after, is_name = words[size] if len(words) > size else ("", False)
        return is_name and not any(f"{name} ".startswith(f"{known} {after} ") for name in self._of(document))

    def agrees(self, written: str, document: AnyDocument) -> bool:
        """Tell whether the name ``written`` is that of an issuer of a document, in full or in part."""
        names = self._of(document)
        return fold(written) in {_initials(name) for name in names} or any(
            _begin_alike(variant, known) or _is_part(variant, known)
            for known in names
            for variant in self._variants(written)
            if len(variant.split()) >= _HEAD and not self._is_elsewhere(written, known, document)
        )

    def _of(self, document: AnyDocument) -> set[str]:
        return {name for issuer in document.issuers for name in self._names[issuer]}

    def is_general(self, written: str) -> bool:
        """Tell whether ``written`` means the Party's centre, or an organ of it without a registry entry of its own."""
        name = self._in_full(written)
        organ = _ORGANS.match(name)
        if organ is None:
            return _GENERAL.match(name) is not None
        said = organ["organ"]
        return not any(f"{body} ".startswith(f"{said} ") or _initials(body) == said for body in self._bodies)

    def _variants(self, written: str) -> set[str]:
        name = self._in_full(written)
        return {name, name.partition(" va ")[0]}

    def _in_full(self, name: str) -> str:
        return " ".join(self._full.get(word, word) for word in fold(name).split())


def _names_place(typed: Sequence[str]) -> bool:
    """Tell whether ``typed``, the words of a body such as ``Đảng ủy xã Tây``, goes on with the name of a place or unit.

    In ``Tỉnh ủy bàn việc này`` it does not: the words after ``Tỉnh ủy`` have no capital, so they are no name.
    """
    rest = list(dropwhile(lambda word: word in _UNITS, typed[_HEAD:]))
    return bool(rest) and rest[0][:1].isupper()


def _initials(name: str) -> str:
    """Return the first letters of a name's words, by which texts may call a body: ``bo chinh tri`` -> ``bct``."""
    return "".join(word[0] for word in name.split())


def _begin_alike(name: str, known: str) -> bool:
    return f"{known} ".startswith(f"{name} ") or f"{name} ".startswith(f"{known} ")


def _is_part(name: str, known: str) -> bool:
    return f" {name} " in f" {known} "
