"""Detects whether a picture states where it was taken, from its bytes alone, without an imaging library."""

import re
from collections.abc import Iterator
from typing import Literal

from infopage.files.picture_parts import png_texts, raw_profile

_XMP_PLACE = re.compile(rb"GPSL(?:atitude|ongitude)")
_TIFF = re.compile(rb"II\*\0|MM\0\*")
"""The start of an Exif block (TIFF 6.0). The whole file is searched, as a picture may embed others with Exif."""
_GPS_IFD = 0x8825
_PROFILE = "Raw profile type "


def tells_place(data: bytes) -> bool:
    """Tell whether a picture states where it was taken, in Exif (CIPA DC-008) or XMP (ISO 16684)."""
    return any(
        _XMP_PLACE.search(part) or any(_has_gps(part, found.start()) for found in _TIFF.finditer(part))
        for part in (data, *_packed_texts(data))
    )


def _has_gps(data: bytes, start: int) -> bool:
    order: Literal["little", "big"] = "little" if data[start : start + 1] == b"I" else "big"

    def tags(at: int) -> dict[int, int]:
        """Return the values of the Exif directory at the offset ``at`` by tag number, each value as a number."""
        count = int.from_bytes(data[at : at + 2], order)
        entries = (data[n : n + 12] for n in range(at + 2, min(at + 2 + 12 * count, len(data) - 11), 12))
        return {int.from_bytes(one[:2], order): int.from_bytes(one[8:], order) for one in entries}

    first = int.from_bytes(data[start + 4 : start + 8], order)
    place = tags(start + first).get(_GPS_IFD)
    return place is not None and bool(tags(start + place).keys() - {0})  # tag 0 is only a version number


def _packed_texts(data: bytes) -> Iterator[bytes]:
    """Yield the texts of a PNG, uncompressed; texts in hexadecimal digits are decoded. Other types yield nothing."""
    for key, text in png_texts(data) if data.startswith(b"\x89PNG") else ():
        yield raw_profile(text) if key.startswith(_PROFILE) else text
