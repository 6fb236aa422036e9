"""The guard in git on the editor's machine: small scripts that git runs before it keeps or pushes anything."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

from infopage.release.guard.history import GitError

_MARK = "# infopage guard"
_SCRIPT = """#!/bin/sh
{mark}: cài bằng lệnh infopage install-hook, gỡ bằng cách xóa tệp này.
export PYTHONUTF8=1
top=$(git rev-parse --show-toplevel) || exit 1
cd "$top/{folder}" || exit 1
for python in .venv/bin/python .venv/Scripts/python.exe; do
    if "$python" -P -c 'import infopage' 2>/dev/null; then exec "$python" -P -m infopage.cli guard {option}; fi
done
if command -v infopage >/dev/null 2>&1; then exec infopage guard {option}; fi
echo 'lỗi: chưa có lệnh infopage nên tường bảo vệ không chạy được; hãy chạy: scripts/infopage install-hook' >&2
exit 1
"""
_HOOKS = {"pre-commit": "--staged", "pre-merge-commit": "--staged", "pre-push": "--push"}


class HookError(Exception):
    """The hooks cannot be installed; the message is for people."""


def install_hooks(root: Path) -> Iterator[Path]:
    """Write the hooks of the repository that ``root`` is in, and yield each; raises HookError, GitError.

    A hook of somebody else's is not touched. Git runs them by its own sh, on Windows too.
    """
    folder = Path(_said(root, "--git-path", "hooks"))
    hooks = folder if folder.is_absolute() else root / folder
    within = _said(root, "--show-prefix")
    for name in _HOOKS:
        if (hooks / name).exists() and _MARK not in (hooks / name).read_text(encoding="utf-8", errors="replace"):
            line = f"{within}scripts/infopage guard {_HOOKS[name]} || exit 1"
            raise HookError(f"đã có {hooks / name} của chương trình khác; hãy thêm vào tệp ấy dòng: {line}")
    hooks.mkdir(parents=True, exist_ok=True)
    for name, option in _HOOKS.items():
        path = hooks / name
        path.write_text(_SCRIPT.format(mark=_MARK, folder=within, option=option), encoding="utf-8", newline="\n")
        path.chmod(0o755)
        yield path


def _said(root: Path, *arguments: str) -> str:
    try:
        ran = subprocess.run(["git", "rev-parse", *arguments], cwd=root, capture_output=True, check=False)
    except FileNotFoundError:
        raise GitError("máy này chưa có git; hãy cài git rồi chạy lại") from None
    if ran.returncode:
        raise GitError("thư mục này không nằm trong kho git nào; hãy chạy trong kho (git clone)")
    return ran.stdout.decode("utf-8").rstrip("\n")
