"""Minimal office files with content in each place that a page does not show, made in code."""

from collections.abc import Callable
from email.message import EmailMessage

from tests.release.guard.made import archive, photo, word

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_X = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_P = (
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
)
_O = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{space}:1.0"'
    for name, space in (
        ("office", "office"),
        ("text", "text"),
        ("table", "table"),
        ("style", "style"),
        ("draw", "drawing"),
        ("presentation", "presentation"),
        ("svg", "svg-compatible"),
    )
)
_TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'

Make = Callable[[str], tuple[str, bytes]]


def _packed(kind: str, **parts: str) -> tuple[str, bytes]:
    """Return an office file with these parts, as its name's ending (``kind``) and its bytes.

    In the parts' names, ``__`` stands for ``/``. An OpenDocument archive begins with its media type.
    """
    names = {"odt": "text", "ods": "spreadsheet", "odp": "presentation"}
    members = {"[Content_Types].xml": _TYPES}
    if kind in names:
        members = {"mimetype": f"application/vnd.oasis.opendocument.{names[kind]}"}
    members |= {f"{name.replace('__', '/')}.xml": content for name, content in parts.items()}
    return kind, archive({name: content.encode() for name, content in members.items()})


def _docx(body: str = "", **parts: str) -> tuple[str, bytes]:
    return "docx", word("Kính gửi các chi bộ", body=body, **parts)


def _xlsx(sheet: str, book: str = '<sheets><sheet name="Tổng hợp"/></sheets>', **parts: str) -> tuple[str, bytes]:
    worksheet = f"<worksheet {_X}>{sheet}</worksheet>"
    return _packed("xlsx", xl__workbook=f"<workbook {_X}>{book}</workbook>", xl__worksheets__sheet1=worksheet, **parts)


def _row(cell: str, **more: str) -> str:
    attributes = " ".join(f'{key}="{value}"' for key, value in more.items())
    return f'<sheetData><row r="1" {attributes}><c r="C1" t="str">{cell}</c></row></sheetData>'


def _slide(text: str, root: str = "sld", more: str = "") -> str:
    return f"<p:{root} {_P} {more}><a:p><a:r><a:t>{text}</a:t></a:r></a:p></p:{root}>"


def _od(kind: str, body: str, **parts: str) -> tuple[str, bytes]:
    content = f"<office:document-content {_O}><office:body>{body}</office:body></office:document-content>"
    return _packed(kind, content=content, **parts)


def _mail(words: str, *, html: bool = False, **more: str) -> tuple[str, bytes]:
    message = EmailMessage()
    message["Subject"] = more.get("subject", "Kính gửi")
    text = f"<p>{words}</p>" if html else words
    message.set_content(
        text, subtype="html" if html else "plain", charset=more.get("charset", "utf-8"), cte=more.get("cte", "base64")
    )
    return "eml", message.as_bytes()


def _mail_with_file(words: str) -> tuple[str, bytes]:
    message = EmailMessage()
    message.set_content("Xin gửi kèm")
    message.add_attachment(word(words), maintype="application", subtype="octet-stream", filename="Công văn.docx")
    return "eml", message.as_bytes()


def _rtf(words: str, frame: str = "{}") -> tuple[str, bytes]:
    escaped = "".join(letter if ord(letter) < 128 else f"\\u{ord(letter)}?" for letter in words)
    return "rtf", ("{\\rtf1\\ansi\\ansicpg1252\\uc1 Kinh gui\\par " + frame.replace("{}", escaped) + "\\par}").encode()


