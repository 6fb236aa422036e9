"""The demonstration site cannot be published as a province's own, nor illustrative content as if it were true."""

import re
import shutil
from pathlib import Path

import pytest

from infopage.release.guard.identity import is_real, refuse_identity, refuse_unmarked
from tests.outputs.values import gather
from tests.sites import BASE, build, lay_out
from tests.support import ROOT

REAL = "https://tuyengiao.tinh.gov.vn/"
TRUE_IDENTITY = """don_vi: Tỉnh ủy Sông Xa
huy_hieu: SX
mo_ta: Văn bản, tin tức của Đảng bộ tỉnh.
co_quan_chu_quan: Ban Tuyên giáo và Dân vận Tỉnh ủy
chiu_trach_nhiem: Nguyễn Văn A, Trưởng ban
dia_chi: Số 5, đường Trần Phú
dien_thoai: 0262 3 812 345
thu_dien_tu: banbientap@songxa.gov.vn
giay_phep: Giấy phép số 12/GP-STTTT, ngày 05/01/2026
nguon_tin:
  ten_mien: songxa.gov.vn
  ngay: 05/01/2026
"""


@pytest.mark.parametrize(
    ("address", "real"),
    [
        (REAL, True),
        ("http://10.0.0.5/", True),
        ("https://ten.github.io/kho/", True),
        ("https://minhhoa.example.vn/", True),
        ("https://minhhoa.example/", False),
        ("https://example.com/", False),
        ("http://localhost:8000/", False),
        ("http://127.0.0.1/", False),
        ("http://[::1]/", False),
        ("", False),
    ],
)
def test_an_address_is_somebodys_or_nobodys(address: str, real: bool) -> None:
    assert is_real(address) is real


def project_with(folder: Path, identity: str) -> Path:
    """Return a folder with the project's registries and the given identity (the data about the site's owner)."""
    shutil.copytree(ROOT / "data", folder / "data")
    (folder / "data" / "trang.yml").write_text(identity, encoding="utf-8")
    return folder


def test_the_demonstration_is_refused_at_a_real_address_and_nowhere_else() -> None:
    found = list(refuse_identity(BASE, REAL))
    assert {one.rule for one in found} == {"danh-tinh-trinh-dien"}
    assert "trinh_dien" in found[0].message
    assert (BASE / "data" / "trang.yml").read_text("utf-8").split("\n")[found[0].line - 1] == "trinh_dien: co"
    assert list(refuse_identity(BASE, "https://minhhoa.example/")) == []


def test_a_true_identity_may_be_published(tmp_path: Path) -> None:
    assert list(refuse_identity(project_with(tmp_path, TRUE_IDENTITY), REAL)) == []


@pytest.mark.parametrize(
    ("key", "left"),
    [
        ("don_vi", "Tỉnh ủy Minh Họa"),
        ("thu_dien_tu", "banbientap@minhhoa.example"),
        ("dien_thoai", "0200 000 000"),
        ("chiu_trach_nhiem", "(Họ và tên), Trưởng ban"),
    ],
)
def test_what_is_left_of_the_demonstration_is_named_with_its_line(tmp_path: Path, key: str, left: str) -> None:
    lines = [f"{key}: {left}" if line.startswith(f"{key}:") else line for line in TRUE_IDENTITY.split("\n")]
    (one,) = refuse_identity(project_with(tmp_path, "\n".join(lines)), REAL)
    assert lines[one.line - 1] == f"{key}: {left}"
    assert f"“{key}”" in one.message


def test_an_identity_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    (one,) = refuse_identity(project_with(tmp_path, "don_vi: [\n"), REAL)
    assert (one.path, one.rule) == ("data/trang.yml", "yaml")


def test_every_illustrative_item_goes_out_with_its_notice(tmp_path: Path) -> None:
    project = lay_out(tmp_path / "project", BASE)
    for path in ("van-ban/tinh-uy/2025-2030/05-nq-tu.md", "tin-tuc/2026/hoi-nghi.md"):
        item = project / "docs" / path
        text = item.read_text(encoding="utf-8")
        marked = text if "minh_hoa: co" in text else text.replace("pham_vi:", "minh_hoa: co\npham_vi:", 1)
        item.write_text(marked, encoding="utf-8")
    with (project / "data" / "van-ban-ngoai.yml").open("a", encoding="utf-8") as outside:
        outside.write("  minh_hoa: co\n")
    site = tmp_path / "site"
    assert build(project, site).returncode == 0
    catalogue, _ = gather(project)
    assert list(refuse_unmarked(catalogue, site)) == []
    elsewhere = site / "van-ban" / "ngoai-trang" / "nq-11-tw-2025" / "index.html"
    document = site / "van-ban" / "tinh-uy" / "2025-2030" / "05-nq-tu"
    feeds = [
        file for file in sorted(site.rglob("*.xml")) if re.search(r":(?:nq-05|tin-)[^<]*</", file.read_text("utf-8"))
    ]
    feeds = [file for file in feeds if "minh họa" in file.read_text("utf-8")]
    assert feeds
    for file in (elsewhere, document / "index.html", document / "van-ban.txt", *feeds):
        said = file.read_text(encoding="utf-8")
        file.write_text(said.replace("minh họa", "").replace("Nội dung  ", "Nội dung "), encoding="utf-8")
        found = list(refuse_unmarked(catalogue, site))
        assert {one.rule for one in found} == {"thieu-loi-minh-hoa"}, file
        where = ("data/van-ban-ngoai.yml:1",) if file is elsewhere else ("docs/",)
        assert all(f"{one.path}:{one.line}".startswith(where) for one in found)
        file.write_text(said, encoding="utf-8")
    assert list(refuse_unmarked(catalogue, site)) == []
