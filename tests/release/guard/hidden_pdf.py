"""PDF files with content in places that a page does not show, made by pikepdf. Each place has a name."""

import io
import zlib
from collections.abc import Callable

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from tests.release.guard.made import pdf, photo

Change = Callable[[pikepdf.Pdf, str], None]


def _note(kind: str, **more: object) -> Dictionary:
    return Dictionary(Type=Name.Annot, Subtype=Name(f"/{kind}"), Rect=[10, 10, 90, 40], **more)


def _annotate(document: pikepdf.Pdf, note: Dictionary, *, direct: bool = False) -> None:
    document.pages[0].Annots = Array([note if direct else document.make_indirect(note)])


def _outline(document: pikepdf.Pdf, words: str) -> None:
    with document.open_outline() as outline:
        outline.root.append(pikepdf.OutlineItem("Phần", 0))
        outline.root[0].children.append(pikepdf.OutlineItem(words, 0))


def _field(document: pikepdf.Pdf, words: str, key: str = "V") -> None:
    child = document.make_indirect(Dictionary(FT=Name.Tx, T=String("b"), **{key: String(words)}))
    parent = document.make_indirect(Dictionary(T=String("a"), Kids=Array([child])))
    document.Root.AcroForm = Dictionary(Fields=Array([parent]))


def _appearance(document: pikepdf.Pdf, words: str) -> None:
    """Show the words only in an annotation's appearance, in the page's font, which has just their letters."""
    with pikepdf.open(io.BytesIO(pdf(words))) as other:
        page = document.copy_foreign(other.pages[0].obj)
        shown = document.make_stream(
            page.Contents.read_bytes(), Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 595, 842]
        )
        shown.Resources = page.Resources
    _annotate(document, _note("FreeText", AP=Dictionary(N=shown), F=4))


def _structure(document: pikepdf.Pdf, words: str, key: str) -> None:
    element = document.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Figure, **{key: String(words)}))
    document.Root.StructTreeRoot = document.make_indirect(Dictionary(Type=Name.StructTreeRoot, K=element))


def _layer(document: pikepdf.Pdf, words: str) -> None:
    layer = document.make_indirect(Dictionary(Type=Name.OCG, Name=String(words)))
    document.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=Dictionary(OFF=Array([layer])))


def _xmp(words: str) -> bytes:
    rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
    return (
        f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="{rdf}"><rdf:Description '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/">{words}</rdf:Description></rdf:RDF></x:xmpmeta>'
    ).encode()


def _packet(document: pikepdf.Pdf, words: str) -> pikepdf.Object:
    return document.make_stream(_xmp(words), Type=Name.Metadata, Subtype=Name.XML)


def _picture(document: pikepdf.Pdf, data: bytes, filters: list[str]) -> pikepdf.Object:
    picture = document.make_stream(
        data, Type=Name.XObject, Subtype=Name.Image, Width=40, Height=20, ColorSpace=Name.DeviceRGB, BitsPerComponent=8
    )
    named = [Name(f"/{one}") for one in filters]
    picture.write(data, filter=named[0] if len(named) == 1 else Array(named))
    document.pages[0].Resources.XObject = Dictionary(I=picture)
    return picture


WORDS: dict[str, Change] = {
    "loi-nhan-xet": lambda d, w: _annotate(d, _note("FreeText", Contents=String(w))),
    "loi-nhan-xet-lien-ket": lambda d, w: _annotate(d, _note("Link", Contents=String(w))),
    "loi-nhan-xet-truc-tiep": lambda d, w: _annotate(d, _note("Square", Contents=String(w)), direct=True),
    "chu-de-ghi-chu": lambda d, w: _annotate(d, _note("Highlight", Subj=String(w))),
    "chu-dinh-dang": lambda d, w: _annotate(d, _note("FreeText", RC=String(f"<body><p>{w}</p></body>"))),
    "hinh-cua-ghi-chu": _appearance,
    "o-bieu-mau": _field,
    "o-bieu-mau-mac-dinh": lambda d, w: _field(d, w, "DV"),
    "muc-luc": _outline,
    "lop-an": _layer,
    "loi-ta-hinh": lambda d, w: _structure(d, w, "Alt"),
    "chu-thay-the": lambda d, w: _structure(d, w, "ActualText"),
    "thuoc-tinh": lambda d, w: d.docinfo.__setitem__("/Subject", w),
    "thuoc-tinh-rieng": lambda d, w: d.docinfo.__setitem__("/GhiChu", w),
    "xmp": lambda d, w: setattr(d.Root, "Metadata", _packet(d, f"<dc:description>{w}</dc:description>")),
    "xmp-trang": lambda d, w: setattr(d.pages[0].obj, "Metadata", _packet(d, f"<dc:subject>{w}</dc:subject>")),
}
"""The places where a PDF can hide words, by name; each with the function that adds words there."""


