"""What the site announces for some days: items pinned to the front page, and the banner of a congress."""

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
class Banner:
    """A banner in words on the front page, such as of a congress, from ``since`` to the end of ``until``."""

    id: str = key("ma", Identifier("dai-hoi-lan-thu-i"), "mã của biểu ngữ")
    title: str = key("loi", Line("Chào mừng Đại hội đại biểu Đảng bộ tỉnh lần thứ I", 150), "lời của biểu ngữ")
    detail: str = key("chi_tiet", Line("Từ ngày 20 đến ngày 22/9/2026", 200), "dòng nhỏ ở dưới", default="")
    target: Target | None = key("lien_ket", TargetText(), "biểu ngữ dẫn tới đâu", default=None)
    since: Moment = key("tu", Time(), "từ lúc nào thì hiện")
    until: Moment = key("den", Time(), "đến lúc nào thì thôi hiện; chỉ ghi ngày là hết ngày ấy")

    @property
    def end(self) -> datetime:
        """The point in time at which the banner is no longer shown."""
        return end_of(self.until)


def end_of(until: Moment) -> datetime:
    """Return the point in time at which ``until`` is over: for a day without a time of day, the midnight after it."""
    return until.at if until.has_time else until.at + timedelta(days=1)


def is_pinned(pin: Pin | None, has_come: Callable[[datetime], bool]) -> bool:
    """Tell whether an item with this pin is at the top of the front page now."""
    return pin is not None and not has_come(end_of(Moment.on(pin.until)))
