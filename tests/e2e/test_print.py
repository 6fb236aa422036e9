"""Documents printed by a real browser: the official layout, and searchable text."""

import io
from itertools import pairwise

import pypdfium2
import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

from tests.e2e.conftest import Opener

RESOLUTION = "van-ban/tinh-uy/2025-2030/16-nq-tu/"
REGULATION = "van-ban/ban-thuong-vu-tinh-uy/2025-2030/04-qd-tu/"
PLAN = "van-ban/ubnd-tinh/2026/145-kh-ubnd/"
COUNCIL = "van-ban/hdnd-tinh/2026/31-nq-hdnd/"
CONGRESS = "van-ban/dai-hoi-dang-bo-tinh/2025-2030/nghi-quyet-dai-hoi-dai-bieu-dang-bo-tinh-minh-hoa-2025-09-28/"
JOINT = "van-ban/ban-tuyen-giao-va-dan-van-tinh-uy/2025-2030/05-khlt-btgdvtu-ubnd/"
A4 = (595, 842)
_FAR, _LEAST_INK = 12, 60
"""The fewest empty rows between two lines of text, and the least ink of a line, in pixels at 144 to the inch."""


def printed(visit: Opener, address: str) -> list[str]:
    """Print a page and return the text of each sheet, with white space collapsed."""
    reader = PdfReader(io.BytesIO(visit(address).pdf(prefer_css_page_size=True)))
    assert {(round(sheet.mediabox.width), round(sheet.mediabox.height)) for sheet in reader.pages} == {A4}
    return [" ".join(sheet.extract_text().split()) for sheet in reader.pages]


def in_order(text: str, *parts: str) -> bool:
    """Tell whether the parts occur in a text in this order; white space is ignored, as a PDF does not store it."""
    text, at = text.replace(" ", ""), 0
    for part in parts:
        at = text.find(part.replace(" ", ""), at) + len(part.replace(" ", ""))
        if at < len(part.replace(" ", "")):
            return False
    return True


def test_a_party_paper_has_its_head_its_text_and_its_end(visit: Opener) -> None:
    sheets = printed(visit, RESOLUTION)
    assert in_order(sheets[0], "TỈNH ỦY MINH HỌA", "*", "ĐẢNG CỘNG SẢN VIỆT NAM", "Số 16-NQ/TU")
    assert in_order(sheets[0], "Minh Họa, ngày 12 tháng 10 năm 2026", "NGHỊ QUYẾT", "về chuyển đổi số", "-----")
    whole = " ".join(sheets)
    labels = ("I- TÌNH HÌNH", "1. Kết quả", "2. Hạn chế", "a) Tỷ lệ", "đ) Không để ai", "IV- TỔ CHỨC THỰC HIỆN")
    assert in_order(whole, *labels)
    assert in_order(whole, "phổ biến đến chi bộ.", "Nơi nhận:", "T/M TỈNH ỦY", "BÍ THƯ", "Nguyễn Văn Minh Họa")
    assert in_order(sheets[-1], "PHỤ LỤC", "MỘT SỐ CHỈ TIÊU", "Địa chỉ của trang", RESOLUTION)


def test_a_long_table_begins_below_the_text_before_it(visit: Opener) -> None:
    page = visit(RESOLUTION)
    page.evaluate("""() => {
      const rows = document.querySelector(".bang tbody");
      const first = rows.rows[0].outerHTML;
      rows.innerHTML += first.repeat(8);
      const line = "<p>Một dòng chữ đứng trước bảng.</p>";
      document.querySelector(".bang").insertAdjacentHTML("beforebegin", line.repeat(14));
    }""")
    first = " ".join(page.locator(".bang tbody tr").first.inner_text().split())
    names = " ".join(page.locator(".bang thead tr").first.inner_text().split())
    sheets = [sheet.extract_text() for sheet in PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages]
    begins = next(number for number, sheet in enumerate(sheets) if "MỘT SỐ CHỈ TIÊU" in sheet)
    assert in_order(" ".join(sheets[begins].split()), "MỘT SỐ CHỈ TIÊU", "Một dòng chữ", names, first)
    assert in_order(" ".join(sheets[begins + 1].split()), names, first)


