"""A body, topic or kind without any published item has no page, feed or row; one that had items keeps them."""

from pathlib import Path

import pytest

from infopage.outputs.feeds.opml import OPML
from infopage.outputs.site.site import Site
from infopage.outputs.views.lists import ListingView
from infopage.outputs.views.standing import StandingView
from tests.outputs.feeds.values import whole
from tests.outputs.values import gather
from tests.sites import BASE, lay_out

DOCUMENT = "docs/van-ban/ubnd-tinh/2026/45-kh-ubnd.md"
NEW_BODIES = """
- ma: dang-uy-xa-tay
  ten: Đảng ủy xã Tây
  ten_ngan: Đảng ủy xã Tây
  cap: xa
  khoi: dang
  danh_so: nhiem-ky
  den: 30/6/2025
  su_kien:
    - loai: hop-nhat
      ngay: 01/7/2025
      thanh: [dang-uy-xa-tay-dong]
- ma: dang-uy-xa-tay-dong
  ten: Đảng ủy xã Tây Đông
  ten_ngan: Đảng ủy xã Tây Đông
  cap: xa
  khoi: dang
  danh_so: nhiem-ky
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a project with two bodies, a topic and a kind that no item belongs to."""
    folder = lay_out(tmp_path / "project", BASE)
    for name, more in {
        "co-quan": NEW_BODIES,
        "chu-de": "\n- ma: du-lich\n  ten: Du lịch\n  mo_ta: Phát triển du lịch.\n",
        "loai-van-ban": "\n- ma: thong-bao\n  ten: Thông báo\n  viet_tat: TB\n",
    }.items():
        with (folder / f"data/{name}.yml").open("a", encoding="utf-8") as file:
            file.write(more)
    return folder


def feeds_told(contents: Site) -> str:
    """Return the feed addresses listed on the page about feeds, as one string."""
    view = contents.pages["nguon-tin/"].view
    assert isinstance(view, StandingView)
    return " ".join(row.address for group in view.feeds for row in group.feeds)


@pytest.mark.parametrize(
    ("page", "feed"),
    [
        ("van-ban/dang-uy-xa-tay/", "co-quan/dang-uy-xa-tay"),
        ("van-ban/dang-uy-xa-tay-dong/", "co-quan/dang-uy-xa-tay-dong"),
        ("chuyen-de/du-lich/", "chu-de/du-lich"),
        ("van-ban/loai/thong-bao/", "loai/thong-bao"),
    ],
)
def test_what_nothing_was_published_of_has_no_page_no_feed_and_no_row(project: Path, page: str, feed: str) -> None:
    _, contents = gather(project)
    assert page not in contents.pages
    assert [name for name in whole(contents) if name.startswith(f"nguon-tin/{feed}/")] == []
    assert f"nguon-tin/{feed}/" not in feeds_told(contents) + whole(contents)[OPML].decode()
    assert "nguon-tin/co-quan/ubnd-tinh/" in feeds_told(contents)


def test_a_body_whose_document_is_gone_keeps_its_page_and_feed(project: Path) -> None:
    file = project / DOCUMENT
    withdrawn = "thu_hoi:\n  ngay: 20/11/2026\n  ly_do: Đăng nhầm.\npham_vi:"
    file.write_text(file.read_text("utf-8").replace("pham_vi:", withdrawn), encoding="utf-8")
    found, contents = gather(project)
    assert "ubnd-tinh" not in {document.issuer for document in found.documents}
    assert "van-ban/ubnd-tinh/" in contents.pages
    assert "nguon-tin/co-quan/ubnd-tinh/rss.xml" in whole(contents)


def test_a_body_whose_document_moved_to_another_keeps_its_page(project: Path) -> None:
    moved = "- tu: van-ban/dang-uy-xa-tay/2025-2030/01-kh-du/\n  den: van-ban/\n"
    (project / "data/chuyen-huong.yml").write_text(moved, encoding="utf-8")
    _, contents = gather(project)
    assert {"van-ban/dang-uy-xa-tay/", "van-ban/dang-uy-xa-tay-dong/"} <= contents.pages.keys()
    assert "nguon-tin/co-quan/dang-uy-xa-tay/rss.xml" in whole(contents)


def test_a_body_is_reached_when_one_it_came_from_is_and_only_that_way_round(project: Path) -> None:
    bodies = project / "data/co-quan.yml"
    text = bodies.read_text("utf-8").replace("thanh: [dang-uy-xa-tay-dong]", "thanh: [ubnd-tinh]")
    bodies.write_text(text, encoding="utf-8")
    found, contents = gather(project)
    assert "ubnd-tinh" in found.met.issuers
    assert "dang-uy-xa-tay" not in found.met.issuers
    view = contents.pages["van-ban/ubnd-tinh/"].view
    assert isinstance(view, ListingView)
    assert [(body.text, body.address) for one in view.history for body in one.bodies] == [("Đảng ủy xã Tây", "")]


def test_an_old_address_below_no_bodys_folder_reaches_no_body(project: Path) -> None:
    moved = "- tu: van-ban/khong-co-quan-nao/2025-2030/01-kh-du/\n  den: van-ban/\n"
    (project / "data/chuyen-huong.yml").write_text(moved, encoding="utf-8")
    found, _ = gather(project)
    assert "khong-co-quan-nao" not in found.met.issuers
