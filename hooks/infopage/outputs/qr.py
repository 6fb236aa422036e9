"""QR codes of addresses as inline SVG: from a sheet of paper back to the page."""

import re
from functools import cache

import segno

MARGIN = 2
"""Light modules round the code: the standard wants four, the paper itself is the rest."""

_MASK = 0
_DARK = re.compile(rb"\x01+")


@cache
def qr_svg(address: str) -> str:
    """Return the QR code of an address as SVG of one path, styled by its class ``qr`` only."""
    # Readers take every mask; looking for the best of the eight is four fifths of the work, on every page of the site.
    code = segno.make_qr(address, error="m", boost_error=False, mask=_MASK)
    width = len(code.matrix) + 2 * MARGIN
    strokes = "".join(
        f"M{dark.start() + MARGIN} {y + MARGIN}.5h{dark.end() - dark.start()}"
        for y, row in enumerate(code.matrix)
        for dark in _DARK.finditer(row)
    )
    return f'<svg class="qr" viewBox="0 0 {width} {width}"><path d="{strokes}"/></svg>'
