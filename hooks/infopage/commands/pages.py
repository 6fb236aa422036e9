"""``infopage pages``: copies a built site into a folder for hosts such as GitHub Pages and GitLab Pages."""

import argparse
import os
import shutil
from datetime import datetime
from pathlib import Path

from infopage.commands.ledger import carried, previous_ledger
from infopage.commands.release import exits_with_1
from infopage.commands.server_options import SIGNING_KEY, URL, site_address, words_key
from infopage.content import registries
from infopage.content.first_published import FirstPublished
from infopage.content.first_published_file import NAME as FIRST_PUBLISHED
from infopage.release.addresses.ledger import NAME as LEDGER
from infopage.release.addresses.moved import refused_moves
from infopage.release.packing.package import for_plain_host
from infopage.release.proof.signing import SignatureError, sign
from infopage.release.publishing.outward import REPORT, keep_report
from infopage.release.publishing.place import warnings_of_host
from infopage.release.publishing.preflight import reasons_against
from infopage.release.publishing.publish import prepared, release_id
from infopage.release.publishing.releases import ReleaseError
from infopage.release.publishing.words import RECORD, keep, words_in
from infopage.release.reading.copies import CopyError, Live


def register(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add this module's command and its options to ``commands``, the subcommands of ``infopage``."""
    pages = commands.add_parser("pages", help="chép trang đã dựng vào thư mục cho GitHub Pages, GitLab Pages")
    pages.add_argument("--site", default="site", metavar="THƯ_MỤC", help="trang đã dựng (mặc định: site)")
    pages.add_argument("--output", default="public", metavar="THƯ_MỤC", help="nơi ghi (mặc định: public)")
    pages.add_argument(
        "--url", default=os.environ.get(URL, ""), metavar="ĐỊA_CHỈ", help="địa chỉ của trang, nếu khác site_url"
    )
    pages.add_argument("--first", action="store_true", help=f"đây là lần đầu tiên: địa chỉ ấy chưa có {LEDGER}")
    pages.add_argument(
        "--sign", default=os.environ.get(SIGNING_KEY, ""), metavar="TỆP",
        help=f"khóa bí mật để ký; không có thì đọc biến {SIGNING_KEY}",
    )  # fmt: skip
    pages.add_argument(
        "--words", default=RECORD, metavar="TỆP",
        help=f"sổ câu chữ của bản trước, thay bằng sổ của bản này (mặc định: {RECORD})",
    )  # fmt: skip
    pages.set_defaults(run=exits_with_1(_pages))


def _pages(options: argparse.Namespace, root: Path) -> None:
    site, output, url = root / options.site, root / options.output, site_address(options, root)
    instant: datetime = options.instant
    if not (site / "index.html").is_file():
        raise ReleaseError(f"{site} không phải trang đã dựng (thiếu index.html); hãy chạy scripts/site trước")
    if site.resolve().is_relative_to(output.resolve()) or output.resolve().is_relative_to(site.resolve()):
        raise ReleaseError(f"{output} và {site} nằm trong nhau; hãy ghi ra chỗ khác")
    try:
        if options.first and Live(url).read(LEDGER) is not None:
            raise ReleaseError(f"{url} đã có {LEDGER}, nên đây không phải lần đầu tiên; hãy bỏ --first")
        previous = previous_ledger(None if options.first else url, root, instant)
        text = None if options.first else carried(url, FIRST_PUBLISHED, root, instant)
        before = FirstPublished.parse(text) if text else None
        words = words_in(root / options.words, words_key(), first=options.first, say=print)
        moves = [] if options.first else refused_moves(site, previous, url, print)
        prepared(site, moves or list(reasons_against(site, root, url, previous, before, instant, print, words)))
        with for_plain_host(site) as copy:
            if options.sign:
                sign(copy, Path(options.sign), instant)
            manifest = prepared(copy)
            _replace(output, copy)
        if words.record:
            keep(root / options.words, words.record)
    except (CopyError, SignatureError, ValueError) as error:
        raise ReleaseError(str(error)) from None
    if lists := registries.load(root)[0]:
        for warned in warnings_of_host(lists.identity, url):
            print(warned)
    keep_report(output, url, root / REPORT, print)
    print(f"{output}: bản {release_id(manifest)}, {len(manifest.digests)} tệp")


def _replace(output: Path, copy: Path) -> None:
    """Replace the output of an earlier run with ``copy``, and make its files readable by everyone, as hosts require."""
    if output.exists() and not (output / LEDGER).is_file():
        raise ReleaseError(f"{output} đã có và không do lệnh này ghi; hãy xóa đi hoặc chọn chỗ khác")
    shutil.rmtree(output, ignore_errors=True)
    shutil.copytree(copy, output)
    for path in (output, *output.rglob("*")):
        path.chmod(0o755 if path.is_dir() else 0o644)
