"""PDF files with strings behind many keys, unused drawings and pages, and rotated, pale, clipped or off-page text."""

import io
import math
import re
from functools import partial

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from tests.release.guard.hidden_pdf import Change, _annotate, _note, _packet, _picture
from tests.release.guard.leaks import TOP
from tests.release.guard.made import archive, pdf, photo
from tests.release.guard.seeds import Seed


def _page_of(d: pikepdf.Pdf, words: str) -> pikepdf.Object:
    with pikepdf.open(io.BytesIO(pdf(words))) as other:
        return d.copy_foreign(other.pages[0].obj)


def form_of(d: pikepdf.Pdf, words: str) -> pikepdf.Object:
    """Return a form XObject (a reusable drawing) of the PDF ``d`` that draws the words."""
    page = _page_of(d, words)
    form = d.make_stream(page.Contents.read_bytes(), Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 595, 842])
    form.Resources = page.Resources
    return form


def onpage(d: pikepdf.Pdf, words: str, before: str = "") -> None:
    """Draw the words on the first page of ``d``; ``before`` are PDF operators to put before the drawing."""
    d.pages[0].Resources.XObject = Dictionary(Fz=d.make_indirect(form_of(d, words)))
    d.pages[0].contents_add(d.make_stream(f"q {before} /Fz Do Q".encode()))


def rot(d: pikepdf.Pdf, words: str, degrees: int) -> None:
    """Draw the words on the first page, rotated by ``degrees``."""
    c, s = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    onpage(d, words, f"{c:.4f} {s:.4f} {-s:.4f} {c:.4f} 300 50 cm")


def layer_off(d: pikepdf.Pdf, words: str) -> None:
    """Draw the words on a layer that is switched off."""
    layer = d.make_indirect(Dictionary(Type=Name.OCG, Name=String("Lop 1")))
    d.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=Dictionary(OFF=Array([layer])))
    onpage(d, words)
    d.pages[0].Resources.XObject.Fz.OC = layer


def marked(d: pikepdf.Pdf, words: str, key: str = "ActualText") -> None:
    """Add the words as a property of marked content on the page."""
    d.pages[0].contents_add(d.make_stream(f"/Span <</{key} <FEFF{words.encode('utf-16-be').hex()}>>> BDC EMC".encode()))


def marked_res(d: pikepdf.Pdf, words: str) -> None:
    """Add the words to the page's property resources, which marked content names."""
    d.pages[0].Resources.Properties = Dictionary(M=Dictionary(ActualText=String(words)))


def gs(d: pikepdf.Pdf, words: str, alpha: float) -> None:
    """Draw the words on the first page with the opacity ``alpha``, from 0 to 1."""
    onpage(d, words, "/G0 gs")
    d.pages[0].Resources.ExtGState = Dictionary(G0=Dictionary(ca=alpha, CA=alpha))


def xfa(d: pikepdf.Pdf, words: str) -> None:
    """Add the words in an XML form (XFA)."""
    template = d.make_stream(
        f"<xdp><template><draw><value><text>{words}</text></value></draw></template></xdp>".encode()
    )
    d.Root.AcroForm = Dictionary(Fields=Array([]), XFA=Array([String("template"), template]))


def ap_multi(d: pikepdf.Pdf, words: str) -> None:
    """Draw the words as the appearance of a button state that is not shown."""
    states = Dictionary(N=Dictionary(On=form_of(d, words), Off=form_of(d, "a")))
    _annotate(d, _note("Widget", FT=Name.Btn, T=String("a"), AP=states, AS=Name.Off))


def _pattern(d: pikepdf.Pdf, words: str) -> None:
    form = form_of(d, words)
    form.Type, form.PatternType = Name.Pattern, 1
    d.pages[0].Resources.Pattern = Dictionary(P1=d.make_indirect(form))


def _drawing_with_packet(d: pikepdf.Pdf, words: str) -> None:
    form = form_of(d, "a")
    form.Metadata = _packet(d, f"<dc:title>{words}</dc:title>")
    d.pages[0].Resources.XObject = Dictionary(Q=form)


