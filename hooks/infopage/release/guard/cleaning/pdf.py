"""PDF files written anew: an edit that only adds to the end of a file, as exiftool's, can be undone by anyone."""

import io
from typing import Any

from infopage.release.guard.cleaning.images import without_notes
from infopage.release.guard.cleaning.refusal import CleaningError

_KEPT = frozenset(("/Title", "/CreationDate", "/ModDate"))
_PRIVATE = ("/Metadata", "/PieceInfo", "/LastModified")


def clean_pdf(data: bytes) -> bytes:
    """Return the file written anew from what its pages use; raises CleaningError."""
    try:
        import pikepdf
    except ImportError:
        raise CleaningError("máy này chưa có bộ đọc PDF; hãy chạy: make hook") from None
    try:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            if pdf.is_encrypted:
                raise CleaningError("tệp PDF bị khóa; hãy lưu lại không đặt mật khẩu, không đặt quyền")
            if _is_signed(pdf):
                raise CleaningError(
                    "tệp PDF đã ký số, sửa là mất chữ ký; hãy gỡ tên người soạn trong Word, xuất và ký lại"
                )
            for key in list(pdf.docinfo.keys()):
                if key not in _KEPT:
                    del pdf.docinfo[key]
            for one in pdf.objects:
                _strip(one)
            _strip(pdf.Root)
            out = io.BytesIO()
            pdf.save(out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    except (pikepdf.PdfError, ValueError, TypeError, RuntimeError):
        raise CleaningError("tệp PDF hỏng; hãy xuất lại từ Word") from None
    return out.getvalue()


def _strip(one: Any) -> None:
    if not hasattr(one, "keys"):
        return
    for key in _PRIVATE:
        if key in one:
            del one[key]
    if one.get("/Type") == "/Annot" and "/T" in one and one.get("/Subtype") != "/Widget":
        del one["/T"]
    if hasattr(one, "read_raw_bytes") and one.get("/Subtype") == "/Image" and one.get("/Filter") == "/DCTDecode":
        one.write(without_notes(one.read_raw_bytes()), filter=one["/Filter"], decode_parms=one.get("/DecodeParms"))


def _is_signed(pdf: Any) -> bool:
    return any(hasattr(one, "keys") and one.get("/FT") == "/Sig" and "/V" in one for one in pdf.objects)
