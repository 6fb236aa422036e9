"""The letterhead and signature pasted into a document's text: found in all usual forms, and removed by --fix."""

import re
import unicodedata
from pathlib import Path

import pytest

from infopage.cli import main
from infopage.commands.fix import fix
from infopage.content.letterhead import TEXT_BEGINS
from infopage.content.library import load
from tests.cases import lay

DOCUMENT = "docs/van-ban/tinh-uy/2025-2030/05-nq-tu.md"
TEXT = "I- MỤC TIÊU\n\n1. Mục tiêu chung\n\nLàm cho dân hiểu, dân tin."
HEADS = {
    "lines": "ĐẢNG BỘ TỈNH MINH HỌA\nTỈNH ỦY\n*\nSố 05-NQ/TU\n\nĐẢNG CỘNG SẢN VIỆT NAM\nMinh Họa, ngày 12/10/2026",
    "bold": "**TỈNH ỦY MINH HỌA**\n\n**Số 05-NQ/TU**\n\n*Minh Họa, ngày 12/10/2026*\n\n# NGHỊ QUYẾT",
    "table": "| TỈNH ỦY MINH HỌA<br>* | ĐẢNG CỘNG SẢN VIỆT NAM |\n|---|---|\n| Số 05-NQ/TU | ngày 12/10/2026 |",
    "title": "ĐẢNG CỘNG SẢN VIỆT NAM\nSố: 05-NQ/TU\n\nNGHỊ QUYẾT\nvề chuyển đổi số\ntỉnh Minh Họa đến năm 2030\n-----",
    "title line": "Nghị quyết số 05-NQ/TU về chuyển đổi số tỉnh Minh Họa đến năm 2030\nTỈNH ỦY\nĐẢNG CỘNG SẢN VIỆT NAM",
    "only title": "**NGHỊ QUYẾT**\n\n**về chuyển đổi số tỉnh Minh Họa đến năm 2030**\n\n***",
    "title in one line": "NGHỊ QUYẾT VỀ CHUYỂN ĐỔI SỐ\nTỈNH MINH HỌA ĐẾN NĂM 2030\n\n-----\n",
    "ruled": "  -----\n  **TỈNH ỦY MINH HỌA**    **ĐẢNG CỘNG SẢN VIỆT NAM**\n  --- ---\n  *ngày 12/10/2026*\n  ---",
    "state": "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n-------\nMinh Họa, ngày 12/10/2026",
}
ENDS = {
    "both": "Nơi nhận:\n- Các huyện ủy;\n- Lưu.\n\nT/M BAN THƯỜNG VỤ\nBÍ THƯ\n(đã ký)\n\nNguyễn Văn A",
    "signature first": "T/M TỈNH ỦY\nPHÓ BÍ THƯ\n\nNguyễn Văn A\n\nNơi nhận:\n- Các huyện ủy,\n- Lưu Văn phòng.",
    "table": "| Nơi nhận:<br>- Các huyện ủy;<br>- Lưu. | T/M TỈNH ỦY<br>BÍ THƯ<br><br>Nguyễn Văn A |\n|---|---|",
    "side by side": "Nơi nhận:\n- Các huyện ủy,\n- Lưu Văn phòng. | T/M TỈNH ỦY\nBÍ THƯ\n\nNguyễn Văn A",
    "two signers": "TM. ỦY BAN\nCHỦ TỊCH\nTrần Thị B\n\nKT. TRƯỞNG BAN\nPHÓ TRƯỞNG BAN\nNguyễn Văn A",
    "tabs": "Nơi nhận:\tT/M BAN THƯỜNG VỤ\n- Các huyện ủy,\tBÍ THƯ\n- UBND tỉnh,\n- Lưu Văn phòng.\n\tNguyễn Văn A",
    "page": "Nơi nhận: T/M TỈNH ỦY\n- Các huyện ủy, TỔNG BÍ THƯ\n- Lưu Văn phòng Tỉnh ủy. Nguyễn Văn A",
    "rows": "| *Nơi nhận:* | **T/M TỈNH ỦY** |\n| --- | --- |\n| - Các xã; | **BÍ THƯ** |\n| | **Nguyễn Văn A** |",
    "empty rows": "| | |\n|---|---|\n| Nơi nhận:<br>- Lưu. | T/M TỈNH ỦY<br>BÍ THƯ<br>Nguyễn Văn A |",
    "columns": "TM. ỦY BAN    TM. BAN THƯỜNG VỤ\nCHỦ TỊCH    BÍ THƯ\n(Đã ký)    (Đã ký)\nTrần Thị B    Nguyễn Văn A",
    "capitals": "T/M BAN THƯỜNG VỤ\nPHÓ BÍ THƯ THƯỜNG TRỰC\n(Đã ký)\nNGUYỄN VĂN A",
    "ruled": "  ---\n  ***Nơi nhận:***    **T/M TỈNH ỦY**\n  --- ---\n  - Lưu.    BÍ THƯ\n\n    Nguyễn Văn A\n  ---",
    "bold": "**Nơi nhận:**\n- Như trên;\n- Lưu.\n\n**TM. TỈNH ỦY**\n**BÍ THƯ**\n\n**Nguyễn Văn A**",
}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    lay("crlf-duoc-nhan", tmp_path / "project")
    return tmp_path / "project"


