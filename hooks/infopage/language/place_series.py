"""Finds the provisions that a text names, one or several at once: ``điểm b, c khoản 2 và khoản 1 Điều 5``."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from infopage.language.folding import level
from infopage.language.places import NUMBERS, RANKS, Place

_UNITS = {level(unit): unit for unit in RANKS}
THIS = "này"
"""The label that means the provision in which the citation is: ``Điều này`` (this article)."""

_NAMES = "|".join(
    name[1:].replace(" ", r"\s+") for unit in sorted(RANKS, key=len, reverse=True) for name in (unit, level(unit))
)
_FIRST = "".join(sorted({letter for name in (*RANKS, *_UNITS) for letter in (name[0], name[0].upper())}))
_SECOND = "".join(sorted({letter for name in (*RANKS, *_UNITS) for letter in (name[1], name[1].upper())}))
_LABEL = r"(?:[0-9]{1,3}[a-zđ]?|[IVXLC]{1,6}|[a-zđA-ZĐ]|\([ivx]{1,4}\))(?:\.[0-9]{1,3})*(?:\.[a-zđ])?"
_LABEL += r"(?![\w%])(?:\)(?=[,;]?\s+(?i:khoản|điều|mục|phần|điểm|tiết|và|của)\s))?"
_AND = "và|hoặc|hay|cùng|đến|tới|va|hoac|den|toi"
_OF = "của|tại|thuộc|trong|ở|cua|tai|thuoc|o|(?:ban hành |ban hanh )?kèm theo|kem theo"
# The pattern begins with two sets of letters: the first and the second of the units' names. Few words have both.
_UNIT = re.compile(
    rf"(?P<unit>[{_FIRST}](?=[{_SECOND}])(?<!\w.)(?i:{_NAMES}))"
    rf"(?:\s+(?:số\s+)?[“\"]?(?P<labels>(?i:thứ|thu)\s+(?i:{'|'.join(NUMBERS)})(?!\w)|(?i:này)(?!\w)"
    rf"|{_LABEL}(?:\s*(?:[,;]|,?\s+(?:{_AND})\s|[-–](?=[0-9]))\s*{_LABEL}(?!\s*[-/][0-9A-ZĐ]))*)[”\"]?"
    rf"|(?<=[lL][ụỤ][cC])(?!\w))"
)
_ONE = re.compile(rf"(?<!\w)(?:{_LABEL}|(?i:thứ|thu)\s+\w+|(?i:này))")
_SEVERAL = re.compile(r"(?<!\w)(?i:các|những|cac|nhung)\s+$")
_JOINT = re.compile(rf"\s*(?P<sign>[,;]|[-–](?=\s))?\s*(?P<word>(?:{_AND}|{_OF})(?!\w))?\s*")
_SIGNS = (",", ";")
_ENDS = re.compile(rf"\s*,?\s*(?:{_OF})?\s*")
_LONGEST = 240
_BEFORE = 10


@dataclass(frozen=True)
class _Part:
    """One unit (a level of provision, such as ``điểm``) of a citation with its labels: ``điểm a, b``.

    ``joint`` is the word or sign that joins it to the unit before it, such as ``và``; '' if there is none.
    """

    start: int
    unit: str
    labels: tuple[tuple[int, int, str], ...]
    """The (start, end, text) of each label; the text is empty if the unit has no number (``Phụ lục``)."""
    joint: str
    is_in_article: bool = False
    """Whether it is a section in an article: ``mục II`` in ``mục II Điều 1``. Other sections contain articles."""

    @property
    def rank(self) -> float:
        return RANKS["điều"] + 0.5 if self.is_in_article else RANKS[self.unit]

    @property
    def is_apart(self) -> bool:
        """Whether a sign, or a word such as ``và``, separates this unit from the one before it."""
        return self.joint in (*_SIGNS, *_AND.split("|"))

    @property
    def end(self) -> int:
        return self.labels[-1][1]


@dataclass(frozen=True)
class Series:
    """Provisions that a text names together, such as ``điểm a khoản 1 và điểm b khoản 2 Điều 5``."""

    start: int
    end: int
    places: tuple[Place, ...]
    """The provisions named, in order; empty if it is unclear which they are."""


def series(text: str, start: int = 0, end: int | None = None) -> Iterator[Series]:
    """Yield each group of provisions that are named together in ``text`` between two offsets. The text must be NFC."""
    run: list[_Part] = []
    end = len(text) if end is None else end
    for found in _UNIT.finditer(text, start, end):
        if not (part := _part(found)):
            continue
        joint = _JOINT.fullmatch(text, run[-1].end, part.start) if run else None
        if run and not joint:
            yield _series(run)
            run = []
        run.append(replace(part, joint=(joint["word"] or joint["sign"] or "") if joint else ""))
    if run:
        yield _series(run)


def places_before(text: str, end: int) -> Sequence[Place]:
    """Return the provisions named right before the offset ``end``, where the citation of a document begins, in order.

    ``Điều 5, Điều 6 Quy định …`` names two provisions of the document.
    """
    found = list(series(text, max(0, end - _LONGEST), end))
    return found[-1].places if found and _ENDS.fullmatch(text, found[-1].end, end) else ()


def _part(found: re.Match[str]) -> _Part | None:
    unit = _UNITS.get(level(" ".join(found["unit"].split())))
    if unit is None:
        return None
    several = _SEVERAL.search(found.string, max(0, found.start() - _BEFORE), found.start())
    start = several.start() if several else found.start()
    spans = (
        [m.span() for m in _ONE.finditer(found.string, *found.span("labels"))] if found["labels"] else [found.span()]
    )
    texts = [found.string[slice(*span)] if found["labels"] else "" for span in spans]
    starts = (start, *(first for first, _ in spans[1:]))
    ends = (*(last for _, last in spans[:-1]), found.end())
    return _Part(start, unit, tuple(zip(starts, ends, texts, strict=True)), "")


def _series(run: Sequence[_Part]) -> Series:
    run = _with_sections(run)
    if _is_unclear(run):
        return Series(run[0].start, run[-1].end, ())
    places = _outer_first(run) if _begins_outside(run) else (p for part in _apart(run) for p in _inner_first(part))
    return Series(run[0].start, run[-1].end, tuple(places))


def _with_sections(run: Sequence[_Part]) -> Sequence[_Part]:
    """Return the units ``run`` of a citation; sections that are inside an article have ``is_in_article`` set.

    In ``mục II Điều 1`` the section is inside the article. In ``Mục I, Điều 1`` it is not.
    """
    found = list(run)
    for at in range(len(found) - 2, -1, -1):
        after = found[at + 1]
        if found[at].unit == "mục" and (after.is_in_article or (after.unit == "điều" and not after.is_apart)):
            found[at] = replace(found[at], is_in_article=True)
    return found


def _apart(run: Sequence[_Part]) -> Iterator[Sequence[_Part]]:
    """Split ``run``, the units of a citation, at each ``và`` before a larger unit, as in ``Điều 3 và Chương II``.

    Without the split, Điều 3 would be read as an article of Chương II.
    """
    begun = 0
    for at, (one, next) in enumerate(pairwise(run), 1):
        if next.joint in _AND.split("|") and one.rank > next.rank and one.rank <= RANKS["điều"]:
            yield run[begun:at]
            begun = at
    yield run[begun:]


def _begins_outside(run: Sequence[_Part]) -> bool:
    """Tell whether a citation names each unit after the unit that contains it, as in ``Mục III, khoản 2``.

    In ``Điều 5, khoản 2 Điều 6`` it does not: the clause is in the article after it, which follows without a comma.
    """
    ranks = [part.rank for part in run]
    if len(run) == 1 or ranks[0] == ranks[1] or ranks[0] != min(ranks):
        return False
    return all(after.rank >= before.rank or after.is_apart for before, after in pairwise(run))


def _is_unclear(run: Sequence[_Part]) -> bool:
    """Tell whether a unit of ``run`` may belong to the unit before or after it, as in ``mục II, khoản 2, mục III``."""
    return _begins_outside(run) and run[-1].rank < run[-2].rank and run[-1].joint in _SIGNS


def _outer_first(run: Sequence[_Part]) -> Iterator[Place]:
    path: list[_Part] = []
    start = run[0].start
    for part, following in (*pairwise(run), (run[-1], None)):
        while path and path[-1].rank >= part.rank:
            path.pop()
            start = part.start
        path.append(part)
        if following is None or following.rank <= part.rank:
            yield from _spelt(path, start, part.end)
            start = following.start if following else start


def _inner_first(run: Sequence[_Part]) -> Sequence[Place]:
    """Return the provisions named by the units ``run``, each of which is before its container: ``khoản 2 Điều 5``."""
    if any(a.rank > b.rank and b.joint and b.joint in _AND.split("|") for a, b in pairwise(run)):
        return ()
    places: list[Place] = []
    path: list[_Part] = []
    end = run[-1].end
    for part, before in zip(reversed(run), (*reversed(run[:-1]), None), strict=True):
        while path and path[-1].rank >= part.rank:
            path.pop()
        path.append(part)
        if before is None or before.rank <= part.rank:
            places[:0] = _spelt(path, part.start, end)
            end = before.end if before else end
    return places


def _spelt(path: Sequence[_Part], start: int, end: int) -> list[Place]:
    """Return the provisions that a path of units names: two for ``điểm a, b khoản 1``, one for each label of ``điểm``.

    ``path`` has the outermost unit first. Only its last unit may have several labels: ``điểm a các khoản 1, 2`` is
    unclear. The words from the offset ``start`` to ``end`` name the provisions.
    """
    if any(len(part.labels) > 1 for part in path[:-1]):
        return []
    outer = tuple((part.unit, part.labels[0][2]) for part in path[:-1])
    own = path[-1]
    found = [
        Place(at, stop, (*outer, (own.unit, label.strip("()") if label.startswith("(") else label)))
        for at, stop, label in own.labels
    ]
    first, last = found[0], found[-1]
    found[0] = Place(min(start, first.start), first.end, first.parts)
    last = found[-1]
    found[-1] = Place(last.start, max(end, last.end), last.parts)
    return found
