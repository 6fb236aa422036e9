"""Checks what an item says about its own changes: the notes of changes, and the corrections."""

from collections.abc import Iterator

from infopage.content.diagnostics import Diagnostic
from infopage.content.model import Item
from infopage.content.texts import Text
from infopage.language.dates import format_date


def check_changes(text: Text, item: Item) -> Iterator[Diagnostic]:
    """Yield a fault for each correction that lacks the wrong wording, and each change note with a wrong or no date.

    ``text`` is the text of the ``item``.
    """
    at, notes = text.line_of("ghi_chu_sua"), item.change_notes
    if notes and not item.updated:
        message = "có ghi chú sửa mà thiếu cap_nhat; hãy ghi lần sửa ấy ở cap_nhat, như “cap_nhat: 15/3/2025 07:30”"
        yield Diagnostic(text.path, at, "ghi-chu-sua", message)
    if len(notes) > 1 and not all(note.on for note in notes):
        message = "có nhiều ghi chú sửa thì mỗi ghi chú phải có ngay; hãy thêm “ngay:” vào ghi chú còn thiếu"
        yield Diagnostic(text.path, at, "ghi-chu-sua", message)
    for day in (note.on for note in notes if note.on):
        if item.updated and day > item.updated.date:
            message = f"ngày sửa {format_date(day)} sau cap_nhat {item.updated}; hãy ghi lần sửa ấy ở cap_nhat"
        elif day < item.published.date:
            message = f"ngày sửa {format_date(day)} trước ngày đăng {item.published}; hãy xem lại hai ngày này"
        else:
            continue
        yield Diagnostic(text.path, at, "ghi-chu-sua", message)
    for correction in item.corrections:
        if not correction.wrong and not correction.private:
            message = (
                "thiếu khóa “sai” (nội dung đã đăng sai); hãy ghi nội dung ấy, hoặc ghi “vi_rieng_tu: co” "
                "khi nhắc lại sẽ lộ đời tư"
            )
            yield Diagnostic(text.path, text.line_of("dinh_chinh"), "dinh-chinh", message)
