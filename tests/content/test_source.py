"""Files as editors save them: which are accepted, and which are refused with which line."""

import unicodedata

import pytest

from infopage.content import source as module
from infopage.content.source import MAX_BYTES, check_references, decode, read
from infopage.language import lookalikes, mojibake
from infopage.language.invisible import strip_invisible
from tests.support import ROOT

TEXT = "Nghị quyết\nĐảng bộ tỉnh\n"


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        TEXT.encode("utf-8-sig"),
        TEXT.replace("\n", "\r\n").encode(),
        TEXT.replace("\n", "\r").encode(),
        unicodedata.normalize("NFD", TEXT).encode(),
    ],
)
def test_every_way_of_saving_utf_8_gives_one_text(data: bytes) -> None:
    source, faults = decode("docs/x.md", data)
    assert source is not None
    assert (source.text, faults) == (TEXT, [])


@pytest.mark.parametrize(
    ("data", "rule", "line"),
    [
        (TEXT.encode("utf-16"), "ma-hoa", 1),
        (b"a\nb\n\xe9\n", "ma-hoa", 3),
        (b"a\n\x00", "ky-tu-dieu-khien", 2),
        ("a\n\n\uf0b7 b".encode(), "ky-tu-dieu-khien", 3),
        ("a\u2028b".encode(), "ky-tu-dieu-khien", 1),
        ("a\u202eb".encode(), "ky-tu-dieu-khien", 1),
        ("a\n Uû ban nh©n d©n".encode(), "phong-chu-cu", 2),
        (b"a" * (MAX_BYTES + 1), "qua-lon", 1),
    ],
)
def test_garbage_is_refused_on_its_line(data: bytes, rule: str, line: int) -> None:
    source, faults = decode("docs/x.md", data)
    assert source is None
    assert [(fault.rule, fault.line) for fault in faults] == [(rule, line)]


def test_the_letters_that_are_not_looked_at_any_further_need_no_look() -> None:
    usual = "".join(letter for letter in map(chr, range(0x10000)) if not module._UNUSUAL.search(letter))
    assert set(TEXT) < set(usual)
    assert not module._CONTROL.search(usual)
    assert not mojibake.suspect(usual)
    assert not lookalikes.suspect(usual)
    assert strip_invisible(usual) == (usual, {})


def test_the_largest_file_is_taken() -> None:
    assert decode("docs/x.md", b"a" * MAX_BYTES)[0] is not None


def test_a_file_that_is_not_there_is_a_fault() -> None:
    source, faults = read(ROOT, "docs/khong-co.md")
    assert source is None
    assert [fault.rule for fault in faults] == ["khong-doc-duoc"]


def test_a_folder_in_a_files_place_is_a_fault() -> None:
    assert [fault.rule for fault in read(ROOT, "docs")[1]] == ["khong-doc-duoc"]


@pytest.mark.parametrize(
    "written", ["&#0;", "&#3;", "&#3 <", "&#x202E;", "&#xE000;", "&#xD800;", f"&#{'9' * 5000};", "&#0000003;"]
)
def test_a_character_that_no_file_may_have_is_refused_as_a_number_too(written: str) -> None:
    for above in ("Một\n", "\n"):
        assert [(one.line, one.rule) for one in check_references("a.md", 7, f"{above}{written}")] == [
            (8, "ky-tu-dieu-khien")
        ]


@pytest.mark.parametrize(
    "written", ["&#169;", "&#xA9;", "&#7841;", "&#150;", "&#9;", "&#10;", "&#8211;", "&# 3", "&#x;", "&amp;#3;"]
)
def test_other_characters_may_be_written_as_numbers(written: str) -> None:
    assert list(check_references("a.md", 7, written)) == []