def write(project: Path, body: str, end: str = "\n") -> Path:
    file = project / DOCUMENT
    header = file.read_bytes().decode().replace("\r\n", "\n").partition("\n---\n")[0]
    file.write_bytes(f"{header}\n---\n{body}\n".replace("\n", end).encode())
    return file


def told(project: Path) -> str:
    return "\n".join(str(fault) for fault in load(project)[1])


def fixed(project: Path) -> str:
    library = load(project)[0]
    assert library
    return "\n".join(fix(library, project, []))


@pytest.mark.parametrize(
    "body", [*(f"{head}\n\n{TEXT}" for head in HEADS.values()), *(f"{TEXT}\n\n{end}" for end in ENDS.values())]
)
def test_a_pasted_part_is_found_and_taken_out_and_nothing_else(project: Path, body: str) -> None:
    end = "\r\n" if "*" in body else "\n"
    file = write(project, body, end)
    assert told(project).count("[the-thuc-trong-bai]") == 1
    assert "đã bỏ" in fixed(project)
    text = file.read_bytes().decode()
    assert text.replace(end, "\n").partition("\n---\n")[2].strip() == TEXT
    assert text.count("\n") == text.count(end)
    assert (told(project), fixed(project)) == ("", "")


def test_what_the_keys_lack_is_written_to_them(project: Path) -> None:
    file = write(project, f"{TEXT}\n\n{ENDS['both']}")
    assert "ghi vào noi_nhan và nguoi_ky" in told(project)
    assert "ghi thêm khóa noi_nhan và nguoi_ky" in fixed(project)
    assert (
        'noi_nhan:\n  - "Các huyện ủy"\n  - "Lưu"\nnguoi_ky:\n  - ten: "Nguyễn Văn A"\n    chuc_vu: "Bí thư"\n'
        '    thay_mat: "T/M BAN THƯỜNG VỤ"\n---\n'
    ) in file.read_text(encoding="utf-8")


@pytest.mark.parametrize("end", ["tabs", "page", "rows", "capitals"])
def test_columns_that_were_printed_side_by_side_are_told_apart(project: Path, end: str) -> None:
    file = write(project, f"{TEXT}\n\n{ENDS[end]}")
    fixed(project)
    keys = file.read_text(encoding="utf-8")
    assert 'ten: "Nguyễn Văn A"\n    chuc_vu: "' in keys
    assert '"BÍ THƯ"' not in keys


@pytest.mark.parametrize(
    "annex",
    [
        "PHỤ LỤC 1\nDANH SÁCH",
        "**Phụ lục 1**\n\n**DANH SÁCH**",
        "QUY CHẾ\n(Ban hành kèm theo Nghị quyết số 05-NQ/TU)\n\nĐiều 1. Họp.",
    ],
)
def test_an_end_above_an_annex_is_taken_out(project: Path, annex: str) -> None:
    file = write(project, f"{TEXT}\n\nHợp nhất hai chi bộ.\n\n{ENDS['both']}\n\n---\n\n{annex}")
    assert "đã bỏ" in fixed(project)
    body = file.read_text(encoding="utf-8").partition("\n---\n")[2]
    assert body.split() == f"{TEXT}\n\nHợp nhất hai chi bộ.\n\n{annex}".split()


@pytest.mark.parametrize(
    "head", ["TỈNH ỦY MINH HỌA    ĐẢNG CỘNG SẢN VIỆT NAM\n*\n", "**ĐẢNG CỘNG SẢN VIỆT NAM**\n\nTỈNH ỦY"]
)
def test_the_letterhead_of_an_attached_text_is_taken_out(project: Path, head: str) -> None:
    annex = "QUY CHẾ\n(Kèm theo Nghị quyết số 05-NQ/TU)\n\nĐiều 1. Họp."
    file = write(project, f"{TEXT}\n\n{ENDS['both']}\n\n{head}\n\n{annex}")
    assert told(project).count("[the-thuc-trong-bai]") == 2
    fixed(project)
    assert file.read_text(encoding="utf-8").partition("\n---\n")[2].split() == f"{TEXT}\n\n{annex}".split()
    assert (told(project), fixed(project)) == ("", "")