WORDS: dict[str, Change] = {
    "opt": lambda d, w: setattr(
        d.Root,
        "AcroForm",
        Dictionary(
            Fields=Array([d.make_indirect(Dictionary(FT=Name.Ch, T=String("a"), Opt=Array([String("x"), String(w)])))])
        ),
    ),
    "opt-pair": lambda d, w: setattr(
        d.Root,
        "AcroForm",
        Dictionary(
            Fields=Array(
                [d.make_indirect(Dictionary(FT=Name.Ch, T=String("a"), Opt=Array([Array([String("1"), String(w)])])))]
            )
        ),
    ),
    "caption": lambda d, w: _annotate(d, _note("Widget", FT=Name.Btn, T=String("a"), MK=Dictionary(CA=String(w)))),
    "field-name": lambda d, w: setattr(
        d.Root, "AcroForm", Dictionary(Fields=Array([d.make_indirect(Dictionary(FT=Name.Tx, T=String(w)))]))
    ),
    "page-label": lambda d, w: setattr(
        d.Root, "PageLabels", Dictionary(Nums=Array([0, Dictionary(S=Name.D, P=String(w + " "))]))
    ),
    "dest-name": lambda d, w: setattr(
        d.Root, "Names", Dictionary(Dests=Dictionary(Names=Array([String(w), Array([d.pages[0].obj, Name.Fit])])))
    ),
    "oc-order": lambda d, w: setattr(
        d.Root, "OCProperties", Dictionary(OCGs=Array([]), D=Dictionary(Order=Array([Array([String(w)])])))
    ),
    "oc-config-name": lambda d, w: setattr(
        d.Root, "OCProperties", Dictionary(OCGs=Array([]), D=Dictionary(Name=String(w)))
    ),
    "layer-off-text": layer_off,
    "actualtext-inline": marked,
    "alt-inline": lambda d, w: marked(d, w, "Alt"),
    "actual-res": marked_res,
    "thread": lambda d, w: setattr(
        d.Root, "Threads", Array([d.make_indirect(Dictionary(I=Dictionary(Subject=String(w))))])
    ),
    "collection": lambda d, w: setattr(
        d.Root, "Collection", Dictionary(Schema=Dictionary(a=Dictionary(N=String(w), Subtype=Name.S)))
    ),
    "userprops": lambda d, w: setattr(
        d.Root,
        "StructTreeRoot",
        d.make_indirect(
            Dictionary(
                Type=Name.StructTreeRoot,
                K=Dictionary(
                    Type=Name.StructElem,
                    S=Name.P,
                    A=Dictionary(O=Name.UserProperties, P=Array([Dictionary(N=String(w), V=1)])),
                ),
            )
        ),
    ),
    "struct-T": lambda d, w: setattr(
        d.Root,
        "StructTreeRoot",
        d.make_indirect(
            Dictionary(Type=Name.StructTreeRoot, K=Dictionary(Type=Name.StructElem, S=Name.P, T=String(w)))
        ),
    ),
    "output-intent": lambda d, w: setattr(
        d.Root,
        "OutputIntents",
        Array(
            [
                Dictionary(
                    Type=Name.OutputIntent, S=Name.GTS_PDFA1, OutputConditionIdentifier=String("sRGB"), Info=String(w)
                )
            ]
        ),
    ),
    "xfa": xfa,
    "pieceinfo": lambda d, w: setattr(
        d.Root,
        "PieceInfo",
        Dictionary(App=Dictionary(LastModified=String("D:2026"), Private=Dictionary(Note=String(w)))),
    ),
    "pieceinfo-name": lambda d, w: setattr(d.Root, "PieceInfo", Dictionary(App=Dictionary(Private=String(w)))),
    "redact-overlay": lambda d, w: _annotate(d, _note("Square", OverlayText=String(w))),
    "undrawn-form": lambda d, w: setattr(d.pages[0].Resources, "XObject", Dictionary(Q=d.make_indirect(form_of(d, w)))),
    "ap-off-state": ap_multi,
    "ap-down": lambda d, w: _annotate(
        d, _note("Widget", FT=Name.Btn, T=String("a"), F=4, AP=Dictionary(N=form_of(d, "a"), D=form_of(d, w)))
    ),
    "annot-hidden": lambda d, w: _annotate(d, _note("FreeText", F=2, AP=Dictionary(N=form_of(d, w)))),
    "annot-noview": lambda d, w: _annotate(d, _note("FreeText", F=32, AP=Dictionary(N=form_of(d, w)))),
    "white": lambda d, w: onpage(d, w, "1 1 1 rg"),
    "tiny": lambda d, w: onpage(d, w, "0.01 0 0 0.01 10 10 cm"),
    "huge": lambda d, w: onpage(d, w, "9 0 0 9 -300 -6000 cm"),
    "off-page": lambda d, w: onpage(d, w, "1 0 0 1 3000 0 cm"),
    "invisible": lambda d, w: onpage(d, w, "3 Tr"),
    "clip": lambda d, w: onpage(d, w, "0 0 1 1 re W n"),
    "transparent": lambda d, w: gs(d, w, 0.05),
    "zero-alpha": lambda d, w: gs(d, w, 0),
    "cropped": lambda d, w: (onpage(d, w), setattr(d.pages[0].obj, "CropBox", Array([0, 0, 50, 50]))),
    "rot90": lambda d, w: rot(d, w, 90),
    "rot45": lambda d, w: rot(d, w, 45),
    "rot270": lambda d, w: rot(d, w, 270),
    "rot30": lambda d, w: rot(d, w, 30),
    "page-rot": lambda d, w: (onpage(d, w), setattr(d.pages[0].obj, "Rotate", 90)),
    "mirror": lambda d, w: onpage(d, w, "-1 0 0 1 595 0 cm"),
    "pattern": _pattern,
    "softmask": lambda d, w: setattr(
        d.pages[0].Resources, "ExtGState", Dictionary(G=Dictionary(SMask=Dictionary(S=Name.Alpha, G=form_of(d, w))))
    ),
    "xmp-in-xobj": _drawing_with_packet,
    "info-keywords": lambda d, w: d.docinfo.__setitem__("/Keywords", w),
    "info-producer": lambda d, w: d.docinfo.__setitem__("/Producer", w),
    "spiderinfo": lambda d, w: setattr(
        d.Root, "SpiderInfo", Dictionary(V=1, C=Array([d.make_indirect(Dictionary(AU=Dictionary(URL=String(w))))]))
    ),
    "requirements-js": lambda d, w: setattr(
        d.Root, "Names", Dictionary(Templates=Dictionary(Names=Array([String("x"), d.make_indirect(_page_of(d, w))])))
    ),
    "names-pages": lambda d, w: setattr(
        d.Root, "Names", Dictionary(Pages=Dictionary(Names=Array([String("x"), d.make_indirect(_page_of(d, w))])))
    ),
    "alternate-presentations": lambda d, w: setattr(
        d.Root,
        "Names",
        Dictionary(EmbeddedFiles=Dictionary(Names=Array([])), IDS=Dictionary(Names=Array([String(w), String("x")]))),
    ),
    "custom-key-root": lambda d, w: d.Root.__setitem__("/XYZNote", String(w)),
    "custom-array-indirect": lambda d, w: d.Root.__setitem__("/XYZA", d.make_indirect(Array([String(w)]))),
    "custom-stream": lambda d, w: d.Root.__setitem__("/XYZS", d.make_stream(w.encode())),
    "custom-str-indirect": lambda d, w: d.Root.__setitem__("/XYZB", d.make_indirect(String(w))),
    "viewport-name": lambda d, w: setattr(
        d.pages[0].obj, "VP", Array([Dictionary(Type=Name.Viewport, BBox=[0, 0, 9, 9], Name=String(w))])
    ),
    "measure-R": lambda d, w: setattr(
        d.pages[0].obj,
        "VP",
        Array([Dictionary(Type=Name.Viewport, BBox=[0, 0, 9, 9], Measure=Dictionary(R=String(w)))]),
    ),
}
"""Each place for words, with the change that adds words there."""

