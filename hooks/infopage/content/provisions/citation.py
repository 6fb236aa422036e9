"""Cites a provision in Vietnamese: “điểm a khoản 1 Điều 5”, “điểm a, khoản 1, mục II”.

Citations of State documents name the article and its divisions, without commas, but not the article's part or chapter.
Citations of Party documents, and of others divided into sections, have commas. The first level below an article or
section is “khoản”, the next “điểm” (“điểm đ”, “điểm 1.1”), and deeper ones are “tiết”. Dashes are cited by number.
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from infopage.content.provisions.lines import Provision
from infopage.content.provisions.ranks import Label, Rank
from infopage.content.provisions.tree import ProvisionNode

_NAMES = {
    Rank.APPENDIX: "Phụ lục",
    Rank.FORM: "Mẫu",
    Rank.PART: "Phần",
    Rank.CHAPTER: "Chương",
    Rank.SECTION: "Mục",
    Rank.SUBSECTION: "Tiểu mục",
    Rank.ARTICLE: "Điều",
    Rank.LETTER: "phần",
    Rank.ROMAN: "mục",
    Rank.STAR: "dấu sao",
    Rank.DASH: "gạch đầu dòng",
    Rank.PLUS: "dấu cộng",
}
_ORDINALS = ("nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười")
_LEVELS = ("khoản", "điểm", "tiết")
_NAME_TYPED = re.compile(r"(?i:phụ lục|mẫu|phần|chương|tiểu mục|mục|điều|khoản|điểm)\s*")

_SPACED_LETTER = re.compile(r"(?<=[0-9])\s(?=[a-zđ]$)")
_NUMBERED = ("1", "A.1")
"""The kinds of clauses that have a number only. Others have a word: ``Nhiệm vụ 3:``."""

_MOST_KNOWN = 200
"""The most continuations of one path of provisions to cache. At this number its cache is emptied, to save memory."""

PathStep = tuple[Label, bool, str]
"""A step of the path to a provision: (label, whether it is in a quoted passage, ordinal).

