"""``infopage new-site``: replaces the demonstration site with the first files of a province's own site."""

import argparse
import sys
import tempfile
from pathlib import Path

from infopage.adoption.answers import TEMPLATE, Adopted, read_answers, template
from infopage.adoption.asking import Terminal
from infopage.adoption.replacing import lay_out, replace
from infopage.adoption.writing import missing, written
from infopage.commands import exits_with_2
from infopage.content import loading
from infopage.content.diagnostics import has_errors, report
from infopage.outputs.site.site import plan
from infopage.outputs.wording.frame import Settings
from infopage.release.guard.demonstration import SETTINGS, demonstration, held
from infopage.release.guard.leftovers import left_in_project

_TOLD = 8
_CONFIRMED = "thay"


def register(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add this module's command and its options to ``commands``, the subcommands of ``infopage``."""
    new = commands.add_parser("new-site", help="bỏ bản trình diễn, bắt đầu trang của cơ quan mình; hỏi từng điều")
    new.add_argument("--answers", metavar="TỆP", help="lấy câu trả lời từ tệp thay vì hỏi")
    new.add_argument("--answers-template", action="store_true", help="in mẫu của tệp trả lời")
    new.add_argument(
        "--replace", action="store_true", help="thay cả những tệp không phải của bản trình diễn, không hỏi lại"
    )
    new.set_defaults(run=exits_with_2(_new_site))


def _new_site(options: argparse.Namespace, root: Path) -> int:
    if options.answers_template:
        print(template(), end="")
        return 0
    if not (options.answers or sys.stdin.isatty()):
        raise ValueError(f"không có ai trả lời ở đây; hãy ghi --answers TỆP (in mẫu: {TEMPLATE})")
    try:
        if not (options.replace or _may_replace(root, asking=not options.answers)):
            return 1
        answers = _answers(options.answers)
    except (EOFError, KeyboardInterrupt):
        print("\ninfopage: đã dừng, chưa đổi gì", file=sys.stderr)
        return 130
    return 1 if answers is None else _begin(root, answers, options)


def _may_replace(root: Path, *, asking: bool) -> bool:
    known = demonstration()
    own = [path for path in sorted(held(root)) if not known.owns(path, (root / path).read_bytes())]
    if not own:
        return True
    more = [f"… và {len(own) - _TOLD} tệp nữa"] if len(own) > _TOLD else []
    print("Những tệp này không phải của bản trình diễn, hoặc đã được sửa:", *own[:_TOLD], *more, sep="\n  ")
    if asking:
        return input(f"Thay tất cả? Gõ “{_CONFIRMED}” để tiếp tục: ").strip().lower() == _CONFIRMED
    print("Chưa đổi gì. Đúng là muốn thay tất cả thì thêm --replace.")
    return False


def _answers(file: str | None) -> Adopted | None:
    if file is None:
        return Terminal(print, input).ask()
    answers, faults = read_answers(file, Path(file).read_bytes())
    if faults:
        print(report(faults))
    return answers


def _begin(root: Path, answers: Adopted, options: argparse.Namespace) -> int:
    files = written(answers, (root / SETTINGS).read_text(encoding="utf-8"), options.instant)
    (root / "build").mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=root / "build") as name:
        new = Path(name)
        lay_out(root, files, new)
        found, faults = loading.build(new, options.instant, preview=False)
        faults += plan(found, Settings("", "")).faults if found else []
        faults += left_in_project(new)
        if has_errors(faults):
            print(report(fault for fault in faults if has_errors([fault])))
            print("Chưa đổi gì; hãy sửa câu trả lời rồi chạy lại.")
            return 1
        kept = replace(root, new)
    print(f"Đã bắt đầu trang mới. Nội dung trước đó ở {kept.relative_to(root).as_posix()}/")
    if left := missing(answers):
        print(f"Còn {len(left)} điều phải điền: {', '.join(left)}. Xem từng chỗ: scripts/infopage check")
    return 0
