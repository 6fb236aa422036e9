"""The exact message of each rule of the guard (the checks before publication), and file names that are no fault."""

import pytest

from infopage.content.rules import GUARD_RULES
from infopage.release.guard.files import Guard
from infopage.release.guard.findings import ADVICE, finding
from tests.release.guard.leaks import HEADER, SECRET, TOKEN
from tests.release.guard.made import photo, word

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_COMMENTS = f'<w:comments {_W}><w:comment w:id="0"/></w:comments>'
_TOLD: list[tuple[str, bytes, str]] = [
    (
        "docs/a.md",
        f"{HEADER}a\n\n{SECRET}\n".encode(),
        "docs/a.md:8: lỗi [dau-mat]: có dấu chỉ độ mật; dừng lại, đưa tệp ra khỏi kho và báo người phụ trách bảo vệ bí "
        "mật nhà nước",
    ),
    (
        "docs/a.md",
        f"{HEADER}(Lưu hành nội bộ)\n".encode(),
        "docs/a.md:6: lỗi [dau-noi-bo]: có dấu hạn chế phạm vi sử dụng; hãy đưa tệp ra khỏi kho, chỉ dùng bản được "
        "phép công khai",
    ),
    (
        "docs/a.docx",
        word("Dự thảo lần 2"),
        "docs/a.docx:1: lỗi [dau-du-thao]: nội dung: có dấu của bản chưa ban hành; chỉ đưa vào kho bản đã ban hành",
    ),
    (
        "docs/~$a.docx",
        b"x",
        "docs/~$a.docx:1: lỗi [ten-tep-cam]: tên này là của tệp nháp, tệp tạm, bản sao lưu hoặc tệp ẩn; hãy xóa hoặc "
        "chuyển tệp ra ngoài kho",
    ),
    (
        "docs/a.md",
        f"{HEADER}{TOKEN}\n".encode(),
        "docs/a.md:6: lỗi [khoa-bi-mat]: có khóa, mật khẩu hoặc mã truy cập; hãy bỏ đi và đổi ngay khóa ấy, vì đã ghi "
        "ra tệp là đã lộ",
    ),
    (
        "docs/a.md",
        f"{HEADER}Anh Ba, 0912 345 678\n".encode(),
        "docs/a.md:6: cảnh báo [so-ca-nhan]: giống số điện thoại của cá nhân; hãy bỏ đi nếu người ấy chưa đồng ý cho "
        "đăng",
    ),
    (
        "docs/a.md",
        f"{HEADER}CCCD: 066085001234\n".encode(),
        "docs/a.md:6: lỗi [so-giay-to]: giống số căn cước, số chứng minh nhân dân hoặc số thẻ đảng viên; hãy bỏ số ấy "
        "đi, không được đăng",
    ),
    (
        "docs/a.md",
        f"{HEADER}1. Nguyễn Văn A, sinh năm 1985\n2. Trần Thị B, sinh năm 1990\n".encode(),
        "docs/a.md:6: lỗi [danh-sach-ca-nhan]: danh sách người kèm ngày sinh, ngày vào Đảng, số giấy tờ, nơi ở hoặc "
        "điện thoại; hãy đưa danh sách ra khỏi kho, chỉ để họ tên và chức vụ khi cần",
    ),
    (
        "docs/a.md",
        HEADER.replace("cong-khai", "han-che").encode(),
        "docs/a.md:4: lỗi [pham-vi]: bài không ghi “pham_vi: cong-khai”; nội dung không công khai thì phải đưa ra khỏi "
        "kho",
    ),
    (
        "docs/a.md",
        f"{HEADER}<!-- hỏi lại -->\n".encode(),
        "docs/a.md:6: lỗi [chu-thich-an]: có chú thích ẩn, người đọc không thấy nhưng ai cũng mở ra được; hãy xóa chú "
        "thích",
    ),
    (
        "docs/a.docx",
        word("a", word__comments=_COMMENTS),
        "docs/a.docx:1: lỗi [an-trong-tep]: có lời nhận xét; hãy bỏ đi rồi lưu lại tệp",
    ),
    (
        "docs/a.jpg",
        photo(gps=True),
        "docs/a.jpg:1: lỗi [sieu-du-lieu]: tệp mang theo nơi chụp (GPS); hãy chạy: scripts/infopage clean TỆP",
    ),
    (
        "docs/a.rar",
        b"Rar!\x1a\7\0" + b"\0" * 90,
        "docs/a.rar:1: lỗi [khong-kiem-duoc]: loại tệp này máy không đọc được; hãy bỏ đi, hoặc dùng PDF, .docx, .xlsx, "
        ".odt, JPEG, PNG",
    ),
    (
        "assets/a.js.map",
        b"{}",
        "assets/a.js.map:1: lỗi [ban-do-nguon]: bản đồ mã nguồn không được đăng; hãy bỏ tệp này khỏi phần giao diện",
    ),
]


@pytest.mark.parametrize(("path", "content", "told"), _TOLD, ids=lambda one: str(one)[:40])
def test_a_breach_is_told_to_the_letter(guard: Guard, path: str, content: bytes, told: str) -> None:
    assert [str(one) for one in guard.check(path, content)] == [told]


def test_every_rule_has_its_words() -> None:
    assert ADVICE.keys() == GUARD_RULES.keys()
    # These rules are tested in test_public_lists.py, test_identity.py, ../test_redaction.py, ../test_words.py and
    # ../../adoption/test_new_site.py.
    elsewhere = {"cong-khai-theo-luat", "danh-tinh-trinh-dien", "thieu-loi-minh-hoa", "ten-da-giau", "con-trinh-dien"}
    elsewhere.add("sua-khong-ghi")
    assert {rule for rule in GUARD_RULES if any(f"[{rule}]" in told for _, _, told in _TOLD)} | elsewhere == {
        *GUARD_RULES
    }
    assert all(str(finding("a", 0, rule, "b")).startswith("a:1: ") for rule in GUARD_RULES)


@pytest.mark.parametrize(
    "name",
    [
        *("ra-mat-cau-lac-bo.jpg", "mat-tran-to-quoc.png", "thu-nhap-binh-quan.csv", "sap-nhap-xa.md", "mat-ong.jpg"),
        *("lay-y-kien-du-thao-van-kien.md", "gop-y-du-thao.md", "luat-bao-ve-bi-mat-nha-nuoc.pdf.txt", "le-ra-mat.jpg"),
        *("Mật ong rừng.jpg", "noi-bo-doan-ket.md", "05-nq-tu.txt", "tai-lieu-hoi-nghi-truc-tuyen.md", "hoi-nhap.md"),
        *("than-mat.txt", "mat-dien-toi.md", "bo-mat-nong-thon.md", "CMS-format.txt", "bao-mat.md", "phat-trien.md"),
    ],
)
def test_a_name_with_such_syllables_is_no_fault(guard: Guard, name: str) -> None:
    content = photo() if name.endswith(".jpg") else photo("PNG") if name.endswith(".png") else HEADER.encode()
    assert [str(one) for one in guard.check(f"docs/tin-tuc/2026/{name}", content)] == []