def test_a_state_paper_has_its_own_head(visit: Opener) -> None:
    sheets = printed(visit, PLAN)
    assert in_order(sheets[0], "ỦY BAN NHÂN DÂN", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
    assert in_order(sheets[0], "Số: 145/KH-UBND", "KẾ HOẠCH", "Thực hiện Chương trình số 08-CTr/TU")
    assert in_order(" ".join(sheets), "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Ngô Văn Minh Họa")


def test_a_paper_without_a_number_begins_with_its_date(visit: Opener) -> None:
    first = printed(visit, CONGRESS)[0]
    assert in_order(first, "ĐẠI HỘI ĐẠI BIỂU", "ngày 28 tháng 9 năm 2025", "NGHỊ QUYẾT", "nhiệm kỳ 2025 - 2030")
    assert "Số" not in first.partition("NGHỊ QUYẾT")[0]


def test_a_joint_paper_has_all_bodies_and_signers(visit: Opener) -> None:
    whole = " ".join(printed(visit, JOINT))
    assert in_order(whole, "BAN TUYÊN GIÁO", "VÀ DÂN VẬN -", "ỦY BAN NHÂN DÂN", "KẾ HOẠCH")
    for signer in ("Phạm Văn Minh Họa", "Hoàng Thị Minh Họa"):
        assert in_order(whole, "TRƯỞNG BAN", signer, "Nơi nhận:", "Lưu hai văn phòng."), signer


def specks(sheet: pypdfium2.PdfPage) -> list[int]:
    """Return the heights at which a sheet has only a little ink, far from any line: cut-off parts of letters."""
    ink = (sheet.render(scale=2).to_numpy().min(axis=2) < 128).sum(axis=1)
    rows = [y for y, found in enumerate(ink) if found]
    begins = [y for above, y in pairwise((-_FAR, *rows)) if y - above >= _FAR]
    ends = [y for y, below in pairwise((*rows, len(ink) + _FAR)) if below - y >= _FAR]
    return [y for y, end in zip(begins, ends, strict=True) if ink[y : end + 1].sum() < _LEAST_INK]


def test_nothing_of_a_heading_is_left_on_the_sheet_before_it(visit: Opener) -> None:
    """The mark of a letter such as Ổ reaches above its line: without room there, it was drawn on the sheet before."""
    page = visit(CONGRESS)
    for room in (0, 40, 80):  # padding above the text moves the page breaks
        page.evaluate(f"""() => {{
          const sheet = new CSSStyleSheet();
          sheet.replaceSync('@media print {{ .official-head {{ padding-top: {room}px }} }}');
          document.adoptedStyleSheets = [sheet];
        }}""")
        for sheet in pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True)):
            assert specks(sheet) == [], room


@pytest.mark.parametrize("address", [RESOLUTION, REGULATION, PLAN, COUNCIL])
def test_every_sheet_says_that_the_paper_is_a_demonstration_and_has_its_number(visit: Opener, address: str) -> None:
    sheets = printed(visit, address)
    assert len(sheets) > 1
    for number, sheet in enumerate(sheets, 1):
        assert in_order(sheet, "Văn bản minh họa, không phải của cơ quan nào có thật"), number
        assert number == 1 or str(number) in sheet.split()[:1] + sheet.split()[-1:], sheet
    assert in_order(sheets[0], "Văn bản minh họa, dùng để giới thiệu trang")


@pytest.mark.parametrize("address", [RESOLUTION, COUNCIL])
def test_paper_has_the_official_sheet_and_the_screen_the_facts(visit: Opener, address: str) -> None:
    page = visit(address)
    expect(page.locator(".official").first).to_be_hidden()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    page.emulate_media(media="print")
    for part in ("head", "number", "date", "kind", "abstract", "recipients", "signer", "source"):
        expect(page.locator(f".official-{part}")).to_be_visible()
    expect(page.locator("svg.qr")).to_be_visible()
    for hidden in (".bar", ".crumbs", ".article-head", ".facts", ".actions", ".beside", ".site-footer"):
        expect(page.locator(hidden).first).to_be_hidden()


def test_the_signature_is_never_cut(visit: Opener) -> None:
    for address in (RESOLUTION, REGULATION, PLAN, COUNCIL):
        (sheet,) = [sheet for sheet in printed(visit, address) if in_order(sheet, "Nơi nhận:")]
        assert in_order(sheet, "Lưu", "Minh Họa")


def test_a_signature_after_headings_is_not_cut_either(visit: Opener) -> None:
    page = visit(JOINT)
    page.evaluate("""() => {
      const text = '<p>Một.</p>'.repeat(8) + '<h2>Hai</h2>'.repeat(3) + '<p>Ba.</p>';
      document.querySelector('.prose').innerHTML = text;
    }""")
    for room in (40, 100, 400):
        page.evaluate(f"""() => {{
          const sheet = new CSSStyleSheet();
          sheet.replaceSync('@media print {{ .official-head {{ padding-top: {room}px }} }}');
          document.adoptedStyleSheets = [sheet];
        }}""")
        sheets = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages
        assert any(in_order(sheet.extract_text(), "TRƯỞNG BAN", "Phạm Văn Minh Họa") for sheet in sheets), room


def test_news_are_printed_with_their_address(visit: Opener) -> None:
    page = visit("tin-tuc/2026/ban-hanh-nghi-quyet-16/")
    page.emulate_media(media="print")
    expect(page.get_by_text("Địa chỉ của trang")).to_be_visible()
    assert page.locator(".official").count() == 0


def test_a_heading_is_never_the_last_of_its_sheet(visit: Opener) -> None:
    page = visit("lich/hoi-nghi-quan-triet-nghi-quyet-16/")
    headings = [text.replace(" ", "").replace("\n", "") for text in page.get_by_role("heading").all_inner_texts()]
    for room in range(60, 300, 24):  # padding above the text moves the page breaks
        page.evaluate(f"""() => {{
          const sheet = new CSSStyleSheet();
          sheet.replaceSync('@media print {{ .article {{ padding-top: {room}px }} }}');
          document.adoptedStyleSheets = [sheet];
        }}""")
        for sheet in PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages:
            lines = sheet.extract_text().split()
            text = "".join(lines)
            assert not any(text.endswith(heading) for heading in headings), room
