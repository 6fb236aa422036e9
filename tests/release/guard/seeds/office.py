"""Office files and e-mails with words, names and macros in places that no page shows, made in code."""

import io
import struct
import warnings
import zipfile
from collections.abc import Callable
from email.message import EmailMessage
from typing import TypeAlias

from tests.release.guard.hidden_office import _O as O
from tests.release.guard.hidden_office import _P as PN
from tests.release.guard.hidden_office import _TYPES as TY
from tests.release.guard.hidden_office import _W as W_
from tests.release.guard.hidden_office import _X as X
from tests.release.guard.hidden_office import _docx, _mail, _od, _packed, _rtf, _slide, _xlsx
from tests.release.guard.leaks import TOP as w  # noqa: N811 -- short, as almost every line uses it
from tests.release.guard.leaks import _png_with
from tests.release.guard.made import archive, pdf, photo, word
from tests.release.guard.seeds import Seed

Made: TypeAlias = Callable[[], tuple[str, bytes]]


def z(kind: str, members: dict[str, str | bytes]) -> tuple[str, bytes]:
    """Return an office file of a ``kind`` (``docx``, ``xlsx`` …) with more members, as (extension, bytes)."""
    base: dict[str, str | bytes] = {"[Content_Types].xml": TY}
    if kind == "docx":
        base["word/document.xml"] = f"<w:document {W_}><w:body><w:p><w:r><w:t>a</w:t></w:r></w:p></w:body></w:document>"
    elif kind == "xlsx":
        base["xl/workbook.xml"] = f"<workbook {X}/>"
    elif kind == "pptx":
        base["ppt/presentation.xml"] = f"<p:p {PN}/>"
    parts = {name: part if isinstance(part, bytes) else part.encode() for name, part in (base | members).items()}
    return kind, archive(parts)


def emf(text: str) -> bytes:
    """Return a picture in the format EMF that draws a text (MS-EMF, 2.3.5.8)."""
    letters = text.encode("utf-16-le")
    letters += b"\0" * (-len(letters) % 4)
    record = struct.pack("<IIiiiiIff", 84, 76 + len(letters), 0, 0, -1, -1, 1, 1.0, 1.0)
    record += struct.pack("<iiIIiiiiI", 0, 0, len(text), 76, 0, 0, 0, -1, 0) + letters
    end = struct.pack("<IIIII", 14, 20, 0, 0, 20)
    header = struct.pack("<II", 1, 88) + b"\0" * 32 + b" EMF" + struct.pack("<II", 0x10000, 88 + len(record) + 20)
    return header + b"\0" * 32 + record + end


