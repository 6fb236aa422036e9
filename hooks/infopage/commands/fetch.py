"""``infopage fetch``: downloads the current release's record of first publications, which the next build reads."""

import argparse
import os
from pathlib import Path

from infopage.commands import exits_with_2
from infopage.commands.ledger import carried
from infopage.commands.server_options import KEPT, URL, kept_ledger, site_address
from infopage.content.first_published import FirstPublished
from infopage.content.first_published_file import NAME, USUAL
from infopage.release.publishing.firsts import record_of
from infopage.release.publishing.releases import ReleaseError
from infopage.release.reading.copies import CopyError


def register(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add this module's command and its options to ``commands``, the subcommands of ``infopage``."""
    fetch = commands.add_parser("fetch", help="lấy sổ lần đăng đầu của bản đang hiển thị, cho lần dựng sau")
    fetch.add_argument(
        "source", nargs="?", metavar="NGUỒN", help="thư mục bản ấy, hoặc địa chỉ trang (mặc định: site_url)"
    )
    fetch.add_argument("--output", metavar="TỆP", default=USUAL, help=f"nơi ghi (mặc định: {USUAL})")
    fetch.set_defaults(run=exits_with_2(_fetch), url=os.environ.get(URL, ""), record=os.environ.get(KEPT, ""))


def _fetch(options: argparse.Namespace, root: Path) -> int:
    output = root / options.output
    found = None if options.source else _kept(options, root)
    try:
        source = options.source or site_address(options, root)
        text = carried(source, NAME, root, options.instant)
    except (CopyError, ReleaseError) as error:
        # No error, because the site may not exist yet. If it does, publishing checks its record of first publications
        # again.
        if found is None:
            rest = f"giữ nguyên {options.output}" if output.is_file() else "lần dựng này tính theo ngay_dang"
            print(f"Chưa lấy được {NAME}: {error}; {rest}.")
            return 0
        print(f"Chưa lấy được {NAME}: {error}; dùng bản máy này đã giữ.")
    else:
        if text is not None:
            found = FirstPublished.parse(text) | (found or FirstPublished())
        elif found is None:
            output.unlink(missing_ok=True)
            print(f"{source} chưa có {NAME}; lần dựng này tính theo ngay_dang.")
            return 0
    output.parent.mkdir(parents=True, exist_ok=True)
    output.write_text(str(found), encoding="utf-8", newline="")
    print(f"{options.output}: {len(found.instants)} dòng.")
    return 0


def _kept(options: argparse.Namespace, root: Path) -> FirstPublished | None:
    """Return this machine's copy of the last release's record of first publications; None where there is none.

    Raises ValueError where the copy is damaged.
    """
    file = record_of(kept_ledger(options, root))
    return FirstPublished.read(file.parent, file.name) if file.is_file() else None
