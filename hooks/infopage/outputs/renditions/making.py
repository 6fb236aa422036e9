"""Makes the renditions of a picture: turned upright, in the colours of sRGB, smaller, and without any metadata."""

import contextlib
import io
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from PIL import Image, ImageCms, ImageOps

from infopage.content.field_types.places import Focus
from infopage.files.attachable import ATTACHABLE
from infopage.files.pixels import FORMATS
from infopage.outputs.renditions.sizes import ON_PHONES, THUMB
from infopage.outputs.views.pictures import Rendition

_QUALITIES = (76, 66, 56, 46, 36, 26)
_MOST_BYTES = {"WEBP": 110_000, "JPEG": 200_000}
"""The most bytes of the rendition for phones, by its format. If it has more, a lower quality is tried.

110 kB take less than a second on a slow mobile connection (1.6 Mbit/s).
"""
_MOST_BYTES_OF_THUMB = 8_000
_FORMATS = {ending[1:]: name for kind, name in FORMATS.items() for ending in ATTACHABLE[kind]}
_OPTIONS: Mapping[str, Mapping[str, Any]] = {
    "JPEG": {"optimize": True, "progressive": True, "subsampling": "4:2:0"},
    "WEBP": {"method": 2},  # method 4 makes files a tenth smaller, in one and a half times the time
    "PNG": {"optimize": True},
}
_WHITE = (255, 255, 255)


def make(data: bytes, wanted: Sequence[Rendition], focus: Focus) -> Mapping[str, bytes]:
    """Return the files of the renditions ``wanted`` by address, made from the picture ``data``.

    A rendition that is cut keeps the point ``focus`` as near to its centre as possible. The picture must have passed
    ``files.pixels.measured``.
    """
    largest = max(max(one.width, one.height) for one in wanted)
    with Image.open(io.BytesIO(data)) as opened:
        opened.draft("RGB", (largest, largest))
        image = _in_srgb(ImageOps.exif_transpose(opened))
    return dict(_made(image, wanted, (focus.across / 100, focus.down / 100)))


def _made(image: Image.Image, wanted: Sequence[Rendition], centre: tuple[float, float]) -> Iterator[tuple[str, bytes]]:
    """Yield the address and the bytes of each rendition.

    Each width is made from the next larger one. The best quality is determined for the rendition that phones load, and
    used for all others of the same format, except the thumbnail.
    """
    made: list[tuple[Rendition, Image.Image]] = []
    for one in wanted:
        if one.is_cut:
            size = one.width, one.height
            made.append((one, ImageOps.fit(image, size, Image.Resampling.LANCZOS, centering=centre)))
    for one in sorted(wanted, key=lambda one: -one.width):
        if one.is_cut:
            continue
        if image.size != (one.width, one.height):
            image = image.resize((one.width, one.height), Image.Resampling.LANCZOS, reducing_gap=2.0)
        made.append((one, image))
    for format in dict.fromkeys(_FORMATS[one.format] for one in wanted):
        of_format = [(one, _fit(scaled, format)) for one, scaled in made if _FORMATS[one.format] == format]
        whole = [(one, scaled) for one, scaled in of_format if not one.is_cut]
        on_phones = min(whole, key=lambda of: abs(of[0].width - ON_PHONES))
        usual = _quality(on_phones[1], format, _MOST_BYTES.get(format))
        for one, scaled in of_format:
            is_thumb = (one.width, one.height) == THUMB
            quality = _quality(scaled, format, _MOST_BYTES_OF_THUMB) if is_thumb else usual
            yield one.address, _saved(scaled, format, quality)


def _fit(image: Image.Image, format: str) -> Image.Image:
    """Return a picture as its ``format`` allows it: JPEG has no transparent parts, so they become white."""
    if image.mode != "RGBA" or format != "JPEG":
        return image
    ground = Image.new("RGB", image.size, _WHITE)
    ground.paste(image, mask=image.getchannel("A"))
    return ground


def _quality(image: Image.Image, format: str, most: int | None) -> int:
    """Return the best quality with which the file of ``image`` has at most ``most`` bytes."""
    found = (one for one in _QUALITIES if most is None or len(_saved(image, format, one)) <= most)
    return next(found, _QUALITIES[-1])


def _in_srgb(image: Image.Image) -> Image.Image:
    """Return a picture as RGB, or RGBA if parts of it are transparent, in the colours of sRGB."""
    profile = image.info.get("icc_profile")
    clear = image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info
    mode = "RGBA" if clear else "RGB"
    if profile and image.mode in ("RGB", "CMYK", "L"):
        with contextlib.suppress(ImageCms.PyCMSError, OSError):  # without a usable profile, colours are as they are
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            converted = ImageCms.profileToProfile(image, source, ImageCms.createProfile("sRGB"), outputMode="RGB")
            image = converted or image
    return image if image.mode == mode else image.convert(mode)


def _saved(image: Image.Image, format: str, quality: int) -> bytes:
    """Return the file of a picture. It is copied pixel by pixel first, so that no metadata can come along."""
    bare = Image.frombytes(image.mode, image.size, image.tobytes())
    written = io.BytesIO()
    bare.save(written, format, quality=quality, **_OPTIONS.get(format, {}))
    return written.getvalue()
