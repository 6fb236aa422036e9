"""The print layout of an official document: the rule that it follows, the lines around its text, the QR code."""

import re
from datetime import date
from xml.etree import ElementTree

import pytest
from zxingcpp import BarcodeFormat, create_barcode, read_barcodes

from infopage.content.catalogue import Catalogue
from infopage.content.model_parts import Signer
from infopage.content.registry_entries import Issuer, Layout
from infopage.language.dates import IssueDate, spell_date
from infopage.outputs.pages import official_print
from infopage.outputs.pages.qr import MARGIN, qr_svg
from infopage.outputs.site.site import Site
from infopage.outputs.views.items import ItemView, OfficialPrint, Signature

ADDRESS = "https://minhhoa.example/van-ban/tinh-uy/2025-2030/16-nq-tu/"


def layout(id: str, branch: str, since: date, until: date | None = None) -> Layout:
    return Layout(
        id=id,
        name=id,
        branch=branch,
        since=since,
        until=until,
        masthead=("ĐẢNG CỘNG SẢN VIỆT NAM",),
        number_word="Số",
        style=branch,
        page_numbers="tren-giua",
        recipient_mark="phay",
    )


def issuer(branch: str) -> Issuer:
    return Issuer(id="a", name="Cơ quan A", short_name="A", level="tinh", branch=branch, run="nam")


LAYOUTS = (
    layout("dang-2017", "dang", date(2017, 2, 6), date(2026, 1, 8)),
    layout("dang-2026", "dang", date(2026, 1, 9)),
    layout("nha-nuoc-2011", "nha-nuoc", date(2011, 1, 19), date(2020, 3, 4)),
    layout("nha-nuoc-2020", "nha-nuoc", date(2020, 3, 5)),
)


@pytest.mark.parametrize(
    ("day", "branch", "expected"),
    [
        ("05/02/2017", "dang", None),
        ("06/02/2017", "dang", "dang-2017"),
        ("08/01/2026", "dang", "dang-2017"),
        ("09/01/2026", "dang", "dang-2026"),
        ("12/10/2026", "dang", "dang-2026"),
        ("04/3/2020", "nha-nuoc", "nha-nuoc-2011"),
        ("05/3/2020", "nha-nuoc", "nha-nuoc-2020"),
        ("1997", "nha-nuoc", None),
        ("12/10/2026", "doan-the", None),
    ],
)
def test_the_day_and_the_branch_choose_the_layout(day: str, branch: str, expected: str | None) -> None:
    found = official_print.layout_on(IssueDate.parse(day), issuer(branch), LAYOUTS)
    assert (found.id if found else None) == expected


def test_of_two_layouts_in_force_the_later_one_is_taken() -> None:
    both = (LAYOUTS[1], layout("dang-2030", "dang", date(2030, 1, 1)))
    found = official_print.layout_on(IssueDate.parse("02/01/2030"), issuer("dang"), both)
    assert found is both[1]


@pytest.mark.parametrize(
    ("day", "text"),
    [
        (date(2026, 2, 5), "ngày 05 tháng 02 năm 2026"),
        (date(2026, 10, 12), "ngày 12 tháng 10 năm 2026"),
        (date(2026, 3, 9), "ngày 09 tháng 3 năm 2026"),
    ],
)
def test_a_date_is_spelled_with_the_official_noughts(day: date, text: str) -> None:
    assert spell_date(day) == text


@pytest.mark.parametrize(
    ("signer", "lines"),
    [
        (Signer(name="A", title="Bí thư", on_behalf="T/M TỈNH ỦY"), ["T/M TỈNH ỦY", "BÍ THƯ"]),
        (
            Signer(name="A", title="Phó Chủ tịch", on_behalf="TM. ỦY BAN NHÂN DÂN, KT. CHỦ TỊCH"),
            ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"],
        ),
        (Signer(name="A", on_behalf="TM. BAN A, B VÀ C"), ["TM. BAN A, B VÀ C"]),
        (Signer(name="A", title="Trưởng Ban"), ["TRƯỞNG BAN"]),
    ],
)
def test_each_power_of_the_signer_has_a_line(signer: Signer, lines: list[str]) -> None:
    assert list(official_print._powers(signer)) == lines


def test_recipients_end_with_their_mark_and_the_last_with_a_full_stop() -> None:
    typed = ("Như Điều 4;", "Các sở, ngành", "Lưu: VT.")
    assert list(official_print._recipients(typed, ";")) == ["Như Điều 4;", "Các sở, ngành;", "Lưu: VT."]


def sheet(site: Site, address: str) -> OfficialPrint:
    view = site.pages[address].view
    assert isinstance(view, ItemView)
    assert view.official
    return view.official


def test_the_head_of_a_party_paper(golden_values: tuple[Catalogue, Site]) -> None:
    paper = sheet(golden_values[1], "van-ban/tinh-uy/2025-2030/05-nq-tu/")
    assert (paper.style, paper.page_numbers) == ("dang", "tren-giua")
    assert paper.masthead == ("ĐẢNG CỘNG SẢN VIỆT NAM",)
    assert (paper.above, paper.issuer) == ((), ("TỈNH ỦY MINH HỌA",))
    assert paper.number == "Số 05-NQ/TU"
    assert paper.place_and_date == "Minh Họa, ngày 12 tháng 10 năm 2026"
    assert (paper.kind, paper.abstract) == ("NGHỊ QUYẾT", "về chuyển đổi số tỉnh Minh Họa đến năm 2030")
    assert (paper.recipients, paper.signers) == ((), ())
    assert paper.qr == qr_svg("https://minhhoa.example/van-ban/tinh-uy/2025-2030/05-nq-tu/")


