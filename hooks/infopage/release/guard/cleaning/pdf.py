"""Cleans PDF files by writing them anew, so that the old data is gone.

Programs such as exiftool only append a change to the file, and anybody can undo such a change.
"""

import io
from typing import Any

from infopage.release.guard.cleaning.images import without_notes
from infopage.release.guard.cleaning.refusal import CleaningError

_KEPT = frozenset(("/Title", "/CreationDate", "/ModDate"))
_PRIVATE = ("/Metadata", "/PieceInfo", "/LastModified")
_CONFORMANCE = (
    ("http://www.aiim.org/pdfa/ns/id/", ("part", "conformance", "rev")),
    ("http://www.aiim.org/pdfua/ns/id/", ("part", "rev")),
)
"""The XMP properties that name the standard a file follows: PDF/A (ISO 19005) or PDF/UA (ISO 14289). They are kept."""


def clean_pdf(data: bytes) -> bytes:
    """Return a PDF file written anew with only the objects that its pages use. Raises CleaningError."""
    try:
        import pikepdf

        from infopage.files.pdf_objects import dictionaries, opened
    except ImportError:
        raise CleaningError("máy này chưa có bộ đọc PDF; hãy chạy: scripts/infopage install-hook") from None
    try:
        with opened(data) as pdf:
            if pdf.is_encrypted:
                raise CleaningError("tệp PDF bị khóa; hãy lưu lại không đặt mật khẩu, không đặt quyền")
            everything = list(dictionaries(pdf))
            if any(one.get("/FT") == "/Sig" and "/V" in one for one in everything):
                raise CleaningError(
                    "tệp PDF đã ký số, sửa là mất chữ ký; hãy gỡ tên người soạn trong Word, xuất và ký lại"
                )
            for key in list(pdf.docinfo.keys()):
                if key not in _KEPT:
                    del pdf.docinfo[key]
            kept = _conformance(pdf)
            for one in everything:
                _strip(one)
            if kept:
                with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
                    metadata.update(kept)
                    if title := pdf.docinfo.get("/Title"):
                        metadata["dc:title"] = str(title)
            out = io.BytesIO()
            pdf.save(out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    except (pikepdf.PdfError, ValueError, TypeError, RuntimeError):
        raise CleaningError("tệp PDF hỏng; hãy xuất lại từ chương trình đã soạn ra nó") from None
    return out.getvalue()


def _conformance(pdf: Any) -> dict[str, str]:
    """Return what a PDF file states about the standard that it follows (PDF/A, PDF/UA), by qualified XMP name."""
    if "/Metadata" not in pdf.Root:
        return {}
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        names = [f"{{{space}}}{name}" for space, each in _CONFORMANCE for name in each]
        return {name: str(metadata[name]) for name in names if name in metadata}


def _strip(one: Any) -> None:
    import pikepdf

    from infopage.files.pdf_objects import jpeg_of
    from infopage.files.pdf_properties import PEOPLE

    for key in (*_PRIVATE, *PEOPLE):
        if key in one:
            del one[key]
    if one.get("/Subtype") not in (None, "/Widget", "/Link") and "/Rect" in one and "/T" in one:
        # In a comment on the page, /T is the author (ISO 32000-2, table 172). In form fields it is the name, and stays.
        del one["/T"]
    if isinstance(one, pikepdf.Stream) and one.get("/Subtype") == "/Image" and (picture := jpeg_of(one)) is not None:
        parameters = one.get("/DecodeParms")
        last = parameters[-1] if isinstance(parameters, pikepdf.Array) and len(parameters) else parameters
        bare = last if isinstance(last, pikepdf.Dictionary) else None
        one.write(without_notes(picture), filter=pikepdf.Name.DCTDecode, decode_parms=bare)
