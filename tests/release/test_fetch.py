"""What the next build is told comes from the release that the public sees, and only as it was signed."""

from pathlib import Path

import pytest

from infopage.cli import main
from infopage.content.first_published import NAME, USUAL
from tests.release.conftest import public
from tests.sites import BASE, INSTANT, lay_out


@pytest.fixture
def project(tmp_path: Path, key: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a project that names the key of the release."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", INSTANT)
    project = lay_out(tmp_path / "project", BASE)
    lines = f"- ma: phat-hanh-2026\n  khoa: {public(key)}\n  tu: 01/10/2026\n"
    (project / "data/khoa-ky.yml").write_text(lines, encoding="utf-8")
    return project


def fetch(project: Path, *words: object) -> int:
    return main(["--root", str(project), "fetch", *map(str, words)])


def test_it_is_taken_as_it_was_signed(project: Path, copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert fetch(project, copy) == 0
    assert (project / USUAL).read_bytes() == (copy / NAME).read_bytes()
    assert f"{USUAL}: " in capsys.readouterr().out
    (copy / NAME).write_bytes((copy / NAME).read_bytes() + b"tin-la\t2026-11-30T08:00\n")
    (project / USUAL).write_text("giữ", encoding="utf-8")
    assert fetch(project, copy) == 0
    assert (project / USUAL).read_text("utf-8") == "giữ"
    assert "Chưa lấy được lan-dang-dau.txt: lan-dang-dau.txt đã bị sửa sau khi ký" in capsys.readouterr().out


def test_a_release_that_has_none_leaves_none(project: Path, copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert fetch(project, copy) == 0
    (copy / NAME).unlink()
    assert fetch(project, copy) == 0
    assert not (project / USUAL).exists()
    assert "chưa có lan-dang-dau.txt; lần dựng này tính theo ngay_dang" in capsys.readouterr().out


def test_a_place_that_is_none_stops_no_build(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert fetch(project, "không-có") == 0
    assert "Chưa lấy được lan-dang-dau.txt: không-có: không phải thư mục" in capsys.readouterr().out
