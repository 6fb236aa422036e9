"""Open data matches its schemas, agrees with the site, and contains nothing that is not public."""

import csv
import io
import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from infopage.content.catalogue import Catalogue
from infopage.content.provisions.tree import ProvisionNode, tree
from infopage.outputs.data.catalogue_csv import COLUMNS, csv_file, csv_row, harmless
from infopage.outputs.data.fields import DOCUMENT
from infopage.outputs.data.plain_text import lines, wording, words
from infopage.outputs.data.provision_nodes import text_of
from infopage.outputs.data.records import FORWARD
from infopage.outputs.site.site import Site
from infopage.outputs.wording.encoding import json_file
from tests.content.test_plain_texts import bodies, plain
from tests.outputs.values import gather
from tests.properties import examples
from tests.sites import golden_project

URL = "https://minhhoa.example/"
DECISION = "van-ban/tinh-uy/2025-2030/09-qd-tu/"


def data(contents: Site, path: str) -> Any:
    """Return the content of a published JSON file, parsed."""
    return json.loads(contents.files[path])


def json_files(contents: Site) -> list[str]:
    """Return the paths of the data files, without the schemas."""
    return [path for path in contents.files if path.endswith(".json") and "/schema/" not in path]


def test_every_schema_is_a_schema_and_names_its_own_address(golden_values: tuple[Catalogue, Site]) -> None:
    found = [path for path in golden_values[1].files if "/schema/" in path]
    assert len(found) == 7
    for path in found:
        schema = data(golden_values[1], path)
        jsonschema.Draft202012Validator.check_schema(schema)
        assert schema["$id"] == URL + path


def test_every_published_json_fits_the_schema_it_names(golden_values: tuple[Catalogue, Site]) -> None:
    paths = json_files(golden_values[1])
    assert len(paths) == len(golden_values[0].documents) + 7, "the six lists, and a document at its old address too"
    for path in paths:
        published = data(golden_values[1], path)
        schema = data(golden_values[1], published["$schema"].removeprefix(URL))
        validator = jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())
        assert [error.message for error in validator.iter_errors(published)] == [], path
        assert list(validator.iter_errors({**published, "khong_co_trong_luoc_do": 1})) != [], path


def test_every_address_in_the_data_is_there(golden_values: tuple[Catalogue, Site]) -> None:
    contents = golden_values[1]
    there = {*contents.pages, *contents.files, *contents.assets}
    for path in json_files(contents):
        for address in re.findall(rf'"{URL}([^"#]*)(?:#[^"]*)?"', contents.files[path].decode()):
            assert address in there, (path, address)


def test_every_key_is_explained() -> None:
    def unexplained(schema: dict[str, Any], above: str) -> list[str]:
        inner = {**schema.get("properties", {}), **schema.get("items", {}).get("properties", {})}
        return [f"{above}.{k}" for k, v in inner.items() if not v.get("description")] + [
            name for k, v in inner.items() for name in unexplained(v, f"{above}.{k}")
        ]

    assert unexplained({"properties": DOCUMENT}, "") == []


def test_the_relations_of_the_data_read_the_same_from_both_ends(golden_values: tuple[Catalogue, Site]) -> None:
    both = {
        "can_cu": "la_can_cu_cua",
        "cu_the_hoa": "duoc_cu_the_hoa_boi",
        "sua_doi": "duoc_sua_doi_boi",
        "thay_the": "duoc_thay_the_boi",
        "bai_bo": "bi_bai_bo_boi",
    }
    listed = data(golden_values[1], "du-lieu/danh-muc.json")["van_ban"]
    assert [one["ma"] for one in listed] == sorted(one["ma"] for one in listed)
    for key, other in both.items():
        ahead = {(one["ma"], to["ma"], to["dieu_khoan"]) for one in listed for to in one[key] if not to["ngoai_trang"]}
        back = {(by["ma"], one["ma"], by["dieu_khoan"]) for one in listed for by in one[other]}
        assert ahead == back
    assert any(one["sua_doi"] for one in listed)


def test_every_relation_leads_to_a_document_of_the_data(golden_values: tuple[Catalogue, Site]) -> None:
    listed = data(golden_values[1], "du-lieu/danh-muc.json")["van_ban"]
    outside = {one["ma"] for one in data(golden_values[1], "du-lieu/van-ban-ngoai.json")["van_ban_ngoai"]}
    named = [to for one in listed for key in FORWARD.values() for to in one[key]]
    assert {to["ma"] for to in named if to["ngoai_trang"]} == outside == {"nq-11-tw-2025"}
    assert {to["ma"] for to in named if not to["ngoai_trang"]} <= {one["ma"] for one in listed}


