"""One command sets up a province's own site: completely or not at all, without anything of the demonstration site."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import pytest

from infopage.adoption import replacing
from infopage.adoption.answers import questions, read_answers, template
from infopage.adoption.asking import Terminal
from infopage.adoption.pages import standing_pages
from infopage.adoption.writing import plain
from infopage.cli import main
from infopage.content.diagnostics import GUIDANCE
from infopage.content.nodes import Scalar
from tests.demonstration import GENERIC, template_of
from tests.sites import build, tree
from tests.support import ROOT

pytestmark = pytest.mark.demonstration
Said = pytest.CaptureFixture[str]


def infopage(root: Path, *words: object) -> int:
    return main(["--root", str(root), *map(str, words)])


def test_from_a_clone_to_a_package_without_a_word_of_the_demonstration(
    adopted: Path, tmp_path: Path, capsys: Said
) -> None:
    capsys.readouterr()
    assert infopage(adopted, "check") == 0
    assert capsys.readouterr().out == "0 lỗi, 0 cảnh báo.\n"
    site = adopted / "site"
    ran = build(adopted, site)
    assert ran.returncode == 0, ran.stderr
    assert infopage(adopted, "package", site, "--unsigned", "--output", tmp_path / "trang.zip") == 0
    said = capsys.readouterr()
    assert said.err == ""
    with ZipFile(tmp_path / "trang.zip") as packed:
        texts = {name: packed.read(name).decode("utf-8", "ignore") for name in packed.namelist()}
    held = {
        name: found[0] for name, text in texts.items() if (found := re.search("minhhoa|Minh H|0200 000|16-NQ", text))
    }
    assert held == {}
    contact = texts["lien-he/index.html"]
    for line in ("0262 3 812 345", "ban_bien_tap_@songxa.gov.vn", "Số 5, đường Trần Phú, phường Bến Sông"):
        assert line in contact
    assert (
        "mọi điều &#34;cần biết&#34;" in texts["index.html"] or "mọi điều &quot;cần biết&quot;" in texts["index.html"]
    )


def renamed(text: str) -> str:
    """Return a text of the demonstration site with only the names replaced, as by somebody who overlooks the rest."""
    for old, new in {"Minh Họa": "Sông Xa", "minhhoa.example": "songxa.vn", "0200 000 000": "0262 381 2345"}.items():
        text = text.replace(old, new)
    return text


def same(text: str) -> str:
    return text


def of_another_id(text: str) -> str:
    return text.replace("ma: ", "ma: so-2-")


def at_a_real_address(text: str) -> str:
    return text.replace("site_url: https://minhhoa.example/", "site_url: https://songxa.gov.vn/")


@pytest.mark.parametrize(
    ("path", "change", "rule"),
    [
        ("docs/lien-he.md", same, "con-trinh-dien"),
        ("docs/lien-he.md", renamed, "con-trinh-dien"),
        ("docs/index.md", same, "con-trinh-dien"),
        ("docs/index.md", renamed, "con-trinh-dien"),
        ("docs/gioi-thieu.md", renamed, "con-trinh-dien"),
        ("docs/lich/hoi-nghi-quan-triet-nghi-quyet-16.md", of_another_id, "con-trinh-dien"),
        ("docs/van-ban/tinh-uy/2025-2030/16-nq-tu.pdf", same, "con-trinh-dien"),
        ("data/co-quan.yml", same, "con-trinh-dien"),
        ("data/co-quan.yml", renamed, "con-trinh-dien"),
        ("data/trang.yml", same, "danh-tinh-trinh-dien"),
        ("mkdocs.yml", at_a_real_address, "con-trinh-dien"),
        ("data/viet-tat.yml", same, ""),
        ("docs/kha-nang-tiep-can.md", same, ""),
        ("docs/nguon-tin.md", same, ""),
        ("docs/tim-kiem.md", same, ""),
    ],
)
def test_what_is_left_of_the_demonstration_is_refused_where_it_stands(
    adopted: Path, path: str, change: Callable[[str], str], rule: str, capsys: Said
) -> None:
    site = adopted / "site"
    site.mkdir()
    (site / "index.html").write_text('<link rel="canonical" href="https://tuyentruyen.songxa.gov.vn/">', "utf-8")
    (adopted / path).parent.mkdir(parents=True, exist_ok=True)
    if path.endswith(".pdf"):
        shutil.copy(ROOT / path, adopted / path)
    else:
        (adopted / path).write_text(change((ROOT / path).read_text("utf-8")), "utf-8")
    code = infopage(adopted, "package", site, "--unsigned", "--output", adopted / "trang.zip")
    said = capsys.readouterr().err
    assert code == (2 if rule else 0), said
    assert (f"{path}:" in said and f"[{rule}]" in said) if rule else said == ""
    assert (adopted / "trang.zip").exists() is not bool(rule)


def test_the_part_of_a_province_that_has_not_answered_is_marked_warned_of_and_refused(
    clone: Path, answers: Path, capsys: Said
) -> None:
    answers.write_text("dien_thoai: 0262 3 812 345\n", encoding="utf-8")
    assert infopage(clone, "new-site", "--answers", answers) == 0
    told = capsys.readouterr().out
    assert "Còn 11 điều phải điền: ten_trang, dia_chi_trang, don_vi, " in told
    assert infopage(clone, "check") == 0
    warned = capsys.readouterr().out.split("\n")
    faults = [line for line in warned[:-2] if not line.startswith(GUIDANCE)]
    assert faults
    assert all("cảnh báo [chua-dien]" in line for line in faults)
    for path in ("data/trang.yml", "data/co-quan.yml", "data/nhiem-ky.yml", "docs/lien-he.md", "mkdocs.yml"):
        assert any(line.startswith(f"{path}:") for line in warned), path
    site = clone / "site"
    assert build(clone, site).returncode == 0
    assert infopage(clone, "package", site, "--unsigned", "--output", clone / "trang.zip") == 2
    said = capsys.readouterr().err
    assert "lien-he/index.html" in said
    assert "docs/lien-he.md:10: lỗi [chua-dien]" in said
    assert not (clone / "trang.zip").exists()


def test_a_page_of_ones_own_may_not_go_out_at_the_demonstrations_address(adopted: Path, capsys: Said) -> None:
    settings = adopted / "mkdocs.yml"
    settings.write_text((ROOT / "mkdocs.yml").read_text("utf-8").replace("tỉnh Minh Họa", "tỉnh Sông Xa"), "utf-8")
    site = adopted / "site"
    site.mkdir()
    (site / "index.html").write_text('<link rel="canonical" href="https://minhhoa.example/">', "utf-8")
    assert infopage(adopted, "package", site, "--unsigned", "--output", adopted / "trang.zip") == 2
    said = capsys.readouterr().err
    assert "mkdocs.yml:2: lỗi [con-trinh-dien]" in said
    assert "index.html:1: lỗi [con-trinh-dien]" in said


@pytest.mark.parametrize("path", ["docs/tin-tuc/2026/moi.md", "data/trang.yml", "mkdocs.yml"])
def test_work_that_is_not_the_demonstrations_is_not_replaced_unasked(
    clone: Path, answers: Path, path: str, capsys: Said
) -> None:
    with (clone / path).open("a", encoding="utf-8") as file:
        file.write("# của chúng tôi\n")
    before = tree(clone)
    assert infopage(clone, "new-site", "--answers", answers) == 1
    assert f"  {path}\n" in capsys.readouterr().out
    assert tree(clone) == before
    assert infopage(clone, "new-site", "--answers", answers, "--replace") == 0
    assert "của chúng tôi" in (clone / "build/truoc-new-site/1" / path).read_text("utf-8")


def test_line_ends_of_windows_and_a_systems_hidden_files_are_no_work_of_anybodys(clone: Path, answers: Path) -> None:
    (clone / "docs" / ".DS_Store").write_bytes(b"\0")
    for file in (clone / "docs").rglob("*.md"):
        file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    assert infopage(clone, "new-site", "--answers", answers) == 0


@pytest.mark.parametrize(
    ("answered", "told"),
    [
        ("don_vị: Tỉnh ủy Sông Xa\n", "1: lỗi [khoa-la]: không có khóa “don_vị”; có phải “don_vi”?"),
        ("don_vi: [a]\n", "1: lỗi [don-vi]: phải là một giá trị"),
        ("\ndia_chi_trang: songxa.gov.vn\n", "2: lỗi [dia-chi-trang]: “songxa.gov.vn” không phải địa chỉ trang web"),
        ("dia_chi_trang: https://songxa.vn\n", "1: lỗi [dia-chi-trang]: “https://songxa.vn” phải kết thúc bằng dấu /"),
        ("co_quan:\n  - ma: a\n    ten: A\n", "2: lỗi [thieu-khoa]: thiếu khóa “ten_ngan”"),
        ("co_quan: Tỉnh ủy\n", "1: lỗi [yaml]: phải là một danh sách"),
        ("- don_vi: A\n", "1: lỗi [yaml]: phải là các khóa"),
        ("don_vi: A: B\n", "1: lỗi [yaml]: dấu hai chấm trong giá trị"),
        ("don_vi: Tỉnh ủy Minh Họa\nnguon_tin: {ten_mien: a.vn, ngay: 01/01/2026}\n", "[con-trinh-dien]"),
    ],
)  # fmt: skip
def test_a_wrong_answer_is_told_with_its_line_and_changes_nothing(
    clone: Path, answers: Path, answered: str, told: str, capsys: Said
) -> None:
    answers.write_text(answered, encoding="utf-8")
    before = tree(clone)
    assert infopage(clone, "new-site", "--answers", answers) == 1
    assert told in capsys.readouterr().out
    assert tree(clone) == before


@pytest.mark.parametrize("fails_at", range(1, 7))
def test_whatever_stops_it_midway_all_stands_as_it_stood(
    clone: Path, answers: Path, fails_at: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = tree(clone)
    moves = 0

    def rename(self: Path, target: Path) -> Path:
        nonlocal moves
        moves += 1
        if moves == fails_at:
            raise OSError(13, "Permission denied", str(self))
        return original(self, target)

    original = Path.rename
    monkeypatch.setattr(replacing.Path, "rename", rename)
    assert infopage(clone, "new-site", "--answers", answers) == 2
    after = {path: content for path, content in tree(clone).items() if not path.startswith("build/")}
    assert after == before


def test_it_asks_on_a_terminal_and_says_what_is_wrong_until_it_is_right() -> None:
    script = {
        "ten_trang": ["Trang của tỉnh Sông Xa"],
        "dia_chi_trang": ["songxa.gov.vn", "https://songxa.gov.vn/"],
        "huy_hieu": ["SÔNGXA", "SX"],
        "goi_y_tim": ["chuyển đổi số, 01-NQ/TU"],
        "ten_mien": ["songxa.gov.vn"],
        "ngay": ["hôm qua", "05/01/2026"],
        "ten": ["Ban Chấp hành Đảng bộ tỉnh Sông Xa", "Ủy ban nhân dân tỉnh Sông Xa", "", "Nhiệm kỳ 2025–2030", ""],
        "ten_ngan": ["Tỉnh ủy", "UBND tỉnh"],
        "cap": ["xã hội", "tinh", "tinh"],
        "khoi": ["dang", "nha-nuoc"],
        "danh_so": ["nhiem-ky", "nam"],
        "ma": ["", "tinh-uy", "", ""],
        "tu": ["26/9/2025"],
        "den": ["30/9/2030"],
    }  # fmt: skip
    said: list[str] = []

    def answer(question: str) -> str:
        said.append(question)
        name = re.findall(r"\(([a-z_]+)\)", question)[-1]
        return script[name].pop(0) if script.get(name) else ""

    found = Terminal(said.append, answer).ask()
    assert {name: left for name, left in script.items() if left} == {}
    assert found.text("dia_chi_trang") == "https://songxa.gov.vn/"
    assert found.text("don_vi") == ""
    ids = {name: [entry["ma"] for entry in plain(node)] for name, node in found.lists.items()}
    assert ids == {"co_quan": ["tinh-uy", "ubnd-tinh"], "nhiem_ky": ["2025-2030"]}
    assert any("phải kết thúc" in line or "không phải địa chỉ" in line for line in said)
    assert any("mã “tinh-uy” đã dùng" in line for line in said)


def test_the_template_of_answers_asks_for_everything_and_is_a_file_of_answers() -> None:
    found, faults = read_answers("mau.yml", template().encode())
    assert faults == []
    assert found is not None
    assert found.values == {}
    assert [name for name in (*questions(), "co_quan", "nhiem_ky", "chu_de") if f"\n# {name}:" not in template()] == []


@pytest.mark.parametrize("template", GENERIC, ids=lambda file: file.stem)
def test_the_generic_pages_are_the_demonstrations_with_places_for_what_differs(template: Path) -> None:
    page = (ROOT / "docs" / template.name).read_text("utf-8")
    assert template.read_text("utf-8") == template_of(page), "python -m tests.demonstration writes it anew"


def test_nothing_that_was_answered_is_markup() -> None:
    words = dict.fromkeys((*questions(), "hom_nay"), '<b>*a*</b> & [x](y) _z_ "q" \\')
    page = standing_pages(words)["lien-he.md"]
    assert "&lt;b\\>\\*a\\*" in page
    assert isinstance(Scalar(page, 1).text, str)
