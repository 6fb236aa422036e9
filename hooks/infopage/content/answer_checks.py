"""Checks a question from a reader and its answer: both are complete, their dates in order, and no reader is named."""

from collections.abc import Iterator

from infopage.content.anonymity import check_answer, check_lines
from infopage.content.diagnostics import Diagnostic
from infopage.content.model import Question
from infopage.content.texts import Text
from infopage.language.dates import format_date

EMPTY = "thieu-noi-dung"


def check_question(text: Text, item: Question) -> Iterator[Diagnostic]:
    """Yield the faults of a question that can be found without other texts."""
    answered = format_date(item.answered_on)
    if item.asked_on and item.answered_on < item.asked_on:
        message = f"{answered} trước ngày hỏi {format_date(item.asked_on)}; hãy xem lại hai ngày này"
        yield Diagnostic(text.path, text.line_of("ngay_tra_loi"), "ngay-tra-loi", message)
    if item.answered_on > item.published.date:
        message = f"{answered} sau ngày đăng {item.published}; phải trả lời rồi mới đăng"
        yield Diagnostic(text.path, text.line_of("ngay_tra_loi"), "ngay-tra-loi", message)
    if item.withdrawn:
        return
    for key, line in (("tieu_de", item.title), ("tom_tat", item.summary), ("cau_hoi", item.question)):
        yield from check_lines(text, key, (line,), "người hỏi")
    yield from check_answer(text)
    if not text.page.body.strip():
        message = "câu hỏi chưa có lời trả lời; hãy viết lời trả lời dưới phần khai báo"
        yield Diagnostic(text.path, text.page.body_line, EMPTY, message)
