"""Published words never change without a note to readers; changes that leave the words alone need no note."""

import unicodedata
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from infopage.content import loading
from infopage.content.catalogue import Catalogue
from infopage.content.diagnostics import report
from infopage.release.words.places import normal
from infopage.release.words.record import NAME, WordRecord, WordsKey, record_of
from infopage.release.words.silent import silent_changes
from tests.cases import INSTANT, lay

AT = datetime.fromtimestamp(int(INSTANT), UTC)
KEY = WordsKey.of("mot bi mat dai hon ba muoi hai chu cai")
DOCUMENT = "docs/van-ban/tinh-uy/2025-2030/05-nq-tu.md"
NEWS = "docs/tin-tuc/2026/hoi-nghi.md"
DATE = "ngay_dang: 15/10/2026 07:30\n"
NEWS_DATE = "ngay_dang: 02/11/2026\n"
POINT = "a) Phát triển chính quyền số."
AGAIN = "{}cap_nhat: 18/11/2026\nghi_chu_sua: Sửa lỗi gõ.\n"
GUIDE_BODY = (
    "câu hỏi[^1].\n\n[^1]: Chú thích.\n\n| Năm | Số |\n| --- | --- |\n| 2026 | 80% |\n\n"
    "## Phần một\n\nMột.\n\n## Phần hai\n\nHai."
)
Edit = tuple[str, str, str]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a project whose present texts count as published."""
    lay("_base", tmp_path / "project")
    return tmp_path / "project"


def catalogue(project: Path) -> Catalogue:
    found, faults = loading.build(project, AT, preview=False)
    assert found, report(faults)
    return found


def record(project: Path, previous: WordRecord | None = None) -> WordRecord:
    """Return the record of a project's words; ``previous`` is that of the release before, None for the first."""
    made = record_of(catalogue(project), KEY, previous)
    assert WordRecord.parse(str(made), KEY) == made
    return made


def told(project: Path, previous: WordRecord) -> list[str]:
    """Return the messages about words changed since the ``previous`` record."""
    now = catalogue(project)
    return [str(one) for one in silent_changes(previous, record_of(now, KEY, previous), now)]


def edit(project: Path, *edits: Edit) -> None:
    """Replace texts in files: each edit is (file, old text, new text)."""
    for file, old, new in edits:
        text = (project / file).read_text("utf-8")
        assert old in text, old
        (project / file).write_text(text.replace(old, new, 1), "utf-8")


CHANGES: dict[str, tuple[Edit, int, str]] = {
    "a word of a point": (
        (DOCUMENT, POINT, "a) Phát triển chính phủ số."),
        18,
        "trang van-ban/tinh-uy/2025-2030/05-nq-tu/ đã công bố nay bị sửa câu chữ ở điểm a, khoản 1, mục I (#I.1.a), mà "
        "thiếu cap_nhat và một dinh_chinh mới (đã đăng sai nội dung) hoặc ghi_chu_sua "
        "mới (lỗi gõ, lỗi trình bày); hãy ghi thêm ở phần khai báo, hoặc lấy lại câu chữ cũ nếu sửa nhầm "
        "(huong-dan/quy-tac/sua-khong-ghi.md)",
    ),
    "a number without a label": ((DOCUMENT, "90%", "80%"), 22, "khoản 2, mục I (#I.2)"),
    "a capital letter": ((DOCUMENT, "a) Phát", "a) phát"), 18, "#I.1.a"),
    "a comma": ((DOCUMENT, "Đến năm 2030,", "Đến năm 2030"), 22, "#I.2"),
    "the abstract": ((DOCUMENT, "đến năm 2030\nchu_de", "đến năm 2035\nchu_de"), 8, "ở trích yếu, mà"),
    "a point that is gone": (
        (DOCUMENT, "b) Phát triển kinh tế số.", "neo cũ"),
        18,
        "điểm a, khoản 1, mục I (#I.1.a), chỗ “#I.1.b”",
    ),
    "a heading of news": ((NEWS, "Nội dung chính", "Nội dung khác"), 17, "ở chỗ “#noi-dung-chinh”, mà"),
    "a sentence of news": ((NEWS, "khai mạc.", "bế mạc."), 13, "ở phần đầu bài, mà"),
    "a title of news": ((NEWS, "quán triệt nghị quyết\n", "học tập nghị quyết\n"), 3, "ở tiêu đề, mà"),
    "a footnote": (("docs/hoc-tap/de-cuong.md", "Chú thích.", "Chú giải."), 12, "ở chú thích 1, mà"),
    "a cell of a table": (("docs/hoc-tap/de-cuong.md", "80%", "90%"), 12, "ở phần đầu bài, mà"),
    "a sentence of a guide": (("docs/hoc-tap/de-cuong.md", "câu hỏi", "hai câu hỏi"), 12, "ở phần đầu bài, mà"),
    "parts in another order": (
        (
            "docs/hoc-tap/de-cuong.md",
            "## Phần một\n\nMột.\n\n## Phần hai\n\nHai.",
            "## Phần hai\n\nHai.\n\n## Phần một\n\nMột.",
        ),
        20,
        "ở mục “Phần hai”, mục “Phần một”, mà",
    ),
    "a summary of news": ((NEWS, "tom_tat: ", "tom_tat: Nay "), 4, "ở tóm tắt, mà"),
    "a summary of a guide": (("docs/hoc-tap/de-cuong.md", "tom_tat: ", "tom_tat: Nay "), 4, "ở tóm tắt, mà"),
    "words in another place": (
        (
            DOCUMENT,
            f"{POINT}\n\nb) Phát triển kinh tế số.",
            "a) Phát triển kinh tế số.\n\nb) Phát triển chính quyền số.",
        ),
        18,
        "(#I.1.a), điểm b, khoản 1, mục I (#I.1.b)",
    ),
}


