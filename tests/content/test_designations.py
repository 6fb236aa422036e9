"""The names of official documents: by number, or by kind, name and date."""

from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from infopage.content import registries
from infopage.content.designations import (
    dated,
    designation,
    file_stem,
    is_file_stem,
    short_designation,
    undated,
)
from infopage.content.registries import Registries
from infopage.language.dates import IssueDate
from infopage.language.symbols import Symbol
from tests.cases import CASES

_DAY = IssueDate.parse("01/10/2025")


@dataclass(frozen=True)
class Named:
    abstract: str
    title: str
    symbol: Symbol | None = None
    kind: str = "nghi-quyet"
    issued: IssueDate = _DAY


CONGRESS = Named("Đại hội đại biểu Đảng bộ tỉnh lần thứ I", "Đại hội đại biểu Đảng bộ tỉnh lần thứ I")
NUMBERED = Named("về chuyển đổi số", "Về chuyển đổi số", Symbol.parse("05-NQ/TU"))


@pytest.fixture(scope="module")
def lists() -> Registries:
    found, _, _ = registries.load(Path(CASES) / "_base")
    assert found
    return found


def test_a_document_with_a_number_is_named_by_it(lists: Registries) -> None:
    assert undated(NUMBERED, lists) == designation(NUMBERED, lists) == "Nghị quyết số 05-NQ/TU"
    assert short_designation(NUMBERED, lists) == "05-NQ/TU"
    assert dated(NUMBERED, lists) == "Nghị quyết số 05-NQ/TU, ngày 01/10/2025"


def test_a_document_without_a_number_is_named_by_kind_name_and_date(lists: Registries) -> None:
    whole = "Nghị quyết Đại hội đại biểu Đảng bộ tỉnh lần thứ I, ngày 01/10/2025"
    assert designation(CONGRESS, lists) == short_designation(CONGRESS, lists) == dated(CONGRESS, lists) == whole
    assert undated(CONGRESS, lists) == "Nghị quyết Đại hội đại biểu Đảng bộ tỉnh lần thứ I"


@pytest.mark.parametrize(
    ("abstract", "title", "name"),
    [
        ("về chuyển đổi số", "Về chuyển đổi số", "Nghị quyết về chuyển đổi số"),
        ("nghị quyết đại hội", "Nghị quyết đại hội", "Nghị quyết đại hội"),
        ("một trích yếu rất dài", "Nghị quyết Đại hội I", "Nghị quyết Đại hội I"),
        ("một trích yếu rất dài", "Đại hội I", "Nghị quyết: Đại hội I"),
        ("Nghị quyết hóa chủ trương", "Nghị quyết hóa chủ trương", "Nghị quyết hóa chủ trương"),
    ],
)
def test_the_kind_is_said_once(abstract: str, title: str, name: str, lists: Registries) -> None:
    assert undated(replace(CONGRESS, abstract=abstract, title=title), lists) == name


def test_a_file_is_named_by_number_or_by_kind_and_date(lists: Registries) -> None:
    assert file_stem(NUMBERED, lists) == "05-nq-tu"
    stem = file_stem(CONGRESS, lists)
    assert stem == "nghi-quyet-dai-hoi-dai-bieu-dang-bo-tinh-lan-thu-i-2025-10-01"
    long = replace(CONGRESS, abstract="Đại hội " * 40, title="Đại hội " * 40)
    year = replace(CONGRESS, issued=IssueDate.parse("1997"))
    for one in (NUMBERED, CONGRESS, long, year):
        assert is_file_stem(file_stem(one, lists), one)
        assert len(file_stem(one, lists)) < 80
    assert is_file_stem("nghi-quyet-dai-hoi-i-2025-10-01", CONGRESS)
    for wrong in ("dai-hoi-i-2025-10-01", "nghi-quyet-dai-hoi-i", "nghi-quyet-2025-10-02", "05-nq-tu"):
        assert not is_file_stem(wrong, CONGRESS)
    assert not is_file_stem("05-nq-tutu", NUMBERED)
