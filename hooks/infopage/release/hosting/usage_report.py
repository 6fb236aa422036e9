"""Counts of views as a text, as a CSV file, and as a picture."""

import csv
import io
from collections.abc import Iterator
from datetime import date
from html import escape

from infopage.language.dates import format_date
from infopage.release.hosting.usage import LEAST, Sort, Usage, by_address, by_day, told_cells

_HIDDEN = f"dưới {LEAST}"
_BYTE_ORDER_MARK = "\ufeff"
_MOST_LISTED, _MOST_DRAWN = 30, 92
_LEFT, _TOP, _ROW, _WIDTH = 110, 70, 34, 560
_COLOURS = {Sort.PAGE: "#9a1b1b", Sort.FILE: "#8a6d1d"}


def text(usage: Usage) -> str:
    """Return the counts by day, and those of the most viewed pages and files."""
    pages, files = (by_day(usage.views[sort]) for sort in Sort)
    lines = [_line("Ngày", "Xem trang", "Tải tệp", "Máy tự động")]
    for day in usage.days:
        lines.append(_line(format_date(day), *(_told(counts.get(day, 0)) for counts in (pages, files, usage.robots))))
    for sort in Sort:
        found = list(by_address(usage.views[sort]).items())
        if found:
            lines += ("", f"Những {sort.value} được mở nhiều nhất:")
            lines += (f"{count:>9}  {address}" for address, count in found[:_MOST_LISTED])
    lines += ("", f"Số dưới {LEAST} không nêu ra, nên tổng của một ngày có thể nhỏ hơn thật vài lượt.")
    lines.append("Địa chỉ của người đọc và từ tìm kiếm đã bỏ ngay khi đọc nhật ký.")
    if usage.unread:
        lines.append(f"{usage.unread} dòng không đúng dạng “combined”, không đếm được.")
    return "\n".join(lines) + "\n"


def _line(first: str, *others: str) -> str:
    return f"{first:<12}" + "".join(f"{one:>13}" for one in others)


def csv_text(usage: Usage) -> str:
    """Return a row for each day, and for each page and file of a day; the counts that may not be told are left out."""
    out = io.StringIO()
    out.write(_BYTE_ORDER_MARK)
    writer = csv.writer(out)
    writer.writerow(("ngay", "loai", "dia_chi", "luot"))
    for sort in Sort:
        counts = usage.views[sort]
        writer.writerows((day, sort.value, "", count) for day, count in sorted(by_day(counts).items()) if count)
        writer.writerows((day, sort.value, address, count) for day, address, count in told_cells(counts))
    writer.writerows((day, "máy tự động", "", count) for day, count in sorted(usage.robots.items()) if count >= LEAST)
    return out.getvalue()


def picture(usage: Usage) -> str:
    """Return an SVG picture with a bar for the pages and one for the files of each day; of many days, the last ones."""
    days = usage.days[-_MOST_DRAWN:]
    counts = {sort: by_day(usage.views[sort]) for sort in Sort}
    most = max((count for found in counts.values() for count in found.values()), default=0) or 1
    height = _TOP + _ROW * len(days) + 20
    title = f"Lượt xem, {_period(days)}"
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_LEFT + _WIDTH + 90} {height}" role="img" '
        f'aria-label="{escape(title)}" font-family="sans-serif" font-size="13">',
        f"<title>{escape(title)}</title>",
        '<rect width="100%" height="100%" fill="#fff"/>',
        f'<text x="10" y="24" font-size="16" font-weight="bold">{escape(title)}</text>',
        *_legend(),
    ]
    for number, day in enumerate(days):
        parts += _row(day, _TOP + _ROW * number, {sort: counts[sort].get(day, 0) for sort in Sort}, most)
    return "\n".join((*parts, "</svg>")) + "\n"


def _legend() -> Iterator[str]:
    for number, sort in enumerate(Sort):
        x = 10 + 130 * number
        yield f'<rect x="{x}" y="40" width="12" height="12" fill="{_COLOURS[sort]}"/>'
        yield f'<text x="{x + 18}" y="51">{sort.value}</text>'


def _row(day: date, top: int, counts: dict[Sort, int], most: int) -> Iterator[str]:
    yield f'<text x="10" y="{top + 18}">{format_date(day)}</text>'
    for number, (sort, count) in enumerate(counts.items()):
        y, width = top + 13 * number, round(_WIDTH * count / most)
        yield f'<rect x="{_LEFT}" y="{y}" width="{width}" height="11" fill="{_COLOURS[sort]}"/>'
        yield f'<text x="{_LEFT + width + 6}" y="{y + 10}" font-size="11">{_told(count)}</text>'


def _period(days: list[date]) -> str:
    if not days:
        return "không có lượt nào"
    first, last = format_date(days[0]), format_date(days[-1])
    return f"ngày {first}" if first == last else f"{first} đến {last}"


def _told(count: int) -> str:
    return str(count) if count >= LEAST else _HIDDEN
