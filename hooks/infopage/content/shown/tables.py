"""Finds tables whose rows Markdown would truncate, or would not recognise as a table."""

import re
from collections.abc import Iterator, Sequence

from infopage.content.fields import quote
from infopage.content.layout.lines import begins_table, is_delimiter_row

RULE = "bang"
_CODE = re.compile(r"`[^`]*`")
_PIPE = re.compile(r"(?<!\\)\|")
_FEWEST = 2
_FEWEST_CELLS = 3


def pasted_faults(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Yield (line, message), with lines from 0, for each table pasted from Excel or Word with tabs between cells."""
    above: list[str] = []
    before = 0
    for number, line in enumerate(lines):
        cells = [cell.strip() for cell in line.strip().split("\t")]
        if len(cells) == len(above) != before and len(cells) >= _FEWEST_CELLS and all((*cells, *above)):
            row = quote(f"| {' | '.join(above)} |")
            message = f"đây là bảng dán từ Excel hay Word, không kẻ nên không thành bảng; hãy viết từng hàng như {row}"
            yield number - 1, message
        before, above = len(above), cells


def table_faults(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Yield (line, message), with lines from 0, for table rows that would not appear as table rows, or lose cells."""
    at = 0
    while at < len(lines):
        line = lines[at].strip()
        if "|" not in line:
            at += 1
        elif begins_table(line, "".join(lines[at + 1 : at + 2])):
            end = _end_of(lines, at + 2)
            yield from _table(lines[at:end], at)
            at = end
        elif _is_row(line):
            end = _end_of(lines, at + 1)
            yield from _loose(lines[at:end], at, "".join(lines[end : end + 2]))
            at = _next_table(lines, end)
        else:
            at += 1


def _end_of(lines: Sequence[str], at: int) -> int:
    return next((n for n in range(at, len(lines)) if "|" not in lines[n]), len(lines))


def _next_table(lines: Sequence[str], at: int) -> int:
    """Return the index of the first line below a table that has blank lines between its rows.

    Markdown does not allow such lines, but authors write them. ``at`` is the index of the line where the table ends by
    the rules of Markdown, and is returned if no row of the same table follows.
    """
    while at + 1 < len(lines) and not lines[at].strip() and _is_row(lines[at + 1].strip()):
        if begins_table(lines[at + 1], "".join(lines[at + 2 : at + 3])):
            break
        at = _end_of(lines, at + 1)
    return at


def _is_row(line: str) -> bool:
    """Tell whether a line is clearly meant as a table row: ``|`` at both ends, and two cells or more."""
    return len(line) > _FEWEST and line.startswith("|") and line.endswith("|") and len(_cells(line, bordered=True)) > 1


def _cells(row: str, *, bordered: bool) -> list[str]:
    row = _CODE.sub(lambda found: found[0].replace("|", " "), row.strip())
    if bordered:
        row = row.removeprefix("|")
        row = row[:-1] if row.endswith("|") and not row.endswith("\\|") else row
    return _PIPE.split(row)


def _table(rows: Sequence[str], first: int) -> Iterator[tuple[int, str]]:
    head = rows[0].strip()
    bordered = head.startswith("|") or (head.endswith("|") and not head.endswith("\\|"))
    width = len(_cells(head, bordered=bordered))
    dashes = len(_cells(rows[1], bordered=bordered))
    if dashes != width:
        message = f"dòng gạch có {dashes} ô mà hàng tiêu đề có {width}, nên không thành bảng; hãy viết {_dashes(width)}"
        yield first + 1, message
        return
    for number, row in enumerate(rows[2:], first + 2):
        cells = _cells(row, bordered=bordered)
        if any(cell.strip() for cell in cells[width:]):
            lost = " | ".join(cell.strip() for cell in cells[width:])
            yield (
                number,
                f"hàng này có {len(cells)} ô mà hàng tiêu đề chỉ có {width}, nên {quote(lost)} không hiện;"
                " hãy thêm ô vào hàng tiêu đề và dòng gạch, hoặc viết \\| nếu dấu | là chữ",
            )


def _loose(rows: Sequence[str], first: int, following: str) -> Iterator[tuple[int, str]]:
    """Yield the fault of table rows without a delimiter row, or without a header row above the delimiter row.

    ``first`` is the index of the first row in the body. ``following`` are the two lines below the rows, joined: if they
    are a blank line and a table row, the fault is that the blank line divides the table.
    """
    if is_delimiter_row(rows[0]):
        message = "bảng thiếu hàng tiêu đề ở trên dòng gạch; hãy viết tên các cột, như | Chỉ tiêu | Năm 2030 |"
    elif len(rows) == 1 and _is_row(following.strip()):
        message = "giữa các hàng của bảng có dòng trống nên không thành bảng; hãy bỏ các dòng trống ấy"
    else:
        width = len(_cells(rows[0], bordered=True))
        message = f"bảng thiếu dòng gạch dưới hàng tiêu đề; hãy thêm một dòng {_dashes(width)} dưới dòng này"
    yield first, message


def _dashes(width: int) -> str:
    return f"{'|---' * width}|"