WORDS: dict[str, Make] = {
    "docx-dau-trang": lambda w: _docx(word__header1=f"<w:hdr {_W}><w:p><w:r><w:t>{w}</w:t></w:r></w:p></w:hdr>"),
    "docx-chu-thich": lambda w: _docx(
        word__footnotes=f"<w:footnotes {_W}><w:footnote><w:p><w:r><w:t>{w}</w:t></w:r></w:p></w:footnote></w:footnotes>"
    ),
    "docx-loi-ta-hinh": lambda w: _docx(f'<w:p><w:r><docPr descr="{w}" id="1"/></w:r></w:p>'),
    "docx-ten-hinh": lambda w: _docx(f'<w:p><w:r><docPr title="{w}" id="1"/></w:r></w:p>'),
    "docx-bien": lambda w: _docx(
        word__settings=f'<w:settings {_W}><w:docVars><w:docVar w:name="a" w:val="{w}"/></w:docVars></w:settings>'
    ),
    "docx-xml-rieng": lambda w: _docx(customXml__item1=f"<a><b>{w}</b></a>"),
    "docx-thuoc-tinh-rieng": lambda w: _docx(docProps__custom=f"<p><v>{w}</v></p>"),
    "docx-truong": lambda w: _docx(f'<w:p><w:r><w:instrText>COMMENTS "{w}"</w:instrText></w:r></w:p>'),
    "docx-o-nhap": lambda w: _docx(f'<w:sdt><w:sdtPr><w:alias w:val="{w}"/></w:sdtPr></w:sdt>'),
    "docx-khung-chu": lambda w: _docx(
        f"<w:p><w:r><w:pict><w:txbxContent><w:p><w:r><w:t>{w}</w:t></w:r></w:p></w:txbxContent></w:pict></w:r></w:p>"
    ),
    "docx-chu-chim": lambda w: _docx(
        word__header2=f'<w:hdr {_W}><w:p><w:r><v:textpath xmlns:v="urn:v" string="{w}"/></w:r></w:p></w:hdr>'
    ),
    "docx-anh": lambda w: (
        "docx",
        archive({"[Content_Types].xml": _TYPES.encode(), "word/media/a.jpg": photo(ImageDescription=w.encode())}),  # type: ignore[arg-type]
    ),
    "xlsx-dau-trang-in": lambda w: _xlsx(
        f'<headerFooter><oddHeader>&amp;L&amp;"Arial,Bold"&amp;14{w}&amp;RTrang &amp;P</oddHeader></headerFooter>'
    ),
    "xlsx-chan-trang-in": lambda w: _xlsx(f"<headerFooter><firstFooter>&amp;C{w}</firstFooter></headerFooter>"),
    "xlsx-gia-tri-cong-thuc": lambda w: _xlsx(_row(f"<f>A1&amp;B1</f><v>{w}</v>")),
    "xlsx-cong-thuc": lambda w: _xlsx(_row(f'<f>IF(A1,"{w}","")</f><v>1</v>')),
    "xlsx-chu-trong-o": lambda w: _xlsx(f'<sheetData><row><c t="inlineStr"><is><t>{w}</t></is></c></row></sheetData>'),
    "xlsx-chuoi-chung": lambda w: _xlsx("", xl__sharedStrings=f"<sst {_X}><si><t>{w}</t></si></sst>"),
    "xlsx-ten-trang": lambda w: _xlsx("", f'<sheets><sheet name="{w}" sheetId="1"/></sheets>'),
    "xlsx-ten-vung": lambda w: _xlsx("", f'<definedNames><definedName name="a">"{w}"</definedName></definedNames>'),
    "xlsx-loi-nhac": lambda w: _xlsx(f'<dataValidations><dataValidation prompt="{w}"/></dataValidations>'),
    "xlsx-danh-sach-chon": lambda w: _xlsx(
        f'<dataValidations><dataValidation><formula1>"{w}"</formula1></dataValidation></dataValidations>'
    ),
    "xlsx-bang-tong-hop": lambda w: _xlsx(
        "", xl__pivotCache__pivotCacheDefinition1=f'<p {_X}><sharedItems><s v="{w}"/></sharedItems></p>'
    ),
    "xlsx-lien-ket-ngoai": lambda w: _xlsx("", xl__externalLinks__externalLink1=f"<e {_X}><v>{w}</v></e>"),
    "xlsx-hinh": lambda w: _xlsx("", xl__drawings__drawing1=f'<d><cNvPr id="1" name="a" descr="{w}"/></d>'),
    "pptx-trang-chieu": lambda w: _packed("pptx", ppt__slides__slide1=_slide(w)),
    "pptx-nen": lambda w: _packed("pptx", ppt__slideMasters__slideMaster1=_slide(w, "sldMaster")),
    "pptx-loi-ta-hinh": lambda w: _packed("pptx", ppt__slides__slide1=f'<p:sld {_P}><p:cNvPr descr="{w}"/></p:sld>'),
    "odt-noi-dung": lambda w: _od("odt", f"<office:text><text:p>{w}</text:p></office:text>"),
    "odt-dau-trang": lambda w: _od(
        "odt", "", styles=f"<office:s {_O}><style:header><text:p>{w}</text:p></style:header></office:s>"
    ),
    "odt-loi-ta-hinh": lambda w: _od("odt", f"<draw:frame><svg:desc>{w}</svg:desc></draw:frame>"),
    "odt-bien": lambda w: _od("odt", f'<text:user-field-decl office:string-value="{w}" text:name="a"/>'),
    "ods-ten-trang": lambda w: _od("ods", f'<table:table table:name="{w}"/>'),
    "ods-o": lambda w: _od("ods", f"<table:table-cell><text:p>{w}</text:p></table:table-cell>"),
    "rtf-chu": lambda w: _rtf(w),
    "rtf-chu-dam": lambda w: _rtf(w, "{\\b {}}"),
    "rtf-tieu-de": lambda w: _rtf(w, "{\\info{\\title {}}}"),
    "rtf-dau-trang": lambda w: _rtf(w, "{\\header {}\\par}"),
    "eml-base64": lambda w: _mail(w),
    "eml-quoted-printable": lambda w: _mail(w, cte="quoted-printable"),
    "eml-html": lambda w: _mail(w, html=True),
    "eml-tieu-de": lambda w: _mail("Kính gửi", subject=w),
    "eml-utf-16": lambda w: _mail(w, charset="utf-16"),
    "eml-tep-kem": _mail_with_file,
    "mht-trang": lambda w: ("mht", _mail(w, html=True, cte="quoted-printable")[1]),
}
"""The places where office files can hide words, by name; each with the function that makes such a file.

The function returns (extension, bytes).
"""