The ordinal, such as ``nhất``, is that of a dash, plus or star in its list; '' for other labels.
"""


def citation(path: Sequence[ProvisionNode]) -> str:
    """Return the citation of the last provision of ``path``: ``điểm a khoản 1 Điều 5``; empty if it has no label.

    ``path`` are the nodes from the outermost provision to the cited one.
    """
    if not path or path[-1].label is None:
        return ""
    holders: list[Sequence[ProvisionNode]] = [(), *(node.children for node in path)]
    places = (_place(node, alongside) for node, alongside in zip(path, holders, strict=False))
    return _cited(tuple(place for place in places if place))


class _Path:
    """A path to a provision, with its citation, and a cache of the paths that continue it.

    Most paths occur in many documents (such as Điều 1, khoản 2), so caching saves much time.
    """

    __slots__ = ("cited", "inner", "places")

    def __init__(self, places: tuple[PathStep, ...]) -> None:
        self.places = places
        self.cited = _cited(places) if places else ""
        self.inner: dict[PathStep, _Path] = {}

    def to(self, place: PathStep) -> "_Path":
        """Return the path that continues this one by the step ``place``."""
        found = self.inner.get(place)
        if found is None:
            if len(self.inner) >= _MOST_KNOWN:
                self.inner.clear()
            found = self.inner[place] = _Path((*self.places, place))
        return found


_ROOT = _Path(())


class _Open:
    """An open provision: it may contain the next ones. Its path is computed only when a citation needs it."""

    __slots__ = ("_path", "_place", "_within", "depth", "marks")

    def __init__(self, depth: int, within: "_Open | None", place: PathStep | None, path: _Path | None = None) -> None:
        self.depth = depth
        self.marks: dict[str, int] = {}
        self._within, self._place, self._path = within, place, path

    @property
    def path(self) -> _Path:
        if self._path is None:
            assert self._within
            assert self._place
            self._path = self._within.path.to(self._place)
        return self._path


def citations(found: Iterable[Provision]) -> dict[str, str]:
    """Return the citation of each provision with an anchor, by the anchor; ``found`` are all provisions of a text."""
    cited: dict[str, str] = {}
    top = _Open(-1, None, None, _ROOT)
    open = [top]
    for provision in found:
        while open[-1].depth >= provision.depth:
            open.pop()
        label = provision.label
        if label is None:
            continue
        count = ""
        if label.rank >= Rank.STAR:
            marks = open[-1].marks
            count = _counted(marks.get(label.kind, 0))
            if open[-1] is not top:
                marks[label.kind] = marks.get(label.kind, 0) + 1
        here = _Open(provision.depth, open[-1], (label, provision.quoted, count))
        open.append(here)
        if provision.anchor and here.path.cited:
            cited[provision.anchor] = here.path.cited
    return cited


@lru_cache(maxsize=8192)
def _cited(places: tuple[PathStep, ...]) -> str:
    """Return the citation of the path ``places``. Cached, because most paths occur in many documents."""
    sign = " " if min(label.rank for label, _, _ in places) <= Rank.ARTICLE else ", "
    own = sign.join(_words([(label, count) for label, quoted, count in places if not quoted]))
    quoted = " ".join(_words([(label, count) for label, quoted, count in places if quoted]))
    return " được trích tại ".join(filter(None, (quoted, own)))


def _words(places: Sequence[tuple[Label, str]]) -> list[str]:
    article = next((at for at, (label, _) in enumerate(places) if label.rank is Rank.ARTICLE), 0)
    words: list[str] = []
    level = 0
    for at, (label, count) in enumerate(places):
        if at < article and label.rank > Rank.FORM:
            continue
        if label.rank is Rank.ARTICLE and label.depth:
            words.clear()  # “Điều 6.1” already names Điều 6, so the article that contains it is not named again
        if label.rank in (Rank.CLAUSE, Rank.POINT, Rank.ITEM):
            if label.rank is Rank.CLAUSE and label.kind not in _NUMBERED:
                words.append(label.text.strip(" .:-–"))
                continue
            level = max(level, label.rank - Rank.CLAUSE, label.depth)
            group = f" ({label.group})" if label.group else ""
            words.append(f"{_LEVELS[min(level, 2)]} {_number(label, words)}{group}")
            level += 1
        elif label.rank >= Rank.STAR:
            words.append(f"{_NAMES[label.rank]} thứ {count}")
        else:
            words.append(_named(label))
    return words[::-1]


def _named(label: Label) -> str:
    if label.key == "kem-theo":
        return f"{label.text.capitalize()} ban hành kèm theo"
    number = _bare(label)
    if label.rank <= Rank.ARTICLE and number == number.upper() and len(number.split()) > 1:
        number = number.lower()
    return f"{_NAMES[label.rank]} {number}".rstrip()


def _number(label: Label, above: list[str]) -> str:
    number = _bare(label)
    if label.kind == "A.1" and above:
        return number.removeprefix(above[-1].rpartition(" ")[2] + ".")
    if label.kind == "a" and "." in label.key:
        return number.rpartition(".")[2]
    return f"({number})" if label.sign == "()" and label.rank is Rank.ITEM else number


def _bare(label: Label) -> str:
    typed = label.text.strip(' “”„«»"″.:)(/-–—')
    if label.rank is Rank.ARTICLE:
        typed = _SPACED_LETTER.sub("", typed)
    return _NAME_TYPED.sub("", typed, count=1) if label.rank <= Rank.ARTICLE or " " in typed else typed


def _place(node: ProvisionNode, alongside: Sequence[ProvisionNode]) -> PathStep | None:
    """Return the path step of a node; None for plain text. ``alongside`` are all children of its parent, in order."""
    if node.label is None:
        return None
    rank = node.label.rank
    if rank < Rank.STAR:
        return node.label, node.quoted, ""
    alike = [other for other in alongside if other.label is not None and other.label.rank is rank]
    at = next((at for at, other in enumerate(alike) if other is node), 0)
    return node.label, node.quoted, _counted(at)


def _counted(before: int) -> str:
    """Return the Vietnamese ordinal of a dash, plus or star, given how many come ``before`` it: 0 -> ``nhất``."""
    return _ORDINALS[before] if before < len(_ORDINALS) else str(before + 1)
