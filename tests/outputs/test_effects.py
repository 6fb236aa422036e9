"""Effects between documents as readers see them: status, notes, versions, data and feeds, in usual cases."""

import json
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest
from lxml import etree

from infopage.content import loading
from infopage.content.addresses import moved
from infopage.content.catalogue import Catalogue
from infopage.content.effects.blocks import text_of
from infopage.content.model import OfficialDocument
from infopage.content.validity import Force
from infopage.outputs.data.names import AKN_NAME
from infopage.outputs.search.facets import STATUSES
from infopage.outputs.site.site import Site
from infopage.outputs.views.page import Page
from infopage.outputs.wording import cards
from infopage.outputs.wording.cards import tone
from infopage.outputs.wording.described import standing
from tests.outputs.test_akoma_ntoso import AKN, faults
from tests.outputs.values import gather
from tests.sites import BASE

NOW = datetime(2027, 7, 1, tzinfo=UTC)
TARGET = "van-ban/tinh-uy/2025-2030/05-nq-tu/"


@dataclass(frozen=True)
class Acting:
    """An acting document: its number, its day of issue, its keys and its text."""

    number: int
    issued: str
    keys: str
    body: str = "Điều 1. Thi hành\n\nVăn phòng Tỉnh ủy thi hành.\n"

    def write(self, project: Path) -> None:
        header = (
            f"---\nma: nq-{self.number:02}-tu-2027\nloai: nghi-quyet\nso_ky_hieu: {self.number:02}-NQ/TU\n"
            f"co_quan: tinh-uy\nnhiem_ky: 2025-2030\nngay_ban_hanh: {self.issued}\n"
            f"trich_yeu: về một việc số {self.number}\npham_vi: cong-khai\nngay_dang: {self.issued}\n"
        )
        file = project / "docs/van-ban/tinh-uy/2025-2030" / f"{self.number:02}-nq-tu.md"
        file.write_text(f"{header}{self.keys}---\n{self.body}", encoding="utf-8")


def effect(to: str, action: str, **keys: object) -> str:
    """Return an entry of the key ``tac_dong`` in YAML.

    ``to`` is an anchor in the test project's resolution ('' for all of it), or the id of another document. ``action``
    is the value of the key ``viec``.
    """
    target = to if to.startswith("nq-") else f"nq-05-tu-2026{'#' if to else ''}{to}"
    lines = "".join(f"    {name}: {value}\n" for name, value in keys.items())
    return f"  - vao: {target}\n    viec: {action}\n{lines}"


def acting(number: int, issued: str, *effects: str, body: str = "", more: str = "") -> Acting:
    keys = f"tac_dong:\n{''.join(effects)}" if effects else ""
    return Acting(number, issued, more + keys, body or Acting.body)


WORDS_A = "Điều 1. Sửa đổi\n\n1. Sửa điểm a như sau: “a) Phát triển chính quyền số đến cấp xã.”\n"
WORDS_B = "Điều 1. Sửa đổi\n\n1. Sửa điểm a như sau: “a) Phát triển chính quyền số đến thôn, tổ dân phố.”\n"
WORDS_C = "Điều 1. Bổ sung\n\n1. Bổ sung điểm c như sau:\n\n“c) Phát triển xã hội số.”\n"
FIRST = acting(11, "10/01/2027", effect("I.1.a", "thay-loi", theo="dieu-1.1"), body=WORDS_A)


@dataclass(frozen=True)
class Life:
    """A case: the acting documents, and what the site shows at :data:`NOW` of the resolution that they change."""

    documents: tuple[Acting, ...]
    force: Force
    badge: str
    legal_force: str
    note: str = ""
    texts: tuple[tuple[str, str], ...] = ()
    """(day, words): the day of each version of the text, and words that this version must contain."""


