"""The guard (the checks before publication) stops lists of persons in every kind of file and layout.

Lists of offices, documents or historical persons pass.
"""

import json
from collections.abc import Iterable, Iterator

import pytest

from infopage.release.guard.files import Guard
from infopage.release.guard.persons.facts import mobiles
from tests.release.guard.kinds_of_file import KINDS, Block, blocks_of

PERSONS = blocks_of("persons.txt")
OFFICES = blocks_of("offices.txt")
_EVERY = 3
_OF_KEYS = ("json", "yaml")
_WITHOUT_KEYS = (
    *("bang-nam-sinh-nam-nu", "bang-co-tieu-de-tren", "bang-khong-dau-cot", "bang-khong-dau-cot-nam", "bang-so-cot"),
    *("bang-hai-tang-hai-nhom", "bang-ho-va-ten-hai-cot", "bang-gach-dau-hang", "bang-nguoi-ket-nap"),
)
"""Tables that cannot be written as data of keys and values (JSON, YAML), because they have no simple row of headings.
"""
_FALLS_APART = (("pdf", "bang-xoay"), ("txt-cot", "bang-hai-tang-hai-nhom"))
"""Kinds of file and tables that are not tested together: as plain lines of text, these tables lose their columns."""


def rules(guard: Guard, kind: str, block: Block) -> set[str]:
    """Return the rules that a block (a table or a list) breaks if it is written as a file of a kind."""
    path, made = KINDS[kind]
    content = made(block)
    return {one.rule for one in guard.check(path, content.encode() if isinstance(content, str) else content)}