PROGRAMS: dict[str, Change] = {
    "gotor-home": lambda d, _: _annotate(
        d, _note("Link", A=Dictionary(S=Name.GoToR, F=String("C:\\Users\\an.nguyen\\Desktop\\mat.pdf")))
    ),
    "uri-file": lambda d, _: _annotate(
        d, _note("Link", A=Dictionary(S=Name.URI, URI=String("file:///C:/Users/an.nguyen/mat.pdf")))
    ),
    "open-uri": lambda d, _: setattr(d.Root, "OpenAction", Dictionary(S=Name.URI, URI=String("https://a.example/?x"))),
    "page-open-uri": lambda d, _: setattr(
        d.pages[0].obj, "AA", Dictionary(O=Dictionary(S=Name.URI, URI=String("https://a.example/?x")))
    ),
    "bookmark-launch": lambda d, _: setattr(
        d.Root,
        "Outlines",
        d.make_indirect(
            Dictionary(
                First=d.make_indirect(Dictionary(Title=String("a"), A=Dictionary(S=Name.Launch, F=String("a.exe"))))
            )
        ),
    ),
    "field-aa-js": lambda d, _: _annotate(
        d, _note("Widget", FT=Name.Tx, T=String("a"), AA=Dictionary(K=Dictionary(S=Name.JavaScript, JS=String("1"))))
    ),
    "js-stream": lambda d, _: setattr(
        d.Root, "OpenAction", Dictionary(S=Name.JavaScript, JS=d.make_stream(b"app.alert(1)"))
    ),
    "fdf": lambda d, _: _annotate(d, _note("Link", A=Dictionary(S=Name.ImportData, F=String("a.fdf")))),
}
"""Changes that add an action that runs without a click, or a link to the author's own folder."""

