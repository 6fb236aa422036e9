"""The guard as editors and CI use it: exit codes, messages, and git hooks that stop a commit or push."""

import builtins
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from infopage.cli import main
from infopage.release.guard.files import Guard
from infopage.release.guard.hook import HookError, install_hooks
from infopage.release.guard.patterns import Patterns, load
from tests.papers import PAPERS
from tests.release.guard.leaks import HEADER, SECRET
from tests.release.guard.made import pdf, photo, word
from tests.release.guard.test_walls import Repository
from tests.support import ROOT


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """Return a repository with the project's data/; its folder's name has spaces and diacritics."""
    found = Repository(tmp_path / "kho của tôi")
    shutil.copytree(ROOT / "data", found.folder / "data")
    found.commit()
    return found


def test_a_leak_among_files_is_said_in_one_line(repository: Repository, capsys: pytest.CaptureFixture[str]) -> None:
    repository.write("docs/a.md", f"{HEADER}{SECRET}\n".encode())
    assert main(["--root", str(repository.folder), "guard", str(repository.folder / "docs")]) == 1
    said = "có dấu chỉ độ mật; dừng lại, đưa tệp ra khỏi kho và báo người phụ trách bảo vệ bí mật nhà nước"
    assert capsys.readouterr().out == (
        f"docs/a.md:6: lỗi [dau-mat]: {said}\nHướng dẫn [dau-mat]: huong-dan/quy-tac/dau-mat.md\n1 lỗi, 0 cảnh báo.\n"
    )


def test_a_clean_range_and_a_clean_site_pass(repository: Repository, capsys: pytest.CaptureFixture[str]) -> None:
    root = ["--root", str(repository.folder), "guard"]
    repository.write("site/index.html", b"<p>a</p>")
    assert main([*root, "--commits", "HEAD"]) == 0
    assert main([*root, "--staged"]) == 0
    assert main([*root, "--site", str(repository.folder / "site")]) == 0
    assert capsys.readouterr().out == "0 lỗi, 0 cảnh báo.\n" * 3


def test_a_warning_does_not_stop(repository: Repository, capsys: pytest.CaptureFixture[str]) -> None:
    repository.write("docs/a.md", f"{HEADER}Anh Ba: 0912 345 678\n".encode())
    assert main(["--root", str(repository.folder), "guard", str(repository.folder / "docs")]) == 0
    assert "cảnh báo [so-ca-nhan]" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--commits", "khong-co..HEAD"], "git rev-list không chạy được"),
        (["--site", "khong-co"], "không có thư mục khong-co"),
        (["khong-co.md"], "không có khong-co.md"),
    ],
)
def test_a_wrong_call_is_said_in_one_line(
    repository: Repository, capsys: pytest.CaptureFixture[str], arguments: list[str], said: str
) -> None:
    assert main(["--root", str(repository.folder), "guard", *arguments]) == 2
    error = capsys.readouterr().err
    assert said in error
    assert error.count("\n") == 1


@pytest.mark.parametrize("content", ["", "[]\n", "- ma: a\n", "- ma: [\n"])
def test_a_guard_without_patterns_lets_nothing_pass(
    repository: Repository, capsys: pytest.CaptureFixture[str], content: str
) -> None:
    (repository.folder / "data" / "bao-ve.yml").write_text(content, encoding="utf-8")
    assert main(["--root", str(repository.folder), "guard", "--staged"]) == 1
    assert "data/bao-ve.yml" in capsys.readouterr().out


def test_files_are_cleaned_by_a_command(repository: Repository, capsys: pytest.CaptureFixture[str]) -> None:
    repository.write("a.jpg", photo(gps=True))
    files = [str(repository.folder / "a.jpg"), str(repository.folder / "khong-co.pdf")]
    assert main(["--root", str(repository.folder), "clean", *files]) == 1
    told = capsys.readouterr()
    assert "đã gỡ nơi chụp (GPS)" in told.out
    assert "không đọc được tệp" in told.err


def tool(repository: Repository) -> dict[str, str]:
    """Add the infopage command to a repository, and return an environment to run git in."""
    command = f'#!/bin/sh\nexec "{sys.executable}" -m infopage.cli "$@"\n'
    repository.write("scripts/infopage", command.encode())
    (repository.folder / "scripts/infopage").chmod(0o755)
    return {**os.environ, "PYTHONPATH": str(ROOT / "hooks"), "GIT_CONFIG_GLOBAL": os.devnull}