@pytest.mark.parametrize("name", CHANGES)
def test_a_changed_word_is_refused_by_place(project: Path, name: str) -> None:
    change, line, words = CHANGES[name]
    edit(project, ("docs/hoc-tap/de-cuong.md", "câu hỏi.", GUIDE_BODY))
    published = record(project)
    edit(project, change)
    [message] = told(project, published)
    assert f"{change[0]}:{line}: lỗi [sua-khong-ghi]: " in message
    assert words in message


SAME: dict[str, tuple[Edit, ...]] = {
    "nothing": (),
    "white space": ((DOCUMENT, "Phát triển chính", "Phát   triển\u00a0chính"),),
    "bold": ((DOCUMENT, POINT, "a) Phát triển **chính quyền** số."),),
    "blank lines": ((DOCUMENT, "I- MỤC TIÊU\n\n1.", "I- MỤC TIÊU\n1."),),
    "decomposed letters": ((NEWS, "khai mạc", unicodedata.normalize("NFD", "khai mạc")),),
    "Markdown of a heading": ((NEWS, "## Nội dung chính", "Nội dung chính\n--------------"),),
    "a line break": ((NEWS, "hội nghị [học tập", "hội nghị\n[học tập"),),
    "a link's address": ((NEWS, "05-nq-tu.md#I.1)", "05-nq-tu.md#I.2)"),),
    "a picture": ((NEWS, "![Quang cảnh hội nghị](hoi-nghi.jpg)\n", ""), (NEWS, "van_ban: nq-05-tu-2026\n", "")),
    "topics": ((DOCUMENT, "chu_de: chuyen-doi-so\n", ""),),
    "a signer that was left out": ((DOCUMENT, DATE, f"{DATE}nguoi_ky:\n  ten: Nguyễn Văn A\n"),),
    "an event": (("docs/lich/hoi-nghi-truc-tuyen.md", "tieu_de: ", "tieu_de: Lớp học, "),),
}


@pytest.mark.parametrize("name", SAME)
def test_what_changes_no_word_is_not_refused(project: Path, name: str) -> None:
    published = record(project)
    edit(project, *SAME[name])
    if name == "a picture":
        (project / "docs/tin-tuc/2026/hoi-nghi.jpg").unlink()
    assert told(project, published) == []


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Hoà bình", "Hòa bình"),
        ("thủy lợi", "thuỷ lợi"),
        ("KHOẺ", "KHỎE"),
        ("“a”", '"a"'),
        ("a – b", "a - b"),
        ("…", "..."),
    ],
)
def test_one_word_in_two_spellings_is_one_word(form: str, old: str, new: str) -> None:
    assert normal(unicodedata.normalize("NFC" if form == "NFD" else "NFD", old)) == normal(
        unicodedata.normalize(form, new)  # type: ignore[arg-type]
    )


@pytest.mark.parametrize(
    ("old", "new"),
    [("hoa", "hòa"), ("toán", "toàn"), ("quy", "quý"), ("kỹ", "kĩ"), ("đ", "d"), ("cuốn", "cuộn"), ("1,5", "15")],
)
def test_two_words_stay_two(old: str, new: str) -> None:
    assert normal(old) != normal(new)


