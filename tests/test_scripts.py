"""The scripts work as the guides say, from any folder, and a preview shows the faults that stop it."""

import argparse
import ast
import os
import re
import shlex
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

import pytest
import yaml

from infopage.cli import _parser
from infopage.commands.preview import check_free
from infopage.content.diagnostics import Diagnostic, report, warning
from infopage.outputs.pages.fault_page import fault_pages
from tests.pages import parse
from tests.papers import PAPERS
from tests.sites import BASE, INSTANT, lay_out
from tests.support import ROOT

SUBPARSERS = next(action for action in _parser()._actions if isinstance(action, argparse._SubParsersAction))
RELEASE = ["attest", "clean", "guard", "install-hook", "package", "pages", "publish", "sign", "verify"]
PATIENCE = 60


def written() -> Iterator[tuple[str, str]]:
    """Yield each guide with each of its commands: text in backquotes, and lines of examples."""
    for guide, text in PAPERS.items():
        spans = re.findall(r"`([^`\n]+)`", re.sub(r"```.*?```", "", text, flags=re.DOTALL))
        lines = [line for block in re.findall(r"```\w*\n(.*?)```", text, re.DOTALL) for line in block.split("\n")]
        for command in (*spans, *lines):
            command = command.strip()
            if re.match(r"(?:scripts[/\\]\w|make [a-z]|infopage [a-z])", command):
                yield guide, command.partition("  ")[0].replace("\\", "/")


