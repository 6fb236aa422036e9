"""Finds lines that continue the sentence of the line above, which was broken when the text was copied."""

import re

from infopage.content.provisions.outline import TextLine
from infopage.content.provisions.ranks import Label, Rank
from infopage.content.provisions.titles import is_capitals

_DASHES, _WORDS = "-–", 20
_OPEN_ENDS = ",-–/%"
_SYMBOL = re.compile(r"[0-9]{1,4}[A-ZĐ]?\s?[-/–]\s?(?:[0-9]{4}/)?[A-ZĐ][\wĐ]{1,}")
_BEFORE_NUMBER = (
    r"số|ngày|tháng|năm|quý|khoản|điểm|điều|mục|thứ|lần|khóa|khoá|đạt|có|khoảng|trên|dưới|gần|hơn|từ|đến|tại|còn"
    r"|ít nhất|tối thiểu|tối đa|bình quân|tổng cộng"
)
_HANGS = re.compile(rf"(?:\b(?:{_BEFORE_NUMBER}|là|được|và|của|theo|các|với|trong|về|thành)|[,–-])$", re.IGNORECASE)
_LACKS_NUMBER = re.compile(rf"\b(?:{_BEFORE_NUMBER})$", re.IGNORECASE)
_NUMERAL = re.compile(r"[IVXL]+(?!\w)")
_LACKS_NUMERAL = re.compile(r"\b(?:thứ|khóa|khoá|quý|đại hội|quân khu|loại|hạng|nhóm|vùng)$", re.IGNORECASE)
_PAIRS = re.compile(
    r"(?:kinh tế|văn h[oó][aá]|chính trị)\n[-–]\s*xã hội|(?:khoa học|kinh tế)\n[-–]\s*(?:kỹ thuật|công nghệ)"
    r"|quốc phòng\n[-–]\s*an ninh|Mác\n[-–]\s*Lê-?nin|(?:xã hội|đối nội)\n[-–]\s*(?:nghề nghiệp|đối ngoại|môi trường)",
    re.IGNORECASE,
)
"""Pairs of words, such as “kinh tế - xã hội”, broken before the dash. A line with such a dash is no list item."""
_SMALL = re.compile(r"[^\W\d_]{2,}[\s,.;:]|[^\W\d_]+$")
_ENDS = (".", ";", ":")
_LEAST, _REST = 50, 25
"""The fewest characters of a line that was broken by the width of a page, and of the rest of its sentence below.

Shorter lines may stand for themselves, such as the units and signs below a formula.
"""


def breaks_pair(above: str, line: str) -> bool:
    """Tell whether ``line`` begins with the dash of a pair of words (“kinh tế - xã hội”) whose first ends ``above``."""
    return _PAIRS.search(f"{above[-_WORDS:]}\n{line[:_WORDS]}") is not None


def ends_sentence(above: str, line: TextLine, label: Label) -> bool:
    """Tell whether ``label`` is in fact a number that the sentence ``above`` still lacks: ``… trong đó có / 3. xã``.

    It may also be a Roman numeral: ``… Ban Chấp hành khóa / I. Các ban …``. ``line`` begins with the label.
    """
    if label.rank is Rank.ROMAN:
        return _lacks_numeral(above, line.text)
    return label.doubtful and label.kind == "1" and _LACKS_NUMBER.search(above) is not None


def _lacks_numeral(above: str, line: str) -> bool:
    """Tell whether ``line`` begins with a Roman numeral that the sentence ``above`` still lacks."""
    return bool(_LACKS_NUMERAL.search(above) and _NUMERAL.match(line)) and not is_capitals(line)


def goes_on(above: str, line: TextLine, number_above: int) -> bool:
    """Tell whether ``line``, which has no label, continues the sentence of the line ``above`` it.

    If so, it begins with a number or a small letter, and the line above does not end a sentence. ``number_above`` is
    the number of the line above: the two lines must be adjacent.
    """
    first = line.text[0]
    if first in _DASHES and line.number == number_above + 1:
        return breaks_pair(above, line.text)
    if first in "IVX" and line.number == number_above + 1 and _lacks_numeral(above, line.text):
        return True
    is_number = first.isdecimal()
    if not (is_number or first.islower()) or line.number != number_above + 1:
        return False
    end = above.rstrip("*_")[-1:]
    if not (end.isalnum() or end in _OPEN_ENDS) or is_capitals(above):
        return False
    closes = above.count("(") > above.count(")") and ")" in line.text
    if is_number:
        begins = bool(_SYMBOL.match(line.text)) or any(label.rank is Rank.CLAUSE for label in line.readings)
        return closes or (begins and len(above) >= _LEAST) or bool(_HANGS.search(above))
    is_end = len(line.text) >= _REST or line.text.endswith(_ENDS)
    return len(above) >= _LEAST and is_end and bool(_SMALL.match(line.text))
