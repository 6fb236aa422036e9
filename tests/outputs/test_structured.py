"""Structured data: each kind of page's JSON-LD uses only schema.org terms and is safe within its script element."""

import json
import re
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infopage.content.catalogue import Catalogue
from infopage.outputs.metadata.structured import in_script
from infopage.outputs.site.site import Site
from tests.outputs.schema_org import strangers
from tests.outputs.values import gather
from tests.pages import parse
from tests.properties import examples
from tests.sites import golden_project

URL = "https://minhhoa.example/"
PUBLISHER = {"@id": f"{URL}#don-vi"}
DECISION = "van-ban/tinh-uy/2025-2030/09-qd-tu/"


def graph(contents: Site, address: str) -> dict[str, dict[str, Any]]:
    """Return the nodes of a page's JSON-LD graph by type."""
    return {node["@type"]: node for node in json.loads(contents.pages[address].structured)["@graph"]}


def test_every_page_uses_only_types_and_properties_of_the_vocabulary(golden_values: tuple[Catalogue, Site]) -> None:
    found = {a: list(strangers(json.loads(p.structured))) for a, p in golden_values[1].pages.items() if p.structured}
    assert len(found) > 50
    assert {address: problems for address, problems in found.items() if problems} == {}


@pytest.mark.parametrize(
    "node",
    [
        {"@type": "Law"},
        {"@type": "Legislation", "startDate": "2026"},
        {"@type": "Event", "startDate": "1/2/2026"},
        {"@type": "Legislation", "legislationLegalForce": "https://schema.org/Valid"},
        {"@type": "Legislation", "legislationPassedBy": {"@type": "Place", "name": "A"}},
        {"@type": "Legislation", "legislationPassedBy": "Tỉnh ủy"},
        {"@type": "LearningResource", "timeRequired": "45 phút"},
    ],
)
def test_what_the_vocabulary_does_not_have_is_found(node: dict[str, Any]) -> None:
    assert list(strangers({"@graph": [node]})) != []


def test_every_page_search_engines_take_has_structured_data_and_no_other(
    golden_values: tuple[Catalogue, Site],
) -> None:
    assert [a for a, p in golden_values[1].pages.items() if p.indexed != bool(p.structured)] == []


def test_the_sitemap_lists_the_pages_that_search_engines_take_and_no_other(
    golden_values: tuple[Catalogue, Site],
) -> None:
    listed = re.findall("<loc>([^<]*)</loc>", golden_values[1].files["sitemap.xml"].decode())
    taken = [URL + quote(address) for address, page in golden_values[1].pages.items() if page.indexed]
    assert sorted(listed) == sorted(taken)


def test_a_document_is_legislation(golden_values: tuple[Catalogue, Site]) -> None:
    amended = f"{URL}van-ban/tinh-uy/2025-2030/05-nq-tu/"
    repealed = f"{URL}van-ban/huyen-uy-dong/2020-2025/03-nq-hu/"
    node = graph(golden_values[1], DECISION)["Legislation"]
    assert node["@id"] == node["url"] == URL + DECISION
    assert node["legislationIdentifier"] == "09-QĐ/TU"
    assert node["legislationType"] == "Quyết định"
    assert node["legislationDate"] == "2026-10-20"
    assert node["legislationPassedBy"]["@id"] == f"{URL}van-ban/tinh-uy/"
    assert node["legislationLegalForce"] == "https://schema.org/InForce"
    assert [one["@id"] for one in node["legislationAmends"]] == [f"{amended}#I.1.a"]
    assert node["legislationAmends"][0]["isPartOf"] == {"@id": amended}
    assert [one["@id"] for one in node["legislationRepeals"]] == [repealed]
    assert {one["@id"] for one in node["legislationChanges"]} == {f"{amended}#I.1.a", repealed}
    assert (node["datePublished"], node["dateModified"]) == ("2026-10-21", "2026-10-25")
    assert (node["inLanguage"], node["publisher"]) == ("vi", PUBLISHER)
    assert node["creativeWorkStatus"] == "văn bản minh họa"
    assert "minh họa" in node["disambiguatingDescription"]


