"""Checks what git commits or pushes: staged files, each version of every file in a range, messages and tags."""

import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from infopage.content.diagnostics import Diagnostic
from infopage.release.guard.attached import unfit
from infopage.release.guard.commit_text import said_by
from infopage.release.guard.files import Guard
from infopage.release.guard.findings import finding
from infopage.release.guard.git import GIT, GitError, ask, prefix, succeeds
from infopage.release.guard.patterns import Patterns

_LINK, _MODULE = "120000", "160000"
_NOBODY = "0000000"
_ELSEWHERE = (
    b"version https://git-lfs.github.com/spec/",
    b"version https://hawser.github.com/spec/",
    b"/annex/objects/",
)
"""The texts by which a pointer file is recognised. Its real content is elsewhere (Git LFS, git-annex), so it cannot be
checked.
"""


def staged(root: Path, patterns: Patterns) -> Iterator[Diagnostic]:
    """Yield the faults of the next commit, by the ``patterns`` of content that must not be published.

    The content is read from git's index, not from the working folder.
    """
    guard = Guard(patterns)
    against = "HEAD" if succeeds(root, "rev-parse", "--verify", "--quiet", "HEAD") else _empty_tree(root)
    raw = ask(root, "diff", "--cached", "--raw", "-z", "--no-abbrev", "--no-renames", "--diff-filter=d", against)
    folder = prefix(root)
    with _blobs(root) as read:
        for _, mode, blob, path in _changes(raw):
            yield from _check(guard, path.removeprefix(folder), mode, blob, read)


def commits(root: Path, revisions: Sequence[str], patterns: Patterns) -> Iterator[Diagnostic]:
    """Yield the faults of a range of commits. Raises GitError.

    ``patterns`` are those of content that must not be published. ``revisions`` are the range as `git rev-list` takes
    it, such as ``main..HEAD``. Every version of every file is checked once, even if a later commit removed it, and so
    are messages, notes and tags.
    """
    if ask(root, "rev-parse", "--is-shallow-repository").strip() == b"true":
        raise GitError("kho này chỉ tải về một phần lịch sử; hãy tải đủ (trong CI: fetch-depth: 0, GIT_DEPTH: 0)")
    guard = Guard(patterns)
    reached = ask(root, "rev-list", "--reverse", *revisions, "--").decode().split()
    with _blobs(root) as read:
        for commit in reached:
            yield from guard.check_text(f"lời ghi của {commit[:10]}", said_by(read(commit)))
    yield from _notes(root, guard, frozenset(reached))
    yield from _tags(root, guard, frozenset(reached))
    options = ("-m", "--root", "--raw", "-z", "--no-abbrev", "--no-renames", "--diff-filter=d", "--reverse")
    raw = ask(root, "log", *options, "--format=%x00@%H%x00", *revisions, "--")
    tips = {file for revision in revisions for file in _tree(root, revision)}
    seen: set[tuple[str, str]] = set()
    folder = prefix(root)
    with _blobs(root) as read:
        for commit, mode, blob, path in _changes(raw):
            if (blob, path) not in seen:
                seen.add((blob, path))
                for one in _check(guard, path.removeprefix(folder), mode, blob, read):
                    yield one if (blob, path) in tips else _past(one, commit)


def pushed(root: Path, lines: Sequence[str], patterns: Patterns) -> Iterator[Diagnostic]:
    """Yield the faults of a push, by the ``patterns`` of content that must not be published. Raises GitError.

    ``lines`` are the input that git gives to a pre-push hook.
    """
    for line in filter(str.strip, lines):
        _, local, name, remote = line.split()
        if local.startswith(_NOBODY):
            continue
        yield from _named(Guard(patterns), name)
        yield from _tagged(root, Guard(patterns), local)
        if not succeeds(root, "rev-parse", "--verify", "--quiet", f"{local}^{{commit}}"):
            continue
        is_known = not remote.startswith(_NOBODY) and succeeds(root, "cat-file", "-e", f"{remote}^{{commit}}")
        yield from commits(root, (local, f"^{remote}") if is_known else (local, "--not", "--remotes"), patterns)


def _past(one: Diagnostic, commit: str) -> Diagnostic:
    after = "xóa ở lần ghi sau chưa đủ, phải viết lại lịch sử trước khi đẩy"
    return replace(one, message=f"{one.message} (trong lịch sử, lần ghi {commit[:10]}; {after})")


def _check(guard: Guard, name: str, mode: str, blob: str, read: "_Read") -> Iterator[Diagnostic]:
    if mode in (_LINK, _MODULE):
        what = "lối tắt (liên kết tượng trưng)" if mode == _LINK else "kho khác (submodule)"
        yield finding(name, 1, "khong-kiem-duoc", f"đây là {what}, không kiểm tra được; hãy đặt chính tệp ấy vào kho")
        return
    content = read(blob)
    if content.startswith(_ELSEWHERE):
        why = "nội dung tệp nằm ở nơi khác (Git LFS, git-annex), không kiểm tra được; hãy đặt chính tệp ấy vào kho"
        yield finding(name, 1, "khong-kiem-duoc", why)
    elif name.rpartition("/")[2] == ".gitmodules":
        why = "tệp này khai báo kho khác (submodule), không kiểm tra được; hãy bỏ tệp, đặt chính các tệp cần vào kho"
        yield finding(name, 1, "khong-kiem-duoc", why)
    yield from unfit(name, content)
    yield from guard.check(name, content)


