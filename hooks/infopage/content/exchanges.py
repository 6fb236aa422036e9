"""Checks items in which the people have a say: questions from readers, and drafts that are put to the people.

They must be whole, their days and counts must fit, and they must not show who asked or gave an opinion.
"""

from collections.abc import Iterator

from infopage.content.anonymity import check_answer, check_lines
from infopage.content.diagnostics import Diagnostic
from infopage.content.model import Draft, Question
from infopage.content.texts import Text
from infopage.language.dates import format_date

_EMPTY = "thieu-noi-dung"
_ASKED, _CONSULTED = "người hỏi", "người góp ý"


def check_exchange(text: Text) -> Iterator[Diagnostic]:
    """Yield the faults of a question or a draft that can be found without other texts; none for other items."""
    if isinstance(text.item, Question):
        yield from _question(text, text.item)
    elif isinstance(text.item, Draft):
        yield from _draft(text, text.item)


def _question(text: Text, item: Question) -> Iterator[Diagnostic]:
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
        yield from check_lines(text, key, (line,), _ASKED)
    yield from check_answer(text)
    if not text.page.body.strip():
        message = "câu hỏi chưa có lời trả lời; hãy viết lời trả lời dưới phần khai báo"
        yield Diagnostic(text.path, text.page.body_line, _EMPTY, message)


def _draft(text: Text, item: Draft) -> Iterator[Diagnostic]:
    def fault(key: str, message: str) -> Diagnostic:
        return Diagnostic(text.path, text.line_of(key), key.replace("_", "-"), message)

    since = format_date(item.since)
    if item.until < item.since:
        yield fault("han", f"{format_date(item.until)} trước ngày bắt đầu {since}; hãy xem lại hai ngày này")
    if item.withdrawn:
        return
    if not (text.page.body.strip() or item.files):
        message = "chưa có dự thảo; hãy viết toàn văn dưới phần khai báo, hoặc ghi tệp dự thảo ở khóa tep"
        yield Diagnostic(text.path, text.page.body_line, _EMPTY, message)
    if not (result := item.reception):
        return
    if result.on < item.since:
        yield fault("ket_qua", f"kết quả ngày {format_date(result.on)} trước ngày bắt đầu {since}; hãy xem lại")
    told = sum(one.count or 0 for one in result.opinions)
    if told > result.count:
        yield fault("ket_qua", f"tổng hợp {told} ý kiến, nhiều hơn {result.count} ý kiến đã nhận; hãy xem lại các số")
    lines = tuple(line for one in result.opinions for line in (one.content, one.use))
    yield from check_lines(text, "ket_qua", lines, _CONSULTED)
