"""Relations that occur in practice: a renamed body, a joint document, and a document that is not on the site."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from infopage.content.catalogue import Catalogue
from infopage.content.model import OfficialDocument
from infopage.content.validity import Force
from infopage.outputs.feeds.content import notes
from infopage.outputs.feeds.entries import entry
from infopage.outputs.pages.implementation import roots
from infopage.outputs.site.site import Site
from infopage.outputs.wording.facts import facts
from tests.outputs.values import SETTINGS, gather
from tests.sites import BASE, lay_out

BODIES = """
- ma: ban-cu
  ten: Ban Cũ Tỉnh ủy Minh Họa
  ten_ngan: Ban Cũ
  cap: tinh
  khoi: dang
  danh_so: nhiem-ky
  den: 30/6/2026
  su_kien:
    - loai: doi-ten
      ngay: 01/7/2026
      thanh: ban-moi
      van_ban: Quyết định số 12-QĐ/TU, ngày 30/6/2026
- ma: ban-moi
  ten: Ban Mới Tỉnh ủy Minh Họa
  ten_ngan: Ban Mới
  cap: tinh
  khoi: dang
  danh_so: nhiem-ky
  tu: 01/7/2026
"""
FOLDER = "docs/van-ban"
OLD = """---
ma: kh-01-ban-cu
loai: ke-hoach
so_ky_hieu: 01-KH/BC
co_quan: ban-cu
nhiem_ky: 2025-2030
ngay_ban_hanh: 05/3/2026
trich_yeu: hướng dẫn người dân
cu_the_hoa: nq-11-tw-2025
pham_vi: cong-khai
ngay_dang: 06/3/2026
---
1. Mở lớp.

