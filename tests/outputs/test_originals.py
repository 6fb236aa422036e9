"""A document's page, its print, and the files of its text say what they are, and that the signed original counts."""

import json
from base64 import b64decode
from urllib.parse import parse_qs, urlsplit

from infopage.content.catalogue import Catalogue
from infopage.outputs.pages.sharing import on_zalo
from infopage.outputs.site.site import Site

PAGE = "van-ban/tinh-uy/2025-2030/05-nq-tu/"
ISSUER = "Ban Chấp hành Đảng bộ tỉnh Minh Họa"
LINE = f"Bản này để tra cứu. Bản gốc do {ISSUER} ký, ban hành; có chỗ khác nhau thì theo bản gốc."


def test_a_page_names_who_has_the_original_and_the_attached_file(golden_values: tuple[Catalogue, Site]) -> None:
    told = golden_values[1].pages[PAGE].view.original
    assert told.text == LINE
    assert told.file.text.endswith(".pdf")
    assert told.source is None


def test_files_made_of_the_text_say_it_too(golden_values: tuple[Catalogue, Site]) -> None:
    files = golden_values[1].files
    assert f"Bản gốc: {LINE}" in files[f"{PAGE}van-ban.txt"].decode()
    assert LINE in files[f"{PAGE}van-ban.akn"].decode()


def test_a_joint_document_names_all_its_bodies(golden_values: tuple[Catalogue, Site]) -> None:
    told = golden_values[1].pages["van-ban/tinh-uy/2025-2030/02-nqlt-tu-ubnd/"].view.original
    assert f"Bản gốc do {ISSUER} và Ủy ban nhân dân " in told.text


def test_a_page_of_news_says_nothing_of_an_original(golden_values: tuple[Catalogue, Site]) -> None:
    assert golden_values[1].pages["tin-tuc/2026/hoi-nghi/"].view.original is None


def test_the_link_to_zalo_carries_the_address_whole() -> None:
    address = "https://trang.example/tin-tuc/2026/phụ-lục?a=1&b=đ"
    parts = urlsplit(on_zalo(address))
    assert json.loads(b64decode(parse_qs(parts.query, strict_parsing=True)["d"][0])) == {"url": address}