def test_a_document_carried_out_repealed_or_with_files_says_so(golden_values: tuple[Catalogue, Site]) -> None:
    plan = graph(golden_values[1], "van-ban/ubnd-tinh/2026/45-kh-ubnd/")["Legislation"]
    carried = f"{URL}van-ban/tinh-uy/2025-2030/05-nq-tu/#I.1.a"
    assert [one["@id"] for one in plan["legislationEnsuresImplementationOf"]] == [carried]
    repealed = graph(golden_values[1], "van-ban/huyen-uy-dong/2020-2025/03-nq-hu/")["Legislation"]
    assert repealed["legislationLegalForce"] == "https://schema.org/NotInForce"
    assert "creativeWorkStatus" not in repealed
    assert "disambiguatingDescription" not in repealed
    resolution = graph(golden_values[1], "van-ban/tinh-uy/2025-2030/05-nq-tu/")["Legislation"]
    assert [one["encodingFormat"] for one in resolution["encoding"]] == [
        "application/pdf",
        "application/json",
        "text/plain",
        "application/akn+xml",
    ]
    files = {one["contentUrl"].removeprefix(URL) for one in resolution["encoding"]}
    assert files <= {*golden_values[1].files, *golden_values[1].assets}


def test_a_document_that_lost_a_provision_is_partially_in_force(tmp_path: Path) -> None:
    project = golden_project(tmp_path / "project")
    decision = project / "docs/van-ban/tinh-uy/2025-2030/09-qd-tu.md"
    text = decision.read_text("utf-8").replace("sua_doi: ", "bai_bo: [nq-03-hu-2022, ").replace("#I.1.a", "#I.1.a]")
    decision.write_text(text.replace("bai_bo: nq-03-hu-2022\n", ""), encoding="utf-8")
    node = graph(gather(project)[1], "van-ban/tinh-uy/2025-2030/05-nq-tu/")["Legislation"]
    assert node["legislationLegalForce"] == "https://schema.org/PartiallyInForce"


def test_a_document_of_which_only_the_year_is_known_is_dated_by_it(tmp_path: Path) -> None:
    project = golden_project(tmp_path / "project")
    document = project / "docs/van-ban/huyen-uy-dong/2020-2025/03-nq-hu.md"
    document.write_text(document.read_text("utf-8").replace("11/02/2022", "2022"), encoding="utf-8")
    contents = gather(project)[1]
    address = "van-ban/huyen-uy-dong/2020-2025/03-nq-hu/"
    assert graph(contents, address)["Legislation"]["legislationDate"] == "2022"
    assert list(strangers(json.loads(contents.pages[address].structured))) == []
    assert json.loads(contents.files[f"{address}van-ban.json"])["ngay_ban_hanh"] == "2022"


def test_news_is_an_article_with_its_source(golden_values: tuple[Catalogue, Site]) -> None:
    node = graph(golden_values[1], "tin-tuc/2026/hoi-nghi/")["NewsArticle"]
    assert node["headline"] == "Hội nghị quán triệt nghị quyết"
    assert node["author"] == node["publisher"] == PUBLISHER
    assert node["image"] == [f"{URL}tin-tuc/2026/hoi-nghi.jpg"]
    assert node["isBasedOn"]["url"] == "https://bao.example/hoi-nghi"
    reprint = graph(golden_values[1], "tin-tuc/2026/tin-dang-lai/")["NewsArticle"]
    assert reprint["isBasedOn"]["datePublished"] == "2026-09-15T06:00:00+07:00"
    assert reprint["isBasedOn"]["author"]["name"] == "Trần Thị B"
    assert [one["@id"] for one in node["mentions"]] == [f"{URL}van-ban/tinh-uy/2025-2030/05-nq-tu/"]


