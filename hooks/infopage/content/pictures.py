"""The pictures of texts: their sizes, and how their tags are found in the HTML of a text."""

import re
from dataclasses import dataclass

IMAGE = re.compile(r"<img(?P<attributes>(?: [a-z-]+=\"[^\"]*\")*)>")
"""The tag of a picture in cleaned HTML."""
MOST_WIDE = 1920
"""The greatest width, in pixels, in which a picture is published."""
_HEAVY = 1_000_000
"""The most bytes that a picture may have which is wider than any rendition. The repository is no archive."""

SIZE = re.compile(r" (?:width|height)=\"[^\"]*\"")


@dataclass(frozen=True)
class Picture:
    """A file with pixels that a text uses: its size in pixels as it is shown, and the fingerprint of its content."""

    width: int
    height: int
    digest: str

    @property
    def published(self) -> tuple[int, int]:
        """The width and height of the largest rendition (published copy) of the picture."""
        width = min(self.width, MOST_WIDE)
        return width, max(1, round(self.height * width / self.width))


def is_oversized(width: int, size: int) -> bool:
    """Tell whether a picture, of ``size`` bytes, is wider than the site can show and so heavy that it matters."""
    return width > MOST_WIDE and size > _HEAVY