def _in_turn(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield each name with every ``_EVERY``-th kind of file, starting with a different kind for each name."""
    for at, name in enumerate(names):
        yield from ((kind, name) for kind in list(KINDS)[at % _EVERY :: _EVERY])


def _seeds() -> Iterator[tuple[str, str]]:
    for kind, name in _in_turn(PERSONS):
        if not (kind in _OF_KEYS and name in _WITHOUT_KEYS) and (kind, name) not in _FALLS_APART:
            yield kind, name


@pytest.mark.parametrize("kind", KINDS)
def test_a_list_of_persons_is_stopped(guard: Guard, kind: str) -> None:
    missed = [
        name for of, name in _seeds() if of == kind and "danh-sach-ca-nhan" not in rules(guard, kind, PERSONS[name])
    ]
    assert missed == []


@pytest.mark.parametrize("kind", KINDS)
def test_a_list_of_offices_papers_and_history_passes(guard: Guard, kind: str) -> None:
    names = [name for of, name in _in_turn(OFFICES) if of == kind]
    assert {name: found for name in names if (found := rules(guard, kind, OFFICES[name]))} == {}


def test_there_are_lists_enough_in_kinds_enough() -> None:
    assert len(list(_seeds())) >= 300
    assert len({kind for kind, _ in _seeds()}) == len(KINDS)
    assert len(OFFICES) >= 150


@pytest.mark.parametrize("name", PERSONS)
def test_one_person_is_no_list(guard: Guard, name: str) -> None:
    block = PERSONS[name]
    ends = [at for at, line in enumerate(block) if "Trần Thị" in line or "TRẦN THỊ" in line or "Tran Thi" in line]
    if len(ends) == 1 and "Nguyễn" not in block[ends[0]]:
        alone = block[: ends[0]]
        assert "danh-sach-ca-nhan" not in rules(guard, "markdown", alone)


@pytest.mark.parametrize(
    "text",
    [
        *("CCCD: 066085001234", "số định danh 066 085 001234", "0660 8500 1234 là số của tôi", "001-304-012-345"),
        *("CMND số 240123456", "Chứng minh nhân dân: 240 123 456", "Thẻ đảng viên số 47.012345", "Số TĐV: 47012345"),
        *("Hộ chiếu số C1234567", "Căn cước công dân (CCCD) số: 066190005678", "０６６０８５００１２３４"),
    ],
)
def test_a_number_of_papers_alone_is_an_error(guard: Guard, text: str) -> None:
    for path, content in {
        "docs/tin-tuc/2026/a.md": f"---\ntieu_de: Tin\npham_vi: cong-khai\n---\nÔng A, {text}.\n",
        "docs/a.json": f'{{"ghi_chu": "{text}"}}',
        "docs/a.csv": f"ghi chú\n{text}\n",
        "docs/a.html": f"<p>{text}</p>",
    }.items():
        found = list(guard.check(path, content.encode()))
        assert [(one.rule, str(one.severity)) for one in found] == [("so-giay-to", "lỗi")], path


@pytest.mark.parametrize(
    "text",
    [
        *(
            "Số định danh có 12 chữ số",
            "CMND 9 số",
            "Mã hồ sơ 066085001234",
            "Tài khoản: 066085001234",
            "097085001234 đồng",
        ),
        *("Quyết định 240123456/QĐ-UBND", "Căn cước công dân theo Luật số 26/2023/QH15", "x066085001234y"),
        *("Thẻ đảng viên cấp năm 2026", "Hộ chiếu phổ thông", "Mã số thuế 0315459414", "003412345678"),
    ],
)
def test_a_number_of_another_kind_passes(guard: Guard, text: str) -> None:
    assert [str(one) for one in guard.check("a.txt", text.encode())] == []


_OF_A_LAW = (
    ("Họ và tên, ngày tháng năm sinh, địa chỉ cư trú, bằng cấp chuyên môn;", "dieu-25.3.a"),
    ("Hình thức hành nghề;", "dieu-25.3.b"),
    ("Phạm vi hoạt động chuyên môn.", "dieu-25.3.c"),
    ("CẤP LẠI VÀ THU HỒI CHỨNG CHỈ", "chuong-iii.muc-2"),
)


@pytest.mark.parametrize("address", ["https://minhhoa.example/a/#", "/a/#", "#", "ban.a@minhhoa.example "])
def test_words_of_a_law_that_look_like_names_are_no_persons(guard: Guard, address: str) -> None:
    data = [{"chu": words, "neo": anchor, "dia_chi": address + anchor} for words, anchor in _OF_A_LAW]
    found = Guard(guard.patterns, published=True).check("a/van-ban.json", json.dumps({"muc_con": data}).encode())
    assert [str(one) for one in found] == []


@pytest.mark.parametrize("address", ["https://minhhoa.example/tac-gia/", "/tac-gia/", "../tac-gia/", "#tac-gia-"])
def test_the_address_of_a_page_is_nobodys_home(guard: Guard, address: str) -> None:
    def checked(where: str) -> list[str]:
        data = [{"ho_ten": name, "dia_chi": where} for name in ("Nguyễn Văn A", "Trần Thị B", "Lê Văn C")]
        return [one.rule for one in guard.check("data/tac-gia.json", json.dumps(data).encode())]

    assert checked(f"{address}nguyen-van") == []
    assert checked("Thôn Đông, xã Đông Minh") == ["danh-sach-ca-nhan"]


@pytest.mark.parametrize(
    "text",
    [
        "Họ và tên:Nguyễn Văn A\nNgày sinh:2/9/1990\n\nHọ và tên:Trần Thị B\nNgày sinh:3/9/1991",
        "Họ và tên\tNgày sinh\nZơ Râm Bưn\t02/9/1990\nZơ Râm Mây\t03/9/1991",
    ],
    ids=["no-space-after-colons", "family-name-in-no-list"],
)
def test_persons_are_found_below_a_heading_or_after_a_label_in_any_spelling(guard: Guard, text: str) -> None:
    assert [one.rule for one in guard.check("docs/a/a.txt", text.encode())] == ["danh-sach-ca-nhan"]


def test_a_telephone_number_has_one_form_however_it_is_written() -> None:
    text = "0912 345 678, 0912.345.678 hoặc +84 912 345 678"
    assert list(mobiles(text)) == ["0912345678"] * 3
