"""Recognises titles: lines in capitals, and short lines that are no sentence and no citation."""

import re

_CITED = re.compile(
    r"(?:Hiến pháp|Bộ(?! máy)|Luật|Pháp lệnh|Nghị|Thông tư|Quyết(?! tâm| toán)|Chỉ thị|Điều(?! khoản)|Chương(?! trình)"
    r"|Quy(?! trình| hoạch| mô| tắc| định (?:chung|cụ thể|chi tiết|riêng|khác|chuyển tiếp|về|đối với))"
    r"|Mục(?! tiêu| đích)|Phần|Phụ lục)\b"
)


def is_title(text: str) -> bool:
    """Tell whether ``text`` looks like a title, and not like a sentence or the end of a citation.

    It must be in capitals, or be short, begin with a capital letter, and not end like a clause.
    """
    return is_capitals(text) or (
        text[:1].isupper() and len(text) <= 200 and not text.endswith((".", ";", ",", ":")) and not _CITED.match(text)
    )


def is_capitals(text: str) -> bool:
    """Tell whether ``text`` has letters and all of them are capitals."""
    return text == text.upper() and text != text.lower()
