"""``infopage links``: lists the links of a built site to other sites, for the office to look over."""

import argparse
import os
from pathlib import Path

from infopage.commands.release import exits_with_1
from infopage.commands.server_options import URL, site_address
from infopage.release.publishing.outward import REPORT, kept_links, outward_links, report_of
from infopage.release.publishing.releases import ReleaseError


def register(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add this module's command and its options to ``commands``, the subcommands of ``infopage``."""
    links = commands.add_parser("links", help="in mọi liên kết từ trang đã dựng tới trang khác, để xem lại")
    links.add_argument("--site", default="site", metavar="THƯ_MỤC", help="trang đã dựng (mặc định: site)")
    links.add_argument(
        "--url", default=os.environ.get(URL, ""), metavar="ĐỊA_CHỈ", help="địa chỉ của trang, nếu khác site_url"
    )
    links.set_defaults(run=exits_with_1(_links))


def _links(options: argparse.Namespace, root: Path) -> None:
    site = root / options.site
    if not (site / "index.html").is_file():
        raise ReleaseError(f"{site} không phải trang đã dựng (thiếu index.html); hãy chạy scripts/site trước")
    found = outward_links(site, site_address(options, root))
    print(report_of(found, kept_links(root / REPORT)).removeprefix("\ufeff"), end="")
