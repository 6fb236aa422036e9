"""Citations in rendered texts: the document they mean, what becomes a link, and what stays unchanged."""

import re
from dataclasses import fields
from datetime import date
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infopage.content.citing.citations import Cited, cite, spliced
from infopage.content.citing.meanings import Index
from infopage.content.citing.supports import Citing
from infopage.content.model import OfficialDocument
from infopage.content.registries import Registries, Registry
from infopage.content.registry_entries import Abbreviation, DocumentKind, FeedAuthority, Identity, Issuer, Term
from infopage.language.dates import IssueDate, Moment
from infopage.language.symbols import Symbol
from tests.properties import examples

ANCHORS = {"nq-05-2021": {"II", "II.1", "II.1.a"}, "qdi-04": {"dieu-5", "dieu-5.2", "dieu-6"}}


def _registries() -> Registries:
    def registry(*entries: object) -> Registry[object]:
        return Registry("", {e.id: e for e in entries})  # type: ignore[attr-defined]  # every entry has an id

    def issuer(id: str, name: str, short: str, run: str = "nhiem-ky") -> Issuer:
        return Issuer(id=id, name=name, short_name=short, level="tinh", branch="dang", run=run)

    kinds = [("nghi-quyet", "Nghị quyết", "NQ"), ("quyet-dinh", "Quyết định", "QĐ"), ("quy-dinh", "Quy định", "QĐ")]
    kinds += [("ke-hoach", "Kế hoạch", "KH"), ("nghi-dinh", "Nghị định", "NĐ"), ("bo-luat", "Bộ luật", "")]
    kinds += [("chi-thi", "Chỉ thị", "CT")]
    identity = Identity(
        **dict.fromkeys(("organisation", "emblem", "description", "governing_body", "responsible"), "x"),
        **dict.fromkeys(("postal_address", "telephone", "email", "licence"), "x"),
        feeds=FeedAuthority(domain="b.example", on=date(2026, 1, 1)),
    )
    given: dict[str, object] = {f.name: Registry("") for f in fields(Registries)}
    given |= {
        "identity": identity,
        "issuers": registry(
            issuer("tinh-uy", "Ban Chấp hành Đảng bộ tỉnh Minh Họa", "Tỉnh ủy Minh Họa"),
            issuer("btv", "Ban Thường vụ Tỉnh ủy Minh Họa", "Ban Thường vụ Tỉnh ủy"),
            issuer("xa-dong", "Đảng ủy xã Đông Minh", "Đảng ủy xã Đông Minh"),
            issuer("xa-tay", "Đảng ủy xã Tây Minh", "Đảng ủy xã Tây Minh"),
            issuer("ubnd", "Ủy ban nhân dân tỉnh Minh Họa", "UBND tỉnh", "nam"),
            issuer("chinh-phu", "Chính phủ", "Chính phủ", "nam"),
        ),
        "kinds": registry(*(DocumentKind(id=i, name=n, abbreviation=a) for i, n, a in kinds)),
        "terms": registry(
            Term(id="2020-2025", name="Nhiệm kỳ 2020–2025", since=date(2020, 10, 22), until=date(2025, 9, 25)),
            Term(id="2025-2030", name="Nhiệm kỳ 2025–2030", since=date(2025, 9, 26), until=date(2030, 9, 30)),
        ),
        "abbreviations": registry(
            Abbreviation(id="UBND", full="Ủy ban nhân dân"), Abbreviation(id="BTV", full="Ban Thường vụ")
        ),
    }
    return Registries(**given)  # type: ignore[arg-type]  # each entry names a field


def _document(id: str, kind: str, symbol: str, issuer: str, day: str, term: str | None = None) -> OfficialDocument:
    return OfficialDocument(
        path=f"van-ban/{id}.md",
        id=id,
        scope="cong-khai",
        published=Moment.parse(day),
        kind=kind,
        symbol=Symbol.parse(symbol),
        issuers=(issuer,),
        issued=IssueDate.parse(day),
        term=term,
        abstract="về một việc",
    )


