"""Finds the new words for an amended document that are not in quotation marks, after ``Sửa đổi Điều 3 như sau:``."""

import re
from collections.abc import Sequence

from infopage.content.provisions.outline import TextLine
from infopage.content.provisions.ranks import Label, Rank

_INTRODUCES = re.compile(r"(?:sửa đổi|bổ sung|thay thế|viết lại|thay bằng).*như sau:$", re.IGNORECASE)
_AMENDS = re.compile(r"\W*(?:sửa đổi|bổ sung|thay|bãi bỏ|h[ủu][ỷy] bỏ|bỏ|chuyển|đổi)\b", re.IGNORECASE)
_NAMES = {Rank.ARTICLE: "điều", Rank.CLAUSE: "khoản", Rank.POINT: "điểm"}
AFTER_TEXT = re.compile(r"(?i:nơi nhận)\b|(?:T/?M|K/?T|T/?L|TUQ)\.?\s")
"""How a line begins that stands below the text of a document: the recipients, or the signature."""


def introduces(line: str) -> bool:
    """Tell whether a line says that new words for an amended document follow: ``Sửa đổi Điều 3 như sau:``."""
    return line.endswith("như sau:") and _INTRODUCES.search(line) is not None


def amends(line: TextLine) -> bool:
    """Tell whether a line itself orders a change: ``1. Sửa đổi khoản 2 như sau:``.

    If so, it is not part of the new words.
    """
    label = line.readings[0].text if line.readings else ""
    return _AMENDS.match(line.text[len(label) :]) is not None


def unmarked_end(text: Sequence[TextLine], at: int, own: Sequence[Label]) -> int:
    """Return the index of the line after the passage of new words that ``text[at]`` introduces; 0 if there is none.

    ``own`` has the last labels of the amending document itself, outermost first. The passage begins with a provision
    that ``text[at]`` names, and ends where the numbering of the amending document goes on.
    """
    intro = text[at].text
    if at + 1 == len(text) or not text[at + 1].readings:
        return 0
    label = text[at + 1].readings[0]
    if label.rank not in _NAMES or amends(text[at + 1]):
        return 0
    before = _of_rank(own, label.rank)
    is_other = label.rank is Rank.ARTICLE and before is not None and not label.follows(before)
    if not is_other and not _is_named(label, intro):
        return 0
    seen = {label.key}
    for index in range(at + 2, len(text)):
        line = text[index]
        if AFTER_TEXT.match(line.text.lstrip("*_")) or (line.readings and _goes_on(line, own, intro, seen)):
            return index
    return 0


def _of_rank(own: Sequence[Label], rank: Rank) -> Label | None:
    return next((label for label in own if label.rank is rank), None)


def _goes_on(line: TextLine, own: Sequence[Label], intro: str, seen: set[str]) -> bool:
    """Tell whether a line, after new words without quotation marks, belongs to the amending document again.

    ``own`` are the last labels of the amending document, and ``seen`` the keys of the articles in the passage so far.
    An article named in ``intro``, the line that introduces the passage, is added to ``seen``.
    """
    label = line.readings[0]
    if label.rank < Rank.ARTICLE:
        return label.rank <= Rank.FORM
    before = _of_rank(own, label.rank)
    if before is None or label.doubtful or not label.follows(before):
        return False
    if label.rank is Rank.ARTICLE:
        is_new = label.key not in seen and _is_named(label, intro)
        seen.add(label.key)
        return not is_new
    return bool(_AMENDS.match(line.text[len(label.text) :]))


def _is_named(label: Label, intro: str) -> bool:
    number = re.escape(label.text.strip(" .:)-/").rpartition(" ")[2])
    return bool(re.search(rf"\b{_NAMES[label.rank]}\s+(?:số\s+)?(?:\w+(?:,| và)\s+)*{number}\b", intro, re.IGNORECASE))