def _open_page(document: pikepdf.Pdf, action: Dictionary) -> None:
    document.pages[0].AA = Dictionary(O=action)


_SCRIPT = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))
_LAUNCH = Dictionary(S=Name.Launch, F=String("a.exe"))
PROGRAMS: dict[str, Change] = {
    "mo-tep-chay-ma": lambda d, _: setattr(d.Root, "OpenAction", _SCRIPT),
    "mo-trang-chay-ma": lambda d, _: _open_page(d, _SCRIPT),
    "mo-trang-mo-chuong-trinh": lambda d, _: _open_page(d, _LAUNCH),
    "lien-ket-mo-chuong-trinh": lambda d, _: _annotate(d, _note("Link", A=_LAUNCH)),
    "ma-noi-tiep": lambda d, _: _annotate(
        d, _note("Link", A=Dictionary(S=Name.URI, URI=String("https://a.example"), Next=_SCRIPT))
    ),
    "ma-co-ten": lambda d, _: setattr(
        d.Root, "Names", Dictionary(JavaScript=Dictionary(Names=Array([String("a"), _SCRIPT])))
    ),
    "gui-bieu-mau": lambda d, _: _annotate(d, _note("Link", A=Dictionary(S=Name.SubmitForm, F=String("http://a")))),
    "tep-lien-quan": lambda d, _: setattr(
        d.Root,
        "AF",
        Array([Dictionary(Type=Name.Filespec, F=String("a.xlsx"), EF=Dictionary(F=d.make_stream(b"x")))]),
    ),
    "ghi-chu": lambda d, _: _annotate(d, _note("Text")),
    "ghi-chu-truc-tiep": lambda d, _: _annotate(d, _note("Popup"), direct=True),
    "am-thanh": lambda d, _: _annotate(d, _note("Sound")),
    "tep-kem-ghi-chu": lambda d, _: _annotate(d, _note("FileAttachment")),
}
"""Each kind of script or hidden content, with the change that adds it."""

_GPS = photo(gps=True)
METADATA: dict[str, Change] = {
    "tac-gia": lambda d, w: d.docinfo.__setitem__("/Author", w),
    "co-quan-rieng": lambda d, w: d.docinfo.__setitem__("/Company", w),
    "xmp-tac-gia": lambda d, w: setattr(d.Root, "Metadata", _packet(d, f"<dc:creator>{w}</dc:creator>")),
    "xmp-tac-gia-trang": lambda d, w: setattr(d.pages[0].obj, "Metadata", _packet(d, f"<dc:creator>{w}</dc:creator>")),
    "xmp-tac-gia-anh": lambda d, w: setattr(
        _picture(d, photo(), ["DCTDecode"]), "Metadata", _packet(d, f"<dc:creator>{w}</dc:creator>")
    ),
    "nguoi-ghi-chu": lambda d, w: _annotate(d, _note("Highlight", T=String(w))),
    "noi-chup": lambda d, _: _picture(d, _GPS, ["DCTDecode"]) and None,
    "noi-chup-nen": lambda d, _: _picture(d, zlib.compress(_GPS), ["FlateDecode", "DCTDecode"]) and None,
    "noi-chup-chu-so": lambda d, _: _picture(d, _GPS.hex().encode() + b">", ["ASCIIHexDecode", "DCTDecode"]) and None,
    "tac-gia-anh": lambda d, w: _picture(d, photo(Artist=w), ["DCTDecode"]) and None,
}
"""Each kind of metadata about persons and places, with the change that adds it."""


def hidden(change: Change, words: str = "", *, streams: bool = True) -> bytes:
    """Return a PDF with a change that adds ``words``; ``streams`` packs its objects, as most programs do."""
    with pikepdf.open(io.BytesIO(pdf("Kính gửi các chi bộ"))) as document:
        change(document, words)
        out = io.BytesIO()
        mode = pikepdf.ObjectStreamMode.generate if streams else pikepdf.ObjectStreamMode.disable
        document.save(out, deterministic_id=True, object_stream_mode=mode)
    return out.getvalue()


def scanned(*pages: str) -> bytes:
    """Return a PDF with a page for each string: a picture for «quét» (scanned), else that text."""
    out = io.BytesIO()
    with pikepdf.new() as document:
        for words in pages:
            with pikepdf.open(io.BytesIO(pdf(words if words != "quét" else "1"))) as one:
                document.pages.append(one.pages[0])
            if words == "quét":
                page = document.pages[-1]
                page.contents_add(document.make_stream(b"q 595 0 0 842 0 0 cm /I Do Q"))
                picture = document.make_stream(photo())
                picture.stream_dict = Dictionary(
                    Type=Name.XObject, Subtype=Name.Image, Width=40, Height=20, ColorSpace=Name.DeviceRGB
                )
                picture.BitsPerComponent = 8
                picture.Filter = Name.DCTDecode
                page.Resources.XObject = Dictionary(I=picture)
        document.save(out, deterministic_id=True)
    return out.getvalue()
