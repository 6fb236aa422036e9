"""What git is about to keep or to push: staged files, and every version of every file in a run of commits."""

import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from infopage.content.diagnostics import Diagnostic
from infopage.release.guard.files import Guard
from infopage.release.guard.findings import finding
from infopage.release.guard.patterns import Patterns

_LINK, _MODULE = "120000", "160000"
_NOBODY = "0000000"


class GitError(Exception):
    """Git could not tell; the message is for people."""


def staged(root: Path, patterns: Patterns) -> Iterator[Diagnostic]:
    """Yield what must not get into the next commit; files are read as staged, not as they lie in the folder."""
    guard = Guard(patterns)
    against = "HEAD" if _succeeds(root, "rev-parse", "--verify", "--quiet", "HEAD") else _empty_tree(root)
    raw = _git(root, "diff", "--cached", "--raw", "-z", "--no-abbrev", "--no-renames", "--diff-filter=d", against)
    folder = _prefix(root)
    with _blobs(root) as read:
        for _, mode, blob, path in _changes(raw):
            yield from _check(guard, path.removeprefix(folder), mode, blob, read)


def commits(root: Path, revisions: Sequence[str], patterns: Patterns) -> Iterator[Diagnostic]:
    """Yield what must not be in a run of commits, as `git rev-list` takes it: each version of each file once, those too
    that a later commit took away again, and the messages. Raises GitError.
    """
    if _git(root, "rev-parse", "--is-shallow-repository").strip() == b"true":
        raise GitError("kho này chỉ tải về một phần lịch sử; hãy tải đủ (trong CI: fetch-depth: 0, GIT_DEPTH: 0)")
    guard = Guard(patterns)
    options = ("-m", "--root", "--raw", "-z", "--no-abbrev", "--no-renames", "--diff-filter=d", "--reverse")
    raw = _git(root, "log", *options, "--format=%x00@%H%x00%B%x00", *revisions, "--")
    tips = {file for revision in revisions for file in _tree(root, revision)}
    seen: set[tuple[str, str]] = set()
    folder = _prefix(root)
    with _blobs(root) as read:
        for commit, mode, blob, path in _changes(raw):
            if mode == "message":
                yield from guard.check_text(f"lời ghi của {commit[:10]}", blob)
            elif (blob, path) not in seen:
                seen.add((blob, path))
                for one in _check(guard, path.removeprefix(folder), mode, blob, read):
                    yield one if (blob, path) in tips else _past(one, commit)


def pushed(root: Path, lines: Sequence[str], patterns: Patterns) -> Iterator[Diagnostic]:
    """Yield what must not be pushed; ``lines`` are those git gives a pre-push hook (githooks(5)). Raises GitError."""
    for line in lines:
        _, local, _, remote = line.split()
        if local.startswith(_NOBODY):
            continue
        is_known = not remote.startswith(_NOBODY) and _succeeds(root, "cat-file", "-e", f"{remote}^{{commit}}")
        yield from commits(root, (local, f"^{remote}") if is_known else (local, "--not", "--remotes"), patterns)


def _past(one: Diagnostic, commit: str) -> Diagnostic:
    after = "xóa ở lần ghi sau chưa đủ, phải viết lại lịch sử trước khi đẩy"
    return replace(one, message=f"{one.message} (trong lịch sử, lần ghi {commit[:10]}; {after})")


def _check(guard: Guard, name: str, mode: str, blob: str, read: "_Read") -> Iterator[Diagnostic]:
    if mode in (_LINK, _MODULE):
        what = "lối tắt (liên kết tượng trưng)" if mode == _LINK else "kho khác (submodule)"
        yield finding(name, 1, "khong-kiem-duoc", f"đây là {what}, không kiểm tra được; hãy đặt chính tệp ấy vào kho")
        return
    yield from guard.check(name, read(blob))


class _Read:
    """Reads blobs by their ids through one `git cat-file --batch`."""

    def __init__(self, process: "subprocess.Popen[bytes]") -> None:
        assert process.stdin
        assert process.stdout
        self._to, self._from = process.stdin, process.stdout

    def __call__(self, blob: str) -> bytes:
        self._to.write(blob.encode() + b"\n")
        self._to.flush()
        head = self._from.readline().split()
        if len(head) != 3:
            raise GitError(f"git không đọc được {blob[:10]}; hãy tải lại kho (git fetch)")
        content = self._from.read(int(head[2]))
        self._from.read(1)
        return content


@contextmanager
def _blobs(root: Path) -> Iterator[_Read]:
    with subprocess.Popen(
        ["git", "cat-file", "--batch"], cwd=root, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        yield _Read(process)


def _changes(raw: bytes) -> Iterator[tuple[str, str, str, str]]:
    """Yield (commit, mode, blob, path) from raw output between NULs; of a commit first its message as ``blob``."""
    parts = iter(raw.decode("utf-8", "surrogateescape").split("\0"))
    commit = ""
    for part in parts:
        part = part.lstrip("\n")
        if part.startswith("@"):
            commit = part[1:].partition(" ")[0]
            yield commit, "message", next(parts, ""), ""
        elif part.startswith(":"):
            _, mode, _, blob, _ = part.split(" ")
            yield commit, mode, blob, next(parts).encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _tree(root: Path, revision: str) -> set[tuple[str, str]]:
    """Return (blob, path) of the files in the tree at the end of a range; empty where ``revision`` ends no range."""
    if revision.startswith(("^", "-")):
        return set()
    tip = revision.rpartition("..")[2] or "HEAD"
    listed = _git(root, "ls-tree", "-r", "-z", "--full-tree", tip)
    entries = (entry.decode("utf-8", "replace").partition("\t") for entry in listed.split(b"\0") if entry)
    return {(about.split()[2], path) for about, _, path in entries}


def _prefix(root: Path) -> str:
    """Return the project's folder within the repository, with ``/``; mostly it is the repository."""
    return _git(root, "rev-parse", "--show-prefix").decode("utf-8", "replace").strip("\n")


def _empty_tree(root: Path) -> str:
    ran = subprocess.run(["git", "mktree"], cwd=root, input=b"", capture_output=True, check=False)
    return ran.stdout.decode().strip()


def _succeeds(root: Path, *arguments: str) -> bool:
    return subprocess.run(["git", *arguments], cwd=root, capture_output=True, check=False).returncode == 0


def _git(root: Path, *arguments: str) -> bytes:
    try:
        ran = subprocess.run(["git", *arguments], cwd=root, capture_output=True, check=False)
    except FileNotFoundError:
        raise GitError("máy này chưa có git; hãy cài git rồi chạy lại") from None
    if ran.returncode:
        said = ran.stderr.decode("utf-8", "replace").strip().split("\n")[-1]
        raise GitError(f"git {arguments[0]} không chạy được: {said}")
    return ran.stdout