class _Read:
    """Reads git blobs by ID through one process ``git cat-file --batch``."""

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
        [*GIT, "cat-file", "--batch"], cwd=root, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        yield _Read(process)


def _changes(raw: bytes) -> Iterator[tuple[str, str, str, str]]:
    """Yield ``(commit, mode, blob ID, path)`` for each file changed in the output of ``git log --raw -z``.

    The mode is git's: a regular file, a symbolic link or a submodule. The commit is empty in the output of ``git
    diff``.
    """
    parts = iter(raw.decode("utf-8", "surrogateescape").split("\0"))
    commit = ""
    for part in parts:
        part = part.lstrip("\n")
        if part.startswith("@"):
            commit = part[1:].partition(" ")[0]
        elif part.startswith(":"):
            _, mode, _, blob, _ = part.split(" ")
            yield commit, mode, blob, next(parts).encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _notes(root: Path, guard: Guard, reached: frozenset[str]) -> Iterator[Diagnostic]:
    """Yield the faults of the notes (git-notes) on the commits ``reached``."""
    for ref in ask(root, "for-each-ref", "--format=%(refname)", "refs/notes").decode().split():
        for line in ask(root, "notes", f"--ref={ref}", "list").decode().splitlines():
            note, commit = line.split()
            if commit in reached:
                said = ask(root, "cat-file", "blob", note).decode("utf-8", "replace")
                yield from guard.check_text(f"ghi chú của {commit[:10]}", said)


def _named(guard: Guard, name: str) -> Iterator[Diagnostic]:
    """Yield the faults of the name of a branch or a tag.

    The marking “draft” is allowed there, because a branch may well hold unfinished work.
    """
    for one in guard.check_text("tên nhánh, nhãn", name.removeprefix("refs/").partition("/")[2].replace("/", "\n")):
        if one.rule != "dau-du-thao":
            yield one


def _tags(root: Path, guard: Guard, reached: frozenset[str]) -> Iterator[Diagnostic]:
    """Yield the faults of the tags on the commits ``reached``, and of all tags that mark a file or folder.

    No commit leads to such a file or folder, so it is checked whatever the range of commits.
    """
    form = "%(refname) %(objectname) %(objecttype) %(*objectname) %(*objecttype)"
    for line in ask(root, "for-each-ref", f"--format={form}", "refs/tags").decode().splitlines():
        ref, name, kind, *peeled = line.split(" ")
        target, target_kind = peeled if kind == "tag" else (name, kind)
        if target_kind == "tag":
            target = ask(root, "rev-parse", f"{name}^{{}}").decode().strip()
            target_kind = ask(root, "cat-file", "-t", target).decode().strip()
        if target_kind != "commit" or (kind == "tag" and target in reached):
            yield from _tagged(root, guard, name)
        if target_kind != "commit" or target in reached:
            yield from _named(guard, ref)


def _tagged(root: Path, guard: Guard, name: str) -> Iterator[Diagnostic]:
    """Yield the faults of one tag.

    These are the faults of its message, and of what it marks: another tag, a file, or the files of a folder. Commits
    are checked elsewhere.
    """
    kind = ask(root, "cat-file", "-t", name).decode().strip()
    if kind == "tag":
        content = ask(root, "cat-file", "tag", name)
        yield from guard.check_text(f"lời ghi của nhãn {name[:10]}", said_by(content))
        yield from _tagged(root, guard, content.split()[1].decode())
    elif kind != "commit":
        files = [("100644", name, f"nhãn {name[:10]}")] if kind == "blob" else _files_of(root, name)
        with _blobs(root) as read:
            for mode, blob, path in files:
                yield from _check(guard, path, mode, blob, read)


def _files_of(root: Path, tree: str) -> Iterator[tuple[str, str, str]]:
    for entry in filter(None, ask(root, "ls-tree", "-r", "-z", "--full-tree", tree).split(b"\0")):
        about, _, path = entry.decode("utf-8", "replace").partition("\t")
        mode, _, blob = about.split()
        yield mode, blob, path


def _tree(root: Path, revision: str) -> set[tuple[str, str]]:
    """Return ``(blob ID, path)`` of all files in the last commit of a range.

    A fault in another version of a file is reported as one that remains only in the history. The result is empty for an
    excluded revision (``^A``) or an option.
    """
    if revision.startswith(("^", "-")):
        return set()
    tip = revision.rpartition("..")[2] or "HEAD"
    return {(blob, path) for _, blob, path in _files_of(root, tip)}


def _empty_tree(root: Path) -> str:
    ran = subprocess.run(["git", "mktree"], cwd=root, input=b"", capture_output=True, check=False)
    return ran.stdout.decode().strip()