LIVES = {
    "amended thrice": Life(
        (
            FIRST,
            acting(12, "10/02/2027", effect("I.1.a", "thay-loi", theo="dieu-1.1"), body=WORDS_B),
            acting(13, "10/03/2027", effect("I.1.b", "them-sau", theo="dieu-1.1"), body=WORDS_C),
        ),
        Force.AMENDED,
        "Còn hiệu lực, đã được sửa đổi",
        "InForce",
        'Sửa đổi bởi <a href="../12-nq-tu/#dieu-1.1">khoản 1 Điều 1 Nghị quyết số 12-NQ/TU</a>, từ 10/02/2027',
        (
            ("2027-01-10", "Phát triển chính quyền số đến cấp xã."),
            ("2027-02-10", "Phát triển chính quyền số đến thôn, tổ dân phố."),
            ("2027-03-10", "Phát triển xã hội số."),
        ),
    ),
    "partly repealed": Life(
        (acting(11, "10/01/2027", effect("I.1.b", "bai-bo", theo="dieu-1")),),
        Force.PARTLY,
        "Hết hiệu lực một phần",
        "PartiallyInForce",
        "Bãi bỏ bởi",
        (("2027-01-10", "(được bãi bỏ)"),),
    ),
    "amended from next year": Life(
        (acting(11, "10/06/2027", effect("I.1.a", "thay-loi", theo="dieu-1.1", tu="01/01/2028"), body=WORDS_A),),
        Force.IN_FORCE,
        "Còn hiệu lực",
        "InForce",
        "dự kiến từ 01/01/2028",
        (("2028-01-01", "Phát triển chính quyền số đến cấp xã."),),
    ),
    "suspended": Life(
        (acting(11, "10/01/2027", effect("", "tam-ngung", theo="dieu-1")),),
        Force.SUSPENDED,
        "Tạm ngưng hiệu lực từ ngày 10/01/2027",
        "NotInForce",
    ),
    "suspended and resumed": Life(
        (
            acting(11, "10/01/2027", effect("", "tam-ngung", theo="dieu-1")),
            acting(12, "10/02/2027", effect("", "phuc-hoi", theo="dieu-1")),
        ),
        Force.IN_FORCE,
        "Còn hiệu lực",
        "InForce",
    ),
    "a provision suspended for a time": Life(
        (acting(11, "10/01/2027", effect("I.1.b", "tam-ngung", theo="dieu-1", den="31/12/2027")),),
        Force.PARTLY_SUSPENDED,
        "Còn hiệu lực, tạm ngưng một phần",
        "PartiallyInForce",
        "từ 10/01/2027 đến hết ngày 31/12/2027",
    ),
    "amender repealed, the text staying as amended": Life(
        (FIRST, acting(12, "10/02/2027", more="bai_bo: nq-11-tu-2027\n")),
        Force.AMENDED,
        "Còn hiệu lực, đã được sửa đổi",
        "InForce",
        "Sửa đổi bởi",
        (("2027-01-10", "Phát triển chính quyền số đến cấp xã."),),
    ),
    "amender annulled from the start": Life(
        (FIRST, acting(12, "10/02/2027", effect("nq-11-tu-2027", "huy-bo", theo="dieu-1"))),
        Force.IN_FORCE,
        "Còn hiệu lực",
        "InForce",
        "từ 10/01/2027 đến hết ngày 09/02/2027",
        (
            ("2027-01-10", "Phát triển chính quyền số đến cấp xã."),
            ("2027-02-10", "Phát triển chính quyền số."),
        ),
    ),
    "amender repealed before it came into force": Life(
        (
            acting(11, "10/01/2027", effect("I.1.a", "thay-loi", theo="dieu-1.1", tu="01/05/2027"), body=WORDS_A),
            acting(12, "10/02/2027", more="bai_bo: nq-11-tu-2027\n"),
        ),
        Force.IN_FORCE,
        "Còn hiệu lực",
        "InForce",
    ),
    "replaced in part by two documents": Life(
        (
            acting(11, "10/01/2027", more="thay_the: nq-05-tu-2026#I.1.a\n"),
            acting(12, "10/02/2027", more="thay_the: nq-05-tu-2026#I.2\n"),
        ),
        Force.PARTLY,
        "Hết hiệu lực một phần",
        "PartiallyInForce",
        "Thay thế bởi",
        (("2027-01-10", "(được thay thế)"), ("2027-02-10", "(được thay thế)")),
    ),
    "corrected officially": Life(
        (
            acting(
                11, "10/01/2027", effect("I.2", "dinh-chinh", theo="dieu-1", cum_tu="90%", thanh="95%", tu="12/10/2026")
            ),
        ),
        Force.AMENDED,
        "Còn hiệu lực, đã được sửa đổi",
        "InForce",
        "Đính chính bởi",
        (("2026-10-12", "95% hồ sơ"),),
    ),
    "extended": Life(
        (acting(11, "10/01/2027", effect("", "keo-dai", theo="dieu-1", den="31/12/2027")),),
        Force.IN_FORCE,
        "Còn hiệu lực",
        "InForce",
    ),
    "replaced as a whole": Life(
        (acting(11, "10/01/2027", more="thay_the: nq-05-tu-2026\n"),),
        Force.REPLACED,
        "Được thay thế bởi 11-NQ/TU",
        "NotInForce",
    ),
    "annulled as a whole": Life(
        (acting(11, "10/01/2027", effect("", "huy-bo", theo="dieu-1")),),
        Force.ANNULLED,
        "Bị hủy bỏ bởi 11-NQ/TU",
        "NotInForce",
    ),
}


