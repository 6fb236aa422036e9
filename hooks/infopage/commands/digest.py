"""``infopage digest``: writes an e-mail with the news of a week or a day, for an office to send."""

import argparse
import os
import sys
from datetime import date, datetime, timedelta
from pathlib import Path

from infopage.commands import exits_with_2
from infopage.commands.server_options import URL, site_address, site_setting
from infopage.content import loading
from infopage.content.diagnostics import report
from infopage.content.first_published import FirstPublished
from infopage.language.dates import format_date, hanoi, parse_date
from infopage.outputs.feeds.digest import Period, digest_of
from infopage.outputs.feeds.letter import letter
from infopage.outputs.wording.frame import Settings


def register(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add this module's command and its options to ``commands``, the subcommands of ``infopage``."""
    digest = commands.add_parser("digest", help="ghi thư tổng hợp tin mới trong tuần (tệp .eml) để cơ quan tự gửi")
    which = digest.add_mutually_exclusive_group()
    which.add_argument("--week", metavar="NGÀY", help="tuần có ngày này, như 16/11/2026 (mặc định: tuần vừa hết)")
    which.add_argument("--day", metavar="NGÀY", help="chỉ ngày này")
    digest.add_argument("--to", default="", metavar="ĐỊA_CHỈ", help="nơi nhận (mặc định: chính ban biên tập)")
    digest.add_argument("--output", metavar="TỆP", help="nơi ghi (mặc định: build/thu/, tên theo tuần hoặc ngày)")
    digest.add_argument(
        "--url", default=os.environ.get(URL, ""), metavar="ĐỊA_CHỈ", help="địa chỉ của trang, nếu khác site_url"
    )
    digest.set_defaults(run=exits_with_2(_digest))


def _digest(options: argparse.Namespace, root: Path) -> int:
    instant: datetime = options.instant
    period = _period(options, hanoi(instant).date())
    if period.end > instant:
        raise ValueError(f"{period} chưa hết; hãy chờ đến {format_date(period.after)} hoặc chọn ngày khác")
    settings = Settings(site_setting(root, "site_name"), site_address(options, root))
    named: str = options.first_published
    before = FirstPublished.read(root, named) if named else None
    found, faults = loading.build(root, instant, preview=False, before=before)
    if found is None:
        print(report(faults))
        return 1
    digest = digest_of(period, found)
    if not digest.items:
        print(f"infopage: {period} không có mục nào mới; không ghi thư", file=sys.stderr)
        return 1
    content = letter(digest, options.to, found, settings)
    file = Path(options.output) if options.output else root / "build" / "thu" / f"{period.id.replace('/', '-')}.eml"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
    print(f"{file}: {digest.title}")
    return 0


def _period(options: argparse.Namespace, today: date) -> Period:
    given = options.day or options.week
    if not given:
        return Period.week(today - timedelta(days=7))
    try:
        day = parse_date(given)
    except ValueError:
        raise ValueError(f"“{given}” không phải là ngày; hãy viết như 16/11/2026") from None
    return Period.day(day) if options.day else Period.week(day)