DOCUMENTS = [
    _document("nq-05-2021", "nghi-quyet", "05-NQ/TU", "tinh-uy", "12/10/2021", "2020-2025"),
    _document("nq-05-2026", "nghi-quyet", "05-NQ/TU", "tinh-uy", "15/3/2026", "2025-2030"),
    _document("nq-16", "nghi-quyet", "16-NQ/TU", "tinh-uy", "12/10/2026", "2025-2030"),
    _document("qd-04", "quyet-dinh", "04-QĐ/TU", "btv", "28/11/2025", "2025-2030"),
    _document("qdi-04", "quy-dinh", "04-QĐ/TU", "btv", "10/02/2026", "2025-2030"),
    _document("qdi-07", "quy-dinh", "07-QĐ/TU", "btv", "20/8/2026", "2025-2030"),
    _document("kh-14-dong", "ke-hoach", "14-KH/ĐU", "xa-dong", "16/11/2026", "2025-2030"),
    _document("kh-14-tay", "ke-hoach", "14-KH/ĐU", "xa-tay", "18/11/2026", "2025-2030"),
    _document("ct-33-tu", "chi-thi", "33-CT/TU", "tinh-uy", "01/11/2026", "2025-2030"),
    _document("ct-33-btv", "chi-thi", "33-CT/TU", "btv", "02/11/2026", "2025-2030"),
    _document("kh-145", "ke-hoach", "145/KH-UBND", "ubnd", "18/11/2026"),
    _document("nd-13", "nghi-dinh", "13/2023/NĐ-CP", "chinh-phu", "17/4/2023"),
    _document("bl-100", "bo-luat", "100/2015/QH13", "chinh-phu", "27/11/2015"),
]
BY_ID = {document.id: document for document in DOCUMENTS}
LISTS = _registries()
INDEX = Index(DOCUMENTS, LISTS)
TODAY = date(2026, 11, 24)


def _address(document: OfficialDocument, anchors: tuple[str, ...]) -> tuple[str, str]:
    anchor = next((a for a in anchors if a in ANCHORS.get(document.id, ())), "")
    return document.id + (f"#{anchor}" if anchor else ""), "T"


def _cite(html: str, citing: Citing | None = None) -> Cited:
    return cite(html, citing or Citing(TODAY), INDEX, _address, {a.id: a.full for a in LISTS.abbreviations})


def _html(html: str, citing: Citing | None = None) -> str:
    return spliced(html, _cite(html, citing).splices)


def _links(html: str, citing: Citing | None = None) -> list[str]:
    return [
        f"{words} -> {to}" for to, words in re.findall(r'<a href="([^"]*)" title="T">(.*?)</a>', _html(html, citing))
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nghị quyết số 05-NQ/TU, ngày 12/10/2021", ["Nghị quyết số 05-NQ/TU, ngày 12/10/2021 -> nq-05-2021"]),
        (
            "Nghị quyết số 05-NQ/TU ngày 15 tháng 3 năm 2026",
            ["Nghị quyết số 05-NQ/TU ngày 15 tháng 3 năm 2026 -> nq-05-2026"],
        ),
        ("Nghị quyết số 05-NQ/TU năm 2021 của tỉnh", ["Nghị quyết số 05-NQ/TU -> nq-05-2021"]),
        ("kế hoạch thực hiện Nghị quyết số 16-NQ/TU năm 2027", ["Nghị quyết số 16-NQ/TU -> nq-16"]),
        ("Nghị quyết số 05-NQ/TU", ["Nghị quyết số 05-NQ/TU -> nq-05-2026"]),
        (
            "mục II.1 Nghị quyết 05-NQ/TU, ngày 12/10/2021",
            ["mục II.1 Nghị quyết 05-NQ/TU, ngày 12/10/2021 -> nq-05-2021#II.1"],
        ),
        ("mục IX Nghị quyết 05-NQ/TU, ngày 12/10/2021", ["mục IX Nghị quyết 05-NQ/TU, ngày 12/10/2021 -> nq-05-2021"]),
        (
            "Điều 5, Điều 6 Quy định số 04-QĐ/TU",
            ["Điều 5 -> qdi-04#dieu-5", "Điều 6 Quy định số 04-QĐ/TU -> qdi-04#dieu-6"],
        ),
        ("Quyết định số 04-QĐ/TU", ["Quyết định số 04-QĐ/TU -> qd-04"]),
        ("QĐ số 04-QĐ/TU, ngày 10/02/2026", ["QĐ số 04-QĐ/TU, ngày 10/02/2026 -> qdi-04"]),
        ("Kế hoạch số 14-KH/ĐU của Đảng ủy xã Tây Minh về", ["Kế hoạch số 14-KH/ĐU -> kh-14-tay"]),
        ("Kế hoạch số 14-KH/ĐU, ngày 16/11/2026", ["Kế hoạch số 14-KH/ĐU, ngày 16/11/2026 -> kh-14-dong"]),
        ("Kế hoạch 145/KH-UBND của UBND tỉnh", ["Kế hoạch 145/KH-UBND -> kh-145"]),
        ("Nghị định 13/2023/NĐ-CP của Chính phủ", ["Nghị định 13/2023/NĐ-CP -> nd-13"]),
        ("Luật số 100/2015/QH13", ["Luật số 100/2015/QH13 -> bl-100"]),
        ("Văn bản số 16-NQ/TU", ["Văn bản số 16-NQ/TU -> nq-16"]),
        ("Nghị quyết số 5-NQ/TU, ngày 12/10/2021", ["Nghị quyết số 5-NQ/TU, ngày 12/10/2021 -> nq-05-2021"]),
        ("Nghị quyết 16/NQ-TU", ["Nghị quyết 16/NQ-TU -> nq-16"]),
        ("Nghị quyết 16-NQ/TU của Ban Chấp hành Đảng bộ tỉnh khóa XVIII", ["Nghị quyết 16-NQ/TU -> nq-16"]),
        ("Chỉ thị số 33-CT/TU của Ban Thường vụ Tỉnh ủy", ["Chỉ thị số 33-CT/TU -> ct-33-btv"]),
        ("Chỉ thị số 33-CT/TU của Tỉnh ủy về", ["Chỉ thị số 33-CT/TU -> ct-33-tu"]),
        ("Nghị quyết 16-NQ/TU của Đảng ta", ["Nghị quyết 16-NQ/TU -> nq-16"]),
        (
            "Nghị quyết số 05-NQ/TU, ngày 12/10/2021; theo Nghị quyết số 05-NQ/TU, NQ số 05",
            [
                "Nghị quyết số 05-NQ/TU, ngày 12/10/2021 -> nq-05-2021",
                "Nghị quyết số 05-NQ/TU -> nq-05-2021",
                "NQ số 05 -> nq-05-2021",
            ],
        ),
        ("Nghị quyết số&nbsp;16-NQ/TU", ["Nghị quyết số&nbsp;16-NQ/TU -> nq-16"]),
        ("<strong>Nghị quyết số 16-NQ/TU</strong>", ["Nghị quyết số 16-NQ/TU -> nq-16"]),
        ("Nghị quyết số <strong>16-NQ/TU</strong> nêu", ["Nghị quyết số <strong>16-NQ/TU</strong> -> nq-16"]),
        ("<strong>Nghị quyết</strong> số 16-NQ/TU", ["<strong>Nghị quyết</strong> số 16-NQ/TU -> nq-16"]),
        ("<strong>theo Nghị quyết</strong> số 16-NQ/TU", ["16-NQ/TU -> nq-16"]),
    ],
)
def test_a_mention_is_a_link_to_what_it_means(text: str, expected: list[str]) -> None:
    assert _links(f"<p>{text}</p>") == expected