def built(folder: Path, documents: tuple[Acting, ...]) -> tuple[Catalogue, Site]:
    project = folder / "project"
    shutil.copytree(BASE, project)
    for one in documents:
        one.write(project)
    return gather(project, NOW)


def all_words(nodes: list[dict[str, Any]]) -> Iterator[str]:
    for node in nodes:
        yield f"{node['nhan']} {node['chu']}"
        yield from all_words(node["muc_con"])


def without_spaces(text: str) -> str:
    return re.sub(r"\s", "", text)


def page_of(site: Site, address: str = TARGET) -> Page:
    return site.pages[address]


@pytest.mark.parametrize("name", LIVES)
def test_a_relation_of_life_is_told_everywhere(name: str, tmp_path: Path) -> None:
    life = LIVES[name]
    catalogue, site = built(tmp_path, life.documents)
    document = catalogue.public["nq-05-tu-2026"].item
    assert isinstance(document, OfficialDocument)
    assert catalogue.validity(document).force is life.force
    assert standing(document, catalogue).text == life.badge
    page = page_of(site)
    assert life.note in page.html
    assert "Phát triển chính quyền số.</p>" in page.html, "the page shows the text as issued"
    assert f"LegalForce-{life.legal_force}" in page.structured or life.legal_force in page.structured
    record = json.loads(site.files[f"{TARGET}van-ban.json"])
    assert record["hieu_luc"]["trang_thai"] == life.force.value
    assert record["hieu_luc"]["dien_giai"] == life.badge
    acts = {name: content for name, content in site.files.items() if name.endswith(AKN_NAME)}
    assert [f"{name}:{fault}" for name, content in acts.items() for fault in faults(content)] == []
    told = acts[TARGET + AKN_NAME].decode()
    assert ("<passiveModifications>" in told) is bool(catalogue.effects.get(document.id))
    feed = site.files[f"{TARGET}theo-doi.xml"].decode()
    assert all(f"{one.number:02}-NQ/TU" in feed for one in life.documents if "nq-05" in one.keys and life.texts)
    days = [version["tu"] for version in record["cac_ban"]]
    assert days == [day for day, _ in life.texts]
    for day, words in life.texts:
        version = page_of(site, f"{TARGET}tai/{day}/")
        assert words in version.html
        assert not version.indexed
        assert version.canonical == TARGET
        told = json.loads(site.files[f"{TARGET}tai/{day}/van-ban.json"])
        assert told["tai_ngay"] == day
        assert without_spaces(words) in without_spaces("".join(all_words(told["noi_dung"])))
        body = etree.fromstring(site.files[f"{TARGET}tai/{day}/{AKN_NAME}"]).find(f".//{AKN}body")
        notes = r'<div class="change".*?</div>'
        assert without_spaces("".join(body.itertext())) == without_spaces(text_of(re.sub(notes, "", version.html)))


