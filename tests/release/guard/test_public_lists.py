"""A list of persons that a law makes public passes the guard until a given day, and every report names it.

The guard is the checks before publication.
"""

import shutil
from pathlib import Path

import pytest

from infopage.cli import main
from infopage.content.diagnostics import GUIDANCE
from tests.cases import lay
from tests.support import ROOT

BEFORE, AFTER = "1795132800", "1798761600"
"""20/11/2026 and 01/01/2027, as SOURCE_DATE_EPOCH."""
KEY = "danh_sach_cong_khai:\n  can_cu: Luật Bầu cử\n  quyet_dinh: Nghị quyết số 12/NQ-UBBC\n  het_han: 31/12/2026\n"
LISTED = "| TT | Họ và tên | Năm sinh | Quê quán |\n|---|---|---|---|\n"
ROWS = "| 1 | Nguyễn Văn An | 1985 | Nghệ An |\n| 2 | Trần Thị Bình | 1990 | Thanh Hóa |\n"
ITEM = "docs/tin-tuc/2026/hoi-nghi.md"
TOLD = (
    f"{ITEM}:12: cảnh báo [cong-khai-theo-luat]: danh sách được công khai theo Luật Bầu cử, Nghị quyết số 12/NQ-UBBC, "
    "đến hết ngày 31/12/2026"
)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a valid project with the project's own list of patterns of content that must not be published."""
    lay("_base", tmp_path / "project")
    shutil.copy(ROOT / "data" / "bao-ve.yml", tmp_path / "project" / "data")
    return tmp_path / "project"


def told(
    project: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    body: str,
    *,
    key: str = KEY,
    at: str = BEFORE,
) -> list[str]:
    """Return the guard's findings for an item with this body and, in its header, this key for a public list.

    The summary and the links to the guide are left out.
    """
    file = project / ITEM
    header, text = file.read_text(encoding="utf-8").split("ngay_dang: 02/11/2026\n---\n")
    file.write_text(f"{header}ngay_dang: 02/11/2026\n{key}---\n{text}\n{body}\n", encoding="utf-8")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", at)
    monkeypatch.chdir(project)
    main(["--root", str(project), "guard", "docs"])
    return [line for line in capsys.readouterr().out.splitlines()[:-1] if not line.startswith(GUIDANCE)]


def rules(lines: list[str]) -> list[str]:
    """Return the rules named in a report's lines."""
    return [line.split("[")[1].split("]")[0] for line in lines]


def test_names_years_and_places_pass_and_are_told_in_the_report(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert told(project, capsys, monkeypatch, LISTED + ROWS) == [TOLD]


def test_without_the_key_the_list_is_stopped(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert rules(told(project, capsys, monkeypatch, LISTED + ROWS, key="")) == ["danh-sach-ca-nhan"]


def test_it_ends_by_itself(project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    lines = told(project, capsys, monkeypatch, LISTED + ROWS, at=AFTER)
    assert rules(lines) == ["cong-khai-theo-luat", "danh-sach-ca-nhan"]
    assert lines[0].endswith(
        "thời hạn công khai danh sách đã hết ngày 31/12/2026; hãy bỏ danh sách, giữ bài với khóa thu_hoi"
    )


@pytest.mark.parametrize(
    ("head", "first", "second"),
    [
        ("Số CCCD", "066085001234", "066190005678"),
        ("Số thẻ đảng viên", "47.012345", "47.012346"),
        ("Điện thoại", "0912 345 678", "0987 654 321"),
        ("Nơi ở hiện nay", "Thôn 3, xã Hòa Phú", "Thôn 5, xã Hòa Phú"),
        ("Ngày vào Đảng", "3/2/2010", "19/5/2015"),
        ("Ngày sinh", "12/5/1985", "01/01/1990"),
        ("Nơi ở hiện nay", "", "Thôn 5, xã Hòa Phú"),
    ],
)
def test_nothing_else_passes_with_them(
    project: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    head: str,
    first: str,
    second: str,
) -> None:
    table = (
        f"| Họ và tên | Năm sinh | {head} |\n|---|---|---|\n"
        f"| Nguyễn Văn An | 1985 | {first} |\n| Trần Thị Bình | 1990 | {second} |\n"
    )
    assert "danh-sach-ca-nhan" in rules(told(project, capsys, monkeypatch, table))


def test_the_file_that_the_item_names_passes_with_it_and_no_other(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = (project / ITEM).parent
    (folder / "a.csv").write_text("Họ và tên,Năm sinh\nNguyễn Văn An,1985\nTrần Thị Bình,1990\n", encoding="utf-8")
    (folder / "b.csv").write_text("Họ và tên,Năm sinh\nLê Văn Cường,1985\nPhạm Thị Dung,1990\n", encoding="utf-8")
    lines = told(project, capsys, monkeypatch, "[Danh sách](a.csv)")
    assert rules(lines) == ["danh-sach-ca-nhan", "cong-khai-theo-luat"]
    assert lines[0].startswith("docs/tin-tuc/2026/b.csv:2: ")


def test_a_key_with_a_fault_lets_nothing_pass(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    key = KEY.replace("31/12/2026", "hết năm")
    assert rules(told(project, capsys, monkeypatch, LISTED + ROWS, key=key)) == ["danh-sach-ca-nhan"]
