"""Finds stamps (secrecy markings such as “MẬT”) in the masthead of a document.

A masthead has two columns: the issuing body's name and the State's or the Party's title. Text extracted from a file
often joins both columns and a stamp in one line.
"""

import re
from collections.abc import Iterator

_STATE = "ĐẢNG CỘNG SẢN VIỆT NAM|CỘNG H(?:ÒA|OÀ) XÃ HỘI CHỦ NGHĨA VIỆT NAM"
_BODY = (
    "(?:TỈNH|THÀNH|HUYỆN|QUẬN|THỊ|ĐẢNG) (?:ỦY|UỶ)|ĐẢNG BỘ|CHI BỘ|BAN CHẤP HÀNH|BAN THƯỜNG VỤ|BAN TỔ CHỨC|BAN TUYÊN GIÁO"
    "|BAN DÂN VẬN|BAN NỘI CHÍNH|BAN CHỈ ĐẠO|BAN BÍ THƯ|BỘ CHÍNH TRỊ|(?:ỦY|UỶ) BAN|UBND|HĐND|HỘI ĐỒNG NHÂN DÂN|VĂN PHÒNG"
    "|CÔNG AN|BỘ CHỈ HUY|BỘ TƯ LỆNH|BỘ CÔNG AN|BỘ QUỐC PHÒNG|SỞ|MẶT TRẬN TỔ QUỐC|TRUNG ƯƠNG"
)
"""The words with which the name of an issuing body begins (Decree 30/2020/NĐ-CP, and the Party's own form)."""
_STATE_LINE = re.compile(rf"(?P<before>.*?)[\W_]*(?:{_STATE})(?![^\W_])[\W_]*(?P<after>.*)")
_BODY_LINE = re.compile(rf"(?:{_BODY})(?![^\W_])(?P<after>.*)")
_NO_STAMP_AFTER = frozenset("BÍ BẢO CƠ QUÂN THÂN HỌC THÁM ONG LẤY ĐỘ CÁC LOẠI DẤU VÀ HOẶC TÀI VĂN".split())
"""Words after which a degree of secrecy (such as “mật”) is no stamp.

With such a word, it forms a compound, such as “bảo mật” (security), or is only mentioned, as in “độ mật”.
"""
_LONGEST = 160
_MOST_WORDS = 11
_MOST_OF_STAMP = 2


def beside_state(text: str) -> Iterator[str]:
    """Yield the texts in a line of a masthead that may be stamps, such as “MẬT” beside the State's title.

    They are runs of words directly before or after the title of the State or the Party, or at either end of the line.
    """
    found = _STATE_LINE.fullmatch(text) if len(text) <= _LONGEST else None
    if not found:
        return
    for side in (found["before"], found["after"]):
        words = side.split()
        yield from (" ".join(words[at:]) for at in range(len(words)) if not _goes_on(words, at))
        yield from (" ".join(words[:end]) for end in range(1, len(words)))


def beside_body(text: str) -> Iterator[str]:
    """Yield the texts in a line that may be secrecy stamps, such as “MẬT” beside an issuing body's name in capitals.

    Each is the first or the last one or two words of the line.
    """
    words = text.replace("*", " ").split() if len(text) <= _LONGEST else []
    if not 2 < len(words) <= _MOST_WORDS:
        return
    for size in range(1, _MOST_OF_STAMP + 1):
        head, last = words[:-size], " ".join(words[-size:])
        name = " ".join(head)
        if name.isupper() and _BODY_LINE.match(name) and not _goes_on(words, len(head)):
            yield last
        rest = " ".join(words[size:])
        if rest.isupper() and _BODY_LINE.match(rest):
            yield " ".join(words[:size])


def _goes_on(words: list[str], at: int) -> bool:
    """Tell whether the word at index ``at`` forms a compound with the word before it, as in “bảo mật”."""
    return at > 0 and words[at - 1].strip(".,;:“”\"'()").upper() in _NO_STAMP_AFTER
