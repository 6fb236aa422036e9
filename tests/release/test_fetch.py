"""`fetch` takes the input of the next build from the public release, and only if its signature is valid."""

from pathlib import Path

import pytest

from infopage.cli import main
from infopage.content.first_published_file import NAME, USUAL
from infopage.release.proof.manifest import NAME as MANIFEST
from tests.release.conftest import public
from tests.sites import BASE, INSTANT, lay_out


@pytest.fixture
def project(tmp_path: Path, key: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a project whose data names the key that signs releases."""
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
    manifest = copy / MANIFEST
    lines = manifest.read_text("utf-8").splitlines(keepends=True)
    manifest.write_text("".join(line for line in lines if not line.endswith(f"  {NAME}\n")), "utf-8")
    assert fetch(project, copy) == 0
    assert not (project / USUAL).exists()
    assert "chưa có lan-dang-dau.txt; lần dựng này tính theo ngay_dang" in capsys.readouterr().out


def test_a_release_that_has_lost_it_takes_it_from_nobody(
    project: Path, copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert fetch(project, copy) == 0
    kept = (project / USUAL).read_bytes()
    (copy / NAME).unlink()
    assert fetch(project, copy) == 0
    assert (project / USUAL).read_bytes() == kept
    assert f"đã mất {NAME} hoặc tệp ấy đã bị sửa: khác bản kê {MANIFEST}; giữ nguyên {USUAL}" in capsys.readouterr().out


def test_what_this_machine_let_out_is_not_forgotten_with_the_site(
    project: Path, copy: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    record = project / "build/so-dia-chi.lan-dang-dau.txt"
    record.parent.mkdir(exist_ok=True)
    text = (copy / NAME).read_text("utf-8")
    record.write_text(text, "utf-8")
    monkeypatch.setenv("INFOPAGE_URL", "http://127.0.0.1:9/")
    monkeypatch.setattr("infopage.release.reading.copies.time.sleep", lambda seconds: None)
    assert fetch(project) == 0
    assert (project / USUAL).read_text("utf-8") == text
    assert "dùng bản máy này đã giữ" in capsys.readouterr().out


def test_a_place_that_is_none_stops_no_build(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert fetch(project, "không-có") == 0
    assert "Chưa lấy được lan-dang-dau.txt: không-có: không phải thư mục" in capsys.readouterr().out
