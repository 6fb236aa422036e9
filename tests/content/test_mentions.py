"""Mentions of documents as Party and State papers write them, each with the links that it must become.

In ``citations/nhac.txt``, a line is a text: ``[words](document#place)`` is a link, and all else stays text.
"""

import re
from dataclasses import fields, replace
from datetime import date
from html import unescape
from pathlib import Path

import pytest

from infopage.content.citing.citations import cite, spliced
from infopage.content.citing.meanings import Index
from infopage.content.citing.supports import Citing
from infopage.content.markdown import MarkdownRenderer
from infopage.content.model import OfficialDocument
from infopage.content.registries import Registries, Registry
from infopage.content.registry_entries import Abbreviation, DocumentKind, Issuer, Term
from infopage.language.dates import IssueDate, Moment
from infopage.language.symbols import Symbol

FOLDER = Path(__file__).parent / "citations"
_LINK = re.compile(r"\[([^\]]*)\]\(([^)]*)\)")


def _lines(name: str) -> list[str]:
    lines = (FOLDER / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def _registry(*entries: object) -> Registry[object]:
    return Registry("", {e.id: e for e in entries})  # type: ignore[attr-defined]  # every entry has an id


_KINDS = (
    *(("nghi-quyet", "Nghị quyết", "NQ"), ("ket-luan", "Kết luận", "KL"), ("thong-bao", "Thông báo", "TB")),
    *(("chi-thi", "Chỉ thị", "CT"), ("quy-dinh", "Quy định", "QĐ"), ("quyet-dinh", "Quyết định", "QĐ")),
    *(("huong-dan", "Hướng dẫn", "HD"), ("dieu-le", "Điều lệ", ""), ("bao-cao", "Báo cáo", "BC")),
    *(("chuong-trinh-hanh-dong", "Chương trình hành động", "CTr"), ("ke-hoach", "Kế hoạch", "KH")),
    *(("quy-che", "Quy chế", "QC"), ("nghi-dinh", "Nghị định", "NĐ"), ("thong-tu", "Thông tư", "TT")),
    *(("luat", "Luật", ""), ("bo-luat", "Bộ luật", ""), ("hien-phap", "Hiến pháp", "")),
)
_ISSUERS = (
    *(("bo-chinh-tri", "Bộ Chính trị", "Bộ Chính trị"), ("ban-bi-thu", "Ban Bí thư", "Ban Bí thư")),
    *(("trung-uong", "Ban Chấp hành Trung ương Đảng", "Trung ương"), ("vptw", "Văn phòng Trung ương", "VPTW")),
    *(("dai-hoi-xi", "Đại hội đại biểu toàn quốc lần thứ XI", "Đại hội XI"),),
    *(("dai-hoi-xiv", "Đại hội đại biểu toàn quốc lần thứ XIV", "Đại hội XIV"),),
    *(("dai-hoi-tinh", "Đại hội đại biểu Đảng bộ tỉnh Minh Họa lần thứ I", "Đại hội Đảng bộ tỉnh Minh Họa"),),
    *(("tinh-uy", "Ban Chấp hành Đảng bộ tỉnh Minh Họa", "Tỉnh ủy Minh Họa"),),
    *(("btv", "Ban Thường vụ Tỉnh ủy Minh Họa", "Ban Thường vụ Tỉnh ủy"),),
    *(("xa-dong", "Đảng ủy xã Đông Minh", "Đảng ủy xã Đông Minh"), ("xa-tay", "Đảng ủy xã Tây", "Đảng ủy xã Tây")),
    *(("chinh-phu", "Chính phủ", "Chính phủ"), ("quoc-hoi", "Quốc hội", "Quốc hội"), ("bo-noi-vu", "Bộ Nội vụ", "BNV")),
    *(("ubnd", "Ủy ban nhân dân tỉnh Minh Họa", "UBND tỉnh"),),
)


def _lists() -> Registries:
    given: dict[str, object] = {f.name: Registry("") for f in fields(Registries)}
    given["kinds"] = _registry(*(DocumentKind(id=i, name=n, abbreviation=a) for i, n, a in _KINDS))
    given["issuers"] = _registry(
        *(Issuer(id=i, name=n, short_name=s, level="trung-uong", branch="dang", run="nhiem-ky") for i, n, s in _ISSUERS)
    )
    given["terms"] = _registry(
        Term(id="2025-2030", name="Nhiệm kỳ 2025–2030", since=date(2025, 9, 26), until=date(2030, 9, 30))
    )
    given["abbreviations"] = _registry(Abbreviation(id="UBND", full="Ủy ban nhân dân"))
    return Registries(**given)  # type: ignore[arg-type]  # each entry names a field


def _document(line: str) -> OfficialDocument:
    id, kind, symbol, issuer, day, abstract, *names = (part.strip() for part in line.split("|"))
    return OfficialDocument(
        path=f"van-ban/{id}.md",
        id=id,
        scope="cong-khai",
        published=Moment.parse(day),
        kind=kind,
        symbol=None if symbol == "khong" else Symbol.parse(symbol),
        issuers=(issuer,),
        issued=IssueDate.parse(day),
        abstract=abstract,
        known_as=tuple(names),
    )


PLACES = {id: set(anchors) for id, *anchors in (line.split() for line in _lines("cho.txt"))}
LISTS = _lists()
DOCUMENTS = [_document(line) for line in _lines("van-ban.txt")]
INDEX = Index(DOCUMENTS, LISTS)
CITING = Citing(date(2026, 11, 24))


def _address(document: OfficialDocument, anchors: tuple[str, ...]) -> tuple[str, str]:
    anchor = next((a for a in anchors if a in PLACES.get(document.id, ())), "")
    return document.id + (f"#{anchor}" if anchor else ""), "T"


@pytest.mark.parametrize("line", _lines("nhac.txt"))
def test_a_text_gets_the_links_that_it_means_and_no_others(line: str) -> None:
    html = "<p>" + _LINK.sub(r"\1", line) + "</p>"
    found = spliced(html, cite(html, CITING, INDEX, _address, {}).splices)
    assert re.sub(r'<a href="([^"]*)" title="T">(.*?)</a>', r"[\2](\1)", unescape(found[3:-4])) == line


@pytest.mark.parametrize(
    ("name", "id"),
    [("quy-dinh.txt", "qdi-04"), ("nghi-quyet.txt", "nq-16"), ("ket-luan.txt", "kl-75"), ("quyet-dinh.txt", "qd-01a")],
)
@pytest.mark.parametrize("mark", ["", "**"])
def test_an_official_text_links_to_its_own_provisions(name: str, id: str, mark: str) -> None:
    lines = _lines(name)
    body = "\n\n".join(_LINK.sub(r"\1", line) for line in lines).replace("chi bộ", f"{mark}chi bộ{mark}")
    rendered = MarkdownRenderer().render("van-ban/a.md", body, official=True)
    assert rendered.is_plain is not bool(mark)
    own = next(d for d in DOCUMENTS if d.id == id)
    cited = cite(rendered.html, Citing(date(2026, 11, 24), own), INDEX, _address, {}, rendered)
    html = re.sub(r'<span class="nhan"><a [^>]*>(.*?)</a></span>', r"\1", spliced(rendered.html, cited.splices))
    linked = re.sub(r'<a href="(#[^"]*)">(.*?)</a>', r"[\2](\1)", html)
    found = [unescape(re.sub(r"<[^>]*>", "", line)).strip() for line in linked.split("\n")]
    assert [line for line in found if "](" in line] == [line for line in lines if "](" in line]


def test_an_organ_of_the_centre_need_not_be_an_issuer_of_its_own() -> None:
    lists = replace(LISTS, issuers=_registry(*(one for one in LISTS.issuers if one.id in ("trung-uong", "tinh-uy"))))
    central = [replace(one, issuers=("trung-uong",)) for one in DOCUMENTS if one.id in ("nq-57", "kl-75")]
    local = [one for one in DOCUMENTS if one.id == "nq-16"]
    html = "<p>Nghị quyết 57 của Bộ Chính trị, Kết luận 75 của BCT; Nghị quyết 16 của Bộ Chính trị</p>"
    cited = cite(html, CITING, Index([*central, *local], lists), _address, {})
    assert cited.documents == ("nq-57", "kl-75")
