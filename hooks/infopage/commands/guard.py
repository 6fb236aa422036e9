"""``infopage guard``, ``clean``, ``install-hook``: find content that must not be published, remove metadata."""

import argparse
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from infopage.commands.ledger import redaction_of
from infopage.content.diagnostics import Diagnostic, has_errors, report
from infopage.release.guard.attached import unfit
from infopage.release.guard.base import bases_of, bases_of_push, entries_at
from infopage.release.guard.cleaning import CleaningError, clean_file
from infopage.release.guard.files import Guard
from infopage.release.guard.findings import finding
from infopage.release.guard.git import GitError
from infopage.release.guard.history import commits, pushed, staged
from infopage.release.guard.hook import HookError, install_hooks
from infopage.release.guard.patterns import Patterns, load
from infopage.release.guard.public_lists import with_public_lists
from infopage.release.guard.site import check_site
from infopage.release.guard.unnamed import refuse_named


def register(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add this module's commands and their options to ``commands``, the subcommands of ``infopage``."""
    guard = commands.add_parser("guard", help="tường bảo vệ: tìm những gì không được công khai; mã thoát 1 khi có")
    what = guard.add_mutually_exclusive_group(required=True)
    what.add_argument("--staged", action="store_true", help="những tệp sắp ghi vào kho (git add)")
    what.add_argument("--commits", metavar="A..B", help="mọi lần ghi từ sau A đến B, cả những gì đã xóa ở lần ghi sau")
    what.add_argument("--push", action="store_true", help=argparse.SUPPRESS)  # hidden: only for git's pre-push hook
    what.add_argument("--site", metavar="THƯ_MỤC", help="trang đã dựng xong, ngay trước khi đăng")
    what.add_argument("files", nargs="*", default=[], metavar="TỆP", help="các tệp, thư mục này")
    guard.set_defaults(run=_guard)
    clean = commands.add_parser("clean", help="gỡ hẳn tên người soạn, nơi chụp… khỏi ảnh, PDF, tệp văn phòng")
    clean.add_argument("files", nargs="+", metavar="TỆP")
    clean.set_defaults(run=_clean)
    hook = commands.add_parser(
        "install-hook", help="cài tường bảo vệ vào git trên máy này: chạy trước mỗi lần ghi, đẩy"
    )
    hook.set_defaults(run=_install_hook)


def _guard(options: argparse.Namespace, root: Path) -> int:
    lines = sys.stdin.read().splitlines() if options.push else []
    try:
        patterns, faults = load(root, entries_at(root, _bases(root, options, lines)))
        if patterns is None:
            print(report(faults))
            return 1
        patterns, told = with_public_lists(patterns, root, options.instant)
        found = [*told, *_found(root, options, patterns, lines)]
    except (GitError, OSError) as error:
        return _failed(str(error))
    print(report(found))
    return int(has_errors(found))


def _bases(root: Path, options: argparse.Namespace, lines: Sequence[str]) -> Sequence[str]:
    """Return the commits whose versions of data/bao-ve.yml (words to find) are applied besides the current version.

    So a change cannot pass by removing a word from that list. ``lines`` are what git gives to its pre-push hook.
    """
    if options.commits:
        return bases_of(root, options.commits.split())
    if options.push:
        return bases_of_push(lines)
    return ("HEAD",) if options.staged else ()


def _found(root: Path, options: argparse.Namespace, patterns: Patterns, lines: Sequence[str]) -> Iterable[Diagnostic]:
    if options.staged:
        return staged(root, patterns)
    if options.commits:
        return commits(root, options.commits.split(), patterns)
    if options.push:
        return pushed(root, lines, patterns)
    if options.site:
        if not Path(options.site).is_dir():
            raise OSError(f"không có thư mục {options.site}; hãy dựng trang trước (scripts/site)")
        site = Path(options.site)
        return (*check_site(site, patterns), *refuse_named(site, redaction_of(root, options.instant)))
    return _files(root, options.files, patterns)


def _files(root: Path, names: Sequence[str], patterns: Patterns) -> Iterator[Diagnostic]:
    guard = Guard(patterns)
    for name in names:
        path = Path(name)
        if not path.exists():
            raise OSError(f"không có {name}; hãy xem lại tên tệp")
        for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
            full = file.absolute()
            shown = full.relative_to(root).as_posix() if root in full.parents else file.as_posix()
            if file.is_symlink():
                yield finding(shown, 1, "khong-kiem-duoc", "đây là lối tắt; hãy đặt chính tệp ấy vào kho")
            elif file.is_file():
                data = file.read_bytes()
                yield from unfit(shown, data)
                yield from guard.check(shown, data)


def _clean(options: argparse.Namespace, root: Path) -> int:
    status = 0
    for name in options.files:
        try:
            print(f"{name}: {clean_file(Path(name))}")
        except CleaningError as error:
            print(f"infopage: {name}: {error}", file=sys.stderr)
            status = 1
    return status


def _install_hook(options: argparse.Namespace, root: Path) -> int:
    try:
        for path in install_hooks(root):
            print(f"đã cài {path}")
    except (HookError, GitError, OSError) as error:
        return _failed(str(error))
    return 0


def _failed(message: str) -> int:
    print(f"infopage: {message}", file=sys.stderr)
    return 2
