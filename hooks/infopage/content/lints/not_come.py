"""Checks that the dates of past events (updates, withdrawals, corrections, first publication) are not in the future."""

from collections.abc import Iterator

from infopage.content.catalogue import Catalogue
from infopage.content.diagnostics import Diagnostic
from infopage.content.model import Item
from infopage.language.dates import format_date


def days_not_come(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """Yield a fault for each future date of an update, withdrawal, correction or first publication elsewhere.

    Also yield a fault for each item whose publication date is in the future, although earlier releases published
    it. Such an item would disappear from the site.
    """
    for text in catalogue.library.texts:
        item = text.item
        if item.updated and not catalogue.has_come(item.updated.at):
            message = f"{item.updated} chưa đến; hãy ghi lần sửa đã có, hoặc bỏ dòng này"
            yield Diagnostic(text.path, text.line_of("cap_nhat"), "cap-nhat", message)
        if not isinstance(item, Item):
            continue
        if catalogue.before and item.id in catalogue.before.instants and not catalogue.is_public(item):
            seen = format_date(catalogue.before.instants[item.id].date())
            message = (
                f"{item.published} chưa đến mà mục này đã công bố từ ngày {seen}, nên sẽ biến mất khỏi trang; "
                "hãy ghi lại ngày đăng cũ, muốn rút bài thì dùng thu_hoi"
            )
            yield Diagnostic(text.path, text.line_of("ngay_dang"), "ngay-dang", message)
        today = catalogue.today
        if item.withdrawn and item.withdrawn.on > today:
            day = format_date(item.withdrawn.on)
            message = f"{day} chưa đến; hãy ghi ngày thu hồi thật, hoặc dùng het_han cho việc gỡ đã hẹn trước"
            yield Diagnostic(text.path, text.line_of("thu_hoi"), "thu-hoi", message)
        for correction in item.corrections:
            if correction.on > today:
                message = f"ngày đính chính {format_date(correction.on)} chưa đến; hãy ghi ngày đã đính chính"
                yield Diagnostic(text.path, text.line_of("dinh_chinh"), "dinh-chinh", message)
        if item.origin and item.origin.at and not catalogue.has_come(item.origin.at.at):
            message = f"thời gian đăng lần đầu {item.origin.at} chưa đến; hãy xem lại ở bài gốc"
            yield Diagnostic(text.path, text.line_of("nguon"), "nguon", message)
