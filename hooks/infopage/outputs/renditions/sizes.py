"""Decides which renditions a picture gets: their widths, formats and addresses. The files are made in making.py."""

import re
from collections.abc import Iterator

from infopage.content.pictures import MOST_WIDE
from infopage.files.attachable import ATTACHABLE
from infopage.files.pixels import FORMATS
from infopage.outputs.views.pictures import Rendition

WIDTHS = (480, 960, 1440, MOST_WIDE)
"""The widths of renditions in pixels: a phone, a phone with a dense screen, a desktop, a dense desktop screen."""

ON_PHONES = 960
"""The width that most phones load: 390 px with two or three pixels of the screen to each."""

_NEAR = 1.15
"""A picture between two widths also gets its own width, if that is larger than the width below by this factor."""
THUMB = (320, 240)
"""The size of the picture beside a title in lists, twice as large as it is shown, for dense screens."""

GRID = (480, 360)
"""The size of a picture in the grid of an album, for phones with a dense screen."""

SOCIAL = (1200, 630)
"""The size of the picture that Facebook, Zalo and others show beside a link (Open Graph)."""

_ENDINGS = "|".join(ending[1:] for kind in FORMATS for ending in ATTACHABLE[kind])
DERIVED = re.compile(rf"\.(?:{_ENDINGS})\.[0-9]+(?:x[0-9]+)?\.(?:webp|jpg)$", re.IGNORECASE)
"""How the addresses of renditions end, except for the one that has the address of the picture itself."""


def widths(width: int) -> tuple[int, ...]:
    """Return the widths of the renditions of a picture that is ``width`` pixels wide; none is wider than the picture.

    >>> widths(4000), widths(1000), widths(1300), widths(300)
    ((480, 960, 1440, 1920), (480, 960), (480, 960, 1300), (300,))
    """
    found = [one for one in WIDTHS if one <= width]
    if not found or (width < MOST_WIDE and width > found[-1] * _NEAR):
        found.append(width)
    return tuple(found)


def in_format(path: str, width: int, height: int, format: str) -> tuple[Rendition, ...]:
    """Return the renditions of a picture in one format, the narrowest first.

    ``path`` is the address of the picture, ``width`` and ``height`` its size. The widest JPEG of a picture that is
    JPEG itself has the address of the picture.
    """
    return tuple(_named(path, one, _height(one, width, height), format, widths(width)[-1]) for one in widths(width))


def on_phones(path: str, width: int, height: int) -> Rendition:
    """Return the JPEG of a picture that comes nearest to the width that most phones load."""
    return min(in_format(path, width, height, "jpg"), key=lambda one: abs(one.width - ON_PHONES))


def cut(path: str, size: tuple[int, int], format: str) -> Rendition:
    """Return the rendition of a picture that is cut to the proportions of ``size`` (width, height)."""
    width, height = size
    return Rendition(f"{path}.{width}x{height}.{format}", width, height, format, is_cut=True)


def renditions(path: str, width: int, height: int) -> Iterator[Rendition]:
    """Yield all renditions of a picture with the address ``path`` and this size.

    They are WebP and JPEG files of each width. A picture of another type also gets one of its own type, because its
    address, once published, must stay.
    """
    yield from in_format(path, width, height, "webp")
    yield from in_format(path, width, height, "jpg")
    own = path.rpartition(".")[2].lower()
    if own not in ("jpg", "jpeg"):
        widest = widths(width)[-1]
        yield Rendition(path, widest, _height(widest, width, height), own)


def _named(path: str, width: int, height: int, format: str, widest: int) -> Rendition:
    is_own = format == "jpg" and width == widest and path.lower().endswith((".jpg", ".jpeg"))
    return Rendition(path if is_own else f"{path}.{width}.{format}", width, height, format)


def _height(width: int, whole_width: int, whole_height: int) -> int:
    return max(1, round(whole_height * width / whole_width))
