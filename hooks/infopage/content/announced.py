"""What the site announces for some days: items pinned to the front page, banners, notices on every page."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from infopage.content.field_types.dates import Day, Time
from infopage.content.field_types.plain import Identifier, Line, Number
from infopage.content.field_types.targets import Target, TargetText
from infopage.content.schema import key
from infopage.language.dates import Moment

LAST = 99


@dataclass(frozen=True, kw_only=True)
class Pin:
    """The pin that holds an item at the top of the front page, to the end of the day ``until``."""

    until: date = key("den", Day(), "ngày cuối cùng còn ghim, cả ngày ấy")
    order: int = key(
        "thu_tu", Number("1", "thứ tự", most=LAST), "số nhỏ đứng trước; bài đầu là bài nổi bật", default=LAST
    )


@dataclass(frozen=True, kw_only=True)
class Announcement:
    """A base class of what is announced from ``since`` to the end of ``until``."""

    id: str = key("ma", Identifier("tam-dung-bao-tri"), "mã của mục; không đổi, không dùng lại")
    since: Moment = key("tu", Time(), "từ lúc nào thì hiện")
    until: Moment = key("den", Time(), "đến lúc nào thì thôi hiện; chỉ ghi ngày là hết ngày ấy")
    target: Target | None = key("lien_ket", TargetText(), "dẫn tới đâu", default=None)

    @property
    def end(self) -> datetime:
        """The point in time from which the announcement is no longer shown."""
        return end_of(self.until)

    def is_shown(self, has_come: Callable[[datetime], bool]) -> bool:
        """Tell whether the announcement is shown; ``has_come`` tells whether a point in time is past."""
        return has_come(self.since.at) and not has_come(self.end)


@dataclass(frozen=True, kw_only=True)
class Banner(Announcement):
    """A banner in words on the front page, such as of a congress."""

    title: str = key("loi", Line("Chào mừng Đại hội đại biểu Đảng bộ tỉnh lần thứ I", 150), "lời của biểu ngữ")
    detail: str = key("chi_tiet", Line("Từ ngày 20 đến ngày 22/9/2026", 200), "dòng nhỏ ở dưới", default="")


@dataclass(frozen=True, kw_only=True)
class SiteNotice(Announcement):
    """A notice on every page and in the feeds, such as of a planned stop of the site."""

    text: str = key(
        "loi", Line("Trang tạm dừng để bảo trì từ 22 giờ ngày 20/12 đến 4 giờ ngày 21/12/2026.", 300), "lời thông báo"
    )
    target_words: str = key("chu_lien_ket", Line("Xem lịch bảo trì", 80), "chữ của liên kết", default="Xem chi tiết")


def end_of(until: Moment) -> datetime:
    """Return the point in time at which ``until`` is over: for a day without a time of day, the midnight after it."""
    return until.at if until.has_time else until.at + timedelta(days=1)


def is_pinned(pin: Pin | None, has_come: Callable[[datetime], bool]) -> bool:
    """Tell whether an item with this pin is at the top of the front page now."""
    return pin is not None and not has_come(end_of(Moment.on(pin.until)))
