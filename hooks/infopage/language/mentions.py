"""A mention: a place in a plain text that cites a document, or a provision of it."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from infopage.language.after_citations import NO_TAIL, Tail
from infopage.language.dates import IssueDate
from infopage.language.folding import level, recomposed
from infopage.language.kinds import EVERYDAY
from infopage.language.place_series import places_before, series
from infopage.language.symbol_keys import SymbolKey

_GOES_ON = re.compile(
    r"\s*(?:$|[.,;:!?…()\[\]\"“”'\0&+‐‑‒–—−-]|(?:của|do|đó|về|và|với|hoặc|ngày(?=\s+[0-9])|năm\s+(?:19|20)[0-9]{2}(?!\s*[-–])"
    r"|là|đã|được|tại|ở|trong|có|cùng|cũng|theo|này|nay|trên|nêu|nếu|quy\s+định|để|nhằm|như|ban\s+hành|thì|mà|đến|tới|vào"
    r"|kh(?:óa|oá)\s+(?:[IVXLC0-9]+|này|trước)|yêu\s+cầu|đặt|đạt(?!\s+chuẩn)|xác\s+(?:định|lập)|chỉ(?!\s+(?:tiêu|số|thị|huy)(?!\w))"
    r"|cho|sẽ|đang|khi|sau|trước|đều|vẫn|chưa|phải|gồm|gắn|mang|còn|mở\s+ra|đưa\s+ra|ra|đi\s+vào|tạo|giúp|góp\s+phần"
    r"|tập\s+trung|thu\s+hút|đòi\s+hỏi|khẳng\s+định|nhấn\s+mạnh|thể\s+hiện|tiếp\s+tục|thay\s+thế|bãi\s+bỏ|sửa\s+đổi"
    r"|bổ\s+sung|lưu\s+ý|phân\s+công|giao(?!\s+(?:dịch|thông|lưu|ban))|nói|coi|lấy|không(?!\s+gian)|bảo\s+đảm"
    r"|trở\s+thành|cụ\s+thể\s+h(?:óa|oá)|tháo\s+gỡ|kết\s+thúc|hết\s+hiệu\s+lực|qua|lên|xuống|rất|bị|cần|nên|rồi|vừa|hay"
    r"|luôn|bởi|vì|từ|sớm|xong|ngay|tận|kịp\s+thời|triển\s+khai|lan\s+t(?:ỏa|oả)|phát\s+huy|thúc\s+đẩy|đẩy\s+mạnh"
    r"|bằng(?!\s+(?:khen|chứng|cấp|sáng\s+chế))|hiện(?!\s+(?:vật|trạng|tượng)))(?!\w))",
    re.IGNORECASE,
)
"""Words and signs that may follow the number of a document or provision.

If any other word follows, the number may count something: ``kết luận 5 vụ`` (concluded 5 cases). Marks matter: ``nói``
(says) goes on, but ``nội dung`` (matters) is counted.
"""
_AFTER = re.compile(
    r"\s*(?:[,:]\s*)?(?P<open>\()?\s*"
    r"(?:(?:(?:được |đã |có )?(?:nêu|quy định|ghi)(?: rõ)?\s+)?(?:tại|ở|trong|tai|o)\s+)?(?=\S)"
)
_NOT_ITS = re.compile(r"\s*,?\s*(?:(?:cua|tai|trong|thuoc|ban hanh kem theo|kem theo)\s+)?(?:cac\s+)?")


@dataclass(frozen=True)
class Mention:
    """A mention: a place in a text that cites a document, by its symbol, by its number alone, or by its name."""

    start: int
    """The offset where the citation begins: at the provision (``khoản 1``), the kind (``Nghị quyết``) or the symbol."""
    end: int
    """The offset where the citation ends: after the symbol, or after the day that follows it.

    A day in brackets or a mere year is not included. If several provisions are cited, each has a mention, and all
    mentions but the last end after their provision.
    """
    core: tuple[int, int]
    """The start and end of the symbol, number or name alone, without kind, date and provision."""
    symbol: SymbolKey | None = None
    """The key of the cited document's symbol; None if the text has only a number, as in ``NQ số 05``, or a name."""
    number: str = ""
    """The number of the document, without zeros before it; empty if it is cited by name."""
    name: str = ""
    """The name by which the document is cited, as the lookup key ``=luat dat dai``; empty if cited by number."""
    kind: str = ""
    """The kind of document as written, in lower case without marks: ``nghi quyet``; empty if none is written."""
    tail: Tail = NO_TAIL
    """What the text says of the document after its symbol: date, issuer, term of office and subject."""
    anchors: tuple[str, ...] = ()
    """The possible anchors of the cited provision (``II.1.a``), the likeliest first; empty if none is named."""
    is_place: bool = False
    """Whether only a provision is mentioned, of a document named before: “Điều 5” in “Quy định 04-QĐ/TU, Điều 5”."""

    among: tuple[str, ...] = ()
    """The other numbers in a list of documents with one name of a kind: 57 and 68 for 71 in ``NQ 57, 68 và 71``."""

    @property
    def dated(self) -> IssueDate | None:
        """The day or year of the cited document as written; None if none is written."""
        return self.tail.dated

    @property
    def issuer(self) -> str:
        """The issuer of the cited document as written; empty if none is written."""
        return self.tail.issuer


def goes_on(text: str, at: int) -> bool:
    """Tell whether the words at the offset ``at`` show that the number before them is a document's, and no count."""
    return _GOES_ON.match(text, at) is not None


def by_place(text: str, mention: Mention) -> Iterator[Mention]:
    """Yield a copy of a mention for each provision named before it: two for ``khoản 1, khoản 2 Nghị quyết …``.

    If no provision is named before it, yield the mention itself, and then one for each provision named after it.
    """
    places = places_before(text, mention.start)
    for place in places[:-1]:
        yield replace(mention, start=place.start, end=place.end, anchors=place.anchors)
    if places:
        yield replace(mention, start=places[-1].start, anchors=places[-1].anchors)
        return
    yield mention
    yield from _after(text, mention)


def _after(text: str, mention: Mention) -> Iterator[Mention]:
    """Yield a mention for each provision named after a document: ``Quy định số 04-QĐ/TU (Điều 5, khoản 2)``."""
    joint = _AFTER.match(text, mention.tail.end)
    if not joint or joint.end() == mention.tail.end:
        return
    found = next(series(text, joint.end(), joint.end() + 200), None)
    if not found or found.start != joint.end():
        return
    rest = level(text[found.end : found.end + 60])
    of = _NOT_ITS.match(rest)
    assert of
    if not joint["open"] and (not goes_on(text, found.end) or EVERYDAY.anywhere.match(rest, of.end())):
        return
    for place in found.places:
        yield replace(mention, start=place.start, end=place.end, anchors=place.anchors, is_place=True)


def composed(text: str, find: Callable[[str], list[Mention]]) -> list[Mention]:
    """Return the mentions that ``find`` returns for ``text`` in NFC, with their offsets in ``text`` as it is."""
    whole, at = recomposed(text)
    if whole is text:
        return find(text)
    return [replace(m, start=at[m.start], end=at[m.end], core=(at[m.core[0]], at[m.core[1]])) for m in find(whole)]