def told_with_files(project: Path, previous: WordRecord) -> list[str]:
    now = catalogue(project)
    made = record_of(now, KEY, previous, project / "docs")
    return [str(one) for one in silent_changes(previous, made, now)]


def test_an_attached_file_does_not_change_silently(project: Path) -> None:
    pdf = project / "docs/van-ban/tinh-uy/2025-2030/05-nq-tu.pdf"
    published = record_of(catalogue(project), KEY, None, project / "docs")
    assert "05-nq-tu.pdf" in str(published)
    assert told_with_files(project, published) == []
    pdf.write_bytes(pdf.read_bytes() + b"\n")
    [message] = told_with_files(project, published)
    assert f"{DOCUMENT}:10: lỗi [sua-khong-ghi]: " in message
    assert "ở tệp “05-nq-tu.pdf”, mà thiếu cap_nhat" in message
    edit(project, (DOCUMENT, DATE, AGAIN.format(DATE)))
    assert told_with_files(project, published) == []


def test_a_file_that_is_gone_must_be_told_and_one_that_is_added_need_not_be(project: Path) -> None:
    published = record_of(catalogue(project), KEY, None, project / "docs")
    folder = project / "docs/van-ban/tinh-uy/2025-2030"
    (folder / "phu-luc.pdf").write_bytes((folder / "05-nq-tu.pdf").read_bytes())
    edit(project, (DOCUMENT, "tep: 05-nq-tu.pdf", "tep: [05-nq-tu.pdf, phu-luc.pdf]"))
    assert told_with_files(project, published) == []
    edit(project, (DOCUMENT, "tep: [05-nq-tu.pdf, phu-luc.pdf]", "tep: phu-luc.pdf"))
    [message] = told_with_files(project, published)
    assert "ở tệp “05-nq-tu.pdf”" in message


def test_files_and_summaries_that_an_older_record_lacks_are_adopted(project: Path) -> None:
    now = record_of(catalogue(project), KEY, None, project / "docs")
    new = ("@tom_tat", "@tep:")
    items = {
        id: replace(one, places={name: told for name, told in one.places.items() if not name.startswith(new)})
        for id, one in now.items.items()
    }
    assert items != now.items
    assert told_with_files(project, WordRecord(now.mark, items)) == []


TOLD: dict[str, tuple[Edit, ...]] = {
    "a note": ((DOCUMENT, DATE, AGAIN.format(DATE)),),
    "a correction": (
        (
            DOCUMENT,
            DATE,
            f"{DATE}cap_nhat: 18/11/2026\ndinh_chinh:\n  - ngay: 18/11/2026\n    sai: quyền\n    dung: phủ\n",
        ),
    ),
}


@pytest.mark.parametrize("name", TOLD)
def test_a_change_that_is_told_goes_out_once(project: Path, name: str) -> None:
    published = record(project)
    edit(project, (DOCUMENT, POINT, "a) Phát triển chính phủ số."), *TOLD[name])
    assert told(project, published) == []
    published = record(project, published)
    edit(project, (DOCUMENT, "kinh tế số", "xã hội số"))
    [message] = told(project, published)
    assert "(#I.1.b), mà thiếu cap_nhat mới sau 18/11/2026 (cùng ngày thì ghi cả giờ) và một dinh_chinh mới" in message
    edit(project, (DOCUMENT, "cap_nhat: 18/11/2026\n", "cap_nhat: 18/11/2026 09:30\n"))
    [message] = told(project, published)
    assert "mà thiếu một dinh_chinh mới" in message
    note = "ghi_chu_sua:\n  - ngay: 18/11/2026\n    noi_dung: Sửa lỗi gõ ở điểm b.\n"
    edit(project, (DOCUMENT, *(("ghi_chu_sua: Sửa lỗi gõ.\n", note) if name == "a note" else (DATE, DATE + note))))
    assert told(project, published) == []


def test_a_note_without_an_update_is_not_enough(project: Path) -> None:
    edit(project, (DOCUMENT, DATE, f"{DATE}cap_nhat: 18/11/2026\n"))
    published = record(project)
    edit(project, (DOCUMENT, POINT, f"{POINT[:-1]} mới."), (DOCUMENT, DATE, f"{DATE}ghi_chu_sua: Sửa lỗi gõ.\n"))
    [message] = told(project, published)
    assert "mà thiếu cap_nhat mới sau 18/11/2026 (cùng ngày thì ghi cả giờ); hãy" in message


