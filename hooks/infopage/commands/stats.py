"""``infopage stats``: counts views of pages and files by day from a web server's logs, and forgets the readers."""

import argparse
import sys
from datetime import date
from pathlib import Path

from infopage.commands import exits_with_2
from infopage.language.dates import parse_date
from infopage.release.hosting.access_log import requests
from infopage.release.hosting.usage import Usage
from infopage.release.hosting.usage_report import csv_text, picture, text

USUAL = "build/luot-xem"


def register(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add this module's command and its options to ``commands``, the subcommands of ``infopage``."""
    stats = commands.add_parser("stats", help="đếm lượt xem trang, tải tệp theo ngày từ nhật ký của máy chủ web")
    stats.add_argument("logs", nargs="+", metavar="NHẬT_KÝ", help="tệp nhật ký dạng combined, cả tệp nén .gz")
    stats.add_argument("--from", dest="since", metavar="NGÀY", help="chỉ đếm từ ngày này, như 16/11/2026")
    stats.add_argument("--to", dest="until", metavar="NGÀY", help="chỉ đếm đến hết ngày này")
    stats.add_argument("--output", metavar="THƯ_MỤC", help=f"nơi ghi bảng CSV và hình SVG (mặc định: {USUAL})")
    stats.set_defaults(run=exits_with_2(_stats), anywhere=True)


def _stats(options: argparse.Namespace, root: Path) -> int:
    since = _day("--from", options.since) or date.min
    until = _day("--to", options.until) or date.max
    if until < since:
        raise ValueError(f"--to {options.until} trước --from {options.since}; hãy xem lại hai ngày này")
    usage = Usage()
    for log in dict.fromkeys(options.logs):
        usage.add(requests(Path(log)), since, until)
    if not usage.days:
        wrong = f", {usage.unread} dòng không đúng dạng “combined”" if usage.unread else ""
        print(f"infopage: không có lượt xem nào để đếm{wrong}; không ghi gì", file=sys.stderr)
        return 1
    folder = Path(options.output) if options.output else root / USUAL
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in (("luot-xem.csv", csv_text(usage)), ("luot-xem.svg", picture(usage))):
        (folder / name).write_text(content, encoding="utf-8", newline="")
        print(folder / name)
    print(text(usage), end="")
    return 0


def _day(option: str, given: str | None) -> date | None:
    if not given:
        return None
    try:
        return parse_date(given)
    except ValueError as error:
        raise ValueError(f"{option} {given}: không phải ngày; hãy viết như 16/11/2026") from error
