"""Collects the content of a PDF file that its pages do not draw: unused drawings, notes and detached pages."""

import io
import re
from collections.abc import Iterator
from typing import Any

import pikepdf

from infopage.files.pdf_objects import dictionaries, listed

MOST = 2000
"""The maximum number of unseen drawings and pages in a file. No genuine office document has more."""
_DRAWS = re.compile(rb"/([^\s/<>\[\](){}%]+)\s+Do\b")
_HEX = re.compile(r"#([0-9A-Fa-f]{2})")


def unseen_alone(pdf: pikepdf.Pdf) -> bytes | None:
    """Return a PDF with one page for each drawing or page that ``pdf`` does not show; None if there is none.

    PDFium reads text only from pages, so the unseen text is put on pages for it. The object ``pdf`` is changed. Raises
    ValueError if there are more than ``MOST``.
    """
    pages = list(pdf.pages)
    shown = {number for page in pages for number in _drawn_by(_content(page.obj), _resources(page.obj))}
    own = {page.objgen for page in pages}
    drawings: list[Any] = []
    others: list[Any] = []
    for one in dictionaries(pdf):
        if one.get("/Type") == "/Page" and one.objgen not in own:
            others.append(one)
        elif isinstance(one, pikepdf.Stream) and (one.get("/Subtype") == "/Form" or one.get("/PatternType") == 1):
            drawings.append(one)
    for one in drawings:
        shown.update(_drawn_by(one.read_bytes(), one.get("/Resources")))
    drawings = [one for one in drawings if one.objgen not in shown]
    if not drawings and not others:
        return None
    if len(drawings) + len(others) > MOST:
        raise ValueError("too many drawings")
    del pdf.pages[:]
    for one in others:
        pdf.pages.append(pikepdf.Page(one))
    for one in drawings:
        one["/Type"], one["/Subtype"] = pikepdf.Name.XObject, pikepdf.Name.Form
        page = pdf.add_blank_page(page_size=(595, 842))
        page.obj.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Unseen=one))
        page.obj.Contents = pdf.make_stream(b"/Unseen Do")
    for page in pdf.pages:
        if "/Annots" in page.obj:
            del page.obj.Annots
    out = io.BytesIO()
    pdf.save(out)
    return out.getvalue()


def _drawn_by(content: bytes, resources: Any) -> Iterator[tuple[int, int]]:
    """Yield the object numbers of the drawings that a content stream draws.

    The stream calls the drawings by names, which ``resources`` maps to objects.
    """
    known: Any = resources.get("/XObject") if isinstance(resources, pikepdf.Dictionary) else None
    for found in _DRAWS.finditer(content) if isinstance(known, pikepdf.Dictionary) else ():
        name = "/" + _HEX.sub(lambda digits: chr(int(digits[1], 16)), found[1].decode("latin-1"))
        if name in known:
            yield known[name].objgen


def _content(page: Any) -> bytes:
    return b"\n".join(one.read_bytes() for one in listed(page.get("/Contents")) if isinstance(one, pikepdf.Stream))


def _resources(page: Any) -> Any:
    """Return a page's resources, its own or inherited from the page tree."""
    for _ in range(50):
        if "/Resources" in page or not isinstance(page.get("/Parent"), pikepdf.Dictionary):
            break
        page = page["/Parent"]
    return page.get("/Resources")
