"""The commands ``publish``, ``rollback`` and ``releases`` for the public server, and ``headers``."""

import argparse
import os
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from infopage.commands.attest import beside_release
from infopage.commands.ledger import own_keys, without_redacted
from infopage.commands.server_options import (
    SIGNING_KEY,
    add_server_options,
    kept_ledger,
    server_of,
    site_address,
    site_setting,
)
from infopage.content.first_published import FirstPublished
from infopage.content.first_published_file import NAME as FIRST_PUBLISHED
from infopage.content.first_published_file import USUAL
from infopage.environment import first_published
from infopage.language.dates import HANOI
from infopage.progress.followed import followed
from infopage.progress.phases import Phase
from infopage.release.addresses.ledger import NAME as LEDGER
from infopage.release.addresses.ledger import Ledger
from infopage.release.addresses.moved import refused_moves
from infopage.release.hosting.server_files import SERVERS, server_file
from infopage.release.proof.manifest import Manifest
from infopage.release.proof.signing import SignatureError, sign, verify_at_either
from infopage.release.publishing.firsts import firsts, record_of
from infopage.release.publishing.floor import floor, given_floor
from infopage.release.publishing.outward import REPORT, keep_report
from infopage.release.publishing.preflight import reasons_against
from infopage.release.publishing.publish import UNTOUCHED, changes, prepared, publish, release_id, roll_back
from infopage.release.publishing.releases import ReleaseError, ShownRelease
from infopage.release.publishing.server import Server
from infopage.release.publishing.words import PublishedWords, words_on