def test_a_document_without_effects_has_no_version(tmp_path: Path) -> None:
    _, site = built(tmp_path, ())
    assert page_of(site).view.versions is None
    assert not [address for address in site.pages if "/tai/" in address]


def test_links_in_a_version_lead_where_they_lead_in_the_document() -> None:
    links = ("../06-nq-tu/#I", "05.pdf", "#I", "https://a.vn/", "./", "/goc/", "../../../../", "mailto:a@b.vn")
    html = " ".join(f'<a class="x" href="{link}">a</a>' for link in links)
    there = f"{TARGET}tai/2027-01-10/"
    for with_places in (True, False):
        found = re.findall('href="([^"]*)"', moved(html, TARGET, there, with_places=with_places))
        here = [link for link in links if not with_places or not link.startswith("#")]
        left = [link for link in found if not with_places or not link.startswith("#")]
        assert [urljoin(f"https://minhhoa.example/{there}", one) for one in left] == [
            urljoin(f"https://minhhoa.example/{TARGET}", one) for one in here
        ]
    assert "#I" in re.findall('href="([^"]*)"', moved(html, TARGET, there, with_places=True))


def test_both_ends_lead_to_the_place(tmp_path: Path) -> None:
    _, site = built(tmp_path, (FIRST,))
    assert '<a href="../11-nq-tu/#dieu-1.1">' in page_of(site).html
    assert '<a href="../05-nq-tu/#I.1.a">' in page_of(site, TARGET.replace("05-", "11-")).html


def test_versions_are_in_no_sitemap_and_no_list(tmp_path: Path) -> None:
    _, site = built(tmp_path, (FIRST,))
    assert "/tai/" not in site.files["sitemap.xml"].decode()
    others = [page for address, page in site.pages.items() if not address.startswith(TARGET)]
    assert not any("/tai/" in repr(page) for page in others)


def test_the_text_as_of_a_day_marks_what_was_added_and_removed(tmp_path: Path) -> None:
    html = page_of(built(tmp_path, (FIRST,))[1]).html
    assert "<summary>Bản gốc · từ 10/01/2027</summary>" in html
    assert '<ins><span class="unseen">chữ thêm: </span> đến cấp xã</ins>' in html
    assert '<a href="tai/2027-01-10/#I.1.a">Cả văn bản tại ngày 10/01/2027</a>' in html


MARKED = """Điều 1. Sửa đổi

1. Sửa điểm a như sau:

“a) Phát triển **chính quyền số**, theo [mục I](vb:nq-05-tu-2026#I) và Kế hoạch số 45/KH-UBND:

| Năm | Tỷ lệ |
|---|---|
| 2027 | 50% |

”
"""


def test_new_words_with_markdown_read_as_in_the_amending_text(tmp_path: Path) -> None:
    marked = acting(11, "10/01/2027", effect("I.1.a", "thay-loi", theo="dieu-1.1"), body=MARKED)
    _, site = built(tmp_path, (marked,))
    version = page_of(site, f"{TARGET}tai/2027-01-10/").html
    assert "<strong>chính quyền số</strong>" in version
    assert "<td>50%</td>" in version
    assert 'href="../../#I"' in version
    assert 'href="../../../../../ubnd-tinh/2026/45-kh-ubnd/"' in version
    box = page_of(site).html.partition("<details")[2].partition("</details>")[0]
    assert "<td>50%</td>" in box
    assert 'href="./#I"' in box
    assert "**" not in box + version