def test_names_without_the_motto_above_an_annex_stay(project: Path) -> None:
    file = write(project, f"{TEXT}\n\nTỈNH ỦY MINH HỌA\n\nPHỤ LỤC 1\nDANH SÁCH")
    assert fixed(project) == ""
    assert "TỈNH ỦY MINH HỌA" in file.read_text(encoding="utf-8")


def test_a_note_below_the_signature_stays(project: Path) -> None:
    note = "(Nghị quyết đã được Đại hội thông qua ngày 12/10/2026)"
    file = write(project, f"{TEXT}\n\nT/M ĐOÀN CHỦ TỊCH\n\nNguyễn Văn A\n\n{note}")
    assert "đã bỏ" in fixed(project)
    assert file.read_text(encoding="utf-8").partition("\n---\n")[2].split() == f"{TEXT} {note}".split()


def test_a_post_is_written_as_in_a_sentence(project: Path) -> None:
    file = write(project, f"{TEXT}\n\n{ENDS['signature first']}")
    fixed(project)
    assert 'chuc_vu: "Phó Bí thư"' in file.read_text(encoding="utf-8")


def test_what_differs_from_the_keys_is_left_to_people(project: Path) -> None:
    file = write(project, f"ĐẢNG CỘNG SẢN VIỆT NAM\nSố 06-NQ/TU\n\n{TEXT}")
    before = file.read_bytes()
    assert "hãy so các khóa ấy" in told(project)
    assert (fixed(project), file.read_bytes()) == ("", before)


@pytest.mark.parametrize(
    "body",
    [
        TEXT,
        f"BAN CHẤP HÀNH QUYẾT NGHỊ:\n\n{TEXT}",
        f"Căn cứ Điều lệ;\n\nSố 05-NQ/TU là số cũ.\n\n{TEXT}",
        f"{TEXT}\n\nNơi nhận kết quả là Văn phòng, không phải Ban.\n\n2. Họp.",
        f"{TEXT}\n\nHỒ CHÍ MINH MUÔN NĂM\n\nViệc này làm ngay.",
        f"{TEXT}\n\nNơi nhận:\n\n2. Họp.",
    ],
)
def test_other_lines_are_left_alone(project: Path, body: str) -> None:
    file = write(project, body)
    before = file.read_bytes()
    assert "the-thuc" not in told(project)
    assert (fixed(project), file.read_bytes()) == ("", before)


_DAY = "Minh Họa, ngày 12 tháng 10 năm 2026"


