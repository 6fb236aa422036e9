"""Checks that the dates of one item agree with each other."""

from collections.abc import Iterator

from infopage.content.diagnostics import Diagnostic
from infopage.content.model import Event, Item, OfficialDocument
from infopage.content.texts import Text
from infopage.language.dates import format_date


def check_dates(text: Text, item: Item) -> Iterator[Diagnostic]:
    """Yield a fault for each date of an item that contradicts another of its dates; ``text`` is the item's text."""

    def fault(key: str, message: str) -> Diagnostic:
        return Diagnostic(text.path, text.line_of(key), key.replace("_", "-"), message)

    if item.updated and item.updated.date < item.published.date:
        yield fault("cap_nhat", f"{item.updated} trước ngày đăng {item.published}; hãy xem lại hai ngày này")
    if item.expires and item.expires <= item.published:
        yield fault("het_han", f"{item.expires} không sau ngày đăng {item.published}; hãy xem lại hai ngày này")
    if item.withdrawn and item.withdrawn.on < item.published.date:
        withdrawn = format_date(item.withdrawn.on)
        yield fault("thu_hoi", f"{withdrawn} trước ngày đăng {item.published}; hãy xem lại hai ngày này")
    if item.pin and item.pin.until < item.published.date:
        yield fault("ghim", f"{format_date(item.pin.until)} trước ngày đăng {item.published}; hãy xem lại hai ngày này")
    if isinstance(item, Event) and item.end < item.start:
        yield fault("ket_thuc", f"{item.end} trước lúc bắt đầu {item.start}; hãy xem lại hai thời điểm này")
    if isinstance(item, OfficialDocument) and item.issued.earliest > item.published.date:
        day = item.issued
        yield fault("ngay_ban_hanh", f"{day} sau ngày đăng {item.published}; văn bản phải ban hành rồi mới đăng")
