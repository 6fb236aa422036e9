"""Says in words which provision an anchor means, for a document whose text is not at hand: ``khoản 1 Điều 5``."""

import re

_PREFIXES = {"phan": "Phần", "chuong": "Chương", "dieu": "Điều", "phu-luc": "Phụ lục", "muc": "Mục"}
_FIRST = re.compile(rf"(?P<kind>{'|'.join(_PREFIXES)})-(?P<number>[0-9]+[a-z]*|[ivxlc]+)")
_ROMAN = re.compile(r"[IVXLC]+|[A-HK]")
_NUMBER = re.compile(r"[0-9]+[a-z]?")
_LETTER = re.compile(r"[a-z]{1,2}")


def words_of_anchor(anchor: str) -> str:
    """Return the citation of the provision at an anchor; the anchor itself if its form is not a usual one.

    >>> words_of_anchor("dieu-5.2.dd"), words_of_anchor("II.1.a"), words_of_anchor("chuong-ii")
    ('điểm đ khoản 2 Điều 5', 'điểm a, khoản 1, mục II', 'Chương II')
    """
    first, *rest = anchor.split(".")
    sign = " "
    if found := _FIRST.fullmatch(first):
        number = found["number"]
        words = [f"{_PREFIXES[found['kind']]} {number.upper() if number[0].isalpha() else number}"]
    elif _ROMAN.fullmatch(first):
        words, sign = [f"mục {first}"], ", "
    else:
        return anchor
    for level, part in enumerate(rest):
        if level == 0 and _NUMBER.fullmatch(part):
            words.append(f"khoản {part}")
        elif level <= 1 and _LETTER.fullmatch(part):
            words.append(f"điểm {'đ' if part == 'dd' else part}")
        else:
            return anchor
    return sign.join(reversed(words))