@pytest.mark.parametrize(
    "html",
    [
        "<p>Nghị quyết số 99-NQ/TU</p>",
        "<p>Nghị quyết số 05-NQ/TU, ngày 01/01/2022</p>",
        "<p>Nghị quyết số 04-QĐ/TU</p>",
        "<p>Quyết định số 07-QĐ/TU</p>",
        "<p>Công văn số 16-NQ/TU</p>",
        "<p>Kế hoạch số 14-KH/ĐU của Đảng ủy xã Bình An</p>",
        "<p>Nghị quyết số 16-NQ/TU của Tỉnh ủy Lào Cai</p>",
        "<p>Kế hoạch số 145/KH-UBND của Ủy ban nhân dân huyện Đông</p>",
        "<p>Nghị quyết số 16-NQ/TU của Ban Thường vụ Tỉnh ủy</p>",
        "<p>Nghị quyết này, Nghị quyết Đại hội, Nghị quyết số 16, số 16</p>",
        '<p><a href="x">Nghị quyết số 16-NQ/TU</a></p>',
        "<p><code>16-NQ/TU</code></p>",
        "<pre><code>16-NQ/TU</code></pre>",
        '<h2 id="a">Nghị quyết số 16-NQ/TU</h2>',
        '<p><span class="nhan">16-NQ/TU</span> x</p>',
        '<p title="16-NQ/TU"><img alt="Nghị quyết 16-NQ/TU" src="a.jpg"></p>',
        "<p>Nghị quyết số 16-</p><p>NQ/TU</p>",
        "<p>24/7, 05/8/2021, 2021 - 2025, 0200 000 000</p>",
    ],
)
def test_what_means_nothing_known_stays_as_it_is(html: str) -> None:
    assert _cite(html) == Cited()


def test_a_text_means_nothing_issued_after_it() -> None:
    assert _links("<p>Nghị quyết 05-NQ/TU</p>", Citing(date(2025, 1, 1))) == ["Nghị quyết 05-NQ/TU -> nq-05-2021"]
    assert _links("<p>Nghị quyết 16-NQ/TU</p>", Citing(date(2026, 10, 11))) == []