def test_what_is_only_added_needs_only_an_update(project: Path) -> None:
    published = record(project)
    edit(project, (DOCUMENT, "b) Phát triển kinh tế số.", "b) Phát triển kinh tế số.\n\nc) Phát triển xã hội số."))
    [message] = told(project, published)
    assert f"{DOCUMENT}:22: " in message
    assert "nay bị thêm câu chữ ở điểm c, khoản 1, mục I (#I.1.c), mà thiếu cap_nhat; hãy" in message
    assert "dinh_chinh" not in message
    edit(project, (DOCUMENT, DATE, f"{DATE}cap_nhat: 18/11/2026\n"))
    assert told(project, published) == []


def test_a_renamed_file_and_even_a_new_id_at_the_same_address_are_the_same_item(project: Path) -> None:
    published = record(project)
    edit(project, (NEWS, "khai mạc.", "bế mạc."))
    (project / NEWS).rename((project / NEWS).with_name("hoi-nghi-moi.md"))
    assert len(told(project, published)) == 1
    (project / NEWS).with_name("hoi-nghi-moi.md").rename(project / NEWS)
    edit(project, (NEWS, "ma: tin-hoi-nghi\n", "ma: tin-hoi-nghi-khac\n"))
    assert len(told(project, published)) == 1
    (project / NEWS).rename((project / NEWS).with_name("hoi-nghi-moi.md"))
    # With another id and another address it is another item; the ledger refuses the lost address instead.
    assert told(project, published) == []
    moved = "- tu: tin-tuc/2026/hoi-nghi/\n  den: tin-tuc/2026/hoi-nghi-moi/\n"
    (project / "data/chuyen-huong.yml").write_text(moved, "utf-8")
    assert len(told(project, published)) == 1


def test_an_item_that_is_taken_back_cannot_return_with_other_words(project: Path) -> None:
    published = record(project)
    withdrawn = "thu_hoi:\n  ngay: 18/11/2026\n  ly_do: Đăng nhầm.\n"
    edit(project, (NEWS, NEWS_DATE, f"{NEWS_DATE}{withdrawn}"), (NEWS, "khai mạc.", "bế mạc."))
    assert told(project, published) == []
    later = record(project, record(project, published))
    edit(project, (NEWS, withdrawn, ""))
    assert len(told(project, later)) == 1
    edit(project, (NEWS, NEWS_DATE, f"{NEWS_DATE}{withdrawn}  giau_ten: co\n"))
    assert "tin-hoi-nghi" in str(later)
    assert "tin-hoi-nghi" not in str(record(project, later))


def test_before_its_hour_an_item_may_change(project: Path) -> None:
    edit(project, (NEWS, NEWS_DATE, "ngay_dang: 02/12/2026\n"))
    published = record(project)
    assert "tin-hoi-nghi" not in str(published)
    edit(project, (NEWS, "khai mạc.", "bế mạc."), (NEWS, "ngay_dang: 02/12/2026\n", NEWS_DATE))
    assert told(project, published) == []


def test_the_same_words_divided_in_another_way_are_no_change(project: Path) -> None:
    published = record(project)
    one = published.items["nq-05-tu-2026"]
    joined = replace(one, places={name: digest for name, digest in one.places.items() if name != "I.1.b"})
    items = {**published.items, "nq-05-tu-2026": joined}
    assert told(project, WordRecord(published.mark, items)) == []


def test_the_digests_can_be_checked_only_with_the_key(project: Path) -> None:
    text, other = str(record(project)), WordsKey.of("một bí mật khác cũng dài hơn ba mươi hai chữ")
    assert "Phát triển" not in text
    assert KEY.secret.hex() not in text
    shared = set(text.split()) & set(str(record_of(catalogue(project), other, None)).split())
    assert not [word for word in shared if len(word) == 12 and set(word) <= set("0123456789abcdef")]
    for damaged in (text.replace("dạng 1", "dạng 0"), text[:-1], text.replace("\t", " "), "", "<html>"):
        with pytest.raises(ValueError, match=NAME):
            WordRecord.parse(damaged, KEY)
    with pytest.raises(ValueError, match=NAME):
        WordRecord.parse(text, other)
    with pytest.raises(ValueError, match="ít nhất 32 ký tự"):
        WordsKey.of(f"ngan{' ' * 40}")
    assert repr(KEY) == "WordsKey()"


def test_this_form_of_words_is_the_form_that_records_name(project: Path) -> None:
    """The digest of a text is fixed. If it changes, ``FORM`` in places.py must be increased."""
    assert record(project).items["nq-05-tu-2026"].body == "159f0544db5d"
