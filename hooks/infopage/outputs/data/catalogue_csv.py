"""The catalogue as a CSV table (RFC 4180), safe to open in a spreadsheet program: no cell is run as a formula."""

import csv
import re
from collections.abc import Iterable
from io import StringIO

from infopage.outputs.data.records import BACKWARD, FORWARD, JsonObject

_SIGNS = "=+\\-@＝＋－＠﹢﹣﹦﹫"
"""The signs with which a formula can begin, in a regular expression. Excel treats full-width signs like plain ones."""
_PASSED_OVER = ';,\\s\\x00-\\x1f"“”\ufeff\u200b-\u200f\u2060'
"""Characters that a spreadsheet program may skip before a formula's sign, or may treat as the end of a cell. So a sign
after any of them could begin a formula.
"""
_FORMULA = re.compile(f"(?<![{_PASSED_OVER}])([{_PASSED_OVER}]*+)(?=[{_SIGNS}])")
_SEPARATORS = frozenset(";,\t\r\n")
"""The characters that some spreadsheet programs treat as the end of a cell; in this file only the comma ends a cell."""
_BYTE_ORDER_MARK = "\ufeff"
"""The mark at the beginning of the file. Without it, Excel reads UTF-8 as the old code page of the computer."""

COLUMNS: dict[str, tuple[str, ...]] = {
    "ma": ("ma",),
    "loai": ("loai", "ten"),
    "so_ky_hieu": ("so_ky_hieu",),
    "co_quan": ("co_quan", "ma"),
    "co_quan_ten": ("co_quan", "ten"),
    "cung_ban_hanh": ("cung_ban_hanh", "ma"),
    "nhiem_ky": ("nhiem_ky",),
    "ngay_ban_hanh": ("ngay_ban_hanh",),
    "ngay_hieu_luc": ("ngay_hieu_luc",),
    "ngay_het_hieu_luc": ("ngay_het_hieu_luc",),
    "trich_yeu": ("trich_yeu",),
    "ten_goi": ("ten_goi",),
    "nguoi_ky": ("nguoi_ky", "ten"),
    "chuc_vu": ("nguoi_ky", "chuc_vu"),
    "cung_ky": ("cung_ky", "ten"),
    "hieu_luc": ("hieu_luc", "trang_thai"),
    "hieu_luc_dien_giai": ("hieu_luc", "dien_giai"),
    "chu_de": ("chu_de", "ma"),
    **{key: (key, "ma") for key in (*FORWARD.values(), *BACKWARD.values())},
    "tep": ("tep", "dia_chi"),
    "ngay_dang": ("ngay_dang",),
    "cap_nhat": ("cap_nhat",),
    "minh_hoa": ("minh_hoa",),
    "dia_chi": ("dia_chi",),
    "dia_chi_json": ("dia_chi_json",),
    "dia_chi_txt": ("dia_chi_txt",),
}
"""The columns, each with the path to its value in the JSON object of a document (records.py). If the value is a list,
the values of its members are joined by ``; ``.
"""


def csv_file(rows: Iterable[str]) -> bytes:
    """Return the CSV file; ``rows`` are the results of ``csv_row``, one for each document."""
    return "".join((_BYTE_ORDER_MARK, _row(COLUMNS), *rows)).encode()


def csv_row(record: JsonObject) -> str:
    """Return the row of a document, given as its JSON object.

    Relations and topics are given by ids. A boolean is ``co`` or ``khong`` (yes or no), as editors write it.
    """
    return _row(harmless(_cell(record, way)) for way in COLUMNS.values())


def _row(cells: Iterable[str]) -> str:
    line = StringIO()
    csv.writer(line, lineterminator="\r\n").writerow(cells)
    return line.getvalue()


def harmless(cell: str) -> str:
    """Return a cell's text with an apostrophe before each sign that could begin a formula, as OWASP recommends.

    This includes signs after a character such as ``;``, which some spreadsheet programs treat as the end of a cell.

    >>> harmless("=1+1"), harmless("05-NQ/TU"), harmless("a;=1")
    ("'=1+1", '05-NQ/TU', "a;'=1")
    """
    written = _FORMULA.sub(_marked, cell)
    return f"'{written}" if written.startswith(("\t", "\r", "\n")) else written


def _marked(before: re.Match[str]) -> str:
    begins = before.start() == 0 or not _SEPARATORS.isdisjoint(before[0])
    return f"{before[0]}'" if begins else before[0]


def _cell(value: object, way: tuple[str, ...]) -> str:
    if isinstance(value, list):
        return "; ".join(dict.fromkeys(_cell(member, way) for member in value))
    if isinstance(value, dict):
        return _cell(value[way[0]], way[1:])
    if isinstance(value, bool):
        return "co" if value else "khong"
    return "" if value is None else str(value)
