"""Decodes pictures with Pillow: their size, and whether all their pixels can be read and published."""

import io
import warnings
from dataclasses import dataclass

from infopage.files.attachable import Flaw
from infopage.files.types import FileType

FORMATS: dict[FileType, str] = {
    FileType.JPEG: "JPEG",
    FileType.PNG: "PNG",
    FileType.GIF: "GIF",
    FileType.WEBP: "WEBP",
    FileType.AVIF: "AVIF",
}
"""The types of pictures that are published as renditions (copies in several sizes), with Pillow's name of each.

Drawings (SVG) have no pixels.
"""

MOST_PIXELS = 50_000_000
"""The most pixels of a picture. A larger one takes seconds and hundreds of megabytes of memory to decode."""

_TURNED = frozenset((5, 6, 7, 8))
"""The values of the Exif tag Orientation that exchange width and height (CIPA DC-008, 4.6.4)."""
_ORIENTATION = 0x0112
_ENOUGH = (480, 480)


@dataclass(frozen=True)
class Size:
    """The width and height of a picture in pixels, as it is shown: turned as its Exif data says."""

    width: int
    height: int


def measured(data: bytes, kind: FileType) -> Size | tuple[Flaw, str]:
    """Return the size of a picture of the type ``kind``, or why it cannot be published, with a message to the editor.

    All pixels are decoded, because only this shows whether the file is whole.
    """
    from PIL import Image  # imported late: most builds decode no picture

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # a picture with more pixels than Pillow likes is refused below
            with Image.open(io.BytesIO(data), formats=[FORMATS[kind]]) as image:
                width, height = image.size
                if width * height > MOST_PIXELS:
                    return Flaw.TOO_LARGE, _too_many(width, height)
                if getattr(image, "n_frames", 1) > 1 and image.format != "MPO":
                    return Flaw.TYPE, "ảnh động không được dùng trong bài; hãy lưu một khung hình thành JPEG hoặc PNG"
                turned = image.getexif().get(_ORIENTATION) in _TURNED
                image.draft("RGB", _ENOUGH)  # a JPEG is decoded at an eighth of its size, in a tenth of the time
                image.load()
    except Image.DecompressionBombError:
        return Flaw.TOO_LARGE, f"ảnh có quá {MOST_PIXELS // 1_000_000} triệu điểm ảnh; hãy thu nhỏ ảnh"
    except Exception:  # Pillow raises any exception for a malicious file, which must be reported as broken
        how = "hãy chép lại tệp gốc, hoặc mở ảnh ra và lưu lại thành JPEG"
        return Flaw.BROKEN, f"{kind.value} hỏng, không đọc được hết; {how}"
    return Size(height, width) if turned else Size(width, height)


def _too_many(width: int, height: int) -> str:
    sides = f"{width:,} × {height:,}".replace(",", ".")
    return f"ảnh có {sides} điểm ảnh, quá mức {MOST_PIXELS // 1_000_000} triệu; hãy thu nhỏ ảnh"
