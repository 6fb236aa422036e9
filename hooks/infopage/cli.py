"""The command ``infopage`` with ``check`` and ``schema``. Its other subcommands are in the package ``commands``."""

import argparse
import json
import os
import sys
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from infopage.commands import (
    attest,
    digest,
    fetch,
    guard,
    guide,
    ledger,
    links,
    new_site,
    pages,
    preview,
    proof,
    release,
    stats,
)
from infopage.commands.fix import fix, fix_letters
from infopage.content import annotations, loading
from infopage.content.diagnostics import has_errors, report
from infopage.content.first_published import FirstPublished
from infopage.content.first_published_file import USUAL
from infopage.content.library import load
from infopage.content.lints.unused import unused_entries
from infopage.content.model import ITEM_TYPES, Item, StandingPage
from infopage.content.registries import ENTRY_TYPES, IDENTITY
from infopage.content.registry_entries import Identity
from infopage.content.schema import schema_of
from infopage.environment import build_instant, first_published
from infopage.outputs.site.site import plan
from infopage.outputs.wording.frame import Settings


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command with these ``arguments``; return its exit code: 0 for success, 1 for faults, 2 for misuse."""
    options = _parser().parse_args(arguments)
    root = Path(options.root).resolve()
    try:
        instant = build_instant(os.environ)
    except ValueError as error:
        print(f"infopage: {error}", file=sys.stderr)
        return 2
    options.instant = instant
    options.first_published = first_published(os.environ, root, USUAL)
    if getattr(options, "anywhere", False):
        return int(options.run(options, root))
    if not (root / "data").is_dir():
        print(
            f"infopage: {options.root} không phải thư mục của trang (thiếu data/); hãy chạy ở thư mục gốc",
            file=sys.stderr,
        )
        return 2
    if run := getattr(options, "run", None):
        return int(run(options, root))
    if options.command == "check":
        return _check(root, instant, options)
    return _schema(Path(options.output))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="infopage", description="Công cụ của trang thông tin tuyên truyền.")
    parser.add_argument("--root", default=".", help="thư mục gốc của trang, có docs/ và data/ (mặc định: thư mục này)")
    commands = parser.add_subparsers(dest="command", required=True, metavar="LỆNH")
    check = commands.add_parser("check", help="kiểm tra docs/ và data/, in mọi lỗi; mã thoát 1 khi có lỗi")
    check.add_argument("paths", nargs="*", metavar="TỆP", help="chỉ in lỗi của các tệp hoặc thư mục này")
    check.add_argument(
        "--annotations", choices=annotations.FORMS, help="ghi thêm lỗi theo dạng mà CI gắn vào từng dòng"
    )
    check.add_argument("--unused", action="store_true", help="kể thêm những mục trong danh mục mà chưa bài nào dùng")
    check.add_argument(
        "--fix", action="store_true", help="trước đó sửa chữ lạ, bỏ khỏi bài những phần văn bản mà trang in từ các khóa"
    )
    check.add_argument("--annotations-file", metavar="TỆP", help="nơi ghi dạng ấy (mặc định: in ra sau các lỗi)")
    schema = commands.add_parser("schema", help="ghi JSON Schema của phần khai báo và của các danh mục")
    schema.add_argument("--output", default="build/schema", metavar="THƯ_MỤC", help="nơi ghi (mặc định: build/schema)")
    preview.register(commands)
    new_site.register(commands)
    guard.register(commands)
    release.register(commands)
    pages.register(commands)
    links.register(commands)
    ledger.register(commands)
    fetch.register(commands)
    proof.register(commands)
    attest.register(commands)
    digest.register(commands)
    guide.register(commands)
    stats.register(commands)
    return parser


def _check(root: Path, instant: datetime, options: argparse.Namespace) -> int:
    paths: Sequence[str] = options.paths
    try:
        named: str = options.first_published
        before = FirstPublished.read(root, named) if named else None
    except ValueError as error:
        print(f"infopage: {error}", file=sys.stderr)
        return 2
    chosen = [Path(path).resolve() for path in paths]
    if missing := [path for path, full in zip(paths, chosen, strict=True) if not full.exists()]:
        print(f"infopage: không có {', '.join(missing)}; hãy xem lại tên tệp", file=sys.stderr)
        return 2
    if options.fix:
        for line in fix_letters(root, chosen):
            print(line)
        library = load(root)[0]
        for line in fix(library, root, chosen) if library else ():
            print(line)
    found, faults = loading.build(root, instant, preview=False, before=before)
    if found and options.unused:
        faults += unused_entries(found.library)
    if found:
        faults += plan(found, Settings("", "")).faults
    if paths:
        faults = [f for f in faults if _is_below(root / f.path, chosen)]
    print(report(faults))
    if options.annotations:
        text = annotations.FORMS[options.annotations](faults)
        if options.annotations_file:
            file = Path(options.annotations_file)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        else:
            print(text, end="")
    return int(has_errors(faults))


def _is_below(path: Path, chosen: Sequence[Path]) -> bool:
    return any(path == one or one in path.parents for one in chosen)


def _schema(output: Path) -> int:
    kinds: tuple[type[Item] | type[StandingPage], ...] = (*ITEM_TYPES, StandingPage)
    schemas = {cls.section: schema_of(cls) for cls in kinds}
    schemas |= {name: {"type": "array", "items": schema_of(cls)} for name, cls in ENTRY_TYPES.items()}
    schemas[IDENTITY] = schema_of(Identity)
    output.mkdir(parents=True, exist_ok=True)
    for name, schema in schemas.items():
        body = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": name, **schema}
        text = json.dumps(body, ensure_ascii=False, indent=2, sort_keys=True)
        (output / f"{name}.json").write_text(text + "\n", encoding="utf-8")
        print(output / f"{name}.json")
    return 0


if __name__ == "__main__":
    sys.exit(main())