@pytest.mark.parametrize(("guide", "command"), sorted(set(written())))
def test_a_command_that_a_guide_names_is_there_and_takes_what_is_written(guide: str, command: str) -> None:
    program, *words = shlex.split(re.sub(r"\|\S*|\s[;>].*", "", command), comments=True)
    if program == "make":
        assert re.search(rf"^{words[0]}:", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
        return
    assert program != "infopage", "where it is not installed that name is nowhere: scripts/infopage"
    assert os.access(ROOT / program, os.X_OK)
    if program == "scripts/infopage" and words and not words[0].startswith("-"):
        assert words[0] in SUBPARSERS.choices
        if words[1:]:
            assert _parser().parse_args(words).command == words[0]


def test_there_are_guides_commands_to_be_held() -> None:
    assert len(set(written())) > 50


def test_both_ways_to_run_the_command_know_which_ones_need_more_than_a_build() -> None:
    shell = (ROOT / "scripts/infopage").read_text("utf-8")
    windows = (ROOT / "scripts/infopage.cmd").read_bytes().decode("utf-8")
    assert f"in {' | '.join(RELEASE)})" in shell
    assert f"({' '.join(RELEASE)})" in windows
    assert set(RELEASE) < SUBPARSERS.choices.keys()
    assert windows.count("\r\n") == windows.count("\n")


def messages(source: str) -> Iterator[str]:
    """Yield the strings in a module except docstrings."""
    tree = ast.parse(source)
    blocks = (node.body for node in ast.walk(tree) if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef))
    told = {id(one.value) for body in blocks for one in body if isinstance(one, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told:
            yield node.value


def test_no_message_names_a_command_that_is_there_only_where_somebody_installed_it() -> None:
    commands = "|".join(SUBPARSERS.choices)
    targets = "|".join(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    bare = re.compile(rf"(?<![/\w])infopage (?:{commands})\b|(?<!\w)make (?:{targets})\b")
    found = {
        f"{file.relative_to(ROOT)}: {text}"
        for file in (ROOT / "hooks/infopage").rglob("*.py")
        for text in messages(file.read_text("utf-8"))
        if bare.search(text)
    }
    assert {
        one for one in found if "guard/hook.py: " not in one and "release/hosting/generated.py: " not in one
    } == set()


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a project with its scripts and a .venv that runs this Python."""
    folder = lay_out(tmp_path / "thư mục" / "project", BASE)
    for name in ("scripts", "requirements"):
        shutil.copytree(ROOT / name, folder / name)
    programs = folder / ".venv/bin"
    programs.mkdir(parents=True)
    for lock in ("build", "release"):
        shutil.copy(ROOT / f"requirements/{lock}.txt", programs.parent / f"{lock}.lock")
    hooks = shlex.quote(str(folder / "hooks"))
    for program, words in (("python", ""), ("infopage", " -m infopage.cli")):
        script = f'#!/bin/sh\nPYTHONPATH={hooks} exec {sys.executable}{words} "$@"\n'
        (programs / program).write_text(script, "utf-8")
        (programs / program).chmod(0o755)
    return folder


def environment() -> dict[str, str]:
    clean = {name: os.environ[name] for name in ("PATH", "HOME", "TMPDIR") if name in os.environ}
    return {**clean, "SOURCE_DATE_EPOCH": INSTANT, "LC_ALL": "C"}


def test_the_command_is_run_from_wherever_one_is_and_takes_files_as_they_are_named_there(project: Path) -> None:
    news = project / "docs/tin-tuc/2026"
    command = [project / "scripts/infopage", "check", "hoi-nghi.md"]
    ran = subprocess.run(command, cwd=news, env=environment(), capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "0 lỗi, 0 cảnh báo.\n", "")


def test_pre_commit_runs_the_guard_with_what_is_locked_on_the_repository_it_is_in(
    project: Path, tmp_path: Path
) -> None:
    """Call the hook as pre-commit does: its command is in a clone of this project and runs in the user's repository."""
    committed = lay_out(tmp_path / "trang", BASE)
    (committed / "docs/tin-tuc/2026/mat.md").write_text("Tài liệu đóng dấu MẬT\n\nTUYỆT MẬT\n", "utf-8")
    who = {f"GIT_{name}_{part}": "a" for name in ("AUTHOR", "COMMITTER") for part in ("NAME", "EMAIL")}
    variables = {**environment(), **who, "GIT_CONFIG_GLOBAL": os.devnull}

    def run(*command: object) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            list(map(str, command)), cwd=committed, env=variables, capture_output=True, text=True, check=False
        )

    for words in ("init --quiet", "add --all"):
        assert run("git", *words.split()).returncode == 0
    for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8")):
        assert hook["language"] == "script"
        assert "additional_dependencies" not in hook
        file, *words = shlex.split(hook["entry"])
        stopped = run(project / file, *words)
        assert stopped.returncode == 1
        assert "docs/tin-tuc/2026/mat.md:3: lỗi [dau-mat]" in stopped.stdout
        run("git", "commit", "--quiet", "--message", "x")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def page(address: str) -> str:
    """Return the page that a browser is shown at an address, error pages included."""
    try:
        with urlopen(address, timeout=PATIENCE) as answer:
            return str(answer.read().decode("utf-8"))
    except HTTPError as error:
        return error.read().decode("utf-8")


def wait_for(words: str, address: str) -> str:
    """Wait until the page at ``address`` contains ``words``, and return the page."""
    ends = time.monotonic() + PATIENCE
    shown = ""
    while words not in shown:
        assert time.monotonic() < ends, shown
        time.sleep(0.1)
        try:
            shown = page(address)
        except URLError:
            continue
    return shown


@pytest.mark.parametrize("ending", [signal.SIGTERM, signal.SIGINT])
def test_a_preview_shows_a_mistake_goes_on_when_it_is_mended_and_ends_with_nobody_left(
    project: Path, tmp_path: Path, ending: signal.Signals
) -> None:
    news, address = project / "docs/tin-tuc/2026/hoi-nghi.md", f"127.0.0.1:{free_port()}"
    right = news.read_text("utf-8")
    wrong = right.replace("pham_vi: cong-khai", "pham_vi: <b>noi-bo")
    news.write_text(wrong, "utf-8")
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    variables = {**environment(), "TMPDIR": str(temporary)}
    with (tmp_path / "said").open("wb") as said:
        server = subprocess.Popen(
            [project / "scripts/serve", "--address", address],
            cwd=tmp_path, env=variables, stdout=said, stderr=said, start_new_session=True,
        )  # fmt: skip
    try:
        shown = wait_for("[pham-vi]", f"http://{address}/")
        assert "“&lt;b&gt;noi-bo”" in shown
        assert "docs/tin-tuc/2026/hoi-nghi.md:" in page(f"http://{address}/tin-tuc/2026/hoi-nghi/")
        assert "livereload" in page(f"http://{address}/bao-loi.js")
        if ending == signal.SIGTERM:
            news.write_text(right, "utf-8")
            wait_for("Nội dung chính", f"http://{address}/tin-tuc/2026/hoi-nghi/")
            news.write_text(right.replace("tieu_de: Hội nghị", "tieu_de: Sau hội nghị"), "utf-8")
            wait_for("Sau hội nghị", f"http://{address}/tin-tuc/2026/hoi-nghi/")
            wait_for("Sau hội nghị", f"http://{address}/tin-tuc/")
            settings = project / "mkdocs.yml"
            kept = settings.read_text("utf-8")
            settings.write_text(kept + "theme: [\n", "utf-8")
            wait_for("mkdocs.yml", f"http://{address}/")
            settings.write_text(kept, "utf-8")
            wait_for("Văn bản mới", f"http://{address}/")
        command = [project / "scripts/serve", "--address", address]
        again = subprocess.run(command, env=variables, capture_output=True, text=True, check=False)
        assert again.returncode == 2
        told = again.stderr.splitlines()[-1]
        assert re.match(r"infopage: cổng \d+ đang có chương trình khác dùng.*--address 127\.0\.0\.1:\d+$", told)
        assert "Traceback" not in again.stderr
    finally:
        server.send_signal(ending)
        server.wait(PATIENCE)
    with pytest.raises(ProcessLookupError):
        os.killpg(server.pid, 0)
    assert list(temporary.iterdir()) == []
    assert "Traceback" not in (tmp_path / "said").read_text("utf-8")


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("8000", "“8000” không phải MÁY:CỔNG; hãy viết như 127.0.0.1:8000"),
        ("127.0.0.1:0", "“127.0.0.1:0” không phải MÁY:CỔNG"),
        ("127.0.0.1:70000", "không phải MÁY:CỔNG"),
        ("http://127.0.0.1:8000", "không phải MÁY:CỔNG"),
        ("192.0.2.1:8000", "“192.0.2.1” không phải địa chỉ của máy này"),
        ("khong-co.invalid:8000", "“khong-co.invalid” không phải địa chỉ của máy này"),
    ],
)
def test_an_address_where_no_preview_can_be_is_told(address: str, told: str) -> None:
    with pytest.raises(ValueError, match=re.escape(told)):
        check_free(address)


def test_the_page_of_faults_is_whole_and_its_words_are_words() -> None:
    told = [Diagnostic("docs/a.md", 1, "html", "<script>alert(1)</script> & “b”"), warning("docs/a.md", 2, "bang", "c")]
    files = fault_pages(report(told), "http://x/a/b/")
    shown = parse(files["404.html"])
    assert shown.get("lang") == "vi"
    assert [item.text_content() for item in shown.xpath("//li")] == [
        "docs/a.md:1 lỗi [html]: <script>alert(1)</script> & “b”",
        "docs/a.md:2 cảnh báo [bang]: c",
        "Hướng dẫn [bang] huong-dan/quy-tac/bang.md",
        "Hướng dẫn [html] huong-dan/quy-tac/html.md",
    ]
    assert shown.xpath("//li/@class") == ["nhe", "them", "them"]
    named = [*shown.xpath("//link/@href"), *shown.xpath("//script/@src")]
    assert [name.removeprefix("/a/b/") in files for name in named] == [True, True]
