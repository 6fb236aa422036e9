"""Removes from SVG drawings the notes of drawing programs about the author and the file's folder."""

import re

from infopage.release.guard.cleaning.refusal import CleaningError

_NOTES = re.compile(r"<metadata\b[^<>]*/>|<metadata\b.*?</metadata\s*>", re.DOTALL)
_PATHS = re.compile(r"\s(?:inkscape|sodipodi):[\w-]+\s*=\s*(?:\"[^\"]*\"|'[^']*')")


def clean_drawing(data: bytes) -> bytes:
    """Return the SVG drawing without its metadata. Raises CleaningError where it is not UTF-8."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise CleaningError("hình vẽ không phải Unicode; hãy lưu lại dạng SVG thường (Plain SVG)") from None
    return _PATHS.sub("", _NOTES.sub("", text)).encode()