_EDIT = '<w:p><w:r><w:rPr><w:rPrChange w:id="1" w:author="{}"><w:rPr/></w:rPrChange></w:rPr><w:t>a</w:t></w:r></w:p>'

METADATA: dict[str, Make] = {
    "docx-tac-gia": lambda w: ("docx", word("a", author=w)),
    "docx-sua-dinh-dang": lambda w: _docx(_EDIT.replace("{}", w)),
    "docx-sua-doan": lambda w: _docx(f'<w:p><w:pPr><w:pPrChange w:author="{w}"/></w:pPr></w:p>'),
    "docx-nguoi": lambda w: _docx(
        word__people=f'<w15:people xmlns:w15="urn:w15"><w15:person w15:author="{w}"></w15:person></w15:people>'
    ),
    "pptx-nguoi-nhan-xet": lambda w: _packed(
        "pptx",
        ppt__slides__slide1=_slide("a"),
        ppt__commentAuthors=f'<p:l {_P}><p:cmAuthor id="0" name="{w}" initials="C" clrIdx="0"/></p:l>',
    ),
    "xlsx-nguoi": lambda w: _xlsx(
        "", xl__persons__person=f'<personList {_X}><person displayName="{w}" id="a"/></personList>'
    ),
    "odt-tac-gia": lambda w: _od(
        "odt", "", meta=f'<m xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>{w}</dc:creator></m>'
    ),
}
"""Metadata that names a person and that cleaning can remove."""