CUT_OFF: dict[str, Change] = {
    "info": lambda d, w: setattr(d.Root, "Kept", d.make_indirect(Dictionary(Author=String(w), Producer=String("x")))),
    "page": lambda d, w: setattr(d.Root, "Kept", d.make_indirect(_page_of(d, w))),
    "form": lambda d, w: setattr(d.Root, "Kept", d.make_indirect(form_of(d, w))),
    "note": lambda d, w: setattr(d.Root, "Kept", d.make_indirect(_note("FreeText", Contents=String(w)))),
}
"""Changes that add an unreachable object to the file."""


def changed(change: Change, words: str) -> bytes:
    """Return a PDF to which ``change`` has added ``words``."""
    with pikepdf.open(io.BytesIO(pdf("Kính gửi các chi bộ"))) as document:
        change(document, words)
        notes = [note for note in document.pages[0].get("/Annots", Array()) if note.Subtype == Name.Widget]
        if notes:
            document.Root.AcroForm = Dictionary(Fields=Array(notes))
        out = io.BytesIO()
        document.save(out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    return out.getvalue()


def _cut_off(change: Change) -> bytes:
    return re.sub(rb"/Kept \d+ 0 R", lambda found: b" " * len(found[0]), changed(change, TOP))


_WHOLE = pdf("Kính gửi các chi bộ")
_USER = "https://vanthu:Abc" + "1234x" + "@mail.minhhoa.example/"


def _link(d: pikepdf.Pdf, to: str) -> None:
    _annotate(d, _note("Link", A=Dictionary(S=Name.URI, URI=String(to))))


def _thread(d: pikepdf.Pdf, author: str) -> None:
    d.Root.Threads = Array([d.make_indirect(Dictionary(I=Dictionary(Author=String(author))))])


def _small_picture(d: pikepdf.Pdf, _: str) -> None:
    d.pages[0].obj.Thumb = _picture(d, photo(gps=True), ["DCTDecode"])


def _seed(name: str, change: Change, rule: str, words: str = TOP) -> Seed:
    return Seed(name, "docs/a.pdf", partial(changed, change, words), rule)


SEEDS = (
    *(_seed(name, change, "dau-mat") for name, change in WORDS.items()),
    *(_seed(name, change, "an-trong-tep") for name, change in PROGRAMS.items()),
    *(
        Seed(f"cut-off-{name}", "docs/a.pdf", partial(_cut_off, change), "sieu-du-lieu")
        for name, change in CUT_OFF.items()
    ),
    _seed("address-with-password", _link, "khoa-bi-mat", _USER),
    _seed("address-of-telephone", _link, "so-ca-nhan", "tel:0912" + "345678"),
    _seed("base-of-links", lambda d, w: setattr(d.Root, "URI", Dictionary(Base=String(w))), "khoa-bi-mat", _USER),
    _seed("small-picture-of-a-page", _small_picture, "sieu-du-lieu"),
    _seed("author-of-a-thread", _thread, "sieu-du-lieu", "Lê Văn C"),
    Seed("text-behind-the-end", "docs/a.pdf", lambda: _WHOLE + f"\n{TOP}\n".encode(), "sieu-du-lieu"),
    Seed("archive-behind-the-end", "docs/a.pdf", lambda: _WHOLE + archive({"a.txt": TOP.encode()}), "sieu-du-lieu"),
    Seed("comment-in-the-code", "docs/a.pdf", lambda: _WHOLE.replace(b"\n", f"\n%{TOP}\n".encode(), 1)),
)