def test_open_data_has_effects_from_both_ends(tmp_path: Path) -> None:
    _, site = built(tmp_path, (FIRST,))
    target = json.loads(site.files[f"{TARGET}van-ban.json"])
    source = json.loads(site.files[f"{TARGET.replace('05-', '11-')}van-ban.json"])
    common = {"viec": "thay-loi", "dieu_khoan": "I.1.a", "theo": "dieu-1.1", "tu": "2027-01-10", "den": None}
    (received,), (stated,) = target["chiu_tac_dong"], source["tac_dong"]
    assert received.items() >= {**common, "ma": "nq-11-tu-2027"}.items()
    assert received["dia_chi"].endswith("/11-nq-tu/#dieu-1.1")
    assert stated.items() >= {**common, "ma": "nq-05-tu-2026"}.items()
    assert stated["dia_chi"].endswith("/05-nq-tu/#I.1.a")


@pytest.mark.parametrize(("action", "place"), [("keo-dai", ""), ("tam-ngung", "I.1.b")])
def test_the_last_day_in_open_data_is_the_day_typed(action: str, place: str, tmp_path: Path) -> None:
    _, site = built(tmp_path, (acting(11, "10/01/2027", effect(place, action, theo="dieu-1", den="31/12/2027")),))
    target = json.loads(site.files[f"{TARGET}van-ban.json"])
    source = json.loads(site.files[f"{TARGET.replace('05-', '11-')}van-ban.json"])
    assert [one["den"] for one in (*target["chiu_tac_dong"], *source["tac_dong"])] == ["2027-12-31"] * 2
    assert "đến hết ngày 31/12/2027" in repr(page_of(site).view.facts)


def test_search_engines_are_told_what_is_amended_and_what_repealed(tmp_path: Path) -> None:
    repealing = acting(12, "10/02/2027", effect("I.1.b", "bai-bo", theo="dieu-1"))
    _, site = built(tmp_path, (FIRST, repealing))
    amends = page_of(site, TARGET.replace("05-", "11-")).structured
    repeals = page_of(site, TARGET.replace("05-", "12-")).structured
    assert '"legislationAmends"' in amends
    assert '"legislationRepeals"' not in amends
    assert '"legislationRepeals"' in repeals
    assert "#I.1.b" in repeals


@pytest.mark.parametrize(("at", "told"), [("2027-12-31", False), ("2028-01-01", True)])
def test_followers_hear_when_what_was_announced_takes_effect(at: str, told: bool, tmp_path: Path) -> None:
    project = tmp_path / "project"
    shutil.copytree(BASE, project)
    LIVES["amended from next year"].documents[0].write(project)
    _, site = gather(project, datetime.fromisoformat(f"{at}T12:00:00+07:00"))
    feed = site.files[f"{TARGET}theo-doi.xml"].decode()
    assert ("có nội dung mới từ ngày 01/01/2028" in feed) is told
    assert (f"/{TARGET}tai/2028-01-01/" in feed) is told
    assert not any("/tai/" in content.decode() for name, content in site.files.items() if name.startswith("nguon-tin/"))


def test_what_takes_effect_when_it_is_published_is_told_once(tmp_path: Path) -> None:
    _, site = built(tmp_path, (FIRST,))
    feed = site.files[f"{TARGET}theo-doi.xml"].decode()
    assert "chịu tác động của" in feed
    assert "có nội dung mới" not in feed


def test_a_version_says_what_it_is_as_akoma_ntoso(tmp_path: Path) -> None:
    _, site = built(tmp_path, LIVES["amended thrice"].documents)
    version = etree.fromstring(site.files[f"{TARGET}tai/2027-02-10/{AKN_NAME}"])
    assert version.find(f"{AKN}act").get("contains") == "singleVersion"
    uri = version.find(f".//{AKN}FRBRExpression/{AKN}FRBRuri").get("value")
    assert uri.endswith("/05-nq-tu/vie@2027-02-10")
    assert len(version.findall(f".//{AKN}passiveModifications/*")) == 2, "the third comes later"
    assert "không thay văn bản chính thức" in "".join(version.find(f".//{AKN}notes").itertext())
    page = page_of(site, f"{TARGET}tai/2027-02-10/")
    assert [link.address for link in page.data] == [f"{page.address}van-ban.json", f"{page.address}{AKN_NAME}"]


