"""The OpenSearch description lets browsers add the site's search, at any base address."""

from dataclasses import replace

import pytest
from lxml import etree

from infopage.content.catalogue import Catalogue
from infopage.outputs.metadata.opensearch import MEDIA_TYPE, OPENSEARCH, opensearch_xml
from infopage.outputs.site.site import Site
from tests.outputs.values import SETTINGS

NS = {"o": "http://a9.com/-/spec/opensearch/1.1/"}


def described(content: bytes) -> etree._Element:
    return etree.fromstring(content)


def addresses(content: bytes) -> dict[str, str]:
    return {url.get("type"): url.get("template") for url in described(content).findall("o:Url", NS)}


def test_the_description_is_among_the_files_and_leads_to_the_search_page(
    golden_values: tuple[Catalogue, Site],
) -> None:
    assert addresses(golden_values[1].files[OPENSEARCH]) == {
        "text/html": "https://minhhoa.example/tim-kiem/?q={searchTerms}",
        MEDIA_TYPE: "https://minhhoa.example/tim-kiem/opensearch.xml",
    }
    assert "tim-kiem/" in golden_values[1].pages


def test_below_a_folder_of_another_site_the_addresses_keep_the_folder(golden_values: tuple[Catalogue, Site]) -> None:
    content = opensearch_xml(golden_values[0], replace(SETTINGS, url="https://tinh.example/trang/"))
    assert addresses(content)["text/html"] == "https://tinh.example/trang/tim-kiem/?q={searchTerms}"


@pytest.mark.parametrize(
    "name",
    [
        "Tỉnh ủy",
        "Trang thông tin tuyên truyền của Đảng bộ tỉnh Minh Họa và các đảng bộ trực thuộc",
        "A & B <C>",
        "Mộttừdàikhôngcókhoảngtrốngnào",
    ],
)
def test_names_keep_within_what_the_format_allows(name: str, golden_values: tuple[Catalogue, Site]) -> None:
    root = described(opensearch_xml(golden_values[0], replace(SETTINGS, name=name)))
    for tag, most in (("ShortName", 16), ("LongName", 48), ("Description", 1024)):
        text = root.findtext(f"o:{tag}", "", NS)
        assert 0 < len(text) <= most
    assert name.startswith(root.findtext("o:LongName", "", NS))
