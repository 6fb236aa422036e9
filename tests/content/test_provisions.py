"""How the lines of official texts are classified, one folder per text, and each spelling of labels."""

from pathlib import Path

import pytest

from infopage.content.provisions.labels import label_of
from infopage.content.provisions.lines import provisions

TEXTS = sorted((Path(__file__).parents[1] / "provisions" / "lines").iterdir())


@pytest.mark.parametrize("folder", TEXTS, ids=lambda folder: folder.name)
def test_a_text_is_taken_apart_as_printed(folder: Path) -> None:
    lines = (folder / "input.txt").read_text(encoding="utf-8").splitlines()
    found = [
        f"{p.anchor or '.'} | {p.heading or '.'} | {p.label.text if p.label else '.'} | {p.text}"
        for p in provisions(enumerate(lines, 1))
    ]
    assert found == (folder / "expected.txt").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize(
    ("line", "label", "key"),
    [
        ("I- MỤC TIÊU", "I-", "I"),
        ("I. MỤC TIÊU", "I.", "I"),
        ("II – TỔ CHỨC THỰC HIỆN", "II –", "II"),
        ("XIV- NHIỆM VỤ", "XIV-", "XIV"),
        ("1. Mục tiêu chung", "1.", "1"),
        ("12. Mục tiêu", "12.", "12"),
        ("1.1. Mục tiêu", "1.1.", "1.1"),
        ("1.1 Mục tiêu", "1.1", "1.1"),
        ("2.3.4. Mục tiêu", "2.3.4.", "2.3.4"),
        ("1) Mục tiêu", "1)", "1"),
        ("a) Phát triển", "a)", "a"),
        ("d) Phát triển", "d)", "d"),
        ("đ) Phát triển", "đ)", "dd"),
        ("a. Phát triển", "a.", "a"),
        ("- Phát triển", "-", ""),
        ("– Phát triển", "–", ""),
        ("+ Phát triển", "+", ""),
        ("Điều 5. Hiệu lực", "Điều 5.", "dieu-5"),
        ("ĐIỀU 5. HIỆU LỰC", "ĐIỀU 5.", "dieu-5"),
        ("Điều 5: Hiệu lực", "Điều 5:", "dieu-5"),
        ("Điều 5a. Hiệu lực", "Điều 5a.", "dieu-5a"),
        ("Điều 5đ. Hiệu lực", "Điều 5đ.", "dieu-5dd"),
        ("Chương I", "Chương I", "chuong-i"),
        ("CHƯƠNG II", "CHƯƠNG II", "chuong-ii"),
        ("Chương III. THI HÀNH", "Chương III.", "chuong-iii"),
        ("Mục 1", "Mục 1", "muc-1"),
        ("Tiểu mục 2", "Tiểu mục 2", "tieu-muc-2"),
        ("Phần thứ nhất", "Phần thứ nhất", "phan-1"),
        ("PHẦN THỨ HAI", "PHẦN THỨ HAI", "phan-2"),
        ("Phần A", "Phần A", "phan-a"),
        ("PHỤ LỤC", "PHỤ LỤC", "phu-luc"),
        ("Phụ lục I", "Phụ lục I", "phu-luc-i"),
        ("PHỤ LỤC 02", "PHỤ LỤC 02", "phu-luc-02"),
    ],
)
def test_a_label_is_kept_as_typed_and_has_an_ascii_key(line: str, label: str, key: str) -> None:
    found = label_of(line)
    assert found is not None
    assert (found.text, found.key) == (label, key)


@pytest.mark.parametrize(
    "line",
    [
        *("1.000 tỷ đồng", "2,5 % mỗi năm", "2026 là năm đầu", "2026. Năm bản lề", "12/10/2026, hội nghị", "5% số hộ"),
        *("Ivan là tên riêng", "Vì vậy", "Điều này đúng", "Điều lệ Đảng", "Chương trình hành động", "Mục tiêu chung"),
        *(
            "Phần lớn đảng viên",
            "Phụ lục kèm theo Nghị quyết này có bảng",
            "-5 độ C",
            "a, b và c",
            "(a)b",
            "A1 là đường",
            "",
        ),
        *("Đ", "đ", "Theo Điều 5.", "khoản 1", "điểm a)", "٥. Năm"),
    ],
)
def test_what_only_looks_like_a_label_is_text(line: str) -> None:
    assert label_of(line) is None


def test_a_closed_passage_ends_with_its_mark_though_no_label_follows() -> None:
    lines = ["Điều 1. Sửa đổi khoản 2 Điều 5 như sau:", "“2. Nộp đơn tại xã.”", "Các xã thi hành.", "Điều 2. Hiệu lực"]
    assert [p.quoted for p in provisions(enumerate(lines, 1))] == [False, True, False, False]
