"""Finds texts attached to a document, such as the regulation after a decision. Their article numbers restart at 1."""

import re
from collections.abc import Sequence

from infopage.content.provisions.bare import unemphasised
from infopage.content.provisions.outline import TextLine
from infopage.content.provisions.ranks import Label, Rank
from infopage.content.provisions.titles import is_capitals

_KIND = re.compile(
    r"(?:QUY CHẾ|QUY ĐỊNH|QUY TRÌNH|QUY CHUẨN|QUY TẮC|QUY ƯỚC|QUY HOẠCH|ĐIỀU LỆ|THỂ LỆ|NỘI QUY|HƯỚNG DẪN|KẾ HOẠCH"
    r"|CHƯƠNG TRÌNH|CHIẾN LƯỢC|ĐỀ ÁN|PHƯƠNG ÁN|DANH MỤC|DANH SÁCH|ĐỊNH MỨC|TIÊU CHUẨN|TIÊU CHÍ|BẢNG|KHUNG|MỨC)\b"
)
_ENCLOSED = re.compile(
    r"\(\s*(?:được\s+)?(?:ban\s+hành\s+)?kèm\s+theo\b|(?:được\s+)?ban\s+hành\s+kèm\s+theo\b", re.IGNORECASE
)
_TITLE_LINES, _ARTICLE_NEAR = 5, 12


def with_attached(lines: Sequence[TextLine]) -> list[TextLine]:
    """Return a copy of ``lines`` in which the title of each attached text has the label of an appendix.

    So the articles of an attached text are contained in it, and their anchors differ from those of the document.
    """
    marked: list[TextLine] = []
    begun = False
    for at, line in enumerate(lines):
        text = unemphasised(line.text) if line.text.startswith("*") else line.text
        found = _KIND.match(text) if begun and text[1:2].isupper() else None
        if found and is_capitals(line.text) and not _is_title_below(lines, at) and _encloses(lines, at):
            line = line._replace(text=text, readings=[Label(Rank.APPENDIX, found[0], "kem-theo", kind="kem-theo")])
        if not begun:
            begun = any(label.key and not label.doubtful for label in line.readings)
        marked.append(line)
    return marked


def _is_title_below(lines: Sequence[TextLine], at: int) -> bool:
    """Tell whether the line at the index ``at`` is the title, or part of the title, of an appendix, part or chapter.

    The label of the appendix, part or chapter is on a line above it.
    """
    while at and not lines[at - 1].readings and is_capitals(lines[at - 1].text):
        at -= 1
    return at > 0 and any(label.rank < Rank.ARTICLE for label in lines[at - 1].readings)


def _encloses(lines: Sequence[TextLine], at: int) -> bool:
    for line in lines[at + 1 : at + 1 + _TITLE_LINES]:
        if line.readings:
            break
        if _ENCLOSED.match(line.text.lstrip("*_")):
            return True
    articles = [at for at, line in enumerate(lines[: at + _ARTICLE_NEAR]) if _is_first_article(line)]
    return len(articles) > 1 and articles[-1] > at


def _is_first_article(line: TextLine) -> bool:
    return any(label.rank is Rank.ARTICLE and label.first for label in line.readings)