2. Báo cáo.
"""
NEW = """---
ma: khlt-02-ban-moi
loai: ke-hoach
so_ky_hieu: 02-KHLT/BM-UBND
co_quan: [ban-moi, ubnd-tinh]
nhiem_ky: 2025-2030
ngay_ban_hanh: 05/10/2026
ngay_hieu_luc: 10/11/2026
trich_yeu: phối hợp hướng dẫn người dân
cu_the_hoa: nq-11-tw-2025#II.1.a
thay_the: kh-01-ban-cu
tac_dong:
  - {vao: nq-11-tw-2025#dieu-1.2, viec: bai-bo, theo: "2"}
nguoi_ky:
  - {ten: Nguyễn Văn A, chuc_vu: Trưởng Ban}
  - {ten: Trần Văn B, chuc_vu: Chủ tịch}
pham_vi: cong-khai
ngay_dang: 06/10/2026
---
1. Theo điểm a, khoản 1, mục II Nghị quyết số 11-NQ/TW, hai cơ quan thay Kế hoạch số 01-KH/BC của Ban Cũ.

2. Mỗi quý họp một lần.
"""
Values = tuple[Catalogue, Site]


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = lay_out(tmp_path_factory.mktemp("life") / "project", BASE)
    with (root / "data/co-quan.yml").open("a", encoding="utf-8") as file:
        file.write(BODIES)
    for path, text in (("ban-cu/2025-2030/01-kh-bc.md", OLD), ("ban-moi/2025-2030/02-khlt-bm-ubnd.md", NEW)):
        (root / FOLDER / path).parent.mkdir(parents=True)
        (root / FOLDER / path).write_text(text, encoding="utf-8")
    return root


@pytest.fixture(scope="module")
def before(project: Path) -> Values:
    """Return the site between the issue of the project's joint plan (of two bodies) and its taking effect."""
    return gather(project, datetime(2026, 11, 5, tzinfo=UTC))


@pytest.fixture(scope="module")
def after(project: Path) -> Values:
    """Return the site when the project's joint plan (of two bodies) has taken effect."""
    return gather(project)


def document(values: Values, id: str) -> OfficialDocument:
    found = values[0].public[id].item
    assert isinstance(found, OfficialDocument)
    return found


def told(values: Values, id: str) -> dict[str, str]:
    """Return the box of facts on a document's page as label -> values."""
    found = facts(document(values, id), values[0])
    return {one.label: "; ".join(f"{v.text} {v.note}".strip() or v.badge.text for v in one.values) for one in found}  # type: ignore[union-attr]  # a value has words or a badge


def data(values: Values, id: str) -> dict[str, Any]:
    listed = json.loads(values[1].files["du-lieu/danh-muc.json"])["van_ban"]
    return next(one for one in listed if one["ma"] == id)


def entity(values: Values, address: str) -> dict[str, Any]:
    graph = json.loads(values[1].pages[address].structured)["@graph"]
    return next(one for one in graph if one["@type"] == "Legislation")


OLD_PAGE, NEW_PAGE = "van-ban/ban-cu/2025-2030/01-kh-bc/", "van-ban/ban-moi/2025-2030/02-khlt-bm-ubnd/"
OUTSIDE_PAGE = "van-ban/ngoai-trang/nq-11-tw-2025/"


def test_a_body_keeps_its_old_name_and_the_page_adds_the_new_one(after: Values) -> None:
    assert told(after, "kh-01-ban-cu")["Cơ quan ban hành"] == "Ban Cũ Tỉnh ủy Minh Họa nay là Ban Mới"
    assert data(after, "kh-01-ban-cu")["co_quan"] == {
        "ma": "ban-cu",
        "ten": "Ban Cũ Tỉnh ủy Minh Họa",
        "nay_la": [{"ma": "ban-moi", "ten": "Ban Mới Tỉnh ủy Minh Họa"}],
    }
    assert entity(after, OLD_PAGE)["legislationPassedBy"]["name"] == "Ban Cũ Tỉnh ủy Minh Họa"
    note = notes(document(after, "kh-01-ban-cu"), after[0], SETTINGS).before
    assert note == ("<p><em>Văn bản của Ban Cũ, nay là Ban Mới.</em></p>",)
    heir = after[1].pages["van-ban/ban-moi/ca-tien-than/"].view
    assert [card.number for group in heir.groups for card in group.cards] == ["02-KHLT/BM-UBND", "01-KH/BC"]


def test_a_joint_document_replaces_one_from_the_day_on_which_it_takes_effect(before: Values, after: Values) -> None:
    assert before[0].validity(document(before, "kh-01-ban-cu")).force is Force.IN_FORCE
    assert told(before, "kh-01-ban-cu")["Hiệu lực"] == "Còn hiệu lực"
    assert entity(before, OLD_PAGE)["legislationLegalForce"].endswith("/InForce")
    assert after[0].validity(document(after, "kh-01-ban-cu")).force is Force.REPLACED
    assert told(after, "kh-01-ban-cu")["Hiệu lực"] == "Được thay thế bởi 02-KHLT/BM-UBND"
    assert entity(after, OLD_PAGE)["legislationLegalForce"].endswith("/NotInForce")
    assert data(after, "kh-01-ban-cu")["hieu_luc"]["boi"] == ["khlt-02-ban-moi"]
    feed = after[1].files[f"{OLD_PAGE}theo-doi.xml"].decode()
    assert "Kế hoạch số 01-KH/BC được thay thế bởi Kế hoạch số 02-KHLT/BM-UBND" in feed


def test_a_joint_document_names_all_its_bodies_and_signers(after: Values) -> None:
    facts = told(after, "khlt-02-ban-moi")
    assert facts["Cơ quan ban hành"] == "Ban Mới Tỉnh ủy Minh Họa; Ủy ban nhân dân tỉnh Minh Họa"
    assert facts["Người ký"] == "Nguyễn Văn A (Trưởng Ban); Trần Văn B (Chủ tịch)"
    passed = entity(after, NEW_PAGE)["legislationPassedBy"]
    assert [one["@id"] for one in passed] == [f"{SETTINGS.url}van-ban/{id}/" for id in ("ban-moi", "ubnd-tinh")]
    record = data(after, "khlt-02-ban-moi")
    assert (record["co_quan"]["ma"], [one["ma"] for one in record["cung_ban_hanh"]]) == ("ban-moi", ["ubnd-tinh"])
    assert (record["nguoi_ky"]["ten"], record["cung_ky"][0]["ten"]) == ("Nguyễn Văn A", "Trần Văn B")


def test_a_document_elsewhere_is_related_to_and_cited_as_one_of_the_site(after: Values) -> None:
    assert told(after, "khlt-02-ban-moi")["Cụ thể hóa"] == (
        "Nghị quyết số 11-NQ/TW (điểm a, khoản 1, mục II; ngoài trang)"
    )
    (relation,) = data(after, "khlt-02-ban-moi")["cu_the_hoa"]
    assert (relation["ma"], relation["dieu_khoan"], relation["ngoai_trang"]) == ("nq-11-tw-2025", "II.1.a", True)
    assert relation["dia_chi"] == SETTINGS.url + OUTSIDE_PAGE
    (target,) = entity(after, NEW_PAGE)["legislationEnsuresImplementationOf"]
    assert target["sameAs"] == "https://trung-uong.example/11-nq-tw"
    made = entry(document(after, "khlt-02-ban-moi"), "2026-11-20T00:00:00+07:00", after[0], SETTINGS)
    assert "Cụ thể hóa: Nghị quyết số 11-NQ/TW: Về một việc minh họa (ngoài trang)" in [r.title for r in made.related]
    html = after[0].html(document(after, "khlt-02-ban-moi"))
    assert '<a href="../../../ngoai-trang/nq-11-tw-2025/"' in html
    assert ">điểm a, khoản 1, mục II Nghị quyết số 11-NQ/TW</a>" in html


def test_the_page_of_a_document_elsewhere_shows_what_came_of_it(after: Values) -> None:
    page = after[1].pages[OUTSIDE_PAGE]
    shown = {fact.label: [value.text for value in fact.values] for fact in page.view.facts}
    assert shown["Được cụ thể hóa bởi"] == ["Kế hoạch số 01-KH/BC", "Kế hoạch số 02-KHLT/BM-UBND"]
    assert [fact.values[0].note for fact in page.view.facts if fact.label == "Bị bãi bỏ bởi"] == [
        "(khoản 2 Điều 1, từ 10/11/2026)"
    ]
    assert [step.link.text for step in page.view.tree.root.steps] == ["01-KH/BC", "02-KHLT/BM-UBND"]
    assert [one.id for one in roots(after[0])][-1] == "nq-11-tw-2025"
    assert [group.title for group in page.view.related] == ["Được dẫn trong"]
    assert page.changed == "2026-10-06"
