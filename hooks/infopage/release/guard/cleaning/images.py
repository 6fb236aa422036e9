"""Removes all metadata of images: decodes the pixels, turns them upright and encodes them again.

Only data that changes the look, such as the colour profile, is kept.
"""

import io
from typing import Any

from infopage.files.images import FORMATS
from infopage.files.picture_parts import jpeg_end
from infopage.release.guard.cleaning.refusal import CleaningError

_MARKERS_WITH_NOTES = frozenset((*range(0xE1, 0xEE), 0xEF, 0xFE))
"""Markers of JPEG segments that hold metadata. E0 and EE (Adobe's) are left out: they say how to show the colours."""

_MOVING = ("duration", "loop", "transparency")
_STILL = ("transparency", "dpi", "gamma")


def clean_image(data: bytes) -> bytes:
    """Return an image decoded and encoded again, so that only the picture is left. Raises CleaningError."""
    try:
        from PIL import Image, ImageOps
    except ImportError:
        raise CleaningError("máy này chưa có bộ đọc ảnh; hãy chạy: scripts/infopage install-hook") from None
    out = io.BytesIO()
    try:
        with Image.open(io.BytesIO(data), formats=FORMATS) as image:
            options: dict[str, Any] = {}
            kind = "JPEG" if image.format == "MPO" else str(image.format)
            if profile := image.info.get("icc_profile"):
                options["icc_profile"] = profile
            if kind == "JPEG":
                options |= _as_dense(image)
            elif getattr(image, "n_frames", 1) > 1:
                options |= {"save_all": True}
            elif kind == "WEBP":
                options |= {"lossless": True}
            if getattr(image, "n_frames", 1) > 1 and kind != "JPEG":
                image.info = {name: image.info[name] for name in _MOVING if name in image.info}
                image.save(out, kind, exif=b"", **options)
            else:
                turned = ImageOps.exif_transpose(image)
                turned.info = {name: turned.info[name] for name in _STILL if name in turned.info}
                turned.getexif().clear()
                turned.save(out, kind, **options)
    except (OSError, ValueError, SyntaxError, KeyError, TypeError, Image.DecompressionBombError):
        raise CleaningError("không phải ảnh đọc được (JPEG, PNG, WebP, GIF); hãy lưu lại thành JPEG hoặc PNG") from None
    return out.getvalue()


def _as_dense(image: Any) -> dict[str, Any]:
    """Return the options with which PIL saves a JPEG in its present quality and about its present size."""
    from PIL import JpegImagePlugin

    subsampling = JpegImagePlugin.get_sampling(image)
    tables = getattr(image, "quantization", None)
    return {"qtables": tables, "subsampling": subsampling if subsampling >= 0 else 0, "optimize": True}


def without_notes(jpeg: bytes) -> bytes:
    """Return a JPEG without the segments that hold metadata and without bytes after its end.

    Data in another format is returned unchanged.
    """
    if jpeg[:2] != b"\xff\xd8":
        return jpeg
    out, at = [jpeg[:2]], 2
    while at + 4 <= len(jpeg) and jpeg[at] == 0xFF:
        marker = jpeg[at + 1]
        if marker == 0xDA:  # the compressed pixels follow, which are copied unchanged
            break
        length = 2 + int.from_bytes(jpeg[at + 2 : at + 4], "big")
        if marker not in _MARKERS_WITH_NOTES or jpeg[at + 4 : at + 15] == b"ICC_PROFILE":
            out.append(jpeg[at : at + length])
        at += length
    return b"".join((*out, jpeg[at : jpeg_end(jpeg)]))