HIDDEN: dict[str, Make] = {
    "docx-chu-an": lambda _: _docx("<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>a</w:t></w:r></w:p>"),
    "docx-chen": lambda _: _docx("<w:p><w:ins><w:r><w:t>a</w:t></w:r></w:ins></w:p>"),
    "docx-chuyen": lambda _: _docx("<w:p><w:moveFrom><w:r><w:t>a</w:t></w:r></w:moveFrom></w:p>"),
    "docx-nhan-xet": lambda _: _docx(word__comments=f"<w:comments {_W}><w:comment/></w:comments>"),
    "xlsx-trang-an": lambda _: _xlsx("", '<sheets><sheet name="a" state="hidden"/></sheets>'),
    "xlsx-trang-an-ky": lambda _: _xlsx("", '<sheets><sheet name="a" state="veryHidden"/></sheets>'),
    "xlsx-dong-an": lambda _: _xlsx(_row("<v>a</v>", hidden="1")),
    "xlsx-cot-an": lambda _: _xlsx(f'<cols><col min="2" max="4" hidden="1"/></cols>{_row("<v>12</v>")}'),
    "xlsx-nhan-xet": lambda _: _xlsx(
        "", xl__comments1=f"<comments {_X}><commentList><comment/></commentList></comments>"
    ),
    "pptx-trang-an": lambda _: _packed("pptx", ppt__slides__slide1=_slide("a", more='show="0"')),
    "pptx-ghi-chu": lambda _: _packed("pptx", ppt__notesSlides__notesSlide1=_slide("a", "notes")),
    "odt-chu-an": lambda _: _od("odt", '<text:p><text:hidden-text text:string-value="a"/></text:p>'),
    "odt-kieu-an": lambda _: _od("odt", "", styles=f'<s {_O}><style:text-properties text:display="none"/></s>'),
    "odt-nhan-xet": lambda _: _od("odt", "<office:annotation/>"),
    "odt-sua": lambda _: _od("odt", "<text:tracked-changes/>"),
    "ods-trang-an": lambda _: _od("ods", '<style:style><style:table-properties table:display="false"/></style:style>'),
    "ods-dong-an": lambda _: _od("ods", '<table:table-row table:visibility="collapse"/>'),
    "odp-ghi-chu": lambda _: _od("odp", "<presentation:notes><text:p>a</text:p></presentation:notes>"),
    "odp-trang-an": lambda _: _od("odp", '<style:drawing-page-properties presentation:visibility="hidden"/>'),
    "rtf-an": lambda _: _rtf("a", "{\\v {}}"),
    "rtf-xoa": lambda _: _rtf("a", "{\\deleted {}}"),
    "rtf-nhan-xet": lambda _: _rtf("a", "{\\*\\annotation {}}"),
}
"""Kinds of hidden content that only the author can remove, each with the function that makes such a file."""

_NUMBER = "<text:page-number>1</text:page-number>"

PLAIN: dict[str, Make] = {
    "docx-muc-luc": lambda _: _docx("<w:p><w:r><w:rPr><w:webHidden/></w:rPr><w:t>1</w:t></w:r></w:p>"),
    "docx-khong-an": lambda _: _docx('<w:p><w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>a</w:t></w:r></w:p>'),
    "xlsx-dong-an-trong": lambda _: _xlsx('<sheetData><row hidden="1"><c r="A1"/></row></sheetData>'),
    "xlsx-cot-thua-an": lambda _: _xlsx(f'<cols><col min="8" max="16384" hidden="1"/></cols>{_row("<v>12</v>")}'),
    "pptx-so-trang-trong-ghi-chu": lambda _: _packed(
        "pptx", ppt__notesSlides__notesSlide1=f"<p:notes {_P}><a:p><a:fld><a:t>1</a:t></a:fld></a:p></p:notes>"
    ),
    "odp-ghi-chu-trong": lambda _: _od("odp", f"<presentation:notes><text:p>{_NUMBER}</text:p></presentation:notes>"),
    "rtf-bang-phong": lambda _: _rtf("a", "{\\fonttbl{\\f0 MAT;}}{}"),
    "odt-phan-rong": lambda _: _od("odt", "", Configurations2__accelerator__current=""),
    "odt-kieu-tai-lieu": lambda _: _od(
        "odt", "", **{"META-INF__manifest": '<!DOCTYPE m PUBLIC "-//a//b" "m.dtd"><m/>'}
    ),
    "txt-nhu-thu": lambda _: ("txt", "Kính gửi: các chi bộ\n\nNội dung".encode()),
}
"""Files that hide nothing, by name, each with the function that makes it."""
