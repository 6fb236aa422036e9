"""Finds the provisions that citations name (``điểm a, khoản 1, mục II``), and their possible anchors in documents."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from infopage.language.folding import level, slug

_RANKS = {
    "phụ lục": 0,
    "phần": 1,
    "chương": 2,
    "mục": 3,
    "tiểu mục": 4,
    "điều": 5,
    "khoản": 6,
    "điểm": 7,
    "tiết": 8,
}
_UNITS = {level(unit): unit for unit in _RANKS}
_NUMBERS = {"nhất": "1", "hai": "2", "ba": "3", "tư": "4", "năm": "5"}
_ROMAN = re.compile(r"[IVXLC]+(?:\.\w+)*", re.IGNORECASE)
_LABEL = r"(?:[0-9]{1,3}[a-z]?|[ivxlc]{1,6}|[a-z])(?:\.[0-9]{1,3})*(?:\.[a-z])?\b\)?"
_NAMES = "|".join(sorted(_UNITS, key=len, reverse=True)).replace(" ", r"\s+")
_JOINS = "va|hoac|den|toi"
_UNIT = re.compile(
    rf"(?<![a-z0-9])(?:(?:cac|nhung)\s+)?(?P<unit>{_NAMES})"
    rf"(?:\s+[“\"]?(?P<label>thu\s+(?:nhat|hai|ba|tu|nam)|{_LABEL})"
    rf"(?P<more>(?:\s*(?:,|-|{_JOINS})\s*{_LABEL})*)[”\"]?)?"
    rf"\s*(?P<join>,?\s*(?:(?:ban hanh )?kem theo|cua|tai|thuoc|trong|o)|[,;]?\s*(?:{_JOINS})|[,;])?\s*$"
)
_LONGEST = 70


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
        Other units have one form: ``điểm đ khoản 2 Điều 5`` has ``dieu-5.2.dd``.
        """
        units = [unit for unit, _ in self.parts]
        parts = self.parts
        if "điều" in units:
            # Articles are numbered through the whole document, so their chapters are not part of the anchor.
            parts = tuple(p for p in parts if _RANKS[p[0]] >= _RANKS["điều"] or p[0] == "phụ lục")
        anchors = [""]
        for unit, label in parts:
            anchors = [_below(anchor, key) for key in _keys(unit, label) for anchor in anchors]
        return tuple(anchors)


def places_before(text: str, folded: str, end: int) -> list[Place]:
    """Return the provisions named right before the offset ``end``, where the citation of a document begins, in order.

    ``folded`` is the text in lower case without marks. ``Điều 5, Điều 6 Quy định …`` names two provisions of the
    document.
    """
    found: list[tuple[int, int, str, str]] = []
    at = end
    while unit := _UNIT.search(folded, max(0, at - _LONGEST), at):
        name = _UNITS[" ".join(unit["unit"].split())]
        written = text[slice(*unit.span("unit"))].lower()
        joined = (unit["join"] or "").strip(" ,;")
        if not (unit["label"] or name == "phụ lục") or (not found and joined in _JOINS.split("|")):
            break
        if " ".join(written.split()) not in (name, level(name)):
            break
        label = text[slice(*unit.span("label"))] if unit["label"] else ""
        stop = unit.end("more") if unit["label"] else unit.end("unit")
        found.append((unit.start(), stop, name, label))
        at = unit.start()
    return list(_grouped(found[::-1]))


def _grouped(units: Sequence[tuple[int, int, str, str]]) -> Iterator[Place]:
    """Yield the provisions that consist of the given units, in the order of the text.

    Each unit is (start, end, unit name, label). Several units may make up one provision: ``điểm a``, ``khoản 1``.
    """
    ranks = [_RANKS[name] for _, _, name, _ in units]
    if len(units) > 1 and all(a < b for a, b in pairwise(ranks)):
        yield Place(units[0][0], units[-1][1], tuple((name, label) for _, _, name, label in units))
        return
    places: list[Place] = []
    path: list[tuple[str, str]] = []
    end = 0
    for index in range(len(units) - 1, -1, -1):
        start, stop, name, label = units[index]
        inner = not path or ranks[index] > _RANKS[path[-1][0]]
        while path and _RANKS[path[-1][0]] >= ranks[index]:
            path.pop()
        path.append((name, label))
        if inner and places:
            places[-1] = Place(start, places[-1].end, tuple(path))
        else:
            end = stop
            places.append(Place(start, end, tuple(path)))
    yield from reversed(places)


def _keys(unit: str, label: str) -> tuple[str, ...]:
    """Return the possible spellings of a part in an anchor, given its unit and label: ``điều``, ``5`` -> ``dieu-5``."""
    label = label.rstrip(")")
    if label.lower().startswith(("thứ", "thu")):
        label = next((n for word, n in _NUMBERS.items() if slug(word) == slug(label).partition("-")[2]), label)
    plain = label.lower().replace("đ", "dd")
    if unit in ("khoản", "điểm", "tiết"):
        return (plain,)
    if unit == "điều":
        return (f"dieu-{slug(label)}",)
    named = "-".join(filter(None, (slug(unit), slug(label))))
    if unit == "mục" and _ROMAN.fullmatch(label):
        head, dot, rest = plain.partition(".")
        return (f"{head.upper()}{dot}{rest}", named)
    return (named, plain) if unit in ("mục", "tiểu mục") else (named,)


def _below(parent: str, key: str) -> str:
    outer = key.rpartition(".")[0]
    if outer and (parent == outer or parent.endswith(f".{outer}")):
        return parent[: len(parent) - len(outer)] + key
    return f"{parent}.{key}" if parent else key
