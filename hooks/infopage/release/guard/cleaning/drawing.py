"""Drawings in SVG without what their programs note of who made them, and where the file lay."""

import re

from infopage.release.guard.cleaning.refusal import CleaningError

_NOTES = re.compile(r"<metadata\b[^<>]*/>|<metadata\b.*?</metadata\s*>", re.DOTALL)
_PATHS = re.compile(r"\s(?:inkscape|sodipodi):[\w-]+\s*=\s*(?:\"[^\"]*\"|'[^']*')")


def clean_drawing(data: bytes) -> bytes:
    """Return the drawing without its descriptions for programs; raises CleaningError."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise CleaningError("hình vẽ không phải Unicode; hãy lưu lại dạng SVG thường (Plain SVG)") from None
    return _PATHS.sub("", _NOTES.sub("", text)).encode()
