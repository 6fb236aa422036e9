"""Reads what a citation says of a document after its symbol: ``, ngày 12/10/2021 của Tỉnh ủy về chuyển đổi số``."""

import re
from dataclasses import dataclass, replace
from datetime import date

from infopage.language.dates import IssueDate
from infopage.language.folding import level

_DAY = re.compile(
    r"[\s,]*(?P<open>\()?\s*(?:ban hanh\s+)?(?:ngay\s+)?(?P<d>[0-9]{1,2})"
    r"(?:\s*[/.-]\s*(?P<m>[0-9]{1,2})\s*[/.-]\s*|\s+thang\s+(?P<w>[0-9]{1,2})\s*,?\s+nam\s+)(?P<y>[0-9]{4})(?![0-9])"
)
_YEAR = re.compile(r"[\s,]*(?:nam\s+|(?P<open>\()\s*(?:nam\s+)?)(?P<y>[0-9]{4})(?![0-9])(?!\s*-)")
_ISSUER = re.compile(r"[\s,]*(?:cua|do)\s+(?P<name>[a-z][^,.;:()\[\]\"“”…\0]{1,120})")
_NAME_ENDS = re.compile(
    r"\s+(?:về|[kK]h(?:óa|oá)\s+(?:[IVXLC0-9]+|trước|này)|nhiệm kỳ|ban hành|ngày|năm|quy định|hướng dẫn|sửa đổi|"
    r"thực hiện|triển khai|phê duyệt|là|đã|để|với|tại|trong|theo|cho|được|nêu|có|trên|số|đề ra|đặt|xác định|yêu cầu|"
    r"chỉ rõ|chỉ ra|nhấn mạnh|khẳng định|giao|gồm|nhằm|đang|sẽ|cũng|đi vào|mở ra|trở thành|tạo ra|góp phần|cần|phải|"
    r"bàn|coi|lấy|thể hiện|tiếp tục|quyết định|đối với|thay thế|bãi bỏ|bổ sung|kèm|nói|giúp|mang|như|khi|sau|trước|vào|"
    r"đến|tới|không|chưa|mà|thì|nay|này|gắn|còn|hết|luôn|bằng|từ|ra đời)\b.*|\s+(?:và|hoặc)\s*$|\s+$",
    re.DOTALL,
)
_TERM = re.compile(r"[\s,]*(?:nhiem ky\s+)(?P<since>(?:19|20)[0-9]{2})\s*-\s*(?P<until>(?:19|20)[0-9]{2})(?![0-9])")
_ABOUT = re.compile(r"[^.;\0]{0,60}?(?<![a-z])ve\s+(?:viec\s+)?(?P<words>[^.;:()\0]{3,80})")


@dataclass(frozen=True)
class Tail:
    """What a citation says of a document after its symbol."""

    end: int = 0
    """The offset in the text where the words about the document end."""
    cited: int = 0
    """The offset after the day, where a link to the document ends; 0 if no day follows, or only one in brackets."""
    dated: IssueDate | None = None
    """The day or year written after the symbol; None if there is none."""
    issuer: str = ""
    """The issuer as written: the words after ``của`` or ``do``; empty if there are none."""
    term: str = ""
    """The term of office after the symbol, ``2025-2030``; empty if none is written."""
    about: str = ""
    """The subject: the words after ``về``, in lower case without marks; empty if there are none."""


NO_TAIL = Tail()
_LONGEST = 400


def tail_after(text: str, folded: str, at: int) -> Tail:
    """Return what a text says of the document whose symbol ends at the offset ``at``.

    ``folded`` is the text in lower case without marks, with the same offsets.
    """
    end, cited, name = at, 0, ""
    dated, stop = date_after(folded, at)
    if dated:
        opened = "(" in folded[at:stop]
        cited = 0 if opened or dated.earliest != dated.latest else stop
        end = stop + (opened and folded[stop : stop + 1] == ")")
    if issuer := _ISSUER.match(folded, end):
        name = _NAME_ENDS.sub("", text[slice(*issuer.span("name"))])
        end = issuer.start("name") + len(name)
        if not dated:
            dated, end = date_after(folded, end)
    term, about = _TERM.match(folded, end), _ABOUT.match(folded, end)
    years = f"{term['since']}-{term['until']}" if term else ""
    return Tail(end, cited, dated, " ".join(name.split()), years, " ".join(about["words"].split()) if about else "")


def tail_near(text: str, at: int) -> Tail:
    """Return the same as :func:`tail_after`, from the words near the offset ``at``: faster for a single mention."""
    window = text[at : at + _LONGEST]
    tail = tail_after(window, level(window), 0)
    return replace(tail, end=tail.end + at, cited=tail.cited + at if tail.cited else 0)


def date_after(folded: str, at: int) -> tuple[IssueDate | None, int]:
    """Return (day or year, offset after it) for a date that begins at the offset ``at``; (None, ``at``) if none does.

    ``folded`` is the text as :func:`level` returns it.
    """
    if found := _DAY.match(folded, at):
        try:
            day = date(int(found["y"]), int(found["m"] or found["w"]), int(found["d"]))
        except ValueError:
            return None, at
        return IssueDate(day, day), found.end()
    if (found := _YEAR.match(folded, at)) and 1900 <= int(found["y"]) < 2200:
        return IssueDate.parse(found["y"]), found.end()
    return None, at
