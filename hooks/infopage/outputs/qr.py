"""QR codes of addresses as inline SVG: from a sheet of paper back to the page."""

import re
from functools import cache

from zxingcpp import BarcodeFormat, create_barcode

MARGIN = 2
"""Light modules round the code: the standard wants four, the paper itself is the rest."""

_MASK = 0
_DARK = re.compile(rb"\x00+")


@cache
def qr_svg(address: str) -> str:
    """Return the QR code of an address as SVG of one path, styled by its class ``qr`` only."""
    # Readers take every mask; looking for the best of the eight is four fifths of the work, on every page of the site.
    code = create_barcode(address, BarcodeFormat.QRCode, ec_level="M", data_mask=_MASK)
    image = code.to_image(scale=1, add_quiet_zones=False)
    size, _ = image.shape
    modules = bytes(image)  # type: ignore[call-overload]  # a buffer, which its stubs do not say
    strokes = "".join(
        _stroke(start + MARGIN, y + MARGIN, end - start)
        for y in range(size)
        for start, end in (dark.span() for dark in _DARK.finditer(modules[y * size : (y + 1) * size]))
    )
    width = size + 2 * MARGIN
    return f'<svg class="qr" viewBox="0 0 {width} {width}"><path d="{strokes}"/></svg>'


@cache
def _stroke(x: int, y: int, length: int) -> str:
    return f"M{x} {y}.5h{length}"
