"""The HTML of pictures on pages: browsers choose the rendition that fits the screen and the format they know."""

import re
from html import escape, unescape

from infopage.content.pictures import IMAGE
from infopage.outputs.renditions.sizes import ON_PHONES, in_format
from infopage.outputs.views.pictures import Rendition

_SIZES = "(min-width: 42rem) 40rem, 100vw"
"""How wide a picture in a text is shown: at most as wide as the lines of the text (``.prose`` in the style sheet)."""
_ATTRIBUTE = re.compile(r" (?P<name>[a-z-]+)=\"(?P<value>[^\"]*)\"")
_LAZY = ' loading="lazy"'
_FIRST_VIEW = 1500
"""A picture that begins within so many characters of a text's HTML is probably seen at once, and is not lazy."""


def responsive(html: str) -> str:
    """Return the HTML of a text, in which browsers can choose a rendition of each picture whose size is known."""

    def picture(found: re.Match[str]) -> str:
        told = dict(_ATTRIBUTE.findall(found["attributes"]))
        if not {"src", "width", "height"} <= told.keys():
            return found[0]
        size = int(told["width"]), int(told["height"])
        source = unescape(told["src"])
        webp, jpeg = (in_format(source, *size, format) for format in ("webp", "jpg"))
        others = "".join(f' {name}="{value}"' for name, value in told.items() if name not in ("src", "loading"))
        first = found.start() < _FIRST_VIEW and found.start() == html.find("<img")
        loading = ' fetchpriority="high"' if first else _LAZY
        shown = min(jpeg, key=lambda one: abs(one.width - ON_PHONES)).address
        return (
            f'<picture><source type="image/webp" srcset="{_set(webp)}" sizes="{_SIZES}">'
            f'<img src="{escape(shown)}" srcset="{_set(jpeg)}" sizes="{_SIZES}"{others}{loading}></picture>'
        )

    return IMAGE.sub(picture, html) if "<img" in html else html


def _set(renditions: tuple[Rendition, ...]) -> str:
    return escape(", ".join(f"{one.address} {one.width}w" for one in renditions))