def test_the_head_and_the_end_of_a_state_paper(golden_values: tuple[Catalogue, Site]) -> None:
    paper = sheet(golden_values[1], "van-ban/ubnd-tinh/2026/45-kh-ubnd/")
    assert paper.style == "nha-nuoc"
    assert paper.masthead == ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
    assert paper.issuer == ("ỦY BAN NHÂN DÂN", "TỈNH MINH HỌA")
    assert paper.number == "Số: 45/KH-UBND"
    assert paper.abstract == "Thực hiện Nghị quyết số 05-NQ/TU"
    assert paper.signers == (Signature(("CHỦ TỊCH",), "Nguyễn Văn A"),)


def test_a_joint_paper_names_all_bodies_and_signers(golden_values: tuple[Catalogue, Site]) -> None:
    paper = sheet(golden_values[1], "van-ban/tinh-uy/2025-2030/02-nqlt-tu-ubnd/")
    assert (paper.above, paper.issuer) == ((), ("TỈNH ỦY MINH HỌA -", "ỦY BAN NHÂN DÂN", "TỈNH MINH HỌA"))
    assert [signature.name for signature in paper.signers] == ["Nguyễn Văn A", "Trần Văn B"]
    assert paper.signers[1].powers == ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")


def test_a_paper_without_a_number_has_no_line_for_it(golden_values: tuple[Catalogue, Site]) -> None:
    paper = sheet(golden_values[1], "van-ban/tinh-uy/2025-2030/nghi-quyet-dai-hoi-dai-bieu-lan-thu-i-2026-10-01/")
    assert paper.number == ""
    assert (paper.kind, paper.abstract) == ("NGHỊ QUYẾT", "Đại hội đại biểu Đảng bộ tỉnh Minh Họa lần thứ I")


def test_a_letter_says_what_it_is_about_below_the_number_and_has_no_title(
    golden_values: tuple[Catalogue, Site],
) -> None:
    paper = sheet(golden_values[1], "van-ban/ubnd-tinh/2026/77-cv-ubnd/")
    assert (paper.kind, paper.abstract) == ("", "")
    assert paper.number == "Số: 77/CV-UBND"
    assert paper.about == "V/v báo cáo kết quả tuyên truyền"


def test_the_line_below_the_kind_is_printed_in_capitals(golden_values: tuple[Catalogue, Site]) -> None:
    paper = sheet(golden_values[1], "van-ban/tinh-uy/2025-2030/09-qd-tu/")
    assert (paper.kind, paper.under_kind) == ("QUYẾT ĐỊNH", "CỦA BAN THƯỜNG VỤ TỈNH ỦY")
    assert paper.about == ""


def test_a_paper_older_than_every_known_rule_is_printed_plainly(golden_values: tuple[Catalogue, Site]) -> None:
    paper = sheet(golden_values[1], "van-ban/huyen-uy-dong/2020-2025/03-nq-hu/")
    assert (paper.style, paper.masthead) == ("tron", ())
    assert (paper.above, paper.issuer) == (("ĐẢNG BỘ TỈNH MINH HỌA",), ("BAN CHẤP HÀNH ĐẢNG BỘ HUYỆN ĐÔNG",))
    assert (paper.number, paper.place_and_date) == ("Số 03-NQ/HU", "Ngày 11 tháng 02 năm 2022")


def test_the_code_reads_as_the_pages_address_and_carries_no_style() -> None:
    svg = ElementTree.fromstring(qr_svg(ADDRESS))
    (path,) = svg
    assert {"class"} | set(svg.attrib) == {"class", "viewBox"}
    assert "style" not in path.attrib
    width = int(svg.attrib["viewBox"].split()[-1])
    drawn = _modules(path.attrib["d"])
    pixels = bytes(0 if (x // 4, y // 4) in drawn else 255 for y in range(width * 4) for x in range(width * 4))
    (read,) = read_barcodes(memoryview(pixels).cast("B", (width * 4, width * 4)))
    assert (read.text, read.format, read.ec_level) == (ADDRESS, BarcodeFormat.QRCode, "M")


def test_every_module_of_the_code_is_drawn_within_its_margin() -> None:
    drawn = _modules(ElementTree.fromstring(qr_svg(ADDRESS))[0].attrib["d"])
    assert drawn in [_dark(mask) for mask in range(8)]


def _dark(mask: int) -> set[tuple[int, int]]:
    code = create_barcode(ADDRESS, BarcodeFormat.QRCode, ec_level="M", data_mask=mask)
    rows = memoryview(code.to_image(scale=1, add_quiet_zones=False)).tolist()
    return {(x + MARGIN, y + MARGIN) for y, row in enumerate(rows) for x, light in enumerate(row) if not light}


def _modules(path: str) -> set[tuple[int, int]]:
    """Return the dark modules (squares) of a QR code, given the SVG path that draws them.

    The path has horizontal strokes, each at half the height of its row.
    """
    strokes = re.findall(r"M(\d+) (\d+)\.5h(\d+)", path)
    assert "".join(f"M{x} {y}.5h{length}" for x, y, length in strokes) == path
    return {(int(x) + step, int(y)) for x, y, length in strokes for step in range(int(length))}
