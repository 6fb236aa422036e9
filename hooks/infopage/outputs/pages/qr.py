"""QR codes of web addresses as inline SVG, which lead from a printed sheet to the web page."""

from functools import cache
from itertools import repeat

import numpy as np
from zxingcpp import BarcodeFormat, create_barcode

MARGIN = 2
"""The width of the light margin in modules (squares of the code). The standard requires four; the white paper around
the code provides the rest.
"""

_MASK = 0


@cache
def qr_svg(address: str) -> str:
    """Return the QR code of an address as SVG with one path. Its style comes only from the CSS class ``qr``."""
    # Scanners accept each of the eight masks (patterns over the code). To choose the best is four fifths of the work.
    code = create_barcode(address, BarcodeFormat.QRCode, ec_level="M", data_mask=_MASK)
    modules = np.asarray(code.to_image(scale=1, add_quiet_zones=False))
    size = len(modules)
    width = size + 2 * MARGIN
    # Dark modules are 1, light ones 0, and 0 is at either end: values rise where a dark stroke begins, fall at its end.
    rows = np.zeros((size, size + 2), np.int8)
    rows[:, 1:-1] = modules == 0
    steps = np.diff(rows.ravel())
    begins, ends = np.flatnonzero(steps == 1), np.flatnonzero(steps == -1)
    strokes = "".join(map(_stroke, repeat(size + 2), begins.tolist(), ends.tolist()))
    return f'<svg class="qr" viewBox="0 0 {width} {width}"><path d="{strokes}"/></svg>'


@cache
def _stroke(row: int, begin: int, end: int) -> str:
    y, x = divmod(begin, row)
    return f"M{x + MARGIN} {y + MARGIN}.5h{end - begin}"
