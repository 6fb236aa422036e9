"""The guard (the checks before publication) finds what is left of the demonstration site, and nothing else."""

from dataclasses import replace
from pathlib import Path

import pytest

from infopage.release.guard.demonstration import FILE, Demonstration, content_digest, demonstration, sentences, signed
from infopage.release.guard.leftovers import left_in_site
from infopage.release.publishing.preflight import reasons_of_identity
from tests.demonstration import made_anew
from tests.sites import BASE


@pytest.mark.demonstration
def test_what_the_package_carries_is_the_demonstration_as_it_stands() -> None:
    assert FILE.read_text("utf-8") == str(made_anew()), "python -m tests.demonstration writes it anew"
    assert Demonstration.parse(str(demonstration())) == demonstration()


@pytest.mark.parametrize(
    "text",
    [
        "Tỉnh ủy Minh Họa",
        "Tỉnh uỷ Minh Hoạ",
        "ĐẢNG BỘ TỈNH MINH HỌA",
        "số 1, đường Minh Họa",
        "Số 8, đường Trần Phú, phường Tân Họa",
        "thư: banbientap@minhhoa.example",
        "Điện thoại: 0200 000 000",
        "Gọi 0200000000.",
        "0200.000.000",
        "Giấy phép số 00/GP-MH, ngày 01/01/2026",
        "của Đảng bộ tỉnh Sông Xa (bản trình diễn)",
    ],
)
def test_the_demonstrations_names_and_numbers_are_found(text: str) -> None:
    assert signed(text)


@pytest.mark.parametrize(
    "text",
    [
        "văn bản minh họa, không phải của cơ quan nào có thật",
        "Ảnh Minh Họa: Trần Thị B",
        "Hình Minh Họa 2",
        "ẢNH MINH HỌA",
        "Minh họa cho bài viết",
        "Minh Hòa, Minh Hóa, Tân Hòa, Tân Hoa là tên xã có thật",
        "xã Minh Hoàng",
        "10200 000 0001",
        "0200 000 0012",
        "GP-MHX",
        "bản trình diễn nghệ thuật",
        "example.vn",
    ],
)
def test_what_anybody_may_write_is_let_through(text: str) -> None:
    assert not signed(text)


def test_a_sentence_is_the_same_whatever_surrounds_its_words() -> None:
    plain = "Các chi bộ sinh hoạt chuyên đề về chuyển đổi số"
    marked = [f"- **{plain}**.", f"> {plain.upper()}!", f"tom_tat: “{plain}”", f"Mở đầu. {plain}; và hết."]
    (one,) = {digest for _, digest, _ in sentences(plain)}
    assert all(one in {digest for _, digest, _ in sentences(text)} for text in marked)


def test_one_short_sentence_is_no_proof_and_two_or_a_long_one_are() -> None:
    short = ["Một hai ba bốn năm sáu bảy tám.", "Hai ba bốn năm sáu bảy tám chín."]
    long = "Một hai ba bốn năm sáu bảy tám chín mười một hai ba bốn năm."
    digests = frozenset(digest for text in (*short, long) for _, digest, _ in sentences(text))
    known = Demonstration({}, {}, frozenset(), frozenset(), digests)
    assert known.said_in(f"Mở đầu.\n\n{short[0]}\n") == 0
    assert known.said_in(f"Mở đầu.\n\n{short[0]}\n\n{short[1]}\n") == 3
    assert known.said_in(f"Mở đầu.\n\n{long}\n") == 3


def test_a_release_of_the_demonstration_is_refused_at_a_real_address_and_nowhere_else(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text('<link rel="canonical" href="https://minhhoa.example/">', "utf-8")
    assert list(reasons_of_identity(tmp_path, BASE, "https://minhhoa.example/")) == []
    told = "\n".join(reasons_of_identity(tmp_path, BASE, "https://tuyengiao.tinh.gov.vn/"))
    for place in (
        "data/trang.yml:1: lỗi [danh-tinh-trinh-dien]",
        "data/co-quan.yml:",
        "index.html:1: lỗi [con-trinh-dien]",
    ):
        assert place in told


def test_a_built_page_is_read_as_words(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<p>Tỉnh ủy Sông Xa</p><script>Minh họa</script>", "utf-8")
    assert list(left_in_site(tmp_path, sentences=True)) == []
    first = (
        "Đây là bản trình diễn: tên cơ quan, địa chỉ, <b>số điện thoại</b> và hộp thư dưới đây là minh họa, "
        "không có người nhận."
    )
    (tmp_path / "index.html").write_text(f"<p>{first}</p>", "utf-8")
    assert [one.rule for one in left_in_site(tmp_path, sentences=True)] == ["con-trinh-dien"]


def test_an_attached_file_of_the_demonstration_is_known_by_its_content(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "ke-hoach.pdf").write_bytes(b"%PDF-1.7")
    known = replace(demonstration(), files={"docs/a.pdf": content_digest(b"%PDF-1.7")})
    monkeypatch.setattr("infopage.release.guard.leftovers.demonstration", lambda: known)
    found = [(one.path, one.line, one.rule) for one in left_in_site(tmp_path, sentences=False)]
    assert found == [("ke-hoach.pdf", 1, "con-trinh-dien")]
