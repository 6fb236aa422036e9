"""A provision that a citation names (``điểm a, khoản 1, mục II``), and its possible anchors in a document."""

import re
from dataclasses import dataclass, replace

from infopage.language.folding import slug

RANKS = {
    "phụ lục": 0,
    "mẫu": 1,
    "phần": 2,
    "chương": 3,
    "mục": 4,
    "tiểu mục": 5,
    "điều": 6,
    "khoản": 7,
    "điểm": 8,
    "tiết": 9,
}
"""The units (levels of provisions) that citations name, with their order: the outermost has the lowest number."""
NUMBERS = {"nhất": "1", "hai": "2", "ba": "3", "tư": "4", "năm": "5", "sáu": "6", "bảy": "7", "tám": "8"}
"""The ordinals by which parts are named: ``Phần thứ hai``."""
_ROMANS = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
_ROMAN = re.compile(r"[IVXLC]+(?:\.\w+)*")


@dataclass(frozen=True)
class Place:
    """A place in a text that names a provision, such as ``điểm a khoản 1``."""

    start: int
    end: int
    parts: tuple[tuple[str, str], ...]
    """The (unit, label) of each part, the outermost first: ``(("khoản", "1"), ("điểm", "a"))``."""

    @property
    def anchors(self) -> tuple[str, ...]:
        """The possible anchors of the provision, the likeliest first.

        A ``mục`` may be labelled by its numeral alone: ``điểm a khoản 1 mục II`` has ``II.1.a`` and ``muc-ii.1.a``.
        Other units have one form: ``điểm đ khoản 2 Điều 5`` has ``dieu-5.2.dd``. Where a document has no labels for its
        inner provisions, the one that contains them follows: ``dieu-5.2``, ``dieu-5``.
        """
        outer = (replace(self, parts=self.parts[:count]) for count in range(len(self.parts), 0, -1))
        return tuple(dict.fromkeys(anchor for place in outer for anchor in place.below("")))

    def below(self, anchor: str, units: int = 0) -> tuple[str, ...]:
        """Return the possible anchors of this provision if it is inside the provision at ``anchor``.

        The first ``units`` parts, which name the provision at ``anchor`` itself, are left out.
        """
        parts = self.parts[units:]
        if any(unit == "điều" for unit, _ in parts):
            # Articles are numbered through the whole document, so their chapters are not part of the anchor.
            article = next(at for at, (unit, _) in enumerate(parts) if unit == "điều")
            parts = (*(p for p in parts[:article] if p[0] == "phụ lục"), *parts[article:])
        anchors = [anchor]
        for unit, label in parts:
            anchors = [_below(anchor, key) for key in _keys(unit, label) for anchor in anchors]
        return tuple(anchors)


def _keys(unit: str, label: str) -> tuple[str, ...]:
    """Return the possible spellings of a part in an anchor, given its unit and label: ``điều``, ``5`` -> ``dieu-5``."""
    label = label.rstrip(")")
    if label.lower().startswith(("thứ", "thu")):
        label = next((n for word, n in NUMBERS.items() if slug(word) == slug(label).partition("-")[2]), label)
    plain = label.lower().replace("đ", "dd")
    if unit in ("khoản", "điểm", "tiết"):
        return (plain,)
    if unit == "điều":
        return (f"dieu-{plain}",)
    named = "-".join(filter(None, (slug(unit), slug(label))))
    if unit in ("mục", "phần") and _ROMAN.fullmatch(label):
        head, dot, rest = plain.partition(".")
        numeral = f"{head.upper()}{dot}{rest}"
        return (numeral, named) if unit == "mục" else (named, numeral)
    if unit == "phần" and label.isdecimal() and 0 < int(label) < len(_ROMANS):
        return (named, _ROMANS[int(label)])
    if unit in ("mục", "phần") and label.isupper():
        return (named, label.replace("Đ", "DD"))
    return (named, plain) if unit in ("mục", "tiểu mục") else (named,)


def _below(parent: str, key: str) -> str:
    outer = key.rpartition(".")[0]
    while outer:
        if parent == outer or parent.endswith(f".{outer}"):
            return parent[: len(parent) - len(outer)] + key
        outer = outer.rpartition(".")[0]
    return f"{parent}.{key}" if parent else key