@pytest.mark.parametrize(
    "head",
    [
        f"TỈNH ỦY * ĐẢNG CỘNG SẢN VIỆT NAM {_DAY}",
        f"TỈNH ỦY MINH HỌA * Số 05-NQ/TU ĐẢNG CỘNG SẢN VIỆT NAM {_DAY} -----",
        f"ĐẢNG CỘNG SẢN VIỆT NAM TỈNH ỦY Số: 05-NQ/TU {_DAY}",
        f"TỈNH ỦY ____ ĐẢNG CỘNG SẢN VIỆT NAM {_DAY} NGHỊ QUYẾT về chuyển đổi số tỉnh Minh Họa đến năm 2030",
        f"TỈNH ỦY ĐẢNG CỘNG SẢN VIỆT NAM {_DAY}\nNGHỊ QUYẾT về chuyển đổi số tỉnh Minh Họa đến năm 2030 -----\n\n",
        f"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc {_DAY}",
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_letterhead_joined_to_the_text_is_taken_out_of_it(project: Path, head: str, end: str) -> None:
    text = f"Căn cứ Điều lệ, Tỉnh ủy họp ngày 12/10/2026.\n\n{TEXT}"
    file = write(project, f"{head} {text}", end)
    assert told(project).count("[the-thuc-trong-bai]") == 1
    assert "đã bỏ" in fixed(project)
    assert file.read_bytes().decode().replace(end, "\n").partition("\n---\n")[2].strip() == text
    assert (told(project), fixed(project)) == ("", "")


@pytest.mark.parametrize(
    "joined",
    [
        f"TỈNH ỦY ĐẢNG CỘNG SẢN VIỆT NAM họp, {_DAY}, bàn việc này.",
        f"Bác Hồ sáng lập ĐẢNG CỘNG SẢN VIỆT NAM {_DAY} Căn cứ Điều lệ.",
    ],
)
def test_a_letterhead_that_cannot_be_told_from_the_text_is_left_to_people(project: Path, joined: str) -> None:
    file = write(project, f"{joined}\n\n{TEXT}")
    before = file.read_bytes()
    assert "dính vào lời văn" in told(project)
    assert (fixed(project), file.read_bytes()) == ("", before)


def test_the_command_fixes_and_then_checks(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(project, f"{HEADS['title']}\n\n{TEXT}\n\na) Nói.")
    assert main(["--root", str(project), "check", "--fix"]) == 0
    assert capsys.readouterr().out == f"{DOCUMENT}: đã bỏ 7 dòng đầu, cuối văn bản khỏi bài\n0 lỗi, 0 cảnh báo.\n"


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_the_command_mends_letters_that_only_look_vietnamese(
    project: Path, capsys: pytest.CaptureFixture[str], end: str
) -> None:
    right = "Đảng ủy xã và đảng viên 05-HQ/TU cùng nghe, ăn uống\u0300 tại chỗ."
    file = write(project, right.replace("Đ", "\u00d0").replace("đ", "\u00f0").replace("H", "\u041d"))
    file.write_bytes(file.read_bytes().replace(b"\n", end.encode()))
    wanted = file.read_bytes().decode().replace("\u00d0", "Đ").replace("\u00f0", "đ").replace("\u041d", "H")
    main(["--root", str(project), "check", "--fix"])
    assert f"{DOCUMENT}: đã sửa 3 chỗ có chữ lạ, “\u00d0ảng” thành “Đảng”" in capsys.readouterr().out
    assert file.read_bytes().decode() == unicodedata.normalize("NFC", wanted)


@pytest.mark.parametrize(
    "title",
    [
        "NGHỊ QUYẾT\nCỦA TỈNH ỦY MINH HỌA VỀ CHUYỂN ĐỔI SỐ TỈNH MINH HỌA ĐẾN NĂM 2030",
        "NGHỊ QUYẾT CỦA TỈNH ỦY MINH HỌA về chuyển đổi số tỉnh Minh Họa đến năm 2030",
        "NGHỊ QUYẾT\nCỦA TỈNH ỦY MINH HỌA\nvề chuyển đổi số tỉnh Minh Họa đến năm 2030",
    ],
)
def test_the_line_below_the_kind_is_written_to_its_key(project: Path, title: str) -> None:
    file = write(project, f"TỈNH ỦY\nSố 05-NQ/TU\n{title}\n\n{TEXT}")
    assert "duoi_ten_loai: " in told(project)
    assert "ghi thêm khóa duoi_ten_loai" in fixed(project)
    assert '\nduoi_ten_loai: "CỦA TỈNH ỦY MINH HỌA"\n' in file.read_text(encoding="utf-8")
    assert (told(project), fixed(project)) == ("", "")


@pytest.mark.parametrize("end", ["\n", " "])
def test_the_meeting_below_the_kind_is_written_to_its_key(project: Path, end: str) -> None:
    meeting = f"HỘI NGHỊ LẦN THỨ NĂM{end}BAN CHẤP HÀNH ĐẢNG BỘ TỈNH KHÓA I"
    title = "về chuyển đổi số\ntỉnh Minh Họa đến năm 2030"
    file = write(project, f"TỈNH ỦY\nSố 05-NQ/TU\nNGHỊ QUYẾT\n{meeting}\n{title}\n\n{TEXT}")
    fixed(project)
    written = file.read_text(encoding="utf-8")
    assert '\nduoi_ten_loai: "HỘI NGHỊ LẦN THỨ NĂM BAN CHẤP HÀNH ĐẢNG BỘ TỈNH KHÓA I"\n' in written
    assert written.endswith(f"---\n\n{TEXT}\n")
    assert (told(project), fixed(project)) == ("", "")


def test_a_place_that_the_registry_lacks_is_told(project: Path) -> None:
    write(project, f"TỈNH ỦY\nTân Họa, ngày 12/10/2026\n\n{TEXT}")
    assert "địa danh “Tân Họa” không có ở khóa dia_danh" in told(project)
    assert "hãy ghi vào khóa dia_danh của cơ quan" in fixed(project)


def test_a_letterhead_with_another_place_is_left_to_people(project: Path) -> None:
    registry = project / "data/co-quan.yml"
    entries = registry.read_text(encoding="utf-8")
    registry.write_text(re.sub(r"(- ma: tinh-uy\n)", r"\1  dia_danh: Minh Họa\n", entries), encoding="utf-8")
    write(project, f"TỈNH ỦY\nTân Họa, ngày 12/10/2026\n\n{TEXT}")
    assert "hãy so các khóa ấy" in told(project)
    assert fixed(project) == ""
    write(project, f"TỈNH ỦY\nMinh Họa, ngày 12/10/2026\n\n{TEXT}")
    assert "đã bỏ 2 dòng" in fixed(project)


@pytest.mark.parametrize(
    "title",
    [
        "NGHỊ QUYẾT\n\nvề chuyển đổi số tỉnh Minh Họa đến năm 2030",
        "**NGHỊ QUYẾT VỀ CHUYỂN ĐỔI SỐ TỈNH MINH HỌA ĐẾN NĂM 2030**",
        "NGHỊ QUYẾT CỦA TỈNH ỦY về chuyển đổi số tỉnh Minh Họa đến năm 2030 ----- Tỉnh ủy họp và quyết nghị như sau.",
        "NGHỊ QUYẾT CỦA BAN CHẤP HÀNH ĐẢNG BỘ TỈNH MINH HỌA KHÓA XVII, NHIỆM KỲ 2025 - 2030 về chuyển đổi số "
        "tỉnh Minh Họa đến năm 2030 ----- (Kèm theo Báo cáo chính trị) ----- Tỉnh ủy họp.",
    ],
)
def test_a_title_in_the_text_is_taken_out(project: Path, title: str) -> None:
    file = write(project, f"{title}\n\n{TEXT}")
    assert told(project).count("[the-thuc-trong-bai]") == 1
    assert "đã bỏ" in fixed(project)
    left = title.partition("----- ")[2]
    assert file.read_text(encoding="utf-8").partition("\n---\n")[2].strip() == f"{left}\n\n{TEXT}".strip()


@pytest.mark.parametrize(
    "title",
    [
        "NGHỊ QUYẾT về chuyển đổi số tỉnh Minh Họa đến năm 2030 và về việc khác",
        "NGHỊ QUYẾT của Tỉnh ủy về chuyển đổi số tỉnh Minh Họa đến năm 2030",
    ],
)
def test_a_title_with_other_words_is_left_to_people(project: Path, title: str) -> None:
    file = write(project, f"{title}\n\n{TEXT}")
    before = file.read_bytes()
    assert "tên loại và trích yếu ở đây" in told(project)
    assert (fixed(project), file.read_bytes()) == ("", before)


@pytest.mark.parametrize(
    "first",
    [
        "Nghị quyết về chuyển đổi số tỉnh Minh Họa đến năm 2030 gồm ba phần.",
        "NGHỊ QUYẾT của Đại hội là nền.",
        "NGHỊ QUYẾT",
    ],
)
def test_a_sentence_about_the_document_is_no_title(project: Path, first: str) -> None:
    write(project, f"{first}\n\n{TEXT}")
    assert told(project) == ""


@pytest.mark.parametrize(
    ("keys", "is_fixed"),
    [
        ("", False),
        ("\n  chuc_vu: Bí thư", False),
        ("\n  chuc_vu: Bí thư\n  thay_mat: T/M BAN THƯỜNG VỤ", True),
        ("\n  chuc_vu: Bí thư\n  thay_mat: TM. Ban Thường vụ", True),
    ],
)
def test_a_signature_stays_while_the_keys_lack_the_post_or_who_is_represented(
    project: Path, keys: str, is_fixed: bool
) -> None:
    file = write(project, f"{TEXT}\n\nT/M BAN THƯỜNG VỤ\nBÍ THƯ\n\nNguyễn Văn A")
    header = f"\nnguoi_ky:\n  ten: Nguyễn Văn A{keys}\n---\n"
    file.write_text(file.read_text(encoding="utf-8").replace("\n---\n", header, 1), encoding="utf-8")
    assert ("hãy ghi đủ chuc_vu, thay_mat" in told(project)) is not is_fixed
    assert ("đã bỏ" in fixed(project)) is is_fixed


def test_a_programme_is_no_chapter() -> None:
    assert TEXT_BEGINS.match("CHƯƠNG TRÌNH HÀNH ĐỘNG") is None
    assert TEXT_BEGINS.match("Chương thứ nhất")
    assert TEXT_BEGINS.match("CHƯƠNG I TRÌNH TỰ")