def test_a_document_does_not_cite_itself() -> None:
    own = Citing(TODAY, BY_ID["nq-05-2026"])
    assert _links("<p>Nghị quyết 05-NQ/TU</p>", own) == []
    assert _links("<p>Nghị quyết 05-NQ/TU, ngày 12/10/2021</p>", own) == [
        "Nghị quyết 05-NQ/TU, ngày 12/10/2021 -> nq-05-2021"
    ]


def test_what_the_header_names_settles_what_the_text_means() -> None:
    assert _links("<p>14-KH/ĐU</p>", Citing(TODAY, named=frozenset({"kh-14-tay"}))) == ["14-KH/ĐU -> kh-14-tay"]
    assert _links("<p>14-KH/ĐU</p>", Citing(TODAY, _document("x", "ke-hoach", "1-KH/ĐU", "xa-dong", "20/11/2026"))) == [
        "14-KH/ĐU -> kh-14-dong"
    ]


def test_what_nothing_settles_is_told_once_and_stays_text() -> None:
    html = "<p>Kế hoạch số 14-KH/ĐU; 14-KH/ĐU của các xã</p>"
    cited = _cite(html)
    assert cited.splices == ()
    assert [(one.written, [d.id for d in one.candidates]) for one in cited.ambiguous] == [
        ("14-KH/ĐU", ["kh-14-dong", "kh-14-tay"])
    ]


def test_what_a_text_cites_is_told_even_where_no_link_fits() -> None:
    assert _cite("<p>Nghị quyết 16-NQ/TU và Điều 5 Quy định 04-QĐ/TU, 16-NQ/TU</p>").documents == ("nq-16", "qdi-04")


def test_an_abbreviation_is_explained_where_it_stands_first() -> None:
    assert _html("<h2>UBND</h2><p>UBND tỉnh, UBND xã, 145/KH-UBND, 7/KH-BTV, <a href='x'>BTV</a></p>") == (
        '<h2>UBND</h2><p><abbr title="Ủy ban nhân dân">UBND</abbr> tỉnh, UBND xã, '
        '<a href="kh-145" title="T">145/KH-UBND</a>, 7/KH-BTV, <a href=\'x\'>BTV</a></p>'
    )


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Ban Thường vụ xã (BTV)", None),
        ("bộ phận tiếp vận (BTV)", None),
        ("Bưu tá viên (BTV)", "Bưu tá viên"),
        ("Bưu tá viên (sau đây viết tắt là BTV)", "Bưu tá viên"),
        ("Bưu tá và viên (viết tắt là “BTV”)", "Bưu tá và viên"),
        ("Bưu tá viên của tỉnh (gọi tắt là BTV)", "Bưu tá viên của tỉnh"),
    ],
)
def test_what_a_text_introduces_goes_before_the_list(text: str, title: str | None) -> None:
    assert f'<abbr title="{title or "Ban Thường vụ"}">BTV</abbr>' in _html(f"<p>{text}</p>")


def test_an_abbreviation_with_signs_is_explained_too() -> None:
    html = "<p>Sở KH&amp;CN; A &amp; Bê (AB)</p>"
    cited = cite(html, Citing(TODAY), INDEX, _address, {"KH&CN": 'K "và" C'})
    assert (
        spliced(html, cited.splices) == '<p>Sở <abbr title="K &quot;và&quot; C">KH&amp;CN</abbr>; A &amp; Bê (AB)</p>'
    )


_WORDS = st.sampled_from(
    [
        *(
            "Nghị quyết",
            "số",
            "16-NQ/TU",
            "05-NQ/TU",
            "14-KH/ĐU",
            "Điều 5,",
            "khoản 1",
            "mục II",
            "ngày 12/10/2021",
            "của",
        ),
        *(
            "UBND",
            "(BTV)",
            "Ban Thường vụ",
            "<strong>",
            "</strong>",
            "<em>",
            "</em>",
            "<br>",
            "</p><p>",
            "&nbsp;",
            "&amp;",
        ),
        *(
            '<a href="x">',
            "</a>",
            "<h2>",
            "</h2>",
            '<span class="nhan">',
            "</span>",
            "-",
            "/",
            "Quy định 04-QĐ/TU",
            "\n",
        ),
    ]
)


@examples(100)
@given(st.lists(_WORDS, max_size=30))
def test_not_a_letter_of_the_text_is_changed(words: list[str]) -> None:
    html = " ".join(words)

    def text(of: str) -> str:
        return unescape(re.sub(r"<[^>]*>", "", of))

    assert text(_html(html)) == text(html)
