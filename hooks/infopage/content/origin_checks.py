"""Checks what an item says about its source: a text of somebody else is used by name, and reprinted by agreement."""

import re
from collections.abc import Iterator

from infopage.content.diagnostics import Diagnostic
from infopage.content.fields import quote
from infopage.content.model import Item, NewsItem, OfficialDocument
from infopage.content.model_parts import EXCERPT, MANNERS, RETOLD, VERBATIM, Origin
from infopage.content.schema import keys
from infopage.content.texts import Text
from infopage.language.dates import format_date
from infopage.language.folding import fold

RULE = "dang-lai"
_NEEDED = {EXCERPT: ("tac_gia", "dia_chi", "thoi_gian"), VERBATIM: ("tac_gia", "dia_chi", "thoi_gian", "thoa_thuan")}
"""The keys of a source that are required, besides its name, for each manner of using its text."""

_REPRINTED = re.compile(r"(?<!khong )(?<!khong duoc )\b(?:nguyen van|dang lai)\b")


def check_origin(text: Text, item: Item) -> Iterator[Diagnostic]:
    """Yield the faults of an item's source, and of corrections that the source is said to have made.

    ``text`` is the text of the ``item``. An official document is no work of the press, so it needs only the name.
    """
    if item.origin is None:
        if any(correction.is_of_origin for correction in item.corrections):
            message = "có đính chính của nguồn (cua_nguon) mà bài không có nguon; hãy ghi nguon, hoặc bỏ cua_nguon"
            yield Diagnostic(text.path, text.line_of("dinh_chinh"), "dinh-chinh", message)
        if isinstance(item, NewsItem) and _says_reprinted(item):
            message = f"quyen ghi {quote(item.rights)} mà bài không có nguon; hãy ghi nguon: bài của ai, ở đâu, lúc nào"
            yield Diagnostic(text.path, text.line_of("quyen"), RULE, message)
    elif not isinstance(item, OfficialDocument):
        for message in _faults(item, item.origin):
            yield Diagnostic(text.path, text.line_of("nguon"), RULE, message)


def _says_reprinted(item: Item) -> bool:
    return isinstance(item, NewsItem) and _REPRINTED.search(fold(item.rights)) is not None


def _faults(item: Item, origin: Origin) -> Iterator[str]:
    if origin.manner is None:
        choices = ", ".join(f"{manner} ({label.lower()})" for manner, label in MANNERS.items())
        yield f"nguon chưa ghi bài gốc được dùng thế nào; hãy thêm “cach_dung:” và chọn một trong: {choices}"
        return
    if origin.manner == RETOLD and _says_reprinted(item):
        yield f"cach_dung là {RETOLD} mà quyen ghi là đăng lại nguyên văn; hãy sửa một trong hai cho khớp"
    declared = keys(Origin)
    missing = [name for name in _NEEDED.get(origin.manner, ()) if not getattr(origin, declared[name][0])]
    if missing:
        wanted = "; ".join(f"{name} ({declared[name][1].help.partition(',')[0]})" for name in missing)
        yield f"bài {MANNERS[origin.manner].lower()} thì nguon phải ghi thêm: {wanted}"
    if (agreement := origin.agreement) and agreement.until and agreement.until < agreement.on:
        yield f"thỏa thuận hết hạn {format_date(agreement.until)}, trước ngày ký; hãy xem lại ngay và het_han"