def test_a_guide_is_a_learning_resource(golden_values: tuple[Catalogue, Site]) -> None:
    node = graph(golden_values[1], "hoc-tap/de-cuong/")["LearningResource"]
    assert node["timeRequired"].startswith("PT")
    assert node["learningResourceType"]
    assert all(one["audienceType"] for one in node["audience"])
    assert node["about"][0]["@type"] == "Legislation"


def test_an_event_has_its_hours_and_places(golden_values: tuple[Catalogue, Site]) -> None:
    node = graph(golden_values[1], "lich/hoi-nghi-truc-tuyen/")["Event"]
    assert (node["startDate"], node["endDate"]) == ("2026-12-01T07:30:00+07:00", "2026-12-01T11:00:00+07:00")
    assert node["eventAttendanceMode"] == "https://schema.org/OnlineEventAttendanceMode"
    assert [one["@type"] for one in node["location"]] == ["Place", "Place", "VirtualLocation"]
    assert node["organizer"] == PUBLISHER


def test_crumbs_are_the_pages_own_and_end_with_the_page(golden_values: tuple[Catalogue, Site]) -> None:
    for address, page in golden_values[1].pages.items():
        if page.crumbs and page.indexed:
            steps = graph(golden_values[1], address)["BreadcrumbList"]["itemListElement"]
            assert [step["position"] for step in steps] == list(range(1, len(page.crumbs) + 2))
            assert [step["name"] for step in steps[:-1]] == [link.text for link in page.crumbs]
            assert steps[-1]["item"] == {"@id": URL + address}


def test_an_event_is_about_what_it_names_but_not_about_what_has_expired(tmp_path: Path) -> None:
    project = golden_project(tmp_path / "project")
    event = project / "docs/lich/hoi-nghi-truc-tuyen.md"
    event.write_text(event.read_text("utf-8").replace("hoc-de-cuong]", "hoc-de-cuong, tin-da-het-han]"), "utf-8")
    about = graph(gather(project)[1], "lich/hoi-nghi-truc-tuyen/")["Event"]["about"]
    assert [(one["@type"], one["@id"].removeprefix(URL)) for one in about] == [
        ("Legislation", "van-ban/tinh-uy/2025-2030/05-nq-tu/"),
        ("CreativeWork", "hoc-tap/de-cuong/"),
    ]


def test_the_first_page_says_whose_site_it_is(golden_values: tuple[Catalogue, Site]) -> None:
    nodes = graph(golden_values[1], "")
    assert nodes["WebSite"]["publisher"] == PUBLISHER
    assert nodes["Organization"]["email"]
    assert "BreadcrumbList" not in nodes


def test_the_page_of_data_is_a_dataset_whose_files_are_there(golden_values: tuple[Catalogue, Site]) -> None:
    found = graph(golden_values[1], "du-lieu/")["Dataset"]["distribution"]
    assert {one["contentUrl"].removeprefix(URL) for one in found} <= golden_values[1].files.keys()


@examples(100)
@given(st.text() | st.sampled_from(["</script>", "<!--", "]]>", "\u2028", '"', "&lt;/script&gt;", "<script>"]))
def test_nothing_gets_out_of_the_script_and_nothing_is_lost(text: str) -> None:
    written = in_script({"name": text})
    assert not set("<>&") & set(written)
    page = parse(f'<p><script type="application/ld+json">{written}</script></p>'.encode("utf-8", "surrogatepass"))
    (script,) = page.xpath("//script")
    assert json.loads(written) == {"name": text}
    assert script.text == written or "\r" in text or "\0" in text


def test_a_hostile_title_stays_within_its_script(tmp_path: Path) -> None:
    title = """</script><script>alert("1")</script> 'a' & <!-- b"""
    project = golden_project(tmp_path / "project")
    file = project / "docs/tin-tuc/2026/hoi-nghi.md"
    text = file.read_text("utf-8").replace("Hội nghị quán triệt nghị quyết", json.dumps(title), 1)
    file.write_text(text, encoding="utf-8")
    written = gather(project)[1].pages["tin-tuc/2026/hoi-nghi/"].structured
    assert not set("<>&") & set(written)
    assert json.loads(written)["@graph"][0]["headline"] == title
