"""Outputs that combine items: the tree of implementing documents, the history of issuers, corrections."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from infopage.content import loading
from infopage.content.catalogue import Catalogue
from infopage.outputs.pages.corrections import corrections_page
from infopage.outputs.pages.implementation import roots, tree, tree_view
from infopage.outputs.site.site import site
from infopage.outputs.wording.frame import Settings
from infopage.outputs.wording.issuers import history, predecessors
from tests.sites import BASE, lay_out

SETTINGS = Settings("Trang thử", "https://minhhoa.example/")


def document(number: int, issuer: str, day: str, implements: str, **more: str) -> str:
    """Return the Markdown source of a small plan, which implements the document ``implements``."""
    keys = "".join(f"{key}: {value}\n" for key, value in more.items())
    return (
        f"---\nma: kh-{number}\nloai: ke-hoach\nso_ky_hieu: {number}-KH/ĐU\nco_quan: {issuer}\nnhiem_ky: 2025-2030\n"
        f"ngay_ban_hanh: {day}\ntrich_yeu: thực hiện\ncu_the_hoa: [{implements}]\npham_vi: cong-khai\n"
        f"ngay_dang: {day}\n{keys}---\nChi bộ thực hiện.\n"
    )


@pytest.fixture
def found(tmp_path: Path) -> Catalogue:
    """Return a catalogue in which a plan implements two points of a resolution, and another plan that plan."""
    project = lay_out(tmp_path / "project", BASE)
    folder = project / "docs" / "van-ban" / "dang-uy-xa-dong" / "2025-2030"
    folder.mkdir(parents=True)
    first = document(1, "dang-uy-xa-dong", "20/10/2026", "nq-05-tu-2026#I.1.a, nq-05-tu-2026#I.1.b")
    second = document(2, "dang-uy-xa-dong", "25/10/2026", "nq-05-tu-2026, kh-1")
    (folder / "01-kh-du.md").write_text(first.replace("1-KH", "01-KH"), encoding="utf-8")
    (folder / "02-kh-du.md").write_text(second.replace("2-KH", "02-KH"), encoding="utf-8")
    found, faults = loading.build(project, datetime(2026, 11, 23, tzinfo=UTC), preview=False)
    assert found is not None, faults
    return found


def test_a_document_stands_once_in_the_tree_below_the_latest_that_it_carries_out(found: Catalogue) -> None:
    (root,) = roots(found)
    assert root.id == "nq-05-tu-2026"
    told = [(node.document.id, depth, node.provisions, node.days) for node, depth in tree(root, found).walk()]
    assert told == [
        ("nq-05-tu-2026", 0, (), 0),
        ("kh-1", 1, ("điểm a, khoản 1, mục I", "điểm b, khoản 1, mục I"), 8),
        ("kh-2", 2, (), 5),
        ("kh-45-ubnd-2026", 1, ("điểm a, khoản 1, mục I",), 18),
    ]


def test_a_level_that_nothing_comes_from_is_said_to_be_unpublished_and_no_more(found: Catalogue) -> None:
    view = tree_view(roots(found)[0], found)
    assert view is not None
    assert view.missing == ("Chi bộ",)
    first, *_ = view.root.steps
    assert first.notes == ("20/10/2026", "sau 8 ngày", "thực hiện điểm a, khoản 1, mục I; điểm b, khoản 1, mục I")


def test_a_body_tells_what_it_came_from_and_what_became_of_it(found: Catalogue) -> None:
    issuers = found.registries.issuers
    assert [one.id for one in predecessors(issuers["dang-uy-xa-dong"], found)] == ["huyen-uy-dong"]
    told = [
        (one.when.text, one.words, [body.text for body in one.bodies])
        for one in history(issuers["huyen-uy-dong"], found)
    ]
    assert told == [
        ("02/9/2021", "Thành lập", []),
        ("01/7/2025", "Kết thúc hoạt động, nay là", ["Ban Chấp hành Đảng bộ xã Đông"]),
    ]


def test_the_list_of_a_body_goes_on_to_the_list_with_its_predecessors(found: Catalogue) -> None:
    pages = site(found, SETTINGS)[0].pages
    wider = pages["van-ban/dang-uy-xa-dong/"].view.wider
    assert wider.address == "van-ban/dang-uy-xa-dong/ca-tien-than/"
    assert pages[wider.address].view.total == 3
    assert pages["van-ban/dang-uy-xa-dong/"].view.total == 2


def test_a_correction_is_told_on_the_item_and_in_the_public_list(tmp_path: Path) -> None:
    project = lay_out(tmp_path / "project", BASE)
    news = project / "docs" / "tin-tuc" / "2026" / "hoi-nghi.md"
    text = news.read_text(encoding="utf-8").replace(
        "pham_vi:", "dinh_chinh:\n  - ngay: 05/11/2026\n    sai: 12 điểm cầu\n    dung: 10 điểm cầu\npham_vi:"
    )
    news.write_text(text, encoding="utf-8")
    found, faults = loading.build(project, datetime(2026, 11, 23, tzinfo=UTC), preview=False)
    assert found is not None, faults
    (one,) = corrections_page(found, SETTINGS).view.corrections
    assert (one.when.text, one.wrong, one.right) == ("05/11/2026", "12 điểm cầu", "10 điểm cầu")
    page = site(found, SETTINGS)[0].pages["tin-tuc/2026/hoi-nghi/"]
    assert [(c.wrong, c.right) for c in page.view.corrections] == [("12 điểm cầu", "10 điểm cầu")]
    assert page.changed == "2026-11-05"
