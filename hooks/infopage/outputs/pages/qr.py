"""QR codes of web addresses as inline SVG, which lead from a printed sheet to the web page."""

from functools import cache

import numpy as np
from numpy.typing import NDArray
from zxingcpp import BarcodeFormat, create_barcode

MARGIN = 2
"""The width of the light margin in modules (squares of the code). The standard requires four; the white paper around
the code provides the rest.
"""

_MASK = 0


def qr_svg(address: str) -> str:
    """Return the QR code of an address as SVG with one path. Its style comes only from the CSS class ``qr``."""
    # Scanners accept each of the eight masks (patterns over the code). To choose the best is four fifths of the work.
    code = create_barcode(address, BarcodeFormat.QRCode, ec_level="M", data_mask=_MASK)
    modules = np.asarray(code.to_image(scale=1, add_quiet_zones=False))
    size = len(modules)
    width = size + 2 * MARGIN
    # Dark modules are 1, light ones 0, and 0 is added at either end. So values rise where a dark stroke begins, and
    # fall where it ends.
    rows = np.zeros((size, size + 2), np.int8)
    rows[:, 1:-1] = modules == 0
    steps = np.diff(rows.ravel())
    begins, ends = np.flatnonzero(steps == 1), np.flatnonzero(steps == -1)
    places, lengths = _words(size)
    strokes = np.empty(len(begins), [("place", places.dtype), ("length", lengths.dtype)])
    strokes["place"], strokes["length"] = places[begins], lengths[ends - begins]
    # Removes the zero bytes with which NumPy fills up shorter strings.
    path = strokes.tobytes().replace(b"\0", b"").decode()
    return f'<svg class="qr" viewBox="0 0 {width} {width}"><path d="{path}"/></svg>'


@cache
def _words(size: int) -> tuple[NDArray[np.bytes_], NDArray[np.bytes_]]:
    """Return the SVG path commands that begin a stroke at each place of a code, and those that draw each length.

    ``size`` is the number of modules in a row. A code has hundreds of strokes, so NumPy looks their commands up.
    """
    row = size + 2
    places = [f"M{x + MARGIN} {y + MARGIN}.5" for y in range(size) for x in range(row)]
    return np.array(places, np.bytes_), np.array([f"h{length}" for length in range(row)], np.bytes_)
