"""QR codes of addresses as inline SVG: from a sheet of paper back to the page."""

import re
from functools import cache

from zxingcpp import BarcodeFormat, create_barcode

MARGIN = 2
"""Light modules round the code: the standard wants four, the paper itself is the rest."""

_MASK = 0
_ROW_END = b"\xff"
_DARK = re.compile(rb"\x00+")


@cache
def qr_svg(address: str) -> str:
    """Return the QR code of an address as SVG of one path, styled by its class ``qr`` only."""
    # Readers take every mask; looking for the best of the eight is four fifths of the work, on every page of the site.
    code = create_barcode(address, BarcodeFormat.QRCode, ec_level="M", data_mask=_MASK)
    image = code.to_image(scale=1, add_quiet_zones=False)
    size, _ = image.shape
    modules = bytes(image)  # type: ignore[call-overload]  # a buffer, which its stubs do not say
    rows = _ROW_END.join([modules[at : at + size] for at in range(0, size * size, size)])
    strokes = "".join([_stroke(size + len(_ROW_END), *dark.span()) for dark in _DARK.finditer(rows)])
    width = size + 2 * MARGIN
    return f'<svg class="qr" viewBox="0 0 {width} {width}"><path d="{strokes}"/></svg>'


@cache
def _stroke(step: int, start: int, end: int) -> str:
    y, x = divmod(start, step)
    return f"M{x + MARGIN} {y + MARGIN}.5h{end - start}"
