"""The guard on git data beside plain files: commit and tag messages, trees of no branch, files stored elsewhere."""

import os
import subprocess
from pathlib import Path

import pytest

from infopage.cli import main
from infopage.release.guard.history import commits, pushed, staged
from infopage.release.guard.hook import install_hooks
from infopage.release.guard.patterns import Patterns
from tests.release.guard.leaks import SECRET, TOKEN
from tests.release.guard.test_commands import attempt, tool
from tests.release.guard.test_walls import Repository
from tests.support import ROOT

NOBODY = "0" * 40
LFS = b"version https://git-lfs.github.com/spec/v1\noid sha256:" + b"a" * 64 + b"\nsize 12\n"


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """Return a repository of one commit, with the list of patterns (data/bao-ve.yml) that the guard searches for."""
    found = Repository(tmp_path / "kho")
    for name in ("bao-ve.yml", "trang.yml"):
        found.write(f"data/{name}", (ROOT / "data" / name).read_bytes())
    found.commit(a_txt=b"x")
    return found


def told(repository: Repository, patterns: Patterns, *revisions: str) -> list[tuple[str, str]]:
    return [(one.path.rstrip("0123456789abcdef"), one.rule) for one in commits(repository.folder, revisions, patterns)]


def test_the_message_of_a_commit_that_only_deletes_is_read(repository: Repository, patterns: Patterns) -> None:
    repository.git("rm", "--quiet", "a.txt")
    repository.git("commit", "--quiet", "-m", f"Bỏ tệp\n\n{SECRET}")
    assert told(repository, patterns, "HEAD~1..HEAD") == [("lời ghi của ", "dau-mat")]


def test_the_message_of_an_empty_commit_is_read(repository: Repository, patterns: Patterns) -> None:
    repository.commit(f"Khóa {TOKEN}")
    assert told(repository, patterns, "HEAD~1..HEAD") == [("lời ghi của ", "khoa-bi-mat")]


def test_the_message_of_a_merge_is_read(repository: Repository, patterns: Patterns) -> None:
    base = repository.git("rev-parse", "HEAD")
    repository.git("checkout", "--quiet", "-b", "nhanh")
    repository.commit(b_txt=b"y")
    repository.git("checkout", "--quiet", "main")
    repository.git("merge", "--quiet", "--no-ff", "-m", SECRET, "nhanh")
    assert told(repository, patterns, f"{base}..HEAD") == [("lời ghi của ", "dau-mat")]


@pytest.mark.parametrize("depth", [1, 2])
def test_the_message_of_a_tag_is_read_and_that_of_a_tag_of_a_tag(
    repository: Repository, patterns: Patterns, depth: int
) -> None:
    repository.commit(b_txt=b"y")
    for number in range(depth):
        repository.git("tag", "-a", f"t{number}", "-m", SECRET if number == 0 else "b", "HEAD" if number == 0 else "t0")
    assert ("lời ghi của nhãn ", "dau-mat") in told(repository, patterns, "HEAD~1..HEAD")
    assert told(repository, patterns, "HEAD..HEAD") == []
    tag = repository.git("rev-parse", f"t{depth - 1}")
    head = repository.git("rev-parse", "HEAD")
    lines = [f"refs/tags/t {tag} refs/tags/t {NOBODY}", f"refs/heads/main {head} refs/heads/main {head}"]
    assert "dau-mat" in {one.rule for one in pushed(repository.folder, lines, patterns)}


def test_a_tag_on_a_tree_or_a_file_is_looked_into(repository: Repository, patterns: Patterns) -> None:
    repository.write("b.txt", SECRET.encode())
    repository.git("add", "b.txt")
    tree = repository.git("write-tree")
    blob = repository.git("rev-parse", ":b.txt")
    repository.git("rm", "--quiet", "--cached", "b.txt")
    repository.git("tag", "cay", tree)
    assert told(repository, patterns, "HEAD..HEAD") == [("b.txt", "dau-mat")]
    lines = [f"refs/tags/cay {tree} refs/tags/cay {NOBODY}", f"refs/tags/tep {blob} refs/tags/tep {NOBODY}"]
    assert [one.rule for one in pushed(repository.folder, lines, patterns)] == ["dau-mat", "dau-mat"]


@pytest.mark.parametrize(
    ("path", "content", "said"),
    [
        ("a.docx", LFS, "Git LFS"),
        ("docs/anh.jpg", LFS, "Git LFS"),
        (".gitmodules", b'[submodule "x"]\n', "submodule"),
        ("a/.gitmodules", b'[submodule "x"]\n', "submodule"),
    ],
)
def test_what_lies_elsewhere_is_refused(
    repository: Repository, patterns: Patterns, path: str, content: bytes, said: str
) -> None:
    repository.write(path, content)
    repository.git("add", "--all", "--force")
    found = [one for one in staged(repository.folder, patterns) if one.rule == "khong-kiem-duoc"]
    assert any(said in one.message for one in found)


def without_the_word(repository: Repository) -> None:
    """Remove the stamps from the patterns in data/bao-ve.yml, and add a file with a stamp (a marking such as MẬT)."""
    file = repository.folder / "data" / "bao-ve.yml"
    text = file.read_text(encoding="utf-8")
    assert "Mật, Tối mật, Tuyệt mật, " in text
    file.write_text(text.replace("Mật, Tối mật, Tuyệt mật, ", ""), encoding="utf-8")
    repository.write("c.txt", SECRET.encode())


def test_a_request_that_takes_a_word_from_the_list_is_held_against_the_list_it_began_with(
    repository: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    base = repository.git("rev-parse", "HEAD")
    without_the_word(repository)
    repository.git("add", "--all")
    root = ["--root", str(repository.folder), "guard"]
    assert main([*root, "--staged"]) == 1
    repository.commit()
    assert main([*root, "--commits", f"{base}..HEAD"]) == 1
    assert capsys.readouterr().out.count("c.txt:1: lỗi [dau-mat]") == 2
    assert main([*root, "--commits", "HEAD"]) == 0  # before the first commit, the folder's list is the only one


def test_hooks_reach_a_repository_where_one_folder_of_hooks_serves_the_whole_machine(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shared = tmp_path / "hooks chung"
    shared.mkdir()
    theirs = shared / "pre-commit"
    theirs.write_text('#!/bin/sh\necho "$PWD" > "$(dirname "$0")/da-chay"\n', encoding="utf-8")
    theirs.chmod(0o755)
    settings = tmp_path / "gitconfig"
    settings.write_text(f'[core]\n\thooksPath = "{shared}"\n', encoding="utf-8")
    environment = {**tool(repository), "GIT_CONFIG_GLOBAL": str(settings)}
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(settings))
    for _ in range(2):
        assert {path.parent for path in install_hooks(repository.folder)} == {repository.folder / ".git" / "hooks"}
    assert [one.name for one in shared.iterdir()] == ["pre-commit"]
    repository.write("b.txt", SECRET.encode())
    subprocess.run(["git", "add", "b.txt"], cwd=repository.folder, check=True, env=environment)
    stopped = attempt(repository, environment, "commit", "-m", "x")
    assert "b.txt:1: lỗi [dau-mat]" in stopped.stdout + stopped.stderr
    assert not (shared / "da-chay").exists()
    repository.write("b.txt", b"y")
    subprocess.run(["git", "add", "b.txt"], cwd=repository.folder, check=True, env=environment)
    assert attempt(repository, environment, "commit", "-m", "x").returncode == 0
    assert (shared / "da-chay").read_text(encoding="utf-8").strip() == os.path.realpath(repository.folder)