def test_a_change_of_what_was_inserted_names_the_place(tmp_path: Path) -> None:
    inserting = acting(13, "10/03/2027", effect("I.1.b", "them-sau", theo="dieu-1.1"), body=WORDS_C)
    repealing = acting(14, "10/04/2027", effect("I.1.c", "bai-bo", theo="dieu-1"))
    _, site = built(tmp_path, (inserting, repealing))
    assert "</span> Bãi bỏ điểm c, khoản 1, mục I bởi" in page_of(site).html
    version = page_of(site, f"{TARGET}tai/2027-04-10/").html
    assert "</span> Bãi bỏ bởi" in version
    assert "(được bãi bỏ)" in version


def test_days_of_versions_are_days_of_changes(tmp_path: Path) -> None:
    catalogue, _ = built(tmp_path, (FIRST,))
    assert [one.since for one in catalogue.effects["nq-05-tu-2026"]] == [date(2027, 1, 10)]


QUOTING = """---
ma: tin-trich
tieu_de: Tin trích nghị quyết
tom_tat: Tin trích lời của nghị quyết.
pham_vi: cong-khai
ngay_dang: {day}
---
Nghị quyết nêu: “Phát triển chính quyền số{more}” ([Nghị quyết 05](vb:nq-05-tu-2026#I.1.a)).
"""


@pytest.mark.parametrize(
    ("day", "more", "is_right"),
    [
        ("05/01/2027", "", True),
        ("05/01/2027", " đến cấp xã", False),
        ("15/01/2027", " đến cấp xã", True),
        ("15/01/2027", " đến cấp tỉnh", False),
    ],
)
def test_words_are_quoted_as_they_read_on_the_day_of_the_quoting_item(
    day: str, more: str, is_right: bool, tmp_path: Path
) -> None:
    project = tmp_path / "project"
    shutil.copytree(BASE, project)
    FIRST.write(project)
    (project / "docs/tin-tuc/2027").mkdir()
    (project / "docs/tin-tuc/2027/tin-trich.md").write_text(QUOTING.format(day=day, more=more), encoding="utf-8")
    _, faults = loading.build(project, NOW, preview=False)
    assert ("trich-dan-sai" in {fault.rule for fault in faults}) is not is_right


def test_an_officially_consolidated_text_is_preferred(tmp_path: Path) -> None:
    _, site = built(tmp_path, (FIRST, acting(14, "10/04/2027", more="hop_nhat: nq-05-tu-2026\n")))
    view = page_of(site).view.versions
    assert [link.address for link in view.official] == [TARGET.replace("05-", "14-")]
    assert view.versions
    record = json.loads(site.files[f"{TARGET}van-ban.json"])
    assert [one["ma"] for one in record["duoc_hop_nhat_tai"]] == ["nq-14-tu-2027"]
    assert '"legislationConsolidates"' in page_of(site, TARGET.replace("05-", "14-")).structured
    assert "được hợp nhất tại" in site.files[f"{TARGET}theo-doi.xml"].decode()


def test_the_contents_say_below_which_heading_the_text_was_changed(tmp_path: Path) -> None:
    _, site = built(tmp_path, (FIRST,))
    assert page_of(site).view.versions.amended == ("I.1",)
    assert page_of(site, f"{TARGET}tai/2027-01-10/").view.versions.amended == ("I.1",)


def test_each_state_of_a_document_can_be_searched_for(tmp_path: Path) -> None:
    catalogue, _ = built(tmp_path, LIVES["a provision suspended for a time"].documents)
    document = catalogue.public["nq-05-tu-2026"].item
    assert isinstance(document, OfficialDocument)
    assert STATUSES[tone(document, catalogue)] == "Hết hoặc tạm ngưng hiệu lực một phần"
    assert {sign[0] for sign in cards._SIGNS.values()} == STATUSES.keys()