def wmf(text: str) -> bytes:
    """Return a picture in the format WMF that draws a text (MS-WMF, 2.3.3.20)."""
    letters = text.encode() + b"\0" * (len(text) % 2)
    record = struct.pack("<IHH", (12 + len(letters)) // 2, 0x521, len(text)) + letters + struct.pack("<HH", 0, 0)
    return b"\xd7\xcd\xc6\x9a" + b"\0" * 18 + struct.pack("<HHHI", 1, 9, 0x300, 9) + b"\0" * 8 + record


def nested() -> tuple[str, bytes]:
    """Return an e-mail with another one attached whose subject has a stamp (such as MẬT), as (extension, bytes)."""
    inner, outer = EmailMessage(), EmailMessage()
    inner["Subject"] = w
    inner.set_content("a")
    outer.set_content("b")
    outer.add_attachment(inner)
    return "eml", outer.as_bytes()


def ez() -> tuple[str, bytes]:
    """Return an e-mail with a zip archive attached, as (extension, bytes)."""
    message = EmailMessage()
    message.set_content("b")
    content = archive({"a.txt": w.encode()})
    message.add_attachment(content, maintype="application", subtype="zip", filename="a.zip")
    return "eml", message.as_bytes()


def zc(
    *, behind: bytes = b"", before: bytes = b"", comment: bytes = b"", of_member: bytes = b"", twice: bool = False
) -> tuple[str, bytes]:
    """Return a Word file, as (extension, bytes), with data around its zip archive, comments, or a repeated member."""
    out = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(out, "w") as packed:
        warnings.simplefilter("ignore")
        packed.writestr("[Content_Types].xml", TY)
        if twice:
            packed.writestr("word/header1.xml", f"<w:hdr {W_}><w:p><w:r><w:t>{w}</w:t></w:r></w:p></w:hdr>")
            packed.writestr("word/header1.xml", f"<w:hdr {W_}/>")
        member = zipfile.ZipInfo("word/document.xml")
        member.comment = of_member
        packed.writestr(member, f"<w:document {W_}/>")
        packed.comment = comment
    return "docx", before + out.getvalue() + behind


PLACES: dict[str, tuple[str, Made]] = {
    "docx-endnote": (
        "dau-mat",
        lambda: _docx(
            word__endnotes=f"<w:endnotes {W_}><w:endnote><w:p><w:r><w:t>{w}</w:t></w:r></w:p></w:endnote></w:endnotes>"
        ),
    ),
    "docx-footer": (
        "dau-mat",
        lambda: _docx(word__footer2=f"<w:ftr {W_}><w:p><w:r><w:t>{w}</w:t></w:r></w:p></w:ftr>"),
    ),
    "docx-glossary": (
        "dau-mat",
        lambda: _docx(
            word__glossary__document=f"<w:g {W_}><w:docPart><w:docPartPr><w:name w:val='x'/></w:docPartPr><w:p><w:r><w:t>{w}</w:t></w:r></w:p></w:docPart></w:g>"
        ),
    ),
    "docx-glossary-name": (
        "dau-mat",
        lambda: _docx(word__glossary__document=f"<w:g {W_}><w:docPartPr><w:name w:val='{w}'/></w:docPartPr></w:g>"),
    ),
    "docx-altchunk-html": ("an-trong-tep", lambda: z("docx", {"word/afchunk.html": f"<p>{w}</p>"})),
    "docx-altchunk-mht": ("an-trong-tep", lambda: z("docx", {"word/afchunk.mht": _mail(w, html=True)[1]})),
    "docx-altchunk-txt": ("dau-mat", lambda: z("docx", {"word/afchunk.txt": w})),
    "docx-altchunk-rtf": ("an-trong-tep", lambda: z("docx", {"word/afchunk.rtf": _rtf(w)[1]})),
    "docx-altchunk-docx": ("an-trong-tep", lambda: z("docx", {"word/afchunk.docx": word(w)})),
    "docx-altchunk-dat": ("an-trong-tep", lambda: z("docx", {"word/afchunk.dat": _rtf(w)[1]})),
    "docx-extra-txt": ("dau-mat", lambda: z("docx", {"ghi-chu.txt": w})),
    "docx-trash": ("dau-mat", lambda: z("docx", {"[trash]/0000.dat": w})),
    "docx-extra-pdf": ("dau-mat", lambda: z("docx", {"word/media/a.pdf": pdf(w)})),
    "docx-extra-bin": ("sieu-du-lieu", lambda: z("docx", {"word/media/x.bin": photo(gps=True)})),
    "docx-jfif": ("sieu-du-lieu", lambda: z("docx", {"word/media/a.jfif": photo(gps=True)})),
    "docx-svg": (
        "dau-mat",
        lambda: z("docx", {"word/media/a.svg": f'<svg xmlns="http://www.w3.org/2000/svg"><text>{w}</text></svg>'}),
    ),
    "docx-emf": ("dau-mat", lambda: z("docx", {"word/media/a.emf": emf(w)})),
    "docx-wmf": ("dau-mat", lambda: z("docx", {"word/media/a.wmf": wmf("TOI MAT")})),
    "docx-heic": (
        "khong-kiem-duoc",
        lambda: z("docx", {"word/media/a.heic": b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + b"\0" * 50}),
    ),
    "docx-thumb": ("sieu-du-lieu", lambda: z("docx", {"docProps/thumbnail.jpeg": photo(gps=True)})),
    "docx-png-word": ("dau-mat", lambda: z("docx", {"word/media/a.png": _png_with("Comment", w)})),
    "docx-chart": (
        "dau-mat",
        lambda: _docx(
            word__charts__chart1=f'<c:c xmlns:c="urn:c" xmlns:a="urn:a"><c:title><a:p><a:r><a:t>{w}</a:t></a:r></a:p></c:title></c:c>'
        ),
    ),
    "docx-chart-cache": (
        "dau-mat",
        lambda: _docx(
            word__charts__chart1=f'<c:c xmlns:c="urn:c"><c:strCache><c:pt idx="0"><c:v>{w}</c:v></c:pt></c:strCache></c:c>'
        ),
    ),
    "docx-smartart": (
        "dau-mat",
        lambda: _docx(
            word__diagrams__data1=f'<d:d xmlns:d="urn:d" xmlns:a="urn:a"><d:t><a:p><a:r><a:t>{w}</a:t></a:r></a:p></d:t></d:d>'
        ),
    ),
    "docx-customprop-name": (
        "dau-mat",
        lambda: _docx(docProps__custom=f'<P xmlns="urn:p"><property name="{w}"><v>1</v></property></P>'),
    ),
    "docx-dropdown": (
        "dau-mat",
        lambda: _docx(
            f'<w:sdt><w:sdtPr><w:dropDownList><w:listItem w:displayText="{w}" w:value="1"/></w:dropDownList></w:sdtPr></w:sdt>'
        ),
    ),
    "docx-placeholder": (
        "dau-mat",
        lambda: _docx(f'<w:sdt><w:sdtPr><w:placeholder><w:docPart w:val="{w}"/></w:placeholder></w:sdtPr></w:sdt>'),
    ),
    "docx-bookmark": ("dau-mat", lambda: _docx(f'<w:bookmarkStart w:name="{w}"/>')),
    "docx-style-name": (
        "dau-mat",
        lambda: _docx(word__styles=f'<w:styles {W_}><w:style><w:name w:val="{w}"/></w:style></w:styles>'),
    ),
    "docx-ffdata": (
        "dau-mat",
        lambda: _docx(
            f'<w:p><w:r><w:ffData><w:textInput><w:default w:val="{w}"/></w:textInput></w:ffData></w:r></w:p>'
        ),
    ),
    "docx-fftext": (
        "dau-mat",
        lambda: _docx(f'<w:p><w:r><w:ffData><w:statusText w:val="{w}"/></w:ffData></w:r></w:p>'),
    ),
    "docx-instr-simple": ("dau-mat", lambda: _docx(f"<w:p><w:fldSimple w:instr='COMMENTS \"{w}\"'/></w:p>")),
    "docx-caption": (
        "dau-mat",
        lambda: _docx(
            word__settings=f'<w:settings {W_}><w:captions><w:caption w:name="{w}"/></w:captions></w:settings>'
        ),
    ),
    "docx-subject": ("dau-mat", lambda: _docx(docProps__core2=f"<c><s>{w}</s></c>")),
    "docx-label": ("dau-mat", lambda: z("docx", {"docMetadata/LabelInfo.xml": f'<l><label name="{w}"/></l>'})),
    "docx-customui": ("dau-mat", lambda: z("docx", {"customUI/customUI.xml": f'<c><button label="{w}"/></c>'})),
    "docx-mailmerge": (
        "dau-mat",
        lambda: _docx(
            word__settings=f'<w:settings {W_}><w:mailMerge><w:query w:val="SELECT * FROM `{w}`"/></w:mailMerge></w:settings>'
        ),
    ),
    "docx-customxml-attr": ("dau-mat", lambda: _docx(customXml__item1=f'<a b="{w}"/>')),
    "docx-customxml-txt": ("dau-mat", lambda: z("docx", {"customXml/item1.txt": w})),
    "docx-utf16": (
        "dau-mat",
        lambda: z(
            "docx",
            {
                "word/header1.xml": f'<?xml version="1.0" encoding="UTF-16"?><w:hdr {W_}><w:p><w:r><w:t>{w}</w:t></w:r></w:p></w:hdr>'.encode(
                    "utf-16"
                )
            },
        ),
    ),
    "docx-xml-comment": ("dau-mat", lambda: _docx(f"<!-- {w} -->")),
    "docx-pi": ("dau-mat", lambda: _docx(f"<?note {w}?>")),
    "docx-cdata": ("dau-mat", lambda: _docx(f"<w:p><w:r><w:t><![CDATA[{w}]]></w:t></w:r></w:p>")),
    "docx-uppercase-ext": (
        "dau-mat",
        lambda: z("docx", {"word/header1.XML": f"<w:hdr {W_}><w:p><w:r><w:t>{w}</w:t></w:r></w:p></w:hdr>"}),
    ),
    "docx-hidden-spec": (
        "an-trong-tep",
        lambda: _docx("<w:p><w:r><w:rPr><w:specVanish/></w:rPr><w:t>a</w:t></w:r></w:p>"),
    ),
    "docx-activex": ("an-trong-tep", lambda: z("docx", {"word/activeX/activeX1.bin": b"\0\1" * 50})),
    "docx-macro": ("an-trong-tep", lambda: z("docx", {"word/vbaProject.bin": b"x"})),
    "docx-rel-pass": (
        "khoa-bi-mat",
        lambda: z(
            "docx",
            {
                "word/_rels/document.xml.rels": '<R><Relationship Target="https://u:Abc1234x'
                + '@a.example/" TargetMode="External"/></R>'
            },
        ),
    ),
    "docx-rel-tel": (
        "so-ca-nhan",
        lambda: z(
            "docx",
            {"word/_rels/document.xml.rels": '<R><Relationship Target="tel:0912345678" TargetMode="External"/></R>'},
        ),
    ),
    "docx-comment-ext-author": (
        "sieu-du-lieu",
        lambda: _docx(word__commentsExtended='<a xmlns:w15="urn:w15"><w15:p w15:author="Lê"/></a>'),
    ),
    "docx-proof-author": ("sieu-du-lieu", lambda: _docx('<w:p><w:moveFromRangeStart w:author="Lê Văn C"/></w:p>')),
    "xlsx-numfmt": (
        "dau-mat",
        lambda: _xlsx(
            "",
            xl__styles=f'<styleSheet {X}><numFmts><numFmt numFmtId="164" formatCode="&quot;{w}&quot;0"/></numFmts></styleSheet>',
        ),
    ),
    "xlsx-defname-name": (
        "dau-mat",
        lambda: _xlsx("", '<definedNames><definedName name="TUYỆT_MẬT">A1</definedName></definedNames>'),
    ),
    "xlsx-defname-comment": (
        "dau-mat",
        lambda: _xlsx("", f'<definedNames><definedName name="a" comment="{w}">A1</definedName></definedNames>'),
    ),
    "xlsx-table-name": ("dau-mat", lambda: _xlsx("", xl__tables__table1=f'<table {X} displayName="TUYỆT_MẬT"/>')),
    "xlsx-table-col": (
        "dau-mat",
        lambda: _xlsx(
            "", xl__tables__table1=f'<table {X}><tableColumns><tableColumn name="{w}"/></tableColumns></table>'
        ),
    ),
    "xlsx-comment": (
        "an-trong-tep",
        lambda: _xlsx(
            "",
            xl__comments1=f"<comments {X}><commentList><comment><text><r><t>{w}</t></r></text></comment></commentList></comments>",
        ),
    ),
    "xlsx-cf": (
        "dau-mat",
        lambda: _xlsx(f'<conditionalFormatting><cfRule><formula>"{w}"</formula></cfRule></conditionalFormatting>'),
    ),
    "xlsx-cftext": ("dau-mat", lambda: _xlsx(f'<conditionalFormatting><cfRule text="{w}"/></conditionalFormatting>')),
    "xlsx-hyper": ("dau-mat", lambda: _xlsx(f'<hyperlinks><hyperlink ref="A1" display="{w}"/></hyperlinks>')),
    "xlsx-hyper-loc": (
        "dau-mat",
        lambda: _xlsx(f"<hyperlinks><hyperlink ref='A1' location=\"'{w}'!A1\"/></hyperlinks>"),
    ),
    "xlsx-codename": ("dau-mat", lambda: _xlsx('<sheetPr codeName="TUYỆTMẬT"/>')),
    "xlsx-headimg": (
        "dau-mat",
        lambda: _xlsx("", xl__drawings__vmlDrawing1=f'<x><v:shape xmlns:v="urn:v" alt="{w}"/></x>'),
    ),
    "xlsx-vml": (
        "dau-mat",
        lambda: z(
            "xlsx",
            {
                "xl/drawings/vmlDrawing1.vml": f'<xml xmlns:v="urn:v"><v:shape alt="{w}"><v:textbox><div>{w}</div></v:textbox></v:shape></xml>'
            },
        ),
    ),
    "xlsx-vml-textpath": (
        "dau-mat",
        lambda: z(
            "xlsx",
            {
                "xl/drawings/vmlDrawing1.vml": f'<xml xmlns:v="urn:v"><v:shape><v:textpath string="{w}"/></v:shape></xml>'
            },
        ),
    ),
    "xlsx-scenario": (
        "dau-mat",
        lambda: _xlsx(f'<scenarios><scenario name="{w}" comment="a" user="Lê Văn C"/></scenarios>'),
    ),
    "xlsx-scenario-user": (
        "sieu-du-lieu",
        lambda: _xlsx('<scenarios><scenario name="a" user="Lê Văn C"/></scenarios>'),
    ),
    "xlsx-filesharing": ("sieu-du-lieu", lambda: _xlsx("", '<fileSharing userName="Lê Văn C"/>')),
    "xlsx-abspath": (
        "sieu-du-lieu",
        lambda: _xlsx("", '<x15ac:absPath xmlns:x15ac="urn:x15" url="C:\\Users\\an.nguyen\\Desktop\\"/>'),
    ),
    "xlsx-connection": (
        "khoa-bi-mat",
        lambda: _xlsx(
            "",
            xl__connections=f'<connections {X}><connection><dbPr connection="Provider=SQL;Password='
            + "Abc1234x"
            + ';User ID=sa"/></connection></connections>',
        ),
    ),
    "xlsx-query": ("dau-mat", lambda: _xlsx("", xl__queryTables__queryTable1=f'<q {X} name="{w}"/>')),
    "xlsx-users": (
        "sieu-du-lieu",
        lambda: _xlsx("", xl__revisions__userNames=f'<users {X}><userInfo name="Lê Văn C"/></users>'),
    ),
    "xlsx-rev-headers": (
        "sieu-du-lieu",
        lambda: _xlsx("", xl__revisions__revisionHeaders=f'<headers {X}><header userName="Lê Văn C"/></headers>'),
    ),
    "xlsx-rowheight0": (
        "an-trong-tep",
        lambda: _xlsx(
            '<sheetData><row r="1" ht="0" customHeight="1"><c r="A1" t="str"><v>a b</v></c></row></sheetData>'
        ),
    ),
    "xlsx-colwidth0": (
        "an-trong-tep",
        lambda: _xlsx(
            '<cols><col min="1" max="1" width="0" customWidth="1"/></cols><sheetData><row r="1"><c r="A1" t="str"><v>a b</v></c></row></sheetData>'
        ),
    ),
    "xlsx-format-hide": (
        "an-trong-tep",
        lambda: _xlsx(
            '<sheetData><row r="1"><c r="A1" s="0" t="str"><v>a b</v></c></row></sheetData>',
            xl__styles=f'<styleSheet {X}><numFmts><numFmt numFmtId="170" formatCode=";;;"/></numFmts><cellXfs><xf numFmtId="170"/></cellXfs></styleSheet>',
        ),
    ),
    "xlsx-filtered": (
        "an-trong-tep",
        lambda: _xlsx('<sheetData><row r="1"/><row r="2" hidden="1"><c r="A2"><v>7</v></c></row></sheetData>'),
    ),
    "xlsx-textbox": (
        "dau-mat",
        lambda: _xlsx("", xl__drawings__drawing1=f'<d xmlns:a="urn:a"><a:p><a:r><a:t>{w}</a:t></a:r></a:p></d>'),
    ),
    "xlsx-phonetic": (
        "dau-mat",
        lambda: _xlsx("", xl__sharedStrings=f"<sst {X}><si><t>a</t><rPh><t>{w}</t></rPh></si></sst>"),
    ),
    "xlsx-rich": (
        "dau-mat",
        lambda: _xlsx(
            "", xl__sharedStrings=f"<sst {X}><si><r><t>TUY</t></r><r><t>ỆT M</t></r><r><t>ẬT</t></r></si></sst>"
        ),
    ),
    "xlsx-chartsheet": ("an-trong-tep", lambda: _xlsx("", '<sheets><sheet name="Chart" state="hidden"/></sheets>')),
    "xlsx-macrosheet": (
        "an-trong-tep",
        lambda: _xlsx("", xl__macrosheets__sheet1=f'<m {X}><c t="str"><f>EXEC("a")</f></c></m>'),
    ),
    "xlsx-dialogsheet": (
        "dau-mat",
        lambda: _xlsx(
            "", xl__dialogsheets__sheet1=f"<m {X}><headerFooter><oddHeader>&amp;C{w}</oddHeader></headerFooter></m>"
        ),
    ),
    "xlsx-slicer": ("dau-mat", lambda: _xlsx("", xl__slicers__slicer1=f'<s {X} caption="{w}"/>')),
    "xlsx-ext-path": (
        "sieu-du-lieu",
        lambda: z(
            "xlsx",
            {
                "xl/externalLinks/_rels/externalLink1.xml.rels": '<R><Relationship Target="file:///C:\\Users\\an\\a.xlsx"/></R>'
            },
        ),
    ),
    "xlsx-webextension": (
        "dau-mat",
        lambda: z("xlsx", {"xl/webextensions/webextension1.xml": f'<w><p value="{w}"/></w>'}),
    ),
    "xlsx-customprop": ("dau-mat", lambda: z("xlsx", {"xl/customProperty1.bin": w.encode("utf-16-le")})),
    "xlsx-letters-cells": (
        "dau-mat",
        lambda: _xlsx(
            '<sheetData><row r="1">'
            + "".join(f'<c r="{chr(65 + n)}1" t="str"><v>{x}</v></c>' for n, x in enumerate("TỐIMẬT"))
            + "</row></sheetData>"
        ),
    ),
    "xlsx-letters-inline": (
        "dau-mat",
        lambda: _xlsx(
            '<sheetData><row r="1">'
            + "".join(f'<c r="{chr(65 + n)}1" t="inlineStr"><is><t>{x}</t></is></c>' for n, x in enumerate("TỐIMẬT"))
            + "</row></sheetData>"
        ),
    ),
    "xlsx-xlsb": ("dau-mat", lambda: z("xlsx", {"xl/worksheets/sheet1.bin": b"\0\1" + w.encode("utf-16-le")})),
    "pptx-layout": ("dau-mat", lambda: _packed("pptx", ppt__slideLayouts__slideLayout1=_slide(w, "sldLayout"))),
    "pptx-layout-name": (
        "dau-mat",
        lambda: _packed(
            "pptx", ppt__slideLayouts__slideLayout1=f'<p:sldLayout {PN}><p:cSld name="{w}"/></p:sldLayout>'
        ),
    ),
    "pptx-section": (
        "dau-mat",
        lambda: _packed("pptx", ppt__presentation=f'<p:p {PN}><p14:section xmlns:p14="urn:p14" name="{w}"/></p:p>'),
    ),
    "pptx-custshow": (
        "dau-mat",
        lambda: _packed("pptx", ppt__presentation=f'<p:p {PN}><p:custShow name="{w}"/></p:p>'),
    ),
    "pptx-tag": (
        "dau-mat",
        lambda: _packed("pptx", ppt__tags__tag1=f'<p:tagLst {PN}><p:tag name="A" val="{w}"/></p:tagLst>'),
    ),
    "pptx-hidden-shape": (
        "an-trong-tep",
        lambda: _packed(
            "pptx",
            ppt__slides__slide1=f'<p:sld {PN}><p:cNvPr id="2" name="a" hidden="1"/><a:p><a:r><a:t>chữ</a:t></a:r></a:p></p:sld>',
        ),
    ),
    "pptx-shape-name": (
        "dau-mat",
        lambda: _packed("pptx", ppt__slides__slide1=f'<p:sld {PN}><p:cNvPr id="2" name="{w}"/></p:sld>'),
    ),
    "pptx-handout": (
        "dau-mat",
        lambda: _packed("pptx", ppt__handoutMasters__handoutMaster1=_slide(w, "handoutMaster")),
    ),
    "pptx-notesmaster": ("dau-mat", lambda: _packed("pptx", ppt__notesMasters__notesMaster1=_slide(w, "notesMaster"))),
    "pptx-comment": (
        "an-trong-tep",
        lambda: _packed("pptx", ppt__comments__comment1=f"<p:cmLst {PN}><p:cm><p:text>chữ</p:text></p:cm></p:cmLst>"),
    ),
    "pptx-modern-comment": (
        "an-trong-tep",
        lambda: _packed(
            "pptx",
            ppt__comments__modernComment_1='<p188:cmLst xmlns:p188="urn:p188"><p188:cm authorId="x"><a>chữ</a></p188:cm></p188:cmLst>',
        ),
    ),
    "pptx-authors": (
        "sieu-du-lieu",
        lambda: _packed(
            "pptx", ppt__authors='<p188:authorLst xmlns:p188="urn:p188"><p188:author name="Lê Văn C"/></p188:authorLst>'
        ),
    ),
    "pptx-changes": (
        "sieu-du-lieu",
        lambda: _packed("pptx", ppt__changesInfos__changesInfo1=f'<p:c {PN}><chgData name="Lê Văn C"/></p:c>'),
    ),
    "pptx-chart": (
        "dau-mat",
        lambda: _packed("pptx", ppt__charts__chart1=f'<c:c xmlns:c="urn:c"><c:v>{w}</c:v></c:c>'),
    ),
    "pptx-embed-xlsx": ("an-trong-tep", lambda: z("pptx", {"ppt/embeddings/a.xlsx": _xlsx("")[1]})),
    "pptx-smartart": (
        "dau-mat",
        lambda: _packed("pptx", ppt__diagrams__data1=f'<d xmlns:a="urn:a"><a:p><a:r><a:t>{w}</a:t></a:r></a:p></d>'),
    ),
    "pptx-slide-name": (
        "dau-mat",
        lambda: _packed("pptx", ppt__slides__slide1=f'<p:sld {PN}><p:cSld name="{w}"/></p:sld>'),
    ),
    "pptx-mp4": ("khong-kiem-duoc", lambda: z("pptx", {"ppt/media/a.mp4": b"\0\0\0\x18ftypmp42" + b"\0" * 50})),
    "pptx-vertical": (
        "dau-mat",
        lambda: _packed(
            "pptx",
            ppt__slides__slide1=f'<p:sld {PN}><a:bodyPr vert="wordArtVert"/>'
            + "".join(f"<a:p><a:r><a:t>{x}</a:t></a:r></a:p>" for x in "TỐIMẬT")
            + "</p:sld>",
        ),
    ),
    "pptx-runs": (
        "dau-mat",
        lambda: _packed(
            "pptx",
            ppt__slides__slide1=f"<p:sld {PN}><a:p>"
            + "".join(f"<a:r><a:t>{x}</a:t></a:r>" for x in "TỐI MẬT")
            + "</a:p></p:sld>",
        ),
    ),
    "pptx-action-text": (
        "dau-mat",
        lambda: _packed("pptx", ppt__slides__slide1=f'<p:sld {PN}><a:hlinkClick tooltip="{w}"/></p:sld>'),
    ),
    "odt-section-hidden": (
        "an-trong-tep",
        lambda: _od("odt", '<text:section text:display="none"><text:p>chữ</text:p></text:section>'),
    ),
    "odt-section-name": (
        "dau-mat",
        lambda: _od("odt", f'<text:section text:name="{w}"><text:p>a</text:p></text:section>'),
    ),
    "odt-userdef": (
        "dau-mat",
        lambda: _od(
            "odt", "", meta=f'<m xmlns:meta="urn:meta"><meta:user-defined meta:name="a">{w}</meta:user-defined></m>'
        ),
    ),
    "odt-userdef-name": (
        "dau-mat",
        lambda: _od(
            "odt", "", meta=f'<m xmlns:meta="urn:meta"><meta:user-defined meta:name="{w}">a</meta:user-defined></m>'
        ),
    ),
    "odt-script": (
        "an-trong-tep",
        lambda: _od("odt", "<office:scripts><office:script>msgbox</office:script></office:scripts>"),
    ),
    "odt-basic": (
        "an-trong-tep",
        lambda: z(
            "odt",
            {
                "mimetype": "application/vnd.oasis.opendocument.text",
                "content.xml": f"<o {O}/>",
                "Basic/Standard/Module1.xml": "<m>Sub Main</m>",
            },
        ),
    ),
    "odt-form-label": ("dau-mat", lambda: _od("odt", f'<form:button xmlns:form="urn:f" form:label="{w}"/>')),
    "odt-form-value": ("dau-mat", lambda: _od("odt", f'<form:text xmlns:form="urn:f" form:current-value="{w}"/>')),
    "odt-form-item": ("dau-mat", lambda: _od("odt", f'<form:item xmlns:form="urn:f" form:label="{w}"/>')),
    "odt-versions": (
        "an-trong-tep",
        lambda: z(
            "odt",
            {
                "mimetype": "application/vnd.oasis.opendocument.text",
                "content.xml": f"<o {O}/>",
                "Versions/Version1": archive(
                    {
                        "mimetype": b"application/vnd.oasis.opendocument.text",
                        "content.xml": f"<o {O}><text:p>{w}</text:p></o>".encode(),
                    }
                ),
            },
        ),
    ),
    "odt-object": (
        "dau-mat",
        lambda: z(
            "odt",
            {
                "mimetype": "application/vnd.oasis.opendocument.text",
                "content.xml": f"<o {O}/>",
                "Object 1/content.xml": f"<o {O}><text:p>{w}</text:p></o>",
            },
        ),
    ),
    "odt-object-bin": (
        "an-trong-tep",
        lambda: z(
            "odt",
            {
                "mimetype": "application/vnd.oasis.opendocument.text",
                "content.xml": f"<o {O}/>",
                "Object 1": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600,
            },
        ),
    ),
    "odt-picture": (
        "sieu-du-lieu",
        lambda: z(
            "odt",
            {
                "mimetype": "application/vnd.oasis.opendocument.text",
                "content.xml": f"<o {O}/>",
                "Pictures/a.jpg": photo(gps=True),
            },
        ),
    ),
    "odt-picture-noext": (
        "sieu-du-lieu",
        lambda: z(
            "odt",
            {
                "mimetype": "application/vnd.oasis.opendocument.text",
                "content.xml": f"<o {O}/>",
                "Pictures/100000": photo(gps=True),
            },
        ),
    ),
    "odt-svg": (
        "dau-mat",
        lambda: z(
            "odt",
            {
                "mimetype": "application/vnd.oasis.opendocument.text",
                "content.xml": f"<o {O}/>",
                "Pictures/a.svg": f"<svg><text>{w}</text></svg>",
            },
        ),
    ),
    "odt-bookmark": ("dau-mat", lambda: _od("odt", f'<text:bookmark text:name="{w}"/>')),
    "odt-title-el": ("dau-mat", lambda: _od("odt", f"<svg:title>{w}</svg:title>")),
    "odt-conditional": (
        "dau-mat",
        lambda: _od(
            "odt", f'<text:p><text:conditional-text text:string-value-if-true="{w}">a</text:conditional-text></text:p>'
        ),
    ),
    "odt-placeholder": ("dau-mat", lambda: _od("odt", f"<text:p><text:placeholder>{w}</text:placeholder></text:p>")),
    "odt-var": ("dau-mat", lambda: _od("odt", f'<text:p><text:variable-set office:string-value="{w}"/></text:p>')),
    "odt-masterpage": (
        "dau-mat",
        lambda: _od(
            "odt",
            "",
            styles=f'<s {O}><style:master-page style:name="a"><style:footer><text:p>{w}</text:p></style:footer></style:master-page></s>',
        ),
    ),
    "odt-masterpage-name": (
        "dau-mat",
        lambda: _od("odt", "", styles=f'<s {O}><style:master-page style:display-name="{w}"/></s>'),
    ),
    "odt-spans": (
        "dau-mat",
        lambda: _od("odt", "<text:p>" + "".join(f"<text:span>{x}</text:span>" for x in "TỐI MẬT") + "</text:p>"),
    ),
    "odt-rot-letters": (
        "dau-mat",
        lambda: _od(
            "odt", "".join(f'<text:p><text:span text:style-name="R">{x}</text:span></text:p>' for x in "TỐIMẬT")
        ),
    ),
    "odt-fontwork": (
        "dau-mat",
        lambda: _od(
            "odt",
            f'<draw:custom-shape><text:p>{w}</text:p><draw:enhanced-geometry draw:type="fontwork-arch-up-curve"/></draw:custom-shape>',
        ),
    ),
    "odt-flat": (
        "dau-mat",
        lambda: (
            "fodt",
            f'<?xml version="1.0"?><office:document {O}><office:body><text:p>{w}</text:p></office:body></office:document>'.encode(),
        ),
    ),
    "odt-manifest": ("dau-mat", lambda: _od("odt", "", **{"META-INF__manifest": f'<m><f name="{w}"/></m>'})),
    "odt-autotext": ("dau-mat", lambda: _od("odt", f'<text:sequence-decl text:name="{w}"/>')),
    "ods-validation": (
        "dau-mat",
        lambda: _od(
            "ods",
            f"<table:content-validation><table:help-message><text:p>{w}</text:p></table:help-message></table:content-validation>",
        ),
    ),
    "ods-dbrange": ("dau-mat", lambda: _od("ods", f'<table:database-range table:name="{w}"/>')),
    "ods-named": ("dau-mat", lambda: _od("ods", '<table:named-range table:name="TUYỆT_MẬT"/>')),
    "ods-scenario": ("dau-mat", lambda: _od("ods", f'<table:scenario table:comment="{w}"/>')),
    "ods-formula": ("dau-mat", lambda: _od("ods", f'<table:table-cell table:formula="of:=IF(A1;&quot;{w}&quot;)"/>')),
    "ods-strval": ("dau-mat", lambda: _od("ods", f'<table:table-cell office:string-value="{w}"/>')),
    "ods-numfmt": (
        "dau-mat",
        lambda: _od(
            "ods",
            "",
            styles=f'<s {O}><number:number-style xmlns:number="urn:n"><number:text>{w}</number:text></number:number-style></s>',
        ),
    ),
    "ods-header": (
        "dau-mat",
        lambda: _od(
            "ods",
            "",
            styles=f"<s {O}><style:header><style:region-left><text:p>{w}</text:p></style:region-left></style:header></s>",
        ),
    ),
    "ods-col-hidden": ("an-trong-tep", lambda: _od("ods", '<table:table-column table:visibility="collapse"/>')),
    "odp-master": (
        "dau-mat",
        lambda: _od(
            "odp",
            "",
            styles=f"<s {O}><style:master-page><draw:frame><draw:text-box><text:p>{w}</text:p></draw:text-box></draw:frame></style:master-page></s>",
        ),
    ),
    "odp-pagename": ("dau-mat", lambda: _od("odp", f'<draw:page draw:name="{w}"/>')),
    "odp-footer-decl": ("dau-mat", lambda: _od("odp", f"<presentation:footer-decl>{w}</presentation:footer-decl>")),
    "odp-header-decl": ("dau-mat", lambda: _od("odp", f"<presentation:header-decl>{w}</presentation:header-decl>")),
    "odp-layer": ("dau-mat", lambda: _od("odp", "", styles=f'<s {O}><draw:layer draw:name="{w}"/></s>')),
    "rtf-comment-info": ("dau-mat", lambda: _rtf(w, "{\\info{\\doccomm {}}}")),
    "rtf-docvar": ("loai-tep", lambda: _rtf(w, "{\\*\\docvar {a}{{}}}")),
    "rtf-userprops": ("dau-mat", lambda: _rtf(w, "{\\*\\userprops{\\propname a}{\\staticval {}}}")),
    "rtf-shp": ("dau-mat", lambda: _rtf(w, "{\\shp{\\*\\shpinst{\\shptxt {}\\par}}}")),
    "rtf-wordart": ("dau-mat", lambda: _rtf(w, "{\\shp{\\*\\shpinst{\\sp{\\sn gtextUNICODE}{\\sv {}}}}}")),
    "rtf-footnote": ("dau-mat", lambda: _rtf(w, "a{\\footnote {}}")),
    "rtf-headerf": ("dau-mat", lambda: _rtf(w, "{\\headerf {}\\par}")),
    "rtf-neg": (
        "dau-mat",
        lambda: (
            "rtf",
            (
                "{\\rtf1\\ansi "
                + "".join(c if ord(c) < 128 else f"\\u{ord(c) - 65536 if ord(c) > 32767 else ord(c)} ?" for c in w)
                + "}"
            ).encode(),
        ),
    ),
    "rtf-1258": ("dau-mat", lambda: ("rtf", b"{\\rtf1\\ansi\\ansicpg1258 T\\'d4\\'ecI M\\'c2\\'f2T\\par}")),
    "rtf-fcharset": (
        "dau-mat",
        lambda: (
            "rtf",
            b"{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0\\fcharset163 A;}}\\f0 T\\'d4\\'ecI M\\'c2\\'f2T\\par}",
        ),
    ),
    "rtf-vni": ("dau-mat", lambda: ("rtf", b"{\\rtf1\\ansi TO\\'c1I MA\\'c4T\\par}")),
    "rtf-pict-gps": (
        "sieu-du-lieu",
        lambda: ("rtf", b"{\\rtf1\\ansi a{\\pict\\jpegblip " + photo(gps=True).hex().encode() + b"}\\par}"),
    ),
    "rtf-bin": (
        "sieu-du-lieu",
        lambda: (
            "rtf",
            b"{\\rtf1\\ansi a{\\pict\\jpegblip\\bin%d " % len(photo(gps=True)) + photo(gps=True) + b"}\\par}",
        ),
    ),
    "rtf-split": ("dau-mat", lambda: ("rtf", b"{\\rtf1 T{\\b \\u7888?}{\\i I} M{\\b\\u7852?}T\\par}")),
    "rtf-upr": ("dau-mat", lambda: ("rtf", b"{\\rtf1 {\\upr{a}{\\*\\ud{T\\u7888?I M\\u7852?T}}}\\par}")),
    "rtf-company": ("sieu-du-lieu", lambda: _rtf("Lê Văn C", "{\\info{\\manager {}}}")),
    "rtf-field": ("loai-tep", lambda: _rtf(w, '{\\field{\\*\\fldinst COMMENTS "{}"}{\\fldrslt a}}')),
    "rtf-bookmark": ("dau-mat", lambda: _rtf(w, "{\\*\\bkmkstart {}}a")),
    "rtf-template": ("an-trong-tep", lambda: ("rtf", b"{\\rtf1{\\*\\template C:\\\\Users\\\\an\\\\a.dot}a}")),
    "rtf-tail": ("dau-mat", lambda: ("rtf", _rtf("a")[1] + ("\n" + w).encode())),
    "rtf-nonshp": ("dau-mat", lambda: _rtf(w, "{\\nonshppict {}}")),
    "eml-header": ("dau-mat", lambda: ("eml", f"MIME-Version: 1.0\r\nX-Do-Mat: {w}\r\n\r\na".encode())),
    "doc-ole": ("khong-kiem-duoc", lambda: ("doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600)),
    "xml-word2003": (
        "dau-mat",
        lambda: (
            "xml",
            f'<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument {W_}><w:body><w:p><w:r><w:t>TUY</w:t></w:r><w:r><w:t>ỆT MẬT</w:t></w:r></w:p></w:body></w:wordDocument>'.encode(),
        ),
    ),
    "xml-excel2003": (
        "dau-mat",
        lambda: (
            "xml",
            f'<?xml version="1.0"?><Workbook xmlns="urn:s"><Worksheet><Row><Cell><Data>{w}</Data></Cell></Row></Worksheet></Workbook>'.encode(),
        ),
    ),
    "html-excel": ("dau-mat", lambda: ("xls", f"<html><table><tr><td>{w}</td></tr></table></html>".encode())),
    "csv-semicolon": ("dau-mat", lambda: ("csv", f"a;{w};b\n".encode())),
    "csv-bom16": ("dau-mat", lambda: ("csv", f"a,{w}\n".encode("utf-16"))),
    "txt-1258": ("khong-kiem-duoc", lambda: ("txt", "TỐI MẬT".encode().decode().encode("utf-16-le"))),
    "eml-nested": ("dau-mat", lambda: nested()),
    "eml-zip": ("dau-mat", lambda: ez()),
    "docx-zip-comment": ("dau-mat", lambda: zc(comment=w.encode())),
    "docx-member-comment": ("dau-mat", lambda: zc(of_member=w.encode())),
    "docx-behind": ("sieu-du-lieu", lambda: zc(behind=f"\n{w}".encode())),
    "docx-before": ("khong-kiem-duoc", lambda: zc(before=f"{w}\n".encode())),
    "docx-one-name-twice": ("dau-mat", lambda: zc(twice=True)),
}
"""The leaking files by name: the rule that each breaks, and the function that returns (extension, bytes)."""

SEEDS = tuple(
    Seed(name, f"docs/a.{name.partition('-')[0]}", lambda make=make: make()[1], rule)
    for name, (rule, make) in PLACES.items()
)