def register(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add this module's commands and their options to ``commands``, the subcommands of ``infopage``."""
    sending = commands.add_parser("publish", help="đưa trang đã dựng lên máy chủ, cả trang hoặc không gì cả")
    sending.add_argument("--site", default="site", metavar="THƯ_MỤC", help="trang đã dựng (mặc định: site)")
    sending.add_argument("--dry-run", action="store_true", help="chỉ nói những gì sẽ đổi")
    sending.add_argument(
        "--sign", default=os.environ.get(SIGNING_KEY, ""), metavar="TỆP",
        help=f"khóa bí mật để ký bản phát hành; không có thì đọc biến {SIGNING_KEY}",
    )  # fmt: skip
    floors = sending.add_mutually_exclusive_group()
    floors.add_argument("--ledger", metavar="TỆP", help=f"{LEDGER} của bản trước, khi máy chủ không còn sổ ấy")
    floors.add_argument("--first", action="store_true", help="đây là lần đầu: chưa nơi nào biết địa chỉ nào của trang")
    back = commands.add_parser("rollback", help="hiển thị lại bản trước, hoặc bản có mã này")
    back.add_argument("release", nargs="?", metavar="MÃ", help="mã của bản, như scripts/infopage releases in")
    back.add_argument("--force", action="store_true", help="hiển thị dù bản ấy đã hỏng hay không có chữ ký của trang")
    kept = commands.add_parser("releases", help="các bản máy chủ đang giữ")
    for parser, run in ((sending, _publish), (back, _rollback), (kept, _releases)):
        add_server_options(parser)
        parser.set_defaults(run=exits_with_1(run))
    headers = commands.add_parser("headers", help="cấu hình máy chủ web: tiêu đề an toàn, bộ nhớ đệm, kiểu tệp")
    headers.add_argument("--server", required=True, choices=SERVERS, help="loại máy chủ web")
    headers.add_argument("--output", metavar="TỆP", help="nơi ghi (mặc định: in ra)")
    headers.set_defaults(run=exits_with_1(_headers))


def exits_with_1(run: Callable[[argparse.Namespace, Path], None]) -> Callable[[argparse.Namespace, Path], int]:
    """Return ``run`` as a command that prints a ReleaseError or OSError instead of raising it.

    It exits with 1 for such an error, with 130 for Ctrl+C, else with 0.
    """

    def running(options: argparse.Namespace, root: Path) -> int:
        try:
            run(options, root)
        except (ReleaseError, OSError) as error:
            print(f"infopage: {error}", file=sys.stderr)
            return 1
        except KeyboardInterrupt:
            print("infopage: đã dừng; bản đang hiển thị: xem scripts/infopage releases", file=sys.stderr)
            return 130
        return 0

    return running


def _publish(options: argparse.Namespace, root: Path) -> None:
    server, url = server_of(options), site_address(options, root)
    site = root / options.site
    progress = followed(time.perf_counter, time.process_time, sys.stderr, _say, is_heard=True)
    progress.begin(Phase.PROVING)
    try:
        manifest, words = _ready(site, root, url, server, options)
    finally:
        progress.end()
    if options.dry_run:
        found = changes(manifest, server)
        print(f"Bản {release_id(manifest)}: {len(manifest.digests)} tệp" if found else _unchanged(manifest.digest))
        print(*found.describe(site), sep="\n")
        return
    try:
        found = publish(site, manifest, server, url, _say, options.patience, progress, words)
    finally:
        progress.end()
    first = site / FIRST_PUBLISHED
    _record(options, root, (site / LEDGER).read_text("utf-8"), first.read_text("utf-8") if first.is_file() else "")
    keep_report(site, url, kept_ledger(options, root).with_name(Path(REPORT).name), _say)
    if options.sign:  # an unsigned statement of origin would prove nothing
        _keep_beside(server, site, root, manifest, options)
    if not found:
        print(_unchanged(manifest.digest))
        return
    print(*found.describe(site), sep="\n")
    print(f"Đã xuất bản: {url} hiển thị bản {release_id(manifest)}")


def _ready(
    site: Path, root: Path, url: str, server: Server, options: argparse.Namespace
) -> tuple[Manifest, PublishedWords]:
    """Run all checks on a built site, sign it where a key is given, and return its manifest and its published words.

    The site's addresses and words are checked against those of the current release on ``server`` and at ``url``. Raises
    ReleaseError.
    """
    if not (site / "index.html").is_file():
        raise ReleaseError(f"{site} không phải trang đã dựng (thiếu index.html); hãy chạy scripts/site trước")
    try:
        previous = _floor(server, url, root, options)
        before = None if options.first else _before(server, url, root, site, options)
        words = words_on(server, _say)
        faults = [] if options.first else refused_moves(site, previous, url, _say)
        faults = faults or list(reasons_against(site, root, url, previous, before, options.instant, _say, words))
        if not faults and options.sign:
            sign(site, Path(options.sign), options.instant)
    except ReleaseError as error:
        raise ReleaseError(f"{error}\n{UNTOUCHED}") from None
    except (SignatureError, ValueError) as error:
        raise ReleaseError(str(error)) from None
    return prepared(site, faults), words


def _floor(server: Server, url: str, root: Path, options: argparse.Namespace) -> Ledger:
    if options.ledger:
        return given_floor(server, Path(options.ledger).read_bytes().decode("utf-8", "replace"))
    redacted = partial(without_redacted, root=root, instant=options.instant)
    return floor(server, url, kept_ledger(options, root), redacted, first=options.first)


def _before(server: Server, url: str, root: Path, site: Path, options: argparse.Namespace) -> FirstPublished | None:
    named = first_published(os.environ, root, USUAL)
    built_with = root / named if named else None
    return firsts(server, url, record_of(kept_ledger(options, root)), built_with, site)


def _record(options: argparse.Namespace, root: Path, ledger: str, first: str) -> None:
    """Store the current release's ledger and record of first publications on this machine.

    The next release is checked against them. ``ledger`` and ``first`` are their texts; ``first`` is empty where there
    is no record.
    """
    file = kept_ledger(options, root)
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(ledger, "utf-8", newline="")
        if first:
            record_of(file).write_text(first, "utf-8", newline="")
        else:
            record_of(file).unlink(missing_ok=True)
    except OSError as error:  # only a warning, because the release is already published
        _say(f"không giữ được sổ địa chỉ ở {file}: {error.strerror}; lần sau chỉ so với sổ trên máy chủ")


def _keep_beside(server: Server, site: Path, root: Path, manifest: Manifest, options: argparse.Namespace) -> None:
    try:
        for name, content in beside_release(site, root, options.instant, options.sign).items():
            server.keep_beside(release_id(manifest), name, content)
    except (ReleaseError, SignatureError, ValueError) as error:  # only a warning: the release is already published
        _say(f"chưa giữ được bản khai xuất xứ trên máy chủ: {error}")


def _unchanged(digest: str) -> str:
    return f"Không có gì đổi: bản {digest[:16]} đang được hiển thị"


def _rollback(options: argparse.Namespace, root: Path) -> None:
    server = server_of(options)
    believe = None if options.force else signed_by_ours(root, options.instant)
    shown = roll_back(server, options.release, site_address(options, root), options.patience, believe)
    print(f"Đã quay lại bản {shown}")
    _record(options, root, _ledger_of(server), server.first_published())


def signed_by_ours(root: Path, instant: datetime) -> Callable[[ShownRelease], None]:
    """Return a function that raises ReleaseError for a stored release that no signing key of the project signed.

    The key must be valid at the time of publication or at ``instant``. A project without keys needs no signature.
    """
    try:
        trusted = own_keys(root)
    except ValueError as error:
        raise ReleaseError(str(error)) from None

    def believe(proof: ShownRelease) -> None:
        published = datetime.fromtimestamp(proof.published, UTC)
        try:
            if trusted and not proof.signature:
                raise SignatureError("bản kê không có chữ ký")
            if trusted:
                verify_at_either(proof.manifest.encode(), proof.signature.encode(), trusted, published, instant)
        except SignatureError as error:
            advice = "hãy chọn mã khác trong scripts/infopage releases, hoặc thêm --force nếu biết chắc"
            raise ReleaseError(f"không tin được bản {proof.id}: {error}; {advice}\n{UNTOUCHED}") from None

    return believe


def _ledger_of(server: Server) -> str:
    """Return as text the ledger (list of addresses) of the current release on the server.

    If the release has none, return an empty ledger; the next publication reports the fault.
    """
    try:
        return server.ledger()
    except ReleaseError:
        return str(Ledger())


def _releases(options: argparse.Namespace, root: Path) -> None:
    for one in server_of(options).releases():
        moment = datetime.fromtimestamp(one.published, UTC).astimezone(HANOI)
        print(f"{one.id}  {moment:%d/%m/%Y %H:%M:%S}{'  đang hiển thị' if one.live else ''}")


def _headers(options: argparse.Namespace, root: Path) -> None:
    text = server_file(options.server, site_setting(root, "site_url"))
    if options.output:
        Path(options.output).write_text(text, encoding="utf-8", newline="")
    else:
        print(text, end="")


def _say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)
