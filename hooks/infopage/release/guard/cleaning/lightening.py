"""Makes files lighter that nobody needs so heavy: pictures wider than pages show them, videos that begin late."""

import io
import warnings
from typing import Any

from infopage.content.pictures import MOST_WIDE, is_oversized
from infopage.files.types import FileType, type_of
from infopage.release.guard.cleaning.recordings import begun_by_index

_OPTIONS: dict[FileType, dict[str, Any]] = {
    FileType.JPEG: {"quality": 90, "optimize": True, "progressive": True},
    FileType.WEBP: {"quality": 90, "method": 4},
    FileType.PNG: {"optimize": True},
}


def lightened(data: bytes) -> tuple[bytes, str]:
    """Return a file made lighter, and what was done in words for people; the file itself and '' if nothing was."""
    kind = type_of(data)
    if kind is FileType.MP4:
        begun = begun_by_index(data)
        return begun, "" if begun == data else "đã chuyển mục lục lên đầu tệp để xem được ngay"
    if kind in _OPTIONS:
        shrunk = _shrunk(data, _OPTIONS[kind])
        if len(shrunk) < len(data):
            weights = (f"{len(one) / 1e6:.1f}".replace(".", ",") for one in (data, shrunk))
            return shrunk, "đã thu nhỏ ảnh từ {} MB còn {} MB".format(*weights)
    return data, ""


def _shrunk(data: bytes, options: dict[str, Any]) -> bytes:
    """Return a picture in the greatest width in which it is published; unchanged if it is not too large for that."""
    from PIL import Image

    with warnings.catch_warnings(action="ignore"), Image.open(io.BytesIO(data)) as image:
        width, height = image.size
        if getattr(image, "n_frames", 1) > 1 or not is_oversized(width, len(data)):
            return data
        kept = {"icc_profile": image.info["icc_profile"]} if "icc_profile" in image.info else {}
        small = image.resize((MOST_WIDE, round(height * MOST_WIDE / width)), Image.Resampling.LANCZOS, reducing_gap=2.0)
        written = io.BytesIO()
        small.save(written, image.format, **options, **kept)
    return written.getvalue()
