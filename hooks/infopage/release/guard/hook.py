"""Installs git hooks on an editor's machine, so that git runs the guard before every commit and push.

The hooks are small scripts. They run the clone's own command ``scripts/infopage``, which uses only packages of
fixed versions.
"""

from collections.abc import Iterator
from pathlib import Path

from infopage.release.guard.git import GitError, ask, prefix, succeeds

_MARK = "# infopage guard"
_SCRIPT = """#!/bin/sh
{mark}: cài bằng lệnh infopage install-hook, gỡ bằng cách xóa tệp này.
top=$(git rev-parse --show-toplevel) || exit 1
cd "$top/{folder}" || exit 1
if [ ! -x scripts/infopage ]; then
    echo 'lỗi: thiếu scripts/infopage nên tường bảo vệ không chạy được; hãy lấy lại thư mục scripts từ nhánh chính' >&2
    exit 1
fi
input=
case {option} in --push) input=$(cat) ;; esac
printf '%s\\n' "$input" | scripts/infopage guard {option} || exit 1
# A folder of hooks for every repository of this machine is passed over by git here: its hook is run all the same.
for scope in --global --system; do
    theirs=$(git config $scope --type=path --get core.hooksPath 2>/dev/null) || continue
    if [ -x "$theirs/{name}" ]; then
        cd "$top" && printf '%s\\n' "$input" | "$theirs/{name}" "$@"
        exit
    fi
done
"""
_HOOKS = {"pre-commit": "--staged", "pre-merge-commit": "--staged", "pre-push": "--push"}


class HookError(Exception):
    """Raised if the Git hooks cannot be installed. The message tells the person who installs them why."""


def install_hooks(root: Path) -> Iterator[Path]:
    """Write the hooks of the repository that contains ``root``, and yield the path of each.

    Where all repositories of the machine share a folder of hooks, this repository gets a separate folder. Git runs
    hooks with its own sh, on Windows too. Raises HookError where another program's hook exists, and leaves that hook
    unchanged. Raises GitError.
    """
    hooks = _folder(root)
    within = prefix(root)
    for name in _HOOKS:
        if (hooks / name).exists() and _MARK not in (hooks / name).read_text(encoding="utf-8", errors="replace"):
            line = f"{within}scripts/infopage guard {_HOOKS[name]} || exit 1"
            raise HookError(f"đã có {hooks / name} của chương trình khác; hãy thêm vào tệp ấy dòng: {line}")
    hooks.mkdir(parents=True, exist_ok=True)
    for name, option in _HOOKS.items():
        path = hooks / name
        script = _SCRIPT.format(mark=_MARK, folder=within, option=option, name=name)
        path.write_text(script, encoding="utf-8", newline="\n")
        path.chmod(0o755)
        yield path


def _folder(root: Path) -> Path:
    """Return the folder from which git runs the hooks of this repository. Raises GitError."""
    try:
        own = Path(_said(root, "rev-parse", "--git-common-dir"))
    except GitError as error:
        if "chưa có git" in str(error):
            raise
        raise GitError("thư mục này không nằm trong kho git nào; hãy chạy trong kho (git clone)") from None
    own = (own if own.is_absolute() else root / own).resolve() / "hooks"
    if _set(root, "--local"):
        folder = Path(_said(root, "rev-parse", "--git-path", "hooks"))
        return folder if folder.is_absolute() else root / folder
    if _set(root, "--global") or _set(root, "--system"):
        ask(root, "config", "--local", "core.hooksPath", own.as_posix())
    return own


def _set(root: Path, scope: str) -> bool:
    return succeeds(root, "config", scope, "--get", "core.hooksPath")


def _said(root: Path, *arguments: str) -> str:
    return ask(root, *arguments).decode("utf-8").rstrip("\n")