def test_a_document_has_its_data_its_standing_and_its_text(golden_values: tuple[Catalogue, Site]) -> None:
    document = data(golden_values[1], f"{DECISION}van-ban.json")
    assert document["so_ky_hieu"] == "09-QĐ/TU"
    assert document["ngay_ban_hanh"] == "2026-10-20"
    assert document["minh_hoa"] is True
    assert document["sua_doi"][0]["dia_chi"] == f"{URL}van-ban/tinh-uy/2025-2030/05-nq-tu/#I.1.a"
    assert document["bang"] == [
        {"neo": "phu-luc", "hang": [["Chỉ tiêu", "2026", "2030"], ["Hồ sơ trực tuyến", "60%", "90%"]]}
    ]
    assert document["chu_thich"] == [{"so": "1", "chu": "Điều lệ hiện hành."}]
    repealed = data(golden_values[1], "van-ban/huyen-uy-dong/2020-2025/03-nq-hu/van-ban.json")
    assert repealed["hieu_luc"]["trang_thai"] == "bi-bai-bo"
    assert repealed["hieu_luc"]["boi"] == ["qd-09-tu-2026"]


def nodes(tree: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the nodes of a tree in reading order."""
    return [one for node in tree for one in (node, *nodes(node["muc_con"]))]


def test_the_tree_holds_every_provision_once_and_in_order(golden_values: tuple[Catalogue, Site]) -> None:
    catalogue, contents = golden_values
    for document in catalogue.documents:
        rendered = catalogue.text(document).rendered
        published = data(contents, f"{document.path.removesuffix('.md')}/van-ban.json")
        found = nodes(published["noi_dung"])
        assert [node["neo"] for node in found] == [p.anchor or None for p in rendered.provisions]
        assert [node["nhan"] for node in found] == [p.label.text if p.label else "" for p in rendered.provisions]
        assert {node["neo"] for node in found if node["neo"]} <= rendered.anchors
        assert all(node["dia_chi"] == f"{published['dia_chi']}#{node['neo']}" for node in found if node["neo"])


@examples(200)
@given(bodies)
def test_the_data_nest_as_the_provisions_do(body: str) -> None:
    def told(node: ProvisionNode) -> dict[str, Any]:
        return {
            "nhan": node.label.text if node.label else "",
            "chu": words(node.text),
            "neo": node.anchor or None,
            "dia_chi": f"{URL}#{node.anchor}" if node.anchor else None,
            "trich": node.quoted,
            "muc_con": [told(child) for child in node.children],
        }

    rendered = plain(body)
    nested = [told(node) for node in tree(rendered.provisions)]
    assert text_of(rendered, URL) == {"tai_ngay": None, "noi_dung": nested, "bang": [], "chu_thich": []}


def test_a_tree_nests_as_the_text_does(golden_values: tuple[Catalogue, Site]) -> None:
    (mission,) = data(golden_values[1], "van-ban/tinh-uy/2025-2030/05-nq-tu/van-ban.json")["noi_dung"]
    assert (mission["nhan"], mission["chu"], mission["neo"]) == ("I-", "MỤC TIÊU", "I")
    assert [(node["nhan"], [below["nhan"] for below in node["muc_con"]]) for node in mission["muc_con"]] == [
        ("1.", ["a)", "b)"]),
        ("2.", [""]),
    ]


def test_the_text_file_has_the_labels_as_typed_one_provision_a_line(golden_values: tuple[Catalogue, Site]) -> None:
    head, _, body = golden_values[1].files[f"{DECISION}van-ban.txt"].decode().partition("\n\n")
    assert "Văn bản: Quyết định số 09-QĐ/TU" in head.split("\n")
    assert f"Địa chỉ: {URL}{DECISION}" in head.split("\n")
    assert "minh họa" in head
    assert body.split("\n") == [
        "Căn cứ Điều lệ Đảng[1]; Nghị quyết số 11-NQ/TW;",
        "Theo điểm a, khoản 1, mục I Nghị quyết số 05-NQ/TU, ngày 12/10/2026 của Tỉnh ủy, khoản 2 và đề nghị của Ban "
        "Tổ chức (BTC),",
        "Chương I QUY ĐỊNH CHUNG",
        "Điều 1. Phạm vi",
        "1. Quyết định này sửa đổi hai nội dung:",
        "a) Mục tiêu chung;",
        "đ) Nội dung khác có dấu < và &.",
        "1.10. Khoản có số thập phân.",
        "Điều 2. Hiệu lực",
        "Quyết định có hiệu lực từ ngày ký.",
        "PHỤ LỤC CHỈ TIÊU THEO NĂM",
        "Chỉ tiêu\t2026\t2030",
        "Hồ sơ trực tuyến\t60%\t90%",
        "[1] Điều lệ hiện hành.",
        "",
    ]


def test_the_table_says_what_the_catalogue_says(golden_values: tuple[Catalogue, Site]) -> None:
    content = golden_values[1].files["du-lieu/danh-muc.csv"]
    assert content.startswith(b"\xef\xbb\xbfma,")
    assert content.count(b"\r\n") == content.count(b"\n")
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    listed = data(golden_values[1], "du-lieu/danh-muc.json")["van_ban"]
    assert [row["ma"] for row in rows] == [one["ma"] for one in listed]
    for row, one in zip(rows, listed, strict=True):
        assert row["so_ky_hieu"] == (one["so_ky_hieu"] or "")
        assert row["trich_yeu"] == one["trich_yeu"]
        assert row["hieu_luc"] == one["hieu_luc"]["trang_thai"]
        assert row["sua_doi"] == "; ".join(to["ma"] for to in one["sua_doi"])
        assert row["minh_hoa"] == ("co" if one["minh_hoa"] else "khong")


_CELLS = (
    ("=HYPERLINK(1)", "'=HYPERLINK(1)"),
    ("+84", "'+84"),
    ("-5", "'-5"),
    ("@SUM(A1)", "'@SUM(A1)"),
    ("＝1+1", "'＝1+1"),
    ("＋1", "'＋1"),
    ("－1", "'－1"),
    ("＠SUM(A1)", "'＠SUM(A1)"),
    ("﹦1", "'﹦1"),
    ("﹣1", "'﹣1"),
    (" =1", " '=1"),
    ("\xa0=1", "\xa0'=1"),
    ("\u3000＝1", "\u3000'＝1"),
    ("\u200b=1", "\u200b'=1"),
    ("\ufeff=1", "\ufeff'=1"),
    ("\x01=1", "\x01'=1"),
    ("\t=1", "'\t'=1"),
    ("\r=1", "'\r'=1"),
    ("\n=1", "'\n'=1"),
    ("\tchữ", "'\tchữ"),
    ("\r\nchữ", "'\r\nchữ"),
    ('"=1"', '"\'=1"'),
    ('" =1', "\" '=1"),
    ("“=1”", "“'=1”"),
    (";=1", ";'=1"),
    ("a;=1", "a;'=1"),
    ("a,=1", "a,'=1"),
    ("a\t=1", "a\t'=1"),
    ("a\n=1", "a\n'=1"),
    ("a\r\n=1", "a\r\n'=1"),
    ("a;＝1", "a;'＝1"),
    ("a,＋1", "a,'＋1"),
    ("a\t－1", "a\t'－1"),
    ("a\n＠x", "a\n'＠x"),
    ("a; =1", "a; '=1"),
    ('a";"=1', 'a";"\'=1'),
    ('a";;,"\t =1', 'a";;,"\t \'=1'),
    ("a;=1;-2,@b", "a;'=1;'-2,'@b"),
    ("=-+1", "'=-+1"),
    ("- Một; - hai.", "'- Một; '- hai."),
    ("05-NQ/TU", "05-NQ/TU"),
    ("Nghị quyết số 05-NQ/TU; Kế hoạch số 12-KH/TU", "Nghị quyết số 05-NQ/TU; Kế hoạch số 12-KH/TU"),
    ("Giai đoạn 2025 - 2030, tầm nhìn 2045", "Giai đoạn 2025 - 2030, tầm nhìn 2045"),
    ("van-thu@minhhoa.example", "van-thu@minhhoa.example"),
    ("a = b + c", "a = b + c"),
    ("– Một; — hai", "– Một; — hai"),
    ("'=1", "'=1"),
    ("Tăng 5%, giảm 2%", "Tăng 5%, giảm 2%"),
    ("", ""),
)


@pytest.mark.parametrize(("cell", "written"), _CELLS)
def test_no_cell_holds_what_a_spreadsheet_takes_for_a_formula(cell: str, written: str) -> None:
    assert harmless(cell) == written


@examples(100)
@given(st.text(st.sampled_from("=-＠;,\t\n \"'a")))
def test_a_cell_made_harmless_stays_as_it_is_and_only_gains_apostrophes(cell: str) -> None:
    written = harmless(cell)
    assert written.replace("'", "") == cell.replace("'", "")
    assert not re.search(r"(?:^|[;,\t\n])[ \"]*[=\-＠]", written)


@examples(100)
@given(st.text(st.characters(codec="utf-8", exclude_characters="\0")))
def test_a_table_is_read_back_as_it_was(text: str) -> None:
    record: dict[str, Any] = dict.fromkeys((way[0] for way in COLUMNS.values()), None)
    record = {key: [] if len(COLUMNS.get(key, "..")) > 1 else None for key in record} | {"trich_yeu": text}
    rows = list(csv.DictReader(io.StringIO(csv_file([csv_row(record)]).decode("utf-8-sig"), newline="")))
    assert [row["trich_yeu"] for row in rows] == [harmless(text)]


def test_issuers_have_their_history_and_every_id_named_is_there(golden_values: tuple[Catalogue, Site]) -> None:
    listed = data(golden_values[1], "du-lieu/co-quan.json")["co_quan"]
    ids = [one["ma"] for one in listed]
    assert ids == sorted(set(ids))
    named = {id for one in listed for e in one["su_kien"] for id in (*e["thanh"], *one["truc_thuoc"], *one["nay_la"])}
    assert named <= set(ids)
    issued = [id for document in golden_values[0].documents for id in document.issuers]
    assert set(issued) <= set(ids)
    assert {one["ma"]: one["so_van_ban"] for one in listed if one["so_van_ban"]} == Counter(issued)


def test_no_data_speak_of_what_is_not_public(golden_values: tuple[Catalogue, Site]) -> None:
    for name, content in golden_values[1].files.items():
        assert b"CHUADENNGAY" not in content, name
        assert b"DAHETHAN" not in content, name


def test_an_expired_document_is_in_no_data(tmp_path: Path) -> None:
    project = golden_project(tmp_path / "project")
    document = project / "docs/van-ban/ubnd-tinh/2026/45-kh-ubnd.md"
    text = document.read_text("utf-8").replace("ngay_dang: 02/11/2026", "ngay_dang: 02/11/2026\nhet_han: 03/11/2026")
    document.write_text(text, encoding="utf-8")
    contents = gather(project)[1]
    assert "van-ban/ubnd-tinh/2026/45-kh-ubnd/van-ban.json" not in contents.files
    assert contents.pages["van-ban/ubnd-tinh/2026/45-kh-ubnd/"].data == ()
    assert b"kh-45" not in b"".join(contents.files[p] for p in contents.files if p.startswith("du-lieu/"))


def test_a_documents_page_names_its_data(golden_values: tuple[Catalogue, Site]) -> None:
    contents = golden_values[1]
    for document in golden_values[0].documents:
        page = contents.pages[f"{document.path.removesuffix('.md')}/"]
        assert [link.type for link in page.data] == ["application/json", "text/plain", "application/akn+xml"]
        assert all(link.address in contents.files for link in page.data)


def test_the_page_of_data_names_every_file_and_every_key(golden_values: tuple[Catalogue, Site]) -> None:
    view = golden_values[1].pages["du-lieu/"].view
    assert {link.address for link in view.downloads} == {p for p in golden_values[1].files if p.startswith("du-lieu/")}
    names = {row.name for table in view.tables for row in table.rows}
    assert {*DOCUMENT, "hieu_luc.trang_thai", "tep[].kich_thuoc", "muc_con", "so_van_ban"} <= names
    assert "Dữ liệu mở" in [link.text for link in golden_values[1].view.footer]


def test_a_page_of_a_list_was_changed_when_its_newest_item_was(golden_values: tuple[Catalogue, Site]) -> None:
    pages = golden_values[1].pages
    assert pages["van-ban/"].changed == max(
        document.changed.date.isoformat() for document in golden_values[0].documents
    )
    assert pages["van-ban/ubnd-tinh/"].changed == "2026-11-02"
    assert pages[""].changed == max(item.changed.date.isoformat() for item in golden_values[0].current)


def test_json_is_written_as_it_is_meant() -> None:
    assert json_file({"b": "đ", "a": None}) == '{"b":"đ","a":null}\n'.encode()


@pytest.mark.parametrize(
    ("markdown", "said"),
    [
        ("Theo **Nghị quyết** này", "Theo Nghị quyết này"),
        ("Theo [mục I](#I) và *khoản 1*", "Theo mục I và khoản 1"),
        ("trực tuyến[^1].", "trực tuyến[1]."),
        ("5 * 3 * 2 và a_b_c", "5 * 3 * 2 và a_b_c"),
        ("A &amp; B \\* C", "A & B * C"),
        ("nhỏ hơn < 5 và > 3", "nhỏ hơn < 5 và > 3"),
    ],
)
def test_words_are_the_wording_without_its_markdown(markdown: str, said: str) -> None:
    assert words(markdown) == said


def test_lines_are_what_a_reader_reads() -> None:
    html = '<p>Một <abbr title="Ban Thường vụ">BTV</abbr><br>hai&nbsp;&lt;ba&gt;</p>\n<ul>\n<li>bốn</li>\n</ul>'
    assert list(lines(html)) == ["Một BTV hai <ba>", "bốn"]


@examples(200)
@given(bodies)
def test_a_plain_texts_lines_are_those_of_its_html(body: str) -> None:
    rendered = plain(body)
    assert list(wording(rendered)) == list(lines(rendered.html))