def attempt(repository: Repository, environment: dict[str, str], *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run git as an editor would, and return the finished process."""
    who = ("-c", "user.name=A", "-c", "user.email=a@minhhoa.example")
    return subprocess.run(
        [str(shutil.which("git")), *who, *arguments],
        cwd=repository.folder,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_git_itself_stops_a_commit_and_a_push(repository: Repository, tmp_path: Path) -> None:
    environment = tool(repository)
    assert len(list(install_hooks(repository.folder))) == 3
    assert len(list(install_hooks(repository.folder))) == 3  # installing again replaces the project's own hooks
    other = tmp_path / "nơi khác.git"
    subprocess.run(["git", "init", "--quiet", "--bare", str(other)], check=True)
    repository.write("docs/a.md", f"{HEADER}{SECRET}\n".encode())
    repository.git("add", "docs")
    stopped = attempt(repository, environment, "commit", "-m", "Thêm tin")
    assert stopped.returncode == 1
    assert "docs/a.md:6: lỗi [dau-mat]" in stopped.stdout + stopped.stderr
    assert attempt(repository, environment, "commit", "--no-verify", "-m", "Thêm tin").returncode == 0
    repository.git("rm", "--quiet", "docs/a.md")
    assert attempt(repository, environment, "commit", "-m", "Bỏ tin").returncode == 0
    pushed = attempt(repository, environment, "push", str(other), "main")
    assert pushed.returncode == 1
    assert "trong lịch sử" in pushed.stdout + pushed.stderr
    assert subprocess.run(["git", "rev-parse", "main"], cwd=other, capture_output=True, check=False).returncode != 0


def test_the_hook_runs_the_command_of_its_own_clone_and_no_other(repository: Repository, tmp_path: Path) -> None:
    list(install_hooks(repository.folder))
    other = tmp_path / "infopage"
    other.write_text("#!/bin/sh\n", encoding="utf-8")
    other.chmod(0o755)
    repository.write("a.txt", b"x")
    repository.git("add", "a.txt")
    path = f"{tmp_path}{os.pathsep}{os.environ['PATH']}"
    stopped = attempt(repository, {**os.environ, "PATH": path}, "commit", "-m", "x")
    assert stopped.returncode == 1
    assert "thiếu scripts/infopage nên tường bảo vệ không chạy được" in stopped.stderr


def test_a_hook_of_somebody_elses_is_left_alone(repository: Repository) -> None:
    theirs = repository.folder / ".git" / "hooks" / "pre-commit"
    theirs.parent.mkdir(exist_ok=True)
    theirs.write_text("#!/bin/sh\n", encoding="utf-8")
    with pytest.raises(HookError, match=r"guard --staged \|\| exit 1"):
        list(install_hooks(repository.folder))
    assert theirs.read_text(encoding="utf-8") == "#!/bin/sh\n"


@pytest.mark.parametrize(("name", "content"), [("a.pdf", pdf("a")), ("a.jpg", photo())])
def test_without_its_readers_the_guard_passes_nothing_it_cannot_read(
    monkeypatch: pytest.MonkeyPatch, name: str, content: bytes
) -> None:
    real = builtins.__import__

    def without(module: str, *rest: Any, **named: Any) -> Any:
        if module.partition(".")[0] in ("pikepdf", "pypdfium2", "PIL"):
            raise ImportError(module)
        return real(module, *rest, **named)

    monkeypatch.setattr(builtins, "__import__", without)
    guard = Guard(Patterns())
    (one,) = guard.check(name, content)
    assert one.rule == "khong-kiem-duoc"
    assert "scripts/infopage install-hook" in one.message
    assert list(guard.check("a.docx", word("a"))) == []


@pytest.mark.demonstration
def test_the_demonstration_passes_its_own_guard() -> None:
    patterns, _ = load(ROOT)
    assert patterns
    guard = Guard(patterns)
    files = [path for part in ("docs", "data") for path in sorted((ROOT / part).rglob("*")) if path.is_file()]
    files += [ROOT / path for path in PAPERS]
    assert len(files) > 50
    names = {path: path.relative_to(ROOT).as_posix() for path in files}
    assert [str(one) for path in files for one in guard.check(names[path], path.read_bytes())] == []
