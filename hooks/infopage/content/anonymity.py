"""Checks that a question from a reader, or an opinion on a draft, does not show who wrote it."""

import re
from collections.abc import Iterator

from infopage.content.diagnostics import Diagnostic
from infopage.content.fields import quote
from infopage.content.texts import Text

RULE = "an-danh"

_CAPITALS = "".join(sign for sign in map(chr, range(0x41, 0x1EFA)) if sign.isupper() and sign.isalpha())
_WORD = rf"[{_CAPITALS}][^\W\d_]*"
_BODIES = "Ban|Sở|Phòng|Ủy|Hội|Đoàn Thanh|Đoàn TNCS|Trường|Chi|Đảng|Công|Liên|Trung|Mặt|Tỉnh|Huyện|Xã|Bí|Ngân"
"""The first words of names of bodies and offices, which may stand where names of persons do."""
_NAME = rf"(?!(?:Hồ Chí Minh|{_BODIES})\b){_WORD}(?:[ \xa0]{_WORD}){{1,5}}"
_TITLE = r"(?:ông|bà|anh|chị|em|cháu|cô|chú|bác|cụ|thầy|bạn)"
_WHO = rf"(?:{_TITLE}|bạn đọc|độc giả|cử tri|công dân|đồng chí|đ/c|đảng viên|cán bộ|hội viên|đoàn viên)"
_SAYS = "hỏi|góp ý|đề nghị|kiến nghị|thắc mắc|phản ánh|cho rằng"
_SIGNED = rf"(?P<who>{_WORD}(?: {_WORD}){{2,4}})"


def _begins(words: str) -> str:
    return rf"(?<!\w)(?i:{words})"


_NAMED = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_begins(f'(?:tôi|em|cháu|mình|con)(?: tên)?(?: là| tên)(?: {_TITLE})?')}:? (?P<who>{_NAME})",
        rf"{_begins('tên (?:tôi|em|cháu|mình)(?: là)?|họ (?:và )?tên|người (?:hỏi|gửi|góp ý)')}:? (?P<who>{_NAME})",
        rf"{_begins(_TITLE)} (?P<who>{_NAME})",
        rf"{_begins(_WHO)} (?P<who>{_NAME})(?=[^.?!;]{{0,80}}?(?<!\w)(?:{_SAYS})(?!\w))",
        rf"[(\[]{_SIGNED}(?:,[^)\]]*)?[)\]]\s*[.?!]?\s*$",
        rf"[–—-] ?{_SIGNED}\s*[.]?\s*$",
    )
)
"""Words that introduce or end with the name of a person who asks or is asked about."""

_ADDRESSED = re.compile(rf"{_begins(f'(?:trả lời|gửi|chào|câu hỏi của|ý kiến của) {_WHO}')} (?P<who>{_NAME})")
"""The name of the person to whom an answer is addressed. The text of an answer may name other persons."""

_REACHED = re.compile(
    r"(?<![\d./-])(?P<phone>(?:\+84|0)(?:[ .-]?\d){9})(?![\d/-])"
    r"|(?P<mail>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)"
    r"|(?<!\w)(?P<home>(?i:số nhà|ngõ|hẻm|ngách) \d[\w/]*)"
)
_REACHED_BY = {"phone": "số điện thoại", "mail": "hộp thư", "home": "nơi ở"}


def check_lines(text: Text, key: str, lines: tuple[str, ...], author: str) -> Iterator[Diagnostic]:
    """Yield a fault for each name, telephone number, mailbox or home address in ``lines``, the value of ``key``.

    ``author`` says whom they must not show, such as ``người hỏi``.
    """
    for line in lines:
        for what, words in shown(line):
            message = f"{quote(words)} cho biết {what} của {author}; hãy bỏ đi, trang không nêu {author} là ai"
            yield Diagnostic(text.path, text.line_of(key), RULE, message)


def check_answer(text: Text) -> Iterator[Diagnostic]:
    """Yield a fault for each place in a text, the answer to a question, that names the person who asked."""
    for found in _ADDRESSED.finditer(text.page.body):
        line = text.page.body_line + text.page.body.count("\n", 0, found.start())
        message = f"{quote(found[0])} cho biết họ tên của người hỏi; hãy bỏ đi, trang không nêu người hỏi là ai"
        yield Diagnostic(text.path, line, RULE, message)


def shown(line: str) -> Iterator[tuple[str, str]]:
    """Yield (kind of data, words) for each part of a line that shows who wrote it, such as a telephone number."""
    if found := next(filter(None, (pattern.search(line) for pattern in _NAMED)), None):
        yield "họ tên", found["who"]
    for found in _REACHED.finditer(line):
        assert found.lastgroup
        yield _REACHED_BY[found.lastgroup], found[0]
