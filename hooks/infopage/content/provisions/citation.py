"""How a provision is cited in Vietnamese: “điểm a khoản 1 Điều 5”, “điểm a, khoản 1, mục II”.

State papers cite from the article down, without commas, and leave out its part and chapter. Party papers, and others
by sections, put commas. The first number below an article or a section is “khoản”, the next level “điểm” (“điểm đ”,
“điểm 1.1”) and what is deeper “tiết”; dashes are counted.
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from infopage.content.provisions.ranks import Label, Rank
from infopage.content.provisions.tree import Node, walk

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


def citation(path: Sequence[Node]) -> str:
    """Return how the last provision of ``path`` is cited, from the inside out; empty where it has no label."""
    if not path or path[-1].label is None:
        return ""
    return _cited(tuple((node.label, node.quoted, _count(node, path)) for node in path if node.label))


def citations(nodes: Iterable[Node]) -> dict[str, str]:
    """Return how each provision with an anchor is cited, by its anchor."""
    return {path[-1].anchor: cited for path in walk(nodes) if path[-1].anchor and (cited := citation(path))}


@lru_cache(maxsize=8192)
def _cited(places: tuple[tuple[Label, bool, str], ...]) -> str:
    """Return the words for a path of (label, whether quoted, which of its marks); most papers share their paths."""
    sign = " " if min(label.rank for label, _, _ in places) <= Rank.ARTICLE else ", "
    own = sign.join(_words([(label, count) for label, quoted, count in places if not quoted]))
    quoted = " ".join(_words([(label, count) for label, quoted, count in places if quoted]))
    return " được trích tại ".join(filter(None, (quoted, own)))


def _words(places: Sequence[tuple[Label, str]]) -> list[str]:
    has_article = any(label.rank is Rank.ARTICLE for label, _ in places)
    words: list[str] = []
    level = 0
    for label, count in places:
        if has_article and Rank.FORM < label.rank < Rank.ARTICLE:
            continue
        if label.rank in (Rank.CLAUSE, Rank.POINT, Rank.ITEM):
            level = max(level, label.rank - Rank.CLAUSE, label.depth)
            words.append(f"{_LEVELS[min(level, 2)]} {_number(label, words)}")
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
    return f"({number})" if label.sign == "()" and label.rank is Rank.ITEM else number


def _bare(label: Label) -> str:
    typed = label.text.strip(' “”„«»"″.:)(/-–—')
    return _NAME_TYPED.sub("", typed, count=1) if label.rank <= Rank.ARTICLE or " " in typed else typed


def _count(node: Node, path: Sequence[Node]) -> str:
    """Return which of the marks of its kind, one after another, the node is; empty where it is no mark."""
    if node.label is None or node.label.rank < Rank.STAR:
        return ""
    holder = path[path.index(node) - 1] if path.index(node) else None
    rank = node.label.rank
    alike = [n for n in (holder.children if holder else ()) if n.label is not None and n.label.rank is rank]
    at = next((at for at, other in enumerate(alike) if other is node), 0)
    return _ORDINALS[at] if at < len(_ORDINALS) else str(at + 1)
