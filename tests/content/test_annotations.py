"""Findings are written as annotations that GitHub and GitLab show beside the changed lines."""

import json
import shutil
from pathlib import Path

import pytest

from infopage.cli import main
from infopage.content.annotations import github, gitlab
from infopage.content.diagnostics import Diagnostic, report, warning
from tests.sites import BASE

FAULT = Diagnostic("docs/tin-tuc/2026/a, b.md", 3, "ngay-sai", "“32/1/2026”: không có ngày 100%\nhãy xem lại")


def test_github_gets_a_command_a_line_whatever_the_message_holds() -> None:
    assert github([warning("data/trang.yml", 1, "thieu", "thiếu"), FAULT, FAULT]) == (
        "::warning file=data/trang.yml,line=1,title=thieu::thiếu\n"
        "::error file=docs/tin-tuc/2026/a%2C b.md,line=3,title=ngay-sai"
        "::“32/1/2026”: không có ngày 100%25%0Ahãy xem lại\n"
    )


def test_gitlab_gets_a_report_whose_fingerprints_are_unique_and_stay_when_lines_move() -> None:
    twice = [FAULT, Diagnostic(FAULT.path, 9, FAULT.rule, FAULT.message)]
    moved = [Diagnostic(f.path, f.line + 4, f.rule, f.message) for f in twice]
    found, after = json.loads(gitlab(twice)), json.loads(gitlab(moved))
    prints = [entry.pop("fingerprint") for entry in found]
    assert len(set(prints)) == 2
    assert prints == [entry["fingerprint"] for entry in after]
    assert found[0] == {
        "description": FAULT.message,
        "check_name": "ngay-sai",
        "severity": "major",
        "location": {"path": FAULT.path, "lines": {"begin": 3}},
    }


def test_no_fault_is_an_empty_report() -> None:
    assert (github([]), gitlab([])) == ("", "[]\n")


@pytest.mark.parametrize("form", ["github", "gitlab"])
def test_the_check_prints_its_report_and_gives_ci_its_own(
    form: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795392000")
    project = shutil.copytree(BASE, tmp_path / "project")
    broken = next((project / "docs/tin-tuc").rglob("*.md"))
    broken.write_text("không có phần khai báo\n", encoding="utf-8")
    file = tmp_path / "build" / "report"
    arguments = ["--root", str(project), "check", "--annotations", form]
    assert main(arguments) == 1
    printed = capsys.readouterr().out
    assert main([*arguments, "--annotations-file", str(file)]) == 1
    report = capsys.readouterr().out
    assert report + file.read_text(encoding="utf-8") == printed
    assert broken.relative_to(project).as_posix() in file.read_text(encoding="utf-8")


def test_a_name_that_no_terminal_should_see_is_spelled_out_wherever_it_is_told() -> None:
    fault = Diagnostic("docs/a\x1b[31m\n\u202e\udcff.md", 1, "cho-de", "tên “\x9b” sai")
    assert str(fault) == "docs/a\\u001b[31m\\u000a\\u202e\\udcff.md:1: lỗi [cho-de]: tên “\\u009b” sai"
    for text in (report([fault]), github([fault]), gitlab([fault])):
        assert text.encode().decode() == text
        assert not set(text) & set("\x1b\x9b\u202e")
