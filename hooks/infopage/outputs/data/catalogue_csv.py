"""The catalogue as a CSV table (RFC 4180); a spreadsheet program shows its letters rightly and runs nothing in it."""

import csv
import re
from collections.abc import Iterable
from io import StringIO

from infopage.outputs.data.records import BACKWARD, FORWARD, JsonObject

_SIGNS = "=+\\-@＝＋－＠﹢﹣﹦﹫"
"""The signs that begin a formula; Excel treats the full-width signs like the plain ones."""
_PASSED_OVER = ';,\\s\\x00-\\x1f"“”\ufeff\u200b-\u200f\u2060'
"""The characters that may come between the beginning of a cell and a formula's sign, or that end the cell before."""
_FORMULA = re.compile(f"(?<![{_PASSED_OVER}])([{_PASSED_OVER}]*+)(?=[{_SIGNS}])")
_SEPARATORS = frozenset(";,\t\r\n")
"""The characters that end a cell in some spreadsheet program, though not in this file."""
_BYTE_ORDER_MARK = "\ufeff"
"""Without it, Excel reads UTF-8 in the computer's old code page."""

COLUMNS: dict[str, tuple[str, ...]] = {
    "ma": ("ma",),
    "loai": ("loai", "ten"),
    "so_ky_hieu": ("so_ky_hieu",),
    "co_quan": ("co_quan", "ma"),
    "co_quan_ten": ("co_quan", "ten"),
    "nhiem_ky": ("nhiem_ky",),
    "ngay_ban_hanh": ("ngay_ban_hanh",),
    "ngay_hieu_luc": ("ngay_hieu_luc",),
    "ngay_het_hieu_luc": ("ngay_het_hieu_luc",),
    "trich_yeu": ("trich_yeu",),
    "nguoi_ky": ("nguoi_ky", "ten"),
    "chuc_vu": ("nguoi_ky", "chuc_vu"),
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
"""The columns, each with the path to its value in a record. A list gives the values of all its members, joined by
``; ``.
"""


def csv_file(rows: Iterable[str]) -> bytes:
    """Return the table of some documents, each given as its ``csv_row``."""
    return "".join((_BYTE_ORDER_MARK, _row(COLUMNS), *rows)).encode()


def csv_row(record: JsonObject) -> str:
    """Return a document's row. Relations and topics are ids; a boolean is ``co`` or ``khong``, as editors write it."""
    return _row(harmless(_cell(record, way)) for way in COLUMNS.values())


def _row(cells: Iterable[str]) -> str:
    line = StringIO()
    csv.writer(line, lineterminator="\r\n").writerow(cells)
    return line.getvalue()


def harmless(cell: str) -> str:
    """Return a cell in which no spreadsheet program finds a formula, whatever it takes for the beginning of a cell.

    An apostrophe is put before the sign, as OWASP advises.

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
