"""Fixtures: a clone of the project, and the answers of an imaginary province."""

import shutil
import subprocess
from pathlib import Path

import pytest

from infopage.cli import main
from tests.sites import INSTANT
from tests.support import ROOT

ANSWERS = """ten_trang: Trang thông tin tuyên truyền tỉnh Sông Xa
dia_chi_trang: https://tuyentruyen.songxa.gov.vn/
don_vi: Tỉnh ủy Sông Xa
mo_ta: "Văn bản, tin tức: mọi điều \\"cần biết\\" của Đảng bộ tỉnh Sông Xa."
co_quan_chu_quan: Ban Tuyên giáo và Dân vận Tỉnh ủy Sông Xa
chiu_trach_nhiem: Lê Thị Bình, Trưởng Ban Tuyên giáo và Dân vận Tỉnh ủy
dia_chi: Số 5, đường Trần Phú, phường Bến Sông
dien_thoai: 0262 3 812 345
thu_dien_tu: ban_bien_tap_@songxa.gov.vn
giay_phep: Giấy phép số 12/GP-STTTT, ngày 05/01/2026
nguon_tin:
  ten_mien: songxa.gov.vn
  ngay: 05/01/2026
co_quan:
  - ma: tinh-uy
    ten: Ban Chấp hành Đảng bộ tỉnh Sông Xa
    ten_ngan: Tỉnh ủy Sông Xa
    cap: tinh
    khoi: dang
    danh_so: nhiem-ky
nhiem_ky:
  - ma: 2025-2030
    ten: Nhiệm kỳ 2025–2030
    tu: 26/9/2025
    den: 30/9/2030
"""


@pytest.fixture
def clone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a copy of the files in git that a build reads; commands run at the fixed time ``INSTANT``."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", INSTANT)
    return _clone(tmp_path / "clone")


@pytest.fixture
def answers(tmp_path: Path) -> Path:
    """Return an answers file for ``infopage new-site`` that answers every question."""
    return _answers(tmp_path)


@pytest.fixture(scope="session")
def new_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a clone with a province's new site. Tests use the copy that ``adopted`` returns, as they may change it."""
    folder = tmp_path_factory.mktemp("adoption")
    clone = _clone(folder / "clone")
    with pytest.MonkeyPatch.context() as variables:
        variables.setenv("SOURCE_DATE_EPOCH", INSTANT)
        assert main(["--root", str(clone), "new-site", "--answers", str(_answers(folder))]) == 0
    return clone


@pytest.fixture
def adopted(new_site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a copy of the clone with a province's new site."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", INSTANT)
    return Path(shutil.copytree(new_site, tmp_path / "adopted", symlinks=True))


def _clone(folder: Path) -> Path:
    folder.mkdir()
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--", "docs", "data", "mkdocs.yml"], cwd=ROOT, capture_output=True, check=True
    )
    for name in filter(None, listed.stdout.decode().split("\0")):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, folder / name)
    (folder / "hooks").symlink_to(ROOT / "hooks")
    return folder


def _answers(folder: Path) -> Path:
    file = folder / "tra-loi.yml"
    file.write_text(ANSWERS, encoding="utf-8")
    return file
